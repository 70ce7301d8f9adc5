"""Read the facts of a cable back from its TEI file, in the form of the gold.

Only the TEI is read: a fact that conversion knew and did not encode counts as missed. Words are those of the source,
delimiters from ``@rendition`` put back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from teicable.tei.decode import Verbatim
from teicable.vocabularies import shipped

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
FORM = {"classification": "classification", "handling": "handling"}
RUNNING = ("p", "ab", "list", "floatingText")
PARTS = ("repository", "fond", "opis", "delo", "papka", "list")


class Facts:
    """The facts of one TEI document."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.words = Verbatim(root)

    def all(self, path: str) -> list[etree._Element]:
        return [e for e in self.root.xpath(path, namespaces=TEI) if isinstance(e, etree._Element)]

    def first(self, path: str) -> str | None:
        return next((self.words(e) for e in self.all(path)), None)

    def value(self, path: str) -> str | None:
        found = self.root.xpath(path, namespaces=TEI)
        return str(found[0]) if found else None

    def read(self) -> dict[str, object]:
        body = self.body()
        tokens = body.split()
        pairs = self.pseudonyms()
        sender = self.party("sent")
        return {
            "title": self.first("//t:titleStmt/t:title[@resp='#archive']"),
            "cable_number": self.first("//t:msItem/t:idno[@type='cable']"),
            "sender": sender[0] if sender else None,
            "sender_real": next(
                (self.as_headed(p["real"]) for p in pairs if sender and p["name"].casefold() == sender[0].casefold()),
                None,
            ),
            "addressees": self.party("received", "to"),
            "via": next(iter(self.party("forwarded", headline=True)), None),
            "date": self.value("//t:creation/t:date[not(@resp='#teicable')]/@when"),
            "date_sent": self.moment("sent"),
            "date_received": self.moment("received") or self.moment("transmitted"),
            "classification": next(iter(self.markings("classification")), None),
            "handling": self.markings("handling"),
            "salutation": self.salutation(),
            "signed": self.first("//t:div/t:closer/t:signed") or self.first("//t:signed"),
            "pseudonyms": pairs,
            "foreign": [{"text": self.supplied(e), "lang": self.language(e)} for e in self.all("//t:text//t:foreign")],
            "supplied": [self.supplied(e) for e in self.all("//t:text//t:supplied")],
            "gaps": [self.words(e) for e in self.all("//t:text//t:gap[t:desc]")],
            "notes": self.notes(),
            "numbered_items": len(
                self.all("//t:text//t:list[@rend='numbered'][not(@type)]/t:item[not(ancestor::t:item)]")
            )
            or None,
            "distribution": list(self.recipients()),
            "distribution_total": self.total(),
            "archive": self.shelfmark(),
            "people": self.names("persName"),
            "places": self.names("placeName"),
            "body_word_count": len(tokens),
            "body_first_words": " ".join(tokens[:5]) or None,
            "body_last_words": " ".join(tokens[-5:]) or None,
            "body": body,
        }

    def as_headed(self, name: str) -> str:
        """Return a name as the headline prints it, which gives sender and addressee their form."""
        title = self.first("//t:titleStmt/t:title[@resp='#archive']") or ""
        found = re.search(rf"\b{re.escape(name)}\b", title, re.IGNORECASE)
        return found.group() if found else name

    def body(self) -> str:
        """Return the running text: what stands between form and closing lines, list numbers and brackets included.

        Words divided at a line end are joined, as in the gold.
        """
        etree.strip_elements(self.root, f"{{{TEI['t']}}}lb", with_tail=False)
        found = []
        for element in self.all("//t:text/t:body/t:div/t:*"):
            name = etree.QName(element).localname
            if name in RUNNING and element.get("type") != "missing":
                found.append(self.words(element))
            elif name == "postscript":
                found += [self.words(e) for e in element if e.get("type") == "instruction"]
        return " ".join(found)

    def inner(self, element: etree._Element) -> str:
        """Return the words of an element without its own delimiters."""
        return self.words(element, delimiters=False)

    def supplied(self, element: etree._Element) -> str:
        """Return supplied or foreign words without what stands in them in another language, and notes."""
        words = self.inner(element)
        for inner in element.iterdescendants("{*}note", "{*}foreign", "{*}supplied"):
            words = " ".join(words.replace(self.words(inner), "").split())
        return words.removesuffix(" –")

    def language(self, element: etree._Element) -> str:
        return element.get("{http://www.w3.org/XML/1998/namespace}lang", "")

    def party(self, type_: str, subtype: str = "", headline: bool = False) -> list[str]:
        path = f"//t:correspDesc[not(@corresp)]/t:correspAction[@type='{type_}']"
        path += f"[@subtype='{subtype}']" if subtype else "[not(@subtype)]"
        people = [self.words(e) for e in self.all(f"{path}/t:persName[not(t:roleName)][not(@resp)]")]
        if people or headline:
            return people
        # “Telegram from Jakarta to Bucharest”: there the towns stand for whoever wrote and was written to.
        title = self.first("//t:titleStmt/t:title[@resp='#archive']") or ""
        return (
            [self.words(e) for e in self.all(f"{path}/t:orgName")]
            or [self.words(e) for e in self.all(f"{path}/t:persName[t:roleName]")]
            or [place for e in self.all(f"{path}/t:placeName") if (place := self.words(e)) in title.split(",")[0]]
        )

    def moment(self, type_: str) -> str | None:
        when = self.value(f"//t:correspDesc[not(@corresp)]/t:correspAction[@type='{type_}']/t:date/@when")
        return when[:16] if when and re.match(r"\d{4}", when) else None

    def markings(self, kind: str) -> list[str]:
        """Return the markings of the cable, else the parts of the headline that the header takes for some."""
        printed = [self.inner(e).rstrip(" .") for e in self.all(f"//t:text//t:seg[@type='{kind}']")]
        if printed:
            return printed
        listed = {
            target.rpartition(":")[2]
            for target in self.root.xpath(f"//t:catRef[@scheme='class:{kind}']/@target", namespaces=TEI)
        }
        title = self.first("//t:titleStmt/t:title[@resp='#archive']") or ""
        return [part for part in title.split(", ") if shipped()[kind].full(part) in listed]

    def salutation(self) -> str | None:
        outer = "//t:div/t:opener/t:salute"
        found = (
            self.first(outer)
            or self.first("//t:floatingText//t:salute")
            or self.first("//t:seg[@type='salutation'] | //t:ab[@type='salutation']")
        )
        return found.strip('“”"«» ') if found else None

    def pseudonyms(self) -> list[dict[str, str]]:
        """Return each pair of cover name and bearer once."""
        pairs = {(pair["name"].casefold(), pair["real"].casefold()): pair for _, pair in reversed([*self.identities()])}
        return list(reversed(pairs.values()))

    def identities(self) -> Iterator[tuple[etree._Element, dict[str, str]]]:
        """Yield the notes that say who is behind a name, with that name and its bearer."""
        for note in self.all("//t:text//t:note[@type='identity'][t:persName]"):
            before = note.getprevious()
            while before is not None and etree.QName(before).localname == "note":
                before = before.getprevious()
            if before is not None and etree.QName(before).localname == "persName":
                yield note, self.pair(before, note.find("t:persName", TEI))
        for note in self.all("//t:correspDesc[not(@corresp)]//t:note[@type='identity'][t:persName]"):
            yield note, self.pair(note.getprevious(), note[0])
        for call in self.all("//t:text//t:ref[preceding-sibling::*[1][self::t:persName]]"):
            target = call.get("target", "").lstrip("#")
            stated = "contains(@ana, 'rule:pseudonyms')"
            for real in self.all(f"//t:note[@xml:id='{target}'][@place='foot']/t:persName[{stated}]"):
                yield real.getparent(), {"name": self.words(call.getprevious()), "real": self.words(real)}

    def pair(self, first: etree._Element, second: etree._Element) -> dict[str, str]:
        """Return cover name and bearer: the one marked as a cover name, else the one before the note, is that."""
        if first.get("type") != "pseudo" and second.get("type") == "pseudo":
            first, second = second, first
        name, real = (self.closed(e) for e in (first, second))
        return {"name": name, "real": real}

    def closed(self, element: etree._Element) -> str:
        """Return the words of a name, letterspaced ones closed up."""
        words = self.inner(element)
        return words.replace(" ", "") if element.find("t:hi", TEI) is not None else words

    def notes(self) -> list[str]:
        kinds = ("translator", "editorial", "authorial")
        found = [e for e in self.all("//t:text//t:note[not(ancestor::t:signed)]") if e.get("type") in kinds]
        found += self.all("//t:text//t:stamp") + self.all("//t:text//t:add")
        return [re.sub(r"^(?:\[?\d+\]?\.?|x/|/\d+/)\s+", "", self.inner(e)) for e in found]

    def recipients(self):
        for item in self.all("//t:list[@type='distribution']/t:item"):
            number = item.find(".//t:num", TEI)
            label = item.getprevious()
            if number is None and label is not None and etree.QName(label).localname == "label":
                number = label.find(".//t:num", TEI)
            words = re.sub(r"^(?:to\s+(?:the\s+)?)?(?:(?:(?:Comr|Cde|Com)\.|Comrade)\s+)?", "", self.words(item))
            words = re.sub(r"\s*(?:[(\[]\d+(?:\s+copies)?[)\]]|(?:[-–]|\.{3,})\s*\d+)?[\s,;.]*$", "", words).strip("“”")
            words += "." if re.search(rf"\b\w+\. {re.escape(words[-3:])}\.", self.words(item)) else ""
            yield {"name": words, "copies": int(number.get("value")) if number is not None else 1}

    def total(self) -> int | None:
        value = self.value("//t:measure[@type='copies']/@quantity")
        return int(value) if value else None

    def shelfmark(self) -> dict[str, str | None] | None:
        base = "//t:msDesc/t:msIdentifier"
        repository = self.first(f"{base}/t:repository[not(@resp)]")
        if repository is None:
            return None
        parts = {part: self.first(f"{base}/t:idno/t:idno[@type='{part}']") for part in PARTS[1:]}
        return {"repository": repository} | parts

    def elements(self, name: str) -> list[etree._Element]:
        """Return the names in the running text, without offices, recipients of copies and other spellings."""
        inside = "ancestor::t:p or ancestor::t:ab or ancestor::t:item or ancestor::t:floatingText"
        copies = "ancestor::t:list[@type='distribution']"
        variant = "ancestor::t:note[@type='variant']"
        path = f"//t:text//t:{name}[not(t:roleName)][{inside}][not({copies})][not({variant})]"
        return self.all(path)

    def names(self, name: str) -> list[str]:
        """Return each person or place of the running text once, by the longest form."""
        found: dict[str, str] = {}
        for element in self.elements(name):
            words = self.inner(element)
            key = element.get("ref") or words.casefold()
            if len(words) > len(found.get(key, "")):
                found[key] = words
        return list(found.values())
