"""PDF out (afdrukken): a plan as a well-set document that also reads aloud well (PDF/UA-1).

``writing.write`` turns a snapshot into bytes. On its way ``manuscript`` makes the copy: every word
that is printed, in its order, as plain data; ``glyphs`` sees to it that each letter has a shape in
the fonts; ``plan.typ`` sets it. Words reach the setter as data and are never read as markup.
"""
