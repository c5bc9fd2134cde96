"use strict";
/* Where each thing of the network stands: the opening as laid out beforehand, another selection arranged anew, and what the reader
   went to from there beside the thing it was reached from. What stands already stays. */
(function (kg) {
  const CELL = [190, 120]; // as kg.explore.place has it
  const FAR = 900; // from its neighbour; a thing whose own place is farther off comes near
  let last = { key: null, places: new Map() };

  /** Offsets of cells about the middle, nearest first. */
  const around = [];
  for (let x = -24; x <= 24; x += 1) for (let y = -30; y <= 30; y += 1) around.push([x * CELL[0], y * CELL[1]]);
  around.sort((a, b) => a[0] ** 2 + a[1] ** 2 - b[0] ** 2 - b[1] ** 2 || a[1] - b[1] || a[0] - b[0]);

  /**
   * Places for all that is shown, and whether what stands must move, since another selection is shown.
   * @returns {{places: Map<number, {x: number, y: number}>, moved: boolean}}
   */
  kg.settle = function (cy, shown, lines) {
    const aspect = Math.min(2, Math.max(0.5, cy.width() / Math.max(1, cy.height())));
    const laid = shown.first && aspect > 0.9; // on an upright screen the opening is arranged anew
    const key = laid ? "the opening" : shown.base.join(","); // which is "" where nothing is left
    const moved = key !== last.key && cy.nodes().nonempty();
    if (key !== last.key) last = { key, places: laid ? home(shown) : anew(shown, lines, aspect) };
    const places = new Map();
    const taken = new Set();
    const cell = ({ x, y }) => `${Math.floor(x / CELL[0])} ${Math.floor(y / CELL[1])}`;
    const put = (i, place) => { places.set(i, place); taken.add(cell(place)); };
    const inside = new Set(shown.things);
    const reached = new Map();
    if (!moved) cy.nodes().forEach((node) => { if (inside.has(node.data("i"))) put(node.data("i"), { ...node.position() }); });
    for (const i of shown.base) if (inside.has(i) && !places.has(i)) put(i, last.places.get(i));
    const beside = (i, anchor) => {
      const thing = kg.data.things[i];
      const from = places.get(anchor) || { x: 0, y: 0 };
      if (laid && Math.hypot(thing.x - from.x, thing.y - from.y) <= FAR && !taken.has(cell(thing))) return { x: thing.x, y: thing.y };
      let at = reached.get(anchor) || 0; // all nearer cells are taken
      while (at < around.length && taken.has(cell({ x: from.x + around[at][0], y: from.y + around[at][1] }))) at += 1;
      reached.set(anchor, at);
      const found = around[at];
      return found ? { x: from.x + found[0], y: from.y + found[1] } : { x: thing.x, y: thing.y };
    };
    shown.path.forEach((i, at) => { if (!places.has(i)) put(i, beside(i, at ? shown.path[at - 1] : anchorOf(i, places))); });
    for (const i of shown.expanded) {
      if (!places.has(i)) put(i, beside(i, anchorOf(i, places)));
      for (const j of kg.neighbours(i)) if (inside.has(j) && !places.has(j)) put(j, beside(j, i));
    }
    for (const i of shown.things) if (!places.has(i)) put(i, beside(i, anchorOf(i, places)));
    return { places, moved };
  };

  /** A neighbour that stands already, or -1. */
  const anchorOf = (i, places) => { const found = kg.neighbours(i).find((j) => places.has(j)); return found === undefined ? -1 : found; };

  const home = (shown) => new Map(shown.base.map((i) => [i, { x: kg.data.things[i].x, y: kg.data.things[i].y }]));

  function anew(shown, lines, aspect) {
    const inside = new Set(shown.base);
    return kg.arrange(shown.base, lines.filter((line) => inside.has(line.s) && inside.has(line.o)).map((line) => [line.s, line.o]), aspect);
  }
})(window.kg = window.kg || {});
