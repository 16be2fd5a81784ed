"""Words told by a noun: "his claim that …", "its promise to pay", "her criticism of the law"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.find.quotes.contents import Contents
from reportedly.find.quotes.context import Setting
from reportedly.find.quotes.saying import Saying
from reportedly.parse import Token
from reportedly.records import Stance

_BY = frozenset({"of", "by", "from"})
_PHRASE = 10  # words between a noun and the clause that it tells


class Nouns:
    """Finds what nouns of speech and thought tell in one parsed article."""

    def __init__(self, setting: Setting, contents: Contents) -> None:
        self._document = setting.document
        self._speakers = setting.speakers
        self._verbs = setting.verbs
        self._contents = contents

    def find(self, noun: Token) -> Iterator[Saying]:
        """What a noun tells, where the text says whose it is."""
        verbs = self._verbs
        if noun.lemma in verbs.nouns_that_tell:
            if verbs.group("reports", self._document.head(noun).lemma) and (
                noun.lemma in verbs.reports
            ):
                return  # "rejected claims that": read at the verb
            told = self._clause(noun)
            if told is not None:
                yield told
                return
        about = self._about(noun)
        if about is not None:
            yield about

    def _clause(self, noun: Token) -> Saying | None:
        """ "his claim that the bridge was safe", "a confession … that", "its promise to pay"."""
        document = self._document
        clauses = [
            t
            for t in document.children(noun.index)
            if t.dep in {"acl", "ccomp"} and t.pos in {"VERB", "AUX"} and t.index > noun.index
        ]
        openings = [{c.text.casefold() for c in document.children(t.index)} for t in clauses]
        clause = next((t for t, o in zip(clauses, openings, strict=True) if "that" in o), None)
        clause = clause or self._parted(noun) or self._predicate(noun)
        rule = "noun"
        if clause is None and noun.lemma in self._verbs.nouns_to:
            clause = next((t for t, o in zip(clauses, openings, strict=True) if "to" in o), None)
            rule = f"{self._verbs.nouns_to[noun.lemma]}.noun"
        if clause is None:
            return None
        owner = self._owner(noun, clause=rule == "noun")
        governor = document.head(noun)
        if owner is None and noun.dep == "dobj" and governor.pos == "VERB":
            if any(t.dep == "neg" for t in document.children(governor.index)):
                return None
            owner = self._speakers.subject(governor) if rule == "noun" else None
        if owner is None and rule == "noun" and noun.lemma in self._verbs.nouns_alone:
            return self._of_nobody(noun, self._contents.subtree(clause), rule)
        stance = self._verbs.nouns.get(noun.lemma, "states")
        denying = self._verbs.group("reports", governor.lemma)
        if noun.dep == "dobj" and denying is not None:
            stance = denying.stance
        return self._saying(noun, owner, self._contents.subtree(clause), stance, rule)

    def _parted(self, noun: Token) -> Token | None:
        """ "the contention of the mayor | that …": a clause that the parser hung elsewhere."""
        document = self._document
        of = next((t for t in document.children(noun.index) if t.lemma in _BY and t.dep == "prep"),
                  None)  # fmt: skip
        if of is not None and self._speaker_of(of) is None:
            return None
        phrase = of or document.child(noun.index, "prep")  # "her claim during the debate that"
        near = phrase is not None and phrase.index == noun.index + 1
        last = document.subtree(phrase.index)[-1] if phrase is not None and near else noun
        that = document.tokens[min(last.index + 1, len(document.tokens) - 1)]
        clause = document.head(that)
        opens = that.text.casefold() == "that" and that.dep == "mark" and clause.index > that.index
        if opens and that.sentence == noun.sentence:
            return clause
        return self._after_phrase(noun)

    def _after_phrase(self, noun: Token) -> Token | None:
        """ "her claim in the debate | that …", "alarm among clerks | that …": a phrase between."""
        document = self._document
        last = document.sentences[noun.sentence].last
        following = document.tokens[noun.index + 1 : min(noun.index + _PHRASE, last)]
        if not following or following[0].pos != "ADP":
            return None
        for token in following:
            if token.text.casefold() == "that" and token.dep == "mark":
                clause = document.head(token)
                return clause if clause.index > token.index else None
            if token.pos in {"VERB", "AUX", "PUNCT", "SCONJ"}:
                return None
        return None

    def _predicate(self, noun: Token) -> Token | None:
        """ "the mayor's answer was | that …": the clause of "is"."""
        document = self._document
        verb = document.head(noun)
        if noun.dep != "nsubj" or verb.lemma != "be":
            return None
        if any(t.dep in {"neg", "aux"} for t in document.children(verb.index)):
            return None
        for clause in document.children(verb.index):
            marks = {t.text.casefold() for t in document.children(clause.index)}
            if clause.dep == "ccomp" and clause.index > verb.index and "that" in marks:
                return clause
        return None

    def _speaker_of(self, of: Token) -> Token | None:
        """Whose word it is after "of": somebody with a name, no thing that it is about."""
        holder = self._document.child(of.index, "pobj")
        source = self._speakers.name(holder) if holder is not None else None
        return holder if source is not None and source.entity_id is not None else None

    def _about(self, noun: Token) -> Saying | None:
        """ "her criticism of the law", "the union's call for a strike"."""
        document = self._document
        for child in document.children(noun.index):
            if child.dep != "prep" or child.index < noun.index:
                continue
            if noun.lemma not in self._verbs.nouns_on.get(child.lemma, ()):
                continue
            what = document.child(child.index, "pobj", "pcomp")
            owner = self._owner(noun)
            piece = self._contents.subtree(child, after=child)
            if owner is None and child.lemma == "about":
                governor = document.head(noun)
                if noun.dep == "dobj" and governor.pos == "VERB":
                    owner = self._speakers.subject(governor)
                if owner is None and noun.lemma in self._verbs.nouns_alone:
                    return self._of_nobody(noun, piece, "noun-on")
            if what is None or what.pos == "PRON" or owner is None:
                return None
            return self._saying(noun, owner, piece, "states", "noun-on")
        return None

    def _of_nobody(self, noun: Token, piece: tuple[int, int], rule: str) -> Saying | None:
        """ "allegations that he lied", "worries about the dam": somebody's, nobody says whose."""
        if self._contents.inside(noun.start):
            return None
        return Saying(
            kind="belief",
            stance=self._verbs.nouns.get(noun.lemma, "states"),
            pieces=(piece,),
            sources=(),
            relays=(),
            cue=(noun.start, noun.end),
            medium=None,
            rule=f"quotes.told.{rule}-alone",
            scoped=False,
            minor=True,
        )

    def _owner(self, noun: Token, *, clause: bool = False) -> Token | None:
        """Whose word it is: "its promise", "a claim by the police"."""
        document = self._document
        owner = document.child(noun.index, "poss")
        before = document.tokens[noun.index - 1] if noun.index else noun
        if owner is not None and before.lemma in self._verbs.organisations:
            return before  # "the prosecutor's office promises": taken for a noun
        if owner is not None:
            return owner
        of_whom = {"by", "from", "among"} if clause else {"by", "from"}
        by = next((t for t in document.children(noun.index) if t.lemma in of_whom), None)
        if by is not None:
            return document.child(by.index, "pobj")
        of = next((t for t in document.children(noun.index) if t.lemma == "of"), None)
        return self._speaker_of(of) if of is not None and clause else None

    def _saying(
        self,
        noun: Token,
        owner: Token | None,
        piece: tuple[int, int],
        stance: Stance,
        rule: str,
    ) -> Saying | None:
        source = self._speakers.name(owner) if owner is not None else None
        if source is None:
            return None
        on = rule == "noun-on"
        return Saying(
            kind="belief" if on else "indirect",
            stance=stance,
            pieces=(piece,),
            sources=(source,),
            relays=(),
            cue=(noun.start, noun.end),
            medium=None,
            rule=f"quotes.told.{rule}",
            scoped=not on,
            minor=True,
        )
