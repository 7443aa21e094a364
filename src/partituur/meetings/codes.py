"""The code (code) with which a phone finds a meeting: a word from music and three digits.

It opens nothing: who comes in with it still says who they are and is confirmed, or is signed in.
"""

from __future__ import annotations

import secrets
from collections.abc import Container

# Easy to hear, to say and to type.
WORDS = (
    "AKKOORD", "ANDANTE", "BAS", "CANON", "CELLO", "CITER", "CORNET", "DIRIGENT", "DUET",
    "ETUDE", "FAGOT", "FANFARE", "FLUIT", "FORTE", "FUGA", "GAMBA", "GITAAR",
    "GONG", "HALVE", "HARP", "HOBO", "HOORN", "KLARINET", "KOOR", "KWART", "LEGATO", "LIED",
    "LUIT", "MARS", "MELODIE", "MENUET", "MINEUR", "NOOT", "OCTAAF", "ORGEL", "ORKEST",
    "PAUK", "PIANO", "PICCOLO", "POLKA", "PRELUDE", "REFREIN", "RITME", "RONDO", "RUST",
    "SAMBA", "SERENADE", "SLEUTEL", "SOLO", "SONATE", "SOPRAAN", "STEM", "TANGO", "TEMPO",
    "TENOR", "TRIANGEL", "TRIO", "TROM", "TROMPET", "TUBA", "VIOOL", "WALS", "XYLOFOON",
)  # fmt: skip


def new_code(taken: Container[str]) -> str:
    """A code that is not taken: "KWART 274"."""
    while True:
        code = f"{secrets.choice(WORDS)} {secrets.randbelow(900) + 100}"
        if code not in taken:
            return code


def plain(code: str) -> str:
    """The code as it counts: without spaces and dashes, in capitals."""
    return "".join(each for each in code.upper() if each.isalnum())
