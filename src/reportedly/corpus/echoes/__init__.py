"""Echoes: articles that share text, as families of copies and as single copied passages.

echoes = find_echoes(articles, {a.article_id: fingerprint(a.text) for a in articles})
"""

from reportedly.corpus.echoes.between import PairEcho, pair_echo
from reportedly.corpus.echoes.find import CopiedPassage, copied_passages, find_echoes

__all__ = ["CopiedPassage", "PairEcho", "copied_passages", "find_echoes", "pair_echo"]
