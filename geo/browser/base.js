/* The base map: water, graticule, land, borders. */
(function () {
  "use strict";
  const { el, say } = window.conflictMap.parts;
  const CLOSE = 5; // the zoom from which regions are drawn
  const NEAR_END = 130; // degrees east or west beyond which land is drawn on both ends

  function paneOf(map, name, zIndex) {
    const pane = map.getPane(name) || map.createPane(name);
    pane.style.zIndex = zIndex;
    pane.style.pointerEvents = "none";
    return pane;
  }

  function base(map, options) {
    const box = map.getContainer();
    window.conflictMap.words = options.words;
    translate(map);
    box.classList.add("cm-map", `cm-${options.theme}`);
    for (const [name, value] of Object.entries(options.paper)) box.style.setProperty(`--cm-${name}`, value);
    box.setAttribute("role", "application");
    box.setAttribute("aria-label", say("map"));
    map.cm = { options, world: new Map(), detail: new Map(), asked: new Map(), names: [] };
    paneOf(map, "cm-graticule", 190);
    paneOf(map, "cm-land", 200);
    paneOf(map, "cm-lines", 210);
    paneOf(map, "cm-names", 450).classList.add("cm-names");
    graticule(map);
    if (map.attributionControl) {
      map.attributionControl.setPrefix(false);
      map.attributionControl.addAttribution(say("credit"));
    }
    L.control.scale({ imperial: false, maxWidth: 120 }).addTo(map);
    map.on("zoomstart", () => { map.getPane("cm-names").style.opacity = 0; });
    map.on("moveend resize", () => refresh(map));
    map.whenReady(() => loadWorld(map));
    // The frame often gets its height after the map has started.
    new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(box);
  }

  /* Leaflet's own words and those of its drawing tools, where they are there. */
  function translate(map) {
    const box = map.getContainer();
    for (const [end, key] of [["in", "closer"], ["out", "farther"]]) {
      const button = box.querySelector(`.leaflet-control-zoom-${end}`);
      if (!button) continue;
      button.title = say(key);
      button.setAttribute("aria-label", say(key));
    }
    if (!L.drawLocal) return;
    const { toolbar, handlers } = L.drawLocal.draw;
    toolbar.actions = { title: say("cancel"), text: say("cancel") };
    toolbar.finish = { title: say("finish"), text: say("finish") };
    toolbar.undo = { title: say("undo_point"), text: say("undo_point") };
    for (const shape of ["polygon", "rectangle", "circle", "marker"]) toolbar.buttons[shape] = say(`draw_${shape}`);
    handlers.circle = { tooltip: { start: say("start_circle") }, radius: say("radius") };
    handlers.marker.tooltip.start = say("start_marker");
    handlers.polygon.tooltip = { start: say("start_polygon"), cont: say("go_on_polygon"), end: say("end_polygon") };
    handlers.rectangle.tooltip.start = say("start_rectangle");
    handlers.simpleshape.tooltip.end = say("let_go");
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
    note.onAdd = () => el("div", "cm-failed", say("failed"));
    note.addTo(map);
  }

  function refresh(map) {
    const view = map.getBounds().pad(0.15);
    const close = map.getZoom() >= CLOSE;
    const asked = [];
    for (const [code, country] of map.cm.world) {
      const near = close && country.boxes.some((box) => view.intersects(box));
      if (near && !map.cm.asked.has(code)) asked.push(ask(map, code));
      const detail = map.cm.detail.get(code);
      show(map, country.layer, !(near && detail));
      if (detail) { show(map, detail.regions, near); show(map, detail.outline, near); }
    }
    // Once for all that was asked for: the names are laid anew each time.
    if (asked.length) Promise.all(asked).then(() => refresh(map));
    window.conflictMap.layNames(map);
  }

  function show(map, layer, wanted) {
    if (wanted && !map.hasLayer(layer)) layer.addTo(map);
    if (!wanted && map.hasLayer(layer)) map.removeLayer(layer);
  }

  function ask(map, code) {
    const { paper } = map.cm.options;
    map.cm.asked.set(code, true);
    return get(map, `regions/${code}.json`).then((found) => {
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
    }).catch(() => { /* the coarse outline stays */ });
  }

  Object.assign(window.conflictMap, { base, refresh });
})();
