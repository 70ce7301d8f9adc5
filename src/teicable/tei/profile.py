"""The profile: date, summary, languages, markings, the way of the message; and the history of the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from teicable.model.annotation import Certainty, Zone
from teicable.model.declaration import Assignment, Declaration
from teicable.model.record import Action, CableRecord, Correspondence, Fact, Party
from teicable.tei.mixed import Element, child, get, local, text
from teicable.tei.outside import Outside
from teicable.vocabularies import shipped

_NAMES = {"person": "persName", "org": "orgName", "place": "placeName", "role": "persName"}


def profile_description(
    header: Element,
    record: CableRecord,
    outside: Outside,
    declaration: Declaration,
    messages: Sequence[str],
    hands: bool,
    beside: Mapping[str, str],
) -> None:
    """Append ``profileDesc``; ``messages`` are the ``xml:id`` of enclosed messages, in order.

    ``beside`` are the documents before and after this one in the same source: ``prev`` or ``next`` to id.
    """
    profile = child(header, "profileDesc")
    _creation(child(profile, "creation"), record.date, outside)
    summary = outside.take(Zone.SUMMARY)
    if summary:
        abstract = child(profile, "abstract", {"resp": "#archive"})
        for index in summary:
            outside.write(abstract, "p", index)
    _languages(child(profile, "langUsage"), record, declaration)
    _classes(child(profile, "textClass"), record)
    if hands:
        notes = child(profile, "handNotes")
        child(notes, "handNote", {"xml:id": "hand1", "resp": "#teicable"}, "hand not identified")
    for correspondence in record.correspondences:
        _correspondence(profile, correspondence, messages)
    outer = next((e for e in profile if local(e) == "correspDesc" and not get(e, "corresp")), None)
    if beside and outer is not None:
        _beside(outer, beside)


def revision_description(header: Element, assignment: Assignment) -> None:
    """Append ``revisionDesc``: a draft, converted on the day the edition first did so (undated outside an edition)."""
    revision = child(header, "revisionDesc", {"status": "draft"})
    child(revision, "change", {"who": "#teicable", "when": assignment.converted}, "converted")


def _creation(creation: Element, date: Fact | None, outside: Outside) -> None:
    when = {"when": date.value} if date else {}
    headline = outside.take(Zone.HEADLINE_DATE, 1)
    if headline:
        outside.write(creation, "date", headline[0], when | {"resp": "#archive"})
    elif date:
        certainty = "" if date.certainty is Certainty.HIGH else str(date.certainty)
        child(creation, "date", when | {"cert": certainty})
    else:
        child(creation, "date", {"resp": "#teicable", "cert": "low"}, "not stated")


def _languages(usage: Element, record: CableRecord, declaration: Declaration) -> None:
    codes = {declaration.language, *record.languages, *([record.language.value] if record.language else [])}
    names = {entry.meaning: entry.forms[0] for entry in shipped()["tongue"].entries}
    ordered = sorted(codes - {""}, key=lambda code: (code != declaration.language, code))
    for code in ordered:
        child(usage, "language", {"ident": code}, names.get(code, code))


def _classes(classes: Element, record: CableRecord) -> None:
    if record.doctype:
        child(classes, "catRef", {"scheme": "class:doctype", "target": f"class:{record.doctype.value}"})
    for scheme, facts in (("classification", record.classification), ("handling", record.handling)):
        for fact in facts:
            child(classes, "catRef", {"scheme": f"class:{scheme}", "target": f"class:{fact.value}"})
    if len(classes) == 0:
        child(classes, "catRef", {"scheme": "class:doctype", "target": "class:cable", "cert": "low"})


def _correspondence(profile: Element, correspondence: Correspondence, messages: Sequence[str]) -> None:
    if correspondence.message >= len(messages):
        return
    pointer = f"#{messages[correspondence.message]}" if correspondence.message >= 0 else ""
    description = child(profile, "correspDesc", {"corresp": pointer})
    for action in correspondence.actions:
        _action(description, action)


def _beside(description: Element, beside: Mapping[str, str]) -> None:
    """Refer to the cables that stand before and after this one in the same source."""
    context = child(description, "correspContext")
    for side, document in sorted(beside.items(), reverse=True):
        words = f"the {'next' if side == 'next' else 'preceding'} cable of the same page"
        child(context, "ref", {"type": side, "target": f"{document}.xml", "resp": "#teicable"}, words)


def _action(description: Element, action: Action) -> None:
    element = child(description, "correspAction", {"type": action.type, "subtype": action.subtype})
    named = [party for party in action.parties if party.kind != "place"]
    for party in named:
        _party(element, party)
    if not named and (action.type, action.subtype) in (("sent", ""), ("received", "to")):
        child(element, "persName", {"resp": "#teicable"}, "not stated")
    if action.alternative:
        child(element, "note", {"type": "alternative"}, action.alternative)
    for party in action.parties:
        if party.kind == "place":
            _party(element, party)
    if action.date:
        certainty = "" if action.date.certainty is Certainty.HIGH else str(action.date.certainty)
        child(element, "date", {"when": action.date.value, "cert": certainty})


def _party(parent: Element, party: Party) -> None:
    kind = "pseudo" if party.pseudo else ""
    element = child(
        parent, _NAMES[party.kind], {"type": kind, "ref": party.ref, "resp": f"#{party.resp}" if party.resp else ""}
    )
    if party.kind == "role":
        child(element, "roleName", {}, party.name)
    else:
        text(element, party.name)
    if party.gloss:
        other = child(parent, "note", {"type": "identity", "resp": "#archive"})
        cover = "" if party.pseudo else "pseudo"
        child(other, "persName", {"type": cover, "ref": party.ref}, party.gloss)
