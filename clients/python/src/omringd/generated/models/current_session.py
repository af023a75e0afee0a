from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.factor import Factor, check_factor
from ..models.language import Language, check_language
from ..models.second_factor_state import SecondFactorState, check_second_factor_state
from ..models.session_kind import SessionKind, check_session_kind

if TYPE_CHECKING:
    from ..models.named_user import NamedUser
    from ..models.own_organisation import OwnOrganisation


T = TypeVar("T", bound="CurrentSession")


@_attrs_define
class CurrentSession:
    """The user of this session.

    Attributes:
        client_id (None | UUID): The client you are in that organisation; null if you are none.
        confirmed_at (datetime.datetime | None): When you last proved in it who you are.
        created_at (datetime.datetime):
        email (str): An email address. Case, surrounding spaces and a `mailto:` prefix are ignored; an internationalized
            domain may be in Unicode or punycode. No invisible characters.
        expires_at (datetime.datetime): When it expires.
        factors (list[Factor]): The factors given in it. Example: ['password', 'totp'].
        id (UUID):
        kind (SessionKind): What a session was started for.
        language (Language): A language of the service.
        operator (bool): Whether you run the platform.
        organisation (None | OwnOrganisation): The chosen organisation; null if none is chosen, it is not active, or you
            are no longer a member.
        organisations (list[OwnOrganisation]): The active organisations you can choose from.
        second_factor (SecondFactorState): Whether a session has or needs a second factor.
        user (NamedUser): A user, with the name beside the id.
    """

    client_id: None | UUID
    confirmed_at: datetime.datetime | None
    created_at: datetime.datetime
    email: str
    expires_at: datetime.datetime
    factors: list[Factor]
    id: UUID
    kind: SessionKind
    language: Language
    operator: bool
    organisation: None | OwnOrganisation
    organisations: list[OwnOrganisation]
    second_factor: SecondFactorState
    user: NamedUser
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.own_organisation import OwnOrganisation  # noqa: PLC0415

        client_id: None | str
        if isinstance(self.client_id, UUID):
            client_id = str(self.client_id)
        else:
            client_id = self.client_id

        confirmed_at: None | str
        if isinstance(self.confirmed_at, datetime.datetime):
            confirmed_at = self.confirmed_at.isoformat()
        else:
            confirmed_at = self.confirmed_at

        created_at = self.created_at.isoformat()

        email = self.email

        expires_at = self.expires_at.isoformat()

        factors = []
        for factors_item_data in self.factors:
            factors_item: str = factors_item_data
            factors.append(factors_item)

        id = str(self.id)

        kind: str = self.kind

        language: str = self.language

        operator = self.operator

        organisation: dict[str, Any] | None
        if isinstance(self.organisation, OwnOrganisation):
            organisation = self.organisation.to_dict()
        else:
            organisation = self.organisation

        organisations = []
        for organisations_item_data in self.organisations:
            organisations_item = organisations_item_data.to_dict()
            organisations.append(organisations_item)

        second_factor: str = self.second_factor

        user = self.user.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clientId": client_id,
                "confirmedAt": confirmed_at,
                "createdAt": created_at,
                "email": email,
                "expiresAt": expires_at,
                "factors": factors,
                "id": id,
                "kind": kind,
                "language": language,
                "operator": operator,
                "organisation": organisation,
                "organisations": organisations,
                "secondFactor": second_factor,
                "user": user,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_user import NamedUser  # noqa: PLC0415
        from ..models.own_organisation import OwnOrganisation  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_client_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                client_id_type_0 = UUID(data)

                return client_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        client_id = _parse_client_id(d.pop("clientId"))

        def _parse_confirmed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                confirmed_at_type_0 = datetime.datetime.fromisoformat(data)

                return confirmed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        confirmed_at = _parse_confirmed_at(d.pop("confirmedAt"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        email = d.pop("email")

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))

        factors = []
        _factors = d.pop("factors")
        for factors_item_data in _factors:
            factors_item = check_factor(factors_item_data)

            factors.append(factors_item)

        id = UUID(d.pop("id"))

        kind = check_session_kind(d.pop("kind"))

        language = check_language(d.pop("language"))

        operator = d.pop("operator")

        def _parse_organisation(data: object) -> None | OwnOrganisation:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                organisation_type_0 = OwnOrganisation.from_dict(data)

                return organisation_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OwnOrganisation, data)

        organisation = _parse_organisation(d.pop("organisation"))

        organisations = []
        _organisations = d.pop("organisations")
        for organisations_item_data in _organisations:
            organisations_item = OwnOrganisation.from_dict(organisations_item_data)

            organisations.append(organisations_item)

        second_factor = check_second_factor_state(d.pop("secondFactor"))

        user = NamedUser.from_dict(d.pop("user"))

        current_session = cls(
            client_id=client_id,
            confirmed_at=confirmed_at,
            created_at=created_at,
            email=email,
            expires_at=expires_at,
            factors=factors,
            id=id,
            kind=kind,
            language=language,
            operator=operator,
            organisation=organisation,
            organisations=organisations,
            second_factor=second_factor,
            user=user,
        )

        current_session.additional_properties = d
        return current_session

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
