"""Reads a file that Partituur wrote (eigen bestand), to the letter, also after work on it.

What is what follows from the styles alone (see ``template``), so that a text may say "Aanpak: x"
and stay a text. What people added in other styles goes to the general reader, with the heading and
the label that it stands under; a file without our styles goes there as a whole. No word is lost:
what found no place is listed.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from partituur.exchange import printed
from partituur.exchange.reading import ReadGoal, ReadPlan, ReadSection, Unplaced
from partituur.exchange.word import cover, promise, template
from partituur.exchange.word.building import Builder
from partituur.exchange.word.headings import Headings
from partituur.exchange.word.labels import Vocabulary
from partituur.exchange.word.lines import Line
from partituur.exchange.word.opening import open_package
from partituur.exchange.word.promise import words_of
from partituur.exchange.word.scanning import scan
from partituur.exchange.word.source import HEADERS, Document, Run, tidy, visible
from partituur.exchange.word.styled import (
    Para,
    W,
    Words,
    blocks_of,
    has_words,
    style_names,
    style_of,
    value_of,
)
from partituur.exchange.word.styles import Manner
from partituur.kernel import richtext
from partituur.kernel.richtext import Block, Span
from partituur.plans.format import Format

_EMPHASES = {word: key for key, word in printed.EMPHASES.items()}
_MAY_BE_EMPTY = {template.PRINCIPLE}  # a number, above a list
_SCHOOL_KINDS = ("general", "team")
_CONTEXTS = {  # headings that the general reader knows, for what was added in other styles
    "general": "Algemene doelen",
    "team": "Schoolteam",
    "teacher": "Leraar X.",
    "learning_team": "Leerteam X",
    "coordinator": "Intern begeleider",
    "other": "Leraar X.",  # has the same fields
}


def read(data: bytes, fmt: Format) -> ReadPlan | None:
    """The plan in a file that carries our styles; None for any other file.

    :param fmt: the format of the school, for what was added in other styles
    :raises Unreadable: the file cannot be opened safely
    """
    package = open_package(data)
    names = style_names(package)
    if not is_ours(names.values()):
        return None
    root = package.tree(package.main)
    body = None if root is None else root.find(f"{W}body")
    if body is None or not any(_is_own(each, names) for each in body):
        return None
    document = visible(data)
    reader = _Reader(Words(package, names), fmt)
    reader.read(body)
    _keep(document, reader)
    reader.plan.notes = [note for note in document.notes if note != HEADERS]
    return reader.plan


def is_ours(styles: Iterable[str]) -> bool:
    """Whether a document with styles of these names has something that Partituur wrote."""
    return {template.LABEL, template.PART} <= set(styles)


def _is_own(element: etree._Element, names: dict[str, str]) -> bool:
    """Whether a paragraph has one of our styles, or words in one."""
    return names.get(style_of(element), "") in template.OWN or any(
        style in template.MARKS or template.kind_of(style)
        for style in (names.get(value_of(each), "") for each in element.iter(f"{W}rStyle"))
    )


# --- the plan ----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Goal:
    """A goal in the making: the blocks of each of its texts."""

    read: ReadGoal = field(default_factory=ReadGoal)
    blocks: dict[str, list[Block]] = field(default_factory=dict)

    def finished(self) -> ReadGoal:
        for key, blocks in self.blocks.items():
            if source := richtext.from_blocks(blocks):
                self.read.texts[key] = source
        return self.read


@dataclass(slots=True)
class _Part:
    """A part in the making."""

    kind: str
    section: ReadSection | None  # None where the part is of the whole school
    goals: list[_Goal] = field(default_factory=list)

    @property
    def goal(self) -> _Goal:
        """The goal at hand; what stands before the first heading of a goal begins one."""
        if not self.goals:
            self.goals.append(_Goal())
        return self.goals[-1]


class _Reader:
    """Goes through the paragraphs of a document, and makes the plan."""

    def __init__(self, words: Words, fmt: Format) -> None:
        self.words = words
        self.fmt = fmt
        self.plan = ReadPlan()
        self.vocabulary = Vocabulary(fmt)
        self.headings = Headings(fmt)
        self.used: list[str] = []  # words that are no text of the plan: labels, headings
        self.twice: list[str] = []  # texts that the plan has once more than the document
        self.part: _Part | None = None
        self.key = ""  # of the field at hand
        self.principles: list[list[Block]] = []
        self.lines: list[Para | tuple[Span, ...]] = []  # of the text at hand, not yet blocks
        self.foreign: list[Para] = []  # not in our styles, not yet placed
        self.readers = {
            template.TITLE: self._title,
            template.SUBTITLE: self._subtitle,
            template.HEADING_1: self._heading,
            template.HEADING_2: self._goal_heading,
            template.ABOUT: self._about,
            template.NOTICE: self._notice,
            template.PRINCIPLE: self._principle,
            template.PRINCIPLE_MORE: self._more,
            template.FIELD: self._field,
            template.FIELD_MORE: self._more,
            template.FIELD_LIST: self._more,
        }

    def read(self, body: etree._Element) -> None:
        """Read all paragraphs; ``plan`` holds what they say."""
        for element in body:
            if element.tag != f"{W}p" and not has_words(element):
                continue
            para = self.words.para(element)
            reader = self.readers.get(para.style)
            if para.style and not para.text.strip() and para.style not in _MAY_BE_EMPTY:
                continue
            if reader is None or not reader(para):
                self._settle()
                self.foreign.append(para)
        self._end_part()
        self._write_principles()

    def _write_principles(self) -> None:
        """The principles that have words, and which of these are new."""
        accents, self.plan.new_accents = set(self.plan.new_accents), []
        for number, blocks in enumerate(self.principles):
            if source := richtext.from_blocks(blocks):
                if number in accents:
                    self.plan.new_accents.append(len(self.plan.principles))
                self.plan.principles.append(source)

    # Each of these reads a paragraph, or says that it is none of ours

    def _title(self, para: Para) -> bool:
        if para.text.strip() != printed.TITLE or self.part or self.principles:
            return False
        self._place_foreign()
        self.used.append(para.text)
        return True

    def _subtitle(self, para: Para) -> bool:
        school, year = para.of(template.SCHOOL), cover.year_in(para.of(template.YEAR))
        if not (school or year):
            return False
        self._place_foreign()
        self.plan.school = self.plan.school or school or None
        self.plan.year = self.plan.year or (year[0] if year else None)
        self.used += [printed.SCHOOL_YEAR] if year else []
        return True

    def _heading(self, para: Para) -> bool:
        marks = [piece.style for piece in para.pieces]
        if template.PRINCIPLES in marks:
            self._end_part()
            self.used.append(para.text)
            return True
        kind = next(filter(None, map(template.kind_of, marks)), None)
        if kind is None:
            return False
        self._end_part()
        heading = "".join(span.text for span in para.spans(template.NOTE))
        heading = " ".join(heading.split("\n")).strip()
        note = para.of(template.NOTE)
        if kind in _SCHOOL_KINDS:
            self.part = _Part(kind, None)
            self.used.append(heading)
        else:
            note = note.removeprefix("(").removesuffix(")")
            self.used.append(note)
            self.part = _Part(kind, ReadSection(kind, heading, note=note))
        return True

    def _goal_heading(self, para: Para) -> bool:
        if self.part is None:
            return False
        self._settle_all()
        self.used.append(para.of(template.NUMBER, template.EMPTY))
        text = "".join(span.text for span in para.spans(template.NUMBER, template.EMPTY)).strip()
        goal = _Goal()
        self.part.goals.append(goal)
        headline = self._headline(self.part.kind)
        if headline and text:
            goal.blocks[headline] = list(richtext.parse(richtext.from_plain(text)))
        elif text:
            goal.read.title = " ".join(text.split("\n"))
            self.used.append(text)
        return True

    def _headline(self, kind: str) -> str:
        return self.fmt.kind(kind).headline if self.fmt.has(kind) else ""

    def _about(self, para: Para) -> bool:
        if self.part is None:
            return False
        self._settle_all()
        statements = para.each(template.VISION)
        if statements:
            self.part.goal.read.vision += statements
            self.used += [printed.VISION, *statements]
        section = self.part.section
        if section is not None:
            self._particulars(para, section)
        return True

    def _particulars(self, para: Para, section: ReadSection) -> None:
        names = para.each(template.NAME)
        section.subjects += names
        section.partner = section.partner or para.of(template.PARTNER)
        said = para.of(template.EMPHASIS)
        if said in _EMPHASES:
            section.emphasis = _EMPHASES[said]
            self.used.append(said)
        self.used += [*names, section.partner]
        self.used += [printed.WHO] * bool(names)
        self.used += [printed.WITH] * bool(para.of(template.PARTNER))
        self.used += [printed.EMPHASIS] * bool(said)

    def _notice(self, para: Para) -> bool:
        if para.text.strip() not in (printed.NOT_SHARED, printed.NOT_HERE, printed.NOTHING_YET):
            return False
        self._settle_all()
        self.used.append(para.text)
        return True

    def _principle(self, para: Para) -> bool:
        if self.part is not None:
            return False
        self._settle_all()
        if para.of(template.NEW) == f"({printed.NEW_ACCENT})":
            self.plan.new_accents.append(len(self.principles))
            self.used.append(printed.NEW_ACCENT)
            spans = para.spans(template.NEW)
        else:
            spans = para.spans()
        self.principles.append([])
        self.lines.append(spans)
        return True

    def _field(self, para: Para) -> bool:
        styles = [piece.style for piece in para.pieces]
        style = next(filter(template.field_of, styles), "")
        key = template.field_of(style)
        if self.part is None or not key or not self._has(self.part.kind, key):
            return False
        self._settle_all()
        said = "".join(piece.span.text for piece in para.pieces if piece.style == style)
        label, beyond = self._label(self.part.kind, said)
        self.used.append(label)
        self.key = key
        self.part.goal.blocks.setdefault(key, [])
        self.lines.append((Span(beyond), *para.spans(style)))
        return True

    def _has(self, kind: str, key: str) -> bool:
        """Whether parts of this kind have such a field here; another school may have others."""
        return not self.fmt.has(kind) or any(known == key for known, _ in self._labels(kind))

    def _labels(self, kind: str) -> list[tuple[str, str]]:
        """The keys and labels of a kind of part; none where the school has no such kind."""
        if not self.fmt.has(kind):
            return []
        found = self.fmt.kind(kind)
        fields = [(each.key, each.label) for each in found.fields]
        return fields + [(pair.key, pair.label) for pair in found.together]

    def _label(self, kind: str, said: str) -> tuple[str, str]:
        """A label, and what somebody went on to write in its style."""
        known = [printed.one_line(label) for _key, label in self._labels(kind)]
        for label in sorted(known, key=len, reverse=True):
            if said.startswith(f"{label}:"):
                return f"{label}:", said[len(label) + 1 :]
        label, colon, beyond = said.partition(":")
        return label + colon, beyond

    def _more(self, para: Para) -> bool:
        """What goes on with the text at hand: a paragraph, or an item of a list."""
        if self.foreign or not (self.key or (self.part is None and self.principles)):
            return False
        self.lines.append(para)
        return True

    # What is at hand comes to its place

    def _settle_all(self) -> None:
        self._settle()
        self._place_foreign()
        self.key = ""

    def _settle(self) -> None:
        """The lines of the text at hand become blocks of it."""
        lines, self.lines = self.lines, []
        self._add(blocks_of(lines))

    def _add(self, blocks: Iterable[Block]) -> None:
        if self.part is not None and self.key:
            self.part.goal.blocks[self.key] += blocks
        elif self.part is None and self.principles:
            self.principles[-1] += blocks

    def _end_part(self) -> None:
        self._settle_all()
        part, self.part = self.part, None
        if part is None:
            return
        goals = [goal.finished() for goal in part.goals]
        if part.section is not None:
            part.section.goals = goals
            self.plan.sections.append(part.section)
        elif part.kind == "general":
            self.plan.general += goals
        else:
            self.plan.team += goals

    # What is not in our styles

    def _place_foreign(self) -> None:
        """Let the general reader look at what was added, under the heading where it stands."""
        paras, self.foreign = self.foreign, []
        if not paras:
            return
        if self._is_running_text(paras):
            self._add(blocks_of(paras))
            return
        found, used, twice = self._looked_at(paras)
        self.used += used
        self.twice += twice
        self._take(found)

    def _is_running_text(self, paras: Sequence[Para]) -> bool:
        """Whether somebody simply wrote on in a field or a principle."""
        inside = bool(self.key) if self.part else bool(self.principles)
        return inside and not any(self._says_where(para) for para in paras)

    def _says_where(self, para: Para) -> bool:
        """Whether a paragraph may be a heading, have a label, or be a table."""
        if not para.style or para.look.level is not None:
            return True
        line = Line(tuple(_run_of(piece.span) for piece in para.pieces))
        labelled = any(each.first for each in scan(line, self.vocabulary))
        return labelled or self.headings.topic(para.text) is not None

    def _looked_at(self, paras: Sequence[Para]) -> tuple[ReadPlan, list[str], list[str]]:
        """What the general reader makes of paragraphs; words that it used up, or has twice."""
        context = list(self._context())
        data = self.words.excerpt(context, [para.element for para in paras])
        draft = Builder(visible(data), self.fmt).build()
        used = words_of(draft.used) - words_of(context)
        said = {printed.one_line(each).rstrip(":") for each in context}
        draft.plan.unplaced = [
            each
            for each in draft.plan.unplaced
            if printed.one_line(richtext.to_plain(each.text)).rstrip(":") not in said
        ]
        return draft.plan, list(used.elements()), draft.twice

    def _context(self) -> Iterator[str]:
        """The heading and the label under which something stands, as everybody writes them."""
        if self.part is None:
            if self.principles:
                yield printed.PRINCIPLES
            return
        kind = self.part.kind
        own = self.fmt.has(kind) and self.fmt.kind(kind).own
        yield self.fmt.kind(kind).label if own else _CONTEXTS.get(kind, _CONTEXTS["other"])
        labels = [label for key, label in self._labels(kind) if key == self.key]
        yield from (f"{label}:" for label in labels[:1])

    def _take(self, found: ReadPlan) -> None:
        """Put what the general reader found where it belongs."""
        self.plan.school = self.plan.school or found.school
        self.plan.year = self.plan.year or found.year
        self.plan.unplaced += found.unplaced
        self.principles += [list(richtext.parse(each)) for each in found.principles]
        part, sections = self.part, list(found.sections)
        for kind, goals in (("general", found.general), ("team", found.team)):
            if part is not None and part.kind == kind:
                _merge(part, goals)
            else:
                getattr(self.plan, kind).extend(goals)
        if part is not None and part.section is not None and sections:
            _merge(part, sections.pop(0).goals)
        for section in sections:
            self._open(section)

    def _open(self, section: ReadSection) -> None:
        """A part that somebody added: what comes next may well belong to it."""
        self.key = ""
        self._end_part()
        self.part = _Part(section.kind, section)
        _merge(self.part, section.goals)


def _merge(part: _Part, goals: Sequence[ReadGoal]) -> None:
    """Goals that were found in a part: the first goes on with the one at hand."""
    for number, goal in enumerate(goals):
        if not goal.texts:
            continue
        if number:
            part.goals.append(_Goal())
        for key, text in goal.texts.items():
            part.goal.blocks.setdefault(key, []).extend(richtext.parse(text))


def _run_of(span: Span) -> Run:
    return Run(span.text, Manner(span.bold, span.italic), span.href)


# --- the promise -------------------------------------------------------------------------------


def _keep(document: Document, reader: _Reader) -> None:
    """List as unplaced what was lost on the way; see ``promise``."""
    plan = reader.plan
    lines = promise.lines_of(document)
    found = _counted([*promise.texts_of(plan), *reader.used]) - _counted(reader.twice)
    missing = _counted(lines) - found
    for line in lines:
        lost = _counted([line]) & missing
        if lost:
            plan.unplaced.append(Unplaced(richtext.from_plain(line)))
            missing -= lost
    promise.surround(document, plan)


def _counted(texts: Iterable[str]) -> Counter[str]:
    """The words of texts, as the general reader sees them and without accents."""
    return promise.words_of(map(_bare, texts))


def _bare(text: str) -> str:
    seen = "".join(run.text for run in tidy([Run(text)]))
    return "".join(
        each for each in unicodedata.normalize("NFKD", seen) if not unicodedata.combining(each)
    )
