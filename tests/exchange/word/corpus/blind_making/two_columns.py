"""Blind set, a table of two columns for each person, as schools really draw them."""

from typing import Any

from .kit import BULLETS, Made, Writer, Xml, expected, goal, package, section, word

GENERAL = {
    "approach": "Aanpak",
    "execution_by": "Uitvoering door",
    "effort_coordinator": "Inzet IB'er",
    "evaluation": "Evaluatie",
}


def pairs(w: Writer, item: dict[str, str], labels: dict[str, str], **look: Any) -> list[Xml]:
    """One row for each label; an absent text leaves its cell empty."""
    return [
        w.row(w.cell(label, **look), w.cell(item.get(key, ""))) for key, label in labels.items()
    ]


def b07_palet() -> Made:
    """'Inzet' merged down over three rows, a shaded name row, lists in cells."""
    w = Writer()
    principles = [
        "Ontwikkeling van het kind staat centraal.",
        "We gebruiken elkaars kwaliteiten.",
        "We plannen begeleiding aan het begin van het jaar.",
    ]
    general = [
        goal(
            "We werken met groepsoverzichten in plaats van groepsplannen.",
            "Format kiezen, twee vakken proberen, in maart besluiten.",
            "alle leerkrachten",
            "maakt twee voorbeelden",
            "teamoverleg 23 maart 2027",
        )
    ]
    team = [
        goal(
            "We spreken elkaar aan op de gang en niet over elkaar in de personeelskamer.",
            "Workshop feedback door een acteur.",
            "hele team",
            "regelt de workshop",
            "meting met stoplichtkaartjes in mei",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leerkracht: Wouter Veenstra",
            "Groep 7 scoort bij begrijpend luisteren onder het gemiddelde.",
            "Wouter leest vier keer per week voor en bevraagt de tekst.",
            "Voorleesrooster\nVragenwaaier gebruiken\nHardop denken voordoen",
            "Leescoördinator Ellen",
            "Januari: toets. Juni: gesprek.",
            "parallelcollega",
            "elke dag 15 minuten",
            "één voorbeeldles",
            "bibliotheek: boekenkist",
        ),
        section(
            "teacher",
            "Leerkracht: Chantal de Wilde-Smit",
            "Chantal wordt in april zwanger verwacht met verlof.",
            "Een overdracht waar de invaller direct mee verder kan.",
            "Groepsmap bijhouden\nInvaller twee dagen laten meelopen",
            "duopartner",
            "eind maart met de invaller erbij",
            "invaller en directie",
            "map op orde",
            "checkt de map",
            "",
        ),
    ]
    labels = {
        "start": "Beginsituatie",
        "aim": "Doelstelling",
        "approach": "Aanpak",
        "support": "Ondersteuning",
        "evaluation": "Evaluatie (hoe en wanneer)",
        "share_with": "Delen opbrengst met",
    }

    def content(text: str) -> Xml:
        lines = text.split("\n")
        if len(lines) == 1:
            return w.cell(text, span=2)
        return w.cell(*(w.p(x, num=(BULLETS, 0)) for x in lines), span=2)

    body = [
        w.p("Begeleidingsplan Daltonschool Het Palet 2026 / 2027", style="Titel"),
        w.p("Principes", style="Kop1"),
        *(w.p(x, num=(BULLETS, 0)) for x in principles),
    ]
    for name, items in (("Algemene doelen", general), ("Schoolteam", team)):
        body.append(w.p(name, style="Kop1"))
        for item in items:
            body.append(
                w.table(
                    2,
                    w.row(w.cell("Doel", bold=True), item["goal"]),
                    *pairs(w, item, GENERAL, bold=True),
                )
            )
            body.append(w.p(""))
    body.append(w.p("Individuele begeleiding", style="Kop1"))
    for item in sections:
        rows = [w.row(w.cell(item["subject"], span=3, shade="D9E2F3", bold=True))]
        rows += [
            w.row(w.cell(label, bold=True), content(item[key])) for key, label in labels.items()
        ]
        rows += [
            w.row(w.cell("Inzet", merge="start", bold=True), "leerkracht", item["effort_subject"]),
            w.row(w.cell(merge="on"), "IB’er", item["effort_coordinator"]),
            w.row(w.cell(merge="on"), "derden", item["effort_third"]),
        ]
        body += [w.table(3, *rows), w.p("")]
    seen = [dict(x, subject=x["subject"].removeprefix("Leerkracht: ")) for x in sections]
    return (
        package(w, *body),
        expected(
            "Daltonschool Het Palet",
            "2026-2027",
            principles,
            general,
            team,
            seen,
            alternatives={
                f"sections.{at}.subject": [item["subject"].replace(":", "")]
                for at, item in enumerate(sections)
            },
        ),
    )


def b08_meander() -> Made:
    """One endless table for everything: a row over both columns begins each part."""
    w = Writer()
    principles = [
        "Begeleiding is er voor iedereen, niet alleen voor starters.",
        "We kijken eerst naar wat werkt.",
    ]
    general = [
        goal(
            "Doorgaande lijn technisch lezen groep 3-5.",
            "Leesestafette afschaffen, ralfi-lezen invoeren in kleine groepjes.",
            "leerkrachten gr 3-5, leesouders",
            "twee begeleide intervisies",
            "DMT januari/juni",
        ),
        goal(
            "Ouders weten wat hun kind leert.",
            "Startgesprekken in week 3, portfolio in februari.",
            "alle groepen",
            "leest steekproefsgewijs mee",
            "oudertevredenheidspeiling",
        ),
    ]
    team = [
        goal(
            "Elk teamlid laat één keer iets zien waar hij trots op is.",
            "Open podium bij de start van de vergadering.",
            "rooster hangt in de teamkamer",
            "bewaakt het rooster",
            "juni: wie heeft iets gebruikt?",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leerkracht Ilse ter Horst",
            "Ilse is net begonnen in groep 1/2 na jaren bovenbouw.",
            "Zij heeft in mei een beredeneerd aanbod voor twee thema’s.",
            "Meelopen bij de buren, SLO-doelen bekijken.",
            "Ria, groep 1/2 b",
            "thema-evaluatie",
            "kleuterbouw",
            "themavoorbereiding",
            "kijkt mee naar doelen",
            "n.v.t.",
        ),
        section(
            "teacher",
            "Onderwijsassistent Nadia",
            "Nadia begeleidt groepjes, maar krijgt de opdracht vaak pas om half negen.",
            "Een weekopdracht op maandag.",
            "Formulier, vast overlegmoment.",
            "leerkrachten groep 5 en 6",
            "na zes weken",
            "leerkrachten",
            "schrijft terug wat lukte",
            "maakt het formulier",
            "n.v.t.",
        ),
        section(
            "learning_team",
            "Leerteam Rekenen",
            "Automatiseren blijft achter in groep 4 t/m 6.",
            "80% haalt het bloktempo.",
            "Tempotoets, spelletjes, ouders erbij.",
            "rekencoördinator",
            "elk blok",
            "team",
            "vijf bijeenkomsten",
            "data-analyse",
            "onderwijsadviesbureau, 1 middag",
        ),
        section(
            "coordinator",
            "Intern begeleider",
            "Veel ad-hocvragen op de gang.",
            "Vragen lopen via het plan of een collega.",
            "Bordje ‘bel me om 15.00 uur’, lijst bijhouden.",
            "directeur",
            "lijst bespreken in het team",
            "team",
            "",
            "dagelijks",
            "n.v.t.",
        ),
    ]
    labels = {
        "start": "Beginsituatie",
        "aim": "Doel",
        "approach": "Aanpak",
        "support": "Ondersteuning",
        "evaluation": "Evaluatie",
        "share_with": "Delen met",
        "effort_subject": "Inzet leerkracht",
        "effort_coordinator": "Inzet IB",
        "effort_third": "Inzet derden",
    }
    band = "BDD6EE"

    def over(text: str, shade: str = band) -> Xml:
        return w.row(w.cell(text, span=2, shade=shade, bold=True))

    rows = [
        over("BEGELEIDINGSPLAN"),
        w.row("School", "Basisschool De Meander"),
        w.row("Schooljaar", "2026-2027"),
        w.row("IB’er", "Mw. T. Kuipers"),
        over("Uitgangspunten"),
        w.row(w.cell(*(w.p(f"- {x}") for x in principles), span=2)),
        over("Algemene doelen"),
    ]
    for at, item in enumerate(general, 1):
        rows += [w.row(f"Doel {at}", item["goal"]), *pairs(w, item, GENERAL)]
    rows.append(over("Schoolteam"))
    rows += [w.row("Doel", team[0]["goal"]), *pairs(w, team[0], GENERAL)]
    for item in sections:
        mine = dict(labels)
        if item["kind"] == "coordinator":
            del mine["effort_subject"]
        if item["kind"] == "learning_team":
            mine["effort_subject"] = "Inzet leden"
        rows += [over(item["subject"], "E2EFD9"), *pairs(w, item, mine)]
    return (
        package(w, w.table(2, *rows)),
        expected(
            "Basisschool De Meander",
            "2026-2027",
            principles,
            general,
            team,
            sections,
            ["IB’er: Mw. T. Kuipers"],
        ),
    )


def b09_vuurvogel() -> Made:
    """A form: content controls round cells and texts, a question in brackets in each label."""
    w = Writer()
    principles = ["Eigenaarschap", "Openheid over onze praktijk", "Ritme: klein, vaak en samen"]
    general = [
        goal(
            "{~De leerlingenraad krijgt een stem in de schoolregels.~}",
            "{~Raad kiezen in september, eens per maand vergaderen.~}",
            "{~Leerkracht groep 7 en directeur~}",
            "{~Geen rol~}",
            "{~Raad vertelt in juni zelf wat er is veranderd.~}",
        )
    ]
    sections = [
        section(
            "teacher",
            "{~Leraar Gijs Mulder~}",
            "{~Ik verlies overzicht bij het nakijken.~}",
            "{~Nakijken gebeurt in de les, met de kinderen.~}",
            "{~Elke dag één vak laten vallen in de tas.~}",
            "{~Collega Saskia laat haar werkwijze zien~}",
            "{~Foto van mijn tas op vrijdag; gesprek 14 januari~}",
            "{~niemand, alleen de IB’er~}",
            "{~dagelijks~}",
            "{~drie gesprekken~}",
            "{~geen~}",
        ),
        section(
            "teacher",
            "{~Leraar Yvonne Prins~}",
            "{~Mijn groep telt 31 kinderen.~}",
            "{~Ik zie elk kind minstens twee keer per week in een klein groepje.~}",
            "{~Instructietafel inrichten, rooster maken.~}",
            "{~onderwijsassistent~}",
            "{~rooster na acht weken bekijken~}",
            "{~parallelgroep~}",
            "{~rooster maken~}",
            "{~helpt bij de eerste indeling~}",
            "{~geen~}",
        ),
    ]
    labels = {
        "subject": "Naam",
        "start": "Beginsituatie (waar sta ik nu?)",
        "aim": "Doelstelling (wat wil ik bereiken?)",
        "approach": "Aanpak (hoe ga ik dat doen?)",
        "support": "Ondersteuning (wie helpt mij?)",
        "evaluation": "Evaluatie (hoe en wanneer kijken we terug?)",
        "share_with": "Delen opbrengst met (wie mag het weten?)",
        "effort_subject": "Inzet leraar (wat doe ik zelf?)",
        "effort_coordinator": "Inzet intern begeleider",
        "effort_third": "Inzet derden",
    }

    def controlled(*rows: str) -> str:
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="Formulier"/></w:sdtPr><w:sdtContent>{"".join(rows)}'
            "</w:sdtContent></w:sdt>"
        )

    body = [
        controlled(
            w.p("Begeleidingsplan", style="Titel"),
            w.p("School: {~Jenaplanschool De Vuurvogel~}"),
            w.p("Schooljaar: {~2026-2027~}"),
        ),
        w.p("Principes", style="Kop1"),
        *(w.p(f"{{#F0FE#}} {x}") for x in principles),
        w.p("Algemene doelen", style="Kop1"),
        w.table(
            2,
            w.row("Doel (wat willen we bereiken?)", general[0]["goal"]),
            w.row("Aanpak (hoe?)", general[0]["approach"]),
            w.row("Uitvoering door (wie?)", general[0]["execution_by"]),
            w.row("Inzet intern begeleider", general[0]["effort_coordinator"]),
            w.row("Evaluatie (hoe en wanneer?)", general[0]["evaluation"]),
        ),
        w.p("Leraren", style="Kop1"),
    ]
    for item in sections:
        body.append(controlled(w.table(2, *pairs(w, item, labels))))
        body.append(w.p(""))
    return (
        package(w, *body),
        expected("Jenaplanschool De Vuurvogel", "2026-2027", principles, general, [], sections),
    )


def b10_schakel() -> Made:
    """Tracked rows, a table in a cell, a bullet list two deep, a footnote within a cell."""
    w = Writer()
    principles = [
        "De leraar is eigenaar van de eigen ontwikkeling.",
        "Wij zien verschillen als kans.",
        "Begeleiding eindigt met delen.",
    ]
    general = [
        goal(
            "Er is een dekkend aanbod voor leerlingen die meer aankunnen.",
            "Verrijkingsmap per bouw samenstellen.",
            "werkgroep plus",
            "lid van de werkgroep",
            "map klaar voor de meivakantie",
        )
    ]
    team = [
        goal(
            "Wij oefenen met coachende vragen.",
            "Vraag van de week op het bord.",
            "bouwen om de beurt",
            "verzint de eerste tien",
            "gesprek in de kerstlunch",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leerkracht Jolanda Vos",
            "De kring duurt te lang\nEen paar kinderen praten altijd\nVeel kinderen nooit",
            "Elk kind praat elke week in de kring.",
            "Beurtstokjes invoeren\nKring van een kwartier",
            "Kleuterspecialist{^2} kijkt mee.",
            "Turflijst in november.",
            "kleuterbouw",
            "bijhouden turflijst",
            "twee observaties",
            "{+CJG: oudercursus+}",
        ),
        section(
            "teacher",
            "Leerkracht Sami Haddad",
            "Sami geeft gym aan alle groepen.",
            "De gymles sluit aan bij het thema.",
            "Themakalender ophalen bij de bouwen.",
            "themagroep",
            "na elk thema kort mailen",
            "team",
            "past lessen aan",
            "geen",
            "",
        ),
    ]
    labels = {
        "start": "Beginsituatie:",
        "aim": "Doel:",
        "approach": "Aanpak:",
        "support": "Ondersteuning:",
        "evaluation": "Evaluatie:",
        "share_with": "Delen met:",
        "effort_subject": "Inzet leerkracht:",
        "effort_coordinator": "Inzet I.B.:",
        "effort_third": "Inzet derden:",
    }

    def lists(text: str) -> Xml:
        first, *rest = text.split("\n")
        return w.cell(w.p(first, num=(BULLETS, 0)), *(w.p(x, num=(BULLETS, 1)) for x in rest))

    body = [
        w.p("PCBS De Schakel", base="<w:b/>"),
        w.p("BEGELEIDINGSPLAN schooljaar 2026-2027", base="<w:b/>"),
        w.p("Uitgangspunten en principes", style="Kop1"),
        *(w.p(x, num=(BULLETS, 0)) for x in principles),
    ]
    for name, items in (("Algemene doelen", general), ("Schoolteam", team)):
        body.append(w.p(name, style="Kop1"))
        for item in items:
            body += [
                w.table(
                    2,
                    w.row(w.cell(item["goal"], span=2, bold=True)),
                    *pairs(w, item, GENERAL),
                ),
                w.p(""),
            ]
    for item in sections:
        rows = []
        for key, label in labels.items():
            text = item[key]
            if key == "evaluation" and item is sections[0]:
                content = w.cell(
                    text,
                    w.table(
                        2,
                        w.row("6 november", "eerste telling"),
                        w.row("27 november", "tweede telling"),
                    ),
                )
            elif "\n" in text:
                content = lists(text)
            else:
                content = w.cell(text)
            change = "ins" if "{+" in text else ""
            rows.append(w.row(w.cell(label), content, change=change))
        rows.insert(
            4,
            w.row(
                w.cell(w.p(w.runs("{-Materiaal:-}"))),
                w.cell(w.p(w.runs("{-Beurtstokjes bestellen-}"))),
                change="del",
            ),
        )
        body += [w.p(item["subject"], style="Kop1"), w.table(2, *rows), w.p("")]
    seen = [dict(x) for x in sections]
    seen[0]["evaluation"] += "\n6 november\neerste telling\n27 november\ntweede telling"
    note = "Bedoeld is de ambulant begeleider jonge kind."
    return (
        package(w, *body, footnotes={2: note}, header="PCBS De Schakel"),
        expected("PCBS De Schakel", "2026-2027", principles, general, team, seen, anywhere=[note]),
    )


def b11_klimop() -> Made:
    """Three columns when there are two goals: the labels, doel 1 and doel 2."""
    w = Writer()
    principles = [
        "Begeleiden doen we met humor.",
        "Wat je leert, geef je door.",
        "Klein beginnen, lang volhouden.",
    ]
    general = [
        goal(
            "Alle leerlingen van groep 8 krijgen een passend advies.",
            "Adviesprocedure herschrijven.",
            "leerkrachten 7 en 8",
            "schrijft mee",
            "november en april",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leraar Petra Zandstra",
            "Ik vind kinderen met faalangst lastig te bereiken.",
            "Ik herken de signalen en bespreek ze met ouders.",
            "Boek lezen, twee kinderen volgen.",
            "Schoolmaatschappelijk werk",
            "Casus inbrengen in februari",
            "bovenbouw",
            "een uur per week",
            "casusbespreking",
            "SMW: twee uur",
        ),
        section(
            "teacher",
            "Leraar Petra Zandstra",
            "De techniekkast staat dicht.",
            "De kast is elke vrijdag open.",
            "Lijst met tien proefjes maken.",
            "Ouder met technische achtergrond",
            "Kijkmiddag in juni",
            "hele school",
            "vrijdagmiddag",
            "geen",
            "Techniekcoach: materiaal",
        ),
        section(
            "teacher",
            "Leraar Koen",
            "Koen is zij-instromer en staat drie dagen voor groep 5.",
            "Vlot overstappen tussen instructie en verwerking.",
            "Lesfasen oefenen met een timer.",
            "Werkplekbegeleider Hanneke",
            "Wekelijks op donderdag",
            "niet delen",
            "logboek",
            "eens per maand",
            "Hogeschool: lesbezoek",
        ),
    ]
    labels = {
        "start": "Beginsituatie",
        "aim": "Doelstelling",
        "approach": "Aanpak",
        "support": "Ondersteuning",
        "evaluation": "Evaluatie",
        "share_with": "Delen opbrengst met",
        "effort_subject": "Inzet leraar",
        "effort_coordinator": "Inzet intern begeleider",
        "effort_third": "Inzet derden",
    }
    body = [
        w.p("Begeleidingsplan 2026-2027", style="Title"),
        w.p("Openbare Montessorischool Klimop"),
        w.p("Principes", style="Heading1"),
        w.p(" ".join(principles)),
        w.p("Algemene doelen", style="Heading1"),
        w.table(2, w.row("Doel", general[0]["goal"]), *pairs(w, general[0], GENERAL)),
        w.p("Leraar Petra Zandstra", style="Heading1"),
        w.table(
            3,
            w.row("", "Doel 1", "Doel 2", bold=True),
            *(
                w.row(w.cell(label, bold=True), sections[0][key], sections[1][key])
                for key, label in labels.items()
            ),
        ),
        w.p("Leraar Koen", style="Heading1"),
        w.table(2, *pairs(w, sections[2], labels, bold=True)),
        w.p("Etc."),
    ]
    return (
        word(w, *body, footer="Pagina"),
        expected(
            "Openbare Montessorischool Klimop",
            "2026-2027",
            principles,
            general,
            [],
            sections,
            ["Etc."],
        ),
    )


def b12_vlindertuin() -> Made:
    """Label and text in one cell with a line break, four cells in a row: a card of two by five."""
    w = Writer('<w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/>')
    principles = [
        "Wij kennen elkaars sterke kanten en vragen ernaar.",
        "Plannen mogen halverwege veranderen.",
    ]
    general = [
        goal(
            "Het spellingonderwijs is beter op elkaar afgestemd.",
            "Eén dictee per week volgens dezelfde stappen.",
            "groep 4 t/m 8",
            "vijf lesbezoeken",
            "spellingtoets M en E",
        )
    ]
    team = [
        goal(
            "We starten en eindigen de week samen.",
            "Maandag tien minuten, vrijdag borrel zonder werk.",
            "iedereen",
            "-",
            "voelen we wel",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leraar Trijntje Bos",
            "Trijntje werkt anderhalve dag en mist informatie.",
            "Zij is op donderdagmiddag bijgepraat.",
            "Weekbericht van de duo.",
            "Duo Henk",
            "einde oktober",
            "bouw",
            "leest het bericht",
            "geen",
            "geen",
        ),
        section(
            "teacher",
            "Leraar Henk de Jong",
            "Henk kan slecht nee zeggen en zit in vier werkgroepen.",
            "Hij zit in mei nog in twee.",
            "Afbouwgesprek, taken overdragen.",
            "directeur",
            "mei",
            "niet delen",
            "kiest zelf",
            "luistert",
            "geen",
        ),
    ]
    one = {
        "start": "Beginsituatie",
        "aim": "Doel",
        "approach": "Aanpak",
        "support": "Ondersteuning",
        "evaluation": "Evaluatie",
        "share_with": "Delen met",
        "effort_subject": "Inzet leraar",
        "effort_coordinator": "Inzet ib-er",
        "effort_third": "Inzet derden",
    }
    general_labels = {
        "approach": "Aanpak",
        "execution_by": "Wie",
        "effort_coordinator": "Inzet ib-er",
        "evaluation": "Evaluatie",
    }

    def card(item: dict[str, str], labels: dict[str, str], title: str) -> Xml:
        cells = [w.cell(w.p(f"**{label}**\v{item[key]}")) for key, label in labels.items()]
        if len(cells) % 2:
            cells.append(w.cell(""))
        rows = [w.row(cells[i], cells[i + 1]) for i in range(0, len(cells), 2)]
        return w.table(2, w.row(w.cell(title, span=2, bold=True, shade="FFF2CC")), *rows)

    body = [
        w.p("De Vlindertuin", base='<w:b/><w:sz w:val="48"/>'),
        w.p("school voor natuurlijk leren"),
        w.p("Begeleidingsplan schooljaar ’26 – ’27"),
        w.p("**Uitgangspunten**"),
        *(w.p(x, num=(BULLETS, 0)) for x in principles),
        w.p("**Algemene doelen**"),
        card(general[0], general_labels, general[0]["goal"]),
        w.p("**Schoolteam**"),
        card(team[0], general_labels, team[0]["goal"]),
        w.p("**Onze mensen**"),
    ]
    for item in sections:
        body += [card(item, one, item["subject"]), w.p("")]
    return (
        package(w, *body),
        expected(
            "De Vlindertuin",
            "2026-2027",
            principles,
            general,
            team,
            sections,
            ["school voor natuurlijk leren"],
        ),
    )


DOCUMENTS = [b07_palet, b08_meander, b09_vuurvogel, b10_schakel, b11_klimop, b12_vlindertuin]
