// The game, off the page's thread: hears keys, sends what the terminal shows.
import { loadPyodide } from "./runtime/pyodide.mjs";
import { boot, checking, play, STORE, unpacked } from "./boot.mjs";

const FORGETS = "this browser keeps nothing here, so it can be checked, and not played with.";
let python = null;
let typed = null;
let sized = null;
let written = [];
const early = [];

const tell = (kind, more = {}) => postMessage({ kind, ...more });

function flush() {
  tell("write", { text: written.join("") });
  written = [];
}

const host = {
  keeps: true,
  cols: 80,
  rows: 24,
  transcript: false,
  tell: (blocks) => tell("told", { blocks: JSON.parse(blocks) }),
  write(text) {
    if (written.push(text) === 1) queueMicrotask(flush);
  },
  listen(hears, resizes) {
    typed = hears;
    sized = resizes;
    for (const text of early.splice(0)) typed(text);
    tell("ready", { lasting: host.keeps });
  },
  deliver: (name, type, data) => tell("file", { name, type, data: data.toJs() }),
  open: (address) => tell("open", { address }),
  files: () => tell("files", there()),
};

const sync = (read) =>
  new Promise((done, fail) => python.FS.syncfs(read, (wrong) => (wrong ? fail(wrong) : done())));

// The browser's store; where it is refused, the game goes on without, and says so.
async function mount(fs) {
  try {
    fs.mount(fs.filesystems.IDBFS, { autoPersist: true }, STORE);
    await new Promise((done, fail) => fs.syncfs(true, (wrong) => (wrong ? fail(wrong) : done())));
  } catch {
    host.keeps = false;
    fs.unmount(STORE);
  }
}

const files = () => python.pyimport("game.web.page.files");

const packs = () => python.pyimport("game.web.page.packs");
const there = () => ({ kept: files().kept().toJs(), packs: packs().kept().toJs() });

async function keep() {
  if (python && host.keeps) await sync(false);
}

async function packed(path) {
  const got = await fetch(path);
  if (!got.ok) throw new Error(`${path} can't be had (${got.status})`);
  return got.arrayBuffer();
}

// What checks packs is fetched when the first one comes, and tried again where it couldn't be had.
let checker = null;
async function judged(ask, name) {
  try {
    checker ??= checking(python, packed("./checker.pack"));
    return JSON.parse(ask(await checker.catch((wrong) => ((checker = null), Promise.reject(wrong)))));
  } catch (wrong) {
    return { told: `${name} can't be checked: ${wrong.message}`, findings: "", kept: false };
  }
}

// Compiles content with the packs that are kept anew: others are kept by now, or the site is another.
async function renew(name) {
  const verdict = await judged((what) => what.renewed(), name);
  if (!verdict.kept) tell("verdict", verdict);
}

async function start({ columns, rows, link, transcript }) {
  Object.assign(host, { cols: columns, rows, transcript });
  const archive = packed("./app.pack");
  const library = packed("./runtime/python.pack").then(unpacked).then((zip) => URL.createObjectURL(new Blob([zip])));
  const step = (what) => tell("step", { what });
  const runtime = new URL("./runtime/", import.meta.url).href;
  python = await boot({ loadPyodide, runtime, library, archive, mount, host, step });
  URL.revokeObjectURL(await library);
  if (python.pyimport("game.web.page.start").waits()) {
    step("your packs");
    await renew("What this browser keeps of packs");
  }
  const told = await play(python, link);
  await keep();
  tell("ended", { told });
}

async function changed(told) {
  await keep();
  python.pyimport("game.web.page.start").looked();
  tell("came", { told, ...there() });
}

async function check({ name, files }) {
  const given = python.toPy(new Map(files.map(([path, data]) => [path, new Uint8Array(data)])));
  const verdict = await judged((what) => what.brought(name, given), name);
  if (verdict.kept && !host.keeps) Object.assign(verdict, { told: `${name}: ${FORGETS}`, kept: false });
  await keep();
  tell("verdict", verdict);
  tell("came", { told: "", ...there() });
}

async function without({ name }) {
  const told = packs().removed(name);
  if (packs().wanting()) await renew("What is left of packs");
  await changed(told);
}

const hears = {
  start: (asked) => start(asked).catch((wrong) => tell("ended", { told: String(wrong) })),
  input: ({ text }) => (typed ? typed(text) : early.push(text)),
  resize({ columns, rows }) {
    Object.assign(host, { cols: columns, rows });
    sized?.(columns, rows);
  },
  transcript({ on }) {
    host.transcript = on;
    if (on && typed) python.pyimport("game.web.page.start").transcribed();
  },
  keep,
  files: () => host.files(),
  take: ({ name }) => tell("file", { name: `${name}.json`, type: "application/json", data: files().text_of(name) }),
  bring: ({ name, text }) => changed(files().brought(name, text)),
  check,
  without,
  again: () => keep().then(() => tell("again")),
  remove: ({ name }) => changed(files().removed(name)),
};

onmessage = ({ data }) => hears[data.kind](data);
