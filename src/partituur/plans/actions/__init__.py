"""What can be done with a plan: one verb each, one transaction each.

Actor (``by``) and moment (``at``) are passed in. ``writing`` saves words, ``arranging`` gives lines
and parts their place, ``sharing`` opens a part to the team, ``starting`` begins a plan,
``importing`` brings a document into it and takes it back, ``formatting`` changes the format.
"""
