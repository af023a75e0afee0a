from typing import Literal, cast

SecondFactorState = Literal["expected", "given", "missing", "optional"]


def check_second_factor_state(value: str) -> SecondFactorState:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(SecondFactorState, value)
