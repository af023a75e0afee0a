from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.client_document import ClientDocument
from ..models.imported import Imported
from ..models.map_tables import MapTables
from ..models.whole_map import WholeMap
from ..types import UNSET, Unset


class PortabilityApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def export_client(
        self,
        client_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> ClientDocument:
        """Exports all data of the client. For the client only.

        As JSON, which can be imported again; as a zip with the CSV files of Network Canvas (`omringd_ego`,
        `omringd_attributeList_Person`, `omringd_edgeList_Tie`) and a GraphML file for every map and every card; or as one
        GraphML document with a graph for each of those, of which networkx and igraph read only the first: use the zip for
        them. A coach's notes are left out, because they belong to the coach. The export is a snapshot of one moment."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/clients/{client_id}/export".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = ClientDocument.from_dict(response.json())

        return response_200

    def import_client(
        self,
        client_id: UUID,
        *,
        body: ClientDocument,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Imported:
        """Imports an exported client into a client without persons and maps, all or nothing.

        Timestamps are preserved; ids are new; cards keep their number, timestamp, role and hash. The name and other details
        of the client here do not change. No timestamp may be in the future, and no card number above 100,000. Only the
        client can import private maps, reflections and cards. At most 64 MiB, one import at a time per organisation; the
        body is received after the caller is authorized."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/clients/{client_id}/import".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = Imported.from_dict(response.json())

        return response_200

    def import_map_content(
        self,
        map_id: UUID,
        *,
        body: MapTables | bytes | str,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> WholeMap:
        """Adds people from tables to a map, all or nothing.

        A `text/csv` body is the table of persons only, in UTF-8, in UTF-16 with a byte order mark, or in the encoding in
        `charset`, such as `windows-1252`. Every error names the table, the row as a spreadsheet numbers it, and the column.
        At most 2 MiB."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        if isinstance(body, MapTables):
            request["json"] = body.to_dict()
            headers["Content-Type"] = "application/json"
        if isinstance(body, bytes | str):
            request["content"] = body
            headers["Content-Type"] = "text/csv"
        response = self._service.send(
            "POST",
            "/v1/maps/{map_id}/import".format(
                map_id=quote(str(map_id), safe=""),
            ),
            **request,
        )
        response_200 = WholeMap.from_dict(response.json())

        return self._service.tagged(response_200, response)
