"""The static files as a school serves them: compressed, and named by what is in them."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage

_IMPORT = (r"""(?P<matched>\bfrom\s+["'](?P<url>\.[^"']+)["'])""", 'from "%(url)s"')


class Files(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """A script of ours that imports another names it by its content too, so that they fit."""

    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        ("web/*.js", (_IMPORT,)),
        ("ui/js/*.js", (_IMPORT,)),
    )
