"""The static files as a school serves them: compressed, and named by what is in them."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Files(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """A script that imports another names it by its content too, so that the two fit together."""

    support_js_module_import_aggregation = True
