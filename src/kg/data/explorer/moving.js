"use strict";
/* Going from thing to thing by keys, and the words beside the pointer. */
(function (kg) {
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
    if (!tip) { tip = kg.el("div", { id: "tip", "aria-hidden": "true" }); document.getElementById("views").append(tip); }
    tip.hidden = !event;
    if (!event) return;
    const it = event.target;
    kg.put(tip, it.isNode() ? [kg.el("b", {}, kg.data.things[it.data("i")].name), kg.el("span", {}, describe(it.data("i")).split(", ").slice(-2).join(", "))]
      : [kg.el("b", {}, `${kg.data.things[it.source().data("i")].name} – ${kg.data.things[it.target().data("i")].name}`), kg.el("span", {}, it.data("words"))]);
    const at = event.renderedPosition || { x: 0, y: 0 };
    tip.style.setProperty("left", `${Math.min(at.x + 14, document.getElementById("views").clientWidth - 240)}px`);
    tip.style.setProperty("top", `${at.y + 14}px`);
  };
})(window.kg = window.kg || {});
