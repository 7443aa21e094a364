"""Reads the fingerprint of a version (vingerafdruk) out of a file that Partituur made.

In a PDF it stands among the keywords of the file, in a Word file too; both are read as bytes, with
nothing that opens or draws the file. A file that another program saved anew may have lost it: then
it is still at the foot of each page, to be typed over. What is found is what the file *says*; that
its words are those of the version is for who compares them.
"""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import suppress

from django.utils.translation import gettext as _

from partituur.kernel.errors import Unreadable

LARGEST = 50 * 2**20  # bytes
LARGEST_PROPERTIES = 2**20  # bytes: a Word file's own properties are less than one thousand
_FINGERPRINT = re.compile(rb"\bv[0-9]{1,4}-[0-9a-f]{24}\b")
_PROPERTIES = "docProps/core.xml"


def read(data: bytes) -> str:
    """The fingerprint that a PDF or a Word file says it has.

    :raises Unreadable: it is no PDF or Word file, it is too large, or it names none
    """
    if len(data) > LARGEST:
        raise Unreadable(_("Dit bestand is te groot. Typ de vingerafdruk over van het papier."))
    if data.startswith(b"PK"):
        said = _properties(data)
    elif data.startswith(b"%PDF"):
        said = data
    else:
        raise Unreadable(_("Kies een pdf of een Word-bestand dat uit Partituur komt."))
    found = _FINGERPRINT.search(said)
    if found is None:
        raise Unreadable(
            _(
                "In dit bestand staat geen vingerafdruk meer. Staat hij onder aan de bladzijde? "
                "Typ hem dan over."
            )
        )
    return found[0].decode()


def _properties(data: bytes) -> bytes:
    """What a Word file says about itself; nothing when that cannot be read."""
    with (
        suppress(
            zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError, EOFError
        ),
        zipfile.ZipFile(io.BytesIO(data)) as file,
        file.open(_PROPERTIES) as part,
    ):
        return part.read(LARGEST_PROPERTIES)
    return b""
