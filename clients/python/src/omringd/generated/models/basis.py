from typing import Literal, cast

Basis = Literal["assignment", "consent", "own-record", "role", "scope", "share"]


def check_basis(value: str) -> Basis:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(Basis, value)
