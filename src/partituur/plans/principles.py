"""Greven's ten principles, as a starting list in our own words.

Source: Luc Greven (2022), the ten principles for the intern begeleider. A team's own words are as
good; these are at hand when choosing.
"""

from partituur.kernel.marking import N_

SOURCE = "Greven, 2022"
GREVENS_TEN = (
    N_("We werken in lijn met de visie van onze school."),
    N_("De intern begeleider helpt om de leeromgeving van de leraar rijker te maken."),
    N_("Het leren van de leraar is onze eerste weg naar beter onderwijs."),
    N_("We zien het team als een orkest."),
    N_("We behandelen elkaar als volwaardige professionele partners."),
    N_("We maken het netwerk waarin we van elkaar leren sterker."),
    N_("We voorkomen liever dan dat we herstellen."),
    N_("De intern begeleider doet mee en zet aan, als lid van een team dat leert."),
    N_("De intern begeleider bewaakt de professionele ruimte van de leraar."),
    N_("De intern begeleider is er als het moeilijk wordt."),
)
