from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.relationship import Relationship, check_relationship

if TYPE_CHECKING:
    from ..models.reason import Reason


T = TypeVar("T", bound="Helper")


@_attrs_define
class Helper:
    """A person who could help.

    Attributes:
        alias (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        answered_at (datetime.datetime): When the supporter last changed.
        call (None | str): A `tel:` URI for the number; null if there is none in `phone`. Without a country code the
            number is Dutch. Example: tel:+31612345678.
        email (None | str):
        map_ids (list[UUID]): The maps they are on, among those in `maps`.
        person_id (UUID):
        phone (None | str): As entered.
        reasons (list[Reason]): The reasons for the rank, including tension and burden.
        relationship (None | Relationship):
        supporter_id (UUID): The supporter, of the maps they are on, whose answer for this need counts: the newest.
    """

    alias: str
    answered_at: datetime.datetime
    call: None | str
    email: None | str
    map_ids: list[UUID]
    person_id: UUID
    phone: None | str
    reasons: list[Reason]
    relationship: None | Relationship
    supporter_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        alias = self.alias

        answered_at = self.answered_at.isoformat()

        call: None | str
        call = self.call

        email: None | str
        email = self.email

        map_ids = []
        for map_ids_item_data in self.map_ids:
            map_ids_item = str(map_ids_item_data)
            map_ids.append(map_ids_item)

        person_id = str(self.person_id)

        phone: None | str
        phone = self.phone

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)

        relationship: None | str
        if isinstance(self.relationship, str):
            relationship = self.relationship
        else:
            relationship = self.relationship

        supporter_id = str(self.supporter_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "alias": alias,
                "answeredAt": answered_at,
                "call": call,
                "email": email,
                "mapIds": map_ids,
                "personId": person_id,
                "phone": phone,
                "reasons": reasons,
                "relationship": relationship,
                "supporterId": supporter_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.reason import Reason  # noqa: PLC0415

        d = dict(src_dict)
        alias = d.pop("alias")

        answered_at = datetime.datetime.fromisoformat(d.pop("answeredAt"))

        def _parse_call(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        call = _parse_call(d.pop("call"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        map_ids = []
        _map_ids = d.pop("mapIds")
        for map_ids_item_data in _map_ids:
            map_ids_item = UUID(map_ids_item_data)

            map_ids.append(map_ids_item)

        person_id = UUID(d.pop("personId"))

        def _parse_phone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        phone = _parse_phone(d.pop("phone"))

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = Reason.from_dict(reasons_item_data)

            reasons.append(reasons_item)

        def _parse_relationship(data: object) -> None | Relationship:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                relationship_type_0 = check_relationship(data)

                return relationship_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Relationship, data)

        relationship = _parse_relationship(d.pop("relationship"))

        supporter_id = UUID(d.pop("supporterId"))

        helper = cls(
            alias=alias,
            answered_at=answered_at,
            call=call,
            email=email,
            map_ids=map_ids,
            person_id=person_id,
            phone=phone,
            reasons=reasons,
            relationship=relationship,
            supporter_id=supporter_id,
        )

        helper.additional_properties = d
        return helper

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
