"""The plan on screen: the sheet, writing in it, arranging it, documents in and out."""
