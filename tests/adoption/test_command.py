"""``partituur verify`` and ``check``: versions, fingerprints and files, from the command line."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from partituur.adoption import queries
from partituur.adoption.models import PlanVersion, SealedText
from partituur.config.commands import keeping
from partituur.exchange import registry
from partituur.kernel.errors import Refusal


def verify(fingerprint: str = "", file: str = "") -> int:
    return keeping.verify(Namespace(school="de-notenbalk", fingerprint=fingerprint, file=file))


def test_a_fingerprint_of_a_version_is_named(version: PlanVersion, capsys: Any) -> None:
    assert verify(queries.fingerprint(version)) == 0
    assert "versie 1 van 2026–2027, vastgesteld op 8-9-2026; er is niets veranderd." in (
        capsys.readouterr().out
    )


@pytest.mark.parametrize("key", ["pdf", "docx"])
def test_it_is_read_out_of_a_file(
    version: PlanVersion, tmp_path: Path, moment: datetime, key: str, capsys: Any
) -> None:
    shot = queries.shot_of(version, None, moment.date())
    file = tmp_path / f"plan.{key}"
    file.write_bytes(registry.FORMATS[key].write(shot, fingerprint=queries.fingerprint(version)))
    assert verify(file=str(file)) == 0
    assert "versie 1" in capsys.readouterr().out


def test_what_was_touched_is_said_with_exit_code_two(version: PlanVersion, capsys: Any) -> None:
    SealedText.objects.filter(version=version, body="Aanpak van general.").delete()
    assert verify() == 2
    assert "een tekst is weg (Algemene doelen, doel 1, “Aanpak”)" in capsys.readouterr().err
    assert any("een tekst is weg" in each for each in keeping._broken_logs())


def test_a_fingerprint_of_no_version_and_a_missing_file_are_refused(
    version: PlanVersion, capsys: Any
) -> None:
    assert verify("v3-0f3a9c27d1") == 2
    assert "hoort geen versie" in capsys.readouterr().err
    with pytest.raises(Refusal, match="niet te vinden"):
        verify(file="/bestaat/niet.pdf")
