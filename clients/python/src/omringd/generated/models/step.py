from typing import Literal, cast

Step = Literal["card", "closeness", "situation", "support", "who"]


def check_step(value: str) -> Step:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(Step, value)
