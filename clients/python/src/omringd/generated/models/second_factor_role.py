from typing import Literal, cast

SecondFactorRole = Literal["admin", "coach"]


def check_second_factor_role(value: str) -> SecondFactorRole:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(SecondFactorRole, value)
