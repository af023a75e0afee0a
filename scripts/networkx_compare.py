"""Enters the real networks into a demo server, reads the insights back and compares them with networkx.

The columns are read as tests/it/transnat.rs reads them.
"""

import csv
import json
import math
import sys
import time
import urllib.request
from collections import Counter, defaultdict
from pathlib import Path
from secrets import randbits

import networkx as nx

URL, DATA = sys.argv[1], Path(sys.argv[2])
STRENGTHS = {"loose contact": 1, "less than good": 2, "good": 3}
RINGS = {"": None, "very close": "inner", "close": "middle"}


def call(method, path, token=None, body=None):
    headers = {"Content-Type": "application/json", "If-Match": "*"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    if method == "GET":
        del headers["If-Match"]
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(URL + path, data, headers, method=method)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def log_in(user):
    body = {"email": f"{user}@demo.test", "password": "omringd-demo"}
    return call("POST", "/v1/sessions", body=body)["accessToken"]


def uuid7():
    value = (int(time.time() * 1000) << 80) | (7 << 76) | (randbits(12) << 64) | (2 << 62) | randbits(62)
    text = f"{value:032x}"
    return "-".join([text[:8], text[8:12], text[12:16], text[16:20], text[20:]])


def supports(row):
    answers = [row[name] for name in ("talk", "help", "money", "advice", "hobby", "rely")]
    if not any(answers):
        return None
    given = {
        "emotional": row["talk"] == "yes",
        "practical": "yes" in (row["help"], row["money"]),
        "informational": row["advice"] == "yes",
        "companionship": row["hobby"] == "yes",
        "reliance": row["rely"] == "yes",
    }
    return [
        {
            "supportType": code,
            "direction": "received",
            "availability": "could-ask" if code == "reliance" else "received-now",
        }
        for code, yes in given.items()
        if yes
    ]


def relationship(row):
    first = row["relationship"].split("|")[0]
    return {"": None, "kin": "other-family"}.get(first, first)


def enter(coach, client, alters, ties):
    """Saves one network as a map; gives back its path and the id of each alter's supporter."""
    path = "/v1/maps/" + call("POST", f"/v1/clients/{client}/maps", coach, {"theme": "emigratie"})["id"]
    persons = {row["alterID"]: uuid7() for row in alters}
    ids = {row["alterID"]: uuid7() for row in alters}
    content = {
        "persons": [
            {"id": persons[row["alterID"]], "alias": row["alterID"], "relationship": relationship(row)}
            for row in alters
        ],
        "supporters": [
            {
                "id": ids[row["alterID"]],
                "personId": persons[row["alterID"]],
                "closeness": RINGS.get(row["intensity"], "outer"),
                "supports": supports(row),
            }
            for row in alters
        ],
        "ties": [
            {"id": uuid7(), "supporterIds": [ids[a], ids[b]], "strength": STRENGTHS[quality]}
            for a, b, quality in ties
            if quality in STRENGTHS
        ],
        "needs": [],
    }
    call("PUT", f"{path}/content", coach, content)
    return path, ids


def entropy(words):
    counts = Counter(word for word in words if word is not None)
    total = sum(counts.values())
    return sum(c / total * math.log2(total / c) for c in counts.values()) if total else None


def expected(alters, ties, ids):
    """The measures by networkx: over the alters, with the ego among them, and of supporters with what they give."""
    graph = nx.Graph()
    graph.add_nodes_from(ids.values())
    graph.add_edges_from((ids[a], ids[b]) for a, b, quality in ties if quality in STRENGTHS)
    with_ego = graph.copy()
    with_ego.add_edges_from(("ego", node) for node in graph)
    links = nx.Graph()
    answered = 0
    for row in alters:
        given = supports(row)
        answered += given is not None
        links.add_edges_from((ids[row["alterID"]], each["supportType"]) for each in given or [])
    most = max((links.degree(node) for node in graph if node in links), default=0)
    measures = {
        "supporters": graph.number_of_nodes(),
        "ties": graph.number_of_edges(),
        # networkx says 0 where there is no pair; we say undefined.
        "density": nx.density(graph) if len(graph) > 1 else None,
        "effectiveSize": nx.effective_size(with_ego, nodes=["ego"])["ego"],
        "components": nx.number_connected_components(graph),
        "isolates": sorted(nx.isolates(graph)),
        "concentration": most / links.number_of_edges() if links.number_of_edges() else None,
        "multiplexity": links.number_of_edges() / answered if answered else None,
        "ringEntropy": entropy(RINGS.get(row["intensity"], "outer") for row in alters),
        "relationshipEntropy": entropy(relationship(row) for row in alters),
    }
    return graph, measures


def told(insights):
    measures = insights["measures"]
    names = ["supporters", "ties", "density", "effectiveSize", "components", "isolates", "multiplexity"]
    ours = {name: measures[name] for name in names}
    ours["concentration"] = measures["concentration"] and measures["concentration"]["share"]
    ours["ringEntropy"] = measures["closenesses"]["entropy"]
    ours["relationshipEntropy"] = measures["relationships"]["entropy"]
    return ours


def pieces(graph, gone):
    """The components that the one of `gone` falls apart into, if it does."""
    rest = graph.subgraph(nx.node_connected_component(graph, gone) - {gone})
    parts = sorted(sorted(part) for part in nx.connected_components(rest))
    return parts if len(parts) > 1 else []


def main():
    alters, ties = defaultdict(list), defaultdict(list)
    for row in csv.DictReader((DATA / "alters.csv").open()):
        alters[row["egoID"]].append(row)
    for row in csv.DictReader((DATA / "ties.csv").open()):
        ties[row["egoID"]].append((row["Source"], row["Target"], row["quality"]))
    own = [{"code": "reliance", "labels": {"nl": "Op rekenen", "en": "To rely on"}}]
    call("PUT", "/v1/vocabulary", log_in("admin"), {"supportTypes": own})
    coach = log_in("coach")
    client = call("GET", "/v1/clients", coach)["items"][0]["id"]

    largest, differing, absences, splits = defaultdict(float), [], 0, 0
    for ego, rows in alters.items():
        path, ids = enter(coach, client, rows, ties[ego])
        graph, theirs = expected(rows, ties[ego], ids)
        ours = told(call("GET", f"{path}/insights", coach))
        for name, value in theirs.items():
            if isinstance(value, (int, float)) and ours[name] is not None:
                difference = abs(ours[name] - value)
                largest[name] = max(largest[name], difference)
                equal = difference < 1e-12
            else:
                largest[name] += ours[name] != value
                equal = ours[name] == value
            if not equal:
                differing.append(f"ego {ego}: {name} is {ours[name]}, networkx has {value}")
        apart = set()
        for node in graph:
            groups = call("GET", f"{path}/insights/absence/{node}", coach)["groups"]
            absences += 1
            if groups:
                apart.add(node)
            if groups != pieces(graph, node):
                differing.append(f"ego {ego}: without {node} {groups}")
        splits += len(apart)
        if apart != set(nx.articulation_points(graph)):
            differing.append(f"ego {ego}: {apart} are not the articulation points")

    print(f"networkx {nx.__version__}, {len(alters)} networks, {sum(map(len, alters.values()))} supporters")
    for name, difference in largest.items():
        print(f"  {name:22} largest difference {difference:.3g}")
    print(f"  {'absence':22} {absences} compared; {splits} of them split a group (networkx's articulation points)")
    print("\n".join(differing) or "  all equal")
    sys.exit(bool(differing))


main()
