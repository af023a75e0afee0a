from typing import Literal, cast

Delivery = Literal["email", "shown"]


def check_delivery(value: str) -> Delivery:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(Delivery, value)
