<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it_IT" sourcelanguage="en">
    <context>
        <name>Pansharp</name>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Pansharpen</source>
            <translation>Esegui pansharpening</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Pansharpening</source>
            <translation>Pansharpening</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>pansharpening,sharpen,fusion,panchromatic,multispectral,resolution,satellite,deep learning,neural network</source>
            <translation>pansharpening,affinare,nitidezza,fusione,pancromatico,multispettrale,risoluzione,satellite,telerilevamento,apprendimento profondo,rete neurale</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Gives a multispectral raster the detail of a panchromatic one.</source>
            <translation>Dà a un raster multispettrale il dettaglio di uno pancromatico.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Gives a multispectral raster (MS) the detail of the panchromatic raster (PAN) of the same scene, with a trained neural network.</source>
            <translation>Dà a un raster multispettrale (MS) il dettaglio del raster pancromatico (PAN) della stessa scena, con una rete neurale addestrata.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>PAN must have exactly one band. Both rasters must have the same coordinate reference system, and PAN's pixels must be smaller than those of MS by a whole number that a model was trained for.</source>
            <translation>PAN deve avere esattamente una banda. Entrambi i raster devono avere lo stesso sistema di riferimento delle coordinate e i pixel di PAN devono essere più piccoli di quelli di MS di un fattore intero per il quale è stato addestrato un modello.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>MS may have any bands in any order. Bands are known by their names, such as blue, red edge or NIR; those that the model was not trained for are sharpened like the one nearest in wavelength, which takes longer.</source>
            <translation>MS può avere bande qualsiasi in qualsiasi ordine. Le bande si riconoscono dal nome, come blue, red edge o NIR; quelle per cui il modello non è stato addestrato vengono affinate come la più vicina in lunghezza d'onda, il che richiede più tempo.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The result covers what both rasters cover. It has PAN's grid, and the data type, bands and nodata of MS.</source>
            <translation>Il risultato copre ciò che coprono entrambi i raster. Ha la griglia di PAN, e il tipo di dato, le bande e il valore nodata di MS.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Method: 'auto' takes the best model for the scene; 'sipsanet' (SIPSA-Net) also copes with things that moved between the two images; 'cf2n' (CF2N) fuses coarse and fine features of both.</source>
            <translation>Metodo: “auto” prende il modello migliore per la scena; “sipsanet” (SIPSA-Net) gestisce anche gli oggetti che si sono spostati tra le due immagini; “cf2n” (CF2N) fonde caratteristiche grossolane e fini di entrambe.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Engine: 'builtin' runs on the NumPy that QGIS has. The others are faster, and are installed in QGIS's options under Pansharp; 'auto' takes the fastest one here.</source>
            <translation>Motore: “builtin” usa il NumPy fornito con QGIS. Gli altri sono più veloci e si installano nelle opzioni di QGIS, alla voce Pansharp; “auto” prende il più veloce su questo computer.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Scenes may have any size: rasters are read and written block by block. The result appears under its name only when it is complete.</source>
            <translation>Le scene possono avere qualsiasi dimensione: i raster vengono letti e scritti blocco per blocco. Il risultato compare con il suo nome solo quando è completo.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Panchromatic layer (PAN)</source>
            <translation>Layer pancromatico (PAN)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>The fine raster with exactly one band.</source>
            <translation>Il raster fine, con esattamente una banda.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Multispectral layer (MS)</source>
            <translation>Layer multispettrale (MS)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The coarse raster with any bands, of the same scene and in the same system.</source>
            <translation>Il raster grossolano con bande qualsiasi, della stessa scena e nello stesso sistema di riferimento.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Method</source>
            <translation>Metodo</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The network that sharpens; 'auto' takes the best one that fits the scene.</source>
            <translation>La rete che affina; “auto” prende la migliore adatta alla scena.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Area to sharpen</source>
            <translation>Area da affinare</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Only this part of the scene is sharpened, with the pixels that all of it would have there; without an area it is all of the scene.</source>
            <translation>Viene affinata solo questa parte della scena, con gli stessi pixel che vi avrebbe la scena intera; senza area è tutta la scena.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/engines/page.py" />
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Engine</source>
            <translation>Motore</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>What runs the network: 'builtin' needs nothing but QGIS, the others must be installed; 'auto' is the fastest one here.</source>
            <translation>Ciò che esegue la rete: “builtin” richiede solo QGIS, gli altri vanno installati; “auto” è il più veloce su questo computer.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Device</source>
            <translation>Dispositivo</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>What the engine runs on: auto, cpu, or another one that it has, such as cuda:0.</source>
            <translation>Dove viene eseguito il motore: auto, cpu o un altro dei suoi dispositivi, ad esempio cuda:0.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Additional creation options</source>
            <translation>Opzioni di creazione aggiuntive</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>GeoTIFF creation options as KEY=VALUE, separated by '|', such as COMPRESS=ZSTD|NUM_THREADS=2; they replace the plugin's own choice.</source>
            <translation>Opzioni di creazione del GeoTIFF come KEY=VALUE, separate da “|”, ad esempio COMPRESS=ZSTD|NUM_THREADS=2; sostituiscono quelle scelte dal plugin.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Pansharpened</source>
            <translation>Risultato del pansharpening</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The sharpened raster, a GeoTIFF.</source>
            <translation>Il raster affinato, un GeoTIFF.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Model that was used</source>
            <translation>Modello utilizzato</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Engine that ran it</source>
            <translation>Motore utilizzato</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Device that it ran on</source>
            <translation>Dispositivo utilizzato</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Time taken in seconds</source>
            <translation>Tempo impiegato in secondi</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Million PAN pixels per second</source>
            <translation>Milioni di pixel PAN al secondo</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>{bands} bands of {columns} x {rows} pixels in {seconds:.1f} s</source>
            <translation>{bands} bande di {columns} × {rows} pixel in {seconds:.1f} s</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The area '{value}' is empty; choose another one, or none for all of the scene.</source>
            <translation>L'area “{value}” è vuota; scegline un'altra, o nessuna per tutta la scena.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>{role} raster '{value}' cannot be opened; check its path.</source>
            <translation>Impossibile aprire il raster {role} “{value}”; controlla il suo percorso.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Automatic</source>
            <translation>Automatico</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <source>Built-in (NumPy)</source>
            <translation>Integrato (NumPy)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Processor</source>
            <translation>Processore</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>{count} bands</source>
            <translation>{count} bande</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>ratio {ratio}</source>
            <translation>rapporto {ratio}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>PAN and MS lie on each other</source>
            <translation>PAN e MS coincidono</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>; both methods make up for it</source>
            <translation>; entrambi i metodi lo compensano</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>PAN lies {down} pixels down and {right} right of MS</source>
            <translation>PAN è {down} pixel sotto e {right} a destra di MS</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>overlap {percent} %</source>
            <translation>sovrapposizione {percent} %</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>{bits} bits</source>
            <translation>{bits} bit</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>[Temporary file]</source>
            <translation>[File temporaneo]</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Choose a PAN file</source>
            <translation>Scegli un file PAN</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Choose an MS file</source>
            <translation>Scegli un file MS</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Brings colours to where PAN shows things: for cars and crooked pairs.</source>
            <translation>Porta i colori dove PAN mostra gli oggetti: per veicoli e coppie disallineate.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Choose a model file</source>
            <translation>Scegli un file di modello</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Models (*.onnx)</source>
            <translation>Modelli (*.onnx)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Sharpening the preview…</source>
            <translation>Affinamento dell'anteprima…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Preview shows a small window of the result beside the MS.</source>
            <translation>L'anteprima mostra una piccola finestra del risultato accanto al MS.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Run</source>
            <translation>&amp;Esegui</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>about {count} h</source>
            <translation>circa {count} h</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Choose a PAN and an MS layer of the same place.</source>
            <translation>Scegli un layer PAN e un layer MS dello stesso luogo.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Comes closest to the truth where PAN and MS fit.</source>
            <translation>È il più fedele alla realtà dove PAN e MS concordano.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>{name} pansharpened</source>
            <translation>{name} con pansharpening</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>No area is chosen yet; choose one, or untick it for all of the scene.</source>
            <translation>Non è ancora stata scelta alcuna area; sceglierne una, o togliere la spunta per tutta la scena.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>about {count} s</source>
            <translation>circa {count} s</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>about {count} min</source>
            <translation>circa {count} min</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Model {model}; drag the handle, roll the wheel to zoom.</source>
            <translation>Modello {model}; trascina la maniglia, ruota la rotellina per lo zoom.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>&amp;Run ({count} queued)</source>
            <translation>&amp;Esegui ({count} in coda)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Result: up to {size}</source>
            <translation>Risultato: fino a {size}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Choose the folder that 'pansharp engines bundle' has filled</source>
            <translation>Scegli la cartella riempita da “pansharp engines bundle”</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Not installed</source>
            <translation>Non installato</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>My own Python</source>
            <translation>Il mio Python</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Installed</source>
            <translation>Installato</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install</source>
            <translation>Installa</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install from folder…</source>
            <translation>Installa da cartella…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Use my own Python…</source>
            <translation>Usa il mio Python…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Test</source>
            <translation>Prova</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Remove</source>
            <translation>Rimuovi</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <location filename="../qgis_pansharp/runs.py" />
            <source>Cancel</source>
            <translation>Annulla</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Show log</source>
            <translation>Mostra il log</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install variant {variant} ({size} GB)</source>
            <translation>Installa la variante {variant} ({size} GB)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Choose a Python interpreter</source>
            <translation>Scegli un interprete Python</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Always there</source>
            <translation>Sempre presente</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>In QGIS's Python</source>
            <translation>Nel Python di QGIS</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Runs on</source>
            <translation>Eseguito su</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>State</source>
            <translation>Stato</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Version</source>
            <translation>Versione</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Mpx/s</source>
            <translation>Mpx/s</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Size</source>
            <translation>Dimensione</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install again</source>
            <translation>Reinstalla</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Installing the engine {engine}</source>
            <translation>Installazione del motore {engine}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Removing the engine {engine}</source>
            <translation>Rimozione del motore {engine}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Checking {path}</source>
            <translation>Controllo di {path}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Testing the engine {engine}</source>
            <translation>Prova del motore {engine}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Cancelled; what was installed before still is.</source>
            <translation>Annullato; ciò che era installato prima lo è ancora.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Done.</source>
            <translation>Fatto.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/task.py" />
            <source>This failed unexpectedly; please report it with the log.</source>
            <translation>L'operazione è fallita inaspettatamente; segnala il problema allegando il log.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/errors.py" />
            <source>Cancelled; no output was left behind.</source>
            <translation>Annullato; non è rimasto alcun file in uscita.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/errors.py" />
            <source>Memory does not suffice for this pair; close other programs and try again.</source>
            <translation>La memoria non è sufficiente per questa coppia; chiudi altri programmi e riprova.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/errors.py" />
            <source>Sharpening failed unexpectedly ({reason}); please report this with the log.</source>
            <translation>L'affinamento è fallito inaspettatamente ({reason}); segnala il problema allegando il log.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>{role} layer '{name}' is not a raster file (its source is '{provider}'); export it as GeoTIFF and use that file.</source>
            <translation>Il layer {role} “{name}” non è un file raster (la sua sorgente è “{provider}”); esportalo come GeoTIFF e usa quel file.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>{role} layer '{name}' is opened with options of its own ({options}); add its file to the project again without them.</source>
            <translation>Il layer {role} “{name}” viene aperto con opzioni proprie ({options}); aggiungi di nuovo il suo file al progetto senza di esse.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>{role} layer '{name}' lies on a server; save it as a file on this computer and use that.</source>
            <translation>Il layer {role} “{name}” si trova su un server; salvalo come file su questo computer e usa quel file.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>PAN layer '{name}' has no georeference of its own, so no area of it can be chosen on the map; leave the area empty, or warp both layers first.</source>
            <translation>Il layer PAN “{name}” non ha una georeferenziazione propria, quindi non se ne può scegliere un'area sulla mappa; lascia vuota l'area oppure trasforma prima entrambi i layer con “Trasformazione (riproiezione)”.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>The dialog begins with these; the Processing tool has its own choices.</source>
            <translation>La finestra di dialogo parte da questi valori; lo strumento di Processing ha i propri.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <location filename="../qgis_pansharp/plugin.py" />
            <source>User guide</source>
            <translation>Guida utente</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Engines</source>
            <translation>Motori</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Threads</source>
            <translation>Thread</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Memory for a block</source>
            <translation>Memoria per blocco</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Block size in PAN pixels</source>
            <translation>Dimensione dei blocchi in pixel PAN</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Folder of further models</source>
            <translation>Cartella di altri modelli</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Folder of results</source>
            <translation>Cartella dei risultati</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/plugin.py" />
            <source>Pansharpen…</source>
            <translation>Pansharpening…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>Pansharpened with Pansharp on {when}</source>
            <translation>Pansharpening eseguito con Pansharp il {when}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>Model: {model}, method {method}</source>
            <translation>Modello: {model}, metodo {method}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>Engine: {engine} on {device}</source>
            <translation>Motore: {engine} su {device}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>waiting</source>
            <translation>in attesa</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>about {count} h left</source>
            <translation>circa {count} h rimanenti</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>Pansharpen {name}</source>
            <translation>Pansharpening di {name}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>Details</source>
            <translation>Dettagli</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>stopping</source>
            <translation>arresto in corso</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>about {count} s left</source>
            <translation>circa {count} s rimanenti</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>about {count} min left</source>
            <translation>circa {count} min rimanenti</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>Pansharpening was cancelled; no output was left behind.</source>
            <translation>Il pansharpening è stato annullato; non è rimasto alcun file in uscita.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>{name} is ready: {columns} x {rows} pixels in {seconds} s.</source>
            <translation>{name} è pronto: {columns} × {rows} pixel in {seconds} s.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>{count} waiting</source>
            <translation>{count} in attesa</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>The result {path} was written, but cannot be loaded.</source>
            <translation>Il risultato {path} è stato scritto, ma non può essere caricato.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/task.py" />
            <source>Sharpening failed unexpectedly; please report this with the log.</source>
            <translation>L'affinamento è fallito inaspettatamente; segnala il problema allegando il log.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Scene</source>
            <translation>Scena</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;PAN layer</source>
            <translation>Layer &amp;PAN</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;MS layer</source>
            <translation>Layer &amp;MS</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>The coarse raster with several bands, of the same scene.</source>
            <translation>Il raster grossolano con più bande, della stessa scena.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Sharpening</source>
            <translation>Affinamento</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Me&amp;thod</source>
            <translation>Me&amp;todo</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>M&amp;odel</source>
            <translation>M&amp;odello</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Only this &amp;area</source>
            <translation>&amp;Solo quest'area</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Result</source>
            <translation>Risultato</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Output &amp;file</source>
            <translation>&amp;File in uscita</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Add the result as a &amp;layer</source>
            <translation>Aggiungi il risultato come &amp;layer</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Advanced</source>
            <translation>Avanzato</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Engine</source>
            <translation>Moto&amp;re</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Device</source>
            <translation>&amp;Dispositivo</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>What the engine computes on; type the name of another one, such as cuda:1.</source>
            <translation>Dove calcola il motore; si può digitare il nome di un altro dispositivo, ad esempio cuda:1.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Creation options</source>
            <translation>Opz. di &amp;creazione</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>GeoTIFF creation options as KEY=VALUE, separated by '|'; they replace the plugin's own choice.</source>
            <translation>Opzioni di creazione del GeoTIFF come KEY=VALUE, separate da “|”; sostituiscono quelle scelte dal plugin.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Open options…</source>
            <translation>Apri opzioni…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Pre&amp;view</source>
            <translation>&amp;Anteprima</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Sharpen a small window at the centre of the map canvas</source>
            <translation>Affina una piccola finestra al centro dell'area di mappa</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Method that the preview shows</source>
            <translation>Metodo mostrato dall'anteprima</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Pick a place</source>
            <translation>Scegli luogo</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Click in the map where the preview shall be</source>
            <translation>Clicca sulla mappa dove deve trovarsi l'anteprima</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Zoom out</source>
            <translation>Rimpicciolisci</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Zoom in</source>
            <translation>Ingrandisci</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Help</source>
            <translation>Guida</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Reset</source>
            <translation>Ripristina</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Close</source>
            <translation>Chiudi</translation>
        </message>
        <message>
            <location filename="../backend/area.py" />
            <source>area {area} and the overlap of PAN file {pan!r} and MS file {ms!r} have no pixel in common; give an area inside {extent}.</source>
            <translation>L'area {area} e la sovrapposizione del file PAN {pan!r} e del file MS {ms!r} non hanno alcun pixel in comune; indica un'area all'interno di {extent}.</translation>
        </message>
        <message>
            <location filename="../backend/area.py" />
            <source>area {area} is no rectangle; give four finite numbers: xmin, ymin, xmax, ymax.</source>
            <translation>L'area {area} non è un rettangolo; indica quattro numeri finiti: xmin, ymin, xmax, ymax.</translation>
        </message>
        <message>
            <location filename="../backend/area.py" />
            <source>area {area} is empty; give xmin and ymin first, each less than its maximum.</source>
            <translation>L'area {area} è vuota; indica prima xmin e ymin, ciascuno minore del rispettivo massimo.</translation>
        </message>
        <message>
            <location filename="../backend/cli.py" />
            <source>memory does not suffice even for small blocks; close other programs.</source>
            <translation>La memoria non è sufficiente neppure per blocchi piccoli; chiudi altri programmi.</translation>
        </message>
        <message>
            <location filename="../backend/cli.py" />
            <source>unexpected failure ({reason}); please report it with the input.</source>
            <translation>Errore inaspettato ({reason}); segnala il problema allegando i dati in ingresso.</translation>
        </message>
        <message>
            <location filename="../backend/cli_engines.py" />
            <source>This computer is none that engines can be fetched for; give --platform and --python.</source>
            <translation>Per questo computer non si possono scaricare motori; indica --platform e --python.</translation>
        </message>
        <message>
            <location filename="../backend/engines/__init__.py" />
            <source>There is no engine named '{name}'; choose one of: {choices}.</source>
            <translation>Non esiste un motore di nome “{name}”; scegli uno di questi: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/engines/__init__.py" />
            <source>The engine builtin has no device {device}, only cpu; choose that, or another engine.</source>
            <translation>Il motore builtin non ha un dispositivo {device}, solo cpu; scegli questo oppure un altro motore.</translation>
        </message>
        <message>
            <location filename="../backend/engines/__init__.py" />
            <location filename="../backend/engines/at_hand.py" />
            <location filename="../backend/environments/checking.py" />
            <source>the package {package} is not installed</source>
            <translation>il pacchetto {package} non è installato</translation>
        </message>
        <message>
            <location filename="../backend/engines/at_hand.py" />
            <source>The engine {name} cannot be used here ({reason}); install it, or choose the engine builtin, which needs nothing.</source>
            <translation>Il motore {name} non può essere usato qui ({reason}); installalo oppure scegli il motore builtin, che non richiede nulla.</translation>
        </message>
        <message>
            <location filename="../backend/engines/base.py" />
            <source>The engine {name} was closed; create it again to use it.</source>
            <translation>Il motore {name} è stato chiuso; crealo di nuovo per usarlo.</translation>
        </message>
        <message>
            <location filename="../backend/engines/base.py" />
            <source>A block of PAN with shape {pan} and MS with shape {ms} cannot be sharpened; (1, H, W) and (bands, h, w) are needed.</source>
            <translation>Impossibile affinare un blocco di PAN con forma {pan} e MS con forma {ms}; servono (1, H, W) e (bande, h, w).</translation>
        </message>
        <message>
            <location filename="../backend/engines/builtin.py" />
            <source>The model file {path} cannot be used with the built-in engine ({reason}); choose another engine or another model.</source>
            <translation>Il file di modello {path} non può essere usato con il motore integrato ({reason}); scegli un altro motore o un altro modello.</translation>
        </message>
        <message>
            <location filename="../backend/engines/builtin.py" />
            <source>The model {path} cannot sharpen a block with PAN {pan} and MS {ms} ({reason}); check that the model is made for this number of bands and this ratio, or choose a larger block.</source>
            <translation>Il modello {path} non può affinare un blocco con PAN {pan} e MS {ms} ({reason}); controlla che il modello sia fatto per questo numero di bande e questo rapporto, oppure scegli un blocco più grande.</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>No engine here has a device {device}; choose auto, or another one.</source>
            <translation>Nessun motore ha qui un dispositivo {device}; scegli auto oppure un altro.</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>Engines by megapixels per second here: {list}</source>
            <translation>Motori secondo i megapixel al secondo su questo computer: {list}</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>Measuring how fast the engine {engine} is here</source>
            <translation>Misura della velocità del motore {engine} su questo computer</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>{engine} on {device}: {problem}</source>
            <translation>{engine} su {device}: {problem}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <source>it answered with garbage: {what}</source>
            <translation>ha risposto in modo incomprensibile: {what}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <source>its process ended with code {code}</source>
            <translation>il suo processo è terminato con il codice {code}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <source>its process was ended by the signal {name}</source>
            <translation>il suo processo è stato terminato dal segnale {name}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <source>it cannot open shared memory: {what}</source>
            <translation>non riesce ad aprire la memoria condivisa: {what}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <source>it closed its output</source>
            <translation>ha chiuso la propria uscita</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <location filename="../backend/environments/interpreters.py" />
            <source>it did not answer in time</source>
            <translation>non ha risposto in tempo</translation>
        </message>
        <message>
            <location filename="../backend/engines/openvino_engine.py" />
            <location filename="../backend/engines/runtime.py" />
            <source>The engine {name} was stopped.</source>
            <translation>Il motore {name} è stato fermato.</translation>
        </message>
        <message>
            <location filename="../backend/engines/ort.py" />
            <source>ONNX Runtime found the device {device} but cannot use it; check its driver, or choose the device cpu.</source>
            <translation>ONNX Runtime ha trovato il dispositivo {device} ma non può usarlo; controlla il suo driver oppure scegli il dispositivo cpu.</translation>
        </message>
        <message>
            <location filename="../backend/engines/protocol.py" />
            <source>The engine failed ({reason}); choose another engine.</source>
            <translation>Il motore ha fallito ({reason}); scegli un altro motore.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The engine {name} has no device {device} here; choose one of: {choices}.</source>
            <translation>Il motore {name} non ha qui un dispositivo {device}; scegli uno di questi: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The model file {path} cannot be read; check that it exists and that you may read it.</source>
            <translation>Impossibile leggere il file di modello {path}; controlla che esista e che tu abbia il permesso di leggerlo.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The engine {name} cannot be loaded ({reason}); install it with 'pip install {package}', or choose the engine builtin, which needs nothing.</source>
            <translation>Il motore {name} non può essere caricato ({reason}); installalo con “pip install {package}” oppure scegli il motore builtin, che non richiede nulla.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The model file {path} cannot be used with {title} ({reason}); copy or download the file again, or choose another model.</source>
            <translation>Il file di modello {path} non può essere usato con {title} ({reason}); copia o scarica di nuovo il file, oppure scegli un altro modello.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>{title} cannot sharpen a block with PAN {pan} and MS {ms} using {path} ({reason}); check that the model is made for this number of bands and this ratio, or choose a larger block.</source>
            <translation>{title} non può affinare un blocco con PAN {pan} e MS {ms} usando {path} ({reason}); controlla che il modello sia fatto per questo numero di bande e questo rapporto, oppure scegli un blocco più grande.</translation>
        </message>
        <message>
            <location filename="../backend/engines/steady.py" />
            <source>Going on with the engine {engine} ({device}) instead of {before}</source>
            <translation>Si prosegue con il motore {engine} ({device}) invece di {before}</translation>
        </message>
        <message>
            <location filename="../backend/engines/steady.py" />
            <source>It had printed: {text}</source>
            <translation>Aveva scritto: {text}</translation>
        </message>
        <message>
            <location filename="../backend/engines/torch_runners.py" />
            <source>16 bits did not suffice for a block; choose the precision full, or another engine.</source>
            <translation>16 bit non sono bastati per un blocco; scegli la precisione full oppure un altro motore.</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor</source>
            <translation>il processore</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>graphics cards of NVIDIA</source>
            <translation>schede grafiche NVIDIA</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>There is no engine named '{name}' to install; choose one of: {choices}.</source>
            <translation>Non esiste un motore di nome “{name}” da installare; scegli uno di questi: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>The engine {engine} has no variant {variant}; choose one of: {choices}.</source>
            <translation>Il motore {engine} non ha la variante {variant}; scegli una di queste: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor and any graphics card</source>
            <translation>il processore e qualsiasi scheda grafica</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor and graphics of Intel</source>
            <translation>il processore e la grafica Intel</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor, and graphics of Apple</source>
            <translation>il processore e la grafica Apple</translation>
        </message>
        <message>
            <location filename="../backend/environments/checking.py" />
            <source>its {title} is {version}, but {oldest} to below {below} is needed</source>
            <translation>il suo {title} ha la versione {version}, ma serve da {oldest} a prima di {below}</translation>
        </message>
        <message>
            <location filename="../backend/environments/choosing.py" />
            <source>There is no platform '{name}'; choose one of: {choices}.</source>
            <translation>Non esiste la piattaforma “{name}”; scegli una di queste: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/choosing.py" />
            <source>Python '{name}' is not supported; choose one of: {choices}.</source>
            <translation>Python “{name}” non è supportato; scegli uno di questi: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/choosing.py" />
            <source>The engine {engine} needs {needed} in the folder {folder}, which has {free} of free space; free some, or choose another folder.</source>
            <translation>Il motore {engine} richiede {needed} nella cartella {folder}, che ha {free} di spazio libero; libera spazio oppure scegli un'altra cartella.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because a package is damaged or is not the one that was tested; try again, and ask whoever runs your proxy or package index if that does not help.</source>
            <translation>Il motore {engine} non è stato installato perché un pacchetto è danneggiato o non è quello verificato; riprova e, se non basta, chiedi a chi gestisce il proxy o l'indice dei pacchetti.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because the disk is full; free some space, or choose another folder.</source>
            <translation>Il motore {engine} non è stato installato perché il disco è pieno; libera spazio oppure scegli un'altra cartella.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because file names get too long for Windows; choose a folder with a shorter path, such as C:\pansharp.</source>
            <translation>Il motore {engine} non è stato installato perché i nomi dei file diventano troppo lunghi per Windows; scegli una cartella con un percorso più breve, ad esempio C:\pansharp.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because another program, often a virus scanner, keeps Windows from writing or starting its files; wait a minute and try again, or have the folder {folder} excepted from scanning.</source>
            <translation>Il motore {engine} non è stato installato perché un altro programma, spesso un antivirus, impedisce a Windows di scrivere o avviare i suoi file; attendi un minuto e riprova, oppure fai escludere la cartella {folder} dalla scansione.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because the folder {folder} may not be written to; choose a folder of your own, or ask whoever manages this computer.</source>
            <translation>Il motore {engine} non è stato installato perché non è consentito scrivere nella cartella {folder}; scegli una cartella tua oppure chiedi a chi gestisce questo computer.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} does not start because a library of Windows is missing; install Microsoft's Visual C++ Redistributable (x64) for Visual Studio 2015 to 2022, or choose another engine.</source>
            <translation>Il motore {engine} non si avvia perché manca una libreria di Windows; installa Visual C++ Redistributable di Microsoft (x64) per Visual Studio 2015-2022 oppure scegli un altro motore.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} does not start because this system lacks a library or is too old ({reason}); choose another engine, or use a Python of your own.</source>
            <translation>Il motore {engine} non si avvia perché a questo sistema manca una libreria o è troppo vecchio ({reason}); scegli un altro motore oppure usa un tuo Python.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the proxy wants a user name and password (407); enter them in QGIS under Settings &gt; Options &gt; Network, or give --proxy on the command line.</source>
            <translation>Il motore {engine} non è stato scaricato perché il proxy richiede nome utente e password (407); inseriscili in QGIS in Impostazioni &gt; Opzioni &gt; Rete oppure indica --proxy sulla riga di comando.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the proxy {proxy} refuses or does not answer; check it in QGIS under Settings &gt; Options &gt; Network, or install from a folder that was filled on another computer.</source>
            <translation>Il motore {engine} non è stato scaricato perché il proxy {proxy} rifiuta la connessione o non risponde; controllalo in QGIS in Impostazioni &gt; Opzioni &gt; Rete oppure installa da una cartella riempita su un altro computer.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index's certificate is not trusted; ask for your organisation's certificate and name its file in the environment variable PIP_CERT, or install from a folder that was filled on another computer.</source>
            <translation>Il motore {engine} non è stato scaricato perché il certificato dell'indice dei pacchetti non è attendibile; chiedi il certificato della tua organizzazione e indica il suo file nella variabile d'ambiente PIP_CERT, oppure installa da una cartella riempita su un altro computer.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the Python {python} has no encryption (SSL); choose another Python, or install from a folder that was filled on another computer.</source>
            <translation>Il motore {engine} non è stato scaricato perché il Python {python} non dispone della crittografia (SSL); scegli un altro Python oppure installa da una cartella riempita su un altro computer.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index cannot be reached; check the network and the proxy, or install from a folder that was filled on another computer.</source>
            <translation>Il motore {engine} non è stato scaricato perché l'indice dei pacchetti non è raggiungibile; controlla la rete e il proxy oppure installa da una cartella riempita su un altro computer.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index refuses access; check the index and its password in pip's settings, or install from a folder that was filled on another computer.</source>
            <translation>Il motore {engine} non è stato scaricato perché l'indice dei pacchetti nega l'accesso; controlla l'indice e la sua password nelle impostazioni di pip oppure installa da una cartella riempita su un altro computer.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index is out of order or overloaded; try again later.</source>
            <translation>Il motore {engine} non è stato scaricato perché l'indice dei pacchetti è fuori servizio o sovraccarico; riprova più tardi.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because there is no package of it for {python} or for a system as old as this one; choose another engine, or use a Python of your own.</source>
            <translation>Il motore {engine} non è stato installato perché non ne esiste un pacchetto per {python} o per un sistema vecchio come questo; scegli un altro motore oppure usa un tuo Python.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index has no {build} for {python}; its makers keep builds without CUDA in an index of their own, so take the larger variant cuda, which works without a card too, give pip that index's address as extra-index-url (PyTorch's installation page shows it for Pip, Linux and CPU), or choose OpenVINO, which is faster on a processor.</source>
            <translation>Il motore {engine} non è stato scaricato perché l'indice dei pacchetti non ha {build} per {python}; gli autori tengono le versioni senza CUDA in un proprio indice: prendere la variante cuda, più grande, che funziona anche senza scheda, indicare a pip l'indirizzo di quell'indice come extra-index-url (la pagina di installazione di PyTorch lo mostra per Pip, Linux e CPU), oppure scegliere OpenVINO, che su un processore è più veloce.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because the Python {python} has no pip; install it (on Debian and Ubuntu the package python3-venv), or choose another Python.</source>
            <translation>Il motore {engine} non è stato installato perché il Python {python} non ha pip; installalo (su Debian e Ubuntu il pacchetto python3-venv) oppure scegli un altro Python.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because memory does not suffice; close other programs and try again.</source>
            <translation>Il motore {engine} non è stato installato perché la memoria non basta; chiudi altri programmi e riprova.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because no Python was found that can make room for it; choose one of Python 3.9 to 3.14 yourself.</source>
            <translation>Il motore {engine} non è stato installato perché non è stato trovato alcun Python in grado di creare un ambiente per esso; scegli tu un Python da 3.9 a 3.14.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The Python {python} cannot be used for the engine {engine} ({reason}); choose another one.</source>
            <translation>Il Python {python} non può essere usato per il motore {engine} ({reason}); scegline un altro.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} cannot be changed while another installation is under way in {folder}; wait until it has ended.</source>
            <translation>Il motore {engine} non può essere modificato mentre è in corso un'altra installazione in {folder}; attendi che finisca.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} is not installed in {folder}; install it first.</source>
            <translation>Il motore {engine} non è installato in {folder}; prima installalo.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} does not work here ({reason}); choose another engine, or install it again.</source>
            <translation>Il motore {engine} non funziona qui ({reason}); scegli un altro motore oppure reinstallalo.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} cannot be used because its results differ from the built-in engine's by {reason} of 2047; choose another engine.</source>
            <translation>Il motore {engine} non può essere usato perché i suoi risultati differiscono da quelli del motore integrato di {reason} su 2047; scegli un altro motore.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed ({reason}); the log tells more.</source>
            <translation>Il motore {engine} non è stato installato ({reason}); il log dice di più.</translation>
        </message>
        <message>
            <location filename="../backend/environments/fetching.py" />
            <source>{count} of {total} packages were fetched before and are used again</source>
            <translation>{count} pacchetti su {total} erano già stati scaricati e vengono riusati</translation>
        </message>
        <message>
            <location filename="../backend/environments/fetching.py" />
            <source>Fetching {name} {version}, package {number} of {total} ({size} in all)</source>
            <translation>Scaricamento di {name} {version}, pacchetto {number} di {total} ({size} in tutto)</translation>
        </message>
        <message>
            <location filename="../backend/environments/interpreters.py" />
            <source>it is no Python</source>
            <translation>non è un Python</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>the Python that it was installed with has gone or changed; install it again</source>
            <translation>il Python con cui è stato installato non c'è più o è cambiato; reinstallalo</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>{title} for {use}, with {python}</source>
            <translation>{title} per {use}, con {python}</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>Checking that it sharpens, and how fast</source>
            <translation>Controllo che affini, e con quale velocità</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>it is {python}, but 3.9 to 3.14 is needed</source>
            <translation>è {python}, ma serve una versione da 3.9 a 3.14</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>Unpacking {count} packages</source>
            <translation>Estrazione di {count} pacchetti</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>Some old files are still in use and stay for now.</source>
            <translation>Alcuni vecchi file sono ancora in uso e per ora restano.</translation>
        </message>
        <message>
            <location filename="../backend/environments/pins.py" />
            <location filename="../backend/environments/wheels.py" />
            <source>Python {version} on {system}</source>
            <translation>Python {version} su {system}</translation>
        </message>
        <message>
            <location filename="../backend/environments/pins.py" />
            <source>The plugin's file {path} cannot be read ({reason}); install the plugin again.</source>
            <translation>Il file {path} del plugin non può essere letto ({reason}); reinstalla il plugin.</translation>
        </message>
        <message>
            <location filename="../backend/environments/processes.py" />
            <source>cancelled; what was installed before still is.</source>
            <translation>Annullato; ciò che era installato prima lo è ancora.</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The folder {folder} was filled for the engine {filled}, not for {engine}; choose another folder.</source>
            <translation>La cartella {folder} è stata riempita per il motore {filled}, non per {engine}; scegli un'altra cartella.</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The folder {folder} was filled for {filled}, but this is {here}; fill one for this computer with 'pansharp engines bundle {engine} --platform {platform} --python {python}'.</source>
            <translation>La cartella {folder} è stata riempita per {filled}, ma qui si tratta di {here}; riempine una per questo computer con “pansharp engines bundle {engine} --platform {platform} --python {python}”.</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The file {path} is damaged, or is not the one that was tested; copy it again.</source>
            <translation>Il file {path} è danneggiato o non è quello verificato; copialo di nuovo.</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The folder {folder} lacks the package {package} {version} for {target}; fill it with this version of the plugin by 'pansharp engines bundle {engine}'.</source>
            <translation>Nella cartella {folder} manca il pacchetto {package} {version} per {target}; riempila con questa versione del plugin tramite “pansharp engines bundle {engine}”.</translation>
        </message>
        <message>
            <location filename="../backend/estimate.py" />
            <source>{size:.1f} MB</source>
            <translation>{size:.1f} MB</translation>
        </message>
        <message>
            <location filename="../backend/estimate.py" />
            <source>output folder {folder} has {free} of free space, but the result may take {needed}; free some space, choose another folder or a smaller area.</source>
            <translation>La cartella di uscita {folder} ha {free} di spazio libero, ma il risultato può occupare {needed}; libera spazio oppure scegli un'altra cartella o un'area più piccola.</translation>
        </message>
        <message>
            <location filename="../backend/estimate.py" />
            <source>{size:.1f} GB</source>
            <translation>{size:.1f} GB</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>coastal</source>
            <translation>coastal</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>blue</source>
            <translation>blu</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>green</source>
            <translation>verde</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>yellow</source>
            <translation>giallo</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>red</source>
            <translation>rosso</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>red edge</source>
            <translation>red edge</translation>
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
            <translation>Il file di modello {source!r} ha una scheda danneggiata ({reason}); procurati di nuovo il file di modello oppure usa un modello incluso.</translation>
        </message>
        <message>
            <location filename="../backend/models/further.py" />
            <source>The model folder {folder!r} is passed over ({reason})</source>
            <translation>La cartella dei modelli {folder!r} viene ignorata ({reason})</translation>
        </message>
        <message>
            <location filename="../backend/models/further.py" />
            <source>A further model is passed over: {reason}</source>
            <translation>Un altro modello viene ignorato: {reason}</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>The model file {path} cannot be used ({reason}); copy or download the file again, or choose another model.</source>
            <translation>Il file di modello {path} non può essere usato ({reason}); copia o scarica di nuovo il file, oppure scegli un altro modello.</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged or not an ONNX model (a number runs past its end)</source>
            <translation>è danneggiato o non è un modello ONNX (un numero va oltre la sua fine)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it holds no network</source>
            <translation>non contiene alcuna rete</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>The model file {path} cannot be read ({reason}); check that it exists and that you may read it.</source>
            <translation>Impossibile leggere il file di modello {path} ({reason}); controlla che esista e che tu abbia il permesso di leggerlo.</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a field has the wrong kind)</source>
            <translation>è danneggiato (un campo è del tipo sbagliato)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (numbers are cut off)</source>
            <translation>è danneggiato (alcuni numeri sono troncati)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it does not say which version of ONNX's operators it uses</source>
            <translation>non indica quale versione degli operatori di ONNX usa</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>its attribute '{name}' has a kind this plugin does not read</source>
            <translation>il suo attributo “{name}” è di un tipo che questo plugin non legge</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (attribute '{name}' does not hold what it says)</source>
            <translation>è danneggiato (l'attributo “{name}” non contiene ciò che dichiara)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a number has the wrong size)</source>
            <translation>è danneggiato (un numero ha la dimensione sbagliata)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>the weight '{name}' has a data type that this plugin does not read</source>
            <translation>il peso “{name}” ha un tipo di dato che questo plugin non legge</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>the weight '{name}' has another size than it says</source>
            <translation>il peso “{name}” ha una dimensione diversa da quella dichiarata</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>the weight '{name}' has an impossible shape</source>
            <translation>il peso “{name}” ha una forma impossibile</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a weight is cut off)</source>
            <translation>è danneggiato (un peso è troncato)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a weight holds an impossible number)</source>
            <translation>è danneggiato (un peso contiene un numero impossibile)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is larger than {size} MiB</source>
            <translation>occupa più di {size} MiB</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is truncated, damaged or not an ONNX model</source>
            <translation>è troncato o danneggiato, oppure non è un modello ONNX</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a name is not text)</source>
            <translation>è danneggiato (un nome non è testo)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged or not an ONNX model (unknown kind of field)</source>
            <translation>è danneggiato o non è un modello ONNX (tipo di campo sconosciuto)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it uses functions of its own, which this plugin does not run</source>
            <translation>usa funzioni proprie, che questo plugin non esegue</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it stores sparse weights, which this plugin does not read</source>
            <translation>contiene pesi sparsi, che questo plugin non legge</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it keeps its weights in another file; ask for a model in one file</source>
            <translation>tiene i pesi in un altro file; richiedi un modello in un unico file</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it stores a weight in segments, which this plugin does not read</source>
            <translation>contiene un peso diviso in segmenti, che questo plugin non legge</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it is the smallest that has all of the named bands</source>
            <translation>è il più piccolo che ha tutte le bande con un nome</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>model file {path!r} is a folder; choose a file in it.</source>
            <translation>Il file di modello {path!r} è una cartella; scegli un file al suo interno.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>model file {path!r} does not exist; check the path.</source>
            <translation>Il file di modello {path!r} non esiste; controlla il percorso.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>model file {path!r} carries no Pansharp card; export it with 'python -m training export'.</source>
            <translation>Il file di modello {path!r} non contiene una scheda di Pansharp; esportalo con “python -m training export”.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>unknown method {method!r}; choose auto, {first} or {second}.</source>
            <translation>Metodo sconosciuto {method!r}; scegli auto, {first} o {second}.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>no model is installed for method {method!r}; reinstall the plugin.</source>
            <translation>Nessun modello è installato per il metodo {method!r}; reinstalla il plugin.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have ratio {ratio}, for which there is no model (available: {ratios}); resample one of them.</source>
            <translation>Il file PAN {pan!r} e il file MS {ms!r} hanno il rapporto {ratio}, per il quale non c'è alcun modello (disponibili: {ratios}); ricampiona uno dei due.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it is the one for ratio {ratio}</source>
            <translation>è quello per il rapporto {ratio}</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it has the usual bands of an MS with {count} bands</source>
            <translation>ha le bande consuete di un MS con {count} bande</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>the bands have no names, and it sharpens them in the fewest passes</source>
            <translation>le bande non hanno un nome e le affina nel minor numero di passaggi</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it lacks the fewest of the bands, only {bands}</source>
            <translation>è quello a cui mancano meno bande, solo {bands}</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it is the smallest that has all of the bands</source>
            <translation>è il più piccolo che ha tutte le bande</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it has exactly the bands of this MS</source>
            <translation>ha esattamente le bande di questo MS</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>{count} threads cannot be used; give a number above 0, or 0 for as many as there are cores.</source>
            <translation>Non si possono usare {count} thread; indica un numero maggiore di 0, oppure 0 per usarne quanti sono i core.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>There is no precision {name!r}; choose one of: {choices}.</source>
            <translation>Non esiste la precisione {name!r}; scegli una di queste: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>a block cannot have {size} pixels a side; give a number above 0, or 0 for as many as the memory suffices for.</source>
            <translation>Un blocco non può avere {size} pixel per lato; indica un numero maggiore di 0, oppure 0 per quanti ne consente la memoria.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>model file {path!r} is of method {found}, not {wanted}; leave the method at auto.</source>
            <translation>Il file di modello {path!r} è del metodo {found}, non {wanted}; lascia il metodo su auto.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have ratio {ratio}, but model file {model!r} takes {other}; choose another model.</source>
            <translation>Il file PAN {pan!r} e il file MS {ms!r} hanno il rapporto {ratio}, ma il file di modello {model!r} richiede {other}; scegli un altro modello.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} has an unreadable header; get an intact copy.</source>
            <translation>Il file {role} {path!r} ha un'intestazione illeggibile; procurati una copia integra.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} cannot be read as a raster ({reason}); choose an existing file that GDAL can open.</source>
            <translation>Il file {role} {name} non può essere letto come raster ({reason}); scegli un file esistente che GDAL possa aprire.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} holds no raster band; name the raster inside it that you mean.</source>
            <translation>Il file {role} {path!r} non contiene alcuna banda raster; indica quale raster al suo interno intendi.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} holds indices of a palette, not brightness; choose the original image.</source>
            <translation>Il file {role} {path!r} contiene indici di una tavolozza, non valori di luminosità; scegli l'immagine originale.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} has data type {dtype}; convert it to one of UInt8, UInt16, Int16 or Float32.</source>
            <translation>Il file {role} {path!r} ha il tipo di dato {dtype}; convertilo in UInt8, UInt16, Int16 o Float32.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} does not exist; check the path.</source>
            <translation>Il file {role} {name} non esiste; controlla il percorso.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} is a folder; choose a raster in it.</source>
            <translation>Il file {role} {name} è una cartella; scegli un raster al suo interno.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} may not be read; ask for the right to.</source>
            <translation>Non hai il permesso di leggere il file {role} {name}; richiedilo.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} does not suit data type {dtype}; {key} takes one of {choices} there.</source>
            <translation>L'opzione di creazione {option!r} non è adatta al tipo di dato {dtype}; con esso {key} accetta uno di questi valori: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} leaves too few bits for the nodata value {nodata:g}; give more bits or leave it out.</source>
            <translation>L'opzione di creazione {option!r} lascia troppo pochi bit per il valore nodata {nodata:g}; indica più bit o rimuovila.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} must be a GeoTIFF: give it a name ending in .tif.</source>
            <translation>Il file in uscita {path!r} deve essere un GeoTIFF: dagli un nome che termini con .tif.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} is a folder; give the name of a file in it.</source>
            <translation>Il file in uscita {path!r} è una cartella; indica il nome di un file al suo interno.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output folder {name} does not exist; create it first.</source>
            <translation>La cartella di uscita {name} non esiste; creala prima.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output folder {folder!r} cannot be written to; choose another.</source>
            <translation>Impossibile scrivere nella cartella di uscita {folder!r}; scegline un'altra.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} must have the form KEY=VALUE, such as COMPRESS=LZW.</source>
            <translation>L'opzione di creazione {option!r} deve avere la forma KEY=VALUE, ad esempio COMPRESS=LZW.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {key!r} is not known to GDAL's GeoTIFF driver; leave it out.</source>
            <translation>Il driver GeoTIFF di GDAL non conosce l'opzione di creazione {key!r}; rimuovila.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} has no meaning to GDAL; {key} takes one of {choices}.</source>
            <translation>L'opzione di creazione {option!r} non ha significato per GDAL; {key} accetta uno di questi valori: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} would let programs read other pixels here than were written; leave it out.</source>
            <translation>Con l'opzione di creazione {option!r} i programmi leggerebbero qui pixel diversi da quelli scritti; rimuovila.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <location filename="../backend/raster/writer.py" />
            <source>output {path!r} cannot be created ({reason}); check the creation options, the folder and the free space.</source>
            <translation>Impossibile creare il file in uscita {path!r} ({reason}); controlla le opzioni di creazione, la cartella e lo spazio libero.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} is the same file as an input; choose another name.</source>
            <translation>Il file in uscita {path!r} è lo stesso file di un ingresso; scegli un altro nome.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} exists already; choose another name or allow overwriting (--overwrite).</source>
            <translation>Il file in uscita {path!r} esiste già; scegli un altro nome o consenti la sovrascrittura (--overwrite).</translation>
        </message>
        <message>
            <location filename="../backend/raster/reader.py" />
            <source>{role} file {path!r} cannot be read at row {row}, column {column} ({reason}); get an intact copy with all files that belong to it.</source>
            <translation>Il file {role} {path!r} non può essere letto alla riga {row}, colonna {column} ({reason}); procurati una copia integra con tutti i file che ne fanno parte.</translation>
        </message>
        <message>
            <location filename="../backend/raster/reader.py" />
            <source>{role} file {path!r} is closed already.</source>
            <translation>Il file {role} {path!r} è già chiuso.</translation>
        </message>
        <message>
            <location filename="../backend/raster/writer.py" />
            <source>output {path!r} could not be written ({reason}); check the free space, the rights on its folder and the creation options.</source>
            <translation>Impossibile scrivere il file in uscita {path!r} ({reason}); controlla lo spazio libero, i permessi della sua cartella e le opzioni di creazione.</translation>
        </message>
        <message>
            <location filename="../backend/raster/writer.py" />
            <source>output {path!r} could not be put in place ({reason}); close other programs that use it.</source>
            <translation>Impossibile mettere al suo posto il file in uscita {path!r} ({reason}); chiudi gli altri programmi che lo usano.</translation>
        </message>
        <message>
            <location filename="../backend/raster/writer.py" />
            <source>GDAL warns about output {path!r}: {warning}</source>
            <translation>Avviso di GDAL per il file in uscita {path!r}: {warning}</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {path!r} has a band of transparency beside its own; extract the first band.</source>
            <translation>Il file PAN {path!r} ha una banda di trasparenza oltre alla propria; estrai la prima banda.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {path!r} has {count} bands; PAN must have exactly one: check that PAN and MS are not swapped.</source>
            <translation>Il file PAN {path!r} ha {count} bande; PAN deve averne esattamente una: controlla che PAN e MS non siano scambiati.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>MS file {path!r} has a band of transparency as its last; extract the others, or name the band if it is near infrared.</source>
            <translation>Il file MS {path!r} ha come ultima una banda di trasparenza; estrai le altre, oppure dai un nome alla banda se è infrarosso vicino.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not overlap; choose a pair of one place.</source>
            <translation>Il file PAN {pan!r} e il file MS {ms!r} non si sovrappongono; scegli una coppia dello stesso luogo.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: {without} has no geotransform (control points do not count) and the other one has; georeference both or neither.</source>
            <translation>Il file PAN {pan!r} e il file MS {ms!r} non concordano: {without} non ha una geotrasformazione (i punti di controllo non contano) e l'altro sì; georeferenzia entrambi o nessuno dei due.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: a geotransform is not finite; set it anew.</source>
            <translation>Il file PAN {pan!r} e il file MS {ms!r} non concordano: una geotrasformazione non è finita; impostala di nuovo.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: {without} has no coordinate reference system and the other one has; assign the right one.</source>
            <translation>Il file PAN {pan!r} e il file MS {ms!r} non concordano: {without} non ha un sistema di riferimento delle coordinate e l'altro sì; assegna quello giusto.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have different coordinate reference systems ({pan_crs} and {ms_crs}); reproject MS to PAN's first.</source>
            <translation>Il file PAN {pan!r} e il file MS {ms!r} hanno sistemi di riferimento delle coordinate diversi ({pan_crs} e {ms_crs}); riproietta prima MS in quello di PAN.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: a geotransform has pixels without an area; set it anew.</source>
            <translation>Il file PAN {pan!r} e il file MS {ms!r} non concordano: una geotrasformazione ha pixel senza superficie; impostala di nuovo.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} are turned or sheared against each other (by up to {off:.2f} PAN pixels); warp both to one direction first, such as north up.</source>
            <translation>Il file PAN {pan!r} e il file MS {ms!r} sono ruotati o inclinati l'uno rispetto all'altro (fino a {off:.2f} pixel PAN); trasforma prima entrambi in una stessa direzione, ad esempio con il nord in alto.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} run in opposite directions: one of them is stored upside down or mirrored; warp it to the other's direction.</source>
            <translation>Il file PAN {pan!r} e il file MS {ms!r} vanno in direzioni opposte: uno dei due è salvato capovolto o specchiato; trasformalo nella direzione dell'altro con “Trasformazione (riproiezione)”.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have pixel sizes of ratio {across:.4g} x {down:.4g}; PAN pixels must be a whole number of times smaller than MS pixels: resample MS first.</source>
            <translation>Il file PAN {pan!r} e il file MS {ms!r} hanno dimensioni dei pixel in rapporto {across:.4g} × {down:.4g}; i pixel di PAN devono essere più piccoli di quelli di MS di un fattore intero: ricampiona prima MS.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not lie on one grid: MS is off by up to {off:.2f} PAN pixels; warp MS to PAN's grid first.</source>
            <translation>Il file PAN {pan!r} e il file MS {ms!r} non sono sulla stessa griglia: MS si discosta fino a {off:.2f} pixel PAN; trasforma prima MS sulla griglia di PAN con “Trasformazione (riproiezione)”.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have no georeference and sizes of ratio {across:.3f} x {down:.3f}; PAN must be a whole number of times as large as MS in both directions.</source>
            <translation>Il file PAN {pan!r} e il file MS {ms!r} non hanno georeferenziazione e le loro dimensioni sono in rapporto {across:.3f} × {down:.3f}; PAN deve essere più grande di MS di un fattore intero in entrambe le direzioni.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not show the same ground: by their control points or RPC a corner of MS is off by {off:.0f} PAN pixels; choose a pair of one place, or warp both to one grid first.</source>
            <translation>Il file PAN {pan!r} e il file MS {ms!r} non mostrano lo stesso terreno: secondo i loro punti di controllo o RPC, un angolo di MS si discosta di {off:.0f} pixel PAN; scegli una coppia dello stesso luogo o trasforma prima entrambi su una stessa griglia.</translation>
        </message>
        <message>
            <location filename="../backend/sharpen.py" />
            <source>Memory does not suffice for {columns} x {rows} pixels; going on in smaller blocks</source>
            <translation>La memoria non è sufficiente per {columns} × {rows} pixel; si continua con blocchi più piccoli</translation>
        </message>
        <message>
            <location filename="../backend/sharpen.py" />
            <source>Lossy compression may leave values in pixels without data, and make others look as if they had none; choose a lossless one where that matters</source>
            <translation>La compressione con perdita può lasciare valori nei pixel senza dati e farne sembrare vuoti altri; scegline una senza perdita dove ciò è importante</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>cancelled; no output was left behind.</source>
            <translation>Annullato; non è rimasto alcun file in uscita.</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} below and {right:.1f} to the right of MS (in PAN pixels)</source>
            <translation>PAN è {down:.1f} sotto e {right:.1f} a destra di MS (in pixel PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{place}; its detail is moved onto MS, whose position the result keeps</source>
            <translation>{place}; il suo dettaglio viene spostato su MS, la cui posizione è mantenuta nel risultato</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} below MS (in PAN pixels)</source>
            <translation>PAN è {down:.1f} sotto MS (in pixel PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {right:.1f} to the right of MS (in PAN pixels)</source>
            <translation>PAN è {right:.1f} a destra di MS (in pixel PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} above and {right:.1f} to the left of MS (in PAN pixels)</source>
            <translation>PAN è {down:.1f} sopra e {right:.1f} a sinistra di MS (in pixel PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} above and {right:.1f} to the right of MS (in PAN pixels)</source>
            <translation>PAN è {down:.1f} sopra e {right:.1f} a destra di MS (in pixel PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} below and {right:.1f} to the left of MS (in PAN pixels)</source>
            <translation>PAN è {down:.1f} sotto e {right:.1f} a sinistra di MS (in pixel PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>Model {model} {version} on engine {engine} ({device})</source>
            <translation>Modello {model} {version} sul motore {engine} ({device})</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>model file {path!r} returns blocks of another size than its card promises; use a bundled model.</source>
            <translation>Il file di modello {path!r} restituisce blocchi di dimensione diversa da quella promessa dalla sua scheda; usa un modello incluso.</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS lies {off:.1f} PAN pixels lower and further right than PAN, as where single pixels of a finer image were kept; its colours are moved onto PAN</source>
            <translation>MS si trova {off:.1f} pixel PAN più in basso e più a destra di PAN, come quando si sono tenuti singoli pixel di un'immagine più fine; i suoi colori vengono spostati su PAN</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{place} once that is undone; its detail is moved by as much</source>
            <translation>{place} una volta corretto ciò; il suo dettaglio viene spostato di altrettanto</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} above MS (in PAN pixels)</source>
            <translation>PAN è {down:.1f} sopra MS (in pixel PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {right:.1f} to the left of MS (in PAN pixels)</source>
            <translation>PAN è {right:.1f} a sinistra di MS (in pixel PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS file {path!r} has transparency as its band {number}; extract the other bands.</source>
            <translation>Il file MS {path!r} ha come banda {number} una banda di trasparenza; estrai le altre bande.</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{bands} bands take {passes} passes of this model</source>
            <translation>{bands} bande richiedono {passes} passaggi di questo modello</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>No pixel holds data in both rasters; the output will be empty</source>
            <translation>Nessun pixel contiene dati in entrambi i raster; il risultato sarà vuoto</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS lies {off:.1f} PAN pixels higher and further left than PAN, as where single pixels of a finer image were kept; its colours are moved onto PAN</source>
            <translation>MS si trova {off:.1f} pixel PAN più in alto e più a sinistra di PAN, come quando si sono tenuti singoli pixel di un'immagine più fine; i suoi colori vengono spostati su PAN</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS has bands without any data ({numbers}), and pixels count only where all bands hold some; leave these bands out</source>
            <translation>MS ha bande senza alcun dato ({numbers}), e i pixel contano solo dove tutte le bande ne contengono; togli queste bande</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{role} has pixels of {value:g}, far from all others; if they hold no data, state this value as its nodata value and run again</source>
            <translation>{role} ha pixel con valore {value:g}, lontano da tutti gli altri; se non contengono dati, indica questo valore come valore nodata del file ed esegui di nuovo</translation>
        </message>
    </context>
</TS>
