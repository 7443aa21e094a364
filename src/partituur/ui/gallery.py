"""The gallery (stijlgids): every token and component, with its states and the code to use.

What is shown is the code under it: an example is a template in ``ui/examples/``, which is rendered
and also printed as it is written. Nothing here comes from a school; all names are made up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from partituur.ui.icons import ICONS


@dataclass(frozen=True, slots=True)
class Named:
    """A token, a size or a class, and what it is for."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Example:
    """A template of ``ui/examples/``. ``both``: shown in light and in dark; ``bare``: not framed;
    ``code_only``: only to be read."""

    name: str
    title: str
    about: str = ""
    both: bool = False
    bare: bool = False
    code_only: bool = False
    source: str = ""
    shown: SafeString | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the gallery."""

    id: str
    title: str
    about: str
    examples: Sequence[Example]
    classes: Sequence[Named] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a compared text, for the example."""

    kind: str
    text: str


class Sample(forms.Form):
    """One of every kind of question."""

    name = forms.CharField(
        label="Wat gaan jullie doen?",
        error_messages={"required": "Schrijf op wat jullie gaan doen."},
    )
    start = forms.CharField(label="Wanneer?", required=False)
    group = forms.ChoiceField(
        label="Met wie?", choices=[("", "Kies iemand"), ("5", "Jesse Bakker"), ("7", "Karin Smit")]
    )
    hours = forms.DecimalField(
        label="Hoeveel uur?",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "short"}),
        error_messages={"invalid": "Schrijf de uren als getal, zoals 3 of 2,5."},
    )
    far = forms.ChoiceField(
        label="Hoe ver ben je gekomen?",
        widget=forms.RadioSelect,
        choices=[("1", "Gelukt"), ("2", "Deels"), ("3", "Nog niet")],
        error_messages={"required": "Kies hoe ver je bent gekomen."},
    )
    words = forms.CharField(
        label="Wat heeft geholpen?",
        help_text="Eén zin is genoeg.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    file = forms.FileField(
        label="Word-bestand", help_text="Sleep het hierheen, of kies het.", required=False
    )
    yes = forms.BooleanField(label="Zet het ook in mijn agenda", required=False)


COLOURS = (
    Named("paper", "het blad"),
    Named("desk", "waar het blad op ligt"),
    Named("ink", "tekst"),
    Named("ink-soft", "wat erbij staat"),
    Named("rule", "een lijn die verdeelt"),
    Named("edge", "de rand van wat je invult"),
    Named("accent", "wat je kunt doen"),
    Named("accent-wash", "waar je bent"),
    Named("brass", "vraagt aandacht"),
    Named("brass-wash", "vlak daarbij"),
    Named("leaf", "afgesproken, gelukt"),
    Named("leaf-wash", "vlak daarbij"),
    Named("rose", "bezwaar, fout"),
    Named("rose-wash", "vlak daarbij"),
)

SIZES = (
    Named("step-4", "Begeleidingsplan"),
    Named("step-3", "Kop van een bladzijde"),
    Named("step-2", "Kop van een deel"),
    Named("step-1", "Kop van een doel"),
    Named("step-0", "Gewone tekst: Atkinson Hyperlegible Next"),
    Named("step--1", "Labels, knoppen, wat erbij staat"),
    Named("step--2", "Een stand, een chip"),
)

_SHEET = (
    Named(".bench", "outline, sheet en rail naast elkaar; op een telefoon onder elkaar"),
    Named(".bench.without-rail", "zonder derde kolom"),
    Named(".outline", "de inhoud: details.outline-toggle, daarna .outline-list met koppen en ul"),
    Named(".sheet, .sheet-head", "het papier, en zijn kop met .kicker, h1 en p"),
    Named(".part, .part-head", "een deel met h2 (kleine tekst ernaast in small) en een menu"),
    Named(".goal, .goal-head", "een doel met h3 en een menu"),
    Named("ol.principles", "de uitgangspunten"),
    Named("dl.fields > .field", "dt en dd; .empty is leeg, .editing wordt geschreven, .invalid"),
    Named("[data-writable]", "op het deel: hier mag je schrijven"),
    Named(".writing-foot, .companion", "onder de tekst: moment en uren"),
    Named(".saved", "bewaard; .busy is bezig, .failed is niet gelukt"),
    Named(".adds > .add", "wat je kunt toevoegen; .adds.flush begint links"),
    Named(".pen", "een pen naast tekst zonder label"),
    Named(".rail", "kaarten naast het blad"),
    Named(".actionbar", "één knop die onderaan blijft staan op een telefoon"),
)

_FRAME = (
    Named("{% block title %}", "na “Fout: ”, dat er vanzelf staat als form fouten heeft"),
    Named("{% block head %}, {% block scripts %}", "eigen css en js van een bladzijde"),
    Named("{% block bar %}", "de hele balk; daarin home, navigation, who (place, account)"),
    Named("{% block content %}", "alles tussen balk en voet, met een eigen main#inhoud"),
    Named("{% block main %}", "alleen wat in main.page staat; {% block main_class %}"),
    Named("{% block demo_links %}", "in de strook van de demo"),
    Named("{% block footer %}, {% block dialogs %}", "onderaan"),
    Named("ui/page.html", "een bladzijde in één kolom: back, heading, lead, body"),
    Named("navigation", "[{label, url, current, icon}]; op een telefoon tabs onderaan"),
    Named("place", "“De Notenbalk · 2026–2027”"),
    Named(".page-head.with-actions", "kop met knoppen ernaast"),
    Named(
        ".stack, .actions, .spread, .pair", "ruimte ertussen; knoppen; uiteen; twee naast elkaar"
    ),
    Named(".lead, .soft, .kicker, .visually-hidden", "soorten tekst"),
    Named(".screen-only", "niet op papier"),
)

_SECTIONS = (
    Section(
        "raamwerk",
        "Het raamwerk",
        "Elke bladzijde breidt ui/base.html uit, of ui/page.html.",
        [Example("bar", "Een bladzijde", code_only=True), Example("steps", "Waar je bent")],
        _FRAME,
    ),
    Section(
        "blad",
        "Het blad",
        "Gewone HTML met classes, want een plan heeft honderden velden.",
        [
            Example("field_reading", "Lezen"),
            Example("field_writing", "Schrijven"),
            Example("outline", "Inhoud", bare=True),
        ],
        _SHEET,
    ),
    Section(
        "knoppen",
        "Knoppen",
        "Eén hoofdknop in beeld. Een knop staat nooit uit: vertel wat er nog moet.",
        [Example("buttons", "Knoppen", both=True)],
    ),
    Section(
        "formulieren",
        "Formulieren",
        "Labels erboven, novalidate, “niet verplicht” in woorden. Fouten bovenaan en bij de vraag.",
        [
            Example("fields", "Vragen"),
            Example("choices", "Grote keuzes"),
            Example("errors", "Met een lijst van fouten", code_only=True),
        ],
    ),
    Section(
        "tekens",
        "Kleine tekens",
        "Kleur zegt nooit iets alleen: er staat een woord of een vorm bij.",
        [
            Example("marks", "Stand, chip, gezicht, noot, meter", both=True),
            Example("icons", "Icon"),
        ],
    ),
    Section(
        "berichten",
        "Berichten",
        "Een mededeling staat op haar plek; een toast zegt wat er net gebeurde.",
        [
            Example("notices", "Mededeling", both=True),
            Example(
                "toast", "Toast", "Een bericht van Django met extra_tags=adres krijgt Zet terug."
            ),
            Example("empty", "Nog leeg"),
        ],
    ),
    Section(
        "kaarten",
        "Kaarten en regels",
        "",
        [Example("cards", "Kaart", bare=True), Example("lines", "Regels", bare=True)],
    ),
    Section(
        "openen",
        "Dialoog en menu",
        "Beide werken ook zonder script: de dialoog als eigen bladzijde.",
        [Example("dialog", "Dialoog"), Example("menu", "Menu")],
    ),
    Section(
        "teruglezen",
        "Teruglezen",
        "",
        [
            Example("compare", "Naast elkaar"),
            Example("timeline", "Geschiedenis"),
            Example("table", "Tabel", "Op een telefoon wordt elke rij een kaart.", bare=True),
        ],
    ),
)


def _context(request: HttpRequest) -> dict[str, Any]:
    return {
        "navigation": [
            {
                "label": "Vandaag",
                "url": "#inhoud",
                "current": False,
                "icon": "today",
                "wide": False,
            },
            {"label": "Plan", "url": "#blad", "current": True, "icon": "plan", "wide": False},
            {"label": "Jaar", "url": "#tekens", "current": False, "icon": "year", "wide": False},
            {
                "label": "Vergadering",
                "url": "#kaarten",
                "current": False,
                "icon": "meeting",
                "wide": False,
            },
        ],
        "place": "De Notenbalk · 2026–2027",
        "step_names": ["Bestand kiezen", "Nakijken", "Overnemen"],
    }


def _examples() -> dict[str, Any]:
    """What the examples speak about."""
    return {
        "form": Sample(),
        "step_names": ["Bestand kiezen", "Nakijken", "Overnemen"],
        "changes": [
            Stretch("same", "De "),
            Stretch("gone", "IB’er ontwerpt"),
            Stretch("new", "leraar en de IB’er ontwerpen samen"),
            Stretch("same", " een traject."),
        ],
        "entries": [
            {"what": "Aanpak herschreven", "who": "Jesse Bakker", "when": "vandaag, 14:03"},
            {"what": "Doel gedeeld met het team", "who": "Jesse Bakker", "when": "maandag"},
            {
                "what": "Ingelezen uit Word",
                "when": "1 september",
                "text": "plan-2025.docx",
                "url": "#teruglezen",
            },
        ],
    }


def _shown(example: Example, context: dict[str, Any], request: HttpRequest) -> Example:
    """The example with its source, and what it looks like."""
    made = get_template(f"ui/examples/{example.name}.html")
    source = cast(Any, made).template.source
    if example.code_only:
        return replace(example, source=source.strip())
    return replace(example, source=source.strip(), shown=mark_safe(made.render(context, request)))


@login_not_required
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Everything on one page."""
    context = _examples()
    sections = [
        Section(
            each.id,
            each.title,
            each.about,
            [_shown(example, context, request) for example in each.examples],
            each.classes,
        )
        for each in _SECTIONS
    ]
    return render(
        request,
        "ui/gallery.html",
        {
            **_context(request),
            "sections": sections,
            "colours": COLOURS,
            "sizes": SIZES,
            "gaps": range(7),
            "schemes": ["light", "dark"],
            "icon_names": sorted(ICONS),
        },
    )


@login_not_required
@require_safe
def gallery_sheet(request: HttpRequest) -> HttpResponse:
    """The sheet of a made-up plan."""
    return render(request, "ui/gallery_sheet.html", _context(request))


@login_not_required
@require_safe
def gallery_form(request: HttpRequest) -> HttpResponse:
    """A form that came back with errors; apart, because its list of errors takes the focus."""
    form = Sample({"hours": "drie", "group": "5"})
    return render(request, "ui/gallery_form.html", {**_context(request), "form": form})
