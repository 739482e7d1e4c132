"""The walls of the house, looked at from outside: import-linter guards the arrows, these tests what really loads."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = sorted(path for folder in ("store", "tui", "tests") for path in (ROOT / folder).rglob("*.py"))


def run_fresh(code: str) -> str:
    """Run code in a new interpreter and return what it printed."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_no_module_of_the_store_loads_the_screen():
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in (ROOT / "store").rglob("*.py")
    ]
    seen = run_fresh(
        f"import importlib, sys\nfor name in {modules!r}:\n    importlib.import_module(name)\n"
        "print(*sorted({'textual', 'rich', 'tui'} & set(sys.modules)))"
    )
    assert modules
    assert seen == ""


@pytest.mark.parametrize("verb", ["list", "quotes", "officials", "history", "export"])
def test_the_command_line_loads_no_textual(verb, tmp_path):
    seen = run_fresh(
        f"import sys; from tui.cli import run; run(['--library', {str(tmp_path / 'new')!r}, {verb!r}])\n"
        "sys.stdout.write('textual' if 'textual' in sys.modules else 'clean')"
    )
    assert seen.endswith("clean")


def test_reading_loads_no_database(tmp_path):
    text = tmp_path / "a.txt"
    text.write_text("Wang Yi met Sergey Lavrov in Beijing on 9 April 2024. Wang said trade had grown.")
    seen = run_fresh(
        f"import sys; from tui.cli import run; run(['read', '--json', {str(text)!r}])\n"
        "sys.stderr.write(''); print('tinydb' in sys.modules or 'textual' in sys.modules)"
    )
    assert seen.endswith("False")


def test_no_file_has_outgrown_its_idea():
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in CODE}
    assert lengths
    assert {str(path.relative_to(ROOT)): count for path, count in lengths.items() if count > 400} == {}
