from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.second_factor_state import SecondFactorState, check_second_factor_state

if TYPE_CHECKING:
    from ..models.own_organisation import OwnOrganisation
    from ..models.session import Session


T = TypeVar("T", bound="LoggedIn")


@_attrs_define
class LoggedIn:
    """A new session, with its tokens.

    Attributes:
        access_token (str): For the Authorization header.
        expires_in (int): Lifetime of the access token in seconds. Example: 600.
        organisations (list[OwnOrganisation]): The active organisations you are a member of.
        refresh_token (None | str): Exchange it at /oauth2/token for the next access token. Can be used once. Null if it
            comes as a cookie.
        second_factor (SecondFactorState): Whether a session has or needs a second factor.
        session (Session): One of your log-ins.
        token_type (str): Always `Bearer`. Example: Bearer.
    """

    access_token: str
    expires_in: int
    organisations: list[OwnOrganisation]
    refresh_token: None | str
    second_factor: SecondFactorState
    session: Session
    token_type: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        access_token = self.access_token

        expires_in = self.expires_in

        organisations = []
        for organisations_item_data in self.organisations:
            organisations_item = organisations_item_data.to_dict()
            organisations.append(organisations_item)

        refresh_token: None | str
        refresh_token = self.refresh_token

        second_factor: str = self.second_factor

        session = self.session.to_dict()

        token_type = self.token_type

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accessToken": access_token,
                "expiresIn": expires_in,
                "organisations": organisations,
                "refreshToken": refresh_token,
                "secondFactor": second_factor,
                "session": session,
                "tokenType": token_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.own_organisation import OwnOrganisation  # noqa: PLC0415
        from ..models.session import Session  # noqa: PLC0415

        d = dict(src_dict)
        access_token = d.pop("accessToken")

        expires_in = d.pop("expiresIn")

        organisations = []
        _organisations = d.pop("organisations")
        for organisations_item_data in _organisations:
            organisations_item = OwnOrganisation.from_dict(organisations_item_data)

            organisations.append(organisations_item)

        def _parse_refresh_token(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        refresh_token = _parse_refresh_token(d.pop("refreshToken"))

        second_factor = check_second_factor_state(d.pop("secondFactor"))

        session = Session.from_dict(d.pop("session"))

        token_type = d.pop("tokenType")

        logged_in = cls(
            access_token=access_token,
            expires_in=expires_in,
            organisations=organisations,
            refresh_token=refresh_token,
            second_factor=second_factor,
            session=session,
            token_type=token_type,
        )

        logged_in.additional_properties = d
        return logged_in

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
