"""A part of Jesse with words in it, with Marieke as its partner; and where things are."""

from __future__ import annotations

from tests.talking.conftest import goal, part

__all__ = ["goal", "part"]
