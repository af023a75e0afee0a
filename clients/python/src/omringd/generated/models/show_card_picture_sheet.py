from typing import Literal, cast

ShowCardPictureSheet = Literal["a4", "phone", "screen", "wallet"]


def check_show_card_picture_sheet(value: str) -> ShowCardPictureSheet:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ShowCardPictureSheet, value)
