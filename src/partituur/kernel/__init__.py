"""What every room stands on: errors, the clock, the sealed log of acts, rich text.

Imports nothing of ours and knows no school, no plan and no page.
"""
