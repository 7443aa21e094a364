"""What every page knows: the frame around it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from partituur.kernel import clock


def frame(_request: HttpRequest) -> dict[str, Any]:
    """The demo's day (or None), and whether the gallery is there."""
    return {"demo_day": clock.demo_day(), "has_gallery": settings.SHOW_GALLERY}
