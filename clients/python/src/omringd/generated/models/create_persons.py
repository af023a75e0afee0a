from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.create_person import CreatePerson


T = TypeVar("T", bound="CreatePersons")


@_attrs_define
class CreatePersons:
    """New persons.

    Attributes:
        persons (list[CreatePerson]): The persons.
    """

    persons: list[CreatePerson]

    def to_dict(self) -> dict[str, Any]:
        persons = []
        for persons_item_data in self.persons:
            persons_item = persons_item_data.to_dict()
            persons.append(persons_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "persons": persons,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.create_person import CreatePerson  # noqa: PLC0415

        d = dict(src_dict)
        persons = []
        _persons = d.pop("persons")
        for persons_item_data in _persons:
            persons_item = CreatePerson.from_dict(persons_item_data)

            persons.append(persons_item)

        create_persons = cls(
            persons=persons,
        )

        return create_persons
