from typing import Literal, cast

Capacity = Literal["admin", "client", "coach", "integration", "operator", "share"]


def check_capacity(value: str) -> Capacity:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(Capacity, value)
