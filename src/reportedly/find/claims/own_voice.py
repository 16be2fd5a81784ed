"""Claims in the outlet's own voice: general and charged sentences, blame, habits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.find.claims.answers import Answers
from reportedly.find.claims.assertion import Assertion
from reportedly.find.claims.blame import Blame
from reportedly.find.claims.habits import Habits
from reportedly.find.claims.laid import Laid
from reportedly.find.claims.lexicon import ClaimLexicon
from reportedly.find.claims.phrases import Phrases
from reportedly.find.claims.rejoinders import Rejoinders
from reportedly.find.reading import Reading
from reportedly.parse import Sentence, Token
from reportedly.records import Report

_NAMED = frozenset({"NOUN", "PROPN"})
_OBJECTS = ("dobj", "attr", "oprd", "xcomp")
_NEXT = 2  # steps from a noun to that of its own "of"
_GOES_ON = frozenset({"its", "their", "his", "these", "those", "such", "it", "this"})


class OwnVoice:
    """Finds claims sentence by sentence."""

    def __init__(self, reading: Reading, reports: Sequence[Report], lexicon: ClaimLexicon) -> None:
        self._reading = reading
        self._document = reading.document
        self._reports = reports
        self._lexicon = lexicon
        # speech tells most of these sentences: their content is somebody else's claim
        self._said = [(s.evidence.start, s.evidence.end) for s in reading.scopes]
        self._others_words = frozenset(
            token.start
            for start, end in self._said
            for token in reading.document.tokens_in(start, end)
        )
        self._cues = {
            q.cue.start for q in reading.quotes if q.cue is not None and q.kind != "slogan"
        }
        self._phrases = Phrases(reading, lexicon, self._own, self._charges)
        self._answers = Answers(reading.document, lexicon, self._own)
        self._habits = Habits(reading, lexicon, self._own)
        self._rejoinders = Rejoinders(reading, lexicon, self._own)
        self._blame = Blame(reading.document, reports, lexicon, self._own)
        self._laid = Laid(reading, reports, lexicon, self._own)

    def find(self) -> Iterator[Assertion]:
        """Claims in order of the text."""
        claimed = -2  # last sentence that was a claim
        for sentence in self._document.sentences:
            blame = tuple(self._blame.blame(sentence))
            if blame:
                yield from blame
                continue
            yield from self._blame.charges(sentence)
            yield from self._blame.reasons(sentence)
            yield from self._laid.find(sentence)
            news = self._is_line_of_news(sentence)
            if not news and self._general(sentence, goes_on=claimed == sentence.index - 1):
                claimed = sentence.index
                present = self._present(self._root(sentence))
                for start, end in self._clauses(sentence):
                    yield Assertion(
                        start=start,
                        end=end,
                        kind="generic" if present else "accusation",
                        rule="claims.general" if present else "claims.charged",
                    )
                continue
            yield from self._phrases.find(sentence)
            yield from self._answers.find(sentence)
            yield from self._rejoinders.find(sentence)
            if news:
                continue
            for habit in self._habits.find(sentence, goes_on=claimed == sentence.index - 1):
                claimed = sentence.index
                yield habit

    # --- whole sentences --------------------------------------------------------------------

    def _general(self, sentence: Sentence, goes_on: bool) -> bool:
        """Whether a sentence says in general, or in charged words, what somebody is or does."""
        root = self._root(sentence)
        if root is None or self._under_words(sentence, root) or sentence.last - sentence.first < 5:
            return False
        subject = self._subject(root)
        if subject is None or self._told_act(sentence):
            return False
        tokens = self._document.sentence_tokens(sentence)
        text = self._document.text[sentence.start : sentence.end].casefold().replace("’", "'")
        lexicon = self._lexicon
        inside = self._document.subtree(subject.index)
        epithet = any(
            t.lemma in lexicon.epithets or t.text.casefold() in lexicon.dubbed
            for t in inside
            if t.index == subject.index
            or (t.dep in {"amod", "compound", "nmod", "poss"} and t.head == subject.index)
            # "a clerk in the service of the gang"
            or self._serves(t, subject)
        )
        charged = self._charges(tokens)
        points = 2 * epithet + min(charged - epithet, 2)
        named = [subject, *(t for t in inside if t.dep == "conj" and t.head == subject.index)]
        power = any(t.lemma in lexicon.power for t in named)
        means = any(t.lemma in lexicon.means for t in named)
        anybody = subject.lemma in lexicon.anybody or self._anybody(root, subject)
        points += power and not epithet
        points += means and bool(charged or goes_on)
        points += 2 * anybody
        habit = any(t.text.casefold() in lexicon.habit_words for t in tokens) or any(
            phrase in text for phrase in lexicon.habit_phrases
        )
        points += habit
        lasting = any(phrase in text for phrase in lexicon.lasting) and subject.pos in _NAMED
        points += lasting
        named_so = root.lemma == "be" and self._charged_attribute(root)
        points += named_so
        present = self._present(root)
        points += present
        opening = tokens[0].text.casefold()
        points += (goes_on and opening in _GOES_ON and present) or (
            goes_on and opening in {"its", "their"}
        )
        about_somebody = (
            epithet
            or ((power or means) and charged)
            or goes_on
            or (charged and present and self._habits.is_somebody(root, subject, goes_on=goes_on))
            or (named_so and self._is_power(root))
            or (anybody and present)
            or (lasting and present and self._document.child(root.index, *_OBJECTS) is not None)
        )
        return bool(about_somebody) and points >= (2 if epithet else 3)

    def _clauses(self, sentence: Sentence) -> list[tuple[int, int]]:
        """A sentence, in parts where "and" joins clauses with subjects of their own."""
        document = self._document
        root = self._root(sentence)
        if root is None:
            return [(sentence.start, sentence.end)]
        bounds = [sentence.start]
        for child in document.children(root.index):
            if child.dep != "conj" or self._subject(child) is None:
                continue
            words = [t for t in document.subtree(child.index) if t.pos not in {"PUNCT", "CCONJ"}]
            if words:
                bounds.append(words[0].start)
        parts = []
        for start, end in zip(bounds, [*bounds[1:], sentence.end], strict=True):
            words = list(document.tokens_in(start, end))
            while end < sentence.end and words and words[-1].pos in {"PUNCT", "CCONJ"}:
                words.pop()
            if words:
                parts.append((start, words[-1].end))
        return parts

    def _subject(self, root: Token) -> Token | None:
        """The subject of a sentence, also where the parser hung it on a helper verb."""
        labels = ("nsubj", "nsubjpass", "csubj", "csubjpass")
        subject = self._document.child(root.index, *labels)
        helpers = [t for t in self._document.children(root.index) if t.dep == "aux"]
        for helper in helpers:
            subject = subject or self._document.child(helper.index, *labels)
        return subject

    def _end_of(self, token: Token) -> int:
        return self._document.sentences[token.sentence].end

    def _serves(self, token: Token, subject: Token) -> bool:
        """Whether somebody serves in the subject's phrase: "a clerk in the pay of the gang"."""
        at, steps = token, 0
        while at.index != subject.index:
            if at.dep not in {"pobj", "prep"}:
                return False
            at, steps = self._document.head(at), steps + 1
        return token.dep == "pobj" and steps > _NEXT  # "the strike of the mob" serves nobody

    def _charged_attribute(self, root: Token) -> bool:
        """ "is a government of liars": what somebody is said to be is charged."""
        attribute = self._document.child(root.index, "attr")
        return attribute is not None and bool(
            self._charges(self._document.subtree(attribute.index))
        )

    def _is_power(self, root: Token) -> bool:
        """ "This is a government of liars": what is named is somebody."""
        attribute = self._document.child(root.index, "attr")
        return attribute is not None and (
            attribute.lemma in self._lexicon.power | self._lexicon.means | self._lexicon.people
        )

    def _anybody(self, root: Token, subject: Token) -> bool:
        """ "Those who ask are watched", "whoever measures land is measured": said of anybody."""
        document = self._document
        clause = document.child(root.index, "csubj", "csubjpass", "nsubj")
        opening = document.subtree(clause.index)[0] if clause is not None else subject
        word = opening.text.casefold()
        if word in self._lexicon.anybody or (word == "who" and clause is not None
                                             and clause.dep.startswith("csubj")):  # fmt: skip
            # "who fired is not known" says nothing of anybody
            return root.lemma != "know" and not self._document.text[: self._end_of(root)].endswith(
                "?"
            )
        who = [t for t in document.children(subject.index) if t.dep == "relcl"]
        return bool(who) and subject.text.casefold() in {"those", "he", "she", "anyone", "all"}

    def _charges(self, tokens: Sequence[Token]) -> int:
        """How many charged words a sentence has."""
        lexicon = self._lexicon
        count = 0
        for token in tokens:
            if (
                (token.pos in {"NOUN", "PROPN"} and token.lemma in lexicon.epithets | lexicon.nouns)
                or (token.pos == "VERB" and token.lemma in lexicon.verbs)
                or token.text.casefold() in lexicon.adjectives
                or (token.lemma in lexicon.force and self._document.head(token).lemma == "with")
            ):
                count += 1
        return count

    def _root(self, sentence: Sentence) -> Token | None:
        return next(
            (t for t in self._document.sentence_tokens(sentence) if t.head == t.index), None
        )

    def _present(self, root: Token | None) -> bool:
        """Whether the sentence speaks of what is so: present, or a perfect that lasts."""
        if root is None:
            return False
        helpers = [t for t in self._document.children(root.index) if t.dep in {"aux", "auxpass"}]
        if any(t.tag == "MD" or t.lemma in {"will", "would"} for t in helpers):
            return False
        if any(t.tag in {"VBZ", "VBP"} for t in helpers):
            # "is being held" is news, "is held" and "has held" can be a habit
            return root.tag != "VBG"
        return root.tag in {"VBZ", "VBP"}

    def _under_words(self, sentence: Sentence, root: Token) -> bool:
        """Whether the sentence stands in somebody's words, or only tells that somebody speaks."""
        middle = root.start
        if any(start <= middle < end for start, end in self._said):
            return True
        if not any(sentence.start <= cue < sentence.end for cue in self._cues):
            return False
        covered = sum(
            max(0, min(end, sentence.end) - max(start, sentence.start)) for start, end in self._said
        )
        means = self._document.child(root.index, "nsubj")
        through = means is not None and means.lemma in self._lexicon.means
        if root.start not in self._cues:
            return covered > 0.3 * (sentence.end - sentence.start)
        return covered > 0 and not through

    def _told_act(self, sentence: Sentence) -> bool:
        """Whether an act with a day is told here: news, however charged its words."""
        for report in self._reports:
            if sentence.start <= report.trigger.start < sentence.end and report.realis == "actual":
                day = report.date
                if day is not None and sentence.start <= day.evidence.start < sentence.end:
                    return True
        return False

    def _is_line_of_news(self, sentence: Sentence) -> bool:
        """'Gang frees hostages': the present of a line that tells an act is no habit."""
        if self._document.sentence_tokens(sentence)[-1].pos == "PUNCT":
            return False
        return any(
            sentence.start <= passage.start < sentence.end
            for report in self._reports
            if report.realis == "actual"
            for passage in (report.trigger, *report.mentions)
        )

    def _own(self, token: Token) -> bool:
        """Whether a word is the outlet's own, in nobody's words."""
        return token.start not in self._others_words
