"""What a heading opens: principles, goals, a group of people, a person, or something else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from partituur.exchange.word.labels import (
    COORDINATORS,
    LEARNING_TEAMS,
    TEACHERS,
    folded,
    plain,
    unnumbered,
)
from partituur.plans.format import Format

TITLE, PRINCIPLES, GOALS, GROUP, PERSON, ASIDE = (
    "title", "principles", "goals", "group", "person", "aside",
)  # fmt: skip
MOST_WORDS = 14

_YEAR_TAIL = re.compile(
    r"[\s,:–—(-]*(?:(?:in|voor|van) )?(?:(?:het )?schooljaar )?"
    r"['’]?\d{2,4}\s*[-–—/]\s*['’]?\d{2,4}\)?\s*$",
    re.IGNORECASE,
)
_FILLER = {
    "de", "het", "een", "en", "van", "voor", "in", "ons", "onze", "dit", "deze", "op", "met", "per",
    "schooljaar", "jaar", "begeleidingsplan", "school", "basisschool", "waaruit", "wij", "we",
    "werken", "komend", "plan", "die", "gelden", "hanteren", "der", "waar", "staan", "als",
    "achter", "door", "begeleiding", "doelen", "algemene", "hele", "leidende", "gezamenlijke",
    "pedagogische", "visie", "bij", "kern", "vanuit", "belangrijkste", "jaarlijkse", "voorop",
}  # fmt: skip
_PRINCIPLES = re.compile(r"^(?:\w*uitgangspunt(?:en)?|\w*principes?|kernwaarden|accenten)$")
_STANDPOINT = re.compile(
    r"^(?:waar (?:gaan|staan|werken) (?:we|wij) (?:van uit|vanuit|voor)"
    r"|waar (?:we|wij) (?:van uitgaan|vanuit gaan|voor staan|in geloven)"
    r"|(?:dit|wat) vinden (?:we|wij) belangrijk"
    r"|(?:hier|daar) (?:staan|gaan) (?:we|wij) (?:voor|van uit))$"
)
_GENERAL = {
    "algemene doelen", "algemene doelstellingen", "algemeen", "schooldoelen", "schoolbrede doelen",
    "doelen voor school", "doelen voor hele school", "doelen van school", "doelen schoolniveau",
    "schoolniveau", "doelen op schoolniveau", "algemeen doel", "algemene doelstelling", "doelen",
    "algemene schooldoelen", "schoolbreed", "hele school", "doelen hele school", "schooldoel",
    "gezamenlijke doelen", "doelen school",
}  # fmt: skip
_TEAM = {
    "schoolteam", "team", "teamdoelen", "doelen team", "doelen schoolteam", "doelen van team",
    "doelen voor team", "doelen voor schoolteam", "teamniveau", "doelen teamniveau", "teamdoel",
    "teamontwikkeling", "hele team", "doelen op teamniveau", "teamleren", "doelen van schoolteam",
    "doelen hele team", "doel schoolteam",
}  # fmt: skip
_GROUPS = re.compile(
    r"^(?:(?:individuele|persoonlijke) (?:begeleiding|doelen|plannen|trajecten|begeleidingsplannen|"
    r"ontwikkeldoelen|leerdoelen)|"
    r"(?:onze )?(?:mensen|professionals)|begeleiding|individueel|personen|teamleden|collega.?s|"
    r"persoonlijke doelen|plannen per persoon|doelen per persoon|medewerkers)\b"
)
_ASIDES = re.compile(
    r"^(?:inhoud|inhoudsopgave|inleiding|voorwoord|vooraf|ondertekening|handtekening(?:en)?|"
    r"bijlagen?|"
    r"akkoord|colofon|begrippen(?:lijst)?|leeswijzer|samenvatting|bronnen|literatuur|"
    r"toelichting|ter inleiding|vaststelling|instemming|afkortingen|verantwoording)\b"
)
_AND_SO_ON = {"etc", "enzovoort", "enzovoorts", "enz", "et cetera"}
_OTHER = {*_AND_SO_ON, "overig", "overige", "overigen", "overige doelen",
          "overige onderdelen", "overige begeleiding"}  # fmt: skip
_OWN = re.compile(
    r"^(?:(?:eigen|persoonlijk) (?:leren|ontwikkeling|professionalisering|leerdoel(?:en)?|"
    r"doel(?:en)?)"
    r"|leren|ontwikkeling|doel(?:en)?|leerdoel(?:en)?|professionalisering)"
    r"(?: van)?(?: de)?(?: (?P<who>.+))?$"
)
_GOAL_DIVIDER = re.compile(
    r"^(?:(?:eerste|tweede|derde|vierde) (?:\w*doel|doelstelling|leervraag)"
    r"|(?:\w*doel|doelstelling|leervraag) \d)$"
)
_PARTICLES = {
    "de", "den", "der", "van", "van't", "'t", "te", "ter", "ten", "het", "en", "&", "/", "-", "–",
    "—", "in", "groep", "op", "t", "o.a.", "von", "la", "el", "bij", "+", "met", "groepen", "uit",
}  # fmt: skip
_ROLE = re.compile(
    r"^(?:startende |nieuwe |beginnende |duo |duo-|zij-instromer )*"
    r"(?P<role>[\w'’‘`´-]+(?: begeleid(?:st)?er)?)\b",
    re.IGNORECASE,
)
_TEAM_WORD = re.compile(r"(?:leerteam|werkgroep|expertgroep|ontwikkelteam|\bplg\b|bouw\b|\bunit\b)")
_KEEP = {
    "IB", "OBS", "CBS", "RKBS", "PCBS", "PCB", "RK", "KBS", "GBS", "IBS", "SBO", "SO", "IKC", "KC",
    "PLG", "EDI", "MT", "OP", "OOP", "ICT", "NT2", "VVE", "BHV", "ODS", "OJS", "KDC", "VSO", "OPO",
    "DKBS", "CKC", "II", "III", "IV", "RT", "HB", "TOS", "SWPBS", "SLO", "IPC", "VCBS",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Topic:
    """What a heading opens."""

    what: str  # TITLE, PRINCIPLES, GOALS, GROUP, PERSON or ASIDE
    kind: str = ""  # of the part, or of the parts in the group; empty when they may differ


class Headings:
    """Recognises headings, in the words of one format."""

    def __init__(self, fmt: Format) -> None:
        self.general = _GENERAL | _called(fmt, "general")
        self.team = _TEAM | _called(fmt, "team")
        self.coordinator = _called(fmt, "coordinator")
        self.other = _OTHER | _called(fmt, "other")
        self.own = {folded(kind.label): kind.key for kind in fmt.kinds if kind.own}

    def topic(self, text: str) -> Topic | None:
        """What a heading with this text opens; None when it is not known as a heading."""
        bare = bare_heading(text)
        word = folded(bare)
        words = word.split()
        if not words or len(words) > MOST_WORDS:
            return None
        return (
            self._about_plan(word, words)
            or self._goals(word)
            or self._group(word, words)
            or self._person(bare, word)
        )

    def _about_plan(self, word: str, words: list[str]) -> Topic | None:
        if words[0].startswith("begeleidingsplan") and len(words) < 12:
            return Topic(TITLE)
        rest = [each.strip(",:;()") for each in words]
        core = [each for each in rest if _PRINCIPLES.match(each)]
        if core and all(each in _FILLER or each in core for each in rest):
            return Topic(PRINCIPLES)
        if _STANDPOINT.match(word):
            return Topic(PRINCIPLES)
        if _ASIDES.match(word) and len(words) <= 5:
            return Topic(ASIDE)
        return None

    def _goals(self, word: str) -> Topic | None:
        word = re.sub(r"\b(?:de|het|ons|onze)\s+", "", word)
        if word in self.general:
            return Topic(GOALS, "general")
        if word in self.team:
            return Topic(GOALS, "team")
        return None

    def _group(self, word: str, words: list[str]) -> Topic | None:
        if word in self.own:
            return Topic(PERSON, self.own[word])
        if word in self.other or goes_on(word):
            return Topic(GROUP, "other")
        word = re.sub(
            r"\b(per|voor elke|van elke|voor iedere) (leraar|leerkracht|leerteam|werkgroep)\b",
            lambda each: "per " + _MANY[each[2]],
            word,
        )
        kinds = {_plural_kind(each.strip(",/&")) for each in re.split(r"[\s/]+", word)} - {""}
        fill = {*_FILLER, "individuele", "doelen", "persoonlijke", "plannen", "leren", "&", "alle"}
        fill |= _BESIDE_GROUPS
        others = [
            each.strip(",/&")
            for each in re.split(r"[\s/]+", word)
            if not _plural_kind(each.strip(",/&")) and each.strip(",/&") not in fill
        ]
        if kinds and not others:
            return Topic(GROUP, kinds.pop() if len(kinds) == 1 else "")
        if _GROUPS.match(word) and len(words) <= 6:
            return Topic(GROUP, "")
        return None

    def _person(self, bare: str, word: str) -> Topic | None:
        if kind := role_of(bare):
            return Topic(PERSON, kind)
        if word in self.coordinator:
            return Topic(PERSON, "coordinator")
        own = _OWN.match(word)
        if own and own["who"] and (role_of(own["who"]) == "coordinator"):
            return Topic(PERSON, "coordinator")
        return None


def _called(fmt: Format, key: str) -> set[str]:
    if not fmt.has(key):
        return set()
    kind = fmt.kind(key)
    return {folded(each) for each in (kind.label, *kind.also)}


_MANY = {
    "leraar": "leraren", "leerkracht": "leerkrachten", "leerteam": "leerteams",
    "werkgroep": "werkgroepen",
}  # fmt: skip


_MANY_TEACHERS = {
    "leraren", "leerkrachten", "groepsleraren", "groepsleerkrachten", "juffen", "meesters",
    "stamgroepleiders", "docenten", "vakleerkrachten", "onderwijsassistenten",
    "leraarondersteuners", "onderwijzers",
}  # fmt: skip
_MANY_TEAMS = {
    "leerteams", "werkgroepen", "bouwen", "units", "plgs", "expertgroepen", "ontwikkelteams",
}  # fmt: skip


_BESIDE_GROUPS = {  # "Leraren, leerteam en intern begeleider"
    "leerteam", "werkgroep", "intern", "interne", "begeleider", "iber", "ib", "zelf", "ook", "",
    "kwaliteitscoordinator", "ondersteunend", "personeel", "directie", "team", "onderbouw",
    "middenbouw", "bovenbouw", "kleuterbouw", "kleuters", "groep", "groepen", "t/m", "tot",
}  # fmt: skip


def _plural_kind(word: str) -> str:
    singular = {"leraar", "leerkracht", "leerteam", "werkgroep"}
    if word in singular:
        return ""
    if word in _MANY_TEACHERS:
        return "teacher"
    if word in _MANY_TEAMS:
        return "learning_team"
    return ""


def bare_heading(text: str) -> str:
    """A heading without its number, the school year at its end, and a closing colon."""
    text = " ".join(text.split())
    bare = unnumbered(text)
    ends_in_year = bare[-1:].isdigit() or bare.endswith(")")  # else the search is for nothing
    if ends_in_year and (year := _YEAR_TAIL.search(bare)):
        bare = bare[: year.start()] or bare
    return bare.rstrip(" :–—-")


def goes_on(text: str) -> bool:
    """Whether a line says only that the list could be longer: "Etc."."""
    words = [each.strip(".") for each in folded(text).split()]
    return folded(text) in _AND_SO_ON or (bool(words) and set(words) <= _AND_SO_ON)


def divides(text: str) -> bool:
    """Whether a heading says no more than that another goal begins: "Tweede doel"."""
    return bool(_GOAL_DIVIDER.match(plain(bare_heading(text))))


def role_of(text: str) -> str:
    """The kind of part that a name belongs to by the word it begins with; empty when unknown."""
    text = unnumbered(text.strip(), letters=False)
    text = re.sub(r"^(?:de|het|een)\s+", "", text, flags=re.IGNORECASE)
    match = _ROLE.match(text)
    if not match:
        return ""
    word = plain(match["role"])
    rest = text[match.end() :].strip(" :–—-,(")
    if not _is_name_rest(rest):
        return ""
    if word in COORDINATORS:
        return "coordinator"
    if word in LEARNING_TEAMS or re.search(
        r"(?:leerteam|werkgroep|expertgroep|ontwikkelteam)$", word
    ):
        return "learning_team" if len(rest.split()) <= 7 else ""
    if not rest and word in _PLURALS:
        return ""
    if word in TEACHERS or (
        plain(text[: match.start("role")]).startswith(("duo", "zijinstromer")) and rest
    ):
        return "teacher"
    return ""


_PLURALS = {"leraren", "leerkrachten"} | {
    each for each in TEACHERS | LEARNING_TEAMS if each.endswith(("en", "s")) and each != "plgs"
}


def _is_name_rest(rest: str) -> bool:
    """Whether what follows on a role can be a name: short, and no sentence."""
    words = rest.split()
    if len(words) > 8:
        return False
    return not re.search(r"[!?;]|\w{3,}\.(?:\s|$)", rest)


def is_name(text: str) -> bool:
    """Whether a short text looks like the name of a person or two."""
    bare = re.sub(r"\([^)]*\)", "", bare_heading(text)).replace(",", " ")
    words = bare.split()
    if not words or len(words) > 9 or not re.match(r"[A-ZÀ-Þ]", words[0]):
        return False
    if re.search(r"[!?;]|\w{3,}\.$", bare):
        return False
    capitals = 0
    for word in words:
        clean = word.strip(".,:–—-/")
        if clean[:1].isupper() and not re.search(r"\d{3,}", clean):
            capitals += 1
        elif clean.casefold() not in _PARTICLES and not re.fullmatch(
            r"[\d/a-c&+-]*", clean.casefold()
        ):
            return False
    return capitals <= 6


def kind_of(text: str, group: str = "") -> str:
    """The kind of the part of somebody or something that has no known word before the name."""
    if role := role_of(text):
        return role
    word = folded(text)
    if _TEAM_WORD.search(word) and not is_long_name(text):
        return "learning_team"
    if (
        any(each in COORDINATORS - {"kc"} for each in re.split(r"[\s/,]+", word))
        and len(word.split()) <= 5
    ):
        return "coordinator"
    if group:
        return group
    if re.search(r"\bgroep(?:en)? \d", word) or (is_name(text) and not _is_thing(word)):
        return "teacher"
    return "other"


def is_long_name(text: str) -> bool:
    """Whether a text with "bouw" in it rather names a person of that bouw: "Anja, middenbouw"."""
    words = re.sub(r"[(),–—-]", " ", bare_heading(text)).split()
    return (
        len(words) > 1
        and bool(re.search(r"bouw\b", words[-1].casefold()))
        and words[0][:1].isupper()
    )


def _is_thing(word: str) -> bool:
    """A single word that is capitalised only because it is a heading."""
    return bool(
        re.search(
            r"(?:schoolleider|directie|directeur|stagiair|studenten?|coordinator|ouders|"
            r"zorg|taal|lezen|rekenen|planning|afspraken|passend|scholing|ontwikkeling|onderwijs|"
            r"etc|jaar|begeleiding|doel|team|plan|visie|specialist|nieuw|overig|"
            r"ondersteun|tijd|uren)",
            word,
        )
    )


def named_under(word: str, name: str) -> str:
    """A name with a word above or before it: only initials and learning teams need that word."""
    word = word.strip(" :")
    needed = plain(word) in LEARNING_TEAMS or (
        plain(word) in TEACHERS and re.fullmatch(r"(?:[A-Z]\.?\s?){1,3}", name)
    )
    return f"{word.capitalize()} {name}" if needed else name


def as_printed(text: str) -> str:
    """A heading as the subject of a part: without number, and not in capitals throughout."""
    text = bare_heading(text)
    word, colon, name = text.partition(":")
    if colon and name.strip() and plain(word.strip()) in TEACHERS | LEARNING_TEAMS:
        text = named_under(word, name.strip())
    letters = [each for each in text if each.isalpha()]
    if len(letters) < 3 or any(each.islower() for each in letters if each.isalpha()):
        return _first_capital(text) if letters and text[:1].islower() else text
    words = re.split(r"(\s+)", text)
    printed = [_lowered(word, at == 0) for at, word in enumerate(words)]
    return _first_capital("".join(printed))


def _first_capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lowered(word: str, first: bool) -> str:
    """One word in capitals, as it is written in a name: initials stay, particles go down."""
    core = word.strip(".,:()/")
    if not core or re.fullmatch(r"(?:[A-Z]\.)+", word.strip(",:()")) or len(core) == 1:
        return word
    if core in _KEEP:
        return word
    apostrophe = re.match(r"^(IB|KC)([’‘'`´-]?)(ER)(\W*)$", word)
    if apostrophe:
        return apostrophe[1] + apostrophe[2] + "er" + apostrophe[4]
    lower = word.lower()
    if not first and (lower in _PARTICLES or _is_common(lower)):
        return lower
    return re.sub(r"(^|[-/(])(\w)", lambda m: m[1] + m[2].upper(), lower)


def _is_common(word: str) -> bool:
    return plain(word.strip(".,:()")) in (
        "begeleider", "groep", "team", "lezen", "rekenen", "taal", "spelling", "middenbouw",
        "bovenbouw", "onderbouw", "kleuters", "begrijpend", "gedrag", "woordenschat", "burgerschap",
    )  # fmt: skip
