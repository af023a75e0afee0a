import json
import re
from pathlib import Path
from typing import Any

import pytest

from omringd import models

DOCUMENT = json.loads((Path(__file__).parents[3] / "openapi" / "openapi.json").read_text())


def examples() -> list[Any]:
    found = []
    for name, schema in DOCUMENT["components"]["schemas"].items():
        model = getattr(models, name.replace("_", ""), None)
        if hasattr(model, "from_dict"):
            shown = schema.get("examples", []) + ([schema["example"]] if "example" in schema else [])
            found += [pytest.param(model, example, id=f"{name}-{at}") for at, example in enumerate(shown)]
    return found


def plain(value: Any) -> Any:
    """The value with one notation of UTC."""
    return json.loads(re.sub(r"(\d\d:\d\d:\d\d(\.\d+)?)(Z|\+00:00)", r"\1Z", json.dumps(value)))


@pytest.mark.parametrize(("model", "example"), examples())
def test_a_model_keeps_every_member(model: Any, example: Any) -> None:
    assert plain(model.from_dict(example).to_dict()) == plain(example)


def test_words_of_a_later_version_are_kept() -> None:
    example = DOCUMENT["components"]["schemas"]["ChangeEvent"]["example"]
    event = models.ChangeEvent.from_dict({**example, "kind": "share-changed", "more": 1})
    assert event.to_dict()["kind"] == "share-changed"
    assert event.to_dict()["more"] == 1
