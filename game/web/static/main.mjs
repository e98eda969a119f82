// The page: a terminal, a transcript, saves that go out and in, and the worker that plays.
import { FitAddon } from "./terminal/addon-fit.mjs";
import { Unicode11Addon } from "./terminal/addon-unicode11.mjs";
import { Terminal } from "./terminal/xterm.mjs";
import { chosen, dropped, sorted } from "./coming.mjs";
import { alone } from "./lock.mjs";
import { made, shown, told, wanted } from "./transcript.mjs";

const LOCK = "orbital-handshake-saves";
const LINK = ["scenario", "as", "seed", "level"];
const STEPS = ["Python", "your saves", "the game", "the title"];
const FORGETS = "This browser keeps nothing here: take your saves out before you leave.";
const GONE = "from this browser? There is no way back but a file that you";
const at = (id) => document.getElementById(id);
let standing = ""; // what is said as long as there is nothing else
const say = (text) => (at("told").textContent = text || standing);

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

function row(...parts) {
  const made = document.createElement("li");
  made.append(...parts);
  return made;
}

const remove = (name, kind, way) =>
  button("Remove", () => confirm(`Remove ${name} ${GONE} ${way}.`) && tell(kind, { name }));
const save_row = (name) =>
  row(name, button("Take out", () => tell("take", { name })), remove(name, "remove", "took out"));
const pack_row = ([name, label]) => row(label, remove(name, "without", "have"));

function list({ kept, packs }) {
  at("kept").replaceChildren(...kept.map(save_row));
  if (!kept.length) at("kept").textContent = "There is no saved game yet.";
  at("packs").replaceChildren(...packs.map(pack_row));
  if (!packs.length) at("packs").textContent = "There is no pack yet.";
}

function files(there) {
  at("came").textContent = "";
  list(there);
  if (!at("files").open) at("files").showModal();
}

const hears = {
  write: ({ text }) => terminal.write(text),
  told,
  step({ what }) {
    at("step").textContent = `Waking the station: ${what} ...`;
    if (STEPS.includes(what)) at("progress").value = 1 + STEPS.indexOf(what);
  },
  ready({ lasting }) {
    at("waiting").hidden = true;
    at("saves").disabled = false;
    if (!lasting) at("keeping").textContent = standing = FORGETS;
    say("");
    terminal.focus();
  },
  file: save,
  files,
  came({ told, ...there }) {
    list(there);
    at("came").textContent = told;
    say(told);
  },
  verdict,
  again: () => location.reload(),
  open: ({ address }) => window.open(address, "_blank", "noopener"),
  ended({ told }) {
    at("waiting").hidden = false;
    at("progress").hidden = true;
    at("step").textContent = told || "The game has ended. Reload the page to play again.";
  },
};
worker.onmessage = ({ data }) => hears[data.kind](data);
const unable = ({ message }) => hears.ended({ told: `The game can't begin here: ${message || "its files can't be read"}.` });
worker.onerror = unable;

// What came of a pack, below what came of those beside it; a transcript that is shown tells it instead.
function verdict({ told: words, findings, kept }) {
  const read = at("reader").checked;
  judging(read ? "" : words, "heard");
  at("findings").append(made("h2", words), made("pre", findings));
  if (kept) at("again").hidden = false;
  at(at("again").hidden ? "close" : "again").focus();
  if (read) told({ blocks: [["page", [words]], ["text", findings.split("\n")]] });
}

function judging(words, kind = "") {
  at("verdict").hidden = false;
  at("judged").textContent = words;
  at("judged").className = kind;
}

async function bring(coming) {
  try {
    const { saves, packs, others } = sorted(await coming);
    if (others.length) say(`${others.join(", ")}: neither a save (.json) nor a pack (.zip, .yaml), and not kept.`);
    for (const [name, file] of saves) tell("bring", { name, text: await file.text() });
    for (const [name, files] of packs) {
      at("files").close();
      judging(`Checking ${name}: the game waits until it is done.`);
      const read = files.map(async ([path, file]) => [path, await file.arrayBuffer()]);
      tell("check", { name, files: await Promise.all(read) });
    }
  } catch (wrong) {
    say(`That can't be read: ${wrong.message}`);
  }
}

terminal.onData((text) => tell("input", { text }));
terminal.onBinary((text) => tell("input", { text }));
terminal.onKey(() => at("told").textContent !== standing && say("")); // it has been read
terminal.onResize(({ cols, rows }) => tell("resize", { columns: cols, rows }));
new ResizeObserver(() => fit.fit()).observe(at("terminal"));
document.addEventListener("visibilitychange", () => document.hidden && tell("keep"));
addEventListener("pagehide", () => tell("keep"));
at("saves").onclick = () => tell("files");
at("files").onclose = () => terminal.focus();
at("bring").onchange = ({ target }) => bring(chosen(target.files)).then(() => (target.value = ""));
at("again").onclick = () => tell("again");
at("close").onclick = () => {
  at("verdict").hidden = at("again").hidden = true;
  at("findings").replaceChildren();
  terminal.focus();
};
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
  if (!at("saves").disabled) bring(dropped(event.dataTransfer));
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
  alone(navigator.locks, LOCK, begin).catch(unable);
} else {
  at("step").textContent = "This browser lets the game play over https alone, or from this machine.";
}
