"""Word files in and out (.docx).

``reading.read`` turns the bytes of a document into a ``ReadPlan``. On its way: ``opening`` opens
the file safely; ``source`` (with ``styles``) gives what a reader of the document sees; ``labels``,
``headings`` and ``cover`` know how schools write things; ``scanning`` finds labels in a line and
``tables`` sees what a table is for. ``building`` goes through it all and ``filling`` through the
tables, asking ``judging`` what a line is and putting it in a ``draft``; ``finishing`` and
``values`` make texts of that; ``promise`` checks that no word was lost.
"""
