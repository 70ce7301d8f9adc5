"""The package of an edition: what is in it, what is not, and what a stranger can do who has nothing else."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from teicable.deposit import bag


def names(package: Path) -> set[str]:
    return {path.relative_to(package / "data").as_posix() for path in (package / "data").rglob("*") if path.is_file()}


def test_the_package_is_a_bag(run, package):
    import bagit

    assert bag.check(package) == []
    assert bagit.Bag(str(package)).is_valid()
    assert run("deposit", "--check", package)


def test_drafts_stay_at_home(package, finished):
    documents = {path.stem for path in (finished / "tei").glob("*.xml")}
    (given,) = [path.stem for path in (package / "data" / "edition" / "tei").glob("*.xml")]
    (draft,) = documents - {given}
    assert not [name for name in names(package) if draft in name]
    assert not [
        path
        for path in (package / "data").rglob("*")
        if path.suffix in (".html", ".json", ".txt", ".csv") and draft in path.read_text(encoding="utf-8")
    ]
    assert "edition/source/second.txt" not in names(package)


def test_words_that_nobody_allowed_are_not_passed_on(run, edition, tmp_path):
    said = run("deposit", edition, "-o", tmp_path / "package")
    assert "D006" in said
    assert "1 described alone" in said
    held = names(tmp_path / "package")
    assert not [name for name in held if name.startswith(("edition/tei/", "edition/source/", "site/tei/"))]
    assert [name for name in held if name.startswith("metadata/documents/")]
    words = "".join(
        path.read_text(encoding="utf-8") for path in (tmp_path / "package/data/metadata").rglob("*") if path.is_file()
    )
    assert "cable-" in words


def test_two_packages_are_the_same_to_the_byte(run, package, finished, tmp_path, permit):
    edition = Path(shutil.copytree(finished, tmp_path / "elsewhere"))
    permit(edition)
    run("deposit", edition, "-o", tmp_path / "package", "--zip")
    for path in sorted(path for path in package.rglob("*") if path.is_file()):
        assert (tmp_path / "package" / path.relative_to(package)).read_bytes() == path.read_bytes(), path
    first = (tmp_path / "package.zip").read_bytes()
    run("deposit", edition, "-o", tmp_path / "package", "--zip")
    assert (tmp_path / "package.zip").read_bytes() == first
    with zipfile.ZipFile(tmp_path / "package.zip") as archive:
        assert {name.partition("/")[0] for name in archive.namelist()} == {"package"}


STRANGER = """
import sys, pathlib
from lxml import etree
from saxonche import PySaxonProcessor
data = pathlib.Path(sys.argv[1])
assert "teicable" not in sys.modules
grammar = etree.RelaxNG(etree.parse(str(data / "teicable/schema/teicable.rng")))
with PySaxonProcessor() as saxon:
    xslt = saxon.new_xslt30_processor()
    rules = xslt.compile_stylesheet(stylesheet_file=str(data / "teicable/schema/generated/rules.xsl"))
    page = xslt.compile_stylesheet(stylesheet_file=str(data / "teicable/transforms/html.xsl"))
    for path in sorted(data.glob("edition/tei/*.xml")):
        assert grammar.validate(etree.parse(str(path))), grammar.error_log
        report = rules.transform_to_string(source_file=str(path))
        assert "<svrl:failed-assert" not in report, report
        html = page.transform_to_string(source_file=str(path))
        print(path.stem, len(html), "ARKADIN" in html or "Arkadin" in html or "<main" in html)
"""


def test_a_stranger_validates_and_renders_with_nothing_but_the_package(package, tmp_path):
    """No teicable is imported: a RELAX NG validator and an XSLT processor do."""
    script = tmp_path / "stranger.py"
    script.write_text(STRANGER, encoding="utf-8")
    command = [sys.executable, "-I", str(script), str(package / "data")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("True") == 1


def test_the_package_holds_an_edition_that_builds(run, package, tmp_path):
    again = Path(shutil.copytree(package / "data" / "edition", tmp_path / "again"))
    run("validate", again)
    run("build", again, "--no-search", "--no-book")


def test_correspondence_is_indexed_where_the_licence_allows_it(run, edition, package, tmp_path, permit):
    assert "metadata/cmif.xml" not in names(package)  # no address is stated
    permit(edition)
    manifest = edition / "edition.toml"
    address = 'address = "https://example.org/boats/"'
    stated = re.sub(r"^# address = .*$", address, manifest.read_text(encoding="utf-8"), flags=re.MULTILINE)
    manifest.write_text(stated, encoding="utf-8")
    run("deposit", edition, "-o", tmp_path / "package")
    index = (tmp_path / "package/data/metadata/cmif.xml").read_text(encoding="utf-8")
    assert index.count("<correspDesc") == 1  # the other document is a draft
    assert (tmp_path / "package/data/site/cmif.xml").is_file()
    manifest.write_text(stated.replace("licenses/by/4.0", "licenses/by-nd/4.0"), encoding="utf-8")
    said = run("deposit", edition, "-o", tmp_path / "package")
    assert "D008" in said
    assert "by-nd" in said
    assert not {"metadata/cmif.xml", "site/cmif.xml"} & names(tmp_path / "package")


def test_everything_that_readme_and_crate_name_is_there(package):
    import json

    graph = json.loads((package / "data" / "ro-crate-metadata.json").read_bytes())["@graph"]
    root = next(one for one in graph if one["@id"] == "./")
    listed = {one["@id"] for one in root["hasPart"]}
    assert listed
    for name in listed:
        assert (package / "data" / name).exists(), name
        assert any(one["@id"] == name for one in graph)
    readme = (package / "data" / "README.txt").read_text(encoding="utf-8")
    assert all(f"  {name}" in readme for name in listed)


def test_an_object_of_a_store_grows_by_versions(run, edition, tmp_path, permit):
    permit(edition)
    store = tmp_path / "store"
    run("deposit", edition, "-o", tmp_path / "package", "--ocfl", store)
    run("deposit", edition, "-o", tmp_path / "package", "--ocfl", store)
    assert not (store / "v2").exists()  # nothing changed
    manifest = edition / "edition.toml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace('number = "1.0"', 'number = "1.1"'), encoding="utf-8"
    )
    run("deposit", edition, "-o", tmp_path / "package", "--ocfl", store)
    assert (store / "v2" / "inventory.json").read_bytes() == (store / "inventory.json").read_bytes()
    kept = {path.name for path in (store / "v2").rglob("*") if path.is_file()}
    assert "teicable.rng" not in kept  # what did not change is not kept twice


def test_a_folder_that_holds_something_else_is_not_touched(run, edition, tmp_path, permit):
    permit(edition)
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "letter.txt").write_text("mine")
    said = run("deposit", edition, "-o", tmp_path / "package", "--ocfl", tmp_path / "store", code=2)
    assert "no OCFL object" in said
    assert [path.name for path in (tmp_path / "store").iterdir()] == ["letter.txt"]


def test_what_a_repository_would_lack_is_said_at_once(run, tmp_path):
    run("init", tmp_path / "bare")
    said = run("deposit", tmp_path / "bare", code=1)
    assert {"D001", "D002", "D003", "D004", "D005"} <= set(re.findall(r"D\d{3}", said))
    assert not (tmp_path / "bare" / "build" / "deposit").exists()


def test_an_edition_with_errors_is_not_deposited(run, edition, tmp_path, permit):
    permit(edition)
    (file,) = [path for path in (edition / "tei").glob("*.xml") if b'status="candidate"' in path.read_bytes()]
    file.write_bytes(file.read_bytes().replace(b"<body>", b"<body><bogus/>"))
    said = run("deposit", edition, "-o", tmp_path / "package", code=1)
    assert "bogus" in said
    assert "no package was made" in said
    assert not (tmp_path / "package").exists()
    assert str(edition / "tei") in said  # the place in the edition, not of the copy
