from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.attention_count import AttentionCount


T = TypeVar("T", bound="CaseloadFacets")


@_attrs_define
class CaseloadFacets:
    """Numbers of clients in the whole caseload.

    Attributes:
        attention (list[AttentionCount]): Every reason, most urgent first, including those with no clients.
        clients (int): All of them. Example: 46.
    """

    attention: list[AttentionCount]
    clients: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        attention = []
        for attention_item_data in self.attention:
            attention_item = attention_item_data.to_dict()
            attention.append(attention_item)

        clients = self.clients

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attention": attention,
                "clients": clients,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attention_count import AttentionCount  # noqa: PLC0415

        d = dict(src_dict)
        attention = []
        _attention = d.pop("attention")
        for attention_item_data in _attention:
            attention_item = AttentionCount.from_dict(attention_item_data)

            attention.append(attention_item)

        clients = d.pop("clients")

        caseload_facets = cls(
            attention=attention,
            clients=clients,
        )

        caseload_facets.additional_properties = d
        return caseload_facets

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
