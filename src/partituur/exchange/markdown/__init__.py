"""A plan as Markdown (.md): the printed text, to use elsewhere. It is not read back."""
