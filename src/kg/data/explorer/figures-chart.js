"use strict";
// The chart of one indicator in one unit, by period or by partner. Nothing is summed: every mark is one told figure.
(function (kg) {
  const MOST_PARTNERS = 40;
  const MOST_COLOURS = 8;
  // Okabe and Ito's colours, which people with colour-blindness can tell apart; the ground's own grey stands for the rest
  const LIGHT = ["#0064a8", "#c8500a", "#00805c", "#b4568f", "#946c00", "#6a4fa3", "#4f7a1f", "#1b1f24"];
  const DARK = ["#5aaeea", "#f0894a", "#2fc79b", "#e59ac5", "#f2b838", "#b39be8", "#a9cf52", "#e8ebee"];
  const REST = "others";

  const short = (value) => Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 }).format(value);
  const about = (row) => row.area || row.partner || "no area told";
  const toCome = (row) => !kg.data.facts[row.fact].asserted;

  /** Names to colours: the most frequent have one of their own. */
  function colours(rows, nameOf) {
    const counts = new Map();
    for (const row of rows) counts.set(nameOf(row), (counts.get(nameOf(row)) || 0) + 1);
    const names = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
    const own = names.length <= MOST_COLOURS ? names : names.slice(0, MOST_COLOURS - 1);
    const known = new Set(own);
    const palette = kg.theme() === "dark" ? DARK : LIGHT;
    const domain = own.length < names.length ? [...own, REST] : own;
    return { domain, range: palette.slice(0, domain.length), of: (row) => (known.has(nameOf(row)) ? nameOf(row) : REST) };
  }

  const title = (series, row) =>
    [kg.factWords(row.fact), row.partner && row.area ? `with ${row.partner}` : "", row.period, row.status].filter(Boolean).join("\n");

  const MARKS = {
    /** A dot in the middle of its period, the period as a line; what is planned or foreseen is hollow and dashed. */
    period(series, width) {
      const rows = series.rows.filter((row) => row.first && row.last);
      const colour = colours(rows, about);
      const from = (row) => kg.midnight(row.first);
      const to = (row) => kg.midnight(row.last, true);
      const middle = (row) => new Date((from(row).getTime() + to(row).getTime()) / 2);
      const stroke = (row) => colour.of(row);
      const marks = [
        Plot.ruleY([0], { stroke: "currentColor", strokeOpacity: 0.35 }),
        Plot.link(rows.filter((row) => !toCome(row)), { x1: from, x2: to, y: "drawn", stroke, strokeWidth: 2.5, strokeOpacity: 0.6 }),
        Plot.link(rows.filter(toCome), { x1: from, x2: to, y: "drawn", stroke, strokeWidth: 2, strokeDasharray: "4 3" }),
        Plot.dot(rows.filter((row) => !toCome(row)), { x: middle, y: "drawn", fill: stroke, r: 4.5, title: (row) => title(series, row) }),
        Plot.dot(rows.filter(toCome), { x: middle, y: "drawn", stroke, strokeWidth: 2, fill: "none", r: 4.5, title: (row) => title(series, row) }),
      ];
      return { rows, colour, marks, height: Math.min(340, Math.max(220, width * 0.4)), options: { x: { type: "utc", label: null }, y: { label: null, grid: true, tickFormat: short, nice: true } } };
    },
    /** A dot for each figure in its partner's line, from nought; several periods are several dots. */
    partner(series, width) {
      const all = series.rows.filter((row) => row.partner);
      const most = new Map();
      for (const row of all) most.set(row.partner, Math.max(most.get(row.partner) ?? -Infinity, Math.abs(row.drawn)));
      const order = [...most.keys()].sort((a, b) => most.get(b) - most.get(a) || (a < b ? -1 : 1)).slice(0, MOST_PARTNERS);
      const rows = all.filter((row) => order.includes(row.partner));
      const colour = colours(rows, (row) => row.period || "no period told");
      const ends = order.map((partner) => ({ partner, least: Math.min(0, ...rows.filter((r) => r.partner === partner).map((r) => r.drawn)), most: Math.max(0, ...rows.filter((r) => r.partner === partner).map((r) => r.drawn)) }));
      const stroke = (row) => colour.of(row);
      const label = (partner) => (partner.length > 24 ? `${partner.slice(0, 23)}…` : partner);
      const marks = [
        Plot.ruleX([0], { stroke: "currentColor", strokeOpacity: 0.35 }),
        Plot.ruleY(ends, { y: "partner", x1: "least", x2: "most", stroke: "currentColor", strokeOpacity: 0.25 }),
        Plot.dot(rows.filter((row) => !toCome(row)), { y: "partner", x: "drawn", fill: stroke, r: 5, title: (row) => title(series, row) }),
        Plot.dot(rows.filter(toCome), { y: "partner", x: "drawn", stroke, strokeWidth: 2, fill: "none", r: 5, title: (row) => title(series, row) }),
      ];
      return {
        rows, colour, marks, hidden: most.size - order.length, height: 60 + order.length * 22,
        options: { marginLeft: Math.min(180, width * 0.36), x: { label: null, grid: true, tickFormat: short, nice: true }, y: { domain: order, label: null, tickFormat: label } },
      };
    },
  };

  /** What each colour stands for, and what is hollow. @returns {{name: string, colour: string, hollow?: boolean}[]} */
  function keys(colour, rows) {
    const found = colour.domain.length > 1 ? colour.domain.map((name, i) => ({ name, colour: colour.range[i] })) : [];
    const come = [...new Set(rows.filter(toCome).map((row) => row.status))];
    return come.length ? [...found, { name: come.join(", "), colour: kg.colour("--fg"), hollow: true }] : found;
  }

  function legend(entries) {
    const item = (swatch, words) => kg.el("li", {}, swatch, words);
    const dot = (fill, hollow) => {
      const made = kg.el("span", { class: hollow ? "swatch hollow" : "swatch" });
      made.style.setProperty("--swatch", fill);
      return made;
    };
    return kg.el("ul", { class: "chart-legend" }, entries.map((one) => item(dot(one.colour, one.hollow), one.name)));
  }

  const titleOf = (series) => `${series.change ? "Change of " : ""}${series.indicator}${series.unit ? ` in ${series.unit}` : ""}`;

  /** What the chart shows, in words, for those who do not see it. */
  function inWords(series, how, rows, left, hidden) {
    const what = titleOf(series);
    if (!rows.length) {
      return `${what}: none of the ${kg.count(series.rows.length, "figure")} tells its ${how === "period" ? "period with a year" : "partner"}; the table has them all.`;
    }
    const low = rows.reduce((a, b) => (b.drawn < a.drawn ? b : a));
    const high = rows.reduce((a, b) => (b.drawn > a.drawn ? b : a));
    const one = (row) => `${short(row.drawn)} (${[row.area, row.partner, row.period].filter(Boolean).join(", ")})`;
    const parts = [`${what}, ${how === "period" ? "by period" : "by partner"}: ${kg.count(rows.length, "figure")}`];
    parts.push(rows.length > 1 ? `from ${one(low)} to ${one(high)}` : one(high));
    const come = rows.filter(toCome);
    const extra = [come.length ? `${come.length} of them (${[...new Set(come.map((row) => row.status))].join(", ")}) drawn hollow, since not told as so.` : "", hidden ? `${hidden} more partners are in the table.` : ""];
    if (left) extra.push(`${kg.count(left, "figure")} not drawn, since no ${how === "period" ? "year" : "partner"} is told.`);
    return `${parts.join(", ")}. ${extra.filter(Boolean).join(" ")}`.trim();
  }

  /**
   * Draws one series of `kg.figureSeries`.
   * @param {object} series @param {"period"|"partner"} how @param {number} width in pixels
   * @returns {{el: HTMLElement, words: string, width: number, svg: SVGSVGElement | null, notes: object}} `words` says the same as the picture,
   *   `notes` are for a picture that stands alone
   */
  kg.figureChart = function (series, how, width) {
    const plan = MARKS[how](series, width);
    const left = series.rows.length - plan.rows.length;
    const words = inWords(series, how, plan.rows, plan.hidden ? 0 : left, plan.hidden || 0);
    const el = kg.el("figure", {});
    let svg = null;
    if (plan.rows.length) {
      svg = Plot.plot({
        width: Math.max(280, width), height: plan.height, marginLeft: 56, ariaLabel: words, ...plan.options,
        color: { type: "categorical", domain: plan.colour.domain, range: plan.colour.range }, marks: plan.marks,
      });
      // the page's policy allows no style sheet of others; figures.css says the same
      svg.querySelectorAll("style").forEach((style) => style.remove());
      svg.setAttribute("role", "img");
      svg.querySelectorAll("[aria-label]").forEach((part) => part.removeAttribute("aria-label")); // names on parts without a role; the picture has its own
      svg.classList.add("plot");
      const byTitle = new Map(plan.rows.map((row) => [title(series, row), row.fact]));
      svg.querySelectorAll("circle").forEach((circle) => {
        const fact = byTitle.get(circle.querySelector("title")?.textContent);
        if (fact !== undefined) circle.addEventListener("click", () => kg.show.fact(fact));
      });
      el.append(svg, legend(keys(plan.colour, plan.rows)));
    }
    return { el, words, width, svg, notes: { title: titleOf(series), legend: keys(plan.colour, plan.rows) } };
  };
})(window.kg = window.kg || {});
