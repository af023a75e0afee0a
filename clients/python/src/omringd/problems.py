"""What the service refuses, as an exception."""

from typing import Any

import httpx

from .generated.models import FieldProblem, Problem
from .retries import retry_after


class OmringdProblem(Exception):
    """The service refused a request. `kind` says why, and `at` what is wrong in the input."""

    def __init__(self, problem: Problem, retry_after: float | None = None) -> None:
        self.problem = problem
        self.status = problem.status
        self.kind = problem.type_.rsplit("/", 1)[-1]
        self.detail = problem.detail
        self.errors: list[FieldProblem] = problem.errors or []
        self.request_id = problem.request_id
        self.retry_after = retry_after
        super().__init__(problem, retry_after)

    def __str__(self) -> str:
        lines = [f"{self.status} {self.kind}: {self.detail}"]
        lines += [f"  {error.in_} {error.pointer}: {error.detail} ({error.code})" for error in self.errors]
        return "\n".join([*lines, f"  request {self.request_id}"])

    def at(self, pointer: str) -> list[FieldProblem]:
        """The errors of the member at this JSON pointer, such as `/dateOfBirth`."""
        return [error for error in self.errors if error.pointer == pointer]


def raise_if_refused(response: httpx.Response) -> None:
    """Raises the problem that the response is, and one of its status if a proxy in between wrote it."""
    if response.is_success:
        return
    raise OmringdProblem(_problem(response), retry_after(response))


def _problem(response: httpx.Response) -> Problem:
    if response.headers.get("Content-Type", "").startswith("application/problem+json"):
        content: dict[str, Any] = response.json()
        return Problem.from_dict(content)
    return Problem(
        type_=f"/http-{response.status_code}",
        status=response.status_code,
        title=response.reason_phrase,
        detail=f"The response is not a problem of Omringd: {response.reason_phrase or 'no reason'}",
        request_id=response.headers.get("X-Request-Id", ""),
    )
