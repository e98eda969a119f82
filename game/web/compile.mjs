// Puts bytecode in the place of source, made by the very Python that the page runs.
// node compile.mjs RUNTIME TREE...
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, ...trees] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(`${runtime}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: `${runtime}/`, env: { PYTHONHASHSEED: "0" } });

for (const [number, tree] of trees.entries()) {
  const place = `/tree${number}`;
  python.mountNodeFS(place, tree);
  python.runPython(`
import pathlib, py_compile
place = pathlib.Path("${place}")
for path in sorted(place.rglob("*.py")):
    py_compile.compile(
        str(path), cfile=f"{path}c", dfile=path.relative_to(place).as_posix(), doraise=True,
        optimize=2, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    path.unlink()
`);
}
