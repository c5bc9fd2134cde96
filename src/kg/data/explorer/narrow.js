"use strict";
/* Narrowing: the bar with types, kinds, status, time, country and article, and what of it is on as small marks above the view. */
(function (kg) {
  const KEYS = ["types", "kinds", "status", "from", "to", "article", "country"];
  const NONE = { types: [], kinds: [], status: [], from: "", to: "", article: "", country: "" };
  const wide = window.matchMedia("(min-width: 1080px)");
  let time = null;
  let open = wide.matches;
  const checks = []; // functions that bring a group of boxes to the state

  /** Boxes for the values of a list in the state; an empty list means all. */
  function group(title, key, values) {
    const boxes = new Map();
    const all = values.map((v) => v.key);
    const toggle = (name, on) => {
      const now = new Set(kg.state.get()[key].length ? kg.state.get()[key] : all);
      if (on) now.add(name); else now.delete(name);
      kg.state.set({ [key]: now.size === all.length || !now.size ? [] : all.filter((v) => now.has(v)) });
    };
    const rows = values.map((value) => {
      const box = kg.el("input", { type: "checkbox", checked: true, "data-value": value.key, onchange: (event) => toggle(value.key, event.target.checked) });
      const n = kg.el("span", { class: "n" }, kg.number(value.count));
      const only = kg.el("button", { type: "button", class: "only", onclick: () => kg.state.set({ [key]: same(kg.state.get()[key], value.key) ? [] : [value.key] }),
        "aria-label": `Only ${value.name}` }, "only");
      const row = kg.el("li", { title: value.hint || null }, kg.el("label", {}, box, value.icon || null, kg.el("span", { class: "name" }, value.name), n), only);
      boxes.set(value.key, { box, row, n });
      return row;
    });
    checks.push((state) => {
      const on = state[key].length ? new Set(state[key]) : null;
      const left = kg.leftBy()[key];
      for (const [name, { box, row, n }] of boxes) {
        box.checked = !on || on.has(name);
        row.classList.toggle("off", !box.checked);
        n.textContent = kg.number(left.get(name) || 0);
        row.classList.toggle("zero", !left.get(name));
      }
    });
    return kg.el("fieldset", { "data-group": key }, kg.el("legend", {}, title), kg.el("ul", {}, rows));
  }
  const same = (list, value) => list.length === 1 && list[0] === value;

  function statuses() {
    const found = new Map();
    for (const fact of kg.data.facts) {
      const status = fact.status || "told";
      const known = found.get(status) || { key: status, name: status.replace(/-/g, " "), count: 0, unsure: !fact.asserted };
      known.count += 1;
      found.set(status, known);
    }
    return [...found.values()].sort((a, b) => a.unsure - b.unsure || b.count - a.count || a.name.localeCompare(b.name))
      .map((s) => ({ ...s, hint: kg.statusHint(s.key), icon: kg.el("span", { class: s.unsure ? "stroke unsure" : "stroke", "aria-hidden": "true" }) }));
  }

  const has = (text, wanted) => kg.fold(text).includes(wanted);

  function findCountry(text) {
    const wanted = kg.fold(text).trim();
    const found = [];
    for (let i = 0; i < kg.data.things.length && found.length < 40; i += 1) {
      const thing = kg.data.things[i];
      if (thing.type === "Country" && [thing.name, ...thing.other].some((name) => has(name, wanted))) found.push({ key: thing.id, text: thing.name, note: kg.count(thing.weight, "article") });
    }
    return found;
  }

  function findArticle(text) {
    const wanted = kg.fold(text).trim();
    const found = [];
    for (const article of kg.data.articles) {
      if (found.length >= 40) break;
      if (has(`${article.title} ${article.publisher} ${article.date} ${article.id}`, wanted)) found.push({ key: article.id, text: article.title || article.id, note: [article.publisher, kg.dateWords(article.date)].filter(Boolean).join(", ") });
    }
    return found;
  }

  function bar() {
    time = kg.timeControl();
    const types = kg.data.types.map((t) => ({ key: t.type, name: t.many, count: t.count, icon: kg.icon(t.type) }));
    kg.put(document.getElementById("narrow"),
      kg.el("div", { class: "narrow-head" }, kg.el("h2", {}, "Narrow"), kg.el("button", { type: "button", id: "reset", onclick: () => kg.state.set(NONE) }, "Reset"),
        kg.el("button", { type: "button", class: "icon", "aria-label": "Close", onclick: shut }, "✕")),
      group("Things", "types", types),
      group("Facts", "kinds", kg.data.kinds.map((k) => ({ key: k.kind, name: k.name, count: k.count, icon: kg.el("span", { class: "stroke", "aria-hidden": "true", style: { "border-color": `var(--kind-${k.kind})` } }) }))),
      group("Told as", "status", statuses()),
      kg.el("fieldset", {}, kg.el("legend", {}, "Time"), time.element),
      kg.el("fieldset", {}, kg.el("legend", {}, "Country"), kg.picker({ label: "Country", placeholder: "Any country", find: findCountry, pick: (key) => kg.state.set({ country: key }) })),
      kg.el("fieldset", {}, kg.el("legend", {}, "Article"), kg.picker({ label: "Article", placeholder: "Any article", find: findArticle, pick: (key) => kg.state.set({ article: key }) })));
  }

  function toggle(on, asked) {
    open = on;
    document.getElementById("narrow").hidden = !open;
    document.documentElement.classList.toggle("has-narrow", open);
    document.getElementById("narrow-button").setAttribute("aria-expanded", String(open));
    if (asked && open && !wide.matches) document.querySelector("#narrow input").focus({ preventScroll: true }); // a sheet over the view
  }

  function shut() {
    toggle(false);
    document.getElementById("narrow-button").focus();
  }

  /** What narrows the view now, each with a way to take it off. */
  function chips(state) {
    const found = [];
    const chip = (words, patch) => found.push(kg.el("button", { type: "button", class: "chip", onclick: () => kg.state.set(patch), "aria-label": `Take off: ${words}` }, words, kg.el("span", { "aria-hidden": "true" }, "✕")));
    const list = (key, names) => {
      if (!state[key].length) return;
      const named = state[key].map((v) => names.get(v) || v);
      chip(named.length > 3 ? `${named.slice(0, 2).join(", ")} and ${named.length - 2} more` : named.join(", "), { [key]: [] });
    };
    list("types", new Map(kg.data.types.map((t) => [t.type, t.many])));
    list("kinds", new Map(kg.data.kinds.map((k) => [k.kind, k.name])));
    list("status", new Map());
    if (state.from || state.to) chip(`${kg.dateWords(state.from) || "the beginning"} to ${kg.dateWords(state.to) || "the end"}`, { from: "", to: "" });
    if (state.country) { const i = kg.data.byId(state.country); chip(i < 0 ? state.country : kg.data.things[i].name, { country: "" }); }
    if (state.article) { const i = kg.data.articleById(state.article); chip(i < 0 ? state.article : kg.data.articles[i].title || state.article, { article: "" }); }
    if (state.path.length === 2) chip(`Path: ${state.path.map((iri) => { const i = kg.data.byId(iri); return i < 0 ? "?" : kg.data.things[i].name; }).join(" to ")}`, { path: [] });
    if (state.expand.length) chip(`${kg.number(state.expand.length)} expanded`, { expand: [] });
    const place = document.getElementById("chips");
    kg.put(place, found);
    place.hidden = !found.length;
    document.getElementById("narrow-button").classList.toggle("on", KEYS.some((key) => state[key].length));
  }

  function update(state) {
    checks.forEach((check) => check(state));
    time.update(state);
    chips(state);
  }

  kg.ready(() => {
    document.getElementById("narrow-place").append(kg.el("button", { type: "button", id: "narrow-button", "aria-controls": "narrow", onclick: () => toggle(document.getElementById("narrow").hidden, true) }, "Narrow"));
    bar();
    toggle(open);
    document.getElementById("narrow").addEventListener("keydown", (event) => { if (event.key === "Escape" && !wide.matches) { event.stopPropagation(); shut(); } });
    document.addEventListener("click", (event) => { if (open && !wide.matches && !event.composedPath().some((el) => ["narrow", "narrow-place", "chips"].includes(el.id))) toggle(false); });
    kg.on("start", () => update(kg.state.get()));
    kg.state.on((state, changed) => {
      update(state);
      const left = kg.selection();
      if (KEYS.some((key) => changed.has(key))) kg.say(`${kg.count(left.things.size, "thing")}, ${kg.count(left.facts.size, "fact")} left`, true);
    });
  });
})(window.kg = window.kg || {});
