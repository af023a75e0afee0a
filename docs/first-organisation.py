"""From an empty database to a record system that creates a client: every request of the first day, in order.

    docs/first-organisation.py OMRINGD DIRECTORY

starts the program OMRINGD on an empty SQLite database in DIRECTORY, with the settings of production: second factors are
demanded, and invitations come by mail (here into files). It needs `cryptography` and `pyjwt`; CI runs it
(scripts/first-organisation.sh).
"""

import base64
import email
import email.policy
import hashlib
import hmac
import json
import os
import pathlib
import re
import secrets
import socket
import struct
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from urllib.parse import urlencode

import jwt
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

PROGRAM, DIRECTORY = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    PORT = free.getsockname()[1]
URL = f"http://localhost:{PORT}"
FRONT_END = URL
PASSWORD = "een lange zin is sterk genoeg"
NUMBER = {"system": "https://ecd.example.nl/clientnummer", "value": "20261128-1"}
SETTINGS = {
    "OMRINGD_DATABASE_URL": f"sqlite:{DIRECTORY.resolve()}/omringd.db",
    "OMRINGD_KEY_DIRECTORY": f"{DIRECTORY.resolve()}/keys",
    "OMRINGD_MAIL_DIRECTORY": f"{DIRECTORY.resolve()}/mail",
    "OMRINGD_MAIL_FROM": "Omringd <omringd@example.nl>",
    "OMRINGD_FRONT_END_URL": FRONT_END,
    "OMRINGD_LISTEN": f"127.0.0.1:{PORT}",
    "OMRINGD_PUBLIC_URL": URL,
    "OMRINGD_LOG_LEVEL": "error",
}


def omringd(*arguments, **more):
    environment = {**os.environ, **SETTINGS, **more}
    subprocess.run([PROGRAM, *arguments], env=environment, check=True, stdout=subprocess.DEVNULL)


def call(method, path, token=None, body=None, expected=200):
    headers = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    data = None if body is None else json.dumps(body).encode()
    try:
        with urllib.request.urlopen(urllib.request.Request(URL + path, data, headers, method=method)) as answer:
            status, content = answer.status, json.loads(answer.read() or b"null")
    except urllib.error.HTTPError as refused:
        status, content = refused.code, json.load(refused)
    assert status == expected, (method, path, status, content)
    return content


def secret_of_mail(address):
    """The secret after `#` in the mail to this address, which a page of the front end reads."""
    for _ in range(100):
        for file in (DIRECTORY / "mail").glob("*.eml"):
            mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
            text = mail.get_body(("plain",)).get_content()
            found = re.search(rf"{FRONT_END}/invitation#(\S+)", text)
            if mail["To"] == address and found:
                return found[1]
        time.sleep(0.1)
    raise AssertionError(f"no mail to {address}")


def accept(address, name):
    """Accepts the invitation mailed to this address, with a new account; returns an access token."""
    secret = secret_of_mail(address)
    call("POST", "/v1/invitation-lookups", body={"secret": secret})
    body = {"secret": secret, "name": name, "password": PASSWORD}
    return call("POST", "/v1/invitation-acceptances", body=body, expected=201)["loggedIn"]["accessToken"]


def add_app(token):
    """Adds an authenticator app (RFC 6238) to the account."""
    added = call("POST", "/v1/me/second-factors", token, {"name": "Telefoon"}, 201)
    key = base64.b32decode(added["secret"] + "=" * (-len(added["secret"]) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), "sha1")
    code = struct.unpack(">I", digest[digest[-1] & 15 :][:4])[0] & 0x7FFFFFFF
    confirm = f"/v1/me/second-factors/{added['id']}/confirmations"
    call("POST", confirm, token, {"code": f"{code % 10**6:06}"})


def text(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Passkey:
    """A passkey with user verification, as a telephone makes one. A browser does this in `navigator.credentials`."""

    def __init__(self):
        self.key, self.id, self.uses = ec.generate_private_key(ec.SECP256R1()), secrets.token_bytes(32), 0

    def data(self, flags):
        self.uses += 1
        return hashlib.sha256(b"localhost").digest() + bytes([flags]) + struct.pack(">I", self.uses)

    def credential(self, kind, challenge, response):
        client = json.dumps({"type": kind, "challenge": challenge, "origin": FRONT_END, "crossOrigin": False}).encode()
        parts = {"clientDataJSON": client, **response(hashlib.sha256(client).digest())}
        parts = {name: text(part) for name, part in parts.items()}
        return {"id": text(self.id), "rawId": text(self.id), "type": "public-key", "response": parts}

    def create(self, options):
        point = self.key.public_key().public_numbers()
        x, y = (number.to_bytes(32, "big") for number in (point.x, point.y))
        cose = b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20" + x + b"\x22\x58\x20" + y
        data = self.data(0x45) + bytes(16) + struct.pack(">H", len(self.id)) + self.id + cose
        attestation = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58" + bytes([len(data)]) + data
        return self.credential("webauthn.create", options["challenge"], lambda _: {"attestationObject": attestation})

    def get(self, options):
        def response(client):
            data = self.data(0x05)
            return {"authenticatorData": data, "signature": self.key.sign(data + client, ec.ECDSA(hashes.SHA256()))}

        return self.credential("webauthn.get", options["challenge"], response)


def integration_token(client_id, key):
    server = call("GET", "/.well-known/oauth-authorization-server")
    now = int(time.time())
    claims = {"iss": client_id, "sub": client_id, "aud": server["issuer"], "jti": str(uuid.uuid4()), "iat": now}
    form = {
        "grant_type": "client_credentials",
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": jwt.encode({**claims, "exp": now + 60}, key, "ES256", headers={"kid": "2026-11"}),
    }
    with urllib.request.urlopen(server["token_endpoint"], urlencode(form).encode()) as answer:
        return json.load(answer)["access_token"]


def first_day():
    log_in = {"email": "beheer@example.nl", "password": PASSWORD}
    operator = call("POST", "/v1/sessions", body=log_in, expected=201)["accessToken"]
    add_app(operator)
    body = {"name": "Zorggroep De Linde", "admin": {"email": "anja@delinde.example"}}
    call("POST", "/v1/organisations", operator, body, 201)
    print("The operator added a second factor, and created an organisation.")

    admin = accept("anja@delinde.example", "Anja Smit")
    call("GET", "/v1/members", admin, expected=403)
    add_app(admin)
    call("GET", "/v1/members", admin)
    call("POST", "/v1/invitations", admin, {"email": "marijke@delinde.example", "roles": ["coach"]}, 201)
    print("The administrator accepted the mailed invitation, added a second factor, and invited a coach.")

    coach, passkey = accept("marijke@delinde.example", "Marijke Bos"), Passkey()
    challenge = call("POST", "/v1/me/passkey-registrations", coach, {}, 201)
    answer = {"ceremony": challenge["ceremony"], "credential": passkey.create(challenge["options"])}
    call("POST", "/v1/me/passkeys", coach, {"name": "Telefoon", **answer}, 201)
    challenge = call("POST", "/v1/passkey-challenges", body={"email": "marijke@delinde.example"}, expected=201)
    answer = {"ceremony": challenge["ceremony"], "credential": passkey.get(challenge["options"])}
    body = {"email": "marijke@delinde.example", **answer}
    session = call("POST", "/v1/passkey-sessions", body=body, expected=201)
    coach, coach_id = session["accessToken"], call("GET", "/v1/sessions/current", session["accessToken"])["user"]["id"]
    print("The coach accepted, and logged in with a passkey and no password.")

    client = call("POST", "/v1/clients", admin, {"name": "Saskia de Wit"}, 201)["id"]
    body = {"coachId": coach_id, "basis": "Aanmelding door de huisarts"}
    call("POST", f"/v1/clients/{client}/assignments", admin, body, 201)
    call("POST", "/v1/invitations", admin, {"email": "saskia@example.nl", "clientId": client}, 201)
    saskia = accept("saskia@example.nl", "Saskia de Wit")
    assert call("GET", "/v1/caseload", coach)["items"][0]["clientId"] == client
    map_id = call("POST", f"/v1/clients/{client}/maps", saskia, {"theme": "dementie"}, 201)["id"]
    call("GET", f"/v1/maps/{map_id}", coach)
    print("The client accepted and began a map, which the coach sees.")

    key = ec.generate_private_key(ec.SECP256R1())
    public = {**jwt.algorithms.ECAlgorithm.to_jwk(key.public_key(), as_dict=True), "kid": "2026-11", "alg": "ES256"}
    body = {"name": "ECD", "scopes": ["clients.write"], "jwks": {"keys": [public]}}
    integration = call("POST", "/v1/integrations", admin, body, 201)["id"]
    record_system = integration_token(integration, key)
    body = {"name": "Fenna Hoekstra", "externalIdentifiers": [NUMBER]}
    created = call("POST", "/v1/clients", record_system, body, 201)["id"]
    found = call("POST", "/v1/clients/search", record_system, {"externalIdentifier": NUMBER})["items"]
    assert [one["id"] for one in found] == [created], found
    print("The record system created a client by its own number, and found it again.")


def main():
    omringd("operator", "create", "--email", "beheer@example.nl", "--name", "Beheer", OMRINGD_OPERATOR_PASSWORD=PASSWORD)
    server = subprocess.Popen([PROGRAM, "serve"], env={**os.environ, **SETTINGS})
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{URL}/health/ready")
                break
            except OSError:
                time.sleep(0.1)
        first_day()
    finally:
        server.terminate()
        server.wait(20)


main()
