"""Who a cue's subject is: name, kind and exposure of a speaker."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.mentions import MentionIndex, full_phrase, noun_phrase
from reportedly.find.quotes.lexicon import ReportingVerbs
from reportedly.find.quotes.saying import NOBODY, LinkKind, Source
from reportedly.find.quotes.subjects import Subjects
from reportedly.parse import Document, Token
from reportedly.records import Entity

_SINGLE = frozenset(
    {"he", "she", "it", "his", "her", "its", "one", "another", "someone", "somebody"}
)
_DEEP = 2  # verbs further up in which the subject of one is still looked for


class Speakers:
    """Names the speakers of one article."""

    def __init__(
        self, document: Document, entities: Sequence[Entity], verbs: ReportingVerbs
    ) -> None:
        self._document = document
        self._index = MentionIndex(entities)
        self._verbs = verbs
        self._subjects = Subjects(document, verbs)

    # --- which token speaks ------------------------------------------------------------

    def subject(self, verb: Token, depth: int = 0) -> Token | None:
        """The noun or pronoun that is said to speak, by the syntax; None where there is none."""
        return self._subjects.find(verb, depth)

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
        if token.pos == "PRON" or low in self._verbs.words.parts:
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
        if low == "those" and (group := self._those(token)) is not None:
            return group
        if low in self._verbs.words.first_person or low in self._verbs.words.empty:
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
        if low in self._verbs.words.parts | self._verbs.words.unclear:
            many = low not in _SINGLE
            return Source(
                name=low if many else NOBODY,
                kind="collective" if many else "anonymous",
                private=False,
                start=token.start,
                end=token.end,
                withheld=True,
            )
        return None

    def _those(self, token: Token) -> Source | None:
        """ "Those surveyed", "those who saw it": people whom only what they did tells."""
        document = self._document
        clause = document.child(token.index, "acl", "relcl")
        if clause is None or clause.index < token.index:
            return None
        end = document.subtree(clause.index)[-1].end
        return Source(
            name=document.readable(token.start, end).casefold(), kind="collective", private=False,
            start=token.start, end=end, withheld=True,
        )  # fmt: skip

    def author(self, token: Token) -> Source:
        """Who writes "I" outside all marks: the byline's name, else nobody who is named."""
        byline = self._document.article.byline
        return Source(
            name=byline or NOBODY, kind="named" if byline else "anonymous", private=True,
            start=token.start, end=token.end, withheld=not byline,
        )  # fmt: skip

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
        """ "The interior minister", "Dorna's minister" is one office, "an official" is anybody.

        So is "he" after one of them.
        """
        if token.pos == "PRON":
            roots = (self._document.root_of(m.start, m.end) for m in entity.mentions)
            heads = (t for t in roots if t is not None and t.pos == "NOUN")
            return any(self._is_office(t, entity) for t in heads)
        if token.lemma not in self._verbs.public or token.lemma == "official":
            return False
        return any(
            t.text.casefold() == "the" or (t.dep == "poss" and t.pos == "PROPN")
            for t in self._document.children(token.index)
        )

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
            words_[0].text.casefold() in self._verbs.words.determiners | self._verbs.words.particles
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
            and words_[0].name != "NORP"
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
