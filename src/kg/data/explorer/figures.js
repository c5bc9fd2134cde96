"use strict";
// The tab of figures: all statistics after narrowing as a table, and a chart of one indicator in one unit.
(function (kg) {
  /** The decimal as a number; null where none is told. @param {string} told */
  const number = (told) => (told === "" || told === undefined || Number.isNaN(Number(told)) ? null : Number(told));
  const grouped = (told) => (number(told) === null ? told || "" : Number(told).toLocaleString("en", { maximumFractionDigits: 20 }));
  const signed = (told) => (number(told) === null ? told || "" : `${Number(told) > 0 ? "+" : ""}${grouped(told).replace("-", "−")} %`);
  const name = (i) => (i >= 0 ? kg.data.things[i].name : "");

  /**
   * A statistic as the table and the charts take it.
   * @param {number} i index of the fact
   * @returns {{fact: number, indicator: string, area: string, partner: string, value: number|null, unit: string, change: number|null,
   *   basis: string, status: string, start: string, end: string, first: string, last: string, period: string, article: number}}
   *   `first` and `last` are the days within which the period lies (YYYY-MM-DD), "" where no year is told
   */
  kg.figureOf = function (i) {
    const fact = kg.data.facts[i];
    const told = fact.figure;
    const start = told.start || told.end || "";
    const end = told.end || told.start || "";
    return {
      fact: i, indicator: told.indicator || "", area: fact.term === "partner" ? "" : name(fact.s), partner: name(fact.term === "partner" ? fact.s : fact.o), value: number(told.value), unit: told.unit || "",
      change: number(told.change), basis: told.basis || "", status: told.status || fact.status, start, end,
      first: kg.days(start)?.first ?? "", last: kg.days(end)?.last ?? "",
      period: kg.periodWords(told.start || "", told.end || ""),
      article: fact.articles[0] ?? -1,
    };
  };

  const titleOf = (row) => (row.article < 0 ? "" : kg.data.articles[row.article].title || kg.data.articles[row.article].id);

  /** Columns of the table and of its CSV; `plain` is what a file holds. */
  kg.figureColumns = [
    { title: "Indicator", value: (row) => row.indicator, opens: true },
    { title: "Area", value: (row) => row.area },
    { title: "Partner", value: (row) => row.partner },
    { title: "Value", value: (row) => row.value, cell: (row) => grouped(kg.data.facts[row.fact].figure.value), plain: (row) => kg.data.facts[row.fact].figure.value, number: true },
    { title: "Unit", value: (row) => row.unit },
    { title: "Change", value: (row) => row.change, cell: (row) => signed(kg.data.facts[row.fact].figure.change), plain: (row) => kg.data.facts[row.fact].figure.change, number: true, hint: "in per cent" },
    { title: "Basis", value: (row) => row.basis, hint: "against what the change is counted: yoy the year before, mom the month before, qoq the quarter before" },
    { title: "Period", value: (row) => row.first || row.last, cell: (row) => row.period, plain: (row) => (row.start === row.end ? row.start : `${row.start}/${row.end}`), hint: "a period told as a year or a month is sorted by its first day" },
    { title: "Status", value: (row) => row.status, cell: (row) => (row.status ? kg.statusMark({ status: row.status, asserted: kg.data.facts[row.fact].asserted }) : "") },
    { title: "Article", value: titleOf },
  ];

  /** The statistics that are left after narrowing. */
  function narrowed() {
    const { facts } = kg.selection();
    return kg.data.facts.flatMap((fact, i) => (fact.kind === "statistic" && fact.figure && facts.has(i) ? [kg.figureOf(i)] : []));
  }

  /**
   * What can be drawn in one chart: an indicator in one unit, or its change on one basis. Two units never share an axis.
   * @returns {Map<string, {key: string, indicator: string, unit: string, change: boolean, rows: object[]}>} the most rows first
   */
  kg.figureSeries = function (rows) {
    const found = new Map();
    const add = (row, unit, change, value) => {
      const key = JSON.stringify([row.indicator, unit, change]);
      if (!found.has(key)) found.set(key, { key, indicator: row.indicator, unit, change, rows: [] });
      found.get(key).rows.push({ ...row, drawn: value });
    };
    for (const row of rows) {
      if (row.value !== null) add(row, row.unit, false, row.value);
      if (row.change !== null) add(row, row.basis ? `% (${row.basis})` : "%", true, row.change);
    }
    return new Map([...found].sort((a, b) => b[1].rows.length - a[1].rows.length || (a[0] < b[0] ? -1 : 1)));
  };

  let table, filter, chooser, by, holder, bar, words, drawn;

  function choose(rows) {
    const series = kg.figureSeries(rows);
    const wanted = kg.state.get().series;
    const chosen = series.get(wanted) || series.values().next().value;
    chooser.replaceChildren(
      ...[...series.values()].map((one) =>
        kg.el("option", { value: one.key }, `${one.change ? "change of " : ""}${one.indicator}, ${one.unit || "a count"} (${one.rows.length})`)
      )
    );
    if (chosen) chooser.value = chosen.key;
    by.value = kg.state.get().by === "partner" ? "partner" : "period";
    bar.hidden = !chosen;
    words.textContent = "";
    drawn = chosen ? kg.figureChart(chosen, kg.state.get().by === "partner" ? "partner" : "period", holder.clientWidth) : null;
    holder.replaceChildren(...(drawn ? [drawn.el] : []));
    if (drawn) words.textContent = drawn.words;
  }

  let last = [];

  /** Rows that have all words of the filter. */
  function find() {
    const wanted = kg.fold(filter.value).split(/\s+/).filter(Boolean);
    table.show(last.filter((row) => {
      const told = kg.fold([row.indicator, row.area, row.partner, row.unit, row.basis, row.period, row.status, titleOf(row)].join(" "));
      return wanted.every((word) => told.includes(word));
    }));
  }

  function fill() {
    last = narrowed();
    find();
    choose(last);
  }

  kg.view("figures", {
    title: "Figures",
    mount(el) {
      chooser = kg.el("select", { "aria-label": "indicator and unit of the chart" });
      chooser.addEventListener("change", () => kg.state.set({ series: chooser.value }, { replace: true }));
      by = kg.el("select", { "aria-label": "what the chart compares" }, kg.el("option", { value: "period" }, "by period"), kg.el("option", { value: "partner" }, "by partner"));
      by.addEventListener("change", () => kg.state.set({ by: by.value }, { replace: true }));
      holder = kg.el("div", { class: "chart" });
      words = kg.el("p", { class: "told-so chart-words" });
      const files = ["svg", "png"].map((kind) => {
        const button = kg.el("button", { type: "button" }, kind.toUpperCase());
        button.addEventListener("click", () => kg.picture.save(drawn.svg, kind, "figures", drawn.notes));
        return button;
      });
      const csv = kg.el("button", { type: "button" }, "Table as CSV");
      filter = kg.el("input", { type: "search", placeholder: "Indicator, area, partner …", "aria-label": "Filter the table of figures", oninput: find });
      csv.addEventListener("click", () => kg.download("figures.csv", "text/csv", kg.tables.figures(table.rows())));
      bar = kg.el("div", { class: "tab-bar" }, kg.el("label", {}, "Chart of ", chooser), by, kg.el("span", { class: "save" }, "Save the chart: ", files));
      table = kg.rows({
        caption: "Figures", columns: kg.figureColumns, sort: 7, down: true, empty: "No figure is left. Widen the filters to see more.",
        open: (row) => kg.show.fact(row.fact), name: (row) => `Show where “${kg.factWords(row.fact)}” was read`,
      });
      el.append(kg.el("div", { class: "tab figures" }, bar, holder, words, kg.el("div", { class: "tab-bar" }, filter, csv), table.el));
      fill();
      const again = () => last.length && choose(last);
      kg.on("theme", again);
      new ResizeObserver(() => holder.clientWidth && drawn && Math.abs(holder.clientWidth - drawn.width) > 20 && again()).observe(holder);
    },
    update(state, changed) {
      if (kg.narrows(changed)) fill();
      else if (changed.has("series") || changed.has("by")) choose(last);
    },
  });
})(window.kg = window.kg || {});
