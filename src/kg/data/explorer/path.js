"use strict";
/* The shortest way between two things, step by step with the facts that make it. */
(function (kg) {
  const name = (i) => (i < 0 ? "something that this graph does not hold" : kg.data.things[i].name);

  kg.panel("path", {
    order: 5,
    keys: ["path"],
    when: (state) => state.path.length === 2,
    close: { path: [] },
    title: (state) => { const [a, b] = state.path.map(kg.data.byId); return `From ${name(a)} to ${name(b)}`; },
    draw(el, state) {
      const [a, b] = state.path.map(kg.data.byId);
      const way = kg.path(a, b);
      if (!way) {
        kg.put(el, kg.el("p", { class: "about" }, "No chain of facts leads from one to the other, in the whole graph."));
        return;
      }
      kg.put(el,
        kg.el("p", { class: "about" }, `${kg.count(way.length - 1, "step")}, none shorter in the whole graph.`),
        kg.el("ol", { class: "way" }, way.map((i, at) => kg.el("li", {},
          kg.el("p", { class: "stop" }, kg.icon(kg.data.things[i].type), kg.thingButton(i)),
          at + 1 < way.length ? kg.el("ul", { class: "facts" }, kg.factsBetween(i, way[at + 1]).slice(0, 6).map((fact) => kg.factRow(fact))) : null))));
    },
  });
})(window.kg = window.kg || {});
