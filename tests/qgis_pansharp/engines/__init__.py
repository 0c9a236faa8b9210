"""Tests of the engines page."""
