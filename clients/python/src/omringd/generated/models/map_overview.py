from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.last_card import LastCard
    from ..models.named_user import NamedUser
    from ..models.step_progress import StepProgress


T = TypeVar("T", bound="MapOverview")


@_attrs_define
class MapOverview:
    """A map with its progress.

    Attributes:
        client_id (UUID):
        created_at (datetime.datetime):
        etag (str): The `ETag`, for `If-Match`. Example: "1".
        head_etag (str): The `ETag` of the map without its content: the `If-Match` of `updateMap`. Example: "3-head".
        id (UUID):
        needs_etag (str): The `ETag` of its needs: the `If-Match` of `replaceNeeds`. Example: "5-needs".
        private (bool): Whether only the client sees the map.
        review_on (datetime.date | None): Review date; null means none.
        theme (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        updated_at (datetime.datetime): When anything on it last changed.
        last_card (LastCard | None): The latest card of the map; null if there is none.
        steps (list[StepProgress]): The five steps in their order.
        supporters (int): How many supporters are on it.
        updated_by (NamedUser | None): The user who last changed anything on it; null if not recorded.
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
    last_card: LastCard | None
    steps: list[StepProgress]
    supporters: int
    updated_by: NamedUser | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.last_card import LastCard  # noqa: PLC0415
        from ..models.named_user import NamedUser  # noqa: PLC0415

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

        last_card: dict[str, Any] | None
        if isinstance(self.last_card, LastCard):
            last_card = self.last_card.to_dict()
        else:
            last_card = self.last_card

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        supporters = self.supporters

        updated_by: dict[str, Any] | None
        if isinstance(self.updated_by, NamedUser):
            updated_by = self.updated_by.to_dict()
        else:
            updated_by = self.updated_by

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
                "lastCard": last_card,
                "steps": steps,
                "supporters": supporters,
                "updatedBy": updated_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.last_card import LastCard  # noqa: PLC0415
        from ..models.named_user import NamedUser  # noqa: PLC0415
        from ..models.step_progress import StepProgress  # noqa: PLC0415

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

        def _parse_last_card(data: object) -> LastCard | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                last_card_type_0 = LastCard.from_dict(data)

                return last_card_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LastCard | None, data)

        last_card = _parse_last_card(d.pop("lastCard"))

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = StepProgress.from_dict(steps_item_data)

            steps.append(steps_item)

        supporters = d.pop("supporters")

        def _parse_updated_by(data: object) -> NamedUser | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                updated_by_type_0 = NamedUser.from_dict(data)

                return updated_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NamedUser | None, data)

        updated_by = _parse_updated_by(d.pop("updatedBy"))

        map_overview = cls(
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
            last_card=last_card,
            steps=steps,
            supporters=supporters,
            updated_by=updated_by,
        )

        map_overview.additional_properties = d
        return map_overview

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
