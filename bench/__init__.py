"""Measurements (metingen): one file per figure in ``docs/performance.md``; run with ``make bench``."""
