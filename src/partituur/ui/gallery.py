"""The gallery (stijlgids): every token and component, with its states and the code to use."""

from __future__ import annotations

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Show everything. Without a school, without a plan: all names are made up here."""
    return render(request, "ui/gallery.html", {})
