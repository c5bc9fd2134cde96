"use strict";
// The map itself: Natural Earth's countries, circles for what is told of them, arcs for what goes from one to the other.
(function (kg) {
  const RATIO = 0.5;
  const SQUARER = 0.6;
  const NARROW = 600;
  const MOST_ZOOM = 24;
  const SMALL = 2.2;

  /** The largest of a country's pieces, so that France's point is in Europe. */
  function mainland(feature) {
    if (feature.geometry.type !== "MultiPolygon") return feature;
    const pieces = feature.geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
    return pieces.reduce((a, b) => (d3.geoArea(b) > d3.geoArea(a) ? b : a));
  }

  /**
   * Longitude and latitude of each thing that is drawn: a country's the middle of its shape or, where the map has none, its capital.
   * @param {number[]} things @param {Map<string, object>} shapes by ISO number
   * @returns {Map<number, [number, number]>}
   */
  function points(things, shapes) {
    const found = new Map();
    for (const i of things) {
      const { at, numeric } = kg.data.things[i];
      const shape = numeric && shapes.get(numeric);
      if (shape) found.set(i, d3.geoCentroid(mainland(shape)));
      else if (at) found.set(i, at);
    }
    return found;
  }

  /** A bow between two points on the paper, which leaves room for the one that leads back. */
  function bow([x1, y1], [x2, y2]) {
    const dx = x2 - x1;
    const dy = y2 - y1;
    return `M${x1},${y1}Q${(x1 + x2) / 2 - dy * 0.18},${(y1 + y2) / 2 - Math.abs(dx) * 0.18} ${x2},${y2}`;
  }

  /**
   * @param {object} world topology of world-atlas
   * @param {{countries: number[], cities: number[]}} placed @param {Map<number, number>} counts facts by country @param {object[]} crossings
   * @param {{thing: (i: number) => void, crossing: (one: object) => void}} open what a click does
   * @param {number} width in pixels @param {string} words what the picture shows
   * @returns {{svg: SVGSVGElement, zoom: (factor: number) => void, reset: () => void, drawn: Set<number>}} `drawn` are the things with a point
   */
  kg.worldMap = function (world, placed, counts, crossings, open, width, words) {
    const land = topojson.feature(world, world.objects.countries).features;
    const shapes = new Map(land.filter((shape) => shape.id).map((shape) => [String(shape.id).padStart(3, "0"), shape]));
    const height = Math.round(width * (width < NARROW ? SQUARER : RATIO));
    const projection = d3.geoNaturalEarth1().fitExtent([[4, 4], [width - 4, height - 4]], { type: "Sphere" });
    const path = d3.geoPath(projection);
    const at = points([...placed.countries, ...placed.cities], shapes);
    const spot = (i) => projection(at.get(i));
    const countryAt = new Map(placed.countries.map((i) => [kg.data.things[i].numeric, i]));
    const most = Math.max(1, ...counts.values());
    const size = Math.max(0.6, Math.min(1.6, width / 1000));
    const font = 11 * Math.max(1, size);
    const radius = (i) => size * radius_(i);
    const radius_ = (i) => (kg.data.things[i].type === "Country" ? 3 + 9 * Math.sqrt((counts.get(i) || 0) / most) : SMALL + Math.min(2, kg.data.things[i].weight / 10));

    const svg = d3.create("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height);
    svg.attr("class", "world").attr("role", "img").attr("aria-label", words);
    const paper = svg.append("g");
    paper.append("path").attr("class", "sea").attr("d", path({ type: "Sphere" }));
    const lands = paper.append("g").selectAll("path").data(land).join("path").attr("d", path);
    const known = (shape) => countryAt.get(String(shape.id).padStart(3, "0"));
    lands.attr("class", (shape) => (shape.id && known(shape) !== undefined ? "land told" : "land"));
    lands.filter(".told").on("click", (event, shape) => open.thing(known(shape))).append("title").text((shape) => label(known(shape)));

    function label(i) {
      const thing = kg.data.things[i];
      return thing.type === "Country" ? `${thing.name}: ${kg.count(counts.get(i) || 0, "fact")}` : `${thing.name}: named in ${kg.count(thing.weight, "article")}`;
    }

    const arcs = paper.append("g").selectAll("path").data(crossings.filter((one) => at.has(one.from) && at.has(one.to))).join("path");
    arcs.attr("class", (one) => `crossing ${one.sort}`).attr("d", (one) => bow(spot(one.from), spot(one.to)));
    const wide = (one) => size * Math.min(5, 0.7 + 0.6 * Math.sqrt(one.facts.length));
    // what one fact tells stays behind what many tell
    arcs.attr("stroke-opacity", (one) => Math.min(0.9, 0.3 + 0.12 * one.facts.length));
    arcs.on("click", (event, one) => open.crossing(one)).append("title").text(kg.crossingWords);
    const dots = paper.append("g").selectAll("circle").data([...at.keys()]).join("circle");
    dots.attr("class", (i) => `spot ${kg.data.things[i].type}`).attr("cx", (i) => spot(i)[0]).attr("cy", (i) => spot(i)[1]);
    dots.on("click", (event, i) => open.thing(i)).append("title").text(label);
    const names = paper.append("g").selectAll("text").data(placed.countries.filter((i) => at.has(i)).slice(0, 40)).join("text").attr("class", "place-name").text((i) => kg.data.things[i].name);
    names.attr("x", (i) => spot(i)[0]);

    // sizes are those of the paper: what is near stays as small as what is far
    function scaled(k) {
      dots.attr("r", (i) => radius(i) / k);
      arcs.attr("stroke-width", (one) => wide(one) / k);
      names.attr("font-size", font / k).attr("y", (i) => spot(i)[1] - (radius(i) + 3) / k).attr("stroke-width", 3 / k);
      lands.attr("stroke-width", 0.6 / k);
      thin(k);
    }

    /** Hides names that would lie on names of countries with more facts. */
    function thin(k) {
      const taken = [];
      names.attr("display", (i) => {
        const [x, y] = spot(i);
        const half = (kg.data.things[i].name.length * font * 0.31) / k;
        const high = (font * 1.2) / k;
        const free = taken.every(([tx, ty, th]) => Math.abs(tx - x) > half + th || Math.abs(ty - y) > high);
        if (free) taken.push([x, y, half]);
        return free ? null : "none";
      });
    }

    const zoom = d3.zoom().scaleExtent([1, MOST_ZOOM]).translateExtent([[0, 0], [width, height]]);
    zoom.on("zoom", (event) => {
      paper.attr("transform", event.transform);
      scaled(event.transform.k);
    });
    scaled(1);
    svg.call(zoom);
    const near = near_(crossings.length || placed.countries.length ? [...at.keys()] : []);

    /** The stretch of paper that holds all that is drawn. */
    function near_(things) {
      if (!things.length) return d3.zoomIdentity;
      const xs = things.map((i) => spot(i)[0]);
      const ys = things.map((i) => spot(i)[1]);
      const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      const k = Math.max(1, Math.min(6, 0.8 / Math.max((x1 - x0) / width, (y1 - y0) / height, 0.01)));
      return d3.zoomIdentity.translate(width / 2, height / 2).scale(k).translate(-(x0 + x1) / 2, -(y0 + y1) / 2);
    }

    return {
      svg: svg.node(), drawn: new Set(at.keys()),
      zoom: (factor) => svg.call(zoom.scaleBy, factor),
      reset: () => svg.call(zoom.transform, d3.zoomIdentity),
      fit: () => svg.call(zoom.transform, near),
    };
  };
})(window.kg = window.kg || {});
