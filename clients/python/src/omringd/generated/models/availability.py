from typing import Literal, cast

Availability = Literal["could-ask", "received-now", "would-not-ask"]


def check_availability(value: str) -> Availability:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(Availability, value)
