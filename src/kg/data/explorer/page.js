"use strict";
/* The page around the views: tabs, keys that work everywhere, and the start. */
(function (kg) {
  const ORDER = ["network", "table", "figures", "events", "map", "articles", "ask"];
  const mounted = new Map();
  let active = "";

  const usable = () => [...kg.views.entries()].filter(([, view]) => !view.modes || view.modes.includes(kg.mode))
    .sort((a, b) => place(a[0]) - place(b[0]));
  const place = (name) => { const at = ORDER.indexOf(name); return at < 0 ? ORDER.length : at; };

  function tabs() {
    const bar = document.getElementById("tabs");
    kg.put(bar, usable().map(([name, view]) => kg.el("button", {
      type: "button", role: "tab", id: `tab-${name}`, "aria-selected": String(name === active), tabindex: name === active ? "0" : "-1",
      onclick: () => kg.state.set({ view: name }),
    }, view.title)));
    bar.addEventListener("keydown", (event) => {
      const names = usable().map(([name]) => name);
      const at = names.indexOf(active);
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = names[(to + names.length) % names.length];
      kg.state.set({ view: next });
      document.getElementById(`tab-${next}`).focus();
    });
  }

  function show(state, changed) {
    const names = usable().map(([name]) => name);
    const wanted = names.includes(state.view) ? state.view : names[0];
    for (const [name] of mounted) {
      if (!behindOf.has(name)) behindOf.set(name, new Set());
      for (const key of changed) behindOf.get(name).add(key);
    }
    const came = wanted !== active;
    active = wanted;
    for (const name of names) {
      const tab = document.getElementById(`tab-${name}`);
      tab.setAttribute("aria-selected", String(name === active));
      tab.tabIndex = name === active ? 0 : -1;
      const el = document.getElementById(`view-${name}`);
      if (el) el.hidden = name !== active;
    }
    const view = kg.views.get(active);
    if (!mounted.has(active)) {
      const el = kg.el("section", { id: `view-${active}`, class: `view view-${active}`, role: "tabpanel", "aria-labelledby": `tab-${active}` });
      document.getElementById("views").append(el);
      mounted.set(active, el);
      document.getElementById(`tab-${active}`).setAttribute("aria-controls", `view-${active}`);
      view.mount(el);
      el.prepend(kg.el("h2", { class: "unseen" }, view.title));
      behindOf.set(active, new Set());
    } else {
      const keys = behindOf.get(active) || changed;
      behindOf.set(active, new Set());
      if (keys.size || came) view.update(state, keys);
    }
    kg.emit("shown", active);
  }
  const behindOf = new Map();

  function frame() {
    const { counts } = kg.data;
    document.getElementById("counts").textContent = [kg.count(counts.articles, "article"), kg.count(counts.things, "thing"), kg.count(counts.facts, "fact")].join(" · ");
    const theme = kg.el("button", { type: "button", id: "theme", onclick: () => kg.setTheme(kg.theme() === "dark" ? "light" : "dark") });
    const name = () => { theme.textContent = kg.theme() === "dark" ? "Light" : "Dark"; };
    kg.on("theme", name);
    name();
    document.getElementById("tools").append(
      kg.el("button", { type: "button", id: "copy", onclick: copy, "aria-label": "Copy link", title: "Copy a link to exactly this view" }, kg.el("span", { class: "long" }, "Copy link"), kg.el("span", { class: "short" }, "Link")), theme);
    framed();
  }

  /** In a notebook's frame the page has no address of its own, and an address like #main would lead to the notebook's page. */
  function framed() {
    document.querySelector("a.skip").addEventListener("click", (event) => { event.preventDefault(); document.getElementById("main").focus(); });
    if (window.location.protocol === "about:") document.getElementById("copy").remove();
  }

  async function copy() {
    try { await navigator.clipboard.writeText(kg.state.link()); kg.say("The link to this view is copied."); }
    catch { kg.say("This browser does not let the page copy; the address bar holds the link."); }
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const writing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
    if (event.key === "/" && !writing && kg.focusSearch) { event.preventDefault(); kg.focusSearch(); }
    if (event.key === "?" && !writing) kg.help();
    if (event.key === "Escape" && !writing && !document.querySelector("dialog[open]")) { if (!(kg.stopPicking && kg.stopPicking())) kg.closePanel(); }
  });

  async function start() {
    const note = kg.el("p", { class: "wait", role: "status" });
    document.getElementById("views").append(note);
    const late = setTimeout(() => { note.textContent = "The graph is being read. Of a large one this takes a while the first time; then it is kept."; }, 500);
    try {
      kg.takeData(await kg.load.overview());
      note.remove();
    } catch (error) {
      kg.put(document.getElementById("main"), kg.el("p", { class: "fault" }, `The graph cannot be shown: ${error.message}`));
      return;
    } finally {
      clearTimeout(late);
    }
    frame();
    kg.state.start();
    kg.emit("start");
    tabs();
    const state = kg.state.get();
    show(state, new Set());
    kg.drawPanel(state, null);
    kg.state.on((next, changed) => { kg.drawPanel(next, changed); show(next, changed); });
    document.documentElement.dataset.ready = "yes";
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})(window.kg = window.kg || {});
