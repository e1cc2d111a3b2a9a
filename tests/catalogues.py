"""The packaged catalogue as the texts of its files, to be changed and loaded again."""

from pathlib import Path

import tenun.domain.catalogue

FOLDER = Path(tenun.domain.catalogue.__file__).parent


def packaged_texts() -> dict[str, str]:
    """Every file by its name, as the loader takes them."""
    names = ("core.toml", "lists.toml", "steps.toml")
    files = [*(FOLDER / name for name in names), *sorted((FOLDER / "targets").glob("*.toml"))]
    return {str(file.relative_to(FOLDER)): file.read_text("utf-8") for file in files}


def write_catalogue(folder: Path, texts: dict[str, str]) -> Path:
    """The files of a catalogue in a folder."""
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder
