"""Measurements (metingen): one file per subject of ``docs/performance.md``; see ``make bench``."""
