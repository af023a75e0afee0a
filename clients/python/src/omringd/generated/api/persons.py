from typing import Any, Literal
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.contact_preview import ContactPreview
from ..models.create_person import CreatePerson
from ..models.create_persons import CreatePersons
from ..models.list_person_on_maps import ListPersonOnMaps
from ..models.merge_persons import MergePersons
from ..models.person import Person
from ..models.persons import Persons
from ..models.update_person import UpdatePerson
from ..types import UNSET, Unset


class PersonsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def preview_contacts(
        self,
        client_id: UUID,
        *,
        body: bytes | str,
        content_type: Literal[
            "text/csv",
            "text/vcard",
        ],
        accept_language: str | Unset = UNSET,
    ) -> ContactPreview:
        """Reads an address book and returns the contacts to choose from. Nothing is stored.

        A file of vCards (2.1, 3.0, 4.0), or the CSV of Google or Outlook with English or Dutch columns: at most 2 MiB and
        2,000 contacts. The encoding is UTF-8, UTF-16 with a byte order mark, the one in `charset`, or else Windows-1252.
        Names, numbers, email addresses and groups are read; photos, postal addresses, birthdays and notes are not. Requires
        the right to create persons; store the chosen contacts with `createPersons`."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["content"] = body
        headers["Content-Type"] = content_type
        response = self._service.send(
            "POST",
            "/v1/clients/{client_id}/contact-previews".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = ContactPreview.from_dict(response.json())

        return response_200

    def list_persons(
        self,
        client_id: UUID,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        unused: bool | Unset = False,
        accept_language: str | Unset = UNSET,
    ) -> ListPersonOnMaps:
        """Lists the persons in a client's life, with the maps they are on. A coach does not see persons who are only on
        private maps."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        params: dict[str, Any] = {}
        params["limit"] = limit
        params["cursor"] = cursor
        params["unused"] = unused
        params = {k: v for k, v in params.items() if v is not UNSET and v is not None}
        request: dict[str, Any] = {"headers": headers, "params": params}
        response = self._service.send(
            "GET",
            "/v1/clients/{client_id}/persons".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = ListPersonOnMaps.from_dict(response.json())

        return response_200

    def create_person(
        self,
        client_id: UUID,
        *,
        body: CreatePerson,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Person:
        """Creates a person in a client's life. Only the alias is required."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/clients/{client_id}/persons".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_201 = Person.from_dict(response.json())

        return self._service.tagged(response_201, response)

    def create_persons(
        self,
        client_id: UUID,
        *,
        body: CreatePersons,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Persons:
        """Creates at most 200 persons in a client's life, all or none.

        For contacts chosen from an address book. Repeated with the same `Idempotency-Key`, it returns the persons as they
        are now."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/clients/{client_id}/persons/batch".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_201 = Persons.from_dict(response.json())

        return response_201

    def show_person(
        self,
        person_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Person:
        """Shows a person."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/persons/{person_id}".format(
                person_id=quote(str(person_id), safe=""),
            ),
            **request,
        )
        response_200 = Person.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def delete_person(
        self,
        person_id: UUID,
        *,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Removes a person who is on no map."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/persons/{person_id}".format(
                person_id=quote(str(person_id), safe=""),
            ),
            **request,
        )
        return None

    def update_person(
        self,
        person_id: UUID,
        *,
        body: UpdatePerson,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> Person:
        """Changes a person, on every map they are on."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/merge-patch+json"
        response = self._service.send(
            "PATCH",
            "/v1/persons/{person_id}".format(
                person_id=quote(str(person_id), safe=""),
            ),
            **request,
        )
        response_200 = Person.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def merge_persons(
        self,
        person_id: UUID,
        *,
        body: MergePersons,
        if_match: str,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Person:
        """Merges a duplicate person into this one.

        Values of this person win; missing ones come from the duplicate: phone number, note, the answers on each map that
        both are on. On every map the supports of both are combined, and ties and agreements of the duplicate move to this
        person. Cards do not change. The duplicate is removed. For a coach this applies to the maps that a coach may see;
        private maps do not change."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/persons/{person_id}/merges".format(
                person_id=quote(str(person_id), safe=""),
            ),
            **request,
        )
        response_200 = Person.from_dict(response.json())

        return self._service.tagged(response_200, response)
