// The page: a terminal, a transcript, saves that go out and in, and the worker that plays.
import { FitAddon } from "./terminal/addon-fit.mjs";
import { Unicode11Addon } from "./terminal/addon-unicode11.mjs";
import { Terminal } from "./terminal/xterm.mjs";
import { shown, told, wanted } from "./transcript.mjs";

const LOCK = "orbital-handshake-saves";
const LINK = ["scenario", "as", "seed", "level"];
const STEPS = ["Python", "your saves", "the game", "the title"];
const at = (id) => document.getElementById(id);
const say = (text) => (at("told").textContent = text);

await Promise.allSettled(["", "bold "].map((weight) => document.fonts.load(`${weight}14px "Handshake Mono"`)));
const terminal = new Terminal({
  allowProposedApi: true, fontFamily: '"Handshake Mono", monospace', fontSize: 14, scrollback: 0,
  theme: { background: "#0b0f14" },
});
const fit = new FitAddon();
terminal.loadAddon(fit);
terminal.loadAddon(new Unicode11Addon());
terminal.unicode.activeVersion = "11";
terminal.open(at("terminal"));
fit.fit();

const worker = new Worker("./worker.mjs", { type: "module" });
const tell = (kind, more = {}) => worker.postMessage({ kind, ...more });

function save({ name, type, data }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([data], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.onclick = act;
  return made;
}

function row(name) {
  const made = document.createElement("li");
  const remove = button("Remove", () => {
    if (confirm(`Remove ${name} from this browser? There is no way back but a file that you took out.`)) tell("remove", { name });
  });
  made.append(name, button("Take out", () => tell("take", { name })), remove);
  return made;
}

function list(kept) {
  at("kept").replaceChildren(...kept.map(row));
  if (!kept.length) at("kept").textContent = "There is no saved game yet.";
}

function files({ kept }) {
  at("came").textContent = "";
  list(kept);
  if (!at("files").open) at("files").showModal();
}

const hears = {
  write: ({ text }) => terminal.write(text),
  told,
  step({ what }) {
    at("step").textContent = `Waking the station: ${what} ...`;
    at("progress").value = 1 + STEPS.indexOf(what);
  },
  ready({ lasting }) {
    at("waiting").hidden = true;
    at("saves").disabled = false;
    if (!lasting) say("This browser keeps nothing here: take your saves out before you leave.");
    terminal.focus();
  },
  file: save,
  files,
  came({ told, kept }) {
    list(kept);
    at("came").textContent = told;
    say(told);
  },
  open: ({ address }) => window.open(address, "_blank", "noopener"),
  ended({ told }) {
    at("waiting").hidden = false;
    at("progress").hidden = true;
    at("step").textContent = told || "The game has ended. Reload the page to play again.";
  },
};
worker.onmessage = ({ data }) => hears[data.kind](data);
worker.onerror = (wrong) => hears.ended({ told: `The game can't begin here: ${wrong.message || "its files can't be read"}.` });

async function bring(chosen) {
  for (const file of chosen) tell("bring", { name: file.name, text: await file.text() });
}

terminal.onData((text) => tell("input", { text }));
terminal.onBinary((text) => tell("input", { text }));
terminal.onResize(({ cols, rows }) => tell("resize", { columns: cols, rows }));
new ResizeObserver(() => fit.fit()).observe(at("terminal"));
document.addEventListener("visibilitychange", () => document.hidden && tell("keep"));
addEventListener("pagehide", () => tell("keep"));
at("saves").onclick = () => tell("files");
at("files").onclose = () => terminal.focus();
at("bring").onchange = ({ target }) => bring(target.files).then(() => (target.value = ""));
at("reader").onchange = ({ target }) => {
  shown(target.checked);
  tell("transcript", { on: target.checked });
  terminal.focus();
};
addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("dropping");
});
addEventListener("dragleave", () => document.body.classList.remove("dropping"));
addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("dropping");
  bring(event.dataTransfer.files);
});

// What the address asks for is begun once; a reload goes on with what is saved.
function link() {
  const asked = new URLSearchParams(location.search);
  const found = Object.fromEntries(LINK.filter((name) => asked.get(name)).map((name) => [name, asked.get(name)]));
  if (Object.keys(found).length) history.replaceState(null, "", location.pathname);
  return found;
}

function begin(lock) {
  if (!lock) {
    at("progress").hidden = true;
    at("step").textContent = "The game is open in another tab. Play there, or close that one and reload this.";
    return undefined;
  }
  tell("start", { columns: terminal.cols, rows: terminal.rows, link: link(), transcript: wanted() });
  return new Promise(() => {}); // held until the tab is closed
}

if (navigator.locks) {
  navigator.locks.request(LOCK, { ifAvailable: true }, begin);
} else {
  at("step").textContent = "This browser lets the game play over https alone, or from this machine.";
}
