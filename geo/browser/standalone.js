/* Starts the map of a snapshot's page from the data in the page itself. */
(function () {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const map = L.map("map", {
    minZoom: 1.5, maxZoom: 12, zoomSnap: 0.5, maxBounds: [[-75, -225], [85, 225]], attributionControl: true,
  });
  map.fitBounds(data.bounds, { padding: [30, 30], maxZoom: 9 });
  conflictMap.base(map, data.base);
  const group = L.featureGroup().addTo(map);
  conflictMap.incidents(map, group, data.marks);
  map.cm.pick = (ids) => {
    for (const row of document.querySelectorAll("tr.sel")) row.classList.remove("sel");
    const rows = ids.map((id) => document.querySelector(`tr[data-row="${CSS.escape(id)}"]`)).filter(Boolean);
    for (const row of rows) row.classList.add("sel");
    if (rows.length) rows[0].scrollIntoView({ block: "nearest" });
  };
})();
