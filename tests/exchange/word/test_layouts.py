"""The layouts that schools use, each in a tiny document of its own."""

from __future__ import annotations

from typing import Any

import pytest
from tests.exchange.word.making import made

from partituur.exchange.reading import ReadPlan
from partituur.exchange.word.reading import read
from partituur.plans.format import Changes, OwnField, OwnKind, format_for


def _read(text: str) -> dict[str, Any]:
    return read(made(text)).to_data()


def _section(text: str, at: int = 0) -> dict[str, str]:
    """What one part holds, without its empty fields."""
    section: dict[str, str] = _read(text)["sections"][at]
    return {key: value for key, value in section.items() if value}


def _goal(text: str, at: int = 0) -> dict[str, str]:
    goal: dict[str, str] = _read(text)["general"][at]
    return {key: value for key, value in goal.items() if value}


JOKE = {
    "kind": "teacher",
    "subject": "Juf Joke",
    "start_goal": "Nieuw.\nRust.",
    "approach": "Oefenen.",
    "share_with": "Team",
}


LAYOUTS = {
    "paragraph": """
# Juf Joke
Beginsituatie: Nieuw. Doel: Rust. Aanpak: Oefenen. Delen met: Team
""",
    "lines": """
# Juf Joke
Beginsituatie: Nieuw.
Doel: Rust.
Aanpak: Oefenen.
Delen met: Team
""",
    "line breaks": """
# Juf Joke
Beginsituatie: Nieuw.\\nDoel: Rust.\\nAanpak: Oefenen.\\nDelen met: Team
""",
    "tabs": """
# Juf Joke
Beginsituatie\\tNieuw.
Doel\\tRust.
Aanpak\\tOefenen.
Delen met\\tTeam
""",
    "bold without colon": """
# Juf Joke
**Beginsituatie** Nieuw. **Doel** Rust. **Aanpak** Oefenen. **Delen met** Team
""",
    "bold, text below": """
# Juf Joke
**Beginsituatie**
Nieuw.
**Doel**
Rust.
**Aanpak**
Oefenen.
**Delen met**
Team
""",
    "plain, text below": """
# Juf Joke
Beginsituatie
Nieuw.
Doel
Rust.
Aanpak
Oefenen.
Delen met
Team
""",
    "cards": """
# Juf Joke
| Beginsituatie | Nieuw. |
| Doel | Rust. |
| Aanpak | Oefenen. |
| Delen met | Team |
""",
    "cards with a name": """
| **Juf Joke** |
| Beginsituatie | Nieuw. |
| Doel | Rust. |
| Aanpak | Oefenen. |
| Delen met | Team |
""",
    "four columns": """
# Juf Joke
| Beginsituatie | Nieuw. | Doel | Rust. |
| Aanpak | Oefenen. | Delen met | Team |
""",
    "grid": """
# Leerkrachten
| Naam | Beginsituatie | Doel | Aanpak | Delen met |
| Juf Joke | Nieuw. | Rust. | Oefenen. | Team |
""",
    "turned grid": """
# Leerkrachten
|  | Juf Joke | Juf Anna |
| Beginsituatie | Nieuw. | Oud. |
| Doel | Rust. | Lust. |
| Aanpak | Oefenen. | Doen. |
| Delen met | Team | Bouw |
""",
    "label in the cell of its text": """
| Juf Joke |
| **Beginsituatie**\\nNieuw. | **Doel**\\nRust. |
| **Aanpak**\\nOefenen. | **Delen met**\\nTeam |
""",
    "dashes": """
# Juf Joke
Beginsituatie – Nieuw. Doel – Rust. Aanpak – Oefenen. Delen met – Team
""",
    "questions": """
# Juf Joke
**Waar sta ik nu?**
Nieuw.
**Waar wil ik naartoe?**
Rust.
**Hoe ga ik dat aanpakken?**
Oefenen.
**Met wie deel ik dit?**
Team
""",
    "stack": """
| Juf Joke |
| Beginsituatie | Doel |
| Nieuw. | Rust. |
| Aanpak | Delen met |
| Oefenen. | Team |
""",
    "name beside a text": """
# Leerkrachten
| Juf Joke | Beginsituatie: Nieuw.\\pDoel: Rust.\\pAanpak: Oefenen.\\pDelen met: Team |
""",
    "loose capitals": """
**LEERKRACHTEN**
**JUF JOKE**
Beginsituatie: Nieuw.
Doel: Rust.
Aanpak: Oefenen.
Delen met: Team
""",
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_same_part_is_read_from_every_layout(text: str) -> None:
    section = _section(text)

    assert {**section, "subject": section["subject"].title()} == JOKE


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Begin situatie", "start_goal"), ("Uitgangssituatie", "start_goal"),
        ("Leervraag", "start_goal"), ("Werkwijze", "approach"), ("Plan van aanpak", "approach"),
        ("Begeleiding door", "support"), ("Evaluatiemoment(en)", "evaluation"),
        ("Opbrengst delen met", "share_with"), ("Delen met", "share_with"),
        ("Inzet leerkracht", "effort_subject"), ("Inzet van de leraar", "effort_subject"),
        ("Inzet Joke", "effort_subject"), ("Eigen inzet", "effort_subject"),
        ("Inzet IB", "effort_coordinator"), ("Inzet IB'er", "effort_coordinator"),
        ("Inzet IB’er", "effort_coordinator"), ("Inzet IB´er", "effort_coordinator"),
        ("Inzet IB-er", "effort_coordinator"), ("Rol intern begeleider", "effort_coordinator"),
        ("Inzet kwaliteitscoördinator", "effort_coordinator"),
        ("Inzet KC'er", "effort_coordinator"),
        ("Inzet derden", "effort_third"), ("Inzet externen", "effort_third"),
        ("Wat vraagt dit van de IB'er", "effort_coordinator"),
        ("Externen", "effort_third"), ("Inzet I.B.", "effort_coordinator"),
        ("Inzet i.b.'er", "effort_coordinator"), ("Inzet leerkracht zelf", "effort_subject"),
    ],
)  # fmt: skip
def test_label_is_known_in_the_words_of_schools(label: str, key: str) -> None:
    assert _section(f"# Juf Joke\n{label}: iets.")[key] == "iets."


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("Doelstelling: Samen werken aan de aanpak: eerst kijken.", "start_goal"),
        ("Evaluatie: januari: een gesprek.", "evaluation"),
        ("Inzet derden: Opleidingsschool: twee bezoeken.", "effort_third"),
        ("Aanpak: Elke week een evaluatie: hoe ging het?", "approach"),
        ("Beginsituatie/doelstelling: Nieuw. Doel: rust.", "start_goal"),
    ],
)
def test_label_word_within_a_text_stays_text(value: str, key: str) -> None:
    assert _section(f"# Juf Joke\n{value}")[key] == value.partition(": ")[2]


def test_start_and_goal_that_are_one_stay_whole() -> None:
    plan = read(made("# Juf Joke\nBeginsituatie en doel: Nieuw. Doel: rust."))

    assert plan.sections[0].goals[0].texts == {"start_goal": "Nieuw. Doel: rust."}


def test_start_and_goal_that_are_one_stay_whole_over_two_lines() -> None:
    plan = read(made("# Juf Joke\nBeginsituatie/doel: Nieuw.\nDoel: rust.\nAanpak: oefenen."))

    assert plan.sections[0].goals[0].texts == {
        "start_goal": "Nieuw.\n\nDoel: rust.",
        "approach": "oefenen.",
    }


def test_start_and_goal_that_are_two_stay_apart() -> None:
    plan = read(made("# Juf Joke\nBeginsituatie: Nieuw. Doel: rust."))

    assert plan.sections[0].goals[0].texts == {"start": "Nieuw.", "goal": "rust."}


def test_second_goal_of_a_person_is_a_second_goal_of_one_part() -> None:
    plan = read(made("# Juf Joke\nDoel 1: Rust.\nAanpak: a.\nDoel 2: Ruimte.\nAanpak: b."))

    assert [goal.texts["goal"] for goal in plan.sections[0].goals] == ["Rust.", "Ruimte."]
    assert len(plan.sections) == 1


def test_name_merged_over_two_rows_has_two_goals() -> None:
    text = "# Leraren\n| Wie | Doel | Aanpak |\n| Joke | Rust | a |\n| ^^ | Ruimte | b |"
    plan = read(made(text))

    assert [goal.texts["goal"] for goal in plan.sections[0].goals] == ["Rust", "Ruimte"]


def test_header_of_two_rows_is_read_as_one() -> None:
    text = (
        "# Leraren\n| Naam | Doel | Aanpak | Inzet | << | << |\n"
        "| ^^ | ^^ | ^^ | leraar | IB'er | derden |\n"
        "| Joke | Rust | Oefenen | 1 uur | 2 uur | geen |"
    )

    assert _section(text) == {
        "kind": "teacher", "subject": "Joke", "start_goal": "Rust", "approach": "Oefenen",
        "effort_subject": "1 uur", "effort_coordinator": "2 uur", "effort_third": "geen",
    }  # fmt: skip


@pytest.mark.parametrize("first", ["| Inzet | leraar |", "| Inzet |\n| leraar |"])
def test_word_over_several_labels_belongs_to_each(first: str) -> None:
    beside = "| ^^ " if first.count("|") == 3 else ""
    wide = ("<< | ", "") if beside else ("", "")
    text = (
        f"# Juf Joke\n| Aanpak | {wide[0]}Oefenen |\n{first} 1 uur |\n"
        f"{beside}| IB'er | 2 uur |\n{beside}| derden | geen |\n| Evaluatie | {wide[0]}Mei |"
    )

    assert _section(text) == {
        "kind": "teacher", "subject": "Juf Joke", "approach": "Oefenen", "evaluation": "Mei",
        "effort_subject": "1 uur", "effort_coordinator": "2 uur", "effort_third": "geen",
    }  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        "Inzet: leraar: 1 uur; IB'er: 2 uur; derden: geen",
        "**Inzet**\n- leraar: 1 uur\n- IB'er: 2 uur\n- derden: geen",
        "Inzet:\\nleraar: 1 uur\\nIB'er: 2 uur\\nderden: geen",
    ],
)
def test_efforts_are_told_apart_under_one_word(lines: str) -> None:
    assert _section(f"# Juf Joke\nAanpak: Oefenen\n{lines}\nEvaluatie: Mei") == {
        "kind": "teacher", "subject": "Juf Joke", "approach": "Oefenen", "evaluation": "Mei",
        "effort_subject": "1 uur", "effort_coordinator": "2 uur", "effort_third": "geen",
    }  # fmt: skip


def test_who_puts_in_what_is_only_a_word_elsewhere() -> None:
    assert _section("# Juf Joke\nAanpak: leraar: kijkt; derden: luisteren")["approach"] == (
        "leraar: kijkt; derden: luisteren"
    )


def test_label_over_two_columns_has_the_texts_of_both() -> None:
    text = (
        "# Leraren\n| Naam | Doel | Evaluatie | << | Inzet leraar |\n"
        "| ^^ | ^^ | hoe | wanneer | ^^ |\n| Joke | Rust | gesprek | mei | 1 uur |"
    )

    assert _section(text) == {
        "kind": "teacher", "subject": "Joke", "start_goal": "Rust", "effort_subject": "1 uur",
        "evaluation": "gesprek\nmei",
    }  # fmt: skip


def test_table_of_people_among_the_goals_is_one_of_people() -> None:
    text = (
        "# Algemene doelen\n**Doel** Lezen\nAanpak: a\n**WIE DOET WAT**\n"
        "| Naam | Doel | Ondersteuning | Delen met |\n| Joke | Rust | Anna | Team |"
    )

    assert _goal(text) == {"goal": "Lezen", "approach": "a"}
    assert _section(text)["subject"] == "Joke"


def test_bouw_of_several_leraren_is_a_heading_over_their_parts() -> None:
    text = (
        "# Leerkrachten onderbouw\n## Joke\nAanpak: a\n# Leerkrachten bovenbouw\n## Anna\nAanpak: b"
    )

    assert [each["subject"] for each in _read(text)["sections"]] == ["Joke", "Anna"]


def test_goal_that_only_its_heading_began_goes_on_at_its_labels() -> None:
    text = "# Juf Joke\nDoel: a\nAanpak: b\n**Doel 2**\nBeginsituatie: c\nDoel: d\nAanpak: e"
    goals = read(made(text)).sections[0].goals

    assert [goal.texts for goal in goals] == [
        {"goal": "a", "approach": "b"},
        {"goal": "d", "start": "c", "approach": "e"},
    ]


def test_name_in_bold_before_its_labels_begins_another_part() -> None:
    text = "# Leraren\n**Leraar J.** Doel: a Aanpak: b\n**Leraar K.** Doel: c Aanpak: d"

    assert [each["subject"] for each in _read(text)["sections"]] == ["Leraar J.", "Leraar K."]
    assert _section(text, 1)["approach"] == "d"


def test_item_with_items_of_its_own_may_be_a_label() -> None:
    text = "# Juf Joke\n- Doel\n-- rust\n- Aanpak\n-- oefenen\n-- kijken\n- Evaluatie\n-- mei"

    assert _section(text) == {
        "kind": "teacher", "subject": "Juf Joke", "start_goal": "rust", "evaluation": "mei",
        "approach": "oefenen\nkijken",
    }  # fmt: skip


def test_part_merged_down_beside_the_labels_is_a_heading() -> None:
    text = (
        "# Doelen\n| Algemene doelen | Doel | a |\n| ^^ | Aanpak | b |\n| ^^ | Evaluatie | mei |\n"
        "| Schoolteam | Doel | c |\n| ^^ | Aanpak | d |\n| ^^ | Evaluatie | juni |"
    )

    assert [each["goal"] for each in _read(text)["general"]] == ["a"]
    assert [each["goal"] for each in _read(text)["team"]] == ["c"]


@pytest.mark.parametrize("line", ["Inzet derden: –", "**Inzet derden** –"])
def test_dash_for_a_text_is_that_text(line: str) -> None:
    assert _section(f"# Juf Joke\n{line}\nEvaluatie: mei")["effort_third"] == "–"


def test_line_of_signs_is_no_text() -> None:
    assert _section("# Juf Joke\nAanpak: a\n* * *\n__________\nEvaluatie: mei")["approach"] == "a"


def test_columns_that_are_two_goals_belong_to_the_name_above_the_table() -> None:
    text = "# Juf Joke\n|  | Doel 1 | Doel 2 |\n| Doel | Rust | Ruimte |\n| Aanpak | a | b |"
    plan = read(made(text))

    assert [each.subject for each in plan.sections] == ["Juf Joke"]
    assert [goal.texts["goal"] for goal in plan.sections[0].goals] == ["Rust", "Ruimte"]


def test_last_cell_of_a_row_is_a_text_even_where_it_could_be_a_label() -> None:
    text = (
        "# Juf Joke\nAanpak: a\n# Planning\n| Maand | Activiteit |\n| mei | evaluatie in het team |"
    )

    assert "evaluatie in het team" in " ".join(_read(text)["unplaced"])


def test_text_after_a_table_is_no_part_of_its_last_cell() -> None:
    data = _read("# Juf Joke\n| Aanpak | a |\n| Inzet derden | geen |\nLoop gerust binnen.")

    assert data["sections"][0]["effort_third"] == "geen"
    assert data["unplaced"] == ["Loop gerust binnen."]


def test_question_whose_verb_is_in_two_pieces_is_a_label() -> None:
    table = "| Doel | Rust |\n| Wie voert het uit? | Groep 4 en 7 |\n| Evaluatie | mei |"

    assert _goal(f"# Algemene doelen\n{table}")["execution_by"] == "Groep 4 en 7"


def test_cover_that_is_a_table_names_the_school_beside_the_plan() -> None:
    cover = "| Daltonschool De Zon | Begeleidingsplan |\n| Schooljaar | 2026-2027 |"

    data = _read(f"{cover}\n| Versie | concept 2 |\n# Principes\n- Samen.")

    assert (data["school"], data["year"]) == ("Daltonschool De Zon", "2026-2027")
    assert data["unplaced"] == ["Versie: concept 2"]


def test_row_of_two_texts_further_on_is_no_cover() -> None:
    table = "| Doel | Rust |\n| Basisschool De Maan | Begeleidingsplan |\n| Evaluatie | mei |"

    data = _read(f"# Algemene doelen\n{table}")

    assert data["school"] is None
    assert data["unplaced"] == ["Basisschool De Maan: Begeleidingsplan"]


def test_what_comes_after_etc_is_no_part_of_the_plan() -> None:
    data = _read("# Juf Joke\nAanpak: a\nEtc.\nGroeten, Ank")

    assert len(data["sections"]) == 1
    assert data["unplaced"] == ["Etc.", "Groeten, Ank"]


def test_name_to_the_left_of_the_labels_begins_a_part() -> None:
    text = (
        "# Leraren\n| Leraar J. | Doel | Rust |\n| ^^ | Aanpak | Oefenen |\n"
        "| Leraar K. | Doel | Ruimte |\n| ^^ | Aanpak | Kijken |"
    )

    assert [each["subject"] for each in _read(text)["sections"]] == ["Leraar J.", "Leraar K."]
    assert _section(text, 1)["approach"] == "Kijken"


def test_line_of_a_typed_table_of_contents_opens_nothing() -> None:
    text = "# Inhoud\nLeraar J.\\t3\n# Leraar J.\nAanpak: oefenen."

    assert len(_read(text)["sections"]) == 1
    assert _read(text)["unplaced"] == ["Inhoud", "Leraar J. 3"]


def test_general_goal_without_a_label_is_the_line_above_its_labels() -> None:
    text = "# Algemene doelen\n1. EDI invoeren.\nAanpak: a. Evaluatie: b.\n2. Lezen.\nAanpak: c."

    assert _goal(text, 0) == {"goal": "EDI invoeren.", "approach": "a.", "evaluation": "b."}
    assert _goal(text, 1) == {"goal": "Lezen.", "approach": "c."}


def test_answer_that_is_also_a_heading_stays_an_answer() -> None:
    text = "# Juf Joke\nDelen met\nHet team\nOndersteuning\nLeraar van groep 4\nEvaluatie\nMei"

    assert _section(text) == {
        "kind": "teacher", "subject": "Juf Joke", "support": "Leraar van groep 4",
        "evaluation": "Mei", "share_with": "Het team",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "kind", "subject"),
    [
        ("LERAAR J.", "teacher", "Leraar J."),
        ("4.2 Leerkracht groep 3: Anna", "teacher", "Leerkracht groep 3: Anna"),
        ("Jan en Els (groep 5/6)", "teacher", "Jan en Els (groep 5/6)"),
        ("Leerkracht: Wouter Veenstra", "teacher", "Wouter Veenstra"),
        ("Leraar: J.", "teacher", "Leraar J."),
        ("LEERTEAM X", "learning_team", "Leerteam X"),
        ("Rekenwerkgroep", "learning_team", "Rekenwerkgroep"),
        ("Bovenbouw", "learning_team", "Bovenbouw"),
        ("INTERN BEGELEIDER", "coordinator", "Intern begeleider"),
        ("Ontwikkeling IB'er", "coordinator", "Ontwikkeling IB'er"),
        ("Ouderbetrokkenheid en zorg", "other", "Ouderbetrokkenheid en zorg"),
    ],
)
def test_heading_tells_whose_part_it_is(heading: str, kind: str, subject: str) -> None:
    section = _section(f"# {heading}\nBeginsituatie/doelstelling: iets.")

    assert (section["kind"], section["subject"]) == (kind, subject)


@pytest.mark.parametrize(
    ("lines", "school", "year"),
    [
        ("T Begeleidingsplan\nS Basisschool De Eik, schooljaar 2026-2027",
         "Basisschool De Eik", 2026),
        ("T Begeleidingsplan OBS Het Kompas 2026/2027", "OBS Het Kompas", 2026),
        ("**BEGELEIDINGSPLAN DALTONSCHOOL DE STER**\nschooljaar ’27–’28",
         "Daltonschool De Ster", 2027),
        ("T Begeleidingsplan\n| School | CBS De Ark |\n| Schooljaar | 2026-27 |",
         "CBS De Ark", 2026),
        ("T Begeleidingsplan\nDe Vlieger\n2026 / '27", "De Vlieger", 2026),
        ("T Begeleidingsplan\nSchool: De Boog\nJaar: 2026 – 2027", "De Boog", 2026),
        ("T Begeleidingsplan\n**R.K. BASISSCHOOL ST. JOZEF**", "R.K. Basisschool St. Jozef", None),
        ("T Begeleidingsplan OBS De Es\nVan augustus 2026 tot en met juli 2027.", "OBS De Es", 2026),
        ("T Begeleidingsplan\nde Veldhoek", "de Veldhoek", None),
        ("T Begeleidingsplan", None, None),
        ("T Begeleidingsplan 2024-2026", None, None),
    ],
)  # fmt: skip
def test_school_and_year_are_found_in_any_notation(
    lines: str, school: str | None, year: int | None
) -> None:
    data = _read(lines + "\n# Principes\n- Samen.")

    assert data["school"] == school
    assert data["year"] == (f"{year}-{year + 1}" if year else None)


def test_paragraph_of_principles_splits_into_sentences_and_an_item_does_not() -> None:
    assert _read("# Principes\nHulp vragen mag, bijv. bij o.a. J. Jansen. Dat helpt.")[
        "principles"
    ] == ["Hulp vragen mag, bijv. bij o.a. J. Jansen.", "Dat helpt."]
    assert _read("# Principes\n- Wees open. Altijd.\n2. Wees trouw.")["principles"] == [
        "Wees open. Altijd.",
        "Wees trouw.",
    ]


def test_part_of_the_schools_own_kind_takes_free_text() -> None:
    text = "# Leraar J.\nAanpak: a.\n# Vertrouwenspersoon\nZij is er op maandag."

    assert _section(text, 1) == {
        "kind": "other",
        "subject": "Vertrouwenspersoon",
        "start_goal": "Zij is er op maandag.",
    }


def test_what_has_no_place_is_listed_with_its_surroundings() -> None:
    text = "# Leraar J.\nAanpak: a.\n| Groep | 5 |\n| Doel | Rust. |\n# Leraar K.\nDoel: b."
    plan = read(made(text))

    assert [each.text for each in plan.unplaced] == ["Groep: 5"]
    assert plan.unplaced[0].heading == "Leraar J."


def test_unplaced_text_of_a_table_is_listed_with_its_label_between_its_neighbours() -> None:
    plan = read(made("# Juf Joke\n====\n| Doel | Rust |\n| Klimaat | Koel |\n| Evaluatie | mei |"))

    assert [(each.text, each.before, each.after) for each in plan.unplaced] == [
        ("Klimaat: Koel", "Klimaat", "Evaluatie")
    ]


def test_list_bold_and_link_of_a_text_are_kept_and_the_dress_of_a_cell_is_not() -> None:
    text = (
        "# Leraar J.\n| Aanpak | Twee **grote** stappen:\\p- kijken\\p-- goed\\p- doen |\n"
        "| Doel | **Rust.** |"
    )
    plan: ReadPlan = read(made(text))

    assert plan.sections[0].goals[0].texts == {
        "approach": "Twee **grote** stappen:\n\n- kijken\n  - goed\n- doen",
        "goal": "Rust.",
    }


def test_labels_that_a_school_chose_are_known() -> None:
    changes = Changes(
        labels={("teacher", "approach"): "Zo doen we dat"},
        hidden=frozenset(),
        own=(OwnKind("zorg", "Zorgteam", (OwnField("afspraak", "Afspraak"),)),),
    )
    data = made("# Leraar J.\nZo doen we dat: samen.\n# Zorgteam\nAfspraak: elke week.")
    plan = read(data, format_for(changes))

    assert plan.sections[0].goals[0].texts == {"approach": "samen."}
    assert (plan.sections[1].kind, plan.sections[1].goals[0].texts) == (
        "zorg",
        {"afspraak": "elke week."},
    )
