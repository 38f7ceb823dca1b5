"""Works and evidence as plain JSON: the rows of ``works.json`` and of the report."""

from typing import Any

from reflist.model import Evidence, Reference, Value, Work, to_csl


def work_to_json(work: Work) -> dict[str, Any]:
    """A row of ``works.json``: id, reference (a CSL-JSON item), members, cited_by, evidence, variants."""
    return {
        "id": work.id,
        "reference": to_csl(work.reference),
        "members": [_member(member) for member in work.members],
        "cited_by": list(work.cited_by),
        "evidence": [evidence_to_json(evidence) for evidence in work.evidence],
        "variants": {
            variable: [{"value": _value(variable, variant.value), "member": variant.member} for variant in variants]
            for variable, variants in work.variants.items()
        },
    }


def evidence_to_json(evidence: Evidence) -> dict[str, Any]:
    """The two members, the score from 0 to 1, and the reasons."""
    return {"members": list(evidence.members), "score": evidence.score, "reasons": list(evidence.reasons)}


def _member(member: Reference) -> dict[str, Any]:
    origin = member.origin
    return {"id": member.id, "source": origin.source, "line": origin.line, "raw": origin.raw}


def _value(variable: str, value: Value) -> Any:
    """A value in its CSL-JSON form."""
    return to_csl(Reference("", "document", {variable: value}))[variable]
