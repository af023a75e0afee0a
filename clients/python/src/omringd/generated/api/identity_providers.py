from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.create_identity_provider import CreateIdentityProvider
from ..models.create_log_in_domain import CreateLogInDomain
from ..models.identity_provider import IdentityProvider
from ..models.list_identity_provider import ListIdentityProvider
from ..models.list_log_in_domain import ListLogInDomain
from ..models.log_in_domain import LogInDomain
from ..models.update_identity_provider import UpdateIdentityProvider
from ..types import UNSET, Unset


class IdentityProvidersApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def list_identity_providers(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListIdentityProvider:
        """Lists the identity providers of the organisation. For administrators."""
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
            "/v1/identity-providers",
            **request,
        )
        response_200 = ListIdentityProvider.from_dict(response.json())

        return response_200

    def create_identity_provider(
        self,
        *,
        body: CreateIdentityProvider,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> IdentityProvider:
        """Registers an identity provider. For administrators; at most 5.

        Register `redirectUri` and `backchannelLogoutUri` of the response at the provider. Sessions that it begins are in this
        organisation only, with the roles admin and coach only."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/identity-providers",
            **request,
        )
        response_201 = IdentityProvider.from_dict(response.json())

        return self._service.tagged(response_201, response)

    def show_identity_provider(
        self,
        identity_provider_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> IdentityProvider:
        """Shows an identity provider. For administrators."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/identity-providers/{identity_provider_id}".format(
                identity_provider_id=quote(str(identity_provider_id), safe=""),
            ),
            **request,
        )
        response_200 = IdentityProvider.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def delete_identity_provider(
        self,
        identity_provider_id: UUID,
        *,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Removes an identity provider with the identities at it; its sessions end at once. For administrators."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/identity-providers/{identity_provider_id}".format(
                identity_provider_id=quote(str(identity_provider_id), safe=""),
            ),
            **request,
        )
        return None

    def update_identity_provider(
        self,
        identity_provider_id: UUID,
        *,
        body: UpdateIdentityProvider,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> IdentityProvider:
        """Changes an identity provider. Disabled, its sessions end at once. For administrators."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/merge-patch+json"
        response = self._service.send(
            "PATCH",
            "/v1/identity-providers/{identity_provider_id}".format(
                identity_provider_id=quote(str(identity_provider_id), safe=""),
            ),
            **request,
        )
        response_200 = IdentityProvider.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def list_log_in_domains(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListLogInDomain:
        """Lists the domains of the organisation. For administrators."""
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
            "/v1/log-in-domains",
            **request,
        )
        response_200 = ListLogInDomain.from_dict(response.json())

        return response_200

    def create_log_in_domain(
        self,
        *,
        body: CreateLogInDomain,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> LogInDomain:
        """Claims a domain of email addresses. For administrators; at most 20.

        Publish the record of the response in DNS, then prove the domain. Other organisations may prove the same domain."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/log-in-domains",
            **request,
        )
        response_201 = LogInDomain.from_dict(response.json())

        return self._service.tagged(response_201, response)

    def show_log_in_domain(
        self,
        log_in_domain_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> LogInDomain:
        """Shows a domain with the record that proves it. For administrators."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/log-in-domains/{log_in_domain_id}".format(
                log_in_domain_id=quote(str(log_in_domain_id), safe=""),
            ),
            **request,
        )
        response_200 = LogInDomain.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def delete_log_in_domain(
        self,
        log_in_domain_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Gives a domain up. Identities that it helped to link stay. For administrators. No `If-Match`: it has no version."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/log-in-domains/{log_in_domain_id}".format(
                log_in_domain_id=quote(str(log_in_domain_id), safe=""),
            ),
            **request,
        )
        return None

    def verify_log_in_domain(
        self,
        log_in_domain_id: UUID,
        *,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> LogInDomain:
        """Looks for the record of a domain in DNS. For administrators.

        Without the record: 409 `domain-not-proven`, and the domain is not proven any more."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "POST",
            "/v1/log-in-domains/{log_in_domain_id}/verifications".format(
                log_in_domain_id=quote(str(log_in_domain_id), safe=""),
            ),
            **request,
        )
        response_200 = LogInDomain.from_dict(response.json())

        return response_200
