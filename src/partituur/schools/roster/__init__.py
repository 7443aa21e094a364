"""A list of people (namenlijst): pasted, CSV or Excel; first a preview, then exactly that.

``reading`` makes a table of what was handed in, ``understanding`` finds a person in each row,
``preview`` says what each row will do, ``applying`` does it and can take it back. Nothing of the
list is kept between the preview and the doing: the preview travels with the page, signed.
"""
