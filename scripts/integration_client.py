"""A client record system: creates a client by number, finds it again, and fetches a card as PDF once the client consents.

`integration_client.py URL` runs against a demo server. The part of the record system is the class `RecordSystem`; the rest
is what people do in the front end.
"""

import json
import sys
import time
import urllib.error
import urllib.request
import uuid
from urllib.parse import urlencode

import jwt
from cryptography.hazmat.primitives.asymmetric import ec

URL = sys.argv[1]
ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
NUMBER = {"system": "https://ecd.example.nl/clientnummer", "value": "20261127-1"}


def call(method, path, token=None, body=None, accept="application/json", **headers):
    headers = {"Content-Type": "application/json", "Accept": accept, **headers}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    data = None if body is None else json.dumps(body).encode()
    try:
        with urllib.request.urlopen(urllib.request.Request(URL + path, data, headers, method=method)) as answer:
            content = answer.read()
            return answer.status, json.loads(content) if accept == "application/json" else content
    except urllib.error.HTTPError as refused:
        return refused.code, json.load(refused)


class RecordSystem:
    """Holds the private key, and gets a token with it when it needs one."""

    def __init__(self):
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.client_id, self.token, self.ends_at = None, None, 0

    def public_keys(self):
        key = jwt.algorithms.ECAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        return {"keys": [{**key, "kid": "2026-11", "use": "sig", "alg": "ES256"}]}

    def assertion(self, issuer):
        now = int(time.time())
        claims = {"iss": self.client_id, "sub": self.client_id, "aud": issuer, "jti": str(uuid.uuid4())}
        return jwt.encode({**claims, "iat": now, "exp": now + 60}, self.key, "ES256", headers={"kid": "2026-11"})

    def ask_for_token(self, assertion, endpoint):
        form = {"grant_type": "client_credentials", "client_assertion_type": ASSERTION, "client_assertion": assertion}
        try:
            with urllib.request.urlopen(endpoint, urlencode(form).encode()) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refused:
            return refused.code, json.load(refused)

    def call(self, method, path, *args, **more):
        if time.time() > self.ends_at - 30:
            _, server = call("GET", "/.well-known/oauth-authorization-server")
            status, answer = self.ask_for_token(self.assertion(server["issuer"]), server["token_endpoint"])
            assert status == 200, answer
            self.token, self.ends_at = answer["access_token"], time.time() + answer["expires_in"]
        return call(method, path, self.token, *args, **more)


def expect(status, answer):
    assert answer[0] == status, answer
    return answer[1]


def log_in(user):
    body = {"email": f"{user}@demo.test", "password": "omringd-demo"}
    return expect(201, call("POST", "/v1/sessions", body=body))["accessToken"]


def main():
    admin, saskia, ecd = log_in("admin"), log_in("saskia"), RecordSystem()
    body = {"name": "ECD", "scopes": ["clients.write", "cards.read"], "jwks": ecd.public_keys()}
    ecd.client_id = expect(201, call("POST", "/v1/integrations", admin, body))["id"]

    body = {"name": "Fenna Hoekstra", "externalIdentifiers": [NUMBER]}
    created = expect(201, ecd.call("POST", "/v1/clients", body))
    found = expect(200, ecd.call("POST", "/v1/clients/search", {"externalIdentifier": NUMBER}))["items"]
    assert [client["id"] for client in found] == [created["id"]], found
    again = expect(200, ecd.call("POST", "/v1/clients?ifExists=return", body))
    assert again["id"] == created["id"], again
    print("creates a client by its number, and finds it again")

    found = expect(200, ecd.call("POST", "/v1/clients/search", {"name": "Saskia de Wit"}))["items"]
    client = found[0]["id"]
    cards = f"/v1/clients/{client}/cards"
    expect(403, ecd.call("GET", cards))
    body = {"integrationId": ecd.client_id, "purpose": "read-cards", "textVersion": "2026-11", "textLanguage": "nl"}
    consent = expect(201, call("POST", f"/v1/clients/{client}/consents", saskia, body))
    card = expect(200, ecd.call("GET", cards))["items"][-1]
    picture = f"/v1/cards/{card['id']}/picture"
    pdf = expect(200, ecd.call("GET", picture, accept="application/pdf"))
    assert pdf.startswith(b"%PDF-"), pdf[:20]
    print(f"fetches a card as PDF of {len(pdf)} bytes once the client consents")

    expect(200, call("POST", f"/v1/consents/{consent['id']}/withdrawals", saskia))
    expect(404, ecd.call("GET", picture, accept="application/pdf"))
    print("gets 404 on the next request after the client withdraws")

    assertion, endpoint = ecd.assertion(URL), URL + "/oauth2/token"
    assert ecd.ask_for_token(assertion, endpoint)[0] == 200
    assert ecd.ask_for_token(assertion, endpoint) == (401, {
        "error": "invalid_client",
        "error_description": "The client assertion is not valid, or was used before.",
    })
    print("gets one token for one assertion")


main()
