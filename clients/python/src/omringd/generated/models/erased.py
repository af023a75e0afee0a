from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Erased")


@_attrs_define
class Erased:
    """How many of each were erased.

    Attributes:
        agreements (int): Agreements.
        assignments (int): Assignments of coaches.
        cards (int): Cards.
        coach_notes (int): Notes of coaches.
        consents (int): Consents.
        maps (int): Maps.
        persons (int): Persons.
        reflections (int): Reflections.
        supporters (int): Supporters on the maps.
        ties (int): Ties between supporters.
    """

    agreements: int
    assignments: int
    cards: int
    coach_notes: int
    consents: int
    maps: int
    persons: int
    reflections: int
    supporters: int
    ties: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        agreements = self.agreements

        assignments = self.assignments

        cards = self.cards

        coach_notes = self.coach_notes

        consents = self.consents

        maps = self.maps

        persons = self.persons

        reflections = self.reflections

        supporters = self.supporters

        ties = self.ties

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "agreements": agreements,
                "assignments": assignments,
                "cards": cards,
                "coachNotes": coach_notes,
                "consents": consents,
                "maps": maps,
                "persons": persons,
                "reflections": reflections,
                "supporters": supporters,
                "ties": ties,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        agreements = d.pop("agreements")

        assignments = d.pop("assignments")

        cards = d.pop("cards")

        coach_notes = d.pop("coachNotes")

        consents = d.pop("consents")

        maps = d.pop("maps")

        persons = d.pop("persons")

        reflections = d.pop("reflections")

        supporters = d.pop("supporters")

        ties = d.pop("ties")

        erased = cls(
            agreements=agreements,
            assignments=assignments,
            cards=cards,
            coach_notes=coach_notes,
            consents=consents,
            maps=maps,
            persons=persons,
            reflections=reflections,
            supporters=supporters,
            ties=ties,
        )

        erased.additional_properties = d
        return erased

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
