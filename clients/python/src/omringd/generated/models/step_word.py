from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.step import Step, check_step

if TYPE_CHECKING:
    from ..models.labels import Labels
    from ..models.prompt import Prompt


T = TypeVar("T", bound="StepWord")


@_attrs_define
class StepWord:
    """A step with its labels and questions.

    Attributes:
        code (Step): A step of making a map.
        labels (Labels): A label in both languages.
        prompts (list[Prompt]): The questions to the client, in order.
    """

    code: Step
    labels: Labels
    prompts: list[Prompt]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code: str = self.code

        labels = self.labels.to_dict()

        prompts = []
        for prompts_item_data in self.prompts:
            prompts_item = prompts_item_data.to_dict()
            prompts.append(prompts_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "labels": labels,
                "prompts": prompts,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.labels import Labels  # noqa: PLC0415
        from ..models.prompt import Prompt  # noqa: PLC0415

        d = dict(src_dict)
        code = check_step(d.pop("code"))

        labels = Labels.from_dict(d.pop("labels"))

        prompts = []
        _prompts = d.pop("prompts")
        for prompts_item_data in _prompts:
            prompts_item = Prompt.from_dict(prompts_item_data)

            prompts.append(prompts_item)

        step_word = cls(
            code=code,
            labels=labels,
            prompts=prompts,
        )

        step_word.additional_properties = d
        return step_word

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
