"""Pages for what went wrong."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def forgery(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form came without its token: an old page, or not from here."""
    return render(request, "errors/403_csrf.html", status=403)


def too_many(request: HttpRequest) -> HttpResponse:
    """Too often in too short a time."""
    return render(request, "errors/429.html", status=429)


def only_by_button(request: HttpRequest) -> HttpResponse:
    """An address that acts, and shows nothing of itself."""
    return render(request, "errors/405.html", status=405)
