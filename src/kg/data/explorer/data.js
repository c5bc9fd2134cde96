"use strict";
/* The overview and its indices, each built on first use. Things, facts and articles are referred to by number. */
(function (kg) {
  /**
   * @typedef {{id:string,name:string,type:string,other:string[],weight:number,articles:number[],x:number,y:number,in:number,links:string[],q:number[]}} Thing
   * @typedef {{kind:string,s:number,r:string,o:number,text:string,status:string,asserted:boolean,details:[string,string][],from:string,until:string,articles:number[],q:number[],node:string,figure?:Object}} Fact
   * @typedef {{id:string,title:string,date:string,publisher:string,url:string}} Article
   */
  const lazy = new Map();
  const once = (name, make) => () => { if (!lazy.has(name)) lazy.set(name, make()); return lazy.get(name); };

  const factsOf = once("facts", () => {
    const found = kg.data.things.map(() => []);
    kg.data.facts.forEach((fact, i) => {
      if (fact.s >= 0) found[fact.s].push(i);
      if (fact.o >= 0 && fact.o !== fact.s) found[fact.o].push(i);
    });
    return found;
  });
  const ids = once("ids", () => new Map(kg.data.things.map((thing, i) => [thing.id, i])));
  const articleIds = once("articles", () => new Map(kg.data.articles.map((article, i) => [article.id, i])));
  const factKeys = once("keys", () => {
    const seen = new Map();
    const keys = kg.data.facts.map((fact, i) => {
      if (!fact.node) return `fact ${i}`;
      const nth = seen.get(fact.node) || 0;
      seen.set(fact.node, nth + 1);
      return nth ? `${fact.node} ${nth}` : fact.node;
    });
    return { keys, at: new Map(keys.map((key, i) => [key, i])) };
  });
  const countries = once("countries", () => kg.data.things.map((thing, i) => {
    for (let at = i, steps = 0; at >= 0 && steps < 12; at = kg.data.things[at].in, steps += 1) {
      if (kg.data.things[at].type === "Country") return at;
    }
    return -1;
  }));
  const typesOf = once("types", () => new Map(kg.data.types.map((type) => [type.type, type])));

  /** Take the overview in; gives `kg.data`. */
  kg.takeData = function (overview) {
    lazy.clear();
    kg.data = Object.assign(overview, {
      /** Numbers of the facts that speak of a thing. @param {number} i @returns {number[]} */
      factsOf: (i) => factsOf()[i] || [],
      /** @param {string} iri @returns {number} -1 where there is none */
      byId: (iri) => { const i = ids().get(iri); return i === undefined ? -1 : i; },
      /** @param {string} id @returns {number} */
      articleById: (id) => { const i = articleIds().get(id); return i === undefined ? -1 : i; },
      /** A name of a fact for links: its node's IRI where it has one. */
      factKey: (i) => factKeys().keys[i],
      /** @returns {number} -1 where there is none */
      factByKey: (key) => { const i = key ? factKeys().at.get(key) : undefined; return i === undefined ? -1 : i; }, // no key: no index to build
      /** The country that a thing is or lies in, or -1. */
      countryOf: (i) => countries()[i],
      /** The other thing of a fact, or -1. */
      otherOf: (fact, i) => (kg.data.facts[fact].s === i ? kg.data.facts[fact].o : kg.data.facts[fact].s),
      /** How a type is named and drawn. */
      typeOf: (i) => typesOf().get(kg.data.things[i].type),
      /** The first and last day of a fact: its own, where they are not told those of its articles, "" where none is known. @returns {[string,string]} */
      days: (i) => days(kg.data.facts[i]),
    });
    kg.emit("data");
    return kg.data;
  };

  function days(fact) {
    if (fact.from && fact.until) return [fact.from, fact.until];
    const told = fact.articles.map((a) => bounds(kg.data.articles[a].date)).filter(Boolean);
    const first = told.map(([day]) => day).sort()[0] || "";
    const last = told.map(([, day]) => day).sort().pop() || "";
    if (fact.from) return [fact.from, last > fact.from ? last : fact.from]; // a post that somebody holds still
    if (fact.until) return [first && first < fact.until ? first : fact.until, fact.until];
    return [first, last];
  }

  /** First and last day that fit a date as told: a day, a month or a year; null for what has no year. */
  function bounds(date) {
    const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date);
    if (!found) return null;
    const [, year, month, day] = found;
    if (day) return [`${year}-${month}-${day}`, `${year}-${month}-${day}`];
    const last = new Date(Date.UTC(Number(year), month ? Number(month) : 12, 0)).toISOString().slice(0, 10);
    return [`${year}-${month || "01"}-01`, last];
  }

  /** A fact in one line of words. @param {number} i */
  kg.factWords = function (i) {
    const fact = kg.data.facts[i];
    const name = (at) => (at >= 0 ? kg.data.things[at].name : "");
    if (fact.text) return fact.s >= 0 ? `${name(fact.s)}: ${fact.text}` : fact.text;
    return [name(fact.s), fact.r, name(fact.o)].filter(Boolean).join(" – ");
  };
})(window.kg = window.kg || {});
