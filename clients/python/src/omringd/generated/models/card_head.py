from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.maker_role import MakerRole, check_maker_role

if TYPE_CHECKING:
    from ..models.named_user import NamedUser


T = TypeVar("T", bound="CardHead")


@_attrs_define
class CardHead:
    """A card, without its content.

    Attributes:
        client_id (UUID):
        content_hash (str): SHA-256 of the stored content, which excludes the data of persons. Never changes.
        created_at (datetime.datetime):
        id (UUID):
        made_as (MakerRole): The role in which a card was created.
        made_by (NamedUser | None): The user who created it; null for an imported card.
        map_id (UUID):
        number (int): Sequence number of the card within its map, from 1.
        review_on (datetime.date | None): The review date on the map at that time.
    """

    client_id: UUID
    content_hash: str
    created_at: datetime.datetime
    id: UUID
    made_as: MakerRole
    made_by: NamedUser | None
    map_id: UUID
    number: int
    review_on: datetime.date | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.named_user import NamedUser  # noqa: PLC0415

        client_id = str(self.client_id)

        content_hash = self.content_hash

        created_at = self.created_at.isoformat()

        id = str(self.id)

        made_as: str = self.made_as

        made_by: dict[str, Any] | None
        if isinstance(self.made_by, NamedUser):
            made_by = self.made_by.to_dict()
        else:
            made_by = self.made_by

        map_id = str(self.map_id)

        number = self.number

        review_on: None | str
        if isinstance(self.review_on, datetime.date):
            review_on = self.review_on.isoformat()
        else:
            review_on = self.review_on

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clientId": client_id,
                "contentHash": content_hash,
                "createdAt": created_at,
                "id": id,
                "madeAs": made_as,
                "madeBy": made_by,
                "mapId": map_id,
                "number": number,
                "reviewOn": review_on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_user import NamedUser  # noqa: PLC0415

        d = dict(src_dict)
        client_id = UUID(d.pop("clientId"))

        content_hash = d.pop("contentHash")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        id = UUID(d.pop("id"))

        made_as = check_maker_role(d.pop("madeAs"))

        def _parse_made_by(data: object) -> NamedUser | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                made_by_type_0 = NamedUser.from_dict(data)

                return made_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NamedUser | None, data)

        made_by = _parse_made_by(d.pop("madeBy"))

        map_id = UUID(d.pop("mapId"))

        number = d.pop("number")

        def _parse_review_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                review_on_type_0 = datetime.date.fromisoformat(data)

                return review_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        review_on = _parse_review_on(d.pop("reviewOn"))

        card_head = cls(
            client_id=client_id,
            content_hash=content_hash,
            created_at=created_at,
            id=id,
            made_as=made_as,
            made_by=made_by,
            map_id=map_id,
            number=number,
            review_on=review_on,
        )

        card_head.additional_properties = d
        return card_head

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
