"use strict";
// An answer as a network: what two columns of IRIs, or the triples of a CONSTRUCT, tie together.
(function (kg) {
  const ask = (kg.ask = kg.ask || {});
  const MOST = 250; // nodes; more cannot be read
  const STEPS = 300;
  const NAMES = ["http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#prefLabel"];
  const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  let ids = 0;

  const isNode = (term) => Boolean(term) && term.type !== "literal";
  const tie = (from, to, label) => ({ from: from.value, to: to.value, label, terms: [from, to] });

  /** Columns that can be the ends of ties, those that name things of the graph first. @param {Answer} answer @returns {number[]} */
  ask.ends = function (answer) {
    const share = answer.columns.map((_, i) => {
      const nodes = answer.rows.filter((row) => isNode(row[i]) && !row[i].value.includes("#char="));
      const things = nodes.filter((row) => kg.data.byId(row[i].value) >= 0);
      return nodes.length ? 1 + things.length / nodes.length : 0;
    });
    return answer.columns.map((_, i) => i).filter((i) => share[i]).sort((a, b) => share[b] - share[a] || a - b);
  };

  /** Can the answer be drawn? @param {Answer} answer */
  ask.ties = (answer) => (answer.form === "triples" ? answer.triples.some((triple) => isNode(triple[2]) && triple[1].value !== TYPE) : ask.ends(answer).length > 1);

  /** @returns {{from: string, to: string, label: string, terms: Term[]}[]} */
  function edges(answer, ends) {
    if (answer.form === "triples") {
      return answer.triples.filter(([, p, o]) => isNode(o) && p.value !== TYPE).map(([s, p, o]) => tie(s, o, ask.short(p.value).replace(/^.*:/, "")));
    }
    const told = answer.columns.findIndex((name, i) => !ends.includes(i) && /relation|role|title|kind|status|predicate/i.test(name) && !answer.rows.some((row) => (row[i] ? row[i].value.length > 60 : false)));
    const rows = answer.rows.filter((row) => isNode(row[ends[0]]) && isNode(row[ends[1]]));
    return rows.map((row) => tie(row[ends[0]], row[ends[1]], told < 0 ? "" : ask.text(row[told]).replace(/^kg:/, "")));
  }

  /** Nodes and ties between different ones, each tie once with all its labels. */
  function graph(answer, ends) {
    const names = new Map(answer.triples.filter(([, p]) => NAMES.includes(p.value)).map(([s, , o]) => [s.value, o.value]));
    const nodes = new Map();
    const links = new Map();
    let left = 0;
    for (const edge of edges(answer, ends)) {
      const fresh = [edge.from, edge.to].filter((iri) => !nodes.has(iri));
      if (nodes.size + fresh.length > MOST) {
        left += 1;
        continue;
      }
      edge.terms.forEach((term) => {
        if (nodes.has(term.value)) return;
        const at = kg.data.byId(term.value);
        nodes.set(term.value, { id: term.value, term, name: names.get(term.value) || ask.name(term.value), type: at >= 0 ? kg.data.things[at].type : "" });
      });
      if (edge.from === edge.to) continue;
      const key = `${edge.from} ${edge.to}`;
      if (!links.has(key)) links.set(key, { source: edge.from, target: edge.to, labels: new Set() });
      if (edge.label) links.get(key).labels.add(edge.label);
    }
    return { nodes: [...nodes.values()], links: [...links.values()], left };
  }

  const cut = (name) => (name.length > 30 ? `${name.slice(0, 29)}…` : name);

  function place(found) {
    const simulation = window.d3
      .forceSimulation(found.nodes)
      .force("link", window.d3.forceLink(found.links).id((node) => node.id).distance(150))
      .force("charge", window.d3.forceManyBody().strength(-520))
      .force("apart", window.d3.forceCollide(34))
      .force("x", window.d3.forceX().strength(0.06))
      .force("y", window.d3.forceY().strength(0.09))
      .stop();
    simulation.tick(STEPS); // all at once: a drawing that stands still can be read
  }

  function drawn(found) {
    const arrow = `ask-arrow-${(ids += 1)}`;
    const lines = found.links.map(({ source, target, labels }) => {
      const length = Math.hypot(target.x - source.x, target.y - source.y) || 1;
      const [x, y] = [target.x - ((target.x - source.x) * 11) / length, target.y - ((target.y - source.y) * 11) / length];
      const words = [...labels].slice(0, 2).join(", ") + (labels.size > 2 ? " …" : "");
      return kg.svg("g", {},
        kg.svg("line", { class: "ask-tie", x1: source.x, y1: source.y, x2: x, y2: y, "marker-end": `url(#${arrow})` }),
        kg.svg("text", { class: "ask-tie-name", x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 - 3 }, cut(words)));
    });
    const dots = found.nodes.map((node) => {
      const opens = ask.opens(node.term);
      const group = kg.svg("g", { class: `ask-node${opens ? " opens" : ""}`, tabindex: opens ? "0" : null, role: opens ? "button" : "img", "aria-label": node.name },
        kg.svg("title", {}, node.type ? `${node.name} (${node.type})` : node.name),
        kg.svg("circle", { class: "ask-room", cx: node.x, cy: node.y + 4, r: 17 }),
        kg.svg("circle", { class: "ask-dot", cx: node.x, cy: node.y, r: 8, style: { fill: node.type ? `var(--type-${node.type})` : "var(--muted)" } }),
        kg.svg("text", { x: node.x, y: node.y + 22 }, cut(node.name)));
      if (opens) {
        group.addEventListener("click", opens.open);
        group.addEventListener("keydown", (event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          opens.open();
        });
      }
      return group;
    });
    const marker = kg.svg("marker", { id: arrow, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" }, kg.svg("path", { class: "ask-point", d: "M0 0 8 4 0 8Z" }));
    const inside = kg.svg("g", {}, ...lines, ...dots);
    const [xs, ys] = ["x", "y"].map((axis) => found.nodes.map((node) => node[axis]));
    const middle = (values) => (Math.min(...values) + Math.max(...values)) / 2;
    // a few nodes are not blown up to fill the picture
    const [width, height] = [Math.max(900, Math.max(...xs) - Math.min(...xs) + 220), Math.max(440, Math.max(...ys) - Math.min(...ys) + 80)];
    const box = [middle(xs) - width / 2, middle(ys) - height / 2, width, height];
    const picture = kg.svg("svg", { class: "ask-picture", viewBox: box.map(Math.round).join(" "), role: "group", "aria-label": "the answer as a network" }, kg.svg("defs", {}, marker), inside);
    const zoom = window.d3.zoom().scaleExtent([0.5, 12]).on("zoom", (event) => inside.setAttribute("transform", event.transform));
    window.d3.select(picture).call(zoom).on("dblclick.zoom", null);
    return picture;
  }

  /**
   * The network of an answer that {@link ask.ties}.
   * @param {Answer} answer
   * @returns {HTMLElement}
   */
  ask.network = function (answer) {
    const known = ask.ends(answer);
    const ends = [Math.min(...known.slice(0, 2)), Math.max(...known.slice(0, 2))];
    const place_ = kg.el("div", { class: "ask-place" });
    const told = kg.el("p", { class: "ask-note" });
    const show = () => {
      const found = graph(answer, ends);
      if (!found.nodes.length) {
        kg.put(place_, kg.el("p", {}, "No row has both ends."));
        return;
      }
      place(found);
      kg.put(place_, drawn(found));
      told.textContent = `${kg.count(found.nodes.length, "node")}, ${kg.count(found.links.length, "tie")}${found.left ? `; ${found.left.toLocaleString("en")} more rows are left out, since more than ${MOST} nodes cannot be read` : ""}. Scroll to zoom, drag to move.`;
    };
    const choose = (label, at) => {
      const select = kg.el("select", {}, ...known.map((i) => kg.el("option", { value: String(i) }, answer.columns[i])));
      select.value = String(ends[at]);
      select.addEventListener("change", () => {
        ends[at] = Number(select.value);
        show();
      });
      return kg.el("label", {}, `${label} `, select);
    };
    show();
    const bar = answer.form === "rows" && known.length > 2 ? kg.el("div", { class: "ask-choose" }, choose("from", 0), choose("to", 1)) : null;
    return kg.el("div", { class: "ask-network" }, bar, told, place_);
  };
})(window.kg = window.kg || {});
