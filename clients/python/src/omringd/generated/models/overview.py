from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.agreements_overview import AgreementsOverview
    from ..models.client import Client
    from ..models.client_coach import ClientCoach
    from ..models.map_overview import MapOverview


T = TypeVar("T", bound="Overview")


@_attrs_define
class Overview:
    """A client's page.

    Attributes:
        agreements (AgreementsOverview): The agreements that are planned, asked or accepted.
        client (Client): A client.
        client_etag (str): The `ETag` of the client, for `If-Match`. Example: "1".
        coaches (list[ClientCoach]): The coaches who work with the client now.
        maps (list[MapOverview]): The map changed last comes first.
    """

    agreements: AgreementsOverview
    client: Client
    client_etag: str
    coaches: list[ClientCoach]
    maps: list[MapOverview]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        agreements = self.agreements.to_dict()

        client = self.client.to_dict()

        client_etag = self.client_etag

        coaches = []
        for coaches_item_data in self.coaches:
            coaches_item = coaches_item_data.to_dict()
            coaches.append(coaches_item)

        maps = []
        for maps_item_data in self.maps:
            maps_item = maps_item_data.to_dict()
            maps.append(maps_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "agreements": agreements,
                "client": client,
                "clientEtag": client_etag,
                "coaches": coaches,
                "maps": maps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.agreements_overview import AgreementsOverview  # noqa: PLC0415
        from ..models.client import Client  # noqa: PLC0415
        from ..models.client_coach import ClientCoach  # noqa: PLC0415
        from ..models.map_overview import MapOverview  # noqa: PLC0415

        d = dict(src_dict)
        agreements = AgreementsOverview.from_dict(d.pop("agreements"))

        client = Client.from_dict(d.pop("client"))

        client_etag = d.pop("clientEtag")

        coaches = []
        _coaches = d.pop("coaches")
        for coaches_item_data in _coaches:
            coaches_item = ClientCoach.from_dict(coaches_item_data)

            coaches.append(coaches_item)

        maps = []
        _maps = d.pop("maps")
        for maps_item_data in _maps:
            maps_item = MapOverview.from_dict(maps_item_data)

            maps.append(maps_item)

        overview = cls(
            agreements=agreements,
            client=client,
            client_etag=client_etag,
            coaches=coaches,
            maps=maps,
        )

        overview.additional_properties = d
        return overview

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
