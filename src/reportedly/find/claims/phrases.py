"""Claims in parts of sentences: "most of them brought by bus", "led astray by the gang"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportedly.find.claims.assertion import Assertion
from reportedly.find.claims.lexicon import ClaimLexicon
from reportedly.find.claims.propositions import span_below
from reportedly.find.reading import Reading
from reportedly.parse import Sentence, Token

_DATED = frozenset({"DATE", "TIME"})
_ONCE = frozenset({"last", "this", "next", "past", "ago", "later", "earlier"})
_LASTING = frozenset({"decade", "year", "month", "week", "century", "generation"})
_PEOPLE = frozenset({"them", "whom", "these", "those"})
_CLAUSES = frozenset({"pcomp", "advcl", "acl", "relcl", "amod"})
_PREMODIFIERS = frozenset({"ADJ", "ADV", "NOUN", "NUM", "PROPN", "VERB"})
_REASONS = frozenset(
    {"after", "by", "for", "from", "in", "on suspicion", "over", "to", "with", "without"}
)
_OWN = frozenset({"its", "their", "his", "her"})


class Phrases:
    """Finds charges that are no sentences of their own in one article.

    Args:
        reading: what is known of the article.
        lexicon: words of accusation and habit.
        own: whether a word is the outlet's own, in nobody's words.
        charges: how many charged words some tokens hold.
    """

    def __init__(
        self,
        reading: Reading,
        lexicon: ClaimLexicon,
        own: Callable[[Token], bool],
        charges: Callable[[Sequence[Token]], int],
    ) -> None:
        self._document = reading.document
        self._lexicon = lexicon
        self._own = own
        self._charges = charges

    def find(self, sentence: Sentence) -> Iterator[Assertion]:
        """Claims of one sentence, in order of its words."""
        for token in self._document.sentence_tokens(sentence):
            found = (
                self._part(token, sentence)
                or self._possessed(token)
                or self._lasting(token)
                or self._led(token)
                or self._stands(token)
                or self._trait(token)
                or self._failing(token)
                or self._withheld(token, sentence)
                or self._presumed(token)
                or self._rumour(token)
            )
            if found is not None:
                yield found

    def _part(self, token: Token, sentence: Sentence) -> Assertion | None:
        """ "…, most of them brought by bus", "…, half of them on a daily wage"."""
        document = self._document
        if token.text.casefold() not in self._lexicon.parts:
            return None
        of = next((t for t in document.children(token.index) if t.lemma == "of"), None)
        people = document.child(of.index, "pobj") if of is not None else None
        if people is None or people.text.casefold() not in _PEOPLE:
            return None
        before = document.tokens[token.index - 1] if token.index else token
        if before.text not in {",", "—", "–", "-", "("} or before.sentence != token.sentence:
            return None
        end = people.index + 1
        while end < sentence.last and document.tokens[end].text not in {",", ".", ";", ":", ")"}:
            end += 1
        rest = document.tokens[people.index + 1 : end]
        if not rest or self._is_clause(people, rest):
            return None  # "most of them were students": a sentence of its own
        if self._own(token) and self._is_plain(rest):
            return None
        return self._assertion(token.start, rest[-1].end, "claims.part")

    def _is_plain(self, rest: Sequence[Token]) -> bool:
        """Whether words only say who they are, or tell news of them.

        "Most of them students", "most of them on suspicion of rioting", "some of them to rest".
        """
        if self._charges(rest):
            return False
        opening = {rest[0].text.casefold(), " ".join(t.text.casefold() for t in rest[:2])}
        return not opening.isdisjoint(_REASONS) or rest[-1].lemma in self._lexicon.plain_people

    def _is_clause(self, people: Token, rest: Sequence[Token]) -> bool:
        """Whether a finite verb follows; after "whom" one without "by" is finite too."""
        if people.text.casefold() == "whom" and rest[0].tag in {"VBN", "VBD"}:
            return self._document.child(rest[0].index, "agent") is None
        return any(self._finite(t) for t in rest)

    def _finite(self, token: Token) -> bool:
        helpers = {t.dep for t in self._document.children(token.index)}
        if token.pos == "AUX" and token.tag in {"VBD", "VBZ", "VBP", "MD"}:
            return True
        return (
            token.tag in {"VBZ", "VBP", "VBD"}
            and not helpers & {"agent"}
            and (token.dep in {"ROOT", "conj", "ccomp", "relcl"})
        )

    def _possessed(self, token: Token) -> Assertion | None:
        """ "the junta's shameless lies": what somebody has is charged."""
        if token.lemma not in self._lexicon.epithets | self._lexicon.power:
            return None
        tokens = self._document.tokens
        at = token.index + 1
        if at >= len(tokens) or tokens[at].tag != "POS":
            return None
        words: list[Token] = []
        for word in tokens[at + 1 : at + 7]:
            if word.sentence != token.sentence or word.pos not in _PREMODIFIERS:
                break
            words.append(word)
        while words and words[-1].pos not in {"NOUN", "PROPN"}:
            words.pop()
        if not words or not self._own(words[-1]) or not self._charges(words):
            return None
        first = token
        while (
            first.index
            and tokens[first.index - 1].sentence == token.sentence
            and (tokens[first.index - 1].pos in {"DET", "ADJ", "PROPN"})
        ):
            first = tokens[first.index - 1]
        return self._assertion(first.start, words[-1].end, "claims.phrase")

    def _lasting(self, token: Token) -> Assertion | None:
        """ "after being jailed for four decades"."""
        if token.tag != "VBN" or token.lemma not in self._lexicon.verbs:
            return None
        if token.dep not in {"pcomp", "advcl", "acl"}:
            return None
        inside = self._document.subtree(token.index)
        if not any(self._is_span(t) for t in inside):
            return None
        first = inside[0]
        head = self._document.head(token)
        if token.dep == "pcomp" and head.pos in {"ADP", "SCONJ"}:
            first = head
        last = max((t for t in inside if t.pos != "PUNCT"), key=lambda t: t.end)
        return self._assertion(first.start, last.end, "claims.lasting")

    def _is_span(self, token: Token) -> bool:
        """ "for four *decades*", not "last *week*"."""
        if token.name not in _DATED or token.lemma not in _LASTING:
            return False
        before = self._document.children(token.index)
        counted = any(t.dep == "nummod" for t in before)  # "the past four decades"
        return counted or not {t.text.casefold() for t in before} & _ONCE

    def _led(self, token: Token) -> Assertion | None:
        """ "led astray by the same gang", "drivers in the pay of the front"."""
        if token.tag not in {"VBN", "VBD"} or not self._own(token):
            return None
        before = self._document.tokens[token.index - 1] if token.index else token
        inserted = before.text == ","
        if not inserted and (token.tag != "VBN" or token.dep not in _CLAUSES):
            return None
        text = self._document.text[token.start : token.end + 24].casefold()
        led = token.lemma in self._lexicon.leading or any(
            text.startswith(phrase) for phrase in self._lexicon.leading_phrases
        )
        agent = next(
            (t for t in self._document.children(token.index)
             if t.lemma in {"by", "with", "from"} and t.dep in {"agent", "prep"}), None
        )  # fmt: skip
        if not led or agent is None or (token.lemma == "pay" and agent.lemma == "with"):
            return None  # "paid with their lives"
        if not inserted:
            return self._assertion(*span_below(self._document, token), "claims.led")
        last = max(t.index for t in self._document.subtree(agent.index) if t.text != ",")
        return self._assertion(token.start, self._document.tokens[last].end, "claims.led")

    def _stands(self, token: Token) -> Assertion | None:
        """ "The union stands by its count": a claim upheld without words."""
        if token.pos != "VERB" or token.lemma not in self._lexicon.stands or not self._own(token):
            return None
        document = self._document
        children = document.children(token.index)
        subject = next((t for t in children if t.dep == "nsubj"), None)
        if subject is None or any(t.dep == "neg" for t in children):
            return None
        for child in children:
            noun: Token | None = child
            if child.dep == "prep":
                noun = document.child(child.index, "pobj")
            if noun is None or child.dep not in {"dobj", "prep"}:
                continue
            if noun.lemma not in self._lexicon.accounts:
                continue
            if not any(t.text.casefold() in _OWN for t in document.children(noun.index)):
                continue
            start = document.subtree(subject.index)[0].start
            end = max(t.end for t in document.subtree(noun.index))
            return Assertion(
                start=start, end=end, kind="statement", rule="claims.stands", speaker=subject
            )
        return None

    def _trait(self, token: Token) -> Assertion | None:
        """ ", who has a taste for others' money": what the outlet ascribes to somebody."""
        if token.lemma not in {"have", "show", "possess", "keep"} or token.dep != "relcl":
            return None
        thing = self._document.child(token.index, "dobj")
        if thing is None or thing.lemma not in self._lexicon.traits or not self._own(token):
            return None
        return self._assertion(*span_below(self._document, token), "claims.trait")

    def _failing(self, token: Token) -> Assertion | None:
        """ "By officers **who did not show a warrant**": what those on duty left undone."""
        document = self._document
        if token.dep != "relcl" or token.lemma not in self._lexicon.duties or not self._own(token):
            return None
        children = document.children(token.index)
        if not any(t.dep == "neg" for t in children) or not any(
            t.lemma == "do" and t.tag == "VBD" for t in children
        ):
            return None
        who = document.head(token)
        around = [who, *(t for t in document.subtree(who.index) if t.index < token.index)]
        if not any(t.lemma in self._lexicon.on_duty for t in around):
            return None
        return self._assertion(*span_below(document, token), "claims.failing")

    def _withheld(self, token: Token, sentence: Sentence) -> Assertion | None:
        """ "**No protection was given.**", "The attackers **went unpunished**": left undone."""
        document = self._document
        if token.dep != "ROOT" or token.tag not in {"VBN", "VBD"} or not self._own(token):
            return None
        subject = document.child(token.index, "nsubjpass", "nsubj")
        if subject is None:
            return None
        denied = any(t.text.casefold() == "no" for t in document.children(subject.index))
        passive = document.child(token.index, "auxpass") is not None
        undone = document.child(token.index, "acomp") if token.lemma == "go" else None
        left = undone is not None and undone.text.casefold() in self._lexicon.undone
        if not left and not (denied and passive and token.lemma in self._lexicon.duties):
            return None
        return self._assertion(sentence.start, sentence.end, "claims.withheld")

    def _presumed(self, token: Token) -> Assertion | None:
        """ ", **presumed author of the murder**": beside a name, a deed that nobody has proven."""
        document = self._document
        if token.dep != "appos" or token.pos != "NOUN" or not self._own(token):
            return None
        if not any(
            t.text.casefold() in self._lexicon.presumed for t in document.children(token.index)
        ):
            return None
        if not any(t.lemma == "of" for t in document.children(token.index)):
            return None
        start, end = span_below(document, token)
        return Assertion(
            start=start,
            end=end,
            kind="accusation",
            rule="claims.presumed",
            anonymous=True,
        )

    def _rumour(self, token: Token) -> Assertion | None:
        """ "Would not comment on **reports that** a bank was behind it": nobody's by name."""
        document = self._document
        if token.lemma not in self._lexicon.rumours or not self._own(token):
            return None
        for clause in document.children(token.index):
            inside = document.subtree(clause.index)
            if clause.dep not in {"acl", "ccomp"} or inside[0].text.casefold() != "that":
                continue
            if inside[0].dep != "mark" or not self._own(clause):
                continue
            end = max(t.end for t in inside if t.pos != "PUNCT")
            return Assertion(
                start=inside[1].start,
                end=end,
                kind="accusation" if self._charges(inside) else "statement",
                rule="claims.rumour",
                anonymous=True,
            )
        return None

    def _assertion(self, start: int, end: int, rule: str) -> Assertion | None:
        if end <= start:
            return None
        return Assertion(start=start, end=end, kind="accusation", rule=rule)
