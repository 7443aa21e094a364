"""The format of a begeleidingsplan: which parts it has, and which fields.

Declared once, here. The sheet, the checks, Word in and out, PDF, JSON and Markdown all read this
description and nothing else, so that a field exists everywhere or nowhere. A school changes labels,
hides optional fields and adds kinds of its own (see ``customised``); it never needs code for that.

Source: Figure 1 of Luc Greven's article on the begeleidingsplan.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from partituur.kernel.errors import Refusal
from partituur.kernel.marking import N_

FORMAT_VERSION = 1
MOST_PRINCIPLES = (
    5  # "ten hoogste vijf": more costs focus; a sixth is allowed, with a plain warning
)


@dataclass(frozen=True, slots=True)
class Field:
    """A field (veld) of a goal: one short text, and what may stand beside it in a typed form."""

    key: str
    label: str  # as printed, in the words of the article
    question: str = ""  # the same, asked of whoever writes
    hint: str = ""
    example: str = ""  # a sentence to take over and change
    asked: bool = False  # the article asks for it; its absence gives advice, never a lock
    moment: bool = False  # a date, week or month may stand beside the text
    hours: bool = False  # an amount of hours may stand beside the text
    hidden: bool = False  # the school does not use it; its content is kept
    also: tuple[str, ...] = ()  # how schools write the label in their own documents


@dataclass(frozen=True, slots=True)
class Together:
    """Fields that are printed as one, under one label (beginsituatie and doelstelling)."""

    key: str
    label: str
    keys: tuple[str, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartKind:
    """A kind of part (deel) with the fields that each of its goals has."""

    key: str
    label: str  # the heading of such a part, or of the group of them
    fields: tuple[Field, ...]
    together: tuple[Together, ...] = ()
    personal: bool = False  # private to its partners until its subject shares it
    single: bool = False  # a plan has exactly one part of this kind
    headline: str = ""  # the field that is printed as the goal's own heading, without a label
    also: tuple[str, ...] = ()  # how schools write the heading
    own: bool = False  # added by the school

    def field(self, key: str) -> Field:
        """The field with this key.

        :raises KeyError: this kind of part has no such field
        """
        for each in self.fields:
            if each.key == key:
                return each
        raise KeyError(f"{self.key} has no field {key}")

    @property
    def shown(self) -> tuple[Field, ...]:
        """The fields that the school uses, in their order."""
        return tuple(each for each in self.fields if not each.hidden)


@dataclass(frozen=True, slots=True)
class Format:
    """The whole description, as it holds for one school."""

    kinds: tuple[PartKind, ...]
    version: int = FORMAT_VERSION

    def kind(self, key: str) -> PartKind:
        """The kind of part with this key.

        :raises KeyError: no such kind
        """
        for each in self.kinds:
            if each.key == key:
                return each
        raise KeyError(key)

    def has(self, key: str) -> bool:
        return any(each.key == key for each in self.kinds)


@dataclass(frozen=True, slots=True)
class Words:
    """The school's own words for the people in its plan, in lower case, singular."""

    coordinator: str = N_("intern begeleider")
    teacher: str = N_("leraar")
    learning_team: str = N_("leerteam")


# How schools call the people; the reader of Word files knows them all, whatever they chose.
COORDINATOR_WORDS = (
    "intern begeleider", "interne begeleider", "intern begeleidster", "ib'er", "iber", "ib-er",
    "ib",
    "kwaliteitscoördinator", "kwaliteitscoordinator", "kc'er", "kc-er", "kcer", "kc",
    "begeleidingscoördinator", "zorgcoördinator",
)  # fmt: skip
TEACHER_WORDS = (
    "leraar", "leerkracht", "groepsleraar", "groepsleerkracht",
    "stamgroepleider", "stamgroepleidster",
    "juf", "meester", "docent", "vakleerkracht", "vakleraar", "onderwijsassistent",
    "leraarondersteuner",
    "lerares", "onderwijzer",
)  # fmt: skip
LEARNING_TEAM_WORDS = (
    "leerteam",
    "werkgroep",
    "bouw",
    "unit",
    "plg",
    "expertgroep",
    "ontwikkelteam",
)


def _effort_of_coordinator() -> Field:
    return Field(
        "effort_coordinator",
        N_("Inzet {coordinator}"),
        N_("Wat doet de {coordinator}?"),
        hint=N_("Wat, en hoeveel tijd ongeveer."),
        example=N_("Drie keer samen kijken naar video-opnames."),
        hours=True,
        also=("inzet ib", "inzet ib'er", "inzet intern begeleider", "rol ib", "taak ib"),
    )


_APPROACH = Field(
    "approach",
    N_("Aanpak"),
    N_("Hoe pak ik het aan?"),
    hint=N_("In hoofdlijnen. Een paar zinnen is genoeg."),
    example=N_("Routines kiezen, aanleren en oefenen met de groep."),
    asked=True,
    also=("werkwijze", "plan van aanpak", "hoe", "activiteiten", "acties"),
)
_EVALUATION = Field(
    "evaluation",
    N_("Evaluatie"),
    N_("Hoe en wanneer kijk ik terug?"),
    hint=N_("Hoe, en wanneer: een dag, een week of een maand."),
    example=N_("Gesprek met een eigen video-opname, in december."),
    asked=True,
    moment=True,
    also=("evaluatiemoment", "evaluatie en borging", "hoe en wanneer evalueren", "terugblik"),
)


def _goal_fields() -> tuple[Field, ...]:
    """Fields of the goals that the whole school has."""
    return (
        Field(
            "goal",
            N_("Doel"),
            N_("Wat willen we bereiken?"),
            hint=N_("Eén zin. Wat is er aan het eind van het jaar anders?"),
            example=N_("De groepsbesprekingen gaan over wat kinderen nodig hebben."),
            asked=True,
            also=(
                "doelstelling",
                "doelen",
                "streefdoel",
                "beoogd doel",
                "gewenste situatie",
                "leerdoel",
                "ontwikkeldoel",
            ),
        ),
        Field(
            "start",
            N_("Beginsituatie"),
            N_("Waar staan we nu?"),
            hint=N_("Wat gaat al goed, en wat nog niet?"),
            example=N_("We bespreken nu vooral toetslijsten."),
            also=("begin situatie", "startsituatie", "uitgangssituatie", "huidige situatie"),
        ),
        replace(
            _APPROACH,
            question=N_("Hoe pakken we het aan?"),
            example=N_("Lesbezoeken in tweetallen, met een kijkwijzer die het team zelf kiest."),
        ),
        Field(
            "execution_by",
            N_("Uitvoering door"),
            N_("Wie doet mee?"),
            hint=N_("Namen of groepen."),
            example=N_("Alle leraren; de rekencoördinator bereidt voor."),
            asked=True,
            also=("uitvoering", "uitgevoerd door", "wie", "door wie", "uitvoerder", "betrokkenen"),
        ),
        _effort_of_coordinator(),
        replace(
            _EVALUATION,
            question=N_("Hoe en wanneer kijken we terug?"),
            example=N_("Teamvergadering in februari, met de kijkwijzers erbij."),
        ),
    )


def _personal_fields(
    *, effort: str, effort_question: str, effort_also: tuple[str, ...]
) -> tuple[Field, ...]:
    """Fields of the goals of a person or a learning team."""
    return (
        Field(
            "start",
            N_("Beginsituatie"),
            N_("Waar sta ik?"),
            hint=N_("Wat gaat al goed? Wat kost je moeite? Geen namen van kinderen."),
            example=N_("De instructie loopt goed, de overgangen tussen lessen kosten veel tijd."),
            asked=True,
            also=("begin situatie", "startsituatie", "uitgangssituatie", "huidige situatie"),
        ),
        Field(
            "goal",
            N_("Doelstelling"),
            N_("Wat wil ik?"),
            hint=N_("Wat is er aan het eind van dit jaar anders?"),
            example=N_("Na de kerst is elke overgang klaar in twee minuten."),
            asked=True,
            also=("doel", "doelen", "leerdoel", "ontwikkeldoel", "leervraag", "gewenste situatie"),
        ),
        _APPROACH,
        Field(
            "support",
            N_("Ondersteuning"),
            N_("Wie helpt?"),
            hint=N_("De {coordinator}, een collega, een {learning_team} of iemand van buiten."),
            example=N_("Maatje uit groep 4, elke week een kwartier."),
            also=("ondersteuning door", "begeleiding door", "begeleiding", "hulp", "hulp van"),
        ),
        _EVALUATION,
        Field(
            "share_with",
            N_("Delen opbrengst met"),
            N_("Met wie deel ik wat het oplevert?"),
            hint=N_("“Niet delen” is ook een antwoord."),
            example=N_("De middenbouw."),
            asked=True,
            also=(
                "delen met",
                "opbrengst delen met",
                "delen opbrengst",
                "opbrengsten delen met",
                "delen",
            ),
        ),
        Field(
            "effort_subject",
            effort,
            effort_question,
            hint=N_("Wat, en hoeveel tijd ongeveer."),
            example=N_("Elke week vijf minuten terugkijken."),
            hours=True,
            also=effort_also,
        ),
        _effort_of_coordinator(),
        Field(
            "effort_third",
            N_("Inzet derden"),
            N_("Wat doet iemand van buiten?"),
            hint=N_("Bijvoorbeeld de opleidingsschool of een specialist van het bestuur."),
            example=N_("Opleidingsschool: twee bezoeken."),
            hours=True,
            also=(
                "inzet externen",
                "inzet extern",
                "inzet externe",
                "derden",
                "externen",
                "externe inzet",
            ),
        ),
    )


_START_GOAL = Together(
    "start_goal",
    N_("Beginsituatie/doelstelling"),
    ("start", "goal"),
    also=("beginsituatie en doelstelling", "beginsituatie/doel", "beginsituatie en doel"),
)

STANDARD = Format(
    kinds=(
        PartKind(
            "general",
            N_("Algemene doelen"),
            _goal_fields(),
            single=True,
            headline="goal",
            also=("algemeen", "schooldoelen", "algemene doelstellingen", "schoolbrede doelen"),
        ),
        PartKind(
            "team",
            N_("Schoolteam"),
            _goal_fields(),
            single=True,
            headline="goal",
            also=("team", "teamdoelen", "doelen schoolteam", "doelen van het team", "het team"),
        ),
        PartKind(
            "teacher",
            N_("Leraren"),
            _personal_fields(
                effort=N_("Inzet {teacher}"),
                effort_question=N_("Wat doe ik er zelf voor?"),
                effort_also=("inzet leerkracht", "inzet leraar", "eigen inzet", "inzet collega"),
            ),
            together=(_START_GOAL,),
            personal=True,
        ),
        PartKind(
            "learning_team",
            N_("Leerteams"),
            _personal_fields(
                effort=N_("Inzet {learning_team}leden"),
                effort_question=N_("Wat doen we er zelf voor?"),
                effort_also=("inzet leerteam", "inzet teamleden", "inzet leden", "inzet werkgroep"),
            ),
            together=(_START_GOAL,),
            personal=True,
        ),
        PartKind(
            "coordinator",
            N_("Intern begeleider"),
            _personal_fields(
                effort=N_("Inzet team"),
                effort_question=N_("Wat doet het team?"),
                effort_also=(
                    "inzet leraren",
                    "inzet van het team",
                    "inzet leraar",
                    "inzet leerkracht",
                ),
            ),
            together=(_START_GOAL,),
            personal=True,
            also=(
                "mijn eigen leren",
                "eigen leren",
                "eigen ontwikkeling",
                "eigen professionalisering",
            ),
        ),
        PartKind(
            "other",
            N_("Overig"),
            tuple(
                replace(each, asked=False)
                for each in _personal_fields(
                    effort=N_("Inzet betrokkenen"),
                    effort_question=N_("Wat doen de betrokkenen?"),
                    effort_also=(
                        "inzet betrokkene",
                        "eigen inzet",
                        "inzet leraar",
                        "inzet leerkracht",
                    ),
                )
            ),
            together=(_START_GOAL,),
            also=("overig", "overige", "etc", "etc."),
        ),
    )
)


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field of a kind of part that the school added."""

    key: str
    label: str
    asked: bool = False


@dataclass(frozen=True, slots=True)
class OwnKind:
    """A kind of part that the school added (the article's "Etc.")."""

    key: str
    label: str
    fields: tuple[OwnField, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What a school changed in the standard format. Keys are (kind, field)."""

    labels: Mapping[tuple[str, str], str]
    hidden: frozenset[tuple[str, str]]
    own: tuple[OwnKind, ...]

    @classmethod
    def none(cls) -> Changes:
        return cls({}, frozenset(), ())

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Changes:
        """Read what ``to_data`` wrote.

        :raises Refusal: the data does not fit the standard format
        """
        changes = cls(
            labels={_pair(key): str(label) for key, label in data.get("labels", {}).items()},
            hidden=frozenset(_pair(key) for key in data.get("hidden", [])),
            own=tuple(
                OwnKind(
                    str(kind["key"]),
                    str(kind["label"]),
                    tuple(
                        OwnField(str(each["key"]), str(each["label"]), bool(each.get("asked")))
                        for each in kind["fields"]
                    ),
                )
                for kind in data.get("own", [])
            ),
        )
        changes.check()
        return changes

    def to_data(self) -> dict[str, Any]:
        """Plain data for JSON, in a fixed order."""
        return {
            "labels": {
                f"{kind}.{key}": label for (kind, key), label in sorted(self.labels.items())
            },
            "hidden": [f"{kind}.{key}" for kind, key in sorted(self.hidden)],
            "own": [
                {
                    "key": kind.key,
                    "label": kind.label,
                    "fields": [
                        {"key": each.key, "label": each.label, "asked": each.asked}
                        for each in kind.fields
                    ],
                }
                for kind in self.own
            ],
        }

    def check(self) -> None:
        """Refuse changes that do not fit.

        :raises Refusal: a change names what does not exist, or hides what the article asks for
        """
        for kind_key, key in {*self.labels, *self.hidden}:
            try:
                each = STANDARD.kind(kind_key).field(key)
            except KeyError:
                reason = _("Het veld {name} bestaat niet in de indeling.")
                raise Refusal(reason.format(name=f"{kind_key}.{key}")) from None
            if each.asked and (kind_key, key) in self.hidden:
                reason = _("“{name}” hoort bij het plan en kan niet weg. Anders noemen kan wel.")
                raise Refusal(reason.format(name=_(each.label)))
        if any(not label.strip() for label in self.labels.values()):
            raise Refusal(_("Een veld heeft een naam nodig."))
        keys = [kind.key for kind in self.own]
        if len(set(keys)) != len(keys) or any(STANDARD.has(key) for key in keys):
            raise Refusal(_("Twee soorten delen hebben dezelfde sleutel."))
        if any(not kind.label.strip() or not kind.fields for kind in self.own):
            raise Refusal(_("Een eigen deel heeft een naam en minstens één veld nodig."))


def _pair(key: str) -> tuple[str, str]:
    kind, _dot, each = key.partition(".")
    return kind, each


def format_for(
    changes: Changes | None = None,
    words: Words | None = None,
    translate: Callable[[str], str] = str,
) -> Format:
    """The format as it holds for one school.

    :param changes: what the school changed; None for the standard
    :param words: the school's own words for IB'er, leraar, leerteam
    :param translate: gettext on a screen; on paper the labels stay Dutch
    """
    changes = changes or Changes.none()
    words = words or Words()
    named = {
        "coordinator": translate(words.coordinator),
        "teacher": translate(words.teacher),
        "learning_team": translate(words.learning_team),
    }

    def said(text: str) -> str:
        return translate(text).format(**named) if text else ""

    def adapted(kind: PartKind, each: Field) -> Field:
        return replace(
            each,
            label=changes.labels.get((kind.key, each.key)) or said(each.label),
            question=said(each.question),
            hint=said(each.hint),
            example=said(each.example),
            hidden=(kind.key, each.key) in changes.hidden,
        )

    def together(kind: PartKind, pair: Together, fields: tuple[Field, ...]) -> Together:
        if not any((kind.key, key) in changes.labels for key in pair.keys):
            return replace(pair, label=said(pair.label))
        labels = [each.label for each in fields if each.key in pair.keys]
        return replace(
            pair,
            label="/".join([labels[0], *(label[:1].lower() + label[1:] for label in labels[1:])]),
        )

    kinds = []
    for kind in STANDARD.kinds:
        fields = tuple(adapted(kind, each) for each in kind.fields)
        kinds.append(
            replace(
                kind,
                label=said(kind.label),
                fields=fields,
                together=tuple(together(kind, pair, fields) for pair in kind.together),
            )
        )
    for own in changes.own:
        fields = tuple(
            Field(each.key, each.label, each.label, asked=each.asked) for each in own.fields
        )
        kinds.append(PartKind(own.key, own.label, fields, own=True))
    return Format(kinds=tuple(kinds))
