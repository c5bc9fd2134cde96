"use strict";
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const card = read("kg-card");
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;
  const styles = new Map(card.types.map((t) => [t.type, t]));
  const shapeOf = (type) => styles.get(type);

  /* An element with text; what an article says only ever becomes text. */
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "onclick") element.addEventListener("click", value);
      else element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };

  /* ---- theme ---- */
  const wish = window.matchMedia("(prefers-color-scheme: dark)");
  let dark = wish.matches;
  const colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();

  /* ---- the drawing ---- */
  const nodeRows = read("kg-nodes");
  const edgeRows = read("kg-edges");
  const labels = new Map(nodeRows.map((n) => [n.id, n.label.split("\n")]));
  const rank = new Map(nodeRows.map((n) => [n.id, n.rank]));
  const home = new Map(nodeRows.map((n) => [n.id, n]));
  const nodes = new vis.DataSet(nodeRows.map((n) => ({
    id: n.id, x: n.x, y: n.y, shape: n.shape, size: n.size, hidden: n.only_mentioned, title: card.things[n.id].name,
  })));
  const edges = new vis.DataSet(edgeRows.map((e) => ({
    id: e.id, from: e.from, to: e.to, dashes: e.dashes, smooth: e.smooth,
    title: `${card.things[e.from].name} – ${e.relation} – ${card.things[e.to].name}`,
  })));
  const relation = new Map(edgeRows.map((e) => [e.id, e]));
  const network = new vis.Network(byId("network"), { nodes, edges }, read("kg-options"));
  const near = new Map(nodeRows.map((n) => [n.id, new Set([n.id])]));
  for (const e of edgeRows) { near.get(e.from).add(e.to); near.get(e.to).add(e.from); }

  let chosen = null; // { node } or { edge }
  let over = null;
  const off = new Set(); // types switched off
  let mentioned = false; // whether things of which nothing but the name is told are shown
  const shownAnyway = new Set(); // those that the reader went to
  const MANY = 150;
  let most = Math.min(nodeRows.length, MANY); // how many of the weightiest are shown

  const visible = (n) => !off.has(card.things[n.id].type) && (shownAnyway.has(n.id) || (n.rank < most && (mentioned || !n.only_mentioned)));
  const inFocus = (id) => {
    if (!chosen) return true;
    if ("node" in chosen) return near.get(chosen.node).has(id);
    const e = relation.get(chosen.edge);
    return e.from === id || e.to === id;
  };
  const edgeInFocus = (e) => !chosen || ("node" in chosen ? e.from === chosen.node || e.to === chosen.node : e.id === chosen.edge);

  /* Far out, shapes would shrink to dots: they grow against the zoom. */
  let swell = 1;
  const grow = () => {
    const to = Math.min(Math.max(0.32 / network.getScale(), 1), 12);
    if (Math.abs(to - swell) / swell < 0.08) return;
    swell = to;
    nodes.update(nodeRows.map((n) => ({ id: n.id, size: n.size * swell })));
    network.setOptions({ edges: { width: Math.max(1.6, 1.1 / network.getScale()) } });
  };
  let growing = 0;
  network.on("zoom", () => { clearTimeout(growing); growing = setTimeout(grow, 60); });

  const paint = () => {
    const [ground, ink, accent, edge, warn] = ["--ground", "--ink", "--accent", "--edge", "--warn"].map(colour);
    nodes.update(nodeRows.map((n) => {
      const style = shapeOf(card.things[n.id].type);
      const fill = dark ? style.dark : style.light;
      return {
        id: n.id, hidden: !visible(n), size: n.size * swell, opacity: inFocus(n.id) ? 1 : 0.28,
        color: { background: fill, border: ground, highlight: { background: fill, border: ink }, hover: { background: fill, border: ink } },
      };
    }));
    edges.update(edgeRows.map((e) => {
      const focus = edgeInFocus(e);
      const line = e.status ? warn : chosen && focus ? accent : edge;
      return {
        id: e.id, hidden: !visible(home.get(e.from)) || !visible(home.get(e.to)),
        color: { color: line, highlight: e.status ? warn : accent, hover: e.status ? warn : accent, opacity: focus ? (chosen ? 1 : 0.75) : 0.25 },
      };
    }));
  };

  /* Labels are drawn here and not by the library: as large on the screen at every zoom, the weightiest first, none over another. */
  const FONT = 12.5;
  const widths = new Map();
  const free = (box, taken) => taken.every((t) => box.right < t.left || box.left > t.right || box.bottom < t.top || box.top > t.bottom);
  network.on("afterDrawing", (context) => {
    const scale = network.getScale();
    const unit = 1 / scale;
    const family = getComputedStyle(document.body).fontFamily;
    const view = byId("network");
    const corner = network.DOMtoCanvas({ x: 0, y: 0 });
    const end = network.DOMtoCanvas({ x: view.clientWidth, y: view.clientHeight });
    const wanted = nodeRows.filter((n) => visible(n));
    const first = (n) => (over === n.id || (chosen && chosen.node === n.id) ? 0 : chosen && inFocus(n.id) ? 1 : 2);
    wanted.sort((a, b) => first(a) - first(b) || a.rank - b.rank);
    const ground = colour("--ground");
    const ink = colour("--ink");
    const places = network.getPositions(wanted.map((n) => n.id));
    const taken = [];
    const cells = new Map(); // a coarse grid, so that each label is compared with its neighbours only
    const side = 160 * unit;
    const around = (box) => {
      const keys = [];
      for (let x = Math.floor(box.left / side); x <= Math.floor(box.right / side); x += 1)
        for (let y = Math.floor(box.top / side); y <= Math.floor(box.bottom / side); y += 1) keys.push(`${x}:${y}`);
      return keys;
    };
    const put = (box) => { taken.push(box); for (const key of around(box)) { if (!cells.has(key)) cells.set(key, []); cells.get(key).push(box); } };
    for (const n of wanted) {
      const { x, y } = places[n.id];
      const r = n.size * swell * 0.8;
      if (r * scale > 3.5) put({ left: x - r, right: x + r, top: y - r, bottom: y + r, own: n.id });
    }
    context.save();
    context.textBaseline = "top";
    context.textAlign = "center";
    context.lineJoin = "round";
    context.lineWidth = 3.5 * unit;
    context.strokeStyle = ground;
    /* what the chosen lines say, level, beside each other's */
    context.font = `italic ${(FONT - 0.5) * unit}px ${family}`;
    context.fillStyle = colour("--accent");
    for (const e of chosen ? edgeRows : []) {
      if (!edgeInFocus(e) || !visible(home.get(e.from)) || !visible(home.get(e.to))) continue;
      const [a, b] = [places[e.from], places[e.to]];
      const width = context.measureText(e.relation).width;
      const height = FONT * 1.1 * unit;
      let best = null;
      for (const along of [0.5, 0.42, 0.58, 0.34, 0.66]) {
        for (const down of [-0.5, 0.6, -1.6, 1.7, -2.7]) {
          const [x, top] = [a.x + (b.x - a.x) * along, a.y + (b.y - a.y) * along + down * height];
          const box = { left: x - width / 2, right: x + width / 2, top, bottom: top + height };
          best = best || box;
          if (free(box, around(box).flatMap((cell) => cells.get(cell) || []))) { best = box; break; }
        }
        if (taken.length && best && free(best, around(best).flatMap((cell) => cells.get(cell) || []))) break;
      }
      put(best);
      context.strokeText(e.relation, (best.left + best.right) / 2, best.top);
      context.fillText(e.relation, (best.left + best.right) / 2, best.top);
    }
    for (const n of wanted) {
      const { x, y } = places[n.id];
      if (x < corner.x || x > end.x || y < corner.y || y > end.y) continue;
      const strong = first(n) < 2;
      context.font = `${strong ? "600 " : ""}${FONT * unit}px ${family}`;
      const lines = labels.get(n.id);
      const key = `${n.id}${strong ? "!" : ""}`;
      if (!widths.has(key)) widths.set(key, Math.max(...lines.map((line) => context.measureText(line).width)) * scale);
      const width = widths.get(key) * unit;
      const height = lines.length * FONT * 1.16 * unit;
      const gap = 3 * unit;
      const r = n.size * swell;
      const spots = [[x, y + r + gap], [x, y - r - gap - height], [x + r + gap + width / 2, y - height / 2], [x - r - gap - width / 2, y - height / 2]];
      let spot = null;
      for (const [cx, top] of spots) {
        const box = { left: cx - width / 2 - gap, right: cx + width / 2 + gap, top, bottom: top + height };
        const others = around(box).flatMap((cell) => cells.get(cell) || []).filter((t) => t.own !== n.id && (nodeRows.length <= MANY || n.rank > 9 || !t.own)); // of many, the weightiest may cover shapes
        if (free(box, others)) { spot = [cx, top]; put(box); break; }
      }
      if (!spot && first(n) === 0) spot = spots[0];
      if (!spot) continue;
      context.globalAlpha = inFocus(n.id) ? 1 : 0.35;
      context.strokeStyle = ground;
      context.fillStyle = ink;
      context.lineWidth = 3.5 * unit;
      lines.forEach((line, i) => {
        context.strokeText(line, spot[0], spot[1] + i * FONT * 1.16 * unit);
        context.fillText(line, spot[0], spot[1] + i * FONT * 1.16 * unit);
      });
    }
    context.restore();
  });

  /* ---- the card ---- */
  const say = {
    post: "Posts", event: "What, when and where", organizer: "Organized", participant: "Taking part", agreement: "Agreement",
    signatory: "Parties", statistic: "Figures", statement: "Statements", tie: "Ties",
  };
  const thing = (id) => make("button", { type: "button", class: "thing", onclick: () => choose({ node: id }, true) }, card.things[id].name);

  const quotes = (numbers, open) => {
    const box = make("details", {}, make("summary", {}, numbers.length === 1 ? "The words" : `The words, ${numbers.length} places`));
    box.open = open;
    for (const number of numbers) {
      const [article, start, end, text] = card.quotes[number];
      const source = card.sources[article] || {};
      const name = source.title || article;
      const place = [source.publisher, source.date, source.title ? article : "", `characters ${start}–${end}`].filter(Boolean).join(" · ");
      const title = source.url ? make("a", { href: source.url, rel: "noopener noreferrer", target: "_blank" }, name) : make("cite", {}, name);
      box.append(make("blockquote", {}, text, make("footer", {}, title, ` · ${place}`)));
    }
    return box;
  };

  const tell = (fact, about, open) => {
    const line = make("p");
    if (fact.kind === "statement") {
      if (fact.s !== about) line.append(thing(fact.s), ": ");
      line.append(fact.text);
    } else {
      if (fact.s !== about || fact.o) line.append(fact.s === about ? card.things[fact.s].name : thing(fact.s), " ");
      if (fact.text) line.append(fact.o ? "– " : "", fact.text);
      else if (fact.r) line.append(make("b", {}, fact.r), " ");
      if (fact.o) line.append(fact.text ? ", with " : "", fact.o === about ? card.things[fact.o].name : thing(fact.o));
      if (!line.textContent.trim()) line.append(say[fact.kind]);
    }
    const box = make("div", { class: "fact" }, line);
    const details = fact.details.map(([name, value]) => `${name} ${value}`).join(" · ");
    const status = fact.status && fact.kind !== "statement" ? [make("span", { class: fact.asserted ? "status" : "status other" }, fact.status), " "] : [];
    if (details || status.length) box.append(make("p", { class: "detail" }, ...status, details));
    if (fact.quotes.length) box.append(quotes(fact.quotes, open));
    return box;
  };

  const welcome = () => {
    byId("card").replaceChildren(
      make("h2", {}, "Where every fact comes from"),
      make("p", { class: "about" }, "Choose a thing or a line to read what the articles say of it, word for word. Full lines are told as so; dashed ones are planned, former, denied or otherwise not so, and say which."),
    );
  };

  const show = () => {
    const box = byId("card");
    box.scrollTop = 0;
    if (!chosen) { welcome(); return; }
    if ("edge" in chosen) {
      const e = relation.get(chosen.edge);
      box.replaceChildren(make("h2", {}, thing(e.from), ` ${e.relation} `, thing(e.to)), ...e.facts.map((i) => tell(card.facts[i], "", true)));
      return;
    }
    const id = chosen.node;
    const it = card.things[id];
    const parts = [make("h2", {}, it.name), make("p", { class: "about" }, (shapeOf(it.type) || { one: it.type }).one)];
    if (it.other.length) parts.push(make("p", { class: "about" }, `also ${it.other.join(", ")}`));
    if (it.links.length) {
      const links = it.links.map((l) => make("a", { href: l, rel: "noopener noreferrer", target: "_blank" }, new URL(l).hostname.replace(/^www\./, "")));
      parts.push(make("p", { class: "about" }, "same as ", ...links.flatMap((l, i) => (i ? [", ", l] : [l]))));
    }
    let kind = "";
    const mine = card.facts.filter((f) => f.s === id || f.o === id);
    for (const fact of mine) {
      if (fact.kind !== kind) parts.push(make("h3", {}, say[fact.kind] || fact.kind));
      kind = fact.kind;
      parts.push(tell(fact, id, mine.length < 3));
    }
    if (it.quotes.length) parts.push(make("h3", {}, "Named in"), quotes(it.quotes, !mine.length));
    box.replaceChildren(...parts);
  };

  /* ---- choosing ---- */
  const choose = (what, go = false) => {
    chosen = what;
    if (what && "node" in what) {
      if (off.delete(card.things[what.node].type)) drawLegend();
      for (const id of near.get(what.node)) shownAnyway.add(id);
    }
    paint();
    show();
    const side = document.querySelector("aside");
    side.scrollTo({ top: what ? side.scrollTop + byId("card").getBoundingClientRect().top - side.getBoundingClientRect().top : 0 });
    if (what && "node" in what) network.selectNodes([what.node]);
    else if (what) network.setSelection({ nodes: [], edges: [what.edge] });
    else network.unselectAll();
    if (go && what && "node" in what) fit((n) => near.get(what.node).has(n.id) && visible(n), 1.5);
  };
  network.on("click", ({ nodes: n, edges: e }) => choose(n.length ? { node: n[0] } : e.length ? { edge: e[0] } : null));
  network.on("hoverNode", ({ node }) => { over = node; network.redraw(); });
  network.on("blurNode", () => { over = null; network.redraw(); });

  /* ---- legend ---- */
  const NS = "http://www.w3.org/2000/svg";
  const outline = {
    dot: "M8 2a6 6 0 1 0 .01 0Z", square: "M3 3h10v10H3Z", diamond: "M8 1l7 7-7 7-7-7Z", triangle: "M8 2l7 12H1Z", triangleDown: "M8 14L1 2h14Z",
    star: "M8 1l2.1 4.7 5 .5-3.8 3.4 1.1 5L8 12l-4.4 2.6 1.1-5L.9 6.2l5-.5Z", hexagon: "M4.5 2h7L15 8l-3.5 6h-7L1 8Z",
  };
  const icon = (t) => {
    const svg = document.createElementNS(NS, "svg");
    svg.setAttribute("width", "16"); svg.setAttribute("height", "16"); svg.setAttribute("viewBox", "0 0 16 16"); svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(NS, "path");
    path.setAttribute("d", outline[t.shape] || outline.dot);
    path.setAttribute("fill", dark ? t.dark : t.light);
    svg.append(path);
    return svg;
  };
  const drawLegend = () => {
    const rows = card.types.map((t) => {
      const box = make("input", { type: "checkbox", "data-type": t.type });
      box.checked = !off.has(t.type);
      box.addEventListener("change", () => { if (box.checked) off.delete(t.type); else off.add(t.type); drawLegend(); paint(); byId("legend").querySelector(`[data-type="${t.type}"]`).focus(); });
      return make("label", { class: box.checked ? "" : "off" }, box, icon(t), t.many, make("span", { class: "n" }, String(t.count)));
    });
    const quiet = nodeRows.filter((n) => n.only_mentioned).length;
    if (quiet) {
      const box = make("input", { type: "checkbox", id: "mentioned" });
      box.checked = mentioned;
      box.addEventListener("change", () => { mentioned = box.checked; paint(); fit(); });
      rows.push(make("label", { class: "wide" }, box, "also what is only mentioned", make("span", { class: "n" }, String(quiet))));
    }
    if (nodeRows.length > MANY) {
      const range = make("input", { type: "range", id: "most", min: "50", max: String(nodeRows.length), step: "10" });
      range.value = String(most);
      const count = make("span", { class: "n" }, `${most} of ${nodeRows.length}`);
      range.addEventListener("input", () => { most = range.value >= nodeRows.length - 9 ? nodeRows.length : Number(range.value); count.textContent = `${most} of ${nodeRows.length}`; });
      range.addEventListener("change", () => { paint(); fit(); });
      rows.push(make("label", { class: "wide" }, "the most told of", range, count));
    }
    if (card.all > nodeRows.length) rows.push(make("p", { id: "limit" }, `Shown: the ${nodeRows.length} things that most is told of, of ${card.all}. All of them are in the exported files and answer to kg query.`));
    byId("legend").replaceChildren(...rows);
  };

  /* ---- search ---- */
  const fold = (text) => text.replace(/[đĐ]/g, "d").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const names = nodeRows.map((n) => ({ id: n.id, keys: [card.things[n.id].name, ...card.things[n.id].other].map(fold) }));
  const input = byId("search");
  const list = byId("found");
  let at = -1;
  const find = (text) => {
    const words = fold(text).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const grade = (keys) => {
      const fits = keys.filter((k) => words.every((w) => k.includes(w)));
      return fits.length ? (fits.some((k) => k.startsWith(words[0])) ? 0 : 1) : 2;
    };
    return names.map((n) => [grade(n.keys), n.id]).filter(([g]) => g < 2).sort((a, b) => a[0] - b[0] || rank.get(a[1]) - rank.get(b[1])).slice(0, 12).map(([, id]) => id);
  };
  const close = () => { list.hidden = true; list.replaceChildren(); at = -1; };
  const mark = (to) => {
    const options = [...list.children];
    if (!options.length) return;
    at = (to + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    options[at].scrollIntoView({ block: "nearest" });
  };
  const take = (id) => { close(); input.value = card.things[id].name; choose({ node: id }, true); };
  input.addEventListener("input", () => {
    const hits = find(input.value);
    list.replaceChildren(...hits.map((id) => {
      const option = make("li", { role: "option", "data-id": id, "aria-selected": "false" }, card.things[id].name, " ", make("small", {}, shapeOf(card.things[id].type).one));
      option.addEventListener("mousedown", (event) => { event.preventDefault(); take(id); });
      return option;
    }));
    if (!hits.length && input.value.trim()) list.append(make("li", { "aria-disabled": "true" }, "no such name"));
    list.hidden = !list.children.length;
    at = -1;
    if (hits.length) mark(0);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") { mark(at + 1); event.preventDefault(); }
    else if (event.key === "ArrowUp") { mark(at - 1); event.preventDefault(); }
    else if (event.key === "Enter" && list.children[at]?.dataset.id) take(list.children[at].dataset.id);
    else if (event.key === "Escape") { close(); input.value = ""; event.stopPropagation(); }
  });
  input.addEventListener("blur", close);

  /* ---- keys, theme, start ---- */
  /* Everything visible in view, with room on the screen for the labels at the rim, which do not shrink. */
  const fit = (among = (n) => visible(n), largest = 1.3) => {
    const shown = nodeRows.filter(among);
    const view = byId("network");
    if (!shown.length || !view.clientWidth) return;
    const places = shown.map((n) => ({ ...network.getPosition(n.id), size: n.size, lines: labels.get(n.id) }));
    let scale = largest;
    let box = null;
    for (let i = 0; i < 4; i += 1) {
      const side = (p) => Math.max(p.size * swell, (Math.max(...p.lines.map((l) => l.length)) * 3.6) / scale) + 12 / scale;
      box = {
        left: Math.min(...places.map((p) => p.x - side(p))), right: Math.max(...places.map((p) => p.x + side(p))),
        top: Math.min(...places.map((p) => p.y - p.size - (p.lines.length * FONT * 1.2 + 10) / scale)), bottom: Math.max(...places.map((p) => p.y + p.size + (p.lines.length * FONT * 1.2 + 14) / scale)),
      };
      scale = Math.min(largest, view.clientWidth / (box.right - box.left), view.clientHeight / (box.bottom - box.top));
    }
    network.moveTo({ position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, scale });
    grow();
  };
  const setTheme = (value) => {
    dark = value;
    root.dataset.theme = dark ? "dark" : "light";
    byId("theme").textContent = dark ? "Light" : "Dark";
    byId("theme").setAttribute("aria-pressed", String(dark));
    drawLegend();
    paint();
  };
  byId("theme").addEventListener("click", () => setTheme(!dark));
  wish.addEventListener("change", (event) => setTheme(event.matches));
  byId("fit").addEventListener("click", () => { choose(null); fit(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== input) { input.focus(); input.select(); event.preventDefault(); }
    if (event.key === "Escape") choose(null);
  });
  byId("network").addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] }[event.key];
    const zoom = { "+": 1.2, "-": 1 / 1.2 }[event.key];
    const view = network.getViewPosition();
    if (step) { network.moveTo({ position: { x: view.x + step[0] / network.getScale(), y: view.y + step[1] / network.getScale() } }); event.preventDefault(); }
    if (zoom) { network.moveTo({ scale: network.getScale() * zoom }); event.preventDefault(); }
  });
  const plural = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
  byId("counts").textContent = [plural(card.articles, "article", "articles"), plural(card.all, "thing", "things"), plural(card.facts.length, "fact", "facts")].join(" · ");
  setTheme(dark);
  show();
  fit();
  new ResizeObserver(() => { network.redraw(); if (!chosen) fit(); }).observe(byId("network"));
  /* for tests and the curious: where a thing or an edge stands on the screen */
  window.kg = {
    card, network, choose,
    at: (id) => network.canvasToDOM(network.getPosition(id)),
    visible: () => nodeRows.filter((n) => visible(n)).map((n) => n.id),
  };
})();
