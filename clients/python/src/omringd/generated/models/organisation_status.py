from typing import Literal, cast

OrganisationStatus = Literal["active", "suspended"]


def check_organisation_status(value: str) -> OrganisationStatus:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(OrganisationStatus, value)
