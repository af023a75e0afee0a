from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Map")


@_attrs_define
class Map:
    """A map, without its content.

    Attributes:
        client_id (UUID):
        created_at (datetime.datetime):
        etag (str): The `ETag` of the map with its content. Example: "57".
        head_etag (str): The `ETag` of the map without its content: the `If-Match` of `updateMap`. Example: "3-head".
        id (UUID):
        needs_etag (str): The `ETag` of its needs: the `If-Match` of `replaceNeeds`. Example: "5-needs".
        private (bool): Whether only the client sees the map.
        review_on (datetime.date | None): Review date; null means none.
        theme (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        updated_at (datetime.datetime): When anything on it last changed.
    """

    client_id: UUID
    created_at: datetime.datetime
    etag: str
    head_etag: str
    id: UUID
    needs_etag: str
    private: bool
    review_on: datetime.date | None
    theme: str
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        client_id = str(self.client_id)

        created_at = self.created_at.isoformat()

        etag = self.etag

        head_etag = self.head_etag

        id = str(self.id)

        needs_etag = self.needs_etag

        private = self.private

        review_on: None | str
        if isinstance(self.review_on, datetime.date):
            review_on = self.review_on.isoformat()
        else:
            review_on = self.review_on

        theme = self.theme

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clientId": client_id,
                "createdAt": created_at,
                "etag": etag,
                "headEtag": head_etag,
                "id": id,
                "needsEtag": needs_etag,
                "private": private,
                "reviewOn": review_on,
                "theme": theme,
                "updatedAt": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        client_id = UUID(d.pop("clientId"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        etag = d.pop("etag")

        head_etag = d.pop("headEtag")

        id = UUID(d.pop("id"))

        needs_etag = d.pop("needsEtag")

        private = d.pop("private")

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

        theme = d.pop("theme")

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        map_ = cls(
            client_id=client_id,
            created_at=created_at,
            etag=etag,
            head_etag=head_etag,
            id=id,
            needs_etag=needs_etag,
            private=private,
            review_on=review_on,
            theme=theme,
            updated_at=updated_at,
        )

        map_.additional_properties = d
        return map_

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
