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


T = TypeVar("T", bound="AuditEvent")


@_attrs_define
class AuditEvent:
    """A line of the organisation's access log.

    Attributes:
        actor (Actor): Who performed an operation.
        address (None | str): The caller's IP address. Example: 203.0.113.7.
        at (datetime.datetime): The start of the operation.
        basis (Basis | None): What the access rests on; null if access was refused.
        capacity (Capacity | None): The capacity in which the actor had access; null if access was refused.
        client_id (None | UUID): The client whose data it is about; null if it is about none.
        id (UUID):
        operation (str): The code of an operation. New versions add codes.
        outcome (Outcome): The outcome of an operation.
        request_id (None | str): The id of the request, as in `X-Request-Id`.
        session_id (None | UUID): The session of the user.
        target_id (None | UUID): The map, card or other resource that the request named.
    """

    actor: Actor
    address: None | str
    at: datetime.datetime
    basis: Basis | None
    capacity: Capacity | None
    client_id: None | UUID
    id: UUID
    operation: str
    outcome: Outcome
    request_id: None | str
    session_id: None | UUID
    target_id: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        actor = self.actor.to_dict()

        address: None | str
        address = self.address

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

        client_id: None | str
        if isinstance(self.client_id, UUID):
            client_id = str(self.client_id)
        else:
            client_id = self.client_id

        id = str(self.id)

        operation = self.operation

        outcome: str = self.outcome

        request_id: None | str
        request_id = self.request_id

        session_id: None | str
        if isinstance(self.session_id, UUID):
            session_id = str(self.session_id)
        else:
            session_id = self.session_id

        target_id: None | str
        if isinstance(self.target_id, UUID):
            target_id = str(self.target_id)
        else:
            target_id = self.target_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "actor": actor,
                "address": address,
                "at": at,
                "basis": basis,
                "capacity": capacity,
                "clientId": client_id,
                "id": id,
                "operation": operation,
                "outcome": outcome,
                "requestId": request_id,
                "sessionId": session_id,
                "targetId": target_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.actor import Actor  # noqa: PLC0415

        d = dict(src_dict)
        actor = Actor.from_dict(d.pop("actor"))

        def _parse_address(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        address = _parse_address(d.pop("address"))

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

        def _parse_client_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                client_id_type_0 = UUID(data)

                return client_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        client_id = _parse_client_id(d.pop("clientId"))

        id = UUID(d.pop("id"))

        operation = d.pop("operation")

        outcome = check_outcome(d.pop("outcome"))

        def _parse_request_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        request_id = _parse_request_id(d.pop("requestId"))

        def _parse_session_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                session_id_type_0 = UUID(data)

                return session_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        session_id = _parse_session_id(d.pop("sessionId"))

        def _parse_target_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                target_id_type_0 = UUID(data)

                return target_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        target_id = _parse_target_id(d.pop("targetId"))

        audit_event = cls(
            actor=actor,
            address=address,
            at=at,
            basis=basis,
            capacity=capacity,
            client_id=client_id,
            id=id,
            operation=operation,
            outcome=outcome,
            request_id=request_id,
            session_id=session_id,
            target_id=target_id,
        )

        audit_event.additional_properties = d
        return audit_event

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
