"use strict";
/* The evidence of a fact: every place that says it, side by side, and what other facts say of the same. */
(function (kg) {
  kg.panel("evidence", {
    order: 30,
    keys: ["fact"],
    wide: true,
    when: (state) => Boolean(state.fact),
    close: { fact: "" },
    title: () => "Evidence",
    async draw(el, state) {
      const i = kg.data.factByKey(state.fact);
      if (i < 0) { kg.put(el, kg.el("p", {}, "This graph holds no such fact.")); return; }
      const fact = kg.data.facts[i];
      const list = kg.el("div", { class: "sources", "aria-busy": "true" });
      const others = kg.rivals(i);
      kg.put(el, kg.el("ul", { class: "facts lone" }, kg.factRow(i)), list,
        others.length ? kg.el("section", { class: "kind" }, kg.el("h3", {}, "What other facts say of the same"), kg.el("ul", { class: "facts" }, others.map((o) => kg.factRow(o)))) : null);
      const quotes = await kg.load.quotes(fact.q);
      const dated = quotes.map((quote, at) => [kg.data.articles[quote[0]].date, at]).sort((a, b) => a[0].localeCompare(b[0]) || a[1] - b[1]);
      kg.put(list, dated.map(([, at]) => kg.source(quotes[at], fact.q[at])));
      list.removeAttribute("aria-busy");
    },
  });

  /** One place that says a fact: quote, article, publisher, date, and the way to the reader. */
  kg.source = function ([article, , , words], number) {
    const told = kg.data.articles[article];
    return kg.el("figure", { class: "source" },
      kg.el("blockquote", {}, words),
      kg.el("figcaption", {}, kg.el("b", {}, told.title || told.id),
        kg.el("span", {}, [told.publisher || "no publisher told", kg.dateWords(told.date) || "no date told"].join(" · ")),
        kg.el("span", { class: "acts" },
          kg.el("button", { type: "button", onclick: () => kg.show.article(article, number) }, "Read in the article"),
          told.url ? kg.link(told.url, "Original") : null)));
  };

  /** Facts that tell another value where a reader would expect one: another post at the same body, another place or day of an event. */
  kg.rivals = function (i) {
    const fact = kg.data.facts[i];
    if (fact.s < 0 || fact.kind === "statement") return [];
    return kg.data.factsOf(fact.s).filter((o) => {
      const other = kg.data.facts[o];
      if (o === i || other.kind !== fact.kind || other.s !== fact.s) return false;
      if (fact.kind === "statistic") {
        const [a, b] = [fact.figure, other.figure];
        return Boolean(a && b) && a.indicator === b.indicator && fact.o === other.o && a.start === b.start && a.end === b.end;
      }
      if (fact.kind === "event" || fact.kind === "agreement") return true;
      return fact.o === other.o && (fact.kind !== "tie" || fact.r === other.r);
    });
  };
})(window.kg = window.kg || {});
