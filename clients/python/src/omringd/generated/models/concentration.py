from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Concentration")


@_attrs_define
class Concentration:
    """How much of the support depends on one person: their share of all links. A link is one supporter with one support
    type that is `received-now` or `could-ask`; persons who belong to the past are left out.

        Attributes:
            links (int): All links.
            share (float): The share of all links, 0 to 1.
            supporter_ids (list[UUID]): The supporters with this share: all with the same number of links.
    """

    links: int
    share: float
    supporter_ids: list[UUID]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        links = self.links

        share = self.share

        supporter_ids = []
        for supporter_ids_item_data in self.supporter_ids:
            supporter_ids_item = str(supporter_ids_item_data)
            supporter_ids.append(supporter_ids_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "links": links,
                "share": share,
                "supporterIds": supporter_ids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        links = d.pop("links")

        share = d.pop("share")

        supporter_ids = []
        _supporter_ids = d.pop("supporterIds")
        for supporter_ids_item_data in _supporter_ids:
            supporter_ids_item = UUID(supporter_ids_item_data)

            supporter_ids.append(supporter_ids_item)

        concentration = cls(
            links=links,
            share=share,
            supporter_ids=supporter_ids,
        )

        concentration.additional_properties = d
        return concentration

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
