"""The literate cases of tests/cases, and the runner that reads them."""

from pathlib import Path

import pytest

import cases_runner
from cases_runner import CASES, NotACaseError, case_pages, read_case, rewritten

GOOD = """\
# A book

It stands for all that is plain.

```csljson name=one.json
[{"id": "doe", "type": "book", "title": "Plain things"}]
```

---

As a person would print it:

```csljson
[{"title": "Plain things", "type": "book"}]
```

```report
```
"""


@pytest.mark.parametrize("path", case_pages(), ids=lambda path: str(path.relative_to(CASES).with_suffix("")))
def test_case(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert rewritten(page) == page


def test_there_are_cases() -> None:
    assert case_pages()


def test_the_example_of_the_form_holds() -> None:
    form = (CASES / "README.md").read_text(encoding="utf-8")
    example = form.split("````markdown\n")[1].split("````\n")[0]
    assert rewritten(example) == example


def test_a_case_that_holds_is_left_as_it_was_typed() -> None:
    assert rewritten(GOOD) == GOOD


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('[{"title": "Plain things", "type"', '[{"title": "Fancy things", "type"'),
        ('"type": "book"}]\n```\n\n```report\n', '"type": "book"}]\n```\n\n```report\none.json:1: error[made-up] no\n'),
        ('[{"title": "Plain things", "type": "book"}]\n```\n\n```report', "```\n\n```report"),
    ],
    ids=["value", "message", "nothing-expected"],
)
def test_a_case_that_does_not_hold_is_rewritten(old: str, new: str) -> None:
    wrong = new.join(GOOD.rsplit(old, 1))
    assert wrong != GOOD
    right = rewritten(wrong)
    assert right != wrong
    assert rewritten(right) == right


def test_ids_are_compared_where_the_case_gives_them() -> None:
    wrong = GOOD.replace('[{"title"', '[{"id": "roe", "title"')
    assert '"id": "doe"' in rewritten(wrong).split("---")[1]


def test_fences_in_a_longer_fence_are_its_text() -> None:
    page = GOOD.replace("```csljson\n[", "````csljson\n[").replace("]\n```\n\n```report", "]\n````\n\n```report")
    assert [fence.format for fence in read_case(page).expected] == ["csljson", "report"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("# A book\n", "A book\n", "title"),
        ("\nIt stands for all that is plain.\n", "", "sentence"),
        ("---", "", "line ---"),
        ("```csljson name=one.json", "```", "before the line"),
    ],
)
def test_what_is_not_a_case_is_refused(old: str, new: str, reason: str) -> None:
    with pytest.raises(NotACaseError, match=reason):
        read_case(GOOD.replace(old, new, 1))


def test_only_what_changed_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held, broken = tmp_path / "held.md", tmp_path / "broken.md"
    held.write_text(GOOD, encoding="utf-8")
    broken.write_text(GOOD.replace('[{"title": "Plain', '[{"title": "Fancy'), encoding="utf-8")
    cases_runner.main([str(held), str(broken)])
    assert capsys.readouterr().out == f"rewritten: {broken}\n"
    assert held.read_text(encoding="utf-8") == GOOD
