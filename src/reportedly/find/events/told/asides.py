"""Places told beside an act, which are no scene of it: where somebody spoke, came from or works."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.word_lists import scene_words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import PlaceMention

_PRESENT = frozenset({"VBP", "VBZ"})
_NEAR = frozenset({"near", "outside"})


def is_aside(reading: Reading, mention: PlaceMention) -> bool:
    """Whether a place is none where what follows goes on: it only tells of somebody or something.

    "Told the radio in *Arvan* that …", "the raiders came from Belt in *Sena*", "in Coro, north of
    *Arvan*", "the gang, which also operates in *Arvan*".
    """
    document = reading.document
    name = document.root_of(mention.evidence.start, mention.evidence.end)
    if name is None:
        return False
    return (
        is_landmark(document, mention)
        or _is_between(document, name)
        or _is_left(document, name)
        or is_of_somebody(document, name)
        or is_where_said(reading, mention)
    )


def is_landmark(document: Document, mention: PlaceMention) -> bool:
    """Whether a town only tells where something lies: "in Belt, 30 km north of *Arvan*"."""
    name = document.root_of(mention.evidence.start, mention.evidence.end)
    of = None if name is None or name.dep != "pobj" else document.head(name)
    if of is None or of.text.casefold() != "of" or of.index == 0:
        return False
    return document.tokens[of.index - 1].text.casefold() in scene_words().directions


def _is_between(document: Document, name: Token) -> bool:
    """Both ends of a road: "the road between *Arvan* and *Belt*"."""
    first = document.head(name) if name.dep == "conj" else name
    return document.head(first).text.casefold() == "between"


def lies_near(document: Document, mention: PlaceMention, other: PlaceMention) -> bool:
    """'In *Arvan*, near *Coro*': whether a second place only tells where the first one lies."""
    name = document.root_of(other.evidence.start, other.evidence.end)
    near = None if name is None or name.dep != "pobj" else document.head(name)
    if near is None or near.text.casefold() not in _NEAR:
        return False
    start = document.head(near).start
    return mention.evidence.start <= start < mention.evidence.end


def is_of_offices(document: Document, mention: PlaceMention) -> bool:
    """'Talks between the governors of *Arvan* and *Belt*': whose these are, and not where."""
    name = document.root_of(mention.evidence.start, mention.evidence.end)
    if name is None:
        return False
    first = document.head(name) if name.dep == "conj" else name
    of = document.head(first)
    joint = name.dep == "conj" or any(t.dep == "conj" for t in document.children(name.index))
    holders = document.head(of)
    known = scene_words()
    offices = known.local_offices - known.settlements - known.ground
    many = holders.tag == "NNS" and holders.lemma in offices
    return joint and many and first.dep == "pobj" and of.text.casefold() == "of"


def is_of_somebody(document: Document, name: Token) -> bool:
    """'The gang, which also *operates in Arvan*', 'a firm *based in Arvan*': a trait, no news."""
    for token in document.ancestors(name.index):
        if token.dep == "relcl":
            trait = token.tag in _PRESENT and token.lemma in scene_words().traits
            return trait and not _has_helper(document, token)
        if token.dep == "acl":
            return token.lemma in scene_words().basing
        if token.pos == "VERB" and token.dep not in {"xcomp", "conj"}:
            return False
    return False


def is_trait(document: Document, trigger: Trigger, mention: PlaceMention) -> bool:
    """The same of a place beside an act: 'a raid on the gang, which operates in *Arvan*'.

    Not in the clause that tells more of the act itself: "the march, which starts in *Arvan*".
    """
    name = document.root_of(mention.evidence.start, mention.evidence.end)
    if name is None or not is_of_somebody(document, name):
        return False
    clauses = (t for t in document.ancestors(name.index) if t.dep in {"relcl", "acl"})
    clause = next(clauses, None)
    own = range(trigger.first, trigger.last)
    return clause is not None and clause.index not in own and clause.head not in own


def _has_helper(document: Document, verb: Token) -> bool:
    """Whether a verb is no plain present: "which *has* attacked", "who *is* marching"."""
    return any(t.dep in {"aux", "auxpass"} for t in document.children(verb.index))


def _is_left(document: Document, name: Token) -> bool:
    """'Came from *Arvan*', 'came from Belt in *Sena*', 'sailed *from Arvan to Belt*'."""
    for token in document.ancestors(name.index):
        if token.pos in {"VERB", "AUX"}:
            return False
        if token.dep == "prep" and token.text.casefold() == "from":
            above = document.head(token)
            return above.pos != "VERB" or above.lemma in scene_words().moving
        if token.dep == "prep" and token.text.casefold() == "to":
            beside = (*document.children(token.index), *document.children(token.head))
            return any(t.dep == "prep" and t.text.casefold() == "from" for t in beside)
    return False


def is_where_said(reading: Reading, mention: PlaceMention) -> bool:
    """Whether a place stands at the verb of saying, behind it, or in the name of a seat.

    "Police in *Arvan* said" speak of their town; "in *Arvan*, police said" sets the scene.
    """
    return any(
        name.index > verb.index or (subject is not None and subject.lemma in scene_words().seats)
        for verb, subject, name in _speakers_at(reading, mention)
    )


def tells_of_home(reading: Reading, mention: PlaceMention) -> bool:
    """Whether speakers tell of the place where they are: "*villagers in Arvan* said …".

    Also "in *Arvan*, police said …".
    """
    document = reading.document
    for verb, subject, name in _speakers_at(reading, mention):
        if subject is not None:
            return subject.lemma in scene_words().locals
        opens = document.tokens[document.sentences[name.sentence].first]
        return name.index < verb.index and document.head(name).index == opens.index
    return False


def _speakers_at(
    reading: Reading, mention: PlaceMention
) -> Iterator[tuple[Token, Token | None, Token]]:
    """Verbs of saying at which a place stands outside the words said, with its name's root.

    Between them the subject of the verb, where the place stands in its phrase.
    """
    document = reading.document
    name = document.root_of(mention.evidence.start, mention.evidence.end)
    if name is None:
        return
    sentence = document.sentences[name.sentence]
    above: list[Token] | None = None
    for scope in reading.scopes:
        inside = sentence.start <= scope.evidence.start < sentence.end
        held = scope.evidence.start <= mention.evidence.start < scope.evidence.end
        cue = scope.chain[-1].cue if scope.chain and inside and not held else None
        verb = None if cue is None else document.root_of(cue.start, cue.end)
        if verb is None or verb.sentence != name.sentence:
            continue
        above = above or [name, *document.ancestors(name.index)]
        if any(t.index == verb.index for t in above):
            subjects = (t for t in above if t.head == verb.index and t.dep == "nsubj")
            yield verb, next(subjects, None), name
