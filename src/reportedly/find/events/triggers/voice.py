"""Whether a verb stands in passive voice, where the syntax alone does not always show it."""

from __future__ import annotations

from reportedly.find.events.word_lists import voice_words
from reportedly.parse import Document, Token

_WHICH = frozenset({"det", "poss", "nummod"})
_TO_DEATH = frozenset({"shoot", "gun"})
_CAUSING = frozenset({"have", "get", "order", "want", "see"})
_ORDER = frozenset({"after", "before"})
_WHERE = frozenset({"outside", "inside", "near", "beside", "opposite"})


def is_passive(document: Document, index: int) -> bool:
    """Whether a verb stands in passive voice, also as a bare participle ('shot by police')."""
    token = document.tokens[index]
    labels = {c.dep for c in document.children(index) if not is_means(document, c)}
    if labels & {"nsubjpass", "auxpass", "agent", "csubjpass"} or lacks_was(document, token):
        return True
    if _is_mistaken(document, token, labels) or _is_fined(document, token, labels):
        return True
    if token.tag != "VBN" or "dobj" in labels or "aux" in labels:
        return False
    if is_caused(document, token):
        return True
    if token.dep == "conj" and "nsubj" not in labels:
        return is_passive(document, token.head)
    return "nsubj" not in labels and token.dep in (
        "acl",
        "advcl",
        "oprd",
        "acomp",
        "xcomp",
        "ccomp",
        "pcomp",
        "dep",
    )


def _is_mistaken(document: Document, token: Token, labels: set[str]) -> bool:
    """Whether the parser took a participle for the past tense of an active verb."""
    if _goes_on_passive(document, token, labels) or is_shortened(document, token):
        return True
    return described(document, token) is not None


def _goes_on_passive(document: Document, token: Token, labels: set[str]) -> bool:
    """'Were led away and *shot* one by one': a participle that passes for a past tense.

    Also "a clerk was killed and her son *wounded*", whose "was" is not said again.
    """
    if token.dep != "conj" or token.tag != "VBD":
        return False
    if _is_taken_somewhere(document, token):
        return "nsubj" not in labels and is_passive(document, token.head)
    if not _needs_object(document, token):
        return False
    above = document.head(token)
    other = token.lemma in voice_words().harms and any(
        t.dep == "auxpass" and t.index < token.index for t in document.children(above.index)
    )
    bare = not (labels - ({"nsubj"} if other else set())) & {
        "nsubj", "dobj", "ccomp", "xcomp", "aux", "prt"
    }  # fmt: skip
    return bare and above.pos == "VERB" and is_passive(document, above.index)


def _is_fined(document: Document, token: Token, labels: set[str]) -> bool:
    """'Was jailed for a year and *fined $9,000*': the sum is no object of who suffers both."""
    joined = token.lemma == "fine" and token.dep == "conj" and "nsubj" not in labels
    return joined and is_passive(document, token.head)


def _is_taken_somewhere(document: Document, token: Token) -> bool:
    """'Was stopped and *sent home*', 'was refused entry and *put on a plane*'."""
    after = document.tokens[token.index + 1 : token.index + 4]
    if token.lemma == "send":
        return bool(after) and after[0].text.casefold() in {"home", "back"}
    return (
        token.lemma == "put"
        and len(after) == 3
        and (
            after[0].text.casefold() == "on"
            and after[2].lemma in {"plane", "flight", "bus", "train"}
        )
    )


def is_shortened(document: Document, token: Token) -> bool:
    """'A doctor *abducted* two weeks ago has regained her freedom': another verb is the main one.

    Parsers take the shortened clause for the sentence and hang its verb on it without "and".
    """
    if token.tag not in ("VBD", "VBN") or not _needs_object(document, token):
        return False
    if _is_shot_dead(document, token) or _is_line_of_source(document, token):
        return True
    if token.dep not in ("ROOT", "ccomp", "csubj"):
        return False
    labels = {child.dep for child in document.children(token.index)}
    if "nsubj" not in labels or labels & {"dobj", "ccomp", "xcomp", "aux", "cc", "mark"}:
        return False
    if token.dep == "ccomp" and _lacks_subject(document, document.head(token), token):
        return True
    # "Clerk *held* in Coro bar had no papers"
    return token.dep == "csubj" or any(
        child.dep in ("conj", "dep", "parataxis")
        and child.pos == "VERB"
        and any(t.dep in ("aux", "auxpass") for t in document.children(child.index))
        for child in document.children(token.index)
    )


def _is_shot_dead(document: Document, token: Token) -> bool:
    """'Two marchers *shot dead* Monday in Coro, police said': nobody shoots dead without an object.

    Not "police shot dead two marchers", whose object stands behind.
    """
    after = document.tokens[token.index + 1 : token.index + 2]
    if token.lemma not in _TO_DEATH or not after or after[0].text != "dead":
        return False
    below = document.children(token.index)
    suffers = any(t.dep in ("dobj", "dative") and not _is_no_object(document, t) for t in below)
    return not suffers and any(t.dep == "nsubj" for t in below)


def _is_line_of_source(document: Document, token: Token) -> bool:
    """'Five nurses *detained* in Coro, union says', 'Clerk *shot* dead, police say'.

    A line with its source, and its "was" left out: nobody detains without saying whom.
    """
    above = document.head(token)
    between = document.tokens[token.index + 1 : above.index]
    if token.dep != "ccomp" or all(t.text != "," for t in between):
        return False
    below = document.children(token.index)
    labels = {t.dep for t in below}
    suffers = any(t.dep == "dobj" and not _is_no_object(document, t) for t in below)
    if "nsubj" not in labels or suffers or labels & {"ccomp", "xcomp", "aux", "prt"}:
        return False
    return token.lemma in voice_words().done_to_somebody or any(t.text == "dead" for t in below)


def _lacks_subject(document: Document, verb: Token, before: Token) -> bool:
    """'The last one, *rounded up* at the rally, was freed': its subject hangs on another verb."""
    labels = {child.dep for child in document.children(verb.index)}
    helped = bool(labels & {"aux", "auxpass"})
    return before.index < verb.index and helped and not labels & {"nsubj", "nsubjpass", "csubj"}


def described(document: Document, token: Token) -> Token | None:
    """The noun of 'among 31 people *rounded up* on Friday', where a parser sees a past tense."""
    if token.tag != "VBD" or token.dep not in ("acl", "advcl") or token.index == 0:
        return None
    labels = {child.dep for child in document.children(token.index)}
    before = document.tokens[token.index - 1]
    if before.text == "," and document.head(token).index == token.index - 2:
        before = document.head(token)  # "two clerks, *picked up* on Monday, were freed"
    if labels & {"nsubj", "nsubjpass", "dobj", "ccomp", "xcomp", "aux", "mark"}:
        return None
    fits = before.pos in ("NOUN", "PROPN") and _needs_object(document, token)
    return before if fits else None


def _needs_object(document: Document, token: Token) -> bool:
    """Whether a verb, with its particle, cannot do without an object."""
    if token.lemma in voice_words().needs_object:
        return True
    particles = (t for t in document.children(token.index) if t.dep in ("prt", "advmod"))
    verbs = voice_words().needs_object_with
    return any(f"{token.lemma} {t.text.lower()}" in verbs for t in particles)


def lacks_was(document: Document, token: Token) -> bool:
    """'Student leader hacked to death in Coro': a line without full stop, a verb without object.

    Also behind a place that opens it: "Volda: student leader hacked to death".
    """
    if (
        not (token.dep == "ROOT" or _is_behind_colon(document, token))
        or token.tag not in ("VBD", "VBN")
        or not _needs_object(document, token)
    ):
        return False
    last = document.sentence_tokens(document.sentences[token.sentence])[-1]
    if last.pos == "PUNCT":
        return False
    children = document.children(token.index)
    labels = {child.dep for child in children}
    joined = any(t.dep == "conj" and t.pos == "VERB" for t in children)
    suffers = any(t.dep == "dobj" and not _is_no_object(document, t) for t in children)
    return (
        "nsubj" in labels and not joined and not suffers and not labels & {"ccomp", "xcomp", "aux"}
    )


def _is_no_object(document: Document, word: Token) -> bool:
    """'Mayor shot dead *days* after vote', 'man stabbed outside *mosque*': parsers see objects.

    Nor is a day: "clerk shot dead *Monday*".
    """
    first = document.subtree(word.index)[0]
    after = document.tokens[word.index + 1 : word.index + 2]
    lapse = word.lemma in voice_words().lapses and bool(after) and after[0].lemma in _ORDER
    return lapse or first.lemma in _WHERE or (word.pos == "PROPN" and word.name == "DATE")


def _is_behind_colon(document: Document, token: Token) -> bool:
    """Whether a verb hangs on a name with a colon that opens its line."""
    above = document.head(token)
    after = document.tokens[above.index + 1 : above.index + 2]
    return token.dep == "acl" and above.dep == "ROOT" and bool(after) and after[0].text == ":"


def is_means(document: Document, word: Token) -> bool:
    """'spoke by telephone', 'ended by decree', 'extended by a week': parsers see a doer here."""
    behind = document.child(word.index, "pobj") if word.dep in ("agent", "prep") else None
    if behind is None or word.text.lower() != "by":
        return False
    if behind.pos == "NUM" and document.tokens[word.index - 1].text == behind.text:
        return True  # "one by one"
    if behind.lemma in voice_words().vehicles:
        which = any(t.dep in _WHICH for t in document.children(behind.index))
        return word.dep == "agent" and behind.tag == "NN" and not which
    return word.dep == "agent" and behind.lemma in voice_words().means


def is_caused(document: Document, token: Token) -> bool:
    """'Had the editor detained': a participle whose subject suffers what another has done."""
    above = document.head(token)
    return token.dep == "ccomp" and token.tag == "VBN" and above.lemma in _CAUSING


def is_outcome(document: Document, verb: Token, above: Token) -> bool:
    """'A convoy was hit, *killing* two', 'came under fire, *wounding* one': what befell it hurts.

    Whoever "was held after killing two" did kill them.
    """
    if verb.tag != "VBG" or verb.dep != "advcl" or verb.lemma not in voice_words().harms:
        return False
    while above.dep == "advcl" and above.tag == "VBG":  # "came under fire while trying to land"
        above = document.head(above)
    under = document.child(above.index, "prep") if above.lemma == "come" else None
    return is_passive(document, above.index) or (under is not None and under.text == "under")


def by_whom(document: Document, index: int) -> list[Token]:
    """Who acts, by the 'by' of a passive verb, or of one joined to it.

    Whoever is "abducted and later killed *by rebels*" was abducted by them too, but not whoever is
    "abducted and later freed *by police*": who does harm is not who helps.
    """
    own = _behind_by(document, index)
    force = voice_words().of_force
    harmed = document.tokens[index].lemma in force
    shared = [
        verb
        for verb in document.children(index)
        if _shares_sides(document, verb) and (not harmed or verb.lemma in force)
    ]
    return own or [inner for verb in shared for inner in by_whom(document, verb.index)]


def _behind_by(document: Document, index: int) -> list[Token]:
    return [
        inner
        for child in document.children(index)
        if child.text.lower() == "by" and child.dep in ("agent", "prep")
        if not is_means(document, child)
        for inner in document.children(child.index)
        if inner.dep in ("pobj", "pcomp")
    ]


def _shares_sides(document: Document, verb: Token) -> bool:
    """Whether a participle is joined to one before it, without a subject or 'was' of its own.

    Taggers see a past tense in the last of three: "beaten, robbed and *burned out* by soldiers".
    """
    if verb.dep != "conj" or verb.tag not in {"VBN", "VBD"}:
        return False
    labels = {t.dep for t in document.children(verb.index)}
    of_force = {verb.lemma, document.head(verb).lemma} <= voice_words().of_force
    joins = verb.tag == "VBN" or (of_force and bool(labels & {"agent", "cc"}))
    return joins and not labels & {"nsubj", "nsubjpass", "aux", "auxpass", "dobj"}
