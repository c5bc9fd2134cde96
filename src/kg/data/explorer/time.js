"use strict";
/* The time that is looked at: a histogram of the facts' days with a slider that has two ends, and two fields for exact days. */
(function (kg) {
  const BINS = 48;
  const DAY = 86400000;
  const ms = (day) => Date.parse(`${day}T00:00:00Z`);
  const iso = (time) => new Date(time).toISOString().slice(0, 10);

  /** Days from which and until which 98 in 100 facts lie, so that a single year of 1945 does not squeeze all others. */
  function range() {
    const days = [];
    kg.data.facts.forEach((_, i) => { const [from, until] = kg.data.days(i); if (from) { days.push(from); days.push(until); } });
    if (!days.length) return null;
    days.sort();
    const cut = Math.floor(days.length / 100);
    const first = ms(days[cut]);
    const last = ms(days[days.length - 1 - cut]);
    const whole = Math.max(last - first, BINS * DAY);
    const step = Math.ceil(whole / DAY / BINS) * DAY;
    return { first, step, bins: Math.max(1, Math.ceil((last - first + DAY) / step)) };
  }

  /**
   * The control; it draws itself anew by `update`.
   * @returns {{element: HTMLElement, update: (state: Object) => void}}
   */
  kg.timeControl = function () {
    const scale = range();
    if (!scale) return { element: kg.el("p", { class: "detail" }, "No fact or article has a date."), update() {} };
    const { first, step, bins } = scale;
    const counts = new Array(bins).fill(0);
    kg.data.facts.forEach((_, i) => {
      const [from] = kg.data.days(i);
      const bin = from ? Math.floor((ms(from) - first) / step) : -1;
      if (bin >= 0 && bin < bins) counts[bin] += 1;
    });
    const most = Math.max(1, ...counts);
    const start = (bin) => iso(first + bin * step);
    const bars = counts.map((n, bin) => kg.svg("rect", { x: bin, width: 0.86, y: 30 - (n ? 2 + (26 * Math.sqrt(n)) / Math.sqrt(most) : 0), height: n ? 2 + (26 * Math.sqrt(n)) / Math.sqrt(most) : 0 }));
    const picture = kg.svg("svg", { class: "bars", viewBox: `0 0 ${bins} 30`, preserveAspectRatio: "none", "aria-hidden": "true" }, bars);
    const end = (label, value) => kg.el("input", { type: "range", min: 0, max: bins, step: 1, value, "aria-label": label, oninput: preview, onchange: commit });
    const low = end("From", 0);
    const high = end("Until", bins);
    const said = kg.el("p", { class: "detail span" });
    const field = (label, key) => kg.el("input", { type: "date", "aria-label": label, onchange: (event) => kg.state.set({ [key]: event.target.value }) });
    const from = field("From day", "from");
    const until = field("Until day", "to");

    /** The ends of the slider as days; at its outer ends nothing is cut off. */
    const ends = () => {
      const a = Math.min(Number(low.value), Number(high.value));
      const b = Math.max(Number(low.value), Number(high.value));
      return { from: a <= 0 ? "" : start(a), to: b >= bins ? "" : iso(first + b * step - DAY) };
    };
    function preview() {
      const now = ends();
      paint(now.from, now.to);
    }
    function commit() { kg.state.set(ends()); }
    function paint(a, b) {
      bars.forEach((bar, bin) => bar.classList.toggle("out", Boolean((a && iso(first + (bin + 1) * step - DAY) < a) || (b && start(bin) > b))));
      said.textContent = a || b ? `${a || "the beginning"} to ${b || "the end"}` : "any time";
      low.setAttribute("aria-valuetext", a || "the beginning");
      high.setAttribute("aria-valuetext", b || "the end");
    }
    return {
      element: kg.el("div", { class: "time" }, picture, kg.el("div", { class: "two" }, low, high), said, kg.el("div", { class: "days" }, kg.el("span", {}, "from"), from, kg.el("span", {}, "to"), until)),
      update(state) {
        low.value = state.from ? Math.min(bins, Math.max(0, Math.round((ms(state.from) - first) / step))) : 0;
        high.value = state.to ? Math.min(bins, Math.max(0, Math.round((ms(state.to) + DAY - first) / step))) : bins;
        from.value = state.from;
        until.value = state.to;
        paint(state.from, state.to);
      },
    };
  };
})(window.kg = window.kg || {});
