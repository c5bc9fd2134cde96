"use strict";
// A table that can be sorted by each column and is shown in pages: what Articles and Figures share.
(function (kg) {
  const SIZES = [50, 100, 250, 1000];

  /**
   * @typedef {object} Column
   * @property {string} title what its head says
   * @property {(row: any) => (string | number | null)} value what it is sorted by; null and "" go last in both directions
   * @property {(row: any) => (Node | string)} [cell] what it shows; the value as text without it
   * @property {boolean} [number] numbers: to the right, sorted downwards first
   * @property {boolean} [opens] its cell is the button that opens the row
   * @property {string} [hint] what the head means
   */

  const NARROWING = ["types", "kinds", "status", "from", "to", "article", "country"];

  /** Whether a change of the state changes what is left after narrowing. @param {Set<string>} changed */
  kg.narrows = (changed) => NARROWING.some((key) => changed.has(key));

  const words = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

  function compare(a, b) {
    return typeof a === "number" && typeof b === "number" ? a - b : words.compare(String(a), String(b));
  }

  /** Rows in order of a column; equal ones keep their order. @param {any[]} rows @param {Column} column @param {boolean} down */
  kg.sortedRows = function (rows, column, down) {
    const known = [];
    const blank = [];
    for (const row of rows) {
      const value = column.value(row);
      (value === null || value === undefined || value === "" || Number.isNaN(value) ? blank : known).push([value, row]);
    }
    known.sort((a, b) => (down ? compare(b[0], a[0]) : compare(a[0], b[0])));
    return known.map((pair) => pair[1]).concat(blank.map((pair) => pair[1]));
  };

  /**
   * @param {{caption: string, columns: Column[], sort: number, down?: boolean, empty: string, open: (row: any) => void, name: (row: any) => string}} options
   *   `sort` is the column that orders first, `name` what the button that opens a row is called
   * @returns {{el: HTMLElement, show: (rows: any[]) => void, rows: () => any[]}} `rows` gives all rows in the order shown
   */
  kg.rows = function (options) {
    let all = [];
    let order = [];
    let page = 0;
    let size = SIZES[1];
    let by = options.sort;
    let down = Boolean(options.down);

    const heads = options.columns.map((column, i) => {
      const button = kg.el("button", { type: "button", class: "sort" }, column.title);
      if (column.hint) button.title = column.hint;
      button.addEventListener("click", () => {
        down = by === i ? !down : Boolean(column.number);
        by = i;
        arrange();
      });
      return kg.el("th", { scope: "col", class: column.number ? "number" : "" }, button);
    });
    const body = kg.el("tbody", {});
    const table = kg.el(
      "table", { class: "rows" }, kg.el("caption", { class: "unseen" }, options.caption), kg.el("thead", {}, kg.el("tr", {}, ...heads)), body
    );
    const scroller = kg.el("div", { class: "rows-scroll", tabindex: "0", role: "region", "aria-label": options.caption }, table);
    const told = kg.el("span", { class: "rows-told", role: "status" });
    const turn = (label, by_) => {
      const button = kg.el("button", { type: "button" }, label);
      button.addEventListener("click", () => go(page + by_));
      return button;
    };
    const before = turn("Previous", -1);
    const after = turn("Next", 1);
    const sizes = kg.el("select", { "aria-label": "rows a page" }, ...SIZES.map((n) => kg.el("option", { value: String(n) }, `${n} a page`)));
    sizes.value = String(size);
    sizes.addEventListener("change", () => {
      size = Number(sizes.value);
      go(0);
    });
    const pager = kg.el("nav", { class: "pager", "aria-label": "pages of the table" }, told, before, after, sizes);
    const empty = kg.el("p", { class: "nothing" }, options.empty);
    const el = kg.el("div", { class: "paged" }, pager, scroller, empty);

    function line(row) {
      const cells = options.columns.map((column) => {
        const shown = column.cell ? column.cell(row) : String(column.value(row) ?? "");
        if (!column.opens) return kg.el("td", { class: column.number ? "number" : "" }, shown);
        const button = kg.el("button", { type: "button", class: "open", "aria-label": options.name(row) }, shown);
        return kg.el("th", { scope: "row", class: "opens" }, button);
      });
      const tr = kg.el("tr", {}, ...cells);
      tr.addEventListener("click", (event) => {
        if (!event.target.closest("a") && !String(window.getSelection())) options.open(row);
      });
      return tr;
    }

    function go(wanted) {
      const pages = Math.max(1, Math.ceil(order.length / size));
      page = Math.min(Math.max(0, wanted), pages - 1);
      const from = page * size;
      const shown = order.slice(from, from + size);
      body.replaceChildren(...shown.map(line));
      told.textContent = order.length ? `${(from + 1).toLocaleString("en")}–${(from + shown.length).toLocaleString("en")} of ${order.length.toLocaleString("en")}` : "none";
      before.disabled = page === 0;
      after.disabled = page === pages - 1;
      before.hidden = after.hidden = pages === 1;
      sizes.hidden = order.length <= SIZES[0];
      scroller.hidden = !order.length;
      empty.hidden = order.length > 0;
      scroller.scrollTop = 0;
    }

    function arrange() {
      heads.forEach((head, i) => head.setAttribute("aria-sort", i === by ? (down ? "descending" : "ascending") : "none"));
      order = kg.sortedRows(all, options.columns[by], down);
      go(0);
    }

    return {
      el,
      show(rows) {
        all = rows;
        arrange();
      },
      rows: () => order,
    };
  };
})(window.kg = window.kg || {});
