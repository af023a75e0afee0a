from typing import Literal, cast

StepState = Literal["done", "empty", "started"]


def check_step_state(value: str) -> StepState:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(StepState, value)
