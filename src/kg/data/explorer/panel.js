"use strict";
/* The side panel: the innermost layer that the state asks for, a sheet on narrow screens. */
(function (kg) {
  const layers = new Map();
  let shown = { name: "", key: "" };
  let opener = null;
  const scrolled = new Map(); // layer and key -> how far down it was left, and the fact that was gone to

  /**
   * Register what the panel can show. The layer of the highest `order` whose `when` holds is drawn.
   * @param {string} name registering a name again replaces it
   * @param {{order: number, keys: string[], when: (state) => boolean, draw: (el: HTMLElement, state) => (void|Promise<void>),
   *   title: (state) => string, close: Object, wide?: boolean}} layer `keys`: the parts of the state that it depends on;
   *   `close`: the change of the state that leaves it
   */
  kg.panel = function (name, layer) { layers.set(name, layer); };

  const current = (state) =>
    [...layers.entries()].filter(([, layer]) => layer.when(state)).sort((a, b) => b[1].order - a[1].order)[0] || null;

  /** Leave what the panel shows; true where there was something to leave. */
  kg.closePanel = function () {
    const top = current(kg.state.get());
    if (!top) return false;
    kg.state.set(top[1].close);
    return true;
  };

  /** Draw the panel anew. */
  kg.drawPanel = function (state, changed) {
    const panel = document.getElementById("panel");
    const top = current(state);
    document.documentElement.classList.toggle("has-panel", Boolean(top));
    panel.hidden = !top;
    if (!top) {
      shown = { name: "", key: "" };
      panel.replaceChildren();
      if (opener && document.contains(opener)) opener.focus({ preventScroll: true });
      opener = null;
      return;
    }
    const [name, layer] = top;
    const key = JSON.stringify(layer.keys.map((part) => state[part]));
    if (changed && shown.name === name && shown.key === key) return;
    if (!shown.name) opener = document.activeElement === document.body ? null : document.activeElement;
    const inside = panel.contains(document.activeElement);
    const back = Boolean(shown.name) && layers.get(shown.name).order > layer.order ? scrolled.get(`${name} ${key}`) : null;
    if (shown.name) scrolled.set(`${shown.name} ${shown.key}`, { top: panel.scrollTop, fact: kg.data.factByKey(state.fact) });
    shown = { name, key };
    panel.classList.toggle("wide", Boolean(layer.wide));
    const title = layer.title(state);
    const under = [...layers.values()].some((other) => other.order < layer.order && other.when(state));
    const body = kg.el("div", { class: "panel-body" });
    kg.put(panel,
      kg.el("div", { class: "panel-head" },
        under ? kg.el("button", { class: "icon", type: "button", "aria-label": "Back", title: "Back (Esc)", onclick: () => kg.closePanel() }, "←") : null,
        kg.el("h2", { tabindex: "-1", id: "panel-title" }, title),
        kg.el("button", { class: "icon", type: "button", "aria-label": "Close", title: "Close", onclick: () => kg.closeAll() }, "✕")),
      body);
    panel.setAttribute("aria-label", title);
    panel.scrollTop = 0;
    const drawn = layer.draw(body, state);
    if (drawn && drawn.catch) drawn.catch((error) => kg.put(body, kg.el("p", { class: "fault" }, `This cannot be shown: ${error.message}`)));
    if (inside) document.getElementById("panel-title").focus({ preventScroll: true });
    if (back) {
      panel.scrollTop = back.top;
      if (inside) panel.querySelector(`[data-fact="${back.fact}"] button.evidence`)?.focus({ preventScroll: true });
    }
  };

  /** Leave every layer. */
  kg.closeAll = function () {
    const patch = {};
    for (const layer of layers.values()) Object.assign(patch, layer.close);
    kg.state.set(patch);
  };

  kg.show = {
    /** A thing's card. @param {number} i */
    thing: (i) => kg.state.set({ id: kg.data.things[i].id, pair: [], fact: "", read: "", quote: "" }),
    /** The facts between two things. @param {number} a @param {number} b */
    pair: (a, b) => kg.state.set({ pair: [kg.data.things[a].id, kg.data.things[b].id], fact: "", read: "", quote: "" }),
    /** A fact's evidence. @param {number} i */
    fact: (i) => kg.state.set({ fact: kg.data.factKey(i), read: "", quote: "" }),
    /** The reader of an article, at a quote. @param {number} i the article's number @param {number} [quote] the quote's number */
    article: (i, quote) => kg.state.set({ read: kg.data.articles[i].id, quote: quote === undefined ? "" : String(quote) }),
  };
})(window.kg = window.kg || {});
