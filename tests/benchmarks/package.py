"""Measure the memory that a package takes: ``python tests/benchmarks/package.py [DOCUMENTS …]``, 1,000 and 10,000.

One cable is converted and built; its files are set down again and again under other ids, with other numbers, dates,
shelfmarks and addresses, as an edition that was staged and built. A process of its own for each size describes and
packs them; after each step it prints the most memory that it ever held. That shall be the same for any number of
documents. Nothing fails here: a person judges.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from teicable import files
from teicable.deposit import bag
from teicable.edition import deposit, run
from teicable.edition.beginning import begin
from teicable.edition.descriptions import describe
from teicable.edition.folder import open_edition
from teicable.render.authorities import authorities
from teicable.render.rendering import Renderer

ROOT = Path(__file__).parents[2]
CABLE = ROOT / "tests" / "evaluation" / "gold" / "001.txt"
SAID = """
address = "https://example.org/"
publisher = "Institute"
date = "2026-05-14"

[licence]
uri = "https://creativecommons.org/licenses/by/4.0/"

[[editor]]
id = "ed1"
name = "Emilia Northcote"

[rights]
text = "permitted"
"""


def one(folder: Path) -> str:
    """Make and build an edition of one cable, and return the id of its document."""
    begin(folder)
    manifest = folder / "edition.toml"
    words = manifest.read_text(encoding="utf-8")
    first, _, rest = SAID.partition("\n\n")
    manifest.write_text(words.replace("[edition]", f"[edition]{first}", 1) + rest, encoding="utf-8")
    for path in (ROOT / "editions" / "korea-1950" / "authorities").glob("*.xml"):
        shutil.copy(path, folder / "authorities")
    for path in (folder / "source").glob("*.txt"):
        path.unlink()
    shutil.copy(CABLE, folder / "source")
    run.build(open_edition(folder), wanted=())
    (document,) = (folder / "tei").glob("*.xml")
    return document.stem


def multiply(folder: Path, document: str, count: int) -> None:
    """Set down the files of a document under ``count`` other ids; only its TEI file says something else each time."""
    tei = folder / "tei" / f"{document}.xml"
    words = tei.read_text(encoding="utf-8").replace('status="draft"', 'status="candidate"')
    built = [path for path in (folder / "build" / "site").rglob(f"{document}.*") if path.is_file()]
    table = ["# ids"]
    for number in range(count):
        name = f"{document}-{number}"
        said = re.sub(r"(<idno[^>]*>)([^<]+)", rf"\g<1>\g<2>-{number}", words.replace(document, name))
        said = re.sub(r'when="\d{4}-\d\d', f'when="19{number % 50 + 45:02}-{number % 12 + 1:02}', said)
        (folder / "tei" / f"{name}.xml").write_text(said, encoding="utf-8")
        shutil.copy(CABLE, folder / "source" / f"{number}.txt")
        table.append(f'["{number}.txt"]\nid = "{name}"\nconverted = "2026-05-14"')
        for path in built:
            os.link(path, path.with_name(path.name.replace(document, name)))
    (folder / "ids.toml").write_text("\n".join(table), encoding="utf-8")
    tei.unlink()


def pack(folder: Path) -> None:
    """Describe and pack, step by step; print the memory held at most until then, and the seconds of the processor."""
    edition = open_edition(folder)
    targets = ("facts", "deposit", "crosswalk", "data", "provenance")
    renderer = Renderer(targets, None, authorities(edition.authority_files())[0])
    declaration, place = edition.manifest.declaration, folder / "build" / "deposit"
    described = describe(renderer, edition.documents(), declaration, folder / "build" / "described")
    told(len(described.names), "described")
    deposit.fill(edition, folder, described, renderer, place)
    told(len(described.names), "packed")
    steps: dict[str, Callable[[], object]] = {
        "zipped": lambda: deposit.zipped(place),
        "stored": lambda: deposit.stored(edition, place, folder / "store"),
        "checked": lambda: bag.check(place),
    }
    for name, step in steps.items():
        step()
        told(len(described.names), name)


def told(count: int, step: str) -> None:
    """Print a line of the table."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count:>7} documents  {step:<10}{held:>8.0f} MB{time.process_time():>9.0f} s", flush=True)


def main() -> None:
    """Print the table for each size."""
    if sys.argv[1:2] == ["--pack"]:
        pack(Path(sys.argv[2]))
        return
    with tempfile.TemporaryDirectory() as place:
        document = one(Path(place) / "one")
        for count in map(int, sys.argv[1:] or ("1000", "10000")):
            folder = Path(place) / str(count)
            shutil.copytree(Path(place) / "one", folder)
            multiply(folder, document, count)
            subprocess.run([sys.executable, __file__, "--pack", str(folder)], check=True)
            files.remove_folder(folder)


if __name__ == "__main__":
    main()
