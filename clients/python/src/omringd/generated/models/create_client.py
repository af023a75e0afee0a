from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.external_identifier import ExternalIdentifier


T = TypeVar("T", bound="CreateClient")


@_attrs_define
class CreateClient:
    """A new client.

    Attributes:
        name (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        date_of_birth (datetime.date | None | Unset): Date of birth. Must not be in the future, in the organisation's
            time zone. Example: 1974-05-03.
        external_identifiers (list[ExternalIdentifier] | Unset): Numbers in other systems. Must be unique within the
            organisation.
        preferred_name (None | str | Unset): The name the client prefers; null if it is the legal name.
    """

    name: str
    date_of_birth: datetime.date | None | Unset = UNSET
    external_identifiers: list[ExternalIdentifier] | Unset = UNSET
    preferred_name: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        date_of_birth: None | str | Unset
        if isinstance(self.date_of_birth, Unset):
            date_of_birth = UNSET
        elif isinstance(self.date_of_birth, datetime.date):
            date_of_birth = self.date_of_birth.isoformat()
        else:
            date_of_birth = self.date_of_birth

        external_identifiers: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.external_identifiers, Unset):
            external_identifiers = []
            for external_identifiers_item_data in self.external_identifiers:
                external_identifiers_item = external_identifiers_item_data.to_dict()
                external_identifiers.append(external_identifiers_item)

        preferred_name: None | str | Unset
        if isinstance(self.preferred_name, Unset):
            preferred_name = UNSET
        else:
            preferred_name = self.preferred_name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if date_of_birth is not UNSET:
            field_dict["dateOfBirth"] = date_of_birth
        if external_identifiers is not UNSET:
            field_dict["externalIdentifiers"] = external_identifiers
        if preferred_name is not UNSET:
            field_dict["preferredName"] = preferred_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.external_identifier import ExternalIdentifier  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        def _parse_date_of_birth(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                date_of_birth_type_0 = datetime.date.fromisoformat(data)

                return date_of_birth_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        date_of_birth = _parse_date_of_birth(d.pop("dateOfBirth", UNSET))

        _external_identifiers = d.pop("externalIdentifiers", UNSET)
        external_identifiers: list[ExternalIdentifier] | Unset = UNSET
        if _external_identifiers is not UNSET:
            external_identifiers = []
            for external_identifiers_item_data in _external_identifiers:
                external_identifiers_item = ExternalIdentifier.from_dict(external_identifiers_item_data)

                external_identifiers.append(external_identifiers_item)

        def _parse_preferred_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        preferred_name = _parse_preferred_name(d.pop("preferredName", UNSET))

        create_client = cls(
            name=name,
            date_of_birth=date_of_birth,
            external_identifiers=external_identifiers,
            preferred_name=preferred_name,
        )

        return create_client
