"use strict";
// The tab of events: when events took or take place, agreements were signed and posts begun; a picture and a list that say the same.
(function (kg) {
  const SORTS = [["event", "events"], ["agreement", "agreements signed"], ["post", "posts begun"]];
  const COLOURS = { event: "--type-Event", agreement: "--type-Agreement", post: "--type-Person" };
  const PART = 400;
  const LEAST_TIME = 5 * 86400000;
  const STEP = 0.4;
  const nameOf = (i) => (i >= 0 ? kg.data.things[i].name : "");

  // many events have no name of their own: "talks" says more beside the article that tells of them
  const titleOf = (at) => (at === undefined ? "" : kg.data.articles[at].title || kg.data.articles[at].id);

  /** The value of the first detail of one of these names. */
  const detail = (fact, ...names) => (fact.details.find(([name]) => names.includes(name)) || ["", ""])[1];

  /**
   * What of a fact is drawn in time.
   * @param {number} i index of the fact
   * @returns {{fact: number, sort: string, title: string, told: string, article: string, status: string, asserted: boolean, first: string, last: string,
   *   sureFrom: string, sureTo: string, when: string} | null} `first` to `last` are the days that it may lie in, `sureFrom` to `sureTo` those that it
   *   surely fills ("" where there are none), `when` its heading: "2024-05", "2024" or "" where no year is told; null for what is none of the three
   */
  kg.occasion = function (i) {
    const fact = kg.data.facts[i];
    let start, end, title;
    if (fact.kind === "event") {
      start = detail(fact, "from", "on");
      end = detail(fact, "until") || (detail(fact, "on") ? start : "");
      title = nameOf(fact.s) + (fact.o >= 0 ? `, ${nameOf(fact.o)}` : "");
    } else if (fact.kind === "agreement") {
      start = end = detail(fact, "signed");
      title = nameOf(fact.s);
    } else if (fact.kind === "post" && detail(fact, "from")) {
      start = end = detail(fact, "from");
      title = [nameOf(fact.s), fact.r, nameOf(fact.o)].filter(Boolean).join(", ");
    } else {
      return null;
    }
    const begins = kg.days(start);
    const ends = kg.days(end) || begins;
    const range = begins || ends;
    const sure = begins && ends && begins.last <= ends.first;
    const told = start && end && start !== end ? `${kg.dateWords(start)} to ${kg.dateWords(end)}` : kg.dateWords(start || end);
    const head = range ? (start || end).slice(0, "2024-05".length) : "";
    return {
      fact: i, sort: fact.kind, title, told: told || "no date told", article: titleOf(fact.articles[0]), status: fact.status, asserted: fact.asserted,
      first: range ? (begins || ends).first : "", last: range ? ends.last : "", sureFrom: sure ? begins.last : "", sureTo: sure ? ends.first : "",
      when: head,
    };
  };

  /** Earliest first; what may begin on the same day: the shorter first; what has no year last. */
  function ordered(items) {
    return items.sort((a, b) =>
      !a.first !== !b.first ? (a.first ? -1 : 1) : a.first.localeCompare(b.first) || a.last.localeCompare(b.last) || a.title.localeCompare(b.title) || a.fact - b.fact
    );
  }

  let picture, list, told, boxes, shown, order, time;

  function entry(item, at) {
    const open = kg.el("button", { type: "button", class: "occasion-open" }, item.title);
    open.addEventListener("click", () => kg.openOccasion(item));
    const row = kg.el(
      "li", { class: `occasion ${item.sort}`, "data-at": String(at) },
      kg.el("span", { class: "occasion-when" }, item.told), kg.el("span", {}, open, " ", item.status ? kg.statusMark(item) : ""),
      kg.el("span", { class: "occasion-from" }, item.article)
    );
    const light = (on) => kg.lightOccasion(picture, at, on);
    row.addEventListener("mouseenter", () => light(true));
    row.addEventListener("mouseleave", () => light(false));
    row.addEventListener("focusin", () => light(true));
    row.addEventListener("focusout", () => light(false));
    return row;
  }

  /** The list under its years and months; `from` is the place of its first entry among all. */
  function grouped(items, from) {
    const parts = [];
    let year = null;
    let month = null;
    let rows = null;
    items.forEach((item, at) => {
      const itsYear = item.when.slice(0, 4);
      if (itsYear !== year) {
        year = itsYear;
        month = null;
        parts.push(kg.el("h3", {}, year || "No year told"));
        rows = null;
      }
      if (item.when !== month) {
        month = item.when;
        if (month.length > 4) parts.push(kg.el("h4", {}, kg.dateWords(month)));
        else if (year && rows) parts.push(kg.el("h4", {}, "some time in the year"));
        rows = kg.el("ul", {});
        parts.push(rows);
      }
      rows.append(entry(item, from + at));
    });
    return parts;
  }

  /** Opens the card of the thing that it is, or, for a post, the words it was read from. @param {object} item */
  kg.openOccasion = function (item) {
    const fact = kg.data.facts[item.fact];
    item.sort === "post" ? kg.show.fact(item.fact) : kg.show.thing(fact.s);
  };

  function draw() {
    const dated = shown.filter((item) => item.first);
    const { svg, words } = kg.timeLine(shown, picture.clientWidth || 600, time);
    picture.replaceChildren(...(svg ? [svg] : []));
    picture.hidden = !svg;
    picture.dataset.width = String(picture.clientWidth);
    const without = shown.length - dated.length;
    told.textContent = shown.length
      ? `${words}${without ? ` ${kg.count(without, "of them has no year", "of them have no year")} and ${without === 1 ? "is" : "are"} in the list only.` : ""}`
      : "Nothing is left after narrowing. Widen the filters to see more.";
  }

  function fill() {
    const { facts } = kg.selection();
    const sorts = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    shown = ordered([...facts].map(kg.occasion).filter((item) => item && sorts.has(item.sort)));
    if (order.value === "latest") shown = [...shown.filter((item) => item.first).reverse(), ...shown.filter((item) => !item.first)];
    list.replaceChildren(...grouped(shown.slice(0, PART), 0));
    more();
    time = kg.timeOfMost(shown);
    draw();
  }

  /** A long list comes in parts. */
  function more() {
    const there = list.querySelectorAll(".occasion").length;
    if (there >= shown.length) return;
    const button = kg.el("button", {
      type: "button",
      onclick() {
        const part = grouped(shown.slice(there, there + PART), there);
        button.replaceWith(...part);
        part[0].setAttribute("tabindex", "-1");
        part[0].focus();
        more();
      },
    }, `Show ${kg.number(Math.min(PART, shown.length - there))} more of ${kg.number(shown.length - there)}`);
    list.append(button);
  }

  /** Shows less time around the middle, or more. @param {number} factor */
  function stretch(factor) {
    if (!time) return;
    const middle = (time[0].getTime() + time[1].getTime()) / 2;
    const half = Math.max(LEAST_TIME, ((time[1] - time[0]) / 2) * factor);
    time = [new Date(middle - half), new Date(middle + half)];
    draw();
  }

  /** Goes to earlier (-1) or later (1). @param {number} way */
  function move(way) {
    if (!time) return;
    const by = (time[1] - time[0]) * STEP * way;
    time = time.map((day) => new Date(day.getTime() + by));
    draw();
  }

  kg.view("events", {
    title: "Events",
    mount(el) {
      boxes = SORTS.map(([sort]) => kg.el("input", { type: "checkbox", value: sort }));
      boxes.forEach((box) => {
        box.checked = true;
        box.addEventListener("change", fill);
      });
      const files = ["svg", "png"].map((kind) => {
        const button = kg.el("button", { type: "button" }, kind.toUpperCase());
        button.addEventListener("click", () => kg.picture.save(picture.querySelector("svg"), kind, "events", { legend: SORTS.map(([sort, name]) => ({ name, colour: kg.colour(COLOURS[sort]) })) }));
        return button;
      });
      order = kg.el("select", { "aria-label": "order of the list" }, kg.el("option", { value: "latest" }, "latest first"), kg.el("option", { value: "earliest" }, "earliest first"));
      order.addEventListener("change", fill);
      const tool = (label, name, onclick) => kg.el("button", { type: "button", "aria-label": name, title: name, onclick }, label);
      const tools = kg.el(
        "span", { class: "save", role: "group", "aria-label": "time in view" }, tool("←", "earlier", () => move(-1)), tool("→", "later", () => move(1)),
        tool("+", "less time, larger", () => stretch(0.5)), tool("−", "more time, smaller", () => stretch(2)),
        tool("All", "all the time", () => {
          time = kg.timeOfAll(shown);
          draw();
        })
      );
      picture = kg.el("div", { class: "time-line", tabindex: "0", role: "region", "aria-label": "Time line; the list below says the same" });
      told = kg.el("p", { class: "told-so", role: "status" });
      list = kg.el("div", { class: "occasions" });
      const bar = kg.el("div", { class: "tab-bar" }, ...SORTS.map(([sort, many], i) => kg.el("label", { class: `sort-${sort}` }, boxes[i], many)), order, tools, kg.el("span", { class: "save" }, "Save: ", files));
      el.append(kg.el("div", { class: "tab events" }, bar, told, picture, list));
      fill();
      new ResizeObserver(() => shown && picture.clientWidth && Math.abs(picture.clientWidth - Number(picture.dataset.width)) > 20 && draw()).observe(picture);
    },
    update(state, changed) {
      if (kg.narrows(changed)) fill();
    },
  });
})(window.kg = window.kg || {});
