"use strict";
// An answer as a table, and as a file in the formats of SPARQL 1.1.
(function (kg) {
  const ask = (kg.ask = kg.ask || {});
  const PAGE = 100; // rows

  const same = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  function order(a, b) {
    const [x, y] = [ask.number(a), ask.number(b)];
    if (x !== null && y !== null) return x - y;
    return same.compare(ask.text(a), ask.text(b));
  }

  /** What a cell shows: a button where it opens something, a link where it leads to the web, else text. */
  function shown(term, beside) {
    const text = ask.text(term);
    const opens = ask.opens(term, beside);
    if (opens) {
      const button = kg.el("button", { type: "button", class: "ask-open", title: opens.label }, text);
      button.addEventListener("click", opens.open);
      return button;
    }
    const known = term && term.type === "uri" && text !== term.value; // one of the vocabulary's
    if (term && term.type === "uri" && !known && /^https?:\/\//i.test(term.value)) {
      return kg.el("a", { href: term.value, rel: "noopener noreferrer", target: "_blank" }, text);
    }
    return text;
  }

  /**
   * The rows as a table that can be sorted by each column; more rows come on demand.
   * @param {{columns: string[], rows: (Term | undefined)[][]}} answer
   * @returns {HTMLElement}
   */
  ask.table = function (answer) {
    const { columns } = answer;
    const place = Object.fromEntries(["start", "end"].map((name) => [name, columns.indexOf(name)]));
    const numbers = columns.map((_, i) => answer.rows.some((row) => row[i]) && answer.rows.every((row) => !row[i] || ask.number(row[i]) !== null));
    const lengths = columns.map((_, i) => Math.max(0, ...answer.rows.slice(0, PAGE).map((row) => ask.text(row[i]).length)));
    const kinds = columns.map((_, i) => (numbers[i] ? "number" : lengths[i] > 60 ? "long" : lengths[i] > 16 ? "middling" : ""));
    let rows = answer.rows;
    let by = -1;
    let down = false;
    let most = PAGE;

    const body = kg.el("tbody", {});
    const more = kg.el("button", { type: "button", class: "ask-more" }, "");
    const heads = columns.map((name, i) => {
      const button = kg.el("button", { type: "button", class: "ask-sort" }, name);
      button.addEventListener("click", () => sort(i));
      return kg.el("th", { scope: "col", class: kinds[i] }, button);
    });

    function line(row) {
      const cells = row.map((term, i) => {
        const beside = { start: row[place.start], end: row[place.end], article: columns[i] === "article" };
        return kg.el("td", { class: kinds[i] }, shown(term, beside));
      });
      return kg.el("tr", {}, ...cells);
    }

    function draw() {
      body.replaceChildren(...rows.slice(0, most).map(line));
      more.hidden = rows.length <= most;
      more.textContent = `Show ${Math.min(PAGE * 5, rows.length - most).toLocaleString("en")} more of ${rows.length.toLocaleString("en")} rows`;
    }

    function sort(i) {
      down = by === i ? !down : numbers[i];
      by = i;
      const [known, unknown] = [answer.rows.filter((row) => row[i]), answer.rows.filter((row) => !row[i])];
      known.sort((a, b) => (down ? order(b[i], a[i]) : order(a[i], b[i])));
      rows = [...known, ...unknown];
      heads.forEach((head, at) => head.setAttribute("aria-sort", at !== i ? "none" : down ? "descending" : "ascending"));
      draw();
    }

    more.addEventListener("click", () => {
      most += PAGE * 5;
      draw();
    });
    draw();
    const table = kg.el("table", {}, kg.el("thead", {}, kg.el("tr", {}, ...heads)), body);
    return kg.el("div", { class: "ask-table", tabindex: "0", role: "region", "aria-label": "the answer as a table" }, table, more);
  };

  /** Triples as rows with three columns. @param {Term[][]} triples */
  ask.asRows = (triples) => ({ columns: ["subject", "predicate", "object"], rows: triples });

  const cell = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const raw = (term) => (!term ? "" : term.type === "bnode" ? `_:${term.value}` : term.value);
  const escaped = (value) => value.replace(/[\\"\n\r\t]/g, (c) => ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" })[c]);

  function encoded(term) {
    if (!term) return "";
    if (term.type === "uri") return `<${term.value}>`;
    if (term.type === "bnode") return `_:${term.value}`;
    const tail = term["xml:lang"] ? `@${term["xml:lang"]}` : term.datatype ? `^^<${term.datatype}>` : "";
    return `"${escaped(term.value)}"${tail}`;
  }

  /** A text that a spreadsheet would compute gets an apostrophe before it, as in every table of ours. */
  const safe = (term) => (term && term.type === "literal" && !term.datatype && /^(?!--\d\d(-\d\d)?$|[+-]?\d+(\.\d+)?$)[=+\-@\t\r\n＝＋－＠]/.test(term.value) ? `'${term.value}` : raw(term));

  /** W3C "SPARQL 1.1 Query Results CSV": plain values, but for that. */
  ask.csv = (answer) => [answer.columns, ...answer.rows.map((row) => row.map(safe))].map((row) => row.map(cell).join(",") + "\r\n").join("");

  /** The same document's TSV: terms as Turtle writes them. */
  ask.tsv = (answer) => [answer.columns.map((name) => `?${name}`), ...answer.rows.map((row) => row.map(encoded))].map((row) => row.join("\t") + "\n").join("");

  /**
   * The buttons that save an answer.
   * @param {Answer} answer @param {string} query
   */
  ask.downloads = function (answer, query) {
    const table = answer.form === "triples" ? ask.asRows(answer.triples) : answer;
    const files = [];
    if (answer.form !== "truth") {
      files.push(["CSV", "answer.csv", "text/csv", () => ask.csv(table)], ["TSV", "answer.tsv", "text/tab-separated-values", () => ask.tsv(table)]);
    }
    if (answer.form === "triples") {
      files.push(["Turtle", "answer.ttl", "text/turtle", () => ask.answer(query, { turtle: true }).then((found) => found.text)]);
    } else {
      files.push(["JSON", "answer.json", "application/sparql-results+json", () => answer.text]);
    }
    const buttons = files.map(([title, name, type, make]) => {
      const button = kg.el("button", { type: "button", title: `save the whole answer as ${title}` }, title);
      button.addEventListener("click", async () => kg.download(name, type, await make()));
      return button;
    });
    return kg.el("div", { class: "ask-save", role: "group", "aria-label": "save" }, kg.el("span", {}, "Save"), ...buttons);
  };
})(window.kg = window.kg || {});
