// The transcript: what the game says, as text that a screen reader reads out as it comes.
const KEY = "orbital-handshake-transcript";
const MOST = 3000;
const HEADINGS = { turn: "h2", page: "h3", part: "h4" };
const LISTS = ["figures", "choices"];
const log = document.getElementById("transcript");
const box = document.getElementById("reader");

export const made = (name, text, kind = "") => {
  const element = document.createElement(name);
  element.textContent = text;
  element.className = kind;
  return element;
};

function block([kind, lines]) {
  if (!LISTS.includes(kind)) return lines.map((line) => made(HEADINGS[kind] ?? "p", line, kind));
  const list = made("ul", "", kind);
  list.append(...lines.map((line) => made("li", line)));
  return [list];
}

// Adds blocks at the end; what is oldest goes where there are too many.
export function told({ blocks }) {
  log.append(...blocks.flatMap(block));
  while (log.children.length > MOST) log.firstElementChild.remove();
  log.scrollTop = log.scrollHeight;
}

// Whether this browser remembers that a transcript is wished for; without a store it doesn't.
export function wanted() {
  try {
    return localStorage.getItem(KEY) === "on";
  } catch {
    return false;
  }
}

export function shown(on) {
  box.checked = on;
  log.hidden = !on;
  try {
    localStorage.setItem(KEY, on ? "on" : "off");
  } catch {
    // it holds until the page is left
  }
}

shown(wanted());
