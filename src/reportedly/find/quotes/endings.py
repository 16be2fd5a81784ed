"""Where a told clause ends: before what the outlet goes on with, after all that its cue governs."""

from __future__ import annotations

from reportedly.find.marks import Marked
from reportedly.find.quotes.context import Setting
from reportedly.find.quotes.edges import Piece
from reportedly.find.quotes.lexicon import ReportingVerbs
from reportedly.find.quotes.second_cues import tells_more
from reportedly.parse import Token

_DASHES = frozenset({"—", "–", "-", "--"})
_MARKS = frozenset({'"', "”", "’", "''"})
_APART = frozenset({",", *_DASHES})
_WHILE = frozenset({"after", "before", "when", "while"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# words by which a told clause goes on after marks: "a “large gap,” when it comes to pay"
_GOING_ON = frozenset(
    {"although", "as", "because", "even", "if", "since", "though", "unless", "when"}
)
_STOPS = frozenset(".,!?;:")
_CLOSE = 4  # characters in which marks and a stop close words


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
        end = self._with_marks(verb, complement, end)
        return self._before_going_on(verb, complement, start, end)

    def before_second_cue(self, verb: Token, piece: Piece) -> Piece:
        """A content that is no clause, without "and pledges to …" after it."""
        start, end = piece
        for token in self._document.tokens_in(start, end):
            before = self._before(token)
            if not before.start > start > verb.start:
                continue
            told = before.pos == "CCONJ" and tells_more(self._document, self._verbs, verb, token)
            if told or self._goes_on(token, before):
                return start, before.start
        return piece

    def _whole(self, verb: Token, complement: Token, end: int) -> int:
        """The end of a clause that the parser cut in two: "saw agents … | leave the depot"."""
        for other in self._document.children(verb.index):
            if other.dep == "ccomp" and other.index > complement.index:
                inside = [t for t in self._document.subtree(other.index) if t.index > verb.index]
                if inside[0].start <= end + 2:
                    end = max(end, inside[-1].end)
        return end

    def _with_second_part(self, verb: Token, end: int) -> int:
        """ "said it was "late," | and "cold" at sea": with more words in marks, or a "that"."""
        document = self._document
        sentence = document.sentences[verb.sentence]
        following = document.tokens_in(end, sentence.end)
        joined = [t for t in following if t.pos != "PUNCT"][:1]
        if not joined or joined[0].text.casefold() not in {"and", "but", "or"}:
            return end
        that = document.tokens[min(joined[0].index + 1, len(document.tokens) - 1)]
        clause = document.head(that)
        if that.text.casefold() == "that" and that.dep == "mark" and clause.index > that.index:
            return document.subtree(clause.index)[-1].end  # "said it was late | and that it rained"
        before = document.text[end : joined[0].start].strip(" ,\u00a0")
        marked = self._surroundings.next_after(joined[0].end)
        if before or marked is None or document.text[joined[0].end : marked.outer_start].strip():
            return end
        if not document.text[marked.start : marked.end][:1].islower():
            return end
        return marked.outer_end

    def _with_marks(self, verb: Token, complement: Token, end: int) -> int:
        """The end of a clause that goes on in marks, where the parser cut or hung it elsewhere.

        "said those who fled | “cannot come” back", "said it was late, | and there was “no bus”".
        """
        document = self._document
        if self._surroundings.depth(verb.start):
            return end
        for clause in document.children(verb.index):
            if clause.index < complement.index or self._subject(clause) is None:
                continue
            inside = document.subtree(clause.index)
            between = document.tokens_in(end, inside[0].start)
            apart = any(t.pos not in {"PUNCT", "CCONJ"} for t in between)
            joined = clause.dep == "conj" and not self._verbs.speaks(clause.lemma)
            marked = self._surroundings.next_after(inside[0].start)
            within = marked is not None and marked.outer_end <= inside[-1].end
            after = (
                clause.dep == "advcl"
                and document.text[max(0, end - _CLOSE) : end].rstrip()[-2:] in {',"', ",”", ",'"}
                and inside[0].text.casefold() in _GOING_ON
            )
            if inside[0].start >= end and not apart and ((joined and within) or after):
                end = inside[-1].end
        sentence = document.sentences[verb.sentence]
        marked = self._surroundings.next_after(end)
        while (
            marked is not None
            and marked.outer_end <= sentence.end
            and not document.text[end : marked.outer_start].strip()
            and document.text[end - 1] not in "\"”'’,"
            and document.text[marked.start : marked.start + 1].islower()
        ):
            end = self._clause_after(marked.outer_end, sentence.end)
            marked = self._surroundings.next_after(end)
        return end

    def _clause_after(self, start: int, stop: int) -> int:
        """The end of the words after marks that belong to their clause."""
        end = start
        while True:
            ended = self._document.text[max(0, end - _CLOSE) : end].rstrip("\"”'’»")[-1:] in _STOPS
            if ended:
                return end
            marked: Marked | None = None
            for token in self._document.tokens_in(end, stop):
                if token.pos == "CCONJ" and (marked := self._joined(token, stop)) is not None:
                    break
                spoken = token.pos == "VERB" and self._verbs.speaks(token.lemma)
                if token.pos in {"PUNCT", "CCONJ"} or spoken:
                    return end
                end = token.end
            if marked is None:
                return end
            end = marked.outer_end

    def _joined(self, conjunction: Token, stop: int) -> Marked | None:
        """More words in marks after "and" or "but", no comma or cue between."""
        marked = self._surroundings.next_after(conjunction.end)
        if marked is None or marked.outer_end > stop:
            return None
        between = self._document.tokens_in(conjunction.end, marked.outer_start)
        if any(t.pos == "PUNCT" or self._verbs.speaks(t.lemma) for t in between):
            return None
        return marked

    def _subject(self, clause: Token) -> Token | None:
        return self._document.child(clause.index, "nsubj", "nsubjpass", "expl")

    def _before_going_on(self, verb: Token, complement: Token, start: int, end: int) -> int:
        """The end without ", adding that …" or "and warned that …": a second content follows."""
        document = self._document
        for token in document.tokens_in(start, end):
            before = self._before(token)
            if before.start <= start or token.index == verb.index:
                continue
            if before.pos == "CCONJ" and (
                tells_more(document, self._verbs, verb, token)
                or self._is_cues(verb, complement, token)
            ):
                return before.start
            if self._comments(token, before):
                return before.start if before.pos == "PUNCT" else token.start
            if self._goes_on(token, before):
                return before.start
        return end

    def _goes_on(self, token: Token, before: Token) -> bool:
        """Whether a participle of speech opens after a comma: ", saying that …", ", echoing …"."""
        return (
            token.tag == "VBG"
            and token.dep in {"advcl", "acl", "prep", "conj"}
            and (self._verbs.speaks(token.lemma) or token.lemma in self._verbs.turns)
            and before.text in _APART
        )

    def _comments(self, token: Token, before: Token) -> bool:
        """Whether the outlet goes on about a saying: ", a charge that …", "when asked whether"."""
        document = self._document
        if before.text in _APART and token.text.casefold() in {"a", "an"}:
            noun = document.head(token)
            about = document.child(noun.index, "acl", "relcl", "prep")
            return noun.lemma in self._verbs.comments and about is not None
        if token.text.casefold() not in _WHILE:
            return False
        following = document.tokens[min(token.index + 1, len(document.tokens) - 1)]
        if following.tag == "VBN":
            return following.lemma in self._verbs.addressing
        if following.tag != "VBG" or not self._verbs.speaks(following.lemma):
            return False
        return document.child(following.index, "ccomp") is not None or self._leads_to(following)

    def _leads_to(self, verb: Token) -> bool:
        """Whether a sentence in marks follows a verb and a comma: "adding, “I doubt it.”"."""
        marked = self._surroundings.next_after(verb.end)
        sentence = self._document.sentences[verb.sentence]
        if marked is None or marked.outer_start >= sentence.end:
            return False
        before = self._document.text[verb.end : marked.outer_start].rstrip()
        return before[-1:] in {",", ":"} and self._document.text[marked.start].isupper()

    def _before(self, token: Token) -> Token:
        """The word, comma or dash before a word; closing marks after a comma are passed over."""
        tokens = self._document.tokens
        before = tokens[token.index - 1] if token.index else token
        if before.text in _MARKS and before.index and tokens[before.index - 1].text == ",":
            return tokens[before.index - 1]
        return before

    def _is_cues(self, verb: Token, complement: Token, token: Token) -> bool:
        """Whether a verb after "but" goes with the cue and not with the clause: its tense tells.

        "said he would come but did not say when": "would" and "did" are no pair, "said" and "did"
        are.
        """
        document = self._document
        if token.tag != verb.tag or token.tag not in {"VBD", "VBZ", "VBP", "VBG"}:
            return False
        head = token if token.dep == "conj" else document.head(token)
        if head.dep != "conj" or document.head(head).index not in {complement.index, verb.index}:
            return False
        if document.child(head.index, "nsubj", "nsubjpass", "expl") is not None:
            return False
        parts = (complement, *document.children(complement.index))
        own = next((t for t in parts if t.tag in _FINITE and t.dep != "conj"), None)
        return own is not None and own.tag not in {token.tag, "VBD"}
