from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.document_profile import DocumentProfile


T = TypeVar("T", bound="DocumentPerson")


@_attrs_define
class DocumentPerson:
    """A person in the client's life.

    Attributes:
        created_at (datetime.datetime):
        profile (DocumentProfile): The data of a person.
        updated_at (datetime.datetime):
        past (bool | Unset): Whether they belong to the past.
    """

    created_at: datetime.datetime
    profile: DocumentProfile
    updated_at: datetime.datetime
    past: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        profile = self.profile.to_dict()

        updated_at = self.updated_at.isoformat()

        past = self.past

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "createdAt": created_at,
                "profile": profile,
                "updatedAt": updated_at,
            }
        )
        if past is not UNSET:
            field_dict["past"] = past

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.document_profile import DocumentProfile  # noqa: PLC0415

        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        profile = DocumentProfile.from_dict(d.pop("profile"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        past = d.pop("past", UNSET)

        document_person = cls(
            created_at=created_at,
            profile=profile,
            updated_at=updated_at,
            past=past,
        )

        return document_person
