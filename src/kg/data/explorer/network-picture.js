"use strict";
// The network as an SVG of its own: the same lines, shapes and names that the canvas shows, which stay sharp at every size.
(function (kg) {
  const HEAD = 10; // an arrow's length at scale 1
  const LEAST_HEAD = 3.5;
  const LINE = 1.2;

  const number = (value) => Number(value.toFixed(1));
  const style = (element, name) => element.style(name);

  function arrow(svg, from, to, colour, head) {
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    const corner = (turn) => `${number(to.x - head * Math.cos(angle + turn))},${number(to.y - head * Math.sin(angle + turn))}`;
    svg.append(kg.svg("polygon", { points: `${number(to.x)},${number(to.y)} ${corner(0.45)} ${corner(-0.45)}`, fill: colour }));
  }

  function edge(svg, one, zoom) {
    const from = one.renderedSourceEndpoint();
    const to = one.renderedTargetEndpoint();
    // of a straight line cytoscape cannot tell them
    const bends = one.controlPoints() ? one.renderedControlPoints() : [];
    const [bend] = bends;
    const d = `M${number(from.x)},${number(from.y)}${bend ? `Q${number(bend.x)},${number(bend.y)} ` : "L"}${number(to.x)},${number(to.y)}`;
    const colour = style(one, "line-color");
    const dashed = style(one, "line-style") === "dashed";
    svg.append(
      kg.svg("path", {
        d, fill: "none", stroke: colour, "stroke-width": number(one.numericStyle("width") * zoom), "stroke-opacity": one.numericStyle("opacity"),
        "stroke-dasharray": dashed ? "6 4" : null,
      })
    );
    if (style(one, "target-arrow-shape") !== "none") arrow(svg, bend || from, to, style(one, "target-arrow-color"), Math.max(LEAST_HEAD, HEAD * zoom));
    if (style(one, "label")) words(svg, [style(one, "label")], one.renderedMidpoint(), one.numericStyle("font-size") * zoom, style(one, "color"), kg.colour("--bg"));
  }

  /** Lines of text in the middle below a point. */
  function words(svg, lines, at, size, colour, ground) {
    lines.forEach((line, i) =>
      svg.append(
        kg.svg("text", {
          x: number(at.x), y: number(at.y + size * LINE * i), "text-anchor": "middle", "dominant-baseline": "hanging", "font-size": number(size),
          "font-family": "system-ui, sans-serif", fill: colour, stroke: ground, "stroke-width": number(size / 6), "paint-order": "stroke",
        }, line)
      )
    );
  }

  function node(svg, one, zoom, ground) {
    const { x, y } = one.renderedPosition();
    const r = one.renderedWidth() / 2;
    const look = {
      fill: style(one, "background-color"), stroke: style(one, "border-color"), "stroke-width": number(one.numericStyle("border-width") * zoom),
      opacity: one.numericStyle("opacity"),
    };
    const type = kg.data.types.find((known) => known.type === one.data("type"));
    const outline = type && kg.outlines[type.shape];
    svg.append(
      outline
        ? kg.svg("polygon", { ...look, points: outline.map(([px, py]) => `${number(x + px * r)},${number(y + py * r)}`).join(" ") })
        : kg.svg("circle", { ...look, cx: number(x), cy: number(y), r: number(r) })
    );
    const label = style(one, "label");
    if (label) words(svg, label.split("\n"), { x, y: y + r + 3 * zoom }, one.numericStyle("font-size") * zoom, style(one, "color"), ground);
  }

  /**
   * What the drawing shows now.
   * @param {Object} cy a cytoscape drawing @param {string} ground the colour behind it
   * @returns {SVGSVGElement} that stands alone, in the drawing's own size
   */
  kg.networkPicture = function (cy, ground) {
    const [width, height, zoom] = [cy.width(), cy.height(), cy.zoom()];
    const svg = kg.svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` });
    svg.append(kg.svg("title", {}, document.title), kg.svg("rect", { width, height, fill: ground }));
    const seen = (one) => one.visible();
    cy.edges().filter(seen).forEach((one) => edge(svg, one, zoom));
    cy.nodes().filter(seen).forEach((one) => node(svg, one, zoom, ground));
    return svg;
  };
})(window.kg = window.kg || {});
