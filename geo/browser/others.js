/* Layers of others' data: counts by cell and areas, in a sign of their own, with the layer's letter. */
(function () {
  "use strict";
  const { el } = window.conflictMap.parts;

  function others(map, group, payload) {
    for (const layer of payload.others || []) {
      for (const area of layer.areas) drawArea(map, group, payload, layer, area);
      for (const cell of layer.cells) drawCell(map, group, payload, layer, cell);
    }
    legend(map, payload.others || []);
  }

  function drawArea(map, group, payload, layer, area) {
    const data = { type: "Feature", geometry: area.geometry, properties: {} };
    group.addLayer(L.geoJSON(data, {
      interactive: false,
      style: { color: payload.paper.quiet, weight: 1.4, dashArray: "1 5", fillColor: payload.paper.quiet, fillOpacity: 0.05 },
    }));
    const node = sign(layer, area, true);
    // An area's sign gives way to the counts that lie on it.
    if (covered(map, area, payload.others.flatMap((one) => one.cells))) node.firstChild.style.marginTop = "-22px";
    const place = window.conflictMap.parts.marker([area.lat, area.lon], node, 100);
    place.bindTooltip(tip(layer, area), { direction: "top", offset: [0, -12], opacity: 1 });
    group.addLayer(place);
  }

  function covered(map, area, cells) {
    if (map.getZoom() === undefined) return false;
    const own = map.latLngToLayerPoint([area.lat, area.lon]);
    return cells.map((cell) => map.latLngToLayerPoint([cell.lat, cell.lon]))
      .some((at) => Math.abs(at.x - own.x) < 46 && Math.abs(at.y - own.y) < 20);
  }

  function drawCell(map, group, payload, layer, cell) {
    if (cell.radius_km) {
      group.addLayer(L.circle([cell.lat, cell.lon], {
        radius: cell.radius_km * 1000, color: payload.paper.quiet, weight: 1, dashArray: "1 5",
        fillOpacity: 0.04, fillColor: payload.paper.quiet, interactive: false,
      }));
    }
    const node = sign(layer, cell, false);
    node.firstChild.addEventListener("click", (event) => { L.DomEvent.stop(event); closer(map, cell); });
    const place = window.conflictMap.parts.marker([cell.lat, cell.lon], node, 150);
    place.bindTooltip(tip(layer, cell), { direction: "top", offset: [0, -12], opacity: 1 });
    group.addLayer(place);
  }

  /* Python hears of the new zoom and sends smaller cells. */
  function closer(map, cell) {
    const bounds = L.latLngBounds(cell.bounds);
    const fits = Math.min(map.getBoundsZoom(bounds, false, L.point(90, 90)), 9);
    map.setView(bounds.getCenter(), Math.min(Math.max(fits, map.getZoom() + 1), map.getMaxZoom()));
  }

  function sign(layer, what, area) {
    const node = el(area ? "span" : "button", area ? "cm-other area" : "cm-other");
    node.appendChild(el("i", "", layer.letter));
    node.appendChild(el("span", "", what.text));
    if (!area) node.setAttribute("aria-label", `${layer.name}: ${what.line}`);
    const holder = el("div");
    holder.appendChild(node);
    return holder;
  }

  function tip(layer, what) {
    const node = el("div", "cm-tip");
    node.appendChild(el("div", "head", layer.name));
    const row = el("div", "row");
    row.appendChild(el("span", "", what.line));
    node.appendChild(row);
    return node;
  }

  function legend(map, layers) {
    const fold = map.getContainer().querySelector("details.cm-legend");
    if (!fold || !layers.length) return;
    const list = el("ul", "cm-others");
    for (const layer of layers) {
      const row = el("li");
      const key = el("span", "cm-other key");
      key.appendChild(el("i", "", layer.letter));
      row.appendChild(key);
      row.appendChild(el("span", "", `${layer.name}: ${layer.told}`));
      list.appendChild(row);
    }
    fold.appendChild(document.createElement("hr"));
    fold.appendChild(list);
  }

  Object.assign(window.conflictMap, { others });
})();
