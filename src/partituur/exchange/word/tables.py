"""What a table is for: cards with a label beside each text, a grid with labels above, or layout.

A table becomes a series of steps that the builder can follow in reading order, so that everything
after this sees labels and texts, and no cells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from partituur.exchange.word import cells, shapes
from partituur.exchange.word.headings import GOALS as GOAL_HEADING
from partituur.exchange.word.headings import PERSON, Headings, divides, is_name
from partituur.exchange.word.labels import (
    ABOUT,
    GOALS,
    OPENERS,
    PERSONAL,
    SCHOOL,
    SUBJECT,
    YEAR,
    Label,
    Vocabulary,
    folded,
)
from partituur.exchange.word.source import Block, Cell, Row, Table, paragraphs

LEAST_PERSONAL = 2  # labels of people alone, that make a table among the goals one of people
MOST_HEADER_ROWS = 4  # what may stand above the labels of a grid: a title, a group


@dataclass(slots=True)
class Heading:
    """A row that spans the table: a name, a goal, a group; or a text with labels of its own."""

    blocks: list[Block]
    bold_enough: bool = False  # stands where a heading stands, whatever its formatting


@dataclass(slots=True)
class Pair:
    """A label and its text."""

    text: str  # the label as written
    label: Label | None
    blocks: list[Block]
    copied: bool = False  # from a merged cell above, so that the words come twice


@dataclass(slots=True)
class More:
    """More text for the label before it."""

    blocks: list[Block]


@dataclass(slots=True)
class Record:
    """From here on the labels are those of another goal, or of another person."""

    subject: str = ""
    header: str = ""  # the words above the name: "Leerteam"
    again: bool = False  # the same subject as in the row above
    personal: bool = False


@dataclass(slots=True)
class Used:
    """Words that only said what the cells are."""

    text: str


@dataclass(slots=True)
class Copied:
    """Words that the steps have once more than the table."""

    text: str


@dataclass(slots=True)
class Loose:
    """A text without a label that is known."""

    text: str
    title: str = ""  # the unknown label beside or above it
    copied: bool = False  # the title was said before, for another text


@dataclass(slots=True)
class Flow:
    """Cells that are only there for the layout: read them as running text."""

    blocks: list[Block]


Step = Heading | Pair | More | Record | Used | Copied | Loose | Flow


@dataclass(slots=True)
class _Column:
    """A column of a grid: its place, and what the header says of it."""

    text: str
    label: Label | None = None
    role: str = ""  # "name", "number" or ""
    said: bool = True  # the header's words have been accounted for
    whole: bool = False  # all its words together make the label


class Tables:
    """Turns tables into steps."""

    def __init__(self, vocabulary: Vocabulary, headings: Headings) -> None:
        self.vocabulary = vocabulary
        self.headings = headings

    def steps(self, table: Table, zone: str, cover: bool = False) -> list[Step]:
        """What a table says.

        :param zone: the kind of part that the table stands in; empty where that is not yet known
        :param cover: whether it stands before the first part of the plan
        """
        rows = [row for row in table.rows if row.filled]
        if not rows or max(len(row.cells) for row in rows) == 1:
            return [Flow(shapes.all_blocks(rows))]
        if cells.have_own_labels(rows, self.vocabulary):
            return [_told_by_cells(row) for row in rows]
        if self._is_stacked(rows):
            return list(self._stacked(rows))
        if header := self._header(rows):
            return list(self._grid(rows, *header, zone=zone))
        rows, again = cells.joined(rows, self.vocabulary)
        columns = self._label_columns(rows, cover)
        if self._is_mirrored(rows):
            rows = [shapes.mirrored(row) for row in rows]
            columns = self._label_columns(rows, cover)
        if self._is_turned(rows, columns):
            return list(self._turned(rows, zone))
        if columns:
            return [*self._cards(rows, columns), *map(Copied, again)]
        return [Flow(shapes.all_blocks(rows))]

    def _is_label_row(self, row: Row) -> bool:
        """Whether a row has labels and nothing else."""
        return all(self.vocabulary.exact(cell.text) is not None for cell in row.filled)

    def _is_pair_row(self, row: Row) -> bool:
        """Whether a row has a label with a text beside it."""
        filled = row.filled
        first = self.vocabulary.exact(filled[0].text)
        return (
            len(row.cells) > 1
            and first is not None
            and (len(filled) == 1 or self.vocabulary.exact(filled[-1].text) is None)
            and not (len(filled) == 1 and len(row.cells) > 2 and filled[0].column == 0)
        )

    # Stacks: a row of labels, the row of their texts, and so on

    def _is_stacked(self, rows: list[Row]) -> bool:
        at = [index for index, row in enumerate(rows) if self._is_label_row(row)]
        kinds = {tuple(cell.text.casefold() for cell in rows[index].filled) for index in at}
        several = [index for index in at if len(rows[index].filled) > 1]
        if len(kinds) < 2 or not several:
            return False
        followed = [
            index for index in at
            if index + 1 < len(rows)
            and index + 1 not in at
            and not self._is_pair_row(rows[index + 1])
        ]  # fmt: skip
        return len(followed) * 4 >= len(at) * 3

    def _stacked(self, rows: list[Row]) -> Iterator[Step]:
        columns: dict[int, _Column] = {}
        for row in rows:
            if self._is_label_row(row):
                columns = self._columns([row])
                for cell in row.filled:
                    yield Used(cell.text)
            elif not columns or (len(row.filled) == 1 and len(columns) > 1 and shapes.spans(row)):
                columns = {}
                yield Heading(shapes.row_blocks(row), bold_enough=True)
            else:
                yield from self._stacked_texts(row, columns)

    def _stacked_texts(self, row: Row, columns: dict[int, _Column]) -> Iterator[Step]:
        for cell in row.filled:
            column = columns.get(cell.column) or _nearest(cell, columns)
            if column is not None and column.label is not None:
                yield Pair("", column.label, cell.blocks)
            else:
                yield Loose(cell.text)

    # Grids: labels above

    def _header(self, rows: list[Row]) -> tuple[int, int, dict[int, _Column]] | None:
        """The first row of the labels, how many rows they take, and the columns."""
        best = None
        for at in range(min(MOST_HEADER_ROWS, len(rows))):
            for height in (1, 2):
                if at + height >= len(rows) or (
                    height == 2 and not shapes.is_split(rows[at : at + 2])
                ):
                    continue
                if height == 1 and shapes.is_surely_split(rows[at : at + 2]):
                    continue
                below = rows[at + height :]
                if 2 * sum(map(self._is_pair_row, below)) > len(below):
                    continue
                columns = self._columns(rows[at : at + height])
                score = self._score(columns)
                if score and (best is None or score > best[0] + 1):
                    best = (score, at, height, columns)
        return None if best is None else (best[1], best[2], best[3])

    def _columns(self, rows: list[Row]) -> dict[int, _Column]:
        texts: dict[int, list[str]] = {}
        for depth, row in enumerate(rows):
            for cell in row.cells:
                for column in range(cell.column, cell.column + max(1, cell.span)):
                    text = " ".join(cell.text.split())
                    if depth == 0 and len(rows) == 1 and column > cell.column:
                        text = ""
                    if text and not cell.merged:
                        texts.setdefault(column, []).append(text)
        return {column: self._column(words) for column, words in texts.items()}

    def _column(self, words: list[str]) -> _Column:
        whole = " ".join(words)
        if len(words) > 1 and (label := self.vocabulary.exact(whole)):
            return _Column(whole, label, whole=True)
        if len(words) > 1 and folded(words[-1]) in _ASKED and self.vocabulary.exact(words[0]):
            return _Column(whole, self.vocabulary.exact(words[0]), whole=True)
        return _Column(whole, self.vocabulary.cell(words[-1]))

    def _score(self, columns: dict[int, _Column]) -> int:
        """How many columns have a label of their own; 0 when it is no header."""
        labels = [each.label for each in columns.values() if each.label is not None]
        fields = {tuple(sorted(each.keys.items())) for each in labels if each.keys}
        subjects = [each for each in labels if each.about == SUBJECT]
        known = len(fields) + bool(subjects)
        if len(fields) < 2 and not (fields and subjects and len(columns) == 2):
            return 0
        return known if known * 10 >= len(columns) * 6 - 5 else 0

    def _grid(
        self, rows: list[Row], at: int, height: int, columns: dict[int, _Column], zone: str
    ) -> Iterator[Step]:
        for row in rows[:at]:
            yield Heading(shapes.row_blocks(row), bold_enough=True)
        personal = self._name_columns(columns, rows[at + height :], zone)
        for row in rows[at : at + height]:
            yield from self._header_words(row, columns)
        names = [column for column, each in columns.items() if each.role == "name"]
        state = _Above()
        for row in rows[at + height :]:
            yield from self._grid_row(row, columns, names, personal, state)
        for column in columns.values():
            if not column.said:
                yield Loose(column.text)

    def _header_words(self, row: Row, columns: dict[int, _Column]) -> Iterator[Step]:
        """The words of the labels; an unknown one is told with the texts under it, if any."""
        for cell in row.filled:
            column = columns.get(cell.column)
            known = column is not None and (column.whole or column.role)
            known = known or self.vocabulary.cell(cell.text) is not None
            if known:
                yield Used(cell.text)
            elif column is None or " ".join(cell.text.split()) != column.text:
                yield Loose(cell.text)
            else:
                column.said = False  # with the first text under it, or after the last row

    def _name_columns(self, columns: dict[int, _Column], rows: list[Row], zone: str) -> bool:
        """Find the column with names; tells whether the rows are people's."""
        fields = [each.label for each in columns.values() if each.label and each.label.keys]
        telling = sum(each.personal_only for each in fields)
        personal = telling >= (LEAST_PERSONAL if zone in GOALS else 1) or zone in PERSONAL
        first = min((cell.column for row in rows for cell in row.filled), default=0)
        for column, each in sorted(columns.items()):
            by_name = each.label is not None and (
                each.label.about == SUBJECT or (each.label.text == "wie" and column == first)
            )
            by_name = by_name or self._is_name_header(each.text)
            goals_wie = each.label is not None and each.label.key("general") == "execution_by"
            if by_name and not (goals_wie and not personal):
                each.role = "name"
                break
        if not any(each.role == "name" for each in columns.values()):
            unnamed = first not in columns
            if unnamed and not all(
                shapes.is_number(c.text) for r in rows for c in r.filled if c.column == first
            ):
                columns[first] = _Column("", role="name")
        for each in columns.values():
            if each.label is None and each.text.casefold().strip(" .") in (
                "nr",
                "nummer",
                "#",
                "no",
            ):
                each.role = "number"
        return personal

    def _is_name_header(self, text: str) -> bool:
        topic = self.headings.topic(text)
        return topic is not None and topic.what in ("person", "group")

    def _grid_row(
        self,
        row: Row,
        columns: dict[int, _Column],
        names: list[int],
        personal: bool,
        state: _Above,
    ) -> Iterator[Step]:
        filled = row.filled
        if self._is_repeated(row, columns):
            for cell in filled:
                yield Used(cell.text)
            return
        if len(filled) == 1 and _is_wide(filled[0], row, columns, names):
            state.subject = ""
            yield Heading(filled[0].blocks, bold_enough=True)
            return
        names = [column for column, each in columns.items() if each.role == "name"]
        name = next((c for c in row.cells if c.column in names), None)
        subject = " ".join(name.text.split()) if name else ""
        again = (
            not subject and bool(state.subject) and (name is None or name.merged or not name.text)
        )
        header = columns[names[0]].text if names else ""
        if subject or not again:
            state.subject = subject
        yield Record(subject or state.subject, header, again, personal)
        for cell in row.cells:
            if cell is name:
                continue
            yield from self._grid_cell(cell, columns, state)

    def _grid_cell(self, cell: Cell, columns: dict[int, _Column], state: _Above) -> Iterator[Step]:
        column = columns.get(cell.column) or _nearest(cell, columns)
        if cell.merged:
            above = state.cells.get(cell.column)
            if above and column is not None and column.label is not None and not cell.text:
                yield Pair("", column.label, above, copied=True)
                return
        state.cells[cell.column] = cell.blocks
        if not cell.text:
            return
        if column is not None and column.label is not None and column.label.keys:
            yield Pair("", column.label, cell.blocks)
        elif shapes.is_number(cell.text):
            yield Used(cell.text)
        else:
            title = column.text if column is not None else ""
            yield Loose(cell.text, title, copied=column is not None and column.said)
            if column is not None:
                column.said = True

    def _is_repeated(self, row: Row, columns: dict[int, _Column]) -> bool:
        same = 0
        for cell in row.filled:
            column = columns.get(cell.column)
            same += column is not None and cell.text.casefold() == column.text.casefold()
        if same >= 2 and same * 2 >= len(row.filled):
            return True
        labels = [self.vocabulary.exact(cell.text) for cell in row.filled]
        return len(row.filled) >= 3 and all(each is not None for each in labels)

    # Turned grids: labels on the left, a column per person or goal

    def _is_turned(self, rows: list[Row], columns: set[int]) -> bool:
        if len(rows) < 3 or max(len(row.cells) for row in rows) < 3 or columns - {0}:
            return False
        body = rows[1:]
        labelled = [row for row in body if self._first_label(row) is not None]
        if len(labelled) < 2 or len(labelled) * 10 < len(body) * 6:
            return False
        wide = [
            row for row in labelled
            if sum(1 for c in row.filled[1:] if self.vocabulary.cell(c.text) is None) >= 2
        ]  # fmt: skip
        if len(wide) * 2 < len(labelled):
            return False
        head = rows[0]
        corner = head.cells[0].text
        names = [cell for cell in head.filled if cell.column > 0]
        label = self.vocabulary.cell(corner) if corner else None
        return len(names) >= 2 and (not corner or label is not None)

    def _first_label(self, row: Row) -> Label | None:
        cell = row.cells[0] if row.cells else None
        return self.vocabulary.cell(cell.text) if cell is not None and cell.text else None

    def _turned(self, rows: list[Row], zone: str) -> Iterator[Step]:
        head = rows[0]
        corner = head.cells[0].text
        label = self.vocabulary.cell(corner) if corner else None
        goal_row = label is not None and bool(label.keys) and label.about != SUBJECT
        if label is not None and label.text == "wie":
            goal_row = zone in GOALS
        if corner:
            yield Used(corner)
        personal = zone not in GOALS
        for row in rows[1:]:
            if self._first_label(row) is not None:
                yield Used(row.cells[0].text)
        said: set[int] = set()
        for name in [cell for cell in head.filled if cell.column > 0]:
            if divides(name.text):
                yield Used(name.text)
                yield Record("", "", again=True, personal=personal)
            elif goal_row or zone in GOALS:
                yield Record("", "", personal=personal)
                keys = label if goal_row else self.vocabulary.exact("doel")
                yield Pair("", keys, name.blocks)
            else:
                yield Record(" ".join(name.text.split()), corner, personal=personal)
            for row in rows[1:]:
                yield from self._turned_cell(row, name, said)

    def _turned_cell(self, row: Row, name: Cell, said: set[int]) -> Iterator[Step]:
        first = row.cells[0]
        inside = range(name.column, name.column + name.span)
        for cell in row.filled:
            if cell is first or cell.column not in inside:
                continue
            label = self.vocabulary.cell(first.text) if first.text else None
            if label is not None:
                yield Pair("", label, cell.blocks)
            elif first.text:
                yield Loose(cell.text, first.text, copied=id(first) in said)
                said.add(id(first))
            else:
                yield More(cell.blocks)

    # Cards: labels on the left

    def _label_columns(self, rows: list[Row], cover: bool) -> set[int]:
        """The columns that hold labels."""
        labels: Counter[int] = Counter()
        texts: Counter[int] = Counter()
        fields = 0
        for row in rows:
            if len(row.cells) == 1:
                continue
            for cell in row.filled:
                label = self.vocabulary.cell(cell.text)
                texts[cell.column] += 1
                if label is not None and not shapes.is_value_place(cell, row):
                    labels[cell.column] += 1
                    fields += bool(label.keys) or (cover and label.about in (SCHOOL, YEAR))
        if not fields:
            return set()
        return {
            column for column, count in labels.items()
            if count * 2 >= texts[column] and (count >= 2 or column == 0 or len(rows) == 1)
        }  # fmt: skip

    def _is_mirrored(self, rows: list[Row]) -> bool:
        """Whether the labels stand on the right, each with its text to the left of it."""
        pairs = [row for row in rows if len(row.cells) == 2 and len(row.filled) == 2]
        left = sum(self.vocabulary.cell(row.cells[0].text) is not None for row in pairs)
        right = sum(self.vocabulary.exact(row.cells[1].text) is not None for row in pairs)
        return len(pairs) >= 2 and right * 10 >= len(pairs) * 8 and left * 2 < right

    def _cards(self, rows: list[Row], columns: set[int]) -> Iterator[Step]:
        if shapes.says_only_what_cells_are(rows[0]):
            for cell in rows[0].filled:
                yield Used(cell.text)
            rows = rows[1:]
        for at, row in enumerate(rows):
            yield from self._card_row(rows, at, row, columns)

    def _card_row(self, rows: list[Row], at: int, row: Row, columns: set[int]) -> Iterator[Step]:
        filled = row.filled
        if len(filled) == 1 and (len(row.cells) == 1 or filled[0].column == 0):
            only = filled[0]
            label = self.vocabulary.cell(only.text)
            if len(row.cells) > 1 and label is not None:
                yield Pair(only.text, label, [])
            else:
                yield Heading(only.blocks, bold_enough=at == 0 or len(row.cells) == 1)
            return
        labels: list[Cell] = []
        started = False
        for cell in filled:
            if cell.column in columns and self._is_label(cell, labels, row):
                labels.append(cell)
                continue
            if not labels and not started and cell.column < min(columns):
                yield self._beside(cell, row)
            elif not labels and not started and cell.column not in columns:
                yield More(cell.blocks)
            elif labels:
                yield from self._card_pair(labels, cell, at)
                started = True
                labels = []
            elif started:
                yield More(cell.blocks)
            else:
                labels = [cell]
        yield from self._left_over(labels)

    def _beside(self, cell: Cell, row: Row) -> Step:
        """A cell to the left of the labels: whose they are, or a word for a group of them."""
        topic = self.headings.topic(cell.text)
        if topic is not None and topic.what in (PERSON, GOAL_HEADING):
            return Heading(cell.blocks, bold_enough=True)
        label = self.vocabulary.cell(row.filled[1].text) if len(row.filled) > 1 else None
        if label is not None and is_name(cell.text) and label.key("teacher") in OPENERS:
            return Heading(cell.blocks, bold_enough=True)
        return Loose(cell.text)

    def _is_label(self, cell: Cell, before: list[Cell], row: Row) -> bool:
        """A cell in a column with labels is one, known or not, unless a label is waiting."""
        if not before:
            return True
        return self.vocabulary.cell(cell.text) is not None and cell is not row.filled[-1]

    def _card_pair(self, labels: list[Cell], cell: Cell, at: int) -> Iterator[Step]:
        for group in labels[:-1]:
            topic = self.headings.topic(group.text)
            if topic is not None and topic.what in (PERSON, GOAL_HEADING):
                yield Heading(group.blocks, bold_enough=True)
                continue
            known = self.vocabulary.exact(group.text) or self.vocabulary.about(group.text)
            yield Used(group.text) if known else Loose(group.text)
        text = labels[-1].text
        label = self.vocabulary.cell(text)
        if label is None and at == 0:
            topic = self.headings.topic(text)
            if topic is not None and topic.what == "person":
                yield Pair(text, Label(text, about=ABOUT), cell.blocks)
                return
        yield Pair(text, label, cell.blocks)

    def _left_over(self, labels: list[Cell]) -> Iterator[Step]:
        for cell in labels:
            label = self.vocabulary.cell(cell.text)
            if label is not None:
                yield Pair(cell.text, label, [])
            else:
                yield Heading(cell.blocks)


@dataclass(slots=True)
class _Above:
    """What the rows above left for merged cells."""

    subject: str = ""
    cells: dict[int, list[Block]] = field(default_factory=dict)


_ASKED = {"hoe", "wanneer", "wie", "wat", "hoe en wanneer", "moment", "datum", "wijze"}  # under one


def _told_by_cells(row: Row) -> Step:
    """A row of which each cell has its own label; one cell alone is a heading."""
    if len(row.filled) == 1 and "\n" not in row.filled[0].text:
        return Heading(row.filled[0].blocks, bold_enough=True)
    return Flow(shapes.row_blocks(row))


def _is_wide(cell: Cell, row: Row, columns: dict[int, _Column], names: list[int]) -> bool:
    """Whether the only text of a row spans it, or stands in the column of the names."""
    return (
        cell.span * 2 >= len(columns)
        or len(row.cells) == 1
        or cell.column in names
        or (cell.column == 0)
    )


def _nearest(cell: Cell, columns: dict[int, _Column]) -> _Column | None:
    """The column above a cell whose row is cut differently from the header."""
    inside = [at for at in columns if cell.column <= at < cell.column + cell.span]
    if inside:
        return columns[inside[0]]
    before = [at for at in columns if at <= cell.column]
    return columns[max(before)] if before and columns[max(before)].label else None


def text_of(blocks: list[Block]) -> str:
    """The text of some blocks, a paragraph a line."""
    return "\n".join(each.text for each in paragraphs(blocks) if each.text)
