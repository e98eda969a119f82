// The game, off the page's thread: hears keys, sends what the terminal shows.
import { loadPyodide } from "./runtime/pyodide.mjs";
import { boot, play, STORE, unpacked } from "./boot.mjs";

let python = null;
let typed = null;
let sized = null;
let lasting = true;
let written = [];
const early = [];

const tell = (kind, more = {}) => postMessage({ kind, ...more });

function flush() {
  tell("write", { text: written.join("") });
  written = [];
}

const host = {
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
    tell("ready", { lasting });
  },
  deliver: (name, type, data) => tell("file", { name, type, data: data.toJs() }),
  open: (address) => tell("open", { address }),
  files: () => tell("files", { kept: kept() }),
};

const sync = (read) =>
  new Promise((done, fail) => python.FS.syncfs(read, (wrong) => (wrong ? fail(wrong) : done())));

// The browser's store; where it is refused, the game goes on without, and says so.
async function mount(fs) {
  try {
    fs.mount(fs.filesystems.IDBFS, { autoPersist: true }, STORE);
    await new Promise((done, fail) => fs.syncfs(true, (wrong) => (wrong ? fail(wrong) : done())));
  } catch {
    lasting = false;
    fs.unmount(STORE);
  }
}

const files = () => python.pyimport("game.web.page.files");

function kept() {
  const names = files().kept();
  return names.toJs();
}

async function keep() {
  if (python && lasting) await sync(false);
}

const packed = (path) => fetch(path).then((got) => got.arrayBuffer());

async function start({ columns, rows, link, transcript }) {
  Object.assign(host, { cols: columns, rows, transcript });
  const archive = packed("./app.pack");
  const library = packed("./runtime/python.pack").then(unpacked).then((zip) => URL.createObjectURL(new Blob([zip])));
  const step = (what) => tell("step", { what });
  const runtime = new URL("./runtime/", import.meta.url).href;
  python = await boot({ loadPyodide, runtime, library, archive, mount, host, step });
  URL.revokeObjectURL(await library);
  const told = await play(python, link);
  await keep();
  tell("ended", { told });
}

async function changed(told) {
  await keep();
  python.pyimport("game.web.page.start").looked();
  tell("came", { told, kept: kept() });
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
  remove: ({ name }) => changed(files().removed(name)),
};

onmessage = ({ data }) => hears[data.kind](data);
