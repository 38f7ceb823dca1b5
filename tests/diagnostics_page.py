"""The page docs/diagnostics.md, made from the `Rule` constants of all modules; run as a program, this writes it."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import reflist
from reflist.report import Rule, Severity

PAGE = Path(__file__).resolve().parent.parent / "docs" / "diagnostics.md"

HEAD = """\
# Diagnostics

Every message about what reflist reads and writes is one line:

    source:line:column: severity[code] message (key)

Errors and losses are always shown; repairs and notes are counted, and listed with `-v`. With `--strict`, an error or a
loss makes the exit status 1. The codes are stable. `python tests/diagnostics_page.py` writes this page from the code.
"""

SECTIONS = {
    Severity.ERROR: ("Errors", "Something could not be read, or is wrong. Everything else was read."),
    Severity.LOSS: ("Losses", "A value was read but has no place in what was written."),
    Severity.REPAIR: ("Repairs", "A value was read as what it evidently means; what was printed is kept."),
    Severity.NOTE: ("Notes", "Nothing is wrong, but it may help to know this."),
}


def rules() -> Iterator[tuple[str, Rule]]:
    """Each rule, and the module that declares it."""
    for module in pkgutil.walk_packages(reflist.__path__, "reflist."):
        if not module.name.endswith("__main__"):
            constants = vars(importlib.import_module(module.name))
            yield from ((module.name, value) for value in constants.values() if isinstance(value, Rule))


def page() -> str:
    """The page."""
    known = {rule for _, rule in rules()}
    parts = [HEAD]
    for severity, (title, meaning) in SECTIONS.items():
        found = sorted(rule for rule in known if rule.severity is severity)
        parts.append(
            f"\n## {title}\n\n{meaning}\n" + "".join(f"\n- **`{rule.code}`** {rule.meaning}" for rule in found) + "\n"
        )
    return "".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
