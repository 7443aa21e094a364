"""Writes the DEV set of Word plans: ``python make_dev.py`` fills the folder ``dev`` beside it."""

import sys
from collections.abc import Callable
from pathlib import Path

from building import Cell, Doc, Look, Row, card, card_rows, loose, parts, running, wide, wide_rows

HERE = Path(__file__).resolve().parent
BOLD = {"b": "1"}
CASES: list[Callable[[], Doc]] = []


def case(make: Callable[[], Doc]) -> Callable[[], Doc]:
    """Register a document; the function's name becomes the file's name."""
    CASES.append(make)
    return make


@case
def d01_doorlopend_kop() -> Doc:
    """Running paragraphs as the article's figure, Dutch Word styles."""
    doc = Doc(
        "Basisschool De Wilgenhof", "2026-2027", "Running paragraphs, Dutch Word styles; plain."
    )
    doc.title("Begeleidingsplan")
    doc.label("Basisschool De Wilgenhof, schooljaar 2026-2027", style="Ondertitel")
    doc.h(1, "Uitgangspunten en principes")
    doc.principles(
        [
            "We gaan uit van wat een collega al goed kan.",
            "Begeleiden doen we samen, in de klas en niet aan de vergadertafel.",
            "Wie iets leert, deelt het met het team.",
        ],
        " ",
    )
    doc.h(1, "Algemene doelen")
    general, team, *people = parts("""
general
t=1.: Alle groepen werken met dezelfde opbouw van de spellingles.
a: Bouwbijeenkomst, daarna bij elkaar kijken in de les.
w: Leraren groep 4 tot en met 8.
I: Zes lesbezoeken en een terugkoppeling in het team.
e: Bouwvergadering van 18 maart 2027.
team
t: We voeren overleg waarin iedereen aan het woord komt.
a: Om de beurt een werkvorm voorbereiden en uitproberen.
w: Het hele team.
I: Zorgt voor een map met werkvormen.
e: Korte terugblik aan het eind van elke vergadering.
teacher | Leraar S.
bd: Nieuw in groep 3, ervaren in de bovenbouw. Wil het aanvankelijk leesonderwijs in de vingers \
krijgen.
/
a: Per kern een les samen voorbereiden.
o: De collega van de parallelgroep.
e: Na kern 4 en na kern 8 een gesprek.
m: Onderbouw
/
L: Een uur voorbereiding per kern.
I: Vier samen gegeven lessen.
X: Leesconsulent: een middag.
teacher | Leraar D.
bd: Geeft graag ruimte, maar verliest de groep bij zelfstandig werken. Doel: duidelijke \
afspraken die de groep zelf meemaakt.
/
a: Afspraken maken met de groep en elke vrijdag nabespreken.
o: Leraar van groep 6.
e: In de week van 25 januari 2027, met een kijkwijzer.
m: Niet delen
/
L: Houdt een logboekje bij.
I: Twee observaties.
X: Geen.
learning_team | Leerteam begrijpend lezen
bd: De methode past niet meer bij wat we weten over lezen. Doel: een voorstel aan het team in mei.
/
a: Lezen, uitproberen en bijstellen in drie rondes.
o: Taalcoördinator.
e: Studiedag van 12 mei 2027.
m: Het hele team
/
L=Inzet leerteamleden: Zes bijeenkomsten van anderhalf uur.
I: Sluit aan bij ronde een en drie.
X: Pabo: een student doet onderzoek.
""")
    running(doc, general, Look())
    doc.h(1, "Schoolteam")
    running(doc, team, Look())
    for part in people:
        doc.h(1, part.heading)
        running(doc, part, Look())
    return doc


@case
def d02_kaarten_varianten() -> Doc:
    """Two-column tables with a merged title row and label variants."""
    doc = Doc(
        "OBS Het Kompas", "2026-2027", "Two-column cards, start and goal apart, label variants."
    )
    doc.title("Begeleidingsplan 2026/2027")
    doc.label("OBS Het Kompas", style="Ondertitel")
    doc.h(1, "Principes")
    doc.principles(
        [
            "Fouten maken mag, erover praten moet.",
            "De leraar is eigenaar van zijn leervraag.",
            "We kijken naar de les en niet naar de persoon.",
        ]
    )
    doc.h(1, "Algemene doelen")
    look = Look({"w": "Wie", "I": "Inzet IB", "b": "Startsituatie", "d": "Doel", "a": "Werkwijze"})
    own = {
        **look.words,
        "o": "Begeleiding door",
        "e": "Evaluatiemoment",
        "m": "Delen met",
        "L": "Inzet leerkracht",
        "I": "Inzet IB’er",
        "X": "Inzet externen",
    }
    first, second, team, *people = parts("""
general
b: Bij rekenen werkt iedere groep met een eigen manier van automatiseren.
d: In alle groepen wordt dagelijks tien minuten geautomatiseerd volgens dezelfde opbouw.
a: Filmpjes van elkaars lessen bekijken in de bouw.
w: Alle leerkrachten; de rekenspecialist leidt de bijeenkomsten.
I: Drie bijeenkomsten.
e: Rekenvergadering in april 2027.
general
d: Het groepsplan past op één bladzijde.
a: Twee modellen naast elkaar proberen.
w: Groepen 3, 5 en 7 beginnen.
I: Maakt beide modellen.
e: Na de tweede groepsbespreking.
team
d: Nieuwe collega's weten binnen zes weken hoe wij werken.
a: Een maatje, een wegwijzer en een lunch per maand.
w: Het maatje en de directeur.
I: Eén dagdeel per nieuwe collega.
e: Gesprek met de nieuwe collega's voor de kerstvakantie.
teacher | Juf Anneke
b: Werkt voor het eerst in een combinatiegroep.
d: De instructie aan groep 4 verstoort groep 5 niet.
a: Weekplanning samen maken, daarna zelf.
o: Meester Ruud (groep 7/8)
e: 9 november 2026 en 15 maart 2027
m: De andere combinatiegroepen
L: Elke donderdag de planning.
I: Vijf keer een half uur.
X:
teacher | Meester Tom de Vries
b: Heeft veel kennis van bewegend leren, maar gebruikt die nog alleen in de gymzaal.
d: In elk blok minstens twee beweeglessen bij taal.
a: Lessen ontwerpen en delen.
o: Vakgroep gym van het bestuur
e: Voor de voorjaarsvakantie
m: Alle bouwen
L: Zes lesontwerpen.
I: Regelt vervanging voor twee dagdelen.
X: Vakleerkracht gym: een studiemiddag.
""")
    for part in (first, second):
        card(doc, part, look)
    doc.h(1, "Schoolteam")
    card(doc, team, look)
    doc.h(1, "Leerkrachten")
    for part in people:
        card(doc, part, Look(own, BOLD, ":"))
    return doc


@case
def d03_brede_tabel() -> Doc:
    """A wide table with a row per person, and one for the general goals."""
    doc = Doc(
        "Openbare basisschool De Linde",
        "2026-2027",
        "Wide tables, labels in the header row.",
        "word-en",
    )
    doc.landscape = True
    doc.title("Begeleidingsplan Openbare basisschool De Linde")
    doc.label("Schooljaar 2026 – 2027", style="Subtitle")
    doc.h(1, "Uitgangspunten")
    doc.principles(
        [
            "Klein beginnen en volhouden.",
            "Kijken bij elkaar is gewoon.",
            "Iedereen heeft iets te leren en iets te geven.",
        ],
        "# ",
    )
    doc.h(1, "Algemene doelen")
    rows = parts("""
general
d: De overdracht tussen de groepen gaat over wat werkt.
a: Nieuw formulier, ingevuld in tweetallen.
w: Alle groepsleerkrachten
I: Is bij elke overdracht.
e: Juni 2027, met een korte vragenlijst.
general
d: Elke groep heeft een rijke leesomgeving.
a: Boekenmarkt, leeshoek, voorlezen tot en met groep 8.
w: Leescoördinator en alle leerkrachten
I: Twee rondes door de groepen.
e: In februari kijken we met de kinderen.
""")
    wide(
        doc,
        rows,
        {"d": "Doel", "a": "Aanpak", "w": "Door wie", "I": "Inzet IB'er", "e": "Evaluatie"},
    )
    doc.h(1, "Schoolteam")
    wide(
        doc,
        parts("""
team
d: We spreken over leren met dezelfde woorden.
a: Begrippenlijst opbouwen, een begrip per vergadering.
w: Iedereen
I: Houdt de lijst bij.
e: Eind mei
"""),
        {"d": "Doel", "a": "Aanpak", "w": "Door wie", "I": "Inzet IB'er", "e": "Evaluatie"},
    )
    doc.h(1, "Leerkrachten en leerteams")
    people = parts("""
teacher | Marieke – groep 3
b: Ervaren, maar nieuw op deze school.
d: Thuis raken in onze leeslijn.
a: Meelopen in groep 3 van de zusterschool.
o: Leescoördinator
e: Herfst en lente
m: Onderbouw
L: Twee bezoeken
I: Nabespreken
X: Zusterschool ontvangt
teacher | Sander – groep 6
b: De sterke rekenaars krijgen weinig aandacht.
d: Iedere week een instructie aan de sterke rekenaars.
a: Instructietafel in het rooster opnemen.
o: Rekencoördinator
e: Elke zes weken
m: Niet delen
L: Rooster bijhouden
I: Eén keer per periode meekijken
X: Geen
learning_team | Leerteam burgerschap
b: Er gebeurt veel, maar los van elkaar.
d: Een doorgaande lijn van groep 1 tot en met 8.
a: Inventariseren, ordenen en kiezen.
o: Directeur
e: Mei 2027
m: Team en ouderraad
L: Maandelijks overleg
I: Denkt mee
X: Wijkcentrum: gastlessen
""")
    wide(
        doc,
        people,
        {
            "s": "Wie",
            "b": "Beginsituatie",
            "d": "Doelstelling",
            "a": "Aanpak",
            "o": "Ondersteuning door",
            "e": "Evaluatie",
            "m": "Delen opbrengst met",
            "L": "Inzet leerkracht/leerteam",
            "I": "Inzet IB'er",
            "X": "Inzet derden",
        },
    )
    return doc


@case
def d04_los_vet() -> Doc:
    """No heading styles at all: bold lines are headings, bold labels with a colon."""
    doc = Doc(
        "De Zevensprong", "2026-2027", "No heading styles; bold lines are headings; bold labels."
    )
    big = {"b": "1", "sz": "32"}
    doc.label("Begeleidingsplan De Zevensprong 2026-2027", fmt=big)
    doc.p()
    doc.label("Principes", fmt=BOLD)
    doc.principles(
        ["We zijn nieuwsgierig naar elkaars lessen.", "We maken afspraken en komen erop terug."]
    )
    doc.p()
    doc.label("Algemene doelen", fmt=BOLD)
    look = Look({"w": "Uitvoering", "I": "Inzet IB-er", "o": "Ondersteuning door"}, BOLD)
    general, team, *people = parts("""
general
d: Alle leerkrachten voeren kindgesprekken.
a: Training op twee middagen, daarna oefenen in eigen groep.
w: Hele team
I: Geeft de training samen met de trainer.
e: Uitwisseling op de studiedag in maart.
team
d: We geven elkaar gewone feedback, ook tussendoor.
a: Elke week een tip en een top op het bord in de teamkamer.
w: Iedereen
I: Begint.
e: Met Kerst en in juni.
teacher | Leerkracht groep 5/6: Jan en Els
bd: Jan en Els delen de groep sinds augustus. De overdracht kost veel tijd en toch valt er iets \
tussendoor. Doel: een overdracht van een kwartier waarin alles zit wat nodig is.
a: Formulier van de parallelgroep uitproberen en aanpassen.
o: Collega's van groep 7
e: Eind november, met z'n drieën.
m: Andere duo's
L=Inzet leerkrachten: Een kwartier per week.
I: Twee gesprekken.
X: Niet van toepassing
teacher | Leerkracht groep 8: Hanneke
bd: Hanneke wil adviesgesprekken voeren waarin ook de leerling praat.
a: Gesprek voorbereiden met de leerling, oefenen met een collega.
o: Leerkracht groep 7
e: Na de eerste ronde adviesgesprekken
m: Bovenbouw
L=Inzet leerkracht: Voorbereiding per gesprek
I: Aanwezig bij drie gesprekken
X: Middelbare school: een bezoek in oktober
""")
    loose(doc, general, look)
    doc.p()
    doc.label("Schoolteam", fmt=BOLD)
    loose(doc, team, look)
    for part in people:
        doc.p()
        doc.label(part.heading, fmt=BOLD)
        loose(doc, part, look)
    return doc


@case
def d05_regeleinden() -> Doc:
    """Line breaks with a label on each line, runs split in mid-word, no-break spaces."""
    doc = Doc(
        "Kindcentrum De Vuurvlinder",
        "2026-2027",
        "Labels on lines broken with w:br, chopped runs, no-break spaces, '26-'27.",
        chop=5,
    )
    doc.title("Begeleidingsplan ’26-’27")
    doc.label("Kindcentrum De Vuurvlinder", style="Ondertitel")
    doc.loose_text("Dit plan is in juni met het team besproken en geldt voor een jaar.")
    doc.h(1, "Uitgangspunten en principes")
    doc.principles(
        [
            "Wij leren hardop.",
            "Wij kiezen liever één ding goed dan vijf half.",
            "Hulp vragen hoort bij het vak, bijv. bij een lastig gesprek.",
        ],
        " ",
    )
    doc.h(1, "Algemene doelen")
    general, team, *people = parts("""
general
d: De overgang van groep{nb}2 naar groep{nb}3 verloopt zonder breuk.
//
a: Spelend leren tot de herfst, met hoeken in beide groepen.
//
w=Uitgevoerd door: Leerkrachten van groep 1, 2 en 3.
//
I=Inzet IB`er: Vier keer aansluiten.
//
e: In januari met de kleuterbouw.
team
d: Vergaderingen eindigen op tijd{nb}en met een besluit.
//
a: Een andere voorzitter per keer.
//
w=Uitgevoerd door: Het team.
//
I=Inzet IB`er: Geeft de voorzitter feedback.
//
e: Elke periode vijf minuten.
teacher | Leerkracht Fatima
b=Begin situatie: Geeft vier dagen les aan groep{nb}1/2 en ziet dat de taalzwakke kinderen \
weinig praten.
//
d=Doelen: Elk kind komt elke dag aan het woord; de kring is korter.
//
a: Kleine kringen, een praatmaatje en meer verteltafels.
//
o: Logopediste en collega van de peuters
//
e: 3{nb}december en 20{nb}mei
//
m=Opbrengst delen met: Onderbouw en peuterspeelzaal
//
L=Inzet leerkracht: Drie{nb}kringen per dag.
//
I=Inzet IB´er: Filmt twee keer.
//
X=Inzet externe: Logopediste: drie ochtenden.
teacher | Leerkracht Bram
b=Begin situatie: Zij-instromer in het tweede jaar.
//
d=Doelen: Zelfstandig een rapportgesprek voorbereiden en voeren.
//
a: Meekijken, samen doen, zelf doen.
//
o: Mentor
//
e: Na elke ronde
//
m=Opbrengst delen met: Opleiding
//
L=Inzet leerkracht: Bereidt alle gesprekken voor.
//
I=Inzet IB´er: Eerste ronde erbij.
//
X=Inzet externe: Opleiding: begeleidt op afstand.
""")
    running(doc, general, Look(fmt=BOLD))
    doc.h(1, "Schoolteam")
    running(doc, team, Look(fmt=BOLD))
    for part in people:
        doc.h(2, part.heading)
        running(doc, part, Look(fmt=BOLD))
    return doc


@case
def d06_kaarten_voorblad() -> Doc:
    """A cover table with school and year, cards with empty rows, an own part of the IB'er."""
    doc = Doc(
        "CBS De Regenboog",
        "2026-2027",
        "Cover table with school and year, vertically merged labels, empty rows, own part.",
    )
    doc.label("Begeleidingsplan", fmt={"b": "1", "sz": "40"})
    doc.plan.unplaced.append("W. Hofstede")
    doc.table(
        [
            [doc.head_cell("School"), doc.head_cell("CBS De Regenboog", {})],
            [doc.head_cell("Schooljaar"), doc.head_cell("2026-27", {})],
            [doc.head_cell("Intern begeleider"), "W. Hofstede"],
        ],
        [3000, 6000],
    )
    doc.h(1, "Onze principes")
    doc.principles(
        [
            "Elke collega heeft recht op een meedenker.",
            "Plannen zijn kort.",
            "Wat we afspreken, doen we.",
        ]
    )
    doc.h(1, "Algemene doelen")
    look = Look({"w": "Uitvoering door", "I": "Inzet intern begeleider"}, BOLD)
    general, team, anna, coordinator = parts("""
general
t: De weektaak is in alle groepen een middel om te leren plannen.
/
a: Drie niveaus van weektaak beschrijven.
- groep 3 en 4: dagtaak
- groep 5 en 6: weektaak met twee keuzes
- groep 7 en 8: eigen planning
w: Leraren, per bouw
I: Begeleidt de bouwen om de beurt.
e: Bouwvergadering in maart, met weektaken van leerlingen erbij.
team
t: Iedereen is dit jaar minstens twee keer bij een collega in de klas geweest.
a: Bezoekrooster; de directeur neemt groepen over.
w: Alle leraren
I: Maakt het rooster.
/
e: Juni: wat hebben we gezien?
teacher | Leraar Anna
b: Anna komt uit het speciaal basisonderwijs en kent de methodes nog niet.
d: Na een jaar kiest zij zelf wat zij uit de methode gebruikt.
a: Per vak één blok samen doornemen.
In de tweede helft van het jaar draait het om: zij legt uit, wij luisteren.
o: Collega's van groep 4
/
e: Halverwege en aan het eind, in een gesprek
m: Team
L=Inzet leraar: Een blok per maand
I: Een uur per maand
X:
coordinator | Intern begeleider
b: Ik neem snel de leiding in een gesprek.
d: Ik laat de ander zelf de oplossing vinden.
a: Intervisie in het netwerk; gesprekken opnemen en terugluisteren.
o: Collega-IB’er van de buurschool
e: Team bespreekt in juni wat het merkt.
m: Het hele team
X: Netwerk: voorzitter van de intervisie.
""")
    card(doc, general, look)
    doc.h(1, "Schoolteam")
    card(doc, team, look)
    doc.h(1, "Begeleiding per persoon")
    card(doc, anna, look)
    doc.plan.parts.append(coordinator)
    rows: list[list[Cell | str]] = []
    labels = {
        "o": "Ondersteuning",
        "e": "Evaluatie",
        "m": "Delen opbrengst met",
        "X": "Inzet derden",
    }
    rows.append([doc.head_cell("Intern begeleider", span=3)])
    rows.append(
        [
            doc.head_cell("Waar sta ik en wat wil ik", merge="restart"),
            doc.head_cell("Beginsituatie", {}),
            coordinator.value("b"),
        ]
    )
    rows.append([Cell(merge="cont"), doc.head_cell("Doelstelling", {}), coordinator.value("d")])
    rows.append(
        [doc.head_cell("Hoe", merge="restart"), doc.head_cell("Aanpak", {}), coordinator.value("a")]
    )
    for code in "oe":
        rows.append([Cell(merge="cont"), doc.head_cell(labels[code], {}), coordinator.value(code)])
    rows.append(
        [
            doc.head_cell("En verder", merge="restart"),
            doc.head_cell(labels["m"], {}),
            coordinator.value("m"),
        ]
    )
    rows.append([Cell(merge="cont"), doc.head_cell(labels["X"], {}), coordinator.value("X")])
    doc.table(rows, [2000, 2200, 5000])
    return doc


@case
def d07_google_hoofdletters() -> Doc:
    """Google Docs: everything direct formatting, CAPS headings, labels on a line of their own."""
    doc = Doc(
        "Daltonschool De Poolster",
        "2026-2027",
        "Google Docs, no styles, CAPS headings, underlined labels, text on the next line.",
        "gdocs",
    )
    doc.font = "Arial"
    doc.label("BEGELEIDINGSPLAN DALTONSCHOOL DE POOLSTER", fmt={"b": "1", "sz": "36"})
    doc.label("schooljaar 2026 – 2027", fmt={"sz": "28"})
    doc.p()
    doc.label("ONZE UITGANGSPUNTEN", fmt=BOLD)
    doc.principles(
        [
            "Vertrouwen komt voor verandering.",
            "We leren met en van elkaar.",
            "Samenwerken is geen doel maar een manier van werken.",
        ]
    )
    doc.label("ALGEMENE DOELEN", fmt=BOLD)
    look = Look(
        {
            "w": "Door wie",
            "I": "Inzet IBer",
            "o": "Ondersteuning",
            "m": "Delen met",
            "L": "Inzet leerkracht",
        },
        {"u": "1"},
        "",
    )
    general, *people = parts("""
general
d: Leerlingen plannen hun taak zelf en leggen uit waarom.
a: - Taakbrief vernieuwen
- Planning bespreken in de kring
- Terugkijken op vrijdag
w: Alle groepen vanaf groep 4
I: Kijkt mee bij twee taakgesprekken per groep.
e: April, op basis van taakbrieven.
teacher | Joris, groep 4 | JORIS, GROEP 4
b: Joris geeft voor het derde jaar les. Zijn instructie is helder, maar lang.
d: Instructies van hooguit twaalf minuten.
a: - Lesdoel op het bord
- Timer gebruiken
-- eerst zelf
-- dan samen met de kinderen
- Terugkijken met beeld
o: Collega van groep 3
e: Half februari
m: Niemand, dit blijft tussen ons
L: Twee lessen filmen
I: Samen terugkijken
X: Geen
teacher | Soraya, groep 7 | SORAYA, GROEP 7
b: Soraya wil met minder correctiewerk meer zicht op het werk van de kinderen.
d: Feedback tijdens de les in plaats van erna.
a: Rondes lopen met een vraag, nakijken met de kinderen.
o: De daltoncoördinator
e: Drie korte momenten: oktober, januari en april
m: Bovenbouw
L: Elke week één les zo inrichten
I: Drie bezoeken
X: Daltonvereniging: scholingsdag
learning_team | Leerteam zelfstandigheid | LEERTEAM ZELFSTANDIGHEID
b: De lijn stopt na groep 5.
d: De lijn loopt door tot en met groep 8.
a: Bezoeken aan twee andere daltonscholen.
o: Directeur
e: Juni
m: Team
L=Inzet leerteam: Vier middagen
I: Voorzitter
X: Twee scholen ontvangen ons
""")
    loose(doc, general, look, "next")
    doc.label("BEGELEIDING VAN DE LEERKRACHTEN", fmt=BOLD)
    for part in people:
        doc.p()
        doc.label(part.heading, fmt=BOLD)
        loose(doc, part, look, "next")
    return doc


@case
def d08_wijzigingen() -> Doc:
    """Tracked changes: insertions, deletions, moves, a deleted paragraph, comments."""
    doc = Doc(
        "De Vlieger",
        "2026-2027",
        "Tracked changes in labels, values, headings and paragraph marks; comments.",
    )
    doc.title("Begeleidingsplan {del:2025-2026}{ins:2026-2027}")
    doc.label("De Vlieger", style="Ondertitel")
    doc.h(1, "Principes")
    doc.principles(
        [
            "We zoeken eerst naar wat {del:niet }werkt.",
            "We {from:altijd }zijn gastvrij in onze klassen{ins: en laten ons zien}.",
        ]
    )
    doc.p("{del:We maken verslagen van alles.}", num=(1, 0), mark="del")
    doc.body.append(doc.lines("- {ins:We zeggen eerst wat goed ging.}"))
    doc.plan.principles.append("We zeggen eerst wat goed ging.")
    doc.h(1, "Algemene doelen")
    general, *people = parts("""
general
t=1.: De {del:toetsen}{ins:observaties} van kleuters leiden tot een aanbod.
a: {c:Is dit haalbaar?}Observatielijst kiezen en {del:verplicht maken}{ins:samen uitproberen}. \
{to:We nemen er de tijd voor.}
w: Leraren van groep 1 en 2{del:, onderwijsassistenten}.
I: {del:Acht}{ins:Vijf} dagdelen.
e: Na {del:elk blok. }{ins:drie maanden en in juni.}
teacher | Leraar {del:Q.}{ins:P.}
bd: De groep is {del:lastig}{ins:levendig}, de start van de middag vraagt veel. Doel: binnen \
vijf minuten aan het werk.
/
a: Vaste opening kiezen.{from: We nemen er de tijd voor.} Elke dag {ins:dezelfde }startopdracht.
o: Onderwijsassistent
e: {del:Evaluatie: }Gesprek in november{ins: en februari}.
m: Bouw
/
L: {ins:Startopdrachten maken.}
I: Drie middagen aanwezig.
X: {del:Gedragsspecialist.}
learning_team | Leerteam rekenen
bd: Rekenen met breuken gaat in drie groepen drie kanten op. Doel: één lijn.
/
a: Lessen vergelijken.
o: Rekencoördinator
e: {c:Datum nog prikken}Studiedag
m: Team
/
L=Inzet leerteamleden: Vier {del:bijeen}{ins:werk}bijeenkomsten.
I: Geen.
X: {del:Adviesbureau }{ins:Buurschool}: lesmateriaal.
""")
    running(doc, general, Look())
    for part in people:
        doc.h(1, part.heading)
        running(doc, part, Look())
    doc.p("{del:Bijlage: overzicht van uren}", mark="del")
    joined = parts("""
teacher | Leraar W.
bd: Wil meer tijd voor de instructie van spelling, zonder dat het rooster vol loopt.
/
a: Twee weken proberen met korte instructies.
e: Voor Kerst.
m: Team.
""")[0]
    doc.h(1, joined.heading)
    doc.plan.parts.append(joined)
    doc.plan.labels += ["Beginsituatie/doelstelling", "Aanpak", "Evaluatie", "Delen opbrengst met"]
    doc.p("Beginsituatie/doelstelling: Wil meer tijd voor de instructie ", mark="del")
    doc.p("van spelling, zonder dat het rooster vol loopt.")
    doc.p("{ins:Aanpak: Twee weken proberen met korte instructies.}", mark="ins")
    doc.p("Evaluatie: Voor {del:Pasen}{ins:Kerst}. Delen opbrengst met: Team.")
    return doc


@case
def d09_breed_samengevoegd() -> Doc:
    """Wide tables with a name cell over two rows (second goal), group rows, a deleted row."""
    doc = Doc(
        None,
        "2027-2028",
        "Wide table, name merged over two rows (a second goal), group rows, deleted row.",
    )
    doc.landscape = True
    doc.title("Begeleidingsplan schooljaar 2027/2028")
    doc.loose_text("In dit overzicht staat wat we dit jaar met elkaar gaan doen.")
    doc.h(1, "Algemene doelen")
    goals = parts("""
general
d: Sterke start van elke les.
a: Vijf startvormen, elke periode één.
w: Team
I: Demonstreert twee vormen
e: Na elke periode
general
d: Ouders weten wat hun kind leert.
a: Per blok een kort bericht.
w: Groepsleerkrachten
I: Leest mee
e: Ouderpanel in mei
""")
    columns = {
        "n": "Nr.",
        "d": "Doel",
        "a": "Aanpak",
        "w": "Wie",
        "I": "Inzet IB",
        "e": "Evaluatie",
    }
    wide(doc, goals, columns)
    doc.h(1, "Leerkrachten")
    first, second, third, fourth = parts("""
teacher | Groepsleerkracht Noor
bd: Rekenen: de verlengde instructie schiet erbij in. Doel: vier keer per week.
a: Rooster en hulp in de klas
o: Onderwijsassistent
e: Elke maand
m: Bouw
L: Plant de instructie
I: Maandelijks gesprek
X:
teacher | Groepsleerkracht Noor
bd: Taal: veel losse opdrachten. Doel: één schrijftaak per week, van idee tot versie twee.
a: Schrijfconferenties
o: Taalspecialist
e: Maart
m: Team
L: Map met teksten
I: Twee lessen samen
X: Bibliotheek: voorbeeldteksten
teacher | Groepsleerkracht Ties
bd: Werkt graag alleen. Doel: één les per maand samen ontwerpen.
a: Ontwerpuur op dinsdag
o: Noor
e: April
m: Niet delen
L: Acht ontwerpuren
I: Zorgt voor inval
X:
teacher | Groepsleerkracht Lies
bd: Start na verlof weer in groep 2. Doel: rustig opbouwen met de hele groep.
a: Eerste maand met twee leerkrachten
o: Duopartner
e: Wekelijks
m: Onderbouw
L: Legt vast wat werkt
I: Weekgesprek
X: Geen
""")
    doc.plan.parts += [first, second, third, fourth]
    codes = ["bd", "a", "o", "e", "m", "L", "I", "X"]
    labels = [
        "Wie",
        "Beginsituatie en doel",
        "Aanpak",
        "Ondersteuning",
        "Evaluatie",
        "Delen met",
        "Inzet leerkracht",
        "Inzet IB",
        "Inzet derden",
    ]

    def values(index: int) -> list[str]:
        part = [first, second, third, fourth][index]
        return [part.value(code) for code in codes]

    group = {"b": "1", "i": "1"}
    doc.table(
        [
            Row([doc.head_cell(text) for text in labels], header=True),
            [doc.head_cell("Bovenbouw", group, span=9, shade="EEEEEE")],
            [doc.head_cell("Groepsleerkracht Noor", merge="restart"), *values(0)],
            [Cell(merge="cont"), *values(1)],
            [doc.head_cell("Groepsleerkracht Ties"), *values(2)],
            Row(["{del:Groepsleerkracht Ria}", "{del:Met pensioen}", *[""] * 7], track="del"),
            [doc.head_cell("Onderbouw", group, span=9, shade="EEEEEE")],
            [""] * 9,
            [doc.head_cell("Groepsleerkracht Lies"), *values(3)],
        ],
        [1500] * 9,
    )
    return doc


@case
def d10_tekstvakken() -> Doc:
    """Text boxes with a VML fallback: cover, principles and one person's part."""
    doc = Doc(
        "Jenaplanschool De Kring",
        "2026-2027",
        "School, principles and a whole part in text boxes with VML fallback.",
        "word-en",
    )
    labels = doc.plan.labels
    labels += ["Begeleidingsplan", "Jenaplanschool De Kring", "2026/2027"]
    doc.textbox(
        doc.para("Begeleidingsplan", fmt={"b": "1", "sz": "56"})
        + doc.para("Jenaplanschool De Kring")
        + doc.para("2026/2027")
    )
    doc.h(1, "Uitgangspunten en principes")
    principles = [
        "Een stamgroep heb je samen.",
        "Wij vieren wat lukt.",
        "Wij nemen de tijd voor gesprek.",
    ]
    doc.plan.principles += principles
    doc.textbox(doc.lines("\n".join("- " + text for text in principles)))
    doc.h(1, "Algemene doelen")
    general, karin, hugo, own = parts("""
general
t=1.: De stamgroepvergadering is van de kinderen.
a: Kinderen leiden, de stamgroepleider schrijft.
w: Alle stamgroepleiders
I=Inzet IB‘er: Twee bezoeken per stamgroep
e: Filmfragmenten in de teambijeenkomst van april
teacher | Stamgroepleider Karin
b: Karin leidt de midden­bouw en wil minder zelf regelen.
d: Kinderen regelen de weekopening.
a: Taken verdelen en loslaten.
o: Stamgroepleider Bas
e: Na de herfst
m: Alle stamgroepleiders
L=Inzet stamgroepleider: Wekelijkse terugblik met de kinderen
I=Inzet IB‘er: Denkt mee
X: Geen
teacher | Stamgroepleider Hugo
b: Hugo is net begonnen.
d: Een eigen ritme vinden in de blokperiode.
a: Blokperiode samen plannen, elke week een stap meer alleen.
o: Karin
e: Elke vrijdag kort
m: Niet delen
L=Inzet stamgroepleider: Planning maken
I=Inzet IB‘er: Zes bezoeken
X: Pabo: stagebegeleider komt twee keer
coordinator | Intern begeleider
bd: Ik wil beter vragen stellen en minder raad geven.
a: Opnames terugluisteren.
o: Coach van het bestuur
e: In de teamvergadering van juni
m: Team
X: Coach: drie gesprekken
""")
    running(doc, general, Look())
    for part in (karin, own):
        doc.h(1, part.heading)
        running(doc, part, Look())
        if part is karin:
            start = len(doc.body)
            doc.label(hugo.heading, fmt=BOLD)
            loose(doc, hugo, Look(fmt=BOLD))
            content = "".join(doc.body[start:])
            del doc.body[start:]
            doc.textbox(content)
    return doc


@case
def d11_libreoffice() -> Doc:
    """Saved by LibreOffice: notes, tracked changes, nested lists and tables in its own XML."""
    doc = Doc(
        "Basisschool Het Baken",
        "2026-2027",
        "Written by LibreOffice itself: tracked changes, footnote, nested lists, cards.",
        "libre",
    )
    doc.resave = True
    doc.header = "Begeleidingsplan Het Baken – concept"
    doc.footer = "Aanpak: zie bladzijde 1"
    doc.title("Begeleidingsplan Basisschool Het Baken")
    doc.label("Schooljaar 2026-2027", style="Subtitle")
    doc.h(1, "Principes")
    doc.principles(
        [
            "Leren van elkaar begint met zien.",
            "Wij bedoelen het goed en zeggen het eerlijk.",
            "Elk gesprek eindigt met een afspraak.",
        ]
    )
    doc.h(1, "Algemene doelen")
    general, wim, ella, team = parts("""
general
t: Het aanbod voor nieuwkomers is in elke groep geregeld.
a: - woordenschat
-- elke dag tien minuten
-- met beeld
- maatje in de klas
w: Leerkrachten en onderwijsassistenten
I: Maakt een {del:boek}{ins:wijzer} met materialen.
e: Tweemaal, in januari en juni.{fn:De wijzer staat op de teamsite.}
teacher | Leerkracht Wim
b: Wim werkt drie dagen en heeft met zijn duo{shy}partner weinig overleg.
d: Beiden weten op maandag wat er op vrijdag gebeurde.
a: Gedeelde agenda en een vast belmoment.
o: Duopartner
e: Na zes weken
m: Niet delen
L=Inzet leerkracht: Een kwartier per week
I: Eén gesprek
X:
teacher | Leerkracht Ella
b: De kring duurt lang.
d: Elk kind is in de kring {ins:minstens }twee keer aan het woord.
a: Kring verdelen over de dag.
o: Collega van groep 2
e: December
m: Onderbouw
L=Inzet leerkracht: Bijhouden wie er praat
I: Drie observaties
X: Logopedist: een ochtend
learning_team | Leerteam wetenschap en techniek
b: Het lokaal staat vaak leeg.
d: Elke groep gebruikt het lokaal om de week.
a: Rooster, lessen en een vraagbaak.
o: Techniekcoach
e: Mei
m: Team
L=Inzet leerteam: Vijf middagen
I: Geen
X: Techniekcoach: drie middagen
""")
    look = Look({"m": "Delen opbrengst met"}, BOLD)
    card(doc, general, look)
    doc.h(1, "Leerkrachten")
    card(doc, wim, look)
    doc.h(2, ella.heading)
    running(doc, ella, Look(fmt=BOLD))
    doc.h(2, team.heading)
    loose(doc, team, look)
    return doc


@case
def d12_google_genest() -> Doc:
    """Google Docs: one-cell tables with the name, and a nested table of labels and texts."""
    doc = Doc(
        "De Boomhut",
        "2026-2027",
        "Google Docs; nested tables in one-cell tables per person.",
        "gdocs",
    )
    doc.label("De Boomhut", fmt={"sz": "28"})
    doc.label("Begeleidingsplan 2026 - 2027", fmt={"b": "1", "sz": "40"})
    doc.p()
    doc.label("Uitgangspunten en principes", fmt={"sz": "32"})
    doc.principles(["Wij zijn trots op wat er staat.", "Wij durven iets weg te laten."])
    doc.label("Algemene doelen", fmt={"sz": "32"})
    look = Look({"w": "Uitvoering", "I": "Inzet IB", "b": "Beginsituatie", "m": "Delen met"}, BOLD)
    general, *people = parts("""
general
d: Een rijk aanbod voor het jonge kind, binnen en buiten.
b: Buiten spelen is nu vooral pauze.
a: Buitenlessen ontwerpen en uitproberen.
w: Leerkrachten groep 1, 2 en 3
I: Ontwerpt mee.
e: Na elk seizoen een wandeling langs de plekken.
teacher | Nadia (groep 2)
b: Nadia kent de leerlijnen, de observaties kosten haar te veel avonden.
d: Observeren onder schooltijd.
a: Twee kinderen per dag, korte notitie, op vrijdag samenvatten.
o: Marit (groep 1)
e: Herfstvakantie en voorjaarsvakantie
m: Collega's onderbouw
L=Inzet leerkracht: Tien minuten per dag
I: Neemt twee keer de groep over.
X: nvt
teacher | Marit (groep 1)
b: Instroomgroep vanaf januari.
d: Wenschema dat voor kinderen en ouders werkt.
a: Gesprek met ouders vooraf.
Eerste week halve dagen.
o: Peuterleidster
e: Elke maand
m: Nadia
L=Inzet leerkracht: Huisbezoek aan elk gezin
I: Regelt tijd.
X: Wijkteam: informatie over taal
""")
    card(doc, general, look)
    doc.label("Leerkrachten", fmt={"sz": "32"})
    for part in people:
        inner = doc.table_xml(card_rows(doc, part, look, title=False), [2500, 6000])
        head = doc.para(part.heading, fmt={"b": "1", "sz": "26"})
        doc.plan.labels.append(part.heading)
        doc.table([[Cell(xml=head + inner)]], [9000])
    return doc


@case
def d13_inhoudsopgave() -> Doc:
    """A table of contents that repeats the headings, and numbers typed before the headings."""
    doc = Doc(
        "Montessorischool De Vlinder",
        "2026-2027",
        "TOC field repeats headings; typed heading numbers; group headings; header and footer.",
    )
    doc.header = "Montessorischool De Vlinder"
    doc.footer = "Begeleidingsplan 2026-2027"
    doc.title("Begeleidingsplan Montessorischool De Vlinder")
    doc.label("2026-2027", style="Ondertitel")
    heads = [
        (1, "1 Uitgangspunten en principes"),
        (1, "2 Algemene doelen"),
        (2, "2.1 Doelen voor het schoolteam"),
        (1, "3 Begeleiding van leraren"),
        (2, "3.1 Leraar B."),
        (2, "3.2 Leraar J."),
        (1, "4 Leerteams"),
        (2, "4.1 Leerteam kosmisch onderwijs"),
        (1, "5 Intern begeleider"),
    ]
    doc.contents(heads)
    doc.p("{pb}")
    doc.h(1, "{mark}1 Uitgangspunten en principes")
    doc.principles(
        [
            "De voorbereide omgeving geldt ook voor volwassenen.",
            "Wij helpen elkaar het zelf te doen.",
        ]
    )
    doc.h(1, "{mark}2 Algemene doelen")
    general, team, *people = parts("""
general
t=Doel 1:: Kinderen kiezen werk dat bij hun niveau past.
a: Lesjes registreren en bespreken.
w: Alle leraren
I: Twee rondes van gesprekken
e: Februari en juni
team
t=Doel 1:: Wij bereiden de studiedagen samen voor.
a: Een voorbereidingsgroep per studiedag.
w: Wisselende drietallen
I: Lid van elk drietal
e: Aan het eind van elke studiedag
teacher | Leraar B. | 3.1 Leraar B.
bd: Er is veel materiaal, maar de kasten zijn vol. Doel: een kast die uitnodigt.
a: Per vakgebied opruimen met kinderen.
o: Leraar van de andere middenbouw
e: Rondgang in november
m: Team
L: Eén vakgebied per maand
I: Twee middagen
X: Ouders: een klusavond
teacher | Leraar J. | 3.2 Leraar J.
bd: Presenteren gaat vanzelf, individuele lesjes schieten erbij in.
Doel: elke dag drie individuele lesjes.
a: Dagplanning met vaste tijden.
o: Leraar B.
e: Gesprek in maart
m: Niet delen
L: Registratie
I: Observaties: drie keer
X: Geen
learning_team | Leerteam kosmisch onderwijs | 4.1 Leerteam kosmisch onderwijs
bd: De verhalen zijn verspreid. Doel: één verhalenlijn.
a: Verzamelen, kiezen en vertellen.
o: Opleider
e: Mei
m: Team
L=Inzet leerteamleden: Vier avonden
I: Geen
X: Opleider: één dag
coordinator | Intern begeleider | 5 Intern begeleider
bd: Ik wil meer in de klas zijn dan op kantoor.
a: Twee vaste ochtenden.
o: Directeur
e: Team, in juni
m: Team
I: Houdt het rooster vrij.
X: Geen
""")
    doc.plan.alternatives["sections.1.start_goal"] = [
        "Presenteren gaat vanzelf, individuele lesjes schieten erbij in.\n"
        "elke dag drie individuele lesjes."
    ]
    running(doc, general, Look())
    doc.h(2, "{mark}2.1 Doelen voor het schoolteam")
    running(doc, team, Look())
    doc.h(1, "{mark}3 Begeleiding van leraren")
    for at, part in enumerate(people):
        if at == 2:
            doc.h(1, "4 Leerteams{pb}")
        doc.h(1 if part.kind == "coordinator" else 2, "{lpb}{mark}" + part.heading)
        loose(doc, part, Look(fmt={"i": "1"}))
    return doc


@case
def d14_duos_en_doelen() -> Doc:
    """Duo's and second goals of the same people, with and without a sub-heading per goal."""
    doc = Doc(
        "Basisschool 't Startpunt",
        "2026-2027",
        "Duo's; second goals under sub-headings, repeated labels or a second card.",
        "word-en",
    )
    doc.title("Begeleidingsplan 2026-2027 Basisschool 't Startpunt")
    doc.h(1, "Uitgangspunten en principes")
    doc.principles(["Samen weten we meer.", "Elke vraag is een goede vraag."], " ")
    doc.h(1, "Leraren")
    duo = parts("""
teacher | Ria en Mo, groep 4
bd: De overdracht gaat per app en dat loopt door in het weekend.
a: Een vast moment op woensdag.
o: Andere duo's
e: Herfst
m: Andere duo's
L: Ieder een half uur
I: Twee keer erbij
X: Geen
teacher | Ria en Mo, groep 4
bd: Spelling wordt door Ria en Mo verschillend aangeboden. Doel: dezelfde stappen.
a: Bij elkaar in de les.
o: Taalcoördinator
e: Na blok 5
m: Middenbouw
L: Twee lesbezoeken
I: Neemt de groep waar
X: Geen
""")
    doc.h(2, "Ria en Mo, groep 4")
    for at, part in enumerate(duo, 1):
        doc.h(3, f"Doel {at}")
        running(doc, part, Look())
    emma = parts("""
teacher | Leraar Emma
b: Emma is lang weggeweest.
/
d: Weer vertrouwd raken met de digitale leerlingomgeving.
/
a: Korte lesjes van een collega.
/
e: Oktober
/
m: Niet delen
teacher | Leraar Emma
b: Emma heeft een opleiding muziek gedaan.
/
d: Muziek in elke bouw.
/
a: Voordoen, samen doen, overdragen.
/
e: Muziekavond in april
/
m: Team
/
X: Muziekschool: instrumenten
""")
    doc.h(2, "Leraar Emma")
    for part in emma:
        running(doc, part, Look(fmt=BOLD))
    doc.h(2, "Duo groep 7: Lotte & Kees")
    for part in parts("""
teacher | Duo groep 7: Lotte & Kees
b: Veel leerlingen haken af bij lange teksten.
d: Leesplezier terug.
a: Vrij lezen, boekgesprekken.
o: Leescoördinator
e: Juni
m: Bovenbouw
L: Boekenkring per week
I: Drie boekgesprekken voordoen
X: Bibliotheek: collecties
teacher | Duo groep 7: Lotte & Kees
b: De groep werkt onrustig in het eerste uur.
d: Stil beginnen.
a: Startklok
o: -
e: Na drie weken
m: Niet delen
L: Elke dag
I: Eén bezoek
X:
"""):
        card(doc, part, Look(fmt=BOLD), title=False)
    doc.h(1, "Intern begeleider")
    for part in parts("""
coordinator | Intern begeleider
bd: Veel losse vragen. Doel: een spreekuur dat werkt.
a: Elke dinsdag open deur.
e: Kerst
m: Team
"""):
        running(doc, part, Look())
    doc.plan.alternatives["sections.5.support"] = [""]
    return doc


@case
def d15_labelwoorden() -> Doc:
    """Label words inside running text, with and without a colon, and values with colons."""
    doc = Doc(
        "Basisschool De Springplank",
        "2026-2027",
        "Label words in running text with and without colon; values with colons; chopped runs.",
        chop=15,
    )
    doc.title("Begeleidingsplan 2026-2027")
    doc.label("Basisschool De Springplank", style="Ondertitel")
    doc.h(1, "Uitgangspunten en principes")
    doc.principles(
        [
            "Onze aanpak is licht: liever een gesprek dan een formulier.",
            "Evaluatie is voor ons vooruitkijken.",
            "Het doel bepaalt de vorm.",
        ]
    )
    doc.h(1, "Algemene doelen")
    general, *people = parts("""
general
t=1.: Elk doel in het groepsplan is zo geschreven dat een kind het begrijpt.
a: Het team kiest zelf de aanpak: in drietallen of alleen. Daarna volgt de evaluatie in de bouw.
w: Leraren: elke bouw, elk op eigen tempo.
I: Drie keer, met als doel de lijn te bewaken.
e: De evaluatie doen we in april: wat is helder, wat nog niet?
teacher | Leraar M.
bd: De beginsituatie is bekend uit vorig jaar: een fijne groep, weinig inzet bij taal. Het doel \
is eenvoudig: meer schrijven.
/
a: Een aanpak in drie stappen: kijken, doen, delen. De ondersteuning komt later aan bod.
o: Voor de ondersteuning vragen we twee mensen: Ina en Rob.
e: 14.30 uur, vrijdag 5 maart 2027. De aanpak zelf staat dan ook ter discussie.
m: Bouw: alleen de opbrengst, niet het gesprek.
/
L: Inzet van een uur per week: op dinsdag.
I: Twee lessen; de inzet van de intern begeleider stopt in maart.
X: Schrijver: een les, daarna een terugblik: hoe ging het?
teacher | Leraar T.
bd: Wil weten of de aanpak van vorig jaar houdt.
Het doel blijft: kinderen praten over rekenen.
/
a: - Evaluatie van elke les met drie kinderen
- Ondersteuning van rekentaal op posters
- Doel op het bord
/
o: Collega van groep 5, die de evaluatie al doet.
e: Op de bouwdag.
m: Wie er belangstelling voor heeft.
/
L: Zes lessen.
I: Niets, tenzij gevraagd.
X: Geen derden.
""")
    running(doc, general, Look())
    for part in people:
        doc.h(1, part.heading)
        running(doc, part, Look())
    return doc


@case
def d16_noten_en_links() -> Doc:
    """Footnotes, endnotes, hyperlinks, a page-break run, a trailing Etc."""
    doc = Doc(
        "Wereldschool Oost",
        "2026-2027",
        "Footnotes and endnotes in values, hyperlinks, page breaks, a trailing 'Etc.'",
    )
    doc.title("Begeleidingsplan Wereldschool Oost")
    doc.label("schooljaar 2026/2027", style="Ondertitel")
    doc.h(1, "Principes")
    doc.principles(
        [
            "Wij werken met wat onderzoek ons leert.{fn:Zie de leeslijst in de teamkamer.}",
            "Wij maken ruimte voor talen van thuis.",
        ]
    )
    doc.h(1, "Algemene doelen")
    general, *people = parts("""
general
t=1.: Meertaligheid is zichtbaar in elke les.
a: Voorbeelden van {a:het steunpunt} gebruiken.{fn:Het steunpunt verzamelt lesideeën per \
leeftijd.} Per maand een idee.
w: Alle leraren
I: Twee workshops{en:De workshops duren elk een dagdeel.}.
e: In mei, met posters uit de groepen.
teacher | Leraar Y.
bd: Spreekt zelf drie talen, gebruikt er één. Doel: talen benutten bij woordenschat.
/
a: Zie {a:www.voorbeeld.example/talen}, daarna {a:eigen }{a:lessen}.
o: Leraar van de taalklas
e: Maart{fn:Onder voorbehoud van het rooster.}
m: Team
/
L: Woordmuur in drie talen.
I: Eén gesprek per{pb} periode.
X: Ouders: vertalen woordkaarten.
teacher | Leraar H.
bd: Doel: meer stilte in de werkles.
/
a: Werkvormen zoeken en kiezen.
o: Duopartner
e: Kerst
m: Duopartner
/
L: Elke dag een kwartier.
I: {a:Kijkwijzer} invullen.
X: Geen.
""")
    running(doc, general, Look())
    for part in people:
        doc.h(1, part.heading)
        running(doc, part, Look())
    doc.plan.ignore.append("Etc.")
    doc.p("Etc.")
    return doc


@case
def d17_formulier() -> Doc:
    """A form of content controls: inline, block, row and cell, some of them not filled in."""
    doc = Doc(
        "SBO De Ankerplaats",
        "2026-2027",
        "Content controls inline, around blocks, rows and cells; unfilled placeholders.",
    )
    doc.title("Begeleidingsplan {sdt:2026-2027}")
    doc.label("School: {sdt:SBO De Ankerplaats}")
    doc.h(1, "Uitgangspunten en principes")
    start = len(doc.body)
    doc.principles(["Wij kennen de grens van ons kunnen.", "Wij zetten veiligheid voorop."])
    doc.inside_sdt(start)
    doc.h(1, "Algemene doelen")
    general, one, two = parts("""
general
d: {sdt:Iedere groep heeft een dagritme dat leerlingen zelf kunnen lezen.}
a: {sdt:Pictogrammen en een vaste plek.}
w: {sdt:Leerkrachten en assistenten}
I: {sdt:Twee} dagdelen
e: {sdt:15 januari 2027}
teacher | Leerkracht {sdt:Fleur}
b: {sdt:Fleur vervangt sinds mei.}
d: {sdt:Een eigen plan voor de opstart van de dag.}
a: {sdt:Meelopen bij drie groepen}
o: {sdt:Gedragswetenschapper}
e: {sdt:1 november 2026}
m: {sdt:Team}
L=Inzet leerkracht: {sdt:Plan schrijven}
I: {sdt:Meelezen}
X:
teacher | Leerkracht Onno
b: Onno werkt met de oudste leerlingen.
d: Stagevoorbereiding in de groep.
a: Bezoek aan drie bedrijven.
- met de groep
- zonder de groep
o: Stagecoördinator
e: Mei
m:
L=Inzet leerkracht: Bezoeken
I: Geen
X: Bedrijven: rondleiding
""")
    start = len(doc.body)
    loose(doc, general, Look(fmt=BOLD))
    doc.inside_sdt(start)
    doc.h(1, "Leerkrachten")
    hint = "Klik of tik om tekst in te voeren."
    for part in (one, two):
        rows = card_rows(doc, part, Look(fmt=BOLD))
        for at, row in enumerate(rows[1:], 1):
            row.sdt = part is two and at % 3 == 0
            cell = row.cells[1]
            assert isinstance(cell, Cell)
            cell.sdt = part is two and at % 3 == 1
            if not cell.text:
                cell.xml = f"<w:p>{doc.placeholder(hint)}</w:p>"
        doc.table(rows, [2800, 6200])
    return doc


@case
def d18_zonder_dubbelepunt() -> Doc:
    """Labels without a colon: bold in running text, before a tab, before a dash."""
    doc = Doc(
        "KBS Sint Maarten",
        "2026-2027",
        "No colons: bold labels in running text, label-tab-text, label-dash-text.",
        "word-en",
    )
    doc.title("Begeleidingsplan KBS Sint Maarten 2026 – 2027")
    doc.h(1, "Uitgangspunten en principes")
    doc.principles(["Aandacht maakt alles mooier.", "Wie vraagt wordt geholpen."], " ")
    doc.h(1, "Algemene doelen")
    general, team, els, piet, own = parts("""
general
t: Godsdienst en burgerschap vormen één leerlijn.
a: Lessen naast elkaar leggen en schrappen wat dubbel is.
w: Werkgroep identiteit
I: Leest mee
e: Pasen
team
t: In de teamkamer gaat het ook over het vak.
a: Elke maandag een vraag op tafel.
w: Om de beurt
I: Eerste maand
e: Zomer
teacher | Juf Els
b: Juf Els heeft een volle groep met veel verschillen in tempo.
d: Iedereen is tegelijk klaar met de basis.
a: Minder stof, meer tijd.
o: Rekencoördinator
e: Elk blok
m: Parallelgroep
L=Inzet leerkracht: Blokvoorbereiding
I: Een half uur per blok
X: Geen
teacher | Meester Piet
b: Meester Piet gaat over twee jaar met pensioen.
d: Zijn kennis van natuuronderwijs blijft in de school.
a: Lessen vastleggen op film.
o: ICT-coördinator
e: Schooljaar rond
m: Iedereen
L=Inzet leerkracht: Tien films
I: Vraaggesprekken
X: Natuurcentrum: plek en materiaal
coordinator | Ontwikkeling IB'er
b: Ik neem te veel over.
d: Vragen teruggeven.
a: Logboek van vragen.
o: Maatje uit het netwerk
e: Team, mei
m: Team
X: Geen
""")
    plain_look = Look(fmt=BOLD, after=" ", after_fmt={})
    running(doc, general, plain_look)
    doc.h(1, "Schoolteam")
    running(doc, team, plain_look)
    doc.h(1, els.heading)
    running(doc, els, plain_look)
    doc.h(1, piet.heading)
    loose(doc, piet, Look(after="{tab}"))
    doc.h(1, own.heading)
    loose(doc, own, Look(after=" – "))
    return doc


@case
def d19_kwaliteitscoordinator() -> Doc:
    """Other words for everybody, all kinds of apostrophes, an own part in the first person."""
    doc = Doc(
        "Jenaplan Het Kasteel",
        "2026-2027",
        "KC'er, stamgroepleider, werkgroep, bouw; apostrophe variants; 'Mijn eigen leren'.",
    )
    doc.label("Begeleidingsplan van Jenaplan Het Kasteel", fmt={"b": "1", "sz": "36"})
    doc.label("Schooljaar ‘26-‘27")
    doc.h(1, "Principes")
    doc.principles(
        ["Wij spreken, spelen, werken en vieren ook als team.", "Een vraag is nooit te klein."],
        "# ",
    )
    doc.h(1, "Algemene doelen")
    items = parts("""
general
t: De weekafsluiting is een leermoment.
a=Werkwijze: Kinderen bedenken, stamgroepleiders vragen door.
w=Door wie: Alle stamgroepleiders
I=Inzet KC´er: Twee weekafsluitingen bijwonen
e=Evaluatiemoment: Na tien weken
general
t: Wereldoriëntatie staat in het midden van de week.
a=Werkwijze: Vragenmuur en atelier.
w=Uitgevoerd door: Midden- en bovenbouw
I=Inzet kwaliteitscoördinator: Een atelier
e=Evaluatiemoment: Voorjaar
teacher | Stamgroepleider Rosa
b=Startsituatie: Rosa heeft een nieuwe stamgroep met drie leerjaren.
d=Doelen: - rust bij de wisseling
- de oudsten helpen de jongsten
a=Werkwijze: Tafelgroepen en vaste helpers
o=Begeleiding door: Stamgroepleider Bas
e=Evaluatiemoment: Kerst
m=Opbrengst delen met: De middenbouw
L=Inzet stamgroepleider: Wekelijks gesprek met tafelgroepen
I=Inzet KC’er: Drie keer kijken
X=Inzet externen: Geen
learning_team | Werkgroep spel
b=Startsituatie: Spel stopt na groep 3.
d=Doelstelling: Spel tot en met groep 8.
a=Werkwijze: Spellen maken in het atelier
o=Begeleiding door: Spelcoach
e=Evaluatiemoment: Speldag
m=Opbrengst delen met: Ouders
L=Inzet werkgroep: Vijf middagen
I=Inzet KC`er: Meespelen
X=Inzet externen: Spelotheek: uitleen
learning_team | Bovenbouw
b=Startsituatie: Drie stamgroepen, drie manieren van presenteren.
d=Doel: Eén kijkwijzer voor presentaties.
a=Werkwijze: Samen kijken naar opnamen
o=Begeleiding door: Niemand
e=Evaluatiemoment: Maart
m=Opbrengst delen met: De andere bouwen
L=Inzet bouw: Drie bijeenkomsten
I=Inzet kwaliteits{shy}coördinator: Zit er één bij
X=Inzet externen: Geen
coordinator | Mijn eigen leren
b=Startsituatie: Ik ben nieuw in deze rol.
d=Doel: Leren kijken zonder oordeel.
a=Werkwijze: Opleiding, intervisie
o=Begeleiding door: Mentor uit het bestuur
e=Evaluatiemoment: Juni, met het team
m=Opbrengst delen met: Het team
I=Inzet KC'er: Zestien dagen opleiding
X=Inzet externen: Mentor: een uur per maand
""")
    for part in items[:2]:
        loose(doc, part, Look(fmt={"u": "1"}))
    doc.h(1, "Stamgroepleiders")
    for part in items[2:]:
        doc.h(2, part.heading)
        loose(doc, part, Look(fmt={"u": "1"}))
    return doc


@case
def d20_breed_herhaald() -> Doc:
    """Wide table with repeated header rows, a value merged over two rows, an own kind of part."""
    doc = Doc(
        "Basisschool De Waterlelie",
        "2026-2027",
        "Header row repeated half-way; one value merged over two rows; shuffled columns.",
    )
    doc.landscape = True
    doc.title("Begeleidingsplan Basisschool De Waterlelie 2026/'27")
    doc.h(1, "Doelen voor het schoolteam")
    columns = {"e": "Evaluatie", "d": "Doel", "w": "Uitvoering", "a": "Aanpak", "I": "Inzet IB-er"}
    wide(
        doc,
        parts("""
team
d: We lezen allemaal één vakboek.
a: Leesclub van drie avonden.
w: Team, met een lid van de leesclub als gastheer
I: Kiest drie titels
e: Na elke avond
team
d: Klassenbezoek hoort bij de week.
a: Open deuren op donderdag.
w: Alle leraren
I: Hangt het rooster op
e: Twee keer per jaar
"""),
        columns,
    )
    doc.h(1, "Leraren en leerteams")
    people = parts("""
teacher | Leraar A.
bd: Zoekt een manier om toetsen anders te bespreken.
a: Gesprek met drie leerlingen per toets
o: Leraar B.
e: Februari
m: Bouw
L: Gesprekken voeren
I: Opname terugkijken
X: Geen
teacher | Leraar B.
bd: Wil minder kopieerwerk.
a: Schriften in plaats van bladen
o: Leraar A.
e: Juni
m: Bouw
L: Eén vak tegelijk
I: Meedenken
X: Geen
learning_team | Leerteam gedrag
bd: Afspraken hangen overal anders.
a: Vijf afspraken kiezen
o: Gedragsspecialist
e: Studiedag
m: Team en ouders
L: Zes keer overleg
I: Eerste twee keer
X: Gedragsspecialist: observatie op het plein
""")
    doc.plan.parts += people
    doc.plan.alternatives["sections.1.share_with"] = [""]
    codes = ["L", "I", "X", "bd", "a", "o", "e", "m"]
    heads = [
        "Inzet leraar / leerteam",
        "Inzet IB-er",
        "Inzet derden",
        "Beginsituatie/doelstelling",
        "Aanpak",
        "Ondersteuning",
        "Evaluatie",
        "Delen met",
    ]

    def header() -> Row:
        cells = [doc.head_cell(text, shade="CCCCCC") for text in ["Naam", *heads]]
        return Row(cells)

    def values(at: int, last: Cell) -> list[Cell | str]:
        part = people[at]
        return [doc.head_cell(part.heading), *(part.value(code) for code in codes[:-1]), last]

    doc.table(
        [
            header(),
            values(0, Cell("Bouw", merge="restart")),
            values(1, Cell(merge="cont")),
            header(),
            values(2, Cell(people[2].value("m"))),
        ],
        [1500] * 9,
    )
    doc.h(1, "Zorgstructuur")
    other = parts("""
other | Zorgstructuur
bd: Het zorgteam komt zes keer per jaar bij elkaar. Vragen uit dit plan horen daar niet thuis.
""")[0]
    doc.plan.parts.append(other)
    doc.p(other.value("bd"))
    return doc


@case
def d21_dubbele_kop() -> Doc:
    """A header of two rows: 'Inzet' stands over three columns."""
    doc = Doc(
        "Freinetschool De Drukpers",
        "2026-2027",
        "Two-row table header: 'Inzet' merged over leraar, IB'er and derden.",
        "word-en",
    )
    doc.landscape = True
    doc.title("Begeleidingsplan Freinetschool De Drukpers")
    doc.label("2026/2027", style="Subtitle")
    doc.h(1, "Uitgangspunten en principes")
    doc.principles(["Werk dat echt is, leert het best.", "Wij beslissen in de klassenraad."])
    doc.h(1, "Algemene doelen")
    goals = parts("""
general
d: De correspondentie met andere scholen bloeit weer op.
a: Brieven, filmpjes en een ruil per half jaar.
w: Alle groepen
I: Zoekt partners
e: Tentoonstelling in juni
""")
    wide(
        doc,
        goals,
        {
            "d": "Doelstelling",
            "a": "Aanpak",
            "w": "Uitvoering door",
            "I": "Inzet intern begeleider",
            "e": "Evaluatie",
        },
    )
    doc.h(1, "Begeleiding")
    people = parts("""
teacher | Leerkracht Sjoerd
b: De vrije teksten worden kort.
d: Teksten met een lezer in gedachten.
a: Elke week een tekst drukken
o: Drukgroep
e: Bundel in mei
m: Ouders en team
L: Tekstbespreking
I: Twee keer meedoen
X: Dichter: één ochtend
teacher | Leerkracht Mirthe
b: De klassenraad is nu vooral klagen.
d: Besluiten die de groep uitvoert.
a: Voorzitter opleiden
o: Sjoerd
e: Elke maand
m: Niet delen
L: Agenda met kinderen
I: Eén raad bijwonen
X: Geen
learning_team | Leerteam ateliers
b: Vier ateliers, weinig samenhang.
d: Vragen van kinderen bepalen het atelier.
a: Vragen verzamelen
o: Kunstenaar
e: Na elk atelier
m: Team
L: Tien middagen
I: Geen
X: Kunstenaar: begeleiding
""")
    heads = ["", "Beginsituatie", "Doel", "Aanpak", "Ondersteuning", "Evaluatie", "Delen met"]
    top = [
        doc.head_cell(text, merge="restart") if text else Cell(merge="restart") for text in heads
    ]
    below = [Cell(merge="cont") for _ in heads]
    inzet = [doc.head_cell(text) for text in ("leraar / leerteam", "IB’er", "derden")]
    rows = wide_rows(doc, people, ["s", "b", "d", "a", "o", "e", "m", "L", "I", "X"])
    doc.table(
        [
            Row([*top, doc.head_cell("Inzet", span=3)], header=True),
            Row([*below, *inzet], header=True),
            *rows,
        ],
        [1400] * 10,
    )
    return doc


@case
def d22_vier_kolommen() -> Doc:
    """Cards of four columns: label, text, label, text; a title row and full-width rows."""
    doc = Doc("Basisschool Mozaïek", "2026-2027", "Four-column cards: two label/text pairs a row.")
    doc.title("Begeleidingsplan Basisschool Mozaïek – schooljaar 2026-2027")
    doc.h(1, "Principes")
    doc.principles(["Verschil is gewoon.", "Wij houden het klein.", "Wij ronden af."])
    doc.h(1, "Algemene doelen")
    look = Look({"w": "Uitvoering door", "I": "Inzet IB", "L": "Inzet leraar", "m": "Delen met"})
    items = parts("""
general
t: Rekenproblemen worden eerder gezien.
a: Gesprekjes met kinderen over hun werk
w: Groep 3 tot en met 5
I: Doet er tien voor
e: Januari
teacher | Leraar Kim
b: Kim heeft een groep met twee instromers per maand.
d: Een goede eerste week voor elk kind.
a: Draaiboek maken
o: Collega van de schakelklas
e: Na elke instromer
m: Team
L: Draaiboek
I: Gastgezin regelen
X: Tolk: bij het eerste gesprek
teacher | Leraar Dirk
b: Dirk wil zijn stem sparen.
d: Minder praten, meer gebaren.
a: Vaste tekens met de groep
o: Logopedist
e: Februari
m: Niet delen
L: Oefenen
I:
X: Logopedist: vier keer
""")
    card(doc, items[0], look)
    doc.h(1, "Leraren")
    for part in items[1:]:
        doc.plan.parts.append(part)
        rows = [Row([doc.head_cell(part.heading, span=4, shade="FFF2CC")])]
        fields = [look.text(doc, item) for item in part.items]
        full = [Cell(part.value("b"), span=3), Cell(part.value("d"), span=3)]
        rows += [Row([Cell(fields[at], fmt=BOLD), full[at]]) for at in (0, 1)]
        pairs = part.items[2:8]
        for at in range(0, 6, 2):
            left, right = pairs[at], pairs[at + 1]
            rows.append(
                Row(
                    [
                        Cell(fields[at + 2], fmt=BOLD),
                        left.value,
                        Cell(fields[at + 3], fmt=BOLD),
                        right.value,
                    ]
                )
            )
        rows.append(Row([Cell(fields[8], fmt=BOLD), Cell(part.value("X"), span=3)]))
        doc.table(rows, [1800, 2800, 1800, 2800])
    return doc


@case
def d23_label_boven() -> Doc:
    """Tables where the label stands above its text: a row of labels, a row of texts."""
    doc = Doc(
        "Vrijeschool De Lier",
        "2026-2027",
        "Label rows above value rows, several per person; merged name row.",
        "word-en",
    )
    doc.title("Begeleidingsplan")
    doc.label("Vrijeschool De Lier")
    doc.label("2026/2027")
    doc.h(1, "Uitgangspunten en principes")
    doc.principles(
        ["De klas is een gemeenschap.", "De leraar is kunstenaar.", "Wij oefenen het waarnemen."],
        " ",
    )
    doc.h(1, "Algemene doelen")
    items = parts("""
general
d: Het vertellen krijgt weer de plaats die het verdient.
a: Vertelkring van leraren, elke zes weken.
w: Klassenleraren
I: Organiseert de eerste kring
e: Michaël en Pasen
teacher | Leraar Ineke (klas 2)
bd: Ineke wil de periode taal anders opbouwen.
a: Periode samen ontwerpen
o: Leraar van klas 3
e: Na de periode
m: Onderbouwvergadering
L: Ontwerp
I: Twee ochtenden
X: Geen
teacher | Leraar Huib (klas 6)
bd: Huib geeft voor het eerst natuurkunde.
a: Proeven voorbereiden
o: Vakleraar bovenbouw
e: Januari
m: Niet delen
L: Proefboek
I: Geen
X: Vakleraar: drie middagen
""")
    doc.plan.parts += items
    names = {
        "bd": "Beginsituatie / doelstelling",
        "a": "Aanpak",
        "o": "Ondersteuning",
        "e": "Evaluatie",
        "m": "Delen opbrengst met",
        "L": "Inzet leraar",
        "I": "Inzet intern begeleider",
        "X": "Inzet derden",
        "d": "Doel",
        "w": "Uitvoering door",
    }

    def pair(at: int, codes: str) -> list[list[Cell | str]]:
        return [
            [doc.head_cell(names[code], shade="DDDDDD") for code in codes],
            [items[at].value(code) for code in codes],
        ]

    doc.table(
        [[doc.head_cell("Doel", span=4)], [Cell(items[0].value("d"), span=4)], *pair(0, "awIe")],
        [2300] * 4,
    )
    doc.h(1, "Leraren")
    for at in (1, 2):
        doc.table(
            [
                [doc.head_cell(items[at].heading, span=4)],
                [doc.head_cell(names["bd"], span=4, shade="DDDDDD")],
                [Cell(items[at].value("bd"), span=4)],
                *pair(at, "aoem"),
                [
                    doc.head_cell(names["L"]),
                    doc.head_cell(names["I"]),
                    doc.head_cell("Inzet derden", span=2),
                ],
                [items[at].value("L"), items[at].value("I"), Cell(items[at].value("X"), span=2)],
            ],
            [2300] * 4,
        )
    return doc


@case
def d24_kaal() -> Doc:
    """A bare document: no school, no year, an introduction, two people, Etc."""
    doc = Doc(
        None, None, "No school, no year, no styles; introduction; 'Etc.' at the end.", "gdocs"
    )
    doc.label("Begeleidingsplan", fmt={"b": "1"})
    doc.loose_text(
        "Beste collega's, hieronder staat wat we in de gesprekken van mei hebben "
        "opgeschreven. Lees het rustig na en zet je opmerkingen erbij."
    )
    look = Look(fmt={"i": "1"}, after="")
    for part in parts("""
teacher | Leraar Z.
bd: Wil de overgang van binnen naar buiten rustiger maken.
a: Buiten de rij opnieuw leren maken, elke dag.
e: Na drie weken.
m: Alle collega's
teacher | Leraar V.
bd: Zoekt uitdaging na tien jaar groep 6.
a: Meelopen met de directeur, een cursus, een eigen project.
o: Directeur
e: In het voorjaar.
m: Niet delen
"""):
        doc.p()
        doc.label(part.heading, fmt=BOLD)
        loose(doc, part, look, "next")
    doc.plan.ignore.append("Etc.")
    doc.p()
    doc.p("Etc.")
    return doc


@case
def d25_groot_gemengd() -> Doc:
    """Fifteen sections in three layouts in one document, with headers and page breaks."""
    doc = Doc(
        "Brede school De Haven",
        "2026-2027",
        "Fifteen sections, layouts mixed: running, cards, wide table; header and footer.",
        chop=25,
    )
    doc.header = "Begeleidingsplan Brede school De Haven 2026-2027"
    doc.footer = "Vertrouwelijk"
    doc.title("Begeleidingsplan")
    doc.label("Brede school De Haven")
    doc.label("Schooljaar 2026-2027")
    doc.h(1, "Uitgangspunten en principes")
    doc.principles(
        [
            "Iedereen doet mee.",
            "Wij beginnen bij de vraag.",
            "Wij delen wat werkt.",
            "Wij zeggen wat schuurt.",
            "Wij houden het licht.",
        ],
        "# ",
    )
    doc.h(1, "Algemene doelen")
    general = parts("""
general
t=1.: Peuters en kleuters spelen in dezelfde hoeken.
a: Hoeken samen inrichten.
w: Peuterspeelzaal en groep 1
I: Vier middagen.
e: Na elk thema.
general
t=2.: De naschoolse opvang kent onze afspraken.
a: Een avond samen en een kaart met afspraken.
w: Directie en opvang.
I: Schrijft de kaart.
e: Halverwege het jaar.
""")
    for part in general:
        running(doc, part, Look())
    doc.h(1, "Schoolteam")
    for part in parts("""
team
t: Wij zien elkaars groepen als onze groepen.
a: Drie ruildagen.
w: Iedereen
I: Rooster
e: Na elke ruildag
"""):
        card(doc, part, Look())
    doc.h(1, "Onderbouw")
    names = ["Leraar Ank", "Leraar Ben", "Leraar Cor", "Leraar Dina"]
    tasks = ["de kring", "het buitenspel", "de rekenhoek", "het voorlezen"]
    helpers = ["Leraar Ben", "vakleerkracht gym", "rekencoördinator", "bibliotheek"]
    for name, task, helper in zip(names, tasks, helpers, strict=True):
        for part in parts(f"""
teacher | {name}
bd: Wil meer halen uit {task}.
/
a: Een maand lang elke dag een verandering in {task}.
o: Hulp van {helper}.
e: Aan het eind van de maand.
m: De onderbouw.
/
L: Dagelijks een aantekening over {task}.
I: Eén keer kijken.
X: Geen.
"""):
            doc.h(2, part.heading)
            running(doc, part, Look())
    doc.p("{pb}")
    doc.h(1, "Middenbouw")
    names = ["Juf Femke", "Meester Gijs", "Juf Hilde en juf Iris"]
    starts = [
        "Werkt voor het eerst met een digibord vol bronnen.",
        "Mist de rode draad bij spelling.",
        "Nemen de groep in februari over.",
    ]
    goals = [
        "Bronnen kiezen die het doel dienen.",
        "Een spellingdoel per week.",
        "De groep merkt de wisseling nauwelijks.",
    ]
    for name, start, goal in zip(names, starts, goals, strict=True):
        for part in parts(f"""
teacher | {name}
b: {start}
d: {goal}
a: Maandelijks een les samen voorbereiden
o: Parallelcollega
e: Rapportperiode
m: Middenbouw
L: Voorbereiden
I: Meedenken
X:
"""):
            card(doc, part, Look(fmt=BOLD))
    doc.h(1, "Bovenbouw")
    upper = parts("""
teacher | Leraar Jip
bd: Debatteren in groep 8.
a: Zes lessen
o: Leraar Kars
e: Debatdag
m: Ouders
I: Jurylid
teacher | Leraar Kars
bd: Huiswerk dat ertoe doet.
a: Minder en beter
o: Leraar Jip
e: Maart
m: Brugklasmentoren
I: Een gesprek
teacher | Leraar Loes
bd: Groep 7 leest te weinig.
a: Boekenruil
o: Bibliotheek
e: Juni
m: Niet delen
I: Geen
teacher | Leraar Max
bd: Studievaardigheden.
a: Wekelijkse les
o: Leraar Loes
e: Mei
m: Bovenbouw
I: Drie lessen
""")
    wide(
        doc,
        upper,
        {
            "s": "Naam",
            "bd": "Beginsituatie/doel",
            "a": "Aanpak",
            "o": "Ondersteuning",
            "e": "Evaluatie",
            "m": "Delen met",
            "I": "Inzet IB'er",
        },
    )
    doc.h(1, "Leerteams")
    for part in parts("""
learning_team | Leerteam doorgaande lijn
bd: Peuters en kleuters delen een gebouw, geen plan.
a: Thema's afstemmen.
e: Elk thema.
m: Team.
L=Inzet leerteamleden: Eén uur per maand.
learning_team | Leerteam ouders
bd: Gesprekken gaan over cijfers. Doel: gesprekken over leren.
a: Nieuwe opzet in twee groepen.
e: Na de tweede ronde.
m: Team en ouderraad.
L=Inzet leerteamleden: Voorbereiding en twee avonden.
"""):
        doc.h(2, part.heading)
        running(doc, part, Look())
    doc.h(1, "Intern begeleider")
    for part in parts("""
coordinator | Intern begeleider
bd: Twee jaar in dit werk; wil het team meer laten beslissen.
a: Agenda door het team.
o: Directeur
e: Teamvergadering juni.
m: Team.
"""):
        running(doc, part, Look())
    doc.h(1, "Vertrouwenspersoon")
    for part in parts("""
other | Vertrouwenspersoon
bd: Zowel voor leerlingen als voor collega's is er een vertrouwenspersoon. Zij is op maandag \
aanwezig.
"""):
        doc.plan.parts.append(part)
        doc.p(part.value("bd"))
    return doc


@case
def d26_alles() -> Doc:
    """Everything at once: text boxes, tracked changes, notes, controls, merged and nested cells."""
    doc = Doc(
        "Integraal Kindcentrum De Kiem",
        "2026-2027",
        "Very nasty: TOC, text boxes, tracked changes, notes, controls, nested tables, hyphens.",
        chop=26,
    )
    doc.header = "IKC De Kiem"
    doc.label("Integraal Kindcentrum De Kiem", fmt={"b": "1"})
    doc.textbox(doc.para("Begeleidingsplan", fmt={"b": "1"}) + doc.para("’26{nbh}’27"))
    doc.plan.labels += ["Begeleidingsplan", "’26-’27"]
    doc.contents(
        [
            (1, "Uitgangspunten en principes"),
            (1, "Algemene doelen"),
            (1, "Schoolteam"),
            (2, "Leraar Guus"),
            (2, "Leraar Willemijn"),
            (2, "Leerteam muziek"),
            (1, "Intern begeleider"),
        ],
        "Inhoudsopgave",
    )
    doc.loose_text("Dit plan is {del:een concept}{ins:besproken op 3 juni} en is van ons allemaal.")
    doc.h(1, "{mark}Uitgangs{shy}punten en principes")
    doc.p(
        raw=doc.inline(
            "We zijn eerlijk, {del:maar}{ins:o.a.} over tijd. {from:We lachen veel. }"
            "We vieren successen.{fn:Met taart.} {to:We lachen veel.}"
        )
    )
    doc.plan.principles += [
        "We zijn eerlijk, o.a. over tijd.",
        "We vieren successen.",
        "We lachen veel.",
    ]
    doc.h(1, "{mark}Algemene doelen")
    general, team, guus, wil, music, own = parts("""
general
b: Kinderen wisselen van groep{nb}als ze eraan toe zijn; dat gaat{wshy} nu op gevoel.
d: {sdt:Elke overstap is besproken en voorbereid.}
a: Drie gesprekken:{br}- met het kind{br}- met de ouders{br}- met elkaar
w: {smart:Alle} mentoren
I: {fld:Acht} gesprekken
e: {cfld:Februari} en juni
team
t: Iedereen kent de kinderen van de hele unit.
a: Unitwandeling op maandag
w: Mentoren
I: Loopt {ins:vaak }mee
e: Mei
teacher | Leraar Guus
b: {del:Weinig}{ins:Veel} ervaring met groepen van vijftig.
d: Instructie geven in het open leerplein zonder dat anderen er last van hebben.
a: - plek kiezen
-- met scherm
-- met vloerkleed
- tijden afspreken
o: Willemijn
e: November
m: Unit
L: Plattegrond
I: Twee observaties{c:mag ook één}
X:
teacher | Leraar Willemijn
bd: Ze ziet dat sterke lezers stilvallen. Doel: leeskring voor sterke lezers. Aanpak volgt uit \
de eerste kring.
//
a: Kring op woensdag; boeken kiezen: samen.
//
o: {a:Boekencoach}
//
e: Voor{shy}jaar
//
m: Niemand, Willemijn deelt zelf
//
L: Wekelijks
//
I: Eén kring
//
X: Boekencoach: twee kringen
learning_team | Leerteam muziek
bd: Het lied van de week is weg.
a: Elke maandag zingen
o: Koorleider
e: Zomerconcert
m: Ouders
L=Inzet leerteam: Repeteren
I: Zingt mee
X: Koorleider: vijf repetities
coordinator | Intern begeleider
b: Ik werk in twee units.
d: Eén dag per unit, zonder heen en weer.
a: Vaste dagen
o: Collega-IB'er
e: Kerst
m: Team
""")
    doc.plan.alternatives["general.0.approach"] = [
        "Drie gesprekken:\nmet het kind\nmet de ouders\nmet elkaar"
    ]
    card(doc, general, Look({"I": "Inzet IB`er", "w": "Wie"}, BOLD))
    doc.h(1, "{mark}Schoolteam")
    card(doc, team, Look())
    doc.h(2, "{mark}" + guus.heading)
    rows = card_rows(doc, guus, Look(fmt=BOLD), title=False)
    inner = doc.table_xml(rows[:4], [2500, 5000])
    lower = doc.table_xml(rows[4:], [2500, 5000])
    doc.table([[Cell(xml=inner, span=2)], ["", ""], [Cell(xml=lower, span=2)]], [4500, 4500])
    doc.h(2, "{mark}" + wil.heading)
    running(doc, wil, Look())
    start = len(doc.body)
    doc.label(music.heading, style="Kop2")
    loose(doc, music, Look(fmt=BOLD))
    content = "".join(doc.body[start:])
    del doc.body[start:]
    doc.textbox(content)
    doc.h(1, "{mark}" + own.heading)
    loose(doc, own, Look(after="{tab}"))
    doc.plan.ignore.append("Etc.")
    doc.p("Etc.")
    return doc


def main() -> int:
    """Write all documents."""
    for make in CASES:
        make().save(HERE / "dev", make.__name__)
        sys.stdout.write(f"{make.__name__}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
