from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="MergePersons")


@_attrs_define
class MergePersons:
    """The duplicate to merge into a person.

    Attributes:
        etag (str): The `etag` of that person as you read it. Example: "1".
        person_id (UUID): Another person of the same client, who is removed.
    """

    etag: str
    person_id: UUID

    def to_dict(self) -> dict[str, Any]:
        etag = self.etag

        person_id = str(self.person_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "etag": etag,
                "personId": person_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        etag = d.pop("etag")

        person_id = UUID(d.pop("personId"))

        merge_persons = cls(
            etag=etag,
            person_id=person_id,
        )

        return merge_persons
