"""Training of Pansharp's networks: scenes, losses, recipes, evaluation, export.

Never part of the plugin's zip. Run `python -m training --help`.
"""
