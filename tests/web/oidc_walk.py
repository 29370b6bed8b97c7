"""Run by test_accounts_oidc.py: a stranger and a member come with the identity provider that the environment names."""

import os
from urllib.parse import parse_qs, urlsplit

os.environ["DJANGO_SETTINGS_MODULE"] = "plethu_web.config.settings"

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
call_command("migrate", verbosity=0)

from allauth.socialaccount.models import SocialAccount, SocialToken  # noqa: E402

from plethu_web.accounts.actions import create_account  # noqa: E402
from plethu_web.accounts.models import User  # noqa: E402


def come(client: Client) -> None:
    """Press the button, and come back from the provider."""
    page = client.get("/en/accounts/login/", headers={"host": "localhost"}).content.decode()
    assert "Sign in with Example Council" in page
    away = client.post("/accounts/oidc/oidc/login/?process=login", headers={"host": "localhost"})
    assert away.status_code == 302, away.content
    url = urlsplit(away.url)
    assert away.url.startswith(os.environ["PLETHU_OIDC_ISSUER"] + "/authorize?")
    asked = parse_qs(url.query)
    assert asked["code_challenge_method"] == ["S256"]
    state = asked["state"][0]
    back = f"/accounts/oidc/oidc/login/callback/?code=x&state={state}"
    client.get(back, headers={"host": "localhost"}, follow=True)


stranger = Client()
come(stranger)
assert "_auth_user_id" not in stranger.session
assert not User.objects.exists()
print("stranger-kept-out")

mair = create_account(email="mair@example.org", name="Mair", by=None)
member = Client()
come(member)
print("led-to-the-provider")
assert member.session["_auth_user_id"] == str(mair.pk)
print("signed-in")
assert SocialAccount.objects.get().user == mair
assert User.objects.count() == 1
print("same-person")
assert not SocialToken.objects.exists()
print("nothing-stored")
