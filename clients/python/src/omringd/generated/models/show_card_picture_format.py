from typing import Literal, cast

ShowCardPictureFormat = Literal["pdf", "png", "svg"]


def check_show_card_picture_format(value: str) -> ShowCardPictureFormat:
    """Also takes values that a later version of the service adds."""
    if not isinstance(value, str):
        raise TypeError(f"Unexpected value {value!r}")
    return cast(ShowCardPictureFormat, value)
