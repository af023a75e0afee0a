from typing import Literal, cast

PreviewCardIncludeItem = Literal["burden", "refusals", "tension"]


def check_preview_card_include_item(value: str) -> PreviewCardIncludeItem:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(PreviewCardIncludeItem, value)
