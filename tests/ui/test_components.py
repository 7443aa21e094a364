"""The components: what they say, and how they are tied together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest
from django import forms
from django.http import HttpRequest
from django.template import Context, Template, TemplateSyntaxError
from lxml import html

from partituur.ui.templatetags.ui import initials


def rendered(source: str, **context: Any) -> str:
    return Template(source).render(Context(context))


def tree(source: str, **context: Any) -> html.HtmlElement:
    return html.fragment_fromstring(rendered(source, **context), create_parent="div")


class Sample(forms.Form):
    name = forms.CharField(label="Naam", help_text="Zoals op papier.")
    note = forms.CharField(label="Groep", required=False)
    far = forms.ChoiceField(
        label="Hoe ver?", widget=forms.RadioSelect, choices=[("1", "Gelukt"), ("2", "Deels")]
    )
    sure = forms.BooleanField(label="Ik weet het zeker")


# --- signatures -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        '{% card titel="x" %}{% endcard %}',
        '{% notice soort="info" %}{% endnotice %}',
        '{% dialog id="a" %}{% enddialog %}',
        '{% icon "add" kleur="rood" %}',
        "{% steps 1 %}",
        "{% menu %}{% endmenu %}",
    ],
)
def test_a_wrong_argument_fails_when_the_template_is_loaded(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        Template(source)


@pytest.mark.parametrize(
    "source",
    [
        '{% icon "eenhoorn" %}',
        '{% state "akkoord" "groen" %}',
        '{% face "Jesse" tone="d" %}',
        '{% notice kind="ramp" %}{% endnotice %}',
    ],
)
def test_a_word_that_does_not_exist_fails(source: str) -> None:
    with pytest.raises(ValueError, match="choose from"):
        rendered(source)


@pytest.mark.parametrize(
    "source",
    [
        "{% card title=words %}{{ words }}{% endcard %}",
        "{% notice title=words %}{{ words }}{% endnotice %}",
        "{% empty_state title=words example=words %}{{ words }}{% endempty_state %}",
        '{% dialog id="a" title=words %}{{ words }}{% enddialog %}',
        "{% menu label=words %}{{ words }}{% endmenu %}",
        "{% state words %}",
        "{% toast words undo=words %}",
        '{% icon "info" label=words %}',
        "{% timeline entries label=words %}",
    ],
)
def test_what_people_wrote_is_never_markup(source: str) -> None:
    bad = '<script>alert("1")</script>'
    entries = [{"what": bad, "when": bad, "who": bad, "text": bad}]

    assert "<script" not in rendered(source, words=bad, entries=entries)


# --- small marks ------------------------------------------------------------------------------


def test_an_icon_is_decoration_unless_it_has_a_label() -> None:
    assert tree('{% icon "add" %}').find(".//svg").get("aria-hidden") == "true"
    named = tree('{% icon "warning" label="Let op" %}').find(".//svg")
    assert (named.get("role"), named.get("aria-label")) == ("img", "Let op")


def test_a_state_says_its_word_and_has_its_sign_from_the_class() -> None:
    found = tree('{% state "nog leeg" "todo" %}').find(".//span")

    assert (found.text, found.get("class")) == ("nog leeg", "state todo")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Jesse Bakker", "JB"),
        ("Sanne van den Berg-Wiersma", "SB"),
        ("IB", "IB"),
        ("Leraar J.", "LJ"),
        ("jamila", "J"),
        ("Élise Çelik", "ÉÇ"),
        ("  ", "?"),
        ("(stagiair)", "?"),
    ],
)
def test_a_face_has_at_most_two_initials(name: str, expected: str) -> None:
    assert initials(name) == expected


# --- boxes ------------------------------------------------------------------------------------


def test_a_card_with_an_id_is_named_by_its_heading() -> None:
    found = tree('{% card title="Gesprek" id="gesprek" level=3 %}Hoi{% endcard %}')

    section = found.find(".//section")
    assert found.find(".//h3").get("id") == section.get("aria-labelledby")
    assert "Hoi" in section.text_content()


@pytest.mark.parametrize(("kind", "role"), [("error", "alert"), ("success", "status")])
def test_a_notice_that_arrives_is_announced(kind: str, role: str) -> None:
    assert tree(f'{{% notice kind="{kind}" live=True %}}Ho{{% endnotice %}}')[0].get("role") == role


def test_a_notice_that_was_always_there_is_not_announced() -> None:
    assert tree('{% notice kind="error" %}Ho{% endnotice %}')[0].get("role") is None


def test_a_dialog_is_named_and_can_be_closed() -> None:
    found = tree('{% dialog id="weg" title="Weghalen?" %}Zeker?{% enddialog %}').find(".//dialog")

    assert found.find(".//h2").get("id") == found.get("aria-labelledby")
    assert found.xpath(".//button[@data-close]/@aria-label") == ["Sluiten"]


def test_an_empty_place_shows_an_example_to_take_over() -> None:
    found = tree('{% empty_state title="Doelen" example="Zo" %}Omdat.{% endempty_state %}')

    assert found.find(".//blockquote").text_content() == "Zo"
    assert "Omdat." in found.text_content()


@pytest.mark.parametrize(
    "source",
    [
        '{% menu label="Meer" %}x{% endmenu %}',
        '{% menu label="Meer" icon="" %}x{% endmenu %}',
        '{% menu label="Meer" face="Jesse Bakker" %}x{% endmenu %}',
    ],
)
def test_a_menu_always_has_its_name_in_words(source: str) -> None:
    assert "Meer" in tree(source).find(".//summary").text_content()


# --- forms ------------------------------------------------------------------------------------


def test_a_question_ties_label_hint_and_error_to_its_control() -> None:
    found = tree("{% field form.name %}", form=Sample({}))

    control = found.find(".//input")
    assert found.find(".//label").get("for") == control.get("id")
    ids = control.get("aria-describedby").split()
    assert [found.get_element_by_id(each).get("class") for each in ids] == ["hint", "error"]
    assert control.get("aria-invalid") == "true"
    assert found.xpath('.//p[@class="error"]//span[@class="visually-hidden"]')[0].text == "Fout: "


def test_the_browser_never_checks_instead_of_us() -> None:
    found = tree("{% for each in form %}{% field each %}{% endfor %}", form=Sample())

    assert found.xpath(".//@required") == []
    assert found.xpath('.//input[@name="name"]/@aria-required') == ["true"]


def test_a_question_that_may_be_skipped_says_so_in_words() -> None:
    assert "(niet verplicht)" in rendered("{% field form.note %}", form=Sample())
    assert "niet verplicht" not in rendered("{% field form.name %}", form=Sample())


def test_a_hint_in_the_template_stands_in_for_the_forms_own() -> None:
    found = tree('{% field form.name hint="Kort." %}', form=Sample())

    assert found.xpath('.//p[@class="hint"]/text()') == ["Kort."]


def test_choices_stand_in_a_group_that_the_error_describes() -> None:
    found = tree("{% field form.far %}", form=Sample({}))

    group = found.find(".//fieldset")
    assert "Hoe ver?" in group.find("legend").text
    assert found.get_element_by_id(group.get("aria-describedby")).get("class") == "error"
    assert found.xpath(".//label/@for") == found.xpath(".//input/@id")


def test_what_was_typed_stays_when_it_is_wrong() -> None:
    form = Sample({"note": "groep 5", "far": "2"})

    found = tree("{% for each in form %}{% field each %}{% endfor %}", form=form)

    assert found.xpath('.//input[@name="note"]/@value') == ["groep 5"]
    assert found.xpath('.//input[@name="far"][@checked]/@value') == ["2"]


def test_the_list_of_errors_leads_to_controls_that_are_there() -> None:
    source = "{% error_summary form %}{% for each in form %}{% field each %}{% endfor %}"

    found = tree(source, form=Sample({}))

    targets = [each.removeprefix("#") for each in found.xpath(".//section//a/@href")]
    assert len(targets) == 3
    assert {found.get_element_by_id(each).tag for each in targets} == {"input"}


def test_an_error_of_the_whole_form_stands_in_the_list_without_a_link() -> None:
    form = Sample({"name": "x", "far": "1", "sure": "on"})
    form.add_error(None, "Dit plan is intussen vastgesteld.")

    found = tree("{% error_summary form %}", form=form)

    assert [each.text_content() for each in found.findall(".//li")] == [
        "Dit plan is intussen vastgesteld."
    ]
    assert found.find(".//a") is None


@pytest.mark.parametrize("form", [Sample(), Sample({"name": "x", "far": "1", "sure": "on"})])
def test_a_form_that_is_well_has_no_list_of_errors(form: Sample) -> None:
    assert rendered("{% error_summary form %}", form=form) == ""


# --- reading what was -------------------------------------------------------------------------


def test_steps_say_where_you_are_and_mark_it() -> None:
    found = tree("{% steps 2 names %}", names=["Kiezen", "Nakijken", "Overnemen"])

    assert "Stap 2 van 3" in found.text_content()
    assert found.xpath('.//li[@aria-current="step"]/text()') == ["Nakijken"]


def test_a_moment_in_a_timeline_is_also_there_for_machines() -> None:
    entries = [{"what": "Gedeeld", "when": "dinsdag", "moment": datetime(2026, 9, 8, 10, 0)}]  # noqa: DTZ001

    found = tree('{% timeline entries label="Geschiedenis" %}', entries=entries)

    assert found.xpath(".//time/@datetime")[0].startswith("2026-09-08T10:00")


@dataclass
class Stretch:
    kind: str
    text: str


def test_comparing_shows_each_text_whole_and_marks_the_difference() -> None:
    changes = [Stretch("same", "De "), Stretch("gone", "IB’er"), Stretch("new", "leraar")]

    old, new = tree('{% compare changes before="Was" after="Is" %}', changes=changes).findall(
        ".//section"
    )

    assert (old.find("p").text_content(), new.find("p").text_content()) == ("De IB’er", "De leraar")
    assert (old.find(".//del").text, new.find(".//ins").text) == ("IB’er", "leraar")


# --- the frame --------------------------------------------------------------------------------


class Message:
    def __init__(self, extra_tags: str) -> None:
        self.message, self.extra_tags, self.level_tag = "Doel weggehaald.", extra_tags, "success"


def test_a_message_with_an_address_can_be_undone_by_a_post() -> None:
    found = tree("{% toasts %}", messages=[Message("/doel/1/terug/")], csrf_token="teken")

    form = found.find(".//form")
    assert (form.get("method"), form.get("action")) == ("post", "/doel/1/terug/")
    assert form.xpath('.//input[@name="csrfmiddlewaretoken"]/@value') == ["teken"]
    assert found.find(".//div").get("role") == "status"


def test_a_message_without_an_address_can_only_be_closed() -> None:
    assert tree("{% toasts %}", messages=[Message("")]).find(".//form") is None


@pytest.mark.parametrize(("cookie", "expected"), [("dark", "dark"), ('"><b>', ""), ("", "")])
def test_only_a_theme_that_exists_is_followed(cookie: str, expected: str) -> None:
    request = HttpRequest()
    request.COOKIES["theme"] = cookie

    assert rendered("{% theme %}", request=request) == expected


def test_a_label_may_break_after_a_slash_and_nowhere_becomes_markup() -> None:
    from partituur.ui.templatetags.ui import breakable

    assert breakable("Beginsituatie/doel") == "Beginsituatie/<wbr>doel"
    assert breakable("<b>/&") == "&lt;b&gt;/<wbr>&amp;"
