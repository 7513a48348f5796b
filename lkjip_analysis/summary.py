"""The year in five sentences: what a busy reader needs first, every figure from the data."""

from __future__ import annotations

from lkjip_analysis import frames, stated
from lkjip_analysis.metrics import kategori
from lkjip_analysis.printed import number
from lkjip_analysis.report import Report
from lkjip_analysis.verify import Verification


def year(verification: Verification) -> list[str]:
    """At most six sentences in Bahasa Indonesia about achievement, budget and findings."""
    report = verification.report
    told = [
        stated_figures(report),
        performance(report),
        means(report),
        budget(report),
        wrong(verification),
        watched(verification),
    ]
    return [sentence for sentence in told if sentence]


def stated_figures(report: Report) -> str:
    """Of a year whose report is not at hand: how much is known of it, and from whom."""
    tables = frames.of_type(report, stated.TYPE)
    rows = [(table, row) for table in tables for row in table.rows]
    if not rows:
        return ""
    sources = {stated.text_of(table, row, "sumber") for table, row in rows}
    lacking = "" if frames.of_type(report, "capaian") else " Laporan kinerja tahun ini tidak ada."
    return f"Tahun ini memuat {len(rows)} angka dari {len(sources)} sumber lain.{lacking}"


def performance(report: Report) -> str:
    """How many indicators reached their target, and which stands out at each end."""
    kinerja = frames.kinerja(report)
    if kinerja.empty:
        return ""
    known = kinerja.dropna(subset="capaian_dihitung").sort_values("capaian_dihitung")
    if known.empty:
        return f"Tidak satu pun dari {len(kinerja)} indikator dapat dihitung capaiannya."
    names, values = list(known["singkat"]), [float(v) for v in known["capaian_dihitung"]]
    reached = sum(value >= 100 for value in values)
    return (
        f"{reached} dari {len(kinerja)} indikator mencapai targetnya; tertinggi "
        f"{names[-1]} ({number(values[-1], 2)}%), terendah {names[0]} "
        f"({number(values[0], 2)}%)."
    )


def means(report: Report) -> str:
    """Mean achievement of each sasaran and of all, with the class on the printed scale."""
    kinerja = frames.kinerja(report)
    if kinerja.empty:
        return ""
    each = frames.rerata_sasaran(kinerja)
    if each.empty:
        return ""
    overall = float(each.mean())
    scale = report.scales.get("capaian")
    name = kategori(overall, scale.pita) if scale else None
    where = f" ({name} menurut {scale.sumber})" if scale and name else ""
    shown = "; ".join(f"sasaran {key} {number(value, 2)}%" for key, value in each.items())
    parts = f"{shown}; seluruhnya " if len(each) > 1 else ""
    return f"Rata-rata capaian yang dihitung ulang: {parts}{number(overall, 2)}%{where}."


def budget(report: Report) -> str:
    """Budget and spending in both layers where they differ."""
    if frames.anggaran(report).empty:
        return ""
    layers = frames.anggaran_lapis(report).to_dict("index")
    printed, used = layers["tercetak"], layers["dipakai"]
    base = (
        f"Dari pagu Rp{number(used['pagu'])} terserap Rp{number(used['realisasi'])} atau "
        f"{number(used['serapan'], 2)}%, sisa Rp{number(used['sisa'])}"
    )
    if printed["realisasi"] == used["realisasi"]:
        return f"{base}."
    return (
        f"{base} (lapis dipakai, sesudah koreksi yang diterima); menurut baris program yang "
        f"tercetak jumlahnya Rp{number(printed['realisasi'])}."
    )


def wrong(verification: Verification) -> str:
    """How many figures are proven wrong, how many cannot be decided."""
    counted = verification.as_json()["summary"]
    assert isinstance(counted, dict)
    if verification.is_clean:
        return "Tidak ada angka yang terbukti salah atau perlu diklarifikasi."
    return (
        f"{number(counted['terbukti'])} angka terbukti salah cetak dan "
        f"{number(counted['ambigu'])} hal perlu diklarifikasi; "
        f"{number(counted['kaidah'])} kategori atau penulisan menyalahi kaidahnya sendiri."
    )


def watched(verification: Verification) -> str:
    """What was tested and what could not be."""
    told = verification.coverage.as_json()
    return (
        f"{number(told['watched'])} dari {number(told['figures'])} angka diuji oleh paling "
        f"sedikit satu hubungan; {number(told['unwatched'])} belum dapat diuji."
    )
