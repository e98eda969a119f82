// Plays on a site's own archives under Node, with a text for a terminal: node play.mjs SITE STORE LINK PACK.
// Begins what LINK asks for, decides ten times, brings PACK in, leaves, wakes anew, goes on with it.
// Prints what it saw, as JSON.
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [site, store, link, pack] = process.argv.slice(2);
const { boot, checking, play, STORE, unpacked } = await import(pathToFileURL(`${site}/boot.mjs`).href);
const { loadPyodide } = await import(pathToFileURL(`${site}/runtime/pyodide.mjs`).href);
const LOOK = `
import json
from game.rules.encoding import START_OF_CHAIN, digest
from game.web.page.start import running

app = running[0] if running else None
told = {"screen": "", "decided": 0, "digest": "", "busy": False}
if app is not None and app.is_running:
    told["busy"] = app.transcript.due or not all(worker.is_finished for worker in app.workers)
if app is not None and app.is_running and not app.hearing.shut:
    told["screen"] = type(app.screen).__name__
    told["saved"] = getattr(app._title.latest, "name", None)
    if app.desk is not None:
        session = app.desk.play.session
        told["called"] = session.content.scenarios[session.setup.scenario].name
        told |= {"decided": len(session.decisions), "digest": digest(session.state, START_OF_CHAIN)}
json.dumps(told)
`;
const TRIES = 12000;
const library = `${store}.zip`; // beside it
await writeFile(library, Buffer.from(await unpacked(await readFile(`${site}/runtime/python.pack`))));

async function woken(asked) {
  const seen = { text: "", files: [], blocks: [] };
  const host = {
    cols: 100,
    rows: 30,
    transcript: true,
    keeps: true,
    tell: (blocks) => seen.blocks.push(...JSON.parse(blocks)),
    write: (text) => (seen.text += text),
    listen: (hears) => (seen.typed = hears),
    deliver: (name) => seen.files.push(name),
    open() {},
    files() {},
  };
  const python = await boot({
    loadPyodide, host, library, runtime: `${site}/runtime/`, archive: readFile(`${site}/app.pack`),
    mount: (fs) => fs.mount(fs.filesystems.NODEFS, { root: store }, STORE),
  });
  seen.over = play(python, asked).then((told) => (seen.told = told));
  seen.python = python;
  seen.look = () => JSON.parse(python.runPython(LOOK));
  return seen;
}

// Waits until what is there is as wished; how often it may look is bounded.
async function until(game, wished) {
  for (let tries = 0; tries < TRIES; tries++) {
    const there = game.look();
    if (game.told !== undefined) throw new Error(`the game has ended: ${game.told} ${game.files}`);
    if (wished(there)) return there;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error(`not seen: ${wished}; ${JSON.stringify(game.look())}\n${shown(game).slice(-2000)}`);
}

const shown = (game) => game.text.replace(/\x1b\[[0-9;?<>]*[A-Za-z]/g, "");

// A key is heard once what it acts on has been there, and nothing was drawn or worked at, for a moment.
async function press(game, keys) {
  for (let drawn = -1; drawn !== game.text.length || game.look().busy; ) {
    drawn = game.text.length;
    await new Promise((done) => setTimeout(done, 400));
  }
  game.typed(keys);
}

// Takes the end of what lies there or, where it has none, the first of the answers.
async function decide(game) {
  const before = await until(game, ({ screen }) => screen !== "");
  if (before.screen !== "Desk") {
    await press(game, "\x1b");
    return false;
  }
  for (const key of ["e", "1"]) {
    await press(game, key);
    await press(game, "\r");
    await press(game, "");
    const after = await until(game, ({ screen }) => screen !== "");
    if (after.decided > before.decided) return true;
    if (after.screen !== "Desk") return false;
  }
  return false;
}

const game = await woken(JSON.parse(link));
await until(game, ({ screen }) => screen !== "" && screen !== "PageTitle");
let decided = 0;
for (let tries = 0; decided < 10 && tries < 100; tries++) decided += await decide(game);
const left = await until(game, ({ screen }) => screen !== "");

const checker = await checking(game.python, readFile(`${site}/checker.pack`));
const files = game.python.toPy(new Map([["tea.zip", new Uint8Array(await readFile(pack))]]));
const verdict = JSON.parse(checker.brought("tea.zip", files));

const again = await woken({});
await until(again, ({ screen }) => screen === "SettingsPage"); // nothing has been set here yet
await press(again, "\x1b");
await until(again, ({ screen, saved }) => screen === "PageTitle" && saved);
const title = shown(again);
await press(again, "1\r");
const back = await until(again, ({ digest }) => digest);
const told = { title, decided, left, back, verdict, game: shown(game), files: game.files, transcript: game.blocks };
process.stdout.write(JSON.stringify(told), () => process.exit(0)); // the clocks of both games tick on
