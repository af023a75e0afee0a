from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.client import Client
from ..models.create_client import CreateClient
from ..models.create_client_if_exists import CreateClientIfExists
from ..models.list_client import ListClient
from ..models.overview import Overview
from ..models.search_clients import SearchClients
from ..models.update_client import UpdateClient
from ..types import UNSET, Unset


class ClientsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def list_clients(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListClient:
        """Lists the clients you may see: for an administrator and an integration all, for a coach their caseload."""
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
            "/v1/clients",
            **request,
        )
        response_200 = ListClient.from_dict(response.json())

        return response_200

    def create_client(
        self,
        *,
        body: CreateClient,
        if_exists: CreateClientIfExists | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Client:
        """Creates a client.

        With `ifExists=return` an existing client with one of the external identifiers is returned, with 200. If that
        client's name (ignoring case and accents) or date of birth differs, the response is 409 `client-differs`; an absent
        date of birth never differs.

        Args:
            if_exists: What to do when the client is there already.
        """
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        params: dict[str, Any] = {}
        json_if_exists: str | Unset = UNSET
        if not isinstance(if_exists, Unset):
            json_if_exists = if_exists

        params["ifExists"] = json_if_exists
        params = {k: v for k, v in params.items() if v is not UNSET and v is not None}
        request: dict[str, Any] = {"headers": headers, "params": params}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/clients",
            **request,
        )
        response_201 = Client.from_dict(response.json())

        return self._service.tagged(response_201, response)

    def search_clients(
        self,
        *,
        body: SearchClients,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListClient:
        """Searches the clients you may see. A POST, so that names and numbers stay out of URLs.

        For the next page, POST the same body to the address in `next`. A search by name reads at most 50,000 clients for a page: in a
        larger organisation a page can have fewer clients than `limit`, or none, and still a `next`."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        params: dict[str, Any] = {}
        params["limit"] = limit
        params["cursor"] = cursor
        params = {k: v for k, v in params.items() if v is not UNSET and v is not None}
        request: dict[str, Any] = {"headers": headers, "params": params}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/clients/search",
            **request,
        )
        response_200 = ListClient.from_dict(response.json())

        return response_200

    def show_client(
        self,
        client_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Client:
        """Shows a client."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/clients/{client_id}".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = Client.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def delete_client(
        self,
        client_id: UUID,
        *,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Removes a client who has nothing but administrative data, permanently.

        A client with persons, maps or coach notes gives 409 `client-has-record`: record a request for erasure instead
        (`createErasureRequest`). While a legal hold is in force: 409 `held`."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/clients/{client_id}".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        return None

    def update_client(
        self,
        client_id: UUID,
        *,
        body: UpdateClient,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> Client:
        """Changes a client's administrative data.

        Administrators and integrations change the name, the date of birth and the external identifiers; the client and the coach change the
        preferred name. A member that the caller may not change gives 403 `forbidden`, with its pointer in `errors`."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/merge-patch+json"
        response = self._service.send(
            "PATCH",
            "/v1/clients/{client_id}".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = Client.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def show_overview(
        self,
        client_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Overview:
        """Shows the overview of a client. For the client and the assigned coach.

        The maps with their progress and latest card, the open agreements, and the current coaches. For a coach, private
        maps are left out, also from the counts. Send the `etag` of an item as `If-Match` to change it."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/clients/{client_id}/overview".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = Overview.from_dict(response.json())

        return response_200
