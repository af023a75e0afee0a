from typing import Literal, cast

Outcome = Literal["done", "failed", "refused", "repeated"]


def check_outcome(value: str) -> Outcome:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(Outcome, value)
