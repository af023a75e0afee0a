from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.assignment import Assignment
from ..models.assignments import Assignments
from ..models.create_assignment import CreateAssignment
from ..models.create_assignments import CreateAssignments
from ..models.list_assignment import ListAssignment
from ..models.list_client_coach import ListClientCoach
from ..models.update_assignment import UpdateAssignment
from ..types import UNSET, Unset


class AssignmentsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def list_all_assignments(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        coach_id: UUID | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListAssignment:
        """Lists the assignments of the organisation or of one coach, including ended ones. For administrators."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        params: dict[str, Any] = {}
        params["limit"] = limit
        params["cursor"] = cursor
        json_coach_id: str | Unset = UNSET
        if not isinstance(coach_id, Unset):
            json_coach_id = str(coach_id)
        params["coachId"] = json_coach_id
        params = {k: v for k, v in params.items() if v is not UNSET and v is not None}
        request: dict[str, Any] = {"headers": headers, "params": params}
        response = self._service.send(
            "GET",
            "/v1/assignments",
            **request,
        )
        response_200 = ListAssignment.from_dict(response.json())

        return response_200

    def create_assignments(
        self,
        *,
        body: CreateAssignments,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Assignments:
        """Assigns a coach to at most 100 clients, to all of them or to none. For administrators.

        409 lists every client that does not exist (`unknown-reference`) or to whom the coach is already assigned without an
        end (`already-assigned`)."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/assignments/batch",
            **request,
        )
        response_201 = Assignments.from_dict(response.json())

        return response_201

    def show_assignment(
        self,
        assignment_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Assignment:
        """Shows an assignment. For administrators and the client."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/assignments/{assignment_id}".format(
                assignment_id=quote(str(assignment_id), safe=""),
            ),
            **request,
        )
        response_200 = Assignment.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def update_assignment(
        self,
        assignment_id: UUID,
        *,
        body: UpdateAssignment,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> Assignment:
        """Changes the basis of an assignment, or ends it. For administrators.

        The coach loses access at the first request after the end. An end in the past means now. An ended assignment cannot
        be changed."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/merge-patch+json"
        response = self._service.send(
            "PATCH",
            "/v1/assignments/{assignment_id}".format(
                assignment_id=quote(str(assignment_id), safe=""),
            ),
            **request,
        )
        response_200 = Assignment.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def list_assignments(
        self,
        client_id: UUID,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListAssignment:
        """Lists the assignments of a client, including ended ones: who was assigned, by whom and on what basis. For
        administrators and the client."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        params: dict[str, Any] = {}
        params["limit"] = limit
        params["cursor"] = cursor
        params = {k: v for k, v in params.items() if v is not UNSET and v is not None}
        request: dict[str, Any] = {"headers": headers, "params": params}
        response = self._service.send(
            "GET",
            "/v1/clients/{client_id}/assignments".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = ListAssignment.from_dict(response.json())

        return response_200

    def create_assignment(
        self,
        client_id: UUID,
        *,
        body: CreateAssignment,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Assignment:
        """Assigns a coach to a client. For administrators.

        A handover takes two steps: assign the new coach, then end the assignment of the previous one."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/clients/{client_id}/assignments".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_201 = Assignment.from_dict(response.json())

        return self._service.tagged(response_201, response)

    def list_coaches(
        self,
        client_id: UUID,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListClientCoach:
        """Lists the coaches who work with a client now. For the client and for those coaches.

        A coach is listed once per assignment. `listAssignments` also lists ended assignments."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        params: dict[str, Any] = {}
        params["limit"] = limit
        params["cursor"] = cursor
        params = {k: v for k, v in params.items() if v is not UNSET and v is not None}
        request: dict[str, Any] = {"headers": headers, "params": params}
        response = self._service.send(
            "GET",
            "/v1/clients/{client_id}/coaches".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = ListClientCoach.from_dict(response.json())

        return response_200
