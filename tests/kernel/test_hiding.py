"""Secrets that nobody reads in the database."""

from __future__ import annotations

from typing import Any

import pytest

from partituur.kernel import hiding


def test_what_is_hidden_can_be_shown_and_not_read() -> None:
    hidden = hiding.hide("heel geheim é")
    assert "geheim" not in hidden
    assert hiding.show(hidden) == "heel geheim é"
    assert hiding.hide("heel geheim é") != hidden


def test_another_secret_key_shows_nothing_unless_the_old_one_is_kept(settings: Any) -> None:
    hidden = hiding.hide("x")
    old, settings.SECRET_KEY = settings.SECRET_KEY, "een heel andere sleutel"
    with pytest.raises(ValueError, match="another secret key"):
        hiding.show(hidden)
    settings.SECRET_KEY_FALLBACKS = [old]
    assert hiding.show(hidden) == "x"


def test_what_was_changed_is_not_shown() -> None:
    hidden = hiding.hide("x")
    with pytest.raises(ValueError, match="secret key"):
        hiding.show(hidden[:-4] + "AAAA")
