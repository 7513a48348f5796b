"""Check certificates of findings with nothing but the standard library.

    python tools/recheck.py FOLDER-OR-FILE...

Its seal is whole; the relations said to fail do fail as printed, whichever usual rounding one
figure had; every repair mends them and breaks none that held; no other single figure would do.
"""

import hashlib
import json
import sys
from fractions import Fraction as F  # noqa: N817
from math import ceil, floor, inf
from pathlib import Path

MANY = 10**30  # beyond every scale


def add(a, b):
    return a[0] + b[0], a[1] + b[1]


def mul(a, b):
    ends = [x * y if x and y else F(0) for x in a for y in (b if isinstance(b, tuple) else (F(b),))]
    return min(ends), max(ends)


def div(a, b):
    inverse = tuple(F(1) / x if x and abs(x) < inf else F(0) for x in b)
    return (-inf, inf) if b[0] <= 0 <= b[1] else mul(a, inverse)


FORMS = {
    "persen": lambda a, b: mul(div(a, b), 100),
    "T/R": lambda a, b: mul(div(b, a), 100),
    "(2T-R)/T": lambda a, b: add((200, 200), mul(div(a, b), -100)),
    "pertumbuhan": lambda a, b: add((-100, -100), mul(div(a, b), 100)),
}


def box_of(cell, told):
    """Where the true figure lies behind what is printed, rounded half-up; or the labels."""
    if "labels" in told:
        return set(told["labels"])
    low, high = (told.get("value", told.get(end)) for end in ("low", "high"))
    ends = -inf if low is None else F(low), inf if high is None else F(high)
    return add(ends, (-F(cell["half"]), F(cell["half"])))


def readings(cell, box):
    """The other roundings a print may have had: cut off, padded, one off in the last digit."""
    if F(cell.get("half", 0)):
        unit = F(1, 10 ** cell["decimals"])
        low, high = box[0] + unit / 2, box[1] - unit / 2
        yield (low, high + unit) if low >= 0 else (low - unit, high)
        if cell["decimals"] > 0 and low == high and (low / unit) % 10 == 0:
            yield low - 5 * unit, high + 5 * unit
        if abs(low) >= 100 * unit:
            yield low - unit * F(3, 2), high + unit * F(3, 2)


def wanted(rule, name, box, known):
    if rule["kind"] == "linear":
        rest = (F(rule["constant"]),) * 2
        for other in set(rule["weights"]) - {name}:
            rest = add(rest, mul(box[other], rule["weights"][other]))
        return mul(rest, -1 / F(rule["weights"][name]))
    if rule["kind"] == "quotient" and name == rule["cells"][0]:
        ends = FORMS[rule["form"]](*(box[cell] for cell in rule["cells"][1:]))
        return tuple(end if rule["max"] is None else min(end, F(rule["max"])) for end in ends)
    if rule["kind"] == "same":
        (other,) = set(rule["cells"]) - {name}
        mine, theirs = (known[cell]["decimals"] for cell in (name, other))
        half = [F(known[cell]["half"]) for cell in (name, other)]
        low, high = add(box[other], (half[1], -half[1]))
        if mine == theirs or not any(half):
            return low, high
        below, above = F(1, 10 ** min(mine, theirs)), F(1, 2 * 10 ** min(mine, theirs))
        if (mine > theirs) != (high < 0):
            below, above = above, below
        return low - below + half[0], high + above - half[0]
    if rule["kind"] == "rate":
        pairs = list(zip(rule["cells"][::2], rule["cells"][1::2], strict=True))
        rates = [div(box[a], box[b]) for a, b in pairs if name not in (a, b)]
        rate = max(low for low, _ in rates), min(high for _, high in rates)
        above, below = next(pair for pair in pairs if name in pair)
        solved = mul(rate, box[below]) if name == above else div(box[above], rate)
        return solved if rate[0] <= rate[1] else (inf, -inf)
    return -inf, inf


def holds(rule, box, known):
    name, second = rule["cells"][0], rule["cells"][-1]
    if rule["kind"] == "not_above":
        return box[name][0] <= box[second][1]
    if rule["kind"] == "count_out_of":
        (low, high), (whole, most) = box[name], box[second]
        return whole != most or ceil(low * whole / 100) <= floor(high * whole / 100)
    if rule["kind"] == "band":
        low, high = box[second]
        bands = [b for b in rule["bands"] if (high, b["low_in"]) > (F(b["low"] or -MANY), False)]
        fits = {b["label"] for b in bands if (F(b["high"] or MANY), b["high_in"]) > (low, False)}
        return not fits or bool(fits & box[name])
    low, high = wanted(rule, name, box, known)
    return low <= box[name][1] and box[name][0] <= high


def tolerable(rule, box, known):
    loose = () if rule["kind"] in ("same", "band") else rule["cells"]
    ways = ({**box, name: way} for name in loose for way in readings(known[name], box[name]))
    return holds(rule, box, known) or any(holds(rule, way, known) for way in ways)


def problems(proof):
    seal = proof.pop("digest", "")
    text = json.dumps(proof, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != seal:
        yield "the seal does not fit its content"
        return
    known, rules = proof["cells"], proof["rules"]
    printed = {name: box_of(cell, cell) for name, cell in known.items()}
    failed = [rule for rule in rules if rule["name"] in proof["failed"]]
    if not failed or len(failed) != len(proof["failed"]) or not all(r["fails"] for r in failed):
        yield "a relation said to fail is missing"
    other = [rule["name"] for rule in rules if rule["fails"] == tolerable(rule, printed, known)]
    yield from (f"{name} does not fail or hold as told" for name in other)
    for repair in proof["repairs"]:
        prints = {name: box_of(known[name], told) for name, told in repair["prints"].items()}
        near = [r for r in rules if not r["fails"] and set(r["cells"]) & set(prints)]
        left = [r for r in failed + near if not tolerable(r, {**printed, **prints}, known)]
        yield from (f"{repair['roots']} does not mend {rule['name']}" for rule in left)
        if len(repair["roots"]) != proof["roots"]:
            yield f"{repair['roots']} is not one of the smallest"
    repaired = {cell for repair in proof["repairs"] for cell in repair["prints"]}
    alone = set.intersection(*(set(rule["cells"]) for rule in failed)) - repaired
    for name in alone if proof["roots"] > 1 or proof["verdict"] == "terbukti" else ():
        low, high = zip(*(wanted(rule, name, printed, known) for rule in failed), strict=True)
        if max(low) <= min(high):
            yield f"{name} alone would do"


if __name__ == "__main__":
    files = [f for w in sys.argv[1:] for f in (sorted(Path(w).glob("*.json")) or [Path(w)])]
    wrong = 0
    for file in files:
        found = list(problems(json.loads(file.read_text(encoding="utf-8"))))
        wrong += bool(found)
        print(f"{file.name}: {'; '.join(found) or 'holds'}")
    sys.exit(f"{wrong} of {len(files)} do not hold" if wrong or not files else 0)
