"""What a text uses a place name for. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.records import PlaceMention

Finder = Callable[..., tuple[PlaceMention, ...]]

USES = [
    ("Police fired on a crowd in Multan on Friday.", "Multan", "location", "a plain place"),
    ("The Multan Tribune printed the letter.", "Multan", "name_part", "a newspaper's name"),
    ("Lahore University was shut for a week.", "Lahore", "seat", "a university stands there"),
    ("The University of Baghdad reopened.", "Baghdad", "seat", "the same with 'of'"),
    ("Police raided the newspaper Savana.", "Savana", "name_part", "what a newspaper is called"),
    ("Rockets hit a Turkey base in Erbil.", "Turkey", "modifier", "a base abroad"),
    ("Police told the newspaper Cairo was calm.", "Cairo", "location", "not who speaks behind it"),
    ("The Front for Sudan claimed the raid.", "Sudan", "name_part", "a body named for a place"),
    ("The city of Gondar was shelled.", "Gondar", "location", "'of' after a unit is no body"),
    ("Ankara rejected the offer on Monday.", "Ankara", "metonym", "a capital as government"),
    ("Talks between Cairo and Doha broke down.", "Doha", "metonym", "a capital in talks"),
    ("Ukraine, Russia exchange 300 prisoners.", "Russia", "metonym", "states that act together"),
    ("Kenya and Somalia have seen floods.", "Kenya", "location", "states that undergo something"),
    ("Envoys met in Doha.", "Doha", "location", "a capital as a town"),
    ("BASRA — Farmers blocked a road in Mosul.", "BASRA", "dateline", "where it was written"),
    ("BASRA — Farmers blocked a road in Mosul.", "Mosul", "location", "where it happened"),
    ("OSLO, Aug 13 (Agency) - A ferry sank.", "OSLO", "dateline", "with date and agency"),
    (
        "A ferry sinks off coast Ana Sito OSLO, Aug 13 (NWA) - A ferry sank.",
        "OSLO",
        "dateline",
        "behind a headline and a byline",
    ),
    ("A ferry sinks off coast Oslo (dpa) - A ferry sank.", "Oslo", "dateline", "of a known wire"),
    ("They met in a Kampala hotel.", "Kampala", "location", "a hotel is in its town"),
    ("The Kampala march ended in gunfire.", "Kampala", "location", "an act is in its town"),
    ("A truck burned on the Jinja road.", "Jinja", "modifier", "a road leads away"),
    ("A Kampala lawyer read the letter.", "Kampala", "modifier", "persons move about"),
    ("Jack London wrote it. London was tired, he said.", "London", "person", "a surname"),
    ("COLONEL RENE EMILIO PONCE MET THE ENVOYS. PONCE SPOKE.", "PONCE", "person", "in capitals"),
    ("They freed Victor Lagos and Silvia Ponce.", "Ponce", "person", "behind a given name"),
    ("The fire in Port Victor Lagos began at dawn.", "Lagos", "location", "of no person"),
    ("In Khulna, Bangladesh, mills closed.", "Bangladesh", "modifier", "tells which Khulna"),
    ("Police spoke with Ann Roe of Kampala.", "Kampala", "modifier", "where a person lives"),
    ("Police spoke with Senator Ann Roe (Kampala).", "Kampala", "modifier", "whom she stands for"),
    ("Soldiers from Kampala were shot in Jinja.", "Kampala", "modifier", "where they come from"),
    ("Villagers from Jinja rallied.", "Jinja", "location", "the only hint at where"),
    ("He sat in the Multan remand prison.", "Multan", "location", "a prison in two words"),
    ("Twelve were held at the Multan sit-in.", "Multan", "location", "an act with a hyphen"),
    ("A jet bombed a hamlet above Khulna.", "Khulna", "location", "a hill above it"),
    ("Gunmen fired on a bus near Gao.", "Gao", "location", "a short name after 'near'"),
    ("Rebels entered Jinja at dawn.", "Jinja", "location", "a town taken"),
    ("Students of Lahore, of Multan and of Sukkur came.", "Sukkur", "location", "a list with 'of'"),
    ("An explosion rocked Dembecha.", "Dembecha", "location", "what happens to a town"),
    ("A strike paralysed Vratsa.", "Vratsa", "location", "the same of a strike"),
    ("Vratsa's fire service came.", "Vratsa", "modifier", "what a town has"),
    ("They patrolled Plettenberg's streets.", "Plettenberg", "location", "its own streets"),
    ("Plettenberg police came.", "Plettenberg", "modifier", "a town has police"),
    ("It spread to Keta, Winneba and Kumasi.", "Keta", "location", "first of a list"),
    ("It spread to Keta, Winneba and Kumasi.", "Winneba", "location", "amid a list"),
    ("Nigerian officials came.", "Nigerian", "modifier", "a demonym"),
    ("They seized a Marshall Islands-flagged tanker.", "Marshall Islands", "modifier", "a flag"),
    ("They clashed in a rural area of Tibú on Monday.", "Tibú", "location", "a part of a place"),
    (
        "He was shot on the road between Puerto Cortés and Choloma.",
        "Choloma",
        "location",
        "the ends of a road",
    ),
    ("A family was killed in the vereda of Corinto.", "Corinto", "location", "a unit of Colombia"),
]


@pytest.mark.parametrize(("text", "name", "use", "why"), USES)
def test_use(places_of: Finder, text: str, name: str, use: str, why: str) -> None:
    found = {mention.evidence.quote: mention.use for mention in places_of(text)}
    assert found.get(name) == use, (why, found)


@pytest.mark.parametrize(
    ("text", "word", "why"),
    [
        ("Police said so. Police left.", "Police", "a town in Poland"),
        ("Hamas freed four men in Gaza City.", "Hamas", "Latvians call a town of Germany so"),
        ("Reading is hard. She was reading.", "Reading", "a gerund at the start"),
        ("Nice weather, said the guard.", "Nice", "an adjective at the start"),
        ("They told us to leave.", "us", "a pronoun, not a country"),
        ("The Front and the Union signed.", "Front", "short for a body"),
        ("They closed the Lorca.", "Lorca", "towns have no article"),
        ("A bomb went off near the San Camilo market.", "San", "the beginning of a longer name"),
        ("Guests left the Victoria Hotel.", "Victoria", "hotels bear the names of anything"),
        ("The departments of Energy and Justice replied.", "Energy", "an English word"),
        ("The departments of Energy and Justice replied.", "Justice", "another in its list"),
        ("Morales's police shot ten people.", "Morales", "rulers have police too"),
        ("Critics rocked Salinas over the bill.", "Salinas", "a person is struck by persons"),
        ("Hope is gone, wrote March.", "Hope", "a word that is also a town"),
    ],
)
def test_common_words_are_no_places(places_of: Finder, text: str, word: str, why: str) -> None:
    assert word not in {mention.evidence.quote for mention in places_of(text)}, why


def test_a_common_word_after_a_preposition_is_a_place(places_of: Finder) -> None:
    assert [m.evidence.quote for m in places_of("A man was shot in Reading.")] == ["Reading"]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Clashes broke out in Swat on Monday.", "Swat", "PK"),  # a word
        ("Soldiers killed nine men in Kurram on Monday.", "Kurram", "PK"),  # 'Kurram District'
        ("Two farmers were killed in Amhara, officials said.", "Amhara", "ET"),  # a people too
        ("Soldiers shot two men in Van on Monday.", "Van", "TR"),
        ("Police arrested the mayor of Van.", "Van", "TR"),
        ("Police fired tear gas in Man on Monday.", "Man", "CI"),
        ("Fighting broke out in el-Fasher on Monday.", "el-Fasher", "SD"),  # with its article
        ("The mayor of al-Bab was killed.", "al-Bab", "SY"),
    ],
)
def test_a_name_alone_behind_in_is_a_place(
    places_of: Finder, text: str, name: str, country: str
) -> None:
    found = {m.evidence.quote: m.place.country for m in places_of(text) if m.place is not None}
    assert found == {name: country}


def test_what_opens_many_names_is_none_alone(places_of: Finder) -> None:
    text = "Prisoners in Wadi al-Safra, outside Ma'an, were beaten. Lawyers in Amman complained."
    found = {m.evidence.quote: m.place.country for m in places_of(text) if m.place is not None}
    assert found == {"Ma'an": "JO", "Amman": "JO"}  # of Wadi in India, Ma'an would be there too
    assert [m.place for m in places_of("Bombs went off in the San Victorino quarter.")] == [None]


def test_initials_are_no_town_that_was_once_written_so(places_of: Finder) -> None:
    assert list(places_of("The USIS said on Monday that the bridge was closed.")) == []


def test_a_person_is_no_place(places_of: Finder) -> None:
    assert list(places_of("Omar al-Bashir and Abdel Fattah al-Sisi met.")) == []


def test_a_feast_is_no_place(places_of: Finder) -> None:
    assert list(places_of("Attacks rise in Ramadan, officials said.")) == []


def test_demonyms_give_their_country(places_of: Finder) -> None:
    (mention,) = places_of("Kenyan troops left.")
    assert mention.kind == "demonym"
    assert mention.place is not None
    assert mention.place.country == "KE"


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("Shots came from the Varnu bridge in Cusco.", "Varnu bridge"),
        ("They marched to San Ermo square in Cusco.", "San Ermo square"),
        ("A bomb hit the Mosani fuel depot in Cusco.", "Mosani fuel depot"),
    ],
)
def test_sites_have_no_place_and_leave_the_town(places_of: Finder, text: str, site: str) -> None:
    by_name = {mention.evidence.quote: mention for mention in places_of(text)}
    assert by_name[site].kind == "site"
    assert by_name[site].place is None
    assert by_name["Cusco"].place is not None


def test_street_names_denote_no_place(places_of: Finder) -> None:
    assert all(m.place is None for m in places_of("A car burned in Jerusalem Street."))


def test_common_words_with_an_article_denote_no_town(places_of: Finder) -> None:
    assert all(m.place is None for m in places_of("He was seen at the Red House."))


def test_a_province_behind_a_part_of_it_holds_the_town(places_of: Finder) -> None:
    found = places_of("Men stood at the entrances of Pantelhó, in the highlands of Chiapas.")
    kinds = {m.evidence.quote: m.place.precision for m in found if m.place is not None}
    assert kinds == {"Pantelhó": "town", "Chiapas": "province"}


def test_a_dateline_makes_towns_of_its_country_likely(places_of: Finder) -> None:
    text = "CARACAS — Officers stopped two monitors at Maiquetía on Friday."
    assert "Maiquetía" in {m.evidence.quote for m in places_of(text) if m.place is not None}
