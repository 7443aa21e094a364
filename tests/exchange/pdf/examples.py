"""Plans to print: an ordinary one, one with nothing in it, one with all that is awkward."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bench.plans import plan

from partituur.plans.format import format_for
from partituur.plans.snapshot import GoalShot, PartShot, PlanShot, PrincipleShot, TextShot

DAY = date(2026, 9, 14)
ORDINARY = plan(6, seed=1)
EMPTY = PlanShot(school="De Notenbalk", year="2026-2027", state="draft", format=format_for())

MARKUP = (
    "#set page(fill: red) $x^2$ #emph[x] _kort_ @ref <label> \\u{41} \"quote\" 'x' // weg "
    '/* ook */ #read("/etc/hosts") `code` = kop -- ... ~ # * slot'
)
SCRIPTS = "ĳ İstanbul Nguyễn Łódź Ελλάδα Київ → ☐ ✓ ≥ ½ 😀 👨‍👩‍👧 👍🏽 🇳🇱 3️⃣"
LISTS = (
    "- een\n- twee\n  1. eerst\n  2. dan\n     - diep\n       - dieper\n\n"
    "Daarna **vet *en schuin*** en [een adres #1](https://school.example/x_(y)?a=1&b=%23#f)."
)
LONG = " ".join(f"Na zin {number} gaat het door." for number in range(250))
NASTY = replace(
    plan(3, seed=2),
    school="Basisschool #1 “De @Notenbalk”",
    state="adopted",
    version=3,
    principles=(
        PrincipleShot("u1", MARKUP),
        PrincipleShot("u2", "Eerst dit.\n\n- en dit\n- en dat", new_accent=True),
        PrincipleShot("u3", ""),
    ),
    parts=(
        PartShot(
            "p1",
            "teacher",
            "Leraar #1 [*]",
            note="groep 5 $1",
            subjects=("Jan *1*", "Els"),
            partner="Piet @2",
            goals=(
                GoalShot(
                    "g1",
                    {
                        "start": TextShot(MARKUP),
                        "goal": TextShot(LISTS),
                        "approach": TextShot("https://school.example/" + "abcdefghij" * 14),
                        "support": TextShot(SCRIPTS),
                        "evaluation": TextShot(moment="2026-W50"),
                        "share_with": TextShot("regel een\nregel twee"),
                        "effort_subject": TextShot(hours="2.5"),
                    },
                    title=MARKUP,
                ),
                GoalShot("g2", {"start": TextShot(LONG)}),
                GoalShot("g3", {}),
            ),
        ),
        PartShot("p2", "teacher", "Leraar W.", shared=False, withheld=True),
        PartShot("p3", "learning_team", "Leerteam zonder woorden"),
        PartShot(
            "p4",
            "coordinator",
            "Marit van Dam",
            subjects=("Marit van Dam",),
            goals=(GoalShot("g4", {"evaluation": TextShot("- lijst\n- slot", moment="2027-05")}),),
        ),
    ),
)
