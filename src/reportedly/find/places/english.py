"""What a parsed English text uses each candidate name for: a place, a body, a person, a road …"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from reportedly.find.places.longer_names import COUNTRY, PLACE_LABELS, Use
from reportedly.find.places.spans import Span
from reportedly.find.places.support import DATELINE, PlaceSupport
from reportedly.find.places.surroundings import POSSESSIVES, STRONG, TIME_LABELS
from reportedly.parse import Token
from reportedly.parse.known_names import lower_case_words

MentionKind = Literal["toponym", "demonym", "site"]

ACCEPTED = 2.0  # support from which a candidate counts as a place
_OF_COUNTRY, _LONG_NAME = 1.0, 4  # support of a town of the country told; letters
_PEOPLE_LABELS = frozenset({"NORP", "LANGUAGE"})
_OPPOSITE = frozenset({"with", "between", "against", "by"})
_UNDERGOING = frozenset({"see", "face", "suffer", "witness", "experience", "lie", "border", "have"})
_WORD_AT = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True, slots=True)
class Judged:
    """A span with its use; `support` says how sure it is that this is a place at all."""

    span: Span
    use: Use
    kind: MentionKind
    support: float
    levels: frozenset[str] = frozenset()  # 'province' where the text says 'X province'
    rule: str = "gazetteer"
    resolvable: bool = True  # False: the name denotes a person, a street, a site


class EnglishUses(PlaceSupport):
    """Judges the spans of one parsed document."""

    def judge(self, span: Span, bonus: float = 0.0) -> Judged | None:
        """The use of one span, None where it is no name of a place.

        Args:
            span: a name that the gazetteer knows.
            bonus: support from outside, as that its country is the one the text is about.
        """
        levels = self.levels(span)
        if self.label(span) in _PEOPLE_LABELS and not self.stands_in(span):
            span = _as_demonym(span)
        if self._is_no_name(span, levels):
            return None
        support = self.support(span, levels) + bonus
        apart = bool(levels) or self.is_sent_from(span)
        inner = None if apart else self.in_person(span) or self.in_body(span)
        use = inner or (None if levels else self._in_dateline(span))
        if use is None:
            if support < ACCEPTED and not span.demonym:
                return None
            use = self._as_place(span, levels)
        elif inner is not None and not self._worth_telling(span, inner, support):
            return None
        kind: MentionKind = "demonym" if span.demonym else "site" if span.site else "toponym"
        resolvable = use != "person" and not self.names_street(span)
        return Judged(span, use, kind, support, levels, resolvable=resolvable)

    def judge_in_country(self, span: Span, *, sure: bool) -> Judged | None:
        """The use of a doubtful name that is a town of a country the text is about.

        The parser knows few small towns and takes them for persons: its word counts only where
        something else tells a person too.

        Args:
            span: a name that `judge` left out or took for a person.
            sure: whether such a town is large enough to be named without an introduction.
        """
        plain = sure and len(span.key) >= _LONG_NAME and not self.is_word(span)
        bonus = _OF_COUNTRY + plain
        if not (plain and self.is_mistaken_person(span)):
            return self.judge(span, bonus)
        support = self.support(span, frozenset()) + bonus + 1.0
        if support < ACCEPTED or self.in_body(span) is not None:
            return None
        use = self._as_place(span, frozenset())
        return Judged(span, use, "toponym", support, rule="a town of the country told")

    def _as_place(self, span: Span, levels: frozenset[str]) -> Use:
        """The use of a name that stands for a place."""
        if span.demonym or self.of_party(span) or self.compounded(span):
            return "modifier"
        if levels:
            return "location"
        return self._modifying(span) or self._acting(span) or "location"

    def _worth_telling(self, span: Span, use: Use, support: float) -> bool:
        """Whether a name inside another may hint at a place: not the 'Front' of a party."""
        if self.ends_in_unit(span) or (use == "seat" and support >= ACCEPTED):
            return True
        if span.weight >= STRONG:
            return any(entry.form != "alternate" for entry in span.entries)
        return use == "modifier" and not self.names_street(span) and support >= ACCEPTED - 1

    def may_be_listed(self, span: Span) -> bool:
        """Whether a span that `judge` left out can be one of a list of places.

        The parser's word that it is a person counts little there: it knows few small towns.
        """
        name = self.names.get(span.first)
        longer = name is not None and name.last - name.first > span.last - span.first
        if span.demonym or (longer and name is not None and name.label == "PERSON"):
            return False
        return not self.is_surname(span) and self.in_body(span) is None

    def tells_origin(self, span: Span) -> bool:
        """'soldiers from X', 'Ann Roe of X': where people come from."""
        if self.home_of(span):
            return True
        root = self.tokens[span.last - 1]
        while root.dep == "conj":  # 'soldiers from X and Y'
            root = self.tokens[root.head]
        at = root.head if root.dep == "pobj" else self.opening(span.first) - 1
        if self.word(at, span.first) != "from":
            return False
        above = self.tokens[self.tokens[at].head]
        return above.index == at - 1 and above.lemma in self.cues.origin

    # --- what is no name of a place ---------------------------------------------------------

    def _is_no_name(self, span: Span, levels: frozenset[str]) -> bool:
        """Whether the words of a span name no place here, nor anything that hints at one."""
        if not levels and self.label(span) in TIME_LABELS:
            known = span.own_weight >= 1 and not self.is_word(span)
            return not (known and self.stands_in(span))  # a parser's "in Amhara"
        if self._is_saint(span, levels) or self._tells_descent(span) or self.ends_longer(span):
            return True
        return not self._is_told(span, levels) and (
            self._is_mere_word(span, levels)
            or self._begins_longer_name(span, levels)
            or self.is_thing(span)
        )

    def _is_mere_word(self, span: Span, levels: frozenset[str]) -> bool:
        """A word that is a place only where both the parser and a preposition say so.

        Also where it stands alone behind 'in', if it is a unit or no hamlet: "in Swat".
        """
        if span.weight >= COUNTRY or span.demonym or not self.is_word(span):
            return False
        labelled = self.label(span) in PLACE_LABELS
        labelled = labelled or (span.weight > 0 and self.stands_in(span))
        if span.weight >= STRONG and self.municipal(span):
            return False
        dateline = self._in_dateline(span) is not None
        if span.weight >= STRONG:
            return not (labelled or levels or dateline or self.locative(span.first) >= 2)
        return not (labelled and (levels or dateline or self.locative(span.first) >= 1))

    def _begins_longer_name(self, span: Span, levels: frozenset[str]) -> bool:
        """'San' of 'San Camilo': what follows is no noun that a town's name stands before."""
        common = span.text.lower() in self.cues.common and span.weight < COUNTRY
        ends_in_unit = self.tokens[span.last - 1].lemma.lower() in self.cues.unit_levels
        if ends_in_unit or levels or (span.weight > STRONG and not common):
            return False  # 'the Sena County Sheriff'
        following = self.following(span)
        named = bool(following) and following[0].text[:1].isupper()
        if span.demonym or self.shouting or not named:
            return False
        cues = self.cues
        heads = cues.building | cues.named_site | cues.event | cues.organisation | cues.road
        if following[0].lemma.lower() in heads | cues.street | frozenset(cues.unit_levels):
            # 'the Victoria Hotel'
            sited = following[0].lemma.lower() in cues.building | cues.named_site
            return sited and common
        name = self.names.get(span.first)
        if name is not None and name.label in ("GPE", "LOC"):
            longer = name.last > span.last and not self.apart(name, span)
            return longer or (name.last == span.last and self.is_word(span))
        return span.weight < STRONG

    def is_thing(self, span: Span) -> bool:
        """'the Acropolis': towns have no article, unless it is part of the name."""
        words = span.text.lower().split()
        common = len(words) > 1 and lower_case_words().issuperset(words)
        if common and span.own_weight < 1 and span.weight < COUNTRY:
            # 'the White House', which is also Casablanca in English words
            article = self.opening(span.first) < span.first
            return article or (self.locative(span.first) < 2 and span.key not in self.located)
        bare = self.word(span.first - 1, span.first) == "the" and not span.demonym
        if not bare or span.weight > STRONG or self.governor(span) or self.following(span):
            return False
        return self.document.text[span.end : span.end + 1] != "-" and all(
            entry.kind in ("town", "district") and not entry.name.startswith(("The ", "Den "))
            for entry in span.entries
        )

    def _is_told(self, span: Span, levels: frozenset[str]) -> bool:
        """Whether the words beside a name leave no doubt that it is a place."""
        if levels or self.of_party(span) or self.compounded(span):
            return True
        if span.weight >= STRONG and self.serves(span):
            return True
        return self.ends_in_unit(span) or self.in_capital_dateline(span)

    def _is_saint(self, span: Span, levels: frozenset[str]) -> bool:
        """'St. Michael's pupils': a school or a day, not the town of St. Michael.

        So with the church of St. Michael and St. Ann.
        """
        if not span.key.startswith(("saint ", "st ")):
            return False
        if self._gives_name_to_church(span):
            return True
        if levels or self.municipal(span):
            return False
        return self.word(span.last, span.first) in POSSESSIVES and span.weight <= STRONG

    def _gives_name_to_church(self, span: Span) -> bool:
        root = self.tokens[span.last - 1]
        while root.dep == "conj" and root.head < root.index:
            root = self.tokens[root.head]
        preposition = self.tokens[root.head]
        held = root.dep == "pobj" and preposition.text.casefold() == "of"
        return held and self.tokens[preposition.head].lemma.casefold() in self.cues.churches

    def _tells_descent(self, span: Span) -> bool:
        """'African-American', 'Native Americans'."""
        if not span.demonym:
            return False
        descent = self.cues.descent
        before = [self.word(span.first - step, span.first) for step in (1, 2)]
        if before[0] in descent or (before[0] == "-" and before[1] in descent):
            return True
        after = self.document.text[span.end : span.end + 9]
        return span.key in descent and after in ("-American", "‑American")

    # --- datelines, modifiers, governments ------------------------------------------------------

    def _in_dateline(self, span: Span) -> Use | None:
        sentence = self.document.sentences[self.tokens[span.first].sentence]
        before = self.document.sentences[sentence.index - 1] if sentence.index else None
        opens = before is None or before.paragraph != sentence.paragraph
        if self.behind_headline(span) or self.in_capital_dateline(span):
            return "dateline"
        if sentence.first != span.first or not opens or span.demonym:
            return None
        if not self.shouting and span.weight < 1 and not span.text.isupper():
            return None
        after = self.document.text[span.end : span.end + 90]
        return "dateline" if DATELINE.match(after) or self._opens_line(span) else None

    def _modifying(self, span: Span) -> Use | None:
        head = self.governor(span)
        before = self.word(span.first - 1, span.first)
        if self.branch_of_body(span.last):
            return "modifier"
        if head is None or before in ("in", "near", "outside", "around"):
            return None  # 'In Accra cranes were moving'
        # the parser may take the verb of a headline, or the 'remand' of a 'remand prison', for
        # the head: look at the next noun and the last too
        following = self.following(span)
        lemmas = {head.lemma, *(t.lemma for t in (*following[:1], *following[-1:]))}
        lemmas |= {_hyphenated(self.document.text, t.start) for t in following[:1]}
        cues = self.cues
        if span.weight >= COUNTRY and not lemmas.isdisjoint(cues.of_states):
            return "modifier"  # 'a US base' is another country's
        at_place = cues.building | cues.named_site | cues.event | frozenset(cues.unit_levels)
        if self.word(span.last, span.first) in POSSESSIVES:
            at_place |= cues.street
        return "modifier" if lemmas.isdisjoint(at_place) else "location"

    def _sporting(self, span: Span) -> bool:
        """'Chicago beat Boston': teams."""
        root = self.tokens[span.last - 1]
        head = self.tokens[root.head]
        if root.dep not in ("nsubj", "dobj") or head.lemma not in self.cues.sporting_verbs:
            return False
        other = [t for t in self.document.children(head.index) if t.dep in ("nsubj", "dobj")]
        return len(other) > 1 and all(t.name in PLACE_LABELS or t.name == "ORG" for t in other)

    def _acting(self, span: Span) -> Use | None:
        """A country or capital that acts or is dealt with as a government."""
        if self._sporting(span):
            return "metonym"
        country = any(entry.kind == "country" for entry in span.entries)
        capital = any(entry.capital for entry in span.entries)
        union = any(entry.kind == "region" for entry in span.entries)  # 'brokered by the EU'
        if not (country or capital or union or span.site):  # 'the Kremlin rejected it'
            return None
        root = self.tokens[span.last - 1]
        head = self.tokens[root.head]
        while root.dep == "conj" and head.index != root.index:
            root, head = head, self.tokens[head.head]
        verbs = self.cues.acting_verbs
        if root.dep in ("nsubj", "agent") and head.pos == "VERB" and head.lemma in verbs:
            return "metonym"
        if country and root.dep == "nsubj" and self._acts_with_another(root, head):
            return "metonym"
        if root.dep == "dobj" and head.lemma in self.cues.dealt_with:
            return "metonym"
        dealt = root.dep == "pobj" and self._is_dealt_with(head)
        return "metonym" if dealt else None

    def _acts_with_another(self, root: Token, verb: Token) -> bool:
        """'Sena, Volda swap prisoners': states that do something together."""
        if verb.pos != "VERB" or verb.lemma in _UNDERGOING:
            return False
        beside = (*self.document.children(root.index), *self.document.children(verb.index))
        named = (t for t in beside if t.name == "GPE" and t.index != root.index)
        return any(t.dep in ("conj", "appos", "nsubj") for t in named)

    def _is_dealt_with(self, preposition: Token) -> bool:
        """'Talks with X', 'rejected by X', 'raised the matter with X'."""
        if preposition.text.lower() not in _OPPOSITE:
            return False
        above = self.tokens[preposition.head]
        if preposition.dep == "agent" or above.lemma in self.cues.acting_nouns:
            return True
        verb = self.tokens[above.head] if above.dep == "dobj" else above
        return preposition.text.lower() == "with" and verb.lemma in self.cues.dealing_verbs


def _as_demonym(span: Span) -> Span:
    """A span with its readings as an adjective or inhabitants alone, where it has any."""
    demonyms = tuple(entry for entry in span.entries if entry.form == "demonym")
    return replace(span, entries=demonyms) if demonyms else span


def _hyphenated(text: str, start: int) -> str:
    """The word at an offset with what a hyphen joins to it: 'sit-in'."""
    word = _WORD_AT.match(text, start)
    return word.group().lower() if word else ""
