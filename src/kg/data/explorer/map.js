"use strict";
// The tab of the map: countries and places, what goes between them, and a list that says the same.
(function (kg) {
  const SORTS = [["trade", "ties and trade"], ["agreement", "agreements"], ["visit", "visits"]];
  const VERBS = { trade: "to", agreement: "and", visit: "in" };
  const COLOURS = { trade: "--type-Organization", agreement: "--type-Agreement", visit: "--type-Event" };
  const MOST_ROWS = 200;
  const nameOf = (i) => kg.data.things[i].name;

  /** A crossing in words. @param {{sort: string, from: number, to: number, facts: number[]}} one */
  kg.crossingWords = (one) => {
    const what = one.sort === "trade" ? "tie or figure" : one.sort === "agreement" ? "party told" : "visit or guest";
    const many = one.sort === "trade" ? "ties and figures" : one.sort === "agreement" ? "parties told" : "visits and guests";
    return `${nameOf(one.from)} ${VERBS[one.sort]} ${nameOf(one.to)}: ${kg.count(one.facts.length, what, many)}`;
  };

  let frame, told, lists, boxes, world, drawing, placed, counts, crossings;

  const button = (label, act, attributes = {}) => {
    const made = kg.el("button", { type: "button", ...attributes }, label);
    made.addEventListener("click", act);
    return made;
  };

  const thingRow = (i, words) => kg.el("li", {}, button(nameOf(i), () => kg.show.thing(i), { class: "open" }), " ", kg.el("span", { class: "n" }, words));

  /** One crossing, its facts below it. */
  function crossingRow(one) {
    const facts = kg.el("ul", {});
    const row = kg.el("details", { class: `crossing-row ${one.sort}` }, kg.el("summary", {}, kg.crossingWords(one)), facts);
    row.addEventListener("toggle", () => {
      if (!row.open || facts.childElementCount) return;
      facts.append(
        ...one.facts.map((i) => {
          const fact = kg.data.facts[i];
          return kg.el("li", {}, button(kg.factWords(i), () => kg.show.fact(i), { class: "open" }), " ", kg.statusMark(fact));
        })
      );
    });
    return kg.el("li", {}, row);
  }

  function part(title, rows, open) {
    const more = rows.length > MOST_ROWS ? [kg.el("p", { class: "told-so" }, `${kg.count(rows.length - MOST_ROWS, "more is", "more are")} left out here; narrow to see them.`)] : [];
    const made = kg.el("details", { class: "map-part" }, kg.el("summary", {}, `${title} (${rows.length.toLocaleString("en")})`), kg.el("ul", {}, rows.slice(0, MOST_ROWS).map((row) => row())), ...more);
    made.open = open && rows.length > 0;
    return made;
  }

  function showCrossing(one) {
    const at = crossings.indexOf(one);
    const group = lists.querySelector(".map-part");
    group.open = true;
    const row = group.querySelectorAll(".crossing-row")[at];
    if (!row) return kg.show.fact(one.facts[0]);
    row.open = true;
    row.scrollIntoView({ block: "nearest" });
    row.querySelector("summary").focus();
    return undefined;
  }

  function draw() {
    const width = Math.max(280, frame.clientWidth || 600);
    const lost = () => [...placed.countries, ...placed.cities].filter((i) => !drawing.drawn.has(i)).concat(placed.nowhere);
    const words = `${kg.count(placed.countries.length, "country", "countries")} and ${kg.count(placed.cities.length, "place")} on the map, ${kg.count(crossings.length, "link")} between countries.`;
    drawing = kg.worldMap(world, placed, counts, crossings, { thing: kg.show.thing, crossing: showCrossing }, width, words);
    frame.dataset.width = String(width);
    frame.replaceChildren(drawing.svg);
    drawing.fit();
    const left = lost();
    told.textContent = `${words} ${left.length ? `${kg.count(left.length, "place is", "places are")} not drawn, since no position of ${left.length === 1 ? "it" : "them"} is known.` : ""}`;
    const busy = (i) => counts.get(i) || 0;
    lists.replaceChildren(
      part("Links between countries", crossings.map((one) => () => crossingRow(one)), true),
      part("Countries", placed.countries.filter((i) => drawing.drawn.has(i)).sort((a, b) => busy(b) - busy(a) || a - b).map((i) => () => thingRow(i, kg.count(busy(i), "fact"))), true),
      part("Places", placed.cities.map((i) => () => thingRow(i, kg.count(kg.data.things[i].weight, "article"))), true),
      part("Not drawn", left.map((i) => () => thingRow(i, "no position known")), false)
    );
  }

  async function fill() {
    world = world || (await kg.load.json("vendor/countries-110m.json"));
    const { things, facts } = kg.selection();
    const sorts = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    placed = kg.placed(things);
    counts = kg.factsByCountry(facts);
    placed.countries.sort((a, b) => (counts.get(b) || 0) - (counts.get(a) || 0) || a - b);
    crossings = kg.crossings(facts).filter((one) => sorts.has(one.sort));
    draw();
  }

  kg.view("map", {
    title: "Map",
    mount(el) {
      boxes = SORTS.map(([sort]) => kg.el("input", { type: "checkbox", value: sort }));
      boxes.forEach((box) => {
        box.checked = true;
        box.addEventListener("change", fill);
      });
      frame = kg.el("div", { class: "map-frame" });
      told = kg.el("p", { class: "told-so", role: "status" });
      lists = kg.el("div", { class: "map-lists" });
      const bar = kg.el(
        "div", { class: "tab-bar" }, ...SORTS.map(([sort, many], i) => kg.el("label", { class: `sort-${sort}` }, boxes[i], many)),
        kg.el(
          "span", { class: "map-zoom" }, button("+", () => drawing.zoom(1.6), { "aria-label": "nearer" }), button("−", () => drawing.zoom(1 / 1.6), { "aria-label": "farther" }),
          button("World", () => drawing.reset()), button("All drawn", () => drawing.fit())
        ),
        kg.el("span", { class: "save" }, "Save: ", ...["svg", "png"].map((kind) => button(kind.toUpperCase(), () => kg.picture.save(drawing.svg, kind, "map", { legend: SORTS.map(([sort, name]) => ({ name, colour: kg.colour(COLOURS[sort]) })) }))))
      );
      const source = kg.el("p", { class: "told-so" }, "Shapes: Natural Earth, public domain. Positions: GeoNames, CC BY 4.0.");
      el.append(kg.el("div", { class: "tab map" }, bar, told, kg.el("div", { class: "map-both" }, frame, lists), source));
      fill();
      new ResizeObserver(() => drawing && frame.clientWidth && Math.abs(frame.clientWidth - Number(frame.dataset.width)) > 20 && draw()).observe(frame);
    },
    update(state, changed) {
      if (kg.narrows(changed)) fill();
    },
  });
})(window.kg = window.kg || {});
