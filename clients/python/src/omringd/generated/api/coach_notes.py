from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.coach_note import CoachNote
from ..models.create_coach_note import CreateCoachNote
from ..models.list_coach_note import ListCoachNote
from ..models.update_coach_note import UpdateCoachNote
from ..types import UNSET, Unset


class CoachNotesApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def list_coach_notes(
        self,
        client_id: UUID,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListCoachNote:
        """Lists your own notes about a client. Notes of other coaches are not shown."""
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
            "/v1/clients/{client_id}/coach-notes".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = ListCoachNote.from_dict(response.json())

        return response_200

    def create_coach_note(
        self,
        client_id: UUID,
        *,
        body: CreateCoachNote,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> CoachNote:
        """Creates a note about a client. Only you see it, and only while you are assigned to the client."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/clients/{client_id}/coach-notes".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_201 = CoachNote.from_dict(response.json())

        return self._service.tagged(response_201, response)

    def show_coach_note(
        self,
        coach_note_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> CoachNote:
        """Shows a note of your own."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/coach-notes/{coach_note_id}".format(
                coach_note_id=quote(str(coach_note_id), safe=""),
            ),
            **request,
        )
        response_200 = CoachNote.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def delete_coach_note(
        self,
        coach_note_id: UUID,
        *,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Removes a note of your own."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/coach-notes/{coach_note_id}".format(
                coach_note_id=quote(str(coach_note_id), safe=""),
            ),
            **request,
        )
        return None

    def update_coach_note(
        self,
        coach_note_id: UUID,
        *,
        body: UpdateCoachNote,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> CoachNote:
        """Changes a note of your own."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/merge-patch+json"
        response = self._service.send(
            "PATCH",
            "/v1/coach-notes/{coach_note_id}".format(
                coach_note_id=quote(str(coach_note_id), safe=""),
            ),
            **request,
        )
        response_200 = CoachNote.from_dict(response.json())

        return self._service.tagged(response_200, response)
