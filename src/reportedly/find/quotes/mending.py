"""Told words whose syntax was cut or ran on: their end is put where the order of words shows it."""

from __future__ import annotations

from reportedly.find.quotes.contents import Contents
from reportedly.find.quotes.context import Setting
from reportedly.find.quotes.edges import Piece
from reportedly.parse import Token

# words that go on after "and" where the parser cut: "for a bridge and | how it should be built"
_GOING_ON = frozenset(
    {"about", "for", "from", "how", "of", "on", "that", "to", "what", "when", "where", "whether",
     "why"}
)  # fmt: skip
_PREPOSITIONS = frozenset({"about", "for", "from", "of", "on"})
_PARTS = frozenset({",", ";", ":"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BESIDE = frozenset({"whereas", "while"})
_DASHES = frozenset({"—", "–", "-", "--"})
_BUT = frozenset({"although", "even", "except", "though"})
_RELATIVE = frozenset({"which", "who", "whom"})
_REMARK = 4  # words after "which" in which a verb stands


class Mending:
    """Puts right the ends of told words in one parsed article."""

    def __init__(self, setting: Setting, contents: Contents) -> None:
        self._document = setting.document
        self._verbs = setting.verbs
        self._surroundings = setting.surroundings
        self._contents = contents

    def mended(self, piece: Piece) -> Piece:
        """A piece without what is told beside it, whole, and without "and" at its end."""
        start, end = self._before_others(self._past_opening(piece))
        last = self._document.token_at(end - 1)
        if last is not None and last.pos == "CCONJ" and last.start > start:
            return self._past_conjunction(start, last)
        return start, self._through_marks(end)

    def _past_opening(self, piece: Piece) -> Piece:
        """A piece without who is cited before it: "said, citing the police, that | …"."""
        start, end = piece
        words = self._document.tokens_in(start, end)
        if not words or self._contents.inside(start):
            return piece
        cites = words[0].lemma in self._verbs.citing and words[0].tag == "VBG"
        that = next((t for t in words if t.text.casefold() == "that" and t.dep == "mark"), None)
        if that is None or not (cites or self._document.text.startswith("that,", start)):
            return piece
        return self._contents.trim(that.end, end)

    def _past_conjunction(self, start: int, conjunction: Token) -> Piece:
        """ "the bridge and | how it was built": to the end of the sentence, else without "and"."""
        document = self._document
        sentence = document.sentences[conjunction.sentence]
        following = document.tokens_in(conjunction.end, sentence.end)
        opens = following[0].text.casefold() if following else ""
        parted = any(
            t.text in _PARTS or (t.tag in _FINITE and opens in _PREPOSITIONS)
            for t in following
            if not self._contents.inside(t.start)
        )
        goes_on = opens in _GOING_ON and not parted
        return self._contents.trim(start, sentence.end if goes_on else conjunction.start)

    def _through_marks(self, end: int) -> int:
        """The end of words in marks right after a piece: "accused Roa of theft | “for years.”"."""
        document = self._document
        marked = self._surroundings.next_after(end)
        if marked is None or marked.outer_end > document.sentence_at(end - 1).end:
            return end
        beside = marked.outer_start > end and not document.text[end : marked.outer_start].strip()
        goes_on = document.text[marked.start : marked.start + 1].islower()
        return marked.outer_end if beside and goes_on else end

    def _before_others(self, piece: Piece) -> Piece:
        """A piece without ", while Sel says that …" or ", which he called “late”"."""
        start, end = piece
        for token in self._document.tokens_in(start, end):
            if token.start == start or self._contents.inside(token.start):
                continue
            if (
                self._opens_another(token, start)
                or self._opens_remark(token)
                or self._takes_back(token, end)
            ):
                return self._contents.trim(start, token.start)
        return piece

    def _takes_back(self, token: Token, end: int) -> bool:
        """Whether the outlet objects after a dash: "said prices fell — although they rose"."""
        if token.text.casefold() not in _BUT or not token.index:
            return False
        dashed = self._document.tokens[token.index - 1].text in _DASHES
        return dashed and not any(
            t.text in _DASHES for t in self._document.tokens_in(token.end, end)
        )

    def _opens_another(self, token: Token, start: int) -> bool:
        """Whether a clause of what somebody else says opens: "while Sel says that …"."""
        if token.text.casefold() not in _BESIDE:
            return False
        document = self._document
        verb = document.head(token)
        subject = document.child(verb.index, "nsubj")
        return (
            subject is not None
            and token.index < min(subject.index, verb.index)
            and verb.pos == "VERB"
            and verb.tag in _FINITE
            and self._verbs.speaks(verb.lemma)
            and any(t.pos in {"VERB", "AUX"} for t in document.tokens_in(start, token.start))
        )

    def _opens_remark(self, token: Token) -> bool:
        """Whether a relative clause tells more of what the speaker says: ", which he called …"."""
        if token.text.casefold() not in _RELATIVE:
            return False
        document = self._document
        following = document.tokens[token.index + 1 : token.index + _REMARK]
        verb = next((t for t in following if t.pos == "VERB"), None)
        return (
            document.tokens[token.index - 1].text == ","
            and verb is not None
            and following[0].tag == "PRP"
            and (self._verbs.speaks(verb.lemma) or verb.lemma in self._verbs.naming)
            and document.child(verb.index, "neg") is None
        )
