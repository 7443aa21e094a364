"""Writes a plan as Markdown (CommonMark).

The same words as on paper, in the same order: a heading per part, a heading per goal, and each
field as a paragraph that begins with its label in bold. Texts keep their bold, italic, links and
lists; whatever else is in them is escaped, so that every reader of CommonMark shows what the
plan says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt

from partituur.exchange import printed
from partituur.exchange.printed import About, PrintedGoal, PrintedPart, PrintedPrinciple
from partituur.kernel import richtext
from partituur.kernel.richtext import Block, Listing, Paragraph, Span
from partituur.plans.printing import Line
from partituur.plans.snapshot import PlanShot


def write(plan: PlanShot, *, fingerprint: str = "") -> bytes:
    """The printed plan: UTF-8, a line break at the end. Equal plans give equal bytes.

    :param fingerprint: of an adopted version: stands beside its state
    """
    return ("\n\n".join(_blocks_of(plan, fingerprint)) + "\n").encode()


def _blocks_of(plan: PlanShot, fingerprint: str) -> Iterator[str]:
    yield f"# {printed.TITLE}"
    school = escaped(printed.one_line(plan.school))
    said = [school, f"schooljaar {printed.year(plan)}", printed.state(plan), fingerprint]
    yield " · ".join(filter(None, said))
    principles = list(printed.principles(plan))
    if principles:
        yield f"## {printed.PRINCIPLES}"
        yield "\n".join(
            line
            for number, each in enumerate(principles, 1)
            for line in _indented(f"{number}. ", _principle(each))
        )
    for part in printed.parts(plan):
        yield from _part(part)


def _principle(principle: PrintedPrinciple) -> list[str]:
    made = [_block(block) for block in principle.blocks]
    if principle.accent:
        first = principle.blocks[0]
        accent = f"({principle.accent})"
        if isinstance(first, Paragraph):
            made[0] += f" {accent}"
        else:
            made.insert(0, accent)
    return "\n\n".join(made).split("\n")


def _part(part: PrintedPart) -> Iterator[str]:
    note = f" ({part.note})" if part.note else ""
    yield f"## {_heading(part.heading + note)}"
    if part.about:
        yield " · ".join(map(_about, part.about))
    if part.notice:
        yield f"*{part.notice}*"
    for goal in part.goals:
        yield from _goal(part, goal)


def _about(about: About) -> str:
    return f"{about.label}: {about.between.join(map(escaped, about.values))}"


def _goal(part: PrintedPart, goal: PrintedGoal) -> Iterator[str]:
    headline = goal.headline.replace("\n", " ")
    if part.kind.headline and not headline:
        headline = printed.NO_GOAL_YET
    if heading := ": ".join(filter(None, (goal.number, headline))):
        yield f"### {_heading(heading)}"
    if goal.vision:
        yield _about(goal.vision)
    for line in goal.lines:
        yield _line(line)


def _line(line: Line) -> str:
    blocks = line.blocks
    label = f"**{escaped(line.label)}:**"
    made = [_block(block) for block in blocks]
    if isinstance(blocks[0], Paragraph):
        made[0] = f"{label} {made[0]}"
    else:
        made.insert(0, label)
    return "\n\n".join(made)


# --- rich text as CommonMark -------------------------------------------------------------------


def _block(block: Block) -> str:
    if isinstance(block, Listing):
        return "\n".join(_list_lines(block))
    return "\n".join(_lines(block.spans))


def _list_lines(listing: Listing) -> Iterator[str]:
    for number, item in enumerate(listing.items, 1):
        inner = _lines(item.spans)
        for each in item.lists:
            inner += _list_lines(each)
        yield from _indented(f"{number}. " if listing.ordered else "- ", inner)


def _indented(mark: str, lines: Sequence[str]) -> Iterator[str]:
    yield mark + lines[0]
    for line in lines[1:]:
        yield " " * len(mark) + line if line else line


def _lines(spans: Sequence[Span]) -> list[str]:
    """The lines of a paragraph; where its bold and italic cannot be said, without those.

    CommonMark knows no bold for half a word before a full stop, for one: ``**a.**b``.
    """
    source = _source(spans)
    if _read(source) != _manners(spans):
        source = _source(
            richtext.normalised_spans(Span(each.text, href=each.href) for each in spans)
        )
    return source.split("\n")


def _source(spans: Sequence[Span]) -> str:
    pieces = [piece for piece in richtext.marked(spans) if piece.text]
    source = ""
    for piece, after in zip(pieces, [*pieces[1:], richtext.Piece("\n")], strict=True):
        source += escaped(piece.text) if piece.words else piece.text
        if piece.words and source.endswith("!") and after.text.startswith("["):
            source = source[:-1] + "\\!"
    return "\\\n".join(
        _LINE_START.sub(_escaped_start, line, count=1) for line in source.split("\n")
    )


_SPECIAL = re.compile(
    r"[\\`*\[\]~]|(?<![^\W_])_|_(?![^\W_])|<(?=[a-zA-Z/!?])|&(?=#?[a-zA-Z0-9]{1,32};)"
)
_LINE_START = re.compile(
    r"^(?P<sign>#(?=#{0,5}(?:\s|$))|>|[-+](?=\s|$)|=(?==*\s*$)|-(?=-+\s*$)|\|)"
    r"|^(?P<number>[0-9]{1,9})(?P<dot>[.)](?=\s|$))"
)


def _escaped_start(found: re.Match[str]) -> str:
    return f"{found['number'] or ''}\\{found['sign'] or found['dot']}"


def escaped(text: str) -> str:
    """Plain text with a backslash before what CommonMark would take for markup."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def _heading(text: str) -> str:
    """The text of a heading: on one line, not closed by what may look like the end of it."""
    return re.sub(r"(#+)$", r"\\\1", escaped(text))


# --- what another reader makes of it -----------------------------------------------------------

_OTHERS = MarkdownIt("commonmark")
_Manners = list[tuple[str, bool, bool, bool]]  # text, bold, italic, link


def _manners(spans: Sequence[Span]) -> _Manners:
    return [(span.text, span.bold, span.italic, bool(span.href)) for span in spans]


def _read(source: str) -> _Manners:
    """What a reader of CommonMark sees in the source of one paragraph."""
    tokens = _OTHERS.parse(source)
    inline = [token for token in tokens if token.type == "inline"]
    if len(tokens) != 3 or len(inline) != 1:
        return []
    found: list[Span] = []
    depth = {"strong": 0, "em": 0, "link": 0}
    for token in inline[0].children or []:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in depth:
            depth[name] += token.nesting
            continue
        text = "\n" if token.type in ("softbreak", "hardbreak") else token.content
        link = "https://x" if depth["link"] else ""
        found.append(Span(text, bool(depth["strong"]), bool(depth["em"]), link))
    return _manners(richtext.normalised_spans(found))
