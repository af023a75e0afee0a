from typing import Literal, cast

Confirmation = Literal["administrator", "code", "first", "operator"]


def check_confirmation(value: str) -> Confirmation:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(Confirmation, value)
