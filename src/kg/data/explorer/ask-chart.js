"use strict";
// An answer as a chart: a column of words or days and a column of numbers.
(function (kg) {
  const ask = (kg.ask = kg.ask || {});
  const MOST = 40; // bars
  const DAY = /^\d{4}(-\d\d(-\d\d)?)?$/;

  const numeric = (answer, i) => answer.rows.some((row) => ask.number(row[i]) !== null);
  const numbers = (answer) => answer.columns.map((_, i) => i).filter((i) => numeric(answer, i) && !["start", "end"].includes(answer.columns[i]));
  /** Columns that can name a bar; names rather than IRIs, and never the quotes. */
  function labels(answer) {
    const fits = (i) => !numeric(answer, i) && answer.rows.every((row) => !row[i] || row[i].value.length <= 160);
    const filled = (i) => answer.rows.filter((row) => row[i] && row[i].type === "literal").length;
    return answer.columns.map((_, i) => i).filter(fits).sort((a, b) => Number(filled(b) > 0) - Number(filled(a) > 0) || a - b);
  }

  /** Can the answer be charted? @param {Answer} answer */
  ask.counts = (answer) => answer.form === "rows" && numbers(answer).length > 0 && labels(answer).length > 0;

  const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 });
  const short = (value) => compact.format(value);
  const name = (term) => (term && term.type === "uri" ? ask.name(term.value) : ask.text(term));

  /** The units of an answer with a column of that name, the most frequent first: sums of different currencies are no bars of one chart. */
  function unitsOf(answer) {
    const at = answer.columns.indexOf("unit");
    const found = new Map();
    if (at >= 0) answer.rows.forEach((row) => found.set(ask.text(row[at]), (found.get(ask.text(row[at])) || 0) + 1));
    return [...found].sort((a, b) => b[1] - a[1]).map(([unit]) => unit);
  }

  function rowsOf(answer, label, number, unit) {
    const at = answer.columns.indexOf("unit");
    const rows = unit === undefined ? answer.rows : answer.rows.filter((row) => ask.text(row[at]) === unit);
    return rows.map((row) => ({ label: name(row[label]), value: ask.number(row[number]) })).filter((row) => row.value !== null && row.label);
  }

  function plotted(rows, title, width) {
    const P = window.Plot;
    const left = Math.min(260, 24 + 6.2 * Math.max(...rows.map((row) => Math.min(row.label.length, 40))));
    const common = { width, className: "ask-plot", style: { background: "none", color: "inherit", fontSize: "12px" } };
    if (rows.every((row) => DAY.test(row.label)) && new Set(rows.map((row) => row.label)).size > 1) {
      const dated = rows.map((row) => ({ ...row, day: new Date(`${`${row.label}-01-01`.slice(0, 10)}T12:00:00Z`) }));
      const marks = [P.ruleY([0]), P.dot(dated, { x: "day", y: "value", fill: "var(--accent)", r: 4, title: (row) => `${row.label}: ${row.value.toLocaleString("en")}` })];
      return P.plot({ ...common, height: 320, marginLeft: 70, x: { label: null }, y: { label: title, grid: true, tickFormat: short }, marks });
    }
    const shown = rows.map((row, i) => ({ ...row, key: String(i) })).sort((a, b) => b.value - a.value).slice(0, MOST);
    const marks = [
      P.barX(shown, { x: "value", y: "key", fill: "var(--accent)", title: (row) => `${row.label}: ${row.value.toLocaleString("en")}` }),
      P.ruleX([0]),
    ];
    const cut = (key) => { const text = shown[shown.findIndex((row) => row.key === key)].label; return text.length > 40 ? `${text.slice(0, 39)}…` : text; };
    return P.plot({ ...common, height: 56 + 22 * shown.length, marginLeft: left, x: { label: title, grid: true, tickFormat: short }, y: { label: null, domain: shown.map((row) => row.key), tickFormat: cut }, marks });
  }

  /**
   * The chart of an answer that {@link ask.counts}.
   * @param {Answer} answer
   * @returns {HTMLElement}
   */
  ask.chart = function (answer) {
    const units = unitsOf(answer);
    const found = [labels(answer), numbers(answer), units];
    const chosen = [found[0][0], found[1][0], units.length > 1 ? units[0] : undefined];
    const place = kg.el("div", { class: "ask-place" });
    const told = kg.el("p", { class: "ask-note" });
    const show = () => {
      const rows = rowsOf(answer, ...chosen);
      const width = Math.max(320, Math.min(1100, place.clientWidth || 760));
      if (!rows.length) {
        kg.put(place, kg.el("p", {}, "No row has both."));
        return;
      }
      const plot = plotted(rows, [answer.columns[chosen[1]], chosen[2]].filter(Boolean).join(", "), width);
      plot.querySelectorAll("style").forEach((style) => style.remove()); // the page's policy refuses it; ask.css says the same
      plot.setAttribute("role", "img");
      plot.setAttribute("aria-label", `${answer.columns[chosen[1]]} by ${answer.columns[chosen[0]]}`);
      kg.put(place, plot);
      told.textContent = rows.length > MOST ? `The ${MOST} largest of ${rows.length.toLocaleString("en")} rows.` : "";
    };
    const choose = (label, which) => {
      const options = found[which].map((one, i) => kg.el("option", { value: String(i) }, which < 2 ? answer.columns[one] : one || "no unit"));
      const select = kg.el("select", {}, ...options);
      select.addEventListener("change", () => {
        chosen[which] = found[which][Number(select.value)];
        show();
      });
      return kg.el("label", {}, `${label} `, select);
    };
    const el = kg.el("div", { class: "ask-chart" }, kg.el("div", { class: "ask-choose" }, choose("labels", 0), choose("numbers", 1), units.length > 1 ? choose("unit", 2) : null), told, place);
    requestAnimationFrame(show); // the width is known once the chart stands in the page
    return el;
  };
})(window.kg = window.kg || {});
