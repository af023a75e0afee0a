"""Load on a running service that remembers what was acknowledged, for failover.py and upgrade.py."""

import collections
import http.client
import json
import threading
import time
import uuid


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)


def call(url, method, path, token=None, body=None, **headers):
    connection = http.client.HTTPConnection(url.removeprefix("http://"), timeout=60)
    try:
        headers = {name.replace("_", "-"): value for name, value in headers.items()} | {"content-type": "application/json"}
        if token:
            headers["authorization"] = f"Bearer {token}"
        connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())
    finally:
        connection.close()


def expect(answer, *statuses):
    if answer.status not in statuses:
        raise SystemExit(f"{answer.status} instead of {statuses}: {answer.body.decode()[:500]}")
    return answer


class Load:
    """Writers that remember what was acknowledged and repeat what was not, if it has an idempotency key; and readers."""

    def __init__(self, url, token, client, writers=4, readers=4):
        self.url, self.token, self.client = url, token, client
        self.phase, self.stopping, self.lock = "before", threading.Event(), threading.Lock()
        self.seen = collections.defaultdict(collections.Counter)
        self.acknowledged, self.wrong, self.last_refusal, self.first_after = {}, [], None, None
        self.longest = 0.0
        runs = [threading.Thread(target=self.write) for _ in range(writers)]
        self.threads = runs + [threading.Thread(target=self.read) for _ in range(readers)]
        for thread in self.threads:
            thread.start()

    def attempt(self, method, path, body=None, **headers):
        """One request; none is what may be tried again."""
        started = time.monotonic()
        try:
            answer = call(self.url, method, path, self.token, body, **headers)
            what = f"{method} {answer.status}"
        except (OSError, http.client.HTTPException) as error:
            answer, what = None, f"{method} {type(error).__name__}"
        with self.lock:
            self.longest = max(self.longest, time.monotonic() - started)
            self.seen[self.phase][what] += 1
            if answer is not None and answer.status < 300:
                return answer
            self.last_refusal = time.monotonic()
            kind = answer.headers.get("content-type", "") if answer else ""
            if not (answer and answer.status == 503 and kind == "application/problem+json"):
                self.wrong.append(f"{self.phase}: {what} {path} {answer.body.decode()[:300] if answer else ''}")
        time.sleep(0.1)
        return None

    def repeat(self, method, path, body=None, **headers):
        while not self.stopping.is_set():
            if answer := self.attempt(method, path, body, **headers):
                return answer
        return None

    def write(self):
        made, path = 0, None
        while not self.stopping.is_set():
            if made % 20 == 0:
                created = self.repeat("POST", f"/v1/clients/{self.client}/maps", {"theme": "dementie"},
                                      idempotency_key=str(uuid.uuid4()))
                path = created and created.headers["location"]
                if not path:
                    return
            alias = f"P {uuid.uuid4()}"
            body = {"person": {"alias": alias}, "supports": [{"supportType": "emotional", "availability": "could-ask"}]}
            # Every second one without a key, and asked for once: those go another way past the pool (ADR 20).
            keyed, made = made % 2, made + 1
            created = (self.repeat("POST", f"{path}/supporters", body, idempotency_key=str(uuid.uuid4())) if keyed
                       else self.attempt("POST", f"{path}/supporters", body))
            if not created:
                continue
            with self.lock:
                self.acknowledged[alias] = created.headers["location"]
                if self.phase == "after" and not self.first_after:
                    self.first_after = time.monotonic()
            # Whichever process answers, and whoever it reads from: what was acknowledged is there.
            whole = self.repeat("GET", path)
            if whole and alias.encode() not in whole.body:
                self.wrong.append(f"{self.phase}: {path} does not show what was acknowledged before")

    def read(self):
        paths = ["/v1/caseload", f"/v1/clients/{self.client}/helpers?supportType=emotional", f"/v1/clients/{self.client}/maps"]
        while not self.stopping.is_set():
            for path in paths:
                self.attempt("GET", path)

    def stop(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join()


def aliases(load):
    """Of every person of the client."""
    path = f"/v1/clients/{load.client}/persons?limit=200"
    while path:
        page = call(load.url, "GET", path, load.token).json()
        yield from (person["alias"] for person in page["items"])
        path = page["next"]


def lost_and_doubled(load):
    """The persons that were acknowledged and are not there, and those that are there more than once."""
    kept = collections.Counter(alias for alias in aliases(load) if alias.startswith("P "))
    print(f"acknowledged {len(load.acknowledged)}, kept {len(kept)}")
    return [alias for alias in load.acknowledged if alias not in kept], [alias for alias, count in kept.items() if count > 1]
