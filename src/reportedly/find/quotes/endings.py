"""Where a told clause ends: before what the outlet goes on with, after all that its cue governs."""

from __future__ import annotations

from reportedly.find.quotes.context import Setting
from reportedly.find.quotes.lexicon import ReportingVerbs
from reportedly.parse import Token

_DASHES = frozenset({"—", "–", "-", "--"})
_MARKS = frozenset({'"', "”", "’", "''"})
_APART = frozenset({",", *_DASHES})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


class Endings:
    """Finds ends of told clauses in one parsed article."""

    def __init__(self, setting: Setting) -> None:
        self._document = setting.document
        self._verbs: ReportingVerbs = setting.verbs
        self._surroundings = setting.surroundings

    def end(self, verb: Token, complement: Token, start: int, end: int) -> int:
        """The end of [start, end), the clause of `complement` that `verb` tells."""
        end = self._whole(verb, complement, end)
        end = self._with_second_part(verb, end)
        return self._before_going_on(verb, complement, start, end)

    def _whole(self, verb: Token, complement: Token, end: int) -> int:
        """The end of a clause that the parser cut in two: "saw agents … | leave the depot"."""
        for other in self._document.children(verb.index):
            if other.dep == "ccomp" and other.index > complement.index:
                inside = [t for t in self._document.subtree(other.index) if t.index > verb.index]
                if inside[0].start <= end + 2:
                    end = max(end, inside[-1].end)
        return end

    def _with_second_part(self, verb: Token, end: int) -> int:
        """ "said it was "late," | and "cold" at sea": with words in marks after an "and"."""
        document = self._document
        sentence = document.sentences[verb.sentence]
        following = document.tokens_in(end, sentence.end)
        joined = [t for t in following if t.pos != "PUNCT"][:1]
        if not joined or joined[0].text.casefold() not in {"and", "but", "or"}:
            return end
        before = document.text[end : joined[0].start].strip(" ,\u00a0")
        marked = self._surroundings.next_after(joined[0].end)
        if before or marked is None or document.text[joined[0].end : marked.outer_start].strip():
            return end
        if not document.text[marked.start : marked.end][:1].islower():
            return end
        return marked.outer_end

    def _before_going_on(self, verb: Token, complement: Token, start: int, end: int) -> int:
        """The end without ", adding that …" or "and warned that …": a second content follows."""
        document = self._document
        for token in document.tokens_in(start, end):
            before = self._before(token)
            if before.start <= start or token.index == verb.index:
                continue
            if before.pos == "CCONJ" and (
                self._tells_more(verb, token) or self._is_cues(verb, complement, token)
            ):
                return before.start
            if (
                token.tag == "VBG"
                and token.dep in {"advcl", "acl", "prep", "conj"}
                and (self._verbs.speaks(token.lemma) or token.lemma in self._verbs.turns)
                and before.text in _APART
            ):
                return before.start
        return end

    def _before(self, token: Token) -> Token:
        """The word, comma or dash before a word; closing marks after a comma are passed over."""
        tokens = self._document.tokens
        before = tokens[token.index - 1] if token.index else token
        if before.text in _MARKS and before.index and tokens[before.index - 1].text == ",":
            return tokens[before.index - 1]
        return before

    def _tells_more(self, verb: Token, token: Token) -> bool:
        """Whether a word after "and" is a second cue of the same speaker."""
        document = self._document
        past = {"VBD", "VBN"}
        return (
            (token.tag == verb.tag != "VB" or {token.tag, verb.tag} == past)
            and self._verbs.speaks(token.lemma)
            and document.child(token.index, "auxpass") is None
            and document.child(token.index, "ccomp", "xcomp", "dobj") is not None
            and document.child(token.index, "nsubj", "nsubjpass") is None
        )

    def _is_cues(self, verb: Token, complement: Token, token: Token) -> bool:
        """Whether a verb after "but" goes with the cue and not with the clause: its tense tells.

        "said he would come but did not say when": "would" and "did" are no pair, "said" and "did"
        are.
        """
        document = self._document
        if token.tag != verb.tag or token.tag not in {"VBD", "VBZ", "VBP"}:
            return False
        head = token if token.dep == "conj" else document.head(token)
        if head.dep != "conj" or document.head(head).index not in {complement.index, verb.index}:
            return False
        if document.child(head.index, "nsubj", "nsubjpass", "expl") is not None:
            return False
        parts = (complement, *document.children(complement.index))
        own = next((t for t in parts if t.tag in _FINITE and t.dep != "conj"), None)
        return own is not None and own.tag not in {token.tag, "VBD"}
