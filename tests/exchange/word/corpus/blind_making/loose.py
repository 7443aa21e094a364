"""Blind set, loose documents: bold lines for headings, the text below its label or in bullets."""

from .kit import (
    BULLETS,
    CHAPTERS,
    NUMBERS,
    NUMBERS_AGAIN,
    Made,
    Writer,
    Xml,
    expected,
    goal,
    package,
    section,
    word,
)

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
    "effort_coordinator": "Inzet intern begeleider",
    "effort_third": "Inzet derden",
}


def b18_zonnewijzer() -> Made:
    """Bold headings, bold labels on a line of their own, the text in the next paragraph."""
    w = Writer()
    principles = [
        "We nemen de tijd om te begrijpen voordat we handelen.",
        "Begeleiding is wederkerig.",
        "Elke leraar heeft een maatje.",
    ]
    general = [
        goal(
            "Het taalaanbod voor meertalige kleuters is uitgebreid.",
            "Interactief voorlezen, kleine kringen.\nOuders lezen mee in de thuistaal.",
            "kleuterleerkrachten",
            "observeert twee kringen per groep",
            "juni 2027, met het observatie-instrument",
        ),
        goal(
            "De overstap naar het voortgezet onderwijs verloopt soepel.",
            "Terugkomavond met oud-leerlingen.",
            "leerkracht groep 8",
            "belt met de brugklascoördinatoren",
            "februari",
        ),
    ]
    team = [
        goal(
            "Wij stellen elkaar vaker een open vraag.",
            "Vragenkaartjes op tafel.",
            "allen",
            "begint",
            "voorjaar",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leraar Noor van Wijk",
            "Noor is vorig jaar vastgelopen in een moeilijke groep en begint opnieuw in groep 4.",
            "Met plezier naar huis gaan, ten minste vier dagen van de vijf.",
            "Elke vrijdag tien minuten terugkijken.\nGrenzen leren aangeven bij ouders.",
            "Coach buiten school",
            "Met de coach, in november en maart",
            "niet delen",
            "weekschriftje",
            "eens per twee weken wandelen",
            "coach: acht gesprekken",
        ),
        section(
            "teacher",
            "Leraar Teun Smit",
            "Teun is goed in muziek.",
            "Een schoolkoor met dertig kinderen.",
            "Repeteren op dinsdag in de pauze.",
            "ouders",
            "optreden bij het zomerfeest",
            "de buurt",
            "een uur per week",
            "geen",
            "muziekvereniging",
        ),
    ]
    body = [
        w.p("**Begeleidingsplan**"),
        w.p("Basisschool De Zonnewijzer, schooljaar 2026-2027"),
        w.p("**Uitgangspunten en principes**"),
        *(w.p(x, num=(BULLETS, 0)) for x in principles),
        w.p("**Algemene doelen**"),
    ]

    def under(item: dict[str, str], labels: dict[str, str]) -> list[Xml]:
        out = []
        for key, label in labels.items():
            if item[key]:
                out.append(w.p(f"**{label}**"))
                out += [w.p(x) for x in item[key].split("\n")]
        return out

    for items in (general, team):
        if items is team:
            body.append(w.p("**Schoolteam**"))
        for item in items:
            body += [w.p("**Doel**"), w.p(item["goal"]), *under(item, GENERAL), w.p("")]
    for item in sections:
        body += [w.p(f"**{item['subject']}**"), *under(item, PERSON), w.p("")]
    return (
        package(w, *body),
        expected("Basisschool De Zonnewijzer", "2026-2027", principles, general, team, sections),
    )


def b19_overlaat() -> Made:
    """Underlined headings, italic labels, the text in bullets two deep, a trailing etc."""
    w = Writer('<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria"/>')
    principles = [
        "Opbrengst is meer dan een cijfer.",
        "Het plan past op vijf bladzijden.",
        "We geven vertrouwen en vragen rekenschap.",
        "Ook de IB’er leert.",
    ]
    general = [
        goal(
            "Ouders van leerlingen met een arrangement zijn vroeg betrokken.",
            "startgesprek in september\nverslag binnen een week\nouders krijgen het als eerste",
            "leerkrachten samen met de IB’er",
            "bij elk gesprek aanwezig\nmaakt het verslag",
            "tweemaal, rond de rapporten",
        )
    ]
    team = [
        goal(
            "Er is een gedeelde afspraak over toetsen.",
            "toetskalender\nafnameprotocol",
            "hele team",
            "stelt de kalender op",
            "na de M-ronde",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leerkracht Marloes in ’t Veld",
            "rommelige wisselmomenten\nvooral na de gymles\nmaandag het ergst",
            "",
            "wisselmuziek\nkinderen helpen de tijd bewaken",
            "gymleerkracht",
            "filmopname in week 48\nnog eens in week 8",
            "bouw",
            "oefenen, elke dag",
            "film maken",
            "geen",
        ),
        section(
            "learning_team",
            "Leerteam Wetenschap en techniek",
            "er ligt veel, niemand weet wat",
            "",
            "inventaris\nuitleensysteem",
            "conciërge",
            "einde jaar: aantal keren uitgeleend",
            "team en stichting",
            "ieder een kast",
            "eerste vergadering",
            "techniekcentrum\nouders",
        ),
    ]
    labels = {
        "start": "Beginsituatie / doelstelling",
        "approach": "Aanpak",
        "support": "Ondersteuning",
        "evaluation": "Evaluatie",
        "share_with": "Delen opbrengst met",
        "effort_subject": "Inzet leerkracht",
        "effort_coordinator": "Inzet intern begeleider",
        "effort_third": "Inzet derden",
    }

    def listed(item: dict[str, str], mine: dict[str, str]) -> list[Xml]:
        out = []
        for key, label in mine.items():
            out.append(w.p(f"__{label}:__"))
            lines = item[key].split("\n")
            out += [
                w.p(x, num=(BULLETS, 1 if at and len(lines) > 2 else 0), style="Lijstalinea")
                for at, x in enumerate(lines)
            ]
        return out

    underlined = '<w:b/><w:u w:val="single"/>'
    body = [
        w.p("Basisschool De Overlaat", base='<w:b/><w:sz w:val="32"/>'),
        w.p("Begeleidingsplan schooljaar 2026 - 2027", base='<w:b/><w:sz w:val="32"/>'),
        w.p("Principes:", base=underlined),
        *(w.p(x, num=(NUMBERS, 0)) for x in principles),
        w.p("Algemene doelen:", base=underlined),
        w.p(general[0]["goal"], base="<w:b/>"),
        *listed(general[0], GENERAL),
        w.p("Schoolteam:", base=underlined),
        w.p(team[0]["goal"], base="<w:b/>"),
        *listed(team[0], GENERAL),
    ]
    for item in sections:
        mine = dict(labels)
        if item["kind"] == "learning_team":
            mine["effort_subject"] = "Inzet leerteamleden"
        body += [w.p(item["subject"] + ":", base=underlined), *listed(item, mine)]
    body.append(w.p("Enz."))
    return (
        package(w, *body),
        expected(
            "Basisschool De Overlaat", "2026-2027", principles, general, team, sections, ["Enz."]
        ),
    )


def b20_fontein() -> Made:
    """Each label the first words of a bullet; a person's name a numbered line above it."""
    w = Writer()
    principles = [
        "We zetten het kind voorop en de leraar ernaast.",
        "Minder is meer: drie doelen tegelijk is genoeg.",
        "Wie hulp geeft, krijgt tijd.",
    ]
    general = [
        goal(
            "Kinderen leren samenwerken met rollen.",
            "coöperatieve werkvormen, elke maand één nieuwe",
            "alle groepen, rooster in SharePoint",
            "geeft de startles",
            "laatste vrijdag van mei",
        ),
        goal(
            "Het leerlingvolgsysteem wordt alleen gevuld met wat we gebruiken.",
            "schrappen in drie rondes",
            "IB’er met leerkracht 2, 5 en 8",
            "leidt de rondes",
            "scheelt het tijd? peiling in maart",
        ),
    ]
    sections = [
        section(
            "teacher",
            "Meester Ruud",
            "Geeft groep 8 met twaalf plusleerlingen.",
            "Eigen leervragen in het rooster.",
            "vragenmuur, presentatiemiddag",
            "plusklas",
            "presentaties in december",
            "ouders",
            "twee lessen per week",
            "kijkt bij de presentaties",
            "museum",
        ),
        section(
            "teacher",
            "Juf Saskia van den Heuvel",
            "Heeft last van haar stem.",
            "Stem sparen zonder orde te verliezen.",
            "gebaren, belletje, versterker",
            "logopedist",
            "na tien weken",
            "niet delen",
            "oefeningen",
            "regelt de versterker",
            "logopedist: vier keer",
        ),
        section(
            "coordinator",
            "Intern begeleider",
            "Ik spreek collega’s vaak tussen de middag.",
            "Elke collega krijgt twee keer per jaar een uur.",
            "rooster met inval",
            "directeur valt in",
            "eindgesprekken",
            "team",
            "",
            "dertig uur",
            "geen",
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
        "effort_coordinator": "Inzet IB’er",
        "effort_third": "Inzet externen",
    }
    general_labels = {
        "approach": "Aanpak",
        "execution_by": "Wie",
        "effort_coordinator": "Inzet IB’er",
        "evaluation": "Evaluatie",
    }

    def bullets(item: dict[str, str], mine: dict[str, str]) -> list[Xml]:
        return [
            w.p(f"{label}: {item[key]}", num=(BULLETS, 0))
            for key, label in mine.items()
            if item[key]
        ]

    body = [
        w.p("Begeleidingsplan 2026-2027 Vrijeschool De Fontein", style="Titel"),
        w.p("1. Uitgangspunten", base="<w:b/>"),
        *(w.p(x, num=(BULLETS, 0)) for x in principles),
        w.p("2. Algemene doelen", base="<w:b/>"),
    ]
    for at, item in enumerate(general, 1):
        body += [w.p(f"2.{at} {item['goal']}"), *bullets(item, general_labels)]
    body.append(w.p("3. Leerkrachten", base="<w:b/>"))
    for at, item in enumerate(sections[:2], 1):
        body += [w.p(f"3.{at} {item['subject']}", base="<w:b/>"), *bullets(item, labels)]
    body += [w.p("4. Intern begeleider", base="<w:b/>"), *bullets(sections[2], labels)]
    return (
        package(w, *body),
        expected("Vrijeschool De Fontein", "2026-2027", principles, general, [], sections),
    )


def b21_anker() -> Made:
    """A cover of text boxes, the IB'er's part in a text box, a contents list, a table of persons."""
    w = Writer()
    principles = [
        "We zijn op weg en mogen onderweg veranderen.",
        "We luisteren tot het stil is.",
        "Elke groep is van ons allemaal.",
    ]
    general = [
        goal(
            "Het burgerschapsonderwijs is zichtbaar in de school.",
            "Leerlijn kiezen, drie projecten.",
            "werkgroep burgerschap",
            "één overleg",
            "juni",
        )
    ]
    team = [
        goal(
            "Wij vieren successen.",
            "Elke vrijdag een taart voor een idee.",
            "de vrijdagploeg",
            "bakt één keer",
            "aan het eind: hoeveel taarten?",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leraar Imke Dijkstra",
            "Imke wil minder werkbladen.",
            "Twee dagen per week zonder werkblad rekenen.",
            "Rekenkist, wisbordjes.",
            "rekencoach",
            "foto's, maart",
            "middenbouw",
            "voorbereiden",
            "coteachen, drie lessen",
            "geen",
        ),
        section(
            "coordinator",
            "Intern begeleider",
            "Ik schrijf lange verslagen die niemand leest.",
            "Elk verslag past op één bladzijde.",
            "Format, eerst bespreken en dan schrijven.",
            "de directeur leest mee",
            "steekproef in april",
            "team",
            "",
            "nihil",
            "nihil",
        ),
    ]
    contents = "".join(
        w.p(f"{text}\t{page}", style="TOC1")
        for text, page in (
            ("Principes", "2"),
            ("Algemene doelen", "2"),
            ("Schoolteam", "3"),
            ("Leraar Imke Dijkstra", "3"),
            ("Intern begeleider", "4"),
        )
    )
    body = [
        w.text_box(
            w.p("Begeleidingsplan", base='<w:b/><w:sz w:val="56"/>'),
            w.p("schooljaar 2026/2027"),
        ),
        w.text_box(w.p("Protestants-christelijke basisschool Het Anker")),
        f'<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{w.p("Inhoud", style="TOCHeading")}{contents}</w:sdtContent></w:sdt>',
        w.p("Principes", style="Kop1"),
        *(w.p(x, num=(NUMBERS_AGAIN, 0)) for x in principles),
        w.p("Algemene doelen", style="Kop1"),
        w.p("**Doel:** " + general[0]["goal"]),
        *(w.p(f"**{label}:** {general[0][key]}") for key, label in GENERAL.items()),
        w.p("Schoolteam", style="Kop1"),
        w.p("**Doel:** " + team[0]["goal"]),
        *(w.p(f"**{label}:** {team[0][key]}") for key, label in GENERAL.items()),
        w.p("Leraar Imke Dijkstra", style="Kop1"),
    ]
    for key, label in PERSON.items():
        body += [w.p(f"**{label}:**"), w.p(sections[0][key])]
    body += [
        w.p("Intern begeleider", style="Kop1"),
        w.text_box(
            *(
                w.p(f"**{label}:** {sections[1][key]}")
                for key, label in PERSON.items()
                if sections[1][key]
            )
        ),
        w.p("{#F021#} Vragen? Loop gerust binnen."),
    ]
    return (
        package(w, *body, footer="2", header="Het Anker"),
        expected(
            "Protestants-christelijke basisschool Het Anker",
            "2026-2027",
            principles,
            general,
            team,
            sections,
            ["Vragen? Loop gerust binnen."],
            ignore=[
                "Inhoud",
                "Principes 2",
                "Algemene doelen 2",
                "Schoolteam 3",
                "Leraar Imke Dijkstra 3",
                "Intern begeleider 4",
            ],
        ),
    )


def b22_bron() -> Made:
    """Word's own chapter numbers, soft hyphens, smart tags, moved words, labels without a colon."""
    w = Writer()
    principles = [
        "Onder\u00adsteuning begint met een vraag.",
        "Wij zijn een lerende organi\u00adsatie.",
        "Samen\u2011werken is een keuze.",
    ]
    general = [
        goal(
            "We signaleren dyscalculie eerder.",
            "Screenen in groep 4, gesprek met ouders, plan per kind.",
            "{$Hilde$} en de leerkrachten van groep 4",
            "neemt de screening af",
            "april, aantallen en ervaringen",
        )
    ]
    team = [
        goal(
            "Wij komen voorbereid naar een bespreking.",
            "Agenda drie dagen eerder{>, met stukken<}.",
            "voorzitters",
            "let op de agenda",
            "kerst{<, met stukken>}",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leraar {$Ruben ter Beek$}",
            "De groep leest vlot maar begrijpt weinig.",
            "Kinderen stellen zelf vragen bij een tekst.",
            "Modellen, rolwisselend leren.",
            "leesspecialist",
            "toets en leesgesprek, januari",
            "leerteam lezen",
            "één extra les per week",
            "voorbeeldles",
            "geen",
        ),
        section(
            "teacher",
            "Leraar {$Anouk$}",
            "Anouk wil met kleuters naar buiten.",
            "Elke dag een uur buitenles.",
            "Bolderkar, regenpakken, logboek.",
            "natuurcentrum",
            "logboek, elke maand",
            "alle bouwen",
            "voorbereiding",
            "vraagt subsidie aan",
            "natuurcentrum: drie lessen",
        ),
    ]
    body = [
        w.p("De Bron", style="Titel"),
        w.p("interconfessionele basisschool"),
        w.p("Begeleidingsplan school\u00adjaar 2026\u20112027"),
        w.p("Uitgangspunten en principes", style="Kop1", num=(CHAPTERS, 0)),
        *(w.p(x, num=(BULLETS, 0)) for x in principles),
        w.p("Algemene doelen", style="Kop1", num=(CHAPTERS, 0)),
        w.p(general[0]["goal"], style="Kop2", num=(CHAPTERS, 1)),
    ]

    def pairs(item: dict[str, str], labels: dict[str, str]) -> list[Xml]:
        out = []
        for key, label in labels.items():
            out += [w.p(label, base="<w:b/>"), w.p(item[key])]
        return out

    body += pairs(general[0], GENERAL)
    body += [
        w.p("School\u00adteam", style="Kop1", num=(CHAPTERS, 0)),
        w.p(team[0]["goal"], style="Kop2", num=(CHAPTERS, 1)),
        *pairs(team[0], GENERAL),
        w.p("Leraren", style="Kop1", num=(CHAPTERS, 0)),
    ]
    for item in sections:
        body += [
            w.p(item["subject"], style="Kop2", num=(CHAPTERS, 1)),
            *pairs(item, PERSON),
        ]
    return (
        package(w, *body),
        expected(
            "De Bron",
            "2026-2027",
            principles,
            general,
            team,
            sections,
            ["interconfessionele basisschool"],
        ),
    )


def b23_boomgaard() -> Made:
    """A letter: an opening to colleagues, everything in one paragraph a person with soft lines."""
    w = Writer()
    principles = [
        "We doen het samen.",
        "We doen het op onze manier.",
        "We doen het niet allemaal tegelijk.",
    ]
    general = [
        goal(
            "Onze pauzes zijn weer leuk.",
            "speelkar, spelregels, junioren als hulp",
            "groep 7/8 en de pleinwacht",
            "niet",
            "kinderen tellen de smileys",
        )
    ]
    team = [
        goal(
            "Iedereen kent de meldcode.",
            "e-learning, casus",
            "hele team",
            "is aandachtsfunctionaris",
            "certificaten voor 1 maart",
        )
    ]
    sections = [
        section(
            "teacher",
            "Wil",
            "heeft de methode losgelaten bij aardrijkskunde",
            "eigen lessen delen",
            "map op de schijf, vrijdagcafé",
            "Jet",
            "aantal lessen in de map",
            "alle collega's",
            "lessen netjes maken",
            "meelezen",
            "geen",
        ),
        section(
            "teacher",
            "Jet",
            "merkt dat kinderen bij breuken afhaken",
            "breuken met de handen",
            "keukenlessen, stroken",
            "Wil (ruilen van groep)",
            "bloktoets 4 en 7",
            "Wil",
            "koken",
            "mee-eten",
            "bakker op de hoek",
        ),
        section(
            "other",
            "Leesouders",
            "acht ouders, geen uitleg gehad",
            "samen één manier van lezen",
            "avond in oktober, kaart per niveau",
            "leescoördinator",
            "vragenrondje voor Pasen",
            "ouderraad",
            "",
            "geeft de avond",
            "",
        ),
    ]

    def soft(item: dict[str, str], labels: dict[str, str]) -> str:
        return "\v".join(f"{label}: {item[key]}" for key, label in labels.items() if item.get(key))

    general_labels = {
        "goal": "Doel",
        "approach": "Aanpak",
        "execution_by": "Wie",
        "effort_coordinator": "Inzet ib",
        "evaluation": "Evaluatie",
    }
    labels = {
        "start": "Beginsituatie",
        "aim": "Doel",
        "approach": "Aanpak",
        "support": "Ondersteuning",
        "evaluation": "Evaluatie",
        "share_with": "Delen met",
        "effort_subject": "Inzet leraar",
        "effort_coordinator": "Inzet ib",
        "effort_third": "Inzet derden",
    }
    letter = [
        "Beste collega’s,",
        "Hierbij ons plan voor het nieuwe schooljaar, zoals we het in juni met elkaar bespraken. Lees het door en zeg het als er iets niet klopt.",
    ]
    body = [
        w.p("Begeleidingsplan De Boomgaard", base="<w:b/>"),
        w.p("Schooljaar 26-27"),
        *(w.p(x) for x in letter),
        w.p("**Principes**\v" + "\v".join(principles)),
        w.p("**Algemene doelen**\v" + soft(general[0], general_labels)),
        w.p("**Schoolteam**\v" + soft(team[0], general_labels)),
        w.p("**Leraar Wil**\v" + soft(sections[0], labels)),
        w.p("**Leraar Jet**\v" + soft(sections[1], labels)),
        w.p("**Leesouders**\v" + soft(sections[2], labels)),
        w.p("etc."),
        w.p("Groeten, Ank"),
    ]
    seen = [dict(x) for x in sections]
    for item in seen[:2]:
        item["subject"] = "Leraar " + item["subject"]
    return (
        package(w, *body),
        expected(
            "De Boomgaard",
            "2026-2027",
            principles,
            general,
            team,
            seen,
            [*letter, "etc.", "Groeten, Ank"],
        ),
    )


def b24_kwartiermaker() -> Made:
    """python-docx; intro texts under headings, remarks between the parts, a planning at the end."""
    w = Writer()
    principles = [
        "Begeleiding is gericht op preventie.",
        "Kleine vragen lossen we zelf of met een collega op.",
        "De begeleider werkt met mensen en niet voor mensen.",
    ]
    general = [
        goal(
            "Het handelingsgericht werken is in alle groepen in lijn.",
            "Scholing met het hele team, daarna per bouw oefenen.",
            "iedereen met een groep",
            "tien dagdelen",
            "studiemiddag mei",
        )
    ]
    team = [
        goal(
            "De stem van leerlingen telt in onze besprekingen.",
            "Voorafgaand aan elke bespreking een kindgesprek.",
            "groepsleraren",
            "traint op verzoek",
            "Heeft het iets veranderd? Vraag aan leerlingen, juni.",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leraar P. Achterberg",
            "Groep 6 heeft een onrustige start gehad met veel wisselingen.",
            "De groep is voor de kerst een groep.",
            "Groepsvormende spelen, klassenvergadering.",
            "Collega N. Bos",
            "Sociogram in oktober en februari.",
            "Ouders van groep 6",
            "klassenvergadering wekelijks",
            "sociogram uitwerken",
            "Jongerenwerk, twee middagen",
        ),
        section(
            "learning_team",
            "Leerteam Kunst",
            "Elk jaar dezelfde knutsels.",
            "Kunst sluit aan bij de thema's.",
            "Kunstenaar in de school.",
            "Cultuurcoach",
            "Expositie in mei.",
            "Wijk",
            "Vijf bijeenkomsten",
            "Geen",
            "Kunstenaar",
        ),
    ]
    body = [
        w.p("Begeleidingsplan", style="Title"),
        w.p("Basisschool De Kwartiermaker"),
        w.p("Planperiode: schooljaar 2026-2027"),
        w.p("Inleiding", style="Heading1"),
        w.p("In dit plan staat wat we dit jaar met elkaar leren en wie daarbij helpt."),
        w.p("Principes", style="Heading1"),
        *(w.p(x, style="ListBullet") for x in principles),
        w.p("Algemene doelen", style="Heading1"),
        w.p(general[0]["goal"], style="Heading2"),
        *(w.p(f"__{label}__: {general[0][key]}") for key, label in GENERAL.items()),
        w.p("Schoolteam", style="Heading1"),
        w.p(team[0]["goal"], style="Heading2"),
        *(w.p(f"__{label}__: {team[0][key]}") for key, label in GENERAL.items()),
    ]
    for item in sections:
        body.append(w.p(item["subject"], style="Heading1"))
        for key, label in PERSON.items():
            if key == "effort_subject" and item["kind"] == "learning_team":
                label = "Inzet leerteamleden"
            body += [w.p(label, style="Heading3"), w.p(item[key])]
    body += [
        w.p("Planning", style="Heading1"),
        w.table(
            2,
            w.row("Maand", "Activiteit", bold=True),
            w.row("september", "startgesprekken"),
            w.row("februari", "tussenevaluatie in het team"),
        ),
    ]
    return (
        word(w, *body, footer="De Kwartiermaker"),
        expected(
            "Basisschool De Kwartiermaker",
            "2026-2027",
            principles,
            general,
            team,
            sections,
            [
                "Inleiding",
                "In dit plan staat wat we dit jaar met elkaar leren en wie daarbij helpt.",
                "Planning",
                "Maand",
                "Activiteit",
                "september",
                "startgesprekken",
                "februari",
                "tussenevaluatie in het team",
            ],
        ),
    )


DOCUMENTS = [
    b18_zonnewijzer, b19_overlaat, b20_fontein, b21_anker, b22_bron, b23_boomgaard,
    b24_kwartiermaker,
]  # fmt: skip
