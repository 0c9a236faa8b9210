<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
    <context>
        <name>Pansharp</name>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Pansharpen</source>
            <translation>Pansharpening durchführen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Pansharpening</source>
            <translation>Pansharpening</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>pansharpening,sharpen,fusion,panchromatic,multispectral,resolution,satellite,deep learning,neural network</source>
            <translation>Pansharpening,schärfen,Bildfusion,panchromatisch,multispektral,Auflösung,Satellit,Fernerkundung,neuronales Netz</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Gives a multispectral raster the detail of a panchromatic one.</source>
            <translation>Gibt einem multispektralen Raster die Details eines panchromatischen.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Gives a multispectral raster (MS) the detail of the panchromatic raster (PAN) of the same scene, with a trained neural network.</source>
            <translation>Gibt einem multispektralen Raster (MS) mit einem trainierten neuronalen Netz die Details des panchromatischen Rasters (PAN) derselben Szene.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>PAN must have exactly one band. Both rasters must have the same coordinate reference system, and PAN's pixels must be smaller than those of MS by a whole number that a model was trained for.</source>
            <translation>PAN muss genau einen Kanal haben. Beide Raster müssen dasselbe Koordinatenbezugssystem haben, und die Pixel von PAN müssen um einen ganzzahligen Faktor kleiner sein als die von MS, für den ein Modell trainiert wurde.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>MS may have any bands in any order. Bands are known by their names, such as blue, red edge or NIR; those that the model was not trained for are sharpened like the one nearest in wavelength, which takes longer.</source>
            <translation>MS kann beliebige Kanäle in beliebiger Reihenfolge haben. Kanäle werden an ihren Namen erkannt, etwa blue, red edge oder NIR; Kanäle, für die das Modell nicht trainiert wurde, werden wie der Kanal mit der nächstliegenden Wellenlänge geschärft, was länger dauert.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The result covers what both rasters cover. It has PAN's grid, and the data type, bands and nodata of MS.</source>
            <translation>Das Ergebnis umfasst das Gebiet, das beide Raster abdecken. Es hat das Gitter von PAN sowie Datentyp, Kanäle und Leerwert (NoData) von MS.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Method: 'auto' takes the best model for the scene; 'sipsanet' (SIPSA-Net) also copes with things that moved between the two images; 'cf2n' (CF2N) fuses coarse and fine features of both.</source>
            <translation>Verfahren: „auto“ nimmt das beste Modell für die Szene; „sipsanet“ (SIPSA-Net) kommt auch mit Dingen zurecht, die sich zwischen den beiden Aufnahmen bewegt haben; „cf2n“ (CF2N) verschmilzt grobe und feine Merkmale beider Bilder.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Engine: 'auto' and 'builtin' run on the NumPy that QGIS has; 'onnxruntime' is faster, but needs that package.</source>
            <translation>Rechenwerk: „auto“ und „builtin“ rechnen mit dem NumPy, das QGIS mitbringt; „onnxruntime“ ist schneller, benötigt aber das gleichnamige Paket.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Scenes may have any size: rasters are read and written block by block. The result appears under its name only when it is complete.</source>
            <translation>Szenen dürfen beliebig groß sein: Die Raster werden blockweise gelesen und geschrieben. Das Ergebnis erscheint erst dann unter seinem Namen, wenn es vollständig ist.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Panchromatic layer (PAN)</source>
            <translation>Panchromatischer Layer (PAN)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The fine raster with exactly one band.</source>
            <translation>Das feine Raster mit genau einem Kanal.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Multispectral layer (MS)</source>
            <translation>Multispektraler Layer (MS)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The coarse raster with any bands, of the same scene and in the same system.</source>
            <translation>Das grobe Raster mit beliebigen Kanälen, von derselben Szene und im selben Koordinatenbezugssystem.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Method</source>
            <translation>Verfahren</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The network that sharpens; 'auto' takes the best one that fits the scene.</source>
            <translation>Das Netz, das schärft; „auto“ nimmt das beste, das zur Szene passt.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Engine</source>
            <translation>Rechenwerk</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>What runs the network: 'builtin' needs nothing but QGIS, 'onnxruntime' needs that package; 'auto' is the built-in one.</source>
            <translation>Womit das Netz gerechnet wird: „builtin“ benötigt nur QGIS, „onnxruntime“ das gleichnamige Paket; „auto“ ist das eingebaute Rechenwerk.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Additional creation options</source>
            <translation>Weitere Erzeugungsoptionen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>GeoTIFF creation options as KEY=VALUE, separated by '|', such as COMPRESS=ZSTD|NUM_THREADS=2; they replace the plugin's own choice.</source>
            <translation>Erzeugungsoptionen für GeoTIFF als SCHLÜSSEL=WERT, getrennt durch „|“, zum Beispiel COMPRESS=ZSTD|NUM_THREADS=2; sie ersetzen die Vorgaben der Erweiterung.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Pansharpened</source>
            <translation>Pangeschärft</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The sharpened raster, a GeoTIFF.</source>
            <translation>Das geschärfte Raster, ein GeoTIFF.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Model that was used</source>
            <translation>Verwendetes Modell</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Engine that ran it</source>
            <translation>Verwendetes Rechenwerk</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Device that it ran on</source>
            <translation>Verwendetes Gerät</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Time taken in seconds</source>
            <translation>Dauer in Sekunden</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Million PAN pixels per second</source>
            <translation>Millionen PAN-Pixel pro Sekunde</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>{bands} bands of {columns} x {rows} pixels in {seconds:.1f} s</source>
            <translation>{bands} Kanäle mit {columns} × {rows} Pixeln in {seconds:.1f} s</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>{role} raster '{value}' cannot be opened; check its path.</source>
            <translation>Das {role}-Raster „{value}“ lässt sich nicht öffnen; bitte prüfen Sie den Pfad.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/errors.py" />
            <source>Cancelled; no output was left behind.</source>
            <translation>Abgebrochen; es wurde keine Ausgabe hinterlassen.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/errors.py" />
            <source>Memory does not suffice for this pair; close other programs and try again.</source>
            <translation>Der Arbeitsspeicher reicht für dieses Bildpaar nicht aus; bitte schließen Sie andere Programme und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/errors.py" />
            <source>Sharpening failed unexpectedly ({reason}); please report this with the log.</source>
            <translation>Das Schärfen ist unerwartet fehlgeschlagen ({reason}); bitte melden Sie dies zusammen mit dem Protokoll.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>{role} layer '{name}' is not a raster file (its source is '{provider}'); export it as GeoTIFF and use that file.</source>
            <translation>Der {role}-Layer „{name}“ ist keine Rasterdatei (seine Quelle ist „{provider}“); bitte exportieren Sie ihn als GeoTIFF und verwenden Sie diese Datei.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>{role} layer '{name}' is opened with options of its own ({options}); add its file to the project again without them.</source>
            <translation>Der {role}-Layer „{name}“ wird mit eigenen Optionen geöffnet ({options}); bitte fügen Sie seine Datei ohne diese erneut zum Projekt hinzu.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>{role} layer '{name}' lies on a server; save it as a file on this computer and use that.</source>
            <translation>Der {role}-Layer „{name}“ liegt auf einem Server; bitte speichern Sie ihn als Datei auf diesem Rechner und verwenden Sie diese.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>{name} pansharpened</source>
            <translation>{name} pangeschärft</translation>
        </message>
    </context>
</TS>
