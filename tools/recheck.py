"""Check certificates with nothing but Python: python tools/recheck.py FOLDER-OR-FILE...

Tested: seal, texts, CSV, repairs by example, no relation left out, two witnesses of a proof. Taken
as told: which relations the report has, by what formula, and which figures are exact."""

import csv
import hashlib
import json
import re
import sys
from fractions import Fraction as F  # noqa: N817
from itertools import combinations, islice, product
from math import ceil, floor, inf
from pathlib import Path

MANY, SEN, WHOLE = 10**30, F(99, 100), {"money": True, "half": "0", "decimals": 0}.items()
SHAPES = {*"linear quotient product same rate band not_above count_out_of grade range".split()}  # noqa: SIM905
ONCE = json.JSONDecoder(object_pairs_hook=lambda x: dict(x) if len(dict(x)) == len(x) else {})
BARE = r"\(\D*\)|[()+−–—-]|(?<!\d)\s|\s(?!\d)"  # signs, a number in words, spaces but between two
FORMS = {"/": (0, 1), "(2T-R)/T": (200, -100), "pertumbuhan": (-100, 100)}  # base + factor x a / b


def mul(a, b):
    ends = [x * y if x and y else F(0) for x in a for y in (b if isinstance(b, tuple) else (F(b),))]
    return min(ends), max(ends)


def reckon(form, a, b):
    (a, b), per = (b, a) if form == "T/R" else (a, b), form.partition("per ")[2]
    base, factor = FORMS.get(form, (0, int(per or 100)))
    inverse = tuple(F(1) / x if x and abs(x) < inf else F(0) for x in b)
    ends = (-inf, inf) if b[0] <= 0 <= b[1] else mul(mul(a, inverse), factor)
    return base + ends[0], base + ends[1]


def box_of(cell, told):  # where the true figure lies behind its print, rounded half-up; or labels
    if "labels" in told:
        return set(told["labels"])
    low, high, half = *(told.get("value", told.get(x)) for x in ("low", "high")), F(cell["half"])
    return -inf if low is None else F(low) - half, inf if high is None else F(high) + half


def readings(cell, box):  # the other roundings: cut off, padded, one off in the last digit
    if F(cell.get("half", 0)):
        unit = F(10) ** -cell["decimals"]
        low, high, short = box[0] + unit / 2, box[1] - unit / 2, unit * (1 - F(1, MANY))
        yield "cut", (low, high + short) if low >= 0 else (low - short, high)
        if cell["decimals"] > 0 and low == high and (low / unit) % 10 == 0:
            yield "padded", (low - 5 * unit, high + 5 * unit)
        wide = (F(3, 2), F(3, 2)) if abs(low) >= 100 * unit else (F(11, 20), F(1, 2))  # twice
        less, more = wide[:: 1 if low >= 0 else -1]
        yield "last", (low - unit * less, high + unit * more)


def wanted(rule, name, box, known):
    if rule["kind"] == "linear":
        parts = [mul(box[n], rule["weights"][n]) for n in rule["cells"] if n != name]
        rest = tuple(F(rule["constant"]) + sum(part[end] for part in parts) for end in (0, 1))
        return mul(rest, -1 / F(rule["weights"][name]))
    if rule["kind"] == "quotient" and name == rule["cells"][0]:
        ends = reckon(rule["form"], *(box[cell] for cell in rule["cells"][1:]))
        ends = [end if rule.get("min") is None else max(end, F(rule["min"])) for end in ends]
        return tuple(end if rule["max"] is None else min(end, F(rule["max"])) for end in ends)
    if rule["kind"] == "product":
        others = [box[cell] for cell in rule["cells"] if cell != name]
        return mul(*others) if name == rule["cells"][0] else reckon("/", *others)
    if rule["kind"] == "grade" and name == rule["cells"][0]:  # 100 where it is just reached
        got, aim = ([rule["order"].index(x) for x in box[cell]] for cell in rule["cells"][1:])
        most = inf if max(got) > min(aim) else 100 - F(max(got) < min(aim), 100)
        return 100 * (min(got) >= max(aim)), most
    if rule["kind"] == "range" and name != rule["cells"][1] and {rule["label"]} in box.values():
        near = [(r, min(max(r, F(rule["low"])), F(rule["high"]))) for r in box[rule["cells"][1]]]
        ways = [reckon(rule["form"], (r, r), (t, t)) if r != t else (F(100),) for r, t in near]
        ends = [min(end, F(rule["max"] or MANY)) for way in ways for end in way]
        return min(ends), max(ends)
    if rule["kind"] == "same":
        (other,) = set(rule["cells"]) - {name}
        if isinstance(box[other], set):
            return box[other]
        mine, theirs, *half = (F(known[n][k]) for k in ("decimals", "half") for n in (name, other))
        low, high = box[other][0] + half[1], box[other][1] - half[1]
        if mine == theirs or not any(half):
            return low, high
        unit = F(10) ** -min(mine, theirs)
        below, above = (unit if e != (mine > theirs) else unit / 2 for e in (low > 0, high < 0))
        return low - below + half[0], high + above - half[0]
    if rule["kind"] == "rate":
        pairs = list(zip(rule["cells"][::2], rule["cells"][1::2], strict=True))
        rates = [reckon("/", box[a], box[b]) for a, b in pairs if name not in (a, b)]
        rate = max(low for low, _ in rates), min(high for _, high in rates)
        above, below = next(pair for pair in pairs if name in pair)
        solved = mul(rate, box[below]) if name == above else reckon("/", box[above], rate)
        return solved if rate[0] <= rate[1] else (inf, -inf)
    return -inf, inf


def holds(rule, box, known):
    name, second = rule["cells"][0], rule["cells"][-1]
    if rule["kind"] == "not_above":
        return box[name][0] <= box[second][1]
    if rule["kind"] == "count_out_of":
        (low, high), (whole, most) = box[name], box[second]
        few, many = max(ceil(low * whole / 100), 0), min(floor(high * whole / 100), floor(whole))
        return whole != most or few <= many
    if rule["kind"] == "band":
        low, high = box[second]
        bands = [b for b in rule["bands"] if (high, b["low_in"]) > (F(b["low"] or -MANY), False)]
        fits = {b["label"] for b in bands if (F(b["high"] or MANY), b["high_in"]) > (low, False)}
        return not fits or bool(fits & box[name])
    a, b = wanted(rule, name, box, known), box[name]
    return bool(a & b) if isinstance(a, set) else a[0] <= b[1] and b[0] <= a[1]


def tolerable(rule, box, known):
    loose = rule["cells"] if rule["kind"] not in ("same", "band", "grade") else ()
    read = [(how, n, way) for n in loose for how, way in readings(known[n], box[n])]
    cut, padded = ({n: w for how, n, w in read if how == one} for one in ("cut", "padded"))
    parts = {n: w for n, w in cut.items() if n != rule.get("result")}  # the sum itself is not cut
    ways = [{i[1]: i[2]} for i in read] + [padded, *[cut, parts] * ({*cut} == {i[1] for i in read})]
    amounts = [n for n in loose if known[n].items() >= WHOLE and rule["kind"] != "not_above"]
    ways.append({n: (box[n][0] - F(1, 2), box[n][1] + F(1, 2)) for n in amounts})  # without sen
    short = {n: (a - (a < 0) * SEN, b + (a >= 0) * SEN) for n in amounts for a, b in [box[n]]}
    ways += [short] * (rule.get("result", rule["cells"][0]) in amounts)  # as its result was
    aim, by = rule.get("rounded"), 2 - (rule["kind"] == "linear")  # 0,16 for 0,162; hidden sen
    if (places := known.get(aim, {}).get("decimals", 0)) > 0 and not F(known[aim]["half"]):
        ways += [{aim: (a - u, b + u)} for a, b in [box[aim]] for u in [F(10) ** -places / by]]
    for n in (n for n in rule["cells"] if rule["kind"] == "same" and "aim" in known[n]):
        aim, way = known[n]["aim"], dict(readings(known[n], box[n])).get("padded", (inf, -inf))
        low, high = zip(way, wanted(aim, aim["cells"][0], box, known), strict=True)
        way = {n: (max(low) - F(known[n]["half"]), min(high) + F(known[n]["half"]))}
        ways += [way] * (max(low) <= min(high))
    return any(holds(rule, {**box, **way}, known) for way in [{}, *ways])


def by_example(repair, rules, printed, known, version):  # form 1 gives none: some are tried
    tried, roots = {}, repair["roots"]
    for name, told in repair["prints"].items():
        low, high = F(told.get("low") or -MANY), F(told.get("high") or MANY)
        near = sorted(x for x, _ in reads(told.get("text") or "-", known[name]) if low <= x <= high)
        ends = [told["witness"]] if "witness" in told else [low * (low > -MANY), low, high, *near]
        if "witness" in told and not low <= F(told["witness"]) <= high:
            yield f"the example of {name} lies outside its bounds"
        elif version > 1 and "witness" not in told and "labels" not in told and low != high:
            yield f"{roots} gives no example of {name}"
        tried[name] = [told] if "labels" in told else [{"value": x} for x in dict.fromkeys(ends)]
    for prints in islice(product(*tried.values()), 1000):
        new = {name: box_of(known[name], one) for name, one in zip(tried, prints, strict=True)}
        if not (left := [r["name"] for r in rules if not tolerable(r, {**printed, **new}, known)]):
            return
    yield from (f"the example of {roots} does not fulfil {name}" for name in left)


def reads(text, cell, strict=False):  # in the style of its column, else in the other
    sign = -1 if re.match(r"\D*[-–—−(]", text) or cell.get("file") == "klaim.csv" else 1
    core = "".join(re.findall(r"[0-9][0-9.,]*|,[0-9]+", text.partition(":")[2] or text)[:1])
    a, b = (re.split(r",?\d[\d.,]*", re.sub(BARE, "", x) or "0") for x in (cell["text"], text))
    for mark, group in [",.", ".,"][:: -1 if "style" in cell else 1][: a == b if strict else 2]:
        shape = rf"([1-9]\d{{0,2}}(?:\{group}\d{{3}})+|\d*)(?:\{mark}(\d+))?"
        if core and (told := re.fullmatch(shape, core.rstrip(".,"))):
            part, one = told[2] or "", F(f"{told[1].replace(group, '') or 0}.{told[2] or 0}")
            return {(x * 10**p, len(part) - p) for x in {one, one * sign} for p in range(0, 15, 3)}
    return set() if core else {(F(0), 0)}


def misread(known, repairs):  # texts that are not their value, proposals outside their bounds
    for name, cell in known.items():
        words = [" ".join(cell["text"].casefold().split()), *cell.get("labels", ())]
        word, *told = (re.findall(r"\d+", x) or x for x in words)  # 5 s.d. 10 is 5 - 10
        is_word = told == [word] and not re.fullmatch(r"(rp|us|[$. ])*[\d.,]+[^\d–—-]*", words[0])
        read = {(F(name), 0)} if "constant" in cell else reads(cell["text"], cell)
        if not is_word if "labels" in cell else (F(cell["value"]), cell["decimals"]) not in read:
            yield f"{name} prints {cell['text']}, not {cell.get('value', words[1:])}"
        if F(cell.get("half", 0)) not in (0, F(10) ** -cell.get("decimals", 0) / 2):
            yield f"{name} is not printed to half {cell['half']}"
    for name, told in (i for r in repairs for i in r["prints"].items() if "labels" not in i[1]):
        low, high = F(told.get("low") or -MANY), F(told.get("high") or MANY)
        if low <= -MANY and high >= MANY:
            yield f"{name} may print anything"
        read = reads(told["text"] or "", known[name], strict=True)
        if told["text"] and not any(low <= one <= high for one, _ in read):
            yield f"{told['text']} is not within the bounds of {name}"


def unreached(repair, rules, known):  # what no relation that holds, and no copy, joins to its roots
    reached, left = set(repair["roots"]), set(repair["prints"]) - set(repair["roots"])
    copies = [set(rule["cells"]) for rule in rules if rule["kind"] == "same"]
    joined = copies + [set(rule["cells"]) for rule in rules if not rule["fails"]]
    for near in (a | b for a in copies for b in copies if a & b):  # two alike, a third is wrong
        told = {name: known[name].get("value") for name in near}
        joined += [{name for name in near if told[name] == one} for one in told.values()]
    while step := {n for n in left if any(n in r and r & reached for r in joined)}:
        reached, left = reached | step, left - step
    return left


def has_two_witnesses(proof, failed):  # of the root it names, with no other figure in common
    if len(proof["repairs"]) != 1 or len(proof["repairs"][0]["roots"]) != 1:
        return False
    (root,), changed = proof["repairs"][0]["roots"], set(proof["repairs"][0]["prints"])
    names = [re.sub(x, "", proof["id"]) for x in (r"\W", r"-\d+$|\W")]
    sides = []  # of many rows that share a rate only the row's own other figure can mislead
    for rule in (rule for rule in failed if root in rule["cells"] and rule["kind"] != "band"):
        mine = rule["cells"]
        if rule["kind"] == "rate" and len(mine) > 6:
            mine = next(p for p in zip(mine[::2], mine[1::2], strict=True) if root in p)
        sides.append((rule["basis"], set(mine) - changed))
    apart = [(a, b) for (a, x), (b, y) in combinations(sides, 2) if x and y and not x & y]
    return re.sub(r"\W", "", root) in names and any("tercetak" in bases for bases in apart)


def unlike_source(known, folder):  # the cells that the CSV files of the report print otherwise
    rows, declared = {}, " ".join(f.read_text("utf-8") for f in folder.parent.rglob("*.yaml"))
    for file in {folder / f"{name.partition('[')[0]}.csv" for name in known}:
        if file.parent == folder and file.is_file():
            reader = csv.DictReader(f"{line}\n" for line in file.read_text("utf-8-sig").split("\n"))
            rows.update(((file.name, file.stem, reader.line_num), row) for row in reader)
    for name, cell in ((n, cell) for n, cell in known.items() if "constant" not in cell):
        scaled = cell.get("decimals", 0) < 0 and not re.search("(?i)rb|ri|jt|ju|m|tr", cell["text"])
        needed = ["inggris"] * ("style" in cell) + ["dalam:"] * scaled
        yield from (f"{name} is read by {x}, not declared" for x in needed if x not in declared)
        row = rows.get((cell["file"], name.partition("[")[0], cell.get("line")), {})
        key, column = name.partition("[")[2].rsplit("].", 1)
        is_its = column == cell["column"] and key in (str(text).strip() for text in row.values())
        printed, told = row.get(column if is_its else None) or "", cell["text"]
        if row.get("tipe") != "turunan" and printed.split() != told.split():
            yield f"{cell['file']} line {cell.get('line')} prints {printed or 'nothing'} for {name}"


def problems(proof, folder=None):
    seal = proof.pop("digest", "")
    text = json.dumps(proof, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != seal:
        return (yield "the seal does not fit its content")
    if re.search(r'(?i)"[-+.\d_/ ]+e[-+]?\d{3,}"|"decimals":-?\d{3}', text):  # 1e999999999
        return (yield "no report prints such a number, and no machine would end with it")
    known, rules = proof["cells"], proof["rules"]
    strange = {r["kind"] for r in rules} - SHAPES or {proof["verdict"]} - {"terbukti", "ambigu"}
    if strange or proof["sertifikat"] not in (1, 2):
        return (yield "neither its form nor its verdict nor each kind of its relations is known")
    loose = known.keys() - {name for rule in rules for name in rule["cells"]}
    yield from (f"a relation of {name} is left out" for name in sorted(loose))
    printed = {name: box_of(cell, cell) for name, cell in known.items()}
    for rule in (r for r in rules if r["kind"] == "quotient" and not holds(r, printed, known)):
        like = known[rule["cells"][0]].get("value")  # its copies show the same zero
        known = {n: {**c, "aim": rule} if c.get("value") == like else c for n, c in known.items()}
    failed = [rule for rule in rules if rule["name"] in proof["failed"]]
    if not failed or len(failed) != len(proof["failed"]) or not all(r["fails"] for r in failed):
        yield "a relation said to fail is missing"
    other = (r["name"] for r in rules if r["fails"] == tolerable(r, printed, known))
    yield from (f"{name} does not fail or hold as told" for name in other)
    yield from misread(known, proof["repairs"])
    if folder and (folder / "laporan.yaml").is_file():
        yield from unlike_source(known, folder)
        if folder.parts[-2:] != (proof["instansi"], str(proof["tahun"])):
            yield "it is of another agency or year than the folder beside it"
    if proof["verdict"] == "terbukti" and not has_two_witnesses(proof, failed):
        yield "no two relations without a figure in common speak of the root"
    yield from in_repairs(proof, rules, failed, printed, known)


def in_repairs(proof, rules, failed, printed, known):
    for repair in proof["repairs"]:
        yield from (f"nothing joins {n} to the roots" for n in unreached(repair, rules, known))
        prints = {name: box_of(known[name], told) for name, told in repair["prints"].items()}
        near = [r for r in rules if not r["fails"] and set(r["cells"]) & set(prints)]
        left = (r for r in failed + near if not tolerable(r, {**printed, **prints}, known))
        yield from (f"{repair['roots']} does not mend {rule['name']}" for rule in left)
        for root in repair["roots"] if proof["verdict"] == "terbukti" else ():
            untold = (r for r in rules if r["fails"] and r not in failed and root in r["cells"])
            yield from (f"{rule['name']} fails untold" for rule in untold)
            for end in ("low", "high") if proof["sertifikat"] > 1 else ():
                at_end = {root: box_of(known[root], {"value": repair["prints"][root][end]})}
                if not all(tolerable(r, {**printed, **prints, **at_end}, known) for r in failed):
                    yield f"the {end} end of {root} mends not everything"
        yield from by_example(repair, failed + near, printed, known, proof["sertifikat"])
        if len(repair["roots"]) - repair.get("exchanged", 0) != proof["roots"]:
            yield f"{repair['roots']} is not one of the smallest"
    repaired = {cell for repair in proof["repairs"] for cell in repair["prints"]}
    alone = {n for n in known if "value" in known[n] and all(n in r["cells"] for r in failed)}
    for name in repaired:  # form 1 counts none
        most = known[name].get("relations", MANY if proof["sertifikat"] > 1 else 0)
        if most > len({frozenset(rule["cells"]) for rule in rules if name in rule["cells"]}):
            yield f"a relation of {name} is left out, or it does not tell its relations"
    for name in alone - repaired if proof["roots"] > 1 or proof["verdict"] == "terbukti" else ():
        low, high = zip(*(wanted(rule, name, printed, known) for rule in failed), strict=True)
        if max(low) <= min(high) and "constant" not in known[name]:
            yield f"{name} alone would do"


if __name__ == "__main__":
    files, bad = [f for w in sys.argv[1:] for f in (sorted(Path(w).glob("*.json")) or [Path(w)])], 0
    for file in files:
        try:
            told = [*problems(ONCE.decode(file.read_text("utf-8")), file.resolve().parents[1])]
        except Exception as error:  # whatever a stranger's file holds, it is told in one line
            told = [f"it is no certificate: {error!r}"]
        bad += bool(told)
        print("".join(filter(str.isprintable, f"{file.name}: {'; '.join(told) or 'holds'}")))
    sys.exit(f"{bad} of {len(files)} do not hold" if bad or not files else 0)
