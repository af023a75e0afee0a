from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.rule import Rule, check_rule

if TYPE_CHECKING:
    from ..models.observation_facts import ObservationFacts


T = TypeVar("T", bound="Observation")


@_attrs_define
class Observation:
    """An observation.

    Attributes:
        facts (ObservationFacts): The data behind an observation.
        question (str): In the language of the request, for its audience.
        rule (Rule): The rule of an observation.
        source (str): Where the rule comes from.
    """

    facts: ObservationFacts
    question: str
    rule: Rule
    source: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        facts = self.facts.to_dict()

        question = self.question

        rule: str = self.rule

        source = self.source

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "facts": facts,
                "question": question,
                "rule": rule,
                "source": source,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.observation_facts import ObservationFacts  # noqa: PLC0415

        d = dict(src_dict)
        facts = ObservationFacts.from_dict(d.pop("facts"))

        question = d.pop("question")

        rule = check_rule(d.pop("rule"))

        source = d.pop("source")

        observation = cls(
            facts=facts,
            question=question,
            rule=rule,
            source=source,
        )

        observation.additional_properties = d
        return observation

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
