from typing import Literal, cast

ErasureBasis = Literal["request", "retention"]


def check_erasure_basis(value: str) -> ErasureBasis:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ErasureBasis, value)
