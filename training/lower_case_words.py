"""Compile the list of words that `parse.truecase` writes in lower case.

    python -m training.lower_case_words > src/reportedly/data/lexicons/en/lower_case_words.txt

Frequent English words (wordfreq; word data CC BY-SA 4.0) that a dictionary (Debian's wamerican,
made from SCOWL, free to use) has in lower case, so that names stay out. Of rarer words those are
left out that are names elsewhere: towns of the gazetteer, and common family names. Words that news
hardly ever writes small (`NAMES`: given names, peoples, faiths, countries) are left out too.
Words of the news that both lack stand in `OF_THE_NEWS`.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from wordfreq import top_n_list, zipf_frequency

DICTIONARY = Path("/usr/share/dict/american-english")
GAZETTEER = Path(__file__).parents[1] / "src/reportedly/data/gazetteer/gazetteer.sqlite"
SIZE = 80_000
LEAST_FREQUENCY = 1.8  # Zipf scale: about one in sixteen million words
SURE = 2.6  # from here on the word is more frequent than the name
TOWN = 15_000  # inhabitants
SURNAMES = frozenset(
    {"aria", "arias", "barrio", "barrios", "bola", "brava", "bravura", "burro", "cabana", "cacao",
     "calico", "cantor", "canto", "condor", "corral", "fontana", "fresco", "gallo", "gaucho",
     "guano", "hacienda", "hilt", "llama", "madrigal", "manna", "marlin", "merino", "mestizo",
     "palazzo", "palomino", "parka", "pinto", "piccolo", "plaza", "poncho", "quiche", "regalia",
     "reis", "ricotta", "rotunda", "salami", "salvo", "sultana", "tara", "verbena", "welt",
     "mullah", "mahatma", "swami", "chavez", "marin", "moreno", "rosas", "vela"}
)  # fmt: skip

NAMES = frozenset(
    {"afghan", "ahmad", "august", "baptist", "baptists", "billy", "bobby", "brad", "carol",
     "catholic", "chad", "chile", "china", "emirates", "french", "harry", "hector", "holocaust",
     "japan", "jimmy", "john", "josh", "macron", "maria", "martin", "matt", "mike", "miller",
     "morocco", "nick", "oscar", "pentagon", "peter", "randy", "rick", "roger", "roman", "sally",
     "sierra", "smith", "soviet", "soviets", "terry", "tom", "tony", "turkey", "walker", "welsh"}
)  # fmt: skip


# rarer in books than in wire texts, whose style also writes them as one word
OF_THE_NEWS = frozenset(
    {"archbishopric", "attache", "besieger", "binational", "blackmailer", "bloodletting",
     "carbomb", "cattleman", "clandestinity", "coca", "condemnable", "crewmember",
     "criminality", "demagogic", "destabilizing", "discotheque", "disinterment",
     "dissuasive", "dynamiting", "enroute", "extraditing", "extrajudicial", "firebomb",
     "fratricidal", "frontline", "genocidal", "gunbattle", "gunship", "hegemonic", "hitman",
     "hotline", "identikit", "ideologist", "insurrectional", "intendancy", "interventionist",
     "landmine", "leftwing", "machinegun", "machinegunned", "machinegunning", "mafia",
     "mangy", "masterminding", "materiel", "mayorship", "metalworker", "militaryman",
     "mutinied", "narcotraffic", "narcotrafficker", "newswoman", "overflew", "overflight",
     "overfly", "overflying", "peacemaking", "propagandistic", "rearguard", "recoilless",
     "reformist", "repudiating", "rightwing", "sapper", "shantytown", "stockbreeder",
     "strafe", "strafed", "strongman", "submachinegun", "subparagraph", "tendentious",
     "treacherously", "underway", "unionist", "wellbeing",
     # British, where the American word is another one
     "aluminium", "cheque", "draught", "gaol", "jewellery", "kerb", "manoeuvre", "manoeuvres",
     "marvellous", "mould", "sceptical", "tyres", "woollen",
     # of South Asian papers
     "aarti", "bandh", "crore", "dharna", "gherao", "gheraoed", "goonda", "hartal", "jawan", "lakh",
     "lathi", "lathicharge", "mohalla", "morcha", "namaz", "pooja", "puja", "yatra"}
)  # fmt: skip


def main() -> None:
    """Print the list, alphabetically, one word a line."""
    lower = {w for w in DICTIONARY.read_text("utf-8").split() if w.isascii() and w.islower()}
    frequent = [
        (w, zipf_frequency(w, "en"))
        for w in top_n_list("en", SIZE)
        if (w in lower and w.isalpha() and len(w) > 1) or w == "a"
    ]
    names = SURNAMES | _towns()
    kept = {
        w
        for w, zipf in frequent
        if w not in NAMES and (zipf >= SURE or (zipf >= LEAST_FREQUENCY and w not in names))
    }
    words = sorted(kept | OF_THE_NEWS)
    sys.stdout.write(
        "# Words that are no names, for text in capitals; compiled by\n"
        "# training/lower_case_words.py from wordfreq (word data CC BY-SA 4.0) and SCOWL.\n"
    )
    sys.stdout.write("\n".join(words) + "\n")


def _towns() -> frozenset[str]:
    """Names of larger places, in lower case."""
    query = "select distinct names.key from names join places using (number) where population >= ?"
    with sqlite3.connect(GAZETTEER) as places:
        return frozenset(key for (key,) in places.execute(query, (TOWN,)))


if __name__ == "__main__":
    main()
