"""How fast the engines are here, how much they agree, and what they need: `docs/performance.md`."""
