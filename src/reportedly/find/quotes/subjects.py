"""Which noun or pronoun speaks: the subject of a cue, by the syntax around it."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.quotes.lexicon import ReportingVerbs
from reportedly.find.quotes.second_cues import first_cue
from reportedly.parse import Document, Token

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
# verbs whose object does what follows
_CAUSES = frozenset({"cause", "drive", "inspire", "lead", "prompt", "provoke", "push", "spur"})
_SAID_OF = frozenset({"oprd"})
_NEAR = 12  # words between a verb and the clause that tells who its subject is
_NAME_PARTS = frozenset({"compound", "nmod", "nsubj"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def tail_subject(document: Document, verb: Token) -> Token | None:
    """Who speaks in a last clause that the parser tied up otherwise: "…, the clinic reported."

    The noun right before the verb, where only its own words stand between a comma and the verb,
    and nothing but a comma or the end of the sentence follows.
    """
    tokens = document.tokens
    sentence = document.sentences[verb.sentence]
    noun = tokens[verb.index - 1] if verb.index > sentence.first else None
    if noun is None or noun.pos not in {"NOUN", "PROPN"} or verb.tag not in {"VBD", "VBZ", "VBP"}:
        return None
    if verb.index + 1 < sentence.last and tokens[verb.index + 1].text not in {",", ".", ";"}:
        return None
    at = noun.index
    while at > sentence.first and noun.index - at < 10:
        before = tokens[at - 1]
        if before.text in {",", "”", '"', "''"}:
            first = tokens[at]
            opens = first.pos in {"DET", "PROPN"} or first.tag in {"PRP$", "NNS"}
            return noun if opens and at - 1 - sentence.first > 1 else None
        if before.pos in {"VERB", "AUX", "ADP", "SCONJ", "PUNCT", "CCONJ"} and before.tag != "POS":
            ok = before.pos == "VERB" and before.dep == "amod"
            if not ok and before.text not in {"-", "of", "for", "and"}:
                return None
        at -= 1
    return None


def between_names(document: Document, verb: Token) -> Token | None:
    """The object of "Roa accused Sel of …", where the parser took all of it for one name."""
    if verb.tag != "VBN" or verb.dep != "amod" or not verb.index:
        return None
    before, head = document.tokens[verb.index - 1], document.head(verb)
    parted = before.pos == "PROPN" and before.head == head.index and before.dep in _NAME_PARTS
    named = head.pos == "PROPN" and head.index > verb.index and head.dep in {"ROOT", "conj"}
    return head if parted and named else None


class Subjects:
    """Finds who speaks at the cues of one article."""

    def __init__(self, document: Document, verbs: ReportingVerbs) -> None:
        self._document = document
        self._verbs = verbs

    def find(  # noqa: PLR0911, PLR0912  # one exit a construction
        self, verb: Token, depth: int = 0
    ) -> Token | None:
        """The noun or pronoun that is said to speak, by the syntax; None where there is none."""
        document = self._document
        tail = tail_subject(document, verb)
        if tail is not None and self._verbs.speaks(verb.lemma):
            return tail
        if between_names(document, verb) is not None:
            return document.tokens[verb.index - 1]
        children = document.children(verb.index)
        subjects = [t for t in children if t.dep in _SUBJECTS and t.index < verb.index + 12]
        passive = any(t.dep == "auxpass" for t in children)
        agent = next((t for t in children if t.dep == "agent"), None)
        if agent is not None and (passive or verb.tag == "VBN"):
            return document.child(agent.index, "pobj")
        if passive and depth == 0 and verb.lemma not in self._verbs.citing:
            return None  # "was told", "was expected": the subject does not speak
        if subjects:
            nearest = subjects[-1]
            if nearest.lemma in _RELATIVE and verb.dep in {"relcl", "acl"}:
                return document.head(verb)
            if nearest.lemma in _RELATIVE:
                return self.find(document.head(verb), depth + 1) if depth < 3 else None
            return nearest
        named = (
            self._named_before(verb)
            or self._before_who(verb)
            or self._beside(verb)
            or self._with_relative(verb)
        )
        if depth == 0 and named is not None:
            return named
        if depth > 4 or verb.head == verb.index or (passive and depth == 0):
            return None
        head = document.head(verb)
        if verb.tag == "VBG" and self._goes_on(verb):
            for above in document.ancestors(verb.index):
                if self._verbs.speaks(above.lemma) and above.pos == "VERB":
                    return self.find(above, depth + 1)
            head = self._governing(verb) or head
            if head.pos in {"VERB", "AUX"}:
                return self.find(head, depth + 1)
        cue = first_cue(document, self._verbs, verb)
        if cue is not None and (said_first := self.find(cue, depth + 1)) is not None:
            return said_first
        if verb.dep in {"conj", "xcomp", "advcl", "pcomp", "aux"}:
            if head.pos == "ADP":
                head = document.head(head)
            if verb.dep == "pcomp" and head.pos == "NOUN" and head.dep == "dobj":
                head = document.head(head)  # "made a point of saying"
            moved = document.child(head.index, "dobj") if head.lemma in _CAUSES else None
            if verb.dep == "xcomp" and moved is not None and moved.index < verb.index:
                return moved  # "prompted Roa to call it late"
            if verb.dep == "conj" and verb.tag in _FINITE and head.dep in _SAID_OF:
                head = document.head(head)  # "called it "late" and asked for more"
            if head.pos in {"VERB", "AUX", "ADJ"}:
                return self.find(head, depth + 1)
        if verb.dep in {"acl", "relcl"} and head.pos in {"NOUN", "PROPN", "PRON"}:
            if verb.tag == "VBN" and not self._is_main(verb, head):
                return None  # "the strike announced" says nothing
            if head.dep == "dobj" and any(t.tag == "TO" for t in children):
                return self.find(document.head(head), depth + 1)  # "had the nerve to say"
            return head
        if verb.dep == "ccomp" and verb.tag == "VBG":
            return self.find(head, depth + 1)
        return None

    def _named_before(self, verb: Token) -> Token | None:
        """ "On the quay, Ana Roa, its head, said": a name that the parser hung on the quay."""
        document = self._document
        if verb.tag not in _FINITE or document.tokens[verb.index - 1].text != ",":
            return None
        sentence = document.sentences[verb.sentence]
        for token in document.tokens[sentence.first : verb.index]:
            if token.dep != "appos" or token.pos != "PROPN":
                continue
            inside = document.subtree(token.index)
            before = document.tokens[inside[0].index - 1] if inside[0].index else token
            if before.text == "," and inside[-1].index >= verb.index - 2:
                head = document.head(token)
                first = document.subtree(head.index)[0].index
                role = head.pos == "NOUN" and document.tokens[first - 1].text == ","
                return head if role and first > sentence.first else token
        return None

    def _beside(self, verb: Token) -> Token | None:
        """ "At the fair Mayor Ana Roa (Left) said": a name right before a cue, hung elsewhere."""
        document = self._document
        if verb.tag not in _FINITE or not self._verbs.speaks(verb.lemma) or not verb.index:
            return None
        token = document.tokens[verb.index - 1]
        if token.text == ")":
            at = token.index
            while at > document.sentences[verb.sentence].first and document.tokens[at].text != "(":
                at -= 1
            token = document.tokens[max(at - 1, 0)]
        if token.sentence != verb.sentence:
            return None
        hung = token.dep in {"pobj", "dobj", "conj", "npadvmod"} and token.pos == "PROPN"
        return token if hung or (token.dep == "appos" and token.pos in _NOUNS) else None

    def _with_relative(self, verb: Token) -> Token | None:
        """ "…, a nun who travelled with them said": a noun that the parser hung elsewhere."""
        document = self._document
        if verb.tag not in _FINITE or not self._verbs.speaks(verb.lemma) or verb.dep == "relcl":
            return None
        first = document.sentences[verb.sentence].first
        for token in reversed(document.tokens[max(first, verb.index - _NEAR) : verb.index]):
            if token.dep != "relcl" or document.subtree(token.index)[-1].index != verb.index - 1:
                continue
            noun = document.head(token)
            opening = document.subtree(noun.index)[0].index
            return noun if opening > first and document.tokens[opening - 1].text == "," else None
        return None

    def _before_who(self, verb: Token) -> Token | None:
        """ "Ana Roa, who leads the port, said": a name that the parser gave to "leads"."""
        document = self._document
        if verb.tag not in _FINITE and verb.dep != "ROOT":
            return None
        for clause in document.children(verb.index):
            subjects = [t for t in document.children(clause.index) if t.dep in _SUBJECTS]
            if (
                clause.dep == "ccomp"
                and clause.index < verb.index
                and len(subjects) > 1
                and subjects[-1].lemma in _RELATIVE
            ):
                return subjects[0]
        return None

    def _is_main(self, verb: Token, noun: Token) -> bool:
        """ "…; one clerk called it “late”.": a main verb that the parser took for a participle.

        Its noun opens the sentence or stands after a comma, and no other verb follows for it.
        """
        document = self._document
        sentence = document.sentences[verb.sentence]
        first = document.subtree(noun.index)[0].index
        opens = first == sentence.first or document.tokens[first - 1].text in {",", ";"}
        beside = verb.index == noun.index + 1 or document.tokens[verb.index - 1].text == ","
        if not opens or not beside or noun.dep in {"dobj", "pobj"}:
            return False
        after = document.tokens[verb.index + 1 : sentence.last]
        return not any(t.tag in _FINITE and t.dep in {"ROOT", "conj"} for t in after)

    def _goes_on(self, verb: Token) -> bool:
        """Whether ", adding that …" goes on after a comma: the sentence's own subject speaks."""
        before = self._document.tokens[verb.index - 1] if verb.index else verb
        return before.text in {",", "—", "–"} or verb.dep == "advcl"

    def _governing(self, verb: Token) -> Token | None:
        """The nearest governor that is a verb with a subject of its own."""
        for above in self._document.ancestors(verb.index):
            if above.pos in {"VERB", "AUX"} and self._document.child(above.index, *_SUBJECTS):
                return above
        return None


def before_insertion(before: Sequence[Token]) -> Token | None:
    """The noun before ", wearing a “Sea” hat," where such a phrase parts it from its verb."""
    if not before or before[-1].text != ",":
        return None
    commas = [n for n, t in enumerate(before) if t.text == "," and n]
    named = before[: commas[0]] if len(commas) > 1 else []
    return next((t for t in reversed(named) if t.pos in {"NOUN", "PROPN", "PRON"}), None)
