"""Names that other programs leave beside a month file, and in the folder of the devices."""

import os
from collections.abc import Callable
from pathlib import Path

MONTH = "2026-03"
COPY_NAMES = (
    "2026-03.sync-conflict-20261130-031500-ABCDEFG.json",  # Syncthing
    "2026-03 (laptop's conflicted copy 2026-11-30).json",  # Dropbox
    "2026-03 (conflicted copy 2026-11-30 031500).json",  # Nextcloud
    "2026-03-LAPTOP.json",  # OneDrive
    "2026-03 (1).json",  # Google Drive, browsers
    "2026-03 2.json",  # iCloud
    "2026-03 - Copy.json",  # Windows
    "Copy of 2026-03.json",
    "2026-03 copy.json",  # macOS
    "2026-03.json~",  # vim, emacs, gedit, kate
    "2026-03.json.~1~",  # emacs, numbered
    "#2026-03.json#",  # emacs, autosave
    "2026-03.json.save",  # nano, killed
    "2026-03.json.bak",
    "2026-03.json.orig",  # patch, merge tools
    "2026-03.json.old",
    "2026-03.json.part",  # rsync, browsers
    "2026-03.json.tmp",
    "~syncthing~2026-03.json.tmp",  # Syncthing on Windows
    "2026-03.json.gz",
    "2026-03.json.nextcloud",  # a place holder of Nextcloud
    "2026-03~20261130-031500.json",  # Syncthing, versions
)
"""Names that are about a month: what they hold of it is read."""
HIDDEN_NAMES = (
    ".#2026-03.json",  # emacs, lock
    ".2026-03.json.swp",  # vim
    ".2026-03.json.kate-swp",
    ".2026-03.json.Xa3k1Z",  # rsync
    ".2026-03.json.icloud",  # a place holder of iCloud
    ".~lock.2026-03.json#",  # LibreOffice
    "._2026-03.json",  # macOS, on other file systems
    ".syncthing.2026-03.json.tmp",
    ".DS_Store",
    "Thumbs.db",
    "desktop.ini",
    "4913",  # vim, a test for the right to write
)
"""Names that are hidden, or not about a month and not those of JSON files: never read."""
MISNAMED = ("sessions.json", "march 2026.json", "20260315.json", "2026-13.json")
"""Names of JSON files that are not about a month: not read."""
FOLDER_COPIES = (
    "{device} (conflicted copy 2026-11-30 031500)",
    "{device}.sync-conflict-20261130-031500-ABCDEFG",
    "{device} (1)",
    "{device} - Copy",
    "Copy of {device}",
    "{device}~",
)
"""Names of copies of the folder of a device."""
NO_FILES: dict[str, Callable[[Path], object]] = {
    "a folder": lambda path: path.mkdir(),
    "a FIFO": os.mkfifo,
    "a link to nowhere": lambda path: path.symlink_to("nowhere"),
    "a circle": lambda path: path.symlink_to(path.name),
}
"""What a name may stand for that is not a file."""
