from typing import Literal, cast

MakerRole = Literal["client", "coach"]


def check_maker_role(value: str) -> MakerRole:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(MakerRole, value)
