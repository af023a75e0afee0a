from typing import Literal, cast

GrantType = Literal["client_credentials", "refresh_token"]


def check_grant_type(value: str) -> GrantType:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(GrantType, value)
