"use strict";
// The tab of articles: all that the graph was read from, with how much each told.
(function (kg) {
  /** How many of the facts and things that narrowing leaves each article gave; all articles where nothing narrows. @returns {{index: number, facts: number, things: number}[]} */
  function counted() {
    const left = kg.selection();
    const found = kg.data.articles.map((_, index) => ({ index, facts: 0, things: 0 }));
    for (const fact of left.facts) for (const i of kg.data.facts[fact].articles) found[i].facts += 1;
    for (const thing of left.things) for (const i of kg.data.things[thing].articles) found[i].things += 1;
    if (!left.narrowed) return found;
    // a thing that is left was named by many articles of which nothing else is
    const byFacts = left.facts.size > 0;
    return found.filter((row) => (byFacts ? row.facts : row.things));
  }

  const about = (row) => kg.data.articles[row.index];
  const titled = (row) => about(row).title || about(row).id;

  const COLUMNS = [
    { title: "Title", value: titled, opens: true },
    { title: "Publisher", value: (row) => about(row).publisher },
    { title: "Date", value: (row) => kg.days(about(row).date)?.first ?? "", cell: (row) => kg.dateWords(about(row).date), hint: "a date told as a month or a year is sorted by its first day" },
    { title: "Facts", value: (row) => row.facts, number: true },
    { title: "Things", value: (row) => row.things, number: true, hint: "people, bodies, places, events … that it names" },
  ];

  let table, filter, rows, texts;

  function narrow() {
    const words = kg.fold(filter.value).split(/\s+/).filter(Boolean);
    table.show(rows.filter((row) => words.every((word) => texts[row.index].includes(word))));
  }

  kg.view("articles", {
    title: "Articles",
    mount(el) {
      rows = counted();
      texts = kg.data.articles.map((article) => kg.fold([article.title, article.publisher, article.date, article.id].join(" ")));
      table = kg.rows({
        caption: "Articles", columns: COLUMNS, sort: 3, down: true, empty: "No article is left that has these words in its title, publisher or date.",
        open: (row) => kg.show.article(row.index), name: (row) => `Read ${titled(row)}`,
      });
      filter = kg.el("input", { type: "search", placeholder: "Title, publisher, date …", "aria-label": "Filter the articles" });
      filter.addEventListener("input", narrow);
      el.append(kg.el("div", { class: "tab articles-tab" }, kg.el("div", { class: "tab-bar" }, filter), table.el));
      narrow();
    },
    update(state, changed) {
      if (!kg.narrows(changed)) return;
      rows = counted();
      narrow();
    },
  });
})(window.kg = window.kg || {});
