from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.document_profile import DocumentProfile


T = TypeVar("T", bound="DocumentCardPerson")


@_attrs_define
class DocumentCardPerson:
    """A person on a card.

    Attributes:
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        past (bool | Unset): Whether they belonged to the past when the card was created.
        profile (DocumentProfile | None | Unset): The person's data on the card; null if redacted.
    """

    created_at: datetime.datetime
    updated_at: datetime.datetime
    past: bool | Unset = UNSET
    profile: DocumentProfile | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.document_profile import DocumentProfile  # noqa: PLC0415

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        past = self.past

        profile: dict[str, Any] | None | Unset
        if isinstance(self.profile, Unset):
            profile = UNSET
        elif isinstance(self.profile, DocumentProfile):
            profile = self.profile.to_dict()
        else:
            profile = self.profile

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "createdAt": created_at,
                "updatedAt": updated_at,
            }
        )
        if past is not UNSET:
            field_dict["past"] = past
        if profile is not UNSET:
            field_dict["profile"] = profile

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.document_profile import DocumentProfile  # noqa: PLC0415

        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        past = d.pop("past", UNSET)

        def _parse_profile(data: object) -> DocumentProfile | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                profile_type_0 = DocumentProfile.from_dict(data)

                return profile_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DocumentProfile | None | Unset, data)

        profile = _parse_profile(d.pop("profile", UNSET))

        document_card_person = cls(
            created_at=created_at,
            updated_at=updated_at,
            past=past,
            profile=profile,
        )

        return document_card_person
