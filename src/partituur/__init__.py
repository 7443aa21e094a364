"""Partituur: het begeleidingsplan als werkafspraak van de intern begeleider en het schoolteam."""
