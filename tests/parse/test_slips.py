"""Slips of the model that are put right: sums, bare numbers, lemmas. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.parse import Document

# text, word, (dependency, governor), why
CASES = [
    ("The court fined Ember 50 million crowns.", "Ember", ("dobj", "fined"), "whom it fined"),
    ("The fund gave Ember 50 million crowns.", "Ember", ("dative", "gave"), "to whom it gave"),
    ("The firm raised Ember 50 million crowns.", "Ember", ("nmod", "crowns"), "no second object"),
    ("Police raid mosque in Coro, arrest 40", "40", ("dobj", "arrest"), "a line's last object"),
    ("Police search flats in Coro, detain 31", "31", ("dobj", "detain"), "its verb like a noun"),
    ("Troops kill rebel chief, free 71 captives in Coro", "captives", ("dobj", "free"),
     "whom they freed, and did not kill"),
    ("Inmates were holding 130 guards hostage.", "guards", ("dobj", "holding"), "who is held"),
    ("Rebels took nine miners captive.", "miners", ("dobj", "took"), "the same of captives"),
    ("Police disperse rally in Coro, detain 30", "30", ("dobj", "detain"), "hung on the rally"),
    ("Riot police broke up a march by teachers in Lima.", "march", ("dobj", "broke"),
     "what stands behind a particle"),
    ("Riot police broke up a march by teachers in Lima.", "by", ("prep", "march"), "whose it was"),
    ("Two days earlier gunmen had attacked a bus.", "earlier", ("advmod", "attacked"),
     "when that was, and no kind of gunmen"),
    ("The earlier raid had killed two guards.", "earlier", ("amod", "raid"), "which raid"),
    ("Police said on Tuesday they had foiled a plot.", "on", ("prep", "said"), "when it was said"),
    ("Police said that on Tuesday they had foiled a plot.", "on", ("prep", "foiled"),
     "a day of what is said"),
    ("Police turned up a day later in Lima.", "day", ("npadvmod", "later"), "a time is no object"),
    ("The union suspended the strike that had kept public schools shut for three weeks.", "shut",
     ("acl", "schools"), "what stays so"),
    ("A judge in Lima fined a shop owner HK$20,000 on Thursday.", "owner", ("dobj", "fined"),
     "whom a glued sum follows"),
    ("The army dismissed as lies reports that it had lost the town.", "reports",
     ("dobj", "dismissed"), "what is called lies"),
    ("The union accused the police of killing three boys, a charge the minister denied.", "accused",
     ("ROOT", "accused"), "a comment is no main clause"),
    ("He described as a friend of his youth.", "friend", ("pobj", "as"), "nothing is called so"),
    ("The justice ministry declared the news site Volna a foreign agent on Friday.", "site",
     ("dobj", "declared"), "what is called something"),
    ("The justice ministry declared the news site Volna a foreign agent on Friday.", "agent",
     ("oprd", "declared"), "what it is called"),
    (
        "Volda declared two embassy employees persona non grata on Friday.",
        "employees",
        ("dobj", "declared"),
        "who is unwelcome",
    ),
    ("A woman Maoist cadre was killed in Coro.", "cadre", ("nsubjpass", "killed"),
     "what the woman was"),
    ("A woman, a nurse of the clinic, was killed in Coro.", "woman", ("nsubjpass", "killed"),
     "who is also called something"),
    ("Police arrested a man who opened fire at a mall in Lima, killing two.", "killing",
     ("advcl", "opened"), "what came of his deed"),
    ("Police arrested nine men after a chase through Lima, killing two.", "killing",
     ("advcl", "arrested"), "what came of theirs"),
    ("Police placed under arrest two officers of the guard.", "officers", ("dobj", "placed"),
     "whom they placed there"),
    ("The junta put on trial nine activists.", "activists", ("dobj", "put"),
     "no activists of a trial"),
    ("Troops came under fire two days later.", "days", ("npadvmod", "later"),
     "a time is nothing set on fire"),
    ("Police arrested trader Ivo Brand charging him with theft.", "Brand", ("dobj", "arrested"),
     "whom they held and charged"),
    ("The army saw a man carrying him to a car.", "man", ("nsubj", "carrying"),
     "who carries somebody else"),
    ("Honduran and Nicaraguan troops clashed near Coro.", "Nicaraguan", ("conj", "Honduran"),
     "troops of the one and of the other"),
    ("Gunmen entered a village, shot two farmers and looted shops.", "shops", ("dobj", "looted"),
     "no looted shops that they shot"),
    ("Police seized drugs, two rifles and looted goods.", "looted", ("amod", "goods"),
     "the last of several things"),
    ("Around 30-35 armed cadres of the Coro Liberation Army set ablaze a truck near Lima.",
     "cadres", ("nsubj", "set"), "how many from one number to another"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "expected", "why"), CASES, ids=[c[3] for c in CASES])
def test_objects_that_a_parser_hides(
    text: str,
    word: str,
    expected: tuple[str, str],
    why: str,
    hangs_from: Callable[[str, str], tuple[str, str]],
) -> None:
    assert hangs_from(text, word) == expected, why


def test_fined_is_of_fine(parse_text: Callable[..., Document]) -> None:
    document = parse_text("The court fined the firm.")
    assert document.tokens[2].lemma == "fine"


VERBS = [
    ("A court in Coro sentenced opposition politician Nika Roa to a year in prison.", "sentenced"),
    ("A judge jailed activist Ana Bell for two years on Monday.", "jailed"),
    ("A court in Lima freed journalist Ana Bell on Monday.", "freed"),
    ("Dozens of activists protested outside the hall and scuffled with guards.", "protested"),
    ("Scores of farmers rallied in Belt on Sunday.", "rallied"),
    ("Maoists set on fire two buses in Lima.", "set"),
]


@pytest.mark.parametrize(("text", "verb"), VERBS)
def test_main_verbs_that_a_parser_hides(
    text: str, verb: str, parse_text: Callable[..., Document]
) -> None:
    document = parse_text(text)
    root = next(t for t in document.tokens if t.head == t.index)
    assert (root.text, root.tag) == (verb, "VBD")


def test_a_participle_stays_one(parse_text: Callable[..., Document]) -> None:
    document = parse_text("A number of men arrested in Coro on Monday.")
    assert document.tokens[4].tag == "VBN"


def test_a_day_is_no_part_of_the_name_behind_it(parse_text: Callable[..., Document]) -> None:
    document = parse_text("On Monday Ana Roa, a student leader, was released by the army in Lima.")
    roa = document.tokens[3]
    assert (roa.text, roa.dep, document.head(roa).text) == ("Roa", "nsubjpass", "released")


def test_a_name_behind_a_noun_is_of_that_noun(parse_text: Callable[..., Document]) -> None:
    document = parse_text("The mother of the murdered student Tito Sel said police had killed him.")
    name = next(t for t in document.tokens if t.text == "Sel")
    assert document.head(name).text == "student"


def test_a_glued_sum_is_no_name(parse_text: Callable[..., Document]) -> None:
    document = parse_text("A judge in Lima fined a shop owner HK$20,000 on Thursday.")
    token = next(t for t in document.tokens if t.text == "HK$20,000")
    assert (token.pos, token.name) == ("NUM", "MONEY")


def test_a_named_spokesman_says_and_is_no_soldier(parse_text: Callable[..., Document]) -> None:
    document = parse_text(
        "Rebels ambushed an army convoy near Kidal on Tuesday and killed at least 20 soldiers, a"
        " spokesman for the front, Ali Ag Tita, said on Thursday."
    )
    spokesman = next(t for t in document.tokens if t.text == "spokesman")
    assert (spokesman.dep, document.head(spokesman).text) == ("nsubj", "said")


@pytest.mark.parametrize(
    ("text", "preposition", "verb"),
    [
        ("Families of those killed in Lima in 2019 marched on Monday.", 6, "killed"),
        ("Three men arrested on Monday appeared in court.", 3, "arrested"),
        ("Families of those killed in Lima in 2019 marched on Monday.", 9, "marched"),
        ("Police on Monday arrested three men.", 1, "arrested"),
    ],
)
def test_what_stands_before_a_verb_belongs_to_the_participle(
    text: str, preposition: int, verb: str, parse_text: Callable[..., Document]
) -> None:
    document = parse_text(text)
    word = document.tokens[preposition]
    assert (word.dep, document.head(word).text) == ("prep", verb)


@pytest.mark.parametrize(
    ("text", "verb", "lemma"),
    [
        ("Nurses staged a sit-in in Lima on Monday.", "staged", "stage"),
        ("Soldiers raped two nurses in Lima on Monday.", "raped", "rape"),
        ("The minister rapped the board on Monday.", "rapped", "rap"),
        ("The union hoped for a rise.", "hoped", "hope"),
    ],
)
def test_a_verb_keeps_its_last_letter(
    text: str, verb: str, lemma: str, parse_text: Callable[..., Document]
) -> None:
    assert next(t for t in parse_text(text).tokens if t.text == verb).lemma == lemma


def test_nobody_dies_by_attackers(parse_text: Callable[..., Document]) -> None:
    document = parse_text("Six people died in attacks by about 150 rebels against four towns.")
    by, against = (next(t for t in document.tokens if t.text == w) for w in ("by", "against"))
    assert document.head(by).text == document.head(against).text == "attacks"
