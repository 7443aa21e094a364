"""Plans to measure with: realistic Dutch text, and other text for every seed.

A setter or a parser that remembers what it saw would make a second run look faster than it is, so
each run gets a plan of its own.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from partituur.plans.format import Words, format_for
from partituur.plans.snapshot import (
    GoalShot,
    PartShot,
    PlanShot,
    PrincipleShot,
    TextShot,
    VisionShot,
)

GROUPS = ("groep 1/2", "groep 3", "groep 4", "groep 5", "groep 6", "groep 7", "groep 8")
SUBJECTS = ("rekenen", "spelling", "begrijpend lezen", "taal", "wereldoriëntatie", "schrijven")
MONTHS = ("oktober", "november", "december", "januari", "februari", "maart", "april", "mei")
FIRST = ("Anne", "Bram", "Chaima", "Daan", "Eva", "Fatma", "Gijs", "Hanna", "Ilse", "Joost")
LAST = ("de Boer", "Yıldız", "van den Berg", "Jansen", "Kowalski", "Visser", "Müller", "El Amrani")

STARTS = (
    "De instructie bij {subject} loopt goed, de overgangen tussen lessen kosten veel tijd.",
    "In {group} krijgen leerlingen die vooruit zijn nu vooral meer van hetzelfde.",
    "De gesprekken met ouders gaan vaak over cijfers en weinig over wat een kind nodig heeft.",
    "Bij {subject} haakt een deel van de groep af zodra het zelfstandig werken begint.",
    "Ik werk voor het eerst in {group} en zoek nog naar een vaste opbouw van de week.",
    "De resultaten van {subject} zijn drie jaar achter elkaar gelijk gebleven.",
)
GOALS = (
    "Na de kerst is elke overgang klaar in {number} minuten, zonder dat ik mijn stem verhef.",
    "In {month} heeft ieder kind in {group} bij {subject} een doel dat het zelf kan uitleggen.",
    "Aan het eind van het jaar kies ik bij elke les bewust uit {number} werkvormen.",
    "Ouders en kind vertellen in {month} zelf wat er goed gaat; ik luister en vraag door.",
    "We hebben in {month} een werkwijze voor {subject} die het hele team wil gebruiken.",
)
APPROACHES = (
    "Routines kiezen, aanleren en oefenen met de groep.",
    "Compacten en verrijken bij {subject}, per blok uitgewerkt met een collega uit {group}.",
    "Eerst {number} weken kijken en noteren, dan één ding tegelijk veranderen.",
    "Lesbezoeken in tweetallen, met een kijkwijzer die we zelf kiezen.",
    "Samen lessen voorbereiden:\n\n- doel en instructie;\n- vragen die aan het denken zetten;\n"
    "- hoe we zien dat het **lukt**.",
    "Drie rondes onderzoeken, uitproberen en bespreken, met *werk van leerlingen* erbij.",
)
SUPPORTS = (
    "Maatje uit {group}, elke week een kwartier.",
    "Specialist begaafdheid van het bestuur, {number} keer.",
    "De taalcoördinator denkt mee over {subject}.",
    "Intern begeleider, met video-opnames die ik zelf uitkies.",
)
EVALUATIONS = (
    "Gesprek met een eigen video-opname.",
    "Gesprek, met werk van leerlingen uit {group} erbij.",
    "Korte terugblik met mijn maatje, en daarna met de intern begeleider.",
    "Presentatie op de studiedag.",
)
SHARES = ("Middenbouw", "Bovenbouw", "Het hele team", "Niet delen", "Collega’s van {group}")
EFFORTS = (
    "Elke week {number} minuten terugkijken.",
    "Per blok van {subject} een doel uitwerken.",
    "Een bijeenkomst per maand voorbereiden en leiden.",
    "Meekijken bij het eerste blok en samen nabespreken.",
    "Drie keer samen kijken naar video-opnames.",
)
THIRDS = (
    "Opleidingsschool: {number} bezoeken.",
    "Bibliotheek: advies over de collectie voor {group}.",
    "Schoolbegeleidingsdienst: een studiemiddag over {subject}.",
)
TITLES = (
    "Rust in de overgangen tussen lessen",
    "Passend verrijken bij {subject}",
    "Gesprekken die ergens over gaan",
    "Sterker in {subject}",
    "Een opbouw voor de week in {group}",
)
VISION = (
    "We bieden ieder kind een voorspelbaar en warm klimaat.",
    "We leren van en met elkaar, kinderen en volwassenen.",
    "We hebben hoge verwachtingen en zeggen hoe je er komt.",
    "We zijn nieuwsgierig naar wat een kind al kan.",
)
PRINCIPLES = (
    "We werken in lijn met de visie van de school.",
    "We behandelen elkaar als volwaardige professionele partners.",
    "We zien het team als een orkest.",
    "Leren is een sociaal proces; we zijn open over wat lukt en wat nog beter moet.",
)
_BANKS: dict[str, tuple[Sequence[str], int]] = {  # sentences, and how many at most
    "start": (STARTS, 2),
    "goal": (GOALS, 1),
    "approach": (APPROACHES, 2),
    "support": (SUPPORTS, 1),
    "execution_by": (("Alle leraren.", "De leraren van {group} en de intern begeleider."), 1),
    "evaluation": (EVALUATIONS, 1),
    "share_with": (SHARES, 1),
    "effort_subject": (EFFORTS, 1),
    "effort_coordinator": (EFFORTS, 1),
    "effort_third": (THIRDS, 1),
}


def plan(parts: int, *, seed: int, state: str = "in_consultation", version: int = 0) -> PlanShot:
    """A plan with ``parts`` parts of people and learning teams, each with eight printed fields.

    Beside them it has three general goals and a team goal. The same seed gives the same plan.
    """
    pick = random.Random(seed)
    kinds = ["learning_team" if number % 8 == 7 else "teacher" for number in range(parts)]
    personal = [
        _part(pick, f"p{number}", kind, _name(pick, kind, number))
        for number, kind in enumerate(kinds)
    ]
    return PlanShot(
        school="Basisschool De Notenbalk",
        year="2026-2027",
        state=state,
        version=version,
        format=format_for(),
        words=Words(),
        vision=tuple(VisionShot(f"v{at}", text) for at, text in enumerate(VISION)),
        principles=tuple(
            PrincipleShot(f"u{at}", text, new_accent=at == 2) for at, text in enumerate(PRINCIPLES)
        ),
        parts=(
            _part(pick, "general", "general", "Algemene doelen", goals=3),
            _part(pick, "team", "team", "Schoolteam"),
            *personal,
        ),
    )


def _name(pick: random.Random, kind: str, number: int) -> str:
    if kind == "learning_team":
        return f"Leerteam {pick.choice(SUBJECTS)} {number}"
    return f"{pick.choice(FIRST)} {pick.choice(LAST)}"


def _part(pick: random.Random, id: str, kind: str, heading: str, goals: int = 1) -> PartShot:
    return PartShot(
        id=id,
        kind=kind,
        heading=heading,
        note=pick.choice(GROUPS) if kind == "teacher" else "",
        subjects=(heading,) if kind == "teacher" else (),
        goals=tuple(_goal(pick, f"{id}-{number}", kind) for number in range(goals)),
    )


def _goal(pick: random.Random, id: str, kind: str) -> GoalShot:
    personal = kind not in ("general", "team")
    return GoalShot(
        id=id,
        title=_said(pick, pick.choice(TITLES)) if personal else "",
        vision=(f"v{pick.randrange(len(VISION))}",),
        texts={
            field.key: _text(pick, field.key, moment=field.moment, hours=field.hours)
            for field in format_for().kind(kind).fields
        },
    )


def _text(pick: random.Random, key: str, *, moment: bool, hours: bool) -> TextShot:
    bank, most = _BANKS[key]
    sentences = pick.sample(bank, min(len(bank), pick.randint(1, most)))
    return TextShot(
        body=_said(pick, "\n\n".join(sentences)),
        moment=f"2027-0{pick.randint(1, 6)}-{pick.randint(1, 28):02}" if moment else "",
        hours=str(pick.randint(1, 12)) if hours else "",
    )


def _said(pick: random.Random, text: str) -> str:
    return text.format(
        subject=pick.choice(SUBJECTS),
        group=pick.choice(GROUPS),
        month=pick.choice(MONTHS),
        number=pick.randint(2, 12),
    )
