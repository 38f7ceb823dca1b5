"""Running commands in this process."""

import io

import pytest

from commands import Ran, Run
from reflist.cli import main


class Terminal(io.TextIOWrapper):
    """Standard input that looks like a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command with arguments and standard input."""

    def run(*arguments: object, stdin: bytes = b"", terminal: bool = False) -> Ran:
        monkeypatch.setattr("sys.stdin", (Terminal if terminal else io.TextIOWrapper)(io.BytesIO(stdin)))
        capfd.readouterr()
        status = main([str(argument) for argument in arguments])
        return Ran(status, *capfd.readouterr())

    return run
