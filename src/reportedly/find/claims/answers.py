"""Claims that a verb of speech makes without a clause: "denied this", "called it theft"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set

from reportedly.find.claims.assertion import Assertion
from reportedly.find.claims.lexicon import ClaimLexicon
from reportedly.find.claims.propositions import without_aside
from reportedly.find.claims.speakers import speaker_of
from reportedly.parse import Document, Sentence, Token
from reportedly.parse.negation import is_negated
from reportedly.records import ClaimKind

_POINTING = frozenset({"this", "that", "it", "these", "those"})
_EVERYTHING = frozenset({"all", "everything"})
_PHRASE = 3  # tokens of a number that is a content by itself
_TOLL = frozenset({"dead", "injured", "wounded"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_MARKS = frozenset({'"', "“", "”", "«", "»"})
_WHOM = frozenset({"whom", "who"})
_NOBODY = frozenset({"neither", "no", "nobody", "none", "nothing"})
_BARE = 7  # tokens of a sentence that only denies
_ONESELF = frozenset({"himself", "herself", "itself", "themselves"})


class Answers:
    """Finds denials, verdicts, estimates and promises that no quotation holds.

    Args:
        document: the article.
        lexicon: the verbs of each.
        own: whether a word is the outlet's own, in nobody's words.
    """

    def __init__(
        self, document: Document, lexicon: ClaimLexicon, own: Callable[[Token], bool]
    ) -> None:
        self._document = document
        self._lexicon = lexicon
        self._own = own

    def find(self, sentence: Sentence) -> Iterator[Assertion]:
        """Claims of one sentence, in order of its verbs."""
        for verb in self._document.sentence_tokens(sentence):
            if verb.pos != "VERB" or not self._own(verb) or not self._told(verb):
                continue
            found = self._kind(verb)
            speaker = speaker_of(self._document, verb)
            if found is None or speaker is None or self._nobody(speaker):
                continue
            kind, start, end = found
            if kind == "denial" and self._alone(sentence, verb):
                start, end = sentence.start, sentence.end
            denounced = kind == "accusation" and start > verb.start  # the clause alone
            rule = "claims.denounced" if denounced else "claims.answer"
            yield Assertion(start=start, end=end, kind=kind, rule=rule, speaker=speaker)

    def _alone(self, sentence: Sentence, verb: Token) -> bool:
        """Whether a sentence does nothing but deny: "The company disputes this." """
        return verb.dep == "ROOT" and sentence.last - sentence.first <= _BARE

    def _told(self, verb: Token) -> bool:
        """Whether a verb tells what was said, and not what may be or is not."""
        children = self._document.children(verb.index)
        if any(t.dep == "auxpass" or t.tag == "MD" for t in children):
            return False
        if verb.lemma != "plead" and is_negated(self._document, verb):
            return False
        return verb.tag in _FINITE or any(t.lemma == "have" and t.dep == "aux" for t in children)

    def _nobody(self, speaker: Token) -> bool:
        """ "**No group** has claimed responsibility"."""
        return any(
            t.text.casefold() in _NOBODY for t in (speaker, *self._document.children(speaker.index))
        )

    def _kind(self, verb: Token) -> tuple[ClaimKind, int, int] | None:
        return self._denial(verb) or self._verdict(verb) or self._statement(verb)

    def _denial(self, verb: Token) -> tuple[ClaimKind, int, int] | None:
        lexicon = self._lexicon
        if verb.lemma in lexicon.denying:
            deed = self._deed(verb)
            if deed is not None:
                return ("denial", *deed)
            if (which := self._which(verb)) is not None:
                return ("denial", which.start, verb.end)
        if (
            (verb.lemma in lexicon.denying and (self._denies(verb) or self._in_short(verb)))
            or (verb.lemma in lexicon.perceiving and self._perceives_nothing(verb))
            or (verb.lemma == "plead" and self._pleads_not(verb))
            or self._has(verb, {"maintain", "protest"}, "innocence")
        ):
            return ("denial", *self._bounds(verb))
        return None

    def _verdict(self, verb: Token) -> tuple[ClaimKind, int, int] | None:
        lexicon = self._lexicon
        if verb.lemma in lexicon.naming:
            clause = self._clause(verb)
            if clause is not None:
                return ("accusation", *clause)
            regarded = self._regarded(verb)
            if regarded is not None:
                return ("accusation", *regarded)
            if self._names(verb):
                praised = verb.lemma in lexicon.praising
                return ("statement" if praised else "accusation", *self._bounds(verb))
        if verb.lemma in lexicon.denying and self._as(verb) and self._in_marks(verb):
            return ("denial", *self._bounds(verb))
        return None

    def _statement(self, verb: Token) -> tuple[ClaimKind, int, int] | None:
        lexicon = self._lexicon
        if (
            self._has(verb, {"claim"}, "responsibility")
            or (verb.lemma == "speak" and self._speaks_of(verb))
            or (verb.lemma == "claim" and self._counts(self._document.child(verb.index, "dobj")))
            or (verb.lemma == "admit" and self._admits_number(verb))
            or (verb.lemma in lexicon.estimating and self._estimates(verb))
        ):
            return ("statement", *self._bounds(verb))
        if verb.lemma in lexicon.promising and self._promises(verb):
            return ("promise", *self._bounds(verb))
        return None

    def _bounds(self, verb: Token) -> tuple[int, int]:
        """From the verb or its helpers to the end of what hangs on it."""
        document = self._document
        first = min(
            [verb, *(t for t in document.children(verb.index) if t.dep == "aux")],
            key=lambda t: t.index,
        )
        apart = {
            t.index
            for child in document.children(verb.index)
            if child.dep == "conj"
            for t in document.subtree(child.index)
        }
        inside = [
            t
            for t in document.subtree(verb.index)
            if t.index >= first.index and t.index not in apart
        ]
        marks = sum(t.text in _MARKS for t in inside)
        while inside[-1].pos in {"PUNCT", "CCONJ"} and inside[-1].index > verb.index:
            if inside[-1].text in _MARKS and marks % 2 == 0:
                break  # closes what was opened inside
            inside.pop()
        return first.start, inside[-1].end

    def _denies(self, verb: Token) -> bool:
        """ "disputes this", "rejected that account": a denial that repeats nothing."""
        thing = self._document.child(verb.index, "dobj")
        if thing is None:
            return False
        if thing.text.casefold() in _POINTING | _EVERYTHING:
            return not self._goes_on(verb)
        known = self._lexicon.accounts | self._lexicon.denied
        named = thing.lemma in known or self._with_prefix(thing) in known
        return named and not any(
            t.dep in {"acl", "ccomp"} for t in self._document.children(thing.index)
        )

    def _in_short(self, verb: Token) -> bool:
        """ "Denies harbouring them": too short to be a content by itself."""
        deed = self._document.child(verb.index, "xcomp")
        below = self._document.subtree(deed.index) if deed is not None else ()
        return deed is not None and deed.tag == "VBG" and len(below) < _PHRASE

    def _which(self, verb: Token) -> Token | None:
        """ "They were beaten, **which** the police denies"."""
        which = self._document.child(verb.index, "dobj") if verb.dep == "relcl" else None
        before = self._document.tokens[max(verb.index - 1, 0)] if which is None else which
        comma = self._document.tokens[max(before.index - 1, 0)]
        what = which is not None and which.text.casefold() == "which" and comma.text == ","
        return which if what else None

    def _with_prefix(self, noun: Token) -> str:
        """A noun with what a hyphen ties to it: "ill-treatment"."""
        before = self._document.tokens[max(noun.index - 2, 0) : noun.index]
        return "".join([*(t.text.casefold() for t in before), noun.lemma])

    def _goes_on(self, verb: Token) -> bool:
        """ "Rejected this **and said** that …": what is said is the denial."""
        return any(
            t.dep == "conj" and self._document.child(t.index, "ccomp") is not None
            for t in self._document.children(verb.index)
        )

    def _deed(self, verb: Token) -> tuple[int, int] | None:
        """ "Denied **having hired guards**"."""
        deed = self._document.child(verb.index, "xcomp")
        if deed is None or deed.pos not in {"VERB", "AUX"}:
            return None
        inside = [t for t in self._document.subtree(deed.index) if t.index > verb.index]
        words = [t for t in inside if t.pos != "PUNCT"]
        if not words or words[0].tag != "VBG" or not self._own(deed):
            return None
        end = without_aside(self._document, words[0].start, words[-1].end)
        return words[0].start, end

    def _has(self, verb: Token, verbs: Set[str], thing: str) -> bool:
        """ "Maintains his innocence", "claimed responsibility for the blast"."""
        said = self._document.child(verb.index, "dobj") if verb.lemma in verbs else None
        return said is not None and said.lemma == thing

    def _pleads_not(self, verb: Token) -> bool:
        """ "Has pleaded not guilty": a denial in court."""
        words = [t.text.casefold() for t in self._document.subtree(verb.index)]
        return "not" in words and "guilty" in words

    def _in_marks(self, verb: Token) -> bool:
        """ "Rejected the date as “an empty promise”", not "rejected pupils as too young"."""
        return any(t.text in _MARKS for t in self._document.subtree(verb.index))

    def _names(self, verb: Token) -> bool:
        """ "called it theft", "dismissed the march as a picnic": what somebody is said to be."""
        children = self._document.children(verb.index)
        if any(t.text.casefold() in _ONESELF for t in children):
            return False
        if not any(self._is_named(verb, t) for t in children):
            return False
        if any(t.dep == "oprd" for t in children):
            return True
        if verb.lemma in self._lexicon.calling:
            clause = next((t for t in children if t.dep == "ccomp"), None)
            return clause is not None and clause.pos in {"NOUN", "PROPN", "ADJ"}
        return self._as(verb)

    def _regarded(self, verb: Token) -> tuple[int, int] | None:
        """ "Whom the judges regard as **the head of the gang**"."""
        document = self._document
        whom = document.child(verb.index, "dobj") if verb.dep == "relcl" else None
        as_ = next((t for t in document.children(verb.index) if t.lemma == "as"), None)
        what = document.child(as_.index, "pobj") if as_ is not None else None
        if whom is None or whom.text.casefold() not in _WHOM or what is None:
            return None
        words = [t for t in document.subtree(what.index) if t.pos != "PUNCT"]
        return words[0].start, words[-1].end

    def _is_named(self, verb: Token, child: Token) -> bool:
        """Whether a child is what is named: "called **it** theft", "**what** it describes as"."""
        if child.dep in {"dobj", "nsubj", "ccomp"} and child.index > verb.index:
            return True
        if child.dep == "dobj":
            after = self._document.tokens[verb.index + 1 : verb.index + 2]
            plain = verb.lemma in self._lexicon.calling and not any(t.text in _MARKS for t in after)
            return child.text.casefold() == "what" and not plain
        # the parser takes "called **this** “a gift to thieves”" together
        return child.dep == "oprd" and (
            self._document.tokens[verb.index + 1].text.casefold() in _POINTING
        )

    def _as(self, verb: Token) -> bool:
        """ "dismissed the march **as** a picnic", "rejected the date **as** an empty promise"."""
        things = [t for t in self._document.children(verb.index) if t.dep == "dobj"]
        return bool(things) and any(
            t.lemma in {"as", "for"}
            for thing in [verb, *things]
            for t in self._document.children(thing.index)
            if t.dep in {"prep", "mark"}
        )

    def _speaks_of(self, verb: Token) -> bool:
        """ "Speaks of “a silent invasion”": somebody's own words; "speaks of 60,000": his count."""
        of = next((t for t in self._document.children(verb.index) if t.lemma == "of"), None)
        if of is None or of.index + 1 >= len(self._document.tokens):
            return False
        counted = self._document.child(of.index, "pobj")
        if counted is not None and (counted.pos == "NUM" or counted.lemma in _TOLL):
            # longer ones claim by themselves: "spoke of **more than 60,000**"
            return len(self._document.subtree(counted.index)) < _PHRASE
        return self._document.tokens[of.index + 1].text in _MARKS

    def _counts(self, noun: Token | None) -> bool:
        """ "Claimed **a turnout of 45,000**": a number that is the claimant's."""
        of = self._document.child(noun.index, "prep") if noun is not None else None
        number = self._document.child(of.index, "pobj") if of is not None else None
        return number is not None and number.pos == "NUM"

    def _admits_number(self, verb: Token) -> bool:
        """ "The ministry **admits to 63**", of people taken away."""
        to = self._document.child(verb.index, "prep")
        number = self._document.child(to.index, "pobj") if to is not None else None
        return to is not None and to.lemma == "to" and number is not None and number.pos == "NUM"

    def _perceives_nothing(self, verb: Token) -> bool:
        """ "The nurse heard no explosion": a witness against a report."""
        thing = self._document.child(verb.index, "dobj")
        return thing is not None and any(
            t.text.casefold() == "no" for t in self._document.children(thing.index)
        )

    def _clause(self, verb: Token) -> tuple[int, int] | None:
        """ "Denounces that **rebels mined the road**": a verb of blame with a clause."""
        clause = self._document.child(verb.index, "ccomp")
        if clause is None or not self._own(clause):
            return None
        inside = self._document.subtree(clause.index)
        if inside[0].text.casefold() != "that" or inside[0].dep != "mark":
            return None
        words = [t for t in inside[1:] if t.pos != "PUNCT"]
        return (words[0].start, words[-1].end) if words else None

    def _estimates(self, verb: Token) -> bool:
        """ "puts the loss at two millions": a figure that counts no people."""
        thing = self._document.child(verb.index, "dobj")
        if thing is None or thing.lemma not in self._lexicon.amounts:
            return False
        return any(
            t.lemma == "at"
            for at in (verb, thing)
            for t in self._document.children(at.index)
            if t.dep == "prep"
        )

    def _promises(self, verb: Token) -> bool:
        """ "promised every town a school": what somebody is to get."""
        thing = self._document.child(verb.index, "dobj")
        return thing is not None and thing.pos == "NOUN"
