"use strict";
// Text as Python counts it, in code points, and dates as precise as they were told.
(function (kg) {
  const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/;
  const DAY = 86400000;
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

  /**
   * Cuts a text at offsets that count code points, as kg's do; a JavaScript string counts UTF-16 units.
   * @param {string} text
   * @returns {{length: number, slice: (start: number, end?: number) => string}} length in code points; offsets beyond the text are cut
   */
  kg.points = function (text) {
    if (!PAIRS.test(text)) return { length: text.length, slice: (start, end = text.length) => text.slice(Math.max(0, start), Math.max(0, end)) };
    const starts = [];
    for (let at = 0; at < text.length; at += text.codePointAt(at) > 0xffff ? 2 : 1) starts.push(at);
    const unit = (n) => (n <= 0 ? 0 : n < starts.length ? starts[n] : text.length);
    return { length: starts.length, slice: (start, end = starts.length) => text.slice(unit(start), unit(end)) };
  };

  /**
   * What days a date as told can mean.
   * @param {string} told "2024", "2024-05", "2024-05-26"; also "--05" and "--05-26", whose year nobody knows
   * @returns {{first: string, last: string} | null} first and last day, YYYY-MM-DD; null where no year is told
   */
  kg.days = function (told) {
    const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$/.exec(told || "");
    if (!found) return null;
    const [, year, month, day] = found;
    if (day) return { first: `${year}-${month}-${day}`, last: `${year}-${month}-${day}` };
    const until = month ? String(new Date(Date.UTC(+year, +month, 0)).getUTCDate()).padStart(2, "0") : "31";
    return { first: `${year}-${month || "01"}-01`, last: `${year}-${month || "12"}-${until}` };
  };

  /** A date as told in words: "26 May 2024", "May 2024", "2024", "26 May, year not told"; anything else as it stands. @param {string} told */
  kg.dateWords = function (told) {
    const found = /^(\d{4}|-)(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?$/.exec(told || "");
    if (!found) return told || "";
    const [, year, month, day] = found;
    const name = MONTHS[+month - 1] || month || "";
    const words = [day ? String(+day) : "", name, year === "-" ? "" : year].filter(Boolean).join(" ");
    return year === "-" ? `${words}, year not told` : words;
  };

  /** A stretch of time in words: "January to June 2024"; a whole year is the year. @param {string} start @param {string} end as told, "" for unknown */
  kg.periodWords = function (start, end) {
    if (!start || start === end) return (start ? "" : end ? "until " : "") + kg.dateWords(end || start);
    if (!end) return `from ${kg.dateWords(start)}`;
    const year = start.slice(0, 4);
    if (year !== end.slice(0, 4) || start.length < 7 || end.length < 7) return `${kg.dateWords(start)} to ${kg.dateWords(end)}`;
    if (start === `${year}-01` && end === `${year}-12`) return year;
    return `${kg.dateWords(start).replace(` ${year}`, "")} to ${kg.dateWords(end)}`;
  };

  /** Begin or, with `after`, end of a day as a Date (UTC). @param {string} day YYYY-MM-DD @param {boolean} [after] */
  kg.midnight = (day, after) => new Date(Date.parse(`${day}T00:00:00Z`) + (after ? DAY : 0));
})(window.kg = window.kg || {});
