"""A third blind batch: eight plans with yet other habits, written after the second was learnt from."""

from .kit import BULLETS, NUMBERS, Made, Writer, Xml, expected, goal, package, section, word

GENERAL = {
    "approach": "Aanpak",
    "execution_by": "Uitvoering door",
    "effort_coordinator": "Inzet intern begeleider",
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
    "effort_coordinator": "Inzet intern begeleider",
    "effort_third": "Inzet derden",
}


def t01_kameleon() -> Made:
    """One paragraph a person with everything in it, the name in bold at its beginning."""
    w = Writer()
    principles = ["We leren van elkaars lessen.", "Een begeleidingsvraag is welkom op elk moment."]
    general = [
        goal(
            "Alle groepen gebruiken de nieuwe leerlingkaart.",
            "Uitleg in de bouw, invullen in tweetallen.",
            "Groepsleraren.",
            "Maakt de kaart.",
            "In de teamvergadering van maart.",
        ),
        goal(
            "De gymlessen zijn afgestemd op motorische achterstanden.",
            "Screening in groep 2.",
            "Vakleerkracht.",
            "Bespreekt de uitkomsten.",
            "In juni met de fysiotherapeut.",
        ),
    ]
    sections = [
        section(
            "teacher",
            "Leraar M. van Beek",
            "Werkt in een groep met vier zorgleerlingen. Wil de ochtend rustiger laten verlopen.",
            "",
            "Dagritmekaarten, stille start.",
            "Gedragscoach.",
            "Twee keer, met een rooster erbij.",
            "Niemand.",
            "Maakt de kaarten.",
            "Komt drie ochtenden.",
            "Gedragscoach: vijf uur.",
        ),
        section(
            "teacher",
            "Leraar S. Nijhof",
            "Geeft voor het eerst les aan groep 8. Wil weten hoe het advies tot stand komt.",
            "",
            "Meelopen met collega, toetsgegevens leren lezen.",
            "Collega T. Bos.",
            "Na de adviezen.",
            "Bovenbouw.",
            "Vier middagen.",
            "Twee gesprekken.",
            "Geen.",
        ),
    ]
    labels = {
        "start": "Beginsituatie/doelstelling",
        "approach": "Aanpak",
        "support": "Ondersteuning",
        "evaluation": "Evaluatie",
        "share_with": "Delen opbrengst met",
        "effort_subject": "Inzet leraar",
        "effort_coordinator": "Inzet IB",
        "effort_third": "Inzet derden",
    }
    body = [
        w.p("Begeleidingsplan – Basisschool De Kameleon – 2026/2027", style="Titel"),
        w.p("Principes", style="Kop1"),
        w.p(" ".join(principles)),
        w.p("Algemene doelen", style="Kop1"),
    ]
    for item in general:
        body.append(
            w.p(
                f"**{item['goal']}** "
                + " ".join(f"__{label}__: {item[key]}" for key, label in GENERAL.items())
            )
        )
    body.append(w.p("Leraren", style="Kop1"))
    for item in sections:
        body.append(
            w.p(
                f"**{item['subject']}** "
                + " ".join(f"__{label}__: {item[key]}" for key, label in labels.items())
            )
        )
    return (
        package(w, *body),
        expected("Basisschool De Kameleon", "2026-2027", principles, general, [], sections),
    )


def t02_baken() -> Made:
    """A wide table turned: labels on the left, a column for each person; and for each goal."""
    w = Writer()
    principles = ["Wij houden het eenvoudig.", "Wij kiezen samen.", "Wij maken tijd."]
    general = [
        goal(
            "Begrijpend lezen in alle vakken.",
            "Leesdoelen bij wereldoriëntatie.",
            "groep 5-8",
            "lesbezoek",
            "mei",
        ),
        goal(
            "Een rustige overblijf.",
            "Spellenkast en vaste plekken.",
            "overblijfteam",
            "geen",
            "kerst",
        ),
    ]
    sections = [
        section(
            "teacher",
            "Leraar Hilde Post",
            "Rommelige start.",
            "Start om half negen.",
            "Inlooptaak.",
            "Duo",
            "Oktober",
            "Bouw",
            "10 min. per dag",
            "1 bezoek",
            "geen",
        ),
        section(
            "teacher",
            "Leraar Ahmed Sari",
            "Nieuw op school.",
            "Kent alle kinderen.",
            "Kennismakingsronde.",
            "Maatje Hilde",
            "Herfst",
            "Niemand",
            "30 gesprekjes",
            "2 gesprekken",
            "geen",
        ),
        section(
            "coordinator",
            "Intern begeleider",
            "Vergaderdruk.",
            "Twee overleggen minder.",
            "Agenda’s samenvoegen.",
            "Directeur",
            "Februari",
            "Team",
            "2 uur per week",
            "",
            "geen",
        ),
    ]
    labels = {**PERSON, "effort_subject": "Eigen inzet"}

    def turned(items: list[dict[str, str]], top: str, corner: str, rows: dict[str, str]) -> Xml:
        return w.table(
            len(items) + 1,
            w.row(
                w.cell(corner, bold=True),
                *(w.cell(x[top], bold=True, shade="EEEEEE") for x in items),
            ),
            *(
                w.row(w.cell(label, bold=True), *(x[key] for x in items))
                for key, label in rows.items()
            ),
        )

    body = [
        w.p("Het Baken", style="Title"),
        w.p("Begeleidingsplan schooljaar 2026-2027", style="Subtitle"),
        w.p("Uitgangspunten", style="Heading1"),
        *(w.p(x, style="ListBullet") for x in principles),
        w.p("Algemene doelen", style="Heading1"),
        turned(general, "goal", "Doel", GENERAL),
        w.p("Wie begeleiden we?", style="Heading1"),
        turned(sections, "subject", "", labels),
    ]
    return word(w, *body), expected("Het Baken", "2026-2027", principles, general, [], sections)


def t03_zwaluw() -> Made:
    """Everything a numbered outline three deep; labels as second level, texts as third."""
    w = Writer()
    principles = ["Vragen staat vrij.", "We helpen elkaar aan tijd."]
    general = [
        goal(
            "Er komt een rekenmuur in elke groep.",
            "materiaal kopen\nvoorbeeld maken in groep 5",
            "rekenwerkgroep",
            "denkt mee",
            "rondgang in april",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leerkracht Pien Vos",
            "instructies zijn lang",
            "instructie van een kwartier",
            "wekker\nuitleg op video",
            "Teun",
            "november",
            "bouw",
            "twee uur",
            "kijkt de video",
            "geen",
        ),
        section(
            "learning_team",
            "Leerteam Engels",
            "alleen groep 7 en 8 geven Engels",
            "Engels vanaf groep 5",
            "methode zoeken\nproeflessen",
            "native speaker",
            "besluit in mei",
            "team",
            "vijf keer",
            "nee",
            "uitgever",
        ),
    ]
    labels = {**PERSON, "effort_subject": "Inzet leerkracht"}

    def outline(item: dict[str, str], names: dict[str, str]) -> list[Xml]:
        out: list[Xml] = []
        for key, label in names.items():
            out.append(w.p(label, num=(NUMBERS, 1)))
            out += [w.p(x, num=(NUMBERS, 2)) for x in item[key].split("\n")]
        return out

    body = [
        w.p("Openbare basisschool De Zwaluw", base='<w:b/><w:sz w:val="32"/>'),
        w.p("Begeleidingsplan 2026 – ’27", base='<w:b/><w:sz w:val="32"/>'),
        w.p("Uitgangspunten en principes", base="<w:b/>"),
        *(w.p(x, num=(BULLETS, 0)) for x in principles),
        w.p("Algemene doelen", base="<w:b/>"),
        w.p(general[0]["goal"], num=(NUMBERS, 0)),
        *outline(general[0], GENERAL),
        w.p("Begeleiding leerkrachten en leerteams", base="<w:b/>"),
    ]
    for item in sections:
        mine = (
            {**labels, "effort_subject": "Inzet leerteam"}
            if item["kind"] == "learning_team"
            else labels
        )
        body += [w.p(item["subject"], num=(NUMBERS, 0), base="<w:b/>"), *outline(item, mine)]
    return package(w, *body), expected(
        "Openbare basisschool De Zwaluw", "2026-2027", principles, general, [], sections
    )


def t04_pijler() -> Made:
    """A table with three columns: part, label and text, the name merged down on the left."""
    w = Writer()
    principles = ["We bouwen op wat er is.", "Ieder heeft een verhaal."]
    general = [
        goal(
            "Ouders denken mee over de rapporten.",
            "Panel van acht ouders.",
            "directeur en leerkracht groep 4",
            "geen",
            "proefrapport in februari",
        )
    ]
    team = [
        goal(
            "Wij kennen elkaars talenten.", "Talentenmuur.", "allen", "hangt hem op", "zomerborrel"
        )
    ]
    sections = [
        section(
            "teacher",
            "Joyce Hendriks",
            "Weinig tijd voor observaties.",
            "Elke week één kind.",
            "Rooster met assistent.",
            "assistent",
            "eind van elk blok",
            "IB",
            "30 minuten",
            "leert kijklijst aan",
            "geen",
        ),
        section(
            "teacher",
            "Ruben en Marit",
            "Duo in groep 5.",
            "Eén lijn bij beloning.",
            "Beloningssysteem kiezen.",
            "gedragsspecialist",
            "december",
            "groep 4 en 6",
            "overleg op woensdag",
            "één gesprek",
            "geen",
        ),
    ]
    rows = [w.row("Wie", "Onderwerp", "Afspraak", bold=True, header=True)]
    for item in sections:
        for at, (key, label) in enumerate(PERSON.items()):
            first = w.cell(item["subject"], merge="start") if at == 0 else w.cell(merge="on")
            rows.append(w.row(first, label, item[key]))

    def block(name: str, item: dict[str, str]) -> list[Xml]:
        pairs = {"goal": "Doel", **GENERAL}
        return [
            w.row(w.cell(name, merge="start") if at == 0 else w.cell(merge="on"), label, item[key])
            for at, (key, label) in enumerate(pairs.items())
        ]

    body = [
        w.p("Begeleidingsplan basisschool De Pijler 2026-2027", style="Titel"),
        w.p("Uitgangspunten", style="Kop1"),
        *(w.p(f"• {x}") for x in principles),
        w.p("Doelen", style="Kop1"),
        w.table(3, *block("Algemene doelen", general[0]), *block("Schoolteam", team[0])),
        w.p("Persoonlijke begeleiding", style="Kop1"),
        w.table(3, *rows),
    ]
    return package(w, *body), expected(
        "basisschool De Pijler", "2026-2027", principles, general, team, sections
    )


def t05_lariks() -> Made:
    """A plan as it came out of a mail: quotes, soft lines, stars for bold, dashes for bullets."""
    w = Writer()
    principles = ["Eerlijk duurt het langst.", "Wie vraagt, wordt geholpen."]
    general = [
        goal(
            "De computers worden bij alle vakken gebruikt.",
            "- tips in de nieuwsbrief\n- helpdesk door groep 8",
            "ict-coördinator",
            "geen",
            "telling in mei",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leraar Fenna",
            "drukke klas na de pauze",
            "rustige start",
            "- voorlezen\n- licht uit",
            "Lia",
            "over zes weken",
            "Lia",
            "elke dag",
            "een keer kijken",
            "nee",
        ),
        section(
            "teacher",
            "Leraar Lia",
            "veel nakijkwerk",
            "kinderen kijken zelf na",
            "- nakijkboekjes\n- steekproef",
            "Fenna",
            "januari",
            "bouw",
            "opzetten",
            "nee",
            "nee",
        ),
        section(
            "teacher",
            "Klassenassistent in opleiding",
            "Kim loopt stage",
            "Kim kan een groepje zelf begeleiden",
            "- meekijken\n- samen doen",
            "Fenna",
            "bij het stagegesprek",
            "school van Kim",
            "",
            "tekent af",
            "mbo-docent: twee bezoeken",
        ),
    ]
    for item in (*general, *sections):
        item["seen"] = ""

    def soft(title: str, item: dict[str, str], names: dict[str, str]) -> Xml:
        lines = [title]
        for key, label in names.items():
            if not item.get(key):
                continue
            text = item[key]
            lines.append(
                f"{label.upper()}:\v{text}".replace("\n", "\v")
                if "\n" in text
                else f"{label.upper()}: {text}"
            )
        return w.p("\v".join(lines))

    body = [
        w.p("Begeleidingsplan\vOBS De Lariks\v2026-2027"),
        w.p("PRINCIPES\v" + "\v".join(f"- {x}" for x in principles)),
        w.p("ALGEMENE DOELEN"),
        soft("DOEL: " + general[0]["goal"], general[0], GENERAL),
        *(soft(x["subject"].upper(), x, PERSON) for x in sections),
        w.p("Etc. etc."),
    ]

    def bare(item: dict[str, str]) -> dict[str, str]:
        item = {key: text for key, text in item.items() if key != "seen"}
        return {**item, "approach": item["approach"].replace("- ", "")}

    return (
        package(w, *body),
        expected(
            "OBS De Lariks",
            "2026-2027",
            principles,
            [bare(x) for x in general],
            [],
            [bare(x) for x in sections],
            ["Etc. etc."],
        ),
    )


def t06_vlieger() -> Made:
    """A wide table with sub-heading rows for the groups, and start and goal under one header."""
    w = Writer()
    principles = ["We geven ruimte.", "We geven richting.", "We geven ruggensteun."]
    general = [
        goal(
            "Meer samenhang in de muzieklessen.",
            "Leerlijn per bouw.",
            "muziekspecialist",
            "–",
            "concert in juni",
        )
    ]
    sections = [
        section(
            "teacher",
            "Anja Mol",
            "Nieuw in groep 2; wil leren observeren in spel.",
            "",
            "Kijkwijzer, filmpjes.",
            "Bea",
            "december",
            "onderbouw",
            "1 uur",
            "2x",
            "–",
        ),
        section(
            "teacher",
            "Bea Wolters",
            "Ervaren; wil haar kennis delen.",
            "",
            "Coacht Anja.",
            "IB",
            "december",
            "onderbouw",
            "1 uur",
            "1x",
            "–",
        ),
        section(
            "teacher",
            "Carlo Dekker",
            "Groep 7; veel uitval bij breuken.",
            "",
            "Concreet materiaal.",
            "rekencoach",
            "bloktoets",
            "bovenbouw",
            "2 uur",
            "–",
            "rekencoach",
        ),
        section(
            "learning_team",
            "Leerteam Meertaligheid",
            "Dertien thuistalen; geen beleid.",
            "",
            "Literatuur, bezoek aan school in Gent.",
            "universiteit",
            "juni",
            "team",
            "6x",
            "3x",
            "universiteit: lezing",
        ),
    ]
    labels = {
        "subject": "Naam",
        "start": "Beginsituatie + doelstelling",
        "approach": "Aanpak",
        "support": "Ondersteuning",
        "evaluation": "Evaluatie",
        "share_with": "Delen opbrengst",
        "effort_subject": "Inzet zelf",
        "effort_coordinator": "Inzet IB’er",
        "effort_third": "Inzet derden",
    }

    def band(text: str) -> Xml:
        return w.row(w.cell(text, span=9, shade="F2F2F2", bold=True))

    body = [
        w.p("Integraal Kindcentrum De Vlieger", style="Titel"),
        w.p("Begeleidingsplan 2026 tot 2027"),
        w.p("Principes", style="Kop1"),
        *(w.p(x, num=(NUMBERS, 0)) for x in principles),
        w.p("Algemene doelen", style="Kop1"),
        w.p(f"**Doel** {general[0]['goal']}"),
        *(w.p(f"**{label}** {general[0][key]}") for key, label in GENERAL.items()),
        w.p("Overzicht per persoon", style="Kop1"),
        w.table(
            9,
            w.row(*(w.cell(x, bold=True) for x in labels.values()), header=True),
            band("Onderbouw"),
            *(w.row(*(x[key] for key in labels)) for x in sections[:2]),
            band("Bovenbouw"),
            w.row(*(sections[2][key] for key in labels)),
            band("Leerteams"),
            w.row(*(sections[3][key] for key in labels)),
        ),
    ]
    return package(w, *body), expected(
        "Integraal Kindcentrum De Vlieger", "2026-2027", principles, general, [], sections
    )


def t07_toermalijn() -> Made:
    """Headings that only differ in size and colour; a vision first; general goals in bold running."""
    w = Writer('<w:sz w:val="21"/>')
    vision = "Onze school wil kinderen leren samenleven. Dat begint bij ons."
    principles = ["Samenwerken is de kern.", "Begeleiding is zichtbaar.", "Successen delen we."]
    general = [
        goal(
            "Het schoolklimaat is veilig voor alle leerlingen.",
            "Lessenserie in september.",
            "alle groepen",
            "lessen bijwonen",
            "monitor in maart",
        ),
        goal(
            "De schooltuin is een leerplek.",
            "Lessen per seizoen.",
            "tuinouders en groep 6",
            "geen",
            "oogstfeest",
        ),
    ]
    team = [
        goal(
            "Elke vergadering heeft een inhoudelijk deel.",
            "Half uur inhoud, half uur regelen.",
            "voorzitter",
            "bereidt er twee voor",
            "juni",
        )
    ]
    sections = [
        section(
            "teacher",
            "Marlies Faber",
            "Zij vindt het voeren van kindgesprekken spannend.",
            "Elke leerling twee gesprekken per jaar.",
            "Training, oefenen met collega.",
            "schoolmaatschappelijk werker",
            "in februari met gespreksverslagen",
            "bovenbouw",
            "40 gesprekken",
            "nabespreken",
            "training: een dag",
        ),
        section(
            "teacher",
            "Tom Bruins",
            "Hij combineert lesgeven met ICT.",
            "Taken in balans.",
            "Tijd schrijven.",
            "directeur",
            "elk kwartaal",
            "niet delen",
            "tijdlijst",
            "geen",
            "geen",
        ),
    ]

    def head(text: str, size: int) -> Xml:
        return w.p(text, base=f'<w:color w:val="1F4E79"/><w:sz w:val="{size}"/>')

    def lines(item: dict[str, str], names: dict[str, str]) -> list[Xml]:
        return [
            w.p(w.runs(f"{label}: ", '<w:color w:val="1F4E79"/>'), item[key])
            for key, label in names.items()
        ]

    body = [
        head("Begeleidingsplan 2026-2027", 48),
        head("Toermalijn, katholieke basisschool", 28),
        head("Onze visie", 32),
        w.p(vision),
        head("Onze principes", 32),
        *(w.p(x, num=(BULLETS, 0)) for x in principles),
        head("Algemene doelen", 32),
        *(x for item in general for x in (head(item["goal"], 26), *lines(item, GENERAL))),
        head("Schoolteam", 32),
        head(team[0]["goal"], 26),
        *lines(team[0], GENERAL),
        head("Individuele begeleiding", 32),
        *(x for item in sections for x in (head(item["subject"], 26), *lines(item, PERSON))),
    ]
    return (
        package(w, *body),
        expected(
            "Toermalijn",
            "2026-2027",
            principles,
            general,
            team,
            sections,
            ["Onze visie", vision],
            anywhere=["katholieke basisschool"],
            alternatives={"school": ["Toermalijn, katholieke basisschool"]},
        ),
    )


def t08_kei() -> Made:
    """Tables of one column: the label a shaded row, its text the row under it; empty fields."""
    w = Writer()
    principles = ["Kijken, dan pas denken, dan pas doen.", "Iedere leraar een doel."]
    general = [
        goal("Minder toetsen, meer kijken.", "Toetskalender halveren.", "team", "adviseert", "juni")
    ]
    sections = [
        section(
            "teacher",
            "Leraar Nina Groot",
            "Weinig overzicht bij zelfstandig werken.",
            "Vaste looproute.",
            "Route tekenen, drie weken oefenen.",
            "",
            "na drie weken",
            "parallelgroep",
            "oefenen",
            "één observatie",
            "",
        ),
        section(
            "teacher",
            "Leraar Otto Prins",
            "",
            "Otto leert gebarentaal.",
            "Cursus.",
            "taalspecialist",
            "gesprekje in gebaren",
            "team",
            "twintig uur",
            "",
            "cursusleider",
        ),
    ]

    def stack(title: str, item: dict[str, str], names: dict[str, str]) -> Xml:
        rows = [w.row(w.cell(title, bold=True, shade="A6A6A6"))]
        for key, label in names.items():
            rows += [w.row(w.cell(label, shade="E7E6E6")), w.row(w.cell(item[key]))]
        return w.table(1, *rows)

    body = [
        w.p("Begeleidingsplan sbo De Kei, 2026/2027", base="<w:b/>"),
        w.p("Principes", base="<w:b/>"),
        *(w.p(x, num=(BULLETS, 0)) for x in principles),
        w.p("Algemene doelen", base="<w:b/>"),
        stack(general[0]["goal"], general[0], GENERAL),
        w.p("Leraren", base="<w:b/>"),
        *(x for item in sections for x in (stack(item["subject"], item, PERSON), w.p(""))),
    ]
    return package(w, *body), expected("sbo De Kei", "2026-2027", principles, general, [], sections)


DOCUMENTS = [
    t01_kameleon, t02_baken, t03_zwaluw, t04_pijler, t05_lariks, t06_vlieger, t07_toermalijn, t08_kei,
]  # fmt: skip
