/* The map in the browser: base, names and marks. Every string from data goes through
 * textContent or setAttribute, never through innerHTML; the legend alone is markup, and
 * Python makes and escapes it. The dashboard and the standalone snapshot share this file.
 */
(function () {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const CLOSE = 5; // the zoom from which regions are drawn
  const NEAR_END = 130; // degrees east or west beyond which land is drawn on both ends
  const FAN = 26; // px between marks that share one spot

  /* ---- small things ---- */

  function el(tag, className, text) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  }

  function svg(tag, attributes, parent) {
    const node = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
    if (parent) parent.appendChild(node);
    return node;
  }

  function paneOf(map, name, zIndex) {
    const pane = map.getPane(name) || map.createPane(name);
    pane.style.zIndex = zIndex;
    pane.style.pointerEvents = "none";
    return pane;
  }

  /* ---- base: water, graticule, land, borders ---- */

  function base(map, options) {
    const box = map.getContainer();
    box.classList.add("cm-map", `cm-${options.theme}`);
    for (const [name, value] of Object.entries(options.paper)) box.style.setProperty(`--cm-${name}`, value);
    box.setAttribute("role", "application");
    box.setAttribute("aria-label", "Map. Arrow keys move it, plus and minus zoom, Tab goes from mark to mark. The table lists the same incidents.");
    map.cm = { options, world: new Map(), detail: new Map(), asked: new Map(), names: [] };
    paneOf(map, "cm-graticule", 190);
    paneOf(map, "cm-land", 200);
    paneOf(map, "cm-lines", 210);
    paneOf(map, "cm-names", 450).classList.add("cm-names");
    graticule(map);
    if (map.attributionControl) {
      map.attributionControl.setPrefix(false);
      map.attributionControl.addAttribution("Boundaries: Natural Earth · drawn with Leaflet");
    }
    L.control.scale({ imperial: false, maxWidth: 120 }).addTo(map);
    map.on("zoomstart", () => { map.getPane("cm-names").style.opacity = 0; });
    map.on("moveend resize", () => refresh(map));
    map.whenReady(() => loadWorld(map));
    // The frame often gets its height after the map has started.
    new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(box);
  }

  function graticule(map) {
    const lines = [];
    for (let x = -240; x <= 240; x += 10) lines.push([[-85, x], [85, x]]);
    for (let y = -80; y <= 80; y += 10) lines.push([[y, -240], [y, 240]]);
    L.polyline(lines, {
      renderer: L.canvas({ pane: "cm-graticule", padding: 0.4 }),
      color: map.cm.options.paper.graticule, weight: 0.7, interactive: false,
    }).addTo(map);
  }

  function get(map, name) {
    const given = map.cm.options.files;
    if (given) return given[name] ? Promise.resolve(given[name]) : Promise.reject(new Error(name));
    const url = `${map.cm.options.base}/${name}?v=${map.cm.options.version}`;
    return fetch(url).then((answer) => {
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      return answer.json();
    });
  }

  function loadWorld(map) {
    const { paper } = map.cm.options;
    map.cm.land = L.canvas({ pane: "cm-land", padding: 0.4 });
    map.cm.lines = L.canvas({ pane: "cm-lines", padding: 0.4 });
    get(map, "world.json").then((world) => {
      for (const found of world.features) {
        const feature = { ...found, geometry: aroundTheWorld(found.geometry) };
        const layer = L.geoJSON(feature, {
          renderer: map.cm.land, interactive: false,
          style: { fillColor: paper.land, fillOpacity: 1, color: paper.country_line, weight: 0.9 },
        });
        map.cm.world.set(feature.properties.c, {
          layer, about: feature.properties, boxes: boxes(feature.geometry),
        });
      }
      refresh(map);
    }).catch((error) => failed(map, error));
  }

  /* Land near the 180th meridian is drawn on both ends of the map, or what happened in
   * Chukotka or Fiji would lie at the edge of half a country. */
  function aroundTheWorld(geometry) {
    const single = { Polygon: "MultiPolygon", LineString: "MultiLineString" }[geometry.type];
    const given = single ? [geometry.coordinates] : geometry.coordinates;
    const lines = (single || geometry.type) === "MultiLineString";
    const parts = [];
    const copies = [];
    for (const part of given) {
      const xs = (lines ? part : part[0]).map(([x]) => x);
      const moved = (turn) => (lines ? turned(part, turn) : part.map((ring) => turned(ring, turn)));
      parts.push(moved(0));
      if (xs.some((x) => x < -NEAR_END)) copies.push(moved(360));
      if (xs.some((x) => x > NEAR_END)) copies.push(moved(-360));
    }
    return { type: single || geometry.type, coordinates: [...parts, ...copies] };
  }

  /* Natural Earth cuts a tenth of a degree before the meridian. */
  function closed(x) {
    return Math.abs(x) > 179.89 ? Math.sign(x) * 180 : x;
  }

  function turned(line, turn) {
    return line.map(([x, y]) => [closed(x) + turn, y]);
  }

  /* Bounds part by part: those of France as a whole would hold half of the world. */
  function boxes(geometry) {
    const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    return parts.map(([ring]) => L.latLngBounds(ring.map(([x, y]) => [y, x])));
  }

  function failed(map, error) {
    console.error(error);
    const note = L.control({ position: "topright" });
    note.onAdd = () => el("div", "cm-failed", "The base map could not be read. Start the program again.");
    note.addTo(map);
  }

  function refresh(map) {
    const view = map.getBounds().pad(0.15);
    const close = map.getZoom() >= CLOSE;
    for (const [code, country] of map.cm.world) {
      const near = close && country.boxes.some((box) => view.intersects(box));
      if (near && !map.cm.asked.has(code)) ask(map, code);
      const detail = map.cm.detail.get(code);
      show(map, country.layer, !(near && detail));
      if (detail) { show(map, detail.regions, near); show(map, detail.outline, near); }
    }
    layNames(map);
  }

  function show(map, layer, wanted) {
    if (wanted && !map.hasLayer(layer)) layer.addTo(map);
    if (!wanted && map.hasLayer(layer)) map.removeLayer(layer);
  }

  function ask(map, code) {
    const { paper } = map.cm.options;
    map.cm.asked.set(code, true);
    get(map, `regions/${code}.json`).then((found) => {
      const features = found.features.map((feature) => ({ ...feature, geometry: aroundTheWorld(feature.geometry) }));
      const regions = features.filter((feature) => feature.properties.n !== null);
      map.cm.detail.set(code, {
        about: regions.map((feature) => feature.properties),
        regions: L.geoJSON(regions, {
          renderer: map.cm.land, interactive: false,
          style: { fillColor: paper.land, fillOpacity: 1, color: paper.region_line, weight: 0.8 },
        }),
        outline: L.geoJSON(features.filter((feature) => feature.properties.n === null), {
          renderer: map.cm.lines, interactive: false,
          style: { color: paper.country_line, weight: 1.3 },
        }),
      });
      refresh(map);
    }).catch(() => { /* the coarse outline stays */ });
  }

  /* ---- names that never collide ---- */

  const ruler = document.createElement("canvas").getContext("2d");

  function width(text, kind) {
    ruler.font = kind === "country" ? "600 11px sans-serif" : "500 9.5px sans-serif";
    const spacing = kind === "country" ? 2.42 : 1.14;
    return ruler.measureText(text.toUpperCase()).width + spacing * text.length + 6;
  }

  function candidates(map) {
    const zoom = map.getZoom();
    const found = [];
    for (const [code, country] of map.cm.world) {
      found.push({ ...country.about, kind: "country", rank: country.about.a * 8 });
      const detail = map.cm.detail.get(code);
      if (detail && zoom >= CLOSE && map.hasLayer(detail.regions)) {
        for (const about of detail.about) {
          if (about.n !== country.about.n) found.push({ ...about, kind: "region", rank: about.a });
        }
      }
    }
    return found.filter((name) => name.n).sort((one, other) => other.rank - one.rank);
  }

  /* Areas' labels move up or down to where they cover the least: another label is worse
   * than any mark, and a long way worse than a short one. */
  function settle(map) {
    const taken = [];
    const boxesOf = (selector) => [...map.getContainer().querySelectorAll(selector)]
      .map((node) => node.getBoundingClientRect())
      .map((box) => [box.left, box.top, box.right, box.bottom]);
    const marks = boxesOf(".cm-mark, .cm-bin");
    const furniture = boxesOf(".leaflet-control");
    for (const node of map.getContainer().querySelectorAll(".cm-area")) {
      node.style.marginTop = 0;
      const { left, top, right, bottom } = node.getBoundingClientRect();
      const step = (bottom - top + 4) / 2;
      const cost = (move) => {
        const box = [left, top + move * step, right, bottom + move * step];
        const over = (boxes) => boxes.filter((other) => hits(other, ...box)).length;
        return 20 * over(taken) + over(marks) + 4 * over(furniture) + 6 * hidden(map, node, box) + Math.abs(move) / 2;
      };
      const moves = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6];
      const shift = step * moves.reduce((best, move) => (cost(move) < cost(best) ? move : best));
      place(node, shift, bottom - top);
      taken.push([left, top + shift, right, bottom + shift]);
    }
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
    const furniture = ".cm-area, .cm-mark, .cm-bin, .cm-legend, .leaflet-control-scale, .leaflet-control-zoom, .leaflet-control-attribution";
    return [...map.getContainer().querySelectorAll(furniture)].map((node) => {
      const box = node.getBoundingClientRect();
      return [box.left - origin.left - 3, box.top - origin.top - 2, box.right - origin.left + 3, box.bottom - origin.top + 2];
    });
  }

  /* ---- incidents ---- */

  let clicks = 0;

  /* What Python hears of a click: `last_active_drawing` is the layer's toGeoJSON(), so the
   * ids travel there, with a number that makes a second click on one mark a new event.
   * The geometry stays here. */
  function report(layer, properties) {
    let said = { ...properties, click: 0 };
    layer.on("click", (event) => {
      const source = event.originalEvent && event.originalEvent.target;
      const own = source && source.closest ? source.closest("[data-id]") : null;
      clicks += 1;
      said = { ...properties, click: clicks + Date.now() };
      if (own) said.ids = [own.dataset.id];
      // A click without a pointer is the Enter key: the focus should outlive the redrawing.
      const button = source && source.closest ? source.closest("button") : null;
      const byKey = button && event.originalEvent.detail === 0;
      layer._map.cm.refocus = byKey ? button.getAttribute("aria-label") : null;
      if (layer._map && layer._map.cm.pick) layer._map.cm.pick(said.ids);
    });
    layer.toGeoJSON = () => ({ type: "Feature", geometry: null, properties: said });
    return layer;
  }

  function incidents(map, group, payload) {
    map.cm.areas = payload.areas;
    for (const area of payload.areas) drawArea(map, group, payload, area);
    for (const spot of payload.spots) drawSpot(group, payload, spot);
    for (const bin of payload.bins) drawBin(group, payload, bin);
    if (payload.correct) window.conflictMap.correct(map, group, payload);
    legend(map, payload.legend);
    // folium adds the group to the map after this.
    setTimeout(() => { refocus(map); layNames(map); }, 0);
  }

  /* Redrawing took the focus away; whoever went elsewhere meanwhile keeps it there. */
  function refocus(map) {
    const label = map.cm.refocus;
    if (!label || !document.hasFocus() || document.activeElement !== document.body) return;
    const node = map.getContainer().querySelector(`button[aria-label="${CSS.escape(label)}"]`);
    if (node) node.focus({ preventScroll: true });
  }

  function drawArea(map, group, payload, area) {
    const selected = area.ids.includes(payload.selected);
    const data = { type: "Feature", geometry: area.geometry, properties: {} };
    const shape = (style) => L.geoJSON(data, { renderer: svgRenderer(map), style }).getLayers()[0];
    if (selected) {
      group.addLayer(shape({ color: payload.paper.halo, weight: 7, opacity: 0.55, fill: false, interactive: false }));
    }
    area.hatched.forEach((type, index) => {
      const mark = payload.marks[type];
      const first = index === 0;
      const layer = shape({
        color: mark.colour, weight: selected ? 2.2 : 1.5, dashArray: "6 4", stroke: first,
        fillColor: `url(#${hatch(mark, selected)})`, fillOpacity: 1, interactive: first,
        className: "cm-area-shape",
      });
      if (first) {
        report(layer, { ids: area.ids });
        layer.bindTooltip(tip(area.name, area.lines, area.rest), { sticky: true, direction: "top", opacity: 1 });
      }
      group.addLayer(layer);
    });
    group.addLayer(areaLabel(payload, area, selected));
  }

  function svgRenderer(map) {
    if (!map.cm.svg) map.cm.svg = L.svg({ padding: 0.4 });
    return map.cm.svg;
  }

  function areaLabel(payload, area, selected) {
    const node = el("div", selected ? "cm-area sel" : "cm-area");
    node.cmBounds = L.geoJSON({ type: "Feature", properties: {}, geometry: area.geometry }).getBounds();
    const name = el("button", "name", area.name.length > 42 ? `${area.name.slice(0, 40)}…` : area.name);
    node.appendChild(name);
    const tally = el("div", "tally");
    for (const type of area.types) tally.appendChild(sign(payload.marks[type], 7, area.unknown));
    tally.appendChild(el("span", "", area.tally));
    for (const chip of area.chips) tally.appendChild(chipButton(chip, payload.selected));
    if (area.more) tally.appendChild(el("span", "", area.more));
    node.appendChild(tally);
    name.setAttribute("aria-label", [area.name, ...area.lines.map((line) => line.text)].join(". "));
    const layer = marker([area.y, area.x], node, selected ? 900 : 300);
    layer.bindTooltip(tip(area.name, area.lines, area.rest), { direction: "top", offset: [0, -22], opacity: 1 });
    return report(layer, { ids: area.ids });
  }

  function chipButton(chip, selected) {
    const node = el("button", chip.id === selected ? "cm-chip sel" : "cm-chip", chip.label);
    node.dataset.id = chip.id;
    node.setAttribute("aria-label", `Incident ${chip.label}`);
    return node;
  }

  function marker(at, node, zIndexOffset) {
    const icon = L.divIcon({ className: "cm-icon", html: node, iconSize: [0, 0] });
    return L.marker(at, { icon, keyboard: false, riseOnHover: true, zIndexOffset });
  }

  function drawSpot(group, payload, spot) {
    const selected = spot.marks.some((mark) => mark.id === payload.selected);
    for (const mark of spot.marks) {
      if (!mark.radius_km) continue;
      group.addLayer(L.circle([spot.lat, spot.lon], {
        radius: mark.radius_km * 1000, color: payload.marks[mark.type].colour, weight: 1.2,
        dashArray: "2 4", fillColor: payload.marks[mark.type].colour, fillOpacity: 0.07, interactive: false,
      }));
    }
    const holder = el("div");
    const seats = fan(spot.marks.length);
    if (seats.length > 1) leaders(holder, seats, payload.paper);
    spot.marks.forEach((mark, index) => {
      if (mark.id === pinned(payload) && !spot.more) return;
      holder.appendChild(markButton(payload, mark, seats[index], spot.more));
    });
    if (!holder.childElementCount) return;
    const largest = Math.max(...spot.marks.map((mark) => mark.px));
    const reach = largest + (seats.length > 1 ? FAN : 0);
    // Small marks lie on large ones, the selected one on all.
    const layer = marker([spot.lat, spot.lon], holder, selected ? 2000 : 1000 - 20 * largest);
    layer.bindTooltip(tip(spot.name, spot.lines, spot.rest), { direction: "top", offset: [0, -reach - 4], opacity: 1 });
    group.addLayer(report(layer, { ids: spot.ids }));
  }

  /* The incident whose pin is being put right; correct.js draws it. */
  function pinned(payload) {
    return payload.correct && payload.correct.pin ? payload.correct.pin.mark.id : null;
  }

  /* One mark sits on its spot, several stand around it. */
  function fan(number) {
    if (number === 1) return [[0, 0]];
    const radius = Math.max(FAN, (number * 34) / (2 * Math.PI));
    return Array.from({ length: number }, (_, index) => {
      const turn = (2 * Math.PI * index) / number - Math.PI / 2;
      return [radius * Math.cos(turn), radius * Math.sin(turn)];
    });
  }

  function leaders(holder, seats, paper) {
    const drawing = svg("svg", { width: 1, height: 1 });
    for (const [x, y] of seats) svg("line", { x1: 0, y1: 0, x2: x, y2: y, stroke: paper.ink, "stroke-width": 1 }, drawing);
    svg("circle", { r: 2.5, fill: paper.ink }, drawing);
    holder.appendChild(drawing);
  }

  function markButton(payload, mark, [x, y], more) {
    const selected = mark.id === payload.selected;
    const node = el("button", selected ? "cm-mark sel" : "cm-mark");
    if (!more) node.dataset.id = mark.id;
    node.style.left = `${x}px`;
    node.style.top = `${y}px`;
    node.setAttribute("aria-label", `Incident ${mark.label}: ${mark.line}`);
    node.appendChild(sign(payload.marks[mark.type], mark.px, mark.unknown, selected ? payload.paper.halo : null));
    const chip = el("span", selected ? "cm-chip sel" : "cm-chip", more ? `${mark.label} ${more}` : mark.label);
    chip.style.left = `${mark.px * 1.7}px`;
    chip.style.top = "-7px";
    node.appendChild(chip);
    return node;
  }

  /* The shape of an event type with its letter; hollow with "?" where the dead are unknown. */
  function sign(mark, px, unknown, halo) {
    const size = px + 3;
    const node = svg("svg", { width: 2 * size, height: 2 * size, viewBox: `${-size} ${-size} ${2 * size} ${2 * size}`, "aria-hidden": "true" });
    if (halo) {
      // A ring of paper around the halo parts it from the marks beneath.
      for (const [stroke, wide] of [["var(--cm-panel)", 13], [halo, 9]]) {
        svg("path", { d: mark.path, transform: `scale(${px})`, fill: "none", stroke, "stroke-width": wide / px, "stroke-linejoin": "round" }, node);
      }
    }
    const line = unknown ? 2.2 : 1.3;
    svg("path", {
      d: mark.path, transform: `scale(${px})`, "stroke-linejoin": "round", "stroke-width": line / px,
      fill: unknown ? "var(--cm-panel)" : mark.colour, stroke: unknown ? mark.colour : "var(--cm-panel)",
    }, node);
    const text = svg("text", {
      class: "letter", y: mark.dy * px, fill: unknown ? mark.colour : mark.ink,
      "font-size": Math.min(15, px * 1.15), "font-weight": 700, "text-anchor": "middle", "dominant-baseline": "central",
    }, node);
    text.textContent = unknown ? "?" : mark.letter;
    return node;
  }

  function drawBin(group, payload, bin) {
    const node = el("button", "cm-bin", bin.text);
    node.style.width = node.style.height = `${bin.px * 2}px`;
    node.style.lineHeight = `${bin.px * 2}px`;
    let from = 0;
    const ring = bin.parts.map((part) => {
      const to = from + part.share * 360;
      const wedge = `${payload.marks[part.type].colour} ${from}deg ${to}deg`;
      from = to;
      return wedge;
    });
    node.style.boxShadow = `inset 0 0 0 1px ${payload.paper["panel"]}`;
    const rim = el("div");
    rim.style.cssText = `position:absolute;transform:translate(-50%,-50%);border-radius:50%;width:${bin.px * 2 + 8}px;height:${bin.px * 2 + 8}px`;
    rim.style.background = `conic-gradient(${ring.join(", ")})`;
    node.setAttribute("aria-label", bin.line);
    const holder = el("div");
    holder.append(rim, node);
    const layer = marker([bin.lat_deg, bin.lon_deg], holder, 200);
    layer.bindTooltip(tip(bin.line, [], 0), { direction: "top", offset: [0, -bin.px - 5], opacity: 1 });
    group.addLayer(report(layer, { ids: [], bounds: bin.bounds }));
  }

  function tip(head, lines, rest) {
    const node = el("div", "cm-tip");
    if (head) node.appendChild(el("div", "head", head));
    for (const line of lines) {
      const row = el("div", "row");
      if (line.label) row.appendChild(el("span", "cm-chip", line.label));
      row.appendChild(el("span", "", line.text));
      node.appendChild(row);
    }
    if (rest > 0) node.appendChild(el("div", "more", `and ${rest} more, in the table`));
    return node;
  }

  function hatch(mark, strong) {
    const id = `cm-hatch-${mark.letter}-${mark.colour.slice(1)}${strong ? "-s" : ""}`;
    if (document.getElementById(id)) return id;
    let store = document.getElementById("cm-hatches");
    if (!store) {
      store = svg("svg", { id: "cm-hatches", width: 0, height: 0, "aria-hidden": "true" }, document.body);
      store.style.position = "absolute";
    }
    const step = 7;
    const pattern = svg("pattern", {
      id, width: step, height: step, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${mark.deg})`,
    }, store);
    svg("rect", { width: step, height: step, fill: mark.colour, "fill-opacity": strong ? 0.16 : 0.06 }, pattern);
    svg("rect", { width: strong ? 2 : 1.3, height: step, fill: mark.colour, "fill-opacity": strong ? 0.75 : 0.5 }, pattern);
    return id;
  }

  function legend(map, html) {
    if (map.cm.legend) map.removeControl(map.cm.legend);
    if (!html) return;
    const control = L.control({ position: "bottomright" });
    control.onAdd = () => {
      const node = el("div");
      node.innerHTML = html;
      const fold = node.querySelector("details");
      if (fold && map.cm.folded !== undefined) fold.open = !map.cm.folded;
      else if (fold) fold.open = map.getSize().y > 340 && map.getSize().x > 520;
      if (fold) fold.addEventListener("toggle", () => { map.cm.folded = !fold.open; });
      L.DomEvent.disableClickPropagation(node);
      L.DomEvent.disableScrollPropagation(node);
      return node;
    };
    control.addTo(map);
    map.cm.legend = control;
  }

  window.conflictMap = { base, incidents, refresh, parts: { el, marker, report, sign, tip } };
})();
