"""Styles are found by name and by path, checked against the schema, and a wrong name suggests the right one."""

import importlib.metadata
from collections.abc import Iterator
from pathlib import Path

import pytest

from reflist import addons
from reflist.csl import BadStyleError, Style, UnknownStyleError, find_style, resources, styles
from reflist.csl.catalogue import _titles
from reflist.csl.schema import SchemaError, schema_error
from reflist.csl.styles import _available
from reflist.report import Report, Severity

MINIMAL = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
  <info><title>Mine</title><id>urn:x</id><updated>2020-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout><text variable="title"/></layout></bibliography>
</style>
"""

DEPENDENT = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" default-locale="fr-FR">
  <info><title>Child</title><id>urn:y</id>
    <link href="http://www.zotero.org/styles/{parent}" rel="independent-parent"/>
    <updated>2020-01-01T00:00:00+00:00</updated></info>
</style>
"""


@pytest.fixture
def _added_styles(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another package that declares styles: one that departs from the schema, one that is no XML, no module at all."""
    texts = {"added": MINIMAL.replace("<layout>", '<layout x="y">', 1).encode(), "broken": b"no xml", "gone": None}
    points = [importlib.metadata.EntryPoint(name, f"added:{name}", "reflist.styles") for name in texts]
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda **_: importlib.metadata.EntryPoints(points))
    monkeypatch.setattr("importlib.metadata.EntryPoint.load", lambda point: texts[point.name])
    addons._declared.cache_clear()
    yield
    addons._declared.cache_clear()


def style_file(folder: Path, text: str, name: str = "mine.csl") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_our_own_styles_are_listed_by_name_with_their_titles() -> None:
    assert styles() == [
        ("apa", "American Psychological Association, 7th edition"),
        ("harvard", "Harvard (British author-date)"),
    ]


@pytest.mark.parametrize("name", ["apa", "harvard"])
def test_our_own_styles_are_valid(name: str) -> None:
    assert schema_error(find_style(name).source) is None


@pytest.mark.parametrize(("name", "locale"), [("apa", "en-US"), ("harvard", "en-GB")])
def test_a_style_names_its_language(name: str, locale: str) -> None:
    assert find_style(name).default_locale == locale


def test_styles_are_values() -> None:
    apa = find_style("apa")
    assert apa == Style("apa", apa.source)
    assert hash(apa) == hash(Style("apa", apa.source))
    assert apa != find_style("harvard")
    assert apa != "apa"
    assert repr(apa) == "<Style apa: American Psychological Association, 7th edition>"


def test_a_misspelt_name_suggests_the_right_one() -> None:
    with pytest.raises(UnknownStyleError, match=r"unknown style 'hravard': did you mean 'harvard'"):
        find_style("hravard")


def test_a_name_like_no_other() -> None:
    with pytest.raises(UnknownStyleError, match=r"unknown style 'zzzzzzzz'"):
        find_style("zzzzzzzz")


def test_styles_of_the_extra_package() -> None:
    assert find_style("ieee").title.startswith("IEEE")


@pytest.mark.usefixtures("_no_extra_styles")
def test_without_the_extra_package_the_message_names_the_command() -> None:
    with pytest.raises(UnknownStyleError, match=r"reflist has apa, harvard; pip install 'reflist\[styles\]'"):
        find_style("zzzzzzzzz")


@pytest.fixture
def _no_extra_styles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_package", lambda _name: None)


@pytest.mark.usefixtures("_added_styles")
def test_a_style_of_another_package() -> None:
    report = Report()
    assert (find_style("added", report).name, find_style("added").title) == ("added", "Mine")
    assert [str(finding.place) for finding in report] == ["added:3"]
    with pytest.raises(BadStyleError, match="broken:1: not well-formed XML"):
        find_style("broken")
    with pytest.raises(addons.AddonError, match="'gone': added:gone is not a bytes"):
        find_style("gone")
    with pytest.raises(UnknownStyleError, match="unknown style 'addde': did you mean 'added'"):
        find_style("addde")


@pytest.mark.usefixtures("_added_styles")
def test_styles_of_other_packages_are_listed_after_ours() -> None:
    report = Report()
    assert [name for name, _ in styles(report)] == [name for name, _ in styles()] == ["apa", "harvard", "added"]
    assert [finding.code for finding in report] == ["style-not-loaded"] * 2


def test_a_style_by_path(tmp_path: Path) -> None:
    report = Report()
    style = find_style(style_file(tmp_path, MINIMAL), report)
    assert (style.name, style.title, style.default_locale) == ("mine", "Mine", "en-US")
    assert len(report) == 0


def test_a_path_that_is_not_there() -> None:
    with pytest.raises(UnknownStyleError, match=r"cannot read style 'nowhere/mine.csl': No such file"):
        find_style("nowhere/mine.csl")


def test_a_file_that_is_not_xml(tmp_path: Path) -> None:
    with pytest.raises(BadStyleError, match=r"mine.csl:1: not well-formed XML"):
        find_style(style_file(tmp_path, "no xml"))


def test_a_file_that_is_not_a_style(tmp_path: Path) -> None:
    with pytest.raises(BadStyleError, match="not a CSL style: its root element is html"):
        find_style(style_file(tmp_path, "<html/>"))


def test_a_departure_from_the_schema_is_reported_where_it_is(tmp_path: Path) -> None:
    report = Report()
    style = find_style(
        style_file(tmp_path, MINIMAL.replace('variable="title"/></layout></cit', 'x="y"/></layout></cit')), report
    )
    assert style.title == "Mine"
    [found] = report
    assert (found.code, found.severity) == ("style-not-valid", Severity.ERROR)
    assert str(found.place) == "mine.csl:3"


@pytest.mark.parametrize(
    ("old", "new", "line", "element"),
    [
        ("<citation>", '<citation><option name="et-al-min" value="6"/>', 3, "option"),
        ("<citation>", '<terms><locale><term name="in">in</term></locale></terms><citation>', 3, "terms"),
    ],
)
def test_a_style_of_csl_0_8_is_recognised(tmp_path: Path, old: str, new: str, line: int, element: str) -> None:
    report = Report()
    style = find_style(style_file(tmp_path, MINIMAL.replace(old, new)), report)
    assert style.title == "Mine"
    [found] = report
    assert (found.code, found.message) == ("style-of-csl-0.8", f"CSL 0.8 has {element!r} here, CSL 1.0 does not")
    assert str(found.place) == f"mine.csl:{line}"


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ('variable="title"', 'variable="titel"', SchemaError(3, "Element text failed to validate attributes")),
        ("<text", "<txet", SchemaError(3, "CSL has no element txet")),
        ("<layout>", '<layout margin="2">', SchemaError(3, "CSL has no attribute margin")),
        ('version="1.0"', 'version="0.8"', SchemaError(1, "the version of CSL is 0.8, not 1.0")),
        ("<id>urn:x</id>", "", SchemaError(2, "info has no id")),
        ("<layout>", "<layout>title ", SchemaError(3, "Did not expect element text there")),
    ],
)
def test_the_most_telling_words_of_the_validator(old: str, new: str, error: SchemaError) -> None:
    assert schema_error(MINIMAL.replace(old, new, 1).encode()) == error


def test_a_dependent_style_is_its_parent_in_its_own_language(tmp_path: Path) -> None:
    style = find_style(style_file(tmp_path, DEPENDENT.format(parent="apa")))
    assert (style.name, style.default_locale) == ("apa", "fr-FR")


def test_a_dependent_style_without_its_parent(tmp_path: Path) -> None:
    with pytest.raises(UnknownStyleError, match="no-such-parent"):
        find_style(style_file(tmp_path, DEPENDENT.format(parent="no-such-parent")))


def test_a_style_that_does_nothing(tmp_path: Path) -> None:
    text = DEPENDENT.format(parent="apa").replace("independent-parent", "documentation")
    with pytest.raises(BadStyleError, match="formats no citation"):
        find_style(style_file(tmp_path, text))


def test_entities_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret words", encoding="utf-8")
    doctype = f'<!DOCTYPE style [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    style = find_style(style_file(tmp_path, doctype + MINIMAL.replace("Mine", "Mine &x;")))
    assert "secret" not in style.title


def test_a_missing_engine_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_package", lambda _name: None)
    with pytest.raises(ModuleNotFoundError, match="citeproc-py is not installed"):
        resources.schema_file()


def test_a_character_that_is_escaped_twice_is_meant() -> None:
    source = b"""<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text"><citation><layout prefix="&amp;#xA0;"
        suffix="&amp;amp;#160"/></citation></style>"""
    layout = Style("t", source).root.first("citation", "layout")
    assert layout is not None
    assert (layout.get("prefix"), layout.get("suffix")) == ("\u00a0", "&amp;#160")


EXTRA = {
    "plain": MINIMAL.replace("Mine", "A plain &amp; simple style"),
    "dependent/child": DEPENDENT.format(parent="plain").replace("Child", "Child of\n the plain one"),
    "dependent/grandchild": DEPENDENT.format(parent="child"),
    "dependent/late": DEPENDENT.format(parent="plain").replace("<info>", f"<info><!-- {'x' * 2_500} -->"),
    "untitled": MINIMAL.replace("<title>Mine</title>", ""),
}


@pytest.fixture
def _extra_styles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "dependent").mkdir()
    for name, source in EXTRA.items():
        (tmp_path / f"{name}.csl").write_text(source)
    monkeypatch.setattr(resources, "more_styles", lambda: tmp_path)
    caches = (_titles, _available)
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


@pytest.mark.usefixtures("_extra_styles")
@pytest.mark.parametrize(
    ("name", "found", "locale"),
    [
        ("plain", "plain", "en-US"),
        ("child", "plain", "fr-FR"),
        ("late", "plain", "fr-FR"),
        ("a PLAIN &  simple style", "plain", "en-US"),
        ("child of the plain one", "plain", "fr-FR"),
        ("http://www.zotero.org/styles/child", "plain", "fr-FR"),
        ("https://www.zotero.org/styles/apa/", "apa", "en-US"),
    ],
)
def test_names_titles_and_addresses(name: str, found: str, locale: str) -> None:
    style = find_style(name)
    assert (style.name, style.default_locale) == (found, locale)


@pytest.mark.usefixtures("_extra_styles")
def test_a_title_with_a_slash_is_not_a_path(tmp_path: Path) -> None:
    (tmp_path / "law.csl").write_text(MINIMAL.replace("Mine", "Law / Notes"))
    assert find_style("law / notes").name == "law"
    with pytest.raises(UnknownStyleError, match="cannot read style 'law/other'"):
        find_style("law/other")


@pytest.mark.usefixtures("_extra_styles")
@pytest.mark.parametrize(
    ("name", "near"),
    [("chil", "did you mean 'child'"), ("child of a plain one", "did you mean 'child'"), ("xyz", "give the name")],
)
def test_near_names_and_titles(name: str, near: str) -> None:
    with pytest.raises(UnknownStyleError, match=near):
        find_style(name)


@pytest.mark.usefixtures("_extra_styles")
def test_a_style_that_depends_on_a_dependent_one() -> None:
    with pytest.raises(BadStyleError, match="depends on 'child', which formats no citation"):
        find_style("grandchild")
