from typing import Literal, cast

Factor = Literal[
    "identity-provider", "identity-provider-mfa", "mail-code", "passkey", "password", "recovery-code", "totp"
]


def check_factor(value: str) -> Factor:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(Factor, value)
