"""The words in which lists of people speak: headings of columns, and names of roles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from partituur.schools.models import Role, School

NAME, FIRST, INFIX, LAST, EMAIL, ROLE, NOTE, FROM, UNTIL = (
    "name", "first", "infix", "last", "email", "role", "note", "from", "until",
)  # fmt: skip

HEADINGS = {
    NAME: ("naam", "namen", "volledige naam", "naam medewerker", "medewerker", "teamlid",
           "teamleden", "collega", "weergavenaam", "name", "display name", "full name"),
    FIRST: ("voornaam", "roepnaam", "voornamen", "voorletters", "initialen", "first name",
            "given name"),
    INFIX: ("tussenvoegsel", "tussenvoegsels", "voorvoegsel", "voorvoegsels", "tussenv.", "tussenv",
            "tv", "tussenv. achternaam"),
    LAST: ("achternaam", "geslachtsnaam", "familienaam", "last name", "surname"),
    EMAIL: ("e-mail", "email", "mail", "e-mailadres", "emailadres", "mailadres", "e-mail werk",
            "email werk", "e-mailadres werk", "werkmail", "schoolmail", "email address",
            "e-mail address", "emailadres school", "e-mailadres school"),
    ROLE: ("rol", "rollen", "functie", "functies", "functienaam", "functieomschrijving", "role"),
    NOTE: ("groep", "groepen", "klas", "klassen", "groep of taak", "groep/taak", "taak", "taken",
           "bouw", "unit", "groepsnaam"),
    FROM: ("vanaf", "van", "begindatum", "startdatum", "in dienst", "datum in dienst",
           "in dienst vanaf", "begin", "ingangsdatum"),
    UNTIL: ("tot en met", "t/m", "tot", "einddatum", "uit dienst", "datum uit dienst", "einde",
            "laatste dag"),
}  # fmt: skip

ROLES = {
    Role.COORDINATOR: (
        "intern begeleider", "interne begeleider", "intern begeleidster", "ib'er", "iber", "ib-er",
        "ib", "kwaliteitscoordinator", "kc'er", "kc-er", "kcer", "kc", "begeleidingscoordinator",
        "zorgcoordinator", "intern begeleidster", "coordinator kwaliteit",
    ),
    Role.TEACHER: (
        "leraar", "leerkracht", "lerares", "groepsleraar", "groepsleerkracht", "stamgroepleider",
        "stamgroepleidster", "juf", "meester", "docent", "vakleerkracht", "vakleraar", "vakdocent",
        "onderwijsassistent", "oa", "klassenassistent", "leraarondersteuner", "onderwijzer",
        "leerkrachtondersteuner", "invaller", "invalleerkracht", "stagiair", "stagiaire", "lio",
        "lio-stagiair", "zij-instromer", "zijinstromer", "pedagogisch medewerker", "rt'er",
        "remedial teacher", "startende leraar", "startende leerkracht", "teacher",
    ),
    Role.LEADER: (
        "schoolleider", "directeur", "directrice", "directie", "adjunct", "adjunct-directeur",
        "adjunct directeur", "adjunct-directrice", "teamleider", "locatieleider", "schoolleiding",
        "locatiedirecteur", "waarnemend directeur", "interim-directeur", "bouwdirecteur", "rector",
    ),
}  # fmt: skip

_BETWEEN = re.compile(r"\s*(?:[/+&;|]|(?<!\d),(?!\d)|\ben\b)\s*", re.IGNORECASE)


def plain(text: str) -> str:
    """A text for comparing: small letters, no accents, one kind of apostrophe, single spaces."""
    bare = "".join(
        char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char)
    )
    return " ".join(bare.lower().translate({0x2018: "'", 0x2019: "'", 0x02BC: "'"}).split())


_COLUMNS = {heading: column for column, headings in HEADINGS.items() for heading in headings}


def column_of(cell: str) -> str:
    """The column that a heading stands for; "" when it is none that we read."""
    return _COLUMNS.get(plain(cell).strip(" :*?."), "")


def role_words(school: School) -> dict[str, Role]:
    """Every word for a role, the school's own first, in the form of ``plain``."""
    words = {plain(word): role for role, names in ROLES.items() for word in names}
    words[plain(school.word_teacher)] = Role.TEACHER
    words[plain(school.word_coordinator)] = Role.COORDINATOR
    return words


def roles_in(text: str, words: Mapping[str, Role]) -> tuple[frozenset[Role], list[str]]:
    """The roles that a cell names, and what it says besides.

    "IB'er / leerkracht groep 5" is both roles, and "groep 5" besides.
    """
    roles, besides = set(), []
    for piece in _BETWEEN.split(text):
        role, rest = _role_of(piece.strip(), words)
        if role:
            roles.add(role)
        if rest:
            besides.append(rest)
    return frozenset(roles), besides


def _role_of(piece: str, words: Mapping[str, Role]) -> tuple[Role | None, str]:
    whole = plain(piece)
    if whole in words:
        return words[whole], ""
    for word in sorted(words, key=len, reverse=True):
        if whole.startswith((word + " ", word + " (")):
            return words[word], piece[len(word) :].strip(" ()-–:")
    return None, piece
