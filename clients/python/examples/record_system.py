"""A client record system: creates its clients in Omringd by their number, and keeps the PDF of their cards.

    record_system.py URL CLIENT_ID KEY.pem CLIENTS.csv FOLDER

CLIENTS.csv has the columns `number` and `name`. FOLDER gets a folder for each client with PDFs, and the position in the
stream of changes, so that the next run continues where this one stopped. It runs until its access ends.
"""

import csv
import sys
from pathlib import Path
from uuid import UUID

from omringd import Changed, Heartbeat, Omringd, OmringdProblem, PrivateKey, Reset, every
from omringd.models import CreateClient, ExternalIdentifier

NUMBERS = "https://ecd.example.nl/clientnummer"


def create_clients(omringd: Omringd, table: Path) -> None:
    """Creates the clients of the table. Those that are there already stay as they are."""
    with table.open(newline="") as rows:
        for row in csv.DictReader(rows):
            number = ExternalIdentifier(system=NUMBERS, value=row["number"])
            body = CreateClient(name=row["name"], external_identifiers=[number])
            client = omringd.clients.create_client(body=body, if_exists="return")
            print(f"client {client.id}", flush=True)


def fetch_cards(omringd: Omringd, client_id: UUID, folder: Path) -> None:
    """Fetches the cards of a client that are not in the folder. Cards never change."""
    try:
        for card in every(omringd.cards.list_client_cards, client_id):
            file = folder / str(client_id) / f"{card.id}.pdf"
            if not file.exists():
                file.parent.mkdir(exist_ok=True)
                file.write_bytes(omringd.cards.show_card_picture(card.id, format_="pdf"))
                print(f"card {card.id}", flush=True)
    except OmringdProblem as problem:
        # No consent, or no longer; or the client restricted the record.
        if problem.status not in (403, 404) and problem.kind != "restricted":
            raise


def follow(omringd: Omringd, folder: Path) -> None:
    """Fetches new cards as they are made, and all of them where events were missed."""
    stored = folder / "position"
    after = stored.read_text() if stored.exists() else None
    for event in omringd.events(after):
        match event:
            case Reset():
                for client in every(omringd.clients.list_clients, limit=200):
                    fetch_cards(omringd, client.id, folder)
            case Changed(change=change):
                if change.kind in ("card-made", "client-added"):
                    fetch_cards(omringd, change.client_id, folder)
            case Heartbeat():
                pass
        # Stored after the work: a change can come twice, and is never missed.
        if event.position:
            stored.write_text(event.position)


def main() -> None:
    url, client_id, key, table, folder = sys.argv[1:]
    Path(folder).mkdir(exist_ok=True)
    with Omringd(url, PrivateKey(client_id, Path(key).read_bytes())) as omringd:
        create_clients(omringd, Path(table))
        follow(omringd, Path(folder))


if __name__ == "__main__":
    main()
