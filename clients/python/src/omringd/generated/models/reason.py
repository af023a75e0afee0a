from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.closeness import Closeness, check_closeness
from ..models.contact_frequency import ContactFrequency, check_contact_frequency
from ..models.reason_code import ReasonCode, check_reason_code

T = TypeVar("T", bound="Reason")


@_attrs_define
class Reason:
    """A reason with its data; the data of other reasons is null.

    Attributes:
        agreement_id (None | UUID):
        closeness (Closeness | None):
        code (ReasonCode): Why a helper has this rank.
        contact_frequency (ContactFrequency | None):
        level (int | None): The burden or tension.
        on (datetime.date | None): The due date of an open agreement; the date on which a declined one was declined.
        sentence (str): In the language of the request, for its audience.
    """

    agreement_id: None | UUID
    closeness: Closeness | None
    code: ReasonCode
    contact_frequency: ContactFrequency | None
    level: int | None
    on: datetime.date | None
    sentence: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        agreement_id: None | str
        if isinstance(self.agreement_id, UUID):
            agreement_id = str(self.agreement_id)
        else:
            agreement_id = self.agreement_id

        closeness: None | str
        if isinstance(self.closeness, str):
            closeness = self.closeness
        else:
            closeness = self.closeness

        code: str = self.code

        contact_frequency: None | str
        if isinstance(self.contact_frequency, str):
            contact_frequency = self.contact_frequency
        else:
            contact_frequency = self.contact_frequency

        level: int | None
        level = self.level

        on: None | str
        if isinstance(self.on, datetime.date):
            on = self.on.isoformat()
        else:
            on = self.on

        sentence = self.sentence

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "agreementId": agreement_id,
                "closeness": closeness,
                "code": code,
                "contactFrequency": contact_frequency,
                "level": level,
                "on": on,
                "sentence": sentence,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_agreement_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                agreement_id_type_0 = UUID(data)

                return agreement_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        agreement_id = _parse_agreement_id(d.pop("agreementId"))

        def _parse_closeness(data: object) -> Closeness | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closeness_type_0 = check_closeness(data)

                return closeness_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Closeness | None, data)

        closeness = _parse_closeness(d.pop("closeness"))

        code = check_reason_code(d.pop("code"))

        def _parse_contact_frequency(data: object) -> ContactFrequency | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                contact_frequency_type_0 = check_contact_frequency(data)

                return contact_frequency_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ContactFrequency | None, data)

        contact_frequency = _parse_contact_frequency(d.pop("contactFrequency"))

        def _parse_level(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        level = _parse_level(d.pop("level"))

        def _parse_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                on_type_0 = datetime.date.fromisoformat(data)

                return on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        on = _parse_on(d.pop("on"))

        sentence = d.pop("sentence")

        reason = cls(
            agreement_id=agreement_id,
            closeness=closeness,
            code=code,
            contact_frequency=contact_frequency,
            level=level,
            on=on,
            sentence=sentence,
        )

        reason.additional_properties = d
        return reason

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
