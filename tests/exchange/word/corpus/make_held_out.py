"""Writes the HELD-OUT set of Word plans beside this file: ``python make_held_out.py``."""

import sys
from collections.abc import Callable
from pathlib import Path

from building import (
    Cell,
    Doc,
    Look,
    Part,
    Row,
    card,
    card_rows,
    loose,
    parts,
    running,
    style_xml,
    wide,
)

HERE = Path(__file__).resolve().parent / "held_out"
BOLD = {"b": "1"}
CASES: list[Callable[[], Doc]] = []


def case(make: Callable[[], Doc]) -> Callable[[], Doc]:
    """Register a document; the function's name becomes the file's name."""
    CASES.append(make)
    return make


def boxed(doc: Doc, start: int) -> str:
    """Take everything added since body item ``start`` out of the body, as XML."""
    content = "".join(doc.body[start:])
    del doc.body[start:]
    return content


@case
def h01_eigen_stijlen() -> Doc:
    """Running paragraphs, headings in the school's own styles, a dash behind bold labels."""
    doc = Doc(
        "Basisschool De Meander",
        "2026-2027",
        "Custom heading styles (by outline level or base style), bold labels with a dash.",
    )
    doc.extra_styles = (
        style_xml("PlanKop", "Plan kop", '<w:outlineLvl w:val="0"/>', "<w:b/>", "Standaard")
        + style_xml("PersoonKop", "Persoon kop", "", '<w:color w:val="C00000"/>', "Kop2")
        + style_xml("Tekstblok", "Tekst blok", "", "", "Standaard")
    )
    doc.title("Begeleidingsplan basisschool De Meander, 2026-2027")
    doc.plan.alternatives["school"] = ["basisschool De Meander"]
    doc.label("Uitgangspunten en principes", style="PlanKop")
    doc.principles(
        [
            "Het team bepaalt de koers.",
            "Een goed gesprek gaat voor een goed formulier.",
            "Succes vieren we hardop.",
        ],
        " ",
        style="Tekstblok",
    )
    doc.label("Algemene doelen", style="PlanKop")
    look = Look(fmt=BOLD, after=" — ", after_fmt={})
    one, two, team, *people = parts("""
general
t=1.: De leerlijn techniek loopt door tot en met groep 8.
a: Lessen ophalen bij elke groep en op volgorde leggen.
w: Techniekcommissie en alle leraren.
I: Twee bijeenkomsten.
e: Markt in april.
general
t=2.: Nieuwe toetsen leiden tot minder toetstijd.
a: Per groep nagaan welke toets niets toevoegt.
w: Leraren van groep 3 tot en met 8.
I: Maakt het overzicht.
e: Team, november.
team
t: Wij maken de vergaderingen korter en de gesprekken langer.
a: Mededelingen per mail, tijd voor inhoud.
w: Directeur en team.
I: Bewaakt de tijd.
e: Elke maand een duim omhoog of omlaag.
teacher | Leraar C.
bd: Heeft de kleuters van groep 1 voor het eerst alleen.
/
a: Elke week een kwartier vooruitkijken.
o: De onderwijsassistent.
/
e: Voor de herfst en voor de lente.
m: Groep 2.
/
L: Weekplan.
I: Acht kwartieren.
X: Geen.
teacher | Leraar F.
bd: Wil het laatste uur van de dag benutten. Doel: een einde dat rust geeft.
/
a: Drie vormen proberen.
o: Leraar C.
e: December.
m: Wie wil.
/
L: Elke dag.
I: Kijkt twee keer mee.
X: Geen.
""")
    for part in (one, two):
        running(doc, part, look, "Tekstblok")
    doc.label("Schoolteam", style="PlanKop")
    running(doc, team, look, "Tekstblok")
    doc.label("Individuele begeleiding", style="PlanKop")
    for part in people:
        doc.label(part.heading, style="PersoonKop")
        running(doc, part, look, "Tekstblok")
    return doc


@case
def h02_label_rechts() -> Doc:
    """Cards with the text on the left and the label on the right, below a cover table."""
    doc = Doc(
        "Prinses Irene",
        "2026-2027",
        "Cards with the label in the RIGHT column; school and year in a cover table.",
        "word-en",
    )
    doc.table(
        [
            [doc.head_cell("BEGELEIDINGSPLAN", span=2, shade="1F3864")],
            [doc.head_cell("Naam school:", {}), doc.head_cell("Prinses Irene", {})],
            [doc.head_cell("Cursusjaar:", {}), doc.head_cell("2026/2027", {})],
        ],
        [3000, 6000],
    )
    doc.h(1, "Principes")
    doc.principles(["Hulp vragen is kracht.", "Hulp geven is oefenen.", "Stoppen mag ook."])
    doc.h(1, "Algemene doelen")
    look = Look(
        {
            "w": "Uitvoering door",
            "b": "Beginsituatie",
            "m": "Delen met",
            "L": "Inzet leerkracht",
            "I": "Inzet interne begeleider",
        },
        {"i": "1"},
    )
    look.after = ""
    general, *people = parts("""
general
d: Alle werkplekken op de gang worden gebruikt.
a: Plekken een taak geven, afspraken ophangen.
w: Leerlingenraad en team
I: Loopt elke week een rondje
e: Na de meivakantie
teacher | Juf Renske
b: De instructietafel staat vol spullen.
d: Elke dag twee keer instructie aan de tafel.
a: Opruimen, rooster, beginnen
o: Juf Tineke
e: 30 oktober
m: De gang
L: Twintig minuten per dag
I: Eén bezoek
X: Geen
teacher | Juf Tineke
b: Er is geen tijd voor de reken-sterke kinderen.
d: Een verrijkingshoek die zichzelf uitlegt.
a: Hoek bouwen met de kinderen
o: Juf Renske
e: Februari
m: Niemand
L: Een middag bouwen
I: Leent materiaal
X: Oud-leerkracht: een middag hulp
learning_team | Leerteam oudergesprekken
b: Ouders vinden de gesprekken kort.
d: Een gesprek waar het kind bij is.
a: Proef in vier groepen
o: Directeur
e: Na het tweede rapport
m: Medezeggenschapsraad
L=Inzet leerteam: Proefgesprekken
I: Neemt er twee over
X: Ouders: denken mee
""")
    card(doc, general, look, swap=True)
    doc.h(1, "Leerkrachten en leerteams")
    for part in people:
        card(doc, part, look, swap=True)
    return doc


@case
def h03_breed_naam_midden() -> Doc:
    """Wide table with the name not in front, broken and hyphenated labels in the header."""
    doc = Doc(
        "OBS De Dijk",
        "2026-2027",
        "Wide table, name column in the middle, header labels with breaks and soft hyphens.",
    )
    doc.landscape = True
    doc.title("OBS De Dijk")
    doc.label("Begeleidingsplan voor het schooljaar 2026 / 2027", style="Ondertitel")
    doc.h(1, "Uitgangspunten")
    doc.principles(["Leren kost tijd, dus we maken tijd.", "Leren doe je van dichtbij."])
    doc.h(1, "Algemene doelen")
    goals = parts("""
general
b: Elk jaar begint met regels.
d: Elk jaar begint met kennismaken, zes weken lang.
a: Draaiboek per week
w: Alle groepen
I: Maakt het draaiboek
e: Oktober
general
b: De bibliotheek is dicht om twee uur.
d: Kinderen lenen op elk moment.
a: Kinderen beheren
w: Groep 7 en ouders
I: Geen
e: Na drie maanden
""")
    wide(
        doc,
        goals,
        {
            "d": "Doel",
            "b": "Begin{shy}situatie",
            "a": "Aanpak",
            "w": "Uitvoering{br}door",
            "I": "Inzet{br}IB’er",
            "e": "Evaluatie",
        },
    )
    doc.h(1, "Individueel")
    people = parts("""
teacher | Leraar Olaf
bd: Olaf geeft Engels in alle groepen en kent de kinderen slecht.
a: Namen leren, in de pauze mee naar buiten
o: Alle leraren
e: Kerst
m: Team
L: Iedere pauze
I: Maakt een smoelenboek
X: Geen
teacher | Leraar Petra
bd: Petra wil de beeldende lessen minder voorspelbaar.
a: Vijf opdrachten zonder voorbeeld
o: Museum
e: Expositie
m: Ouders
L: Voorbereiden
I: Kijken
X: Museum: twee lessen, één rondleiding
learning_team | Leerteam muziek en dans
bd: Er is een vakleerkracht, maar niemand werkt door.
a: Elke week herhalen
o: Vakleerkracht
e: Voorstelling
m: Team
L: Vier repetities
I: Geen
X: Vakleerkracht: filmpjes
""")
    wide(
        doc,
        people,
        {
            "bd": "Begin{shy}situatie / doel{shy}stelling",
            "s": "Naam",
            "a": "Aanpak",
            "o": "Onder{shy}steuning",
            "e": "Evaluatie",
            "m": "Delen{br}opbrengst met",
            "L": "Inzet leraar of leerteam",
            "I": "Inzet{br}IB’er",
            "X": "Inzet{nb}derden",
        },
    )
    return doc


@case
def h04_lettergrootte() -> Doc:
    """No styles: headings by size and colour only; bold labels run into their text."""
    doc = Doc(
        "Basisschool De Torenvalk",
        "2026-2027",
        "Headings only by font size and colour; label bold without colon; traps in the text.",
        "gdocs",
    )
    doc.font = "Calibri"
    large = {"sz": "40", "color": "2E74B5"}
    middle = {"sz": "30", "color": "2E74B5"}
    small = {"sz": "26", "color": "2E74B5"}
    doc.label("Begeleidingsplan", fmt=large)
    doc.label("Basisschool De Torenvalk – jaar 2026-2027", fmt={"color": "808080"})
    doc.loose_text("We maakten dit plan in mei en juni, in gesprekken van een half uur.")
    doc.label("Principes", fmt=middle)
    doc.principles(
        [
            "Je leert meer van kijken dan van horen.",
            "Onze evaluatie is kort en we doen er iets mee.",
        ]
    )
    doc.label("Algemene doelen", fmt=middle)
    look = Look({"w": "Door wie", "I": "Inzet IB’er", "m": "Delen opbrengst met"}, BOLD, " ", {})
    general, *people = parts("""
general
d: Elke leerling kan vertellen wat het leert en waarom.
a: Aanpak van de zusterschool overnemen en inkorten.
We beginnen in de middenbouw.
w: Alle leraren, de middenbouw als eerste.
I: Vier gesprekken met kinderen.
e: Evaluatie samen met de leerlingenraad.
teacher | Leraar Naomi
b: Naomi is handig met programmeren, de andere leraren vragen haar vaak om hulp.
d: Collega's kunnen het zelf.
a: - Drie workshops
- Een spreekuur in plaats van tussendoor
- Doel per workshop vooraf rondsturen
o: Bovenschoolse ICT'er
e: Met de deelnemers, aan het eind van elke workshop
m: Bestuur
L=Inzet leraar: Drie middagen
I: Zorgt voor vervanging.
X=Inzet externe: Bestuur: laptops
teacher | Leraar Steven
b: Steven heeft een drukke groep 6.
d: Wisselingen zonder geluid.
a: Beginnen met de gang.
Dan het lokaal.
Dan het plein.
o: Inzet van de hele bouw, want de gang is van iedereen.
e: Na zes weken
m: Bouw
L=Inzet leraar: Elke dag hetzelfde doen.
I: Op de gang staan.
X=Inzet externe: Geen
""")
    loose(doc, general, look)
    doc.label("Leraren", fmt=middle)
    for part in people:
        doc.label(part.heading, fmt=small)
        loose(doc, part, look)
    return doc


@case
def h05_een_grote_tabel() -> Doc:
    """The whole plan in one table: title rows, section rows, then label and text."""
    doc = Doc(
        "RKBS De Klimop",
        "2026-2027",
        "The entire plan is ONE table with full-width section rows.",
        "word-en",
    )
    dark, light = "1F4E79", "DEEAF6"
    look = Look({"w": "Wie", "I": "Inzet IB", "L": "Inzet leerkracht"})
    look.after = ""
    general, second, team, *people = parts("""
general
d: Instructie duurt zo lang als nodig en geen minuut langer.
a: Opnames van jezelf, in tweetallen bekijken.
w: Alle leerkrachten
I: Twee tweetallen begeleiden
e: Werkoverleg in december
general
d: Elke leerkracht kent de sociale kaart van de wijk.
a: Wandeling en lunch
w: Team
I: Organiseert
e: Na de lunch
team
d: We sluiten elke week samen af.
a: Vrijdag, kwart over drie
w: Om de beurt
I: Doet mee
e: Zomer
teacher | Leerkracht Maud
b: Net terug na een jaar in het buitenland.
d: De draad oppakken in groep 4.
a: Eén vak tegelijk
o: Parallelcollega
e: Elke maand
m: Niet delen
L: Een planning
I: Een half uur per week
X:
teacher | Leerkracht Ferdi
b: Veel kennis van sport.
d: Coöperatief spelen op het plein.
a: Spelkoffers
o: Sportservice
e: Juni
m: Alle leerkrachten
L: Vier koffers
I: Geen
X: Sportservice: materiaal
learning_team | Leerteam kleuters
b: Drie kleutergroepen werken los van elkaar.
d: Thema's samen.
a: Thema-overleg
o: Bibliotheek
e: Na elk thema
m: Groep 3
L=Inzet leerteam: Voorbereiding in tweetallen
I: Bij het eerste overleg
X: Bibliotheek: themakist
coordinator | Interne begeleider
b: Ik schrijf te lange verslagen.
d: Een verslag past op een half blad.
a: Voorbeeld van een collega volgen
o: Directeur
e: Team leest mee in maart
m: Team
X:
""")
    rows = [
        Row([doc.head_cell("Begeleidingsplan RKBS De Klimop", span=2, shade=dark)]),
        Row([doc.head_cell("Schooljaar"), doc.head_cell("’26/’27", {})]),
        Row([doc.head_cell("Principes", span=2, shade=dark)]),
    ]
    principles = ["We gaan uit van goede wil.", "We gaan voor wat kan.", "We gaan samen."]
    doc.plan.principles += principles
    rows.append(Row([Cell("\n".join("- " + text for text in principles), span=2)]))
    rows.append(Row([doc.head_cell("Algemene doelen", span=2, shade=dark)]))
    rows += card_rows(doc, general, look, title=False)
    rows.append(Row(["", ""]))
    rows += card_rows(doc, second, look, title=False)
    rows.append(Row([doc.head_cell("Schoolteam", span=2, shade=dark)]))
    rows += card_rows(doc, team, look, title=False)
    rows.append(Row([doc.head_cell("Leerkrachten", span=2, shade=dark)]))
    for part in people:
        if part.kind == "learning_team":
            rows.append(Row([doc.head_cell("Leerteams", span=2, shade=dark)]))
        shade = dark if part.kind == "coordinator" else light
        rows.append(Row([doc.head_cell(part.heading, span=2, shade=shade)]))
        rows += card_rows(doc, part, look, title=False)
    doc.table(rows, [2600, 6600])
    return doc


@case
def h06_label_in_cel() -> Doc:
    """Two cells a row, in each cell the label, a colon and the text."""
    doc = Doc(
        "De Stelberg", "2026-2027", "Label and text together in one cell, two or three cells a row."
    )
    doc.title("Begeleidingsplan De Stelberg")
    doc.label("Schooljaar 2026–2027")
    doc.h(1, "Uitgangspunten en principes")
    doc.principles(
        [
            "Vandaag een beetje beter dan gisteren.",
            "We leren van wat misgaat.",
            "Afspraak is afspraak, tot we een betere hebben.",
        ],
        "# ",
    )
    doc.h(1, "Algemene doelen")
    items = parts("""
general
d: Kinderen schrijven elke dag.
a: Dagelijks tien minuten, zonder cijfer
w: Alle groepen vanaf groep 3
I: Schrijft mee in twee groepen
e: Schrijfmuur in maart
teacher | Leerkracht Aafke
b: Aafke heeft twee stagiairs.
d: Stagiairs krijgen echte taken.
a: Taakverdeling op maandag
o: Schoolopleider
e: Tussentijds en aan het eind
m: Andere mentoren
L: Begeleidingsgesprek
I: Denkt mee: twee keer
X: Pabo: bezoek in november
teacher | Leerkracht Jelmer
b: Jelmer vindt oudergesprekken spannend.
d: Een lastig gesprek rustig voeren.
a: Oefenen met een acteur
o: Leerkracht Aafke
e: Na drie gesprekken
m: Niet delen
L: Voorbereiding
I: Erbij als hij het vraagt
X: Acteur: één middag
""")
    names = {
        "d": "Doel",
        "a": "Aanpak",
        "w": "Uitvoering door",
        "I": "Inzet IB'er",
        "e": "Evaluatie",
        "b": "Beginsituatie",
        "o": "Ondersteuning",
        "m": "Delen opbrengst met",
        "L": "Inzet leerkracht",
        "X": "Inzet derden",
    }
    doc.plan.parts += items

    def cell(part: Part, code: str, span: int = 1) -> Cell:
        doc.plan.labels.append(names[code])
        text = f"{{b:{names[code]}}}: {part.value(code)}"
        return Cell(text, span=span)

    goal = items[0]
    doc.table(
        [
            [cell(goal, "d", 6)],
            [cell(goal, "a", 3), cell(goal, "w", 3)],
            [cell(goal, "I", 3), cell(goal, "e", 3)],
        ],
        [1500] * 6,
    )
    doc.h(1, "Leerkrachten")
    for part in items[1:]:
        doc.table(
            [
                [doc.head_cell(part.heading, span=6, shade="E2EFD9")],
                [cell(part, "b", 3), cell(part, "d", 3)],
                [cell(part, "a", 3), cell(part, "o", 3)],
                [cell(part, "e", 3), cell(part, "m", 3)],
                [cell(part, "L", 2), cell(part, "I", 2), cell(part, "X", 2)],
            ],
            [1500] * 6,
        )
    return doc


@case
def h07_label_als_alinea() -> Doc:
    """One-column tables: in each cell a label paragraph, then paragraphs and lists."""
    doc = Doc(
        "Christelijke basisschool Eben Haëzer",
        "2026-2027",
        "One-column tables; label is a paragraph of its own in the cell, text below it.",
        "word-en",
    )
    doc.title("Begeleidingsplan 2026-2027")
    doc.label("Christelijke basisschool Eben Haëzer")
    doc.h(1, "Uitgangspunten en principes")
    doc.principles(["Ieder mens is van waarde.", "Wij dragen elkaars lasten."], " ")
    doc.h(1, "Algemene doelen")
    look = Look({"w": "Uitvoering door", "b": "Beginsituatie", "I": "Inzet IB'er"}, {"u": "1"}, "")
    items = parts("""
general
d: Er is één manier van huiswerk opgeven.
a: - Huiswerk inventariseren
-- per groep
-- per vak
- Afspraken maken
w: Leraren van groep 6, 7 en 8
I: Leest de afspraken na
e: Twee keer: januari en mei
teacher | Leraar Gerda
b: Gerda werkt 32 jaar met kleuters.
Zij heeft een schat aan spelideeën.
d: De ideeën staan op papier.
a: Een kaart per week
o: Een collega met een camera
e: Als er veertig kaarten zijn
m: Alle kleuterleraren
L: Een kaart per week
I: Maakt de eerste vijf mee
X: Drukker: kaarten
teacher | Leraar Arie
b: Arie zoekt een vorm voor geschiedenis.
d: Verhalen, bronnen en een tijdbalk die groeit.
a: Voorbereiden met de streekarchivaris.
Daarna elke maand een bronles.
o: Streekarchief
e: Mei
m: Bovenbouw
L: Acht lessen
I: Geen
X: Streekarchief: twee ochtenden
""")

    def stacked(part: Part, title: bool) -> None:
        start = len(doc.body)
        loose(doc, part, look, "next")
        del doc.body[start:]
        rows = [Row([doc.head_cell(part.heading, shade="F2F2F2")])] if title else []
        for item in part.items:
            word = look.text(doc, item)
            doc.plan.labels.pop()
            xml = doc.para(word, fmt=look.fmt) + doc.lines(item.value)
            rows.append(Row([Cell(xml=xml)]))
        doc.table(rows, [9000])

    stacked(items[0], False)
    doc.h(1, "Leraren")
    for part in items[1:]:
        stacked(part, True)
    return doc


@case
def h08_koppen_in_tabel() -> Doc:
    """Every heading is a coloured one-cell table; the text below it runs on."""
    doc = Doc(
        "Openluchtschool Zuid",
        "2027-2028",
        "Headings are one-cell tables; running text below; label words in the text.",
        chop=8,
    )

    def banner(text: str, shade: str = "C5E0B3") -> None:
        doc.table([[doc.head_cell(text, {"caps": "1", "b": "1"}, shade=shade)]], [9000], gap=False)

    banner("Begeleidingsplan Openluchtschool Zuid 2027-2028", "70AD47")
    doc.p()
    banner("Uitgangspunten en principes")
    doc.principles(
        [
            "Buiten is binnen zonder dak.",
            "We bewegen mee, d.w.z. we luisteren eerst.",
            "We houden vol.",
        ],
        " ",
    )
    banner("Algemene doelen")
    general, *people = parts("""
general
t=1.: De buitenlessen hebben een leerdoel.
a: Lessen verzamelen: wat was het doel, wat zagen we? Daarna kiezen.
w: Leraren, in duo's.
I: Loopt mee met vier lessen.
e: Picknick in juni: wat nemen we mee?
teacher | Leraar Vera
bd: Vera wil weten of de ondersteuning van de vrijwilligers werkt. Doel: taken die passen.
/
a: Gesprek met elke vrijwilliger. Evaluatie met hen volgt later.
o: Conciërge
/
e: Elk seizoen
m: Team en vrijwilligers
/
L: Acht gesprekken.
I: Geen.
X: Vrijwilligers: een uur per gesprek.
teacher | Leraar Wouter
bd: Wouter geeft les in een tent. De inzet is groot, het effect niet zichtbaar.
/
a: Twee lessen meten en vergelijken.
o: Onderzoeker
/
e: Maart
m: Team
/
L: Meten.
I: Helpt met de vragen.
X: Onderzoeker: vragenlijst en verslag.
""")
    running(doc, general, Look())
    for part in people:
        banner(part.heading)
        running(doc, part, Look())
    doc.plan.ignore.append("Etc.")
    doc.p("Etc.")
    return doc


@case
def h09_tekstvakbanieren() -> Doc:
    """Text boxes as banners above each part; one of them old VML only; the text is outside."""
    doc = Doc(
        "Basisschool De Vuurtoren",
        "2026-2027",
        "Headings inside text boxes (one VML-only), content in the body between them.",
    )
    doc.plan.labels += ["Begeleidingsplan", "Basisschool De Vuurtoren", "Schooljaar 2026/2027"]
    doc.textbox(
        doc.para("Begeleidingsplan", fmt={"b": "1", "sz": "48"})
        + doc.para("Basisschool De Vuurtoren")
        + doc.para("Schooljaar 2026/2027"),
        vml_only=True,
    )

    def banner(text: str, fmt: dict[str, str] | None = None) -> None:
        doc.plan.labels.append(text)
        doc.textbox(doc.para(text, fmt=fmt or {"b": "1", "sz": "28"}))

    banner("Uitgangspunten en principes")
    doc.principles(["Licht geven zonder te verblinden.", "Koers houden, ook bij tegenwind."])
    banner("Algemene doelen")
    general, *people = parts("""
general
d: Leerlingen helpen elkaar voordat ze de leraar vragen.
a: Maatjeskaart invoeren
w: Alle groepen
I: Ontwerpt de kaart
e: Na vier weken en na vier maanden
teacher | Leraar Elin
b: Elin vindt het lastig om te kiezen uit het aanbod.
d: Een periodeplanning op één blad.
a: Blad ontwerpen, uitproberen, schrappen
o: Bouwcoördinator
e: Elke periode
m: Bouw
L: Een uur per periode
I: Kijkt het eerste blad na
X: Geen
teacher | Leraar Pieter
b: Pieter heeft een groep met veel vragen over de wereld.
d: Nieuws krijgt een plek zonder dat het bang maakt.
a: Wekelijkse nieuwskring
o: Leraar Elin
e: Februari
m: Bovenbouw
L: Voorbereiden
I: Eén kring
X: Krant: gastles
learning_team | Leerteam lezen
b: Tutorlezen is gestopt.
d: Tutorlezen start opnieuw.
a: Tutoren opleiden
o: Bibliotheek
e: Mei
m: Team
L=Inzet leerteam: Elke week een uur
I: Geen
X: Bibliotheek: boeken
""")
    card(doc, general, Look(fmt=BOLD), title=False)
    for part in people:
        banner(part.heading)
        if part.kind == "teacher":
            loose(doc, part, Look(fmt=BOLD))
        else:
            running(doc, part, Look())
    return doc


@case
def h10_bijgehouden_rijen() -> Doc:
    """Tracked rows, moved paragraphs, labels changed by tracking, an inserted part."""
    doc = Doc(
        "Basisschool De Hoeksteen",
        "2026-2027",
        "Inserted and deleted rows, moved paragraphs, tracked labels, an inserted section.",
        "word-en",
    )
    doc.title("Begeleidingsplan {ins:Basisschool }De Hoeksteen")
    doc.label("{del:2024-2025}{ins:2026-2027}", style="Subtitle")
    doc.h(1, "{del:Visie}{ins:Principes}")
    doc.body.append(doc.lines("- {to:Kleine stappen tellen.}"))
    doc.principles(["Wij praten met{del: en over} elkaar."])
    doc.p("{from:Kleine stappen tellen.}", num=(1, 0), mark="moveFrom")
    doc.plan.principles.insert(0, "Kleine stappen tellen.")
    doc.h(1, "Algemene doelen")
    general, sara, bob, new = parts("""
general
d: De {del:methode}{ins:leerlijn} aardrijkskunde past bij onze omgeving.
a: Drie excursies {ins:dicht bij huis}{del:per bus}
w: Groep 5 tot en met {del:7}{ins:8}
I: Voorbereiden van één excursie
e: Na elke excursie
teacher | Leraar Sara
b: Sara start met {del:acht}{ins:negen} kinderen in de schakelklas.
d: Ze kan na een jaar laten zien hoe de taal groeit.
a: Woordenboek per kind
o: Taalcoach
e: Elke tien weken
m: Team
L: Bijhouden
I: Drie gesprekken
X: Taalcoach: wekelijks
teacher | Leraar Bob
b: Bob werkt {ins:sinds kort }in deeltijd.
d: Hij laat los wat niet bij hem hoort.
a: Taken herverdelen
o: Directeur
e: Oktober
m: Niet delen
L: Takenlijst
I: Eén gesprek
X: Geen
teacher | {ins:Leraar Evi}
bd: {ins:Evi is gevraagd als rekencoördinator.}
a: {ins:Meelopen met de huidige coördinator.}
e: {ins:Aan het eind van het jaar.}
m: {ins:Team.}
""")
    rows = card_rows(doc, general, Look({"w": "{del:Wie}{ins:Uitvoering door}"}, BOLD))
    doc.table(rows, [2600, 6400])
    doc.h(1, "Leraren")
    rows = card_rows(doc, sara, Look(fmt=BOLD))
    rows[7].track = "ins"
    rows.insert(4, Row(["{del:Opmerkingen}", "{del:Rooster volgt}"], track="del"))
    doc.table(rows, [2600, 6400])
    doc.table(card_rows(doc, bob, Look({"a": "{del:Plan van aanpak}{ins:Aanpak}"})), [2600, 6400])
    doc.plan.parts.append(new)
    doc.plan.labels += [
        "Leraar Evi",
        "Beginsituatie/doelstelling",
        "Aanpak",
        "Evaluatie",
        "Delen opbrengst met",
    ]
    doc.p(new.heading, style="Heading2", mark="ins")
    doc.p(
        "{ins:Beginsituatie/doelstelling: Evi is gevraagd als rekencoördinator. Aanpak: Meelopen "
        "met de huidige coördinator.}",
        mark="ins",
    )
    doc.p(
        "{ins:Evaluatie: Aan het eind van het jaar. }{del:Ondersteuning: Pabo. }"
        "{ins:Delen opbrengst met: Team.}",
        mark="ins",
    )
    doc.p("{del:Leraar Joep}", style="Heading2", mark="del")
    doc.p("{del:Beginsituatie/doelstelling: Joep gaat weg. Aanpak: Afscheid.}", mark="del")
    return doc


@case
def h11_automatische_nummers() -> Doc:
    """Automatic numbers in headings, goals as numbered items, labels as lettered items."""
    doc = Doc(
        "Basisschool De Sterrenwacht",
        "2026-2027",
        "Automatic heading numbers, goals as numbered list items, labels as lettered items.",
    )
    doc.title("Begeleidingsplan")
    doc.label("Basisschool De Sterrenwacht, 2026 t/m 2027")
    doc.h(1, "Uitgangspunten en principes", num=(4, 0))
    doc.principles(["Nieuwsgierig blijven.", "Ver kijken en dichtbij beginnen."], "# ")
    doc.h(1, "Algemene doelen", num=(4, 0))
    items = parts("""
general
d: Kinderen onderzoeken een eigen vraag.
a: Vraag van de week
w: Alle leraren
I: Drie lessen samen
e: Onderzoeksbeurs
general
d: De entree laat zien wat we leren.
a: Elke maand een andere groep
w: Groepen om de beurt
I: Rooster
e: Rondvraag bij ouders
teacher | Leraar Roos
bd: Roos maakt zelf lesmateriaal en komt om in het werk.
a: Kiezen wat blijft
Delen wat een ander kan gebruiken
o: Leraar Sven
e: Kerst
m: Team
L: Kast opruimen
I: Twee uur
X: Geen
teacher | Leraar Sven
bd: Sven wil zijn nakijkwerk halveren.
a: Kinderen kijken na
o: Leraar Roos
e: Pasen
m: Bovenbouw
L: Bijhouden hoeveel tijd het kost
I: Eén gesprek
X: Geen
""")
    look = Look({"L": "Inzet leraar", "I": "Inzet IB'er"})

    def lettered(part: Part) -> None:
        doc.plan.parts.append(part)
        for item in part.items:
            if item.code == "d":
                doc.p(item.value, num=(2, 0))
                continue
            first, *more = item.value.split("\n")
            doc.p(f"{look.text(doc, item)}: {first}", num=(3, 1 if part.kind == "general" else 0))
            for line in more:
                doc.p(line, props='<w:ind w:left="720"/>')

    for part in items[:2]:
        lettered(part)
    doc.h(1, "Begeleiding van leraren", num=(4, 0))
    for part in items[2:]:
        doc.h(2, part.heading, num=(4, 1))
        lettered(part)
    return doc


@case
def h12_alles_in_besturing() -> Doc:
    """The whole document inside nested content controls; fields in title, labels and text."""
    doc = Doc(
        "Academie Tienvoudig",
        "2026-2027",
        "All content in nested content controls; fields in title, label and value.",
        chop=12,
    )
    doc.title("Begeleidingsplan {fld:2026-2027}")
    doc.label("{cfld:Academie Tienvoudig}")
    doc.h(1, "Uitgangspunten en principes")
    doc.principles(["Wij vragen door.", "Wij {smart:delen} {sdt:open}."], " ")
    doc.h(1, "Algemene doelen")
    general, team, *people = parts("""
general
t=1.: {sdt:De units wisselen elke week een les uit.}
a: {sdt:Rooster en voorbeelden}, daarna {fld:oefenen}.
w: Unitleiders.
I: Zes {sdt:bezoeken}.
e: {cfld:April}.
team
t: Wij vergaderen staand.
a: Een half uur, drie punten.
w: Iedereen.
I: Tijdbewaker.
e: Na een kwartaal.
teacher | Groepsleerkracht {sdt:Yvonne}
bd: Yvonne werkt in twee units. {sdt:Doel: één weekplanning.}
/
a: Planning per unit naast elkaar leggen.
o: {sdt:Unitleider}
/
e: {sdt:Kerst}
m: {fld:Unit}
/
L=Inzet groepsleerkracht: {sdt:Planning.}
I: Twee gesprekken.
X: {sdt:Geen.}
learning_team | Leerteam rekenen
bd: Automatiseren is weggezakt.
/
a: Spelvormen.
o: Rekenspecialist
/
e: Juni
m: Team
/
L=Inzet leerteamleden: {sdt:Vijf middagen.}
I: Geen.
X: Geen.
""")
    running(doc, general, Look())
    doc.h(1, "Schoolteam")
    running(doc, team, Look())
    for part in people:
        start = len(doc.body)
        doc.h(1, part.heading)
        inner = len(doc.body)
        running(doc, part, Look(words={"e": "{fld:Evaluatie}"}))
        doc.inside_sdt(inner)
        doc.inside_sdt(start)
    doc.inside_sdt(0)
    return doc


@case
def h13_kolommen_en_tabs() -> Doc:
    """Two newspaper columns, label and text set apart by tabs, column breaks, hanging lines."""
    doc = Doc(
        "Basisschool Het Palet",
        "2026-2027",
        "Two columns, tabs between label and text, column break runs, year as 2026/27.",
        "word-en",
        13,
    )
    doc.columns = 2
    doc.label("BEGELEIDINGSPLAN 2026/27", fmt={"b": "1", "sz": "32"})
    doc.label("BASISSCHOOL HET PALET", fmt=BOLD)
    doc.label("PRINCIPES", fmt=BOLD)
    doc.principles(
        ["We mengen kleuren.", "We beginnen met een schets.", "Een fout mag blijven staan."]
    )
    doc.label("ALGEMENE DOELEN", fmt=BOLD)
    look = Look(
        {"w": "Uitvoering", "I": "Inzet IB’er", "L": "Inzet leraar", "m": "Delen met"},
        {"i": "1"},
        "{tab}",
        {},
    )
    general, *people = parts("""
general
d: Tekenen is een manier van denken, in alle vakken.
a: Schetsboek voor elk kind
w: Team
I: Schetst mee
e: Expositie in de hal
teacher | Leraar U. | LERAAR U.
b: Gebruikt veel werkbladen.
d: Een week zonder werkblad.
a: Eerst rekenen, dan taal
o: Leraar W.
e: Na de week
m: Team
L: Voorbereiding
I: Twee dagdelen
X: Geen
teacher | Leraar W. | LERAAR W.
b: Vindt het moeilijk om de groep te laten kiezen.
d: Keuzewerk op vrijdag.
a: Vijf keuzes, daarna tien
o: Leraar U.
e: Elke maand
m: Niet delen
L: Keuzebord
I: Eén vrijdag
X: Geen
learning_team | Leerteam atelier | LEERTEAM ATELIER
b: Het atelier is een berghok.
d: Het atelier gaat in januari open.
a: Ruimen, verven, inrichten
o: Ouders
e: Opening
m: De buurt
L=Inzet leerteam: Zes zaterdagen
I: Verft mee
X: Ouders: gereedschap
""")
    loose(doc, general, look)
    for at, part in enumerate(people):
        doc.p("{cb}" if at == 1 else "")
        doc.label(part.heading, fmt=BOLD)
        loose(doc, part, look)
    return doc


@case
def h14_breed_met_nest() -> Doc:
    """Wide table with names over two goals, nested tables as values and a gap before some rows."""
    doc = Doc(
        "Kindcentrum Noorderlicht",
        "2026-2027",
        "Wide table: names over two goals, nested table as a value, empty and short rows.",
    )
    doc.landscape = True
    doc.title("Begeleidingsplan Kindcentrum Noorderlicht (2026-2027)")
    doc.h(1, "Uitgangspunten en principes")
    doc.principles(
        ["We zijn er voor alle kinderen van nul tot dertien.", "We praten dezelfde taal."], " "
    )
    doc.h(1, "Algemene doelen")
    wide(
        doc,
        parts("""
general
d: De middagen zijn van opvang en school samen.
a: - ateliers
- sport
- rust
w: Medewerkers van beide
I: Overlegt met de opvang
e: Elk kwartaal
"""),
        {
            "d": "Doelstelling",
            "a": "Aanpak",
            "w": "Uitgevoerd door",
            "I": "Inzet IB’er",
            "e": "Evaluatiemoment",
        },
    )
    doc.h(1, "Begeleiding van leerkrachten")
    people = parts("""
teacher | Leerkracht Youssef
bd: Startende leerkracht in groep 5.
a: Klassenmanagement oefenen
elke maandag een routine
elke vrijdag terugkijken
o: Coach
e: Herfst
m: Mentor
L: Oefenen
I: Wekelijks
X: Coach: vijf bezoeken
teacher | Leerkracht Youssef
bd: Wil daarna zijn rekenlessen verrijken.
a: Rijke problemen
o: Rekenspecialist
e: Voorjaar
m: Bouw
L: Zes lessen
I: Twee lessen
X: Geen
teacher | Leerkracht Doutzen
bd: Leidt de werkgroep natuur en raakt de eigen groep kwijt.
a: Vaste dagen in de klas
o: Directeur
e: Januari
m: Niet delen
L: Rooster
I: Gesprek
X: Geen
teacher | Leerkracht Doutzen
bd: Schooltuin voor alle groepen.
a: Tuinkalender
o: Tuinvereniging
e: Oogstfeest
m: Iedereen
L: Kalender
I: Geen
X: Tuinvereniging: zaden en raad
""")
    doc.plan.parts += people
    codes = ["bd", "a", "o", "e", "m", "L", "I", "X"]
    heads = [
        "Naam",
        "Beginsituatie/doelstelling",
        "Werkwijze",
        "Ondersteuning door",
        "Evaluatie",
        "Opbrengst delen met",
        "Inzet leerkracht",
        "Inzet IB’er",
        "Inzet externen",
    ]
    first, *actions = people[0].value("a").split("\n")
    nest = doc.table_xml([[line] for line in actions], [1200])
    nested = Cell(xml=doc.para(first) + nest)

    def values(at: int) -> list[Cell | str]:
        return [people[at].value(code) for code in codes]

    top = values(0)
    top[1] = nested
    doc.table(
        [
            Row([doc.head_cell(text, shade="B4C6E7") for text in heads], header=True),
            [doc.head_cell("Leerkracht Youssef", merge="restart"), *top],
            [Cell(merge="cont"), *values(1)],
            [""] * 9,
            Row([doc.head_cell("Leerkracht Doutzen", merge="restart"), *values(2)], sdt=True),
            [Cell(merge="cont"), *values(3)],
        ],
        [1500] * 9,
    )
    return doc


@case
def h15_google_tabel_kapitalen() -> Doc:
    """Google Docs: capital labels in tables with a row of column titles, odd apostrophes."""
    doc = Doc(
        "De Tweemaster",
        "2026-2027",
        "Google Docs, label column in capitals, a 'Onderdeel | Beschrijving' row to skip.",
        "gdocs",
    )
    doc.font = "Roboto"
    doc.label("Begeleidingsplan van De Tweemaster", fmt={"b": "1", "sz": "40"})
    doc.label("2026 — 2027", fmt={"color": "666666"})
    doc.label("Onze principes", fmt={"b": "1", "sz": "28"})
    doc.principles(["Vragen staat vrij.", "Elk antwoord is een begin."])
    doc.label("Algemene doelen", fmt={"b": "1", "sz": "28"})
    names = {
        "b": "BEGINSITUATIE",
        "d": "DOELSTELLING",
        "a": "WERKWIJZE",
        "w": "UITVOERING DOOR",
        "o": "BEGELEIDING DOOR",
        "e": "EVALUATIEMOMENT",
        "m": "OPBRENGST DELEN MET",
        "L": "INZET LEERKRACHT",
        "I": "INZET IB`ER",
        "X": "INZET EXTERNEN",
    }
    look = Look(names, {}, "")
    general, *people = parts("""
general
d: Kleuters gaan op ontdekking in de wijk.
a: Vijf wandelingen, elk met een vraag
w: Groep 1 en 2
I: Loopt één keer mee
e: Kaart van de wijk
teacher | Annelies (gr. 1/2 A)
b: Annelies en haar assistent doen alles samen.
d: Ieder een eigen groepje, elke dag.
a: Taken verdelen op maandag
o: Collega van 1/2 B
e: Na de herfstvakantie
m: Kleuterteam
L: Weekschema
I: Twee observaties
X: Geen
teacher | Christa (gr. 1/2 B)
b: De zaal wordt weinig gebruikt.
d: Elke dag bewegen.
a: Lessen uit de map van de vakleerkracht
o: Vakleerkracht gym
e: December en april
m: Kleuterteam
L: Lessen kiezen
I: Geen
X: Vakleerkracht: voorbeeldlessen
coordinator | Eigen ontwikkeling IB'er
b: Ik weet veel van taal en weinig van rekenen.
d: Rekengesprekken kunnen voeren.
a: Cursus en oefenen in groep 4
o: Rekencoördinator
e: Ik vertel het team in mei wat ik leerde.
m: Team
X: Cursusleider: terugkomdag
""")
    for part in (general, *people):
        if part is people[0]:
            doc.label("Begeleiding", fmt={"b": "1", "sz": "28"})
        rows = card_rows(doc, part, look, title=False)
        rows.insert(0, Row([doc.head_cell("Onderdeel"), doc.head_cell("Beschrijving")]))
        if part.kind != "general":
            doc.label(part.heading, fmt={"b": "1"})
        doc.table(rows, [3000, 6000])
    return doc


@case
def h16_libreoffice_gemengd() -> Doc:
    """Written by LibreOffice: frames, line breaks, tracked changes, a wide table."""
    doc = Doc(
        "Basisschool De Molenwiek",
        "2026-2027",
        "Written by LibreOffice: text box, controls, w:br labels, tracked changes, wide table.",
        "libre",
    )
    doc.resave = True
    doc.footer = "De Molenwiek"
    doc.title("Begeleidingsplan ’26-’27")
    doc.label("Basisschool De Molenwiek", style="Subtitle")
    doc.plan.labels.append("Principes")
    doc.p("Principes", style="Heading1")
    principles = ["De wind is van iedereen.", "Draaien doe je samen."]
    doc.plan.principles += principles
    doc.textbox("".join(doc.para(text) for text in principles))
    doc.h(1, "Algemene doelen")
    wide(
        doc,
        parts("""
general
d: De groepsbezoeken gaan over {del:orde}{ins:leren}.
a: Kijkvraag van de leraar
w: Alle leraren
I: Twaalf bezoeken
e: Na elke ronde
general
d: De overgang naar het voortgezet onderwijs is warm.
a: Overdracht met het kind erbij
w: Groep 8
I: Plant de gesprekken
e: November
"""),
        {"d": "Doel", "a": "Aanpak", "w": "Door wie", "I": "Inzet IB'er", "e": "Evaluatie"},
    )
    ilse, koos, own = parts("""
teacher | Leraar Ilse
b: Ilse wil minder mails{ins: van ouders}.
//
d: Een weekbericht in plaats van losse antwoorden.
//
a: Weekbericht op vrijdag
//
o: Leraar Koos
//
e: Na een maand
//
m: Team
//
L: Een half uur
//
I: Leest het eerste bericht
//
X: Ouders: reageren
teacher | Leraar Koos
b: Koos gaat naar groep 3.
d: De letters aanbieden met beweging.
a: - bewegen
-- op het plein
-- in de klas
- schrijven
o: Vakleerkracht
e: Kern 6
m: Onderbouw
L: Elke dag
I: Vier lessen
X:
coordinator | Intern begeleider
bd: Ik wil leren hoe je een team laat onderzoeken.{fn:Via de masterclass van het bestuur.}
a: Een onderzoeksvraag van het team begeleiden.
o: Docent van de masterclass
e: Presentatie in juni
m: Team
""")
    doc.h(1, "Leraren")
    doc.h(2, ilse.heading)
    running(doc, ilse, Look(fmt=BOLD))
    doc.h(2, koos.heading)
    card(doc, koos, Look(fmt=BOLD), title=False)
    doc.h(1, own.heading)
    running(doc, own, Look())
    return doc


@case
def h17_noten_in_tabel() -> Doc:
    """Notes in cells, in a label and in a heading; links in cells; an own part."""
    doc = Doc(
        "Basisschool De Horizon",
        "2026-2027",
        "Foot- and endnotes in cells, at a label and at a heading; hyperlinks.",
        "word-en",
    )
    doc.title("Begeleidingsplan Basisschool De Horizon")
    doc.label("Schooljaar 2026/2027{fn:Dit plan geldt tot de zomer.}", style="Subtitle")
    doc.h(1, "Principes")
    doc.principles(["Onderzoek hoort bij het werk.", "Data zijn het begin van een gesprek."])
    doc.h(1, "Algemene doelen")
    look = Look({"m": "Delen opbrengst met{fn:Niet delen mag altijd.}", "I": "Inzet IB'er"}, BOLD)
    look.after = ""
    general, one, two = parts("""
general
t: We gebruiken twee kijkwijzers en niet meer.
a: Kiezen uit {a:de verzameling} van het bestuur{en:De verzameling is te vinden op het teamplein.}
w: Stuurgroep
I: Lid van de stuurgroep
e: Na een half jaar{fn:Week 5 of week 6.}
teacher | Leraar Tirza
b: Tirza geeft les aan een kleine groep 8.
d: Elke leerling houdt een {a:portfolio} bij.
a: Beginnen met één vak
o: Collega van de vorige school
e: Maart
m: Bovenbouw
L: Portfoliogesprekken
I: Drie gesprekken
X: {a:Steunpunt}: advies
teacher | Leraar Aziz | Leraar Aziz{en:Vanaf 1 januari.}
b: Aziz komt in januari.
d: Een zachte landing.
a: Inwerkmap
o: Maatje
e: Na zes weken
m: Niet delen
L: Vragen verzamelen
I: Wekelijks kort
X:
""")
    card(doc, general, Look())
    doc.h(1, "Leraren")
    card(doc, one, look)
    card(doc, two, Look(fmt=BOLD))
    return doc


@case
def h18_losse_teksten() -> Doc:
    """Texts that belong nowhere, two parts of the school's own kind, header and footer noise."""
    doc = Doc(
        "Basisschool De Ontdekking",
        "2026-2027",
        "Several texts that belong nowhere, two own parts, label words in header and footer.",
    )
    doc.header = "Begeleidingsplan 2025-2026"
    doc.footer = "Evaluatie: zie jaarverslag"
    doc.title("Begeleidingsplan")
    doc.label("Basisschool De Ontdekking, schooljaar 2026-2027", style="Ondertitel")
    doc.loose_text("Vastgesteld in de teamvergadering van 24 juni 2026.")
    doc.loose_text("Dit is het derde jaar dat wij zo'n plan maken. Wie vragen heeft, loopt binnen.")
    doc.h(1, "Uitgangspunten en principes")
    doc.principles(["Ruimte geven en richting houden.", "Doen wat werkt."])
    doc.h(1, "Algemene doelen")
    doc.loose_text("Hieronder staan twee doelen waar iedereen aan werkt.")
    one, two, lia, rik, extra, last = parts("""
general
t=1.: Spelling krijgt een plek in alle teksten.
a: Nakijken op één afgesproken punt.
w: Groep 5 tot en met 8.
I: Kijkt mee in schriften.
e: Na twee maanden.
general
t=2.: De eerste schooldag is overal hetzelfde feest.
a: Draaiboek.
w: Feestcommissie.
I: Geen.
e: De dag erna.
teacher | Leraar Lia
bd: Lia wil weten hoe haar vragen overkomen. Doel: meer open vragen.
/
a: Geluidsopnames.
o: Leraar Rik
e: Drie keer.
m: Niet delen.
/
L: Opnemen.
I: Luistert mee.
X: Geen.
teacher | Leraar Rik
bd: Rik zoekt rust in de gymles. Doel: duidelijk begin en einde.
/
a: Vaste plek, vast teken.
o: Vakleerkracht
e: Kerst.
m: Leraren met gym.
/
L: Elke les.
I: Eén les.
X: Vakleerkracht: twee lessen voordoen.
other | Studiedagen
bd: Op 5 oktober, 8 februari en 12 mei is er studiedag.
other | Overlegstructuur
bd: Bouwoverleg is op dinsdag.
Teamvergadering is op de eerste donderdag van de maand.
""")
    for part in (one, two):
        running(doc, part, Look())
    for part in (lia, rik):
        doc.h(1, part.heading)
        running(doc, part, Look())
    for part in (extra, last):
        doc.h(1, part.heading)
        doc.plan.parts.append(part)
        doc.raw(doc.lines(part.value("bd")))
    return doc


@case
def h19_alleen_namen() -> Doc:
    """Bare: underlined headings, only first names, few fields, no year."""
    doc = Doc(
        "De Kleine Wereld",
        None,
        "No styles, underlined headings, first names only, few fields, no year.",
        "gdocs",
    )
    doc.label("Begeleidingsplan De Kleine Wereld", fmt={"u": "1", "b": "1"})
    doc.p()
    doc.label("Principes", fmt={"u": "1"})
    doc.principles(["Gewoon doen.", "Samen doen."])
    doc.p()
    doc.label("Leerkrachten", fmt={"u": "1"})
    look = Look({"d": "Doel", "L": "Inzet leerkracht"}, {}, ": ")
    for part in parts("""
teacher | Marloes
b: Nieuwe groep, nieuwe methode.
d: De methode leren kennen en durven loslaten.
a: Elke week een les zonder boek.
e: Na tien weken.
m: Bert en Ingrid
teacher | Bert
b: Bert kent elk kind en elk gezin.
d: Die kennis doorgeven.
a: Gesprekken met de nieuwe leerkracht.
e: Voor de zomer.
m: Marloes
teacher | Ingrid
b: Ingrid volgt een opleiding.
d: Wat zij leert in praktijk brengen.
a: Een proef per half jaar.
o: Begeleider van de opleiding
e: Bij het afronden.
m: Iedereen
"""):
        doc.p()
        doc.label(part.heading, fmt={"u": "1"})
        loose(doc, part, look)
    doc.p()
    doc.label("Intern begeleider", fmt={"u": "1"})
    for part in parts("""
coordinator | Intern begeleider
b: Eén dag per week.
d: Die dag in de klassen zijn.
a: Mail op maandag, niet op dinsdag.
e: Team, juni.
m: Team
"""):
        loose(doc, part, look)
    return doc


@case
def h20_labels_als_bolletjes() -> Doc:
    """Google Docs: labels are list items, their texts nested items or behind a colon."""
    doc = Doc(
        "Basisschool Het Anker",
        "2026-2027",
        "Google Docs; labels as bullets, texts as nested bullets; runs of direct formatting.",
        "gdocs",
        20,
    )
    doc.label("Basisschool Het Anker", fmt={"sz": "24", "color": "434343"})
    doc.label("Begeleidingsplan schooljaar ’26 – ’27", fmt={"sz": "52"})
    doc.label("Uitgangspunten en principes", fmt={"b": "1", "sz": "28"})
    doc.principles(["Wij leggen aan waar het nodig is.", "Wij varen ook uit."])
    doc.label("Algemene doelen", fmt={"b": "1", "sz": "28"})
    items = parts("""
general
d: De taakverdeling is voor iedereen te volgen.
a: Bord in de teamkamer
Elke maand verversen
w: Directie
I: Vult eigen taken in
e: Maart
teacher | Leerkracht Otis
b: Otis kreeg er taken bij.
d: Twee taken afronden voordat een derde begint.
a: Takenlijst
Gesprek per maand
o: Directeur
e: Januari
m: Niet delen
L: Lijst bijhouden
I: Gesprekken
X: Geen
teacher | Leerkracht Philippa
b: Philippa geeft vijf dagen groep 7.
d: Een dagdeel per week zonder groep.
a: Vakleerkracht neemt over
Tijd gebruiken voor gesprekken met kinderen
o: Vakleerkracht muziek
e: Elke vakantie
m: Directie
L: Gespreksverslag
I: Leest mee
X: Vakleerkracht: een middag per week
""")
    look = Look({"w": "Uitvoering door", "I": "Inzet IB’er", "L": "Inzet leerkracht"}, BOLD)

    def bullets(part: Part) -> None:
        doc.plan.parts.append(part)
        for item in part.items:
            word = look.text(doc, item)
            if item.code in "bda":
                doc.p(word + ":", fmt=BOLD, num=(1, 0))
                for line in item.value.split("\n"):
                    doc.p(line, num=(1, 1))
            else:
                doc.p(f"{{b:{word}: }}{item.value}", num=(1, 0))

    bullets(items[0])
    doc.label("Leerkrachten", fmt={"b": "1", "sz": "28"})
    for part in items[1:]:
        doc.label(part.heading, fmt={"b": "1", "sz": "24"})
        bullets(part)
    return doc


@case
def h21_groot() -> Doc:
    """Large: a TOC, twelve parts, second goals, two own parts of IB'ers, mixed layouts."""
    doc = Doc(
        "Scholengroep De Brug, locatie West",
        "2026-2027",
        "Large and mixed: TOC, second goals by repeated heading, two coordinators, wide table.",
        chop=21,
    )
    doc.header = "De Brug, locatie West"
    doc.title("Begeleidingsplan Scholengroep De Brug, locatie West")
    doc.label("Schooljaar 2026-2027", style="Ondertitel")
    doc.contents(
        [
            (1, "Uitgangspunten en principes"),
            (1, "Algemene doelen"),
            (1, "Schoolteam"),
            (1, "Onderbouw"),
            (1, "Bovenbouw"),
            (1, "Leerteams"),
            (1, "Intern begeleiders"),
        ]
    )
    doc.h(1, "{mark}{lpb}Uitgangspunten en principes")
    doc.principles(
        [
            "Bruggen bouwen gaat van twee kanten.",
            "Wij oefenen in het klein.",
            "Wij kiezen, dus we laten ook iets liggen.",
            "Wij houden elkaar vast.",
        ],
        "# ",
    )
    doc.h(1, "{mark}Algemene doelen")
    goals = parts("""
general
t=Doel 1:: Ouders en school maken samen een startgesprek.
a: Vragen vooraf, kind erbij.
w: Alle leraren
I: Oefent het gesprek met wie wil
e: Na de eerste ronde
general
t=Doel 2:: De groepsmap is digitaal.
b: Er zijn nu drie soorten mappen.
a: Eén map, vier tabbladen.
w: ICT'er en team
I: Vult een voorbeeldmap
e: Voor de kerst
general
t=Doel 3:: Pauzes zijn pauzes.
a: Geen gesprekken over leerlingen tussen twaalf en één.
w: Iedereen
I: Houdt zich eraan
e: Elke teamvergadering
""")
    for part in goals:
        loose(doc, part, Look({"w": "Wie"}, {"u": "1"}, ":{tab}"))
    doc.h(1, "{mark}Schoolteam")
    for part in parts("""
team
t: Wij nemen besluiten die blijven staan.
a: Besluitenlijst met eigenaar en datum.
w: Directeur
I: Leest voor wat er staat
e: Juni
"""):
        card(doc, part, Look())
    doc.h(1, "{mark}Onderbouw")
    for part in parts("""
teacher | Leraar Nel
bd: Kringen met twintig kinderen.
/
a: Twee kleine kringen.
e: Herfst.
m: Onderbouw.
/
L: Elke dag.
I: Twee kringen.
teacher | Leraar Nel
bd: Rekenen buiten.
/
a: Tien buitenlessen.
e: Lente.
m: Team.
/
L: Lessen maken.
I: Eén les.
teacher | Leraar Oscar
bd: Speelt te weinig mee. Doel: elke dag meespelen.
/
a: Spelbegeleiding leren.
o: Leraar Nel.
e: Winter.
m: Niet delen.
/
L: Een half uur per dag.
I: Filmt.
"""):
        doc.h(2, part.heading)
        running(doc, part, Look())
    doc.h(1, "{mark}Bovenbouw")
    upper = parts("""
teacher | Leraar Quirine
b: Groep 8 heeft genoeg van toetsen.
d: Een eindproject dat telt.
a: Projectweken
o: Leraar Stijn
e: Juni
m: Ouders
L: Planning
I: Jurylid
teacher | Leraar Stijn
b: Engels is vooral invullen.
d: Spreken in elke les.
a: Spreekkaarten
o: Vakdocent
e: Maart
m: Bovenbouw
L: Kaarten maken
I: Geen
teacher | Leraar Tess
b: Nieuw in groep 6.
d: Een eigen stijl vinden.
a: Kijken bij drie collega's
o: Leraar Quirine
e: Elke vakantie
m: Niet delen
L: Kijkverslag
I: Plant de bezoeken
""")
    head = {
        "s": "Wie",
        "b": "Beginsituatie",
        "d": "Doelstelling",
        "a": "Aanpak",
        "o": "Ondersteuning",
        "e": "Evaluatie",
        "m": "Delen met",
        "L": "Inzet leraar",
        "I": "Inzet IB",
    }
    wide(doc, upper, head)
    doc.h(1, "{mark}Leerteams")
    for part in parts("""
learning_team | Leerteam rekenen
bd: De methode is nieuw.
a: Per blok bespreken.
e: Na elk blok.
m: Team.
L=Inzet leerteamleden: Zes middagen.
learning_team | Leerteam gezonde school
bd: Water is gewoon, bewegen nog niet.
a: Plan voor het plein.
e: Mei.
m: Ouders.
L=Inzet leerteamleden: Vier middagen.
X: Sportbuurtwerk: een plan op maat.
"""):
        doc.h(2, part.heading)
        loose(doc, part, Look(fmt=BOLD))
    doc.h(1, "{mark}Intern begeleiders")
    for part in parts("""
coordinator | IB'er onderbouw
bd: Wil scherper leren kijken naar spel.
a: Cursus spelobservatie.
o: IB'er bovenbouw
e: Team, april.
m: Team.
coordinator | IB'er bovenbouw
bd: Wil minder voorzitten en meer luisteren.
a: Voorzitterschap rouleert.
o: IB'er onderbouw
e: Team, juni.
m: Team.
"""):
        doc.h(2, part.heading)
        running(doc, part, Look())
    return doc


@case
def h22_het_ergste() -> Doc:
    """Everything at once, other than in the other sets: boxes with tables, tracked merges."""
    doc = Doc(
        "Basisschool De Draaikolk",
        "2026-2027",
        "Very nasty: table in a text box, tracked rows and joined paragraphs, notes, swaps.",
        "word-en",
        22,
    )
    doc.header = "Inzet derden: zie bijlage"
    doc.label("Begeleidings{shy}plan", fmt={"caps": "1", "b": "1"})
    doc.label(
        "Basisschool De Draai{split}kolk{tab}{tab}{del:2025}{ins:2026}{nbh}{del:2026}{ins:2027}"
    )
    doc.loose_text("{ins:Ter bespreking in het team.}")
    doc.label("Uitgangs­punten en principes", fmt={"caps": "1", "b": "1"})
    doc.p("We zeggen wat we zien{ins: en vragen wat we niet zien}. We kiezen ", mark="del")
    doc.p("steeds één ding{fn:Meer mag, maar hoeft niet.}. {sdt:We} eindigen op tijd.")
    doc.plan.principles += [
        "We zeggen wat we zien en vragen wat we niet zien.",
        "We kiezen steeds één ding.",
        "We eindigen op tijd.",
    ]
    doc.label("Algemene doelen", fmt={"caps": "1", "b": "1"})
    general, ria, duo, team, own = parts("""
general
d: De school{shy}tuin is een leeromgeving{en:Sinds vorig jaar is er ook een kas.}.
b: De tuin ligt er mooi bij, maar er wordt weinig geleerd.
a: {from:Tuinlessen kopen}{to:Tuinlessen maken} met{nb}ouders
w: Groep 3 {del:en 4}{ins:tot en met 6}
I: Denkt mee over {a:doelen}
e: {ins:Oogstdag: wat groeide er?}
teacher | Juf Ria van Dalen
b: Juf Ria{nb}van Dalen heeft een groep waarin veel gepraat wordt.
d: Praten krijgt een plek: partnerwerk.
a: Partnerwerk: eerst rekenen, dan taal
o: Meester Klaas
e: Doel en aanpak bespreken we elke maand
m: Niet delen
L: Kaartjes
I: Twee lessen
X:
teacher | Meester Klaas & juf Mia
bd: Zij delen groep 8.
a: Logboek
o: Directeur
e: Kerst
m: Andere duo's
L: Elke dag vijf minuten
I: Leest mee
X: Geen
learning_team | Werkgroep verkeer
bd: De straat voor de school is druk.
a: Tellen, tekenen, gemeente uitnodigen
o: Wijkagent
e: Voor de zomer
m: Ouders
L=Inzet werkgroep: Tellingen
I: Geen
X: Gemeente: plan voor de straat
coordinator | Ontwikkeling IB’er
b: Ik praat veel in vergaderingen.
d: Ik vat alleen nog samen.
a: Notulen van elkaar lezen
o: Team
e: Teamvergadering mei
m: Team
""")
    look = Look({"I": "Inzet IB´er", "w": "Uitgevoerd door", "L": "Inzet leerkracht"}, BOLD)
    rows = card_rows(doc, general, look)
    rows.insert(3, Row(["", "{del:oud}"], track="del"))
    doc.table(rows, [2600, 6400])
    doc.label("Leerkrachten", fmt={"caps": "1", "b": "1"})
    start = len(doc.body)
    card(doc, ria, look)
    doc.textbox(boxed(doc, start))
    doc.plan.parts.append(duo)
    names = {
        "bd": "Beginsituatie/doelstelling",
        "a": "Aanpak",
        "o": "Ondersteuning",
        "e": "Evaluatie",
        "m": "Delen opbrengst met",
        "L": "Inzet leerkracht",
        "I": "Inzet IB´er",
        "X": "Inzet derden",
    }
    body: list[Row] = [Row([doc.head_cell(duo.heading, span=3)])]
    for at, code in enumerate(names):
        label = doc.head_cell(names[code], {}, span=1 if at % 2 else 2)
        value = Cell(duo.value(code), span=2 if at % 2 else 1, sdt=at == 3)
        body.append(Row([label, value], track="ins" if at == 4 else "", sdt=at == 5))
    doc.table(body, [2000, 1500, 5500])
    doc.label("Werkgroepen", fmt={"caps": "1", "b": "1"})
    doc.label(team.heading, fmt=BOLD)
    heads = [doc.head_cell(names[code]) for code in ("bd", "a", "o", "e")]
    outer = doc.table_xml([heads, [team.value(c) for c in ("bd", "a", "o", "e")]], [2200] * 4)
    lower = [
        doc.head_cell(text)
        for text in ("Delen met", "Inzet werkgroep", "Inzet IB´er", "Inzet derden")
    ]
    second = doc.table_xml([lower, [team.value(c) for c in ("m", "L", "I", "X")]], [2200] * 4)
    doc.plan.parts.append(team)
    doc.table([[Cell(xml=outer)], [Cell(xml=second)]], [9000])
    doc.label(own.heading, fmt={"caps": "1", "b": "1"})
    running(doc, own, Look(fmt=BOLD, after=" ", after_fmt={}))
    doc.plan.ignore.append("Etc.")
    doc.p("Etc.")
    return doc


def main() -> int:
    """Write all documents."""
    for make in CASES:
        make().save(HERE, make.__name__)
        sys.stdout.write(f"{make.__name__}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
