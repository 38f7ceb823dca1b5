"""Shared fixtures and settings: the repository's folders, hypothesis profiles, untraced tests."""

import os
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

# The same examples in every run, so that a failure is due to the change at hand; `make properties` tries new ones.
settings.register_profile("default", deadline=None, derandomize=True, max_examples=20)  # more in make properties
settings.register_profile(
    "fuzz", deadline=None, max_examples=500, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("default")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Run a test marked `untraced` without coverage (pytest-cov's own mark has no effect under pytest-xdist)."""
    if item.get_closest_marker("untraced") is None:
        return (yield)
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)


@pytest.fixture(autouse=True, scope="session")
def _nothing_is_kept_at_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Send reflist's cache to a temporary folder."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def seeds(root: Path) -> list[Path]:
    """The five pasted pages, in order."""
    return sorted((root / "seeds").glob("*.txt"))


@pytest.fixture(scope="session")
def data(root: Path) -> Path | None:
    """The data outside the project: ``$REFLIST_DATA``, else ``../shared/data``; None if it does not exist."""
    path = Path(os.environ.get("REFLIST_DATA") or root.parent / "shared" / "data")
    return path if path.is_dir() else None
