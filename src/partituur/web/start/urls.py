"""Addresses of the front door."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LogoutView
from django.urls import path
from django.views.i18n import set_language

from partituur.web.start import views

urlpatterns = [
    path("", views.start, name="start"),
    path("uitloggen/", LogoutView.as_view(), name="sign-out"),
    path("demo/", views.demo, name="demo"),
    path("demo/kijk-als/", views.look_as, name="look-as"),
    path("demo/post/", views.demo_mail, name="demo-mail"),
    path(".well-known/security.txt", views.security_txt, name="security-txt"),
    path("taal/", login_not_required(set_language), name="set-language"),
    path("kleuren/", views.set_theme, name="set-theme"),
]
