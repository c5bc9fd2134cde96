"use strict";
/* Where a thing stands that was not there at first, going from thing to thing by keys, and the words beside the pointer. */
(function (kg) {
  const CELL = [190, 120]; // as kg.explore.place has it
  const FAR = 1100; // from its neighbour; a thing whose own place is farther off comes near

  /** Offsets of cells about the middle, nearest first. */
  const around = [];
  for (let x = -24; x <= 24; x += 1) for (let y = -30; y <= 30; y += 1) around.push([x * CELL[0], y * CELL[1]]);
  around.sort((a, b) => a[0] ** 2 + a[1] ** 2 - b[0] ** 2 - b[1] ** 2 || a[1] - b[1] || a[0] - b[0]);

  /** A function that gives each new thing its place: its own where that is near, else a free one beside the thing it was reached from. */
  kg.settler = function (cy, shown) {
    const inside = new Set(shown.things);
    const taken = new Set();
    const place = new Map();
    const cell = ({ x, y }) => `${Math.floor(x / CELL[0])} ${Math.floor(y / CELL[1])}`;
    cy.nodes().forEach((node) => { taken.add(cell(node.position())); place.set(node.data("i"), node.position()); });
    const { expand } = kg.state.get();
    const anchors = new Set([...expand.map(kg.data.byId), ...shown.path].filter((i) => i >= 0));
    return (i) => {
      const thing = kg.data.things[i];
      let at = { x: thing.x, y: thing.y };
      const anchor = kg.neighbours(i).find((j) => (anchors.has(j) || shown.forced.has(i)) && inside.has(j) && place.has(j));
      const beside = anchor === undefined ? null : place.get(anchor);
      if (beside && Math.hypot(at.x - beside.x, at.y - beside.y) > FAR) {
        const found = around.find(([x, y]) => !taken.has(cell({ x: beside.x + x, y: beside.y + y })));
        if (found) at = { x: beside.x + found[0], y: beside.y + found[1] };
      }
      taken.add(cell(at));
      place.set(i, at);
      return at;
    };
  };

  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  /** Keys of the network while it has the focus. */
  kg.networkKey = function (event, cy, { fit, reveal, labels }) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const i = kg.data.byId(kg.state.get().id);
    const way = WAYS[event.key];
    if (way && event.shiftKey) { cy.panBy({ x: -way[0] * 80, y: -way[1] * 80 }); } else if (way) {
      const next = step(cy, i, way);
      if (next >= 0) { kg.state.set({ id: kg.data.things[next].id, pair: [], fact: "", read: "", quote: "" }, { replace: i >= 0 }); reveal(next); kg.say(describe(next)); }
    } else if (event.key === "Enter" && i >= 0) document.getElementById("panel-title").focus();
    else if (event.key === "e" && i >= 0) kg.expand(i);
    else if (event.key === "p" && i >= 0) kg.pathFrom(i);
    else if (event.key === "+" || event.key === "=") kg.zoomBy(1.3);
    else if (event.key === "-") kg.zoomBy(1 / 1.3);
    else if (event.key === "0") { fit(); labels(); } else return;
    event.preventDefault();
  };

  const describe = (i) => `${kg.data.things[i].name}, ${kg.data.typeOf(i).one}, ${kg.count(kg.data.factsOf(i).length, "fact")}`;

  /** The nearest thing in a direction; from nothing, the weightiest. */
  function step(cy, i, way) {
    const from = cy.getElementById(`n${i}`);
    if (from.empty()) return cy.nodes().empty() ? -1 : cy.nodes().toArray().reduce((a, b) => (a.data("i") < b.data("i") ? a : b)).data("i");
    const here = from.position();
    let best = -1;
    let least = Infinity;
    cy.nodes().forEach((node) => {
      const { x, y } = node.position();
      const along = (x - here.x) * way[0] + (y - here.y) * way[1];
      const aside = Math.abs((x - here.x) * way[1]) + Math.abs((y - here.y) * way[0]);
      if (along > 1 && along + 2 * aside < least) { least = along + 2 * aside; best = node.data("i"); }
    });
    return best;
  }

  /** Words beside the pointer; null takes them away. */
  kg.tip = function (event) {
    let tip = document.getElementById("tip");
    if (!tip) { tip = kg.el("div", { id: "tip", "aria-hidden": "true" }); document.getElementById("main").append(tip); }
    tip.hidden = !event;
    if (!event) return;
    const it = event.target;
    kg.put(tip, it.isNode() ? [kg.el("b", {}, kg.data.things[it.data("i")].name), kg.el("span", {}, describe(it.data("i")).split(", ").slice(-2).join(", "))]
      : [kg.el("b", {}, `${kg.data.things[it.source().data("i")].name} – ${kg.data.things[it.target().data("i")].name}`), kg.el("span", {}, it.data("words"))]);
    const at = event.renderedPosition || { x: 0, y: 0 };
    tip.style.setProperty("left", `${Math.min(at.x + 14, document.getElementById("main").clientWidth - 240)}px`);
    tip.style.setProperty("top", `${at.y + 14}px`);
  };
})(window.kg = window.kg || {});
