from typing import Any

from ..client import Service
from ..models.replace_support_types import ReplaceSupportTypes
from ..models.vocabulary import Vocabulary
from ..types import UNSET, Unset


class VocabularyApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def show_vocabulary(
        self,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Vocabulary:
        """Shows every word the API uses with its labels, the questions of each step, and the organisation's support types.

        Cache it by its `ETag`: it changes with the organisation's support types and with a release of the service.
        Questions and labels address the client in plain language."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/vocabulary",
            **request,
        )
        response_200 = Vocabulary.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def replace_support_types(
        self,
        *,
        body: ReplaceSupportTypes,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> Vocabulary:
        """Replaces the organisation's own support types; the built-in ones stay. For administrators.

        A support type that is used on a map cannot be left out."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "PUT",
            "/v1/vocabulary",
            **request,
        )
        response_200 = Vocabulary.from_dict(response.json())

        return self._service.tagged(response_200, response)
