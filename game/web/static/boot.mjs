// Wakes Python and the game; the worker of the page does it, and so do the tests under Node.

export const STORE = "/persist";
const SITE = "/site";

// Gives what a `.pack` holds: a zip of what isn't compressed, compressed as a whole.
export const unpacked = (packed) =>
  new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();

// `library` is the address of Python's own, unpacked, `archive` the game, packed; `mount` mounts what is to last
// at STORE; `host` is what the game sees of the page.
export async function boot({ loadPyodide, runtime, library, archive, mount, host, step = () => {} }) {
  step("Python");
  const env = { HOME: "/home/player", PYTHONHASHSEED: "0" };
  const python = await loadPyodide({ indexURL: runtime, stdLibURL: await library, env });
  step("your saves");
  python.FS.mkdirTree(STORE);
  await mount(python.FS);
  step("the game");
  python.unpackArchive(await unpacked(await archive), "zip", { extractDir: SITE });
  python.registerJsModule("handshake_host", host);
  python.runPython(`import sys; sys.path.insert(0, "${SITE}")`);
  step("the title");
  return python;
}

// Lays what checks packs beside the game, out of an archive of its own; gives it.
export async function checking(python, archive) {
  python.unpackArchive(await unpacked(await archive), "zip", { extractDir: SITE });
  python.pyimport("importlib").invalidate_caches();
  return python.pyimport("game.web.page.checking");
}

// Plays until the game ends; gives what is to be told then.
export const play = (python, link) => python.pyimport("game.web.page.start").play(SITE, JSON.stringify(link));
