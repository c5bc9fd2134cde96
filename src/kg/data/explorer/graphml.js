"use strict";
// The selection as GraphML: things are nodes, facts between two of them edges. Other tools for networks read it.
(function (kg) {
  const NS = "http://graphml.graphdrawing.org/xmlns";
  // characters that no XML 1.0 document may hold, and halves of pairs
  const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  const NODE = { label: "string", type: "string", names: "string", articles: "int", x: "double", y: "double" };
  const EDGE = {
    label: "string", kind: "string", status: "string", asserted: "boolean", from: "string", until: "string", details: "string", fact: "string",
    quote: "string", article: "string", title: "string", url: "string", start: "int", end: "int",
  };

  /**
   * @param {number[]} things @param {number[]} facts @param {Map<number, [number, number, number, string]>} quotes by number
   * @returns {string} GraphML; an edge's id is its fact's number, since two things may share several facts
   */
  kg.graphml = function (things, facts, quotes) {
    const xml = document.implementation.createDocument(NS, "graphml");
    const add = (parent, tag, attributes, text) => {
      const made = xml.createElementNS(NS, tag);
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value).replace(NOT_XML, "\ufffd"));
      if (text !== undefined) made.textContent = String(text).replace(NOT_XML, "\ufffd");
      parent.append(made);
      return made;
    };
    const root = xml.documentElement;
    for (const [whose, keys] of [["node", NODE], ["edge", EDGE]]) {
      for (const [name, type] of Object.entries(keys)) add(root, "key", { id: `${whose}-${name}`, for: whose, "attr.name": name, "attr.type": type });
    }
    const graph = add(root, "graph", { edgedefault: "directed" });
    const data = (element, whose, values) => {
      for (const [name, value] of Object.entries(values)) {
        if (value !== "" && value !== null && value !== undefined) add(element, "data", { key: `${whose}-${name}` }, value);
      }
    };
    const known = new Set(things);
    for (const i of things) {
      const thing = kg.data.things[i];
      const values = { label: thing.name, type: thing.type, names: thing.other.join(" | "), articles: thing.weight, x: thing.x, y: thing.y };
      data(add(graph, "node", { id: thing.id }), "node", values);
    }
    for (const i of facts) {
      const fact = kg.data.facts[i];
      if (!known.has(fact.s) || !known.has(fact.o)) continue;
      const [at, start, end, quote] = quotes.get(fact.q[0]) || [fact.articles[0] ?? -1];
      const article = kg.data.articles[at] || {};
      const edge = add(graph, "edge", { id: `fact-${i}`, source: kg.data.things[fact.s].id, target: kg.data.things[fact.o].id });
      data(edge, "edge", {
        label: fact.r, kind: fact.kind, status: fact.status, asserted: fact.asserted, from: fact.from, until: fact.until,
        details: fact.details.map((d) => d.join(": ")).join("; "), fact: fact.node, quote, article: article.id, title: article.title, url: article.url, start, end,
      });
    }
    // a bare carriage return would be read as a line feed
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(xml).replaceAll("\r", "&#13;")}\n`;
  };
})(window.kg = window.kg || {});
