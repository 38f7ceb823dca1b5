"""The titles of styles are kept from one run to the next, and nothing depends on it."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from reflist.csl.title_cache import FILE, cached_titles


class Reader:
    """Counts how often the styles are read."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> Mapping[str, str]:
        self.times += 1
        return {"a title": f"name{self.times}"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "styles").mkdir()
    return tmp_path


def test_they_are_read_once(home: Path) -> None:
    read = Reader()
    assert [cached_titles([home / "styles"], read)["a title"] for _ in range(3)] == ["name1"] * 3
    assert [file.name for file in (home / "cache" / FILE).parent.iterdir()] == [FILE.name]


def test_they_are_read_again_where_the_folder_has_changed(home: Path) -> None:
    read = Reader()
    cached_titles([home / "styles"], read)
    os.utime(home / "styles", ns=(1, 1))
    assert cached_titles([home / "styles"], read) == {"a title": "name2"}
    (home / "more").mkdir()
    assert cached_titles([home / "styles", home / "more"], read) == {"a title": "name3"}


@pytest.mark.parametrize("content", ["", "[]", "{", "null", "7", "[" * 100_000])
def test_an_invalid_file_is_replaced(home: Path, content: str) -> None:
    read = Reader()
    cached_titles([home / "styles"], read)
    (home / "cache" / FILE).write_text(content)
    assert cached_titles([home / "styles"], read) == {"a title": "name2"} == cached_titles([home / "styles"], read)


@pytest.mark.parametrize("titles", [None, [], {"a title": 7}])
def test_titles_of_another_kind_are_not_titles(home: Path, titles: object) -> None:
    read = Reader()
    cached_titles([home / "styles"], read)
    file = home / "cache" / FILE
    file.write_text(json.dumps(json.loads(file.read_text()) | {"titles": titles}))
    assert cached_titles([home / "styles"], read) == {"a title": "name2"}


def test_where_nothing_can_be_kept_they_are_read_each_time(home: Path) -> None:
    read = Reader()
    (home / "cache").write_text("a file where a folder should be")
    assert [cached_titles([home / "styles"], read)["a title"] for _ in range(2)] == ["name1", "name2"]
    assert cached_titles([home / "no such folder"], read) == {"a title": "name3"}


def test_a_path_that_is_not_absolute_is_not_used(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    monkeypatch.setenv("HOME", str(home / "home"))
    monkeypatch.chdir(home)
    cached_titles([home / "styles"], Reader())
    assert (home / "home" / ".cache" / FILE).is_file()
    assert not (home / "here").exists()
