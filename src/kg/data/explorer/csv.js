"use strict";
// Tables as CSV (RFC 4180, UTF-8 with a mark that spreadsheets know it by). A text that a spreadsheet would take for a formula stays a text.
(function (kg) {
  const MARK = "\ufeff";
  // as OWASP lists them ("CSV Injection"), with their full-width forms
  const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
  const NUMBER = /^-?\d+(\.\d+)?$/;

  /** @param {string} text */
  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  /** A text cell: an apostrophe before what a spreadsheet would compute. @param {string} value */
  const safe = (value) => (FORMULA.test(value) ? `'${value}` : value);

  /**
   * @param {string[]} header @param {(string|number|boolean|null|undefined)[][]} rows
   * @param {Set<number>} numbers columns of numbers: a decimal there stays one, a minus included
   * @returns {string}
   */
  function csv(header, rows, numbers) {
    const cell = (value, i) => {
      const text = value === null || value === undefined ? "" : String(value);
      return quoted(numbers.has(i) && NUMBER.test(text) ? text : safe(text));
    };
    return MARK + [header, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
  }

  const nameOf = (i) => (i >= 0 ? kg.data.things[i].name : "");
  const idOf = (i) => (i >= 0 ? kg.data.things[i].id : "");

  kg.tables = {
    /** Any table. */
    of: csv,

    /** The table of figures, in the order shown. @param {object[]} rows of `kg.figureOf` */
    figures(rows) {
      const columns = kg.figureColumns;
      const header = [...columns.map((column) => column.title.toLowerCase()), "first day", "last day", "asserted", "fact", "article url"];
      const lines = rows.map((row) => [
        ...columns.map((column) => (column.plain || column.value)(row)), row.first, row.last, kg.data.facts[row.fact].asserted,
        kg.data.facts[row.fact].node, row.article < 0 ? "" : kg.data.articles[row.article].url,
      ]);
      return csv(header, lines, new Set(columns.flatMap((column, i) => (column.number ? [i] : []))));
    },

    /** Things of a selection. @param {number[]} things */
    things(things) {
      const header = ["id", "name", "type", "other names", "articles", "part of", "same as"];
      const lines = things.map((i) => {
        const thing = kg.data.things[i];
        return [thing.id, thing.name, thing.type, thing.other.join(" | "), thing.weight, nameOf(thing.in), thing.links.join(" | ")];
      });
      return csv(header, lines, new Set([4]));
    },

    /**
     * Facts of a selection, each with the first words it was read from.
     * @param {number[]} facts @param {Map<number, [number, number, number, string]>} quotes by number
     */
    facts(facts, quotes) {
      const header = [
        "kind", "subject", "relation", "object", "text", "status", "asserted", "details", "from", "until", "value", "unit", "change", "quote",
        "start", "end", "article", "title", "date", "publisher", "url", "subject id", "object id", "fact",
      ];
      const lines = facts.map((i) => {
        const fact = kg.data.facts[i];
        const [at, start, end, words] = quotes.get(fact.q[0]) || [fact.articles[0] ?? -1, "", "", ""];
        const article = kg.data.articles[at] || { id: "", title: "", date: "", publisher: "", url: "" };
        const figure = fact.figure || {};
        return [
          fact.kind, nameOf(fact.s), fact.r, nameOf(fact.o), fact.text, fact.status, fact.asserted, fact.details.map((d) => d.join(": ")).join("; "),
          fact.from, fact.until, figure.value, figure.unit, figure.change, words, start, end, article.id, article.title, article.date,
          article.publisher, article.url, idOf(fact.s), idOf(fact.o), fact.node,
        ];
      });
      return csv(header, lines, new Set([10, 12, 14, 15]));
    },
  };
})(window.kg = window.kg || {});
