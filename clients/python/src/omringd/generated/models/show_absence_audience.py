from typing import Literal, cast

ShowAbsenceAudience = Literal["client", "coach"]


def check_show_absence_audience(value: str) -> ShowAbsenceAudience:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ShowAbsenceAudience, value)
