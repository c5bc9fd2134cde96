"use strict";
// The selection as Turtle in kg's own vocabulary: things, facts as their nodes with status and evidence, articles. No blank nodes.
(function (kg) {
  const XSD = "http://www.w3.org/2001/XMLSchema#";
  const PREFIXES = { prov: "http://www.w3.org/ns/prov#", rdfs: "http://www.w3.org/2000/01/rdf-schema#", skos: "http://www.w3.org/2004/02/skos/core#", xsd: XSD };
  const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  const DECIMAL = /^[+-]?\d*\.?\d+$/;
  const DATES = [[/^\d{4}-\d\d-\d\d$/, "date"], [/^\d{4}-\d\d$/, "gYearMonth"], [/^\d{4}$/, "gYear"], [/^--\d\d-\d\d$/, "gMonthDay"], [/^--\d\d$/, "gMonth"]];

  const code = (c, digits) => c.codePointAt(0).toString(16).toUpperCase().padStart(digits, "0");

  /** @param {string} value */
  const text = (value) =>
    `"${String(value).replace(HALF, "\ufffd").replace(/[\\"\u0000-\u001f\u007f]/g, (c) => ESCAPES[c] || `\\u${code(c, 4)}`)}"`;

  /** An IRI; what may not stand in one is written as percent signs. @param {string} value */
  const iri = (value) => `<${String(value).replace(HALF, "\ufffd").replace(/[\u0000-\u0020<>"{}|^`\\]/g, (c) => `%${code(c, 2)}`)}>`;

  const typed = (value, type) => `${text(value)}^^xsd:${type}`;

  /** A date as told; a plain string where it has no such form. */
  function date(value) {
    const found = DATES.find(([form]) => form.test(value));
    return found ? typed(value, found[1]) : text(value);
  }

  const decimal = (value) => (DECIMAL.test(value) ? typed(value, "decimal") : text(value));

  /** Whether something like https://… or urn:… : what has no scheme is no node. */
  const isIri = (value) => /^[a-z][a-z0-9+.-]*:/i.test(value || "");

  class Writer {
    constructor(terms) {
      this.terms = terms;
      this.nodes = new Map();
    }

    /** @param {string} node IRI @param {string} property written in Turtle @param {string} value written in Turtle */
    add(node, property, value) {
      if (!this.nodes.has(node)) this.nodes.set(node, new Map());
      const said = this.nodes.get(node);
      if (!said.has(property)) said.set(property, new Set());
      said.get(property).add(value);
    }

    kg(node, property, value) {
      this.add(node, `kg:${property}`, value);
    }

    /** A notion of one of the vocabulary's lists, by its notation. */
    concept(scheme, notation) {
      return iri(`${this.terms.namespace.slice(0, -1)}/${scheme}#${notation}`);
    }

    toString() {
      const head = [`@prefix kg: <${this.terms.namespace}> .`, ...Object.entries(PREFIXES).map(([name, value]) => `@prefix ${name}: <${value}> .`)];
      const blocks = [...this.nodes].map(([node, said]) => {
        const lines = [...said].map(([property, values]) => `${property} ${[...values].join(" , ")}`);
        return `${iri(node)} ${lines.join(" ;\n\t")} .`;
      });
      return `${head.join("\n")}\n\n${blocks.join("\n\n")}\n`;
    }
  }

  function thing(out, i) {
    const one = kg.data.things[i];
    if (!isIri(one.id)) return;
    const known = one.type === "Thing" ? "Entity" : one.type;
    out.add(one.id, "a", `kg:${known}`);
    out.add(one.id, "rdfs:label", text(one.name));
    out.add(one.id, "skos:prefLabel", text(one.name));
    for (const name of one.other) out.add(one.id, "skos:altLabel", text(name));
    for (const link of one.links) out.add(one.id, "skos:exactMatch", iri(link));
    for (const at of one.articles) if (isIri(kg.data.articles[at].iri)) out.add(one.id, "prov:wasDerivedFrom", iri(kg.data.articles[at].iri));
    if (one.in >= 0) out.kg(one.id, "within", iri(kg.data.things[one.in].id));
  }

  function article(out, at) {
    const one = kg.data.articles[at];
    if (!isIri(one.iri)) return;
    out.add(one.iri, "a", "kg:Article");
    out.add(one.iri, "rdfs:label", text(one.title || one.id));
    out.kg(one.iri, "identifier", text(one.id));
    if (one.title) out.kg(one.iri, "headline", text(one.title));
    if (one.date) out.kg(one.iri, "published", date(one.date));
    if (one.publisher) out.kg(one.iri, "publisher", text(one.publisher));
    if (one.url) out.kg(one.iri, "url", typed(one.url, "anyURI"));
  }

  function evidence(out, node, quotes, numbers) {
    for (const n of numbers) {
      const quote = quotes.get(n);
      const of = quote && kg.data.articles[quote[0]];
      if (!quote || !isIri(of.iri)) continue;
      const [, start, end, words] = quote;
      const where = `${of.iri}#char=${start},${end}`;
      out.kg(node, "evidence", iri(where));
      out.add(node, "prov:wasDerivedFrom", iri(of.iri));
      out.add(where, "a", "kg:Evidence");
      out.kg(where, "article", iri(of.iri));
      out.kg(where, "start", typed(start, "integer"));
      out.kg(where, "end", typed(end, "integer"));
      out.kg(where, "quote", text(words));
    }
  }

  function figure(out, node, cells, told) {
    for (const [name, term] of Object.entries(cells)) {
      const value = told[name];
      if (!value) continue;
      if (Array.isArray(term)) out.kg(node, term[0], out.concept(term[1], value));
      else if (name === "value" || name === "change") out.kg(node, term, decimal(value));
      else out.kg(node, term, name === "start" || name === "end" ? date(value) : text(value));
    }
  }

  function fact(out, i, quotes) {
    const one = kg.data.facts[i];
    const plan = out.terms.kinds[one.kind];
    const id = (at) => (at >= 0 ? kg.data.things[at].id : "");
    const node = plan && plan.about ? id(one.s) : one.node;
    if (!plan || !isIri(node)) return false;
    out.add(node, "a", `kg:${plan.node}`);
    if (plan.s && one.s >= 0) out.kg(node, one.term === "partner" ? plan.o : plan.s, iri(id(one.s)));
    if (plan.o && one.o >= 0) out.kg(node, plan.o, iri(id(one.o)));
    if (plan.r && one.term) out.kg(node, plan.r, text(one.term));
    if (plan.text && one.text) out.kg(node, plan.text, text(one.text));
    if (plan.term && one.term) out.kg(node, plan.term[0], out.concept(plan.term[1], one.term));
    const status = one.status || plan.only;
    if (status) out.kg(node, out.terms.status.property, out.concept(out.terms.status.scheme, status));
    for (const [name, value] of one.details) {
      const [term, ...more] = plan.details[name] || [];
      if (!term) continue;
      if (out.terms.concepts.includes(more[0])) out.kg(node, term, out.concept(more[0], value));
      else for (const each of [term, ...more]) out.kg(node, each, date(value));
    }
    if (plan.figure && one.figure) figure(out, node, plan.figure, one.figure);
    evidence(out, node, quotes, one.q);
    return true;
  }

  /**
   * @param {number[]} things @param {number[]} facts @param {Map<number, [number, number, number, string]>} quotes by number
   * @returns {string} Turtle; a fact whose node the graph does not tell is left out
   */
  kg.turtle = function (things, facts, quotes) {
    const out = new Writer(kg.terms);
    const articles = new Set();
    const known = new Set(things);
    for (const i of things) {
      thing(out, i);
      for (const at of kg.data.things[i].articles) articles.add(at);
      const whole = kg.data.things[i].in;
      if (whole >= 0 && !known.has(whole)) thing(out, whole);
    }
    for (const i of facts) {
      fact(out, i, quotes);
      for (const at of kg.data.facts[i].articles) articles.add(at);
    }
    for (const at of [...articles].sort((a, b) => a - b)) article(out, at);
    return out.toString();
  };
})(window.kg = window.kg || {});
