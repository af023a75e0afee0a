from typing import Literal, cast

ShowInsightsAudience = Literal["client", "coach"]


def check_show_insights_audience(value: str) -> ShowInsightsAudience:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ShowInsightsAudience, value)
