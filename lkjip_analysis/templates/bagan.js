// Saves a chart as it stands on paper: its title and sources within, in the colours of print.
(() => {
  const FACTOR = 3;
  function whole(drawing) {
    const copy = drawing.cloneNode(true);
    const [width, height] = drawing.dataset.lembar.split(" ");
    copy.removeAttribute("class");
    copy.removeAttribute("data-lembar");
    for (const [name, value] of Object.entries({ viewBox: `0 0 ${width} ${height}`, width, height }))
      copy.setAttribute(name, value);
    const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill: "#ffffff" }))
      paper.setAttribute(name, value);
    copy.prepend(paper);
    const text = new XMLSerializer().serializeToString(copy);
    return text.replace(/var\(--b-[a-z]+,\s*(#[0-9a-f]{6})\)/g, "$1");
  }
  const address = (text) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  function save(name, href) {
    const link = document.createElement("a");
    link.download = name;
    link.href = href;
    link.click();
  }
  function savePicture(name, text, [width, height]) {
    const picture = new Image();
    picture.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = width * FACTOR;
      canvas.height = height * FACTOR;
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      save(name, canvas.toDataURL("image/png"));
    };
    picture.src = address(text);
  }
  for (const tools of document.querySelectorAll("figure.bagan .simpan")) {
    const figure = tools.closest("figure");
    const drawing = figure.querySelector("svg.gambar");
    if (!drawing) continue;
    const name = figure.id.replace("bagan-", "");
    tools.hidden = false;
    tools.addEventListener("click", (event) => {
      const kind = event.target.dataset.jenis;
      const text = kind ? whole(drawing) : "";
      if (kind === "svg") save(`${name}.svg`, address(text));
      if (kind === "png") savePicture(`${name}.png`, text, drawing.dataset.lembar.split(" "));
    });
  }
})();
