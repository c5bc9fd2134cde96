"use strict";
/* The reader of an article, in its simplest form: the whole text, or the quotes where the graph carries no text. */
(function (kg) {
  kg.panel("article", {
    order: 40,
    keys: ["read", "quote"],
    wide: true,
    when: (state) => Boolean(state.read),
    close: { read: "", quote: "" },
    title: (state) => { const i = kg.data.articleById(state.read); return i < 0 ? "No such article" : kg.data.articles[i].title || state.read; },
    async draw(el, state) {
      const i = kg.data.articleById(state.read);
      if (i < 0) { kg.put(el, kg.el("p", {}, "This graph holds no such article.")); return; }
      const told = kg.data.articles[i];
      const article = await kg.load.article(i);
      kg.put(el,
        kg.el("p", { class: "about" }, [told.publisher, kg.date(told.date)].filter(Boolean).join(" · "), told.url ? [" · ", kg.link(told.url, "Original")] : null),
        article.text === null ? kg.el("p", {}, "This graph carries no texts, only quotes.") : kg.el("div", { class: "text" }, article.text));
    },
  });
})(window.kg = window.kg || {});
