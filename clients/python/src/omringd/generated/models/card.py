from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.maker_role import MakerRole, check_maker_role

if TYPE_CHECKING:
    from ..models.named_user import NamedUser
    from ..models.reflection import Reflection
    from ..models.support_type_word import SupportTypeWord
    from ..models.whole_map import WholeMap


T = TypeVar("T", bound="Card")


@_attrs_define
class Card:
    """A card: a map as it was when the card was created. It never changes, except that a person can be redacted.

    Attributes:
        client_id (UUID):
        content_hash (str): SHA-256 of the stored content, which excludes the data of persons. Never changes.
        created_at (datetime.datetime):
        id (UUID):
        made_as (MakerRole): The role in which a card was created.
        made_by (NamedUser | None): The user who created it; null for an imported card.
        map_id (UUID):
        number (int): Sequence number of the card within its map, from 1.
        review_on (datetime.date | None): The review date on the map at that time.
        map_ (WholeMap): A map with its content.
        redacted_person_ids (list[UUID]): Persons redacted since. They are still in `map.persons`, with a dash as alias
            and no other data.
        reflections (list[Reflection] | None): The client's own words; null if the client did not include them.
        support_types (list[SupportTypeWord]): The organisation's support types, as they were.
    """

    client_id: UUID
    content_hash: str
    created_at: datetime.datetime
    id: UUID
    made_as: MakerRole
    made_by: NamedUser | None
    map_id: UUID
    number: int
    review_on: datetime.date | None
    map_: WholeMap
    redacted_person_ids: list[UUID]
    reflections: list[Reflection] | None
    support_types: list[SupportTypeWord]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.named_user import NamedUser  # noqa: PLC0415

        client_id = str(self.client_id)

        content_hash = self.content_hash

        created_at = self.created_at.isoformat()

        id = str(self.id)

        made_as: str = self.made_as

        made_by: dict[str, Any] | None
        if isinstance(self.made_by, NamedUser):
            made_by = self.made_by.to_dict()
        else:
            made_by = self.made_by

        map_id = str(self.map_id)

        number = self.number

        review_on: None | str
        if isinstance(self.review_on, datetime.date):
            review_on = self.review_on.isoformat()
        else:
            review_on = self.review_on

        map_ = self.map_.to_dict()

        redacted_person_ids = []
        for redacted_person_ids_item_data in self.redacted_person_ids:
            redacted_person_ids_item = str(redacted_person_ids_item_data)
            redacted_person_ids.append(redacted_person_ids_item)

        reflections: list[dict[str, Any]] | None
        if isinstance(self.reflections, list):
            reflections = []
            for reflections_type_0_item_data in self.reflections:
                reflections_type_0_item = reflections_type_0_item_data.to_dict()
                reflections.append(reflections_type_0_item)

        else:
            reflections = self.reflections

        support_types = []
        for support_types_item_data in self.support_types:
            support_types_item = support_types_item_data.to_dict()
            support_types.append(support_types_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clientId": client_id,
                "contentHash": content_hash,
                "createdAt": created_at,
                "id": id,
                "madeAs": made_as,
                "madeBy": made_by,
                "mapId": map_id,
                "number": number,
                "reviewOn": review_on,
                "map": map_,
                "redactedPersonIds": redacted_person_ids,
                "reflections": reflections,
                "supportTypes": support_types,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_user import NamedUser  # noqa: PLC0415
        from ..models.reflection import Reflection  # noqa: PLC0415
        from ..models.support_type_word import SupportTypeWord  # noqa: PLC0415
        from ..models.whole_map import WholeMap  # noqa: PLC0415

        d = dict(src_dict)
        client_id = UUID(d.pop("clientId"))

        content_hash = d.pop("contentHash")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        id = UUID(d.pop("id"))

        made_as = check_maker_role(d.pop("madeAs"))

        def _parse_made_by(data: object) -> NamedUser | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                made_by_type_0 = NamedUser.from_dict(data)

                return made_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NamedUser | None, data)

        made_by = _parse_made_by(d.pop("madeBy"))

        map_id = UUID(d.pop("mapId"))

        number = d.pop("number")

        def _parse_review_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                review_on_type_0 = datetime.date.fromisoformat(data)

                return review_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        review_on = _parse_review_on(d.pop("reviewOn"))

        map_ = WholeMap.from_dict(d.pop("map"))

        redacted_person_ids = []
        _redacted_person_ids = d.pop("redactedPersonIds")
        for redacted_person_ids_item_data in _redacted_person_ids:
            redacted_person_ids_item = UUID(redacted_person_ids_item_data)

            redacted_person_ids.append(redacted_person_ids_item)

        def _parse_reflections(data: object) -> list[Reflection] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                reflections_type_0 = []
                _reflections_type_0 = data
                for reflections_type_0_item_data in _reflections_type_0:
                    reflections_type_0_item = Reflection.from_dict(reflections_type_0_item_data)

                    reflections_type_0.append(reflections_type_0_item)

                return reflections_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[Reflection] | None, data)

        reflections = _parse_reflections(d.pop("reflections"))

        support_types = []
        _support_types = d.pop("supportTypes")
        for support_types_item_data in _support_types:
            support_types_item = SupportTypeWord.from_dict(support_types_item_data)

            support_types.append(support_types_item)

        card = cls(
            client_id=client_id,
            content_hash=content_hash,
            created_at=created_at,
            id=id,
            made_as=made_as,
            made_by=made_by,
            map_id=map_id,
            number=number,
            review_on=review_on,
            map_=map_,
            redacted_person_ids=redacted_person_ids,
            reflections=reflections,
            support_types=support_types,
        )

        card.additional_properties = d
        return card

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
