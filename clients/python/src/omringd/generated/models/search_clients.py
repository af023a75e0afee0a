from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.external_identifier import ExternalIdentifier


T = TypeVar("T", bound="SearchClients")


@_attrs_define
class SearchClients:
    """Search criteria; every given member must match.

    Attributes:
        external_identifier (ExternalIdentifier | None | Unset): A number in another system. Must match exactly.
        name (None | str | Unset): At most 10 words of the name or the preferred name: each must be part of one of them,
            in any order. Case,
            accents, apostrophes and hyphens are ignored; letters such as ł, ø, ß and æ also match l, o, ss and ae.
    """

    external_identifier: ExternalIdentifier | None | Unset = UNSET
    name: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.external_identifier import ExternalIdentifier  # noqa: PLC0415

        external_identifier: dict[str, Any] | None | Unset
        if isinstance(self.external_identifier, Unset):
            external_identifier = UNSET
        elif isinstance(self.external_identifier, ExternalIdentifier):
            external_identifier = self.external_identifier.to_dict()
        else:
            external_identifier = self.external_identifier

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if external_identifier is not UNSET:
            field_dict["externalIdentifier"] = external_identifier
        if name is not UNSET:
            field_dict["name"] = name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.external_identifier import ExternalIdentifier  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_external_identifier(data: object) -> ExternalIdentifier | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                external_identifier_type_0 = ExternalIdentifier.from_dict(data)

                return external_identifier_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ExternalIdentifier | None | Unset, data)

        external_identifier = _parse_external_identifier(d.pop("externalIdentifier", UNSET))

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        search_clients = cls(
            external_identifier=external_identifier,
            name=name,
        )

        return search_clients
