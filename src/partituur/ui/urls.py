"""The gallery's address; included at ``/stijl/`` where ``settings.SHOW_GALLERY``."""

from django.urls import path

from partituur.ui.gallery import gallery

app_name = "ui"
urlpatterns = [path("", gallery, name="gallery")]
