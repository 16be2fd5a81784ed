"""What an outlet takes back: "We withdraw the report", "Our story was wrong"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.find.events.acts.agreement import same_family
from reportedly.find.events.clauses import is_verb
from reportedly.find.events.denials.contents import is_called_untrue
from reportedly.find.events.reality.state import SPEECH_TYPES
from reportedly.find.events.reality.verbs import phrasal
from reportedly.find.events.told.attribution import outlet_denies
from reportedly.find.events.told.nearby import same_place
from reportedly.find.events.told.stances import StanceWords
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.triggers.slots import subjects
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Sentence, Token
from reportedly.parse.negation import is_negated
from reportedly.records import Evidence

_OWN_VOICE = words("we our us ourselves")
_THIS = words("this the our these")
_POINTING = words("this that it which")
_SUBJECTS = words("nsubj nsubjpass")
_HERE = words("article story report text post piece page")
_CUES = ("verbs", "standing", "regrets", "wrong", "wrongly")
_BEING = words("be prove turn")
_BACK = 4  # sentences between what was published and "that was wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """The text, the word lists, and where somebody else speaks: his "we" is not the outlet."""

    document: Document
    stances: StanceWords
    quoted: tuple[Evidence, ...]

    def words_of(self, sentence: Sentence) -> list[Token]:
        """The words of a sentence that stand outside quotation marks."""
        tokens = self.document.sentence_tokens(sentence)
        here = [q for q in self.quoted if q.start < sentence.end and q.end > sentence.start]
        return [t for t in tokens if not any(q.start <= t.start < q.end for q in here)]

    def words(self, name: str) -> set[str]:
        """The first words of a list of the table `withdrawal`."""
        return {word.partition(" ")[0] for word in self.stances.of("withdrawal", name)}

    def has(self, name: str, word: str) -> bool:
        """Whether a word stands in a list of the table `withdrawal`."""
        return word in self.stances.of("withdrawal", name)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Notice:
    """A sentence that takes something back."""

    sentence: int
    verb: int  # its verb tells of the text, whatever act the lexicon takes it for
    explicit: bool = False  # "we withdraw", and not only "that was wrong": a detail can be wrong


def take_back(reading: Reading, tellings: Sequence[Telling], stances: StanceWords) -> list[Telling]:
    """The tellings; those that the outlet told before and takes back here it denies itself.

    Only acts in sentences that say what the outlet published can be taken back ("We reported
    that …"). Where the article tells the act in its own voice elsewhere, only a detail of it was
    wrong, unless the withdrawal is explicit.
    """
    page = _page(reading, stances)
    notice = _notice(page) if _may_take_back(page) else None
    if notice is None:
        return list(tellings)
    own = {
        s.index
        for s in reading.document.sentences
        if _is_reached(reading.document, s, notice) and _tells_own_report(page, s)
    }
    if notice.explicit:
        own.add(notice.sentence)
    found: list[Telling] = []
    for telling in tellings:
        if telling.trigger.token == notice.verb:
            continue
        if telling.trigger.type in SPEECH_TYPES:
            if telling.sentence != notice.sentence:  # "we stand by nothing of it" is no support
                found.append(telling)
        elif telling.sentence in own and (
            notice.explicit or not _is_told_elsewhere(telling, tellings, own)
        ):
            found.append(_taken_back(reading.document, telling))
        else:
            found.append(telling)
    return found


def _is_reached(document: Document, sentence: Sentence, notice: _Notice) -> bool:
    """Whether a notice can be about a sentence: one before it, or the next of its paragraph."""
    if sentence.index <= notice.sentence:
        return True
    near = sentence.index == notice.sentence + 1
    return near and sentence.paragraph == document.sentences[notice.sentence].paragraph


def corrects_detail(reading: Reading, sentence: Sentence, stances: StanceWords) -> bool:
    """Whether a sentence is a notice on a detail of an earlier text ("Corrects paragraph 2")."""
    page = _page(reading, stances)
    tokens = reading.document.sentence_tokens(sentence)
    opens = any(page.has("corrections", t.text.casefold()) for t in tokens[:4])
    if not opens or not any(
        page.has("publications", t.lemma) or t.lemma == "paragraph" for t in tokens
    ):
        return False
    return not _tells_own_report(page, sentence)


def _page(reading: Reading, stances: StanceWords) -> _Page:
    quoted = tuple(s.evidence for s in reading.scopes if s.kind in {"direct", "mixed"})
    return _Page(document=reading.document, stances=stances, quoted=quoted)


def _taken_back(document: Document, telling: Telling) -> Telling:
    published, day = document.article.published, telling.date
    if published and day and day.value.earliest and day.value.earliest > published:
        day = None
    reality = replace(telling.reality, polarity="positive", realis="actual", no_act=False)
    return replace(
        telling,
        chain=outlet_denies(document),
        withdraws=True,
        denied=True,
        quote=None,
        retold=False,
        date=day,
        reality=reality,
    )


def _is_told_elsewhere(telling: Telling, tellings: Sequence[Telling], own: set[int]) -> bool:
    kind = telling.trigger.type
    return any(
        other.sentence not in own
        and same_family(kind, other.trigger.type)
        and other.reality.realis == "actual"
        and other.reality.polarity == "positive"
        and not other.denied
        and not other.definite
        and _may_be_there(telling, other)
        for other in tellings
    )


def _may_be_there(one: Telling, other: Telling) -> bool:
    if not one.places or not other.places:
        return True
    return any(same_place(a.value, b.value) for a in one.places for b in other.places)


# --- the notice ------------------------------------------------------------------------------


def _may_take_back(page: _Page) -> bool:
    """Whether a text has any of the words without which no notice is made."""
    cues = {"contrary", "true", "happen", *(word for name in _CUES for word in page.words(name))}
    return page.document.has_syntax and not cues.isdisjoint(t.lemma for t in page.document.tokens)


def _notice(page: _Page) -> _Notice | None:
    weak: _Notice | None = None
    for sentence in page.document.sentences:
        for token in page.words_of(sentence):
            if not is_verb(token):
                contrary = token.text.casefold() == "contrary"
                if weak is None and contrary and _tells_own_report(page, sentence):
                    weak = _Notice(sentence=sentence.index, verb=token.index)
            elif _takes_back(page, token) or _stands_no_more(page, token):
                return _Notice(sentence=sentence.index, verb=token.index, explicit=True)
            elif weak is None and _owns_error(page, token):
                weak = _Notice(sentence=sentence.index, verb=token.index)
    return weak


def _takes_back(page: _Page, verb: Token) -> bool:
    """'We withdraw the statement', 'The article has been withdrawn', 'We take it back'."""
    document = page.document
    children = document.children(verb.index)
    words_of = [phrasal(document, verb)]
    words_of += [f"{verb.lemma} {t.text.casefold()}" for t in children if t.dep == "advmod"]
    word = next((w for w in words_of if page.has("verbs", w)), None)
    if word is None or is_negated(document, verb):
        return False
    agents = [t for t in children if t.dep == "nsubj"]
    outlet = any(_is_outlet(page, t) for t in agents)
    if agents and not outlet:
        return False
    for thing in children:
        if thing.dep not in {"dobj", "nsubjpass"}:
            continue
        if page.has("publications", thing.lemma):
            if outlet or _is_ours(page, thing):
                return True
            return not page.has("weak_verbs", word) and _said_before(page, verb.sentence)
        if thing.text.casefold() in _POINTING and outlet:
            return _said_before(page, verb.sentence)
    return False


def _stands_no_more(page: _Page, verb: Token) -> bool:
    """'Our report no longer stands', 'We no longer stand by the report'."""
    if not page.has("standing", verb.lemma):
        return False
    children = page.document.children(verb.index)
    longer = any(t.text.casefold() == "longer" for t in children)
    subject = next((t for t in children if t.dep in _SUBJECTS), None)
    if subject is None:  # far behind its subject, parsers lose it
        return longer and _tells_own_report(page, page.document.sentences[verb.sentence])
    if not longer and not is_negated(page.document, verb):
        return False
    if _is_outlet(page, subject):
        return any(t.dep in {"prep", "prt"} and t.text.casefold() == "by" for t in children)
    return page.has("publications", subject.lemma) and _is_ours(page, subject)


def _owns_error(page: _Page, verb: Token) -> bool:
    """'Our report was wrong', 'That was incorrect', 'We regret', 'we wrongly reported'."""
    children = page.document.children(verb.index)
    subject = next((t for t in children if t.dep in _SUBJECTS), None)
    if subject is None:
        return False
    outlet = _is_outlet(page, subject)
    if phrasal(page.document, verb) in page.stances.of("plea", "happening"):
        return _never_was(page, verb, subject)
    if page.has("stating", verb.lemma):
        return outlet and any(page.has("wrongly", t.text.casefold()) for t in children)
    if _is_found_wrong(page, verb):
        return outlet or _means_own_report(page, subject)
    return outlet and page.has("regrets", verb.lemma)


def _never_was(page: _Page, verb: Token, subject: Token) -> bool:
    """'It did not happen', 'Nothing of the kind took place', after what the outlet published."""
    nothing = subject.text.casefold() == "nothing"
    denied = nothing or is_negated(page.document, verb)
    pointing = nothing or subject.text.casefold() in _POINTING
    return denied and pointing and _said_before(page, subject.sentence)


def _means_own_report(page: _Page, subject: Token) -> bool:
    """'our report', or 'that' and 'the claim' after a sentence that told it."""
    published = page.has("publications", subject.lemma)
    if published and _is_ours(page, subject):
        return True
    the = any(t.text.casefold() in _THIS for t in page.document.children(subject.index))
    pointing = subject.text.casefold() in _POINTING or (published and the)
    return pointing and _said_before(page, subject.sentence)


def _is_found_wrong(page: _Page, verb: Token) -> bool:
    """'was wrong', 'is not true', 'has turned out to be false', 'proved unfounded'."""
    document = page.document
    if verb.lemma not in _BEING:
        return False
    if verb.lemma == "be" and is_called_untrue(document, verb, page.stances):
        return True
    below = [t for t in document.children(verb.index) if t.dep in {"xcomp", "ccomp"}]
    found = [t for v in (verb, *below) for t in (v, *document.children(v.index))]
    wrong = any(
        t.dep in {"acomp", "attr", "oprd", "xcomp", "ccomp"} and page.has("wrong", t.lemma)
        for t in found
    )
    return wrong and not is_negated(document, verb)


def _said_before(page: _Page, sentence: int) -> bool:
    """Whether one of the sentences before says what the outlet published."""
    first = max(sentence - _BACK, 0)
    return any(_tells_own_report(page, s) for s in page.document.sentences[first : sentence + 1])


def _tells_own_report(page: _Page, sentence: Sentence) -> bool:
    """Whether a sentence says what the outlet itself published before."""
    regrets = False
    for token in page.words_of(sentence):
        if page.has("stating", token.lemma) and is_verb(token):
            for who in subjects(page.document, token.index):
                ours = page.has("publications", who.lemma) and _is_ours(page, who)
                if ours or _is_outlet(page, who):
                    return True
            if regrets and token.dep == "pcomp":  # "apologises for having reported"
                return True
        elif page.has("regrets", token.lemma) and is_verb(token):
            regrets = any(_is_outlet(page, t) for t in subjects(page.document, token.index))
        elif page.has("publications", token.lemma) and _is_ours(page, token):
            return True
    return False


def _is_ours(page: _Page, noun: Token) -> bool:
    """'our report', 'an earlier version of this article', 'the Herald's story'."""
    document = page.document
    for token in document.subtree(noun.index):
        if token.index != noun.index and token.dep != "pobj":
            continue
        children = document.children(token.index)
        owners = [t for t in children if t.dep == "poss"]
        if any(t.text.casefold() in _OWN_VOICE or _names_outlet(document, t) for t in owners):
            return True
        if token.lemma in _HERE and any(t.text.casefold() == "this" for t in children):
            return True
    return False


def _is_outlet(page: _Page, token: Token) -> bool:
    if token.text.casefold() in _OWN_VOICE:
        return True
    if page.has("outlets", token.lemma):
        return any(c.text.casefold() in _THIS for c in page.document.children(token.index))
    return _names_outlet(page.document, token)


def _names_outlet(document: Document, token: Token) -> bool:
    names = {w for w in (document.article.outlet or "").split() if w[:1].isupper()}
    return token.text in names - {"The", "La", "El", "Le"}
