from typing import Any, cast
from urllib.parse import quote

from ..client import Service
from ..models.show_readiness_for import ShowReadinessFor
from ..types import UNSET, Unset


class ServiceApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def show_docs(
        self,
    ) -> bytes:
        """Documentation as a page. Works offline."""
        headers: dict[str, Any] = {}
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/docs",
            **request,
        )
        return response.content

    def show_docs_file(
        self,
        file: str,
    ) -> bytes:
        """A page of the guide (`guide` is its contents), or a script, style or picture of the documentation."""
        headers: dict[str, Any] = {}
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/docs/{file}".format(
                file=quote(str(file), safe=""),
            ),
            **request,
        )
        return response.content

    def show_liveness(
        self,
    ) -> None:
        """Whether the process runs."""
        headers: dict[str, Any] = {}
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/health/live",
            **request,
        )
        return None

    def show_readiness(
        self,
        *,
        for_: ShowReadinessFor | Unset = UNSET,
    ) -> None:
        """Whether the service can serve requests: the database answers and the service is not stopping. With `for=writes`,
        also whether changes can be stored; this is tested at most once a second.

        Args:
            for_: What a service can be ready for besides reading.
        """
        headers: dict[str, Any] = {}
        params: dict[str, Any] = {}
        json_for_: str | Unset = UNSET
        if not isinstance(for_, Unset):
            json_for_ = for_

        params["for"] = json_for_
        params = {k: v for k, v in params.items() if v is not UNSET and v is not None}
        request: dict[str, Any] = {"headers": headers, "params": params}
        response = self._service.send(
            "GET",
            "/health/ready",
            **request,
        )
        return None

    def list_problems(
        self,
        *,
        accept_language: str | Unset = UNSET,
    ) -> bytes:
        """Every type of problem and every error code of a member, as a page for people."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/problems",
            **request,
        )
        return response.content

    def show_problem(
        self,
        type_: str,
        *,
        accept_language: str | Unset = UNSET,
    ) -> bytes:
        """What a type of problem means and what to do about it, as a page for people."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/problems/{type_}".format(
                type_=quote(str(type_), safe=""),
            ),
            **request,
        )
        return response.content

    def show_openapi(
        self,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Any:
        """This document."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/openapi.json",
            **request,
        )
        response_200 = cast(Any, response.json())
        return self._service.tagged(response_200, response)
