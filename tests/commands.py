"""The result of running a command; the fixture `run` of tests/cli runs one in this process."""

from typing import NamedTuple, Protocol


class Ran(NamedTuple):
    """The exit status, the standard output, and the standard error."""

    status: int
    out: str
    err: str


class Run(Protocol):
    """Runs a command with arguments and standard input, which may be a terminal."""

    def __call__(self, *arguments: object, stdin: bytes = b"", terminal: bool = False) -> Ran: ...
