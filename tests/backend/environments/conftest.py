"""For tests of environments: pip without this computer's own settings."""

from __future__ import annotations

import pytest

SETTINGS = ("PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS", "PIP_INDEX_URL", "PIP_NO_INDEX")
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


@pytest.fixture
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """This computer's package indexes and proxies stay out of a test."""
    for name in (*SETTINGS, *PROXIES, *(proxy.lower() for proxy in PROXIES)):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_RETRIES", "0")
    monkeypatch.setenv("HOME", "/nonexistent")
