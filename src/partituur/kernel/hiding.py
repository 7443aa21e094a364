"""Texts that nobody reads in the database: secrets of a sign-in service, seeds of a second step.

The key comes from the secret key of the installation; who has only the database reads nothing.
"""

from __future__ import annotations

import base64
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def hide(text: str) -> str:
    """Make a text unreadable; the same text looks different each time."""
    return _box(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS).encrypt(text.encode()).decode()


def show(hidden: str) -> str:
    """Read a text that ``hide`` made.

    :raises ValueError: it was hidden with another secret key, or changed since
    """
    try:
        box = _box(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
        return box.decrypt(hidden.encode()).decode()
    except InvalidToken:
        raise ValueError("this was hidden with another secret key") from None


@lru_cache(maxsize=4)
def _box(*secrets: str) -> MultiFernet:
    return MultiFernet([Fernet(_key(each)) for each in secrets])


def _key(secret: str) -> bytes:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"partituur.kernel.hiding")
    return base64.urlsafe_b64encode(derived.derive(secret.encode()))
