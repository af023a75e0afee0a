from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.consent_manner import ConsentManner, check_consent_manner
from ..models.consent_purpose import ConsentPurpose, check_consent_purpose
from ..models.language import Language, check_language
from ..types import UNSET, Unset

T = TypeVar("T", bound="CreateConsent")


@_attrs_define
class CreateConsent:
    """A new consent of a client.

    Attributes:
        integration_id (UUID): The receiver: one of `listConsentReceivers`.
        purpose (ConsentPurpose): What a consent allows its receiver.
        text_language (Language): A language of the service.
        text_version (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without
            surrounding spaces and without characters that change the writing direction.
        given_at (datetime.datetime | None | Unset): When the client gave it; now by default. Must not be in the future.
            Only a coach may set it.
        manner (ConsentManner | None | Unset): How the client gave it. A coach must say so; the client must not.
    """

    integration_id: UUID
    purpose: ConsentPurpose
    text_language: Language
    text_version: str
    given_at: datetime.datetime | None | Unset = UNSET
    manner: ConsentManner | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        integration_id = str(self.integration_id)

        purpose: str = self.purpose

        text_language: str = self.text_language

        text_version = self.text_version

        given_at: None | str | Unset
        if isinstance(self.given_at, Unset):
            given_at = UNSET
        elif isinstance(self.given_at, datetime.datetime):
            given_at = self.given_at.isoformat()
        else:
            given_at = self.given_at

        manner: None | str | Unset
        if isinstance(self.manner, Unset):
            manner = UNSET
        elif isinstance(self.manner, str):
            manner = self.manner
        else:
            manner = self.manner

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "integrationId": integration_id,
                "purpose": purpose,
                "textLanguage": text_language,
                "textVersion": text_version,
            }
        )
        if given_at is not UNSET:
            field_dict["givenAt"] = given_at
        if manner is not UNSET:
            field_dict["manner"] = manner

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        integration_id = UUID(d.pop("integrationId"))

        purpose = check_consent_purpose(d.pop("purpose"))

        text_language = check_language(d.pop("textLanguage"))

        text_version = d.pop("textVersion")

        def _parse_given_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                given_at_type_0 = datetime.datetime.fromisoformat(data)

                return given_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        given_at = _parse_given_at(d.pop("givenAt", UNSET))

        def _parse_manner(data: object) -> ConsentManner | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                manner_type_0 = check_consent_manner(data)

                return manner_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ConsentManner | None | Unset, data)

        manner = _parse_manner(d.pop("manner", UNSET))

        create_consent = cls(
            integration_id=integration_id,
            purpose=purpose,
            text_language=text_language,
            text_version=text_version,
            given_at=given_at,
            manner=manner,
        )

        return create_consent
