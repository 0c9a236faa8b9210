"""The engines page of the options: what is installed, and installing more."""
