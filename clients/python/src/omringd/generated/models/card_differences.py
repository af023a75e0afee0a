from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.change_availability_changed import ChangeAvailabilityChanged
    from ..models.change_burden_changed import ChangeBurdenChanged
    from ..models.change_contact_changed import ChangeContactChanged
    from ..models.change_direction_changed import ChangeDirectionChanged
    from ..models.change_moved_inward import ChangeMovedInward
    from ..models.change_moved_outward import ChangeMovedOutward
    from ..models.change_need_changed import ChangeNeedChanged
    from ..models.change_placed import ChangePlaced
    from ..models.change_support_gained import ChangeSupportGained
    from ..models.change_support_lost import ChangeSupportLost
    from ..models.change_supporter_added import ChangeSupporterAdded
    from ..models.change_supporter_gone import ChangeSupporterGone
    from ..models.change_tension_changed import ChangeTensionChanged
    from ..models.change_tie_gained import ChangeTieGained
    from ..models.change_tie_lost import ChangeTieLost
    from ..models.change_type_covered import ChangeTypeCovered
    from ..models.change_type_uncovered import ChangeTypeUncovered
    from ..models.change_unplaced import ChangeUnplaced
    from ..models.turnover import Turnover


T = TypeVar("T", bound="CardDifferences")


@_attrs_define
class CardDifferences:
    """What changed from one card to another.

    Attributes:
        changes (list[ChangeAvailabilityChanged | ChangeBurdenChanged | ChangeContactChanged | ChangeDirectionChanged |
            ChangeMovedInward | ChangeMovedOutward | ChangeNeedChanged | ChangePlaced | ChangeSupporterAdded |
            ChangeSupporterGone | ChangeSupportGained | ChangeSupportLost | ChangeTensionChanged | ChangeTieGained |
            ChangeTieLost | ChangeTypeCovered | ChangeTypeUncovered | ChangeUnplaced]): Grouped by kind. Supports, ties and
            answers are compared for supporters on both cards.
        from_card_id (UUID):
        to_card_id (UUID):
        turnover (Turnover): Numbers of supporters added and removed.
    """

    changes: list[
        ChangeAvailabilityChanged
        | ChangeBurdenChanged
        | ChangeContactChanged
        | ChangeDirectionChanged
        | ChangeMovedInward
        | ChangeMovedOutward
        | ChangeNeedChanged
        | ChangePlaced
        | ChangeSupporterAdded
        | ChangeSupporterGone
        | ChangeSupportGained
        | ChangeSupportLost
        | ChangeTensionChanged
        | ChangeTieGained
        | ChangeTieLost
        | ChangeTypeCovered
        | ChangeTypeUncovered
        | ChangeUnplaced
    ]
    from_card_id: UUID
    to_card_id: UUID
    turnover: Turnover
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.change_availability_changed import ChangeAvailabilityChanged  # noqa: PLC0415
        from ..models.change_burden_changed import ChangeBurdenChanged  # noqa: PLC0415
        from ..models.change_contact_changed import ChangeContactChanged  # noqa: PLC0415
        from ..models.change_direction_changed import ChangeDirectionChanged  # noqa: PLC0415
        from ..models.change_moved_inward import ChangeMovedInward  # noqa: PLC0415
        from ..models.change_moved_outward import ChangeMovedOutward  # noqa: PLC0415
        from ..models.change_need_changed import ChangeNeedChanged  # noqa: PLC0415
        from ..models.change_placed import ChangePlaced  # noqa: PLC0415
        from ..models.change_support_gained import ChangeSupportGained  # noqa: PLC0415
        from ..models.change_support_lost import ChangeSupportLost  # noqa: PLC0415
        from ..models.change_supporter_added import ChangeSupporterAdded  # noqa: PLC0415
        from ..models.change_supporter_gone import ChangeSupporterGone  # noqa: PLC0415
        from ..models.change_tension_changed import ChangeTensionChanged  # noqa: PLC0415
        from ..models.change_tie_gained import ChangeTieGained  # noqa: PLC0415
        from ..models.change_tie_lost import ChangeTieLost  # noqa: PLC0415
        from ..models.change_type_uncovered import ChangeTypeUncovered  # noqa: PLC0415
        from ..models.change_unplaced import ChangeUnplaced  # noqa: PLC0415

        changes = []
        for changes_item_data in self.changes:
            changes_item: dict[str, Any]
            if isinstance(changes_item_data, ChangeSupporterAdded):
                changes_item = changes_item_data.to_dict()
            elif isinstance(changes_item_data, ChangeSupporterGone):
                changes_item = changes_item_data.to_dict()
            elif isinstance(changes_item_data, ChangeMovedInward):
                changes_item = changes_item_data.to_dict()
            elif isinstance(changes_item_data, ChangeMovedOutward):
                changes_item = changes_item_data.to_dict()
            elif isinstance(changes_item_data, ChangePlaced):
                changes_item = changes_item_data.to_dict()
            elif isinstance(changes_item_data, ChangeUnplaced):
                changes_item = changes_item_data.to_dict()
            elif isinstance(changes_item_data, ChangeSupportGained):
                changes_item = changes_item_data.to_dict()
            elif isinstance(changes_item_data, ChangeSupportLost):
                changes_item = changes_item_data.to_dict()
            elif isinstance(changes_item_data, ChangeAvailabilityChanged):
                changes_item = changes_item_data.to_dict()
            elif isinstance(changes_item_data, ChangeDirectionChanged):
                changes_item = changes_item_data.to_dict()
            elif isinstance(changes_item_data, ChangeContactChanged):
                changes_item = changes_item_data.to_dict()
            elif isinstance(changes_item_data, ChangeTensionChanged):
                changes_item = changes_item_data.to_dict()
            elif isinstance(changes_item_data, ChangeBurdenChanged):
                changes_item = changes_item_data.to_dict()
            elif isinstance(changes_item_data, ChangeTieGained):
                changes_item = changes_item_data.to_dict()
            elif isinstance(changes_item_data, ChangeTieLost):
                changes_item = changes_item_data.to_dict()
            elif isinstance(changes_item_data, ChangeNeedChanged):
                changes_item = changes_item_data.to_dict()
            elif isinstance(changes_item_data, ChangeTypeUncovered):
                changes_item = changes_item_data.to_dict()
            else:
                changes_item = changes_item_data.to_dict()

            changes.append(changes_item)

        from_card_id = str(self.from_card_id)

        to_card_id = str(self.to_card_id)

        turnover = self.turnover.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "changes": changes,
                "fromCardId": from_card_id,
                "toCardId": to_card_id,
                "turnover": turnover,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.change_availability_changed import ChangeAvailabilityChanged  # noqa: PLC0415
        from ..models.change_burden_changed import ChangeBurdenChanged  # noqa: PLC0415
        from ..models.change_contact_changed import ChangeContactChanged  # noqa: PLC0415
        from ..models.change_direction_changed import ChangeDirectionChanged  # noqa: PLC0415
        from ..models.change_moved_inward import ChangeMovedInward  # noqa: PLC0415
        from ..models.change_moved_outward import ChangeMovedOutward  # noqa: PLC0415
        from ..models.change_need_changed import ChangeNeedChanged  # noqa: PLC0415
        from ..models.change_placed import ChangePlaced  # noqa: PLC0415
        from ..models.change_support_gained import ChangeSupportGained  # noqa: PLC0415
        from ..models.change_support_lost import ChangeSupportLost  # noqa: PLC0415
        from ..models.change_supporter_added import ChangeSupporterAdded  # noqa: PLC0415
        from ..models.change_supporter_gone import ChangeSupporterGone  # noqa: PLC0415
        from ..models.change_tension_changed import ChangeTensionChanged  # noqa: PLC0415
        from ..models.change_tie_gained import ChangeTieGained  # noqa: PLC0415
        from ..models.change_tie_lost import ChangeTieLost  # noqa: PLC0415
        from ..models.change_type_covered import ChangeTypeCovered  # noqa: PLC0415
        from ..models.change_type_uncovered import ChangeTypeUncovered  # noqa: PLC0415
        from ..models.change_unplaced import ChangeUnplaced  # noqa: PLC0415
        from ..models.turnover import Turnover  # noqa: PLC0415

        d = dict(src_dict)
        changes = []
        _changes = d.pop("changes")
        for changes_item_data in _changes:

            def _parse_changes_item(
                data: object,
            ) -> (
                ChangeAvailabilityChanged
                | ChangeBurdenChanged
                | ChangeContactChanged
                | ChangeDirectionChanged
                | ChangeMovedInward
                | ChangeMovedOutward
                | ChangeNeedChanged
                | ChangePlaced
                | ChangeSupporterAdded
                | ChangeSupporterGone
                | ChangeSupportGained
                | ChangeSupportLost
                | ChangeTensionChanged
                | ChangeTieGained
                | ChangeTieLost
                | ChangeTypeCovered
                | ChangeTypeUncovered
                | ChangeUnplaced
            ):
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_change_type_0 = ChangeSupporterAdded.from_dict(data)

                    return componentsschemas_change_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_change_type_1 = ChangeSupporterGone.from_dict(data)

                    return componentsschemas_change_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_change_type_2 = ChangeMovedInward.from_dict(data)

                    return componentsschemas_change_type_2
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_change_type_3 = ChangeMovedOutward.from_dict(data)

                    return componentsschemas_change_type_3
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_change_type_4 = ChangePlaced.from_dict(data)

                    return componentsschemas_change_type_4
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_change_type_5 = ChangeUnplaced.from_dict(data)

                    return componentsschemas_change_type_5
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_change_type_6 = ChangeSupportGained.from_dict(data)

                    return componentsschemas_change_type_6
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_change_type_7 = ChangeSupportLost.from_dict(data)

                    return componentsschemas_change_type_7
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_change_type_8 = ChangeAvailabilityChanged.from_dict(data)

                    return componentsschemas_change_type_8
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_change_type_9 = ChangeDirectionChanged.from_dict(data)

                    return componentsschemas_change_type_9
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_change_type_10 = ChangeContactChanged.from_dict(data)

                    return componentsschemas_change_type_10
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_change_type_11 = ChangeTensionChanged.from_dict(data)

                    return componentsschemas_change_type_11
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_change_type_12 = ChangeBurdenChanged.from_dict(data)

                    return componentsschemas_change_type_12
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_change_type_13 = ChangeTieGained.from_dict(data)

                    return componentsschemas_change_type_13
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_change_type_14 = ChangeTieLost.from_dict(data)

                    return componentsschemas_change_type_14
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_change_type_15 = ChangeNeedChanged.from_dict(data)

                    return componentsschemas_change_type_15
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_change_type_16 = ChangeTypeUncovered.from_dict(data)

                    return componentsschemas_change_type_16
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_change_type_17 = ChangeTypeCovered.from_dict(data)

                return componentsschemas_change_type_17

            changes_item = _parse_changes_item(changes_item_data)

            changes.append(changes_item)

        from_card_id = UUID(d.pop("fromCardId"))

        to_card_id = UUID(d.pop("toCardId"))

        turnover = Turnover.from_dict(d.pop("turnover"))

        card_differences = cls(
            changes=changes,
            from_card_id=from_card_id,
            to_card_id=to_card_id,
            turnover=turnover,
        )

        card_differences.additional_properties = d
        return card_differences

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
