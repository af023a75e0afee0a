from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.content_agreement import ContentAgreement
    from ..models.content_person import ContentPerson
    from ..models.content_supporter import ContentSupporter
    from ..models.content_tie import ContentTie
    from ..models.need import Need
    from ..models.step_progress import StepProgress


T = TypeVar("T", bound="ReplaceMapContent")


@_attrs_define
class ReplaceMapContent:
    """The whole content of a map. Choose a `UUIDv7` as the id of each new item. A response of GET can be sent back:
    read-only members are ignored.

        Attributes:
            needs (list[Need]): All needs.
            supporters (list[ContentSupporter]): All supporters.
            ties (list[ContentTie]): All ties.
            agreements (list[ContentAgreement] | Unset): All agreements; absent keeps them.
            client_id (UUID | Unset):
            created_at (datetime.datetime | Unset):
            etag (str | Unset):
            every_tie_named (bool | None | Unset): Whether every tie is named; absent keeps it, null is unanswered.
            everyone_named (bool | None | Unset): Whether everyone is named; absent keeps it, null is unanswered.
            head_etag (str | Unset):
            id (UUID | Unset):
            needs_etag (str | Unset):
            persons (list[ContentPerson] | Unset): Persons to create or change. Persons that are not listed stay as they
                are.
            private (bool | Unset): Whether only the client sees the map. Must not change here: use `updateMap`.
            review_on (datetime.date | None | Unset): Review date; absent keeps it, null removes it.
            steps (list[StepProgress] | Unset):
            theme (str | Unset): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without
                surrounding spaces and without characters that change the writing direction.
            updated_at (datetime.datetime | Unset):
    """

    needs: list[Need]
    supporters: list[ContentSupporter]
    ties: list[ContentTie]
    agreements: list[ContentAgreement] | Unset = UNSET
    client_id: UUID | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    etag: str | Unset = UNSET
    every_tie_named: bool | None | Unset = UNSET
    everyone_named: bool | None | Unset = UNSET
    head_etag: str | Unset = UNSET
    id: UUID | Unset = UNSET
    needs_etag: str | Unset = UNSET
    persons: list[ContentPerson] | Unset = UNSET
    private: bool | Unset = UNSET
    review_on: datetime.date | None | Unset = UNSET
    steps: list[StepProgress] | Unset = UNSET
    theme: str | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        needs = []
        for needs_item_data in self.needs:
            needs_item = needs_item_data.to_dict()
            needs.append(needs_item)

        supporters = []
        for supporters_item_data in self.supporters:
            supporters_item = supporters_item_data.to_dict()
            supporters.append(supporters_item)

        ties = []
        for ties_item_data in self.ties:
            ties_item = ties_item_data.to_dict()
            ties.append(ties_item)

        agreements: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.agreements, Unset):
            agreements = []
            for agreements_item_data in self.agreements:
                agreements_item = agreements_item_data.to_dict()
                agreements.append(agreements_item)

        client_id: str | Unset = UNSET
        if not isinstance(self.client_id, Unset):
            client_id = str(self.client_id)

        created_at: str | Unset = UNSET
        if not isinstance(self.created_at, Unset):
            created_at = self.created_at.isoformat()

        etag = self.etag

        every_tie_named: bool | None | Unset
        if isinstance(self.every_tie_named, Unset):
            every_tie_named = UNSET
        else:
            every_tie_named = self.every_tie_named

        everyone_named: bool | None | Unset
        if isinstance(self.everyone_named, Unset):
            everyone_named = UNSET
        else:
            everyone_named = self.everyone_named

        head_etag = self.head_etag

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        needs_etag = self.needs_etag

        persons: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.persons, Unset):
            persons = []
            for persons_item_data in self.persons:
                persons_item = persons_item_data.to_dict()
                persons.append(persons_item)

        private = self.private

        review_on: None | str | Unset
        if isinstance(self.review_on, Unset):
            review_on = UNSET
        elif isinstance(self.review_on, datetime.date):
            review_on = self.review_on.isoformat()
        else:
            review_on = self.review_on

        steps: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.steps, Unset):
            steps = []
            for steps_item_data in self.steps:
                steps_item = steps_item_data.to_dict()
                steps.append(steps_item)

        theme = self.theme

        updated_at: str | Unset = UNSET
        if not isinstance(self.updated_at, Unset):
            updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "needs": needs,
                "supporters": supporters,
                "ties": ties,
            }
        )
        if agreements is not UNSET:
            field_dict["agreements"] = agreements
        if client_id is not UNSET:
            field_dict["clientId"] = client_id
        if created_at is not UNSET:
            field_dict["createdAt"] = created_at
        if etag is not UNSET:
            field_dict["etag"] = etag
        if every_tie_named is not UNSET:
            field_dict["everyTieNamed"] = every_tie_named
        if everyone_named is not UNSET:
            field_dict["everyoneNamed"] = everyone_named
        if head_etag is not UNSET:
            field_dict["headEtag"] = head_etag
        if id is not UNSET:
            field_dict["id"] = id
        if needs_etag is not UNSET:
            field_dict["needsEtag"] = needs_etag
        if persons is not UNSET:
            field_dict["persons"] = persons
        if private is not UNSET:
            field_dict["private"] = private
        if review_on is not UNSET:
            field_dict["reviewOn"] = review_on
        if steps is not UNSET:
            field_dict["steps"] = steps
        if theme is not UNSET:
            field_dict["theme"] = theme
        if updated_at is not UNSET:
            field_dict["updatedAt"] = updated_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.content_agreement import ContentAgreement  # noqa: PLC0415
        from ..models.content_person import ContentPerson  # noqa: PLC0415
        from ..models.content_supporter import ContentSupporter  # noqa: PLC0415
        from ..models.content_tie import ContentTie  # noqa: PLC0415
        from ..models.need import Need  # noqa: PLC0415
        from ..models.step_progress import StepProgress  # noqa: PLC0415

        d = dict(src_dict)
        needs = []
        _needs = d.pop("needs")
        for needs_item_data in _needs:
            needs_item = Need.from_dict(needs_item_data)

            needs.append(needs_item)

        supporters = []
        _supporters = d.pop("supporters")
        for supporters_item_data in _supporters:
            supporters_item = ContentSupporter.from_dict(supporters_item_data)

            supporters.append(supporters_item)

        ties = []
        _ties = d.pop("ties")
        for ties_item_data in _ties:
            ties_item = ContentTie.from_dict(ties_item_data)

            ties.append(ties_item)

        _agreements = d.pop("agreements", UNSET)
        agreements: list[ContentAgreement] | Unset = UNSET
        if _agreements is not UNSET:
            agreements = []
            for agreements_item_data in _agreements:
                agreements_item = ContentAgreement.from_dict(agreements_item_data)

                agreements.append(agreements_item)

        _client_id = d.pop("clientId", UNSET)
        client_id: UUID | Unset
        if isinstance(_client_id, Unset):
            client_id = UNSET
        else:
            client_id = UUID(_client_id)

        _created_at = d.pop("createdAt", UNSET)
        created_at: datetime.datetime | Unset
        if isinstance(_created_at, Unset):
            created_at = UNSET
        else:
            created_at = datetime.datetime.fromisoformat(_created_at)

        etag = d.pop("etag", UNSET)

        def _parse_every_tie_named(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        every_tie_named = _parse_every_tie_named(d.pop("everyTieNamed", UNSET))

        def _parse_everyone_named(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        everyone_named = _parse_everyone_named(d.pop("everyoneNamed", UNSET))

        head_etag = d.pop("headEtag", UNSET)

        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id, Unset):
            id = UNSET
        else:
            id = UUID(_id)

        needs_etag = d.pop("needsEtag", UNSET)

        _persons = d.pop("persons", UNSET)
        persons: list[ContentPerson] | Unset = UNSET
        if _persons is not UNSET:
            persons = []
            for persons_item_data in _persons:
                persons_item = ContentPerson.from_dict(persons_item_data)

                persons.append(persons_item)

        private = d.pop("private", UNSET)

        def _parse_review_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                review_on_type_0 = datetime.date.fromisoformat(data)

                return review_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        review_on = _parse_review_on(d.pop("reviewOn", UNSET))

        _steps = d.pop("steps", UNSET)
        steps: list[StepProgress] | Unset = UNSET
        if _steps is not UNSET:
            steps = []
            for steps_item_data in _steps:
                steps_item = StepProgress.from_dict(steps_item_data)

                steps.append(steps_item)

        theme = d.pop("theme", UNSET)

        _updated_at = d.pop("updatedAt", UNSET)
        updated_at: datetime.datetime | Unset
        if isinstance(_updated_at, Unset):
            updated_at = UNSET
        else:
            updated_at = datetime.datetime.fromisoformat(_updated_at)

        replace_map_content = cls(
            needs=needs,
            supporters=supporters,
            ties=ties,
            agreements=agreements,
            client_id=client_id,
            created_at=created_at,
            etag=etag,
            every_tie_named=every_tie_named,
            everyone_named=everyone_named,
            head_etag=head_etag,
            id=id,
            needs_etag=needs_etag,
            persons=persons,
            private=private,
            review_on=review_on,
            steps=steps,
            theme=theme,
            updated_at=updated_at,
        )

        return replace_map_content
