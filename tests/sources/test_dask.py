"""``read --json`` as a filter that another engine runs: Dask's cluster on this machine, and back into ``add``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui.cli import main

HERE = Path(__file__).parent
TALKS = (
    "Minister Anna Berg of Norway met Minister Ole Dahl of Denmark in Oslo on 21 November 2023.\n\n"
    "Anna Berg said that {number} ships would sail to the north.\n"
)


def test_a_folder_read_by_a_cluster_is_added(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    out.mkdir()
    for number in range(120):
        (folder / f"{number:03}.txt").write_text(TALKS.format(number=number))
    subprocess.run(
        [sys.executable, HERE / "dask_filter.py", folder, out / "found-*.jsonl"],
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"},
        check=True,
        timeout=100,
    )
    files = sorted(out.iterdir())
    assert len(files) == 2  # two partitions
    main(["--library", str(tmp_path / "library"), "add", "--json", "--on-duplicate", "add", *map(str, files)])
    added = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["status"] for record in added] == ["added"] * 120
    assert [record["quotes"] for record in added] == [1] * 120
