"use strict";
/* How the network looks: outlines by type, lines by kind and status, labels of what matters first. */
(function (kg) {
  const circle = (x, y) => [Number(x), Number(y)];
  const ngon = (n, turn) => Array.from({ length: n }, (_, i) => { const a = (2 * Math.PI * i) / n + turn; return [Math.cos(a), Math.sin(a)]; });
  const star = Array.from({ length: 10 }, (_, i) => { const a = (Math.PI * i) / 5 - Math.PI / 2; const r = i % 2 ? 0.5 : 1; return [r * Math.cos(a), r * Math.sin(a)]; });

  /** Outlines of the shapes in a square from -1 to 1; null is the circle. */
  kg.outlines = {
    dot: null,
    square: [circle(-0.85, -0.85), circle(0.85, -0.85), circle(0.85, 0.85), circle(-0.85, 0.85)],
    diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]],
    star,
    triangle: [[0, -0.95], [1, 0.85], [-1, 0.85]],
    triangleDown: [[-1, -0.85], [1, -0.85], [0, 0.95]],
    hexagon: ngon(6, 0),
  };

  const WIDTH = 18;
  /** A name in at most three lines, as `kg.explore.labels.wrap` breaks it. */
  kg.wrap = function (name) {
    let found = [];
    for (const word of name.split(/\s+/).filter(Boolean)) {
      if (found.length && found[found.length - 1].length + 1 + word.length <= WIDTH) found[found.length - 1] += ` ${word}`;
      else found.push(word);
    }
    found = found.map((line) => (line.length <= 2 * WIDTH ? line : `${line.slice(0, 2 * WIDTH - 1)}…`));
    return found.length > 3 ? [found[0], found[1], `${found[2]}…`] : found;
  };

  /** The radius of a thing that `weight` articles name, as `kg.explore.labels.size` has it. */
  kg.radius = (weight) => Math.min(11 + 3 * Math.sqrt(weight), 34);

  /** The style sheet of the drawing for the colours that the page has now. */
  kg.drawingStyle = function (many) {
    const colour = kg.colour;
    const style = [
      { selector: "core", style: { "active-bg-opacity": 0, "selection-box-opacity": 0 } },
      {
        selector: "node",
        style: {
          width: "data(side)", height: "data(side)", "border-width": 1.5, "border-color": colour("--bg"), "background-color": colour("--muted"),
          label: "data(label)", "font-size": "data(font)", "font-family": FACE, color: colour("--fg"), "text-wrap": "wrap",
          "text-valign": "data(side_of)", "text-margin-y": "data(lift)", "text-outline-color": colour("--bg"), "text-outline-width": "data(halo)", "text-events": "yes",
          "overlay-opacity": 0, "z-index": "data(over)",
        },
      },
      {
        selector: "edge",
        style: {
          width: 2, "line-color": colour("--edge"), "target-arrow-color": colour("--edge"), "target-arrow-shape": "triangle", "arrow-scale": 0.8,
          "curve-style": many ? "straight" : "bezier", "control-point-step-size": 26, "overlay-opacity": 0, "font-size": 11, color: colour("--fg"),
          "text-background-color": colour("--bg"), "text-background-opacity": 0.9, "text-background-padding": 2, "text-rotation": "autorotate",
        },
      },
    ];
    for (const kind of kg.data.kinds) {
      const line = colour(`--kind-${kind.kind}`);
      style.push({ selector: `edge[kind = "${kind.kind}"]`, style: { "line-color": line, "target-arrow-color": line, "target-arrow-shape": kind.arrow } });
    }
    style.push({ selector: "edge[?dashed]", style: { "line-style": "dashed", "line-dash-pattern": [6, 5] } }, { selector: "edge[?two]", style: { "target-arrow-shape": "none" } });
    for (const type of kg.data.types) {
      const outline = kg.outlines[type.shape];
      const shape = outline ? { shape: "polygon", "shape-polygon-points": outline.flat().map((v) => v.toFixed(3)).join(" ") } : { shape: "ellipse" };
      style.push({ selector: `node[type = "${type.type}"]`, style: { ...shape, "background-color": colour(`--type-${type.type}`) } });
    }
    return style.concat([
      { selector: ".faded", style: { opacity: 0.22 } },
      { selector: "edge.lit, edge.over", style: { width: 2.6, "line-color": colour("--accent"), "target-arrow-color": colour("--accent"), label: "data(shown)", "font-size": "data(font)", "z-index": 9 } },
      { selector: "node.over", style: { "border-color": colour("--accent"), "border-width": 3 } },
      { selector: "node.chosen", style: { "border-color": colour("--accent"), "border-width": 4, "z-index": 1000001 } },
      { selector: "node.path", style: { "border-color": colour("--accent"), "border-width": 4 } },
      { selector: "edge.path", style: { width: 4, "line-color": colour("--accent"), "target-arrow-color": colour("--accent"), label: "data(shown)", "font-size": "data(font)" } },
    ]);
  };

  const FACE = "system-ui, sans-serif";
  const known = new Map();
  let pen = null;
  /** How wide the widest of some lines is in letters of one pixel; a little more, since small letters are set wider. */
  function width(lines) {
    const key = lines.join("\n");
    if (!known.has(key)) {
      if (!pen) { pen = document.createElement("canvas").getContext("2d"); pen.font = `100px ${FACE}`; }
      known.set(key, Math.max(...lines.map((line) => pen.measureText(line).width)) / 95);
    }
    return known.get(key);
  }

  const root = document.documentElement;
  /** Pixels of a label on the screen; the page's letters grow on very large screens. */
  const letters = () => (12.5 * parseFloat(getComputedStyle(root).fontSize)) / 16;
  const HEAVY = 40;

  /**
   * Give labels of one size on the screen to as many things as have room, the weightiest first.
   * @param {Object} cy @param {Set<string>} forced ids of those that have one in any case @param {Set<string>} near those that come next
   */
  kg.placeLabels = function (cy, forced, near) {
    const zoom = cy.zoom();
    const font = zoom < 1 ? letters() / zoom : letters();
    const grown = Math.min(2.2, Math.max(1, Math.sqrt(0.45 / zoom))); // from afar shapes shrink less than the way between them
    const wide = font * 0.56;
    const high = font * 1.2;
    const words = new Map(); // what labels take
    const shapes = new Map(); // what shapes take that labels must leave free
    const cell = font * 6;
    const cells = (box, fn) => {
      for (let x = Math.floor(box[0] / cell); x <= Math.floor(box[2] / cell); x += 1)
        for (let y = Math.floor(box[1] / cell); y <= Math.floor(box[3] / cell); y += 1) if (fn(`${x} ${y}`)) return true;
      return false;
    };
    const cross = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    const free = (taken, box) => !cells(box, (key) => (taken.get(key) || []).some((other) => cross(box, other)));
    const take = (taken, box) => cells(box, (key) => { if (!taken.has(key)) taken.set(key, []); taken.get(key).push(box); return false; });
    const rank = (node) => (forced.has(node.id()) ? 0 : near.has(node.id()) ? 1 : 2);
    const nodes = cy.nodes().toArray().map((node) => [rank(node), node.data("i"), node]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, , node]) => node);
    const margin = 2 / zoom;
    cy.batch(() => cy.nodes().forEach((node) => {
      const own = 2 * kg.radius(kg.data.things[node.data("i")].weight);
      const side = Math.round(Math.min(own * grown, own + 30)); // the room that kg.room leaves for the label
      if (node.data("side") !== side) node.data("side", side);
    }));
    const disc = (node) => { const { x, y } = node.position(); const r = node.data("side") / 2; return [x - r, y - r, x + r, y + r]; };
    const heavy = nodes.slice(0, Math.min(HEAVY, Math.ceil(nodes.length / 4)));
    let light = false; // whether the weightiest, whose labels may cover the shapes of lighter things, have theirs
    cy.batch(() => {
      for (const node of nodes) {
        const { x, y } = node.position();
        const r = node.data("side") / 2;
        const lines = node.data("lines");
        const half = (width(lines) * font) / 2 + font / 6 + margin;
        const tall = lines.length * high + margin + font / 2; // with the halo about the letters
        const below = [x - half, y + r + margin, x + half, y + r + tall];
        const above = [x - half, y - r - tall, x + half, y - r - margin];
        const fits = (one) => free(words, one) && free(shapes, one);
        const box = !fits(below) && fits(above) ? above : below;
        const shown = forced.has(node.id()) || fits(box);
        if (!light) take(shapes, disc(node));
        if (shown) take(words, box);
        if (!light && node === heavy[heavy.length - 1]) {
          light = true;
          if (zoom > 0.3) for (const one of nodes) take(shapes, disc(one)); // further out shapes are dots that words may cover
        }
        const label = shown ? lines.join("\n") : "";
        const at = box === above ? "top" : "bottom";
        if (node.data("label") !== label || (label && (node.data("font") !== font || node.data("side_of") !== at))) {
          node.data({ label, font, halo: font / 6, side_of: at, lift: box === above ? -margin : margin });
        }
      }
      cy.edges(".lit, .path").forEach((edge) => {
        const [a, b] = [edge.source().position(), edge.target().position()];
        const room = Math.hypot(a.x - b.x, a.y - b.y) - edge.source().data("side") - edge.target().data("side");
        const beside = zoom < 0.75 && edge.parallelEdges().length > 1; // lines bent apart so little that their words would meet
        edge.data({ font: font * 0.88, shown: beside || edge.data("words").length * wide * 0.88 > room ? "" : edge.data("words") });
      });
    });
  };
})(window.kg = window.kg || {});
