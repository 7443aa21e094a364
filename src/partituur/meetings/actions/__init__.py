"""What can be done with a meeting: one verb each, one transaction each.

``planning`` makes it ready, ``holding`` leads it through its points, ``joining`` lets a phone in,
``answering`` takes answers and hands, ``deciding`` makes the decision.
"""
