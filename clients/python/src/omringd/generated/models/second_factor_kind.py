from typing import Literal, cast

SecondFactorKind = Literal["passkey", "totp"]


def check_second_factor_kind(value: str) -> SecondFactorKind:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(SecondFactorKind, value)
