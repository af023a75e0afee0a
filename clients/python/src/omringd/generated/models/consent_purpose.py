from typing import Literal, cast

ConsentPurpose = Literal["read-cards"]


def check_consent_purpose(value: str) -> ConsentPurpose:
    if value != "read-cards":
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ConsentPurpose, value)
