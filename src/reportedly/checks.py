"""All checkers of the data files in one call."""

from __future__ import annotations

from reportedly.corpus.merge.lexicon import check_merge_words
from reportedly.export.profiles import check_profiles
from reportedly.extract.furniture import check_furniture
from reportedly.extract.glued import check_camel_words
from reportedly.extract.outlets import check_outlets
from reportedly.find.actors.checking import check_actors
from reportedly.find.claims.lexicon import check_claim_lexicon
from reportedly.find.coreference.words import check_coreference_words
from reportedly.find.dates.check import check_date_lexicon
from reportedly.find.events.acts.contexts import check_contexts
from reportedly.find.events.counts.words import check_count_lexicon
from reportedly.find.events.reality.rules import check_reality_rules
from reportedly.find.events.told.public import check_public_words
from reportedly.find.events.told.stances import check_stance_words
from reportedly.find.events.triggers.check import check_event_lexicon
from reportedly.find.events.triggers.screen import check_screens
from reportedly.find.events.word_lists import check_event_words
from reportedly.find.places.tables import check_gazetteer_tables
from reportedly.find.quotes.lexicon import check_media, check_reporting_verbs
from reportedly.imports import check_maps
from reportedly.parse import load_parser
from reportedly.parse.loaded_words import check_loaded_words
from reportedly.parse.word_lists import check_parsing_words


def check_data_files() -> list[str]:
    """One line for each fault of a lexicon or registry, with file and entry."""
    parser = load_parser()
    return [
        *check_outlets(),
        *check_furniture(),
        *check_camel_words(),
        *check_actors(),
        *check_gazetteer_tables(),
        *check_profiles(),
        *check_maps(),
        *check_parsing_words(),
        *check_loaded_words(),
        *check_coreference_words(),
        *check_reporting_verbs(),
        *check_media(),
        *check_claim_lexicon(),
        *check_date_lexicon(),
        *check_count_lexicon(),
        *check_screens(parser),
        *check_reality_rules(),
        *check_stance_words(),
        *check_public_words(),
        *check_contexts(),
        *check_event_lexicon(parser),
        *check_event_words(),
        *check_merge_words(),
    ]
