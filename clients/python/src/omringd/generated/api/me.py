from typing import Any

from ..client import Service
from ..models.accept_email_change import AcceptEmailChange
from ..models.change_password import ChangePassword
from ..models.delete_me import DeleteMe
from ..models.me import Me
from ..models.new_tokens import NewTokens
from ..models.request_email_change import RequestEmailChange
from ..models.request_password_reset import RequestPasswordReset
from ..models.reset_password import ResetPassword
from ..models.update_me import UpdateMe
from ..types import UNSET, Unset


class MeApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def accept_email_change(
        self,
        *,
        body: AcceptEmailChange,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Gives a user the address that this secret was mailed to. They log in with it from now on; sessions stay.

        An unknown, used, expired or replaced secret gives 409 `link-over`."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/email-change-acceptances",
            **request,
        )
        return None

    def show_me(
        self,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Me:
        """Shows your own account and memberships."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/me",
            **request,
        )
        response_200 = Me.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def update_me(
        self,
        *,
        body: UpdateMe,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> Me:
        """Changes your own name or language."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/merge-patch+json"
        response = self._service.send(
            "PATCH",
            "/v1/me",
            **request,
        )
        response_200 = Me.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def delete_me(
        self,
        *,
        body: DeleteMe,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Deletes your own account, if you are a member of no organisation. It cannot be undone.

        A POST, because it needs your password."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/me/deletions",
            **request,
        )
        return None

    def request_email_change(
        self,
        *,
        body: RequestEmailChange,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Mails a link to the address you want to have, and tells your current address. Your address changes when the link is
        followed, within 24 hours.

        A later request replaces an earlier one, and a change of password withdraws it. At most 5 requests a day. The response
        does not tell whether another account has the address."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/me/email-changes",
            **request,
        )
        return None

    def change_password(
        self,
        *,
        body: ChangePassword,
        accept_language: str | Unset = UNSET,
    ) -> NewTokens:
        """Changes your own password and ends all your other sessions. This session continues with the tokens in the response;
        its earlier refresh tokens no longer work. No `If-Match`: a password has no version.

        Refused as `guessable`: common passwords, repetitions and sequences, and passwords based on your name, your email
        address or your organisation."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "PUT",
            "/v1/me/password",
            **request,
        )
        response_200 = NewTokens.from_dict(response.json())

        return response_200

    def reset_password(
        self,
        *,
        body: ResetPassword,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Sets a new password with the secret of a mail, and ends all your sessions. Then log in.

        Other factors stay, and logging in still needs them. Refused as `guessable`: see `changePassword`; the secret then
        stays valid. An unknown, used, expired or replaced secret gives 409 `link-over`."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/password-reset-acceptances",
            **request,
        )
        return None

    def request_password_reset(
        self,
        *,
        body: RequestPasswordReset,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Mails a link with which you can choose a new password, if the address has an account.

        The response is the same for known and unknown addresses. The link can be used once, within 30 minutes; a later mail
        replaces it. At most 3 mails per hour go to one address; further requests are accepted and send none."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/password-resets",
            **request,
        )
        return None
