"""How citeproc-js formats references: `citeproc.js`, run under node, with results cached in ``build/citeproc``.

It takes about a second for each style, so it is run again only for what has changed.
"""

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from measure import ROOT
from peers import FOLDER, MissingError
from reflist.csl.resources import locale_file

Item = dict[str, Any]
Cluster = Sequence[Mapping[str, Any]]

SCRIPT = Path(__file__).with_name("citeproc.js")
KEPT = ROOT / "build" / "citeproc"


class Formatted(NamedTuple):
    """Entries by id in the order of the bibliography; citations in order; why a style cannot be used, else empty."""

    entries: Mapping[str, str]
    citations: Sequence[str]
    error: str = ""


def job(
    styles: Mapping[str, bytes],
    items: Sequence[Item],
    clusters: Sequence[Cluster] = (),
    *,
    locale: str | None = None,
    form: str = "text",
) -> str:
    """The input of the script; ``form`` is "text" or "html"."""
    return json.dumps(
        {
            "styles": {name: source.decode() for name, source in styles.items()},
            "items": items,
            "clusters": clusters,
            "locales": str(locale_file("en-US").parent),
            "locale": locale,
            "form": form,
        },
        sort_keys=True,
    )


def by_citeproc_js(
    styles: Mapping[str, bytes],
    items: Sequence[Item],
    clusters: Sequence[Cluster] = (),
    *,
    locale: str | None = None,
    form: str = "text",
) -> dict[str, Formatted]:
    """How each style, by name, formats the items. Raises `MissingError` if citeproc-js is not installed."""
    node, modules = shutil.which("node"), FOLDER / "node_modules"
    if node is None or not (modules / "citeproc").is_dir():
        raise MissingError("citeproc-js: not installed (make peers)")
    version = (modules / "citeproc" / "package.json").read_bytes() + SCRIPT.read_bytes()
    same = job({}, items, clusters, locale=locale, form=form).encode()
    folder = KEPT / sha256(version + same).hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    kept = {name: folder / f"{name}-{sha256(source).hexdigest()[:8]}.json" for name, source in styles.items()}
    wanted = {name: styles[name] for name, file in kept.items() if not file.is_file()}
    if wanted:
        asked = job(wanted, items, clusters, locale=locale, form=form).encode()
        answer = subprocess.run([node, str(SCRIPT), str(modules)], input=asked, stdout=subprocess.PIPE, check=True)
        for line in answer.stdout.decode().splitlines():
            kept[json.loads(line)["style"]].write_text(line, "utf-8")
    return {name: _read(file) for name, file in kept.items()}


def _read(file: Path) -> Formatted:
    found = json.loads(file.read_text("utf-8"))
    return Formatted(dict(found.get("entries", ())), found.get("citations", ()), found.get("error", ""))
