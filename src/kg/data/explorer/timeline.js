"use strict";
// The picture of the time line: a bar from the first to the last day that something may lie in, full where it surely lies.
(function (kg) {
  const LANE = 15;
  const BAR = 9;
  const LEAST = 7;
  const AXIS = 22;
  const SIDE = 18;
  const MOST_LANES = 60;
  const FEW = 0.06;
  const WORTH = 2;

  /** A lane for each, so that no two of one lane overlap. @returns {number} how many lanes */
  function lanes(items, x) {
    const ends = [];
    for (const item of items) {
      const from = x(kg.midnight(item.first));
      const to = Math.max(from + LEAST, x(kg.midnight(item.last, true)));
      let lane = ends.findIndex((end) => end < from - 3);
      if (lane < 0) lane = ends.push(0) - 1;
      ends[lane] = to;
      Object.assign(item, { lane, x1: from, x2: to });
    }
    return ends.length;
  }

  /**
   * The stretch of time that holds most entries, so that one of long ago does not press the others together.
   * @param {object[]} items of `kg.occasion` @returns {[Date, Date] | null} null where no entry has a year
   */
  kg.timeOfMost = function (items) {
    const dated = items.filter((item) => item.first);
    if (!dated.length) return null;
    const [from, to] = whole(dated);
    const early = new Date(d3.quantile(dated.map((item) => kg.midnight(item.first).getTime()).sort(d3.ascending), FEW));
    return (to - early) * WORTH < to - from ? [d3.utcMonth.offset(early, -1), to] : [from, to];
  };

  const whole = (dated) => [d3.min(dated, (item) => kg.midnight(item.first)), d3.max(dated, (item) => kg.midnight(item.last, true))];

  /** All the time that the entries take. @param {object[]} items @returns {[Date, Date] | null} */
  kg.timeOfAll = function (items) {
    const dated = items.filter((item) => item.first);
    return dated.length ? whole(dated) : null;
  };

  /**
   * @param {object[]} items of `kg.occasion`, in order; those without a year are not drawn
   * @param {number} width in pixels @param {[Date, Date] | null} time from when to when
   * @returns {{svg: SVGSVGElement | null, words: string}} `words` says what is drawn
   */
  kg.timeLine = function (items, width, time) {
    const all = items.map((item, at) => ({ ...item, at })).filter((item) => item.first);
    if (!all.length) return { svg: null, words: `${kg.count(items.length, "entry", "entries")}.` };
    const [from, to] = time;
    const drawn = all.filter((item) => kg.midnight(item.last, true) > from && kg.midnight(item.first) < to).sort((a, b) => (a.first < b.first ? -1 : 1));
    const x = d3.scaleUtc([from, to], [SIDE, Math.max(width, 280) - SIDE]);
    const count = Math.min(lanes(drawn, x), MOST_LANES);
    const fitting = drawn.filter((item) => item.lane < MOST_LANES);
    const height = AXIS + count * LANE + 8;
    const outside = all.length - drawn.length;
    const span = `${kg.dateWords(d3.min(all, (item) => item.first))} to ${kg.dateWords(d3.max(all, (item) => item.last))}`;
    const crowd = drawn.length - fitting.length;
    const words = `${kg.count(items.length, "entry", "entries")}, ${span}.${outside ? ` ${kg.number(outside)} before or after the time in view.` : ""}${crowd ? ` ${kg.number(crowd)} more have no room in the picture: show less time.` : ""} A pale bar spans the days that fit a date as told, a full one the days that it surely takes; what is not told as so is dashed.`;
    const clip = (value) => Math.max(-SIDE, Math.min(Math.max(width, 280) + SIDE, value));
    const svg = d3.create("svg").attr("viewBox", `0 0 ${Math.max(width, 280)} ${height}`).attr("width", Math.max(width, 280)).attr("height", height);
    svg.attr("role", "img").attr("aria-label", words).attr("class", "time-line-picture");
    const axis = svg.append("g").attr("class", "axis").attr("transform", `translate(0,${AXIS - 4})`);
    axis.call(d3.axisTop(x).ticks(Math.max(3, Math.floor(width / 110))).tickSizeOuter(0));
    axis.selectAll(".tick").append("line").attr("class", "rule").attr("y1", 0).attr("y2", height - AXIS);
    const rows = svg.append("g").selectAll("g").data(fitting).join("g");
    rows.attr("class", (item) => `mark ${item.sort}${item.asserted || !item.status ? "" : " other"}`).attr("data-at", (item) => item.at);
    rows.attr("transform", (item) => `translate(0,${AXIS + item.lane * LANE + (LANE - BAR) / 2})`);
    rows.append("title").text((item) => `${item.title}\n${item.told}${item.status ? `\n${item.status}` : ""}`);
    rows.append("rect").attr("class", "may").attr("x", (item) => clip(item.x1)).attr("width", (item) => clip(item.x2) - clip(item.x1)).attr("height", BAR).attr("rx", BAR / 2);
    const sure = rows.filter((item) => item.sureFrom);
    const sureFrom = (item) => x(kg.midnight(item.sureFrom));
    const sureTo = (item) => Math.max(x(kg.midnight(item.sureTo, true)), sureFrom(item) + LEAST);
    sure.append("rect").attr("class", "sure").attr("x", (item) => clip(sureFrom(item))).attr("width", (item) => clip(sureTo(item)) - clip(sureFrom(item)));
    sure.selectAll("rect.sure").attr("height", BAR).attr("rx", BAR / 2);
    rows.on("click", (event, item) => kg.openOccasion(item));
    return { svg: svg.node(), words };
  };

  /** Shows in the picture which entry of the list is meant. @param {HTMLElement} picture @param {number} at @param {boolean} on */
  kg.lightOccasion = function (picture, at, on) {
    picture.querySelector(`.mark[data-at="${at}"]`)?.classList.toggle("lit", on);
  };
})(window.kg = window.kg || {});
