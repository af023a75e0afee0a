from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.consent_manner import ConsentManner, check_consent_manner
from ..models.consent_purpose import ConsentPurpose, check_consent_purpose
from ..models.language import Language, check_language

if TYPE_CHECKING:
    from ..models.consent_receiver import ConsentReceiver
    from ..models.named_user import NamedUser


T = TypeVar("T", bound="Consent")


@_attrs_define
class Consent:
    """A consent of a client. It stays on record after it was withdrawn.

    Attributes:
        client_id (UUID):
        given_at (datetime.datetime): When the client gave it.
        id (UUID):
        manner (ConsentManner): How a client gave a consent.
        purpose (ConsentPurpose): What a consent allows its receiver.
        receiver (ConsentReceiver): An external system as a client sees it.
        recorded_at (datetime.datetime): When it was recorded.
        recorded_by (NamedUser): A user, with the name beside the id.
        text_language (Language): A language of the service.
        text_version (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without
            surrounding spaces and without characters that change the writing direction.
        withdrawn_at (datetime.datetime | None): When it was withdrawn; null while it is in force.
        withdrawn_by (NamedUser | None): The user who withdrew it.
    """

    client_id: UUID
    given_at: datetime.datetime
    id: UUID
    manner: ConsentManner
    purpose: ConsentPurpose
    receiver: ConsentReceiver
    recorded_at: datetime.datetime
    recorded_by: NamedUser
    text_language: Language
    text_version: str
    withdrawn_at: datetime.datetime | None
    withdrawn_by: NamedUser | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.named_user import NamedUser  # noqa: PLC0415

        client_id = str(self.client_id)

        given_at = self.given_at.isoformat()

        id = str(self.id)

        manner: str = self.manner

        purpose: str = self.purpose

        receiver = self.receiver.to_dict()

        recorded_at = self.recorded_at.isoformat()

        recorded_by = self.recorded_by.to_dict()

        text_language: str = self.text_language

        text_version = self.text_version

        withdrawn_at: None | str
        if isinstance(self.withdrawn_at, datetime.datetime):
            withdrawn_at = self.withdrawn_at.isoformat()
        else:
            withdrawn_at = self.withdrawn_at

        withdrawn_by: dict[str, Any] | None
        if isinstance(self.withdrawn_by, NamedUser):
            withdrawn_by = self.withdrawn_by.to_dict()
        else:
            withdrawn_by = self.withdrawn_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clientId": client_id,
                "givenAt": given_at,
                "id": id,
                "manner": manner,
                "purpose": purpose,
                "receiver": receiver,
                "recordedAt": recorded_at,
                "recordedBy": recorded_by,
                "textLanguage": text_language,
                "textVersion": text_version,
                "withdrawnAt": withdrawn_at,
                "withdrawnBy": withdrawn_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.consent_receiver import ConsentReceiver  # noqa: PLC0415
        from ..models.named_user import NamedUser  # noqa: PLC0415

        d = dict(src_dict)
        client_id = UUID(d.pop("clientId"))

        given_at = datetime.datetime.fromisoformat(d.pop("givenAt"))

        id = UUID(d.pop("id"))

        manner = check_consent_manner(d.pop("manner"))

        purpose = check_consent_purpose(d.pop("purpose"))

        receiver = ConsentReceiver.from_dict(d.pop("receiver"))

        recorded_at = datetime.datetime.fromisoformat(d.pop("recordedAt"))

        recorded_by = NamedUser.from_dict(d.pop("recordedBy"))

        text_language = check_language(d.pop("textLanguage"))

        text_version = d.pop("textVersion")

        def _parse_withdrawn_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                withdrawn_at_type_0 = datetime.datetime.fromisoformat(data)

                return withdrawn_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        withdrawn_at = _parse_withdrawn_at(d.pop("withdrawnAt"))

        def _parse_withdrawn_by(data: object) -> NamedUser | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                withdrawn_by_type_0 = NamedUser.from_dict(data)

                return withdrawn_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NamedUser | None, data)

        withdrawn_by = _parse_withdrawn_by(d.pop("withdrawnBy"))

        consent = cls(
            client_id=client_id,
            given_at=given_at,
            id=id,
            manner=manner,
            purpose=purpose,
            receiver=receiver,
            recorded_at=recorded_at,
            recorded_by=recorded_by,
            text_language=text_language,
            text_version=text_version,
            withdrawn_at=withdrawn_at,
            withdrawn_by=withdrawn_by,
        )

        consent.additional_properties = d
        return consent

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
