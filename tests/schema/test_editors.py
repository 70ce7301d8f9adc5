"""What XML editors get: framework, projects, quick fixes; checked without the programs themselves."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from saxonche import PySaxonProcessor

from teicable.diagnostics import Diagnostic, Location, Severity
from teicable.diagnostics.formats import text
from teicable.edition.projects import lay
from teicable.tei import delimiters
from teicable.validation import grammar, rules
from teicable.xml.parse import parse

PROJECT = Path(__file__).resolve().parents[2]
FIXTURES = Path(__file__).resolve().parent / "fixtures" / "valid"
FRAMEWORK = PROJECT / "schema" / "oxygen" / "teicable"
ACTIONS = sorted((FRAMEWORK / "teicable_externalAuthorActions").glob("*.xml"))
SNIPPETS = json.loads(
    (PROJECT / "src/teicable/edition/project/vscode/teicable.code-snippets").read_text(encoding="utf-8")
)
EXF = "{http://www.oxygenxml.com/ns/framework/extend}"
ACTION = "{http://www.oxygenxml.com/ns/author/external-action}"
CC = "{http://www.oxygenxml.com/ns/ccfilter/config}"
TEI = "{http://www.tei-c.org/ns/1.0}"


# --- oXygen: the framework


def test_every_file_is_well_formed() -> None:
    files = [path for path in FRAMEWORK.rglob("*") if path.suffix in {".xml", ".xsl", ".exf", ".scenarios"}]
    assert len(files) > 20
    for path in files:
        etree.parse(path)


def test_every_file_that_the_framework_names_is_there() -> None:
    script = etree.parse(FRAMEWORK / "teicable.exf")
    named = script.xpath("//@path | //*[local-name() = 'defaultSchema']/@href")
    scenarios = etree.parse(FRAMEWORK / script.find(f".//{EXF}addScenarios").get("href"))
    named += [uri.text for uri in scenarios.iterfind(".//field[@name='uri']/String")]
    assert len(named) == 7
    for place in named:
        assert place.startswith("${framework}/")
        assert Path(place.replace("${framework}", str(FRAMEWORK))).exists(), place
    default = script.findtext(f".//{EXF}defaultScenarios/{EXF}name")
    assert default == scenarios.findtext(".//validationScenario/field[@name='name']/String")


def test_the_scenario_checks_grammar_and_rules() -> None:
    scenarios = etree.parse(FRAMEWORK / "scenarios" / "teicable.scenarios")
    units = [
        (unit.findtext(".//Integer"), unit.findtext(".//field[@name='uri']/String").rpartition("/")[2])
        for unit in scenarios.iter("validationUnit")
    ]
    assert units == [("4", "teicable.rng"), ("7", "teicable.sch")]


def test_toolbar_and_menu_hold_every_action() -> None:
    script = etree.parse(FRAMEWORK / "teicable.exf")
    ids = {path.stem for path in ACTIONS}
    assert {etree.parse(path).getroot().get("id") for path in ACTIONS} == ids
    for place in ("toolbar", "submenu"):
        assert {action.get("id") for action in script.iterfind(f".//{EXF}{place}/{EXF}addAction")} == ids
    keys = [etree.parse(path).findtext(f"{ACTION}accelerator") for path in ACTIONS]
    assert len(keys) == len(set(keys))


def test_the_files_of_an_edition_are_recognised(tmp_path: Path) -> None:
    from fnmatch import fnmatch

    patterns = [rule.get("fileName") for rule in etree.parse(FRAMEWORK / "teicable.exf").iter(f"{EXF}addRule")]
    names = ["cable-1950-01-09-17.xml", "listperson.xml", "listplace.xml", "listorg.xml", "taxonomies.xml"]
    assert all(any(fnmatch(name, pattern) for pattern in patterns) for name in names)


# --- What actions and snippets insert


def inserted() -> Iterator[object]:
    """Return what each action and snippet makes of selected words, with the answers it proposes."""
    for path in ACTIONS:
        fragment = etree.parse(path).findtext(f".//{ACTION}argument[@name='fragment']")
        if fragment:
            answered = re.sub(r"\$\{ask\([^}]*'([^']*)'\)\}", r"\1", fragment)
            answered = answered.replace("${id}", "1").replace("${caret}", "words")
            yield pytest.param(answered.replace("person:", "person:stalin"), id=f"oxygen-{path.stem}")
    for name, snippet in SNIPPETS.items():
        body = "".join(snippet["body"]).replace("$0", "").replace("${CURRENT_SECONDS_UNIX}", "1")
        body = re.sub(r"\$\{(?:\d|TM_SELECTED_TEXT):(\w[\w ]*)\}", r"\1", body)
        body = re.sub(r"\$\{\d\|([^,|]*)[^}]*\}", r"\1", body)
        yield pytest.param(body.replace("person:id", "person:stalin"), id=f"vscode-{name}")


@pytest.mark.parametrize("fragment", list(inserted()))
def test_what_is_inserted_is_valid(fragment: str) -> None:
    assert "$" not in fragment
    tree = parse((FIXTURES / "forms.xml").read_bytes())
    assert isinstance(tree, etree._ElementTree)
    made = etree.fromstring(f'<p xmlns="{TEI[1:-1]}" xmlns:xml="http://www.w3.org/XML/1998/namespace">{fragment}</p>')
    leaf = next(element for element in made.iter() if not len(element))
    leaf.text = leaf.text or "words"
    names = [etree.QName(element).localname for element in made]
    paragraph = next(p for p in tree.iter(f"{TEI}p") if p.get("{http://www.w3.org/XML/1998/namespace}id") == "p1")
    if made.find(f"{TEI}note[@type='identity']") is not None:
        before = etree.SubElement(paragraph, f"{TEI}persName", {"ref": "person:stalin"})
        before.text = "Stalin"
    paragraph.extend(list(made))
    translator = next(tree.iter(f"{TEI}respStmt"))
    editor = etree.fromstring(
        f'<respStmt xmlns="{TEI[1:-1]}" xml:id="ed1"><resp>editing</resp><persName>E.</persName></respStmt>'
    )
    translator.addnext(editor)
    assert grammar.check(tree, "forms.xml") == [], names
    assert [d for d in rules.check(tree, "forms.xml") if d.severity is Severity.ERROR] == []


def test_accepting_takes_the_marks_of_the_machine_away() -> None:
    action = etree.parse(next(path for path in ACTIONS if path.stem == "accept"))
    arguments = {a.get("name"): a.text for a in action.iter(f"{ACTION}argument")}
    assert arguments["attributeNames"].split("\n") == ["ana", "cert"]
    assert arguments["values"].split("\n") == ["", ""]
    with PySaxonProcessor(license=False) as processor:
        xpath = processor.new_xpath_processor()
        xpath.set_context(xdm_item=processor.parse_xml(xml_text="<p><a ana='x'><b cert='low'><c/></b></a><d/></p>"))
        for condition in action.iter(f"{ACTION}xpathCondition"):
            assert xpath.effective_boolean_value(f"exists(//c/({condition.text}))")
            assert not xpath.effective_boolean_value(f"exists(//d/({condition.text}))")
        assert xpath.evaluate_single(f"name(//c/({arguments['elementLocations']}))").string_value == "b"


# --- Completion


def test_completion_names_attributes_of_the_grammar_and_stylesheets_that_are_there(schema: Path) -> None:
    known = json.loads((schema / "generated" / "elements.json").read_text(encoding="utf-8"))
    config = etree.parse(FRAMEWORK / "resources" / "cc_config.xml")
    used = set()
    for proposal in config.iter(f"{CC}valueProposals"):
        element, _, attribute = proposal.get("path").removeprefix("tei:").rpartition("/@")
        name = attribute or proposal.get("path").removeprefix("@")
        assert any(name.lstrip("@") in facts["attributes"] for tag, facts in known.items() if element in ("", tag))
        used.add(proposal.find(f"{CC}xslt").get("href"))
    assert used | {"values.xsl"} == {path.name for path in (FRAMEWORK / "resources").glob("*.xsl")}


@pytest.mark.parametrize(
    ("kind", "document", "value", "annotation"),
    [
        ("person", "tei/forms.xml", "person:stalin", "Filippov"),
        ("place", "tei/forms.xml", "place:dalian", "Dal"),
        ("org", "tei/forms.xml", "org:crew", "The Crew"),
        ("bibl", "tei/forms.xml", "bibl:book", "A"),
        ("class", "tei/forms.xml", "class:top-secret", "top secret"),
        ("resp", "tei/forms.xml", "#translator", "not stated"),
        ("rendition", "tei/forms.xml", "#lsqb", "["),
        ("note", "tei/forms.xml", "#n7", "x/"),
        ("block", "tei/forms.xml", "#p1", "telegram"),
        ("hand", "tei/forms.xml", "#hand1", "not identified"),
        ("person", "authorities/listbibl.xml", "person:stalin", "Filippov"),
    ],
)
def test_completion_proposes_what_the_edition_has(
    kind: str, document: str, value: str, annotation: str, tmp_path: Path
) -> None:
    shutil.copytree(FIXTURES / "authorities", tmp_path / "authorities")
    shutil.copy(FIXTURES / "authorities" / "rarer-facts.xml", tmp_path / "authorities" / "listorg.xml")
    (tmp_path / "tei").mkdir()
    shutil.copy(FIXTURES / "forms.xml", tmp_path / "tei")
    assert annotation in proposed(kind, tmp_path / document)[value]


def test_completion_is_silent_where_an_authority_file_is_absent(tmp_path: Path) -> None:
    shutil.copy(FIXTURES / "forms.xml", tmp_path)
    assert proposed("person", tmp_path / "forms.xml") == {}


def proposed(kind: str, document: Path) -> dict[str, str]:
    """Return the values that a stylesheet of the framework proposes while a document is edited."""
    with PySaxonProcessor(license=False) as processor:
        executable = processor.new_xslt30_processor().compile_stylesheet(
            stylesheet_file=str(FRAMEWORK / "resources" / f"{kind}.xsl")
        )
        executable.set_parameter("documentSystemID", processor.make_string_value(document.as_uri()))
        found = etree.fromstring(executable.call_template_returning_string("start").encode())
    return {item.get("value"): item.get("annotation") for item in found.iter(f"{CC}item")}


# --- Author mode


def test_every_delimiter_is_shown() -> None:
    css = (FRAMEWORK / "css" / "author.css").read_text(encoding="utf-8")
    for names, side in ((delimiters._BEFORE, "before"), (delimiters._AFTER, "after")):
        for characters, name in names.items():
            found = re.search(rf'rendition~="#{name}"\]:{side} \{{ (content: ".*?[^\\]?";) \}}', css)
            assert found, name
            assert delimiters.characters_of(found[1]) == characters, name


def test_styles_are_for_elements_that_exist(schema: Path) -> None:
    known = json.loads((schema / "generated" / "elements.json").read_text(encoding="utf-8"))
    for path in (FRAMEWORK / "css").glob("*.css"):
        rules_only = re.sub(r"/\*.*?\*/|@namespace[^;]*;", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for selector in re.findall(r"([^{}]+)\{", rules_only):
            bare = re.sub(r"\[[^\]]*\]|:\w+", "", selector)
            assert set(re.findall(r"[A-Za-z]+", bare)) <= set(known), selector


# --- Quick fixes

FIXES = {
    "V004-declare": ('<language ident="ru-Latn">Russian, romanised</language>', ""),
    "V011-identify": ('<p xml:id="p1" n="1">', '<p n="1">'),
    "V014-remove": ("<supplied reason", '<supplied rend="run-on" reason'),
    "V030-write": ('<idno type="sender">', '<idno type="Sender">'),
    "V031-transcript": ('<bibl type="transcript">', "<bibl>"),
    "V022-doubt": ('<seg type="unparsed" cert="low">', '<seg type="unparsed">'),
}
"""For each quick fix, words of a model encoding and what makes the rule report in their place."""
SCH = "{http://purl.oclc.org/dsdl/schematron}"
SQF = "{http://www.schematron-quickfix.com/validator/process}"


def fixed(code: str, tree: etree._ElementTree) -> etree._ElementTree:
    """Apply a quick fix where its rule first reports, as an editor would: its operations become templates."""
    schematron = etree.parse(PROJECT / "schema" / "teicable.sch")
    fix = next(found for found in schematron.iter(f"{SQF}fix") if found.get("id") == code)
    rule = next(fix.iterancestors(f"{SCH}rule"))
    where = next(d.location.xpath for d in rules.check(tree, "x") if d.code == code[:4])
    path = "/" + "/".join(f"tei:{step}" for step in where.split("/"))
    xsl = 'xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
    lets = "".join(
        f'<xsl:variable name="{let.get("name")}" select="$place/({escaped(let.get("value"))})"/>'
        for let in rule.iter(f"{SCH}let")
    ).replace("current()", "$place")
    templates = "".join(template(operation) for operation in fix if operation.tag != f"{SQF}description")
    sheet = f"""<xsl:stylesheet version="3.0" {xsl} xmlns:tei="{TEI[1:-1]}" xmlns:t="urn:teicable:rules"
        xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xsl:mode on-no-match="shallow-copy"/>
      <xsl:variable name="place" select="({path})[1]"/>{lets}{templates}</xsl:stylesheet>"""
    with PySaxonProcessor(license=False) as processor:
        executable = processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=sheet)
        source = processor.parse_xml(xml_text=etree.tostring(tree, encoding="unicode"))
        made = parse(executable.transform_to_string(xdm_node=source).encode())
    assert isinstance(made, etree._ElementTree), made
    return made


def escaped(xpath: str) -> str:
    return xpath.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def template(operation: etree._Element) -> str:
    """Return the template for one operation of a quick fix (add, replace or delete)."""
    match, target = operation.get("match"), operation.get("target")
    kind = etree.QName(operation).localname
    chosen = f"$place/({match.replace('root()', 'root(.)')})" if match else "$place"
    select = escaped(operation.get("select") or "()").replace("root()", "root(.)")
    inside = "".join(etree.tostring(child, encoding="unicode") for child in operation)
    if kind == "add" and operation.get("node-type") == "attribute":
        made = f'<xsl:copy><xsl:copy-of select="@*"/><xsl:attribute name="{target}" select="{select}"/>'
        made += '<xsl:apply-templates select="node()"/></xsl:copy>'
    elif kind == "add":
        assert operation.get("position") == "last-child"
        made = (
            f'<xsl:copy><xsl:apply-templates select="@*, node()"/><xsl:element name="{target}">{inside}</xsl:element>'
        )
        made += "</xsl:copy>"
    elif kind == "replace":
        made = f'<xsl:attribute name="{target}" select="{select}"/>'
    else:
        assert kind == "delete"
        made = ""
    pattern = f"{'@*' if match and match.startswith('@') else '*'}[some $n in {escaped(chosen)} satisfies $n is .]"
    return f'<xsl:template match="{pattern}">{made}</xsl:template>'


def test_every_quick_fix_is_tried(schema: Path) -> None:
    found = {fix.get("id") for fix in etree.parse(schema / "teicable.sch").iter(f"{SQF}fix")}
    assert found == set(FIXES)


@pytest.mark.parametrize("code", FIXES)
def test_a_quick_fix_ends_the_report(code: str) -> None:
    old, new = FIXES[code]
    text_of = (FIXTURES / "forms.xml").read_text(encoding="utf-8")
    assert old in text_of
    tree = parse(text_of.replace(old, new, 1).encode())
    assert isinstance(tree, etree._ElementTree)
    assert code[:4] in {d.code for d in rules.check(tree, "x")}
    made = fixed(code, tree)
    assert grammar.check(made, "x") == []
    assert code[:4] not in {d.code for d in rules.check(made, "x")}


# --- The projects


def test_projects_are_laid_once(tmp_path: Path) -> None:
    folder = tmp_path / "korea & co"
    folder.mkdir()
    written = lay(folder)
    assert {path.relative_to(folder).as_posix() for path in written} == {
        "korea & co.xpr",
        ".vscode/settings.json",
        ".vscode/extensions.json",
        ".vscode/tasks.json",
        ".vscode/teicable.code-snippets",
    }
    settings = folder / ".vscode" / "settings.json"
    settings.write_text("{}", encoding="utf-8")
    assert lay(folder) == []
    assert settings.read_text(encoding="utf-8") == "{}"
    assert set(lay(folder, anew=True)) == set(written)
    assert etree.parse(folder / "korea & co.xpr").find("projectTree").get("name") == "korea & co.xpr"


@pytest.mark.parametrize("inside", [True, False])
def test_the_places_that_projects_name_are_there(inside: bool, tmp_path: Path) -> None:
    folder = PROJECT / "editions" / "korea-1950" if inside else tmp_path / "elsewhere"
    if inside and not folder.is_dir():
        pytest.skip("no edition beside the project")
    if not inside:
        folder.mkdir()
        lay(folder)
    settings = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    places = [*settings["xml.catalogs"], *(entry["systemId"] for entry in settings["xml.fileAssociations"])]
    project = etree.parse(folder / f"{folder.name}.xpr")
    frameworks = project.findtext(".//String-array/String")
    assert frameworks.startswith("${pd}/") is inside
    for place in [*places, frameworks.replace("${pd}/", "")]:
        assert (folder / place).exists(), place
        assert Path(place).is_absolute() is not inside
    assert list((folder / frameworks.replace("${pd}/", "")).glob("*/*.exf"))


def test_the_sample_edition_has_its_projects(tmp_path: Path) -> None:
    folder = PROJECT / "editions" / "korea-1950"
    if not folder.is_dir():
        pytest.skip("no edition beside the project")
    from teicable import resources
    from teicable.edition import projects

    for path in [folder / "korea-1950.xpr", *(folder / ".vscode").iterdir()]:
        name = "oxygen.xpr" if path.suffix == ".xpr" else f"vscode/{path.name}"
        assert path.read_text(encoding="utf-8") == projects._filled(resources.project() / name, folder), path.name


def test_the_problem_matchers_read_what_is_printed() -> None:
    path = PROJECT / "src/teicable/edition/project/vscode/tasks.json"
    finding = Diagnostic("V017", "the cover name “Lind” has no ref", Location("tei/a.xml", 12, 3), "name it")
    for task in json.loads(path.read_text(encoding="utf-8"))["tasks"]:
        patterns = task["problemMatcher"]["pattern"]
        first, second = patterns
        printed = text([finding]).splitlines()
        found = re.match(first["regexp"], printed[0])
        assert found is not None
        assert found[first["file"]] == "tei/a.xml"
        assert (found[first["line"]], found[first["column"]]) == ("12", "3")
        assert (found[first["code"]], found[first["message"]][:9]) == ("V017", "the cover")
        severity = re.match(second["regexp"], printed[1])
        assert severity is not None
        assert severity[second["severity"]] == "error"
        assert not re.match(first["regexp"], printed[1])
