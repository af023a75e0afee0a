from typing import Literal, cast

InvitedRole = Literal["admin", "coach"]


def check_invited_role(value: str) -> InvitedRole:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(InvitedRole, value)
