"""Screens: HTTP in, HTML out. No models. A folder per area, with the nouns of the domain."""
