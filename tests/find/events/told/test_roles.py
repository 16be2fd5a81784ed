"""Who acted and who was acted upon, beyond subject and object; sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.records import Report
from tests.find.events.conftest import Read

# sentence, type, actors, recipients, why
CASES = [
    # who did a harm that has no agent of its own
    ("Three soldiers were injured in a bomb blast by the rebels on Monday.", "ASSAULT",
     ["rebels"], ["soldiers"], "'by' behind the cause"),
    ("Two officers were wounded when rebels opened fire on Monday.", "ASSAULT", ["rebels"],
     ["officers"], "what somebody did when another was hurt"),
    ("Two officers were wounded when a wall fell on Monday as rebels sang.", "ASSAULT", [],
     ["officers"], "singing hurts nobody"),
    ("The missiles fired by the Israeli army struck a depot of the Syrian army.", "ASSAULT",
     ["Israeli army"], ["Syrian army"], "who fired the thing that acts"),
    ("Rebel-triggered blasts damaged the police station on Monday.", "ASSAULT", ["rebel"],
     ["police"], "who opens the word for a deed"),
    ("French police stormed a refugee camp in Calais on Monday in a crackdown.", "ASSAULT",
     ["French police"], ["refugee"], "who does it with other words beside"),
    ("Kenya's army carried out a raid in Calais on Monday that killed nine rebels.", "ASSAULT",
     ["Kenya's army"], ["rebels"], "who staged the act that killed"),
    ("Residents said the strike hit a village and killed nine clerks.", "ASSAULT", [],
     ["clerks"], "who tells of a strike does not kill"),
    ("Yemen's Houthi rebels killed nine clerks in Lima on Monday.", "ASSAULT", ["Ansar Allah"],
     ["clerks"], "rebels of a state are not the state"),
    ("Police said on Monday gunmen killed two teachers in Lima.", "ASSAULT", ["gunmen"],
     ["teachers"], "no gunmen of a day"),
    ("Police foiled a plot by Islamic State to blow up a shrine in Damascus.", "ASSAULT",
     ["Islamic State"], [], "whose plot it was, and not who foiled it"),
    ("Police ended a raid in Lima on Monday that killed nine rebels.", "ASSAULT", [], ["rebels"],
     "who ended it did not kill"),
    ("An Israeli drone strike killed two clerks in Tyre on Monday.", "ASSAULT", ["Israel"],
     ["clerks"], "whose drone it was"),
    ("Armed formations of the Luhansk separatists shelled Popasna on Monday.", "ASSAULT",
     ["armed formations of the Luhansk separatists"], ["Popasna"], "a force by an uncommon word"),
    ("Villagers were beaten in a crackdown on Monday.", "ASSAULT", [], ["villagers"],
     "who was hurt is not who raided"),
    ("The River Cartel is responsible for murders and arson.", "ASSAULT", ["River Cartel"], [],
     "who is responsible for an act"),
    ("Two inspectors were expelled from Iran on Monday.", "SANCTION", ["Iran"], ["inspectors"],
     "a country expels from itself"),
    ("A UN helicopter came under fire near Lima while trying to land, killing a clerk.",
     "ASSAULT", [], ["United Nations"], "what befell it hurts"),
    ("Reporters covered a sit-in by nurses in Kampala on Monday.", "PROTEST", ["nurses"], [],
     "who looks on, and a 'by' that hangs on the verb before"),
    ("Guards dragged an opposition lawmaker out of the Kenyan parliament on Monday.", "COERCE",
     ["guards"], ["opposition lawmaker"], "who is taken, and not out of where"),
    ("Police detained nine people, including two mayors, in dawn raids in Lima on Monday.",
     "COERCE", ["police"], ["people"], "an aside between a verb and its raids"),
    ("The governor banned a march planned by the Dawn Union on Monday.", "COERCE",
     ["governor"], ["Dawn Union"], "whose march is banned"),
    ("Gunmen attacked the office of the Dawn Union in Lima on Monday.", "ASSAULT", ["gunmen"],
     ["Dawn Union"], "whose office it is"),
    ("The Dawn Union, whose leader was detained on Monday, held no rally.", "COERCE", [],
     ["leader"], "the leader and not the union"),
    ("The Dawn Union, whose members were detained on Monday, held no rally.", "COERCE", [],
     ["Dawn Union"], "its members"),
    ("The president had the editor detained.", "COERCE", ["president"], ["editor"],
     "who has it done"),
    # who suffered what is condemned is not blamed
    ("The union condemned an attack on a mosque on Monday.", "ACCUSE", ["union"], [],
     "who was attacked"),
    ("The union condemned the arrest of three teachers by police.", "ACCUSE", ["union"],
     ["police"], "who did what is condemned"),
    ("The union condemned the mayor on Monday.", "ACCUSE", ["union"], ["mayor"],
     "who is condemned himself"),
    # further words between an act and its people
    ("Editor Ana Roa was led away in handcuffs on Monday.", "COERCE", [], ["Ana Roa"],
     "a thing behind the last preposition"),
    ("Police cleared the families from an estate on Monday.", "COERCE", ["police"], ["families"],
     "the object before the preposition"),
    ("Police arrested the poet Laila Haddar on Monday.", "COERCE", ["police"], ["Laila Haddar"],
     "a name beside a trade"),
    ("Fishermen stood in a silent vigil on Monday.", "PROTEST", ["fishermen"], [],
     "who stands in it"),
    ("Soldiers ended the hijacking of a bus in Coro on Monday.", "ASSAULT", [], [],
     "who ends a deed did not do it"),
    ("A march of taxi drivers ended on Monday.", "PROTEST", ["taxi drivers"], [],
     "of whom a march consists"),
    ("The Hill Council will set out on Friday on a march.", "PROTEST", ["Hill Council"], [],
     "who sets out on it"),
    ("Six people were killed on Monday in clashes between police and miners.", "ASSAULT",
     ["police", "miners"], ["people"], "both sides of a clash"),
    ("The Lake Front admitted the attack on a camp on Monday.", "ASSAULT", ["Lake Front"], [],
     "who admits it"),
    ("The prime minister admitted the shooting of two students.", "ASSAULT", [], ["students"],
     "an office admits what others did"),
    # two who do something together
    ("Ghana and Togo agreed to share information on Benin.", "AGREE",
     ["Government of Ghana", "Government of Togo"], [], "they agree with each other"),
    ("The armies of Ghana and Togo agreed to share information.", "AGREE", ["Ghana", "Togo"], [],
     "one phrase with two owners"),
    ("The ministers of trade and transport agreed to resign.", "AGREE",
     ["ministers of trade and transport"], [], "owners that are no bodies"),
    # pronouns
    ("A mob of dockers attacked them with stones.", "ASSAULT", ["dockers"], [],
     "nobody suffers his own act, and a mob are those of whom it consists"),
    ("Russia said on Friday it had expelled three diplomats.", "SANCTION",
     ["Government of Russia"], ["diplomats"], "a country spoken of as 'it'"),
    ("In Talca 300 people, most of them students, marched on Monday.", "PROTEST", ["students"],
     [], "whom the many are"),
    # land that is acted upon
    ("The army attacked Aleppo on Monday.", "ASSAULT", ["army"], ["Aleppo"],
     "a town for the object of force"),
    ("Rebels attacked the army at Aleppo.", "ASSAULT", ["rebels"], ["army"],
     "somebody goes before a place"),
    ("The president declared a state of emergency in Colombia.", "COERCE", ["president"],
     ["Colombia"], "an order binds all who live there"),
    ("The army arrested two nurses in Aleppo.", "COERCE", ["army"], ["nurses"],
     "where somebody is arrested is no recipient"),
    ("Gunmen opened fire at Aleppo on Monday.", "ASSAULT", ["gunmen"], [],
     "a place behind 'at' is a scene"),
    # aims that stand beside
    ("The senator started a hunger strike to protest against the ministry.", "PROTEST",
     ["senator"], ["ministry"], "the verb beside the act says against whom"),
    ("The mayor wrote to the bishop threatening to close the school.", "THREATEN", ["mayor"],
     ["bishop"], "to whom the threat was written"),
    ("The envoy expressed his country's support for the bishop.", "SUPPORT", ["envoy"],
     ["bishop"], "his own country is not whom he supports"),
    ("The Taliban issued an ultimatum to Washington.", "THREATEN", ["Taliban"],
     ["Government of United States"], "a capital that is spoken to"),
    ("The firm filed two lawsuits in federal court on Monday.", "ACCUSE", ["firm"], [],
     "a court is where it is brought"),
    ("The governor barred the senator from leaving the country.", "COERCE", ["governor"],
     ["senator"], "'from leaving' governs nobody"),
    ("Norway said on Monday that it had expelled two envoys of Volda.", "SANCTION",
     ["Government of Norway"], ["envoys of Volda"], "a body that speaks of itself"),
    ("A court ordered 30 days' detention for the banker on Monday.", "COERCE", ["court"],
     ["banker"], "for whom a detention is"),
    # whom police disperse, and who speaks on
    ("Police fired tear gas to disperse the marchers in Belt on Monday.", "ASSAULT", ["police"],
     ["marchers"], "whom the gas is to disperse"),
    ("A contingent of soldiers was deployed to Macomia on Monday.", "MOBILIZE", ["soldiers"],
     ["Macomia"], "who the contingent is"),
    ("The ministry said the step was rash and urged the committee to return.", "REQUEST",
     ["ministry"], ["committee"], "who spoke before goes on"),
    ("The opposition said she should have been fired and demanded an inquiry.", "REQUEST",
     ["opposition"], [], "a past tense goes on with 'said'"),
    ("The men were led away at dawn and shot near Djibo on Monday.", "ASSAULT", [],
     ["men"], "a participle that goes on with 'were'"),
    ("The rebels released four villagers whom they had seized on Monday.", "ASSAULT", ["rebels"],
     ["villagers"], "who leads a relative clause, not whom it is about"),
    ("Marchers burned an effigy of the transport minister in Manila.", "PROTEST", ["marchers"],
     ["transport minister"], "whose likeness is burned"),
    ("Lawmakers surrounded the rostrum in Manila, demanding the resignation of the minister.",
     "PROTEST", ["lawmakers"], ["minister"], "who shall resign"),
    ("KUALA LUMPUR: Malaysia ordered its two liaison officers to leave.", "SANCTION",
     ["Government of Malaysia"], ["liaison officers"], "a dateline names nobody"),
    # gatherings that are broken up
    ("Police dispersed a march in Manila on Monday.", "COERCE", ["police"], [],
     "who ends a march binds nobody else of the town"),
    ("Authorities banned protests in Manila on Monday.", "COERCE", ["authorities"], [],
     "of the town only gatherings are forbidden"),
    ("Thirty people were arrested when police broke up a rally in Talca on Monday.", "COERCE",
     ["police"], ["people"], "who breaks a rally up arrests those of it"),
    ("Police arrested the poet and six of her colleagues in Talca on Monday.", "COERCE",
     ["police"], ["poet", "colleagues"], "a number joined to the object"),
    ("Police arrested the poet in Talca on Monday and six of her colleagues fled.", "COERCE",
     ["police"], ["poet"], "a number with a verb of its own"),
    # those who meet, leave or are asked
    ("Kenya's president met Ghana's foreign minister in Talca on Monday.", "CONSULT",
     ["Kenya's president", "Ghana's foreign minister"], [], "a minister is not his country"),
    ("Relatives demanded the release of the poet on Monday.", "REQUEST", ["relatives"], [],
     "whose release is demanded is not asked for it"),
    ("The union demanded compensation from the company on Monday.", "REQUEST", ["union"],
     ["company"], "from whom something is demanded"),
    ("The resignation of the police chief was announced on Monday.", "RETREAT",
     ["police chief"], [], "whose resignation it is"),
    ("Interior minister Paulo Reis quit on Monday over the shooting of nurses.", "RETREAT",
     ["Paulo Reis"], [], "the cause of leaving has its own victims"),
    ("Leaders of the three main parties on Tuesday demanded an inquiry.", "REQUEST",
     ["leaders of the three main parties"], [], "a day is no part of who they are"),
    # things that kill
    ("Israeli fire killed two clerks in Talca on Monday.", "ASSAULT", ["Israel"], ["clerks"],
     "whose fire it was"),
    ("Car bombs killed two clerks in Talca on Monday.", "ASSAULT", [], ["clerks"],
     "'Car' is not the country called CAR"),
    ("A mine laid by rebels killed two farmers near Talca on Monday.", "ASSAULT", ["rebels"],
     ["farmers"], "who laid it, and no company"),
    ("Russian artillery fire killed two farmers near Talca on Monday.", "ASSAULT", ["Russia"],
     ["farmers"], "whose artillery it was"),
    ("Five soldiers were killed in the Benin ambush on Monday.", "ASSAULT", [], ["soldiers"],
     "a country's name before an ambush tells where"),
    # who undergoes an act, by whose hand
    ("The guards survived a rebel attack on their convoy on Monday.", "ASSAULT", ["rebel"],
     ["guards"], "a force before an attack that somebody survived"),
    ("The guards came under attack from rebels on Monday.", "ASSAULT", ["rebels"], ["guards"],
     "from whom the attack came"),
    ("The army suffered its worst attack on Monday.", "ASSAULT", [], ["army"],
     "its own attack is the one that it suffered"),
    ("Rebels used dynamite to blow up a school in Talca on Monday.", "ASSAULT", ["rebels"],
     ["school"], "who uses a thing does what it is used for"),
    ("Rebels made a bid to abduct a trader in Talca on Monday.", "ASSAULT", ["rebels"],
     ["trader"], "who makes a bid would do it"),
    ("Nine rebels were arrested during an anti-rebel operation in Talca.", "COERCE", [],
     ["rebels"], "whom an operation is against does not arrest"),
    # who is named around an act
    ("Zambia: Opposition leader detained ahead of rally", "COERCE", [], ["Opposition leader"],
     "a passive behind a place and a colon"),
    ("Among those arrested in Talca on Monday were two lawyers and a singer.", "COERCE", [],
     ["lawyers", "singer"], "of whom 'those' are told"),
    ("Officers detained the lawmaker during a march in Talca on Monday.", "PROTEST", [], [],
     "who arrests somebody at a march does not march"),
    # who speaks at the end
    ("Nurses took to the streets of Talca to protest against a bill, police and residents said.",
     "PROTEST", ["nurses"], [], "who says so is not whom they oppose"),
    ("Hundreds of nurses protested in Talca on Monday against cuts, police and local media said.",
     "PROTEST", ["nurses"], [], "who protested did not say so"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients", "why"), CASES, ids=[c[4] for c in CASES]
)
def test_who_and_whom(
    who_and_whom: Callable[[str, str], object],
    text: str,
    kind: str,
    actors: list[str],
    recipients: list[str],
    why: str,
) -> None:
    assert who_and_whom(text, kind) == (actors, recipients), why


def test_a_plural_pronoun_is_no_single_person(read: Callable[..., Read]) -> None:
    found = read(
        "Police chief Ana Roa said on Monday that masked men had come to Talca. They shot a nurse."
    ).reports
    actors = [a for r in found if r.type == "ASSAULT" for a in _acting(r)]
    assert "Ana Roa" not in actors


def _acting(report: Report) -> list[str]:
    return [a.value.name for a in report.actors]
