"""Raw documents → articles: text without furniture, what the input or page says of it, ids."""

from reportedly.extract.article import MAX_TEXT_CHARACTERS, extract
from reportedly.extract.furniture import check_furniture, load_furniture
from reportedly.extract.glued import check_camel_words
from reportedly.extract.identity import article_id_of, canonical_url, text_id_of
from reportedly.extract.outlets import Outlet, OutletRegistry, check_outlets, load_outlets
from reportedly.extract.published import parse_published
from reportedly.extract.resources import ExtractResources, load_extract_resources

__all__ = [
    "MAX_TEXT_CHARACTERS",
    "ExtractResources",
    "Outlet",
    "OutletRegistry",
    "article_id_of",
    "canonical_url",
    "check_camel_words",
    "check_furniture",
    "check_outlets",
    "extract",
    "load_extract_resources",
    "load_furniture",
    "load_outlets",
    "parse_published",
    "text_id_of",
]
