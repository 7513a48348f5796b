"""Who stands by a report: in its appendix and manifest, for the pages as they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lkjip_analysis.building import fingerprint, signing
from lkjip_analysis.building.signing import Earlier, earlier, sign
from lkjip_analysis.errors import InputError
from lkjip_analysis.report.filebytes import sha256

UNSIGNED = '<h1>Lampiran</h1><div id="pengesahan">\n<p>Belum ada.</p>\n</div><p>akhir</p>'


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A report of one page and its appendix, as a run leaves it."""
    folder = tmp_path / "dinas-contoh" / "2021"
    folder.mkdir(parents=True)
    make(folder, "isi")
    return folder


def make(folder: Path, content: str) -> None:
    (folder / "01.html").write_text(content, encoding="utf-8")
    (folder / "lampiran.html").write_text(UNSIGNED, encoding="utf-8")
    pages = {path.name: sha256(path) for path in sorted(folder.glob("*.html"))}
    told = {"halaman": pages, "bahasa": "id"}
    (folder / "manifest.json").write_text(json.dumps(told), encoding="utf-8")


def signed(folder: Path) -> dict[str, str]:
    told = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return {one["peran"]: one["nama"] for one in told.get("pengesahan", [])}


def test_a_name_stands_in_the_page_and_in_the_manifest_and_the_page_keeps_its_hash(
    target: Path,
) -> None:
    assert not sign(target, earlier(target), {"penyetuju": "Ibu <b> Contoh"}, target)
    page = (target / "lampiran.html").read_text(encoding="utf-8")
    assert "Ibu &lt;b&gt; Contoh" in page and page.endswith("</div><p>akhir</p>")
    assert signed(target) == {"penyetuju": "Ibu <b> Contoh"}
    hashes = fingerprint.read_manifest(target)["halaman"]
    assert hashes["lampiran.html"] == sha256(target / "lampiran.html")


def test_each_signs_on_a_day_of_their_own_while_the_pages_stay(target: Path) -> None:
    sign(target, earlier(target), {"penyusun": "A"}, target)
    before = earlier(target)
    make(target, "isi")  # made again, and the same
    assert not sign(target, before, {"pemeriksa": "B"}, target)
    assert signed(target) == {"penyusun": "A", "pemeriksa": "B"}


def test_a_signature_lapses_where_a_page_says_something_else(target: Path) -> None:
    sign(target, earlier(target), {"penyusun": "A", "penyetuju": "C"}, target)
    before = earlier(target)
    make(target, "isi lain")
    assert sign(target, before, {"penyusun": "A"}, target)  # whose approval lapsed is told
    assert signed(target) == {"penyusun": "A"}


def test_without_a_name_nothing_is_written(target: Path) -> None:
    before = (target / "manifest.json").read_bytes()
    assert not sign(target, Earlier([], {}), {}, target)
    assert (target / "manifest.json").read_bytes() == before


def test_a_run_that_dies_while_it_signs_leaves_the_report_unsigned_and_whole(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path.name: path.read_bytes() for path in target.iterdir()}

    def dying(path: Path, text: str) -> None:
        path.write_text(text, encoding="utf-8")
        raise KeyboardInterrupt

    monkeypatch.setattr(signing, "write_whole", dying)
    with pytest.raises(KeyboardInterrupt):
        sign(target, earlier(target), {"penyusun": "A"}, target)
    assert {path.name: path.read_bytes() for path in target.iterdir()} == before


def test_pages_that_another_run_put_there_meanwhile_are_not_signed(
    target: Path,
) -> None:
    stale = fingerprint.read_manifest(target)
    make(target, "isi lain")
    with pytest.raises(InputError, match="another run"):
        signing._write(target, stale, [{"peran": "penyusun", "nama": "A", "tanggal": "2022-01-31"}])
    assert signed(target) == {}
