"""Blind set, running paragraphs: several labels in one paragraph."""

from .kit import BULLETS, NUMBERS, Made, Writer, Xml, expected, goal, package, section, word


def labelled(item: dict[str, str], labels: dict[str, str], mark: str = "", end: str = ": ",
             between: str = " ") -> str:  # fmt: skip
    """The fields of an item in one paragraph, each behind its label."""
    return between.join(
        f"{mark}{label}{end.rstrip()}{mark}{end[len(end.rstrip()) :]}{item[key]}"
        for key, label in labels.items()
        if item.get(key)
    )


def b01_rietkraag() -> Made:
    """Word, headings in the Dutch template, a cover page, bold labels, a footnote, a footer."""
    w = Writer()
    principles = [
        "Wij leren samen met en van elkaar.",
        "Fouten maken mag; verzwijgen helpt niemand.",
        "De leerkracht doet ertoe, en de groep leerkrachten nog meer.",
        "Wat we afspreken, doen we.",
    ]
    general = [
        goal(
            "In alle groepen wordt de rekenles volgens het nieuwe lesmodel gegeven.",
            "Lesobservaties door de rekencoördinator, gevolgd door een gesprek aan de hand van de poster.",
            "Groepsleerkrachten 3 t/m 8",
            "Plant de observaties, valt in waar nodig (3 ochtenden).",
            "Studiedag 19 maart 2027; we leggen de scores van de M-toets{^1} ernaast.",
        ),
        goal(
            "Overdracht tussen groep 2 en 3 verloopt zonder papieren stapels.",
            "Eén warm gesprek per kind dat opvalt; de rest staat in het systeem.",
            "Kleuterteam en leerkrachten groep 3",
            "",
            "Eind september vragen we groep 3 wat ze gemist hebben.",
        ),
    ]
    team = [
        goal(
            "We geven elkaar na een klassenbezoek één tip en één top, dezelfde dag nog.",
            "Kaartjes in de personeelskamer; bouwcoördinatoren beginnen.",
            "iedereen",
            "Doet zelf mee.",
            "Februari en juni, kort rondje in de bouw.",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leerkracht Marieke van den Berg (groep 3)",
            "Marieke werkt voor het eerst met een combinatiegroep en merkt dat de zelfstandig werkende helft vaak vastloopt.",
            "In januari werkt groep 3/4 twintig minuten zonder vragen.",
            "Stoplicht opnieuw invoeren, taakkaarten maken.",
            "Collega Truus (groep 5/6) komt een ochtend kijken.",
            "Observatie met tijdlijn in november en januari.",
            "de middenbouw",
            "Taakkaarten ontwerpen, 4 uur.",
            "Twee observaties en nagesprek.",
            "Geen.",
        ),
        section(
            "teacher",
            "Leerkracht Kees Hoekstra (groep 8)",
            "",
            "Kees wil adviesgesprekken voeren waarin de leerling zelf het woord heeft.",
            "Gesprekslijn schrijven en die met twee ouderparen uitproberen.",
            "",
            "Terugblik in maart, na de laatste gesprekken.",
            "Niet delen",
            "Schrijft de gesprekslijn.",
            "Leest mee en speelt een keer ouder.",
        ),
        section(
            "learning_team",
            "Leerteam Begrijpend lezen",
            "Resultaten dalen sinds drie jaar; kinderen vinden de lessen saai.",
            "Eind van het jaar kiest elke groep zelf rijke teksten.",
            "Boekenkring, lesson study in twee rondes.",
            "De schoolbibliothecaris",
            "Presentatie in de teamvergadering van juni.",
            "het hele team",
            "Zes bijeenkomsten van anderhalf uur.",
            "Zit de eerste bijeenkomst voor.",
            "Bibliotheek Gouwestreek levert kisten.",
        ),
    ]
    general_labels = {
        "approach": "Aanpak",
        "execution_by": "Uitvoering door",
        "effort_coordinator": "Inzet IB’er",
        "evaluation": "Evaluatie",
    }
    labels = {
        "approach": "Aanpak",
        "support": "Ondersteuning",
        "evaluation": "Evaluatie",
        "share_with": "Delen opbrengst met",
    }
    body = [
        w.p("OBS De Rietkraag", style="Titel"),
        w.p("Begeleidingsplan", style="Titel"),
        w.p("schooljaar 2026-’27"),
        w.p("Vastgesteld in de teamvergadering van 2 september"),
        w.p("", extra="<w:pageBreakBefore/>"),
        w.p("Uitgangspunten en principes", style="Kop1"),
        *(w.p(x, num=(NUMBERS, 0), style="Lijstalinea") for x in principles),
        w.p("Algemene doelen", style="Kop1"),
    ]
    for item in general:
        body += [w.p("Doel: " + item["goal"]), w.p(labelled(item, general_labels, "**"))]
    body.append(w.p("Schoolteam", style="Kop1"))
    for item in team:
        body += [w.p("Doel: " + item["goal"]), w.p(labelled(item, general_labels, "**"))]
    for item in sections:
        body += [
            w.p(item["subject"], style="Kop1"),
            w.p(labelled(item, {"start": "Beginsituatie", "aim": "Doelstelling"}, "**")),
            w.p(labelled(item, labels, "**")),
            w.p(
                labelled(
                    item,
                    {
                        "effort_subject": "Inzet leerteamleden"
                        if item["kind"] == "learning_team"
                        else "Inzet leerkracht",
                        "effort_coordinator": "Inzet IB’er",
                        "effort_third": "Inzet derden",
                    },
                    "**",
                )
            ),
        ]
    note = "Midden-toets van het leerlingvolgsysteem, afgenomen in januari."
    return (
        package(w, *body, footnotes={1: note}, footer="OBS De Rietkraag, versie 3"),
        expected(
            "OBS De Rietkraag",
            "2026-2027",
            principles,
            general,
            team,
            sections,
            ["Vastgesteld in de teamvergadering van 2 september"],
            anywhere=[note],
        ),
    )


def b02_jozef() -> Made:
    """No styles at all: bold capitals for headings, tracked changes all through, 2026/2027."""
    w = Writer('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')
    principles = [
        "Elke collega heeft recht op begeleiding.",
        "Begeleiding is {-een gunst-}{+gewoon werk+}.",
        "We beginnen bij wat iemand al kan.",
    ]
    general = [
        goal(
            "Alle groepsplannen zijn vervangen door een {+kort +}blokplan.",
            "Per bouw één blok samen voorbereiden, daarna in duo’s{-, met de intern begeleider-}.",
            "Alle {-leerkrachten-}{+groepsleerkrachten+} en de onderwijsassistenten.",
            "Zes middagen.",
            "In de bouwvergadering na elk blok{+, voor het laatst op 3 juni 2027+}.",
        ),
    ]
    team = [
        goal(
            "Het team bespreekt lastige oudergesprekken {>openlijk <}met elkaar.",
            "Intervisie volgens de incidentmethode{<, openlijk>}.",
            "Alle teamleden",
            "Begeleidt de eerste drie keer.",
            "Laatste studiedag.",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leerkracht Anneke van der Meulen",
            "Anneke komt terug na een jaar verlof.{+ De groep kent haar niet.+} Zij wil rustig instappen en in de herfst weer de volle week draaien.",
            "",
            "Opbouw in vier stappen, elke stap twee weken.",
            "Duo-collega {+Ineke+}{-Petra-}.",
            "Om de twee weken met de directeur.",
            "alleen de directie",
            "Houdt een logboekje bij.",
            "Is op maandag beschikbaar.",
            "Bedrijfsarts, zo nodig.",
        ),
        section(
            "teacher",
            "Leerkracht Ömer Demir",
            "Ömer wil het spel in de kleutergroep verdiepen; de hoeken zijn mooi, maar kinderen blijven er kort.",
            "",
            "Elke week één hoek filmen, samen kijken.",
            "Specialist jonge kind.",
            "{+Met de filmpjes, +}december en april.",
            "Kleuterbouw",
            "Filmt en kiest.",
            "Kijkt mee, zes keer een half uur.",
        ),
        section(
            "coordinator",
            "Intern begeleider",
            "Ik zit te veel achter mijn bureau. Ik wil een derde van mijn tijd in de groepen zijn.",
            "",
            "Vaste kijkmomenten in de agenda, vergaderen op één middag.",
            "Netwerk IB van het bestuur.",
            "Tijdschrijven in oktober en maart.",
            "het team",
            "",
            "Drie dagdelen per week.",
        ),
    ]
    big = '<w:b/><w:sz w:val="24"/>'
    gl = {
        "approach": "Aanpak",
        "execution_by": "Uitvoering door",
        "effort_coordinator": "Inzet IB'er",
        "evaluation": "Evaluatie",
    }
    body = [
        w.p("BEGELEIDINGSPLAN 2026/2027", base=big),
        w.p("R.K. BASISSCHOOL ST. JOZEF", base=big),
        w.p(""),
        w.p("PRINCIPES", base=big),
        w.p(" ".join(principles)),
        w.p("ALGEMENE DOELEN", base=big),
    ]
    for item in general:
        body += [w.p(item["goal"]), w.p(labelled(item, gl))]
    body.append(w.p("SCHOOLTEAM", base=big))
    for item in team:
        body += [w.p(item["goal"]), w.p(labelled(item, gl))]
    for item in sections:
        body += [
            w.p(item["subject"].upper(), base=big),
            w.p("Beginsituatie / doelstelling: " + item["start"]),
            w.p(
                labelled(
                    item,
                    {
                        "approach": "Aanpak",
                        "support": "Ondersteuning",
                        "evaluation": "Evaluatie",
                        "share_with": "Delen met",
                        "effort_subject": "Inzet leerkracht",
                        "effort_coordinator": "Inzet IB'er",
                        "effort_third": "Inzet derden",
                    },
                )
            ),
        ]
    body.append(w.p("{-Etc.-}"))
    return (
        package(w, *body, comment="Klopt dit nog?", header="concept"),
        expected("R.K. Basisschool St. Jozef", "2026-2027", principles, general, team, sections),
    )


def b03_kofschip() -> Made:
    """Google Docs: font on every run, labels cut over runs, hard spaces, bold names as headings."""
    w = Writer(
        '<w:rFonts w:ascii="Calibri" w:cs="Calibri" w:eastAsia="Calibri" w:hAnsi="Calibri"/>'
        '<w:rtl w:val="0"/>',
        chop=7,
    )
    principles = [
        "Vertrouwen is het begin.",
        "We vragen door voordat we raad geven.",
        "Groei zie je bij kinderen én bij volwassenen.",
    ]
    general = [
        goal(
            "Kinderen krijgen in elke les woorden op hun niveau.",
            "Woordmuur per thema; de taalspecialist\u00a0denkt mee.",
            "Iedereen die lesgeeft",
            "Kijkt twee keer mee per bouw",
            "Meting met de woordenschattoets in groep 1-4, mei",
        ),
        goal(
            "De ochtendinloop is rustig.",
            "Vaste plek, vaste taak, deur open om 8.20 uur.",
            "Alle groepen",
            "Geen",
            "Herfstvakantie",
        ),
    ]
    team: list[dict[str, str]] = []
    sections = [
        section(
            "teacher",
            "Leraar Sjoerd de Graaf",
            "Sjoerd heeft een pittige groep 7 en wil niet meer hoeven te schreeuwen.",
            "",
            "Energizers, heldere start\u00a0van de les, minder woorden.",
            "Gedragsspecialist Wilma",
            "Gesprek voor kerst. Kort vervolg in maart.",
            "Duo-partner",
            "Oefent dagelijks.",
            "Vier korte bezoeken.",
            "Orthopedagoog, één consult.",
        ),
        section(
            "teacher",
            "Leraar Fatima el Idrissi",
            "Fatima studeert voor taalspecialist. Zij wil haar onderzoek in de school laten landen.",
            "",
            "Onderzoek in groep 4, daarna verbreden.",
            "Studiebegeleider van de hogeschool",
            "Afstudeerpresentatie in juni",
            "Hele team",
            "Vier uur per week studie.",
            "Denkt mee over de vraag.",
            "Hogeschool: twee bezoeken.",
        ),
    ]
    body = [
        w.p("Begeleidingsplan obs ’t Kofschip 26-27", base='<w:b w:val="1"/><w:sz w:val="40"/>'),
        w.p("Onze principes", base='<w:b w:val="1"/>'),
        *(w.p(x, num=(BULLETS, 0)) for x in principles),
        w.p("Algemene doelen", base='<w:b w:val="1"/>'),
    ]
    for at, item in enumerate(general, 1):
        body += [
            w.p(f"Doel\u00a0{at}: {item['goal']}"),
            w.p(
                labelled(
                    item,
                    {
                        "approach": "Aanpak",
                        "execution_by": "Door wie",
                        "effort_coordinator": "Inzet\u00a0IB",
                        "evaluation": "Evaluatie",
                    },
                    end=":\u00a0",
                    between=". ",
                ).replace(".. ", ". ")
            ),
        ]
    for item in sections:
        body += [
            w.p(item["subject"], base='<w:b w:val="1"/>'),
            w.p(f"Beginsituatie en doel: {item['start']}"),
            w.p(
                labelled(
                    item,
                    {
                        "approach": "Aanpak",
                        "support": "Ondersteuning door",
                        "evaluation": "Evaluatie",
                        "share_with": "Delen met",
                    },
                    between="\v",
                )
            ),
            w.p(
                labelled(
                    item,
                    {
                        "effort_subject": "Inzet leraar",
                        "effort_coordinator": "Inzet\u00a0IB",
                        "effort_third": "Inzet externen",
                    },
                    between="; ",
                ).replace(".; ", ". ")
            ),
        ]
    seen = [dict(x) for x in general]
    for item in seen:  # The full stop that the writer put between the labels.
        for key in ("execution_by", "effort_coordinator"):
            item[key] += "."
    return (
        package(w, *body, normal="Normal"),
        expected("obs ’t Kofschip", "2026-2027", principles, seen, team, sections),
    )


def b04_linde() -> Made:
    """LibreOffice: own styles, a label on each soft line, w:caps headings, numbered goals."""
    w = Writer('<w:lang w:val="nl-NL"/>')
    principles = [
        "Rust, ruimte en ritme gaan vóór resultaat.",
        "Iedere volwassene in de school leert.",
    ]
    general = [
        goal(
            "Invoeren van bewegend leren.",
            "Elke dag tien minuten, met de kaartenset.",
            "groepsleerkrachten en vakleerkracht gym",
            "coacht twee startende leerkrachten hierbij",
            "januari (enquête) en juni (teamgesprek)",
        ),
        goal(
            "Meer zicht op leerlingen met een eigen leerlijn.",
            "OPP’s tweemaal per jaar samen met leerkracht en ouders bespreken.",
            "IB'er en leerkracht",
            "twaalf gesprekken",
            "bij de jaarevaluatie",
        ),
    ]
    team = [
        goal(
            "Vergaderingen eindigen op tijd en met een besluit.",
            "Voorzitter wisselt, besluitenlijst op het prikbord.",
            "allen",
            "zit twee keer voor",
            "april",
        )
    ]
    sections = [
        section(
            "teacher",
            "Leerkracht H. ten Cate",
            "Werkt 35 jaar in het onderwijs, zoekt nieuwe uitdaging.",
            "Begeleiden van twee stagiaires volgens de nieuwe leidraad.",
            "Cursus mentor, daarna praktijk.",
            "opleidingscoördinator",
            "na elke stageperiode",
            "bovenbouw",
            "cursus van drie dagen",
            "geen",
            "pabo Zwolle: cursus",
        ),
        section(
            "teacher",
            "Leerkracht L. van 't Hof",
            "Kan de verschillen bij spelling in groep 6 moeilijk aan.",
            "Drie niveaus in één les.",
            "Model van de taalcoördinator proberen.",
            "IB'er",
            "lesbezoek in week 47",
            "niemand",
            "bereidt voor",
            "vier bezoeken",
            "",
        ),
        section(
            "learning_team",
            "Leerteam ICT",
            "Chromebooks worden vooral gebruikt om te oefenen.",
            "Elke groep maakt één digitaal eindproduct.",
            "Lessenserie mediawijsheid ontwerpen.",
            "bovenschoolse ict'er",
            "tentoonstelling op 11 juni",
            "ouders en team",
            "maandelijks een uur",
            "volgt op afstand",
            "Fablab",
        ),
        section(
            "other",
            "Nieuwe collega's",
            "Dit jaar starten drie nieuwe collega's.",
            "Zij voelen zich na acht weken thuis.",
            "Startmap, maatje, koffie op vrijdag.",
            "maatjes",
            "gesprek in oktober",
            "directie",
            "",
            "kennismakingsgesprek",
            "",
        ),
    ]
    head = "<w:caps/><w:b/>"

    def lines(item: dict[str, str], labels: dict[str, str]) -> Xml:
        return w.p(labelled(item, labels, between="\v"), style="Textbody")

    gl = {
        "approach": "Aanpak",
        "execution_by": "Uitvoering",
        "effort_coordinator": "Inzet IB",
        "evaluation": "Evaluatie",
    }
    body = [
        w.p("Begeleidingsplan", style="Titel"),
        w.p("Vrije basisschool De Linde\vSchooljaar 2026 – 2027", style="Textbody"),
        w.p("Uitgangspunten", base=head, style="Textbody"),
        w.p("1. " + principles[0] + "\v2. " + principles[1], style="Textbody"),
        w.p("Algemene doelen", base=head, style="Textbody"),
    ]
    for at, item in enumerate(general, 1):
        body += [w.p(f"{at}) {item['goal']}", style="Textbody"), lines(item, gl)]
    body.append(w.p("Schoolteam", base=head, style="Textbody"))
    body += [w.p(f"1) {team[0]['goal']}", style="Textbody"), lines(team[0], gl)]
    for item in sections:
        own = "Inzet leerteam" if item["kind"] == "learning_team" else "Inzet leerkracht"
        body += [
            w.p(item["subject"], base=head, style="Textbody"),
            lines(
                item,
                {
                    "start": "Begin situatie",
                    "aim": "Doel",
                    "approach": "Aanpak",
                    "support": "Ondersteuning",
                    "evaluation": "Evaluatie",
                    "share_with": "Opbrengst delen met",
                    "effort_subject": own,
                    "effort_coordinator": "Inzet IB",
                    "effort_third": "Inzet derden",
                },
            ),
        ]
    body.append(w.p("Etc.", style="Textbody"))
    return (
        package(w, *body, normal="Standard", footer="Pagina 1 van 3"),
        expected(
            "Vrije basisschool De Linde", "2026-2027", principles, general, team, sections, ["Etc."]
        ),
    )


def b05_regenboog() -> Made:
    """python-docx's English template; a dash behind the label; a person's second goal; a duo."""
    w = Writer()
    principles = [
        "Samen sterk voor ieder kind.",
        "Wij zijn eerlijk over wat niet lukt.",
        "Begeleiden doe je naast iemand, niet ervoor.",
    ]
    general = [
        goal(
            "Het protocol dyslexie is bij iedereen bekend en wordt gebruikt.",
            "Korte scholing van drie kwartier, daarna een vragenuurtje.",
            "leesspecialist",
            "organiseert",
            "november, schriftelijk",
        )
    ]
    team = [
        goal(
            "Wij bereiden thema's gezamenlijk voor.",
            "Themamiddag elke zes weken.",
            "onderbouw en bovenbouw apart",
            "sluit aan als het kan",
            "na thema 3",
        ),
        goal(
            "Wij houden ons aan de gedragsregels van de speelplaats.",
            "Pleinwacht in tweetallen; regels op borden.",
            "pleinwachten",
            "",
            "na de voorjaarsvakantie",
        ),
    ]
    sections = [
        section(
            "teacher",
            "Leraren Bianca en Joost",
            "Bianca en Joost delen groep 4 en willen dat kinderen geen verschil merken in regels.",
            "",
            "Overdrachtsschrift afschaffen, elke woensdag bellen.",
            "Elkaar",
            "In de kerstvakantie, bij een kop koffie.",
            "de parallelgroep",
            "Een kwartier per week.",
            "Eén gesprek in november.",
            "",
        ),
        section(
            "teacher",
            "Leraar Dirk",
            "Dirk geeft sinds kort Engels in de bovenbouw.",
            "",
            "Native speaker in de klas, materiaal zoeken.",
            "Collega Engels van de Wingerd",
            "Toetsgesprek in mei.",
            "Bovenbouw",
            "Twee uur per week.",
            "Geen.",
            "Native speaker: tien lessen.",
        ),
        section(
            "teacher",
            "Leraar Dirk",
            "Dirk wil ook leren onderhandelen als lid van de MR.",
            "",
            "Cursus MR-start.",
            "Voorzitter MR",
            "Na de cursus.",
            "niet delen",
            "Drie avonden.",
        ),
    ]
    gl = {
        "approach": "Aanpak",
        "execution_by": "Uitvoering door",
        "effort_coordinator": "Inzet intern begeleider",
        "evaluation": "Evaluatie",
    }
    body = [
        w.p("Begeleidingsplan schooljaar 26/27", style="Title"),
        w.p("IKC De Regenboog, Hoogezand", style="Subtitle"),
        w.p("Principes", style="Heading1"),
        *(w.p(x, style="ListNumber") for x in principles),
        w.p("Algemene doelen", style="Heading1"),
    ]
    for items in (general, team):
        if items is team:
            body.append(w.p("Schoolteam", style="Heading1"))
        for at, item in enumerate(items, 1):
            body += [w.p(f"{at}. {item['goal']}"), w.p(labelled(item, gl, end=" – "))]
    last = ""
    for item in sections:
        if item["subject"] != last:
            body.append(w.p(item["subject"], style="Heading1"))
        else:
            body.append(w.p("Tweede doel", style="Heading2"))
        last = item["subject"]
        body += [
            w.p("Beginsituatie/doel – " + item["start"]),
            w.p(
                labelled(
                    item,
                    {
                        "approach": "Aanpak",
                        "support": "Ondersteuning",
                        "evaluation": "Evaluatie",
                        "share_with": "Delen opbrengst met",
                        "effort_subject": "Inzet leraar",
                        "effort_coordinator": "Inzet intern begeleider",
                        "effort_third": "Inzet derden",
                    },
                    end=" – ",
                )
            ),
        ]
    return (
        word(w, *body, header="IKC De Regenboog", footer="Begeleidingsplan 2026"),
        expected(
            "IKC De Regenboog", "2026-2027", principles, general, team, sections, ["Hoogezand"]
        ),
    )


def b06_wegwijzer() -> Made:
    """A tab behind each label with a hanging indent; the IB'er called kwaliteitscoördinator."""
    w = Writer()
    principles = [
        "We zoeken het antwoord eerst bij elkaar.",
        "Een vraag stellen is geen zwakte.",
        "We vieren wat gelukt is!",
        "Waarom zouden we het alleen doen?",
    ]
    general = [
        goal(
            "Op school spreken we één taal over gedrag.",
            "Gouden weken; lessen van de gedragsmethode in alle groepen in dezelfde week.",
            "alle leerkrachten, met {$Mirjam$} als trekker",
            "klassenbezoeken in oktober (6 uur)",
            "sociale-veiligheidsmonitor, voorjaar 2027",
        ),
    ]
    team = [
        goal(
            "We lezen samen een vakboek.",
            "Hoofdstuk per maand, leeskring op dinsdag.",
            "wie wil",
            "",
            "einde schooljaar",
        )
    ]
    sections = [
        section(
            "teacher",
            "Juf Roos Janssens",
            "Roos begon vorig jaar in groep 1/2.\vZe plant goed, maar raakt de draad kwijt bij onverwachte dingen.",
            "Ze durft af te wijken van haar plan.",
            "Elke week één les zonder voorbereiding op papier.",
            "maatje: juf Ans",
            "gesprek op 27{#F04A#} november",
            "onderbouw",
            "reflectieverslagje",
            "coachgesprekken, 5x",
            "",
        ),
        section(
            "teacher",
            "Meester Bram Op den Kelder",
            "Geeft les aan groep 6 met vier nieuwkomers.",
            "Nieuwkomers doen mee met de wereldoriëntatielessen.",
            "Beeldwoordenboek, tolkmaatjes, {@lowan.nl|https://www.lowan.nl} raadplegen.",
            "taalklas",
            "februari",
            "hele team",
            "lessen aanpassen",
            "contact met de taalklas",
            "LOWAN: helpdesk",
        ),
        section(
            "coordinator",
            "Kwaliteitscoördinator",
            "Nieuw in deze rol.",
            "Met gezag een groepsbespreking leiden.",
            "Supervisie, zelf bij een collega-school kijken.",
            "bovenschools kwaliteitsteam",
            "supervisieverslag in mei",
            "directeur",
            "",
            "twaalf uur",
            "supervisor",
        ),
    ]

    def tabbed(label: str, text: str) -> Xml:
        return w.p(f"{label}:\t{text}", extra='<w:ind w:left="2268" w:hanging="2268"/>')

    body = [
        w.p("Christelijke basisschool De Wegwijzer", base='<w:b/><w:sz w:val="36"/>'),
        w.p("Begeleidingsplan ’26-’27", base='<w:b/><w:sz w:val="36"/>'),
        w.p("Onze uitgangspunten", style="Kop1"),
        w.p(" ".join(principles)),
        w.p("Algemene doelen", style="Kop1"),
    ]
    for items in (general, team):
        if items is team:
            body.append(w.p("Doelen schoolteam", style="Kop1"))
        for item in items:
            body.append(tabbed("Doel", item["goal"]))
            body.append(tabbed("Aanpak", item["approach"]))
            body.append(tabbed("Uitvoering door", item["execution_by"]))
            if item["effort_coordinator"]:
                body.append(tabbed("Inzet KC", item["effort_coordinator"]))
            body.append(tabbed("Evaluatie", item["evaluation"]))
    for item in sections:
        body.append(w.p(item["subject"], style="Kop1"))
        for key, label in {
            "start": "Beginsituatie",
            "aim": "Doelstelling",
            "approach": "Aanpak",
            "support": "Hulp van",
            "evaluation": "Evaluatie",
            "share_with": "Delen met",
            "effort_subject": "Inzet leerkracht",
            "effort_coordinator": "Inzet kwaliteitscoördinator",
            "effort_third": "Inzet externen",
        }.items():
            if item[key]:
                body.append(tabbed(label, item[key]))
    return (
        package(w, *body),
        expected(
            "Christelijke basisschool De Wegwijzer",
            "2026-2027",
            principles,
            general,
            team,
            sections,
        ),
    )


DOCUMENTS = [b01_rietkraag, b02_jozef, b03_kofschip, b04_linde, b05_regenboog, b06_wegwijzer]
