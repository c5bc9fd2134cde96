"use strict";
/* The network: draws what kg.shown says, follows the state, and answers to mouse, touch and keys. */
(function (kg) {
  let cy = null;
  let box = null;
  let note = null;
  let hint = null;
  let empty = null;
  let picking = -1; // the thing whose path is looked for, while the other end is still to be told
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");

  let fitted = false; // until the reader moves the drawing, it fits into its place whatever that does
  let quiet = 0; // after a click the drawing stays where it is for as long as a second one may follow
  let waiting = null;
  const calm = (fn) => { if (quiet) waiting = fn; else fn(); };
  function hush() {
    clearTimeout(quiet);
    quiet = setTimeout(loud, 350);
  }
  function loud() {
    clearTimeout(quiet);
    quiet = 0;
    const fn = waiting;
    waiting = null;
    if (fn) fn();
  }
  const chosen = () => kg.data.byId(kg.state.get().id);
  const idOf = (i) => `n${i}`;

  function draw() {
    const shown = kg.shown();
    const lines = kg.lines(shown.things, shown.facts);
    const keep = new Set(shown.things.map(idOf));
    const keys = new Set(lines.map((line) => line.key));
    const fresh = [];
    let anew = false;
    cy.batch(() => {
      cy.edges().filter((edge) => !keys.has(edge.id())).remove();
      cy.nodes().filter((node) => !keep.has(node.id())).remove();
      const { places, moved } = kg.settle(cy, shown, lines);
      anew = moved;
      for (const i of shown.things) {
        const known = cy.getElementById(idOf(i));
        if (known.nonempty()) {
          if (moved) known.position(places.get(i));
          continue;
        }
        const thing = kg.data.things[i];
        const side = Math.round(2 * kg.radius(thing.weight));
        cy.add({ group: "nodes", data: { id: idOf(i), i, type: thing.type, side, label: "", font: 12, halo: 2, side_of: "bottom", lift: 3, over: 1000000 - i, lines: kg.wrap(thing.name) }, position: { ...places.get(i) } });
        fresh.push(i);
      }
      for (const line of lines) {
        if (cy.getElementById(line.key).nonempty()) continue;
        const words = line.kind === "statistic" && line.facts.length > 1 ? `${line.facts.length} figures` : line.relation;
        cy.add({
          group: "edges",
          data: {
            id: line.key, font: 11, shown: "", source: idOf(line.s), target: idOf(line.o), facts: line.facts, kind: line.kind, dashed: Boolean(line.status), two: line.relation === "cooperates with",
            words: line.status ? `${words} (${line.status})` : words,
          },
        });
      }
    });
    dress(lines.length > 800);
    mark(shown);
    tell(shown);
    return { fresh, shown, anew };
  }

  let dressed = "";
  /** Give the drawing its style sheet; working that out anew for every element is slow, so only where it changes. */
  function dress(many) {
    const wanted = `${kg.theme()} ${many}`;
    if (wanted === dressed) return;
    dressed = wanted;
    cy.style(kg.drawingStyle(many));
  }

  /** Light up what is chosen and dim the rest. */
  function mark(shown) {
    const state = kg.state.get();
    const way = new Set(shown.path.map(idOf));
    const i = chosen();
    cy.batch(() => {
      cy.elements().removeClass("chosen lit near faded path");
      const fact = kg.data.facts[kg.data.factByKey(state.fact)];
      const told = state.pair.length === 2 ? state.pair.map(kg.data.byId) : fact && fact.s >= 0 && fact.o >= 0 ? [fact.s, fact.o] : [];
      const pair = told.map(idOf);
      let bright = cy.collection();
      if (way.size) {
        const nodes = cy.nodes().filter((node) => way.has(node.id()));
        nodes.addClass("path");
        bright = bright.union(nodes);
        shown.path.slice(1).forEach((b, at) => {
          const between = cy.getElementById(idOf(shown.path[at])).edgesWith(cy.getElementById(idOf(b)));
          between.addClass("path");
          bright = bright.union(between);
        });
      }
      if (pair.length === 2) {
        const ends = cy.getElementById(pair[0]).union(cy.getElementById(pair[1]));
        const between = cy.getElementById(pair[0]).edgesWith(cy.getElementById(pair[1]));
        ends.addClass("chosen");
        between.addClass("lit");
        bright = bright.union(ends).union(between);
      } else if (i >= 0) {
        const node = cy.getElementById(idOf(i));
        node.addClass("chosen");
        if (!way.size) {
          node.connectedEdges().addClass(node.degree() <= 25 ? "lit" : "");
          node.openNeighborhood("node").addClass("near");
          bright = bright.union(node.closedNeighborhood());
        } else bright = bright.union(node);
      }
      if (bright.nonempty()) cy.elements().difference(bright).addClass("faded");
    });
    labels();
  }

  function labels() {
    const ids = (found) => new Set(found.map((node) => node.id()));
    kg.placeLabels(cy, ids(cy.nodes(".chosen, .path")), ids(cy.nodes(".near")));
  }

  function tell(shown) {
    const of = shown.of;
    const words = shown.things.length >= of ? `All ${kg.count(of, "thing")} of which something is told.`
      : `${kg.number(shown.things.length)} of ${kg.number(of)} things with facts, those that most articles name.`;
    empty.hidden = shown.things.length > 0;
    kg.put(note, shown.things.length ? words : "Nothing to draw.", shown.capped ? ` No more than ${kg.number(kg.MOST)} are drawn at once; the least weighty gave way.` : "",
      shown.limit < of && !shown.capped ? kg.el("button", { type: "button", onclick: () => kg.state.set({ most: String(Math.min(kg.MOST, shown.limit * 2)) }) }, "Show more") : null);
  }

  function fit(elements) {
    const all = elements || cy.elements();
    if (all.empty()) return;
    cy.resize();
    fitted = !elements;
    cy.fit(all, 36);
    if (cy.zoom() > 1.3) { cy.zoom(1.3); cy.center(all); }
    labels();
  }

  /** Bring a thing into view without changing the scale much. */
  function reveal(i) {
    const node = cy.getElementById(idOf(i));
    if (node.empty()) return;
    fitted = false;
    const area = cy.extent();
    const { x, y } = node.position();
    const margin = 60 / cy.zoom();
    const inside = x > area.x1 + margin && x < area.x2 - margin && y > area.y1 + margin && y < area.y2 - margin;
    if (inside && cy.zoom() > 0.35) return;
    const zoom = Math.max(cy.zoom(), 0.6);
    const pan = { x: cy.width() / 2 - x * zoom, y: cy.height() / 2 - y * zoom };
    if (still.matches) { cy.viewport({ zoom, pan }); labels(); } else cy.stop().animate({ zoom, pan }, { duration: 250, complete: labels });
  }

  kg.pathFrom = function (i) {
    picking = i;
    kg.state.set({ view: "network" });
    kg.put(hint, `Path from ${kg.data.things[i].name}: click the other end, or search for it. `, kg.el("button", { type: "button", onclick: stopPicking }, "Cancel"));
    hint.hidden = false;
    kg.say(`Path from ${kg.data.things[i].name}: choose the other end`);
    kg.focusSearch();
  };
  function stopPicking() { picking = -1; hint.hidden = true; }

  /** A thing was chosen by click, key or search. */
  kg.choose = function (i) {
    if (picking >= 0 && picking !== i) {
      const from = picking;
      stopPicking();
      kg.state.set({ view: "network", path: [kg.data.things[from].id, kg.data.things[i].id], id: "", pair: [], fact: "", read: "", quote: "" });
    } else kg.show.thing(i);
  };
  kg.stopPicking = () => { const was = picking >= 0; if (was) stopPicking(); return was; };

  function listen() {
    cy.on("tap", (event) => {
      const it = event.target;
      hush();
      if (it === cy) { if (!kg.stopPicking()) kg.state.set({ id: "", pair: [], fact: "", read: "", quote: "" }); } else if (it.isNode()) kg.choose(it.data("i"));
      else kg.show.pair(it.source().data("i"), it.target().data("i"));
    });
    let tapped = -1;
    const expand = (i) => { loud(); kg.expand(i); };
    cy.on("tap", (event) => { tapped = event.target !== cy && event.target.isNode() ? event.target.data("i") : -1; });
    cy.on("dbltap", "node", (event) => expand(event.target.data("i")));
    // the system's own double click, too: its pace is the reader's choice, cytoscape's is a quarter of a second
    box.addEventListener("dblclick", () => { if (tapped >= 0) expand(tapped); });
    cy.on("mouseover", "node, edge", (event) => { event.target.addClass("over"); box.classList.add("pointing"); kg.tip(event); });
    cy.on("mouseout", "node, edge", (event) => { event.target.removeClass("over"); box.classList.remove("pointing"); kg.tip(null); });
    let zooming = 0;
    cy.on("zoom", () => { clearTimeout(zooming); zooming = setTimeout(labels, 60); });
    cy.on("dragfree", "node", labels);
    cy.on("dragpan scrollzoom pinchzoom", () => { fitted = false; });
    box.addEventListener("keydown", (event) => kg.networkKey(event, cy, { fit, labels, reveal }));
  }

  kg.view("network", {
    title: "Network",
    mount(el) {
      box = kg.el("div", { id: "network", tabindex: "0", role: "application",
        "aria-label": "Network. Arrow keys go from thing to thing, Enter opens the card, e expands, plus and minus zoom. The tab Table shows the same as a table." });
      note = kg.el("p", { class: "note" });
      hint = kg.el("p", { class: "hint", role: "status", hidden: true });
      const tool = (label, title, act) => kg.el("button", { type: "button", class: "icon", "aria-label": title, title, onclick: act }, label);
      empty = kg.el("p", { class: "hint", role: "status", hidden: true }, "Nothing is left after narrowing. ", kg.el("button", { type: "button", onclick: () => document.getElementById("reset").click() }, "Show everything"));
      el.append(box, hint, empty, kg.el("div", { class: "corner" }, note),
        kg.el("div", { class: "zoom", role: "group", "aria-label": "Drawing" },
          tool("+", "Zoom in (+)", () => zoomBy(1.3)), tool("−", "Zoom out (−)", () => zoomBy(1 / 1.3)),
          tool("⤢", "Everything in view (0)", () => fit()), tool("↺", "Start again: undo expanding and paths", () => { kg.state.set({ expand: [], path: [], id: "", pair: [], most: "" }); fit(); }),
          tool("⇩", "Save as picture (PNG)", () => kg.download("network.png", "image/png", cy.png({ output: "blob", full: true, scale: 2, maxWidth: 8000, maxHeight: 8000, bg: kg.colour("--bg") })))));
      cy = cytoscape({ container: box, elements: [], style: kg.drawingStyle(false), minZoom: 0.02, maxZoom: 4, boxSelectionEnabled: false, autounselectify: true,
        hideEdgesOnViewport: false, textureOnViewport: false });
      kg.cy = cy;
      listen();
      kg.on("theme", () => dress(cy.edges().length > 800));
      const resized = () => { cy.resize(); if (fitted) fit(); else if (chosen() >= 0) reveal(chosen()); };
      new ResizeObserver(() => { if (waiting === null) calm(resized); }).observe(box);
      draw();
      fit();
      if (chosen() >= 0) reveal(chosen());
    },
    update(state, changed) {
      const { fresh, shown, anew } = draw();
      calm(() => {
        cy.resize();
        if (changed.has("path") && shown.path.length) fit(cy.nodes(".path").closedNeighborhood());
        else if (changed.has("expand") && chosen() >= 0) fit(cy.getElementById(idOf(chosen())).closedNeighborhood());
        else if (anew) fit();
        else if (chosen() >= 0 && changed.has("id")) reveal(chosen());
        else if (changed.has("fact") && kg.data.factByKey(state.fact) >= 0) reveal(kg.data.facts[kg.data.factByKey(state.fact)].s);
        if (fresh.length) labels();
      });
    },
  });

  function zoomBy(factor) {
    fitted = false;
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    labels();
  }
  kg.zoomBy = zoomBy;
})(window.kg = window.kg || {});
