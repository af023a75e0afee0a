from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.document_agreement import DocumentAgreement
    from ..models.document_reflection import DocumentReflection
    from ..models.document_supporter import DocumentSupporter
    from ..models.document_tie import DocumentTie
    from ..models.need import Need


T = TypeVar("T", bound="DocumentMap")


@_attrs_define
class DocumentMap:
    """A map with its content.

    Attributes:
        agreements (list[DocumentAgreement]):
        created_at (datetime.datetime):
        needs (list[Need]):
        private (bool): Whether only the client sees the map.
        supporters (list[DocumentSupporter]):
        theme (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        ties (list[DocumentTie]):
        updated_at (datetime.datetime):
        every_tie_named (bool | None | Unset): “I have named every tie”; null is unanswered.
        everyone_named (bool | None | Unset): “I have named everyone”; null is unanswered.
        reflections (list[DocumentReflection] | None | Unset): The client's own words; null on a card without them.
        review_on (datetime.date | None | Unset): Review date; null means none.
    """

    agreements: list[DocumentAgreement]
    created_at: datetime.datetime
    needs: list[Need]
    private: bool
    supporters: list[DocumentSupporter]
    theme: str
    ties: list[DocumentTie]
    updated_at: datetime.datetime
    every_tie_named: bool | None | Unset = UNSET
    everyone_named: bool | None | Unset = UNSET
    reflections: list[DocumentReflection] | None | Unset = UNSET
    review_on: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        agreements = []
        for agreements_item_data in self.agreements:
            agreements_item = agreements_item_data.to_dict()
            agreements.append(agreements_item)

        created_at = self.created_at.isoformat()

        needs = []
        for needs_item_data in self.needs:
            needs_item = needs_item_data.to_dict()
            needs.append(needs_item)

        private = self.private

        supporters = []
        for supporters_item_data in self.supporters:
            supporters_item = supporters_item_data.to_dict()
            supporters.append(supporters_item)

        theme = self.theme

        ties = []
        for ties_item_data in self.ties:
            ties_item = ties_item_data.to_dict()
            ties.append(ties_item)

        updated_at = self.updated_at.isoformat()

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

        reflections: list[dict[str, Any]] | None | Unset
        if isinstance(self.reflections, Unset):
            reflections = UNSET
        elif isinstance(self.reflections, list):
            reflections = []
            for reflections_type_0_item_data in self.reflections:
                reflections_type_0_item = reflections_type_0_item_data.to_dict()
                reflections.append(reflections_type_0_item)

        else:
            reflections = self.reflections

        review_on: None | str | Unset
        if isinstance(self.review_on, Unset):
            review_on = UNSET
        elif isinstance(self.review_on, datetime.date):
            review_on = self.review_on.isoformat()
        else:
            review_on = self.review_on

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "agreements": agreements,
                "createdAt": created_at,
                "needs": needs,
                "private": private,
                "supporters": supporters,
                "theme": theme,
                "ties": ties,
                "updatedAt": updated_at,
            }
        )
        if every_tie_named is not UNSET:
            field_dict["everyTieNamed"] = every_tie_named
        if everyone_named is not UNSET:
            field_dict["everyoneNamed"] = everyone_named
        if reflections is not UNSET:
            field_dict["reflections"] = reflections
        if review_on is not UNSET:
            field_dict["reviewOn"] = review_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.document_agreement import DocumentAgreement  # noqa: PLC0415
        from ..models.document_reflection import DocumentReflection  # noqa: PLC0415
        from ..models.document_supporter import DocumentSupporter  # noqa: PLC0415
        from ..models.document_tie import DocumentTie  # noqa: PLC0415
        from ..models.need import Need  # noqa: PLC0415

        d = dict(src_dict)
        agreements = []
        _agreements = d.pop("agreements")
        for agreements_item_data in _agreements:
            agreements_item = DocumentAgreement.from_dict(agreements_item_data)

            agreements.append(agreements_item)

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        needs = []
        _needs = d.pop("needs")
        for needs_item_data in _needs:
            needs_item = Need.from_dict(needs_item_data)

            needs.append(needs_item)

        private = d.pop("private")

        supporters = []
        _supporters = d.pop("supporters")
        for supporters_item_data in _supporters:
            supporters_item = DocumentSupporter.from_dict(supporters_item_data)

            supporters.append(supporters_item)

        theme = d.pop("theme")

        ties = []
        _ties = d.pop("ties")
        for ties_item_data in _ties:
            ties_item = DocumentTie.from_dict(ties_item_data)

            ties.append(ties_item)

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

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

        def _parse_reflections(data: object) -> list[DocumentReflection] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                reflections_type_0 = []
                _reflections_type_0 = data
                for reflections_type_0_item_data in _reflections_type_0:
                    reflections_type_0_item = DocumentReflection.from_dict(reflections_type_0_item_data)

                    reflections_type_0.append(reflections_type_0_item)

                return reflections_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[DocumentReflection] | None | Unset, data)

        reflections = _parse_reflections(d.pop("reflections", UNSET))

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

        document_map = cls(
            agreements=agreements,
            created_at=created_at,
            needs=needs,
            private=private,
            supporters=supporters,
            theme=theme,
            ties=ties,
            updated_at=updated_at,
            every_tie_named=every_tie_named,
            everyone_named=everyone_named,
            reflections=reflections,
            review_on=review_on,
        )

        return document_map
