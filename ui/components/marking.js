// Words of the text marked with the mouse or the keys, and given to a field by a bar beside them.
// Positions are told in code points of the report: a script's own count in halves of some.
const WORD = /[\p{L}\p{M}\p{N}]+(?:(?<=\p{N})[.,\u00a0\u202f](?=\p{N})\p{N}+)*/gu;

// What `source_text.js` put on the screen: text nodes, each with where it begins in `text`.
class Words {
  constructor(text, nodes, first) {
    Object.assign(this, { text, nodes, first });
    this.words = [...text.matchAll(WORD)].map((m) => [m.index, m.index + m[0].length]);
    this.points = null;
  }

  // Code points before a position, of the whole report.
  point(at) {
    if (!this.points) {
      this.points = new Uint32Array(this.text.length + 1);
      for (let i = 0, count = 0; i < this.text.length; count += 1) {
        const units = this.text.codePointAt(i) > 0xffff ? 2 : 1;
        for (let k = 0; k < units; k += 1) this.points[i + k] = count;
        i += units;
        this.points[i] = count + 1;
      }
    }
    return this.first + this.points[at];
  }

  // The position of a code point of the report; the nearest that is shown.
  position(point) {
    let at = 0;
    for (let count = this.first; count < point && at < this.text.length; count += 1)
      at += this.text.codePointAt(at) > 0xffff ? 2 : 1;
    return at;
  }

  // Between two paragraphs there is no node: the end of the one before stands for it.
  place(at) {
    let [low, high] = [0, this.nodes.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.nodes[middle].at <= at) low = middle;
      else high = middle - 1;
    }
    const { node, at: begins } = this.nodes[low];
    return [node, Math.max(0, Math.min(at - begins, node.length))];
  }

  range([start, end]) {
    const range = document.createRange();
    range.setStart(...this.place(start));
    range.setEnd(...this.place(end));
    return range;
  }

  // A mark is made of whole words, wherever the mouse was let go; signs alone stay as they are.
  whole(start, end) {
    const touched = this.words.filter(([from, to]) => from < end && start < to);
    if (!touched.length) return this.trimmed(start, end);
    return [Math.min(start, touched[0][0]), Math.max(end, touched.at(-1)[1])];
  }

  trimmed(start, end) {
    const part = this.text.slice(start, end);
    const from = start + part.length - part.trimStart().length;
    return [from, Math.max(from, end - (part.length - part.trimEnd().length))];
  }

  of(range) {
    const inside = this.nodes.filter(({ node }) => range.intersectsNode(node));
    if (!inside.length) return null;
    const [first, last] = [inside[0], inside.at(-1)];
    const start = first.at + (range.startContainer === first.node ? range.startOffset : 0);
    const end = last.at + (range.endContainer === last.node ? range.endOffset : last.node.length);
    const [from, to] = this.trimmed(...this.whole(start, end));
    return from < to ? [from, to] : null;
  }

  nearest(at) {
    const found = this.words.findIndex(([, to]) => to > at);
    return found < 0 ? this.words.length - 1 : found;
  }

  // The word above or below another, by where both are on the screen.
  beside(index, down) {
    const box = (i) => this.range(this.words[i]).getBoundingClientRect();
    const [here, step] = [box(index), down ? 1 : -1];
    let [best, line] = [index, null];
    for (let i = index + step; i >= 0 && i < this.words.length; i += step) {
      const other = box(i);
      if (Math.abs(other.top - here.top) < here.height / 2) continue;
      if (line !== null && Math.abs(other.top - line) > other.height / 2) break;
      line ??= other.top;
      if (best === index || Math.abs(other.left - here.left) < Math.abs(box(best).left - here.left))
        best = i;
    }
    return best;
  }
}

function selectionOf(root) {
  const selection = root.getSelection ? root.getSelection() : document.getSelection();
  if (!selection) return null;
  // Safari tells of a selection inside a component only so.
  const [told] = root.getSelection ? [] : (selection.getComposedRanges?.({ shadowRoots: [root] }) ?? []);
  if (!told) return selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const range = document.createRange();
  range.setStart(told.startContainer, told.startOffset);
  range.setEnd(told.endContainer, told.endOffset);
  return range.collapsed ? null : range;
}

class Marking {
  constructor(reader, data, words, give) {
    Object.assign(this, { reader, data, words, give });
    this.scroll = reader.querySelector(".scroll");
    this.bar = this.makeBar();
    this.scroll.after(this.bar);
    this.scroll.addEventListener("scroll", () => this.putBar(), { passive: true });
    // Letting the mouse go at the end of a mark is no click on the evidence under it.
    this.scroll.addEventListener("click", (event) => this.mark && event.stopPropagation(), true);
    reader.onmouseup = (event) => this.byMouse(event);
    reader.onkeydown = (event) => this.byKey(event);
    this.mark = null;
    this.ends = null;
  }

  makeBar() {
    const bar = make("div", "bar");
    bar.hidden = true;
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", this.data.words.give);
    // The selection stays where it is while a button is pressed.
    bar.onmousedown = (event) => event.preventDefault();
    for (const { field, label, key } of this.data.fields) {
      const button = make("button", "", label);
      button.type = "button";
      button.dataset.field = field;
      const sign = make("kbd", "", key);
      sign.setAttribute("aria-hidden", "true");
      button.append(sign);
      button.onclick = () => this.hand(field);
      bar.append(button);
    }
    return bar;
  }

  hand(field) {
    if (!this.mark) return;
    const [start, end] = this.mark.map((at) => this.words.point(at));
    this.clear();
    this.scroll.focus({ preventScroll: true });
    this.give({ field, start, end, report: this.data.report, on: this.data.selected });
  }

  set(mark) {
    this.mark = mark;
    const range = this.words.range(mark);
    document.getSelection()?.setBaseAndExtent(
      range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    globalThis.CSS?.highlights?.set("cm-mark", new Highlight(range));
    this.bar.hidden = false;
    this.putBar();
  }

  clear() {
    this.mark = this.ends = null;
    this.bar.hidden = true;
    document.getSelection()?.removeAllRanges();
    globalThis.CSS?.highlights?.delete("cm-mark");
  }

  putBar() {
    if (!this.mark) return;
    const [around, boxes] = [this.reader.getBoundingClientRect(), this.words.range(this.mark).getClientRects()];
    const [first, last] = [boxes[0], boxes[boxes.length - 1]];
    if (!first) return;
    const below = last.bottom - around.top + 6;
    const room = around.height - this.bar.offsetHeight - 4;
    const top = below <= room ? below : Math.max(4, first.top - around.top - this.bar.offsetHeight - 6);
    this.bar.style.top = `${Math.min(top, room)}px`;
    this.bar.style.left = `${Math.max(0, Math.min(last.left - around.left, around.width - this.bar.offsetWidth))}px`;
  }

  byMouse(event) {
    if (event.composedPath().includes(this.bar)) return;
    const range = selectionOf(this.reader.getRootNode());
    const found = range && this.words.of(range);
    if (!found) {
      if (this.mark) this.clear();
      return;
    }
    this.ends = null;
    this.set(found);
  }

  byKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inBar = event.composedPath().includes(this.bar);
    if (this.act(event, inBar)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  act(event, inBar) {
    const { key } = event;
    if (key === "Escape" && this.mark) {
      this.clear();
      this.scroll.focus({ preventScroll: true });
      return true;
    }
    // A French keyboard has its digits with Shift only: there the key itself is asked.
    const digit = /^Digit(\d)$/.exec(event.code)?.[1];
    const field = this.mark && this.data.fields.find((one) => [key.toUpperCase(), digit].includes(one.key));
    // With Shift a letter is none.
    if (field && !(event.shiftKey && /\p{L}/u.test(key))) {
      this.hand(field.field);
      return true;
    }
    if (inBar) return this.alongBar(key);
    if (key === "Enter" && this.mark) {
      this.bar.querySelector("button").focus();
      return true;
    }
    return key.startsWith("Arrow") && this.move(key.slice(5), event.shiftKey);
  }

  alongBar(key) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
    if (!step) return false;
    const buttons = [...this.bar.querySelectorAll("button")];
    const at = buttons.indexOf(this.reader.getRootNode().activeElement);
    buttons[(at + step + buttons.length) % buttons.length].focus();
    return true;
  }

  move(way, extend) {
    const { words } = this.words;
    if (!words.length) return false;
    const begun = this.ends ?? this.begin();
    let [anchor, active] = begun;
    // The first arrow marks the word that stands there; the next ones go on from it.
    if (this.mark) {
      if (way === "Left" || way === "Right") active += way === "Right" ? 1 : -1;
      else active = this.words.beside(active, way === "Down");
      active = Math.max(0, Math.min(active, words.length - 1));
      if (!extend) anchor = active;
    }
    const [low, high] = [Math.min(anchor, active), Math.max(anchor, active)];
    this.set([words[low][0], words[high][1]]);
    this.ends = [anchor, active];
    this.show(this.words.range(words[active]).getBoundingClientRect());
    return true;
  }

  begin() {
    const { mark, words } = this;
    if (mark) return [words.nearest(mark[0]), words.nearest(mark[1] - 1)];
    const at = words.nearest(words.position(this.data.from));
    return [at, at];
  }

  show(box) {
    const around = this.scroll.getBoundingClientRect();
    if (box.top < around.top) this.scroll.scrollTop -= around.top - box.top + 40;
    if (box.bottom > around.bottom - 40) this.scroll.scrollTop += box.bottom - around.bottom + 80;
  }
}

