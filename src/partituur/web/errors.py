"""Pages for what went wrong."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def forgery(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form came without its token: an old page, or not from here."""
    return render(request, "errors/403_csrf.html", status=403)
