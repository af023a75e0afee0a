from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.organisation_status import OrganisationStatus, check_organisation_status
from ..models.second_factor_role import SecondFactorRole, check_second_factor_role

if TYPE_CHECKING:
    from ..models.administrator_invitation import AdministratorInvitation


T = TypeVar("T", bound="FoundedOrganisation")


@_attrs_define
class FoundedOrganisation:
    """A new organisation with the invitation of its first administrator.

    Attributes:
        clients_log_in_by_mail (bool): Whether its clients may log in with a code that is mailed to them.
        created_at (datetime.datetime):
        erasure_waiting_days (int): How many days a request for erasure waits. Example: 7.
        id (UUID):
        name (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        phone (None | str): The number that its clients can call on a hard day; null if it has none.
        purgeable_at (datetime.datetime | None): From when the operator may purge it; null if that was not requested.
        retention_years (int): How many years it keeps a record after its last change, before an administrator can
            confirm the erasure. Example: 20.
        second_factor_for (list[SecondFactorRole]): The roles that need a second factor. Example: ['admin', 'coach'].
        status (OrganisationStatus): Whether an organisation's members have access.
        time_zone (str): A time zone of the IANA database, as Area/Location, or UTC.
        updated_at (datetime.datetime):
        invitation (AdministratorInvitation): An invitation of an administrator by the operator.
    """

    clients_log_in_by_mail: bool
    created_at: datetime.datetime
    erasure_waiting_days: int
    id: UUID
    name: str
    phone: None | str
    purgeable_at: datetime.datetime | None
    retention_years: int
    second_factor_for: list[SecondFactorRole]
    status: OrganisationStatus
    time_zone: str
    updated_at: datetime.datetime
    invitation: AdministratorInvitation
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clients_log_in_by_mail = self.clients_log_in_by_mail

        created_at = self.created_at.isoformat()

        erasure_waiting_days = self.erasure_waiting_days

        id = str(self.id)

        name = self.name

        phone: None | str
        phone = self.phone

        purgeable_at: None | str
        if isinstance(self.purgeable_at, datetime.datetime):
            purgeable_at = self.purgeable_at.isoformat()
        else:
            purgeable_at = self.purgeable_at

        retention_years = self.retention_years

        second_factor_for = []
        for second_factor_for_item_data in self.second_factor_for:
            second_factor_for_item: str = second_factor_for_item_data
            second_factor_for.append(second_factor_for_item)

        status: str = self.status

        time_zone = self.time_zone

        updated_at = self.updated_at.isoformat()

        invitation = self.invitation.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clientsLogInByMail": clients_log_in_by_mail,
                "createdAt": created_at,
                "erasureWaitingDays": erasure_waiting_days,
                "id": id,
                "name": name,
                "phone": phone,
                "purgeableAt": purgeable_at,
                "retentionYears": retention_years,
                "secondFactorFor": second_factor_for,
                "status": status,
                "timeZone": time_zone,
                "updatedAt": updated_at,
                "invitation": invitation,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.administrator_invitation import AdministratorInvitation  # noqa: PLC0415

        d = dict(src_dict)
        clients_log_in_by_mail = d.pop("clientsLogInByMail")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        erasure_waiting_days = d.pop("erasureWaitingDays")

        id = UUID(d.pop("id"))

        name = d.pop("name")

        def _parse_phone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        phone = _parse_phone(d.pop("phone"))

        def _parse_purgeable_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                purgeable_at_type_0 = datetime.datetime.fromisoformat(data)

                return purgeable_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        purgeable_at = _parse_purgeable_at(d.pop("purgeableAt"))

        retention_years = d.pop("retentionYears")

        second_factor_for = []
        _second_factor_for = d.pop("secondFactorFor")
        for second_factor_for_item_data in _second_factor_for:
            second_factor_for_item = check_second_factor_role(second_factor_for_item_data)

            second_factor_for.append(second_factor_for_item)

        status = check_organisation_status(d.pop("status"))

        time_zone = d.pop("timeZone")

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        invitation = AdministratorInvitation.from_dict(d.pop("invitation"))

        founded_organisation = cls(
            clients_log_in_by_mail=clients_log_in_by_mail,
            created_at=created_at,
            erasure_waiting_days=erasure_waiting_days,
            id=id,
            name=name,
            phone=phone,
            purgeable_at=purgeable_at,
            retention_years=retention_years,
            second_factor_for=second_factor_for,
            status=status,
            time_zone=time_zone,
            updated_at=updated_at,
            invitation=invitation,
        )

        founded_organisation.additional_properties = d
        return founded_organisation

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
