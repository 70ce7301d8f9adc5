"""The search index when it cannot be made: the run says so, and the index that was there stays."""

from __future__ import annotations

from importlib import metadata

import pytest

from teicable import files
from teicable.edition import search
from teicable.errors import TeicableError


def test_a_missing_program_is_told(monkeypatch):
    def absent(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", absent)
    with pytest.raises(TeicableError, match="pagefind is not installed") as caught:
        search.version()
    assert "--no-search" in caught.value.hint


def test_a_folder_is_renewed_whole_or_not_at_all(tmp_path):
    folder, aside = tmp_path / "site" / "pagefind", tmp_path / ".search"
    with files.renewed(folder, aside) as new:
        (new / "a").write_text("old", encoding="utf-8")
    with pytest.raises(TeicableError, match="cannot write"), files.renewed(folder, aside) as new:
        new.joinpath("b").joinpath("no folder").write_text("half", encoding="utf-8")
    assert [path.name for path in folder.iterdir()] == ["a"]
    with files.renewed(folder, aside) as new:
        (new / "c").write_text("new", encoding="utf-8")
    assert [path.name for path in folder.iterdir()] == ["c"]
    assert not aside.exists()
    files.remove_folder(folder)
    files.remove_folder(folder)
    assert not folder.exists()
