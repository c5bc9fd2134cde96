"use strict";
// Words of an article that facts were read from, and the box that tells which.
(function (kg) {
  /**
   * The box that says which facts a stretch of words gave.
   * @param {HTMLElement} root what it stands in
   * @returns {{show: (mark: HTMLElement, facts: number[], pin: boolean) => void, leave: () => void, hush: (act: () => void) => void}}
   *   `pin` keeps it open and takes the focus, `hush` keeps it shut while `act` moves the focus
   */
  kg.factTip = function (root) {
    const tip = kg.el("div", { class: "reader-tip", role: "group", "aria-label": "facts read from these words" });
    tip.hidden = true;
    root.append(tip);
    let pinned = false;
    let muted = false; // after Escape, until the reader moves on
    let from = null;
    const known = new WeakMap();
    const hide = () => {
      tip.hidden = true;
      pinned = false;
    };
    const show = (mark, facts, pin) => {
      if ((pinned || muted) && !pin) return;
      pinned = pin;
      from = mark;
      known.set(mark, facts);
      tip.replaceChildren(
        ...facts.map((i) => {
          const fact = kg.data.facts[i];
          const button = kg.el("button", { type: "button" }, kg.factWords(i), " ", kg.statusMark(fact));
          button.addEventListener("click", () => kg.show.fact(i));
          return button;
        })
      );
      tip.hidden = false;
      const rows = mark.getClientRects();
      const box = rows[rows.length - 1] || mark.getBoundingClientRect();
      const frame = root.getBoundingClientRect();
      tip.style.top = `${Math.round(box.bottom - frame.top + 4)}px`;
      tip.style.left = `${Math.round(Math.max(0, Math.min(box.left - frame.left, frame.width - tip.offsetWidth - 4)))}px`;
      if (pin) tip.querySelector("button").focus({ preventScroll: true });
    };
    root.addEventListener("keydown", (event) => {
      muted = event.key === "Escape" && !tip.hidden;
      if (!muted) return;
      event.stopPropagation();
      hide();
      from.focus({ preventScroll: true });
    });
    root.addEventListener("pointermove", () => {
      muted = false;
    });
    root.addEventListener("click", (event) => {
      if (!event.target.closest(".told, .reader-tip")) hide();
    });
    const leave = () => {
      if (pinned) return;
      // the pointer may leave while the keyboard is still there, and the other way round
      const still = root.querySelector(".told:focus") || root.querySelector(".told:hover");
      still && known.has(still) ? show(still, known.get(still), false) : hide();
    };
    const hush = (act) => {
      muted = true;
      act();
      muted = false;
    };
    return { show, leave, hush };
  };

  /**
   * A stretch of words that facts were read from: hover and focus tell which, a click opens the one or lets choose.
   * @param {string} words @param {number[]} quotes @param {number[]} facts @param {Object} tip of `kg.factTip` @param {number} [wanted] the quote that was asked for
   */
  kg.toldWords = function (words, quotes, facts, tip, wanted) {
    if (!facts.length) return kg.el("span", { class: quotes.includes(wanted) ? "told wanted" : "told", tabindex: "-1" }, words);
    const mark = kg.el("span", {
      class: quotes.includes(wanted) ? "told wanted" : "told", role: "button", tabindex: "0",
      "aria-label": `${words} (${facts.map(kg.factWords).join("; ")})`,
    }, words);
    const open = () => (facts.length === 1 ? kg.show.fact(facts[0]) : tip.show(mark, facts, true));
    mark.addEventListener("mouseenter", () => tip.show(mark, facts, false));
    mark.addEventListener("mouseleave", tip.leave);
    mark.addEventListener("focus", () => tip.show(mark, facts, false));
    mark.addEventListener("blur", tip.leave);
    mark.addEventListener("click", open);
    mark.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      open();
    });
    return mark;
  };
})(window.kg = window.kg || {});
