from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.life_domain import LifeDomain, check_life_domain

if TYPE_CHECKING:
    from ..models.labels import Labels


T = TypeVar("T", bound="Prompt")


@_attrs_define
class Prompt:
    """A question to the client.

    Attributes:
        life_domain (LifeDomain | None): The life domain of the question, in step one; null if it is about none, such as
            "Whom did you forget?".
        texts (Labels): A label in both languages.
    """

    life_domain: LifeDomain | None
    texts: Labels
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        life_domain: None | str
        if isinstance(self.life_domain, str):
            life_domain = self.life_domain
        else:
            life_domain = self.life_domain

        texts = self.texts.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "lifeDomain": life_domain,
                "texts": texts,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.labels import Labels  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_life_domain(data: object) -> LifeDomain | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                life_domain_type_0 = check_life_domain(data)

                return life_domain_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LifeDomain | None, data)

        life_domain = _parse_life_domain(d.pop("lifeDomain"))

        texts = Labels.from_dict(d.pop("texts"))

        prompt = cls(
            life_domain=life_domain,
            texts=texts,
        )

        prompt.additional_properties = d
        return prompt

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
