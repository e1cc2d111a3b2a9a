"""The house rules as tests: sizes, one clock, whole words, mirrored tests, nothing of one machine."""

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOMAIN = ROOT / "src/tenun/domain"
CLOCK = ROOT / "src/tenun/shared/clock.py"

FILE_CEILING, FILE_AIM = 600, 300
FUNCTION_CEILING, FUNCTION_AIM = 80, 30
SHARE = 0.9
ANNOTATED_SHARE = 0.95
TOP_FOLDERS = 8

# The forbidden texts are joined here, so that this file does not hold them itself.
HOSTS = ["py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "yarn" + "pkg.com"]
MACHINE_PATHS = ["/" + name + "/" for name in ("work", "root", "home", "Users", "opt")]
MARKS = re.compile("|".join(["TO" + "DO", "FIX" + "ME", "mark." + "skip", "mark." + "xfail", "import" + "orskip"]))


@cache
def project_files():
    """Everything that is or will be tracked: git knows, and a file just written counts too."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    return sorted(path for path in {ROOT / name for name in names if name} if path.is_file())


def python_files(*folders):
    wanted = [ROOT / folder for folder in folders or ("src", "tests", "docs")]
    return [
        path
        for path in project_files()
        if path.suffix == ".py" and any(path.is_relative_to(folder) for folder in wanted)
    ]


@cache
def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(path):
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def name_of(path):
    return str(path.relative_to(ROOT))


def share(values, aim):
    return sum(value <= aim for value in values) / len(values)


def test_files_stay_short():
    lines = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    assert {name: count for name, count in lines.items() if count > FILE_CEILING} == {}
    assert share(lines.values(), FILE_AIM) >= SHARE


def test_functions_stay_short():
    lines = {
        (name_of(path), node.name, node.lineno): node.end_lineno - node.lineno + 1
        for path in python_files()
        for node in functions(path)
    }
    assert {name: count for name, count in lines.items() if count > FUNCTION_CEILING} == {}
    assert share(lines.values(), FUNCTION_AIM) >= SHARE


def is_annotated(node):
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    arguments += [extra for extra in (node.args.vararg, node.args.kwarg) if extra]
    named = [argument for argument in arguments if argument.arg not in ("self", "cls")]
    return node.returns is not None and all(argument.annotation for argument in named)


def test_functions_are_typed():
    typed = [is_annotated(node) for path in python_files("src") for node in functions(path)]
    assert sum(typed) / len(typed) >= ANNOTATED_SHARE


def test_the_top_of_the_repository_stays_small():
    folders = {path.relative_to(ROOT).parts[0] for path in project_files() if path.parent != ROOT}
    assert len(folders) <= TOP_FOLDERS, sorted(folders)


def test_every_module_says_why_it_exists():
    silent = [name_of(path) for path in python_files() if path.stat().st_size and not ast.get_docstring(tree(path))]
    assert silent == []


def mirrors(module):
    """Where a module may be tested: its own file, that of the module it was split from, its package's."""
    inside = module.relative_to(DOMAIN)
    tests = ROOT / "tests/domain"
    words = inside.stem.split("_")
    for length in range(len(words), 0, -1):
        yield tests / inside.parent / f"test_{'_'.join(words[:length])}.py"
    if inside.parent.parts:
        package = inside.parent.parts[0]
        yield tests / f"test_{package}.py"
        yield tests / package / f"test_{package}.py"


def test_every_module_of_the_domain_has_its_mirror_among_the_tests():
    modules = [path for path in python_files("src/tenun/domain") if path.name != "__init__.py"]
    assert [name_of(path) for path in modules if not any(mirror.exists() for mirror in mirrors(path))] == []


CLOCKS = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today")}
CLOCKS |= {("timezone", "now"), ("time", "time")}


def last_name(node):
    return getattr(node, "id", None) or getattr(node, "attr", None)


def reads_the_clock(node):
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    return (last_name(node.func.value), node.func.attr) in CLOCKS


def test_there_is_one_clock():
    files = [path for path in python_files("src", "docs") if path != CLOCK]
    readers = [name_of(path) for path in files if any(map(reads_the_clock, ast.walk(tree(path))))]
    assert readers == []
    assert any(map(reads_the_clock, ast.walk(tree(CLOCK))))


def texts_that_are_not_docstrings(path):
    bare = {id(node.value) for node in ast.walk(tree(path)) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.value


@pytest.mark.parametrize("word", ["current_date", "current_timestamp", "now()"])
def test_no_rule_asks_the_database_what_day_it_is(word):
    asking = [
        name_of(path)
        for path in python_files("src/tenun/domain")
        if any(word in text.lower() for text in texts_that_are_not_docstrings(path))
    ]
    assert asking == []


def words_with_holes(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and last_name(node.func) in ("Words", "rule"):
            pieces = [*node.args, *(keyword.value for keyword in node.keywords)]
            if any(isinstance(inner, ast.JoinedStr) for piece in pieces for inner in ast.walk(piece)):
                yield name_of(path), node.lineno


def test_words_for_people_are_whole_texts_with_named_placeholders():
    assert [hole for path in python_files("src") for hole in words_with_holes(path)] == []


def text_files():
    for path in project_files():
        data = path.read_bytes()
        if b"\0" not in data:
            yield path, data.decode("utf-8")


@pytest.mark.parametrize("text", [*HOSTS, *MACHINE_PATHS])
def test_no_file_names_a_registry_or_a_folder_of_one_machine(text):
    pattern = re.compile(r"(?<![\w.*~-])" + re.escape(text) if text.startswith("/") else re.escape(text))
    assert [name_of(path) for path, content in text_files() if pattern.search(content)] == []


def test_nothing_is_put_off_in_the_code():
    postponed = [name_of(path) for path in python_files() if MARKS.search(path.read_text(encoding="utf-8"))]
    assert postponed == []


@pytest.mark.parametrize("lock", ["runtime", "dev"])
def test_every_requirement_is_pinned_and_hashed(lock):
    text = (ROOT / f"requirements/{lock}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[^\s#])", text.strip())
    assert entries
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
