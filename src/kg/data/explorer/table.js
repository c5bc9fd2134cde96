"use strict";
/* The same as the network as tables that screen readers read and keys walk: things, and the facts among them. */
(function (kg) {
  const PART = 200; // rows before "show more"
  let root = null;
  let most = PART;
  const sorts = { things: { by: 3, down: true }, facts: { by: 4, down: true } };

  const THINGS = [
    ["Name", (i) => kg.data.things[i].name, (i) => [kg.icon(kg.data.things[i].type), kg.thingButton(i)]],
    ["Type", (i) => kg.data.typeOf(i).one],
    ["In", (i) => (kg.data.things[i].in >= 0 ? kg.data.things[kg.data.things[i].in].name : ""), (i) => (kg.data.things[i].in >= 0 ? kg.thingButton(kg.data.things[i].in) : "")],
    ["Articles", (i) => kg.data.things[i].weight],
    ["Facts", (i) => kg.data.factsOf(i).length],
    ["Other names", (i) => kg.data.things[i].other.join(", ")],
  ];
  const nameOf = (at) => (at >= 0 ? kg.data.things[at].name : "");
  const FACTS = [
    ["Who or what", (i) => nameOf(kg.data.facts[i].s), (i) => (kg.data.facts[i].s >= 0 ? kg.thingButton(kg.data.facts[i].s) : "")],
    ["Told", (i) => kg.data.facts[i].text || kg.data.facts[i].r || kg.data.kinds.find((k) => k.kind === kg.data.facts[i].kind).name],
    ["Whom or where", (i) => nameOf(kg.data.facts[i].o), (i) => (kg.data.facts[i].o >= 0 ? kg.thingButton(kg.data.facts[i].o) : "")],
    ["Status", (i) => kg.data.facts[i].status || "told", (i) => kg.statusMark(kg.data.facts[i])],
    ["From", (i) => kg.data.days(i)[0]],
    ["Until", (i) => kg.data.days(i)[1]],
    ["Evidence", (i) => kg.data.facts[i].q.length, (i) => kg.el("button", { type: "button", class: "evidence", onclick: () => kg.show.fact(i), "aria-label": `Evidence of: ${kg.factWords(i)}` }, kg.count(kg.data.facts[i].q.length, "quote"))],
  ];

  /** What the table lists: rows of things or facts, of what the network shows or of all that is left after narrowing. */
  function rows(state) {
    const facts = state.rows === "facts";
    const selection = kg.selection();
    const wanted = kg.fold(state.q || "").trim();
    let found;
    if (state.all === "yes") found = [...(facts ? selection.facts : selection.things)];
    else {
      const shown = kg.shown();
      const inside = new Set(shown.things);
      found = facts ? [...shown.facts].filter((i) => inside.has(kg.data.facts[i].s) && (kg.data.facts[i].o < 0 || inside.has(kg.data.facts[i].o))) : shown.things;
    }
    if (!wanted) return found;
    const words = facts ? kg.factWords : (i) => [kg.data.things[i].name, ...kg.data.things[i].other].join(" ");
    return found.filter((i) => kg.fold(words(i)).includes(wanted));
  }

  const order = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en"));

  function draw(state) {
    const facts = state.rows === "facts";
    const columns = facts ? FACTS : THINGS;
    const sort = sorts[facts ? "facts" : "things"];
    const keyed = rows(state).map((i) => [columns[sort.by][1](i), i]).sort((a, b) => (sort.down ? order(b[0], a[0]) : order(a[0], b[0])) || a[1] - b[1]);
    const shown = keyed.slice(0, most).map(([, i]) => i);
    const what = facts ? "fact" : "thing";
    const pick = (label, patch, on) => kg.el("button", { type: "button", "aria-pressed": String(on), onclick: () => { most = PART; kg.state.set(patch); } }, label);
    const focused = document.activeElement && root.contains(document.activeElement) ? document.activeElement.id : "";
    const find = kg.el("input", { type: "search", id: "table-find", placeholder: "Find in the table", "aria-label": "Find in the table", value: state.q, oninput: (event) => kg.state.set({ q: event.target.value }, { replace: true }) });
    kg.put(root,
      kg.el("div", { class: "table-head" },
        kg.el("div", { class: "choice", role: "group", "aria-label": "Rows" }, pick("Things", { rows: "" }, !facts), pick("Facts", { rows: "facts" }, facts)),
        kg.el("div", { class: "choice", role: "group", "aria-label": "Extent" }, pick("As the network shows", { all: "" }, state.all !== "yes"), pick("All that is left", { all: "yes" }, state.all === "yes")),
        find,
        kg.el("button", { type: "button", onclick: () => kg.download(`${what}s.csv`, "text/csv;charset=utf-8", csv(columns, keyed)) }, "CSV")),
      kg.el("table", {},
        kg.el("caption", {}, !keyed.length ? "Nothing is left: widen the filters, or look for other words." : `${kg.count(keyed.length, what)}${keyed.length > shown.length ? `, the first ${kg.number(shown.length)}` : ""}`),
        kg.el("thead", {}, kg.el("tr", {}, columns.map(([title], at) => kg.el("th", { scope: "col", "aria-sort": at === sort.by ? (sort.down ? "descending" : "ascending") : null },
          kg.el("button", { type: "button", id: `sort-${what}-${at}`, onclick: () => { sort.down = at === sort.by ? !sort.down : false; sort.by = at; draw(kg.state.get()); } }, title,
            kg.el("span", { "aria-hidden": "true" }, at === sort.by ? (sort.down ? " ↓" : " ↑") : "")))))),
        kg.el("tbody", {}, shown.map((i) => kg.el("tr", {}, columns.map(([title, text, cell], at) => kg.el(at ? "td" : "th", { scope: at ? null : "row", "data-title": title,
          class: typeof text(i) === "number" && !cell ? "n" : null }, cell ? cell(i) : typeof text(i) === "number" ? kg.number(text(i)) : text(i))))))),
      keyed.length > shown.length ? kg.el("button", { type: "button", class: "more", onclick: () => { most += PART * 5; draw(kg.state.get()); } }, "Show more") : null);
    if (focused) {
      const again = document.getElementById(focused);
      if (again) { again.focus({ preventScroll: true }); if (again === find) find.setSelectionRange(find.value.length, find.value.length); }
    }
  }

  /** Comma-separated values; a cell that a spreadsheet would take for a formula begins with an apostrophe. */
  function csv(columns, keyed) {
    const cell = (value) => { const text = String(value); return `"${(/^[=+\-@\t\r]/.test(text) && typeof value !== "number" ? `'${text}` : text).replace(/"/g, '""')}"`; };
    const lines = [columns.map(([title]) => cell(title)).join(",")];
    for (const [, i] of keyed) lines.push(columns.map(([, text]) => cell(text(i))).join(","));
    return `\uFEFF${lines.join("\r\n")}\r\n`;
  }

  kg.csv = csv;
  kg.view("table", {
    title: "Table",
    mount(el) { root = kg.el("div", { class: "table" }); el.append(root); draw(kg.state.get()); },
    update(state) { draw(state); },
  });
})(window.kg = window.kg || {});
