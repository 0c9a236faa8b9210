"""What the manual and the screenshots show: a made-up satellite scene and pictures of results.

Part of the repository and never of the plugin's zip. It may import `osgeo` and `numpy`, and nothing
of QGIS; nothing imports it but its own tests. Run it from the repository's root:

    python3 -m demo.scene OUT_DIR
    python3 -m demo.quicklook PAN MS SHARPENED OUT.png
"""
