// Single keys of a page. They do nothing while somebody types, or while a dialog is open.
const TYPING = "input, textarea, select, [contenteditable='true'], [role='listbox']";
const PRESSED = "button, a, [role='button'], [role='radio'], [role='tab'], summary";

function name(event) {
  const letter = /^\p{L}$/u.test(event.key);
  return letter ? `${event.shiftKey ? "Shift+" : ""}${event.key.toUpperCase()}` : event.key;
}

function focusOn(selector, tries = 30) {
  const found = [...document.querySelectorAll(selector)].find((one) => one.offsetParent !== null);
  if (found) {
    found.focus();
    found.select?.();
  } else if (tries > 0) requestAnimationFrame(() => focusOn(selector, tries - 1));
}

function heard(event, { data, press }) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.composedPath()[0];
  const within = (selector) => target instanceof Element && target.closest(selector);
  if (within(TYPING)) {
    // Escape leaves a field, so that the keys are heard again.
    if (event.key === "Escape" && !within("[aria-expanded='true']")) target.blur();
    return;
  }
  if (document.querySelector("[role='dialog']")) return;
  const found = data.keys.find((one) => one.key === name(event));
  // Enter presses what has the focus, where that can be pressed.
  if (!found || (event.key === "Enter" && within(PRESSED))) return;
  event.preventDefault();
  if (event.repeat && !found.repeats) return;
  if (found.focus) focusOn(found.focus);
  else press({ does: found.does, on: data.on });
}

export default function ({ data, parentElement, setTriggerValue }) {
  const host = parentElement.host ?? parentElement;
  host.cmKeys = { data, press: (told) => setTriggerValue("pressed", told) };
  if (!host.cmListener) {
    host.cmListener = (event) => heard(event, host.cmKeys);
    document.addEventListener("keydown", host.cmListener);
  }
  // Told in the page, so that what drives it knows what a key would act on.
  parentElement.querySelector("span").dataset.on = String(data.on);
  if (data.focus && host.cmFocused !== data.focus.nonce) {
    host.cmFocused = data.focus.nonce;
    focusOn(data.focus.on);
  }
  return () => document.removeEventListener("keydown", host.cmListener);
}
