"""How the documentation is built: Markdown pages, one theme, and a warning counts as an error."""

project = "Tenun"
author = "Tenun"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
root_doc = "index"
language = "en"
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "Tenun"
myst_heading_anchors = 3
# Pages link to files of the repository (code, LICENSE), which are no pages of the documentation.
suppress_warnings = ["myst.xref_missing"]
