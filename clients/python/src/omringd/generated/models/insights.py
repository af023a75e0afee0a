from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.coverage import Coverage
    from ..models.measures import Measures
    from ..models.observation import Observation


T = TypeVar("T", bound="Insights")


@_attrs_define
class Insights:
    """Insights into a map. An undefined measure is null; an unanswered question never counts as "no".

    Attributes:
        coverage (list[Coverage]): Every support type of the organisation, in the order of the vocabulary.
        map_id (UUID):
        measures (Measures): Measures over the map, without the client. Structural measures include persons who belong
            to the past, because they
            are on the map.
        observations (list[Observation]): Observations, as questions to talk about, in the order of the rules. None are
            about persons who belong to the
            past.
    """

    coverage: list[Coverage]
    map_id: UUID
    measures: Measures
    observations: list[Observation]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        coverage = []
        for coverage_item_data in self.coverage:
            coverage_item = coverage_item_data.to_dict()
            coverage.append(coverage_item)

        map_id = str(self.map_id)

        measures = self.measures.to_dict()

        observations = []
        for observations_item_data in self.observations:
            observations_item = observations_item_data.to_dict()
            observations.append(observations_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "coverage": coverage,
                "mapId": map_id,
                "measures": measures,
                "observations": observations,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.coverage import Coverage  # noqa: PLC0415
        from ..models.measures import Measures  # noqa: PLC0415
        from ..models.observation import Observation  # noqa: PLC0415

        d = dict(src_dict)
        coverage = []
        _coverage = d.pop("coverage")
        for coverage_item_data in _coverage:
            coverage_item = Coverage.from_dict(coverage_item_data)

            coverage.append(coverage_item)

        map_id = UUID(d.pop("mapId"))

        measures = Measures.from_dict(d.pop("measures"))

        observations = []
        _observations = d.pop("observations")
        for observations_item_data in _observations:
            observations_item = Observation.from_dict(observations_item_data)

            observations.append(observations_item)

        insights = cls(
            coverage=coverage,
            map_id=map_id,
            measures=measures,
            observations=observations,
        )

        insights.additional_properties = d
        return insights

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
