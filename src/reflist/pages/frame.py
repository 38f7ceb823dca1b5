"""The frame of every page: a single file that loads nothing and suits screen, dark mode and paper."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from reflist.pages.html import Child, Html, join, tag


@cache
def asset(name: str) -> str:
    """The text of a file in the folder ``assets``."""
    return files(__package__).joinpath("assets", name).read_text("utf-8").strip()


def page(title: str, body: Child, lang: str = "en", style: str = "", script: str = "") -> str:
    """A complete HTML document with its own style and script, and a policy that allows no others.

    The policy (Content Security Policy, level 3) names the style and the script by their hashes. It also holds for a
    file opened from disk: markup that slipped into the content could neither run nor load anything. Style attributes
    are allowed, since rendered entries have them to survive being copied.
    """
    policy = ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "style-src-attr 'unsafe-inline'"]
    policy += [f"{kind}-src '{_hash(text)}'" for kind, text in (("style", style), ("script", script)) if text]
    head = (
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content="; ".join(policy)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="generator", content="reflist"),
        tag("title", title),
        tag("style", Html(style)) if style else None,
    )
    content = (body, tag("script", Html(script)) if script else None)
    html = tag("html", Html("\n"), tag("head", join(head, Html("\n"))), tag("body", *content), lang=lang or None)
    return f"<!DOCTYPE html>\n{html.source}\n"


def document(title: str, body_html: str, lang: str = "en") -> str:
    """A formatted bibliography as a page, to be read, printed, or copied from.

    ``body_html`` is markup and inserted as it is; the title is plain text; ``lang`` is a BCP 47 tag.
    """
    body = join([tag("h1", title), Html(body_html)], Html("\n"))
    return page(title, tag("main", body), lang, asset("base.css") + "\n" + asset("document.css"))


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
