from typing import Literal, cast

ShowCardPictureIncludeItem = Literal["burden", "refusals", "tension"]


def check_show_card_picture_include_item(value: str) -> ShowCardPictureIncludeItem:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ShowCardPictureIncludeItem, value)
