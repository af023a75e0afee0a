"""A browser and a front end: links an identity at a real provider, logs in with it, and logs out there.

`identity_provider.py URL ISSUER PROVIDER` runs against a demo server, and starts the provider at ISSUER with Node.js.
"""

import http.cookiejar
import json
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

URL, ISSUER, PROVIDER = sys.argv[1:]
PASSWORD = "omringd-demo"
SECRET = "een geheim / met & tekens"


def call(method, path, token=None, body=None):
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    data = None if body is None else json.dumps(body).encode()
    try:
        with urllib.request.urlopen(urllib.request.Request(URL + path, data, headers, method=method)) as answer:
            content = answer.read()
            return answer.status, json.loads(content) if content else None
    except urllib.error.HTTPError as refused:
        return refused.code, json.load(refused)


def expect(wanted, answer):
    status, content = answer
    assert status == wanted, f"expected {wanted}, got {status}: {content}"
    return content


class Browser:
    """Follows redirects by hand and fills in the forms of the provider, until it returns to the front end."""

    def __init__(self):
        class Stay(urllib.request.HTTPRedirectHandler):
            def redirect_request(self, *_):
                return None

        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(cookies, Stay)

    def open(self, url, form=None):
        data = None if form is None else urlencode(form).encode()
        try:
            with self.opener.open(url, data) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as other:
            return other.code, other.headers, other.read().decode()

    def authorize(self, url, login):
        form = None
        for _ in range(20):
            status, headers, page = self.open(url, form)
            form = None
            if status in (302, 303):
                url = urljoin(url, headers["Location"])
                if url.startswith("https://front-end.example/"):
                    return url
                continue
            assert status == 200, f"{url}: {status} {page[:500]}"
            action = re.search(r'<form[^>]*action="([^"]+)"', page)[1]
            prompt = re.search(r'name="prompt" value="([^"]+)"', page)[1]
            url, form = urljoin(url, action), {"prompt": prompt, "login": login, "password": "x"}
        raise AssertionError("the provider does not come to an end")

    def log_out(self):
        _, _, page = self.open(f"{ISSUER}/session/end")
        action = re.search(r'action="([^"]+)"', page)[1]
        xsrf = re.search(r'name="xsrf" value="([^"]+)"', page)[1]
        status, _, page = self.open(urljoin(ISSUER, action), {"xsrf": xsrf, "logout": "yes"})
        assert status in (200, 303), f"{status} {page[:500]}"


def callback(address, provider, begun):
    path, query = urlsplit(address).path, {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    assert path == f"/provider-log-in/{provider}", path
    assert query["iss"] == ISSUER, query
    return {
        "providerId": provider, "code": query["code"], "state": query["state"], "iss": query["iss"],
        "secret": begun["secret"],
    }


def log_in(email):
    session = expect(201, call("POST", "/v1/sessions", body={"email": email, "password": PASSWORD}))
    return session["accessToken"]


admin, coach = log_in("admin@demo.test"), log_in("coach@demo.test")
registered = expect(201, call("POST", "/v1/identity-providers", admin, {
    "name": "De Linde", "issuer": ISSUER, "clientId": "omringd", "clientSecret": SECRET,
}))
keyed = expect(201, call("POST", "/v1/identity-providers", admin, {
    "name": "De Linde, met sleutel", "issuer": ISSUER, "clientId": "omringd-key", "clientAuthentication": "private-key",
}))
arguments = ["omringd", SECRET, registered["redirectUri"], registered["backchannelLogoutUri"]]
arguments += ["omringd-key", keyed["redirectUri"], keyed["jwksUri"]]
process = subprocess.Popen(["node", PROVIDER, ISSUER, *arguments], stdout=subprocess.PIPE)
try:
    process.stdout.readline()
    provider, browser = registered["id"], Browser()

    begun = expect(201, call("POST", "/v1/provider-log-ins", body={"providerId": provider}))
    returned = browser.authorize(begun["authorizationUrl"], "coach-at-work")
    unknown = {"callback": callback(returned, provider, begun)}
    expect(401, call("POST", "/v1/provider-log-ins/completions", body=unknown))
    print("An identity that is not linked is refused")

    begun = expect(201, call("POST", "/v1/me/identity-requests", coach, {"providerId": provider}))
    returned = browser.authorize(begun["authorizationUrl"], "coach-at-work")
    linked = expect(201, call("POST", "/v1/me/identities", coach, callback(returned, provider, begun)))
    print("Linked:", linked["provider"])

    begun = expect(201, call("POST", "/v1/provider-log-ins", body={"providerId": provider}))
    returned = browser.authorize(begun["authorizationUrl"], "coach-at-work")
    body = {"callback": callback(returned, provider, begun)}
    session = expect(201, call("POST", "/v1/provider-log-ins/completions", body=body))
    expect(401, call("POST", "/v1/provider-log-ins/completions", body=body))
    current = expect(200, call("GET", "/v1/sessions/current", session["accessToken"]))
    assert current["email"] == "coach@demo.test" and current["factors"] == ["identity-provider"], current
    assert current["confirmedAt"], current
    print("Logged in:", current["user"]["name"], "in", current["organisation"]["name"])

    begun = expect(201, call("POST", "/v1/me/identity-requests", coach, {"providerId": keyed["id"]}))
    returned = browser.authorize(begun["authorizationUrl"], "coach-at-work")
    expect(201, call("POST", "/v1/me/identities", coach, callback(returned, keyed["id"], begun)))
    begun = expect(201, call("POST", "/v1/provider-log-ins", body={"providerId": keyed["id"]}))
    body = {"callback": callback(browser.authorize(begun["authorizationUrl"], "coach-at-work"), keyed["id"], begun)}
    expect(201, call("POST", "/v1/provider-log-ins/completions", body=body))
    print("Logged in with a private key (private_key_jwt)")

    browser.log_out()
    for _ in range(50):
        status, _ = call("GET", "/v1/sessions/current", session["accessToken"])
        if status == 401:
            break
        time.sleep(0.1)
    assert status == 401, "the log-out at the provider did not arrive"
    expect(200, call("GET", "/v1/sessions/current", coach))
    print("Logged out at the provider")
finally:
    process.terminate()
