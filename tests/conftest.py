"""Every test lives in a world of its own: none sees the person's library, settings, caches or clipboard."""

import os
from tempfile import mkdtemp

import pytest
from hypothesis import settings

# No test asserts a time: a busy machine is no defect of the program.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

HOMES = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "LOCALAPPDATA")
NOT_ASKED = (
    "DIPLO_TUI_LIBRARY",
    "NO_COLOR",
    "EDITOR",
    "VISUAL",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "SSH_CONNECTION",
    "SSH_TTY",
)
"""What the program asks the environment for besides: a test that is about one sets it."""


@pytest.fixture(scope="session", autouse=True)
def no_waiting_for_the_disk():
    """Sync nothing: no test outlives its machine. That a file is open when it is synced is looked at still.

    What is left when the power fails is told by tests that watch the calls, `tests.store.faults` and `tests.torture`.
    """
    with pytest.MonkeyPatch.context() as patched:
        for name in ("fsync", "fdatasync"):
            if hasattr(os, name):
                patched.setattr(os, name, os.fstat)
        yield


@pytest.fixture(scope="session")
def worlds(tmp_path_factory):
    return tmp_path_factory.mktemp("worlds")


@pytest.fixture(autouse=True)
def own_world(worlds, monkeypatch):
    home = mkdtemp(dir=worlds)
    for name in HOMES:
        monkeypatch.setenv(name, home)
    for name in NOT_ASKED:
        monkeypatch.delenv(name, raising=False)
