"use strict";
/* What is left after narrowing by type, kind of fact, status, time, article and country. */
(function (kg) {
  let last = { key: "", found: null };

  /** What the state narrows by, as a string that tells whether a selection is still good. */
  const keyOf = (s) => JSON.stringify([s.types, s.kinds, s.status, s.from, s.to, s.article, s.country]);

  /**
   * Numbers of the things and facts that the state leaves. A fact counts by its own dates, else by those of its articles; one of
   * which no date is known is left while a time is asked for.
   * @returns {{things: Set<number>, facts: Set<number>, narrowed: boolean}}
   */
  kg.selection = function () {
    const state = kg.state.get();
    const key = keyOf(state);
    if (last.found === null || last.key !== key) last = { key, found: select(state) };
    return last.found;
  };
  kg.on("data", () => { last = { key: "", found: null }; counted = { key: "", found: null }; });

  let counted = { key: "", found: null };

  /**
   * How many things of each type, and facts of each kind and status, would be left if all others were narrowed as they are.
   * @returns {{types: Map<string, number>, kinds: Map<string, number>, status: Map<string, number>}} what is missing counts 0
   */
  kg.leftBy = function () {
    const state = kg.state.get();
    const key = keyOf(state);
    if (counted.found !== null && counted.key === key) return counted.found;
    const { things, facts } = kg.data;
    const tally = (items, name) => {
      const found = new Map();
      for (const i of items) found.set(name(i), (found.get(name(i)) || 0) + 1);
      return found;
    };
    const without = (part) => (state[part].length ? select({ ...state, [part]: [] }) : kg.selection());
    counted = {
      key,
      found: {
        types: tally(without("types").things, (i) => things[i].type), kinds: tally(without("kinds").facts, (i) => facts[i].kind),
        status: tally(without("status").facts, (i) => facts[i].status || "told"),
      },
    };
    return counted.found;
  };

  function select(state) {
    const { things, facts } = kg.data;
    const types = state.types.length ? new Set(state.types) : null;
    const kinds = state.kinds.length ? new Set(state.kinds) : null;
    const status = state.status.length ? new Set(state.status) : null;
    const article = state.article ? kg.data.articleById(state.article) : -1;
    const country = state.country ? kg.data.byId(state.country) : -1;
    const timed = Boolean(state.from || state.to);
    const byFacts = Boolean(kinds || status || timed || state.article || state.country);
    const typed = (i) => i < 0 || !types || types.has(things[i].type);
    const inside = (i) => i >= 0 && kg.data.countryOf(i) === country;
    const found = { things: new Set(), facts: new Set(), narrowed: byFacts || Boolean(types) };
    facts.forEach((fact, i) => {
      if (kinds && !kinds.has(fact.kind)) return;
      if (status && !status.has(fact.status || "told")) return;
      if (!typed(fact.s) || !typed(fact.o)) return;
      if (state.article && !fact.articles.includes(article)) return;
      if (state.country && !inside(fact.s) && !inside(fact.o)) return;
      if (timed) {
        const [from, until] = kg.data.days(i);
        if (!from || (state.from && until < state.from) || (state.to && from > state.to)) return;
      }
      found.facts.add(i);
      if (byFacts) {
        if (fact.s >= 0) found.things.add(fact.s);
        if (fact.o >= 0) found.things.add(fact.o);
      }
    });
    const alone = !kinds && !status && !timed; // things count without any fact, too
    if (!byFacts || alone) {
      things.forEach((thing, i) => {
        if (!typed(i)) return;
        if (state.article && !thing.articles.includes(article)) return;
        if (state.country && !inside(i)) return;
        found.things.add(i);
      });
    }
    return found;
  }
})(window.kg = window.kg || {});
