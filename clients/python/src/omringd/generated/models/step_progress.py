from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.step import Step, check_step
from ..models.step_state import StepState, check_step_state

T = TypeVar("T", bound="StepProgress")


@_attrs_define
class StepProgress:
    """Progress of a step, derived from the map. Steps can be done in any order.

    Attributes:
        state (StepState): Progress of a step, derived from the data.
        step (Step): A step of making a map.
    """

    state: StepState
    step: Step
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        state: str = self.state

        step: str = self.step

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "state": state,
                "step": step,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        state = check_step_state(d.pop("state"))

        step = check_step(d.pop("step"))

        step_progress = cls(
            state=state,
            step=step,
        )

        step_progress.additional_properties = d
        return step_progress

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
