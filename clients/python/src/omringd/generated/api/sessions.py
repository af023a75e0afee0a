from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service
from ..models.begin_provider_log_in import BeginProviderLogIn
from ..models.begun_provider_log_in import BegunProviderLogIn
from ..models.choose_organisation import ChooseOrganisation
from ..models.complete_provider_log_in import CompleteProviderLogIn
from ..models.confirm_session import ConfirmSession
from ..models.current_session import CurrentSession
from ..models.find_log_in_methods import FindLogInMethods
from ..models.list_session import ListSession
from ..models.log_in import LogIn
from ..models.log_in_methods import LogInMethods
from ..models.log_in_ticket import LogInTicket
from ..models.logged_in import LoggedIn
from ..models.request_log_in_code import RequestLogInCode
from ..models.session import Session
from ..types import UNSET, Unset


class SessionsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def request_log_in_code(
        self,
        *,
        body: RequestLogInCode,
        accept_language: str | Unset = UNSET,
    ) -> LogInTicket:
        """Mails a code of six digits with which a client can log in without a password.

        It is mailed only to a client, and only if every organisation of theirs allows it (`clientsLogInByMail`). The response is the
        same for every address. Send the code with this ticket to POST /v1/sessions, within 10 minutes and at most 5 times. At most 3
        mails per hour go to one address; further requests get 429."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/log-in-codes",
            **request,
        )
        response_202 = LogInTicket.from_dict(response.json())

        return response_202

    def find_log_in_methods(
        self,
        *,
        body: FindLogInMethods,
        accept_language: str | Unset = UNSET,
    ) -> LogInMethods:
        """Finds how a user can log in, by the domain of their email address.

        The response is the same for known and unknown addresses. Of a domain that several organisations have proven, it has the
        providers of each."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/log-in-methods",
            **request,
        )
        response_200 = LogInMethods.from_dict(response.json())

        return response_200

    def begin_provider_log_in(
        self,
        *,
        body: BeginProviderLogIn,
        accept_language: str | Unset = UNSET,
    ) -> BegunProviderLogIn:
        """Begins a log-in with an identity provider. It can be finished once, within 10 minutes, by the same browser."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/provider-log-ins",
            **request,
        )
        response_201 = BegunProviderLogIn.from_dict(response.json())

        return response_201

    def complete_provider_log_in(
        self,
        *,
        body: CompleteProviderLogIn,
        accept_language: str | Unset = UNSET,
    ) -> LoggedIn:
        """Finishes a log-in with an identity provider.

        The session is in the provider's organisation, can be in no other, and has the roles admin and coach only. Before it changes
        your account, confirm it with your password or a code of your own. Every refusal is 401 `log-in-refused`: also for a user
        whose identity is not linked. `Idempotency-Key` has no effect: the response holds secrets, which are not stored."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/provider-log-ins/completions",
            **request,
        )
        response_201 = LoggedIn.from_dict(response.json())

        return response_201

    def list_sessions(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListSession:
        """Lists your own sessions that have not ended."""
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
            "/v1/sessions",
            **request,
        )
        response_200 = ListSession.from_dict(response.json())

        return response_200

    def log_in(
        self,
        *,
        body: LogIn,
        accept_language: str | Unset = UNSET,
    ) -> LoggedIn:
        """Logs in. If you are a member of one organisation, it is chosen; otherwise choose one next.

        An unknown address, a wrong password and a wrong code give the same response. If `secondFactor` is `expected` in the
        response, confirm the session with a code; if it is `missing`, add a second factor first. `Idempotency-Key` has no effect: the response holds
        secrets, which are not stored. Repeating a log-in creates another session."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/sessions",
            **request,
        )
        response_201 = LoggedIn.from_dict(response.json())

        return response_201

    def show_current_session(
        self,
        *,
        accept_language: str | Unset = UNSET,
    ) -> CurrentSession:
        """Shows the user of this session: what a front end needs at its start."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/sessions/current",
            **request,
        )
        response_200 = CurrentSession.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def log_out(
        self,
        *,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Logs out: ends the session of this request immediately, and removes its cookie."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/sessions/current",
            **request,
        )
        return None

    def confirm_session(
        self,
        *,
        body: ConfirmSession,
        accept_language: str | Unset = UNSET,
    ) -> CurrentSession:
        """Confirms that it is you, which sensitive operations need: those that answer 401 `confirmation-required`.

        With a second factor, send a code or the answer of a passkey; a session that waits for one then has it. Without one, send your password."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/sessions/current/confirmations",
            **request,
        )
        response_200 = CurrentSession.from_dict(response.json())

        return response_200

    def choose_organisation(
        self,
        *,
        body: ChooseOrganisation,
        accept_language: str | Unset = UNSET,
    ) -> Session:
        """Chooses the organisation of this session. No `If-Match`: a session has no version."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "PUT",
            "/v1/sessions/current/organisation",
            **request,
        )
        response_200 = Session.from_dict(response.json())

        return response_200

    def end_session(
        self,
        session_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Ends one of your own sessions immediately. No `If-Match`: a session has no version."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/sessions/{session_id}".format(
                session_id=quote(str(session_id), safe=""),
            ),
            **request,
        )
        return None
