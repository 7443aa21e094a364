"""Rich text: what is typed is shown, and every tree of blocks survives its source."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from partituur.kernel import richtext
from partituur.kernel.richtext import Block, Item, Listing, Paragraph, Span

PUNCTUATION = "*_-+.)(![]\\<>&#`~|:\"'=1239 \n\t"
NASTY = st.text(
    st.one_of(st.sampled_from(PUNCTUATION), st.sampled_from("ab é😀\u00a0")), max_size=40
)
ANY_TEXT = st.one_of(st.text(max_size=60), NASTY)
HREFS = st.sampled_from(
    ["", "", "", "https://school.nl/a", "http://x.nl/b?c=d&e", "mailto:ib@school.nl",
     "https://x.nl/a b(c)*\"", "javascript:alert(1)", "ftp://x.nl"]
)  # fmt: skip
SPANS = st.lists(st.builds(Span, ANY_TEXT, st.booleans(), st.booleans(), HREFS), max_size=5)
PARAGRAPHS = st.builds(Paragraph, SPANS.map(tuple))


def listings(items: st.SearchStrategy[Item]) -> st.SearchStrategy[Listing]:
    return st.builds(Listing, st.booleans(), st.lists(items, max_size=4).map(tuple))


ITEMS = st.recursive(
    st.builds(Item, SPANS.map(tuple)),
    lambda inner: st.builds(
        Item, SPANS.map(tuple), st.lists(listings(inner), max_size=2).map(tuple)
    ),
    max_leaves=6,
)
BLOCKS = st.lists(st.one_of(PARAGRAPHS, listings(ITEMS)), max_size=4).map(tuple)


def html_of(source: str) -> str:
    return richtext.to_html(source)


@given(BLOCKS)
@example((Paragraph((Span("\\![", href="https://school.nl/a"),)),))
@example((Paragraph((Span("\\\\!"), Span("[x", href="https://school.nl/a"))),))
def test_every_tree_survives_its_source(blocks: tuple[Block, ...]) -> None:
    assert richtext.parse(richtext.from_blocks(blocks)) == richtext.normalised(blocks)


SIGNS = st.text(st.sampled_from("\\![]()*ab \n-1."), max_size=8)  # nothing but what means something
SIGNED = st.lists(
    st.builds(Span, SIGNS, st.booleans(), st.booleans(), st.sampled_from(["", "https://a.nl"])),
    min_size=1,
    max_size=4,
).map(lambda spans: Paragraph(tuple(spans)))


@settings(max_examples=400)
@given(st.lists(SIGNED, max_size=2).map(tuple))
@example((Paragraph((Span("1 \\* 1"),)),))
def test_signs_that_mean_something_survive_beside_each_other(blocks: tuple[Block, ...]) -> None:
    assert richtext.parse(richtext.from_blocks(blocks)) == richtext.normalised(blocks)


@pytest.mark.endurance
@settings(max_examples=40_000)
@given(st.lists(SIGNED, max_size=2).map(tuple))
def test_signs_survive_in_forty_thousand_texts(blocks: tuple[Block, ...]) -> None:
    assert richtext.parse(richtext.from_blocks(blocks)) == richtext.normalised(blocks)


@given(BLOCKS)
def test_the_normal_form_is_a_fixed_point(blocks: tuple[Block, ...]) -> None:
    once = richtext.normalised(blocks)
    assert richtext.normalised(once) == once


@given(ANY_TEXT)
def test_what_is_parsed_is_in_normal_form(source: str) -> None:
    blocks = richtext.parse(source)
    assert richtext.normalised(blocks) == blocks


@given(ANY_TEXT)
def test_the_canonical_spelling_is_its_own_canonical_spelling(source: str) -> None:
    once = richtext.canonical(source)
    assert richtext.canonical(once) == once
    assert richtext.parse(once) == richtext.parse(source)


def printed(text: str) -> str:
    """The characters of a text that a reader sees."""
    return "".join(each for each in text if not each.isspace() and each.isprintable())


@given(st.one_of(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), NASTY))
def test_plain_text_keeps_every_character(text: str) -> None:
    assert printed(richtext.to_plain(richtext.from_plain(text))) == printed(text)


@given(ANY_TEXT)
def test_plain_text_has_no_markup(text: str) -> None:
    for block in richtext.parse(richtext.from_plain(text)):
        assert isinstance(block, Paragraph)
        assert [(span.bold, span.italic, span.href) for span in block.spans] == [(False, False, "")]


class Tags(HTMLParser):
    """Collects the tags of a piece of HTML with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(sorted(name for name, _ in attrs))))
        self.links += [value or "" for name, value in attrs if name == "href"]


@given(ANY_TEXT)
@example('[a](https://x.nl/"onclick=alert)')
@example("<img src=x onerror=alert(1)>")
def test_html_has_only_the_tags_that_are_allowed(source: str) -> None:
    tags = Tags()
    tags.feed(html_of(source))
    bare = {"p", "br", "ul", "ol", "li", "strong", "em"}
    for tag, names in tags.found:
        assert (tag in bare and names == ()) or (tag == "a" and names == ("href", "rel"))
    for link in tags.links:
        assert re.match(r"(?i)https?://|mailto:", link)


@given(BLOCKS)
def test_html_shows_every_word(blocks: tuple[Block, ...]) -> None:
    source = richtext.from_blocks(blocks)

    class Words(HTMLParser):
        text = ""

        def handle_data(self, data: str) -> None:
            self.text += data

    words = Words()
    words.feed(html_of(source))
    assert printed(words.text) == printed(richtext.to_plain(source))


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3", "5*3", "<b>", "# 1", "1.", "1. ", "1)", "_x_", "__x__", "-", "- ", "*", "**", "!",
        "2026. Een goed jaar", "3. Derde", "&amp;", "`code`", "    vier spaties", "> gezegd", "---",
        "***", "- - -", "====", "| a | b |", "[x]", "[x](y)", "[a](javascript:alert(1))", "[a]: b",
        "![plaatje](https://x.nl/a.png)", "<https://x.nl>", "https://x.nl", "\\", "C:\\map", "10%",
        "~~weg~~", "```", "a\\", "\\\\server\\map", "5 * 3 * 2", "****", "a**", "**a", "* *", "[",
        "](", "+ ja", "- -", "* -",
    ],
)  # fmt: skip
def test_what_is_no_markup_is_shown_as_typed(text: str) -> None:
    assert richtext.to_plain(text) == text.strip()
    assert richtext.parse(text) == (Paragraph((Span(text.strip()),)),)


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("", ""),
        (" \n \n", ""),
        ("een\ntwee", "<p>een<br>twee</p>"),
        ("een\r\n\r\ntwee", "<p>een</p><p>twee</p>"),
        ("een\n\u00a0\ntwee", "<p>een</p><p>twee</p>"),
        ("**vet** en *schuin*", "<p><strong>vet</strong> en <em>schuin</em></p>"),
        ("***beide***", "<p><strong><em>beide</em></strong></p>"),
        ("**vet *en* schuin**", "<p><strong>vet <em>en</em> schuin</strong></p>"),
        ("**a***b*", "<p><strong>a</strong><em>b</em></p>"),
        ("half**vet**jes.", "<p>half<strong>vet</strong>jes.</p>"),
        ("**Let op:**direct", "<p><strong>Let op:</strong>direct</p>"),
        ("2 ** 3 en *niet", "<p>2 ** 3 en *niet</p>"),
        ("\\*geen\\*", "<p>*geen*</p>"),
        ("- een\n- twee", "<ul><li>een</li><li>twee</li></ul>"),
        ("* een\n* twee", "<ul><li>een</li><li>twee</li></ul>"),
        ("1. een\n2. twee", "<ol><li>een</li><li>twee</li></ol>"),
        ("1) een\n1) twee", "<ol><li>een</li><li>twee</li></ol>"),
        ("tekst:\n- een", "<p>tekst:</p><ul><li>een</li></ul>"),
        ("- een\n\n- twee", "<ul><li>een</li><li>twee</li></ul>"),
        ("- een\n    - a\n    - b\n- twee",
         "<ul><li>een<ul><li>a</li><li>b</li></ul></li><li>twee</li></ul>"),
        ("1. een\n   1. a", "<ol><li>een<ol><li>a</li></ol></li></ol>"),
        ("- een\n  verder", "<ul><li>een<br>verder</li></ul>"),
        ("- een\n\n  verder", "<ul><li>een<br>verder</li></ul>"),
        ("- - diep", "<ul><li>diep</li></ul>"),
        ("- een\n-\n- twee", "<ul><li>een</li><li>twee</li></ul>"),
        ("- een\n  - a\n\n  toch", "<ul><li>een<ul><li>a</li></ul></li><li>toch</li></ul>"),
        ("+ goed\n+ beter", "<p>+ goed<br>+ beter</p>"),
        ("1\\. los", "<p>1. los</p>"),
        ("\\- los", "<p>- los</p>"),
        ("[hier](https://x.nl/a?b=c&d)",
         '<p><a href="https://x.nl/a?b=c&amp;d" rel="noopener noreferrer">hier</a></p>'),
        ("[a **b**](mailto:ib@school.nl)",
         '<p><a href="mailto:ib@school.nl" rel="noopener noreferrer">a <strong>b</strong></a></p>'),
        ("[a](https://x.nl/b_(c))",
         '<p><a href="https://x.nl/b_%28c%29" rel="noopener noreferrer">a</a></p>'),
    ],
)  # fmt: skip
def test_markup_becomes_html(source: str, html: str) -> None:
    assert html_of(source) == html


@pytest.mark.parametrize(
    ("source", "canonical"),
    [
        ("*a\n*\tb", "\\*a\n\n- b"),
        ("1) a\n7) b", "1. a\n2. b"),
        ("2026. Ja", "2026\\. Ja"),
        ("a  \nb", "a\nb"),
        ("5 * 3", "5 * 3"),
        ("2*3*4", "2*3*4"),
        ("10. x\n\n- een\n   - a\n1. b", "10\\. x\n\n- een\n  - a\n\n1. b"),
        ("[ ] taak [a\\](https://x.nl)", "[ ] taak [a\\](https://x.nl)"),
        (
            "[**a** b](https://x.nl) **[c](https://y.nl)**",
            "[**a** b](https://x.nl) **[c](https://y.nl)**",
        ),
    ],
)
def test_the_canonical_spelling_is_plain(source: str, canonical: str) -> None:
    assert richtext.canonical(source) == canonical


def test_plain_words_have_a_line_per_paragraph_item_and_line_break() -> None:
    source = "Eerst **dit**\nen dat.\n\n1. een\n   - a\n2. twee\n\nTot slot [hier](https://x.nl)."
    plain = "Eerst dit\nen dat.\neen\na\ntwee\nTot slot hier."
    assert richtext.to_plain(source) == plain


def test_a_list_can_be_nested_nine_deep_and_keeps_what_lies_deeper() -> None:
    source = "\n".join("  " * depth + f"- niveau {depth + 1}" for depth in range(12))
    blocks = richtext.parse(source)
    plain = richtext.plain(blocks)
    assert all(f"niveau {depth}" in plain for depth in range(1, 13))
    item = Item((Span("onder"),))
    for _ in range(20):
        item = Item((Span("boven"),), (Listing(False, (item,)),))
    deep = richtext.normalised((Listing(False, (item,)),))
    assert richtext.plain(deep).split("\n") == ["boven"] * 20 + ["onder"]
    assert richtext.parse(richtext.from_blocks(deep)) == deep


@pytest.mark.parametrize("text", ["- " * 5000 + "a", "*a " * 3000, "[" * 5000, "[a](https://" * 900,
                                  "\\" * 5000 + "*", "a\n- " * 3000, "**a*b" * 2000])  # fmt: skip
def test_a_hostile_text_is_read_all_the_same(text: str) -> None:
    assert printed(richtext.to_plain(text)).count("a") == text.count("a")


def test_control_characters_and_halves_of_characters_go() -> None:
    assert richtext.to_plain("a\x00\x1bb\ud800\u2028c\x0bd") == "ab\ufffd\nc\nd"
