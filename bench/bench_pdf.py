"""Printing a plan: against the bare setter on the same document, and against WeasyPrint."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from html import escape
from pathlib import Path
from statistics import median

from bench import plans
from bench.figure import Figure
from partituur.exchange import printed
from partituur.exchange.pdf import writing
from partituur.kernel import richtext
from partituur.plans.snapshot import PlanShot

PARTS = 40
PAIRS = 15
PAIRS_OF_WEASYPRINT = 3
DAY = date(2026, 9, 14)


def run() -> Iterator[Figure]:
    """Measure a plan of 40 parts × 8 fields; every run prints text that was not seen before."""
    ours, bare = _paired(_ours, _bare, PAIRS, seed=1_000)
    yield Figure("PDF of 40 parts × 8 fields", f"{ours * 1000:.0f} ms", "", None)
    yield Figure(
        "PDF ÷ bare typst, same template and prepared input",
        f"{ours / bare:.2f}× ({ours * 1000:.0f} ÷ {bare * 1000:.0f} ms)",
        "≤ 1.3×",
        ours / bare <= 1.3,
    )
    yield _against_weasyprint()


def _against_weasyprint() -> Figure:
    name, aim = "WeasyPrint ÷ PDF, same content as HTML", "≥ 5×"
    try:
        import weasyprint
    except (ImportError, OSError):
        return Figure(
            name,
            "not measured: WeasyPrint needs Debian's libpango-1.0-0, libpangoft2-1.0-0 and "
            "libharfbuzz-subset0",
            aim,
            None,
        )

    def theirs(plan: PlanShot) -> Callable[[], object]:
        html = page(plan)
        return lambda: weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")

    ours, other = _paired(_ours, theirs, PAIRS_OF_WEASYPRINT, seed=2_000)
    return Figure(
        name, f"{other / ours:.1f}× ({other:.2f} s ÷ {ours * 1000:.0f} ms)", aim, other / ours >= 5
    )


Side = Callable[[PlanShot], Callable[[], object]]


def _ours(plan: PlanShot) -> Callable[[], object]:
    return lambda: writing.write(plan, printed_on=DAY)


def _bare(plan: PlanShot) -> Callable[[], object]:
    """The same template, fonts and standards on input that was prepared beforehand."""
    import typst

    text = writing.prepared(plan, printed_on=DAY)
    return lambda: typst.compile(
        writing.TEMPLATE,
        root=writing.HERE,
        font_paths=writing.fonts(),
        ignore_system_fonts=True,
        sys_inputs={"plan": text},
        pdf_standards=writing.standards(dated=True),
    )


def _paired(one: Side, other: Side, pairs: int, *, seed: int) -> tuple[float, float]:
    """The median time in seconds of both sides, run by turns in one process.

    The setter remembers what it set before, so each run has a plan of its own; which side goes
    first changes from pair to pair. The first pair warms up and is not counted.
    """
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(pairs + 1):
        acts = [
            side(plans.plan(PARTS, seed=seed + 2 * number + at))
            for at, side in enumerate((one, other))
        ]
        for at in (0, 1) if number % 2 else (1, 0):
            began = time.perf_counter()
            acts[at]()
            if number:
                times[at].append(time.perf_counter() - began)
    return median(times[0]), median(times[1])


# --- the same content as HTML ------------------------------------------------------------------

STYLE = """
@page { size: A4; margin: 27mm 24mm }
@page { @top-left { content: string(school) } @top-right { content: string(year) } }
@page { @bottom-right { content: counter(page) " van " counter(pages) } }
body { font: 10.5pt/1.38 "Atkinson Hyperlegible Next"; hyphens: auto }
h1, h2, h3 { font-family: Literata; font-weight: 600; break-after: avoid }
h1 { string-set: school attr(data-school), year attr(data-year) }
h2 { border-bottom: .5pt solid #b9b2a3 }
nav { columns: 2 }
nav a::after { content: leader(".") target-counter(attr(href), page) }
dt { float: left; width: 37mm; text-align: right; font-size: 9pt }
dd { margin: 0 0 9pt 43mm }
"""


def _faces() -> Iterator[tuple[Path, str, int, str]]:
    for font in writing.fonts().fonts():
        if font.path and font.family in ("Atkinson Hyperlegible Next", "Literata"):
            yield Path(font.path), font.family, font.weight, font.style


def page(plan: PlanShot) -> str:
    """The words of a printed plan as an HTML page, set much as our own is, contents and all."""
    files = "".join(
        f'@font-face {{ font-family: "{family}"; src: url("{file.as_uri()}"); '
        f"font-weight: {weight}; font-style: {style} }}\n"
        for file, family, weight, style in _faces()
    )
    school, year = escape(plan.school), printed.year(plan)
    body = [f'<h1 data-school="{school}" data-year="{year}">{printed.TITLE}</h1><p>{school}</p>']
    parts = list(printed.parts(plan))
    body.append("<nav><h2>Inhoud</h2>")
    body += [f'<p><a href="#p{at}">{escape(each.heading)}</a></p>' for at, each in enumerate(parts)]
    body.append(f"</nav><h2>{printed.PRINCIPLES}</h2><ol>")
    body += [f"<li>{richtext.to_html(each.text)}</li>" for each in plan.principles]
    body.append("</ol>")
    for at, part in enumerate(parts):
        note = escape(part.note)
        body.append(f'<h2 id="p{at}">{escape(part.heading)} <small>{note}</small></h2>')
        for goal in part.goals:
            vision = escape(" · ".join(goal.vision.values)) if goal.vision else ""
            body.append(f"<h3>{escape(goal.headline)}</h3><p>{vision}</p><dl>")
            for line in goal.lines:
                text = richtext.to_html(richtext.from_blocks(line.blocks))
                body.append(f"<dt>{escape(line.label)}</dt><dd>{text}</dd>")
            body.append("</dl>")
    return (
        f'<!doctype html><html lang="nl"><title>{printed.TITLE}</title>'
        f"<style>{files}{STYLE}</style>{''.join(body)}</html>"
    )
