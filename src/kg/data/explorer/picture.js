"use strict";
// Pictures to take away: an SVG of the page as a file that stands alone, and the same as PNG.
(function (kg) {
  const SVG = "http://www.w3.org/2000/svg";
  const KEPT = [
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity",
    "font-family", "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "paint-order", "visibility", "display",
  ];
  const MOST_PIXELS = 16000000;
  const ROW = 22;
  const SIDE = 14;
  const LETTER = 6.7; // how wide a letter of the notes is on average, in pixels

  /**
   * Writes a title above and a legend below, so that the picture can be read without the page.
   * @param {SVGSVGElement} copy @param {{title?: string, legend?: {name: string, colour: string, hollow?: boolean}[]}} notes
   */
  function note(copy, { title, legend = [] }) {
    const [x, y, width, height] = copy.getAttribute("viewBox").split(/[\s,]+/).map(Number);
    const font = { "font-family": "system-ui, sans-serif", "font-size": "12", "text-anchor": "start", stroke: "none", fill: kg.colour("--fg") };
    const above = title ? ROW + 6 : 0;
    let below = legend.length ? ROW : 0;
    if (title) copy.append(kg.svg("text", { ...font, x: x + SIDE, y: y - 10, "font-weight": "600" }, title));
    let at = x + SIDE;
    for (const { name, colour, hollow } of legend) {
      const wide = 26 + name.length * LETTER;
      if (at + wide > x + width && at > x + SIDE) {
        at = x + SIDE;
        below += ROW;
      }
      const middle = y + height + below - ROW / 2;
      copy.append(
        kg.svg("circle", { cx: at + 5, cy: middle, r: 5, fill: hollow ? "none" : colour, stroke: colour, "stroke-width": 2 }),
        kg.svg("text", { ...font, x: at + 15, y: middle + 4 }, name)
      );
      at += wide;
    }
    const scale = Number(copy.getAttribute("height")) / height;
    copy.setAttribute("viewBox", `${x} ${y - above} ${width} ${height + above + below}`);
    copy.setAttribute("height", String(Math.round((height + above + below) * scale)));
  }

  /**
   * A copy with every style written on its elements and the ground painted, so that it looks the same outside the page.
   * @param {SVGSVGElement} svg that stands in the page
   * @param {{title?: string, legend?: {name: string, colour: string, hollow?: boolean}[]}} [notes] what stands above and below it
   * @returns {SVGSVGElement}
   */
  kg.picture = {
    alone(svg, notes = {}) {
      const copy = svg.cloneNode(true);
      const box = svg.getBoundingClientRect();
      const from = [svg, ...svg.querySelectorAll("*")];
      const to = [copy, ...copy.querySelectorAll("*")];
      from.forEach((element, i) => {
        if (element.tagName === "title" || element.tagName === "desc") return;
        const style = getComputedStyle(element);
        for (const name of KEPT) to[i].setAttribute(name, style.getPropertyValue(name));
        for (const name of ["style", "class", "tabindex", "role"]) to[i].removeAttribute(name);
      });
      copy.setAttribute("xmlns", SVG);
      copy.setAttribute("width", String(Math.round(box.width)));
      copy.setAttribute("height", String(Math.round(box.height)));
      if (!copy.hasAttribute("viewBox")) copy.setAttribute("viewBox", `0 0 ${Math.round(box.width)} ${Math.round(box.height)}`);
      note(copy, notes);
      const ground = document.createElementNS(SVG, "rect");
      const [x, y, width, height] = copy.getAttribute("viewBox").split(/[\s,]+/);
      Object.entries({ x, y, width, height, fill: getComputedStyle(document.body).backgroundColor }).forEach(([k, v]) => ground.setAttribute(k, v));
      copy.prepend(ground);
      return copy;
    },

    /** The file of an SVG that stands alone. @param {SVGSVGElement} alone @returns {string} */
    text: (alone) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(alone)}\n`,

    /**
     * The same as pixels, twice as fine as the page where that is not too large.
     * @param {SVGSVGElement} alone @returns {Promise<Blob>} image/png
     */
    async pixels(alone) {
      const width = Number(alone.getAttribute("width"));
      const height = Number(alone.getAttribute("height"));
      const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (width * height)));
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(kg.picture.text(alone))}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      return kg.picture.blob(canvas);
    },

    /** @param {HTMLCanvasElement} canvas @returns {Promise<Blob>} image/png */
    blob: (canvas) =>
      new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the browser made no picture"))), "image/png")),

    /** Offers a drawing of the page as a file. @param {SVGSVGElement} svg @param {"svg"|"png"} kind @param {string} name without ending @param {object} [notes] as above */
    async save(svg, kind, name, notes) {
      if (!svg) return;
      const alone = kg.picture.alone(svg, notes);
      if (kind === "svg") kg.download(`${name}.svg`, "image/svg+xml", kg.picture.text(alone));
      else kg.download(`${name}.png`, "image/png", await kg.picture.pixels(alone));
    },
  };
})(window.kg = window.kg || {});
