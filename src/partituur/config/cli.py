"""The ``partituur`` command: what a school's technician and a visitor type.

Each command is a function in ``commands/`` that is imported only when it is asked for, so that
``partituur read-plan`` does not wait for a server that it does not need. A refusal is one sentence
on stderr and exit code 2.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn, cast

from partituur.kernel.errors import Refusal

_SAID = (  # what argparse says, and how we say it
    (r"the following arguments are required: (.+)", r"dit ontbreekt nog: \1"),
    (r"unrecognized arguments: (.+)", r"dit ken ik niet: \1"),
    (r"argument (.+): invalid choice: (\S+) \(choose from (.+)\)", r"\1 kan niet \2 zijn, wel \3"),
    (r"argument (.+): invalid int value: (.+)", r"\1 is een getal, en \2 is dat niet"),
    (r"argument (.+): expected one argument", r"na \1 hoort nog iets"),
)
_COMMANDS = "partituur.config.commands."
_SCHOOL = "het adres, het BRIN of de naam van de school"

if TYPE_CHECKING:
    _Adding = argparse._SubParsersAction["_Parser"]


class _Formatter(argparse.HelpFormatter):
    """Says in Dutch how a command is used."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30)

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks Dutch, in one sentence."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(formatter_class=_Formatter, add_help=False, allow_abbrev=False, **kwargs)
        self._positionals.title, self._optionals.title = "wat erbij hoort", "keuzes"
        self.add_argument("-h", "--help", action="help", help="laat dit zien")

    def error(self, message: str) -> NoReturn:
        for pattern, said in _SAID:
            message = re.sub(f"^{pattern}$", said, message)
        self.exit(2, f"Deze opdracht klopt niet: {message}. Kijk met: {self.prog} --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="partituur", description="Het begeleidingsplan van de intern begeleider en het team."
    )
    commands = parser.add_subparsers(
        title="opdrachten",
        prog="partituur",
        metavar="OPDRACHT",
        required=True,
        parser_class=_Parser,
    )
    _serving(commands)
    _working(commands)
    _keeping(commands)
    _documents(commands)
    return parser


def _add(commands: _Adding, name: str, runs: str, help: str) -> argparse.ArgumentParser:
    made = commands.add_parser(name, help=help, description=help[:1].upper() + help[1:] + ".")
    made.set_defaults(runs=runs)
    return made


def _serving(commands: _Adding) -> None:
    serve = _add(commands, "serve", "serving.serve", "zet Partituur aan voor een school")
    serve.add_argument("--host", default="127.0.0.1", help="op welk adres (gewoon: %(default)s)")
    serve.add_argument("--port", type=int, default=8000, help="op welke poort (gewoon: 8000)")
    demo = _add(commands, "demo", "serving.demo", "zet een verzonnen school aan om rond te kijken")
    demo.add_argument("--reset", action="store_true", help="begin opnieuw met een frisse school")
    demo.add_argument("--port", type=int, default=8000, help="op welke poort (gewoon: 8000)")


def _working(commands: _Adding) -> None:
    work = _add(commands, "work", "working.work", "doe het werk waar niemand op wacht, zoals post")
    work.add_argument("--once", action="store_true", help="één keer, en dan klaar")
    work.add_argument(
        "--beside", action="store_true", help="stop zodra het programma stopt dat dit begon"
    )


def _keeping(commands: _Adding) -> None:
    _add(commands, "migrate", "keeping.migrate", "maak de database klaar, of werk haar bij")
    new = _add(commands, "new-school", "keeping.new_school", "voeg een school toe")
    new.add_argument("--name", required=True, help="de naam van de school")
    new.add_argument("--slug", required=True, help="het adres van de school: de-notenbalk")
    new.add_argument("--brin", default="", help="het BRIN: 12AB (niet verplicht)")
    new.add_argument("--region", required=True, help="de vakantieregio: noord, midden of zuid")
    new.add_argument(
        "--coordinator", required=True, help="de intern begeleider: “Naam <naam@school.nl>”"
    )
    _add(commands, "check", "keeping.check", "kijk of alles in orde is")
    verify = _add(
        commands, "verify", "keeping.verify", "kijk of logboek en versies van een school kloppen"
    )
    verify.add_argument("--school", required=True, help=_SCHOOL)
    verify.add_argument(
        "--fingerprint", default="", help="een vingerafdruk van papier of uit een mail"
    )
    verify.add_argument(
        "file",
        metavar="BESTAND",
        nargs="?",
        default="",
        help="een pdf of .docx met een vingerafdruk",
    )


def _documents(commands: _Adding) -> None:
    reading = _add(
        commands, "read-plan", "documents.read_plan", "laat zien wat er in een Word-bestand staat"
    )
    reading.add_argument("file", metavar="BESTAND", help="een plan als .docx")
    coming = _add(commands, "import-plan", "documents.import_plan", "lees een plan in")
    coming.add_argument("file", metavar="BESTAND", help="een plan als .docx of .json")
    going = _add(commands, "export-plan", "documents.export_plan", "maak een document van een plan")
    for command in (coming, going):
        command.add_argument("--school", required=True, help=_SCHOOL)
        command.add_argument("--year", required=True, help="het schooljaar: 2026-2027")
    going.add_argument("--format", required=True, help="docx, pdf, json of md")
    going.add_argument("-o", "--output", required=True, metavar="BESTAND", help="waarheen")
    going.add_argument(
        "--private", action="store_true", help="ook wat niet gedeeld is; dit komt in het logboek"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0, or 2 when it was refused."""
    options = _parser().parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "partituur.config.settings")
    module, _dot, name = cast(str, options.runs).partition(".")
    try:
        command: Callable[[argparse.Namespace], int | None] = getattr(
            import_module(_COMMANDS + module), name
        )
        return command(options) or 0
    except Refusal as refusal:
        return _refused(refusal.reason)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # who read has left
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as wrong:
        if sentence := _explained(wrong):
            return _refused(sentence)
        raise


def _refused(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 2


def _explained(wrong: Exception) -> str:
    """The sentence for what is not our fault; empty for what is."""
    from django.core.exceptions import ImproperlyConfigured
    from django.db import OperationalError, ProgrammingError

    if isinstance(wrong, ImproperlyConfigured):
        return f"De instellingen kloppen niet: {wrong}"
    if isinstance(wrong, OperationalError | ProgrammingError):
        if re.search(r"no such table|does not exist", str(wrong)):
            return "De database is nog niet klaar. Doe eerst: partituur migrate"
        first = str(wrong).strip().partition("\n")[0]
        return f"De database is niet te bereiken: {first}"
    return ""


if __name__ == "__main__":
    sys.exit(main())
