from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.field_code import FieldCode, check_field_code
from ..models.place import Place, check_place
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.problem_params import ProblemParams


T = TypeVar("T", bound="FieldProblem")


@_attrs_define
class FieldProblem:
    """One error in the input.

    Attributes:
        code (FieldCode): What is wrong with one member of a request.
        detail (str): What is wrong and what is expected, as text. Example: At most 200 characters..
        in_ (Place): Which part of the request.
        pointer (str): A JSON Pointer (RFC 6901) into it. Example: /name.
        column (str | Unset): If the pointer is to a table: the name of the column. Absent if the error concerns the
            whole row. Example: availability.
        params (ProblemParams | Unset): What is accepted, for a text of your own. The code determines which members are
            present.
        row (int | Unset): If the pointer is to a table: the row as a spreadsheet numbers it; the header is row 1.
            Example: 12.
    """

    code: FieldCode
    detail: str
    in_: Place
    pointer: str
    column: str | Unset = UNSET
    params: ProblemParams | Unset = UNSET
    row: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code: str = self.code

        detail = self.detail

        in_: str = self.in_

        pointer = self.pointer

        column = self.column

        params: dict[str, Any] | Unset = UNSET
        if not isinstance(self.params, Unset):
            params = self.params.to_dict()

        row = self.row

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "detail": detail,
                "in": in_,
                "pointer": pointer,
            }
        )
        if column is not UNSET:
            field_dict["column"] = column
        if params is not UNSET:
            field_dict["params"] = params
        if row is not UNSET:
            field_dict["row"] = row

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.problem_params import ProblemParams  # noqa: PLC0415

        d = dict(src_dict)
        code = check_field_code(d.pop("code"))

        detail = d.pop("detail")

        in_ = check_place(d.pop("in"))

        pointer = d.pop("pointer")

        column = d.pop("column", UNSET)

        _params = d.pop("params", UNSET)
        params: ProblemParams | Unset
        if isinstance(_params, Unset):
            params = UNSET
        else:
            params = ProblemParams.from_dict(_params)

        row = d.pop("row", UNSET)

        field_problem = cls(
            code=code,
            detail=detail,
            in_=in_,
            pointer=pointer,
            column=column,
            params=params,
            row=row,
        )

        field_problem.additional_properties = d
        return field_problem

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
