"""Make the fourth blind set: sixteen Word plans of sixteen invented schools, and what a careful reader finds.

Written from the format, the two example plans and the description of the layouts alone, before the reader was
run on any of them. Each function below is one school: it lays its document out as that school would, and names
beside it the content that a careful person copies over. A text is written once, in a small markup:
``**bold**``, ``__underlined__``, ``[+inserted+]``, ``[-deleted-]``, ``[^footnote^]``, ``~`` for a non-breaking
space and a line break for a soft one; the document shows it, the JSON holds what a reader of the page sees.

Run ``python tests/exchange/word/corpus/blind_fourth/make.py`` to write the files anew.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Pt

HERE = Path(__file__).parent
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WHO = 'w:id="90" w:author="M. de Wit" w:date="2026-06-02T09:00:00Z"'
PIECE = re.compile(r"\*\*|__|\[\+.*?\+\]|\[-.*?-\]|\[\^.*?\^\]|\n|\t", re.S)
Content = dict[str, str]


def plain(text: str) -> str:
    """The text as a reader of the page sees it: no marks, no deleted words, no notes, ordinary spaces."""
    text = re.sub(r"\[-.*?-\]|\[\^.*?\^\]", "", text, flags=re.S)
    text = re.sub(r"\[\+(.*?)\+\]", r"\1", text, flags=re.S)
    text = text.replace("**", "").replace("__", "").replace("~", " ").replace("\t", " ")
    return "\n".join(re.sub(r" +", " ", line).strip() for line in text.split("\n")).strip()


def _words(text: str) -> Counter[str]:
    """The words of a text in small letters, without the signs around them."""
    found = (re.sub(r"^\W+|\W+$", "", each) for each in text.casefold().split())
    return Counter(each for each in found if each)


def _texts(value: object) -> list[str]:
    """All texts in a value, however deep; not the words that say what they are."""
    if isinstance(value, dict):
        return [text for key, each in value.items() if key != "kind" for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [value] if isinstance(value, str) else []


class Sheet:
    """One Word document under construction, with what a careful reader finds in it."""

    def __init__(self, school: str | None, year: str | None) -> None:
        self.docx = docx.Document()
        self.school, self.year = school, year
        self.principles: list[str] = []
        self.general: list[Content] = []
        self.team: list[Content] = []
        self.sections: list[Content] = []
        self.unplaced: list[str] = []
        self.notes: list[str] = []
        self.shown: list[str] = []

    # what a careful reader finds

    def found(self) -> dict[str, object]:
        goals = {"general": self.general, "team": self.team}
        lists = {
            name: [{k: plain(v) for k, v in goal.items()} for goal in rows]
            for name, rows in goals.items()
        }
        found: dict[str, object] = {
            "title": "Begeleidingsplan",
            "school": self.school,
            "year": self.year,
            "principles": [plain(text) for text in self.principles],
            **lists,
            "sections": [self._section(section) for section in self.sections],
            "unplaced": [plain(text) for text in self.unplaced],
            **({"anywhere": [plain(text) for text in self.notes]} if self.notes else {}),
        }
        return {**found, "labels": [" ".join(self._labels(found))]}

    def _labels(self, found: dict[str, object]) -> list[str]:
        """The words that the document shows and the answer lacks: labels, headings, numbers."""
        answer = " ".join(_texts(found))
        return sorted((_words(" ".join(self.shown)) - _words(answer)).elements())

    @staticmethod
    def _section(section: Content) -> Content:
        out: Content = {"kind": section["kind"], "subject": plain(section["subject"])}
        both = [plain(section[name]) for name in ("start", "goal") if section.get(name)]
        if both:
            out["start_goal"] = "\n".join(both)
        out.update(
            {
                k: plain(v)
                for k, v in section.items()
                if k not in {"kind", "subject", "start", "goal"}
            }
        )
        return out

    def lost(self, *texts: str) -> None:
        """Show paragraphs for which the format has no field."""
        for text in texts:
            self.p(text)
            self.unplaced.append(text)

    # the document

    def h(self, text: str, level: int = 1) -> None:
        self._fill(self.docx.add_heading("", level), text)

    def p(self, text: str = "", style: str | None = None) -> object:
        paragraph = self.docx.add_paragraph(style=style)
        self._fill(paragraph, text)
        return paragraph

    def items(self, text: str, style: str = "List Bullet") -> None:
        """Each line a bullet; a line that starts with ``>`` one level deeper."""
        for line in text.split("\n"):
            self.p(line.lstrip("> "), style + " 2" if line.startswith(">") else style)

    def table(self, rows: list[list[str]], widths: int | None = None) -> object:
        """A table; ``<`` continues the cell at the left, ``^`` the cell above; ``* `` begins a bullet in a cell."""
        table = self.docx.add_table(len(rows), widths or len(rows[0]))
        table.style = "Table Grid"
        cells = [(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
        for r, c, text in cells:
            if text not in {"<", "^"}:
                self._cell(table.cell(r, c), text)
        for r, c, text in cells:
            if text in {"<", "^"}:
                table.cell(*((r, c - 1) if text == "<" else (r - 1, c))).merge(table.cell(r, c))
        for cell in table._cells:  # merging leaves empty paragraphs behind, as Word does not
            for extra in cell.paragraphs[1:]:
                if not extra._p.xpath(".//w:t"):
                    extra._p.getparent().remove(extra._p)
        return table

    def _cell(self, cell: object, text: str) -> None:
        first = True
        for line in re.split(r"\n(?=\*|¶)", text):
            paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
            first = False
            line = line.removeprefix("¶")
            for mark, style in (("*> ", "List Bullet 2"), ("* ", "List Bullet")):
                if line.startswith(mark):
                    paragraph.style = self.docx.styles[style]
                    line = line[len(mark) :]
                    break
            self._fill(paragraph, line)

    def box(self, *lines: str) -> None:
        """A text box as Word writes it: a drawing, and the same text again for older readers."""
        self.shown += lines
        inner = "".join(
            f'<w:p><w:r><w:t xml:space="preserve">{escape(line.replace("~", chr(160)))}</w:t></w:r></w:p>'
            for line in lines
        )
        xml = f"""<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
          xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
          xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
          xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">
          <mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="2400000" cy="900000"/>
          <wp:docPr id="7" name="Tekstvak 7"/><a:graphic><a:graphicData
          uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>
          <wps:spPr/><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>
          </a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>
          {inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
        self.docx.add_paragraph()._p.append(parse_xml(xml))

    def header(self, text: str) -> None:
        self.docx.sections[0].header.paragraphs[0].text = text

    def landscape(self) -> None:
        section = self.docx.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width

    def _fill(self, paragraph: object, text: str) -> None:
        self.shown.append(plain(text))
        bold = under = False
        at = 0
        for match in [*PIECE.finditer(text), None]:
            end = match.start() if match else len(text)
            if end > at:
                self._run(paragraph, text[at:end], bold, under)
            if match is None:
                break
            mark, at = match.group(), match.end()
            if mark == "**":
                bold = not bold
            elif mark == "__":
                under = not under
            elif mark == "\n":
                paragraph.add_run().add_break()
            elif mark == "\t":
                paragraph.add_run().add_tab()
            else:
                self._special(paragraph, mark, bold)

    @staticmethod
    def _run(paragraph: object, text: str, bold: bool, under: bool) -> None:
        run = paragraph.add_run(text.replace("~", "\u00a0"))
        run.bold = bold or None
        run.underline = under or None

    def _special(self, paragraph: object, mark: str, bold: bool) -> None:
        text = escape(mark[2:-2].replace("~", "\u00a0"))
        style = "<w:rPr><w:b/></w:rPr>" if bold else ""
        if mark[1] == "+":
            xml = (
                f'<w:ins {W} {WHO}><w:r>{style}<w:t xml:space="preserve">{text}</w:t></w:r></w:ins>'
            )
        elif mark[1] == "-":
            xml = f'<w:del {W} {WHO}><w:r>{style}<w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
        else:
            self.notes.append(mark[2:-2])
            self.shown.append(mark[2:-2])
            number = len(self.notes)
            xml = (
                f'<w:r {W}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                f'<w:footnoteReference w:id="{number}"/></w:r>'
            )
        paragraph._p.append(parse_xml(xml))

    def save(self, name: str) -> None:
        if self.notes:
            self._write_notes()
        self.docx.core_properties.title = ""
        self.docx.save(str(HERE / f"{name}.docx"))
        text = json.dumps(self.found(), ensure_ascii=False, indent=1)
        (HERE / f"{name}.json").write_text(text + "\n", encoding="utf-8")

    def _write_notes(self) -> None:
        notes = "".join(
            f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> '
            f"{escape(plain(text))}</w:t></w:r></w:p></w:footnote>"
            for n, text in enumerate(self.notes, 1)
        )
        rule = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        blob = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {W}>{rule}{notes}</w:footnotes>'.encode()
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        part = Part(PackURI("/word/footnotes.xml"), kind, blob, self.docx.part.package)
        self.docx.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def teacher(subject: str, **fields: str) -> Content:
    return {"kind": "teacher", "subject": subject, **fields}


def part(kind: str, subject: str, **fields: str) -> Content:
    return {"kind": kind, "subject": subject, **fields}


# --- running paragraphs, several labels in one ---------------------------------------------------------------------


def wilgenroos(d: Sheet) -> None:
    d.header("Basisschool De Wilgenroos - begeleidingsplan")
    d.p("Begeleidingsplan", "Title")
    d.p("Basisschool De Wilgenroos", "Subtitle")
    d.p("Schooljaar 2025/2026", "Subtitle")
    d.lost("Opgesteld door Marijke Tillema, na de studiedag van 27 juni.")
    d.h("Uitgangspunten en principes")
    first = "We gaan uit van wat een collega al goed doet en bouwen daarop verder."
    second = "Begeleiding is [-vrijblijvend-][+vanzelfsprekend+] voor iedereen, van starter tot oude rot."
    third = "We spreken met elkaar en niet over elkaar."
    d.p(f"{first} {second} {third}")
    d.principles += [first, second, third]
    d.h("Algemene doelen")
    goals = [
        {
            "goal": "De overgang van groep 2 naar groep 3 verloopt voor kinderen én ouders zonder schok.",
            "approach": "Drie gezamenlijke bouwvergaderingen, speelhoeken in groep 3 tot de herfstvakantie en een "
            "warme overdracht per kind.",
            "execution_by": "Leerkrachten van groep 2 en 3, met de onderbouwcoördinator.",
            "effort_coordinator": "Zit de vergaderingen voor; 12 uur.",
            "evaluation": "Bouwvergadering van 20~november 2025 en een ouderpeiling in maart.",
        },
        {
            "goal": "Alle groepen werken met hetzelfde rooster voor begrijpend lezen.",
            "approach": "Proefrooster in de bovenbouw, daarna [+vanaf februari +]schoolbreed.",
            "execution_by": "De taalcoördinator en de leerkrachten van groep 4 tot en met 8.",
            "effort_coordinator": "Analyse van de opbrengsten in januari en juni.",
            "evaluation": "Na de middentoetsen, aan de hand van de groepsoverzichten.",
        },
    ]
    for number, goal in enumerate(goals, 1):
        d.p(f"{number}. {goal['goal']}")
        d.p(
            f"**Aanpak:** {goal['approach']} **Uitvoering door:** {goal['execution_by']} **Inzet IB’er:** "
            f"{goal['effort_coordinator']} **Evaluatie:** {goal['evaluation']}"
        )
    d.general += goals
    d.h("Schoolteam")
    team = {
        "goal": "We kijken minstens twee keer per jaar bij elkaar in de klas.",
        "approach": "Een rooster op de koffiekamer; wie kijkt, schrijft één compliment en één vraag op.",
        "execution_by": "Het hele team; de directeur neemt zo nodig een klas over.",
        "effort_coordinator": "Bewaakt het rooster.",
        "evaluation": "In de laatste teamvergadering, met een rondje.",
    }
    d.p(team["goal"])
    d.p(
        f"**Aanpak:** {team['approach']} **Uitvoering door:** {team['execution_by']} **Inzet IB’er:** "
        f"{team['effort_coordinator']} **Evaluatie:** {team['evaluation']}"
    )
    d.team.append(team)
    people = [
        teacher(
            "Leerkracht Hanneke (groep 1/2)",
            start_goal="Hanneke werkt na acht jaar bovenbouw voor het eerst met kleuters. Ze mist een beeld van de "
            "ontwikkeling van het jonge kind. Ze wil aan het eind van het jaar zelf een thema kunnen opbouwen.",
            approach="Samen een thema ontwerpen, uitvoeren en nabespreken; daarna zelfstandig.",
            support="Collega Riet, op woensdagmiddag.",
            evaluation="Na elk thema, in totaal vier keer.",
            share_with="Onderbouw",
            effort_subject="Twee uur voorbereiding per thema.",
            effort_coordinator="Eén observatie per thema, met de kijkwijzer kleuters.",
            effort_third="Pedagogisch medewerker van de peuteropvang: een ochtend meelopen.",
        ),
        teacher(
            "Leerkracht Youssef (groep 6)",
            start_goal="Het klassenmanagement staat. De verwerking duurt lang doordat de instructie voor iedereen "
            "even lang is; gewenst is een kortere instructie en een verlengde instructie voor vijf kinderen.",
            approach="Lesopnames bekijken en telkens één ding veranderen.",
            support="De rekenspecialist~en de duo-collega.",
            evaluation="Half december en half april, aan de hand van opnames.",
            share_with="Niet delen",
            effort_subject="Elke maand een opname van twintig minuten.",
            effort_coordinator="Vijf beeldbesprekingen van een uur.",
            effort_third="Geen.",
        ),
        part(
            "learning_team",
            "Leerteam Spelling",
            start_goal="De spellingresultaten zakken vanaf groep 5. Het leerteam wil weten hoe dat komt en één "
            "aanpak voorstellen.",
            approach="Dictees van drie jaar naast elkaar leggen, lessen bezoeken, literatuur lezen.",
            support="Een onderwijsadviseur op afroep.",
            evaluation="Voorstel in de teamvergadering van 14~april 2026.",
            share_with="Het team en de medezeggenschapsraad",
            effort_subject="Zes bijeenkomsten van anderhalf uur.",
            effort_coordinator="Agenda en verslag.",
            effort_third="Adviseur: maximaal acht uur.",
        ),
    ]
    for person in people:
        whose = "leerteamleden" if person["kind"] == "learning_team" else "leerkracht"
        d.h(person["subject"], 2)
        d.p(f"**Beginsituatie/doelstelling:** {person['start_goal']}")
        d.p(
            f"**Aanpak:** {person['approach']} **Ondersteuning:** {person['support']} **Evaluatie:** "
            f"{person['evaluation']} **Delen opbrengst met:** {person['share_with']}"
        )
        d.p(
            f"**Inzet {whose}:** {person['effort_subject']} **Inzet IB’er:** {person['effort_coordinator']} "
            f"**Inzet derden:** {person['effort_third']}"
        )
    d.sections += people
    d.lost("Etc.")


def ark(d: Sheet) -> None:
    d.p("**BEGELEIDINGSPLAN 2026 – 2027**")
    d.p("**CBS De Ark**")
    d.lost("Vastgesteld in de teamvergadering van 9 september 2026")
    d.h("1. Uitgangspunten")
    d.principles += [
        "Ieder kind is geschapen met eigen talenten; dat geldt ook voor ieder teamlid.",
        "We delen de zorg: niet alles komt bij één persoon terecht.",
        "We doen wat werkt en stoppen met wat niet werkt.[^Zie ook het schoolplan, hoofdstuk 3.^]",
        "Fouten maken mag, verstoppen hoeft niet.",
    ]
    for text in d.principles:
        d.p(text, "List Number")
    d.h("2. Algemene doelen")
    goals = [
        {
            "goal": "We houden in alle groepen dagelijks een kringgesprek waarin ieder kind aan het woord komt.",
            "approach": "Voorbeeldlessen in elke bouw, daarna een maand oefenen.",
            "execution_by": "Groepsleerkrachten; de onderwijsassistenten observeren.",
            "effort_coordinator": "Drie voorbeeldlessen.",
            "evaluation": "Mondeling in de bouwvergaderingen van november en maart.",
        },
        {
            "goal": "De hulpvragen van leerkrachten komen op één plek binnen.",
            "approach": "Een eenvoudig formulier, wekelijks besproken op dinsdag om kwart over drie.",
            "execution_by": "De intern begeleiders.",
            "effort_coordinator": "Een uur per week.",
            "evaluation": "Tellen in januari en in juni: hoeveel vragen, en hoe snel was er antwoord?",
        },
    ]
    for number, goal in enumerate(goals, 1):
        d.p(
            f"__Doel {number}:__ {goal['goal']} __Aanpak:__ {goal['approach']} __Uitvoering:__ "
            f"{goal['execution_by']} __Inzet intern begeleider:__ {goal['effort_coordinator']} "
            f"__Evaluatie:__ {goal['evaluation']}"
        )
    d.general += goals
    d.h("3. Schoolteam")
    team = {
        "goal": "Het team leert omgaan met onbegrepen gedrag.",
        "approach": "Twee studiemiddagen en intervisie in drietallen.",
        "execution_by": "Allen.",
        "effort_coordinator": "Organisatie van de intervisie.",
        "evaluation": "Op de studiedag van juni 2027, aan de hand van de drie mooiste casussen.",
    }
    d.p(
        f"__Doel:__ {team['goal']} __Aanpak:__ {team['approach']} __Uitvoering:__ {team['execution_by']} "
        f"__Inzet intern begeleider:__ {team['effort_coordinator']} __Evaluatie:__ {team['evaluation']}"
    )
    d.team.append(team)
    d.h("4. Leerkrachten")
    people = [
        teacher(
            "Leerkracht mevr. Van der Veen",
            start_goal="Mevrouw Van der Veen begeleidt dit jaar voor het eerst een leerling met een ernstige "
            "hoorbeperking. Zij wil haar instructie daarop aanpassen, zonder dat de groep er last van heeft.",
            approach="Instructie met gebaren en beeld, solo-apparatuur, plaats in de klas.",
            support="Ambulant begeleider[^Van de stichting in Zwolle, telefonisch bereikbaar op maandag.^] en de "
            "duopartner.",
            evaluation="Elke periode van acht weken een gesprek van een half uur.",
            share_with="Groep 4 en 5, in verband met de overgang.",
            effort_subject="Cursus van drie avonden.",
            effort_coordinator="Aanwezig bij de gesprekken met ouders.",
            effort_third="Ambulant begeleider: om de week een dagdeel.",
        ),
        teacher(
            "Leerkracht dhr. De Boer",
            start_goal="Meester De Boer werkt twee dagen. De overdracht met zijn duo kost veel tijd en er valt "
            "weleens iets tussen wal en schip. Doel is een overdracht van hooguit een kwartier.",
            approach="Vast format voor de overdracht, uitproberen en na zes weken bijstellen.",
            support="Zijn duo, juf Mieke.",
            evaluation="Voor de kerstvakantie.",
            share_with="Andere duo's",
            effort_subject="Houdt zes weken bij hoeveel tijd het kost.",
            effort_coordinator="Zoekt voorbeelden van formats.",
            effort_third="n.v.t.",
        ),
    ]
    for person in people:
        d.h(person["subject"], 2)
        d.p(
            f"__Beginsituatie / doelstelling:__ {person['start_goal']} __Aanpak:__ {person['approach']} "
            f"__Ondersteuning:__ {person['support']}"
        )
        d.p(
            f"__Evaluatie:__ {person['evaluation']} __Opbrengst delen met:__ {person['share_with']} "
            f"__Inzet leerkracht:__ {person['effort_subject']} __Inzet intern begeleider:__ "
            f"{person['effort_coordinator']} __Inzet externen:__ {person['effort_third']}"
        )
    d.sections += people
    d.h("5. Intern begeleider")
    own = part(
        "coordinator",
        "Intern begeleider",
        start_goal="Ik word vaak gestoord tijdens gesprekken. Ik wil leren grenzen te stellen zonder bot te zijn.",
        approach="Deur dicht, bordje erop; bijhouden wat er dan gebeurt.",
        support="De schoolleider.",
        evaluation="Februari 2027.",
        share_with="Het team",
    )
    d.p(
        f"__Beginsituatie / doelstelling:__ {own['start_goal']} __Aanpak:__ {own['approach']} __Ondersteuning:__ "
        f"{own['support']} __Evaluatie:__ {own['evaluation']} __Opbrengst delen met:__ {own['share_with']}"
    )
    d.sections.append(own)
    d.lost("Etc.")


def kompas(d: Sheet) -> None:
    d.docx.styles["Normal"].font.size = Pt(10)
    d.p("Begeleidingsplan OBS Het Kompas, schooljaar 2026-2027", "Title")
    d.lost(
        "Dit plan hebben we met elkaar gemaakt. Het vervangt de losse afspraken die tot nu toe in de klassenmappen "
        "zaten."
    )
    d.h("Principes")
    d.principles += [
        "Openbaar betekent bij ons: iedereen doet mee.",
        "De leerkracht is eigenaar van de eigen ontwikkeling.",
        "Klein beginnen en volhouden.",
    ]
    for text in d.principles:
        d.p(text, "List Bullet")
    d.h("Doelen voor de hele school")
    goals = [
        {
            "goal": "Kinderen met een hoog leertempo krijgen vanaf groep 3 werk op niveau.",
            "approach": "Signaleringslijst invullen in oktober; een plusuur per bouw; compacten bij rekenen.",
            "execution_by": "Leerkrachten en de talentcoach",
            "effort_coordinator": "20 uur, vooral in het najaar",
            "evaluation": "in januari op papier en in mei met de kinderen zelf",
        },
        {
            "goal": "Iedere leerkracht voert met elk kind drie keer per jaar een kindgesprek.",
            "approach": "Gespreksleidraad; oefenen met een acteur op de studiedag van 5~oktober.",
            "execution_by": "Alle groepsleerkrachten",
            "effort_coordinator": "Vervangt waar nodig een halfuur in de klas",
            "evaluation": "na iedere ronde, in de bouwen",
        },
    ]
    for goal in goals:
        d.p(
            f"Doel: {goal['goal']}\nAanpak: {goal['approach']}\nWie: {goal['execution_by']}\nInzet IB-er: "
            f"{goal['effort_coordinator']}\nEvaluatie (hoe en wanneer): {goal['evaluation']}"
        )
    d.general += goals
    d.h("Schoolteam")
    team = {
        "goal": "We vergaderen korter en besluiten meer.",
        "approach": "Stukken vooraf; ieder agendapunt heeft een eigenaar.",
        "execution_by": "Directie en team",
        "effort_coordinator": "Geen",
        "evaluation": "steekproef in maart",
    }
    d.p(
        f"Doel: {team['goal']}\nAanpak: {team['approach']}\nWie: {team['execution_by']}\nInzet IB-er: "
        f"{team['effort_coordinator']}\nEvaluatie (hoe en wanneer): {team['evaluation']}"
    )
    d.team.append(team)
    d.h("Leraren")
    people = [
        teacher(
            "Leraar Inge",
            start="Inge is na een jaar afwezigheid terug, vier ochtenden in groep 5.",
            goal="Zij voelt zich in januari weer thuis in de nieuwe rekenmethode.",
            approach="Samen voorbereiden met de parallelgroep; niet meer dan één les per week.",
            support="Bas (5b)",
            evaluation="kort gesprek in de laatste week van elke maand",
            share_with="Bas en de directeur",
            effort_subject="een uur per week",
            effort_coordinator="twee lesbezoeken, alleen als Inge daarom vraagt",
            effort_third="bedrijfsarts: geen rol",
        ),
        teacher(
            "Leraar Bas",
            start="Bas heeft veel ideeën en begint aan alles tegelijk.",
            goal="Eén vernieuwing per halfjaar, en die dan ook afmaken.",
            approach="Keuze in september; de rest gaat in [-de la-][+een ideeënboek+].",
            support="Inge (5a) en de bouwcoördinator",
            evaluation="januari en juni",
            share_with="Iedereen die het horen wil",
            effort_subject="houdt een logboek bij",
            effort_coordinator="leest het logboek eens in de zes weken",
            effort_third="-",
        ),
        teacher(
            "Onderwijsassistent Fleur",
            start="Fleur begeleidt groepjes op de gang en mist soms wat er in de klas gebeurt.",
            goal="Haar groepjes sluiten aan op de les van die dag.",
            approach="Elke ochtend vijf minuten afstemmen met de leerkracht.",
            support="Leerkrachten van groep 3 en 4",
            evaluation="voor de voorjaarsvakantie",
            share_with="Onderbouw",
            effort_subject="schrijft per groepje één zin op",
            effort_coordinator="kijkt een keer mee",
            effort_third="opleiding Onderwijsassistent: begeleider komt op school",
        ),
    ]
    for person in people:
        d.h(person["subject"], 2)
        d.p(f"Begin situatie: {person['start']} Doelstelling: {person['goal']}")
        d.p(
            f"Aanpak: {person['approach']}\nOndersteuning door: {person['support']}\nEvaluatie (hoe en wanneer): "
            f"{person['evaluation']}\nDelen met: {person['share_with']}"
        )
        whose = "leraar" if person["subject"].startswith("Leraar") else "onderwijsassistent"
        d.p(
            f"Inzet {whose}: {person['effort_subject']}\nInzet IB-er: {person['effort_coordinator']}\n"
            f"Inzet derden: {person['effort_third']}"
        )
    d.sections += people


def tuin(d: Sheet) -> None:
    d.p("Begeleidingsplan", "Title")
    d.p("Montessorischool De Tuin")
    d.p("2026-2027")
    d.box("Help mij het zelf te doen.")
    d.unplaced.append("Help mij het zelf te doen.")
    d.h("Uitgangspunten en principes")
    d.principles += [
        "Vrijheid in gebondenheid geldt ook voor volwassenen.",
        "We observeren eerst en oordelen later, bij voorkeur niet.",
    ]
    d.p(" ".join(d.principles))
    d.h("Algemene doelen")
    goal = {
        "goal": "Het observeren krijgt weer een vaste plaats in de week.",
        "approach": "Elke dinsdag een halfuur observeren, in alle groepen tegelijk. Iedere leidster kiest zelf wie.",
        "execution_by": "Leidsters en leiders van alle bouwen.",
        "effort_coordinator": "Neemt om de beurt een groep over.",
        "evaluation": "Elke laatste dinsdag van de maand; we leggen dan twee observaties op tafel.",
    }
    d.p(f"1) {goal['goal']}")
    d.p(
        f"**Aanpak**: {goal['approach']} **Uitvoering door**: {goal['execution_by']} **Inzet "
        f"kwaliteitscoördinator**: {goal['effort_coordinator']} **Evaluatie**: {goal['evaluation']}"
    )
    d.general.append(goal)
    d.h("Schoolteam")
    team = {
        "goal": "We kennen het materiaal van alle bouwen.",
        "approach": "In elke teamvergadering presenteert een bouw één materiaal; daarna proberen we het zelf.",
        "execution_by": "Bij toerbeurt.",
        "effort_coordinator": "Maakt de jaarplanning.",
        "evaluation": "Quiz op de laatste studiedag.",
    }
    d.p(f"1) {team['goal']}")
    d.p(
        f"**Aanpak**: {team['approach']} **Uitvoering door**: {team['execution_by']} **Inzet "
        f"kwaliteitscoördinator**: {team['effort_coordinator']} **Evaluatie**: {team['evaluation']}"
    )
    d.team.append(team)
    femke = "Leraar Femke"
    people = [
        teacher(
            femke,
            start_goal="Femke is bezig met haar montessoridiploma en staat in een drukke middenbouwgroep. Ze wil "
            "haar lesjes beter over de week verdelen.",
            approach="Weekschema maken en na drie weken bekijken wat er werkelijk gebeurde.",
            support="Paralelcollega Joop.",
            evaluation="Eind oktober.",
            share_with="Middenbouw",
            effort_subject="Schema bijhouden.",
            effort_coordinator="Twee observaties.",
            effort_third="Docent van de opleiding: een bezoek.",
        ),
        teacher(
            femke,
            start_goal="De contacten met ouders van twee kinderen verlopen stroef. Femke wil die gesprekken met meer "
            "[-gezag-][+rust+] kunnen voeren.",
            approach="Gesprekken voorbereiden met een rollenspel.",
            support="Kwaliteitscoördinator.",
            evaluation="Na elk gesprek, kort.",
            share_with="Niet delen.",
            effort_subject="Bereidt elk gesprek op papier voor.",
            effort_coordinator="Op verzoek aanwezig.",
            effort_third="Geen.",
        ),
        part(
            "coordinator",
            "Kwaliteitscoördinator",
            start_goal="Ik lees te weinig over ons vak. Ik wil twee boeken lezen en er iets mee doen.",
            approach="Leesgroep met collega's van twee andere montessorischolen.",
            support="Netwerk van het bestuur.",
            evaluation="Mei 2027, in de vergadering.",
            share_with="Team",
        ),
    ]
    d.h(femke.upper())
    for person in people[:2]:
        d.p(f"**Beginsituatie/doelstelling**: {person['start_goal']}")
        d.p(
            f"**Aanpak**: {person['approach']} **Ondersteuning**: {person['support']} **Evaluatie**: "
            f"{person['evaluation']} **Delen opbrengst met**: {person['share_with']}"
        )
        d.p(
            f"**Inzet leraar**: {person['effort_subject']} **Inzet kwaliteitscoördinator**: "
            f"{person['effort_coordinator']} **Inzet derden**: {person['effort_third']}"
        )
    person = people[2]
    d.h(person["subject"].upper())
    d.p(f"**Beginsituatie/doelstelling**: {person['start_goal']}")
    d.p(
        f"**Aanpak**: {person['approach']} **Ondersteuning**: {person['support']} **Evaluatie**: "
        f"{person['evaluation']} **Delen opbrengst met**: {person['share_with']}"
    )
    d.sections += people


# --- a two-column table per person ---------------------------------------------------------------------------------


def jozef(d: Sheet) -> None:
    d.p("Begeleidingsplan 2025-2026", "Title")
    d.p("KBS Sint Jozef")
    d.h("Onze principes")
    d.principles += [
        "We zijn er voor elkaar, in de klas en daarbuiten.",
        "Begeleiden is een gesprek tussen gelijken.",
        "Wat we afspreken, doen we.",
    ]
    for text in d.principles:
        d.p(text, "List Bullet")
    d.h("Algemene doelen")
    goal = {
        "goal": "Op Sint Jozef wordt in elke groep elke dag een half uur gelezen.",
        "approach": "Lezen op een vast tijdstip\nLeeskist van de bibliotheek\nprentenboeken voor groep 1 en 2\n"
        "strips en weetboeken voor groep 7 en 8\nLeerkracht leest zelf ook",
        "execution_by": "Alle leerkrachten; de leescoördinator regelt de kisten",
        "effort_coordinator": "Houdt de leesmotivatie bij (vragenlijst)",
        "evaluation": "Vragenlijst in oktober en mei",
    }
    d.table(
        [
            [goal["goal"], "<"],
            [
                "Aanpak",
                "* Lezen op een vast tijdstip\n* Leeskist van de bibliotheek\n*> prentenboeken voor groep 1 en 2\n"
                "*> strips en weetboeken voor groep 7 en 8\n* Leerkracht leest zelf ook",
            ],
            ["Uitvoering door", goal["execution_by"]],
            ["Inzet IB", goal["effort_coordinator"]],
            ["Evaluatie", goal["evaluation"]],
        ]
    )
    d.general.append(goal)
    d.p()
    d.h("Schoolteam")
    team = {
        "goal": "Nieuwe collega's voelen zich na zes weken thuis.",
        "approach": "Iedere nieuwe collega krijgt een maatje en een wegwijzer.",
        "execution_by": "Maatjes en directie",
        "effort_coordinator": "Een gesprek in week 3 en in week 6",
        "evaluation": "Met de nieuwe collega's, in november",
    }
    d.table(
        [
            [team["goal"], "<"],
            ["Aanpak", team["approach"]],
            ["Uitvoering door", team["execution_by"]],
            ["Inzet IB", team["effort_coordinator"]],
            ["Evaluatie", team["evaluation"]],
        ]
    )
    d.team.append(team)
    d.p()
    d.h("Begeleiding van leerkrachten")
    people = [
        teacher(
            "Leerkracht Truus (groep 8)",
            start="Truus gaat over twee jaar met pensioen en heeft een schat aan kennis over de "
            "eindgroep.[^Zij werkt sinds 1989 op onze school.^]",
            goal="Haar kennis over het advies voortgezet onderwijs is overgedragen aan Koen.",
            approach="Samen de adviesgesprekken voeren; Truus praat, Koen noteert, en daarna andersom.",
            support="Koen, vrij geroosterd op donderdagmiddag",
            evaluation="Na de voorlopige adviezen (januari) en na de definitieve (maart)",
            share_with="Groep 7 en 8",
            effort_subject="Zes middagen",
            effort_coordinator="Vervanging regelen",
            effort_third="Brugklascoördinator van het lyceum: een middag",
        ),
        teacher(
            "Leerkracht Koen (groep 7)",
            start="Koen heeft een fijne sfeer in de klas, maar de uitslagen van rekenen vallen tegen.",
            goal="De rekenles heeft een duidelijk begin en een duidelijk eind.",
            approach="* doel op het bord\n* drie controlevragen\n* afsluiten met een exit-kaartje",
            support="Rekencoördinator",
            evaluation="Lesbezoek in november, nagesprek dezelfde dag",
            share_with="Bovenbouw",
            effort_subject="Bewaart de exit-kaartjes",
            effort_coordinator="Twee lesbezoeken",
            effort_third="Geen",
        ),
    ]
    for person in people:
        d.table(
            [
                [f"**{person['subject']}**", "<"],
                ["Beginsituatie", person["start"]],
                ["Doelstelling", person["goal"]],
                ["Aanpak", person["approach"]],
                ["Ondersteuning", person["support"]],
                ["Evaluatie", person["evaluation"]],
                ["Delen opbrengst met", person["share_with"]],
                ["Inzet leerkracht", person["effort_subject"]],
                ["Inzet IB", person["effort_coordinator"]],
                ["Inzet derden", person["effort_third"]],
            ]
        )
        d.p()
    people[1]["approach"] = "doel op het bord\ndrie controlevragen\nafsluiten met een exit-kaartje"
    d.sections += people


def regenboog(d: Sheet) -> None:
    d.lost("Stichting Samen Leren")
    d.p("OBS De Regenboog", "Title")
    d.p("Begeleidingsplan schooljaar 2026/2027", "Title")
    d.h("Visie op begeleiding")
    d.lost(
        "Wij geloven dat een school een plek is waar ook de grote mensen leren. Daar maken we tijd voor."
    )
    d.h("Uitgangspunten")
    d.principles += [
        "Samen voorbereiden is de beste scholing.",
        "Iedereen heeft een vraag, ook wie alles kan.",
    ]
    for text in d.principles:
        d.p(text, "List Bullet")
    d.h("Algemene doelen")
    goals = [
        {
            "goal": "De groepsplannen zijn korter en worden gebruikt.",
            "approach": "Eén A4 per vak, met de hand bij te werken.",
            "execution_by": "Groepsleerkrachten",
            "effort_coordinator": "Helpt bij het eerste plan van elke groep",
            "evaluation": "Groepsbespreking in november, februari en juni",
        },
        {
            "goal": "We hebben zicht op het welbevinden van alle leerlingen.",
            "approach": "Vragenlijst in oktober; gesprek met wie laag scoort; herhalen in april.",
            "execution_by": "Groepsleerkrachten en de vertrouwenspersoon",
            "effort_coordinator": "Analyse op schoolniveau",
            "evaluation": "Team[-dag-][+vergadering+] van mei",
        },
    ]
    for number, goal in enumerate(goals, 1):
        d.p(f"**Doel {number}**")
        d.table(
            [
                ["**Doel:**", goal["goal"]],
                ["**Aanpak:**", goal["approach"]],
                ["**Uitvoering door:**", goal["execution_by"]],
                ["**Inzet ib’er:**", goal["effort_coordinator"]],
                ["**Evaluatie:**", goal["evaluation"]],
            ]
        )
        d.p()
    d.general += goals
    d.h("Team")
    team = {
        "goal": "We vieren wat lukt.",
        "approach": "Elke vrijdag een succes op het bord in de teamkamer.",
        "execution_by": "Wie maar wil",
        "effort_coordinator": "Hangt het eerste op",
        "evaluation": "Juni: welk succes is ons bijgebleven?",
    }
    d.table(
        [
            ["**Doel:**", team["goal"]],
            ["**Aanpak:**", team["approach"]],
            ["**Uitvoering door:**", team["execution_by"]],
            ["**Inzet ib’er:**", team["effort_coordinator"]],
            ["**Evaluatie:**", team["evaluation"]],
        ]
    )
    d.team.append(team)
    people = [
        teacher(
            "Leraar Samira",
            start="Startende leerkracht, eerste eigen groep (groep~4, 27 kinderen). De ouderavond zag zij als een "
            "berg; die is goed gegaan.",
            goal="Samira durft haar plan los te laten als de klas iets anders nodig heeft.",
            approach="Wekelijks een gesprek van twintig minuten aan de hand van één moment uit de week.",
            support="Coach van de stichting",
            evaluation="Voortgangsgesprek in december en april",
            share_with="[-Niemand-][+De coach en de directeur+]",
            effort_subject="Schrijft wekelijks één moment op",
            effort_coordinator="Vijf lesbezoeken",
            effort_third="Coach: tien gesprekken",
        ),
        teacher(
            "Leraar Wim & Leraar Agnes",
            start="Wim en Agnes delen groep 6. Ze hebben verschillende regels.",
            goal="De kinderen merken niet wie er voor de klas staat, behalve aan de grapjes.",
            approach="Regels naast elkaar leggen; vijf kiezen; in de klas ophangen.",
            support="Geen",
            evaluation="Herfstvakantie en daarna als het nodig is",
            share_with="Groep 5 en 7",
            effort_subject="Een gezamenlijke middag",
            effort_coordinator="Zit erbij",
            effort_third="Niet van toepassing",
        ),
    ]
    d.h("Leraren")
    for person in people:
        d.h(person["subject"], 2)
        d.table(
            [
                ["**Beginsituatie:**", person["start"]],
                ["**Doelstelling:**", person["goal"]],
                ["**Aanpak:**", person["approach"]],
                ["**Ondersteuning:**", person["support"]],
                ["**Evaluatie:**", person["evaluation"]],
                ["**Delen met:**", person["share_with"]],
                ["**Inzet leraar:**", person["effort_subject"]],
                ["**Inzet ib’er:**", person["effort_coordinator"]],
                ["**Inzet derden:**", person["effort_third"]],
            ]
        )
    d.sections += people


def zonnewijzer(d: Sheet) -> None:
    d.table(
        [
            ["Daltonschool De Zonnewijzer", "Begeleidingsplan"],
            ["Schooljaar", "2026-2027"],
            ["Versie", "concept 2"],
        ]
    )
    d.unplaced += ["Versie: concept 2"]
    d.h("Principes")
    d.table(
        [
            ["1", "Verantwoordelijkheid: wie een doel kiest, bewaakt het ook."],
            ["2", "Samenwerken: niemand werkt alleen aan een doel."],
            ["3", "Reflectie: we staan drie keer per jaar stil."],
        ]
    )
    d.principles += [
        "Verantwoordelijkheid: wie een doel kiest, bewaakt het ook.",
        "Samenwerken: niemand werkt alleen aan een doel.",
        "Reflectie: we staan drie keer per jaar stil.",
    ]
    d.h("Algemene doelen")
    goal = {
        "goal": "De dag- en weektaak is in alle groepen op dezelfde manier opgebouwd.",
        "approach": "Daltonwerkgroep maakt een voorstel; twee groepen proberen het uit.",
        "execution_by": "Daltoncoördinator, groep 4 en groep 7",
        "effort_coordinator": "Meelezen",
        "evaluation": "Februari: leerlingen van groep 4 en 7 vertellen het team hoe het was",
    }
    d.table(
        [
            ["Doelstelling", goal["goal"]],
            ["Aanpak", goal["approach"]],
            ["Wie voert het uit?", goal["execution_by"]],
            ["Inzet intern~begeleider", goal["effort_coordinator"]],
            ["Evaluatie", goal["evaluation"]],
        ]
    )
    d.general.append(goal)
    d.h("Leerkrachten")
    people = [
        teacher(
            "Leerkracht Petra (groep 3)",
            start="Petra kan het aanvankelijk lezen dromen. Zij twijfelt of de weektaak in groep 3 wel past.",
            goal="In januari werkt groep 3 met een eigen vorm van de weektaak.",
            approach="Kijken in twee andere daltonscholen.\nDaarna zelf ontwerpen.",
            support="Daltoncoördinator",
            evaluation="Januari, met de coördinator",
            share_with="Onderbouw",
            effort_subject="Twee bezoeken, een ontwerp",
            effort_coordinator="Vervangt Petra een ochtend",
            effort_third="Gastscholen in Deventer en Brummen",
        ),
        teacher(
            "Vakleerkracht Rob (gym)",
            start="Rob ziet alle kinderen, maar hoort weinig terug over kinderen die opvallen.",
            goal="Wat Rob ziet, komt bij de groepsleerkracht terecht en andersom.",
            approach="Elke vrijdag een briefje in het postvak.",
            support="Groepsleerkrachten",
            evaluation="Kerst en zomer",
            share_with="Iedereen",
            effort_subject="Een kwartier per week",
            effort_coordinator="Neemt Rob mee in de groepsbespreking",
            effort_third="Geen",
        ),
        part(
            "learning_team",
            "Leerteam Dalton",
            start="Vier leden, van wie twee nieuw.",
            goal="Voor de visitatie van 2028 ligt er een zelfevaluatie.",
            approach="Een kernwaarde per periode.",
            support="Daltonvereniging",
            evaluation="Na elke periode",
            share_with="Team en bestuur",
            effort_subject="Acht bijeenkomsten",
            effort_coordinator="Geen",
            effort_third="Adviseur van de vereniging: vier uur",
        ),
    ]
    for person in people:
        whose = {"learning_team": "leerteamleden"}.get(person["kind"], "leerkracht")
        d.table(
            [
                ["Naam", person["subject"]],
                ["Begin situatie", person["start"]],
                ["Doel", person["goal"]],
                ["Aanpak", person["approach"].replace("\n", "\n¶")],
                ["Ondersteuning~door", person["support"]],
                ["Evaluatie\n(hoe en wanneer)", person["evaluation"]],
                ["Opbrengst delen met", person["share_with"]],
                [f"Inzet~{whose}", person["effort_subject"]],
                ["Inzet intern~begeleider", person["effort_coordinator"]],
                ["Inzet derden", person["effort_third"]],
            ]
        )
        d.p()
    d.sections += people


def hoeksteen(d: Sheet) -> None:
    d.p("PCBS De Hoeksteen")
    d.p("Begeleidingsplan voor het schooljaar 2027-2028", "Title")
    d.h("Uitgangspunten en principes")
    one = "Wij begeleiden vanuit vertrouwen."
    two = "De agenda van de leraar is het vertrekpunt."
    three = "Wij vragen door tot het doel klein genoeg is."
    d.p(f"{one} {two} {three}")
    d.principles += [one, two, three]
    goals = [
        {
            "goal": "Het pestprotocol is geen la-document meer.",
            "approach": "Start in de gouden weken; elke maand een les.",
            "execution_by": "Groepsleraren",
            "effort_coordinator": "Leest de logboeken",
            "evaluation": "Monitor sociale veiligheid, april 2028",
        },
        {
            "goal": "De zaakvakken en begrijpend lezen versterken elkaar.",
            "approach": "Per thema één rijke tekst uit de zaakvakken.",
            "execution_by": "Groep 5 tot en met 8",
            "effort_coordinator": "Zoekt mee naar teksten",
            "evaluation": "Na het derde thema",
        },
    ]
    team = {
        "goal": "De kwaliteitskaarten zijn van ons allemaal.",
        "approach": "Per kaart twee eigenaren.",
        "execution_by": "Zes tweetallen",
        "effort_coordinator": "Eigenaar van de kaart Groepsbespreking",
        "evaluation": "Rondgang in mei 2028",
    }
    people = [
        teacher(
            "Leraar A. Postma",
            start_goal="Anneke heeft veel verschillen in haar combinatiegroep 7/8 en komt niet toe aan de "
            "instructie voor groep 7. Zij wil twee volwaardige instructies op een ochtend geven.",
            approach="Rooster omgooien; zelfstandig werken opnieuw aanleren.",
            support="Onderwijsassistent, drie ochtenden",
            evaluation="Herfst en voorjaar",
            share_with="Bovenbouw",
            effort_subject="Nieuw rooster in week 36",
            effort_coordinator="Observeert twee ochtenden",
            effort_third="Geen[^Tenzij het samenwerkingsverband de aanvraag alsnog toekent.^]",
        ),
        teacher(
            "Leraar S. Kooistra",
            start_goal="Sytse geeft Fries en merkt dat kinderen die thuis geen Fries spreken afhaken. Hij zoekt "
            "werkvormen waarmee iedereen meedoet.",
            approach="Spelletjes, liedjes en een maatjessysteem.",
            support="Steunpunt voor meertaligheid",
            evaluation="Elke tien weken",
            share_with="Hele team",
            effort_subject="Drie nieuwe werkvormen",
            effort_coordinator="Doet zelf mee als beginner",
            effort_third="Steunpunt: materiaal",
        ),
    ]
    rows = [["**Algemene doelen**", "<"]]
    for goal in goals:
        rows += [
            ["Doel", goal["goal"]],
            ["Aanpak", goal["approach"]],
            ["Uitvoering door", goal["execution_by"]],
            ["Inzet IB", goal["effort_coordinator"]],
            ["Evaluatie", goal["evaluation"]],
        ]
    rows += [
        ["**Schoolteam**", "<"],
        ["Doel", team["goal"]],
        ["Aanpak", team["approach"]],
        ["Uitvoering door", team["execution_by"]],
        ["Inzet IB", team["effort_coordinator"]],
        ["Evaluatie", team["evaluation"]],
    ]
    for person in people:
        rows += [
            [f"**{person['subject']}**", "<"],
            ["Beginsituatie/ doelstelling", person["start_goal"]],
            ["Aanpak", person["approach"]],
            ["Ondersteuning", person["support"]],
            ["Evaluatie", person["evaluation"]],
            ["Delen opbrengst met", person["share_with"]],
            ["Inzet leraar", person["effort_subject"]],
            ["Inzet IB", person["effort_coordinator"]],
            ["Inzet derden", person["effort_third"]],
        ]
    d.table(rows, 2)
    d.general += goals
    d.team.append(team)
    d.sections += people
    d.lost("Etc.")


# --- one wide table, a row per person ------------------------------------------------------------------------------


def vlinder(d: Sheet) -> None:
    d.landscape()
    d.p("Begeleidingsplan 2026-2027 basisschool De Vlinder", "Title")
    d.h("Principes")
    d.principles += [
        "Een vlinder kun je niet uit de cocon trekken.",
        "Groei laat zich zien aan kinderen.",
        "Elk doel is besproken met degene om wie het gaat.",
    ]
    for text in d.principles:
        d.p(text, "List Bullet")
    d.h("Algemene doelen")
    goals = [
        {
            "goal": "De instructietafel wordt in elke groep dagelijks gebruikt.",
            "approach": "Inspiratieronde langs elkaars klas; materiaal klaarleggen op vrijdag.",
            "execution_by": "Alle leerkrachten",
            "effort_coordinator": "10 uur",
            "evaluation": "December en mei, met foto's",
        },
        {
            "goal": "Wij weten wat we doen bij een vermoeden van dyslexie.",
            "approach": "Stappenplan [+van twee bladzijden +]maken en met twee casussen beproeven.",
            "execution_by": "Werkgroep taal",
            "effort_coordinator": "16 uur",
            "evaluation": "Teamvergadering in maart",
        },
    ]
    d.table(
        [["**Doel**", "**Aanpak**", "**Uitvoering door**", "**Inzet IB**", "**Evaluatie**"]]
        + [
            [g["goal"], g["approach"], g["execution_by"], g["effort_coordinator"], g["evaluation"]]
            for g in goals
        ]
    )
    d.general += goals
    d.h("Schoolteam")
    team = {
        "goal": "Feedback geven went.",
        "approach": "Oefenen met de feedbackwaaier in bouwvergaderingen.",
        "execution_by": "Bouwcoördinatoren",
        "effort_coordinator": "4 uur",
        "evaluation": "Juni, anonieme peiling",
    }
    d.table(
        [
            ["**Doel**", "**Aanpak**", "**Uitvoering door**", "**Inzet IB**", "**Evaluatie**"],
            [
                team[k]
                for k in ("goal", "approach", "execution_by", "effort_coordinator", "evaluation")
            ],
        ]
    )
    d.team.append(team)
    d.h("Leerkrachten")
    people = [
        teacher(
            "Marieke",
            start="Net terug van verlof, groep 1/2, drie dagen.",
            goal="Weer overzicht over de beredeneerde hoeken.",
            approach="Hoeken samen met Els inrichten.",
            support="Els",
            evaluation="Kerst",
            share_with="Onderbouw",
            effort_subject="Een middag per thema",
            effort_coordinator="Twee keer kijken",
            effort_third="Geen",
        ),
        teacher(
            "Els",
            start="Ervaren, maar de digitale observatielijst is nieuw.",
            goal="De lijst is in november voor alle kleuters ingevuld.",
            approach="Elke week vier kinderen.",
            support="ICT-coördinator",
            evaluation="November",
            share_with="Marieke",
            effort_subject="Een half uur per week",
            effort_coordinator="Legt het programma uit",
            effort_third="Helpdesk van de leverancier",
        ),
        teacher(
            "Jeroen",
            start="Jeroen kan goed uitleggen, al praat hij veel.",
            goal="De helft van de lestijd is voor de kinderen.",
            approach="Timer op het bord; leerlingen schatten mee.",
            support="Marieke (duo-ochtend)",
            evaluation="Na zes weken en aan het eind van het jaar",
            share_with="Niet delen",
            effort_subject="Drie opnames",
            effort_coordinator="Bekijkt er één",
            effort_third="Geen",
        ),
    ]
    keys = [
        "subject",
        "start",
        "goal",
        "approach",
        "support",
        "evaluation",
        "share_with",
        "effort_subject",
        "effort_coordinator",
        "effort_third",
    ]
    d.table(
        [
            [
                "**Naam**",
                "**Beginsituatie**",
                "**Doelstelling**",
                "**Aanpak**",
                "**Ondersteuning**",
                "**Evaluatie**",
                "**Delen opbrengst met**",
                "**Inzet leerkracht**",
                "**Inzet IB**",
                "**Inzet derden**",
            ]
        ]
        + [[person[k] for k in keys] for person in people]
    )
    d.sections += people
    d.p()
    d.lost("Etc.")


def springplank(d: Sheet) -> None:
    d.landscape()
    d.header("Intern gebruik")
    d.p("SBO De Springplank", "Title")
    d.p("Begeleidingsplan 2026~/~2027", "Subtitle")
    d.h("Uitgangspunten")
    d.principles += [
        "Gedrag is communicatie, ook bij collega's.",
        "Wie steun geeft, mag ook steun vragen.",
    ]
    for text in d.principles:
        d.p(text, "List Number")
    d.h("Algemene doelen")
    goal = {
        "goal": "De crisisaanpak is bij alle collega's bekend en geoefend.",
        "approach": "Training in augustus; daarna elk kwartaal een oefening van een half uur.",
        "execution_by": "Gedragswetenschapper en intern begeleider",
        "effort_coordinator": "Vier oefeningen voorbereiden",
        "evaluation": "Nabespreking na elke oefening; in juni het geheel",
    }
    d.p(
        f"Doel: {goal['goal']} Aanpak: {goal['approach']} Uitvoering door: {goal['execution_by']} Inzet intern "
        f"begeleider: {goal['effort_coordinator']} Evaluatie: {goal['evaluation']}"
    )
    d.general.append(goal)
    d.h("Overzicht van de begeleiding")
    people = [
        teacher(
            "Leraar Dirk",
            start_goal="Dirk komt uit het regulier onderwijs. Hij wil leren wanneer hij juist niets moet doen.",
            approach="Meelopen met Chantal; daarna ruilen.",
            support="Chantal",
            evaluation="Oktober, januari, april",
            share_with="Chantal en de gedragswetenschapper",
            effort_subject="Drie meeloopdagen",
            effort_coordinator="Drie gesprekken",
            effort_third="Gedragswetenschapper: op afroep",
        ),
        teacher(
            "Leraar Chantal",
            start_goal="Chantal draait al jaren de moeilijkste groep. Doel: dat zij de groep na de zomer met een "
            "gerust hart kan overdragen.",
            approach="Overdrachtsmap; vanaf april samen met de nieuwe leraar.",
            support="Teamleider",
            evaluation="Mei",
            share_with="Team",
            effort_subject="Map bijhouden",
            effort_coordinator="Leest mee",
            effort_third="",
        ),
        part(
            "learning_team",
            "Leerteam Rekenen",
            start_goal="Het team gebruikt drie methodes door elkaar. Het leerteam wil er één kiezen.",
            approach="Zichtzendingen; proeflessen in vier groepen.",
            support="Rekenspecialist van het bestuur",
            evaluation="Keuze in maart",
            share_with="Hele school",
            effort_subject="Zeven bijeenkomsten",
            effort_coordinator="Eén proefles",
            effort_third="Uitgevers: presentatie",
        ),
        part(
            "coordinator",
            "Intern begeleider",
            start_goal="Ik neem te veel over. Ik wil vaker terugvragen: wat heb je al gedaan?",
            approach="Post-it op mijn scherm; bijhouden.",
            support="Intervisiegroep",
            evaluation="Februari",
            share_with="Team",
            effort_subject="",
            effort_coordinator="Intervisie, zes keer",
            effort_third="",
        ),
    ]
    keys = [
        "subject",
        "start_goal",
        "approach",
        "support",
        "evaluation",
        "share_with",
        "effort_subject",
        "effort_coordinator",
        "effort_third",
    ]
    d.table(
        [
            [
                "Wie",
                "Beginsituatie/doelstelling",
                "Aanpak",
                "Ondersteuning",
                "Evaluatie",
                "Delen opbrengst met",
                "Inzet",
                "<",
                "<",
            ],
            ["^", "^", "^", "^", "^", "^", "leraar/leerteam", "IB’er", "derden"],
        ]
        + [[person[k] for k in keys] for person in people]
    )
    for person in people:
        for key in [k for k, v in person.items() if not v]:
            del person[key]
    d.sections += people


def esdoorn(d: Sheet) -> None:
    d.landscape()
    d.p("Begeleidingsplan", "Title")
    d.p("Basisschool De Esdoorn, cursusjaar 2026-2027")
    d.lost("Besproken met het team op 24 augustus.")
    d.h("Uitgangspunten")
    d.principles += [
        "Begeleiding is wederkerig.",
        "Wij kiezen weinig en maken dat af.",
        "Successen worden gedeeld, zorgen ook.",
    ]
    d.p(" ".join(d.principles))
    d.h("Leerkrachten en leerteams")
    people = [
        teacher(
            "Juf Carla (groep 3)",
            start="Hakken en plakken gaat goed;~lezen met begrip blijft achter.",
            goal="Kinderen vertellen na wat ze lazen.",
            approach="* navertelkaarten\n* tweetallen\n*> sterk met zwak\n*> wisselen na een week",
            support="Taalcoördinator",
            evaluation="Februari",
            share_with="Groep 2 en 4",
            effort_subject="Kaarten maken",
            effort_coordinator="Eén les samen geven",
            effort_third="Bibliotheek",
        ),
        teacher(
            "Juf Carla (groep 3)",
            start="De administratie loopt achter.",
            goal="Elke vrijdag om vier uur is alles bij.",
            approach="Vast uur in het rooster.",
            support="Onderwijsassistent Joke",
            evaluation="Herfstvakantie",
            share_with="Niet delen",
            effort_subject="Een uur per week",
            effort_coordinator="Geen",
            effort_third="Geen",
        ),
        teacher(
            "Meester Floris (groep 5)",
            start="Floris is nieuw in Nederland; hij gaf les in Gent.",
            goal="Hij kent onze toetsen en onze feesten.",
            approach="Maatje en een lijst met gekke woorden.",
            support="Carla",
            evaluation="Eind september en eind januari",
            share_with="Team",
            effort_subject="Stelt elke dag één vraag",
            effort_coordinator="Legt het leerlingvolgsysteem uit",
            effort_third="Geen",
        ),
        part(
            "learning_team",
            "Leerteam Burgerschap",
            start="Er zijn losse lessen en geen lijn.",
            goal="Een leerlijn van groep 1 tot en met 8.",
            approach="Inventariseren, ordenen, kiezen.",
            support="Adviseur SLO",
            evaluation="Studiedag 3 juni",
            share_with="Team en ouderraad",
            effort_subject="Vijf middagen",
            effort_coordinator="Eerste en laatste middag",
            effort_third="Adviseur: een dagdeel",
        ),
    ]
    keys = [
        "subject",
        "start",
        "goal",
        "approach",
        "support",
        "evaluation",
        "share_with",
        "effort_subject",
        "effort_coordinator",
        "effort_third",
    ]
    rows = [[person[k] for k in keys] for person in people]
    rows[1][0] = "^"
    d.table(
        [
            [
                "Naam",
                "Begin situatie",
                "Doel",
                "Aanpak",
                "Ondersteuning door",
                "Evaluatie\n(wanneer en hoe)",
                "Delen met",
                "Inzet leerkracht / leerteamleden",
                "Inzet IB'er",
                "Inzet externen",
            ],
            *rows,
        ]
    )
    people[0]["approach"] = "navertelkaarten\ntweetallen\nsterk met zwak\nwisselen na een week"
    d.sections += people
    d.h("Algemene doelen")
    goal = {
        "goal": "Alle groepen werken met een doelenmuur.",
        "approach": "Rekenen eerst, taal na de kerst.",
        "execution_by": "Leerkrachten",
        "effort_coordinator": "Helpt bij de eerste muur",
        "evaluation": "Maart, wandeling langs alle muren",
    }
    d.table(
        [
            ["Doel", "Aanpak", "Wie", "Inzet IB'er", "Evaluatie (wanneer en hoe)"],
            [
                goal[k]
                for k in ("goal", "approach", "execution_by", "effort_coordinator", "evaluation")
            ],
        ]
    )
    d.general.append(goal)


def zevensprong(d: Sheet) -> None:
    d.landscape()
    d.p("**Begeleidingsplan Jenaplanschool De Zevensprong**")
    d.p("**2025 - 2026**")
    d.box("Vragen over dit plan?", "Loop binnen bij Nienke (dinsdag en donderdag).")
    d.unplaced += ["Vragen over dit plan?", "Loop binnen bij Nienke (dinsdag en donderdag)."]
    d.p("**Uitgangspunten en principes**")
    d.principles += [
        "Elk mens is uniek.",
        "We leren van, met en aan elkaar.",
        "In de kring is iedere stem even luid.",
    ]
    for text in d.principles:
        d.p(text, "List Bullet")
    d.p("**Doelen**")
    goals = [
        {
            "goal": "De stamgroepleiders bereiden de weekopening in tweetallen voor.",
            "approach": "Rooster; na afloop een tip en een top.",
            "execution_by": "Stamgroepleiders",
            "effort_coordinator": "Doet een keer mee",
            "evaluation": "Iedere vakantie",
        }
    ]
    team = {
        "goal": "De pauzes zijn pauzes.",
        "approach": "Geen gesprekken over kinderen in de teamkamer tussen twaalf en een.",
        "execution_by": "Iedereen",
        "effort_coordinator": "Geeft het goede voorbeeld",
        "evaluation": "Kerst: is het gelukt?",
    }
    people = [
        teacher(
            "Stamgroepleider Nienke",
            start_goal="Nienke combineert haar groep met het begeleiden van stagiaires[^Twee van de pabo, één van "
            "het mbo.^]. Ze wil dat beter laten samenvallen.",
            approach="Stagiaires een eigen tafelgroep geven.",
            support="Schoolopleider",
            evaluation="Na elke stageperiode",
            share_with="Middenbouw",
            effort_subject="Weekgesprek van een half uur",
            effort_coordinator="Geen",
            effort_third="Pabo: begeleider komt twee keer",
        ),
        teacher(
            "Stamgroepleider Teun",
            start_goal="Teun zoekt naar rust in de blokperiode: nu lopen er te veel kinderen rond.",
            approach="Loopregels met de groep afspreken; tellen met turfjes.",
            support="Nienke",
            evaluation="Elke drie weken met de groep",
            share_with="Alle stamgroepen",
            effort_subject="Turven",
            effort_coordinator="Filmt een blokperiode",
            effort_third="Geen",
        ),
    ]
    d.table(
        [
            [
                "**Onderdeel**",
                "**Doel**",
                "**Aanpak**",
                "**Uitvoering door**",
                "**Inzet ib**",
                "**Evaluatie**",
            ],
            ["Algemeen"]
            + [
                goals[0][k]
                for k in ("goal", "approach", "execution_by", "effort_coordinator", "evaluation")
            ],
            ["Schoolteam"]
            + [
                team[k]
                for k in ("goal", "approach", "execution_by", "effort_coordinator", "evaluation")
            ],
        ]
    )
    d.general += goals
    d.team.append(team)
    d.p("**Begeleiding per persoon**")
    keys = [
        "subject",
        "start_goal",
        "approach",
        "support",
        "evaluation",
        "share_with",
        "effort_subject",
        "effort_coordinator",
        "effort_third",
    ]
    d.table(
        [
            [
                "**Naam**",
                "**Beginsituatie en doelstelling**",
                "**Aanpak**",
                "**Ondersteuning**",
                "**Evaluatie**",
                "**Opbrengst delen met**",
                "**Inzet stamgroepleider**",
                "**Inzet ib**",
                "**Inzet derden**",
            ]
        ]
        + [[person[k] for k in keys] for person in people]
    )
    d.sections += people


# --- loose documents: bold headings, text below its label ----------------------------------------------------------


def klimop(d: Sheet) -> None:
    d.p("**Begeleidingsplan**")
    d.p("**Basisschool De Klimop**")
    d.p("**Schooljaar 2026-2027**")
    d.p()
    d.p("**Uitgangspunten en principes**")
    d.principles += [
        "Een klimop hecht zich: relatie eerst.",
        "Wij groeien niet allemaal even hard en niet allemaal dezelfde kant op.",
        "Elk gesprek eindigt met een afspraak.",
    ]
    for text in d.principles:
        d.p(text, "List Bullet")
    d.p()
    d.p("**Algemene doelen**")
    goals = [
        {
            "goal": "De doorgaande lijn zelfstandig werken is zichtbaar in alle groepen.",
            "approach": "klassenbezoek in de parallelgroep\nafspraken op één kaart\nkaart in november bijstellen",
            "execution_by": "Alle leerkrachten van groep 1 tot en met 8",
            "effort_coordinator": "Maakt de kaart",
            "evaluation": "In november en in april, in de bouwvergadering",
        },
        {
            "goal": "De overdracht naar het voortgezet onderwijs levert geen verrassingen op.",
            "approach": "terugkoppeling van oud-leerlingen\nbezoek aan twee brugklassen",
            "execution_by": "Leerkrachten van groep 8",
            "effort_coordinator": "Vijf gesprekken met mentoren",
            "evaluation": "Maart 2027",
        },
    ]
    for goal in goals:
        d.p("**Doel**")
        d.p(goal["goal"])
        d.p("**Aanpak**")
        d.items(goal["approach"])
        d.p("**Uitvoering door**")
        d.p(goal["execution_by"])
        d.p("**Inzet IB’er**")
        d.p(goal["effort_coordinator"])
        d.p("**Evaluatie**")
        d.p(goal["evaluation"])
        d.p()
    d.general += goals
    d.p("**Schoolteam**")
    team = {
        "goal": "Wij kennen elkaars talenten.",
        "approach": "talentenspel op de eerste studiedag\ntalentenmuur in de hal",
        "execution_by": "Het feestcomité",
        "effort_coordinator": "Geen",
        "evaluation": "Een rondje in juni",
    }
    d.p("**Doel**")
    d.p(team["goal"])
    d.p("**Aanpak**")
    d.items(team["approach"])
    d.p("**Uitvoering door**")
    d.p(team["execution_by"])
    d.p("**Inzet IB’er**")
    d.p(team["effort_coordinator"])
    d.p("**Evaluatie**")
    d.p(team["evaluation"])
    d.team.append(team)
    d.p()
    people = [
        teacher(
            "Leerkracht Saskia",
            start="Saskia heeft dit jaar een groep 4 met veel beweging.\nZe is streng en rechtvaardig, en "
            "'s avonds uitgeput.",
            goal="Saskia houdt energie over voor haar [-hobby's-][+eigen kinderen+].",
            approach="bewegend leren bij de tafels\nde eerste tien minuten buiten\n> ook bij regen\n> niet op maandag",
            support="Vakleerkracht gym",
            evaluation="Elke maand een cijfer voor haar energie; bespreken in januari",
            share_with="Alleen met de parallelcollega",
            effort_subject="Houdt een grafiekje bij",
            effort_coordinator="Neemt in oktober twee lessen over",
            effort_third="Bedrijfsfysiotherapeut",
        ),
        teacher(
            "Leerkracht Mohamed",
            start="Mohamed geeft voor het derde jaar groep 8.",
            goal="Hij wil leren hoe je een musical maakt zonder dat de lessen eronder lijden.",
            approach="planning vanaf de meivakantie terug\nouders inschakelen voor decor",
            support="Juf Ans, die het twintig jaar deed",
            evaluation="Na de laatste voorstelling",
            share_with="Bovenbouw",
            effort_subject="Alle woensdagmiddagen in mei",
            effort_coordinator="Zit op de eerste rij",
            effort_third="Muziekschool: tien uur",
        ),
    ]
    for person in people:
        d.p(f"**{person['subject']}**")
        d.p("**Beginsituatie**")
        for line in person["start"].split("\n"):
            d.p(line)
        d.p("**Doelstelling**")
        d.p(person["goal"])
        d.p("**Aanpak**")
        d.items(person["approach"])
        for label, key in (
            ("Ondersteuning", "support"),
            ("Evaluatie", "evaluation"),
            ("Delen opbrengst met", "share_with"),
            ("Inzet leerkracht", "effort_subject"),
            ("Inzet IB’er", "effort_coordinator"),
            ("Inzet derden", "effort_third"),
        ):
            d.p(f"**{label}**")
            d.p(person[key])
        d.p()
    people[0]["approach"] = people[0]["approach"].replace("> ", "")
    d.sections += people
    d.p("**Etc.**")
    d.unplaced.append("Etc.")


def vuurtoren(d: Sheet) -> None:
    d.header("De Vuurtoren / begeleidingsplan / blad")
    d.p("**Openbare basisschool De Vuurtoren**")
    d.p("**Begeleidingsplan 2026/2027**")
    d.lost("Voor wie het wil lezen: dit is wat wij dit jaar met elkaar van plan zijn.")
    d.p("**Principes**")
    d.principles += [
        "Licht laten schijnen op wat goed gaat.",
        "Koers houden.",
        "Iedereen vaart zelf.",
    ]
    for text in d.principles:
        d.p(f"- {text}")
    d.p("**Algemene doelen**")
    goals = [
        {
            "goal": "De rapporten vertellen iets over het kind.",
            "approach": "Nieuw rapport zonder cijfers in groep 1 tot en met 4.\nIn groep 5 tot en met 8 een "
            "[+korte +]brief van de leerkracht.",
            "execution_by": "Rapportwerkgroep",
            "effort_coordinator": "Leest de brieven van nieuwe collega's",
            "evaluation": "Na het eerste rapport, met twintig ouders en twintig kinderen",
        },
        {
            "goal": "Wij rekenen meer met de handen.",
            "approach": "Elke groep krijgt een kist met materiaal.",
            "execution_by": "Rekencoördinator",
            "effort_coordinator": "Geen",
            "evaluation": "Juni",
        },
    ]
    for goal in goals:
        d.p("Doel:")
        d.p(goal["goal"])
        d.p("Aanpak:")
        for line in goal["approach"].split("\n"):
            d.p(line)
        d.p("Uitvoering door:")
        d.p(goal["execution_by"])
        d.p("Inzet ib'er:")
        d.p(goal["effort_coordinator"])
        d.p("Evaluatie:")
        d.p(goal["evaluation"])
        d.p()
    d.general += goals
    people = [
        teacher(
            "Leraar Lotte",
            start="Lotte is een jaar klaar met de pabo.[^Cum laude, voegt de schoolleider toe.^] De orde is goed; "
            "de planning niet altijd.",
            goal="Lotte plant een week vooruit en houdt ruimte over.",
            approach="Op donderdag plannen, samen met Gerda.\nOp maandag kijken wat er al anders is.",
            support="Gerda",
            evaluation="Kerstvakantie; we leggen dan vijf weekplannen op tafel",
            share_with="Gerda",
            effort_subject="Een uur op donderdag",
            effort_coordinator="Kijkt in oktober en in januari een weekplan na",
            effort_third="Starterscoach van het bestuur: vier gesprekken",
        ),
        teacher(
            "Leraar Gerda",
            start="Gerda heeft het wel een beetje gezien en zegt dat hardop.",
            goal="Er is weer iets om nieuwsgierig naar te zijn.",
            approach="Een onderzoekje in de eigen klas, vraag zelf gekozen.",
            support="Lector van de hogeschool",
            evaluation="April",
            share_with="Leraren van het bestuur die ook onderzoek doen",
            effort_subject="Veertig uur",
            effort_coordinator="Denkt mee over de vraag",
            effort_third="Hogeschool: vier bijeenkomsten",
        ),
        part(
            "coordinator",
            "Intern begeleider",
            start="Ik ben er drie dagen en heb voor vijf dagen werk.",
            goal="Ik kies.",
            approach="Elke maandag drie dingen opschrijven.",
            support="Gerda en de schoolleider",
            evaluation="In elke vakantie",
            share_with="Het hele team",
        ),
    ]
    for person in people:
        d.p(f"**{person['subject']}**")
        for label, key in (
            ("Beginsituatie", "start"),
            ("Doelstelling", "goal"),
            ("Aanpak", "approach"),
            ("Ondersteuning", "support"),
            ("Evaluatie", "evaluation"),
            ("Delen opbrengst met", "share_with"),
            ("Inzet leraar", "effort_subject"),
            ("Inzet ib'er", "effort_coordinator"),
            ("Inzet derden", "effort_third"),
        ):
            if key in person:
                d.p(f"{label}:")
                for line in person[key].split("\n"):
                    d.p(line)
        d.p()
    d.sections += people


def bron(d: Sheet) -> None:
    d.p("**BEGELEIDINGSPLAN**")
    d.p("**RKBS DE BRON, SCHOOLJAAR 2026-2027**")
    d.school = "RKBS De Bron"
    d.p("**UITGANGSPUNTEN**")
    d.principles += [
        "Wij putten uit wat er al is.",
        "Vragen is geen zwakte.",
        "Wij zijn zuinig met tijd en gul met aandacht.",
    ]
    for text in d.principles:
        d.p(text, "List Number")
    d.p("**ALGEMENE DOELEN**")
    goals = [
        {
            "goal": "Ouders weten wat hun kind leert.",
            "approach": "inloopochtend per bouw\n> onderbouw: spelen en kijken\n> bovenbouw: de kinderen geven les\n"
            "nieuwsbrief met één onderwerp",
            "execution_by": "Leerkrachten en ouderraad",
            "effort_coordinator": "Ontvangt de ouders van nieuwe kinderen",
            "evaluation": "Korte vragenlijst na elke inloopochtend",
        },
        {
            "goal": "Het dossier van elk kind is leesbaar voor een invaller.",
            "approach": "samenvatting van vijf regels bovenaan\nop de eerste vrijdag van de maand bijwerken",
            "execution_by": "Iedere leerkracht voor de eigen groep",
            "effort_coordinator": "Leest er elke maand tien",
            "evaluation": "Twee invallers vragen, in februari",
        },
    ]
    for number, goal in enumerate(goals, 1):
        d.p(f"**{number}. {goal['goal']}**")
        d.p("__Aanpak__")
        d.items(goal["approach"])
        d.p(f"__Uitvoering door__: {goal['execution_by']}")
        d.p(f"__Inzet interne begeleider__: {goal['effort_coordinator']}")
        d.p(f"__Evaluatie__: {goal['evaluation']}")
        goal["approach"] = goal["approach"].replace("> ", "")
    d.general += goals
    d.p("**SCHOOLTEAM**")
    team = {
        "goal": "Wij lachen minstens één keer per dag.",
        "approach": "moppenbord\ntaart bij elk behaald doel",
        "execution_by": "Conciërge Henk",
        "effort_coordinator": "Bakt",
        "evaluation": "Aan de geluiden op de gang te horen",
    }
    d.p(f"**1. {team['goal']}**")
    d.p("__Aanpak__")
    d.items(team["approach"])
    d.p(f"__Uitvoering door__: {team['execution_by']}")
    d.p(f"__Inzet interne begeleider__: {team['effort_coordinator']}")
    d.p(f"__Evaluatie__: {team['evaluation']}")
    d.team.append(team)
    people = [
        teacher(
            "Leerkracht Ilse",
            start_goal="Ilse heeft een jongen in de klas die alles al weet. Hij verveelt zich en zij voelt zich "
            "betrapt. Doel: samen een leerplan voor hem maken dat zij volhoudt.",
            approach="gesprek met de jongen zelf\ndrie vakken compacten\nbij de andere vakken niets veranderen",
            support="Talentbegeleider",
            evaluation="Zes weken na de start, daarna per kwartaal",
            share_with="De leerkracht van volgend jaar",
            effort_subject="Een uur per week",
            effort_coordinator="Gesprek met de ouders",
            effort_third="Talentbegeleider~van het samenwerkingsverband: zes uur",
        ),
        teacher(
            "Leerkracht Daan",
            start_goal="Daan vindt kleutergym lastig. Doel: een les waarin niemand in de rij staat.",
            approach="circuit met vier hoeken\nles van Ilse bekijken",
            support="Ilse",
            evaluation="Voor de kerst",
            share_with="Onderbouw",
            effort_subject="Twee lessen per maand voorbereiden",
            effort_coordinator="Geen",
            effort_third="Geen",
        ),
    ]
    for person in people:
        d.p(f"**{person['subject'].upper()}**")
        d.p(f"__Beginsituatie/doelstelling__: {person['start_goal']}")
        d.p("__Aanpak__")
        d.items(person["approach"])
        for label, key in (
            ("Ondersteuning", "support"),
            ("Evaluatie", "evaluation"),
            ("Opbrengsten delen met", "share_with"),
            ("Inzet leerkracht", "effort_subject"),
            ("Inzet interne begeleider", "effort_coordinator"),
            ("Inzet derden", "effort_third"),
        ):
            d.p(f"__{label}__: {person[key]}")
    d.sections += people
    d.lost("Etc.")


def horizon(d: Sheet) -> None:
    d.p("**Begeleidingsplan IKC De Horizon**")
    d.lost("Concept van Bianca en Rik, reacties graag voor 1 oktober!")
    d.p("**Waar gaan we van uit? (uitgangspunten)**")
    d.principles += [
        "Opvang en onderwijs zijn één team.",
        "Een goede vraag is het halve werk.",
    ]
    for text in d.principles:
        d.p(f"•\t{text}")
    d.p("**Algemene doelen**")
    goals = [
        {
            "goal": "Peuters en kleuters spelen twee keer per week samen.",
            "approach": "- rooster maken met de opvang\n- hoeken delen\n- evalueren met filmpjes",
            "execution_by": "pedagogisch medewerkers en leerkrachten van groep 1/2",
            "effort_coordinator": "is er de eerste vier keer bij",
            "evaluation": "iedere zes weken, aan de zandtafel",
        },
        {
            "goal": "De naschoolse opvang kent onze gedragsregels.",
            "approach": "- regels samen opnieuw schrijven\n- posters in alle ruimtes",
            "execution_by": "Bianca",
            "effort_coordinator": "schrijft de eerste versie",
            "evaluation": "na de kerstvakantie",
        },
    ]
    for goal in goals:
        d.p(f"Doel: {goal['goal']}")
        d.p("Aanpak:")
        for line in goal["approach"].split("\n"):
            d.p(line)
        d.p(f"Wie: {goal['execution_by']}")
        d.p(f"Inzet IB`er: {goal['effort_coordinator']}")
        d.p(f"Evaluatie: {goal['evaluation']}")
        d.p()
        goal["approach"] = goal["approach"].replace("- ", "")
    d.general += goals
    d.p("**Team**")
    team = {
        "goal": "We eten een keer per maand samen.",
        "approach": "- rooster met kookgroepen",
        "execution_by": "steeds vier anderen",
        "effort_coordinator": "schuift aan",
        "evaluation": "niet nodig, zegt iedereen; toch even in juni",
    }
    d.p(f"Doel: {team['goal']}")
    d.p("Aanpak:")
    d.p(team["approach"])
    d.p(f"Wie: {team['execution_by']}")
    d.p(f"Inzet IB`er: {team['effort_coordinator']}")
    d.p(f"Evaluatie: {team['evaluation']}")
    team["approach"] = team["approach"].replace("- ", "")
    d.team.append(team)
    people = [
        teacher(
            "Leerkracht Rik",
            start="Rik is net leerkracht geworden na zeven jaar opvang.",
            goal="Hij leert toetsen lezen zonder ze te geloven.",
            approach="drie toetsen samen doornemen\n[-een cursus volgen-][+bij een collega meekijken+]",
            support="Bianca",
            evaluation="februari en juni",
            share_with="team",
            effort_subject="neemt zelf toetsen mee",
            effort_coordinator="drie keer een uur",
            effort_third="geen",
        ),
        teacher(
            "Leerkracht Bianca",
            start="Bianca wordt bouwcoördinator en blijft twee dagen in groep 1/2.",
            goal="Zij kan na een dag coördineren de deur dichttrekken.",
            approach="agenda met witte vlakken\niedere vrijdag opruimen",
            support="de coördinator van een andere locatie",
            evaluation="april",
            share_with="directie",
            effort_subject="houdt haar uren bij",
            effort_coordinator="kijkt mee naar de uren",
            effort_third="coach, vijf gesprekken",
        ),
    ]
    for person in people:
        d.p(f"**{person['subject']}**")
        d.p(f"Begin situatie: {person['start']}")
        d.p(f"Doel: {person['goal']}")
        d.p("Aanpak:")
        for line in person["approach"].split("\n"):
            d.p(f"- {line}")
        d.p(f"Ondersteuning: {person['support']}")
        d.p(f"Evaluatie: {person['evaluation']}")
        d.p(f"Delen met: {person['share_with']}")
        d.p(f"Inzet leerkracht: {person['effort_subject']}")
        d.p(f"Inzet IB`er: {person['effort_coordinator']}")
        d.p(f"Inzet derden: {person['effort_third']}")
        d.p()
    d.sections += people


SCHOOLS: list[tuple[str, Callable[[Sheet], None], str | None, str | None]] = [
    ("doorlopend_wilgenroos", wilgenroos, "Basisschool De Wilgenroos", "2025-2026"),
    ("doorlopend_ark", ark, "CBS De Ark", "2026-2027"),
    ("doorlopend_kompas", kompas, "OBS Het Kompas", "2026-2027"),
    ("doorlopend_tuin", tuin, "Montessorischool De Tuin", "2026-2027"),
    ("per_persoon_jozef", jozef, "KBS Sint Jozef", "2025-2026"),
    ("per_persoon_regenboog", regenboog, "OBS De Regenboog", "2026-2027"),
    ("per_persoon_zonnewijzer", zonnewijzer, "Daltonschool De Zonnewijzer", "2026-2027"),
    ("per_persoon_hoeksteen", hoeksteen, "PCBS De Hoeksteen", "2027-2028"),
    ("breed_vlinder", vlinder, "basisschool De Vlinder", "2026-2027"),
    ("breed_springplank", springplank, "SBO De Springplank", "2026-2027"),
    ("breed_esdoorn", esdoorn, "Basisschool De Esdoorn", "2026-2027"),
    ("breed_zevensprong", zevensprong, "Jenaplanschool De Zevensprong", "2025-2026"),
    ("los_klimop", klimop, "Basisschool De Klimop", "2026-2027"),
    ("los_vuurtoren", vuurtoren, "Openbare basisschool De Vuurtoren", "2026-2027"),
    ("los_bron", bron, "RKBS De Bron", "2026-2027"),
    ("los_horizon", horizon, "IKC De Horizon", None),
]


def main() -> None:
    for name, write, school, year in SCHOOLS:
        sheet = Sheet(school, year)
        write(sheet)
        sheet.save(name)


if __name__ == "__main__":
    main()
