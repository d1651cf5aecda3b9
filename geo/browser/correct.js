/* While an analyst corrects a place: the selected incident's pin is dragged, or moved by the
 * arrow keys and set by Enter, and the other places that its name may mean can be clicked.
 * Loaded after marks.js, and only then.
 */
(function () {
  "use strict";
  const { el, marker, report, say, sign, tip } = window.conflictMap.parts;
  const STEP = 8; // px an arrow key
  const STEPS = { ArrowUp: [0, -STEP], ArrowDown: [0, STEP], ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0] };

  function correct(map, group, payload) {
    for (const other of payload.correct.others) group.addLayer(candidate(other));
    if (payload.correct.pin) group.addLayer(pin(map, payload, payload.correct.pin));
  }

  function candidate(other) {
    const node = el("button", other.current ? "cm-candidate current" : "cm-candidate", String(other.number));
    node.setAttribute("aria-label", say("candidate", { n: other.number, name: other.name }));
    const layer = marker([other.lat_deg, other.lon_deg], node, 1500);
    const words = say(other.current ? "current" : "choose");
    layer.bindTooltip(tip(other.name, [{ label: "", text: words }], 0), { direction: "top", offset: [0, -12], opacity: 1 });
    return report(layer, { ids: [], candidate: other.place_id });
  }

  function pin(map, payload, { mark, lat_deg, lon_deg }) {
    const node = el("button", "cm-pin");
    node.setAttribute("aria-label", say("pin", { label: mark.label }));
    node.appendChild(sign(payload.marks[mark.type], mark.px, mark.unknown, payload.paper.halo));
    node.appendChild(el("span", "cm-chip sel", mark.label));
    const said = { ids: [mark.id] };
    const layer = report(marker([lat_deg, lon_deg], node, 3000), said);
    layer.options.draggable = true;
    const settle = () => {
      const at = map.wrapLatLng(layer.getLatLng());
      said.moved = [at.lat, at.lng];
    };
    layer.on("dragend", () => { settle(); layer.fire("click", {}, true); });
    node.addEventListener("keydown", (event) => {
      const step = STEPS[event.key];
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      layer.setLatLng(map.containerPointToLatLng(map.latLngToContainerPoint(layer.getLatLng()).add(step)));
      settle();
    });
    return layer;
  }

  window.conflictMap.correct = correct;
})();
