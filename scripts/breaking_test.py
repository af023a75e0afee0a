"""What breaks a client is found, in a copy of a document changed in one place, and what breaks none is not."""

import copy
import unittest

from breaking import Comparison, breaking_notes


def ref(name):
    return {"$ref": f"#/components/schemas/{name}"}


def json_of(schema):
    return {"content": {"application/json": {"schema": schema}}}


def one(name, properties, required=()):
    return {"type": "object", "title": name, "properties": properties, "required": list(required)}


TIE = {"etag": {"type": "string"}, "strength": {"type": ["integer", "null"], "maximum": 4}, "ring": {"oneOf": [ref("Ring"), {"type": "null"}]}}
DOCUMENT = {
    "paths": {
        "/v1/ties": {
            "get": {
                "operationId": "listTies",
                "parameters": [{"in": "query", "name": "limit", "schema": {"type": "integer"}}],
                "responses": {"200": json_of({"type": "array", "items": ref("Tie")})},
            },
            "post": {
                "operationId": "createTie",
                "requestBody": {"required": True, **json_of(ref("CreateTie"))},
                "responses": {"201": json_of({"allOf": [ref("Tie"), one("More", {"change": ref("Change")})]}), "400": {}},
            },
        }
    },
    "components": {
        "schemas": {
            "Ring": {"type": "string", "enum": ["inner", "outer"]},
            "Name": {"type": "string", "maxLength": 200},
            "CreateTie": one("CreateTie", {"name": ref("Name"), "ring": ref("Ring"), "strength": {"type": ["integer", "null"]}}),
            "Tie": one("Tie", TIE, TIE),
            "Change": {
                "oneOf": [
                    one("Moved", {"kind": {"type": "string", "enum": ["moved"]}, "from": ref("Ring")}),
                    one("Gone", {"kind": {"type": "string", "enum": ["gone"]}}),
                ]
            },
        }
    },
}


def found(change):
    changed = copy.deepcopy(DOCUMENT)
    change(changed["paths"]["/v1/ties"], changed["components"]["schemas"])
    return Comparison(DOCUMENT, changed).run()


class Breaks(unittest.TestCase):
    def breaks(self, expected, change):
        self.assertIn(expected, found(change))

    def test_what_is_gone(self):
        self.breaks("GET /v1/ties: gone", lambda path, _: path.pop("get"))
        self.breaks("GET /v1/ties query limit: gone", lambda path, _: path["get"]["parameters"].pop())
        self.breaks("GET /v1/ties 200: gone", lambda path, _: path["get"]["responses"].pop("200"))
        self.breaks("Tie.etag: gone", lambda _, schemas: schemas["Tie"]["properties"].pop("etag"))
        self.breaks("CreateTie.ring: gone", lambda _, schemas: schemas["CreateTie"]["properties"].pop("ring"))

    def test_what_is_required(self):
        self.breaks("GET /v1/ties query limit: is required now", lambda path, _: path["get"]["parameters"][0].update(required=True))
        self.breaks("CreateTie.ring: is required now", lambda _, schemas: schemas["CreateTie"]["required"].append("ring"))
        self.breaks("Tie.ring: can be absent now", lambda _, schemas: schemas["Tie"]["required"].remove("ring"))

    def test_what_is_narrower_or_wider(self):
        self.breaks("Ring: does not take every word any more: inner", lambda _, schemas: schemas["Ring"]["enum"].remove("inner"))
        self.breaks("Name: maxLength was 200, is 100", lambda _, schemas: schemas["Name"].update(maxLength=100))
        self.breaks("Tie.etag: type was string, is null, string", lambda _, schemas: tie(schemas)["etag"].update(type=["string", "null"]))
        narrowed = "CreateTie.strength: type was integer, null, is integer"
        self.breaks(narrowed, lambda _, schemas: schemas["CreateTie"]["properties"]["strength"].update(type="integer"))

    def test_what_is_inside_a_union(self):
        self.breaks("Change|moved.from: gone", lambda _, schemas: schemas["Change"]["oneOf"][0]["properties"].pop("from"))

    def test_what_is_renamed(self):
        expected = "GET /v1/ties: operationId was listTies: generated functions are named after it"
        self.breaks(expected, lambda path, _: path["get"].update(operationId="ties"))
        expected = "Change: the schema is gone: generated types are named after it"
        self.breaks(expected, lambda path, schemas: schemas.pop("Change") and path["post"]["responses"].pop("201"))

    def test_what_breaks_nobody(self):
        for change in (
            lambda path, _: path.update(put={"operationId": "new", "responses": {}}),
            lambda path, _: path["post"]["responses"].pop("400"),
            lambda _, schemas: tie(schemas).update(note={"type": "string"}),
            lambda _, schemas: schemas["CreateTie"]["properties"].update(note={"type": "string"}),
            lambda _, schemas: schemas["Ring"]["enum"].append("middle"),
            lambda _, schemas: schemas["Change"]["oneOf"].append(one("New", {"kind": {"type": "string", "enum": ["new"]}})),
            lambda _, schemas: schemas["Name"].update(maxLength=300, description="Longer."),
        ):
            self.assertEqual(found(change), [])

    def test_the_notes(self):
        changelog = "# C\n\n## [Unreleased]\n\n### Breaking\n\n- A.\n\n### Added\n\n- B.\n\n## [0.1.0]\n\n### Breaking\n\n- C.\n"
        self.assertEqual(breaking_notes(changelog), "- A.")
        self.assertEqual(breaking_notes("## [Unreleased]\n"), "")


def tie(schemas):
    return schemas["Tie"]["properties"]


if __name__ == "__main__":
    unittest.main()
