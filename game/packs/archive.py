"""Archives of packs: made so that the same files give the same bytes, and read with suspicion.

Whatever a zip can do wrong is refused before anything is written: paths that lead out, links and
devices, names that not every system can keep apart, more than a pack may hold, secret or broken
contents. Nothing of it is ever run.
"""

from __future__ import annotations

import stat
import zlib
from io import BytesIO
from pathlib import Path
from secrets import token_hex
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from game.errors import PackError
from game.packs.manifest import NAME as MANIFEST
from game.packs.manifest import Files, unlike
from game.packs.naming import MOST_BYTES, MOST_FILES, check_names, told
from game.regular import read_regular, reason
from game.saves.outside import check_place, unwritten
from game.text.language import _

ENDING = ".zip"
MOST_ARCHIVE = 25_000_000
"""Bytes of an archive; what it unpacks to is bounded by `MOST_BYTES`."""
INFO = "pack.yaml"
MOST_MEMBERS = 4 * MOST_FILES
_MEMBER = b"PK\1\2"
_ENCRYPTED = 0x1
_UNIX = 3
_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold: no build has a date of its own
_DAMAGE = (BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, LookupError, OSError)


def archived(files: Files) -> bytes:
    """Return an archive of files, the same bytes for the same files on every system."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as archive:  # other zlibs would press it to other bytes
        for name, data in sorted(files.items()):
            info = ZipInfo(name, _DAY)
            info.create_system, info.external_attr = _UNIX, (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, data)
    return made.getvalue()


def unpacked(path: Path) -> dict[str, bytes]:
    """Return the files of an archive by their paths in the pack, its manifest among them.

    Raises PackError for a file that is no archive, holds no pack, or could do harm.
    """
    try:
        data = read_regular(path, MOST_ARCHIVE)
    except OSError as error:
        raise PackError(_("{file} can't be read: {why}.", file=path, why=reason(error))) from error
    if data.count(_MEMBER) > MOST_MEMBERS:  # so many that listing them would take long
        raise refused(path, _("it holds more than {n} files", n=MOST_FILES))
    try:
        with ZipFile(BytesIO(data)) as archive:
            files = _at_top(_read_all(archive))
    except _DAMAGE as error:
        raise refused(path, _("it is no whole archive ({error})", error=error)) from error
    except PackError as error:
        raise refused(path, str(error).rstrip(".")) from error
    if MANIFEST in files:
        rest = {name: held for name, held in files.items() if name != MANIFEST}
        if difference := unlike(files[MANIFEST], rest):
            raise refused(path, _("it isn't as it was built: {what}", what=difference))
    return files


def refused(path: Path, why: str) -> PackError:
    """Return what to tell of an archive that isn't unpacked."""
    return PackError(
        _("{file} is not installed: {why}. Nothing of it has been kept.", file=path, why=why)
    )


def _read_all(archive: ZipFile) -> dict[str, bytes]:
    """Return all files of an archive. Raises PackError for what no pack may hold."""
    members = archive.infolist()
    if len(members) > MOST_FILES:
        raise PackError(_("it holds more than {n} files", n=MOST_FILES))
    names = [one.filename.removesuffix("/") for one in members]
    for one, name in zip(members, names, strict=True):
        _check(one, name)
    check_names(names)
    wanted = [one for one in members if not one.is_dir()]
    found: dict[str, bytes] = {}
    left = MOST_BYTES
    for one in wanted:
        if one.filename in found:
            raise PackError(_("it holds {file} twice", file=told(one.filename)))
        found[one.filename] = _read(archive, one, left)
        left -= len(found[one.filename])
    return found


def _check(one: ZipInfo, name: str) -> None:
    """Raise PackError for anything but a plain file or folder."""
    kind = stat.S_IFMT(one.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR) or "\0" in one.orig_filename:
        raise PackError(_("{file} is a link or a device", file=told(name)))
    if one.flag_bits & _ENCRYPTED:
        raise PackError(_("{file} is encrypted", file=told(name)))
    if one.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise PackError(_("{file} is packed in a way of its own", file=told(name)))


def _read(archive: ZipFile, one: ZipInfo, most: int) -> bytes:
    """Return a file of an archive, whatever its head says of its length."""
    with archive.open(one) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise PackError(_("it unpacks to more than {mb} MB", mb=MOST_BYTES // 1_000_000))
    return data


def _at_top(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return files with the pack's own at the top; one folder may stand around all of them."""
    if INFO in files:
        return files
    heads = {name.partition("/")[0] for name in files}
    if len(heads) != 1 or f"{next(iter(heads))}/{INFO}" not in files:
        raise PackError(_("it holds no {file} at its top", file=INFO))
    return {name.partition("/")[2]: data for name, data in files.items()}


def write_archive(path: Path, data: bytes) -> None:
    """Write an archive, also over an earlier one. Raises UsageError where it can't go there."""
    check_place(path, lambda text: text.startswith("PK"))
    beside = path.with_name(f".{path.name}.{token_hex(4)}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except (OSError, ValueError) as error:
        raise unwritten(path, error) from error
    finally:
        beside.unlink(missing_ok=True)
