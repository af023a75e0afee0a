from typing import Literal, cast

AgreementStatus = Literal["accepted", "asked", "declined", "done", "planned", "thanked"]


def check_agreement_status(value: str) -> AgreementStatus:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(AgreementStatus, value)
