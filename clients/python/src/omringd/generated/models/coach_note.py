from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.named_user import NamedUser


T = TypeVar("T", bound="CoachNote")


@_attrs_define
class CoachNote:
    """A coach's note.

    Attributes:
        author (NamedUser): A user, with the name beside the id.
        client_id (UUID):
        created_at (datetime.datetime):
        id (UUID):
        text (str): 1 to 10,000 characters, at least one visible. Line breaks become line feeds; no control characters
            other than tab and line feed. Stored in Unicode NFC.
        updated_at (datetime.datetime):
    """

    author: NamedUser
    client_id: UUID
    created_at: datetime.datetime
    id: UUID
    text: str
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        author = self.author.to_dict()

        client_id = str(self.client_id)

        created_at = self.created_at.isoformat()

        id = str(self.id)

        text = self.text

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "author": author,
                "clientId": client_id,
                "createdAt": created_at,
                "id": id,
                "text": text,
                "updatedAt": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_user import NamedUser  # noqa: PLC0415

        d = dict(src_dict)
        author = NamedUser.from_dict(d.pop("author"))

        client_id = UUID(d.pop("clientId"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        id = UUID(d.pop("id"))

        text = d.pop("text")

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        coach_note = cls(
            author=author,
            client_id=client_id,
            created_at=created_at,
            id=id,
            text=text,
            updated_at=updated_at,
        )

        coach_note.additional_properties = d
        return coach_note

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
