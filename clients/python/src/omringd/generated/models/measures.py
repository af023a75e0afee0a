from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.composition import Composition
    from ..models.concentration import Concentration


T = TypeVar("T", bound="Measures")


@_attrs_define
class Measures:
    """Measures over the map, without the client. Structural measures include persons who belong to the past, because they
    are on the map.

        Attributes:
            closenesses (Composition): Distribution of supporters over the words of a list.
            components (int): Connected components, including single persons.
            concentration (Concentration | None): Null without any link.
            density (float | None): t / (n(n−1)/2); null for fewer than two supporters.
            effective_size (float | None): n − 2t/n (Burt, 1992; Borgatti, 1997); null without supporters.
            isolates (list[UUID]): Supporters without any tie.
            multiplexity (float | None): The mean number of support types per supporter with answered support; null without
                any.
            reciprocity (float | None): The share of supporters who both give and receive, among those with a known
                direction; null without any.
            relationships (Composition): Distribution of supporters over the words of a list.
            supporters (int): n, the number of supporters.
            ties (int): t, the number of ties among them.
    """

    closenesses: Composition
    components: int
    concentration: Concentration | None
    density: float | None
    effective_size: float | None
    isolates: list[UUID]
    multiplexity: float | None
    reciprocity: float | None
    relationships: Composition
    supporters: int
    ties: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.concentration import Concentration  # noqa: PLC0415

        closenesses = self.closenesses.to_dict()

        components = self.components

        concentration: dict[str, Any] | None
        if isinstance(self.concentration, Concentration):
            concentration = self.concentration.to_dict()
        else:
            concentration = self.concentration

        density: float | None
        density = self.density

        effective_size: float | None
        effective_size = self.effective_size

        isolates = []
        for isolates_item_data in self.isolates:
            isolates_item = str(isolates_item_data)
            isolates.append(isolates_item)

        multiplexity: float | None
        multiplexity = self.multiplexity

        reciprocity: float | None
        reciprocity = self.reciprocity

        relationships = self.relationships.to_dict()

        supporters = self.supporters

        ties = self.ties

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "closenesses": closenesses,
                "components": components,
                "concentration": concentration,
                "density": density,
                "effectiveSize": effective_size,
                "isolates": isolates,
                "multiplexity": multiplexity,
                "reciprocity": reciprocity,
                "relationships": relationships,
                "supporters": supporters,
                "ties": ties,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.composition import Composition  # noqa: PLC0415
        from ..models.concentration import Concentration  # noqa: PLC0415

        d = dict(src_dict)
        closenesses = Composition.from_dict(d.pop("closenesses"))

        components = d.pop("components")

        def _parse_concentration(data: object) -> Concentration | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                concentration_type_0 = Concentration.from_dict(data)

                return concentration_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Concentration | None, data)

        concentration = _parse_concentration(d.pop("concentration"))

        def _parse_density(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        density = _parse_density(d.pop("density"))

        def _parse_effective_size(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        effective_size = _parse_effective_size(d.pop("effectiveSize"))

        isolates = []
        _isolates = d.pop("isolates")
        for isolates_item_data in _isolates:
            isolates_item = UUID(isolates_item_data)

            isolates.append(isolates_item)

        def _parse_multiplexity(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        multiplexity = _parse_multiplexity(d.pop("multiplexity"))

        def _parse_reciprocity(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        reciprocity = _parse_reciprocity(d.pop("reciprocity"))

        relationships = Composition.from_dict(d.pop("relationships"))

        supporters = d.pop("supporters")

        ties = d.pop("ties")

        measures = cls(
            closenesses=closenesses,
            components=components,
            concentration=concentration,
            density=density,
            effective_size=effective_size,
            isolates=isolates,
            multiplexity=multiplexity,
            reciprocity=reciprocity,
            relationships=relationships,
            supporters=supporters,
            ties=ties,
        )

        measures.additional_properties = d
        return measures

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
