"""Addresses of signing in and of the account. The names without a dash are django-allauth's."""

from django.urls import path

from partituur.web.signing_in import account, views

SAML = "inloggen/saml/<slug:organization_slug>/"

urlpatterns = [
    path("inloggen/", views.SignIn.as_view(), name="account_login"),
    path("inloggen/bij/<slug:school>/", views.SignIn.as_view(), name="sign-in-at"),
    path("inloggen/code/", views.AskCode.as_view(), name="account_request_login_code"),
    path("inloggen/code/invullen/", views.GiveCode.as_view(), name="account_confirm_login_code"),
    path("inloggen/tweede-stap/", views.SecondStep.as_view(), name="mfa_authenticate"),
    path("inloggen/passkey/", views.WithPasskey.as_view(), name="mfa_login_webauthn"),
    path("inloggen/gesloten/", views.Closed.as_view(), name="account_inactive"),
    path("inloggen/met/<slug:key>/", views.onward, name="sign-in-with"),
    path("inloggen/terug/<slug:key>/", views.oidc_back, name="oidc-back"),
    path(f"{SAML}terug/", views.saml_back, name="saml_acs"),
    path(f"{SAML}klaar/", views.saml_done, name="saml_finish_acs"),
    path(f"{SAML}metadata/", views.saml_about, name="saml_metadata"),
    path(f"{SAML}uit/", views.saml_out, name="saml_sls"),
    path("nog-eens/", views.AgainWithPassword.as_view(), name="account_reauthenticate"),
    path("nog-eens/app/", views.AgainWithApp.as_view(), name="mfa_reauthenticate"),
    path("nog-eens/passkey/", views.AgainWithPasskey.as_view(), name="mfa_reauthenticate_webauthn"),
    path("nog-eens/inloggen/", views.anew, name="sign-in-anew"),
    path("uitnodiging/<str:token>/", views.invitation, name="invitation"),
    path("uitnodiging/<str:token>/met/<slug:key>/", views.invited_through, name="invited-through"),
    path("account/", account.account, name="mfa_index"),
    path("account/wachtwoord/", account.password, name="password"),
    path("account/wachtwoord/weg/", account.password_away, name="password-away"),
    path("account/app/", account.freshly(account.App.as_view()), name="mfa_activate_totp"),
    path("account/app/weg/", account.AppAway.as_view(), name="mfa_deactivate_totp"),
    path("account/noodcodes/", account.emergency_codes, name="emergency-codes"),
    path("account/passkey/", account.freshly(account.Passkey.as_view()), name="mfa_add_webauthn"),
    path(
        "account/passkey/<int:pk>/weg/", account.PasskeyAway.as_view(), name="mfa_remove_webauthn"
    ),
    path("account/koppelen/<slug:key>/", account.tie, name="tie"),
    path("account/losmaken/<int:tie>/", account.untie, name="untie"),
    path("account/weekbericht/<slug:school>/", account.digest, name="digest"),
    path("weekbericht/uit/<str:token>/", account.digest_off, name="digest-off"),
    path("account/apparaten/", account.end_other_sessions, name="end-other-sessions"),
    path("account/apparaten/<int:session>/", account.end_session, name="end-session"),
]
