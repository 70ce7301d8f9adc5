"""Judges that others wrote do find what is wrong: so that they take our packages (``test_gold``) means something."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

JUDGES = Path(__file__).resolve().parents[1] / "judges"


def test_ocfl_py_finds_a_changed_object(package, judged, tmp_path):
    store = Path(shutil.copytree(package.parent / "store", tmp_path / "store"))
    next(store.rglob("README.txt")).write_bytes(b"another")
    assert "INVALID" in judged("ocfl-validate.py", store).stdout


def test_bagit_profile_refuses_a_bag_without_publisher(package, judged, tmp_path):
    broken = Path(shutil.copytree(package, tmp_path / "package"))
    info = broken / "bag-info.txt"
    lines = info.read_text(encoding="utf-8").splitlines(keepends=True)
    info.write_text("".join(line for line in lines if not line.startswith("Source-Organization")), encoding="utf-8")
    done = judged("python", JUDGES / "profile.py", broken)
    assert done.returncode == 1
    assert "Source-Organization" in done.stdout


def test_roc_validator_refuses_a_crate_without_licence(package, judged, judge, tmp_path):
    metadata = tmp_path / "data" / "ro-crate-metadata.json"
    shutil.copytree(package / "data", tmp_path / "data")
    crate = json.loads(metadata.read_bytes())
    next(one for one in crate["@graph"] if one["@id"] == "./").pop("license")
    metadata.write_text(json.dumps(crate), encoding="utf-8")
    done = judged("python", JUDGES / "crate.py", judge("ro-crate/context-1.2.jsonld"), tmp_path / "data")
    assert done.returncode == 1
    assert "license" in done.stdout


def test_citation_js_reads_what_we_write(cite, package):
    cited = cite(package)
    assert {path.name for path in cited} == {"csl.json", "references.bib"}
    for said in cited.values():
        (read,) = said["data"]
        assert (read["title"], read["publisher"]) == ("Boats", "Institute")
        assert read["editor"] == [{"family": "Northcote", "given": "Emilia"}]
        assert read["issued"]["date-parts"][0][0] == 2026
        assert "Northcote" in said["words"]
