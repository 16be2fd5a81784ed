"""Steps over the words of a sentence, and words hung anew. All sentences are invented."""

from __future__ import annotations

from reportedly.parse.words import (
    Word,
    ancestors,
    child,
    children,
    is_of,
    is_tree,
    make_root,
    make_subject,
    subtree,
)


def _words(*rows: tuple[str, str, int]) -> list[Word]:
    """Words by their text, label and governor."""
    return [Word(text=t, lemma=t, pos="", tag="", dep=d, head=h) for t, d, h in rows]


def _scores() -> list[Word]:
    """'Scores of nurses marched home', as a parser sees it that takes the verb for a participle."""
    return _words(
        ("Scores", "ROOT", 0), ("of", "prep", 0), ("nurses", "pobj", 1), ("marched", "acl", 2),
        ("home", "advmod", 0),
    )  # fmt: skip


def test_steps() -> None:
    words = _scores()
    assert list(children(words, 0)) == [1, 4]
    assert child(words, 0, "advmod", "dobj") == 4
    assert child(words, 0, "dobj") is None
    assert ancestors(words, 3) == [2, 1, 0]
    assert subtree(words, 1) == {1, 2, 3}
    assert is_of(words, 2, 0)
    assert not is_of(words, 3, 0)


def test_a_verb_becomes_the_root() -> None:
    words = _scores()
    make_root(words, 3, 0, "nsubj", [4])
    assert [(w.text, w.dep, w.head) for w in words] == [
        ("Scores", "nsubj", 3),
        ("of", "prep", 0),
        ("nurses", "pobj", 1),
        ("marched", "ROOT", 3),
        ("home", "advmod", 3),
    ]


def test_the_subject_of_a_passive_undergoes_it() -> None:
    words = _words(("Ana", "npadvmod", 2), ("was", "auxpass", 2), ("freed", "ROOT", 2))
    make_subject(words, 0, 2)
    assert words[0].dep == "nsubjpass"
    active = _words(("Ana", "npadvmod", 1), ("fled", "ROOT", 1))
    make_subject(active, 0, 1)
    assert active[0].dep == "nsubj"


def test_words_that_hang_on_each_other_are_no_tree() -> None:
    words = _scores()
    assert is_tree(words)
    assert not is_tree(_words(("the", "acl", 1), ("reports", "dobj", 0), ("said", "ROOT", 2)))
