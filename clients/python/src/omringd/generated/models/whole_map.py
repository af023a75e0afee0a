from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.map_agreement import MapAgreement
    from ..models.need import Need
    from ..models.person import Person
    from ..models.step_progress import StepProgress
    from ..models.supporter import Supporter
    from ..models.tie import Tie


T = TypeVar("T", bound="WholeMap")


@_attrs_define
class WholeMap:
    """A map with its content.

    Attributes:
        client_id (UUID):
        created_at (datetime.datetime):
        etag (str): The `ETag` of the map with its content. Example: "57".
        head_etag (str): The `ETag` of the map without its content: the `If-Match` of `updateMap`. Example: "3-head".
        id (UUID):
        needs_etag (str): The `ETag` of its needs: the `If-Match` of `replaceNeeds`. Example: "5-needs".
        private (bool): Whether only the client sees the map.
        review_on (datetime.date | None): Review date; null means none.
        theme (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        updated_at (datetime.datetime): When anything on it last changed.
        agreements (list[MapAgreement]):
        every_tie_named (bool | None): "I have named every tie"; null is unanswered.
        everyone_named (bool | None): "I have named everyone"; null is unanswered.
        needs (list[Need]):
        persons (list[Person]): The persons who are on it.
        steps (list[StepProgress]): The five steps in their order.
        supporters (list[Supporter]):
        ties (list[Tie]):
    """

    client_id: UUID
    created_at: datetime.datetime
    etag: str
    head_etag: str
    id: UUID
    needs_etag: str
    private: bool
    review_on: datetime.date | None
    theme: str
    updated_at: datetime.datetime
    agreements: list[MapAgreement]
    every_tie_named: bool | None
    everyone_named: bool | None
    needs: list[Need]
    persons: list[Person]
    steps: list[StepProgress]
    supporters: list[Supporter]
    ties: list[Tie]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        client_id = str(self.client_id)

        created_at = self.created_at.isoformat()

        etag = self.etag

        head_etag = self.head_etag

        id = str(self.id)

        needs_etag = self.needs_etag

        private = self.private

        review_on: None | str
        if isinstance(self.review_on, datetime.date):
            review_on = self.review_on.isoformat()
        else:
            review_on = self.review_on

        theme = self.theme

        updated_at = self.updated_at.isoformat()

        agreements = []
        for agreements_item_data in self.agreements:
            agreements_item = agreements_item_data.to_dict()
            agreements.append(agreements_item)

        every_tie_named: bool | None
        every_tie_named = self.every_tie_named

        everyone_named: bool | None
        everyone_named = self.everyone_named

        needs = []
        for needs_item_data in self.needs:
            needs_item = needs_item_data.to_dict()
            needs.append(needs_item)

        persons = []
        for persons_item_data in self.persons:
            persons_item = persons_item_data.to_dict()
            persons.append(persons_item)

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        supporters = []
        for supporters_item_data in self.supporters:
            supporters_item = supporters_item_data.to_dict()
            supporters.append(supporters_item)

        ties = []
        for ties_item_data in self.ties:
            ties_item = ties_item_data.to_dict()
            ties.append(ties_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clientId": client_id,
                "createdAt": created_at,
                "etag": etag,
                "headEtag": head_etag,
                "id": id,
                "needsEtag": needs_etag,
                "private": private,
                "reviewOn": review_on,
                "theme": theme,
                "updatedAt": updated_at,
                "agreements": agreements,
                "everyTieNamed": every_tie_named,
                "everyoneNamed": everyone_named,
                "needs": needs,
                "persons": persons,
                "steps": steps,
                "supporters": supporters,
                "ties": ties,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.map_agreement import MapAgreement  # noqa: PLC0415
        from ..models.need import Need  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415
        from ..models.step_progress import StepProgress  # noqa: PLC0415
        from ..models.supporter import Supporter  # noqa: PLC0415
        from ..models.tie import Tie  # noqa: PLC0415

        d = dict(src_dict)
        client_id = UUID(d.pop("clientId"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        etag = d.pop("etag")

        head_etag = d.pop("headEtag")

        id = UUID(d.pop("id"))

        needs_etag = d.pop("needsEtag")

        private = d.pop("private")

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

        theme = d.pop("theme")

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        agreements = []
        _agreements = d.pop("agreements")
        for agreements_item_data in _agreements:
            agreements_item = MapAgreement.from_dict(agreements_item_data)

            agreements.append(agreements_item)

        def _parse_every_tie_named(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        every_tie_named = _parse_every_tie_named(d.pop("everyTieNamed"))

        def _parse_everyone_named(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        everyone_named = _parse_everyone_named(d.pop("everyoneNamed"))

        needs = []
        _needs = d.pop("needs")
        for needs_item_data in _needs:
            needs_item = Need.from_dict(needs_item_data)

            needs.append(needs_item)

        persons = []
        _persons = d.pop("persons")
        for persons_item_data in _persons:
            persons_item = Person.from_dict(persons_item_data)

            persons.append(persons_item)

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = StepProgress.from_dict(steps_item_data)

            steps.append(steps_item)

        supporters = []
        _supporters = d.pop("supporters")
        for supporters_item_data in _supporters:
            supporters_item = Supporter.from_dict(supporters_item_data)

            supporters.append(supporters_item)

        ties = []
        _ties = d.pop("ties")
        for ties_item_data in _ties:
            ties_item = Tie.from_dict(ties_item_data)

            ties.append(ties_item)

        whole_map = cls(
            client_id=client_id,
            created_at=created_at,
            etag=etag,
            head_etag=head_etag,
            id=id,
            needs_etag=needs_etag,
            private=private,
            review_on=review_on,
            theme=theme,
            updated_at=updated_at,
            agreements=agreements,
            every_tie_named=every_tie_named,
            everyone_named=everyone_named,
            needs=needs,
            persons=persons,
            steps=steps,
            supporters=supporters,
            ties=ties,
        )

        whole_map.additional_properties = d
        return whole_map

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
