"""A plan as JSON (.json): everything that a snapshot holds, for machines and for keeping.

``writing.write`` and ``reading.read`` are each other's inverse. What the keys mean is said in
``docs/plan.schema.json`` (JSON Schema) and ``docs/formaat.md`` (for people).
"""
