import subprocess
import sys
from pathlib import Path

import dask.bag
from dask.distributed import Client


def read(paths):
    """Read one partition: one process for all its files, one JSON line for each."""
    command = ["diplo-tui", "read", "--json", *paths]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True).stdout.splitlines()


if __name__ == "__main__":
    folder, out, *scheduler = sys.argv[1:]
    with Client(*scheduler):  # without an address, a cluster on this machine
        files = sorted(str(path) for path in Path(folder).rglob("*.txt"))
        dask.bag.from_sequence(files, partition_size=100).map_partitions(read).to_textfiles(out)
