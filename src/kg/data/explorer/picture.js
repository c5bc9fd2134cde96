"use strict";
// Pictures to take away: an SVG of the page as a file that stands alone, and the same as PNG.
(function (kg) {
  const SVG = "http://www.w3.org/2000/svg";
  const KEPT = [
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity",
    "font-family", "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "paint-order", "visibility", "display",
  ];
  const MOST_PIXELS = 16000000;

  /**
   * A copy with every style written on its elements and the ground painted, so that it looks the same outside the page.
   * @param {SVGSVGElement} svg that stands in the page
   * @param {{width: number, height: number}} [size] in pixels; that of the drawing without it
   * @returns {SVGSVGElement}
   */
  kg.picture = {
    alone(svg, size) {
      const copy = svg.cloneNode(true);
      const box = size || svg.getBoundingClientRect();
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

    /** Offers a drawing of the page as a file. @param {SVGSVGElement} svg @param {"svg"|"png"} kind @param {string} name without ending */
    async save(svg, kind, name) {
      if (!svg) return;
      const alone = kg.picture.alone(svg);
      if (kind === "svg") kg.download(`${name}.svg`, "image/svg+xml", kg.picture.text(alone));
      else kg.download(`${name}.png`, "image/png", await kg.picture.pixels(alone));
    },
  };
})(window.kg = window.kg || {});
