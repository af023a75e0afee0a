from typing import Literal, cast

ConsentManner = Literal["by-phone", "in-person", "on-paper", "own-log-in"]


def check_consent_manner(value: str) -> ConsentManner:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ConsentManner, value)
