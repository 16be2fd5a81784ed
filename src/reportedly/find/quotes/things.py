"""Contents that are no clause: "denied any part in it", "called this false", "put it at 200"."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.find.quotes.contents import Contents
from reportedly.find.quotes.context import Setting
from reportedly.find.quotes.edges import Piece
from reportedly.find.quotes.lexicon import VerbGroup
from reportedly.parse import Token

_VERDICTS = frozenset(
    {"oprd", "amod", "attr", "acomp", "pobj", "ccomp", "dobj", "prep", "xcomp", "pcomp", "advcl",
     "acl"}
)  # fmt: skip
# prepositions that tell when or where somebody speaks: "criticised the mayor | during a debate"
_LOOSE = frozenset({"after", "amid", "at", "before", "during", "since", "while", "by", "via"})
# prepositions of what somebody is praised or blamed for: "blasted the mayor on Monday | over …"
_BELONGING = frozenset({"about", "as", "for", "of", "over"})
_HOLDING = frozenset({"hold", "find", "think", "consider", "deem", "believe"})  # … responsible
_RESPONSIBLE = frozenset({"responsible", "accountable", "guilty", "answerable"})
_WHAT = 80  # characters of what is described as something
_NEAR = 14  # tokens between a verb and the word that calls something false


@dataclass(frozen=True, slots=True)
class Thing:
    """What a verb takes as content, and by which words it does."""

    group: VerbGroup
    piece: Piece
    rule: str


class Things:
    """Finds contents of verbs that take phrases in one parsed article."""

    def __init__(self, setting: Setting, contents: Contents) -> None:
        self._document = setting.document
        self._verbs = setting.verbs
        self._contents = contents

    def find(self, verb: Token, thing: Token | None) -> Thing | None:
        """The first form of content that fits; `thing` is the verb's object."""
        if (
            thing is not None
            and thing.lemma == "responsibility"
            and verb.lemma in self._verbs.owning
        ):
            return self._responsibility(verb, thing)
        return (
            self._verdict(verb)
            or (self._reports(verb, thing) if thing is not None else None)
            or (self._charge(verb, thing) if thing is not None else None)
            or self._held_responsible(verb, thing)
            or (self._number(verb, thing) if thing is not None else None)
            or self._as(verb, thing if thing is not None else self._referred_to(verb))
            or self._preposition(verb)
            or (self._noun(verb, thing) if thing is not None else None)
        )

    def _responsibility(self, verb: Token, thing: Token) -> Thing | None:
        """ "claimed responsibility for the blast" admits the blast."""
        group = self._verbs.group("noun", "admit")
        inside = (*self._document.children(verb.index), *self._document.children(thing.index))
        what = next((t for t in inside if t.dep == "prep" and t.lemma == "for"), None)
        if what is None or group is None:
            return None
        return Thing(group, self._contents.subtree(what, after=what), "responsibility")

    def _verdict(self, verb: Token) -> Thing | None:
        """ "called this false": the whole verdict is the content."""
        group = self._verbs.group("verdict", verb.lemma)
        if group is None:
            return None
        for token in self._document.subtree(verb.index):
            if not verb.index < token.index <= verb.index + _NEAR:
                continue
            if token.text.casefold() in self._verbs.false and token.dep in _VERDICTS:
                end = self._end_of_verdict(verb, token)
                return Thing(group, (verb.start, end), group.group_id)
        return None

    def _end_of_verdict(self, verb: Token, label: Token) -> int:
        """The end of what is called false, where it follows: "dismissed as lies reports of …"."""
        things = (t for t in self._document.children(verb.index) if t.dep == "dobj")
        thing = next((t for t in things if t.index > label.index), None)
        return label.end if thing is None else self._contents.subtree(thing)[1]

    def _reports(self, verb: Token, thing: Token) -> Thing | None:
        """ "rejected reports of deaths": what the reports say."""
        group = self._verbs.group("reports", verb.lemma)
        if group is None or thing.lemma not in self._verbs.reports:
            return None
        about = next(
            (t for t in self._document.children(thing.index)
             if t.dep in {"prep", "acl", "relcl"} and t.index > thing.index), None
        )  # fmt: skip
        if about is None:
            piece = self._contents.subtree(thing)
        else:
            piece = self._contents.subtree(about, after=about if about.dep == "prep" else None)
        return Thing(group, piece, "reject-reports")

    def _charge(self, verb: Token, thing: Token) -> Thing | None:
        """ "accused the police of beating drivers": whom, and of what."""
        group = self._verbs.group("person-of", verb.lemma)
        document = self._document
        of = next(
            (t for t in (*document.children(verb.index), *document.children(thing.index))
             if t.dep == "prep" and t.lemma in {"of", "for", "as"} and t.index > thing.index
             and (t.head == verb.index or document.child(t.index, "pcomp"))), None
        )  # fmt: skip
        if group is None or of is None or self._contents.inside(thing.start):
            return None
        named = thing.pos == "PRON" or bool(thing.name)
        if verb.lemma in self._verbs.striking and not named:
            return None
        piece = (self._contents.subtree(thing)[0], self._contents.subtree(of)[1])
        return Thing(group, piece, group.group_id)

    def _held_responsible(self, verb: Token, thing: Token | None) -> Thing | None:
        """ "held the militia responsible for the fire": whom, and for what."""
        group = self._verbs.group("person-of", "accuse")
        if verb.lemma not in _HOLDING or group is None:
            return None
        heads = {verb.index} if thing is None else {verb.index, thing.index}
        document = self._document
        guilty = next(
            (t for t in document.subtree(verb.index)
             if t.lemma in _RESPONSIBLE and t.head in heads and document.child(t.index, "prep")),
            None,
        )  # fmt: skip
        whom = (
            thing if guilty is None or thing is not None else document.child(guilty.index, "nsubj")
        )
        if guilty is None or whom is None or not verb.index < whom.index < guilty.index:
            return None
        if self._contents.inside(whom.start):
            return None
        piece = (self._contents.subtree(whom)[0], self._contents.subtree(guilty)[1])
        return Thing(group, piece, group.group_id)

    def _number(self, verb: Token, thing: Token) -> Thing | None:
        """ "put the crowd at 200"."""
        group = self._verbs.group("number", verb.lemma)
        at = next(
            (t for t in self._document.children(verb.index)
             if t.dep == "prep" and t.lemma in {"at", "as"}), None
        )  # fmt: skip
        if group is None or at is None:
            return None
        counts = any(
            t.name in {"CARDINAL", "QUANTITY"} or t.pos == "NUM" or t.text in '"“'
            for t in self._document.subtree(at.index)
        )
        if not counts:
            return None
        piece = (self._contents.subtree(thing)[0], self._contents.subtree(at)[1])
        return Thing(group, piece, "number")

    def _preposition(self, verb: Token) -> Thing | None:
        """ "called for a strike", "appealed to citizens to stay calm"."""
        children = self._document.children(verb.index)
        for child in children:
            group = self._verbs.group(f"prep:{child.lemma}", verb.lemma)
            if child.index < verb.index:
                continue
            if child.dep in {"advcl", "ccomp", "xcomp"}:
                # "called for Roa to resign"
                opening = self._document.subtree(child.index)[0]
                group = self._verbs.group(f"prep:{opening.lemma}", verb.lemma)
                if group is not None and opening.dep == "mark" and opening.index > verb.index:
                    piece = self._contents.subtree(child, after=opening)
                    return Thing(group, piece, group.group_id)
                continue
            if child.dep != "prep" or group is None:
                continue
            if not self._document.children(child.index):
                continue
            piece = self._contents.subtree(child, after=child)
            if child.lemma in {"on", "to"} and group.kind == "order":
                wanted = next(
                    (t for t in children if t.dep in {"xcomp", "advcl"}
                     and t.index > child.index and self._document.child(t.index, "aux")), None
                )  # fmt: skip
                if wanted is None:
                    continue
                piece = (piece[0], self._contents.subtree(wanted)[1])
            return Thing(group, piece, group.group_id)
        return None

    def _referred_to(self, verb: Token) -> Token | None:
        """What is named after "to": "referred to the raid as an error"."""
        to = next((t for t in self._document.children(verb.index) if t.lemma == "to"), None)
        return self._document.child(to.index, "pobj") if to is not None else None

    def _as(self, verb: Token, thing: Token | None) -> Thing | None:
        """ "described the raid as an error", "referred to the raid as an error"."""
        group = self._verbs.group("prep:as", verb.lemma)
        if group is None and self._contents.marks_follow(verb, " as "):
            group = self._verbs.group("prep:as", "describe")
        if group is None or thing is None:
            return None
        for child in self._document.children(verb.index):
            if child.lemma == "as" and child.index > thing.index:
                if not self._document.children(child.index):
                    return None
                start = self._contents.subtree(thing)[0]
                piece = self._contents.subtree(child, after=child)
                short = piece[0] - start > _WHAT
                whole = self._contents.trim(start, piece[1])
                return Thing(group, piece if short else whole, group.group_id)
        return None

    def _found_by_papers(self, verb: Token) -> VerbGroup | None:
        """ "The poll shows a tight race": only of those who find things out for a living."""
        group = self._verbs.group("finding", verb.lemma)
        subject = self._document.child(verb.index, "nsubj")
        finds = subject is not None and subject.lemma in self._verbs.findings
        return group if finds else None

    def _noun(self, verb: Token, thing: Token) -> Thing | None:
        """ "denied any part in the blast": the object with its complements."""
        group = self._verbs.group("noun", verb.lemma) or self._found_by_papers(verb)
        children = self._document.children(verb.index)
        if group is None or any(t.dep == "auxpass" for t in children):
            return None
        if thing.pos not in {"NOUN", "PROPN"} and thing.tag != "NN":
            return None
        if verb.lemma in self._verbs.citing and thing.lemma in self._verbs.witnesses:
            return None  # "citing a security source": somebody whose words are told
        start, end = self._contents.subtree(thing)
        for child in children:
            if child.dep == "prep" and child.index > thing.index and child.lemma in _BELONGING:
                if self._document.children(child.index):
                    end = max(end, self._contents.subtree(child)[1])
                continue
            # complements that the parser hung on the verb: "any part | in the blast"
            if (
                child.dep == "prep"
                and child.start <= end + 2
                and child.index > thing.index
                and child.lemma not in _LOOSE
            ):
                inner = self._document.child(child.index, "pobj")
                if inner is not None and inner.name not in {"DATE", "TIME"}:
                    end = self._contents.subtree(child)[1]
        return Thing(group, (start, end), group.group_id)
