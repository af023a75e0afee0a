from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.field_code import FieldCode, check_field_code

T = TypeVar("T", bound="ContactProblem")


@_attrs_define
class ContactProblem:
    """A part of a contact that could not be read or stored.

    Attributes:
        code (FieldCode): What is wrong with one member of a request.
        detail (str): What is wrong and what is expected, as text. Example: Must be given..
        pointer (str): The member of the contact; empty for the contact as a whole. Example: /alias.
    """

    code: FieldCode
    detail: str
    pointer: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code: str = self.code

        detail = self.detail

        pointer = self.pointer

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "detail": detail,
                "pointer": pointer,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = check_field_code(d.pop("code"))

        detail = d.pop("detail")

        pointer = d.pop("pointer")

        contact_problem = cls(
            code=code,
            detail=detail,
            pointer=pointer,
        )

        contact_problem.additional_properties = d
        return contact_problem

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
