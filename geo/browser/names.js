/* Names on the map: of countries, regions and areas, none over another. */
(function () {
  "use strict";
  const { el } = window.conflictMap.parts;
  const ruler = document.createElement("canvas").getContext("2d");

  function width(text, kind) {
    ruler.font = kind === "country" ? "600 11px sans-serif" : "500 9.5px sans-serif";
    const spacing = kind === "country" ? 2.42 : 1.14;
    return ruler.measureText(text.toUpperCase()).width + spacing * text.length + 6;
  }

  /* The browser knows countries by their codes; the boundaries' own names are English. */
  function called(map, code, name) {
    const { language } = map.cm.options;
    if (!name || language === "en" || !/^[A-Z]{2}$/.test(code)) return name;
    map.cm.countries ||= new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    return map.cm.countries.of(code) || name;
  }

  function candidates(map) {
    const found = [];
    for (const [code, country] of map.cm.world) {
      found.push({ ...country.about, n: called(map, code, country.about.n), kind: "country", rank: country.about.a * 8 });
      const detail = map.cm.detail.get(code);
      if (detail && map.hasLayer(detail.regions)) {
        for (const about of detail.about) {
          if (about.n !== country.about.n) found.push({ ...about, kind: "region", rank: about.a });
        }
      }
    }
    return found.filter((name) => name.n).sort((one, other) => other.rank - one.rank);
  }

  /* Areas' labels move up or down to where they cover the least, a short way rather than a
   * long one, and give way where they would cover another label or a mark: those of fewer
   * events first, the selected one's never. They come back as one zooms in. */
  function settle(map) {
    const taken = [];
    const boxesOf = (selector) => [...map.getContainer().querySelectorAll(selector)]
      .map((node) => node.getBoundingClientRect())
      .map((box) => [box.left, box.top, box.right, box.bottom]);
    const marks = boxesOf(".cm-mark, .cm-bin");
    const furniture = boxesOf(".leaflet-control");
    const edge = map.getContainer().getBoundingClientRect();
    const cut = ([, north, , south]) => Math.max(edge.top - north, 0) + Math.max(south - edge.bottom, 0);
    const labels = [...map.getContainer().querySelectorAll(".cm-area")];
    for (const node of labels.sort((one, other) => weight(other) - weight(one))) {
      node.style.margin = 0;
      const at = node.getBoundingClientRect();
      const aside = within(at, edge);
      node.style.marginLeft = `${aside}px`;
      const [left, top, right, bottom] = [at.left + aside, at.top, at.right + aside, at.bottom];
      const step = (bottom - top + 4) / 2;
      const cost = (move) => {
        const box = [left, top + move * step, right, bottom + move * step];
        const over = (boxes) => boxes.filter((other) => hits(other, ...box)).length;
        return 20 * over(taken) + over(marks) + 4 * over(furniture) + 6 * hidden(map, node, box)
          + (cut(box) > cut([left, top, right, bottom]) ? 8 : 0) + Math.abs(move) / 2;
      };
      const moves = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6];
      const shift = step * moves.reduce((best, move) => (cost(move) < cost(best) ? move : best));
      place(node, shift, bottom - top);
      const box = [left, top + shift, right, bottom + shift];
      const covers = [...taken, ...marks].some((other) => hits(other, ...box));
      node.classList.toggle("given-way", covers && !node.classList.contains("sel"));
      if (!node.classList.contains("given-way")) taken.push(box);
    }
  }

  /* How far a label that the map's side would cut has to move to be whole; one that is out stays out. */
  function within(at, edge) {
    const middle = (at.left + at.right) / 2;
    if (middle < edge.left || middle > edge.right) return 0;
    return Math.max(edge.left + 4 - at.left, 0) || Math.min(edge.right - 4 - at.right, 0);
  }

  function weight(node) {
    return node.classList.contains("sel") ? Infinity : node.cmEvents;
  }

  /* How much of a small area its own label would hide, 0 to 1; a third is no matter. */
  function hidden(map, node, [left, top, right, bottom]) {
    const origin = map.getContainer().getBoundingClientRect();
    const a = map.latLngToContainerPoint(node.cmBounds.getNorthWest()).add([origin.left, origin.top]);
    const b = map.latLngToContainerPoint(node.cmBounds.getSouthEast()).add([origin.left, origin.top]);
    const wide = Math.max(Math.min(right, b.x) - Math.max(left, a.x), 0);
    const tall = Math.max(Math.min(bottom, b.y) - Math.max(top, a.y), 0);
    const share = (wide * tall) / Math.max((b.x - a.x) * (b.y - a.y), 1);
    return share > 0.33 ? share : 0;
  }

  /* A label that moved keeps a line to its spot, or it would name its neighbour. */
  function place(node, shift, height) {
    node.style.marginTop = `${shift}px`;
    node.classList.toggle("below", shift > height / 2);
    node.classList.toggle("above", shift < -height / 2);
    node.style.setProperty("--leader", `${Math.max(Math.abs(shift) - height / 2, 0)}px`);
  }

  function layNames(map) {
    window.conflictMap.foldLegend(map);
    settle(map);
    const pane = map.getPane("cm-names");
    const size = map.getSize();
    const taken = obstacles(map);
    const said = new Set((map.cm.areas || []).map((area) => area.name.toLowerCase()));
    const nodes = [];
    for (const name of candidates(map)) {
      if (said.has(name.n.toLowerCase())) continue;
      const at = map.latLngToContainerPoint([name.y, name.x]);
      const half = width(name.n, name.kind) / 2;
      // A name that the edge would cut is left out.
      if (at.x < half || at.y < 9 || at.x > size.x - half || at.y > size.y - 9) continue;
      const [west, south, east, north] = name.b;
      const a = map.latLngToContainerPoint([north, west]);
      const b = map.latLngToContainerPoint([south, east]);
      if (half * 2 > (b.x - a.x) * 1.25 || b.y - a.y < 14) continue;
      const shift = [0, -15, 15, -28, 28, -42, 42].find((dy) => Math.abs(dy) < (b.y - a.y) / 3.5 + 1
        && !taken.some((box) => hits(box, at.x - half, at.y + dy - 8, at.x + half, at.y + dy + 8)));
      if (shift === undefined) continue;
      taken.push([at.x - half, at.y + shift - 8, at.x + half, at.y + shift + 8]);
      const node = el("span", name.kind, name.n);
      const layerAt = map.latLngToLayerPoint([name.y, name.x]);
      node.style.left = `${Math.round(layerAt.x)}px`;
      node.style.top = `${Math.round(layerAt.y + shift)}px`;
      nodes.push(node);
    }
    pane.replaceChildren(...nodes);
    pane.style.opacity = 1;
  }

  function hits(box, west, north, east, south) {
    return !(box[2] < west || box[0] > east || box[3] < north || box[1] > south);
  }

  function obstacles(map) {
    const origin = map.getContainer().getBoundingClientRect();
    const furniture = ".cm-area:not(.given-way), .cm-mark, .cm-bin, .cm-legend, .leaflet-control-scale, .leaflet-control-zoom, .leaflet-control-attribution";
    return [...map.getContainer().querySelectorAll(furniture)].map((node) => {
      const box = node.getBoundingClientRect();
      return [box.left - origin.left - 3, box.top - origin.top - 2, box.right - origin.left + 3, box.bottom - origin.top + 2];
    });
  }

  Object.assign(window.conflictMap, { layNames });
})();
