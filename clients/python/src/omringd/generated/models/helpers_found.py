from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.helper import Helper
    from ..models.map_looked_up import MapLookedUp


T = TypeVar("T", bound="HelpersFound")


@_attrs_define
class HelpersFound:
    """Who could help with one need.

    Attributes:
        helpers (list[Helper]): Everyone named for this need, best first. Those the client would not ask come last.
        label (str): Its label in the language of the request.
        maps (list[MapLookedUp]): The maps that were searched, changed last first: at most 50 non-empty maps that the
            caller may see, or the one
            in `mapId`.
        others (list[Helper]): Others to consider: supporters without an answer for this need, or in the inner ring and
            named for other support
            types.
        support_type (str): The code of a support type. See `showVocabulary`.
    """

    helpers: list[Helper]
    label: str
    maps: list[MapLookedUp]
    others: list[Helper]
    support_type: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        helpers = []
        for helpers_item_data in self.helpers:
            helpers_item = helpers_item_data.to_dict()
            helpers.append(helpers_item)

        label = self.label

        maps = []
        for maps_item_data in self.maps:
            maps_item = maps_item_data.to_dict()
            maps.append(maps_item)

        others = []
        for others_item_data in self.others:
            others_item = others_item_data.to_dict()
            others.append(others_item)

        support_type = self.support_type

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "helpers": helpers,
                "label": label,
                "maps": maps,
                "others": others,
                "supportType": support_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.helper import Helper  # noqa: PLC0415
        from ..models.map_looked_up import MapLookedUp  # noqa: PLC0415

        d = dict(src_dict)
        helpers = []
        _helpers = d.pop("helpers")
        for helpers_item_data in _helpers:
            helpers_item = Helper.from_dict(helpers_item_data)

            helpers.append(helpers_item)

        label = d.pop("label")

        maps = []
        _maps = d.pop("maps")
        for maps_item_data in _maps:
            maps_item = MapLookedUp.from_dict(maps_item_data)

            maps.append(maps_item)

        others = []
        _others = d.pop("others")
        for others_item_data in _others:
            others_item = Helper.from_dict(others_item_data)

            others.append(others_item)

        support_type = d.pop("supportType")

        helpers_found = cls(
            helpers=helpers,
            label=label,
            maps=maps,
            others=others,
            support_type=support_type,
        )

        helpers_found.additional_properties = d
        return helpers_found

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
