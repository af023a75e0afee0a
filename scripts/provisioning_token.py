"""Prints a token for `/scim/v2` of a demo server: `provisioning_token.py URL`. An administrator makes it once."""

import json
import sys
import urllib.request


def post(path, body, token=None):
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    request = urllib.request.Request(sys.argv[1] + path, json.dumps(body).encode(), headers, method="POST")
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


admin = post("/v1/sessions", {"email": "admin@demo.test", "password": "omringd-demo"})["accessToken"]
scopes = ["members.write", "members.grant-admin"]
integration = post("/v1/integrations", {"name": "Identity provider", "scopes": scopes}, admin)
print(post(f"/v1/integrations/{integration['id']}/tokens", {"validDays": 1}, admin)["secret"])
