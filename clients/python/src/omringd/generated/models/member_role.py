from typing import Literal, cast

MemberRole = Literal["admin", "client", "coach"]


def check_member_role(value: str) -> MemberRole:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(MemberRole, value)
