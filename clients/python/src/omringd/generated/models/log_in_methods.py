from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.offered_provider import OfferedProvider


T = TypeVar("T", bound="LogInMethods")


@_attrs_define
class LogInMethods:
    """How a user can log in.

    Attributes:
        password (bool): Whether a password can be used. Always true.
        providers (list[OfferedProvider]): The identity providers of the organisations that have proven the domain.
    """

    password: bool
    providers: list[OfferedProvider]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        password = self.password

        providers = []
        for providers_item_data in self.providers:
            providers_item = providers_item_data.to_dict()
            providers.append(providers_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "password": password,
                "providers": providers,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.offered_provider import OfferedProvider  # noqa: PLC0415

        d = dict(src_dict)
        password = d.pop("password")

        providers = []
        _providers = d.pop("providers")
        for providers_item_data in _providers:
            providers_item = OfferedProvider.from_dict(providers_item_data)

            providers.append(providers_item)

        log_in_methods = cls(
            password=password,
            providers=providers,
        )

        log_in_methods.additional_properties = d
        return log_in_methods

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
