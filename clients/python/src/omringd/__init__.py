"""A client of the Omringd API: `Omringd` has its operations, `omringd.models` their bodies."""

from .credentials import AccessToken, Credentials, PrivateKey, TokenRefused
from .events import Changed, Event, Heartbeat, Reset
from .generated.types import UNSET, Unset
from .pages import every
from .problems import OmringdProblem
from .retries import Retries
from .service import Omringd

__all__ = [
    "UNSET",
    "AccessToken",
    "Changed",
    "Credentials",
    "Event",
    "Heartbeat",
    "Omringd",
    "OmringdProblem",
    "PrivateKey",
    "Reset",
    "Retries",
    "TokenRefused",
    "Unset",
    "every",
]
