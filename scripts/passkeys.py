"""A front end with passkeys in a real browser: `passkeys.py URL FRONT_END` runs against a demo server.

The script in the page is the one of docs/log-in.md.
"""

import contextlib
import http.server
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

from websockets.sync.client import connect

URL, FRONT_END = sys.argv[1:]
DOCUMENTED = pathlib.Path(__file__).parent.parent / "docs" / "log-in.md"
FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync --remote-debugging-port=0""".split()
PAGE = """<!doctype html><title>Front end</title><script>
let token = null;
const call = async (path, body) => {
  const headers = { "Content-Type": "application/json", ...token && { Authorization: `Bearer ${token}` } };
  const answer = await fetch(URL_OF_SERVICE + path, { method: "POST", headers, body: body && JSON.stringify(body) });
  const said = await answer.json();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(said)}`);
  token = said.accessToken ?? token;
  return said;
};
const get = async (path) => (await fetch(URL_OF_SERVICE + path, { headers: { Authorization: `Bearer ${token}` } })).json();
const logOut = async () => {
  await fetch(`${URL_OF_SERVICE}/v1/sessions/current`, { method: "DELETE", headers: { Authorization: `Bearer ${token}` } });
  token = null;
};
DOCUMENTED
</script>"""


def page():
    """The page, with the script of the documentation."""
    section = DOCUMENTED.read_text().split("## Passkeys")[1].split("\n## ")[0]
    script = "\n".join(re.findall(r"^    (.*)$", section, re.MULTILINE))
    return PAGE.replace("URL_OF_SERVICE", json.dumps(URL)).replace("DOCUMENTED", script).encode()


class FrontEnd(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page())

    def log_message(self, *_):
        pass


class Browser:
    """Chromium, by its DevTools protocol."""

    def __init__(self, directory):
        self.process = subprocess.Popen(["chromium", *FLAGS, f"--user-data-dir={directory}", "about:blank"],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        port = self.wait(pathlib.Path(directory) / "DevToolsActivePort")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json") as answer:
            target = next(one for one in json.load(answer) if one["type"] == "page")
        self.number, self.open = 0, contextlib.ExitStack()
        self.socket = self.open.enter_context(connect(target["webSocketDebuggerUrl"], max_size=None))

    @staticmethod
    def wait(file):
        for _ in range(300):
            if file.exists() and (lines := file.read_text().splitlines()):
                return lines[0]
            time.sleep(0.1)
        raise SystemExit("Chromium did not start")

    def do(self, method, **parameters):
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv(timeout=60))
            if answer.get("id") == self.number:
                assert "error" not in answer, (method, answer)
                return answer["result"]

    def run(self, script):
        """The value of an expression in the page, awaited."""
        result = self.do("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True)
        assert "exceptionDetails" not in result, (script, result)
        return result["result"].get("value")


def main():
    port = int(FRONT_END.rsplit(":", 1)[1])
    server = http.server.ThreadingHTTPServer(("localhost", port), FrontEnd)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as directory:
        browser = Browser(directory)
        try:
            scenario(browser)
        finally:
            browser.open.close()
            browser.process.terminate()
            browser.process.wait(timeout=20)


def scenario(browser):
    browser.do("Page.enable")
    browser.do("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    authenticator = browser.do("WebAuthn.addVirtualAuthenticator", options=options)["authenticatorId"]
    browser.do("Page.navigate", url=FRONT_END)
    for _ in range(100):
        if browser.run("location.href.startsWith('http') && typeof logIn") == "function":
            break
        time.sleep(0.1)

    email = "coach@demo.test"
    browser.run(f"call('/v1/sessions', {{ email: '{email}', password: 'omringd-demo' }})")
    added = browser.run("add('Laptop')")
    assert added["kind"] == "passkey" and len(added["recoveryCodes"]) == 10, added
    browser.run("logOut()")
    session = browser.run(f"logIn('{email}')")
    assert session["secondFactor"] == "given" and session["session"]["factors"] == ["passkey"], session
    assert browser.run("get('/v1/caseload')")["items"]
    assert browser.run("confirm()")["factors"] == ["passkey"]
    # A password alone no longer suffices; the passkey is what it waits for.
    waiting = browser.run(f"call('/v1/sessions', {{ email: '{email}', password: 'omringd-demo' }})")
    assert waiting["secondFactor"] == "expected", waiting
    assert browser.run("confirm()")["secondFactor"] == "given"
    # A user whom the authenticator does not verify, and an address that has no account.
    browser.do("WebAuthn.setUserVerified", authenticatorId=authenticator, isUserVerified=False)
    refused = browser.run(f"logIn('{email}').then(() => 'in', (error) => error.name)")
    assert refused == "NotAllowedError", refused
    browser.do("WebAuthn.setUserVerified", authenticatorId=authenticator, isUserVerified=True)
    refused = browser.run("logIn('niemand@demo.test').then(() => 'in', (error) => error.name)")
    assert refused == "NotAllowedError", refused
    used = browser.do("WebAuthn.getCredentials", authenticatorId=authenticator)["credentials"]
    print(f"Added a passkey and used it {used[0]['signCount'] - 1} times")


main()
