"""The walls around the tests themselves: no network, no data of anybody, no silent templates."""

from __future__ import annotations

import urllib.request
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines

from partituur.kernel import clock


def test_an_undefined_variable_fails_the_test() -> None:
    template = engines["django"].from_string("{% if nothing %}{% endif %}{{ nothing }}")

    with pytest.raises(Exception, match="the template knows no “nothing”"):
        template.render({})


def test_nothing_leaves_the_machine() -> None:
    with pytest.raises(Exception, match=r"a test looked up example\.org"):
        urllib.request.urlopen("http://example.org")


def test_the_data_of_whoever_runs_the_tests_is_out_of_reach() -> None:
    assert settings.MODE == "test"
    assert Path(settings.DATA).parent.name.startswith("partituur-test-")


def test_it_is_the_same_moment_in_every_test(moment: datetime) -> None:
    assert clock.now() == moment
