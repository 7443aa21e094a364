"""The labels and headings of a plan, in all the ways in which schools write them.

Words come from the format's description; what is added here is how people vary them: capitals,
accents, apostrophes, numbers, "van de", two labels in one. A question on a table ("Wat wil ik?")
is looked at more leniently than words in a running text, where a label word is mostly just a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from partituur.plans.format import (
    COORDINATOR_WORDS,
    LEARNING_TEAM_WORDS,
    TEACHER_WORDS,
    Format,
)

GOALS = ("general", "team")
PERSONAL = ("teacher", "learning_team", "coordinator", "other")
OPENERS = ("start", "goal", "start_goal")  # a second one of these begins a second goal
MOST_LABEL_WORDS = 9
MOST_HINT_WORDS = 7

OVER_SEVERAL = ("inzet", "tijdsinvestering")  # "Inzet: leraar: …; IB'er: …; derden: …"
SUBJECT, SCHOOL, YEAR, ABOUT = "subject", "school", "year", "about"  # labels that name no field

_MARKS = re.compile(r"[’‘'`´ʼ′“”„\"«»\-‐‑]")
_NUMBER = re.compile(
    r"^\s*(?:\(?\d{1,2}(?:\.\d{1,2})*(?:\s?[.):](?!\d)\s*|\s+)|\(?[a-z]\)\s*)(?=\S)"
)
_LETTER = re.compile(r"^\s*(?:[A-Za-z]|[IVX]{1,4})[.)]\s+(?=\S)")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{0,80}[)\]]\s*")
_TAIL = re.compile(r"[\s:;.,?!…–—*|=>]+$")
_DOTTED = re.compile(r"\b(?:[a-z]\.\s?)+[a-z]\b\.?(?=\W|er\b|$)")  # "i.b.", "i.b.er"
_COUNT = re.compile(r"\s+(?:nr\.?\s*)?(?:\d{1,2}|[a-c])$")
_ARTICLE = re.compile(r"^(?:de|het|mijn|onze|ons|jouw|je|haar|zijn|hun|ieders)\s+(?=\S)")
_EFFORT = re.compile(
    r"^(?:verwachte |benodigde |gevraagde )?"
    r"(?:inzet|rol|taak|taken|bijdrage|tijd|uren|tijdsinzet|tijdsinvestering|investering"
    r"|urenins?zet|verantwoordelijkheid|wat doe[tn]?"
    r"|wat (?:vraag|verwacht)\w* (?:ik|we|wij|dit|dat)|(?:wat )?(?:is )?(?:er )?nodig)"
    r"(?: en (?:tijd|uren|taken|rol))?"
    r"(?: (?:van|door|voor|vanuit))?(?: (?:de|het|een|mijn|onze))? (?P<who>.+)$"
)
_SPLIT = re.compile(r"\s*(?:/|&|\+|,| en/of | en | of | met | met als )\s*")

_COORDINATORS = {"coordinator", "zorgcoordinator", "internbegeleider", "interne begeleiding"}
_THIRDS = re.compile(
    r"^(?:derde|derden|derde partij(?:en)?"
    r"|extern\w*(?: (?:partij|person|persoon|deskundig|begeleid|hulp|partner|specialist|instantie"
    r"|bureau|coach|adviseur|ondersteun)\w*)?|anderen|overigen|buitenstaanders"
    r"|van buiten|specialist(?:en)?|iemand van buiten|ketenpartners?|partners?|andere instanties"
    r"|.* van buiten|deskundigen?)$"
)
_SUBJECTS = {
    "team", "teamleden", "schoolteam", "collega", "collegas", "zelf", "eigen", "leden", "ik",
    "betrokkene", "betrokkenen", "duo", "duos", "starter", "stagiair", "stagiaire", "persoon",
    "personeel", "groepsleraren", "groepsleerkrachten", "leerteamleden", "teamlid", "leraren",
    "medewerker", "medewerkers", "deelnemer", "deelnemers", "werkgroepleden", "mij", "mijzelf",
    "mezelf", "ons", "onszelf", "startende leraar", "startende leerkracht", "bouwleden",
}  # fmt: skip
_SMALL = {"en", "de", "van", "het", "of"}
_NAMES = {
    "naam", "namen", "persoon", "medewerker", "teamlid", "collega", "voor wie", "deelnemer",
    "naam leerkracht", "naam leraar", "wie", "persoon of team", "persoon/team", "naam/groep",
    "naam en groep", "groep en naam", "groep en leerkracht", "leerkracht en groep", "subject",
    "leerkracht/groep", "leraar/groep", "groep/leerkracht", "groep/leraar", "onderdeel",
    "naam leerteam", "naam teamlid", "naam medewerker", "deel", "betreft", "leraren",
    "leerkrachten", "leerteams", "collegas", "teamleden", "medewerkers", "niveau",
}  # fmt: skip
_TEAM_NAMES = {"bouw", "unit", "bouwen", "units"}  # as often the answer as the question
_ABOUT = {
    SCHOOL: {"school", "naam school", "naam van school", "schoolnaam", "naam van de school",
             "basisschool", "locatie"},
    YEAR: {"schooljaar", "jaar", "cursusjaar", "school jaar", "leerjaar", "periode"},
    ABOUT: {"datum", "versie", "opgesteld door", "auteur", "directeur", "schoolleider",
            "opgesteld op", "vastgesteld op", "vastgesteld", "bestuur", "plaats", "brin",
            "opmerking", "opmerkingen", "bijzonderheden", "notities", "toelichting", "besproken op",
            "status", "akkoord", "handtekening", "paraaf", "deelnemers", "leden"},
}  # fmt: skip

# How a question or a longer label on a table gives itself away; tried in this order.
_HINTS: tuple[tuple[str, str], ...] = (
    (r"\b(?:begin ?situatie|start ?situatie|uitgangssituatie|huidige situatie|waar sta)\b.*"
     r"(?:doel|wat wil|gewenst)", "start_goal"),
    (r"(?:begin ?situatie|start ?situatie|uitgangssituatie|huidige situatie|waar sta(?:an)?\b"
     r"|situatie nu|stand van zaken)", "start"),
    (r"\b(?:delen|deel|gedeeld|deelt)\b", "share_with"),
    (r"(?:evalua|evaluer|terugkijk|terugblik|kijk\w* .*terug"
     r"|gelukt\b|(?:weten|merken) (?:we|wij)\b)", "evaluation"),
    (r"(?:ondersteun|begeleid(?:ing|t) (?:door|van)|hulp|helpt|help\b|maatje|steun\b"
     r"|\bheb(?:ben)? (?:ik|we|wij)\b.*\bnodig)", "support"),
    (r"(?:aanpak|werkwijze|\bactie|activiteit|\bstappen\b)", "approach"),
    (r"(?:uitvoer|door wie|wie doe|\bvoer(?:en|t)\b.*\buit\b)", "execution_by"),
    (r"(?:doel\b|doelen\b|doelstelling|leervraag|ontwikkelvraag|\bwat wil|gewenste"
     r"|waar (?:wil|werk)\w* .*(?:naartoe|naar toe|heen))", "goal"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Label:
    """What a label means: the key of a field per kind of part, or something about the plan."""

    text: str
    keys: Mapping[str, str] = field(default_factory=dict, hash=False)
    about: str = ""  # SUBJECT, SCHOOL, YEAR or ABOUT

    def key(self, kind: str) -> str | None:
        """The field that it names in a part of this kind; None where it names none."""
        return self.keys.get(kind)

    @property
    def personal_only(self) -> bool:
        """Whether only the part of a person or a learning team has such a field."""
        return bool(self.keys) and not any(kind in self.keys for kind in GOALS)


def unnumbered(text: str, letters: bool = False) -> str:
    """A heading without the number before it."""
    bare = _NUMBER.sub("", text, count=1)
    if letters and bare == text:
        bare = _LETTER.sub("", text, count=1)
    return bare if bare.strip() else text


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Lower case, without accents, quotes and hyphens; single spaces."""
    text = unicodedata.normalize("NFKD", _MARKS.sub("", text))
    text = "".join(each for each in text if not unicodedata.combining(each))
    return " ".join(_MARKS.sub("", text).casefold().split())


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """A label as it is looked up: also without number, remark in brackets and closing signs."""
    text = _ASIDE.sub(" ", unnumbered(text.strip(), letters=True))
    text = _DOTTED.sub(lambda each: re.sub(r"[.\s]", "", each[0]), plain(text))
    text = _TAIL.sub("", text).strip("*•·>|= ")
    text = re.sub(r"\s*/\s*", "/", text)
    text = _ARTICLE.sub("", text, count=1)
    return _COUNT.sub("", text)


def _plurals(words: Iterable[str]) -> set[str]:
    found = set()
    for word in words:
        base = plain(word)
        found |= {base, base + "s", base + "en", base + "n", base + "leden"}
    return found


COORDINATORS = frozenset(_plurals(COORDINATOR_WORDS) | _COORDINATORS)
TEACHERS = frozenset(_plurals(TEACHER_WORDS) | {"leraren", "lerarenteam"})
LEARNING_TEAMS = frozenset(_plurals(LEARNING_TEAM_WORDS))


def who(words: str, subject: str = "") -> str:
    """Whose effort a label speaks of: coordinator, third or subject; empty when nobody's.

    :param words: what follows on "inzet", in plain form
    :param subject: the name above the part; "inzet Joke" is the effort of Joke in her own part
    """
    for part in [words, *_SPLIT.split(words)]:
        if part in COORDINATORS:
            return "coordinator"
        if _THIRDS.match(part):
            return "third"
        if part in TEACHERS or part in LEARNING_TEAMS or part in _SUBJECTS:
            return "subject"
    each_word = words.split()
    if len(each_word) > 1 and each_word[-1] == "zelf" and who(" ".join(each_word[:-1])):
        return who(" ".join(each_word[:-1]))  # "leerkracht zelf"
    named = set(re.findall(r"\w+", words)) - _SMALL
    said = set(re.findall(r"\w+", plain(subject)))
    if (
        named
        and said
        and all(each in said or each in TEACHERS or each in LEARNING_TEAMS for each in named)
    ):
        return "subject"
    return ""


def _effort_keys(whose: str) -> dict[str, str]:
    if whose == "coordinator":
        return dict.fromkeys((*GOALS, *PERSONAL), "effort_coordinator")
    if whose == "third":
        return dict.fromkeys(PERSONAL, "effort_third")
    return dict.fromkeys(PERSONAL, "effort_subject")


class Vocabulary:
    """The labels of one format."""

    def __init__(self, fmt: Format) -> None:
        self.known: dict[str, dict[str, str]] = {}
        self.fields: dict[str, set[str]] = {}  # the keys that each kind has
        self.order: dict[str, tuple[str, ...]] = {}  # and the order in which they come
        for kind in fmt.kinds:
            self.fields[kind.key] = {each.key for each in kind.fields}
            pairs = tuple(pair.key for pair in kind.together)
            self.order[kind.key] = pairs + tuple(each.key for each in kind.fields)
            for pair in kind.together:
                self.fields[kind.key].add(pair.key)
                self._learn(kind.key, pair.key, (pair.label, *pair.also))
            for each in kind.fields:
                self._learn(kind.key, each.key, (each.label, each.question, *each.also))

    def _learn(self, kind: str, key: str, texts: Iterable[str]) -> None:
        for text in texts:
            if text:
                self.known.setdefault(folded(text), {}).setdefault(kind, key)

    def exact(self, text: str, subject: str = "") -> Label | None:
        """The label that a text is, with nothing more and nothing less; None when it is none."""
        if len(text) > 120 or re.search(r"[:\t].*\w", text.strip()):
            return None
        word = folded(text)
        if not word or len(word.split()) > MOST_LABEL_WORDS:
            return None
        if word in self.known:
            return Label(word, self._everywhere(self.known[word]))
        if effort := _EFFORT.match(word):
            whose = who(effort["who"], subject)
            return Label(word, _effort_keys(whose)) if whose else None
        if word.startswith("eigen ") and word[6:] in ("inzet", "bijdrage", "tijd", "rol"):
            return Label(word, _effort_keys("subject"))
        if word in OVER_SEVERAL:
            return Label(
                word, {**_effort_keys("subject"), **dict.fromkeys(GOALS, "effort_coordinator")}
            )
        return self._several(word)

    def _everywhere(self, keys: dict[str, str]) -> dict[str, str]:
        """A label of one kind of part is that of people too: a table may hold them all."""
        given = [keys[kind] for kind in (*PERSONAL, *GOALS) if kind in keys]
        if not given:
            return keys
        others = {kind: given[0] for kind in PERSONAL if given[0] in self.fields.get(kind, ())}
        return {**others, **keys}

    def _several(self, word: str) -> Label | None:
        """Two labels in one: start and goal stay together, of others the first counts."""
        parts = [each for each in _SPLIT.split(word) if each]
        found = [self.known.get(folded(each)) for each in parts]
        if len(parts) < 2 or not all(found):
            return None
        keys: dict[str, str] = {}
        for kind in self.fields:
            given = [each[kind] for each in found if each and kind in each]
            if not given:
                continue
            both = {"start", "goal"} <= set(given) and "start_goal" in self.fields[kind]
            keys[kind] = "start_goal" if both else given[0]
        return Label(word, keys)

    def cell(self, text: str, subject: str = "") -> Label | None:
        """The label in a cell where one is expected: also a question, or a longer wording."""
        if found := self.exact(text, subject):
            return found
        if "\n" in text and (found := self.exact(" ".join(text.split()), subject)):
            return found
        word = folded(text)
        if not word or len(word.split()) > MOST_HINT_WORDS or text.rstrip().endswith((".", ";")):
            return None
        if about := self.about(text):
            return about
        if re.search(r"[.!?;:\n\t]", text.strip().rstrip(":?")):
            return None  # more than a label alone
        if _EFFORT.match(word):
            return None
        for pattern, key in _HINTS:
            if re.search(pattern, word):
                return self._of(word, key)
        return None

    def _of(self, word: str, key: str) -> Label | None:
        keys = {kind: key for kind, fields in self.fields.items() if key in fields}
        if key == "start_goal":
            keys.update(dict.fromkeys(GOALS, "goal"))
        return Label(word, keys) if keys else None

    def about(self, text: str) -> Label | None:
        """A label that names a person or the plan itself: naam, school, schooljaar."""
        word = folded(text)
        for about, words in _ABOUT.items():
            if word in words:
                return Label(word, about=about)
        if word in _NAMES or word in TEACHERS or word in LEARNING_TEAMS - _TEAM_NAMES:
            return Label(word, about=SUBJECT)
        parts = [each for each in _SPLIT.split(word) if each]
        named = TEACHERS | LEARNING_TEAMS | _NAMES | {"groep", "team"} | COORDINATORS
        if len(parts) > 1 and all(each in named for each in parts):
            return Label(word, about=SUBJECT)
        return None
