"""A catalogue from a folder of its files, as somebody who changes the rules keeps it beside the one in use."""

from pathlib import Path

from tenun.domain.catalogue import Catalogue
from tenun.domain.catalogue.catalogue import load


def read_catalogue(folder: Path) -> Catalogue:
    """The catalogue of `core.toml`, `lists.toml`, `steps.toml` and `targets/*.toml` in a folder.

    Raises `CatalogueError` for a rule that may not load and `OSError` for a file that cannot be read.
    """
    texts = {name: (folder / name).read_text("utf-8") for name in ("core.toml", "lists.toml", "steps.toml")}
    for file in sorted((folder / "targets").glob("*.toml")):
        texts[f"targets/{file.name}"] = file.read_text("utf-8")
    return load(texts)
