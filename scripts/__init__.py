"""What is done with the repository itself: packaging and translations. Not part of the plugin."""
