from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.format_ import Format, check_format

if TYPE_CHECKING:
    from ..models.document_card import DocumentCard
    from ..models.document_client import DocumentClient
    from ..models.document_map import DocumentMap
    from ..models.document_person import DocumentPerson
    from ..models.document_support_type import DocumentSupportType


T = TypeVar("T", bound="ClientDocument")


@_attrs_define
class ClientDocument:
    """All data of a client. Items refer to each other by position in their list, from 1.

    Attributes:
        cards (list[DocumentCard]):
        client (DocumentClient): The exported client. Ignored by an import, which needs an existing client.
        exported_at (datetime.datetime): When it was created. Ignored by an import.
        format_ (Format): What the document is.
        maps (list[DocumentMap]):
        persons (list[DocumentPerson]): Everyone in the client's life.
        support_types (list[DocumentSupportType]): The support types in use, with their labels. For an import they must
            exist.
    """

    cards: list[DocumentCard]
    client: DocumentClient
    exported_at: datetime.datetime
    format_: Format
    maps: list[DocumentMap]
    persons: list[DocumentPerson]
    support_types: list[DocumentSupportType]

    def to_dict(self) -> dict[str, Any]:
        cards = []
        for cards_item_data in self.cards:
            cards_item = cards_item_data.to_dict()
            cards.append(cards_item)

        client = self.client.to_dict()

        exported_at = self.exported_at.isoformat()

        format_: str = self.format_

        maps = []
        for maps_item_data in self.maps:
            maps_item = maps_item_data.to_dict()
            maps.append(maps_item)

        persons = []
        for persons_item_data in self.persons:
            persons_item = persons_item_data.to_dict()
            persons.append(persons_item)

        support_types = []
        for support_types_item_data in self.support_types:
            support_types_item = support_types_item_data.to_dict()
            support_types.append(support_types_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "cards": cards,
                "client": client,
                "exportedAt": exported_at,
                "format": format_,
                "maps": maps,
                "persons": persons,
                "supportTypes": support_types,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.document_card import DocumentCard  # noqa: PLC0415
        from ..models.document_client import DocumentClient  # noqa: PLC0415
        from ..models.document_map import DocumentMap  # noqa: PLC0415
        from ..models.document_person import DocumentPerson  # noqa: PLC0415
        from ..models.document_support_type import DocumentSupportType  # noqa: PLC0415

        d = dict(src_dict)
        cards = []
        _cards = d.pop("cards")
        for cards_item_data in _cards:
            cards_item = DocumentCard.from_dict(cards_item_data)

            cards.append(cards_item)

        client = DocumentClient.from_dict(d.pop("client"))

        exported_at = datetime.datetime.fromisoformat(d.pop("exportedAt"))

        format_ = check_format(d.pop("format"))

        maps = []
        _maps = d.pop("maps")
        for maps_item_data in _maps:
            maps_item = DocumentMap.from_dict(maps_item_data)

            maps.append(maps_item)

        persons = []
        _persons = d.pop("persons")
        for persons_item_data in _persons:
            persons_item = DocumentPerson.from_dict(persons_item_data)

            persons.append(persons_item)

        support_types = []
        _support_types = d.pop("supportTypes")
        for support_types_item_data in _support_types:
            support_types_item = DocumentSupportType.from_dict(support_types_item_data)

            support_types.append(support_types_item)

        client_document = cls(
            cards=cards,
            client=client,
            exported_at=exported_at,
            format_=format_,
            maps=maps,
            persons=persons,
            support_types=support_types,
        )

        return client_document
