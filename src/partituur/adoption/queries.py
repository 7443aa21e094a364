"""Reads of adopted versions."""

from __future__ import annotations

from partituur.adoption import sealing
from partituur.adoption.models import PlanVersion


def fingerprint(version: PlanVersion) -> str:
    """ "v1-0f3a9c…": what stands on the paper of a version, and in the mail to the team."""
    return sealing.fingerprint(version.number, version.root)
