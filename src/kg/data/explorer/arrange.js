"use strict";
/* Places for a set of things that was not laid out beforehand, by the method of kg.explore.layout: springs for each connected part,
   boxes pushed apart, parts set on shelves. No chance in it: the same set has the same places. */
(function (kg) {
  const GAP = 60;

  /** The room that a thing and its label take, as `kg.explore.labels.box`. */
  kg.room = function (i) {
    const thing = kg.data.things[i];
    const lines = kg.wrap(thing.name);
    const side = 2 * kg.radius(thing.weight);
    return [Math.max(side, 7.2 * Math.max(...lines.map((line) => line.length))) + 22, side + 16 * lines.length + 22];
  };

  /**
   * @param {number[]} things @param {[number, number][]} links pairs of them @param {number} aspect width to height of the whole
   * @returns {Map<number, {x: number, y: number}>} about the origin
   */
  kg.arrange = function (things, links, aspect) {
    const at = new Map(things.map((i, n) => [i, n]));
    const near = things.map(() => new Set());
    for (const [a, b] of links) { near[at.get(a)].add(at.get(b)); near[at.get(b)].add(at.get(a)); }
    const seen = new Uint8Array(things.length);
    const parts = [];
    things.forEach((_, n) => {
      if (seen[n]) return;
      const part = [n];
      seen[n] = 1;
      for (let k = 0; k < part.length; k += 1) for (const m of near[part[k]]) if (!seen[m]) { seen[m] = 1; part.push(m); }
      parts.push(part.sort((a, b) => a - b));
    });
    parts.sort((a, b) => b.length - a.length || a[0] - b[0]);
    const rooms = things.map(kg.room);
    return pack(parts, parts.map((part) => lay(part, near, rooms, aspect)), things, aspect);
  };

  function lay(part, near, rooms, aspect) {
    const n = part.length;
    const size = part.map((p) => rooms[p]);
    const x = new Float64Array(n);
    const y = new Float64Array(n);
    if (n === 1) return { x, y, size };
    const inside = new Map(part.map((p, k) => [p, k]));
    const links = [];
    part.forEach((p, k) => { for (const m of near[p]) if (inside.get(m) > k) links.push([k, inside.get(m)]); });
    const length = size.reduce((sum, [w, h]) => sum + w + h, 0) / (2 * n);
    springs(x, y, links, length, aspect);
    apart(x, y, size);
    return { x, y, size };
  }

  function springs(x, y, links, length, aspect) {
    const n = x.length;
    const wide = length * Math.sqrt(n);
    for (let k = 0; k < n; k += 1) { x[k] = (((k + 1) * 0.7548776662466927) % 1 - 0.5) * wide; y[k] = (((k + 1) * 0.5698402909980532) % 1 - 0.5) * wide; }
    const rounds = n <= 150 ? 250 : n <= 400 ? 140 : n <= 800 ? 70 : 45;
    const moveX = new Float64Array(n);
    const moveY = new Float64Array(n);
    for (let turn = 0; turn < rounds; turn += 1) {
      moveX.fill(0);
      moveY.fill(0);
      for (let a = 0; a < n; a += 1) {
        let sumX = 0;
        let sumY = 0;
        for (let b = a + 1; b < n; b += 1) {
          const dx = x[a] - x[b];
          const dy = y[a] - y[b];
          const push = (length * length) / (dx * dx + dy * dy + length * 1e-3);
          sumX += dx * push;
          sumY += dy * push;
          moveX[b] -= dx * push;
          moveY[b] -= dy * push;
        }
        moveX[a] += sumX;
        moveY[a] += sumY;
      }
      for (const [a, b] of links) {
        const dx = x[a] - x[b];
        const dy = y[a] - y[b];
        const pull = Math.sqrt(dx * dx + dy * dy) / length;
        moveX[a] -= dx * pull;
        moveY[a] -= dy * pull;
        moveX[b] += dx * pull;
        moveY[b] += dy * pull;
      }
      const step = wide * 0.1 * (1 - turn / rounds) + length * 0.01;
      for (let k = 0; k < n; k += 1) {
        const mx = moveX[k] - x[k] * 0.3;
        const my = moveY[k] - y[k] * 0.3 * aspect * aspect;
        const far = Math.sqrt(mx * mx + my * my) + 1e-9;
        const share = Math.min(far, step) / far;
        x[k] += mx * share;
        y[k] += my * share;
      }
    }
  }

  /** Push overlapping boxes apart, each pair by half of its smaller overlap. */
  function apart(x, y, size) {
    const n = x.length;
    for (let turn = 0; turn < (n <= 400 ? 200 : 60); turn += 1) {
      let met = false;
      if (turn > 40 && turn % 8 === 0) for (let k = 0; k < n; k += 1) { x[k] *= 1.05; y[k] *= 1.05; }
      for (let a = 0; a < n; a += 1) {
        for (let b = a + 1; b < n; b += 1) {
          const overX = (size[a][0] + size[b][0]) / 2 - Math.abs(x[a] - x[b]);
          if (overX <= 0) continue;
          const overY = (size[a][1] + size[b][1]) / 2 - Math.abs(y[a] - y[b]);
          if (overY <= 0) continue;
          met = true;
          if (overX <= overY) { const way = x[a] > x[b] ? 0.51 : -0.51; x[a] += way * overX; x[b] -= way * overX; } else {
            const way = y[a] > y[b] ? 0.51 : -0.51; y[a] += way * overY; y[b] -= way * overY;
          }
        }
      }
      if (!met) break;
    }
  }

  /** Set the parts on shelves; of some widths the one that comes nearest to the aspect. */
  function pack(parts, laid, things, aspect) {
    const boxes = laid.map(({ x, y, size }) => {
      const box = [Infinity, Infinity, -Infinity, -Infinity];
      size.forEach(([w, h], k) => {
        box[0] = Math.min(box[0], x[k] - w / 2); box[1] = Math.min(box[1], y[k] - h / 2);
        box[2] = Math.max(box[2], x[k] + w / 2); box[3] = Math.max(box[3], y[k] + h / 2);
      });
      return box;
    });
    const extents = boxes.map(([a, b, c, d]) => [c - a + GAP, d - b + GAP]);
    const area = extents.reduce((sum, [w, h]) => sum + w * h, 0);
    const widest = Math.max(0, ...extents.map(([w]) => w));
    let best = null;
    for (let part = 10; part <= 30; part += 1) {
      const tried = shelves(extents, Math.max(Math.sqrt(area * aspect) * part * 0.1, widest));
      const off = Math.abs(Math.log(tried.width / tried.height / aspect));
      if (!best || off < best.off) best = { ...tried, off };
    }
    const found = new Map();
    parts.forEach((part, k) => {
      const [left, top] = best.corners[k];
      part.forEach((p, m) => found.set(things[p], { x: Math.round(left + laid[k].x[m] - boxes[k][0] - best.width / 2), y: Math.round(top + laid[k].y[m] - boxes[k][1] - best.height / 2) }));
    });
    return found;
  }

  function shelves(extents, shelf) {
    const corners = [];
    let [left, top, high, width] = [0, 0, 0, 1];
    for (const [w, h] of extents) {
      if (left && left + w > shelf + 1) { left = 0; top += high; high = 0; }
      corners.push([left, top]);
      left += w;
      width = Math.max(width, left);
      high = Math.max(high, h);
    }
    return { corners, width, height: Math.max(1, top + high) };
  }
})(window.kg = window.kg || {});
