"""A school with somebody in every role, whose plan the team adopted."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest


@pytest.fixture
def house(db: None, moment: datetime) -> Any:
    from tests.evaluations.looking import into
    from tests.web.access.house import build

    made = build(moment, looked_back=False)
    into(made, "adopted")
    return made
