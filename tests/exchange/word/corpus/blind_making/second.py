"""A second blind batch: ten plans with other habits, written after the first was learnt from."""

from .kit import (
    BULLETS,
    NUMBERS,
    Made,
    Writer,
    Xml,
    expected,
    goal,
    package,
    section,
    word,
)
from .running import labelled

GENERAL = {
    "approach": "Aanpak",
    "execution_by": "Uitvoering door",
    "effort_coordinator": "Inzet IB'er",
    "evaluation": "Evaluatie",
}
PERSON = {
    "start": "Beginsituatie",
    "aim": "Doelstelling",
    "approach": "Aanpak",
    "support": "Ondersteuning",
    "evaluation": "Evaluatie",
    "share_with": "Delen opbrengst met",
    "effort_subject": "Inzet leraar",
    "effort_coordinator": "Inzet IB'er",
    "effort_third": "Inzet derden",
}


def s01_drempel() -> Made:
    """Roman numbers, and the efforts told in one breath behind the word Inzet."""
    w = Writer()
    principles = [
        "We beginnen met luisteren.",
        "Ieder plan past bij de persoon.",
        "Tijd is eerlijk verdeeld.",
    ]
    general = [
        goal(
            "We maken werk van schoolbrede leesmotivatie.",
            "Boekenmarkt, voorleeswedstrijd en vrij lezen na de pauze.",
            "leescoördinator met alle groepen",
            "denkt mee over zwakke lezers",
            "leesenquête in oktober en mei",
        )
    ]
    team = [
        goal(
            "We gebruiken in de klas dezelfde gebaren.",
            "Filmpje, oefenen in de ochtendbriefing.",
            "iedereen",
            "let er bij bezoeken op",
            "rondvraag voor de zomer",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leraar Daan Verhoeven",
            "Daan werkt sinds kort in de onderbouw en mist houvast in het aanbod.",
            "Een dagplanning waarin spel en instructie elkaar afwisselen.",
            "Observeren, plannen, terugkijken in een vaste cyclus.",
            "kleuterspecialist van het bestuur",
            "gesprek half januari",
            "team onderbouw",
            "maakt elke week een planning",
            "twee observaties",
            "kleuterspecialist drie bezoeken",
        ),
        section(
            "teacher",
            "Leraar Elly Mensink",
            "Elly gaat met deeltijdpensioen en werkt nog twee dagen.",
            "Haar kennis van het oude dorp komt in een leskist.",
            "Verhalen verzamelen, foto's zoeken.",
            "heemkundekring",
            "presentatie op de jaarmarkt",
            "iedereen",
            "zes middagen",
            "geen",
            "heemkundekring leent materiaal",
        ),
    ]
    body = [
        w.p("BASISSCHOOL DE DREMPEL", base='<w:b/><w:sz w:val="30"/>'),
        w.p("Begeleidingsplan voor 2026 t/m 2027", base='<w:b/><w:sz w:val="30"/>'),
        w.p("I. Principes", style="Kop1"),
        *(w.p(x, num=(BULLETS, 0)) for x in principles),
        w.p("II. Algemene doelen", style="Kop1"),
        w.p("Doel: " + general[0]["goal"]),
        w.p(labelled(general[0], GENERAL)),
        w.p("III. Schoolteam", style="Kop1"),
        w.p("Doel: " + team[0]["goal"]),
        w.p(labelled(team[0], GENERAL)),
        w.p("IV. Leraren", style="Kop1"),
    ]
    for item in sections:
        body += [
            w.p(item["subject"], style="Kop2"),
            w.p(labelled(item, {key: PERSON[key] for key in ("start", "aim", "approach")}, "__")),
            w.p(
                labelled(
                    item,
                    {key: PERSON[key] for key in ("support", "evaluation", "share_with")},
                    "__",
                    between="; ",
                )
            ),
            w.p(
                f"__Inzet:__ leraar: {item['effort_subject']}; IB'er: {item['effort_coordinator']}; "
                f"derden: {item['effort_third']}"
            ),
        ]
    return (
        package(w, *body),
        expected("Basisschool De Drempel", "2026-2027", principles, general, team, sections),
    )


def s02_kring() -> Made:
    """A label above bullets, and under Inzet a bullet for each who puts something in."""
    w = Writer()
    principles = [
        "Klein en vaak werkt beter dan groot en zelden.",
        "Iedereen mag een vraag hebben.",
        "Privé is privé.",
    ]
    general = [
        goal(
            "Rekenachterstanden zijn voor de kerst in beeld.",
            "toetsen vergelijken\ngesprek per bouw\nplan voor acht weken",
            "rekencoördinator",
            "drie gesprekken",
            "voortgang in week 50",
        )
    ]
    sections = [
        section(
            "teacher",
            "Juf Marga",
            "groep 4 telt negen jongens die veel bewegen",
            "elke les een beweegmoment",
            "beweegkaarten\nbuitenles op dinsdag",
            "vakleerkracht gym",
            "turven in november",
            "middenbouw",
            "voorbereiding een kwartier per dag",
            "kijkt een keer mee",
            "beweegteam gemeente: materialen",
        ),
        section(
            "teacher",
            "Juf Willemijn de Roo",
            "leerlingen van groep 6 werken graag samen maar weinig gericht",
            "rollen bij groepswerk",
            "rolkaarten maken\nuitproberen bij wereldoriëntatie",
            "maatje Job",
            "korte vragenlijst voor kinderen",
            "bovenbouw",
            "rolkaarten",
            "leest de vragenlijst",
            "geen",
        ),
    ]

    def bullets(label: str, text: str) -> list[Xml]:
        return [
            w.p(f"**{label}**"),
            *(w.p(x, num=(BULLETS, 0)) for x in text.split("\n")),
        ]

    body = [
        w.p("Begeleidingsplan", style="Titel"),
        w.p("Kindcentrum De Kring · 2026-2027"),
        w.p("**Principes**"),
        *(w.p(x, num=(NUMBERS, 0)) for x in principles),
        w.p("**Algemene doelen**"),
        *bullets("Doel", general[0]["goal"]),
    ]
    for key, label in GENERAL.items():
        body += bullets(label, general[0][key])
    body.append(w.p("**Leerkrachten**"))
    for item in sections:
        body.append(w.p(f"**{item['subject']}**"))
        for key in ("start", "aim", "approach", "support", "evaluation", "share_with"):
            body += bullets(PERSON[key], item[key])
        body += [
            w.p("**Inzet**"),
            w.p(f"leerkracht: {item['effort_subject']}", num=(BULLETS, 0)),
            w.p(f"IB: {item['effort_coordinator']}", num=(BULLETS, 0)),
            w.p(f"externen: {item['effort_third']}", num=(BULLETS, 0)),
        ]
    return (
        package(w, *body),
        expected("Kindcentrum De Kring", "2026-2027", principles, general, [], sections),
    )


def s03_molen() -> Made:
    """A table for each person, the name in a caption above it, the hints of the school in italics."""
    w = Writer()
    principles = ["Begeleiding is van ons allemaal.", "We leren door te doen."]
    general = [
        goal(
            "De verkeerslessen sluiten aan bij de buurt.",
            "Route lopen met elke groep, knelpunten fotograferen.",
            "verkeersouder en leerkrachten",
            "nee",
            "schoolplein in mei",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leerkracht Hassan Ouali",
            "Ik laat snelle leerlingen te lang wachten.",
            "Na vijf minuten kunnen zij zelf verder.",
            "Instructie in twee rondes.",
            "collega uit groep 8",
            "film in december",
            "collega's van 7 en 8",
            "voorbereiden op woensdag",
            "terugkijken van de film",
            "nee",
        ),
        section(
            "teacher",
            "Leerkracht Babette Snel",
            "Ik heb een kind met diabetes in de groep.",
            "Ik weet wat ik doe bij een hypo.",
            "Instructie door de wijkverpleegkundige.",
            "wijkverpleegkundige",
            "oefening in oktober",
            "hele team, ook invallers",
            "twee uur",
            "maakt het protocol",
            "wijkverpleegkundige: één middag",
        ),
    ]
    hints = {
        "start": "Beginsituatie",
        "aim": "Doel",
        "approach": "Aanpak",
        "support": "Ondersteuning door",
        "evaluation": "Evaluatie",
        "share_with": "Opbrengst delen met",
        "effort_subject": "Inzet leerkracht",
        "effort_coordinator": "Inzet ib’er",
        "effort_third": "Inzet derden",
    }
    questions = {
        "start": "hoe gaat het nu?",
        "aim": "wat wil je dit jaar?",
        "evaluation": "hoe en wanneer?",
    }
    body = [
        w.p("openbare basisschool De Molen te Ulft", style="Kop1"),
        w.p("Begeleidingsplan schooljaar 2026/'27", style="Kop1"),
        w.p("Uitgangspunten", style="Kop2"),
        w.p(" ".join(principles)),
        w.p("Algemene doelen", style="Kop2"),
        w.table(
            2,
            w.row(w.cell("Doel", bold=True), general[0]["goal"]),
            *(w.row(w.cell(label, bold=True), general[0][key]) for key, label in GENERAL.items()),
        ),
        w.p("Leerkrachten", style="Kop2"),
    ]
    for item in sections:
        body.append(w.p(f"__{item['subject']}__", style="Caption"))
        rows = []
        for key, label in hints.items():
            first = [w.p(f"**{label}**")]
            if key in questions:
                first.append(w.p(f"__({questions[key]})__"))
            rows.append(w.row(w.cell(*first), item[key]))
        body += [w.table(2, *rows), w.p("")]
    return (
        package(w, *body),
        expected(
            "openbare basisschool De Molen te Ulft",
            "2026-2027",
            principles,
            general,
            [],
            sections,
            alternatives={"school": ["openbare basisschool De Molen"]},
        ),
    )


def s04_ark() -> Made:
    """Wide tables; the evaluation in two columns, how and when; numbers before the goals."""
    w = Writer()
    principles = ["Wij oordelen niet.", "Wij vragen hulp op tijd.", "Wij maken af wat we beginnen."]
    general = [
        goal(
            "Het pestprotocol is herzien.",
            "Werkgroep met ouders en leerlingen.",
            "werkgroep veilig",
            "coördineert",
            "bespreking in team en MR november",
        ),
        goal(
            "Groep 1 tot en met 4 werkt met een nieuwe kleutervolglijst.",
            "Twee lijsten uitproberen en kiezen.",
            "onderbouw",
            "vergelijkt de lijsten",
            "scoreformulier februari",
        ),
    ]
    sections = [
        section(
            "teacher",
            "Karin Slot",
            "Neemt alles mee naar huis.",
            "Om vijf uur klaar.",
            "Planning met blokken.",
            "Duo",
            "logboek maart",
            "Duo",
            "Planning",
            "Twee gesprekken",
            "Arbocoach",
        ),
        section(
            "teacher",
            "Stefan ten Brinke",
            "Geeft beeldende vorming zonder methode.",
            "Leerlijn van zes technieken.",
            "Leerlijn schrijven.",
            "Kunstencentrum",
            "tentoonstelling juni",
            "Hele school",
            "Schrijft de leerlijn",
            "Geen",
            "Kunstencentrum",
        ),
        section(
            "learning_team",
            "Leerteam Kleuters",
            "Verschil in verwachtingen bij de start van groep 3.",
            "Eén overdrachtsgesprek.",
            "Format maken.",
            "Groep 3",
            "evaluatiegesprek juni",
            "Bouw",
            "Vier keer",
            "Zit voor",
            "Geen",
        ),
    ]
    split = {id(item): item["evaluation"].rsplit(" ", 1) for item in (*general, *sections)}

    def table(
        items: list[dict[str, str]], before: dict[str, str], after: dict[str, str], number: bool
    ) -> Xml:
        top = [*(["nr"] if number else []), *before.values()]
        rows = [
            w.row(
                *(w.cell(x, merge="start", bold=True, shade="C6D9F1") for x in top),
                w.cell("Evaluatie", span=2, bold=True, shade="C6D9F1"),
                *(w.cell(x, merge="start", bold=True, shade="C6D9F1") for x in after.values()),
                header=True,
            ),
            w.row(
                *(w.cell(merge="on") for _ in top),
                w.cell("hoe", bold=True),
                w.cell("wanneer", bold=True),
                *(w.cell(merge="on") for _ in after),
                header=True,
            ),
        ]
        for at, item in enumerate(items, 1):
            rows.append(
                w.row(
                    *([str(at)] if number else []),
                    *(item[key] for key in before),
                    *split[id(item)],
                    *(item[key] for key in after),
                )
            )
        return w.table(len(top) + 2 + len(after), *rows)

    body = [
        w.p("CBS De Ark", style="Title"),
        w.p("Begeleidingsplan 2026-2027", style="Title"),
        w.p("Principes", style="Heading1"),
        *(w.p(x, style="ListNumber") for x in principles),
        w.p("Algemene doelen", style="Heading1"),
        table(
            general,
            {"goal": "Doel", "approach": "Aanpak", "execution_by": "Uitvoering door"},
            {"effort_coordinator": "Inzet IB"},
            True,
        ),
        w.p("Leraren en leerteams", style="Heading1"),
        table(
            sections,
            {
                "subject": "Naam",
                "start": "Beginsituatie",
                "aim": "Doel",
                "approach": "Aanpak",
                "support": "Ondersteuning",
            },
            {
                "share_with": "Delen met",
                "effort_subject": "Inzet leraar/leerteam",
                "effort_coordinator": "Inzet IB",
                "effort_third": "Inzet derden",
            },
            False,
        ),
    ]
    return (
        word(w, *body),
        expected("CBS De Ark", "2026-2027", principles, general, [], sections),
    )


def s05_vonk() -> Made:
    """Questions for labels, as in a conversation; the IB'er answers them too."""
    w = Writer()
    principles = ["Nieuwsgierigheid eerst.", "Wij geven elkaar les."]
    general = [
        goal(
            "Onze school is in 2027 een school waar kinderen zelf plannen.",
            "Weektaak invoeren in drie stappen.",
            "alle leraren",
            "vier klassenbezoeken",
            "kinderen vertellen erover in juni",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leraar Tessa Blom",
            "Ik praat te veel in mijn uitleg.",
            "Ik wil uitleg van tien minuten geven.",
            "Timer gebruiken en vragen vooraf opschrijven.",
            "Mijn buurvrouw Ada.",
            "In november en april, met de timer erbij.",
            "Met Ada.",
            "Elke dag één les.",
            "Drie keer kijken.",
            "Niets.",
        ),
        section(
            "coordinator",
            "Intern begeleider",
            "Ik help te snel.",
            "Ik wil collega's zelf laten denken.",
            "Eerst drie vragen stellen.",
            "Intervisiegroep van het samenwerkingsverband.",
            "In de laatste vergadering.",
            "Met het hele team.",
            "Acht bijeenkomsten.",
            "",
            "Niets.",
        ),
    ]
    questions = {
        "start": "Waar sta ik nu?",
        "aim": "Wat wil ik bereiken?",
        "approach": "Hoe ga ik dat aanpakken?",
        "support": "Wie helpt mij daarbij?",
        "evaluation": "Hoe en wanneer kijken we terug?",
        "share_with": "Met wie deel ik de opbrengst?",
        "effort_subject": "Wat doe ik zelf?",
        "effort_coordinator": "Wat doet de IB'er?",
        "effort_third": "Wat doen anderen?",
    }
    body = [
        w.p("Begeleidingsplan van OBS De Vonk", style="Titel"),
        w.p("schooljaar 2026-2027"),
        w.p("Uitgangspunten", style="Kop1"),
        *(w.p(x, num=(BULLETS, 0)) for x in principles),
        w.p("Algemene doelen", style="Kop1"),
        w.p("Doel: " + general[0]["goal"]),
        *(w.p(f"{label}: {general[0][key]}") for key, label in GENERAL.items()),
    ]
    for item in sections:
        body.append(w.p(item["subject"], style="Kop1"))
        for key, question in questions.items():
            if item[key]:
                body += [w.p(f"**{question}**"), w.p(item[key])]
    return (
        package(w, *body),
        expected("OBS De Vonk", "2026-2027", principles, general, [], sections),
    )


def s06_veldhoek() -> Made:
    """Labels in small capitals on their own lines, the names centred and spaced, rules between."""
    w = Writer('<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:sz w:val="22"/>')
    principles = [
        "Ons plan is van het team.",
        "Wie meedoet, beslist mee.",
        "Een goede vraag is het halve werk.",
    ]
    general = [
        goal(
            "Het aantal kleine kringen gaat omhoog.",
            "Rooster met onderwijsassistenten.",
            "groep 1 tot en met 3",
            "maakt het rooster",
            "telling in de herfst",
        )
    ]
    team = [
        goal(
            "We praten niet over ouders maar met ouders.",
            "Gesprekken oefenen in drietallen.",
            "hele team",
            "zorgt voor casussen",
            "voorjaar",
        )
    ]
    sections = [
        section(
            "teacher",
            "Meester Joris van Dalen",
            "Joris wil onderzoek doen naar muziek en taal.",
            "Een klein onderzoek in groep 2.",
            "Liedjes kiezen, woorden meten.",
            "taalcoördinator",
            "verslagje in mei",
            "kleuterteam",
            "een uur per week",
            "helpt met meten",
            "conservatorium: advies",
        ),
        section(
            "teacher",
            "Juf Mieke Op 't Hoog",
            "Mieke vindt het digitale bord lastig.",
            "Zij maakt een les met beeld en geluid.",
            "Elke vrijdag een half uur met Joris.",
            "Joris",
            "les laten zien in februari",
            "wie wil kijken",
            "oefent thuis",
            "geen",
            "geen",
        ),
    ]
    small = "<w:smallCaps/>"

    def lines(item: dict[str, str], labels: dict[str, str]) -> list[Xml]:
        out: list[Xml] = []
        for key, label in labels.items():
            out += [w.p(label.lower(), base=small), w.p(item[key])]
        return out

    centred = '<w:jc w:val="center"/>'
    rule = w.p("* * *", extra=centred)
    body = [
        w.p("Begeleidingsplan", base='<w:b/><w:sz w:val="40"/>', extra=centred),
        w.p("de Veldhoek, kleine school in het groen", extra=centred),
        w.p("2026 – 2027", extra=centred),
        w.p("Principes", base="<w:b/>", extra=centred),
        *(w.p(x) for x in principles),
        w.p("Algemene doelen", base="<w:b/>", extra=centred),
        w.p(general[0]["goal"], base="<w:i/>"),
        *lines(general[0], GENERAL),
        rule,
        w.p("Schoolteam", base="<w:b/>", extra=centred),
        w.p(team[0]["goal"], base="<w:i/>"),
        *lines(team[0], GENERAL),
    ]
    for item in sections:
        body += [
            rule,
            w.p(item["subject"], base='<w:b/><w:spacing w:val="40"/>', extra=centred),
            *lines(item, PERSON),
        ]
    return (
        package(w, *body),
        expected(
            "de Veldhoek",
            "2026-2027",
            principles,
            general,
            team,
            sections,
            ["kleine school in het groen"],
            ignore=["* * *"],
        ),
    )


def s07_brug() -> Made:
    """Three levels of real headings; two groups of people; a footnote; a comment; a link."""
    w = Writer()
    principles = [
        "Wij begeleiden vanuit vertrouwen.",
        "Wij bespreken resultaten open.",
        "Wij delen wat werkt.",
    ]
    general = [
        goal(
            "Elke groep heeft een klassenvertegenwoordiger.",
            "Verkiezing in de tweede week.",
            "bovenbouw begint",
            "geen",
            "januari",
        ),
        goal(
            "Begaafde leerlingen krijgen leertijd op maat.",
            "Levelwerk en projecten{^4}.",
            "talentbegeleider",
            "screening",
            "tweemaal per jaar",
        ),
    ]
    sections = [
        section(
            "teacher",
            "Lotte Kramer",
            "Start in groep 1/2.",
            "Hoeken die spel uitlokken.",
            "Bezoek aan {@Speelkwaliteit|https://example.org/spel}, daarna ontwerpen.",
            "jonge-kindcoach",
            "Foto's voor en na, december.",
            "onderbouw",
            "een hoek per maand",
            "twee bezoeken",
            "jonge-kindcoach: zes uur",
        ),
        section(
            "teacher",
            "Ineke de Bruin-Polman",
            "Groep 3 heeft veel taalzwakke kinderen.",
            "Elke dag twintig minuten mondelinge taal.",
            "Praatplaten, poppen.",
            "logopedist",
            "woordenschattoets mei",
            "leerteam taal",
            "voorbereiden",
            "toets afnemen",
            "logopedist: tips",
        ),
        section(
            "teacher",
            "Wessel Kuiper",
            "Groep 8 doet een musical zonder ruzie.",
            "Rolverdeling met kinderen zelf.",
            "Audities met jury van oud-leerlingen.",
            "muziekdocent",
            "evaluatie met de groep in juli",
            "team",
            "veel",
            "geen",
            "theaterschool",
        ),
    ]
    body = [
        w.p("Begeleidingsplan", style="Titel"),
        w.p("RKBS De Brug – schooljaar 2026/2027"),
        w.p("Uitgangspunten en principes", style="Kop1"),
        *(w.p(x, num=(BULLETS, 0)) for x in principles),
        w.p("Algemene doelen", style="Kop1"),
    ]
    for item in general:
        body.append(w.p(item["goal"], style="Kop2"))
        for key, label in GENERAL.items():
            body += [w.p(label, style="Kop3"), w.p(item[key])]
    for title, items in (
        ("Leerkrachten onderbouw", sections[:2]),
        ("Leerkrachten bovenbouw", sections[2:]),
    ):
        body.append(w.p(title, style="Kop1"))
        for item in items:
            body.append(w.p(item["subject"], style="Kop2"))
            for key, label in PERSON.items():
                body += [w.p(label, style="Kop3"), w.p(item[key])]
    note = "Levelwerk is alleen voor groep 3 tot en met 8."
    return (
        package(w, *body, footnotes={4: note}, comment="Mooi!", footer="De Brug"),
        expected("RKBS De Brug", "2026-2027", principles, general, [], sections, anywhere=[note]),
    )


def s08_springplank() -> Made:
    """A wide table with a group column merged down, tracked changes in cells, bullets in cells."""
    w = Writer('<w:rFonts w:ascii="Aptos" w:hAnsi="Aptos"/>')
    principles = ["Elke collega telt.", "Wij laten zien wat we leren."]
    general = [
        goal(
            "Wij werken met {-twee-}{+drie+} vaste instructiegroepen bij spelling.",
            "Groepen maken na elke toets.",
            "leerkrachten 4 t/m 8",
            "ondersteunt bij groeperen",
            "{+na +}elke toetsperiode",
        )
    ]
    sections = [
        section(
            "teacher",
            "Aafke Postma",
            "Zoekt een manier om kinderen {-zelf-}{+onderling+} te laten uitleggen.",
            "",
            "Maatjeswerk\nUitlegkaarten",
            "{+Yara+}",
            "Kerst",
            "Bouw",
            "2 uur",
            "1 bezoek",
            "geen",
        ),
        section(
            "teacher",
            "Yara Stam",
            "Wil sterker staan in gesprekken met mondige ouders.",
            "",
            "Rollenspel",
            "Directeur",
            "Pasen",
            "Niet delen",
            "3 gesprekken",
            "Rollenspel",
            "geen",
        ),
        section(
            "learning_team",
            "Leerteam Burgerschap",
            "Losse projecten zonder lijn.",
            "",
            "Doelen kiezen\nProjecten hangen aan doelen",
            "SLO-website",
            "Juni",
            "Team en ouders",
            "5 keer",
            "2 keer",
            "Gemeente",
        ),
        section(
            "coordinator",
            "IB’er",
            "Komt weinig in de bovenbouw.",
            "",
            "Elke maandag bovenbouw",
            "Directeur",
            "Juni, in het team",
            "Team",
            "",
            "40 uur",
            "geen",
        ),
    ]
    labels = {
        "subject": "Naam",
        "start": "Beginsituatie en doelstelling",
        "approach": "Aanpak",
        "support": "Ondersteuning",
        "evaluation": "Evaluatie",
        "share_with": "Delen met",
        "effort_subject": "Eigen inzet",
        "effort_coordinator": "Inzet IB’er",
        "effort_third": "Inzet anderen",
    }

    def filled(text: str) -> Xml:
        lines = text.split("\n")
        if len(lines) > 1:
            return w.cell(*(w.p(x, num=(BULLETS, 0)) for x in lines))
        return w.cell(text)

    rows = [w.row(*(w.cell(x, bold=True) for x in labels.values()), header=True)]
    rows += [w.row(*(filled(item[key]) for key in labels)) for item in sections]
    rows.insert(3, w.row(*(w.cell(w.p(w.runs("{-Vervallen-}"))) for _ in labels), change="del"))
    body = [
        w.p("Begeleidingsplan 26/27 – IKC De Springplank", base="<w:b/>"),
        w.p("PRINCIPES", base="<w:b/>"),
        *(w.p(f"{at}) {x}") for at, x in enumerate(principles, 1)),
        w.p("ALGEMENE DOELEN", base="<w:b/>"),
        w.p("Doel: " + general[0]["goal"]),
        *(w.p(f"{label}: {general[0][key]}") for key, label in GENERAL.items()),
        w.p("WIE DOET WAT", base="<w:b/>"),
        w.table(9, *rows),
    ]
    return (
        package(w, *body),
        expected("IKC De Springplank", "2026-2027", principles, general, [], sections),
    )


def s09_eiland() -> Made:
    """LibreOffice, frames and soft hyphens; the school only in the header, the year in a sentence."""
    w = Writer('<w:lang w:val="nl-NL"/>')
    principles = ["Wij zijn een klein team en doen alles samen.", "Grote woorden maken we klein."]
    general = [
        goal(
            "De combinatie\u00adgroepen zijn goed bemenst.",
            "Rooster met ouders en stagiairs.",
            "directeur",
            "adviseert",
            "elke vakantie",
        )
    ]
    sections = [
        section(
            "teacher",
            "Juf Aaltje",
            "Groep 1 tot en met 3 in één lokaal.",
            "Rust bij het wisselen.",
            "Muziekje, kleuren op de vloer.",
            "Sietske",
            "na zes weken",
            "Sietske",
            "oefenen",
            "komt een ochtend",
            "geen",
        ),
        section(
            "teacher",
            "Juf Sietske",
            "Groep 4 tot en met 8 heeft vijf rekenniveaus.",
            "Twee instructies per dag in plaats van vijf.",
            "Niveaus samenvoegen, video-uitleg.",
            "rekenspecialist van de vaste wal",
            "maart",
            "Aaltje en ouders",
            "filmen",
            "zoekt materiaal",
            "rekenspecialist: online overleg",
        ),
    ]
    frame = '<w:framePr w:w="9000" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:y="1"/>'
    body = [
        w.p("Begeleidingsplan", style="Titel", extra=frame),
        w.p("Dit plan loopt van augustus 2026 tot en met juli 2027.", style="Textbody"),
        w.p("Uitgangspunten:", base="<w:b/>", style="Textbody"),
        w.p(" ".join(principles), style="Textbody"),
        w.p("Algemene doelen:", base="<w:b/>", style="Textbody"),
        w.p("1. " + general[0]["goal"], style="Textbody"),
        w.p(labelled(general[0], GENERAL, between="\v"), style="Textbody"),
    ]
    for item in sections:
        body += [
            w.p(item["subject"] + ":", base="<w:b/>", style="Textbody"),
            w.p(labelled(item, PERSON, between="\v"), style="Textbody"),
        ]
    return (
        package(w, *body, normal="Standard", header="Eilandschool De Vuurtoren"),
        expected(
            None,
            "2026-2027",
            principles,
            general,
            [],
            sections,
            ["Dit plan loopt van augustus 2026 tot en met juli 2027."],
        ),
    )


def s10_kompas() -> Made:
    """A sheet for each person: Naam, Groep and Datum on top; SMART goals; twice the same person."""
    w = Writer()
    principles = [
        "Begeleiding begint bij een wens.",
        "We kijken vooruit.",
        "We sluiten af met een feestje.",
    ]
    general = [
        goal(
            "Alle leerlingen kennen hun eigen doelen voor spelling.",
            "Doelenkaart per blok.",
            "groep 4 t/m 8",
            "drie voorbeeldgesprekken",
            "kindgesprekken in maart",
        )
    ]
    sections = [
        section(
            "teacher",
            "Rinske Algra",
            "Rinske is net terug uit het buitenland.",
            "Voor 1 december kent zij alle methodes.",
            "Methodes bekijken met de bouw.",
            "bouwcoördinator",
            "december",
            "bouw",
            "drie middagen",
            "één gesprek",
            "geen",
        ),
        section(
            "teacher",
            "Rinske Algra",
            "Zij wil ook Frans gaan geven.",
            "Na de meivakantie vier lessen in groep 8.",
            "Lessen bedenken, liedjes zoeken.",
            "leraar Frans van het Lyceum",
            "juni",
            "team",
            "vier lessen",
            "geen",
            "Lyceum: boeken",
        ),
        section(
            "teacher",
            "Gert-Jan van de Kamp",
            "Gert-Jan heeft een kind met autisme in de groep.",
            "In januari is de dag voor dit kind voorspelbaar.",
            "Pictogrammen, vaste plek, time-out.",
            "gedragsspecialist",
            "zes weken na de start",
            "ouders en team",
            "pictogrammen maken",
            "handelingsplan meelezen",
            "ambulant begeleider: vijf uur",
        ),
    ]
    about = {0: ("groep 6", "12 juni 2026"), 2: ("groep 3", "15 juni 2026")}
    labels = {**PERSON, "aim": "Doel (SMART)", "effort_subject": "Inzet leerkracht"}
    body = [
        w.p("Begeleidingsplan 2026-2027", style="Titel"),
        w.p("School:\tSWS Het Kompas"),
        w.p("Principes", style="Kop1"),
        *(w.p(x, num=(BULLETS, 0)) for x in principles),
        w.p("Algemene doelen", style="Kop1"),
        w.p("**Doel:** " + general[0]["goal"]),
        *(w.p(f"**{label}:** {general[0][key]}") for key, label in GENERAL.items()),
        w.p("Persoonlijke begeleiding", style="Kop1"),
    ]
    for at, item in enumerate(sections):
        if at in about:
            body += [
                w.p(f"**Naam:** {item['subject']}", extra="<w:pageBreakBefore/>"),
                w.p(f"**Groep:** {about[at][0]}"),
                w.p(f"**Datum:** {about[at][1]}"),
            ]
        else:
            body.append(w.p("**Doel 2**"))
        body += [w.p(f"**{label}:** {item[key]}") for key, label in labels.items()]
    return (
        package(w, *body),
        expected(
            "SWS Het Kompas",
            "2026-2027",
            principles,
            general,
            [],
            sections,
            ["groep 6", "12 juni 2026", "groep 3", "15 juni 2026"],
        ),
    )


DOCUMENTS = [
    s01_drempel, s02_kring, s03_molen, s04_ark, s05_vonk, s06_veldhoek, s07_brug,
    s08_springplank, s09_eiland, s10_kompas,
]  # fmt: skip
