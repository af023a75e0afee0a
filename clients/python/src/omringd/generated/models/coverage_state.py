from typing import Literal, cast

CoverageState = Literal["covered", "fragile", "gap", "no-need", "not-answered"]


def check_coverage_state(value: str) -> CoverageState:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(CoverageState, value)
