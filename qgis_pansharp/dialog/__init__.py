"""The plugin's own window: a pair of layers, a preview, a run."""
