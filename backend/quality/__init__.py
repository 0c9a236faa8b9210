"""Quality indices: how close a sharpened raster comes to its reference, or to its two inputs."""
