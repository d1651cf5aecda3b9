/* What the map's other files are made of, and the one name that they share: `conflictMap`.
 * Every string from data goes through textContent or setAttribute, never through innerHTML;
 * the legend alone is markup, and Python makes and escapes it. The dashboard and the
 * standalone snapshot share these files: parts, base, names, marks, in this order.
 */
(function () {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";

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

  /* A message in the reader's language; `base` is given them all. */
  function say(key, values = {}) {
    return window.conflictMap.words[key].replace(/\{(\w+)\}/g, (hole, name) => (name in values ? values[name] : hole));
  }

  window.conflictMap = { parts: { el, say, svg }, words: {} };
})();
