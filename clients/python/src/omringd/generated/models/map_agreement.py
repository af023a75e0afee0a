from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.agreement_status import AgreementStatus, check_agreement_status

T = TypeVar("T", bound="MapAgreement")


@_attrs_define
class MapAgreement:
    """An agreement on a map.

    Attributes:
        created_at (datetime.datetime):
        due_on (datetime.date | None): Due date; null means none.
        etag (str): The `ETag`, for `If-Match`. Example: "1".
        id (UUID):
        status (AgreementStatus): Status of an agreement.
        support_type (None | str):
        supporter_id (None | UUID):
        text (str): 1 to 10,000 characters, at least one visible. Line breaks become line feeds; no control characters
            other than tab and line feed. Stored in Unicode NFC.
        updated_at (datetime.datetime):
    """

    created_at: datetime.datetime
    due_on: datetime.date | None
    etag: str
    id: UUID
    status: AgreementStatus
    support_type: None | str
    supporter_id: None | UUID
    text: str
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        due_on: None | str
        if isinstance(self.due_on, datetime.date):
            due_on = self.due_on.isoformat()
        else:
            due_on = self.due_on

        etag = self.etag

        id = str(self.id)

        status: str = self.status

        support_type: None | str
        support_type = self.support_type

        supporter_id: None | str
        if isinstance(self.supporter_id, UUID):
            supporter_id = str(self.supporter_id)
        else:
            supporter_id = self.supporter_id

        text = self.text

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "createdAt": created_at,
                "dueOn": due_on,
                "etag": etag,
                "id": id,
                "status": status,
                "supportType": support_type,
                "supporterId": supporter_id,
                "text": text,
                "updatedAt": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        def _parse_due_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_on_type_0 = datetime.date.fromisoformat(data)

                return due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        due_on = _parse_due_on(d.pop("dueOn"))

        etag = d.pop("etag")

        id = UUID(d.pop("id"))

        status = check_agreement_status(d.pop("status"))

        def _parse_support_type(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        support_type = _parse_support_type(d.pop("supportType"))

        def _parse_supporter_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                supporter_id_type_0 = UUID(data)

                return supporter_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        supporter_id = _parse_supporter_id(d.pop("supporterId"))

        text = d.pop("text")

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        map_agreement = cls(
            created_at=created_at,
            due_on=due_on,
            etag=etag,
            id=id,
            status=status,
            support_type=support_type,
            supporter_id=supporter_id,
            text=text,
            updated_at=updated_at,
        )

        map_agreement.additional_properties = d
        return map_agreement

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
