from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.basis import Basis, check_basis
from ..models.capacity import Capacity, check_capacity
from ..models.outcome import Outcome, check_outcome

if TYPE_CHECKING:
    from ..models.actor import Actor


T = TypeVar("T", bound="AccessLogLine")


@_attrs_define
class AccessLogLine:
    """A line of the access log about a client's record.

    Attributes:
        actor (Actor): Who performed an operation.
        at (datetime.datetime): The start of the operation.
        basis (Basis | None): What the access rests on; null if access was refused.
        capacity (Capacity | None): The capacity in which the actor had access; null if access was refused.
        id (UUID):
        operation (str): The code of an operation. New versions add codes.
        outcome (Outcome): The outcome of an operation.
        sentence (str): The line as a sentence to the client. Example: Marijke Bos (coach) bekeek uw kaart-in-wording..
    """

    actor: Actor
    at: datetime.datetime
    basis: Basis | None
    capacity: Capacity | None
    id: UUID
    operation: str
    outcome: Outcome
    sentence: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        actor = self.actor.to_dict()

        at = self.at.isoformat()

        basis: None | str
        if isinstance(self.basis, str):
            basis = self.basis
        else:
            basis = self.basis

        capacity: None | str
        if isinstance(self.capacity, str):
            capacity = self.capacity
        else:
            capacity = self.capacity

        id = str(self.id)

        operation = self.operation

        outcome: str = self.outcome

        sentence = self.sentence

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "actor": actor,
                "at": at,
                "basis": basis,
                "capacity": capacity,
                "id": id,
                "operation": operation,
                "outcome": outcome,
                "sentence": sentence,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.actor import Actor  # noqa: PLC0415

        d = dict(src_dict)
        actor = Actor.from_dict(d.pop("actor"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        def _parse_basis(data: object) -> Basis | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                basis_type_0 = check_basis(data)

                return basis_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Basis | None, data)

        basis = _parse_basis(d.pop("basis"))

        def _parse_capacity(data: object) -> Capacity | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                capacity_type_0 = check_capacity(data)

                return capacity_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Capacity | None, data)

        capacity = _parse_capacity(d.pop("capacity"))

        id = UUID(d.pop("id"))

        operation = d.pop("operation")

        outcome = check_outcome(d.pop("outcome"))

        sentence = d.pop("sentence")

        access_log_line = cls(
            actor=actor,
            at=at,
            basis=basis,
            capacity=capacity,
            id=id,
            operation=operation,
            outcome=outcome,
            sentence=sentence,
        )

        access_log_line.additional_properties = d
        return access_log_line

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
