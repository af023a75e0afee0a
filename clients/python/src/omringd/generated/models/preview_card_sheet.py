from typing import Literal, cast

PreviewCardSheet = Literal["a4", "phone", "screen", "wallet"]


def check_preview_card_sheet(value: str) -> PreviewCardSheet:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(PreviewCardSheet, value)
