"use strict";
/* The card of a thing, and the facts between two. Other scripts use kg.factRow and kg.thingButton for their own lists. */
(function (kg) {
  /** The shape and colour of a type as a small picture. @param {string} type */
  kg.icon = function (type, side) {
    const style = kg.data.types.find((t) => t.type === type) || { shape: "dot", type };
    const picture = kg.svg("svg", { viewBox: "-10 -10 20 20", width: side || 14, height: side || 14, class: "icon-type", "aria-hidden": "true" });
    const outline = kg.outlines[style.shape] || kg.outlines.dot;
    const shape = outline ? kg.svg("polygon", { points: outline.map(([x, y]) => `${x * 9},${y * 9}`).join(" ") }) : kg.svg("circle", { r: 8 });
    shape.style.setProperty("fill", `var(--type-${type}, var(--muted))`);
    picture.append(shape);
    return picture;
  };

  /** A button that opens a thing's card. @param {number} i */
  kg.thingButton = (i) => kg.el("button", { type: "button", class: "thing", onclick: () => kg.show.thing(i) }, kg.data.things[i].name);

  /** The status of a fact; what is not told as so stands out. */
  kg.statusMark = function (fact) {
    const words = fact.status || "told";
    return kg.el("span", { class: fact.asserted ? "status" : "status unsure", title: kg.statusHint(words) || null }, words.replace(/-/g, " "));
  };

  /** What the vocabulary says of a status, "" where it says nothing; statements, whose one status the page leaves out, are "told". @param {string} status */
  kg.statusHint = (status) => (kg.ask.known().terms.find((term) => term.name === `status:${status === "told" ? "said" : status}`) || { comment: "" }).comment;

  /** A fact as a row: words, details, status, and a button that opens its evidence. @param {number} i @param {number} [from] the card's thing */
  kg.factRow = function (i, from) {
    const fact = kg.data.facts[i];
    const name = (at) => (at === from ? kg.el("span", { class: "self" }, kg.data.things[at].name) : kg.thingButton(at));
    const words = kg.el("p", { class: "words" });
    if (fact.kind === "statement") words.append(kg.el("q", { class: "said" }, fact.text || "no words told"));
    else if (fact.kind === "statistic") {
      if (fact.s >= 0 && fact.s !== from) words.append(name(fact.s), ": ");
      words.append(fact.text);
      if (fact.o >= 0) words.append(" with ", name(fact.o));
    } else if (fact.s === from) {
      words.append(fact.r || kg.data.things[fact.s].name);
      if (fact.o >= 0) words.append(fact.kind === "post" ? ", " : " ", name(fact.o));
    } else {
      words.append(name(fact.s), fact.kind === "post" ? ", " : " ", fact.r || "");
      if (fact.o >= 0) words.append(fact.kind === "post" ? ", " : " ", name(fact.o));
    }
    const details = fact.details.map(([key, value]) => kg.el("span", { class: "detail" }, `${key} `, kg.el("b", {}, kg.spoken(value))));
    const dates = fact.articles.map((a) => kg.data.articles[a].date).filter(Boolean).sort();
    const told = dates.length ? kg.el("span", { class: "detail" }, dates.length > 1 && dates[0] !== dates[dates.length - 1]
      ? `told ${kg.periodWords(dates[0], dates[dates.length - 1])}` : `told ${kg.dateWords(dates[0])}`) : null;
    return kg.el("li", { class: fact.asserted ? "fact" : "fact unsure", "data-fact": i },
      words,
      kg.el("div", { class: "line" }, kg.statusMark(fact), details, told,
        kg.el("button", { type: "button", class: "evidence", onclick: () => kg.show.fact(i), "aria-label": `Evidence of: ${kg.factWords(i)}` },
          kg.count(fact.q.length, "quote"))));
  };

  /** Dates and periods in words, `MemorandumOfUnderstanding` as words; anything else as it is. */
  kg.spoken = (value) => (DATES.test(value) ? kg.periodWords(value.split(" to ")[0], value.split(" to ").pop()) : /^[A-Z][a-z]+([A-Z][a-z]+)+$/.test(value) ? value.replace(/(?!^)([A-Z])/g, (c) => ` ${c.toLowerCase()}`) : value);

  const DATES = /^(\d{4}|-)(-\d\d){0,2}(T\S*)?( to (\d{4}|-)(-\d\d){0,2}(T\S*)?)?$/;
  const NAMED = [
    [/^https?:\/\/(www\.)?wikidata\.org\//, "Wikidata"], [/^https?:\/\/(sws|www)\.geonames\.org\//, "GeoNames"],
    [/^https?:\/\/[a-z]+\.wikipedia\.org\//, "Wikipedia"],
  ];
  const linkName = (url) => { const known = NAMED.find(([form]) => form.test(url)); return known ? known[1] : url.replace(/^https?:\/\//, ""); };

  const MANY = 40; // rows of one kind before "show all"

  /** A list of facts under headings by kind. */
  kg.factList = function (numbers, from) {
    const byKind = new Map();
    for (const i of numbers) {
      const kind = kg.data.facts[i].kind;
      if (!byKind.has(kind)) byKind.set(kind, []);
      byKind.get(kind).push(i);
    }
    return kg.data.kinds.filter((k) => byKind.has(k.kind)).map((k) => {
      const facts = byKind.get(k.kind).sort((a, b) => (kg.data.days(b)[0] || "").localeCompare(kg.data.days(a)[0] || "") || a - b);
      const list = kg.el("ul", { class: "facts" }, facts.slice(0, MANY).map((i) => kg.factRow(i, from)));
      const section = kg.el("section", { class: "kind" }, kg.el("h3", {}, k.name, kg.el("span", { class: "n" }, kg.number(facts.length))), list);
      if (facts.length > MANY) {
        const more = kg.el("button", { type: "button", onclick: () => { list.append(...facts.slice(MANY).map((i) => kg.factRow(i, from))); more.remove(); } },
          `Show all ${kg.number(facts.length)}`);
        section.append(more);
      }
      return section;
    });
  };

  /** Buttons that expand by facts of one kind each, where there are several kinds to choose from. */
  function byKind(i) {
    const kinds = kg.data.kinds.map(({ kind, name }) => ({ kind, name, around: kg.neighbours(i, kind).length })).filter((one) => one.around);
    if (kinds.length < 2) return null;
    return kg.el("details", { class: "by-kind" }, kg.el("summary", {}, "Expand by"), kg.el("div", { class: "acts" },
      kinds.map(({ kind, name, around }) => kg.el("button", { type: "button", "aria-label": `Expand by ${name.toLowerCase()}: ${kg.count(around, "neighbour")}`, onclick: () => kg.expand(i, kind) }, `${name} ${kg.number(around)}`))));
  }

  kg.panel("card", {
    order: 10,
    keys: ["id"],
    when: (state) => Boolean(state.id),
    close: { id: "" },
    title: (state) => { const i = kg.data.byId(state.id); return i < 0 ? "Not in this graph" : kg.data.things[i].name; },
    draw(el, state) {
      const i = kg.data.byId(state.id);
      if (i < 0) { kg.put(el, kg.el("p", {}, "This graph holds nothing under the address ", kg.el("code", {}, state.id), ".")); return; }
      const thing = kg.data.things[i];
      const facts = kg.data.factsOf(i);
      const around = kg.neighbours ? kg.neighbours(i).length : 0;
      kg.put(el,
        kg.el("p", { class: "about" }, kg.icon(thing.type), ` ${kg.data.typeOf(i).one}`, thing.in >= 0 ? [" in ", kg.thingButton(thing.in)] : null,
          ` · named by ${kg.count(thing.weight, "article")}`),
        thing.other.length ? kg.el("p", { class: "about" }, "also ", thing.other.join(", ")) : null,
        thing.links.length ? kg.el("p", { class: "about links" }, thing.links.map((url) => kg.link(url, linkName(url)))) : null,
        kg.el("div", { class: "acts" },
          kg.el("button", { type: "button", disabled: !around, onclick: () => kg.expand(i), title: "Show its neighbours (e)" }, `Expand ${kg.number(around)}`),
          kg.el("button", { type: "button", disabled: !around, onclick: () => kg.pathFrom(i), title: "Shortest path to another thing (p)" }, "Path to…")),
        byKind(i),
        facts.length ? kg.factList(facts, i) : kg.el("p", { class: "about" }, "The articles name it and tell no fact of it."),
        kg.el("section", { class: "kind" }, kg.el("h3", {}, "Articles", kg.el("span", { class: "n" }, kg.number(thing.articles.length))),
          kg.articleList(thing.articles, thing.q)));
    },
  });

  /** Articles as a list of buttons that open the reader. */
  kg.articleList = (numbers) => kg.el("ul", { class: "articles" }, numbers.slice(0, 200).map((a) => {
    const article = kg.data.articles[a];
    return kg.el("li", {}, kg.el("button", { type: "button", class: "thing", onclick: () => kg.show.article(a) }, article.title || article.id),
      kg.el("span", { class: "detail" }, [article.publisher, kg.dateWords(article.date)].filter(Boolean).join(", ")));
  }), numbers.length > 200 ? kg.el("li", { class: "detail" }, `and ${kg.number(numbers.length - 200)} more`) : null);

  kg.panel("pair", {
    order: 20,
    keys: ["pair"],
    when: (state) => state.pair.length === 2,
    close: { pair: [] },
    title: (state) => state.pair.map((iri) => { const i = kg.data.byId(iri); return i < 0 ? iri : kg.data.things[i].name; }).join(" and "),
    draw(el, state) {
      const [a, b] = state.pair.map(kg.data.byId);
      const facts = kg.data.factsOf(a).filter((i) => kg.data.otherOf(i, a) === b);
      kg.put(el, kg.el("p", { class: "about" }, kg.count(facts.length, "fact"), " between ", a < 0 ? "?" : kg.thingButton(a), " and ", b < 0 ? "?" : kg.thingButton(b)), kg.factList(facts));
    },
  });
})(window.kg = window.kg || {});
