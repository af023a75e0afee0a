"""Checks exported networks with networkx, igraph and the rules of egor's three-file import."""

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path

import igraph
import networkx

EGO = ["networkCanvasEgoUUID", "networkCanvasCaseID", "networkCanvasSessionID", "networkCanvasProtocolName",
       "sessionStart", "sessionFinish", "sessionExported"]
PERSON = ["nodeID", "egoID", "networkCanvasEgoUUID", "networkCanvasUUID"]
TIE = ["edgeID", "from", "to", "egoID", "networkCanvasEgoUUID", "networkCanvasUUID", "networkCanvasSourceUUID",
       "networkCanvasTargetUUID"]


def table(path, first):
    raw = path.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n"), path
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
    assert reader.fieldnames[: len(first)] == first, reader.fieldnames[: len(first)]
    assert len(set(reader.fieldnames)) == len(reader.fieldnames), "a column twice"
    assert reader.fieldnames[-3:] == ["cardID", "cardVersion", "recordedAt"]
    return rows


def whole(rows, column):
    """As as.numeric() in egor: every id a number, in the order of the file."""
    numbers = [int(row[column]) for row in rows]
    assert numbers == sorted(numbers), column
    return numbers


def categorical(rows):
    """variable_option is true, false or blank, and a variable is blank as a whole or not at all."""
    groups = defaultdict(list)
    for name in rows[0]:
        for variable in ("relationship", "lifeDomain", "closeness", "contactFrequency"):
            if name.startswith(f"{variable}_"):
                groups[variable].append(name)
        if name.startswith(("direction_", "availability_")):
            groups["_".join(name.split("_")[:2])].append(name)
    for row in rows:
        for variable, names in groups.items():
            cells = Counter(row[name] for name in names)
            assert set(cells) == {""} or (set(cells) <= {"true", "false"} and cells["true"] == 1), (variable, cells)
        for number in ("tension", "burden"):
            assert row[number] in ("", "0", "1", "2", "3", "4")


def check(folder):
    egos = table(folder / "omringd_ego.csv", EGO)
    persons = table(folder / "omringd_attributeList_Person.csv", PERSON)
    ties = table(folder / "omringd_edgeList_Tie.csv", TIE)
    for row in egos + persons + ties:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values()), row
    assert len({row["networkCanvasEgoUUID"] for row in egos}) == len(egos)
    assert len(set(whole(egos, "egoID"))) == len(egos)
    nodes = {number: row for number, row in zip(whole(persons, "nodeID"), persons)}
    assert len(nodes) == len(persons) and len(set(whole(ties, "edgeID"))) == len(ties)
    categorical(persons)
    for tie in ties:
        for end, uuid in (("from", "networkCanvasSourceUUID"), ("to", "networkCanvasTargetUUID")):
            node = nodes[int(tie[end])]
            assert node["networkCanvasUUID"] == tie[uuid] and node["networkCanvasEgoUUID"] == tie["networkCanvasEgoUUID"]
    of_ego = Counter(row["networkCanvasEgoUUID"] for row in persons)
    tied = Counter(row["networkCanvasEgoUUID"] for row in ties)
    files = sorted((folder / "graphml").glob("*.graphml"))
    assert len(files) == len(egos), (len(files), len(egos))
    for path in files:
        first, second = networkx.read_graphml(path), igraph.Graph.Read_GraphML(str(path))
        ego = first.graph["networkCanvasUUID"]
        assert second["networkCanvasUUID"] == ego
        assert first.number_of_nodes() == second.vcount() == of_ego[ego], path
        assert first.number_of_edges() == second.ecount() == tied[ego], path
        assert not first.is_directed() and not second.is_directed()
        rows = [row for row in persons if row["networkCanvasEgoUUID"] == ego]
        names = [data["name"] for _, data in first.nodes(data=True)]
        typed = [row["name"][1:] if row["name"] != name else name for row, name in zip(rows, names)]
        assert names == typed, (names, typed)
        if second.vcount():
            assert second.vs["name"] == names, path
    print(f"{folder.name}: {len(egos)} networks, {len(persons)} nodes, {len(ties)} edges, the same in networkx, igraph and CSV")


folders = sorted(path for path in Path(sys.argv[1]).iterdir() if path.is_dir())
assert folders, "nothing was exported"
for one in folders:
    check(one)
