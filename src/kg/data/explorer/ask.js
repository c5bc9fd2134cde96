"use strict";
// The Ask tab: questions to begin with, an editor, and the answer as table, network, chart or file.
(function (kg) {
  const ask = (kg.ask = kg.ask || {});
  let editor = null;
  let asked = null; // the query that was asked last
  let answer = null;
  let parts = {};

  /** What to do where this page cannot answer. `why`: in words; `large`: another page could not either. */
  function without(el, why, large) {
    const command = (words) => kg.el("code", {}, `kg ${words}`);
    const page = large ? null : [" ", command("view --ask"), " writes a page that answers by itself."];
    kg.put(el, kg.el("div", { class: "ask-without" },
      kg.el("h2", {}, "Ask the graph in SPARQL"),
      kg.el("p", {}, why),
      kg.el("p", {}, command("serve"), " shows the same graph with this tab and a SPARQL endpoint.", page)));
  }

  function questions() {
    const list = (title, found) => kg.el("section", {}, kg.el("h3", {}, title), kg.el("ul", {}, ...found.map((question) => {
      const button = kg.el("button", { type: "button", "data-question": question.name }, question.text);
      button.addEventListener("click", () => begin(question.query));
      return kg.el("li", {}, button);
    })));
    const known = ask.known();
    const wide = window.matchMedia("(min-width: 52rem)").matches;
    return kg.el("details", { class: "ask-questions", open: wide }, kg.el("summary", {}, "Questions to begin with"), list("The ten questions", known.questions), list("Examples", known.examples));
  }

  /** Another question: shown as fits it best, whatever the last one was shown as. */
  function begin(query) {
    editor.set(query);
    go({ answer: "" });
  }

  /** Asks what stands in the editor; the address keeps it. */
  function go(also = {}) {
    const query = editor.get();
    if (!query.trim()) return;
    asked = query;
    kg.state.set({ ...also, sparql: query });
    run(query);
  }

  async function run(query) {
    const begun = performance.now();
    answer = null;
    busy(true);
    editor.mark(0);
    kg.put(parts.head, kg.el("p", { class: "ask-note", role: "status" }, `Asking … it stops after ${ask.LIMIT} seconds.`));
    kg.put(parts.body);
    try {
      const found = await ask.answer(query);
      if (asked !== query) return;
      answer = found;
      show((performance.now() - begun) / 1000);
    } catch (error) {
      if (asked === query) fault(error);
    } finally {
      if (asked === query) busy(false);
    }
  }

  function busy(yes) {
    parts.stop.disabled = !yes;
    parts.el.setAttribute("aria-busy", String(yes));
  }

  function fault(error) {
    const at = error.line ? `Line ${error.line}, column ${error.column}: ` : "";
    editor.mark(error.line || 0);
    kg.put(parts.head, kg.el("p", { class: "ask-fault", role: "alert" }, kg.el("strong", {}, "No answer. "), `${at}${error.message}`));
  }

  const VIEWS = [
    ["table", "Table", (found) => found.form !== "truth", (found) => ask.table(found.form === "triples" ? ask.asRows(found.triples) : found)],
    ["network", "Network", (found) => found.form !== "truth" && ask.ties(found), (found) => ask.network(found)],
    ["chart", "Chart", (found) => found.form !== "truth" && ask.counts(found), (found) => ask.chart(found)],
  ];

  function size() {
    if (answer.form === "truth") return answer.truth ? "Yes" : "No";
    return answer.form === "rows" ? kg.count(answer.rows.length, "row") : kg.count(answer.triples.length, "triple");
  }

  /** The answer in the way that the reader chose last, where it can be shown so; a CONSTRUCT as a network. */
  function show(seconds) {
    const fitting = VIEWS.filter(([, , fits]) => fits(answer));
    const usual = answer.form === "triples" ? "network" : "table";
    const tabs = kg.el("div", { class: "ask-views", role: "group", "aria-label": "show as" });
    const draw = (name) => {
      const view = fitting.find(([known]) => known === name) || fitting.find(([known]) => known === usual) || fitting[0];
      for (const button of tabs.children) button.setAttribute("aria-pressed", String(button.dataset.view === (view && view[0])));
      if (view) kg.put(parts.body, view[3](answer));
    };
    for (const [name, title] of fitting) {
      const button = kg.el("button", { type: "button", "data-view": name }, title);
      button.addEventListener("click", () => {
        kg.state.set({ answer: name }, { replace: true });
        draw(name);
      });
      tabs.append(button);
    }
    const took = seconds === undefined ? "" : ` in ${seconds < 10 ? seconds.toFixed(2) : seconds.toFixed(0)} s`;
    kg.put(parts.head, kg.el("p", { class: "ask-note", role: "status" }, kg.el("strong", {}, size()), took), fitting.length > 1 ? tabs : null, ask.downloads(answer, asked));
    kg.put(parts.body);
    const empty = answer.form === "truth" ? "" : answer.rows.length + answer.triples.length ? "" : "Nothing in the graph fits. A name may be spelt otherwise, or an OPTIONAL be missing around what not every thing has.";
    if (empty) kg.put(parts.body, kg.el("p", { class: "ask-note" }, empty));
    else if (fitting.length) draw(kg.state.get().answer);
  }

  function mount(el) {
    const why = ask.why() || (window.Yasqe ? "" : "This page was written without the editor.");
    if (why) {
      without(el, why, ask.tooLarge());
      return;
    }
    const stop = kg.el("button", { type: "button", disabled: true }, "Stop");
    stop.addEventListener("click", () => ask.stop("stopped, as you wished"));
    const start = kg.el("button", { type: "button", class: "ask-go", title: "Control and Enter" }, "Ask");
    start.addEventListener("click", () => go());
    const place = kg.el("div", { class: "ask-editor" });
    parts = { el, stop, head: kg.el("div", { class: "ask-head" }), body: kg.el("div", { class: "ask-body" }) };
    const note = kg.el("p", { class: "ask-note" }, "SPARQL; known prefixes need no declaration, Control and Space completes. Asking changes nothing.");
    const bar = kg.el("div", { class: "ask-bar" }, start, stop, note);
    kg.put(el, kg.el("div", { class: "ask" }, questions(), kg.el("div", { class: "ask-main" }, place, bar, parts.head, parts.body)));
    editor = ask.editor(place, { run: () => go(), changed: () => undefined });
    editor.set(ask.known().questions[0].query);
    update(kg.state.get());
  }

  function update(state) {
    if (!editor) return;
    editor.shown();
    const query = state.sparql || "";
    if (!query || query === asked) return;
    editor.set(query);
    asked = query;
    run(query);
  }

  // what narrows the other views does not narrow a query
  kg.on("shown", (name) => document.documentElement.classList.toggle("on-ask", name === "ask"));
  kg.view("ask", { title: "Ask", mount, update });
})(window.kg = window.kg || {});
