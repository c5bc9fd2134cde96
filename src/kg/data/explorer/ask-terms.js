"use strict";
// What the Ask tab knows of SPARQL: prefixes, the words of a query, IRIs in short, and what an answer's terms open.
(function (kg) {
  const ask = (kg.ask = kg.ask || {});
  // the terminals of SPARQL 1.1 (19.8) that may hold other text, then names and words
  const TOKEN = /<[^<>"{}|^`\s]*>|"{3}(?:[^"\\]|\\.|"(?!""))*"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|#[^\n\r]*|[?$]\w+|(?:[A-Za-z][\w.-]*)?:(?:[\w.:%-]|\\.)*|\w+/gs;

  /**
   * @typedef {{type: "uri" | "literal" | "bnode", value: string, datatype?: string, "xml:lang"?: string}} Term as SPARQL's JSON writes it
   * @typedef {{name: string, text: string, query: string}} Question `text` is the question in words
   * @typedef {{name: string, sort: "class" | "property" | "concept", label: string, comment: string}} Word one of the vocabulary
   */

  let read = null;
  /** @returns {{prefixes: Object<string, string>, terms: Word[], questions: Question[], examples: Question[]}} */
  ask.known = function () {
    if (read) return read;
    read = JSON.parse(document.getElementById("kg-ask").textContent);
    // the prefixes of the data stand below the graph's base
    for (const [name, iri] of Object.entries(read.prefixes)) if (!iri.includes(":")) read.prefixes[name] = kg.data.base + iri;
    return read;
  };

  /** The tokens of a query without its comments. @param {string} query @returns {string[]} */
  ask.tokens = (query) => (query.match(TOKEN) || []).filter((token) => token[0] !== "#");

  /** "select", "ask", "construct" or "describe"; "" where the query is none of them. @param {string} query */
  ask.form = function (query) {
    const tokens = ask.tokens(query).map((token) => token.toLowerCase());
    let at = 0;
    while (tokens[at] === "prefix" || tokens[at] === "base") at += tokens[at] === "prefix" ? 3 : 2;
    return ["select", "ask", "construct", "describe"].includes(tokens[at]) ? tokens[at] : "";
  };

  /**
   * The query with every known prefix declared that it uses and does not declare, on one line before it.
   * @param {string} query
   * @returns {{text: string, lines: number}} `lines` stand before the query's own
   */
  ask.declared = function (query) {
    const tokens = ask.tokens(query);
    const own = new Set(tokens.filter((_, i) => i && tokens[i - 1].toLowerCase() === "prefix").map((token) => token.split(":")[0]));
    const used = new Set(tokens.filter((token) => !/^[<"'?$]/.test(token) && token.includes(":")).map((token) => token.split(":")[0]));
    const known = ask.known().prefixes;
    const lines = [...used].filter((name) => !own.has(name) && Object.hasOwn(known, name)).sort();
    if (!lines.length) return { text: query, lines: 0 };
    return { text: `${lines.map((name) => `PREFIX ${name}: <${known[name]}>`).join(" ")}\n${query}`, lines: 1 };
  };

  /** An IRI with its prefix where one fits, else as it stands. @param {string} iri */
  ask.short = function (iri) {
    let best = "";
    let space = "";
    for (const [prefix, start] of Object.entries(ask.known().prefixes)) {
      if (iri.startsWith(start) && start.length > space.length && iri.length > start.length) [best, space] = [prefix, start];
    }
    return space ? `${best}:${iri.slice(space.length)}` : iri;
  };

  /** A term as an answer shows it. @param {Term | undefined} term */
  ask.text = (term) => (!term ? "" : term.type === "uri" ? ask.short(term.value) : term.type === "bnode" ? `_:${term.value}` : term.value);

  const NUMBER = /#(?:integer|decimal|double|float|int|long|short|byte|nonNegativeInteger|positiveInteger)$/;
  /** The number of a numeric literal, else null. @param {Term | undefined} term @returns {number | null} */
  ask.number = function (term) {
    if (!term || term.type !== "literal" || !NUMBER.test(term.datatype || "")) return null;
    const value = Number(term.value);
    return Number.isFinite(value) ? value : null;
  };

  /** The name of a thing of the graph, else the IRI in short. @param {string} iri */
  ask.name = function (iri) {
    const at = kg.data.byId(iri);
    return at >= 0 ? kg.data.things[at].name : ask.short(iri);
  };

  let nodes = null; // IRI of a fact's node -> index of the fact
  function factOf(iri) {
    if (!nodes) {
      nodes = new Map();
      kg.data.facts.forEach((fact, i) => fact.node && !nodes.has(fact.node) && nodes.set(fact.node, i));
    }
    return nodes.has(iri) ? nodes.get(iri) : -1;
  }

  const articleOf = (id) => kg.data.articleById(id);
  const articleAt = (iri) => kg.data.articles.findIndex((article) => article.iri === iri);

  /** The number of a quote by its place, -1 where no fact and no thing has it. */
  async function quoteAt(article, start, end) {
    const numbers = new Set();
    for (const told of kg.data.facts) if (told.articles.includes(article)) told.q.forEach((n) => numbers.add(n));
    for (const thing of kg.data.things) if (thing.articles.includes(article)) thing.q.forEach((n) => numbers.add(n));
    const wanted = [...numbers];
    const found = (await kg.load.quotes(wanted)).findIndex((quote) => quote[0] === article && quote[1] === start && quote[2] === end);
    return found >= 0 ? wanted[found] : -1;
  }

  async function read_(article, start, end) {
    if (article < 0) return;
    const quote = Number.isInteger(start) ? await quoteAt(article, start, end) : -1;
    if (quote >= 0) kg.show.article(article, quote);
    else kg.show.article(article);
  }

  /**
   * What a cell opens: a thing's card, a fact's evidence, an article at its words; null where it opens nothing here.
   * @param {Term | undefined} term
   * @param {{start?: Term, end?: Term, article?: boolean}} [beside] `article`: the cell names an article by its identifier
   * @returns {{label: string, open: () => void} | null} `label` says in words what happens
   */
  ask.opens = function (term, beside = {}) {
    if (!term) return null;
    if (term.type !== "uri") {
      const at = beside.article ? articleOf(term.value) : -1;
      if (at < 0) return null;
      return { label: "read the article", open: () => read_(at, beside.start && Number(beside.start.value), beside.end && Number(beside.end.value)) };
    }
    const thing = kg.data.byId(term.value);
    if (thing >= 0) return { label: `show ${kg.data.things[thing].name}`, open: () => kg.show.thing(thing) };
    const fact = factOf(term.value);
    if (fact >= 0) return { label: "show the evidence", open: () => kg.show.fact(fact) };
    if (!term.value.startsWith(ask.known().prefixes.article)) return null;
    const [iri, place] = term.value.split("#char=");
    const [start, end] = (place || "").split(",").map((n) => (n ? Number(n) : NaN));
    return { label: "read the article", open: () => read_(articleAt(iri), start, end) };
  };
})(window.kg = window.kg || {});
