from typing import Literal, cast

CreateClientIfExists = Literal["refuse", "return"]


def check_create_client_if_exists(value: str) -> CreateClientIfExists:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(CreateClientIfExists, value)
