from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="MapTables")


@_attrs_define
class MapTables:
    """People to add to a map, as three CSV tables: a header with the column names in any order, then the rows. The
    delimiter is a comma, semicolon or tab, as in the header or in a first line such as `sep=;`. An empty cell is
    unanswered; an apostrophe before a formula is removed; `3.0` is 3. Quotes must enclose a whole cell; only notes may
    contain line breaks.

        Attributes:
            persons (str): Columns `key` and `alias`; optionally `relationship`, `lifeDomain`, `closeness`,
                `contactFrequency`, `tension`,
                `burden`, `phone`, `email`, `note`. The other tables refer to the person by this key. At most 200 rows. Example:
                key;alias;closeness
                1;Anna;inner
                2;Bram;
                .
            supports (str | Unset): Columns `person` and `supportType`; optionally `direction` and `availability`. At most
                2,000 rows. Example: person;supportType;availability
                1;emotional;could-ask
                .
            ties (str | Unset): Columns `first` and `second`; optionally `strength`. At most 2,000 ties. The order of the
                two does not matter;
                two strengths for one tie are an error. Example: first;second;strength
                1;2;3
                .
    """

    persons: str
    supports: str | Unset = UNSET
    ties: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        persons = self.persons

        supports = self.supports

        ties = self.ties

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "persons": persons,
            }
        )
        if supports is not UNSET:
            field_dict["supports"] = supports
        if ties is not UNSET:
            field_dict["ties"] = ties

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        persons = d.pop("persons")

        supports = d.pop("supports", UNSET)

        ties = d.pop("ties", UNSET)

        map_tables = cls(
            persons=persons,
            supports=supports,
            ties=ties,
        )

        return map_tables
