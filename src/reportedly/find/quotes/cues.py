"""The verb before or after words in marks that makes them somebody's."""

from __future__ import annotations

from reportedly.find.quotes.frames import Frame
from reportedly.find.quotes.lexicon import ReportingVerbs
from reportedly.parse import Document, Token

_CLAUSES = frozenset({"relcl", "acl", "advcl", "pcomp"})
_NO_CUES = frozenset({"relcl", "amod", "acl"})
_LOOSE = frozenset({"advcl", "acl"})
_NO_VERBS = frozenset({"amod", "aux", "auxpass", "compound"})
_EMPTY = frozenset({"it", "that", "this", "which", "there", "what"})
# words that open a part of the sentence of which the words in marks before are none
_OPENING = frozenset({"because", "since", "that", "when", "where", "which", "while", "who"})
_SENSED = frozenset({"hear", "see"})
_SEEMING = frozenset({"appear", "become", "remain", "seem"})
_WHEN = frozenset(
    {"after", "although", "because", "before", "if", "since", "though", "until", "when", "while"}
)
_MANY_WHO = frozenset({"NNS", "NNPS", "CD"})  # before a verb without an ending: "the two write"
_ONE_WHO = frozenset({"NN", "NNP"})  # before one with an ending: "the paper states"
_FAR = 30  # words between marks and cue
_MANY = 7  # words of a sentence in lower case
_BESIDE = 6  # words in which a verb that seldom speaks stands beside marks, with its subject


def cue_after(  # noqa: PLR0911  # one exit a word order
    document: Document, frame: Frame, verbs: ReportingVerbs
) -> Token | None:
    """The verb of "…," Roa said / said Roa; None where something else follows."""
    content = _closing(frame)
    if content[-1:] == "." and frame.right and frame.right[0].text[:1].isupper():
        return None
    if _goes_on_otherwise(frame):
        return None
    for number, token in enumerate(frame.right):
        if number > _FAR or token.text in {";", ":"}:
            return None
        if number <= 1 and token.text.casefold() in verbs.archaic:
            return token  # "quoth he": no parser knows it for a verb
        if _is_read(frame, verbs, number):
            return token
        if token.pos not in {"VERB", "AUX"}:
            continue
        if asking(document, token, verbs) and not (number and _is_beside(document, frame, token)):
            return token
        if _speaks_after(document, frame, verbs, number, token):
            return token
        if not _is_passed_over(document, frame, number, token):
            return token if _any_verb(document, frame, token, number) else None
    return None


def _speaks_after(
    document: Document, frame: Frame, verbs: ReportingVerbs, number: int, verb: Token
) -> bool:
    """Whether a verb of speech after the marks is theirs."""
    if not verbs.speaks(verb.lemma) or verb.pos != "VERB":
        return False
    if verb.lemma in verbs.vague and number > _BESIDE:
        return False  # "“…” on how many left when the clock went": no speech
    if number and verb.tag == "VBG" and verb.dep in _LOOSE:
        return False  # "a “gift” on Monday, calling it late": of what follows
    if number and _is_beside(document, frame, verb):
        return False
    if frame.left and _tells_what_follows(document, frame, verb, verbs):
        return False
    return (
        verb.dep not in _NO_CUES
        or _has_subject_after(document, frame, verb)
        or _is_only_verb(document, frame, verb)
    )


def _is_beside(document: Document, frame: Frame, verb: Token) -> bool:
    """Whether a verb after words in marks has its own clause: "“late” when asked", "and told …"."""
    if _closing(frame)[-1:] in {",", "?", "!"}:
        return False
    first = frame.right[0].index
    if verb.dep == "conj" and verb.tag == "VBG":
        return True
    if verb.dep in {"ccomp", "pcomp"}:  # "“late,” which is what he said"
        return any(t.dep == "relcl" and t.index > first for t in document.ancestors(verb.index))
    return verb.dep == "advcl" and any(
        first <= t.index < verb.index and t.dep in {"mark", "advmod"} and t.text.casefold() in _WHEN
        for t in document.children(verb.index)
    )


def _is_passed_over(document: Document, frame: Frame, number: int, verb: Token) -> bool:
    """Whether a verb after the marks is no main verb: the cue may stand further on."""
    if verb.pos == "AUX" or verb.dep in _CLAUSES or verb.dep in _NO_VERBS:
        return True
    if verb.tag == "VBN" and verb.lemma in _SENSED:
        return True  # "“…” a reporter can be heard asking"
    if number == 0 and verb.tag == "VB":
        return True  # "“…,” screenwriter Ana Roa wrote": a noun taken for a verb
    first = frame.right[0].index
    if any(t.dep == "relcl" and t.index > first for t in document.ancestors(verb.index)):
        return True  # "“…,” Ana Roa, who used to work there, said"
    head = document.head(verb)
    if verb.dep == "conj" and head.pos in {"NOUN", "PROPN"} and head.index > first:
        return True  # "“…,” Ana Roa, head of the port and also seen in it, said"
    # "“…,” Trump adviser Ana Roa conceded": a name taken for a verb
    return number <= 1 and verb.text[:1].isupper()


def _is_read(frame: Frame, verbs: ReportingVerbs, number: int) -> bool:
    """ "“…,” the email read.", "“…,” the Danes state": verbs that the parser takes for nouns."""
    token, content = frame.right[number], _closing(frame)
    following = frame.right[number + 1] if number + 1 < len(frame.right) else None
    noun = frame.right[number - 1] if number else None
    if noun is None or content[-1:] != ",":
        return False
    ends = following is None or following.text in {".", ","}
    if ends and token.text.casefold() == "read" and noun.pos in {"NOUN", "ADJ"}:
        return True
    if token.tag not in {"NN", "NNS"} or not verbs.speaks(token.lemma):
        return False
    if ends and noun.pos == "PROPN":
        return True
    agrees = noun.tag in (_MANY_WHO if token.tag == "NN" else _ONE_WHO)
    if not agrees or not (ends or (following is not None and following.pos == "ADP")):
        return False
    return not any(t.pos == "VERB" and t.dep not in _CLAUSES for t in frame.right)


def _closing(frame: Frame) -> str:
    """The words in marks without marks of inner ones at their end: "…, 'a cancer,'"."""
    return frame.content.rstrip().rstrip("'’")


def _is_only_verb(document: Document, frame: Frame, verb: Token) -> bool:
    """ "“…” the 43-year-old asked in a film": a main verb that the parser took for a participle."""
    if verb.dep != "acl" or frame.left or document.head(verb).dep != "ROOT":
        return False
    content = frame.content.rstrip()
    others = (t for t in frame.right if t.index != verb.index)
    return content[-1:] in {",", "?", "!"} and not any(t.pos in {"VERB", "AUX"} for t in others)


def _goes_on_otherwise(frame: Frame) -> bool:
    """Whether another part of the sentence opens after the marks: "called it "late" and left"."""
    following = next((t for t in frame.right if t.pos != "PUNCT"), None)
    if following is None or not any(t.pos in {"VERB", "AUX"} for t in frame.left):
        return False
    return (
        following.pos == "CCONJ" or following.tag == "VBG" or following.text.casefold() in _OPENING
    )


def _tells_what_follows(
    document: Document, frame: Frame, verb: Token, verbs: ReportingVerbs
) -> bool:
    """Whether a verb after the marks takes something else: "Tired of "waste," he said it hurts".

    "While his word of “peace” was doubted, he offered help": words that no comma closes are no part
    of what a verb with an object tells.
    """
    after = [t for t in document.children(verb.index) if t.index > verb.index and t in frame.right]
    if any(
        t.dep == "ccomp" and document.child(t.index, "nsubj", "nsubjpass", "expl") is not None
        for t in after
    ):
        return True
    closed = _closing(frame)[-1:] in {",", "?", "!"}
    addressed = closed or verb.lemma in verbs.addressing
    return not addressed and any(t.dep in {"dobj", "xcomp"} for t in after)


def _has_subject_after(document: Document, frame: Frame, verb: Token) -> bool:
    """Whether a verb's own name or noun stands right after the marks: "“…” Ana Roa wrote"."""
    subject = document.child(verb.index, "nsubj")
    if subject is None or subject.tag.startswith("W") or not frame.right:
        return False
    first = document.subtree(subject.index)[0].index
    if subject.index > verb.index:
        return False
    # "“a road” that ends nowhere, Ana Roa wrote": a cue that the parser hung on the marks
    apart = document.tokens[first - 1].text == "," and subject.pos == "PROPN"
    return frame.right[0].index <= first <= frame.right[0].index + 1 or apart


def asking(document: Document, verb: Token, verbs: ReportingVerbs) -> bool:
    """ "wanted to know", "let it be known", "had this to say": speech in several words."""
    return phrase_after(document, verb, verbs) > 0


def phrase_after(document: Document, verb: Token, verbs: ReportingVerbs) -> int:
    """How many words after a verb speak together with it; 0 where none do."""
    endings = verbs.said_in_words.get(verb.lemma)
    if endings is None or verb.index + 1 >= len(document.tokens):
        return 0
    following = document.text[verb.end : verb.end + 40].casefold().lstrip(" \u00a0")
    return max((len(e.split()) for e in endings if following.startswith(e)), default=0)


def _any_verb(document: Document, frame: Frame, verb: Token, number: int) -> bool:
    """Whether a whole sentence in marks, closed by a comma, makes any verb one of speech.

    "“…,” the colonel taught his listeners", "“…,” grinned the coach".
    """
    content = _closing(frame)
    if content[-1:] not in {",", "?", "!"} or not content[:1].isupper():
        return False
    if len(content.split()) < 3 or number > 12 or verb.tag not in {"VBD", "VBZ", "VBP", "VBN"}:
        return False
    if content[-1:] != "," and number > 1 and frame.right[0].text[:1].isupper():
        return False  # "“Why?” The crowd left": a sentence of its own
    if any(t.text == "," for t in frame.right[:1]) or verb.lemma in _SEEMING:
        return False
    subject = document.child(verb.index, "nsubj")
    beside = frame.right[number + 1] if number + 1 < len(frame.right) else None
    if subject is not None:
        return subject.index >= frame.right[0].index and subject.text.casefold() not in _EMPTY
    return number == 0 and beside is not None and beside.pos in {"NOUN", "PROPN", "DET", "PRON"}


def cue_before(  # noqa: PLR0911  # one exit a word order
    document: Document, frame: Frame, verbs: ReportingVerbs
) -> Token | None:
    """The verb of Roa said: "…"; None where the quotation stands in another construction."""
    if not frame.left:
        return None
    introduced = frame.gap[-1:] in {":", ","}
    for number, token in enumerate(reversed(frame.left)):
        if number > _FAR:
            return None
        in_words = token.pos == "VERB" and asking(document, token, verbs)
        if introduced and (in_words or (number <= 2 and _as_put(document, token))):
            return token
        if introduced and number <= 2 and token.tag == "NN" and token.text == "saying":
            return token  # "footage of Roa saying, “…”": taken for a noun
        if token.pos != "VERB" or token.dep in {"amod"} or not verbs.speaks(token.lemma):
            if token.pos == "VERB" and not introduced and token.dep not in _CLAUSES:
                return None
            continue
        if token.lemma in verbs.vague and frame.gap[-1:] != ":" and number > 1:
            return None  # "has been going on, but "…"": no speech
        if introduced and (frame.gap[-1:] == ":" or number <= 14):
            return token
        sentence_like = frame.content[:1].isupper() and len(frame.content.split()) >= 3
        if number <= 8 and sentence_like and _complements(document, frame, token):
            return token
        if number <= 1 and (sentence_like or _is_said_whole(frame)):
            return token
        return None
    return None


def is_after_cue(frame: Frame, verbs: ReportingVerbs) -> bool:
    """ "… yelling “Down with it!” The mayor accuses …": a verb, its words, and a new sentence."""
    beside = frame.left[-1] if frame.left else None
    after = frame.right[0] if frame.right else None
    if beside is None or after is None or beside.pos != "VERB" or not verbs.speaks(beside.lemma):
        return False
    return frame.content.rstrip()[-1:] in {"?", "!"} and after.text[:1].isupper()


def _as_put(document: Document, verb: Token) -> bool:
    """ "As the mayor put it, "…""."""
    children = document.children(verb.index)
    return verb.lemma == "put" and {"as", "it"} <= {t.text.casefold() for t in children}


def _is_said_whole(frame: Frame) -> bool:
    """Words right after a verb that are whole though short or in lower case: "Stay there!"."""
    content = frame.content.strip()
    if content[-1:] in {"!", "?"}:
        return True
    return content[-1:] in {".", ","} and len(content.split()) >= _MANY


def _complements(document: Document, frame: Frame, verb: Token) -> bool:
    """Whether the quotation hangs on the verb in the syntax."""
    root = document.root_of(frame.marked.start, frame.marked.end)
    return root is not None and any(t.index == verb.index for t in document.ancestors(root.index))
