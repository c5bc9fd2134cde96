"use strict";
/* Which things the network shows: the weightiest of what is left after narrowing, and what the reader went to. */
(function (kg) {
  /** The most that are drawn at once; a browser stays quick up to here. */
  kg.MOST = 1500;

  /** Other things that facts, or those of one kind, tie to a thing, the weightiest first. @param {number} i @param {string} [kind] @returns {number[]} */
  kg.neighbours = function (i, kind) {
    const found = new Set();
    for (const fact of kg.data.factsOf(i)) {
      const other = kg.data.otherOf(fact, i);
      if (kind && kg.data.facts[fact].kind !== kind) continue;
      if (other >= 0 && other !== i) found.add(other);
    }
    return [...found].sort((a, b) => a - b);
  };

  /**
   * A shortest way between two things over every fact of the graph, whatever is hidden or narrowed; breadth first, of equal ways
   * the one over weightier things.
   * @param {number} a @param {number} b @returns {number[]|null} the things on the way, both ends included
   */
  kg.path = function (a, b) {
    if (a < 0 || b < 0) return null;
    if (a === b) return [a];
    const before = new Map([[a, -1]]);
    let edge = [a];
    while (edge.length && !before.has(b)) {
      const next = [];
      for (const i of edge) {
        for (const j of kg.neighbours(i)) if (!before.has(j)) { before.set(j, i); next.push(j); }
      }
      edge = next;
    }
    if (!before.has(b)) return null;
    const way = [];
    for (let at = b; at !== -1; at = before.get(at)) way.unshift(at);
    return way;
  };

  /** Facts between two things. @returns {number[]} */
  kg.factsBetween = (a, b) => (a < 0 || b < 0 ? [] : kg.data.factsOf(a).filter((fact) => kg.data.otherOf(fact, a) === b));

  const FEWEST = 150; // things that a narrowed view begins with
  const SMALL = 60; // on the screen of a telephone
  let told = null; // things of which something is told: the opening, then what is tied to another thing, then the rest, each by weight
  kg.on("data", () => { told = null; });
  function tellers() {
    if (!told) {
      const first = new Set(kg.data.first);
      const rank = (i) => (first.has(i) ? 0 : kg.data.factsOf(i).some((fact) => kg.data.facts[fact].o >= 0) ? 1 : 2);
      const ranked = [[], [], []];
      kg.data.things.forEach((_, i) => { if (kg.data.factsOf(i).length) ranked[rank(i)].push(i); });
      told = ranked.flat();
    }
    return told;
  }

  /**
   * What the network shows.
   * @returns {{things: number[], facts: Set<number>, forced: Set<number>, path: number[], expanded: number[], base: number[],
   *   first: boolean, of: number, limit: number, capped: boolean}} `base`: what is shown by weight alone, `first`: whether that is the
   *   opening; `of`: how many could be shown; `path`: the things on the path that is asked for
   */
  kg.shown = function () {
    const state = kg.state.get();
    const selection = kg.selection();
    const forced = new Set();
    const add = (i) => { if (i >= 0) forced.add(i); };
    const ends = state.path.map(kg.data.byId);
    const path = ends.length === 2 ? kg.path(ends[0], ends[1]) || [] : [];
    path.forEach(add);
    ends.forEach(add);
    if (state.id) add(kg.data.byId(state.id));
    state.pair.forEach((iri) => add(kg.data.byId(iri)));
    const open = kg.data.factByKey(state.fact);
    if (open >= 0) { add(kg.data.facts[open].s); add(kg.data.facts[open].o); }
    const opened = state.expand.map(expansion).filter(([i]) => i >= 0);
    const expanded = [...new Set(opened.map(([i]) => i))];
    expanded.forEach(add);
    const wanted = new Set(forced);
    for (const [i, kind] of [...opened].reverse()) {
      for (const j of kg.neighbours(i, kind)) {
        if (wanted.size >= kg.MOST) break;
        if (selection.things.has(j)) wanted.add(j);
      }
    }
    const telling = selection.narrowed
      ? [...selection.things].sort((a, b) => a - b).filter((i) => kg.data.factsOf(i).length || state.article || state.country)
      : tellers();
    const small = window.innerWidth < 600 ? SMALL : Infinity;
    const asked = Number(state.most) || Math.min(selection.narrowed ? FEWEST : kg.data.first.length, small);
    const limit = Math.min(Math.max(asked, 1), kg.MOST);
    const base = telling.slice(0, limit);
    for (const i of base) {
      if (wanted.size >= kg.MOST) break;
      wanted.add(i);
    }
    const facts = selection.narrowed ? new Set(selection.facts) : selection.facts;
    if (selection.narrowed) path.slice(1).forEach((b, at) => kg.factsBetween(path[at], b).forEach((fact) => facts.add(fact)));
    return { things: [...wanted].sort((a, b) => a - b), facts, forced, path, expanded, base, first: !selection.narrowed && asked === kg.data.first.length, of: telling.length, limit, capped: wanted.size >= kg.MOST };
  };

  /** An entry of the address: a thing, perhaps with the one kind of fact by which it is expanded. @returns {[number, string]} */
  function expansion(entry) {
    const [iri, kind] = entry.split(" ");
    return [kg.data.byId(iri), kind || ""];
  }

  /** Show a thing's neighbours, too, or those that facts of one kind tie to it. @param {number} i @param {string} [kind] */
  kg.expand = function (i, kind) {
    const { id } = kg.data.things[i];
    const { expand } = kg.state.get();
    const around = kg.neighbours(i, kind);
    const entry = kind ? `${id} ${kind}` : id;
    kg.state.set({ view: "network", id, pair: [], fact: "", read: "", quote: "", expand: [...expand.filter((one) => one !== entry && (kind || one.split(" ")[0] !== id)), entry] });
    kg.say(`${kg.data.things[i].name}: ${kg.count(around.length, "neighbour")}`);
  };

  /** The line between two things that stands for facts of one relation and status. @returns {Object[]} */
  kg.lines = function (things, facts) {
    const inside = new Set(things);
    const lines = new Map();
    for (const s of things) {
      for (const i of kg.data.factsOf(s)) {
        const fact = kg.data.facts[i];
        if (fact.s !== s || fact.o < 0 || fact.o === s || !inside.has(fact.o) || !facts.has(i)) continue;
        const relation = fact.kind === "statistic" ? "figures with" : fact.r;
        const key = `${s} ${fact.o} ${relation} ${fact.asserted ? "" : fact.status}`;
        const line = lines.get(key);
        if (line) line.facts.push(i);
        else lines.set(key, { key, s, o: fact.o, relation, status: fact.asserted ? "" : fact.status, kind: fact.kind, facts: [i] });
      }
    }
    return [...lines.values()];
  };
})(window.kg = window.kg || {});
