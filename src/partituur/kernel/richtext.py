"""Rich text (opgemaakte tekst): the small subset of CommonMark in which texts are stored.

Paragraphs, bullet lists (``-`` or ``*``) and numbered lists (from ``1.`` or ``1)``), nested; bold
(``**``), italic (``*``), links to http, https and mailto; a single line break is a line break.
Anything else is shown as it was typed: headings, code, HTML, tables, images, underscores, a list
that begins at 3, a plus or a dash on its own. Nothing that somebody types ever disappears.

Three shapes: the *source* (what somebody typed), *blocks* (what writers of Word and PDF walk over),
and *HTML*. Texts are stored as typed; ``canonical`` gives the one spelling that a snapshot holds.

``parse`` gives blocks in one normal form, and ``normalised`` brings any blocks into it:

- a span has text; spans beside each other differ in manner or link;
- white space has what the words on both sides of it share, and nothing more;
- no line begins or ends with white space, there are no empty lines, no tabs, no control characters;
- a link is http, https or mailto, with brackets, quotes and the like percent-encoded;
- a paragraph has words; an item has words of its own (one without gives its place to the items of
  the lists inside it); a list has items;
- no list directly follows a list of its own kind, and none lies deeper than ``MOST_DEPTH``.

``parse(from_blocks(blocks)) == normalised(blocks)`` for all blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.token import Token

MOST_DEPTH = 9  # lists inside lists; Word numbers nine levels


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one manner. A line break inside a paragraph is a newline in ``text``."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Alinea."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its own words, and the lists inside it."""

    spans: tuple[Span, ...]
    lists: tuple[Listing, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list (opsomming), with bullets or numbered from one."""

    ordered: bool
    items: tuple[Item, ...]


Block = Paragraph | Listing


def parse(source: str) -> tuple[Block, ...]:
    """The blocks of a text, in normal form; none when it has no words."""
    return normalised(_blocks(iter(_PARSER.parse(_tidy(source)))))


def canonical(source: str) -> str:
    """The one spelling of a text: ``from_blocks(parse(source))``."""
    return from_blocks(parse(source))


def to_html(source: str) -> str:
    """Safe HTML: p, br, ul, ol, li, strong, em, and a with href and rel; no other attributes."""
    html = "".join(map(_block_html, parse(source)))
    return _CLEANER.clean(html) if html else ""


def to_plain(source: str) -> str:
    """The words alone: a line per paragraph, item and typed line break."""
    return plain(parse(source))


def plain(blocks: Iterable[Block]) -> str:
    """The words of blocks alone, as ``to_plain`` gives them."""
    return "\n".join(_plain_lines(blocks))


def words(spans: Iterable[Span]) -> str:
    """The words of spans, in one string."""
    return "".join(span.text for span in spans)


def from_plain(text: str) -> str:
    """Source in which ``text`` is shown as it stands; an empty line begins a new paragraph."""
    paragraphs = re.split(r"\n\n+", _tidy(text))
    return from_blocks([Paragraph((Span(each),)) for each in paragraphs])


def from_blocks(blocks: Iterable[Block]) -> str:
    """The canonical source of blocks; words that look like markup are escaped."""
    return "\n\n".join(
        "\n".join(_list_lines(block) if isinstance(block, Listing) else _lines(block.spans))
        for block in normalised(blocks)
    )


# --- reading -----------------------------------------------------------------------------------


def _list_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """CommonMark's rule for lists, for those that somebody clearly meant as a list.

    Not a list, so shown as typed: one that begins with a plus (pluses and minuses mean something
    in a plan), with another number than 1 ("2026. Een goed jaar"), or without words ("-").
    """
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    if silent and state.sCount[start] < state.blkIndent:
        meant = line[0] in "-*" or line[0].isdigit()  # the next item, of this list or one around it
    elif state.level >= 2 * MOST_DEPTH:
        meant = False
    else:
        meant = bool(_FIRST_ITEM.match(line))
    return meant and list_block(state, start, end, silent)


_FIRST_ITEM = re.compile(r"(?:0*1[.)]|[-*](?!(?:[ \t]+[-*])*[ \t]*$))[ \t]+\S")


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"maxNesting": 10 * MOST_DEPTH}).enable("list")
    parser.disable("inline")  # the inline marks are read here: see _spans
    parser.block.ruler.at("list", _list_rule, {"alt": ["paragraph"]})
    return parser


_PARSER = _parser()
_BREAKS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_BLANK_ENDS = re.compile(r"[^\S\n]+$", re.MULTILINE)
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def _tidy(text: str) -> str:
    """One kind of line break, no white space at line ends, and only what XML can hold."""
    return _BLANK_ENDS.sub("", clean(text))


def clean(text: str) -> str:
    """A text of any kind with one sort of line break, and nothing that XML cannot hold."""
    text = _UNPRINTABLE.sub("", _BREAKS.sub("\n", text))
    return _SURROGATE.sub("\ufffd", text)


def _blocks(tokens: Iterator[Token]) -> Iterator[Block]:
    for token in tokens:
        if token.type == "inline":
            yield Paragraph(tuple(_spans(token.content)))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            yield Listing(token.type == "ordered_list_open", tuple(_items(tokens)))
        elif token.type == "list_item_close":
            return


def _items(tokens: Iterator[Token]) -> Iterator[Item]:
    for token in tokens:
        if token.type in ("bullet_list_close", "ordered_list_close"):
            return
        yield from _item(_blocks(tokens))


def _item(blocks: Iterable[Block]) -> Iterator[Item]:
    """The blocks of an item: words, then lists. Words after a list begin an item of their own."""
    spans: list[Span] = []
    lists: list[Listing] = []
    for block in blocks:
        if isinstance(block, Listing):
            lists.append(block)
            continue
        if lists:
            yield Item(tuple(spans), tuple(lists))
            spans, lists = [], []
        spans += [Span("\n"), *block.spans]
    yield Item(tuple(spans), tuple(lists))


_TYPED_MARK = re.compile(r"^(?:(\\+)(?=-(?:[ \t]|$))|([0-9]{1,9})(\\+)(?=[.)](?:[ \t]|$)))", re.M)
_INLINE = re.compile(
    r"""(?P<slashes>\\+)(?=[*\[\]]|!\[)
      | (?P<image>!\[)
      | \[ (?P<label>(?:[^\[\]\\]|\\.)*) \]
        \( (?P<href>(?:https?://|mailto:)(?:[^\s()<>\[\]\\"]|\([^\s()<>\[\]\\"]*\))+) \)
      | (?P<stars>\*+)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


@dataclass(slots=True)
class _Run:
    """A run of asterisks: what it switches, once it has found its other half."""

    length: int
    opens: bool
    closes: bool
    href: str
    bold: bool = False
    italic: bool = False

    @property
    def left(self) -> str:
        """The asterisks that switch nothing, and are shown."""
        return "*" * (self.length - 2 * self.bold - self.italic)


def _spans(source: str) -> Iterator[Span]:
    """The spans of a paragraph.

    An asterisk switches italic on and off, two switch bold, three both. What is not switched off
    again was never switched on. Whether a run opens or closes depends on the white space around it.
    """
    lines = "\n".join(line.strip() for line in source.split("\n")).replace("\t", " ")
    pieces = list(_pieces(_TYPED_MARK.sub(_without_slash, lines), ""))
    runs = [piece for piece in pieces if isinstance(piece, _Run)]
    _pair(runs, "bold", (2, 3))
    _pair(runs, "italic", (1, 3))
    bold = italic = False
    for piece in pieces:
        if isinstance(piece, _Run):
            if piece.left:  # shown in the manner that holds before the run
                yield Span(piece.left, bold, italic, piece.href)
            bold, italic = bold ^ piece.bold, italic ^ piece.italic
        else:
            yield replace(piece, bold=bold, italic=italic)


def _without_slash(match: re.Match[str]) -> str:
    """Before what would begin a list, the last backslash is the escape."""
    return (match[2] or "") + (match[1] or match[3])[1:]


def _pieces(source: str, href: str) -> Iterator[Span | _Run]:
    at = 0
    while match := _INLINE.search(source, at):
        if match.start() > at:
            yield Span(source[at : match.start()], href=href)
        at = match.end()
        kind = match.lastgroup
        if kind == "slashes":
            slashes = len(match["slashes"])
            taken = source[at] if slashes % 2 else ""
            at += len(taken)
            yield Span("\\" * (slashes // 2) + taken, href=href)
        elif kind == "stars":
            yield _run(source, match, href)
        elif kind == "image":
            yield Span("![", href=href)
        else:
            yield from _pieces(match["label"], _safe_href(match["href"]))
    if rest := source[at:]:
        core = rest.rstrip("\\") if href else rest  # before a link's "]" they were doubled
        yield Span(core + "\\" * ((len(rest) - len(core)) // 2), href=href)


def _run(source: str, match: re.Match[str], href: str) -> _Run:
    after, before = source[match.end() : match.end() + 1], source[: match.start()][-1:]
    return _Run(
        length=len(match["stars"]),
        opens=bool(after) and not after.isspace(),
        closes=bool(before) and not before.isspace(),
        href=href,
    )


def _pair(runs: Sequence[_Run], manner: str, lengths: tuple[int, int]) -> None:
    """Mark the runs that switch a manner on, each with the one that switches it off."""
    opener: _Run | None = None
    for run in runs:
        if run.length not in lengths:
            continue
        if opener and run.closes:
            setattr(opener, manner, True)
            setattr(run, manner, True)
            opener = None
        elif not opener and run.opens:
            opener = run


# --- the normal form ---------------------------------------------------------------------------


def normalised(blocks: Iterable[Block], depth: int = 1) -> tuple[Block, ...]:
    """Blocks in the normal form that the head of this module describes.

    :param depth: of the lists among them; the outermost is 1
    """
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            if spans := normalised_spans(block.spans):
                found.append(Paragraph(spans))
            continue
        items = tuple(_normal_items(block.items, depth))
        last = found[-1] if found else None
        if isinstance(last, Listing) and last.ordered == block.ordered:
            found[-1] = Listing(block.ordered, last.items + items)
        elif items:
            found.append(Listing(block.ordered, items))
    return tuple(found)


def _normal_items(items: Iterable[Item], depth: int) -> Iterator[Item]:
    for item in items:
        spans = normalised_spans(item.spans)
        inner = depth + 1 if spans and depth < MOST_DEPTH else depth
        lists = [each for each in normalised(item.lists, inner) if isinstance(each, Listing)]
        if inner > depth:
            yield Item(spans, tuple(lists))
            continue
        if spans:
            yield Item(spans)
        for each in lists:
            yield from each.items


_LINE_BREAK = re.compile(r"\s*\n\s*")


def normalised_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in normal form; none when they have no words."""
    pieces = list(_apart(spans))
    while pieces and pieces[-1].text.isspace():
        pieces.pop()
    found: list[Span] = []
    for at, piece in enumerate(pieces):
        if piece.text.isspace():
            if not found:
                continue
            piece = _shared(found[-1], piece.text, _next_words(pieces, at))
        if found and _manner(found[-1]) == _manner(piece):
            found[-1] = replace(found[-1], text=found[-1].text + piece.text)
        else:
            found.append(piece)
    return _with_single_breaks(found)


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans with the white space at their ends in spans of its own."""
    for span in spans:
        text = span.text if span.text.isprintable() else clean(span.text).replace("\t", " ")
        core = text.strip()
        if not core:
            if text:
                yield Span(text)
            continue
        start = text.index(core)
        end = start + len(core)
        if start:
            yield Span(text[:start])
        yield Span(core, span.bold, span.italic, _safe_href(span.href) if span.href else "")
        if end < len(text):
            yield Span(text[end:])


def _next_words(pieces: Sequence[Span], at: int) -> Span:
    return next(piece for piece in pieces[at:] if not piece.text.isspace())


def _shared(before: Span, space: str, after: Span) -> Span:
    return Span(
        space,
        before.bold and after.bold,
        before.italic and after.italic,
        before.href if before.href == after.href else "",
    )


def _manner(span: Span) -> tuple[bool, bool, str]:
    return span.bold, span.italic, span.href


def _with_single_breaks(spans: Sequence[Span]) -> tuple[Span, ...]:
    """No white space around line breaks, and no line breaks after each other."""
    if not any("\n" in span.text for span in spans):
        return tuple(spans)
    return tuple(
        span if "\n" not in span.text else replace(span, text=_LINE_BREAK.sub("\n", span.text))
        for span in spans
    )


_HREF = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
_UNSAFE = re.compile(r"""[\s<>()\[\]\\"'`{|}^*]""")


def _safe_href(href: str) -> str:
    """The address as it is kept, or nothing where it is none that we link to."""
    href = clean(href).strip()
    if not _HREF.match(href):
        return ""
    return _UNSAFE.sub(lambda found: "".join(f"%{b:02X}" for b in found[0].encode()), href)


# --- writing -----------------------------------------------------------------------------------


def _plain_lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield words(block.spans)
            continue
        for item in block.items:
            yield words(item.spans)
            yield from _plain_lines(item.lists)


def _list_lines(listing: Listing) -> Iterator[str]:
    for number, item in enumerate(listing.items, 1):
        mark = f"{number}. " if listing.ordered else "- "
        inner = [*_lines(item.spans)]
        for each in item.lists:
            inner += _list_lines(each)
        yield mark + inner[0]
        yield from (" " * len(mark) + line for line in inner[1:])


_LOOKS_LIKE_ITEM = re.compile(r"^([0-9]{1,9}(?=\\*[.)](?: |$))|(?=\\*-(?: |$)))", re.MULTILINE)
_SPECIAL = re.compile(r"(?P<slashes>\\*)(?:(?P<stars>\*+)|(?P<bracket>[\[\]])|!(?=\[))")
_Manner = tuple[bool, bool]  # bold, italic


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of source: markup, or words that are still to be escaped."""

    text: str
    words: bool = False
    linked: bool = False


def _lines(spans: Sequence[Span]) -> list[str]:
    """The lines of source that ``parse`` reads back as these spans."""
    pieces = [piece for piece in marked(spans) if piece.text]
    source = "".join(
        _escaped(piece, after.text[0]) if piece.words else piece.text
        for piece, after in zip(pieces, [*pieces[1:], Piece("\n")], strict=True)
    )
    return _LOOKS_LIKE_ITEM.sub(lambda found: found[1] + "\\", source).split("\n")


def marked(spans: Sequence[Span]) -> Iterator[Piece]:
    """Spans in normal form with their markup between them; the words are not escaped yet.

    What holds for a whole link is switched outside its brackets, the rest inside where that is
    possible, so that other readers of CommonMark see the same.
    """
    groups = [(href, list(linked)) for href, linked in groupby(spans, lambda span: span.href)]
    now: _Manner = (False, False)
    for at, (href, group) in enumerate(groups):
        outside = _around(now, group) if href else _style(group[0])
        yield Piece(_switch(now, outside) + "[" * bool(href))
        now = outside
        for span in group:
            yield Piece(_switch(now, _style(span)))
            yield Piece(span.text, words=True, linked=bool(href))
            now = _style(span)
        if href:
            after = _style(groups[at + 1][1][0]) if at + 1 < len(groups) else (False, False)
            closed = (now[0] and (outside[0] or after[0]), now[1] and (outside[1] or after[1]))
            yield Piece(_switch(now, closed) + f"]({href})")
            now = closed
    yield Piece(_switch(now, (False, False)))


def _style(span: Span) -> _Manner:
    return span.bold, span.italic


def _around(now: _Manner, link: Sequence[Span]) -> _Manner:
    """What is on outside a link's brackets: what holds for all of it, or simply goes on."""
    return (
        all(span.bold for span in link) or (now[0] and link[0].bold),
        all(span.italic for span in link) or (now[1] and link[0].italic),
    )


def _switch(now: _Manner, then: _Manner) -> str:
    return "**" * (now[0] != then[0]) + "*" * (now[1] != then[1])


def _escaped(piece: Piece, after: str) -> str:
    """Words with a backslash before whatever would be read as markup.

    :param after: the first character of the markup that comes next
    """

    def mark(match: re.Match[str]) -> str:
        slashes, stars, bracket = match["slashes"] * 2, match["stars"], match["bracket"]
        before, behind = text[: match.start()][-1:], text[match.end() :][:1]
        if stars:
            alone = not slashes and before.isspace() and before != "\n" and behind.isspace()
            return stars if alone else slashes + "\\*" * len(stars)
        if bracket:
            return slashes + "\\" * (piece.linked or (bracket == "]" and behind == "(")) + bracket
        if piece.linked:  # the bracket behind it gets a backslash of its own
            return match["slashes"] + "!"
        return slashes + "!"

    text = piece.text
    source = _SPECIAL.sub(mark, text)
    if after == "[" and source.endswith("!"):
        core = source[:-1].rstrip("\\")
        return core + "\\" * (2 * (len(source) - 1 - len(core)) + 1) + "!"
    if after in ("*", "[", "]"):
        source += "\\" * (len(source) - len(source.rstrip("\\")))
    return source


_TAGS = {"p", "br", "ul", "ol", "li", "strong", "em", "a"}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes={"a": {"href"}},
    link_rel="noopener noreferrer",
    url_schemes={"http", "https", "mailto"},
)


def _block_html(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{_spans_html(block.spans)}</p>"
    tag = "ol" if block.ordered else "ul"
    items = "".join(
        f"<li>{_spans_html(item.spans)}{''.join(map(_block_html, item.lists))}</li>"
        for item in block.items
    )
    return f"<{tag}>{items}</{tag}>"


def _spans_html(spans: Iterable[Span]) -> str:
    html = ""
    for href, linked in groupby(spans, lambda span: span.href):
        inside = ""
        for bold, strong in groupby(linked, lambda span: span.bold):
            text = "".join(map(_span_html, strong))
            inside += f"<strong>{text}</strong>" if bold else text
        html += f'<a href="{escape(href)}">{inside}</a>' if href else inside
    return html


def _span_html(span: Span) -> str:
    text = escape(span.text, quote=False).replace("\n", "<br>")
    return f"<em>{text}</em>" if span.italic else text
