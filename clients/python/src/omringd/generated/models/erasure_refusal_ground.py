from typing import Literal, cast

ErasureRefusalGround = Literal["interest-of-another", "law"]


def check_erasure_refusal_ground(value: str) -> ErasureRefusalGround:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ErasureRefusalGround, value)
