"""Weights of what tells which place a name denotes, in points of a logarithmic score.

Chosen by hand in coarse steps, in the order of what reading tells, and checked on news whose
places people have marked (LGL and TR-News, one half of the articles read, the other only
counted). One point multiplies the odds by about three.
"""

from __future__ import annotations

# What a place is. Our regions and sites have no population: their bonus stands for it.
KIND = {
    "continent": 8.0,
    "region": 7.0,
    "water": 6.0,
    "mountains": 6.0,
    "desert": 6.0,
    "island": 5.5,
    "site": 5.0,
    "country": 3.0,
    "province": 0.8,
    "town": 0.3,
    "district": -0.5,
}
# How the name stands to the place's own: another spelling of it, a shorter or longer one, or
# one that shares nothing with it.
FORM = {"name": 0.7, "demonym": 0.7, "spelling": 0.3, "alternate": -0.5, "unlike": -1.5}
CAPITAL = 1.0
GOVERNMENT = 2.0  # 'Minsk denied it': a capital speaks for its state
OWN = 20.0  # a place of the user's own gazetteer
SHORT_OF_CITY = -3.0  # a bare 'Durban' is the city before Durbanville
FORMER = -1.0  # the place no longer or not yet bore this name when the text was published
FOREIGN_COUNTRY = -2.0  # 'Granada' is a large town before it is Grenada in another language
TRANSLATED = 2.0  # 'موسكو' is Moscow before a town of Texas that sounds like it
LEVEL = 4.0  # the text says 'Ohio province'
WRONG_LEVEL = -2.0
HOLDER_OF_NAMESAKE = -2.5  # a bare 'Herat' is the city before the province that it heads
UNIT_BESIDE_TOWN = -1.0  # a bare 'Córdoba' is a town before it is a province elsewhere

# What the text says beside the name.
PARENT = 7.0  # 'Springfield, Ohio'; the same for each of 'Springfield, Clark County, Ohio'
CHILD = 5.0  # in 'Springfield, Ohio', for Ohio
PARENT_ELSEWHERE = 2.0  # only a later mention of the name says it: there may be two of that name

# What the other names of the text say.
COUNTRY_VOTE = 6.0
PROVINCE_VOTE = 8.0  # local papers write of one province and rarely name it
NEARBY_VOTE = 3.0  # other names denote places within about 80 km
SMOOTHING = 1.0  # votes of nobody: a single name does not decide alone
VOTE = {"country": 1.0, "province": 1.0, "district": 0.7, "town": 0.6, "site": 0.6}
OPENING_VOTE = 2.0  # times: the place that an article is sent from, names in its first sentence
DEMONYM_VOTE = 0.3  # times: adjectives of units name languages and descent too
LEAST_VOTE = 0.01
OUTLET_VOTE = 1.0  # an outlet with a national domain writes mostly of its country

# The town that an outlet is named for.
HOME_VOTE = 1.5
HOME_SIZE = 0.5  # times: such a town need not be the largest of its name
HOME_COUNTRY = 2.0
