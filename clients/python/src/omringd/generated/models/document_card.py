from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.maker_role import MakerRole, check_maker_role

if TYPE_CHECKING:
    from ..models.document_card_content import DocumentCardContent


T = TypeVar("T", bound="DocumentCard")


@_attrs_define
class DocumentCard:
    """A card: an immutable version of a map.

    Attributes:
        content (DocumentCardContent): What a card carries.
        created_at (datetime.datetime):
        hash_ (str): SHA-256 of `content` as compact JSON with the members in schema order, without an `angle` that is
            null. The same
            in every export of this card; verified by an import.
        made_as (MakerRole): The role in which a card was created.
        map_ (int): A position in a list, from 1 to 1,000,000.
        number (int): A position in a list, from 1 to 1,000,000.
        persons (list[int]): Positions of the card's persons among the document's persons, from 1. A number beyond the
            end is a person who
            was removed, the same on every card.
    """

    content: DocumentCardContent
    created_at: datetime.datetime
    hash_: str
    made_as: MakerRole
    map_: int
    number: int
    persons: list[int]

    def to_dict(self) -> dict[str, Any]:
        content = self.content.to_dict()

        created_at = self.created_at.isoformat()

        hash_ = self.hash_

        made_as: str = self.made_as

        map_ = self.map_

        number = self.number

        persons = self.persons

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "content": content,
                "createdAt": created_at,
                "hash": hash_,
                "madeAs": made_as,
                "map": map_,
                "number": number,
                "persons": persons,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.document_card_content import DocumentCardContent  # noqa: PLC0415

        d = dict(src_dict)
        content = DocumentCardContent.from_dict(d.pop("content"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        hash_ = d.pop("hash")

        made_as = check_maker_role(d.pop("madeAs"))

        map_ = d.pop("map")

        number = d.pop("number")

        persons = cast(list[int], d.pop("persons"))

        document_card = cls(
            content=content,
            created_at=created_at,
            hash_=hash_,
            made_as=made_as,
            map_=map_,
            number=number,
            persons=persons,
        )

        return document_card
