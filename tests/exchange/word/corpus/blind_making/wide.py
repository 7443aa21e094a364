"""Blind set, one wide table with a row for each person and the labels in its header."""

from typing import Any

from .kit import BULLETS, NUMBERS, Made, Writer, Xml, expected, goal, package, section, word
from .running import labelled

GENERAL = {
    "goal": "Doel",
    "approach": "Aanpak",
    "execution_by": "Uitvoering door",
    "effort_coordinator": "Inzet IB'er",
    "evaluation": "Evaluatie",
}


def wide(w: Writer, items: list[dict[str, str]], labels: dict[str, str], **look: Any) -> Xml:
    return w.table(
        len(labels),
        w.row(*(w.cell(x, bold=True, **look) for x in labels.values()), header=True),
        *(w.row(*(item.get(key, "") for key in labels)) for item in items),
    )


def b13_wilgenhof() -> Made:
    """Landscape; two goals of one person under a name merged down; general goals wide as well."""
    w = Writer()
    principles = [
        "Wij werken handelingsgericht.",
        "Wij zijn zuinig op elkaars tijd.",
        "Ieder draagt bij naar vermogen.",
    ]
    general = [
        goal(
            "De zorgstructuur is voor iedereen helder.",
            "Stroomschema, uitleg per bouw.",
            "IB'er en bouwcoördinatoren",
            "maakt het schema",
            "november, quiz in het team",
        ),
        goal(
            "Groep 5 en 6 verbeteren bij studievaardigheden.",
            "Blits vervangen door lessen binnen wereldoriëntatie.",
            "leerkrachten 5 en 6",
            "twee consulten",
            "toets in juni",
        ),
    ]
    team = [
        goal(
            "Wij geven klassikaal minder en in groepjes meer instructie.",
            "Boekje lezen, bij elkaar kijken.",
            "hele team",
            "regelt vervanging",
            "kijkwijzer, twee keer",
        )
    ]
    sections = [
        section(
            "teacher",
            "Linda Bouwman",
            "Werkt met een nieuw rapport.",
            "Heldere rapportgesprekken.",
            "Gespreksformulier proberen.",
            "Directeur",
            "Na rapport 1",
            "Team",
            "Twee uur",
            "Eén uur",
            "-",
        ),
        section(
            "teacher",
            "Linda Bouwman",
            "Drukke achterste rij.",
            "Rust achterin.",
            "Nieuwe opstelling, plattegrond per week.",
            "Groep 7-collega",
            "December",
            "Niet delen",
            "Plattegronden",
            "Observatie",
            "-",
        ),
        section(
            "teacher",
            "Rashid Amrani",
            "Vakdocent muziek, ziet elke groep één keer.",
            "Namen kennen voor de herfst.",
            "Foto's op de leerlingenlijst.",
            "Administratie",
            "Oktober",
            "Team",
            "Leert",
            "-",
            "Muziekschool",
        ),
        section(
            "learning_team",
            "Leerteam Gedrag",
            "Veel ruzie op het plein.",
            "Halvering van de meldingen.",
            "Pleinspelen, mediatoren opleiden.",
            "Gedragsspecialist",
            "Meldingen per maand",
            "Team en ouders",
            "Zes keer",
            "Twee keer",
            "Sportservice",
        ),
    ]
    labels = {
        "subject": "Naam",
        "start": "Beginsituatie",
        "aim": "Doel",
        "approach": "Aanpak",
        "support": "Ondersteuning",
        "evaluation": "Evaluatie",
        "share_with": "Delen met",
        "effort_subject": "Inzet leerkracht",
        "effort_coordinator": "Inzet IB'er",
        "effort_third": "Inzet externen",
    }
    rows = [w.row(*(w.cell(x, bold=True) for x in labels.values()), header=True)]
    for at, item in enumerate(sections):
        cells = [item[key] for key in labels]
        if at == 0:
            cells[0] = w.cell(cells[0], merge="start")
        if at == 1:
            cells[0] = w.cell(merge="on")
        rows.append(w.row(*cells))
    body = [
        w.p("Begeleidingsplan obs De Wilgenhof", style="Titel"),
        w.p("Schooljaar: 2026-2027"),
        w.p("Principes", style="Kop1"),
        *(w.p(x, num=(NUMBERS, 0)) for x in principles),
        w.p("Algemene doelen", style="Kop1"),
        wide(w, general, GENERAL),
        w.p("Schoolteam", style="Kop1"),
        wide(w, team, GENERAL),
        w.p("Begeleiding per persoon", style="Kop1"),
        w.table(10, *rows),
    ]
    return (
        package(w, *body, footer="Begeleidingsplan De Wilgenhof"),
        expected("obs De Wilgenhof", "2026-2027", principles, general, team, sections),
    )


def b14_noorderlicht() -> Made:
    """A header of two rows: Inzet over three columns, the others merged down; a group column."""
    w = Writer()
    principles = [
        "Begeleiding vertrekt vanuit de vraag van de leraar.",
        "Wij doen wat bewezen werkt, en passen dat aan onze school aan.",
    ]
    general = [
        goal(
            "Schrijfonderwijs krijgt een vaste plek op het rooster.",
            "Leerlijn stellen per jaargroep uitwerken.",
            "taalwerkgroep",
            "leest mee",
            "schrijfmap per leerling in mei",
        )
    ]
    sections = [
        section(
            "teacher",
            "Eva van Dijk",
            "Startbekwaam, eerste eigen groep.",
            "",
            "Klassenmanagement, starten en stoppen.",
            "Coach van het bestuur",
            "Lesbezoek 5 okt. en 18 jan.",
            "Coach",
            "Reflectie",
            "Zes bezoeken",
            "Coach: 10 uur",
        ),
        section(
            "teacher",
            "Thomas 't Lam",
            "Kinderen wisselen te veel van plek tijdens de les.",
            "",
            "Vaste looproutes.",
            "Gymleraar",
            "Kerst",
            "Bouw",
            "Oefenen",
            "Eén bezoek",
            "",
        ),
        section(
            "teacher",
            "Greetje en Sofie",
            "Duo in groep 6, allebei nieuw.",
            "",
            "Taken verdelen op papier.",
            "Elkaar",
            "Elke vakantie",
            "IB",
            "Overleg",
            "Eén gesprek",
            "",
        ),
    ]
    groups = ["groep 5", "groep 7", "groep 6"]
    top = ["Naam", "Groep", "Beginsituatie/doelstelling", "Aanpak", "Ondersteuning", "Evaluatie",
           "Delen opbrengst met"]  # fmt: skip
    keys = ["start", "approach", "support", "evaluation", "share_with", "effort_subject",
            "effort_coordinator", "effort_third"]  # fmt: skip
    rows = [
        w.row(
            *(w.cell(x, merge="start", bold=True) for x in top),
            w.cell("Inzet", span=3, bold=True),
            header=True,
        ),
        w.row(
            *(w.cell(merge="on") for _ in top),
            *(w.cell(x, bold=True) for x in ("leraar", "IB", "derden")),
            header=True,
        ),
    ]
    for item, group in zip(sections, groups, strict=True):
        rows.append(w.row(item["subject"], group, *(item[key] for key in keys)))
    body = [
        w.p("Schooljaar 2026-2027"),
        w.p("BEGELEIDINGSPLAN", base="<w:b/>"),
        w.p("basisschool Noorderlicht", base="<w:b/>"),
        w.p("Uitgangspunten en principes", style="Kop1"),
        w.p(" ".join(principles)),
        w.p("Algemene doelen", style="Kop1"),
        w.p(f"**Doel:** {general[0]['goal']}"),
        w.p(
            labelled(
                general[0],
                {
                    "approach": "Aanpak",
                    "execution_by": "Uitvoering door",
                    "effort_coordinator": "Inzet IB",
                    "evaluation": "Evaluatie",
                },
                "**",
                between=". ",
            ).replace("..", ".")
        ),
        w.p("Leraren", style="Kop1"),
        w.table(10, *rows),
        w.p("Etc."),
    ]
    seen = dict(general[0])
    for key in ("execution_by", "effort_coordinator"):
        seen[key] += "."
    return (
        package(w, *body),
        expected(
            "basisschool Noorderlicht",
            "2026-2027",
            principles,
            [seen],
            [],
            sections,
            ["groep 5", "groep 7", "groep 6", "Etc."],
        ),
    )


def b15_beekdal() -> Made:
    """Everything in one wide table after another, header shaded, empty cells dashed, links."""
    w = Writer()
    principles = [
        "Elk mens leert het liefst van een ander mens.",
        "Geen begeleiding zonder vraag.",
        "Vooruitgang mag klein zijn.",
    ]
    general = [
        goal(
            "Nieuwe methode aanvankelijk lezen implementeren.",
            "Scholing door de uitgever ({@programma|https://example.org/lezen}).",
            "groep 3",
            "Sluit aan bij scholing",
            "Kerst en zomer",
        ),
        goal(
            "Meer kinderen gaan met plezier naar school.",
            "Vragenlijst en klassengesprek.",
            "elke groep",
            "–",
            "Lijst opnieuw in april",
        ),
    ]
    team = [
        goal(
            "Werkdruk bespreekbaar maken.",
            "Barometer in de koffiehoek.",
            "personeelsvereniging",
            "–",
            "elke maand",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leerkracht Monique van Rijn-de Vries",
            "Heeft moeite met de nieuwe administratie.",
            "",
            "Spiekbrief, samen oefenen.",
            "Administratief medewerker",
            "Herfst",
            "Niemand",
            "Een uur",
            "Een uur",
            "–",
        ),
        section(
            "teacher",
            "Leerkracht Jan-Willem Kok",
            "Wil doorgroeien naar schoolleider.",
            "",
            "Neemt het project tuin op zich.",
            "Directeur",
            "Tussentijds in februari",
            "Directeur",
            "Projectplan",
            "Sparren",
            "Oriëntatietraject bestuur",
        ),
        section(
            "coordinator",
            "IB’er",
            "Wil beter leren luisteren zonder oplossing.",
            "",
            "Training luisteren, opname terugkijken.",
            "Collega-IB’er van De Zwaan",
            "Mei, in het team",
            "Team",
            "",
            "Acht uur",
            "Trainer",
        ),
        section(
            "other",
            "Stagiairs",
            "Vier stagiairs van de pabo.",
            "",
            "Welkomstmiddag.",
            "Mentoren",
            "Einde stage",
            "Opleiding",
            "",
            "Lesbezoek",
            "Pabo",
        ),
    ]
    labels = {
        "subject": "Wie",
        "start": "Begin situatie / doel",
        "approach": "Aanpak",
        "support": "Ondersteuning door",
        "evaluation": "Evaluatie",
        "share_with": "Delen met",
        "effort_subject": "Inzet leerkracht zelf",
        "effort_coordinator": "Inzet IB",
        "effort_third": "Inzet extern",
    }
    general_labels = {
        "goal": "Doel",
        "approach": "Aanpak",
        "execution_by": "Door wie",
        "effort_coordinator": "Inzet IB",
        "evaluation": "Evaluatie (hoe/wanneer)",
    }
    body = [
        w.p("Begeleidingsplan 2026/27", style="Title"),
        w.p("Samenwerkingsschool Beekdal – locatie Dorpsstraat"),
        w.p("Principes", style="Heading2"),
        *(w.p(x, style="ListBullet") for x in principles),
        w.p("Algemene doelen", style="Heading2"),
        wide(w, general, general_labels, shade="DDDDDD"),
        w.p("Schoolteam", style="Heading2"),
        wide(w, team, general_labels, shade="DDDDDD"),
        w.p("Individueel", style="Heading2"),
        wide(w, sections, labels, shade="DDDDDD"),
    ]
    # python-docx's package has no room for our links: this one stays a bookmark in the text.
    body = [Xml(x.replace('r:id="rIdLink1"', 'w:anchor="lezen"')) for x in body]
    return (
        word(w, *body),
        expected(
            "Samenwerkingsschool Beekdal",
            "2026-2027",
            principles,
            general,
            team,
            sections,
            ["locatie Dorpsstraat"],
        ),
    )


def b16_horizon() -> Made:
    """Google Docs: the header in capitals, names over two lines, lists in cells, the row repeated."""
    w = Writer('<w:rFonts w:ascii="Roboto" w:hAnsi="Roboto"/><w:rtl w:val="0"/>')
    principles = [
        "We denken in mogelijkheden.",
        "De tijd van de IB'er is van het hele team.",
        "Wat persoonlijk is, blijft persoonlijk.",
    ]
    general = [
        goal(
            "De zaakvakken worden thematisch aangeboden.",
            "Vier thema's, één vaste opbouw.",
            "bovenbouwteam",
            "denkt mee over differentiatie",
            "na elk thema",
        )
    ]
    sections = [
        section(
            "teacher",
            "Sanne Bakker\nFleur de Wit",
            "Starten samen in een combinatiegroep 1/2/3.",
            "Eén gezamenlijke dagplanning.",
            "Bezoek aan De Springplank\nDagplanning ontwerpen\nNa zes weken bijstellen",
            "De Springplank",
            "Herfst en voorjaar",
            "Onderbouw",
            "Anderhalf uur per week",
            "Ochtend meedraaien",
            "Geen",
        ),
        section(
            "teacher",
            "Mo Bensaïd",
            "Weet veel van programmeren, deelt het weinig.",
            "Geeft drie lessen in andere groepen.",
            "Ruilen van groep",
            "ICT-coach",
            "Na elke les een smiley",
            "Iedereen",
            "Drie lessen",
            "Roostert",
            "Geen",
        ),
        section(
            "teacher",
            "Corrie van der Wal",
            "Gaat over twee jaar met pensioen.",
            "Draagt het kerstspel over.",
            "Draaiboek maken",
            "Mo",
            "Januari",
            "Kerstcommissie",
            "Draaiboek",
            "Geen",
            "Geen",
        ),
    ]
    labels = {
        "subject": "LERAAR",
        "start": "BEGINSITUATIE",
        "aim": "DOELSTELLING",
        "approach": "AANPAK",
        "support": "ONDERSTEUNING",
        "evaluation": "EVALUATIE",
        "share_with": "DELEN OPBRENGST MET",
        "effort_subject": "INZET LERAAR",
        "effort_coordinator": "INZET INTERN BEGELEIDER",
        "effort_third": "INZET DERDEN",
    }
    head = w.row(*(w.cell(x, bold=True) for x in labels.values()))

    def filled(text: str) -> Xml:
        lines = text.split("\n")
        if len(lines) == 3:
            return w.cell(*(w.p(x, num=(BULLETS, 0)) for x in lines))
        return w.cell(*lines)

    rows = [w.row(*(filled(item[key]) for key in labels)) for item in sections]
    body = [
        w.p("BEGELEIDINGSPLAN 2026-2027", base='<w:b w:val="1"/>'),
        w.p("KINDCENTRUM DE HORIZON", base='<w:b w:val="1"/>'),
        w.p("UITGANGSPUNTEN EN PRINCIPES", base='<w:b w:val="1"/>'),
        *(w.p(f"{at}. {x}") for at, x in enumerate(principles, 1)),
        w.p("ALGEMENE DOELEN", base='<w:b w:val="1"/>'),
        w.p(general[0]["goal"], base='<w:b w:val="1"/>'),
        *(w.p(f"{label}: {general[0][key]}") for key, label in GENERAL.items() if key != "goal"),
        w.p("LERAREN", base='<w:b w:val="1"/>'),
        w.table(10, head, rows[0], rows[1], head, rows[2]),
        w.p("ETC."),
    ]
    return (
        package(w, *body, normal="Normal"),
        expected(
            "Kindcentrum De Horizon", "2026-2027", principles, general, [], sections, ["ETC."]
        ),
    )


def b17_zeester() -> Made:
    """A chapter over chapters, one column for leraar and leerteam alike, a dash for nothing."""
    w = Writer()
    principles = [
        "Begeleiding maakt ons vak mooier.",
        "We zijn er voor elkaars groep.",
    ]
    general = [
        goal(
            "We hebben in april een visie op huiswerk.",
            "Ouderavond, leerlingenquête, besluit.",
            "werkgroep huiswerk",
            "notuleert",
            "besluit in de MR",
        )
    ]
    team = [
        goal(
            "Invallers kunnen direct aan de slag.",
            "Groepsmap op één A4.",
            "alle groepen",
            "controleert in augustus",
            "vraag het invallers",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leraar A. Postma",
            "Veel absentie bij drie leerlingen; ik bel te laat.",
            "",
            "Belafspraak voor 9.00 uur.",
            "Leerplichtambtenaar",
            "Verzuimcijfers per kwartaal",
            "Directie",
            "Belt",
            "Gesprekken bijwonen",
            "Leerplicht",
        ),
        section(
            "teacher",
            "Leraar B. Rietveld",
            "Nieuw rekenblok met breuken vind ik zelf lastig.",
            "",
            "Vakinhoud opfrissen met de rekencoach.",
            "Rekencoach",
            "Proeftoets voor mezelf",
            "Niet delen",
            "Twee avonden",
            "–",
            "–",
        ),
        section(
            "learning_team",
            "Leerteam Spel",
            "Buitenspel wordt niet benut.",
            "",
            "Losse materialen halen.",
            "Speelnatuur",
            "Foto's",
            "Ouders",
            "Vier middagen",
            "–",
            "Speelnatuur: advies",
        ),
    ]
    first = {
        "subject": "Leraar / leerteam",
        "start": "Beginsituatie/doelstelling",
        "approach": "Aanpak",
        "support": "Ondersteuning",
        "evaluation": "Evaluatie",
        "share_with": "Delen opbrengst met",
        "effort_subject": "Inzet leraar/leerteamleden",
        "effort_coordinator": "Inzet intern begeleider",
        "effort_third": "Inzet derden",
    }
    body = [
        w.p("Katholieke Basisschool De Zeester", base='<w:sz w:val="40"/>'),
        w.p("Begeleidingsplan voor het schooljaar 2026–2027", base='<w:sz w:val="40"/>'),
        w.p("Uitgangspunten", style="Kop2"),
        *(w.p(f"– {x}") for x in principles),
        w.p("Algemene doelen en schoolteam", style="Kop2"),
        w.p("Algemene doelen", style="Kop3"),
        wide(w, general, GENERAL),
        w.p("Schoolteam", style="Kop3"),
        wide(w, team, GENERAL),
        w.p("Leraren en leerteams", style="Kop2"),
        wide(w, sections, first),
    ]
    return (
        package(w, *body, header="concept 2 – niet verspreiden"),
        expected(
            "Katholieke Basisschool De Zeester", "2026-2027", principles, general, team, sections
        ),
    )


DOCUMENTS = [b13_wilgenhof, b14_noorderlicht, b15_beekdal, b16_horizon, b17_zeester]
