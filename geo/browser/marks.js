/* The incidents on the map: areas, pins, crowds of them, their labels and the legend. */
(function () {
  "use strict";
  const { el, say, svg } = window.conflictMap.parts;
  const FAN = 26; // px between marks that share one spot

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
    map.cm.drawn = [];
    for (const area of payload.areas) atZooms(map, group, area, (layers) => drawArea(map, layers, payload, area));
    for (const spot of payload.spots) atZooms(map, group, spot, (layers) => drawSpot(layers, payload, spot));
    for (const bin of payload.bins) atZooms(map, group, bin, (layers) => drawBin(map, layers, payload, bin));
    map.off("zoomend", turn).on("zoomend", turn);
    if (payload.correct) window.conflictMap.correct(map, group, payload);
    legend(map, payload.legend);
    if (payload.others) window.conflictMap.others(map, group, payload);
    // folium adds the group to the map after this.
    setTimeout(() => { refocus(map); window.conflictMap.layNames(map); }, 0);
  }

  /* A crowd's bin stands at some zooms, and what it counts at the closer ones. */
  function atZooms(map, group, { above = 0, upto = Infinity }, draw) {
    const layers = [];
    draw({ addLayer: (layer) => layers.push(layer) });
    const one = { group, layers, above, upto };
    map.cm.drawn.push(one);
    stand(map, one);
  }

  function stand(map, { group, layers, above, upto }) {
    const zoom = map.getZoom();
    const wanted = zoom === undefined || (zoom > above && zoom <= upto);
    for (const layer of layers) {
      if (wanted && !group.hasLayer(layer)) group.addLayer(layer);
      if (!wanted && group.hasLayer(layer)) group.removeLayer(layer);
    }
  }

  function turn() {
    for (const one of this.cm.drawn) stand(this, one);
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
    node.cmEvents = area.events;
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
    node.setAttribute("aria-label", say("incident", { label: chip.label }));
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
    node.setAttribute("aria-label", say("incident_line", { label: mark.label, text: mark.line }));
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

  function drawBin(map, group, payload, bin) {
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
    // Coming closer concerns nobody but this map.
    node.addEventListener("click", (event) => { L.DomEvent.stop(event); closer(map, bin); });
    const layer = marker([bin.lat_deg, bin.lon_deg], holder, 200);
    layer.bindTooltip(tip(bin.line, [], 0), { direction: "top", offset: [0, -bin.px - 5], opacity: 1 });
    group.addLayer(layer);
  }

  /* At least so close that it falls apart. */
  function closer(map, bin) {
    const bounds = L.latLngBounds(bin.bounds);
    const fits = map.getBoundsZoom(bounds, false, L.point(90, 90));
    const apart = bin.upto < map.getMaxZoom() ? bin.upto + 0.5 : map.getZoom() + 1;
    map.setView(bounds.getCenter(), Math.min(Math.max(Math.min(fits, 9), apart), map.getMaxZoom()));
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
    if (rest > 0) node.appendChild(el("div", "more", say("rest", { n: rest })));
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

  /* The legend folds where it would lie on a mark, and where the map is small; whoever
   * opened or folded it by hand has it so. */
  function foldLegend(map) {
    const fold = map.getContainer().querySelector("details.cm-legend");
    if (!fold || map.cm.folded !== undefined) return;
    fold.open = map.getSize().y > 340 && map.getSize().x > 520;
    if (!fold.open) return;
    const own = fold.getBoundingClientRect();
    const marks = [...map.getContainer().querySelectorAll(".cm-mark, .cm-bin, .cm-area, .cm-icon .cm-other")];
    fold.open = !marks.map((node) => node.getBoundingClientRect()).some((box) => box.width
      && box.right > own.left && box.left < own.right && box.bottom > own.top && box.top < own.bottom);
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
      // The click comes before the turn. What we fold ourselves is no wish of anybody's.
      const summary = fold && fold.querySelector("summary");
      if (summary) summary.addEventListener("click", () => { map.cm.folded = fold.open; });
      L.DomEvent.disableClickPropagation(node);
      L.DomEvent.disableScrollPropagation(node);
      return node;
    };
    control.addTo(map);
    map.cm.legend = control;
  }

  Object.assign(window.conflictMap, { incidents, foldLegend });
  Object.assign(window.conflictMap.parts, { marker, report, sign, tip });
})();
