"""Every test lives in a world of its own: no test sees the person's library, settings or caches."""

import pytest
from hypothesis import settings

# No test asserts a time: a busy machine is no defect of the program.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def own_world(tmp_path_factory, monkeypatch):
    home = tmp_path_factory.mktemp("home")
    for name in (
        "HOME",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
        "LOCALAPPDATA",
    ):
        monkeypatch.setenv(name, str(home))
    for name in ("DIPLO_TUI_LIBRARY", "NO_COLOR", "EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)
    return home
