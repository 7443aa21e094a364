"""The ``partituur`` command, run as a technician runs it: as a program, in a folder of its own."""

from __future__ import annotations

import io
import json
import signal
import socket
import sqlite3
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.serving import PATIENCE, PROGRAM, environment, served

EXAMPLES = Path(__file__).parents[1] / "exchange" / "word" / "examples"
EXAMPLE = EXAMPLES / "notenbalk-doorlopend.docx"
YEAR = "2026-2027"


@dataclass(frozen=True)
class Installation:
    """A folder with a database in it, and the program that works there."""

    data: Path

    def run(self, *arguments: str, given: str = "", **environment: str) -> Done:
        done = subprocess.run(
            [*PROGRAM, *arguments],
            env=self.environment(**environment),
            input=given.encode(),
            capture_output=True,
            timeout=PATIENCE,
        )
        return Done(done.returncode, done.stdout, done.stderr.decode())

    def environment(self, **more: str) -> dict[str, str]:
        settings = {"PARTITUUR_MODE": "test", "PARTITUUR_DATA": str(self.data)}
        return environment(**(settings | more))

    def acts(self) -> list[str]:
        """What the log of acts says."""
        with sqlite3.connect(self.data / "partituur.sqlite3") as database:
            rows = database.execute("select act from kernel_logentry order by number")
            return [act for (act,) in rows]


@dataclass(frozen=True)
class Done:
    code: int
    out: bytes
    said: str  # on standard error

    @property
    def refused(self) -> str:
        """The one sentence of a refusal, checked to be one."""
        assert self.code == 2
        assert "Traceback" not in self.said
        assert self.said.strip().endswith((".", "--help", "migrate"))
        return self.said


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """De Notenbalk, with the plan that came out of the example."""
    here = Installation(tmp_path_factory.mktemp("school"))
    assert here.run("migrate").code == 0
    made = here.run(
        "new-school", "--name", "De Notenbalk", "--slug", "de-notenbalk", "--region", "midden",
        "--coordinator", "Hanneke Bos <hanneke@voorbeeld.test>", given="een-lang-wachtwoord-7\n",
    )  # fmt: skip
    assert made.code == 0, made.said
    come = here.run("import-plan", str(EXAMPLE), "--school", "de-notenbalk", "--year", YEAR)
    assert come.code == 0, come.said
    assert "0 teksten zonder plek" in come.out.decode()
    return here


# --- reading ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["notenbalk-doorlopend", "fermate-tabellen"])
def test_read_plan_prints_what_stands_in_a_file_and_needs_no_database(
    name: str, tmp_path: Path
) -> None:
    nowhere = Installation(tmp_path / "bestaat-niet")
    done = nowhere.run(
        "read-plan", str(EXAMPLES / f"{name}.docx"),
        PARTITUUR_DATABASE="postgresql://niemand@127.0.0.1:1/niets",
    )  # fmt: skip
    assert done.code == 0, done.said
    expected = json.loads((EXAMPLES / f"{name}.json").read_text())
    found = json.loads(done.out)
    assert {key: found[key] for key in expected} == expected
    assert found["unplaced"] == []
    assert not nowhere.data.exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("leeg.docx", b""),
        ("oud.docx", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600),
        ("pagina.docx", b"<html><body>Begeleidingsplan</body></html>"),
        ("half.docx", EXAMPLE.read_bytes()[:2000]),
    ],
)
def test_a_file_that_is_no_word_file_is_refused_in_one_sentence(
    tmp_path: Path, name: str, data: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    done = Installation(tmp_path).run("read-plan", str(file))
    assert done.refused.count("\n") == 1
    assert done.out == b""


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    done = Installation(tmp_path).run("read-plan", str(tmp_path / "weg.docx"))
    assert "niet te vinden" in done.refused


# --- documents out ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("format", "begins"), [("docx", b"PK"), ("pdf", b"%PDF-"), ("json", b"{"), ("md", b"# ")]
)
def test_a_plan_is_exported_in_each_format(
    school: Installation, tmp_path: Path, format: str, begins: bytes
) -> None:
    file = tmp_path / f"plan.{format}"
    done = school.run(
        "export-plan", "--school", "De Notenbalk", "--year", YEAR, "--format", format,
        "-o", str(file),
    )  # fmt: skip
    assert done.code == 0, done.said
    assert file.read_bytes().startswith(begins)


def test_an_export_gives_what_is_shared_and_all_of_it_only_when_asked_and_logged(
    school: Installation, tmp_path: Path
) -> None:
    command = (
        "export-plan",
        "--school",
        "de-notenbalk",
        "--year",
        YEAR,
        "--format",
        "json",
        "-o",
        "-",
    )
    shared = json.loads(school.run(*command).out)
    before = school.acts()
    private = json.loads(school.run(*command, "--private").out)

    def personal(plan: dict[str, list[dict[str, object]]]) -> list[object]:
        return [part["goals"] for part in plan["parts"] if part["kind"] == "teacher"]

    assert personal(shared)
    assert not any(personal(shared))
    assert all(personal(private))
    assert school.acts() == [*before, "plan.exported_private"]


def test_an_exported_word_file_reads_back(school: Installation, tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    school.run(
        "export-plan", "--school", "de-notenbalk", "--year", YEAR, "--format", "docx", "--private",
        "-o", str(file),
    )  # fmt: skip
    expected = json.loads((EXAMPLES / "notenbalk-doorlopend.json").read_text())
    found = json.loads(school.run("read-plan", str(file)).out)
    for key in ("principles", "general", "team"):
        assert found[key] == expected[key]
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as opened:
        assert opened.testzip() is None


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"--school": "de-fermate"}, "Er is geen school “de-fermate”. Wel: de-notenbalk."),
        ({"--year": "2031-2032"}, "De Notenbalk heeft geen plan voor 2031-2032."),
        ({"--year": "volgend jaar"}, "“volgend jaar” is geen schooljaar."),
        ({"--format": "odt"}, "odt kan Partituur niet maken. Wel: docx, pdf"),
        ({"-o": "/bestaat/niet/plan.docx"}, "/bestaat/niet/plan.docx is niet te schrijven."),
    ],
)
def test_what_cannot_be_exported_is_said_in_one_sentence(
    school: Installation, tmp_path: Path, change: dict[str, str], says: str
) -> None:
    options = {
        "--school": "de-notenbalk", "--year": YEAR, "--format": "docx", "-o": str(tmp_path / "x"),
    } | change  # fmt: skip
    done = school.run("export-plan", *(word for pair in options.items() for word in pair))
    assert says in done.refused


def test_importing_for_a_school_that_is_not_there_changes_nothing(school: Installation) -> None:
    before = school.acts()
    done = school.run("import-plan", str(EXAMPLE), "--school", "nergens", "--year", YEAR)
    assert "geen school" in done.refused
    assert school.acts() == before


# --- keeping ------------------------------------------------------------------------------------


def test_check_says_that_all_is_well(school: Installation) -> None:
    done = school.run("check")
    assert done.code == 0, done.said
    assert "in orde" in done.out.decode()


def test_verify_says_the_fingerprint_and_finds_a_cut_tail(
    school: Installation, tmp_path: Path
) -> None:
    done = school.run("verify", "--school", "de-notenbalk")
    assert done.code == 0, done.said
    fingerprint = done.out.decode().strip().rstrip(".").split()[-1]
    other = Installation(tmp_path)
    file = tmp_path / "partituur.sqlite3"
    with sqlite3.connect(school.data / "partituur.sqlite3") as old, sqlite3.connect(file) as new:
        old.backup(new)
        new.execute("delete from kernel_logentry where number > 2")
    assert other.run("verify", "--school", "de-notenbalk").code == 0
    again = other.run("verify", "--school", "de-notenbalk", "--fingerprint", fingerprint)
    assert "vanaf regel 3" in again.refused
    wrong = school.run("verify", "--school", "de-notenbalk", "--fingerprint", "x")
    assert "geen vingerafdruk" in wrong.refused


def test_check_names_the_place_where_a_log_was_touched(
    school: Installation, tmp_path: Path
) -> None:
    other = Installation(tmp_path)
    file = tmp_path / "partituur.sqlite3"
    with sqlite3.connect(school.data / "partituur.sqlite3") as old, sqlite3.connect(file) as new:
        old.backup(new)
        new.execute("update kernel_logentry set act = 'x' where number = 2")
    done = other.run("check")
    assert "vanaf regel 2" in done.refused


def test_without_a_database_it_says_what_to_do(tmp_path: Path) -> None:
    done = Installation(tmp_path).run(
        "export-plan", "--school", "x", "--year", YEAR, "--format", "md", "-o", "-"
    )
    assert "partituur migrate" in done.refused


@pytest.mark.parametrize("arguments", [(), ("zing",), ("export-plan",), ("serve", "--port", "x")])
def test_a_command_that_makes_no_sense_gets_one_sentence_in_dutch(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = Installation(tmp_path).run(*arguments)
    assert done.refused.startswith("Deze opdracht klopt niet")


# --- serving ------------------------------------------------------------------------------------


def test_serve_answers_and_ends_when_it_is_asked_to(school: Installation) -> None:
    settings = {"PARTITUUR_MODE": "test", "PARTITUUR_DATA": str(school.data)}
    with served("serve", settings) as (process, port):
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
        with socket.socket() as knock:
            assert knock.connect_ex(("127.0.0.1", port)) != 0


def test_the_demo_is_refused_in_production(tmp_path: Path) -> None:
    done = Installation(tmp_path).run("demo", PARTITUUR_MODE="production")
    assert "De demo start niet naast een echte school" in done.refused


def test_the_demo_does_not_fill_the_folder_of_a_school(school: Installation) -> None:
    done = school.run("demo", PARTITUUR_MODE="demo")
    assert "geen demo" in done.refused
