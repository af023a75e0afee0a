from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.attention import Attention, check_attention

if TYPE_CHECKING:
    from ..models.external_identifier import ExternalIdentifier
    from ..models.last_card import LastCard
    from ..models.latest_map import LatestMap
    from ..models.open_agreements import OpenAgreements


T = TypeVar("T", bound="CaseloadEntry")


@_attrs_define
class CaseloadEntry:
    """A client in your caseload.

    Attributes:
        agreements (OpenAgreements): The agreements that are planned, asked or accepted.
        attention (list[Attention]): Why this client may need attention; empty without a reason.
        client_id (UUID):
        date_of_birth (datetime.date | None): Null means unknown. Example: 1974-05-03.
        external_identifiers (list[ExternalIdentifier]): The client's numbers in other systems.
        last_card (LastCard | None): The latest card; null if there is none.
        latest_map (LatestMap | None): The map changed last; null if there is none.
        name (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        next_review_on (datetime.date | None): The earliest review date, today or later.
        overdue_review_on (datetime.date | None): The earliest review date in the past.
        preferred_name (None | str): The name the client prefers; null if it is the legal name.
    """

    agreements: OpenAgreements
    attention: list[Attention]
    client_id: UUID
    date_of_birth: datetime.date | None
    external_identifiers: list[ExternalIdentifier]
    last_card: LastCard | None
    latest_map: LatestMap | None
    name: str
    next_review_on: datetime.date | None
    overdue_review_on: datetime.date | None
    preferred_name: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.last_card import LastCard  # noqa: PLC0415
        from ..models.latest_map import LatestMap  # noqa: PLC0415

        agreements = self.agreements.to_dict()

        attention = []
        for attention_item_data in self.attention:
            attention_item: str = attention_item_data
            attention.append(attention_item)

        client_id = str(self.client_id)

        date_of_birth: None | str
        if isinstance(self.date_of_birth, datetime.date):
            date_of_birth = self.date_of_birth.isoformat()
        else:
            date_of_birth = self.date_of_birth

        external_identifiers = []
        for external_identifiers_item_data in self.external_identifiers:
            external_identifiers_item = external_identifiers_item_data.to_dict()
            external_identifiers.append(external_identifiers_item)

        last_card: dict[str, Any] | None
        if isinstance(self.last_card, LastCard):
            last_card = self.last_card.to_dict()
        else:
            last_card = self.last_card

        latest_map: dict[str, Any] | None
        if isinstance(self.latest_map, LatestMap):
            latest_map = self.latest_map.to_dict()
        else:
            latest_map = self.latest_map

        name = self.name

        next_review_on: None | str
        if isinstance(self.next_review_on, datetime.date):
            next_review_on = self.next_review_on.isoformat()
        else:
            next_review_on = self.next_review_on

        overdue_review_on: None | str
        if isinstance(self.overdue_review_on, datetime.date):
            overdue_review_on = self.overdue_review_on.isoformat()
        else:
            overdue_review_on = self.overdue_review_on

        preferred_name: None | str
        preferred_name = self.preferred_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "agreements": agreements,
                "attention": attention,
                "clientId": client_id,
                "dateOfBirth": date_of_birth,
                "externalIdentifiers": external_identifiers,
                "lastCard": last_card,
                "latestMap": latest_map,
                "name": name,
                "nextReviewOn": next_review_on,
                "overdueReviewOn": overdue_review_on,
                "preferredName": preferred_name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.external_identifier import ExternalIdentifier  # noqa: PLC0415
        from ..models.last_card import LastCard  # noqa: PLC0415
        from ..models.latest_map import LatestMap  # noqa: PLC0415
        from ..models.open_agreements import OpenAgreements  # noqa: PLC0415

        d = dict(src_dict)
        agreements = OpenAgreements.from_dict(d.pop("agreements"))

        attention = []
        _attention = d.pop("attention")
        for attention_item_data in _attention:
            attention_item = check_attention(attention_item_data)

            attention.append(attention_item)

        client_id = UUID(d.pop("clientId"))

        def _parse_date_of_birth(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                date_of_birth_type_0 = datetime.date.fromisoformat(data)

                return date_of_birth_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        date_of_birth = _parse_date_of_birth(d.pop("dateOfBirth"))

        external_identifiers = []
        _external_identifiers = d.pop("externalIdentifiers")
        for external_identifiers_item_data in _external_identifiers:
            external_identifiers_item = ExternalIdentifier.from_dict(external_identifiers_item_data)

            external_identifiers.append(external_identifiers_item)

        def _parse_last_card(data: object) -> LastCard | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                last_card_type_0 = LastCard.from_dict(data)

                return last_card_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LastCard | None, data)

        last_card = _parse_last_card(d.pop("lastCard"))

        def _parse_latest_map(data: object) -> LatestMap | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                latest_map_type_0 = LatestMap.from_dict(data)

                return latest_map_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LatestMap | None, data)

        latest_map = _parse_latest_map(d.pop("latestMap"))

        name = d.pop("name")

        def _parse_next_review_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_review_on_type_0 = datetime.date.fromisoformat(data)

                return next_review_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        next_review_on = _parse_next_review_on(d.pop("nextReviewOn"))

        def _parse_overdue_review_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                overdue_review_on_type_0 = datetime.date.fromisoformat(data)

                return overdue_review_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        overdue_review_on = _parse_overdue_review_on(d.pop("overdueReviewOn"))

        def _parse_preferred_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        preferred_name = _parse_preferred_name(d.pop("preferredName"))

        caseload_entry = cls(
            agreements=agreements,
            attention=attention,
            client_id=client_id,
            date_of_birth=date_of_birth,
            external_identifiers=external_identifiers,
            last_card=last_card,
            latest_map=latest_map,
            name=name,
            next_review_on=next_review_on,
            overdue_review_on=overdue_review_on,
            preferred_name=preferred_name,
        )

        caseload_entry.additional_properties = d
        return caseload_entry

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
