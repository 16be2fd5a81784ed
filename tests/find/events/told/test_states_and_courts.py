"""Bans, verdicts, expulsions, truces and withdrawals, commonest tellings; invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

# sentence, types with modes, recipients of all, why
CASES = [
    # verdicts and fines
    ("A Minsk court fined Ember 50 million roubles.", [("SANCTION", "convict")], ["Ember"],
     "a name before a sum"),
    ("A Minsk court convicted a man of spying for Iran.", [("SANCTION", "convict")], ["man"],
     "'of' belongs to the verb"),
    ("Iran accused the government of Sudan of killing two men.", [("ACCUSE", "allege")],
     ["Government of Sudan"], "the first of two 'of'"),
    ("The regulator in Minsk fined the bank 50 million roubles.", [("SANCTION", "convict")],
     ["bank"], "a noun before a sum"),
    ("Jail term for blogger who insulted king",
     [("COERCE", "arrest"), ("SANCTION", "convict")], ["blogger"], "a line without a verb"),
    ("New prison for young offenders", [], [], "no verdict"),
    # people put out and pages closed
    ("Two tourists were deported from Egypt for joining a rally.", [("COERCE", "deport")],
     ["tourists"], "the reason is a protest"),
    ("Two students were expelled from the university for joining a rally.",
     [("SANCTION", "expel")], ["students"], "from no country"),
    ("The lawyer was refused entry in Lusaka and put on a plane home.",
     [("COERCE", "deport"), ("REJECT", "yield")], ["lawyer"], "a participle like a past"),
    ("The lawyer put his case on a plane in Lusaka.", [], [], "nobody is put out"),
    ("Turkey blocked access to the news website Ember.", [("COERCE", "censor")], [],
     "access to a page"),
    ("The council blocked access to the burial site in Haifa.", [("REJECT", "yield")], [],
     "access to a place"),
    ("Two charities in Lusaka were stripped of their licences.", [("COERCE", "restrict")],
     ["charities"], "a licence lost"),
    ("Police banned a rally in Lusaka.", [("COERCE", "restrict")], [],
     "one event is banned, not the town"),
    # states that leave, and envoys who must
    ("Russia walked out of the grain deal on Monday.", [("SANCTION", "withdraw")], [],
     "a state does not strike"),
    ("Nurses walked out on Monday in Lusaka.", [("PROTEST", "strike")], [], "nurses do"),
    ("The junta announced Mali's withdrawal from ECOWAS.", [("SANCTION", "withdraw")],
     ["Economic Community of West African States"], "no truce"),
    ("Mali gave the French ambassador three days to leave the country.",
     [("SANCTION", "expel")], ["French ambassador"], "an envoy"),
    ("Rwanda denied sending troops into eastern Congo.", [("MOBILIZE", "troops")],
     ["Democratic Republic of the Congo"], "a denial, and no refusal"),
    # who is freed, and who is helped
    ("Rebels handed three soldiers over to the Red Cross in Goma.", [("RETREAT", "release")],
     ["soldiers"], "who is freed"),
    ("The EU lifted its sanctions on Syria.", [("CONCEDE", None)], ["Syria"],
     "not those whose sanctions they are"),
    ("India sent two planes of medical supplies to Kabul.", [("AID", None)], ["Kabul"],
     "a town that is helped"),
    ("Parliament passed an aid package for Ukraine.", [("SUPPORT", None)], ["Ukraine"],
     "approved is not delivered"),
    # lists
    ("Police in Tunis detained the leader, Ana Roa, and two of her aides.",
     [("COERCE", "arrest")], ["Ana Roa", "aides"], "joined to the verb by the parser"),
    ("Those detained in Tunis include two lawyers and a priest.", [("COERCE", "arrest")],
     ["lawyers", "priest"], "named behind the verb"),
    ("Police raid mosque in Mombasa, arrest 40",
     [("COERCE", "arrest"), ("COERCE", "seize")], [], "a number alone is the object"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "types", "recipients", "why"), CASES, ids=[case[3] for case in CASES]
)
def test_what_states_and_courts_do(
    sentence: str,
    types: list[tuple[str, str | None]],
    recipients: list[str],
    why: str,
    read: Callable[..., Read],
) -> None:
    reports = read(sentence).reports
    assert sorted((r.type or "", r.mode) for r in reports) == types, why
    names = list(dict.fromkeys(a.value.name for r in reports for a in r.recipients))
    assert names == recipients, why


# sentence, type, actors, recipients
MEDIATED = [
    ("The hostages were released in a deal mediated by Qatar.", "RETREAT", [], ["hostages"]),
    ("A truce mediated by Egypt came into force.", "RETREAT", [], []),
    ("The two sides agreed to a truce brokered by Qatar.", "CONCEDE", ["sides"], []),
    ("Qatar released two hostages on Monday.", "RETREAT", ["Government of Qatar"], ["hostages"]),
]


@pytest.mark.parametrize(("sentence", "kind", "actors", "recipients"), MEDIATED)
def test_who_only_brokers_takes_no_part(
    sentence: str, kind: str, actors: list[str], recipients: list[str], read: Callable[..., Read]
) -> None:
    found = next(r for r in read(sentence).reports if r.type == kind)
    assert [a.value.name for a in found.actors] == actors
    assert [a.value.name for a in found.recipients] == recipients


def test_states_that_swap_prisoners_do_it_once(read: Callable[..., Read]) -> None:
    found = read("Armenia and Azerbaijan exchanged prisoners on Monday.").reports
    assert [(r.type, r.place) for r in found] == [("RETREAT", None)]


def test_ministers_from_several_states_are_those_states(read: Callable[..., Read]) -> None:
    found = read("Ministers from Egypt, Sudan and Ethiopia met in Nairobi on Monday.").reports
    assert [[a.value.name for a in r.actors] for r in found] == [["Egypt", "Sudan", "Ethiopia"]]
