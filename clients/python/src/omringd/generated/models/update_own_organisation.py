from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.second_factor_role import SecondFactorRole, check_second_factor_role
from ..types import UNSET, Unset

T = TypeVar("T", bound="UpdateOwnOrganisation")


@_attrs_define
class UpdateOwnOrganisation:
    """A merge patch (RFC 7396) of your own organisation.

    Attributes:
        clients_log_in_by_mail (bool | None | Unset): Whether clients may log in with a code that is mailed to them,
            without a password. Example: True.
        erasure_waiting_days (int | Unset): How many days a request for erasure waits, so that it can be withdrawn or
            refused. Example: 7.
        name (str | Unset): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without
            surrounding spaces and without characters that change the writing direction.
        phone (None | str | Unset): The number that clients can call on a hard day; null removes it.
        retention_years (int | Unset): How many years a record is kept after its last change, before an administrator
            can confirm the erasure. The WGBO says 20. Example: 20.
        second_factor_for (list[SecondFactorRole] | Unset): The roles that need a second factor. Example: ['admin',
            'coach'].
        time_zone (str | Unset): A time zone of the IANA database, as Area/Location, or UTC.
    """

    clients_log_in_by_mail: bool | None | Unset = UNSET
    erasure_waiting_days: int | Unset = UNSET
    name: str | Unset = UNSET
    phone: None | str | Unset = UNSET
    retention_years: int | Unset = UNSET
    second_factor_for: list[SecondFactorRole] | Unset = UNSET
    time_zone: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        clients_log_in_by_mail: bool | None | Unset
        if isinstance(self.clients_log_in_by_mail, Unset):
            clients_log_in_by_mail = UNSET
        else:
            clients_log_in_by_mail = self.clients_log_in_by_mail

        erasure_waiting_days = self.erasure_waiting_days

        name = self.name

        phone: None | str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
            phone = self.phone

        retention_years = self.retention_years

        second_factor_for: list[str] | Unset = UNSET
        if not isinstance(self.second_factor_for, Unset):
            second_factor_for = []
            for second_factor_for_item_data in self.second_factor_for:
                second_factor_for_item: str = second_factor_for_item_data
                second_factor_for.append(second_factor_for_item)

        time_zone = self.time_zone

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if clients_log_in_by_mail is not UNSET:
            field_dict["clientsLogInByMail"] = clients_log_in_by_mail
        if erasure_waiting_days is not UNSET:
            field_dict["erasureWaitingDays"] = erasure_waiting_days
        if name is not UNSET:
            field_dict["name"] = name
        if phone is not UNSET:
            field_dict["phone"] = phone
        if retention_years is not UNSET:
            field_dict["retentionYears"] = retention_years
        if second_factor_for is not UNSET:
            field_dict["secondFactorFor"] = second_factor_for
        if time_zone is not UNSET:
            field_dict["timeZone"] = time_zone

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_clients_log_in_by_mail(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        clients_log_in_by_mail = _parse_clients_log_in_by_mail(d.pop("clientsLogInByMail", UNSET))

        erasure_waiting_days = d.pop("erasureWaitingDays", UNSET)

        name = d.pop("name", UNSET)

        def _parse_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone = _parse_phone(d.pop("phone", UNSET))

        retention_years = d.pop("retentionYears", UNSET)

        _second_factor_for = d.pop("secondFactorFor", UNSET)
        second_factor_for: list[SecondFactorRole] | Unset = UNSET
        if _second_factor_for is not UNSET:
            second_factor_for = []
            for second_factor_for_item_data in _second_factor_for:
                second_factor_for_item = check_second_factor_role(second_factor_for_item_data)

                second_factor_for.append(second_factor_for_item)

        time_zone = d.pop("timeZone", UNSET)

        update_own_organisation = cls(
            clients_log_in_by_mail=clients_log_in_by_mail,
            erasure_waiting_days=erasure_waiting_days,
            name=name,
            phone=phone,
            retention_years=retention_years,
            second_factor_for=second_factor_for,
            time_zone=time_zone,
        )

        return update_own_organisation
