"""Reads a begeleidingsplan from a Word file, in the layouts that schools use."""

from __future__ import annotations

from partituur.exchange.reading import ReadPlan
from partituur.exchange.word import own, promise
from partituur.exchange.word.building import Builder
from partituur.exchange.word.source import visible
from partituur.plans.format import Format, format_for


def read(data: bytes, fmt: Format | None = None) -> ReadPlan:
    """What the import would make of a Word file. Changes nothing.

    :param data: the bytes of the file
    :param fmt: the format of the school, with the labels that it chose; None for the standard
    :raises Unreadable: the file cannot be opened safely; the text says what to do instead
    """
    fmt = fmt or format_for()
    if (exact := own.read(data, fmt)) is not None:
        return exact
    document = visible(data)
    draft = Builder(document, fmt).build()
    promise.keep(document, draft.plan, draft.used, draft.twice)
    promise.surround(document, draft.plan)
    return draft.plan
