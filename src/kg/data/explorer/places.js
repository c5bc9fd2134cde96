"use strict";
// Where things are, and what goes from country to country: what the map draws, without any drawing.
(function (kg) {
  const VISITORS = new Set(["organizer", "participant"]);

  /**
   * The countries and places that are left after narrowing.
   * @param {Set<number>} things
   * @returns {{countries: number[], cities: number[], nowhere: number[]}} `cities` have a position, `nowhere` neither that nor a country's number
   */
  kg.placed = function (things) {
    const countries = [];
    const cities = [];
    const nowhere = [];
    for (const i of things) {
      const thing = kg.data.things[i];
      if (thing.type !== "Country" && thing.type !== "Place") continue;
      if (thing.type === "Country" && (thing.at || thing.numeric)) countries.push(i);
      else if (thing.at) cities.push(i);
      else nowhere.push(i);
    }
    return { countries, cities, nowhere };
  };

  /**
   * Facts that lead from one country to another: ties and figures of trade, parties of one agreement, guests of events elsewhere.
   * @param {Set<number>} facts
   * @returns {{sort: "trade"|"agreement"|"visit", from: number, to: number, facts: number[]}[]} the most facts first; `from` and `to` are things;
   *   agreements have no direction, so the first of the two is the one of more weight
   */
  kg.crossings = function (facts) {
    const found = new Map();
    const add = (sort, a, b, ...told) => {
      if (a < 0 || b < 0 || a === b) return;
      const [from, to] = sort === "agreement" && a > b ? [b, a] : [a, b];
      const key = `${sort} ${from} ${to}`;
      if (!found.has(key)) found.set(key, { sort, from, to, facts: new Set() });
      told.forEach((fact) => found.get(key).facts.add(fact));
    };
    const placeOf = new Map();
    const parties = new Map();
    for (const [i, fact] of kg.data.facts.entries()) {
      if (fact.kind === "event" && fact.o >= 0) placeOf.set(fact.s, fact.o);
      if (fact.kind === "signatory" && facts.has(i)) parties.set(fact.o, [...(parties.get(fact.o) || []), i]);
    }
    for (const i of facts) {
      const { kind, s, o } = kg.data.facts[i];
      if (kind === "tie" || (kind === "statistic" && s >= 0 && o >= 0)) add("trade", kg.data.countryOf(s), kg.data.countryOf(o), i);
      if (VISITORS.has(kind) && placeOf.has(o)) add("visit", kg.data.countryOf(s), kg.data.countryOf(placeOf.get(o)), i);
    }
    for (const told of parties.values()) {
      told.forEach((a, at) => {
        for (const b of told.slice(at + 1)) add("agreement", kg.data.countryOf(kg.data.facts[a].s), kg.data.countryOf(kg.data.facts[b].s), a, b);
      });
    }
    return [...found.values()]
      .map((one) => ({ ...one, facts: [...one.facts] }))
      .sort((a, b) => b.facts.length - a.facts.length || a.from - b.from || a.to - b.to || a.sort.localeCompare(b.sort));
  };

  /** How many facts that are left after narrowing speak of each country or of what lies in it. @param {Set<number>} facts @returns {Map<number, number>} */
  kg.factsByCountry = function (facts) {
    const counts = new Map();
    for (const i of facts) {
      const { s, o } = kg.data.facts[i];
      for (const country of new Set([s, o].filter((at) => at >= 0).map(kg.data.countryOf))) if (country >= 0) counts.set(country, (counts.get(country) || 0) + 1);
    }
    return counts;
  };
})(window.kg = window.kg || {});
