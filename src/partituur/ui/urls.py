"""The gallery's addresses; included at ``/stijl/`` where ``settings.SHOW_GALLERY``."""

from django.urls import path

from partituur.ui import gallery

app_name = "ui"
urlpatterns = [
    path("", gallery.gallery, name="gallery"),
    path("blad/", gallery.gallery_sheet, name="gallery-sheet"),
    path("formulier/", gallery.gallery_form, name="gallery-form"),
]
