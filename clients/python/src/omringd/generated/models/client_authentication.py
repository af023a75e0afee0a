from typing import Literal, cast

ClientAuthentication = Literal["client-secret", "private-key"]


def check_client_authentication(value: str) -> ClientAuthentication:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ClientAuthentication, value)
