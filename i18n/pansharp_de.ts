<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
    <context>
        <name>Pansharp</name>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
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
            <translation>Pansharpening,Panbildschärfung,schärfen,Bildfusion,panchromatisch,multispektral,Auflösung,Satellit,Fernerkundung,Deep Learning,neuronales Netz</translation>
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
            <translation>PAN muss genau einen Kanal haben. Beide Raster müssen dasselbe Koordinatenbezugssystem haben, und die Pixel von PAN müssen um einen ganzzahligen Faktor, für den ein Modell trainiert wurde, kleiner sein als die von MS.</translation>
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
            <translation>Verfahren: „auto“ wählt das beste Modell für die Szene; „sipsanet“ (SIPSA-Net) kommt auch mit Objekten zurecht, die sich zwischen den beiden Aufnahmen bewegt haben; „cf2n“ (CF2N) verschmilzt grobe und feine Merkmale beider Bilder.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Engine: 'builtin' runs on the NumPy that QGIS has. The others are faster, and are installed in QGIS's options under Pansharp; 'auto' takes the fastest one here.</source>
            <translation>Engine: „builtin“ rechnet mit dem NumPy, das QGIS mitbringt. Die anderen sind schneller und werden in den Optionen von QGIS unter Pansharp installiert; „auto“ nimmt die schnellste, die hier vorhanden ist.</translation>
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
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
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
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Method</source>
            <translation>Verfahren</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The network that sharpens; 'auto' takes the best one that fits the scene.</source>
            <translation>Das Netz, das schärft; „auto“ wählt das beste, das zur Szene passt.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Area to sharpen</source>
            <translation>Zu schärfender Bereich</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Only this part of the scene is sharpened, with the pixels that all of it would have there; without an area it is all of the scene.</source>
            <translation>Nur dieser Teil der Szene wird geschärft, mit denselben Pixelwerten, die er beim Schärfen der ganzen Szene erhielte; ohne Bereich wird die ganze Szene geschärft.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/engines/page.py" />
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Engine</source>
            <translation>Engine</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>What runs the network: 'builtin' needs nothing but QGIS, the others must be installed; 'auto' is the fastest one here.</source>
            <translation>Was das Netz ausführt: „builtin“ benötigt nichts außer QGIS, die anderen müssen installiert werden; „auto“ ist die schnellste, die hier vorhanden ist.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Device</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>What the engine runs on: auto, cpu, or another one that it has, such as cuda:0.</source>
            <translation>Worauf die Engine läuft: auto, cpu oder ein anderes ihrer Geräte, etwa cuda:0.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Additional creation options</source>
            <translation>Zusätzliche Erzeugungsoptionen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>GeoTIFF creation options as KEY=VALUE, separated by '|', such as COMPRESS=ZSTD|NUM_THREADS=2; they replace the plugin's own choice.</source>
            <translation>Erzeugungsoptionen für GeoTIFF als KEY=VALUE, getrennt durch „|“, zum Beispiel COMPRESS=ZSTD|NUM_THREADS=2; sie ersetzen die Vorgaben der Erweiterung.</translation>
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
            <translation>Verwendete Engine</translation>
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
            <source>The area '{value}' is empty; choose another one, or none for all of the scene.</source>
            <translation>Der Bereich „{value}“ ist leer; wählen Sie einen anderen oder keinen für die ganze Szene.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>{role} raster '{value}' cannot be opened; check its path.</source>
            <translation>Das {role}-Raster „{value}“ lässt sich nicht öffnen; bitte prüfen Sie den Pfad.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Automatic</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <source>Built-in (NumPy)</source>
            <translation>Eingebaut (NumPy)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Processor</source>
            <translation>Prozessor</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>{count} bands</source>
            <translation>{count} Kanäle</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>ratio {ratio}</source>
            <translation>Verhältnis {ratio}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>PAN and MS lie on each other</source>
            <translation>PAN und MS liegen genau übereinander</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>; both methods make up for it</source>
            <translation>; beide Verfahren gleichen das aus</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>PAN lies {down} pixels down and {right} right of MS</source>
            <translation>PAN ist gegenüber MS um {down} Pixel nach unten und {right} nach rechts versetzt</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>overlap {percent} %</source>
            <translation>Überdeckung {percent} %</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>{bits} bits</source>
            <translation>{bits} Bit</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>[Temporary file]</source>
            <translation>[Temporäre Datei]</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Choose a PAN file</source>
            <translation>PAN-Datei wählen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Choose an MS file</source>
            <translation>MS-Datei wählen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Brings colours to where PAN shows things: for cars and crooked pairs.</source>
            <translation>Bringt die Farben dorthin, wo PAN die Dinge zeigt: für Fahrzeuge und versetzte Bildpaare.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Choose a model file</source>
            <translation>Modelldatei wählen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Models (*.onnx)</source>
            <translation>Modelle (*.onnx)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Sharpening the preview…</source>
            <translation>Vorschau wird geschärft…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Preview shows a small window of the result beside the MS.</source>
            <translation>„Vorschau“ zeigt einen kleinen Ausschnitt des Ergebnisses neben dem MS-Bild.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Run</source>
            <translation>&amp;Starten</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>about {count} h</source>
            <translation>etwa {count} h</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Choose a PAN and an MS layer of the same place.</source>
            <translation>Bitte einen PAN- und einen MS-Layer desselben Ortes wählen.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Comes closest to the truth where PAN and MS fit.</source>
            <translation>Kommt der Wirklichkeit am nächsten, wo PAN und MS zusammenpassen.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>{name} pansharpened</source>
            <translation>{name} pangeschärft</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>No area is chosen yet; choose one, or untick it for all of the scene.</source>
            <translation>Noch ist kein Bereich gewählt; wählen Sie einen, oder entfernen Sie das Häkchen für die ganze Szene.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>about {count} s</source>
            <translation>etwa {count} s</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>about {count} min</source>
            <translation>etwa {count} min</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Model {model}; drag the handle, roll the wheel to zoom.</source>
            <translation>Modell {model}; Griff ziehen, zum Zoomen Mausrad drehen.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>&amp;Run ({count} queued)</source>
            <translation>&amp;Starten ({count} in der Warteschlange)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Result: up to {size}</source>
            <translation>Ergebnis: bis zu {size}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Choose the folder that 'pansharp engines bundle' has filled</source>
            <translation>Ordner wählen, den „pansharp engines bundle“ gefüllt hat</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Not installed</source>
            <translation>Nicht installiert</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>My own Python</source>
            <translation>Eigenes Python</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Installed</source>
            <translation>Installiert</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install</source>
            <translation>Installieren</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install from folder…</source>
            <translation>Aus Ordner installieren…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Use my own Python…</source>
            <translation>Eigenes Python verwenden…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Test</source>
            <translation>Testen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <location filename="../qgis_pansharp/runs.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Show log</source>
            <translation>Protokoll anzeigen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install variant {variant} ({size} GB)</source>
            <translation>Variante {variant} installieren ({size} GB)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Choose a Python interpreter</source>
            <translation>Python-Interpreter wählen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Always there</source>
            <translation>Immer vorhanden</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>In QGIS's Python</source>
            <translation>Im Python von QGIS</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Runs on</source>
            <translation>Läuft auf</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Mpx/s</source>
            <translation>Mpx/s</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install again</source>
            <translation>Neu installieren</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Installing the engine {engine}</source>
            <translation>Die Engine {engine} wird installiert</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Removing the engine {engine}</source>
            <translation>Die Engine {engine} wird entfernt</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Checking {path}</source>
            <translation>{path} wird geprüft</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Testing the engine {engine}</source>
            <translation>Die Engine {engine} wird getestet</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Cancelled; what was installed before still is.</source>
            <translation>Abgebrochen; was zuvor installiert war, bleibt installiert.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Done.</source>
            <translation>Fertig.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/task.py" />
            <source>This failed unexpectedly; please report it with the log.</source>
            <translation>Dies ist unerwartet fehlgeschlagen; bitte melden Sie es zusammen mit dem Protokoll.</translation>
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
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>PAN layer '{name}' has no georeference of its own, so no area of it can be chosen on the map; leave the area empty, or warp both layers first.</source>
            <translation>Der PAN-Layer „{name}“ hat keine eigene Georeferenzierung, daher kann auf der Karte kein Bereich gewählt werden; bitte lassen Sie den Bereich leer oder entzerren Sie zuerst beide Layer.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>The dialog begins with these; the Processing tool has its own choices.</source>
            <translation>Der Dialog beginnt mit diesen Einstellungen; das Verarbeitungswerkzeug hat eigene.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <location filename="../qgis_pansharp/plugin.py" />
            <source>User guide</source>
            <translation>Benutzerhandbuch</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Engines</source>
            <translation>Engines</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Threads</source>
            <translation>Threads</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Memory for a block</source>
            <translation>Arbeitsspeicher für einen Block</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Block size in PAN pixels</source>
            <translation>Blockgröße in PAN-Pixeln</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Folder of further models</source>
            <translation>Ordner mit weiteren Modellen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Folder of results</source>
            <translation>Ordner für Ergebnisse</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/plugin.py" />
            <source>Pansharpen…</source>
            <translation>Pansharpening…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>Pansharpened with Pansharp on {when}</source>
            <translation>Mit Pansharp pangeschärft am {when}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>Model: {model}, method {method}</source>
            <translation>Modell: {model}, Verfahren {method}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>Engine: {engine} on {device}</source>
            <translation>Engine: {engine} auf {device}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>waiting</source>
            <translation>wartet</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>about {count} h left</source>
            <translation>noch etwa {count} h</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>Pansharpen {name}</source>
            <translation>Pansharpening: {name}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>stopping</source>
            <translation>wird abgebrochen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>about {count} s left</source>
            <translation>noch etwa {count} s</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>about {count} min left</source>
            <translation>noch etwa {count} min</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>Pansharpening was cancelled; no output was left behind.</source>
            <translation>Das Pansharpening wurde abgebrochen; es wurde keine Ausgabe hinterlassen.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>{name} is ready: {columns} x {rows} pixels in {seconds} s.</source>
            <translation>{name} ist fertig: {columns} × {rows} Pixel in {seconds} s.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>{count} waiting</source>
            <translation>{count} in Warteschlange</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>The result {path} was written, but cannot be loaded.</source>
            <translation>Das Ergebnis {path} wurde geschrieben, lässt sich aber nicht laden.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/task.py" />
            <source>Sharpening failed unexpectedly; please report this with the log.</source>
            <translation>Das Schärfen ist unerwartet fehlgeschlagen; bitte melden Sie dies zusammen mit dem Protokoll.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Scene</source>
            <translation>Szene</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;PAN layer</source>
            <translation>&amp;PAN-Layer</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;MS layer</source>
            <translation>&amp;MS-Layer</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>The coarse raster with several bands, of the same scene.</source>
            <translation>Das grobe Raster mit mehreren Kanälen, von derselben Szene.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Sharpening</source>
            <translation>Schärfen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Me&amp;thod</source>
            <translation>Ver&amp;fahren</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>M&amp;odel</source>
            <translation>M&amp;odell</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Only this &amp;area</source>
            <translation>Nur dieser &amp;Bereich</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Output &amp;file</source>
            <translation>Ausgabe&amp;datei</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Add the result as a &amp;layer</source>
            <translation>Ergebnis als &amp;Layer hinzufügen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Advanced</source>
            <translation>Erweitert</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Engine</source>
            <translation>E&amp;ngine</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Device</source>
            <translation>&amp;Gerät</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>What the engine computes on; type the name of another one, such as cuda:1.</source>
            <translation>Worauf die Engine rechnet; der Name eines anderen Geräts, etwa cuda:1, lässt sich eintippen.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Creation options</source>
            <translation>&amp;Erzeugungsoptionen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>GeoTIFF creation options as KEY=VALUE, separated by '|'; they replace the plugin's own choice.</source>
            <translation>Erzeugungsoptionen für GeoTIFF als KEY=VALUE, getrennt durch „|“; sie ersetzen die Vorgaben der Erweiterung.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Open options…</source>
            <translation>Optionen öffnen…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Pre&amp;view</source>
            <translation>&amp;Vorschau</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Sharpen a small window at the centre of the map canvas</source>
            <translation>Einen kleinen Ausschnitt in der Mitte der Kartenansicht schärfen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Method that the preview shows</source>
            <translation>Verfahren, das die Vorschau zeigt</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Pick a place</source>
            <translation>Ort wählen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Click in the map where the preview shall be</source>
            <translation>Dort in die Karte klicken, wo die Vorschau liegen soll</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Zoom out</source>
            <translation>Herauszoomen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Zoom in</source>
            <translation>Hineinzoomen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="../backend/area.py" />
            <source>area {area} and the overlap of PAN file {pan!r} and MS file {ms!r} have no pixel in common; give an area inside {extent}.</source>
            <translation>Der Bereich {area} und die Überdeckung der PAN-Datei {pan!r} mit der MS-Datei {ms!r} haben kein Pixel gemeinsam; bitte geben Sie einen Bereich innerhalb von {extent} an.</translation>
        </message>
        <message>
            <location filename="../backend/area.py" />
            <source>area {area} is no rectangle; give four finite numbers: xmin, ymin, xmax, ymax.</source>
            <translation>Der Bereich {area} ist kein Rechteck; bitte geben Sie vier endliche Zahlen an: xmin, ymin, xmax, ymax.</translation>
        </message>
        <message>
            <location filename="../backend/area.py" />
            <source>area {area} is empty; give xmin and ymin first, each less than its maximum.</source>
            <translation>Der Bereich {area} ist leer; bitte geben Sie zuerst xmin und ymin an, jeweils kleiner als das zugehörige Maximum.</translation>
        </message>
        <message>
            <location filename="../backend/cli.py" />
            <source>memory does not suffice even for small blocks; close other programs.</source>
            <translation>Der Arbeitsspeicher reicht selbst für kleine Blöcke nicht aus; bitte schließen Sie andere Programme.</translation>
        </message>
        <message>
            <location filename="../backend/cli.py" />
            <source>unexpected failure ({reason}); please report it with the input.</source>
            <translation>Unerwarteter Fehler ({reason}); bitte melden Sie ihn zusammen mit den Eingabedaten.</translation>
        </message>
        <message>
            <location filename="../backend/cli_engines.py" />
            <source>This computer is none that engines can be fetched for; give --platform and --python.</source>
            <translation>Für diesen Rechner lassen sich keine Engines herunterladen; bitte geben Sie --platform und --python an.</translation>
        </message>
        <message>
            <location filename="../backend/engines/__init__.py" />
            <source>There is no engine named '{name}'; choose one of: {choices}.</source>
            <translation>Es gibt keine Engine namens „{name}“; bitte wählen Sie eine von diesen: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/engines/__init__.py" />
            <source>The engine builtin has no device {device}, only cpu; choose that, or another engine.</source>
            <translation>Die Engine builtin hat kein Gerät {device}, nur cpu; bitte wählen Sie dieses oder eine andere Engine.</translation>
        </message>
        <message>
            <location filename="../backend/engines/__init__.py" />
            <location filename="../backend/engines/at_hand.py" />
            <location filename="../backend/environments/checking.py" />
            <source>the package {package} is not installed</source>
            <translation>das Paket {package} ist nicht installiert</translation>
        </message>
        <message>
            <location filename="../backend/engines/at_hand.py" />
            <source>The engine {name} cannot be used here ({reason}); install it, or choose the engine builtin, which needs nothing.</source>
            <translation>Die Engine {name} kann hier nicht verwendet werden ({reason}); bitte installieren Sie sie oder wählen Sie die Engine builtin, die nichts weiter benötigt.</translation>
        </message>
        <message>
            <location filename="../backend/engines/base.py" />
            <source>The engine {name} was closed; create it again to use it.</source>
            <translation>Die Engine {name} wurde geschlossen; bitte erzeugen Sie sie neu, um sie zu verwenden.</translation>
        </message>
        <message>
            <location filename="../backend/engines/base.py" />
            <source>A block of PAN with shape {pan} and MS with shape {ms} cannot be sharpened; (1, H, W) and (bands, h, w) are needed.</source>
            <translation>Ein Block aus PAN der Form {pan} und MS der Form {ms} kann nicht geschärft werden; benötigt werden (1, H, W) und (Kanäle, h, w).</translation>
        </message>
        <message>
            <location filename="../backend/engines/builtin.py" />
            <source>The model file {path} cannot be used with the built-in engine ({reason}); choose another engine or another model.</source>
            <translation>Die Modelldatei {path} kann mit der eingebauten Engine nicht verwendet werden ({reason}); bitte wählen Sie eine andere Engine oder ein anderes Modell.</translation>
        </message>
        <message>
            <location filename="../backend/engines/builtin.py" />
            <source>The model {path} cannot sharpen a block with PAN {pan} and MS {ms} ({reason}); check that the model is made for this number of bands and this ratio, or choose a larger block.</source>
            <translation>Das Modell {path} kann einen Block mit PAN {pan} und MS {ms} nicht schärfen ({reason}); bitte prüfen Sie, ob das Modell für diese Anzahl von Kanälen und dieses Verhältnis ausgelegt ist, oder wählen Sie einen größeren Block.</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>No engine here has a device {device}; choose auto, or another one.</source>
            <translation>Keine Engine hat hier ein Gerät {device}; bitte wählen Sie auto oder ein anderes.</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>Engines by megapixels per second here: {list}</source>
            <translation>Engines nach Megapixeln pro Sekunde auf diesem Rechner: {list}</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>Measuring how fast the engine {engine} is here</source>
            <translation>Es wird gemessen, wie schnell die Engine {engine} hier ist</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>{engine} on {device}: {problem}</source>
            <translation>{engine} auf {device}: {problem}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <source>it answered with garbage: {what}</source>
            <translation>sie hat Unverständliches geantwortet: {what}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <source>its process ended with code {code}</source>
            <translation>ihr Prozess endete mit dem Code {code}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <source>its process was ended by the signal {name}</source>
            <translation>ihr Prozess wurde durch das Signal {name} beendet</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <source>it cannot open shared memory: {what}</source>
            <translation>sie kann den gemeinsamen Speicher nicht öffnen: {what}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <source>it closed its output</source>
            <translation>sie hat ihre Ausgabe geschlossen</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <location filename="../backend/environments/interpreters.py" />
            <source>it did not answer in time</source>
            <translation>sie hat nicht rechtzeitig geantwortet</translation>
        </message>
        <message>
            <location filename="../backend/engines/openvino_engine.py" />
            <location filename="../backend/engines/runtime.py" />
            <source>The engine {name} was stopped.</source>
            <translation>Die Engine {name} wurde angehalten.</translation>
        </message>
        <message>
            <location filename="../backend/engines/ort.py" />
            <source>ONNX Runtime found the device {device} but cannot use it; check its driver, or choose the device cpu.</source>
            <translation>ONNX Runtime hat das Gerät {device} gefunden, kann es aber nicht verwenden; bitte prüfen Sie dessen Treiber oder wählen Sie das Gerät cpu.</translation>
        </message>
        <message>
            <location filename="../backend/engines/protocol.py" />
            <source>The engine failed ({reason}); choose another engine.</source>
            <translation>Die Engine ist gescheitert ({reason}); bitte wählen Sie eine andere Engine.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The engine {name} has no device {device} here; choose one of: {choices}.</source>
            <translation>Die Engine {name} hat hier kein Gerät {device}; bitte wählen Sie eines von diesen: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The model file {path} cannot be read; check that it exists and that you may read it.</source>
            <translation>Die Modelldatei {path} lässt sich nicht lesen; bitte prüfen Sie, ob es sie gibt und ob Sie sie lesen dürfen.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The engine {name} cannot be loaded ({reason}); install it with 'pip install {package}', or choose the engine builtin, which needs nothing.</source>
            <translation>Die Engine {name} lässt sich nicht laden ({reason}); bitte installieren Sie sie mit „pip install {package}“ oder wählen Sie die Engine builtin, die nichts weiter benötigt.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The model file {path} cannot be used with {title} ({reason}); copy or download the file again, or choose another model.</source>
            <translation>Die Modelldatei {path} kann mit {title} nicht verwendet werden ({reason}); bitte kopieren Sie die Datei erneut oder laden Sie sie neu herunter, oder wählen Sie ein anderes Modell.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>{title} cannot sharpen a block with PAN {pan} and MS {ms} using {path} ({reason}); check that the model is made for this number of bands and this ratio, or choose a larger block.</source>
            <translation>{title} kann einen Block mit PAN {pan} und MS {ms} mit {path} nicht schärfen ({reason}); bitte prüfen Sie, ob das Modell für diese Anzahl von Kanälen und dieses Verhältnis ausgelegt ist, oder wählen Sie einen größeren Block.</translation>
        </message>
        <message>
            <location filename="../backend/engines/steady.py" />
            <source>Going on with the engine {engine} ({device}) instead of {before}</source>
            <translation>Es geht mit der Engine {engine} ({device}) anstelle von {before} weiter</translation>
        </message>
        <message>
            <location filename="../backend/engines/steady.py" />
            <source>It had printed: {text}</source>
            <translation>Sie hatte ausgegeben: {text}</translation>
        </message>
        <message>
            <location filename="../backend/engines/torch_runners.py" />
            <source>16 bits did not suffice for a block; choose the precision full, or another engine.</source>
            <translation>16 Bit haben für einen Block nicht ausgereicht; bitte wählen Sie die Genauigkeit full oder eine andere Engine.</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor</source>
            <translation>den Prozessor</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>graphics cards of NVIDIA</source>
            <translation>Grafikkarten von NVIDIA</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>There is no engine named '{name}' to install; choose one of: {choices}.</source>
            <translation>Es gibt keine Engine namens „{name}“ zu installieren; bitte wählen Sie eine von diesen: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>The engine {engine} has no variant {variant}; choose one of: {choices}.</source>
            <translation>Die Engine {engine} hat keine Variante {variant}; bitte wählen Sie eine von diesen: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor and any graphics card</source>
            <translation>den Prozessor und beliebige Grafikkarten</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor and graphics of Intel</source>
            <translation>den Prozessor und Grafik von Intel</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor, and graphics of Apple</source>
            <translation>den Prozessor und Grafik von Apple</translation>
        </message>
        <message>
            <location filename="../backend/environments/checking.py" />
            <source>its {title} is {version}, but {oldest} to below {below} is needed</source>
            <translation>sein {title} hat die Version {version}, benötigt wird {oldest} bis unter {below}</translation>
        </message>
        <message>
            <location filename="../backend/environments/choosing.py" />
            <source>There is no platform '{name}'; choose one of: {choices}.</source>
            <translation>Es gibt keine Plattform „{name}“; bitte wählen Sie eine von diesen: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/choosing.py" />
            <source>Python '{name}' is not supported; choose one of: {choices}.</source>
            <translation>Python „{name}“ wird nicht unterstützt; bitte wählen Sie eines von diesen: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/choosing.py" />
            <source>The engine {engine} needs {needed} in the folder {folder}, which has {free} of free space; free some, or choose another folder.</source>
            <translation>Die Engine {engine} benötigt {needed} im Ordner {folder}, in dem {free} frei sind; bitte schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because a package is damaged or is not the one that was tested; try again, and ask whoever runs your proxy or package index if that does not help.</source>
            <translation>Die Engine {engine} wurde nicht installiert, weil ein Paket beschädigt oder nicht das geprüfte ist; bitte versuchen Sie es erneut und wenden Sie sich, wenn das nicht hilft, an den Betreiber Ihres Proxys oder Paketindex.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because the disk is full; free some space, or choose another folder.</source>
            <translation>Die Engine {engine} wurde nicht installiert, weil der Datenträger voll ist; bitte schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because file names get too long for Windows; choose a folder with a shorter path, such as C:\pansharp.</source>
            <translation>Die Engine {engine} wurde nicht installiert, weil Dateinamen für Windows zu lang werden; bitte wählen Sie einen Ordner mit kürzerem Pfad, etwa C:\pansharp.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because another program, often a virus scanner, keeps Windows from writing or starting its files; wait a minute and try again, or have the folder {folder} excepted from scanning.</source>
            <translation>Die Engine {engine} wurde nicht installiert, weil ein anderes Programm, oft ein Virenscanner, Windows daran hindert, ihre Dateien zu schreiben oder zu starten; bitte warten Sie eine Minute und versuchen Sie es erneut, oder lassen Sie den Ordner {folder} von der Prüfung ausnehmen.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because the folder {folder} may not be written to; choose a folder of your own, or ask whoever manages this computer.</source>
            <translation>Die Engine {engine} wurde nicht installiert, weil in den Ordner {folder} nicht geschrieben werden darf; bitte wählen Sie einen eigenen Ordner oder wenden Sie sich an den Administrator dieses Rechners.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} does not start because a library of Windows is missing; install Microsoft's Visual C++ Redistributable (x64) for Visual Studio 2015 to 2022, or choose another engine.</source>
            <translation>Die Engine {engine} startet nicht, weil eine Bibliothek von Windows fehlt; bitte installieren Sie Microsofts Visual C++ Redistributable (x64) für Visual Studio 2015 bis 2022 oder wählen Sie eine andere Engine.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} does not start because this system lacks a library or is too old ({reason}); choose another engine, or use a Python of your own.</source>
            <translation>Die Engine {engine} startet nicht, weil diesem System eine Bibliothek fehlt oder weil es zu alt ist ({reason}); bitte wählen Sie eine andere Engine oder verwenden Sie ein eigenes Python.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the proxy wants a user name and password (407); enter them in QGIS under Settings &gt; Options &gt; Network, or give --proxy on the command line.</source>
            <translation>Die Engine {engine} wurde nicht heruntergeladen, weil der Proxy Benutzernamen und Passwort verlangt (407); bitte tragen Sie beides in QGIS unter Einstellungen &gt; Optionen &gt; Netzwerk ein oder geben Sie auf der Befehlszeile --proxy an.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the proxy {proxy} refuses or does not answer; check it in QGIS under Settings &gt; Options &gt; Network, or install from a folder that was filled on another computer.</source>
            <translation>Die Engine {engine} wurde nicht heruntergeladen, weil der Proxy {proxy} die Verbindung ablehnt oder nicht antwortet; bitte prüfen Sie ihn in QGIS unter Einstellungen &gt; Optionen &gt; Netzwerk oder installieren Sie aus einem Ordner, der auf einem anderen Rechner gefüllt wurde.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index's certificate is not trusted; ask for your organisation's certificate and name its file in the environment variable PIP_CERT, or install from a folder that was filled on another computer.</source>
            <translation>Die Engine {engine} wurde nicht heruntergeladen, weil dem Zertifikat des Paketindex nicht vertraut wird; bitte besorgen Sie sich das Zertifikat Ihrer Organisation und geben Sie seine Datei in der Umgebungsvariablen PIP_CERT an, oder installieren Sie aus einem Ordner, der auf einem anderen Rechner gefüllt wurde.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the Python {python} has no encryption (SSL); choose another Python, or install from a folder that was filled on another computer.</source>
            <translation>Die Engine {engine} wurde nicht heruntergeladen, weil das Python {python} keine Verschlüsselung (SSL) hat; bitte wählen Sie ein anderes Python oder installieren Sie aus einem Ordner, der auf einem anderen Rechner gefüllt wurde.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index cannot be reached; check the network and the proxy, or install from a folder that was filled on another computer.</source>
            <translation>Die Engine {engine} wurde nicht heruntergeladen, weil der Paketindex nicht erreichbar ist; bitte prüfen Sie Netzwerk und Proxy oder installieren Sie aus einem Ordner, der auf einem anderen Rechner gefüllt wurde.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index refuses access; check the index and its password in pip's settings, or install from a folder that was filled on another computer.</source>
            <translation>Die Engine {engine} wurde nicht heruntergeladen, weil der Paketindex den Zugriff verweigert; bitte prüfen Sie den Index und sein Passwort in den Einstellungen von pip oder installieren Sie aus einem Ordner, der auf einem anderen Rechner gefüllt wurde.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index is out of order or overloaded; try again later.</source>
            <translation>Die Engine {engine} wurde nicht heruntergeladen, weil der Paketindex gestört oder überlastet ist; bitte versuchen Sie es später erneut.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because there is no package of it for {python} or for a system as old as this one; choose another engine, or use a Python of your own.</source>
            <translation>Die Engine {engine} wurde nicht installiert, weil es davon kein Paket für {python} oder für ein so altes System wie dieses gibt; bitte wählen Sie eine andere Engine oder verwenden Sie ein eigenes Python.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index has no {build} for {python}; its makers keep builds without CUDA in an index of their own, so take the larger variant cuda, which works without a card too, give pip that index's address as extra-index-url (PyTorch's installation page shows it for Pip, Linux and CPU), or choose OpenVINO, which is faster on a processor.</source>
            <translation>Die Engine {engine} wurde nicht geholt, weil der Paketindex kein {build} für {python} hat; Ausgaben ohne CUDA liegen in einem eigenen Index der Hersteller: Nehmen Sie die größere Variante cuda, die auch ohne Grafikkarte arbeitet, geben Sie pip dessen Adresse als extra-index-url (die Installationsseite von PyTorch nennt sie für Pip, Linux und CPU), oder wählen Sie OpenVINO, das auf einem Prozessor schneller ist.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because the Python {python} has no pip; install it (on Debian and Ubuntu the package python3-venv), or choose another Python.</source>
            <translation>Die Engine {engine} wurde nicht installiert, weil das Python {python} kein pip hat; bitte installieren Sie es (unter Debian und Ubuntu das Paket python3-venv) oder wählen Sie ein anderes Python.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because memory does not suffice; close other programs and try again.</source>
            <translation>Die Engine {engine} wurde nicht installiert, weil der Arbeitsspeicher nicht ausreicht; bitte schließen Sie andere Programme und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because no Python was found that can make room for it; choose one of Python 3.9 to 3.14 yourself.</source>
            <translation>Die Engine {engine} wurde nicht installiert, weil kein Python gefunden wurde, das eine Umgebung für sie anlegen kann; bitte wählen Sie selbst ein Python von 3.9 bis 3.14.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The Python {python} cannot be used for the engine {engine} ({reason}); choose another one.</source>
            <translation>Das Python {python} kann für die Engine {engine} nicht verwendet werden ({reason}); bitte wählen Sie ein anderes.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} cannot be changed while another installation is under way in {folder}; wait until it has ended.</source>
            <translation>Die Engine {engine} kann nicht geändert werden, während in {folder} eine andere Installation läuft; bitte warten Sie, bis sie beendet ist.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} is not installed in {folder}; install it first.</source>
            <translation>Die Engine {engine} ist in {folder} nicht installiert; bitte installieren Sie sie zuerst.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} does not work here ({reason}); choose another engine, or install it again.</source>
            <translation>Die Engine {engine} funktioniert hier nicht ({reason}); bitte wählen Sie eine andere Engine oder installieren Sie sie neu.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} cannot be used because its results differ from the built-in engine's by {reason} of 2047; choose another engine.</source>
            <translation>Die Engine {engine} kann nicht verwendet werden, weil ihre Ergebnisse um {reason} von 2047 von denen der eingebauten Engine abweichen; bitte wählen Sie eine andere Engine.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed ({reason}); the log tells more.</source>
            <translation>Die Engine {engine} wurde nicht installiert ({reason}); Näheres steht im Protokoll.</translation>
        </message>
        <message>
            <location filename="../backend/environments/fetching.py" />
            <source>{count} of {total} packages were fetched before and are used again</source>
            <translation>{count} von {total} Paketen wurden schon früher heruntergeladen und werden wieder verwendet</translation>
        </message>
        <message>
            <location filename="../backend/environments/fetching.py" />
            <source>Fetching {name} {version}, package {number} of {total} ({size} in all)</source>
            <translation>{name} {version} wird heruntergeladen, Paket {number} von {total} (insgesamt {size})</translation>
        </message>
        <message>
            <location filename="../backend/environments/interpreters.py" />
            <source>it is no Python</source>
            <translation>es ist kein Python</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>the Python that it was installed with has gone or changed; install it again</source>
            <translation>das Python, mit dem sie installiert wurde, fehlt oder hat sich geändert; bitte installieren Sie sie neu</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>{title} for {use}, with {python}</source>
            <translation>{title} für {use}, mit {python}</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>Checking that it sharpens, and how fast</source>
            <translation>Es wird geprüft, ob und wie schnell sie schärft</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>it is {python}, but 3.9 to 3.14 is needed</source>
            <translation>es ist {python}, benötigt wird 3.9 bis 3.14</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>Unpacking {count} packages</source>
            <translation>{count} Pakete werden entpackt</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>Some old files are still in use and stay for now.</source>
            <translation>Einige alte Dateien werden noch verwendet und bleiben vorerst.</translation>
        </message>
        <message>
            <location filename="../backend/environments/pins.py" />
            <location filename="../backend/environments/wheels.py" />
            <source>Python {version} on {system}</source>
            <translation>Python {version} unter {system}</translation>
        </message>
        <message>
            <location filename="../backend/environments/pins.py" />
            <source>The plugin's file {path} cannot be read ({reason}); install the plugin again.</source>
            <translation>Die Datei {path} der Erweiterung lässt sich nicht lesen ({reason}); bitte installieren Sie die Erweiterung neu.</translation>
        </message>
        <message>
            <location filename="../backend/environments/processes.py" />
            <source>cancelled; what was installed before still is.</source>
            <translation>Abgebrochen; was zuvor installiert war, bleibt installiert.</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The folder {folder} was filled for the engine {filled}, not for {engine}; choose another folder.</source>
            <translation>Der Ordner {folder} wurde für die Engine {filled} gefüllt, nicht für {engine}; bitte wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The folder {folder} was filled for {filled}, but this is {here}; fill one for this computer with 'pansharp engines bundle {engine} --platform {platform} --python {python}'.</source>
            <translation>Der Ordner {folder} wurde für {filled} gefüllt, hier läuft aber {here}; bitte füllen Sie einen für diesen Rechner mit „pansharp engines bundle {engine} --platform {platform} --python {python}“.</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The file {path} is damaged, or is not the one that was tested; copy it again.</source>
            <translation>Die Datei {path} ist beschädigt oder nicht die geprüfte; bitte kopieren Sie sie erneut.</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The folder {folder} lacks the package {package} {version} for {target}; fill it with this version of the plugin by 'pansharp engines bundle {engine}'.</source>
            <translation>Im Ordner {folder} fehlt das Paket {package} {version} für {target}; bitte füllen Sie ihn mit dieser Version der Erweiterung mittels „pansharp engines bundle {engine}“.</translation>
        </message>
        <message>
            <location filename="../backend/estimate.py" />
            <source>{size:.1f} MB</source>
            <translation>{size:.1f} MB</translation>
        </message>
        <message>
            <location filename="../backend/estimate.py" />
            <source>output folder {folder} has {free} of free space, but the result may take {needed}; free some space, choose another folder or a smaller area.</source>
            <translation>Im Ausgabeordner {folder} sind {free} frei, das Ergebnis kann aber {needed} belegen; bitte schaffen Sie Platz oder wählen Sie einen anderen Ordner oder einen kleineren Bereich.</translation>
        </message>
        <message>
            <location filename="../backend/estimate.py" />
            <source>{size:.1f} GB</source>
            <translation>{size:.1f} GB</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>coastal</source>
            <translation>Coastal</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>blue</source>
            <translation>Blau</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>green</source>
            <translation>Grün</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>yellow</source>
            <translation>Gelb</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>red</source>
            <translation>Rot</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>red edge</source>
            <translation>Red Edge</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>NIR</source>
            <translation>NIR</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>NIR 2</source>
            <translation>NIR 2</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>SWIR 1</source>
            <translation>SWIR 1</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>SWIR 2</source>
            <translation>SWIR 2</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>{first}, {last}</source>
            <translation>{first}, {last}</translation>
        </message>
        <message>
            <location filename="../backend/models/card.py" />
            <source>model file {source!r} has a damaged card ({reason}); get the model file again, or use a bundled model.</source>
            <translation>Die Modelldatei {source!r} hat eine beschädigte Modellkarte ({reason}); bitte besorgen Sie die Modelldatei erneut oder verwenden Sie ein mitgeliefertes Modell.</translation>
        </message>
        <message>
            <location filename="../backend/models/further.py" />
            <source>The model folder {folder!r} is passed over ({reason})</source>
            <translation>Der Modellordner {folder!r} wird übergangen ({reason})</translation>
        </message>
        <message>
            <location filename="../backend/models/further.py" />
            <source>A further model is passed over: {reason}</source>
            <translation>Ein weiteres Modell wird übergangen: {reason}</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>The model file {path} cannot be used ({reason}); copy or download the file again, or choose another model.</source>
            <translation>Die Modelldatei {path} kann nicht verwendet werden ({reason}); bitte kopieren Sie die Datei erneut oder laden Sie sie neu herunter, oder wählen Sie ein anderes Modell.</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged or not an ONNX model (a number runs past its end)</source>
            <translation>sie ist beschädigt oder kein ONNX-Modell (eine Zahl reicht über das Dateiende hinaus)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it holds no network</source>
            <translation>sie enthält kein Netz</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>The model file {path} cannot be read ({reason}); check that it exists and that you may read it.</source>
            <translation>Die Modelldatei {path} lässt sich nicht lesen ({reason}); bitte prüfen Sie, ob es sie gibt und ob Sie sie lesen dürfen.</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a field has the wrong kind)</source>
            <translation>sie ist beschädigt (ein Feld hat die falsche Art)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (numbers are cut off)</source>
            <translation>sie ist beschädigt (Zahlen sind abgeschnitten)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it does not say which version of ONNX's operators it uses</source>
            <translation>sie gibt nicht an, welche Version der ONNX-Operatoren sie verwendet</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>its attribute '{name}' has a kind this plugin does not read</source>
            <translation>ihr Attribut „{name}“ hat eine Art, die diese Erweiterung nicht unterstützt</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (attribute '{name}' does not hold what it says)</source>
            <translation>sie ist beschädigt (das Attribut „{name}“ enthält nicht, was es angibt)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a number has the wrong size)</source>
            <translation>sie ist beschädigt (eine Zahl hat die falsche Größe)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>the weight '{name}' has a data type that this plugin does not read</source>
            <translation>das Gewicht „{name}“ hat einen Datentyp, den diese Erweiterung nicht unterstützt</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>the weight '{name}' has another size than it says</source>
            <translation>das Gewicht „{name}“ hat eine andere Größe als angegeben</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>the weight '{name}' has an impossible shape</source>
            <translation>das Gewicht „{name}“ hat eine unmögliche Form</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a weight is cut off)</source>
            <translation>sie ist beschädigt (ein Gewicht ist abgeschnitten)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a weight holds an impossible number)</source>
            <translation>sie ist beschädigt (ein Gewicht enthält eine unmögliche Zahl)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is larger than {size} MiB</source>
            <translation>sie ist größer als {size} MiB</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is truncated, damaged or not an ONNX model</source>
            <translation>sie ist abgeschnitten, beschädigt oder kein ONNX-Modell</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a name is not text)</source>
            <translation>sie ist beschädigt (ein Name ist kein Text)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged or not an ONNX model (unknown kind of field)</source>
            <translation>sie ist beschädigt oder kein ONNX-Modell (unbekannte Art von Feld)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it uses functions of its own, which this plugin does not run</source>
            <translation>sie verwendet eigene Funktionen, die diese Erweiterung nicht unterstützt</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it stores sparse weights, which this plugin does not read</source>
            <translation>sie speichert dünn besetzte Gewichte, die diese Erweiterung nicht unterstützt</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it keeps its weights in another file; ask for a model in one file</source>
            <translation>ihre Gewichte liegen in einer anderen Datei; benötigt wird ein Modell in einer einzigen Datei</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it stores a weight in segments, which this plugin does not read</source>
            <translation>sie speichert ein Gewicht in Abschnitten, was diese Erweiterung nicht unterstützt</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it is the smallest that has all of the named bands</source>
            <translation>es ist das kleinste Modell, das alle benannten Kanäle hat</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>model file {path!r} is a folder; choose a file in it.</source>
            <translation>Die Modelldatei {path!r} ist ein Ordner; bitte wählen Sie eine Datei darin.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>model file {path!r} does not exist; check the path.</source>
            <translation>Die Modelldatei {path!r} existiert nicht; bitte prüfen Sie den Pfad.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>model file {path!r} carries no Pansharp card; export it with 'python -m training export'.</source>
            <translation>Die Modelldatei {path!r} enthält keine Modellkarte von Pansharp; bitte exportieren Sie sie mit „python -m training export“.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>unknown method {method!r}; choose auto, {first} or {second}.</source>
            <translation>Unbekanntes Verfahren {method!r}; bitte wählen Sie auto, {first} oder {second}.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>no model is installed for method {method!r}; reinstall the plugin.</source>
            <translation>Für das Verfahren {method!r} ist kein Modell installiert; bitte installieren Sie die Erweiterung neu.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have ratio {ratio}, for which there is no model (available: {ratios}); resample one of them.</source>
            <translation>Die PAN-Datei {pan!r} und die MS-Datei {ms!r} haben das Verhältnis {ratio}, für das es kein Modell gibt (verfügbar: {ratios}); bitte tasten Sie eine der beiden neu ab.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it is the one for ratio {ratio}</source>
            <translation>es ist das Modell für das Verhältnis {ratio}</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it has the usual bands of an MS with {count} bands</source>
            <translation>es hat die üblichen Kanäle eines MS mit {count} Kanälen</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>the bands have no names, and it sharpens them in the fewest passes</source>
            <translation>die Kanäle haben keine Namen, und dieses Modell schärft sie in den wenigsten Durchgängen</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it lacks the fewest of the bands, only {bands}</source>
            <translation>ihm fehlen die wenigsten Kanäle, nur {bands}</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it is the smallest that has all of the bands</source>
            <translation>es ist das kleinste Modell, das alle Kanäle hat</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it has exactly the bands of this MS</source>
            <translation>es hat genau die Kanäle dieses MS</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>{count} threads cannot be used; give a number above 0, or 0 for as many as there are cores.</source>
            <translation>{count} Threads sind nicht möglich; bitte geben Sie eine Zahl über 0 an oder 0 für so viele, wie es Kerne gibt.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>There is no precision {name!r}; choose one of: {choices}.</source>
            <translation>Es gibt keine Genauigkeit {name!r}; bitte wählen Sie eine von diesen: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>a block cannot have {size} pixels a side; give a number above 0, or 0 for as many as the memory suffices for.</source>
            <translation>Ein Block kann keine Seitenlänge von {size} Pixeln haben; bitte geben Sie eine Zahl über 0 an oder 0 für so viele, wie der Arbeitsspeicher erlaubt.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>model file {path!r} is of method {found}, not {wanted}; leave the method at auto.</source>
            <translation>Die Modelldatei {path!r} gehört zum Verfahren {found}, nicht zu {wanted}; bitte belassen Sie das Verfahren auf auto.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have ratio {ratio}, but model file {model!r} takes {other}; choose another model.</source>
            <translation>Die PAN-Datei {pan!r} und die MS-Datei {ms!r} haben das Verhältnis {ratio}, die Modelldatei {model!r} erwartet aber {other}; bitte wählen Sie ein anderes Modell.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} has an unreadable header; get an intact copy.</source>
            <translation>Die {role}-Datei {path!r} hat einen unlesbaren Dateikopf; bitte besorgen Sie eine unbeschädigte Kopie.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} cannot be read as a raster ({reason}); choose an existing file that GDAL can open.</source>
            <translation>Die {role}-Datei {name} lässt sich nicht als Raster lesen ({reason}); bitte wählen Sie eine vorhandene Datei, die GDAL öffnen kann.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} holds no raster band; name the raster inside it that you mean.</source>
            <translation>Die {role}-Datei {path!r} enthält keinen Rasterkanal; bitte geben Sie an, welches Raster darin gemeint ist.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} holds indices of a palette, not brightness; choose the original image.</source>
            <translation>Die {role}-Datei {path!r} enthält Indizes einer Farbpalette, keine Helligkeiten; bitte wählen Sie das ursprüngliche Bild.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} has data type {dtype}; convert it to one of UInt8, UInt16, Int16 or Float32.</source>
            <translation>Die {role}-Datei {path!r} hat den Datentyp {dtype}; bitte wandeln Sie sie in UInt8, UInt16, Int16 oder Float32 um.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} does not exist; check the path.</source>
            <translation>Die {role}-Datei {name} existiert nicht; bitte prüfen Sie den Pfad.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} is a folder; choose a raster in it.</source>
            <translation>Die {role}-Datei {name} ist ein Ordner; bitte wählen Sie ein Raster darin.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} may not be read; ask for the right to.</source>
            <translation>Die {role}-Datei {name} darf nicht gelesen werden; bitte lassen Sie sich das Leserecht geben.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} does not suit data type {dtype}; {key} takes one of {choices} there.</source>
            <translation>Die Erzeugungsoption {option!r} passt nicht zum Datentyp {dtype}; {key} nimmt dort einen dieser Werte an: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} leaves too few bits for the nodata value {nodata:g}; give more bits or leave it out.</source>
            <translation>Die Erzeugungsoption {option!r} lässt zu wenige Bits für den Leerwert (NoData) {nodata:g}; bitte geben Sie mehr Bits an oder lassen Sie sie weg.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} must be a GeoTIFF: give it a name ending in .tif.</source>
            <translation>Die Ausgabe {path!r} muss ein GeoTIFF sein; bitte geben Sie ihr einen Namen, der auf .tif endet.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} is a folder; give the name of a file in it.</source>
            <translation>Die Ausgabe {path!r} ist ein Ordner; bitte geben Sie den Namen einer Datei darin an.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output folder {name} does not exist; create it first.</source>
            <translation>Der Ausgabeordner {name} existiert nicht; bitte legen Sie ihn zuerst an.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output folder {folder!r} cannot be written to; choose another.</source>
            <translation>In den Ausgabeordner {folder!r} kann nicht geschrieben werden; bitte wählen Sie einen anderen.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} must have the form KEY=VALUE, such as COMPRESS=LZW.</source>
            <translation>Die Erzeugungsoption {option!r} muss die Form KEY=VALUE haben, zum Beispiel COMPRESS=LZW.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {key!r} is not known to GDAL's GeoTIFF driver; leave it out.</source>
            <translation>Die Erzeugungsoption {key!r} ist dem GeoTIFF-Treiber von GDAL nicht bekannt; bitte lassen Sie sie weg.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} has no meaning to GDAL; {key} takes one of {choices}.</source>
            <translation>Die Erzeugungsoption {option!r} ist für GDAL ungültig; {key} nimmt einen dieser Werte an: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} would let programs read other pixels here than were written; leave it out.</source>
            <translation>Mit der Erzeugungsoption {option!r} würden Programme hier andere Pixel lesen, als geschrieben wurden; bitte lassen Sie sie weg.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <location filename="../backend/raster/writer.py" />
            <source>output {path!r} cannot be created ({reason}); check the creation options, the folder and the free space.</source>
            <translation>Die Ausgabe {path!r} lässt sich nicht anlegen ({reason}); bitte prüfen Sie die Erzeugungsoptionen, den Ordner und den freien Speicherplatz.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} is the same file as an input; choose another name.</source>
            <translation>Die Ausgabe {path!r} ist dieselbe Datei wie eine Eingabe; bitte wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} exists already; choose another name or allow overwriting (--overwrite).</source>
            <translation>Die Ausgabe {path!r} existiert bereits; bitte wählen Sie einen anderen Namen oder erlauben Sie das Überschreiben (--overwrite).</translation>
        </message>
        <message>
            <location filename="../backend/raster/reader.py" />
            <source>{role} file {path!r} cannot be read at row {row}, column {column} ({reason}); get an intact copy with all files that belong to it.</source>
            <translation>Die {role}-Datei {path!r} lässt sich bei Zeile {row}, Spalte {column} nicht lesen ({reason}); bitte besorgen Sie eine unbeschädigte Kopie mit allen zugehörigen Dateien.</translation>
        </message>
        <message>
            <location filename="../backend/raster/reader.py" />
            <source>{role} file {path!r} is closed already.</source>
            <translation>Die {role}-Datei {path!r} ist bereits geschlossen.</translation>
        </message>
        <message>
            <location filename="../backend/raster/writer.py" />
            <source>output {path!r} could not be written ({reason}); check the free space, the rights on its folder and the creation options.</source>
            <translation>Die Ausgabe {path!r} konnte nicht geschrieben werden ({reason}); bitte prüfen Sie den freien Speicherplatz, die Rechte an ihrem Ordner und die Erzeugungsoptionen.</translation>
        </message>
        <message>
            <location filename="../backend/raster/writer.py" />
            <source>output {path!r} could not be put in place ({reason}); close other programs that use it.</source>
            <translation>Die Ausgabe {path!r} konnte nicht an ihrem Zielort abgelegt werden ({reason}); bitte schließen Sie andere Programme, die sie verwenden.</translation>
        </message>
        <message>
            <location filename="../backend/raster/writer.py" />
            <source>GDAL warns about output {path!r}: {warning}</source>
            <translation>GDAL warnt bei der Ausgabe {path!r}: {warning}</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {path!r} has a band of transparency beside its own; extract the first band.</source>
            <translation>Die PAN-Datei {path!r} hat zusätzlich zu ihrem Bildkanal einen Transparenzkanal; bitte extrahieren Sie den ersten Kanal.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {path!r} has {count} bands; PAN must have exactly one: check that PAN and MS are not swapped.</source>
            <translation>Die PAN-Datei {path!r} hat {count} Kanäle; PAN muss genau einen haben: bitte prüfen Sie, ob PAN und MS vertauscht sind.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>MS file {path!r} has a band of transparency as its last; extract the others, or name the band if it is near infrared.</source>
            <translation>Die MS-Datei {path!r} hat als letzten Kanal einen Transparenzkanal; bitte extrahieren Sie die anderen oder geben Sie dem Kanal einen Namen, falls er das nahe Infrarot enthält.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not overlap; choose a pair of one place.</source>
            <translation>Die PAN-Datei {pan!r} und die MS-Datei {ms!r} überdecken sich nicht; bitte wählen Sie ein Bildpaar desselben Ortes.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: {without} has no geotransform (control points do not count) and the other one has; georeference both or neither.</source>
            <translation>Die PAN-Datei {pan!r} und die MS-Datei {ms!r} passen nicht zusammen: {without} hat keine Geotransformation (Passpunkte zählen nicht), die andere hat eine; bitte georeferenzieren Sie beide oder keine.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: a geotransform is not finite; set it anew.</source>
            <translation>Die PAN-Datei {pan!r} und die MS-Datei {ms!r} passen nicht zusammen: Eine Geotransformation ist nicht endlich; bitte setzen Sie sie neu.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: {without} has no coordinate reference system and the other one has; assign the right one.</source>
            <translation>Die PAN-Datei {pan!r} und die MS-Datei {ms!r} passen nicht zusammen: {without} hat kein Koordinatenbezugssystem, die andere hat eines; bitte weisen Sie das richtige zu.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have different coordinate reference systems ({pan_crs} and {ms_crs}); reproject MS to PAN's first.</source>
            <translation>Die PAN-Datei {pan!r} und die MS-Datei {ms!r} haben verschiedene Koordinatenbezugssysteme ({pan_crs} und {ms_crs}); bitte projizieren Sie MS zuerst in das von PAN um.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: a geotransform has pixels without an area; set it anew.</source>
            <translation>Die PAN-Datei {pan!r} und die MS-Datei {ms!r} passen nicht zusammen: Eine Geotransformation hat Pixel ohne Fläche; bitte setzen Sie sie neu.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} are turned or sheared against each other (by up to {off:.2f} PAN pixels); warp both to one direction first, such as north up.</source>
            <translation>Die PAN-Datei {pan!r} und die MS-Datei {ms!r} sind gegeneinander gedreht oder geschert (um bis zu {off:.2f} PAN-Pixel); bitte transformieren Sie zuerst beide in eine Richtung, etwa mit Norden oben.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} run in opposite directions: one of them is stored upside down or mirrored; warp it to the other's direction.</source>
            <translation>Die PAN-Datei {pan!r} und die MS-Datei {ms!r} verlaufen in entgegengesetzte Richtungen: Eine der beiden ist kopfüber oder gespiegelt gespeichert; bitte transformieren Sie sie in die Richtung der anderen.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have pixel sizes of ratio {across:.4g} x {down:.4g}; PAN pixels must be a whole number of times smaller than MS pixels: resample MS first.</source>
            <translation>Die Pixelgrößen der PAN-Datei {pan!r} und der MS-Datei {ms!r} stehen im Verhältnis {across:.4g} × {down:.4g}; PAN-Pixel müssen um einen ganzzahligen Faktor kleiner sein als MS-Pixel; bitte tasten Sie MS zuerst neu ab.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not lie on one grid: MS is off by up to {off:.2f} PAN pixels; warp MS to PAN's grid first.</source>
            <translation>Die PAN-Datei {pan!r} und die MS-Datei {ms!r} liegen nicht auf einem gemeinsamen Gitter: MS weicht um bis zu {off:.2f} PAN-Pixel ab; bitte transformieren Sie MS zuerst auf das Gitter von PAN.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have no georeference and sizes of ratio {across:.3f} x {down:.3f}; PAN must be a whole number of times as large as MS in both directions.</source>
            <translation>Die PAN-Datei {pan!r} und die MS-Datei {ms!r} haben keine Georeferenzierung und Größen im Verhältnis {across:.3f} × {down:.3f}; PAN muss in beiden Richtungen um einen ganzzahligen Faktor größer sein als MS.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not show the same ground: by their control points or RPC a corner of MS is off by {off:.0f} PAN pixels; choose a pair of one place, or warp both to one grid first.</source>
            <translation>Die PAN-Datei {pan!r} und die MS-Datei {ms!r} zeigen nicht denselben Boden: Nach ihren Passpunkten oder RPC liegt eine Ecke von MS um {off:.0f} PAN-Pixel daneben; bitte wählen Sie ein Bildpaar desselben Ortes oder transformieren Sie zuerst beide auf ein Gitter.</translation>
        </message>
        <message>
            <location filename="../backend/sharpen.py" />
            <source>Memory does not suffice for {columns} x {rows} pixels; going on in smaller blocks</source>
            <translation>Der Arbeitsspeicher reicht für {columns} × {rows} Pixel nicht aus; es geht in kleineren Blöcken weiter</translation>
        </message>
        <message>
            <location filename="../backend/sharpen.py" />
            <source>Lossy compression may leave values in pixels without data, and make others look as if they had none; choose a lossless one where that matters</source>
            <translation>Verlustbehaftete Kompression kann in Pixeln ohne Daten Werte hinterlassen und andere wie leere aussehen lassen; wo es darauf ankommt, wählen Sie eine verlustfreie</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>cancelled; no output was left behind.</source>
            <translation>Abgebrochen; es wurde keine Ausgabe hinterlassen.</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} below and {right:.1f} to the right of MS (in PAN pixels)</source>
            <translation>PAN ist gegenüber MS um {down:.1f} PAN-Pixel nach unten und {right:.1f} nach rechts versetzt</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{place}; its detail is moved onto MS, whose position the result keeps</source>
            <translation>{place}; seine Details werden auf MS verschoben, dessen Lage das Ergebnis behält</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} below MS (in PAN pixels)</source>
            <translation>PAN ist gegenüber MS um {down:.1f} PAN-Pixel nach unten versetzt</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {right:.1f} to the right of MS (in PAN pixels)</source>
            <translation>PAN ist gegenüber MS um {right:.1f} PAN-Pixel nach rechts versetzt</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} above and {right:.1f} to the left of MS (in PAN pixels)</source>
            <translation>PAN ist gegenüber MS um {down:.1f} PAN-Pixel nach oben und {right:.1f} nach links versetzt</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} above and {right:.1f} to the right of MS (in PAN pixels)</source>
            <translation>PAN ist gegenüber MS um {down:.1f} PAN-Pixel nach oben und {right:.1f} nach rechts versetzt</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} below and {right:.1f} to the left of MS (in PAN pixels)</source>
            <translation>PAN ist gegenüber MS um {down:.1f} PAN-Pixel nach unten und {right:.1f} nach links versetzt</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>Model {model} {version} on engine {engine} ({device})</source>
            <translation>Modell {model} {version} mit der Engine {engine} ({device})</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>model file {path!r} returns blocks of another size than its card promises; use a bundled model.</source>
            <translation>Die Modelldatei {path!r} liefert Blöcke anderer Größe, als ihre Modellkarte verspricht; bitte verwenden Sie ein mitgeliefertes Modell.</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS lies {off:.1f} PAN pixels lower and further right than PAN, as where single pixels of a finer image were kept; its colours are moved onto PAN</source>
            <translation>MS liegt um {off:.1f} PAN-Pixel tiefer und weiter rechts als PAN, wie dort, wo von einem feineren Bild einzelne Pixel behalten wurden; seine Farben werden auf PAN verschoben</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{place} once that is undone; its detail is moved by as much</source>
            <translation>{place}, sobald das behoben ist; seine Details werden um ebenso viel verschoben</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} above MS (in PAN pixels)</source>
            <translation>PAN ist gegenüber MS um {down:.1f} PAN-Pixel nach oben versetzt</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {right:.1f} to the left of MS (in PAN pixels)</source>
            <translation>PAN ist gegenüber MS um {right:.1f} PAN-Pixel nach links versetzt</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS file {path!r} has transparency as its band {number}; extract the other bands.</source>
            <translation>Die MS-Datei {path!r} hat als Kanal {number} einen Transparenzkanal; bitte extrahieren Sie die anderen Kanäle.</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{bands} bands take {passes} passes of this model</source>
            <translation>{bands} Kanäle benötigen {passes} Durchgänge dieses Modells</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>No pixel holds data in both rasters; the output will be empty</source>
            <translation>Kein Pixel enthält in beiden Rastern Daten; die Ausgabe wird leer sein</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS lies {off:.1f} PAN pixels higher and further left than PAN, as where single pixels of a finer image were kept; its colours are moved onto PAN</source>
            <translation>MS liegt um {off:.1f} PAN-Pixel höher und weiter links als PAN, wie dort, wo von einem feineren Bild einzelne Pixel behalten wurden; seine Farben werden auf PAN verschoben</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS has bands without any data ({numbers}), and pixels count only where all bands hold some; leave these bands out</source>
            <translation>MS hat Kanäle ganz ohne Daten ({numbers}), und Pixel zählen nur, wo alle Kanäle welche enthalten; lassen Sie diese Kanäle weg</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{role} has pixels of {value:g}, far from all others; if they hold no data, state this value as its nodata value and run again</source>
            <translation>{role} hat Pixel mit dem Wert {value:g}, fern von allen anderen; falls sie keine Daten enthalten, geben Sie diesen Wert als Leerwert (NoData) der Datei an und starten Sie noch einmal</translation>
        </message>
    </context>
</TS>
