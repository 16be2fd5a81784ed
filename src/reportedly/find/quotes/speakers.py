"""Who a cue's subject is: name, kind and exposure of a speaker."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.mentions import MentionIndex, full_phrase, noun_phrase
from reportedly.find.quotes.lexicon import ReportingVerbs
from reportedly.find.quotes.saying import NOBODY, LinkKind, Source
from reportedly.parse import Document, Token
from reportedly.records import Entity

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PARTS = frozenset(
    [
        "all",
        "another",
        "both",
        "many",
        "most",
        "neither",
        "none",
        "one",
        "others",
        "several",
        "some",
        "three",
        "two",
    ]
)
_UNCLEAR = frozenset(
    [
        "anyone",
        "everybody",
        "everyone",
        "he",
        "nobody",
        "people",
        "she",
        "somebody",
        "someone",
        "they",
    ]
)
_FIRST = frozenset({"i", "we", "me", "us", "you", "myself"})
_EMPTY = frozenset(
    {"what", "this", "that", "these", "those", "there", "here", "which", "who", "whom"}
)
_ARTICLES = frozenset(
    [
        "a",
        "an",
        "another",
        "any",
        "both",
        "each",
        "every",
        "her",
        "his",
        "its",
        "many",
        "most",
        "my",
        "no",
        "one",
        "other",
        "our",
        "several",
        "some",
        "that",
        "the",
        "their",
        "these",
        "this",
        "those",
    ]
)
_PARTICLES = frozenset({"even", "only", "also", "just", "then", "however", "meanwhile", "later"})
_DEEP = 2  # verbs further up in which the subject of one is still looked for


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


class Speakers:
    """Names the speakers of one article."""

    def __init__(
        self, document: Document, entities: Sequence[Entity], verbs: ReportingVerbs
    ) -> None:
        self._document = document
        self._index = MentionIndex(entities)
        self._verbs = verbs

    # --- which token speaks ------------------------------------------------------------

    def subject(  # noqa: PLR0911, PLR0912  # one exit a construction
        self, verb: Token, depth: int = 0
    ) -> Token | None:
        """The noun or pronoun that is said to speak, by the syntax; None where there is none."""
        document = self._document
        tail = tail_subject(document, verb)
        if tail is not None and self._verbs.speaks(verb.lemma):
            return tail
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
                return self.subject(document.head(verb), depth + 1) if depth < 3 else None
            return nearest
        if depth > 4 or verb.head == verb.index or (passive and depth == 0):
            return None
        head = document.head(verb)
        if verb.tag == "VBG" and self._goes_on(verb):
            for above in document.ancestors(verb.index):
                if self._verbs.speaks(above.lemma) and above.pos == "VERB":
                    return self.subject(above, depth + 1)
            head = self._governing(verb) or head
            if head.pos in {"VERB", "AUX"}:
                return self.subject(head, depth + 1)
        if verb.dep in {"conj", "xcomp", "advcl", "pcomp", "aux"}:
            if head.pos == "ADP":
                head = document.head(head)
            if head.pos in {"VERB", "AUX", "ADJ"}:
                return self.subject(head, depth + 1)
        if verb.dep in {"acl", "relcl"} and head.pos in {"NOUN", "PROPN", "PRON"}:
            return None if verb.tag == "VBN" else head  # "the strike announced" says nothing
        if verb.dep == "ccomp" and verb.tag == "VBG":
            return self.subject(head, depth + 1)
        return None

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

    def is_unknown(self, token: Token) -> bool:
        """Whether a noun means somebody whom nobody knows: "an unknown hand", "somebody"."""
        if token.pos == "PROPN":
            return False
        first, last = noun_phrase(self._document, token)
        words = {t.text.casefold() for t in self._document.tokens[first:last]}
        return not words.isdisjoint(self._verbs.unknown_hands)

    # --- who that is ---------------------------------------------------------------------

    def name(self, token: Token) -> Source | None:  # noqa: PLR0911  # one exit a word class
        """The speaker that a subject denotes; None for words that denote nobody."""
        document = self._document
        low = token.text.casefold()
        if token.pos == "PRON" or low in _PARTS:
            return self._pronoun(token, low)
        if token.pos not in {"NOUN", "PROPN", "NUM", "ADJ", "X", "VERB"}:
            return None
        if any(t.text.casefold() in {"no", "neither"} for t in document.children(token.index)):
            return None  # "no group has claimed it"
        author = self._author(token)
        if author is not None:
            return self.name(author)
        if token.lemma in self._verbs.shares:
            first, last = full_phrase(document, token)
            phrase = document.tokens[first:last]
            start, end = phrase[0].start, phrase[-1].end
            return Source(
                name=document.readable(start, end), kind="collective", private=False,
                start=start, end=end, withheld=False,
            )  # fmt: skip
        first, last = noun_phrase(document, token)
        start, end = document.tokens[first].start, document.tokens[last - 1].end
        entity = self._index.at(token.start, token.end) or self._index.at(start, end)
        apposed = self._apposed(token)
        if apposed is not None:
            entity = apposed
        if entity is not None:
            return self._of_entity(token, entity, first, last)
        name = self._phrase_name(token, first, last)
        if not name:
            return None
        plural = token.tag in {"NNS", "NNPS"} or low in self._verbs.collective
        proper = token.pos == "PROPN" and token.text[:1].isupper()
        kind: LinkKind = "collective" if plural else "named" if proper else "anonymous"
        if not proper and token.lemma in self._verbs.organisations and not plural:
            kind = "named"
        return Source(
            name=name, kind=kind, private=proper and not plural, start=start, end=end,
            withheld=self._withheld(token),
        )  # fmt: skip

    def _pronoun(self, token: Token, low: str) -> Source | None:
        document = self._document
        if (
            low in _FIRST
            or low in _EMPTY
            or (low == "it" and self._index.at(token.start, token.end) is None)
        ):
            return None
        entity = self._index.at(token.start, token.end)
        if entity is not None:
            return self._of_entity(token, entity, token.index, token.index + 1)
        # "one of them", "some of the dockers": the people named after "of"
        of = next((t for t in document.children(token.index) if t.lemma == "of"), None)
        among = document.child(of.index, "pobj") if of is not None else None
        if among is not None:
            group = self.name(among)
            name = group.name if group else ""
            single = low in {"one", "another"}
            if single and name and group is not None:
                name = self._one_of(group)
            if name:
                return Source(
                    name=name,
                    kind="anonymous" if single else "collective",
                    private=False,
                    start=token.start,
                    end=among.end,
                    withheld=self._withheld(token),
                )
        if low in _PARTS | _UNCLEAR:
            many = low not in {"he", "she", "one", "another", "someone", "somebody"}
            return Source(
                name=low if many else NOBODY,
                kind="collective" if many else "anonymous",
                private=False,
                start=token.start,
                end=token.end,
                withheld=True,
            )
        return None

    def _one_of(self, group: Source) -> str:
        """A group's noun in the singular: one of "two nurses" is a nurse."""
        document = self._document
        entity = self._index.at(group.start, group.end)
        mentions = entity.mentions if entity else ()
        for mention in mentions:
            head = document.root_of(mention.start, mention.end)
            if head is not None and head.pos == "NOUN":
                words = group.name.split()
                return " ".join([*words[:-1], head.lemma]) if words else head.lemma
        return group.name

    def _author(self, token: Token) -> Token | None:
        """Whose paper a paper is: "a statement from the ministry", "a report by the Monitor"."""
        if token.lemma not in self._verbs.papers:
            return None
        document = self._document
        for child in document.children(token.index):
            if child.dep == "prep" and child.lemma in {"from", "by", "of"}:
                author = document.child(child.index, "pobj")
                if author is not None and self._index.at(author.start, author.end) is not None:
                    return author
            if child.dep in {"acl", "relcl"} and (by := document.child(child.index, "agent")):
                return document.child(by.index, "pobj")
            if child.dep == "agent":
                return document.child(child.index, "pobj")
        issuing = document.head(token)
        if token.dep == "dobj" and issuing.pos == "VERB" and issuing.lemma in self._verbs.issuing:
            return self.subject(issuing, _DEEP)  # "released a statement saying"
        return None

    def _apposed(self, token: Token) -> Entity | None:
        """The person whom an apposition names: "a fisherman, Omar Shah, said"."""
        document = self._document
        for child in document.children(token.index):
            if child.dep == "appos" and child.pos == "PROPN":
                entity = self._index.at(child.start, child.end)
                if entity is not None and entity.kind == "person":
                    return entity
        return None

    def _of_entity(self, token: Token, entity: Entity, first: int, last: int) -> Source:
        document = self._document
        start, end = document.tokens[first].start, document.tokens[last - 1].end
        own = next(
            (m for m in entity.mentions if m.start <= token.start and token.end <= m.end), None
        )
        if own is not None and token.pos == "PROPN":
            start, end = own.start, own.end
        proper = any(ch.isupper() for ch in entity.name)
        name = entity.name
        role = (entity.role or entity.name).casefold().split()
        public = any(word.strip(".") in self._verbs.public for word in role)
        kind: LinkKind
        if entity.kind == "group":
            kind = "collective"
        elif entity.kind in {"organisation", "office", "outlet", "country"}:
            kind = "collective" if name.casefold() in {"police", "army"} else "named"
        else:
            kind = "named" if proper or self._is_office(token, entity) else "anonymous"
        if not proper and token.pos != "PRON" and token.lemma in self._verbs.relations:
            name = self._phrase_name(token, first, last) or name
        private = entity.kind in {"person", "unknown"} and proper and not public
        return Source(
            name=name,
            kind=kind,
            private=private,
            start=start,
            end=end,
            entity_id=entity.entity_id,
            withheld=self._withheld(token),
        )

    def _is_office(self, token: Token, entity: Entity) -> bool:
        """ "The interior minister" without a name is one office, "an official" is anybody."""
        if token.lemma not in self._verbs.public or token.lemma == "official":
            return False
        articles = {
            t.text.casefold() for t in self._document.children(token.index) if t.dep == "det"
        }
        return "the" in articles

    def _phrase_name(self, token: Token, first: int, last: int) -> str:
        """The words of a noun phrase without its article: "bread seller"."""
        document = self._document
        if token.lemma in self._verbs.relations or token.tag == "NNS":
            first, last = full_phrase(document, token)
        owner = next((t for t in document.children(token.index) if t.dep == "poss"), None)
        if owner is not None:
            body = self._index.at(owner.start, owner.end)
            modifiers = [
                t.text
                for t in document.tokens[owner.index + 1 : token.index]
                if t.tag != "POS" and t.pos in {"NOUN", "ADJ", "PROPN"} and t.dep != "poss"
                and t.head == token.index
            ]  # fmt: skip
            words = " ".join([*modifiers, token.text])
            if body is not None and body.kind != "person" and owner.pos != "PRON":
                return f"{words} of {body.name}"
            return words
        words_ = list(document.tokens[first:last])
        while words_ and (
            words_[0].text.casefold() in _ARTICLES | _PARTICLES
            or words_[0].pos in {"DET", "NUM", "PRON", "PUNCT"}
            or words_[0].dep in {"predet", "quantmod"}
        ):
            words_.pop(0)
        if not words_:
            return ""
        text = document.readable(words_[0].start, words_[-1].end)
        if (
            words_[0].start == document.sentence_at(words_[0].start).start
            and words_[0].pos != "PROPN"
        ):
            text = text[:1].lower() + text[1:]
        return text.replace(" the ", " ")

    def _withheld(self, token: Token) -> bool:
        """Whether the text says that this speaker asked not to be named."""
        sentence = self._document.sentences[token.sentence]
        text = self._document.text[sentence.start : sentence.end].casefold()
        return any(phrase in text for phrase in self._verbs.withheld) and not any(
            ch.isupper() for ch in token.text[:1] if token.pos == "PROPN"
        )
