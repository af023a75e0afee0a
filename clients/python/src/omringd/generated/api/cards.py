from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.card import Card
from ..models.card_differences import CardDifferences
from ..models.create_card import CreateCard
from ..models.list_card_head import ListCardHead
from ..models.preview_card_format import PreviewCardFormat
from ..models.preview_card_include_item import PreviewCardIncludeItem
from ..models.preview_card_sheet import PreviewCardSheet
from ..models.show_card_picture_format import ShowCardPictureFormat
from ..models.show_card_picture_include_item import ShowCardPictureIncludeItem
from ..models.show_card_picture_sheet import ShowCardPictureSheet
from ..types import UNSET, Unset


class CardsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def show_card(
        self,
        card_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Card:
        """Shows a card as data, or as `showCardPicture` does if `Accept` prefers an image or PDF."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/cards/{card_id}".format(
                card_id=quote(str(card_id), safe=""),
            ),
            **request,
        )
        response_200 = Card.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def show_card_differences(
        self,
        card_id: UUID,
        other_card_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> CardDifferences:
        """Shows what changed between two cards of the same client, which may be of different maps. Supporters are matched by
        person."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/cards/{card_id}/differences/{other_card_id}".format(
                card_id=quote(str(card_id), safe=""),
                other_card_id=quote(str(other_card_id), safe=""),
            ),
            **request,
        )
        response_200 = CardDifferences.from_dict(response.json())

        return response_200

    def show_card_picture(
        self,
        card_id: UUID,
        *,
        format_: ShowCardPictureFormat | Unset = UNSET,
        sheet: ShowCardPictureSheet | Unset = UNSET,
        include: list[ShowCardPictureIncludeItem] | Unset = UNSET,
        name: bool | Unset = False,
        accept_language: str | Unset = UNSET,
    ) -> bytes:
        """Shows the picture of a card in the language of the request, as SVG, PNG or PDF.

        Args:
            format_: The format of a picture.
            sheet: The sheet on which a picture is drawn.
        """
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        params: dict[str, Any] = {}
        json_format_: str | Unset = UNSET
        if not isinstance(format_, Unset):
            json_format_ = format_

        params["format"] = json_format_
        json_sheet: str | Unset = UNSET
        if not isinstance(sheet, Unset):
            json_sheet = sheet

        params["sheet"] = json_sheet
        json_include: list[str] | Unset = UNSET
        if not isinstance(include, Unset):
            json_include = []
            for include_item_data in include:
                include_item: str = include_item_data
                json_include.append(include_item)

        params["include"] = ",".join(json_include) if json_include else UNSET
        params["name"] = name
        params = {k: v for k, v in params.items() if v is not UNSET and v is not None}
        request: dict[str, Any] = {"headers": headers, "params": params}
        response = self._service.send(
            "GET",
            "/v1/cards/{card_id}/picture".format(
                card_id=quote(str(card_id), safe=""),
            ),
            **request,
        )
        return response.content

    def list_client_cards(
        self,
        client_id: UUID,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListCardHead:
        """Lists the cards of all maps of a client without their content, oldest first.

        For the client, their coaches, and an integration to which the client consented. Cards of private maps are listed for
        the client alone."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        params: dict[str, Any] = {}
        params["limit"] = limit
        params["cursor"] = cursor
        params = {k: v for k, v in params.items() if v is not UNSET and v is not None}
        request: dict[str, Any] = {"headers": headers, "params": params}
        response = self._service.send(
            "GET",
            "/v1/clients/{client_id}/cards".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = ListCardHead.from_dict(response.json())

        return response_200

    def preview_card(
        self,
        map_id: UUID,
        *,
        format_: PreviewCardFormat | Unset = UNSET,
        sheet: PreviewCardSheet | Unset = UNSET,
        include: list[PreviewCardIncludeItem] | Unset = UNSET,
        name: bool | Unset = False,
        accept_language: str | Unset = UNSET,
    ) -> bytes:
        """Shows the picture of a map as a card created now would have it.

        Args:
            format_: The format of a picture.
            sheet: The sheet on which a picture is drawn.
        """
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        params: dict[str, Any] = {}
        json_format_: str | Unset = UNSET
        if not isinstance(format_, Unset):
            json_format_ = format_

        params["format"] = json_format_
        json_sheet: str | Unset = UNSET
        if not isinstance(sheet, Unset):
            json_sheet = sheet

        params["sheet"] = json_sheet
        json_include: list[str] | Unset = UNSET
        if not isinstance(include, Unset):
            json_include = []
            for include_item_data in include:
                include_item: str = include_item_data
                json_include.append(include_item)

        params["include"] = ",".join(json_include) if json_include else UNSET
        params["name"] = name
        params = {k: v for k, v in params.items() if v is not UNSET and v is not None}
        request: dict[str, Any] = {"headers": headers, "params": params}
        response = self._service.send(
            "GET",
            "/v1/maps/{map_id}/card".format(
                map_id=quote(str(map_id), safe=""),
            ),
            **request,
        )
        return response.content

    def list_cards(
        self,
        map_id: UUID,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListCardHead:
        """Lists the cards of a map without their content, oldest first."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        params: dict[str, Any] = {}
        params["limit"] = limit
        params["cursor"] = cursor
        params = {k: v for k, v in params.items() if v is not UNSET and v is not None}
        request: dict[str, Any] = {"headers": headers, "params": params}
        response = self._service.send(
            "GET",
            "/v1/maps/{map_id}/cards".format(
                map_id=quote(str(map_id), safe=""),
            ),
            **request,
        )
        response_200 = ListCardHead.from_dict(response.json())

        return response_200

    def create_card(
        self,
        map_id: UUID,
        *,
        body: CreateCard,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Card:
        """Creates a card: an immutable version of the map as it is now. The map does not change. Only the client can include
        reflections."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/maps/{map_id}/cards".format(
                map_id=quote(str(map_id), safe=""),
            ),
            **request,
        )
        response_201 = Card.from_dict(response.json())

        return self._service.tagged(response_201, response)
