from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.document_card_person import DocumentCardPerson
    from ..models.document_map import DocumentMap
    from ..models.document_support_type import DocumentSupportType


T = TypeVar("T", bound="DocumentCardContent")


@_attrs_define
class DocumentCardContent:
    """What a card carries.

    Attributes:
        map_ (DocumentMap): A map with its content.
        persons (list[DocumentCardPerson]):
        support_types (list[DocumentSupportType]): The support types at the time.
    """

    map_: DocumentMap
    persons: list[DocumentCardPerson]
    support_types: list[DocumentSupportType]

    def to_dict(self) -> dict[str, Any]:
        map_ = self.map_.to_dict()

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
                "map": map_,
                "persons": persons,
                "supportTypes": support_types,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.document_card_person import DocumentCardPerson  # noqa: PLC0415
        from ..models.document_map import DocumentMap  # noqa: PLC0415
        from ..models.document_support_type import DocumentSupportType  # noqa: PLC0415

        d = dict(src_dict)
        map_ = DocumentMap.from_dict(d.pop("map"))

        persons = []
        _persons = d.pop("persons")
        for persons_item_data in _persons:
            persons_item = DocumentCardPerson.from_dict(persons_item_data)

            persons.append(persons_item)

        support_types = []
        _support_types = d.pop("supportTypes")
        for support_types_item_data in _support_types:
            support_types_item = DocumentSupportType.from_dict(support_types_item_data)

            support_types.append(support_types_item)

        document_card_content = cls(
            map_=map_,
            persons=persons,
            support_types=support_types,
        )

        return document_card_content
