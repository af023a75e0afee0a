"""Runs the example of a client record system, and is the people around it.

`integration_client.py URL` runs against a demo server: an administrator registers the record system, Saskia consents and
withdraws, and the example must follow.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from omringd import AccessToken, Omringd, every
from omringd.models import (
    CreateConsent,
    CreateIntegration,
    ExternalIdentifier,
    LogIn,
    PublicKeySet,
    SearchClients,
    UpdateIntegration,
)

URL = sys.argv[1]
EXAMPLE = Path(__file__).parent.parent / "clients/python/examples/record_system.py"
NUMBER = ExternalIdentifier(system="https://ecd.example.nl/clientnummer", value="20261127-1")


def log_in(user):
    body = LogIn(email=f"{user}@demo.test", password="omringd-demo")
    return Omringd(URL, AccessToken(Omringd(URL).sessions.log_in(body=body).access_token))


def public_keys(key):
    public = jwt.algorithms.ECAlgorithm.to_jwk(key.public_key(), as_dict=True)
    return PublicKeySet.from_dict({"keys": [{name: public[name] for name in ("kty", "crv", "x", "y")}]})


def wait_for(found):
    for _ in range(100):
        if found():
            return
        time.sleep(0.1)
    raise AssertionError("the example did not do it within 10 seconds")


def main():
    folder = Path(tempfile.mkdtemp())
    admin, saskia, key = log_in("admin"), log_in("saskia"), ec.generate_private_key(ec.SECP256R1())
    body = CreateIntegration(name="ECD", scopes=["clients.write", "cards.read"], jwks=public_keys(key))
    ecd = admin.integrations.create_integration(body=body)
    (folder / "key.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    (folder / "clients.csv").write_text(f"number,name\n{NUMBER.value},Fenna Hoekstra\n")

    def run_example():
        inputs = [URL, str(ecd.id), folder / "key.pem", folder / "clients.csv", folder / "cards"]
        return subprocess.Popen([sys.executable, EXAMPLE, *inputs])

    def consent():
        body = CreateConsent(integration_id=ecd.id, purpose="read-cards", text_version="2026-11", text_language="nl")
        return saskia.consents.create_consent(client_id, body=body)

    def pdfs():
        return {file.stem: file.read_bytes() for file in (folder / "cards" / str(client_id)).glob("*.pdf")}

    client_id = saskia.sessions.show_current_session().client_id
    cards = {str(card.id) for card in every(saskia.cards.list_client_cards, client_id)}
    example = run_example()
    try:
        wait_for((folder / "cards" / "position").exists)
        found = admin.clients.search_clients(body=SearchClients(external_identifier=NUMBER)).items
        assert [client.name for client in found] == ["Fenna Hoekstra"], found
        assert pdfs() == {}
        print("creates a client by its number, and fetches no card without consent")

        given = consent()
        wait_for(lambda: pdfs().keys() == cards)
        assert all(pdf.startswith(b"%PDF-") for pdf in pdfs().values())
        print("fetches the cards as PDF once the client consents")
    finally:
        example.kill()
        example.wait()

    saskia.consents.withdraw_consent(given.id)
    for file in (folder / "cards" / str(client_id)).iterdir():
        file.unlink()
    example = run_example()
    try:
        position = (folder / "cards" / "position").read_text()
        wait_for(lambda: (folder / "cards" / "position").read_text() != position)
        assert pdfs() == {}
        again = admin.clients.search_clients(body=SearchClients(external_identifier=NUMBER)).items
        assert again == found, again
        print("creates no client twice, and fetches no card once the client withdrew")

        read = admin.integrations.show_integration(ecd.id)
        admin.integrations.update_integration(ecd.id, body=UpdateIntegration(enabled=False), if_match=admin.tag(read))
        assert example.wait(30) == 0
        print("ends when the administrator disables it")
    finally:
        example.kill()
        example.wait()


main()
