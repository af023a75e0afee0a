"""The bodies of requests and responses."""

from .generated.models import *  # noqa: F403
