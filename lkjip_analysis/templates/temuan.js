// Search, place, order and what changes a conclusion, combined. The page is complete without it.
(() => {
  const by = (name) => document.getElementById(`${name}-temuan`);
  const list = document.querySelector(".temuan-semua");
  const tools = by("alat");
  if (!list || !tools) return;
  const items = [...list.querySelectorAll("article.temuan")];
  const folds = [...list.querySelectorAll("details.serupa, details.lipatan")];
  const kept = new Map(folds.map((fold) => [fold, fold.open]));
  const rows = [...list.querySelectorAll(".baris")].map((row) => [row, [...row.children]]);
  const plain = (text) => text.toLocaleLowerCase("id").replace(/[−–]/g, "-").replace(/[“”]/g, '"');
  const words = new Map(items.map((item) => [item, plain(item.textContent)]));
  const named = [...by("letak").options].map((option) => option.value).sort((a, b) => b.length - a.length);
  const places = new Map(items.map((item) => {
    const heading = item.querySelector("h4").textContent;
    return [item, named.find((name) => name && heading.startsWith(`${name}: `)) || ""];
  }));
  const place = (row) => places.get(row.matches("article") ? row : row.querySelector("article"));

  const fits = (item, asked) =>
    asked.every((word) => words.get(item).includes(word)) &&
    (!by("letak").value || places.get(item) === by("letak").value) &&
    (!by("ubah").checked || "ubah" in item.dataset);

  let wasNarrowed = false;
  function show() {
    const asked = plain(by("cari").value).split(/\s+/).filter(Boolean);
    const narrowed = asked.length > 0 || by("letak").value !== "" || by("ubah").checked;
    for (const item of items) item.hidden = !fits(item, asked);
    for (const fold of folds) {
      const empty = !fold.querySelector("article:not([hidden])");
      (fold.matches(".lipatan") ? fold.parentElement : fold).hidden = empty;
      if (narrowed !== wasNarrowed) fold.open = narrowed || kept.get(fold);
    }
    wasNarrowed = narrowed;
    const chosen = document.querySelector(".saring input:checked").id.replace("saring-", "");
    const group = chosen === "semua" ? "" : `.${chosen}`;
    const seen = list.querySelectorAll(`article.temuan${group}:not([hidden])`).length;
    by("hasil").textContent = seen ? `${seen} temuan tampil` : "Tidak ada temuan yang cocok";
  }

  function sort() {
    const byPlace = by("urut").value === "letak";
    for (const [row, first] of rows) {
      const order = byPlace
        ? [...first].sort((a, b) => place(a).localeCompare(place(b), "id", { numeric: true }))
        : first;
      row.append(...order);
    }
  }

  function arrive() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) if (at.matches("details")) at.open = true;
    const inner = target && target.matches("article.temuan") && target.querySelector("details");
    if (inner) inner.open = true;
    if (target) target.scrollIntoView();
  }

  tools.hidden = false;
  tools.addEventListener("input", show);
  document.querySelector(".saring").addEventListener("change", show);
  by("urut").addEventListener("change", sort);
  addEventListener("hashchange", arrive);
  show();
  if (location.hash) arrive();
})();
