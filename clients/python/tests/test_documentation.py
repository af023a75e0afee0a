"""The Python in the documentation is executed."""

import re
from pathlib import Path
from typing import Any

import pytest
from conftest import Integration
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from omringd import Omringd, OmringdProblem

PROJECT = Path(__file__).parents[3]


@pytest.fixture
def blocks(url: str, integration: Integration, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Reads the blocks of a page, for this service, integration and key."""
    key = integration.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "key.pem").write_bytes(key)
    monkeypatch.chdir(tmp_path)

    def read(page: str) -> list[str]:
        found = re.findall(r"```python\n(.*?)```", (PROJECT / page).read_text(), re.DOTALL)
        return [
            text.replace("https://omringd.example.nl", url).replace("CLIENT_ID", str(integration.id)) for text in found
        ]

    return read


def test_the_start_creates_a_client(blocks: Any, ecd: Omringd, capsys: pytest.CaptureFixture[str]) -> None:
    start, rename = blocks("clients/python/README.md")
    names: dict[str, Any] = {}
    exec(start, names)
    exec(rename, names)
    client = ecd.clients.show_client(names["client"].id)
    assert str(client.id) in capsys.readouterr().out
    assert names["rename"](ecd, client, "Fenna de Boer").name == "Fenna de Boer"
    with pytest.raises(OmringdProblem):
        names["rename"](ecd, ecd.clients.show_client(client.id), "")
    assert "too-short" in capsys.readouterr().out


def test_the_page_on_integrations_reads_cards(blocks: Any) -> None:
    (example,) = blocks("docs/integrations.md")
    # Fenna has not consented.
    with pytest.raises(OmringdProblem) as refused:
        exec(example, {})
    assert refused.value.status == 403
