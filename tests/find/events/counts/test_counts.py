"""Numbers of people, by examples. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.find.events.counts.counts import all_counts, count_mentions
from reportedly.find.events.counts.words import check_count_lexicon
from reportedly.parse import Document, Parser
from reportedly.parse.plain import PlainParser
from reportedly.records import Evidence, Link, Scope
from tests.conftest import make_article

Parse = Callable[..., Document]

# sentence, [(kind, low, high, wording)], why
CASES: list[tuple[str, list[tuple[str, int | None, int | None, str]], str]] = [
    ("Three people were shot dead in Belt.", [("killed", 3, 3, "Three people")], "phrase"),
    ("Two men were shot dead between 3 and 5 October.", [("killed", 2, 2, "Two men")], "days"),
    ("Gunmen stormed a post, killing one officer.", [("killed", 1, 1, "one officer")], "object"),
    (
        "A bomb in Belt left one student dead and 27 people injured, nine policemen among them.",
        [
            ("killed", 1, 1, "one student"),
            ("injured", 27, 27, "27 people"),
            ("injured", 9, 9, "nine policemen"),
        ],
        "some of those counted",
    ),
    (
        "Some 400 of the displaced occupied the tollbooth.",
        [("crowd", 400, 400, "Some 400 of the displaced")],
        "people by an adjective",
    ),
    ("A man was fatally stabbed in Belt.", [("killed", 1, 1, "A man")], "fatally"),
    ("Police fatally shot two men in Belt.", [("killed", 2, 2, "two men")], "fatally, active"),
    ("Woman found fatally stabbed in Belt.", [("killed", 1, 1, "Woman")], "found so in a line"),
    ("Police killed four of them.", [("killed", 4, 4, "four of them")], "a part of a group"),
    ("Nine bodies had been brought in.", [("killed", 9, 9, "Nine bodies")], "the word itself"),
    ("The ministry admits to three dead.", [("killed", 3, 3, "three dead")], "adjective as noun"),
    ("A man was knifed to death in Belt.", [("killed", 1, 1, "A man")], "to death"),
    ("A mob beat two men half to death.", [("injured", 2, 2, "two men")], "half to death"),
    ("The army lost two men in the raid.", [("killed", 2, 2, "two men")], "a side lost them"),
    ("A mine cost six guards their lives.", [("killed", 6, 6, "six guards")], "cost their lives"),
    ("Two nurses were hit by stones.", [("injured", 2, 2, "Two nurses")], "what hit them"),
    ("18 clerks were overcome by gas.", [("injured", 18, 18, "18 clerks")], "gas"),
    (
        "Three were killed and a further nine wounded in Belt.",
        [("killed", 3, 3, "Three"), ("injured", 9, 9, "a further nine")],
        "nine of another kind",
    ),
    (
        "Two passers-by and a guard were shot dead.",
        [("killed", 2, 2, "Two passers-by"), ("killed", 1, 1, "a guard")],
        "a noun with hyphens",
    ),
    ("A passer-by was shot dead.", [("killed", 1, 1, "A passer-by")], "the same of one"),
    ("They shelled a van. Its driver died.", [("killed", 1, 1, "Its driver")], "a van's driver"),
    (
        "The march in Belt drew 3,000 (police) or 20,000 (organisers).",
        [("crowd", 3000, 3000, "3,000"), ("crowd", 20000, 20000, "20,000")],
        "who gives them stands in brackets",
    ),
    (
        "A bullet hit a boy in the neck; he died within minutes.",
        [("killed", 1, 1, "he")],
        "hurt at first",
    ),
    (
        "Gunmen stormed a house and shot a lawyer. She died of her wounds.",
        [("killed", 1, 1, "She")],
        "no house is meant",
    ),
    (
        "The arrest of an editor in Belt caused an outcry.",
        [("arrested", 1, 1, "an editor")],
        "an arrest of one",
    ),
    ("More than half of Belt's 12,000 teachers walked out.", [], "a share of them"),
    ("Nine out of ten drivers walked out in Belt.", [], "a share in words"),
    (
        "Most of the 40 people hurt in Belt were women.",
        [("injured", 40, 40, "40 people")],
        "the whole by what befell it",
    ),
    (
        "A blast in Belt killed five, injured dozens and burnt ten huts.",
        [("killed", 5, 5, "five"), ("injured", None, None, "dozens")],
        "a verb that looks like an adjective",
    ),
    (
        "The toll of the blast stands at 17, the wounded at 40.",
        [("killed", 17, 17, "17"), ("injured", 40, 40, "40")],
        "a verb that is not repeated",
    ),
    (
        "The army killed nine rebels for the loss of three soldiers.",
        [("killed", 9, 9, "nine rebels"), ("killed", 3, 3, "three soldiers")],
        "whom it lost",
    ),
    ("Two men were found with their throats cut.", [("killed", 2, 2, "Two men")], "how found"),
    ("A sergeant of 26 was wounded.", [("injured", 1, 1, "A sergeant")], "his age"),
    ("Rebels killed the army's third chief.", [("killed", 1, 1, "the army's third chief")], "rank"),
    ("They were hacked to death by some 20 men in camp No. 5.", [], "who did it, where"),
    ("Two men were shot dead on 3 Oct.", [("killed", 2, 2, "Two men")], "a short month"),
    ("The air force executed 87 sorties on Belt.", [], "what is carried out"),
    ("A mother of four was shot dead.", [("killed", 1, 1, "A mother")], "her children"),
    ("A father-of-two was shot dead.", [("killed", 1, 1, "A father")], "his children"),
    ("A group of four was shot dead.", [("killed", 4, 4, "four")], "a group of so many"),
    ("Gunmen killed an officer on Monday.", [("killed", 1, 1, "an officer")], "an article is one"),
    ("Gunmen killed Ana Roa on Monday.", [("killed", 1, 1, "Ana Roa")], "a name is one"),
    (
        "A rebel carrying a reward of PKR 500,000 was killed.",
        [("killed", 1, 1, "A rebel")],
        "money",
    ),
    (
        "Police killed a CRPF personnel.",
        [("killed", 1, 1, "a CRPF personnel")],
        "one of many",
    ),
    ("Front cadre was killed near Belt.", [("killed", 1, 1, "Front cadre")], "no article"),
    (
        "Wife of a rebel, Ana Roa was arrested in Belt.",
        [("arrested", 1, 1, "Ana Roa")],
        "who the person named is",
    ),
    (
        "Rebels killed a village tovar, identified as Ivo Roe, in Belt.",
        [("killed", 1, 1, "a village tovar")],
        "somebody with a name",
    ),
    (
        "Around 20 armed rebels dragged the pair into the forest and shot them dead.",
        [],
        "not the doers, though how many they shot is told before",
    ),
    (
        "Two people were axed to death in Belt.",
        [("killed", 2, 2, "Two people")],
        "a lemma cut short",
    ),
    ("Over 90 were held in Belt.", [("arrested", 90, None, "Over 90")], "a bound that opens"),
    ("A truck ran over two men.", [], "no bound, and nobody hurt yet"),
    (
        "The raid cost the lives of two guards.",
        [("killed", 2, 2, "two guards")],
        "lives of somebody",
    ),
    ("The strike cost the lives of many firms.", [], "lives of things"),
    (
        "Youths stoned an ambulance, whose driver lost an eye.",
        [("injured", 1, 1, "whose driver")],
        "an owner behind which one stands",
    ),
    (
        "A bomb destroyed a shop and cost a night porter his left hand.",
        [("injured", 1, 1, "a night porter")],
        "whom it cost something",
    ),
    ("Two officers have cuts to the face.", [("injured", 2, 2, "Two officers")], "cuts"),
    (
        "Thugs beat up a clerk; he is in hospital with a broken jaw.",
        [("injured", 1, 1, "he")],
        "a pronoun for one who suffered something",
    ),
    ("Gunmen shot a clerk in Belt. He died on the way.", [("killed", 1, 1, "He")], "he died"),
    (
        "A clerk was wounded in Belt. He was taken to hospital.",
        [("injured", 1, 1, "A clerk")],
        "told again by a pronoun",
    ),
    (
        "The police met a clerk and a nurse. He was injured on Monday.",
        [],
        "two whom a pronoun could mean",
    ),
    (
        "In Belt, the police gave no overall figure of the crowd. 300 people marched, the union "
        "said; the police spoke of some 90.",
        [("crowd", 300, 300, "300 people"), ("crowd", 90, 90, "some 90")],
        "a figure is no thing that was counted",
    ),
    (
        "Rebels killed a guard and a clerk.",
        [("killed", 1, 1, "a guard"), ("killed", 1, 1, "a clerk")],
        "one each",
    ),
    (
        "Rebels killed Ana Roa and her mother.",
        [("killed", 1, 1, "Ana Roa"), ("killed", 1, 1, "her mother")],
        "an owner counts one",
    ),
    (
        "The driver was shot dead by rebels.",
        [("killed", 1, 1, "The driver")],
        "one not counted yet",
    ),
    ("Rebels dragged Ana Roa out and killed her.", [("killed", 1, 1, "her")], "a pronoun"),
    ("Her lawyer says that she is being held.", [], "who is held is told elsewhere"),
    (
        "Two women were struck by rubber bullets.",
        [("injured", 2, 2, "Two women")],
        "what strikes a body hurts it",
    ),
    (
        "A clerk was hit on the shoulder by a canister.",
        [("injured", 1, 1, "A clerk")],
        "a part of the body",
    ),
    ("Two ministers were hit by a scandal.", [], "nothing that hurts a body"),
    ("Three mayors were struck by the view.", [], "a figure of speech"),
    ("Two workers suffered bruises.", [("injured", 2, 2, "Two workers")], "a wound by its name"),
    ("Two workers suffered delays.", [], "no wound"),
    (
        "Officers broke the arm of a docker.",
        [("injured", 1, 1, "a docker")],
        "done to a part of somebody",
    ),
    (
        "A man was hit in the chest and died.",
        [("killed", 1, 1, "A man")],
        "who died of it is counted with the dead",
    ),
    ("One of the bullets hit his head.", [], "a part of the body is nobody"),
    (
        "Gunmen killed the head of the union.",
        [("killed", 1, 1, "the head")],
        "who leads others is somebody",
    ),
    (
        "Four rebels, including three women, were killed.",
        [("killed", 4, 4, "Four rebels")],
        "the three are among the four",
    ),
    (
        "Four rebels including three women were killed.",
        [("killed", 4, 4, "Four rebels")],
        "also without commas",
    ),
    ("Rebels drove off about 300 head of cattle.", [], "no people"),
    (
        "Raiders killed two men and made off with some 200 head of cattle.",
        [("killed", 2, 2, "two men")],
        "a herd behind the dead",
    ),
    ("Police arrested both brothers.", [("arrested", 2, 2, "both brothers")], "both of two"),
    ("Both sides were blamed.", [], "both of other things"),
    (
        "Two cousins, 17 and 22, were shot dead in Belt.",
        [("killed", 2, 2, "Two cousins")],
        "two ages",
    ),
    (
        "The raid left 31 people injured and 18 under arrest.",
        [("injured", 31, 31, "31 people"), ("arrested", 18, 18, "18")],
        "each by what stands behind it",
    ),
    (
        "Nine people were held, among them Ana Roa, who leads the list, and her brother.",
        [("arrested", 9, 9, "Nine people")],
        "both are among the nine",
    ),
    (
        "Her driver, hit in the shoulder, drove to hospital.",
        [("injured", 1, 1, "Her driver")],
        "a participle tells what befell an owned one",
    ),
    ("Her driver drove to hospital.", [], "nothing befell him"),
    (
        "A clerk died in 1977 of injuries suffered in Belt.",
        [("killed", 1, 1, "A clerk")],
        "a year before what somebody died of",
    ),
    ("A bomb exploded, wounding sixteen.", [("injured", 16, 16, "sixteen")], "a bare number"),
    ("Gunmen killed a shepherd.", [("killed", 1, 1, "a shepherd")], "a trade"),
    ("A 19-year-old was shot dead.", [("killed", 1, 1, "A 19-year-old")], "an age for a person"),
    (
        "Gunmen shot at a bus, killing its driver and five passengers.",
        [("killed", 1, 1, "its driver"), ("killed", 5, 5, "five passengers")],
        "a driver of a bus is one",
    ),
    (
        "Unrest left one person dead and 36 hurt.",
        [("killed", 1, 1, "one person"), ("injured", 36, 36, "36 hurt")],
        "a participle for those it befell",
    ),
    (
        "Police arrested two of the villagers, a headman and his son.",
        [("arrested", 2, 2, "two of the villagers")],
        "who the two are",
    ),
    (
        "Soldiers fired on two men. Both were killed.",
        [("killed", 2, 2, "Both")],
        "those of the sentence before",
    ),
    ("Both sides were arrested by surprise.", [], "no people by themselves"),
    ("Three elders were summoned to the court.", [], "who is summoned is no crowd"),
    (
        "A rebel was arrested along with four others.",
        [("arrested", 1, 1, "A rebel"), ("arrested", 4, 4, "four others")],
        "with him",
    ),
    (
        "Police arrested three men. The three men were held in a hut.",
        [("arrested", 3, 3, "three men")],
        "told again",
    ),
    (
        "Police arrested two men. The man was held in Belt.",
        [("arrested", 2, 2, "two men")],
        "one of those counted",
    ),
    ("A rebel 'zone chief' was arrested.", [("arrested", 1, 1, "A rebel 'zone chief")], "quoted"),
    (
        "One suspected rebel identified as Ivo Roe was arrested in Belt.",
        [("arrested", 1, 1, "One suspected rebel")],
        "a participle that looks like a verb",
    ),
    ("Three PSOs were arrested.", [("arrested", 3, 3, "Three PSOs")], "an acronym of people"),
    ("Rebels decapitated two men.", [("killed", 2, 2, "two men")], "a way of killing"),
    ("He mourned the killing of five farmers.", [("killed", 5, 5, "five farmers")], "noun of"),
    ("Three officers were wounded.", [("injured", 3, 3, "Three officers")], "passive"),
    (
        "A car blew up, leaving five dead and twenty wounded.",
        [("killed", 5, 5, "five dead"), ("injured", 20, 20, "twenty")],
        "the word right behind",
    ),
    ("Nobody was hurt.", [("injured", 0, 0, "Nobody")], "none at all"),
    (
        "There were no casualties in Belt.",
        [("injured", 0, 0, "no casualties")],
        "neither killed nor hurt",
    ),
    (
        "The bomb caused panic but no victims.",
        [("injured", 0, 0, "no victims")],
        "behind another object",
    ),
    (
        "The blast did not cause any casualties.",
        [("injured", 0, 0, "any casualties")],
        "under a verb with not",
    ),
    (
        "Rebels shelled Belt without causing casualties.",
        [("injured", 0, 0, "casualties")],
        "behind without",
    ),
    ("There were no further casualties in Belt.", [], "others were hurt before"),
    ("There were no civilian casualties in Belt.", [], "none of one sort"),
    ("The rebels caused casualties in Belt.", [], "some"),
    ("Police arrested 14 people.", [("arrested", 14, 14, "14 people")], "object"),
    ("The 14 detainees may call home.", [("arrested", 14, 14, "14 detainees")], "the word itself"),
    ("Dozens were arrested.", [("arrested", None, None, "Dozens")], "how many is not said"),
    ("Twenty-one people went missing.", [("missing", 21, 21, "Twenty-one people")], "phrase"),
    ("Some 900 people marched.", [("crowd", 900, 900, "Some 900 people")], "rounded"),
    ("The march barely gathered 200 people.", [("crowd", 200, 200, "200 people")], "belittled"),
    (
        "It gathered no more than 200 people.",
        [("crowd", None, 200, "no more than 200 people")],
        "upper bound",
    ),
    ("At least 12 people died.", [("killed", 12, None, "At least 12 people")], "lower bound"),
    (
        "Between 200 and 300 people marched.",
        [("crowd", 200, 300, "Between 200 and 300 people")],
        "both bounds",
    ),
    (
        "The column, several thousand strong, sang.",
        [("crowd", None, None, "several thousand")],
        "strong",
    ),
    ("A crowd of 2,000 gathered.", [("crowd", 2000, 2000, "2,000")], "crowd of"),
    (
        "Two marchers were killed and 30 injured.",
        [("killed", 2, 2, "Two marchers"), ("injured", 30, 30, "30")],
        "two counts of one sentence",
    ),
    ("The ministry put the dead at 14.", [("killed", 14, 14, "14")], "named before the number"),
    ("The fire left nine people dead.", [("killed", 9, 9, "nine people")], "left dead"),
    ("Rebels shot dead a contractor.", [("killed", 1, 1, "a contractor")], "the verb with 'dead'"),
    (
        "Two guards and a driver were killed.",
        [("killed", 2, 2, "Two guards"), ("killed", 1, 1, "a driver")],
        "joined",
    ),
    ("A couple was killed.", [("killed", 2, 2, "A couple")], "a couple is two"),
    ("A man wounded on Friday died.", [("killed", 1, 1, "A man")], "the verb before a participle"),
    ("There was no evidence that anyone was shot dead.", [], "no evidence is nobody's death"),
    ("She told of several bodies.", [], "how many is not said at all"),
    ("The shelling took 23 lives.", [("killed", 23, 23, "23 lives")], "lives taken"),
    ("The raid sent six rebels to their graves.", [("killed", 6, 6, "six rebels")], "an image"),
    ("Three villagers are feared dead.", [("killed", 3, 3, "Three villagers")], "feared"),
    ("Eleven people needed stitches.", [("injured", 11, 11, "Eleven people")], "a need"),
    ("About 120 were treated for burns.", [("injured", 120, 120, "About 120")], "treated for"),
    ("Thirty-four ended up in cells.", [("arrested", 34, 34, "Thirty-four")], "where they ended"),
    ("Twelve men were taken away in vans.", [("arrested", 12, 12, "Twelve men")], "with 'away'"),
    ("The rally drew 5,000.", [("crowd", 5000, 5000, "5,000")], "drew"),
    ("A 300-strong crowd sang.", [("crowd", 300, 300, "300")], "joined to 'strong'"),
    ("City hall made out 40 idlers at most.", [("crowd", None, 40, "40 idlers at most")], "behind"),
    (
        "Of the 58 people detained, 30 were freed.",
        [("arrested", 58, 58, "58 people")],
        "the freed are no arrests",
    ),
    (
        "Two of the nine injured died.",
        [("killed", 2, 2, "Two"), ("injured", 9, 9, "nine")],
        "a part and its whole",
    ),
    (
        "Seven men, including three students, were held.",
        [("arrested", 7, 7, "Seven men")],
        "an example is counted already",
    ),
    ("Ann Lee (26) smiled on Monday.", [], "an age in brackets"),
    ("The firm cut down its bars to 14 ounces.", [], "no people"),
    ("Vigils were announced in 13 cities.", [], "cities are no people"),
    ("They took five rifles and 22 cartridge cases.", [], "things"),
    ("Ann Lee, 34, was fined $200.", [], "an age and a sum"),
    ("The inquiry into the deaths of 14 March 2017 was closed.", [], "a date"),
    ("Sixty houses were destroyed.", [], "houses"),
    (
        "Hundreds of garment workers marched in Belt.",
        [("crowd", None, None, "Hundreds of garment workers")],
        "the noun that a noun describes",
    ),
    ("Marchers put up barricades on Rue 17 in Lima.", [], "the number of a street"),
    ("The three officers laughed.", [], "nothing happened to them"),
]


@pytest.mark.parametrize(
    "text",
    [
        "More than 300 people were killed or injured in the attack in Belt.",
        "The army lost 120 soldiers killed and wounded near Belt.",
    ],
)
def test_a_number_of_dead_and_hurt_is_of_neither(parse_text: Parse, text: str) -> None:
    assert all_counts(parse_text(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "A leader of the front, identified as Omar Sel alias Ben, was arrested in Belt.",
        "Police arrested a member of the front, known as Omar Sel, in Belt.",
    ],
)
def test_whose_name_follows_is_one(parse_text: Parse, text: str) -> None:
    assert [f.value.best for f in all_counts(parse_text(text))] == [1]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_counts(
    parse_text: Parse,
    text: str,
    expected: list[tuple[str, int | None, int | None, str]],
    why: str,
) -> None:
    found = [
        (f.value.kind, f.value.low, f.value.high, f.value.text)
        for f in all_counts(parse_text(text))
    ]
    assert found == expected, why


def test_a_toll_is_cumulative(parse_text: Parse) -> None:
    count = all_counts(parse_text("He died in hospital, taking the toll to 41."))[0].value
    assert (count.kind, count.best, count.cumulative) == ("killed", 41, True)


def test_a_bare_number_has_the_kind_told_before_and_its_own_speaker(parse_text: Parse) -> None:
    text = "Police put the crowd at 200. The union put the number at over three thousand."
    first, second = all_counts(parse_text(text))
    assert (first.value.low, first.asserted_by) == (200, "Police")
    assert (second.value.kind, second.value.low, second.value.high) == ("crowd", 3000, None)
    assert second.asserted_by == "union"


def test_who_reckons_is_the_speaker(parse_text: Parse) -> None:
    text = (
        "The three blockades together involve 650 drivers, by the port agency's estimate; "
        "the union claims more than 2,000."
    )
    first, second = all_counts(parse_text(text))
    assert (first.value.low, first.asserted_by) == (650, "port agency")
    assert (second.value.low, second.value.high, second.asserted_by) == (2000, None, "union")
    assert first.value.shared_key == second.value.shared_key is not None


GIVERS = [
    ("Police put the crowd at 900, the union at 6,500.", ["Police", "union"]),
    ("The march drew 900 according to police, 6,500 according to the union.", ["police", "union"]),
    ("The march drew 900 (police) or 6,500 (organisers).", ["police", "organisers"]),
    ("Police put the crowd at 900. The union's figure was 6,500.", ["Police", "union"]),
    ("The bomb claimed the lives of six guards.", [None]),
    ("Police put the crowd at 900, the turnout at 300.", ["Police", "Police"]),
]


@pytest.mark.parametrize(("text", "speakers"), GIVERS)
def test_who_gives_each_of_two_numbers(
    parse_text: Parse, text: str, speakers: list[str | None]
) -> None:
    assert [c.asserted_by for c in all_counts(parse_text(text))] == speakers


def test_a_count_of_the_outlet_itself_has_no_speaker(parse_text: Parse) -> None:
    count = all_counts(parse_text("By our own count 1,100 people marched."))[0]
    assert (count.value.best, count.asserted_by) == (1100, None)


def test_the_scope_gives_the_speaker(parse_text: Parse) -> None:
    text = "A doctor said nine bodies had been brought in."
    document = parse_text(text)
    inside = document.evidence(text.index("nine"), len(text) - 1)
    chain = (
        Link(name="The Test Herald", kind="outlet", stance="states", private=False),
        Link(name="doctor", kind="anonymous", stance="states"),
    )
    scope = Scope(evidence=inside, chain=chain, kind="indirect")
    assert all_counts(document, (scope,))[0].asserted_by == "doctor"


def test_one_number_for_several_places_has_a_key(parse_text: Parse) -> None:
    shared = all_counts(parse_text("Police arrested 12 people in Arvan and Belt."))[0]
    alone = all_counts(parse_text("Police arrested 12 people in Arvan."))[0]
    assert shared.value.shared_key == "16-25"
    assert alone.value.shared_key is None


def test_no_syntax_no_counts() -> None:
    assert count_mentions(PlainParser()(make_article("Police arrested 14 people."))) == ()


def test_shipped_words_are_sound() -> None:
    assert check_count_lexicon() == []


WORDS = st.sampled_from(
    [
        "between", "200", "and", "a", "hundred", "of", "the", "nine", "-", "killed", "people",
        "no", "nobody", "dozens", "1,000", "1.5", "million", "to", "at", "toll", ",", "were",
        "police", "in", "Arvan", "at least", "strong", "$", "34", "old", "twenty-one", "\u00a0",
    ]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(words=st.lists(WORDS, max_size=15))
def test_any_text_gives_counts_that_quote_it(parser: Parser, words: list[str]) -> None:
    text = " ".join(words)
    for mention in count_mentions(parser(make_article(text))):
        evidence: Evidence = mention.found.evidence
        assert text[evidence.start : evidence.end] == evidence.quote
        low, high = mention.found.value.low, mention.found.value.high
        assert low is None or high is None or low <= high
