"use strict";
// The menu that takes away what is shown: the network as a picture, the things and facts that are left after narrowing as data.
(function (kg) {
  const NEXT_FRAME = 60;

  /** The numbers of the selection, in order. */
  function selected() {
    const { things, facts } = kg.selection();
    const numbers = (found) => [...found].sort((a, b) => a - b);
    // a fact without its two ends would hang in the air
    const all = new Set(things);
    for (const i of facts) for (const end of [kg.data.facts[i].s, kg.data.facts[i].o]) if (end >= 0) all.add(end);
    return { things: numbers(all), facts: numbers(facts) };
  }

  /** Quotes of facts by number; `first` asks for one a fact only. */
  async function quotesOf(facts, first) {
    const numbers = [...new Set(facts.flatMap((i) => (first ? kg.data.facts[i].q.slice(0, 1) : kg.data.facts[i].q)))];
    const quotes = await kg.load.quotes(numbers);
    return new Map(numbers.map((n, i) => [n, quotes[i]]));
  }

  async function network(kind) {
    if (!document.getElementById("view-network") || document.getElementById("view-network").hidden) {
      kg.state.set({ view: "network" });
      await new Promise((resolve) => setTimeout(resolve, NEXT_FRAME));
    }
    const { cy } = kg;
    if (!cy || !cy.nodes().length) throw new Error("no network is drawn; widen the filters");
    const ground = kg.colour("--bg");
    if (kind === "png") return kg.download("network.png", "image/png", await cy.png({ output: "blob-promise", bg: ground, scale: 2 }));
    return kg.download("network.svg", "image/svg+xml", kg.picture.text(kg.networkPicture(cy, ground)));
  }

  const ACTS = [
    ["The network as shown", [["PNG", () => network("png")], ["SVG", () => network("svg")]]],
    ["What is left after narrowing", [
      ["Turtle", async () => {
        const { things, facts } = selected();
        kg.download("selection.ttl", "text/turtle", kg.turtle(things, facts, await quotesOf(facts)));
      }],
      ["GraphML", async () => {
        const { things, facts } = selected();
        kg.download("selection.graphml", "application/graphml+xml", kg.graphml(things, facts, await quotesOf(facts, true)));
      }],
      ["Things as CSV", async () => kg.download("things.csv", "text/csv", kg.tables.things(selected().things))],
      ["Facts as CSV", async () => {
        const { facts } = selected();
        kg.download("facts.csv", "text/csv", kg.tables.facts(facts, await quotesOf(facts, true)));
      }],
    ]],
  ];

  function menu() {
    const told = kg.el("p", { class: "told-so" });
    const groups = ACTS.map(([title, acts]) =>
      kg.el("div", { class: "takeaway-group", role: "group", "aria-label": title }, kg.el("h2", {}, title), title === ACTS[1][0] ? told : "", acts.map(([name, act]) =>
        kg.el("button", {
          type: "button",
          async onclick(event) {
            const button = event.currentTarget;
            button.disabled = true;
            try {
              await act();
              box.open = false;
              kg.say(`${name}: saved`);
            } catch (error) {
              kg.say(`${name} could not be made: ${error.message}`);
            } finally {
              button.disabled = false;
            }
          },
        }, name)
      ))
    );
    const box = kg.el(
      "details", { class: "takeaway" }, kg.el("summary", {}, "Take away"),
      kg.el("div", { class: "takeaway-list" }, groups, kg.el("p", { class: "told-so" }, "Figures, events and the map have buttons of their own for table and picture."))
    );
    box.addEventListener("toggle", () => {
      if (!box.open) return;
      const { things, facts } = selected();
      told.textContent = `${kg.count(things.length, "thing")}, ${kg.count(facts.length, "fact")}`;
    });
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !box.open) return;
      event.stopPropagation();
      box.open = false;
      box.querySelector("summary").focus();
    });
    document.addEventListener("click", (event) => {
      if (box.open && !box.contains(event.target)) box.open = false;
    });
    return box;
  }

  kg.ready(() => document.getElementById("tools").append(menu()));
})(window.kg = window.kg || {});
