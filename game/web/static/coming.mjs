// What comes to the page, by choosing or dropping: saves, archives of packs, and the files of packs.
const MOST_BYTES = 25_000_000;
const MOST_FILES = 1000;

const opened = (entry) => new Promise((done, fail) => entry.file(done, fail));
const listed = (reader) => new Promise((done, fail) => reader.readEntries(done, fail));

// Adds a file, or those of a folder but for hidden ones, each with its path; no more than are wanted.
async function below(entry, found) {
  if (entry.isFile) {
    found.push([entry.fullPath.slice(1), await opened(entry)]);
    return;
  }
  const reader = entry.createReader();
  for (let some = await listed(reader); some.length; some = await listed(reader)) {
    for (const one of some) if (one.name[0] !== "." && found.length <= MOST_FILES) await below(one, found);
  }
}

export const chosen = (files) => [...files].map((file) => [file.name, file]);

// What was dropped is to be asked for at once: later it is gone.
export async function dropped({ items, files }) {
  const entries = [...items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return chosen(files);
  const found = [];
  for (const entry of entries) await below(entry, found);
  return found;
}

// Gives saves, packs, each by the name of its archive, its folder, or none, and the names of other files.
export function sorted(found) {
  const size = found.reduce((sum, [, file]) => sum + file.size, 0);
  if (found.length > MOST_FILES) throw new Error(`it is more than ${MOST_FILES} files.`);
  if (size > MOST_BYTES) throw new Error(`it is more than ${MOST_BYTES / 1_000_000} MB.`);
  const packs = new Map();
  const saves = [];
  const others = [];
  for (const [path, file] of found) {
    const alone = !path.includes("/");
    if (alone && !/\.(zip|ya?ml)$/i.test(path)) {
      if (/\.json$/i.test(path)) saves.push([path, file]);
      else others.push(path);
      continue;
    }
    const name = !alone ? path.split("/")[0] : /\.zip$/i.test(path) ? path : "pack";
    packs.set(name, [...(packs.get(name) ?? []), [path, file]]);
  }
  return { saves, packs, others };
}
