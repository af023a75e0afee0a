"""What breaks a client is found, in a copy of the document changed in one place, and what breaks none is not."""

import copy
import json
import unittest

from breaking import Comparison, breaking_notes

with open("openapi/openapi.json", encoding="utf-8") as file:
    DOCUMENT = json.load(file)


def found(change):
    changed = copy.deepcopy(DOCUMENT)
    change(changed, changed["components"]["schemas"])
    return Comparison(DOCUMENT, changed).run()


class Breaks(unittest.TestCase):
    def breaks(self, where, change):
        self.assertTrue(any(where in one for one in found(change)), found(change))

    def test_what_is_gone(self):
        self.breaks("GET /v1/caseload: gone", lambda document, _: document["paths"].pop("/v1/caseload"))
        self.breaks("GET /v1/caseload query limit: gone", lambda document, _: document["paths"]["/v1/caseload"]["get"]["parameters"].pop(0))
        self.breaks("Tie.etag: gone", lambda _, schemas: schemas["Tie"]["properties"].pop("etag"))
        self.breaks("GET /v1/me 200: gone", lambda document, _: document["paths"]["/v1/me"]["get"]["responses"].pop("200"))
        self.breaks("createdAt: gone", lambda _, schemas: schemas["Map"]["properties"].pop("createdAt"))

    def test_what_is_required(self):
        self.breaks("CreateTie.strength: is required now", lambda _, schemas: schemas["CreateTie"]["required"].append("strength"))
        self.breaks("Tie.strength: can be absent now", lambda _, schemas: schemas["Tie"]["required"].remove("strength"))

    def test_what_is_narrower_or_wider(self):
        self.breaks("does not take every word any more: inner", lambda _, schemas: schemas["Closeness"]["enum"].remove("inner"))
        self.breaks("maxLength was 200, is 100", lambda _, schemas: schemas["ShortText"].update(maxLength=100))
        self.breaks("WordCount.count: type was integer, is string", lambda _, schemas: schemas["WordCount"]["properties"]["count"].update(type="string"))
        self.breaks("Tie.etag: type was string, is null, string", lambda _, schemas: schemas["Tie"]["properties"]["etag"].update(type=["string", "null"]))

    def test_what_is_inside_a_union(self):
        self.breaks("moved-inward.from: gone", lambda _, schemas: schemas["ChangeKind"]["oneOf"][2]["properties"].pop("from"))

    def test_what_is_renamed(self):
        self.breaks("operationId was listCaseload", lambda document, _: document["paths"]["/v1/caseload"]["get"].update(operationId="caseload"))
        self.breaks("WordCount: the schema is gone", lambda _, schemas: schemas.pop("WordCount") and schemas["Composition"]["properties"].pop("counts"))

    def test_what_breaks_nobody(self):
        self.assertEqual(found(lambda _, schemas: schemas["Tie"]["properties"].update(note={"type": "string"})), [])
        self.assertEqual(found(lambda _, schemas: schemas["CreateTie"]["properties"].update(note={"type": "string"})), [])
        self.assertEqual(found(lambda _, schemas: schemas["Rule"]["enum"].append("new-rule")), [])
        self.assertEqual(found(lambda _, schemas: schemas["Tie"].update(description="Other words.")), [])
        self.assertEqual(found(lambda document, _: document["paths"].update({"/v1/new": {"get": {"operationId": "new", "responses": {}}}})), [])

    def test_the_notes(self):
        changelog = "# C\n\n## [Unreleased]\n\n### Breaking\n\n- A.\n\n### Added\n\n- B.\n\n## [0.1.0]\n\n### Breaking\n\n- C.\n"
        self.assertEqual(breaking_notes(changelog), "- A.")
        self.assertEqual(breaking_notes("## [Unreleased]\n"), "")


if __name__ == "__main__":
    unittest.main()
