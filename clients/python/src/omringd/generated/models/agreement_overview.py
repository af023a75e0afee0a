from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.agreement_status import AgreementStatus, check_agreement_status

if TYPE_CHECKING:
    from ..models.named_supporter import NamedSupporter


T = TypeVar("T", bound="AgreementOverview")


@_attrs_define
class AgreementOverview:
    """An agreement, with the supporter who is asked.

    Attributes:
        created_at (datetime.datetime):
        due_on (datetime.date | None): Due date; null means none.
        etag (str): The `ETag`, for `If-Match`. Example: "1".
        id (UUID):
        map_id (UUID):
        status (AgreementStatus): Status of an agreement.
        support_type (None | str):
        supporter (NamedSupporter | None): The supporter who is asked; null for no particular one.
        text (str): 1 to 10,000 characters, at least one visible. Line breaks become line feeds; no control characters
            other than tab and line feed. Stored in Unicode NFC.
        updated_at (datetime.datetime):
    """

    created_at: datetime.datetime
    due_on: datetime.date | None
    etag: str
    id: UUID
    map_id: UUID
    status: AgreementStatus
    support_type: None | str
    supporter: NamedSupporter | None
    text: str
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.named_supporter import NamedSupporter  # noqa: PLC0415

        created_at = self.created_at.isoformat()

        due_on: None | str
        if isinstance(self.due_on, datetime.date):
            due_on = self.due_on.isoformat()
        else:
            due_on = self.due_on

        etag = self.etag

        id = str(self.id)

        map_id = str(self.map_id)

        status: str = self.status

        support_type: None | str
        support_type = self.support_type

        supporter: dict[str, Any] | None
        if isinstance(self.supporter, NamedSupporter):
            supporter = self.supporter.to_dict()
        else:
            supporter = self.supporter

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
                "mapId": map_id,
                "status": status,
                "supportType": support_type,
                "supporter": supporter,
                "text": text,
                "updatedAt": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_supporter import NamedSupporter  # noqa: PLC0415

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

        map_id = UUID(d.pop("mapId"))

        status = check_agreement_status(d.pop("status"))

        def _parse_support_type(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        support_type = _parse_support_type(d.pop("supportType"))

        def _parse_supporter(data: object) -> NamedSupporter | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                supporter_type_0 = NamedSupporter.from_dict(data)

                return supporter_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NamedSupporter | None, data)

        supporter = _parse_supporter(d.pop("supporter"))

        text = d.pop("text")

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        agreement_overview = cls(
            created_at=created_at,
            due_on=due_on,
            etag=etag,
            id=id,
            map_id=map_id,
            status=status,
            support_type=support_type,
            supporter=supporter,
            text=text,
            updated_at=updated_at,
        )

        agreement_overview.additional_properties = d
        return agreement_overview

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
