from typing import Literal, cast

ContactFrequency = Literal["daily", "monthly", "never", "rarely", "weekly", "yearly"]


def check_contact_frequency(value: str) -> ContactFrequency:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ContactFrequency, value)
