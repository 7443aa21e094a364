"""Runs every measurement and prints one line a figure: name | figure | aim | met or missed.

``python -m bench page saving`` runs only those. ``--markdown`` prints the table of
``docs/performance.md``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from bench import ground
from bench.figure import Figure


def main(arguments: list[str]) -> int:
    """Run the measurements named in ``arguments``, or all."""
    names = [each for each in arguments if not each.startswith("--")]
    markdown = "--markdown" in arguments
    if markdown:
        print("| name | figure | aim | |\n|---|---|---|---|")
    ground.prepare()
    missed = 0
    for figure in _figures(names):
        verdict = {True: "met", False: "missed", None: "reported"}[figure.met]
        missed += figure.met is False
        line = " | ".join([figure.name, figure.figure, figure.aim or "–", verdict])
        print(f"| {line} |" if markdown else line, flush=True)
    return 1 if missed else 0


def _figures(names: list[str]) -> Iterator[Figure]:
    for file in sorted(Path(__file__).parent.glob("bench_*.py")):
        if not names or file.stem.removeprefix("bench_") in names:
            yield from import_module(f"bench.{file.stem}").run()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
