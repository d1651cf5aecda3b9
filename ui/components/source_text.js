// The report's text with its evidence. All text goes in by textContent: a report is hostile.
const FIELDS = ["date", "place", "actor", "count", "source"];

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

// Where evidence of several incidents overlaps, a second click goes on to the next of them.
function next(ids, selected) {
  const at = ids.indexOf(selected);
  return ids[(at + 1) % ids.length];
}

function run(piece, text, data, pick, first) {
  const classes = piece.fields.length ? ["f", `f-${piece.fields[0]}`] : [];
  if (!piece.incidents.length) {
    return classes.length ? make("span", classes.join(" "), text) : document.createTextNode(text);
  }
  const chosen = piece.incidents.includes(data.selected);
  const node = make("mark", ["ev", chosen ? "sel" : "", ...classes].join(" "), text);
  const id = piece.incidents[0];
  node.dataset.incident = chosen ? data.selected : id;
  if (piece.fields.length) node.title = piece.fields.map((field) => data.words[field] || field).join(", ");
  node.onclick = () => pick(next(piece.incidents, data.selected));
  if (first) {
    node.tabIndex = 0;
    node.setAttribute("role", "button");
    node.setAttribute("aria-pressed", String(chosen));
    node.setAttribute("aria-label", data.words.incident
      .replace("{label}", () => piece.chips.join(", ")).replace("{text}", () => text));
    node.onkeydown = (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        node.click();
      }
    };
  }
  return node;
}

// Returns the text nodes, each with where it begins in the text that is shown.
function fill(article, data, pick) {
  if (data.before) article.append(make("p", "left-out", data.before));
  let paragraph = make("p");
  const nodes = [];
  // Where words are marked, the arrows go through the text and Tab leaves it.
  const stops = !data.fields;
  let at = 0;
  for (const piece of data.pieces) {
    for (const label of piece.chips) {
      const chip = make("span", "chip", label);
      chip.setAttribute("aria-hidden", "true");
      paragraph.append(chip);
    }
    piece.text.split("\n").forEach((part, index) => {
      if (index > 0) {
        article.append(paragraph);
        paragraph = make("p");
        at += 1;
      }
      if (!part) return;
      const shown = run(piece, part, data, pick, index === 0 && stops && piece.chips.length > 0);
      paragraph.append(shown);
      nodes.push({ node: shown.firstChild ?? shown, at });
      at += part.length;
    });
  }
  article.append(paragraph);
  if (data.after) article.append(make("p", "left-out", data.after));
  return nodes;
}

function key(data) {
  const row = make("div", "key");
  row.append(make("span", "", data.words.key));
  const sample = make("span");
  const mark = make("mark", "ev", data.words.evidence);
  mark.style.cursor = "default";
  sample.append(mark);
  row.append(sample);
  for (const field of FIELDS) row.append(make("span", `f f-${field}`, data.words[field]));
  return row;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".reader");
  const before = root.querySelector(".scroll");
  const same = before && root.dataset.report === data.report;
  const at = same ? before.scrollTop : 0;
  const focused = before && before === before.getRootNode().activeElement;
  root.className = `reader ${data.theme} ${data.fields ? "review" : ""}`;
  root.replaceChildren();
  const scroll = make("div", "scroll");
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", data.words.region);
  const article = make("article");
  if (data.language) article.lang = data.language;
  scroll.append(article);
  root.append(scroll, key(data));
  const nodes = fill(article, data, (id) => setTriggerValue("picked", id));
  if (data.fields) {
    const text = data.pieces.map((piece) => piece.text).join("");
    const words = new Words(text, nodes, data.first);
    new Marking(root, data, words, (given) => setTriggerValue("given", given));
    if (focused) scroll.focus({ preventScroll: true });
  }
  // Put back where the reader was, then glide to what has just been selected.
  scroll.style.scrollBehavior = "auto";
  scroll.scrollTop = at;
  scroll.style.scrollBehavior = "";
  const moved = root.dataset.selected !== String(data.selected) || !same;
  root.dataset.report = data.report;
  root.dataset.selected = String(data.selected);
  const lit = article.querySelector(".ev.sel");
  if (moved && lit) {
    const top = lit.getBoundingClientRect().top - scroll.getBoundingClientRect().top;
    scroll.scrollTop += top - scroll.clientHeight / 3;
  }
}
