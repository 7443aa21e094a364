"""What can be done with a school: one verb each, one transaction each.

Who does it (``by``) and when (``at``) are passed in; ``by`` is None for a command on the machine.
``school`` makes a school and keeps its name, words and years; ``members`` gives people a place in
it; ``learning_teams`` and ``vision`` do what they say. Each asks ``rules`` first.
"""
