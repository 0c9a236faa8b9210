<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
    <context>
        <name>Pansharp</name>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Pansharpen</source>
            <translation>Aplicar pansharpening</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Pansharpening</source>
            <translation>Pansharpening</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>pansharpening,sharpen,fusion,panchromatic,multispectral,resolution,satellite,deep learning,neural network</source>
            <translation>pansharpening,realzar,realce,fusión,pancromático,multiespectral,resolución,satélite,teledetección,aprendizaje profundo,red neuronal</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Gives a multispectral raster the detail of a panchromatic one.</source>
            <translation>Da a un ráster multiespectral el detalle de uno pancromático.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Gives a multispectral raster (MS) the detail of the panchromatic raster (PAN) of the same scene, with a trained neural network.</source>
            <translation>Da a un ráster multiespectral (MS) el detalle del ráster pancromático (PAN) de la misma escena, con una red neuronal entrenada.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>PAN must have exactly one band. Both rasters must have the same coordinate reference system, and PAN's pixels must be smaller than those of MS by a whole number that a model was trained for.</source>
            <translation>PAN debe tener exactamente una banda. Ambos rásteres deben tener el mismo sistema de referencia de coordenadas, y los píxeles de PAN deben ser más pequeños que los de MS en un factor entero para el que se haya entrenado un modelo.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>MS may have any bands in any order. Bands are known by their names, such as blue, red edge or NIR; those that the model was not trained for are sharpened like the one nearest in wavelength, which takes longer.</source>
            <translation>MS puede tener cualesquiera bandas en cualquier orden. Las bandas se reconocen por su nombre, como blue, red edge o NIR; aquellas para las que no se entrenó el modelo se realzan como la más cercana en longitud de onda, lo que tarda más.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The result covers what both rasters cover. It has PAN's grid, and the data type, bands and nodata of MS.</source>
            <translation>El resultado abarca lo que cubren ambos rásteres. Tiene la cuadrícula de PAN, y el tipo de datos, las bandas y el valor sin datos de MS.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Method: 'auto' takes the best model for the scene; 'sipsanet' (SIPSA-Net) also copes with things that moved between the two images; 'cf2n' (CF2N) fuses coarse and fine features of both.</source>
            <translation>Método: «auto» toma el mejor modelo para la escena; «sipsanet» (SIPSA-Net) también admite objetos que se movieron entre las dos imágenes; «cf2n» (CF2N) fusiona rasgos gruesos y finos de ambas.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Engine: 'builtin' runs on the NumPy that QGIS has. The others are faster, and are installed in QGIS's options under Pansharp; 'auto' takes the fastest one here.</source>
            <translation>Motor: «builtin» usa el NumPy que trae QGIS. Los demás son más rápidos y se instalan en las opciones de QGIS, en Pansharp; «auto» toma el más rápido de este equipo.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Scenes may have any size: rasters are read and written block by block. The result appears under its name only when it is complete.</source>
            <translation>Las escenas pueden tener cualquier tamaño: los rásteres se leen y escriben bloque a bloque. El resultado aparece con su nombre solo cuando está completo.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Panchromatic layer (PAN)</source>
            <translation>Capa pancromática (PAN)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>The fine raster with exactly one band.</source>
            <translation>El ráster fino, con exactamente una banda.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Multispectral layer (MS)</source>
            <translation>Capa multiespectral (MS)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The coarse raster with any bands, of the same scene and in the same system.</source>
            <translation>El ráster grueso con cualesquiera bandas, de la misma escena y en el mismo sistema de referencia.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Method</source>
            <translation>Método</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The network that sharpens; 'auto' takes the best one that fits the scene.</source>
            <translation>La red que realza; «auto» toma la mejor que se ajusta a la escena.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Area to sharpen</source>
            <translation>Área a realzar</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Only this part of the scene is sharpened, with the pixels that all of it would have there; without an area it is all of the scene.</source>
            <translation>Solo se realza esta parte de la escena, con los mismos píxeles que tendría allí la escena completa; sin área es toda la escena.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/engines/page.py" />
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Engine</source>
            <translation>Motor</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>What runs the network: 'builtin' needs nothing but QGIS, the others must be installed; 'auto' is the fastest one here.</source>
            <translation>Lo que ejecuta la red: «builtin» solo necesita QGIS, los demás deben instalarse; «auto» es el más rápido de este equipo.</translation>
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
            <translation>Dónde se ejecuta el motor: auto, cpu u otro de sus dispositivos, por ejemplo cuda:0.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Additional creation options</source>
            <translation>Opciones adicionales de creación</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>GeoTIFF creation options as KEY=VALUE, separated by '|', such as COMPRESS=ZSTD|NUM_THREADS=2; they replace the plugin's own choice.</source>
            <translation>Opciones de creación de GeoTIFF como KEY=VALUE, separadas por «|», por ejemplo COMPRESS=ZSTD|NUM_THREADS=2; sustituyen a las que elige el complemento.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Pansharpened</source>
            <translation>Resultado del pansharpening</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The sharpened raster, a GeoTIFF.</source>
            <translation>El ráster realzado, un GeoTIFF.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Model that was used</source>
            <translation>Modelo utilizado</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Engine that ran it</source>
            <translation>Motor utilizado</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Device that it ran on</source>
            <translation>Dispositivo utilizado</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Time taken in seconds</source>
            <translation>Tiempo empleado en segundos</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Million PAN pixels per second</source>
            <translation>Millones de píxeles PAN por segundo</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>{bands} bands of {columns} x {rows} pixels in {seconds:.1f} s</source>
            <translation>{bands} bandas de {columns} × {rows} píxeles en {seconds:.1f} s</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The area '{value}' is empty; choose another one, or none for all of the scene.</source>
            <translation>El área «{value}» está vacía; elija otra, o ninguna para toda la escena.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>{role} raster '{value}' cannot be opened; check its path.</source>
            <translation>No se puede abrir el ráster {role} «{value}»; compruebe su ruta.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Automatic</source>
            <translation>Automático</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <source>Built-in (NumPy)</source>
            <translation>Integrado (NumPy)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Processor</source>
            <translation>Procesador</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>{count} bands</source>
            <translation>{count} bandas</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>ratio {ratio}</source>
            <translation>relación {ratio}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>PAN and MS lie on each other</source>
            <translation>PAN y MS coinciden</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>; both methods make up for it</source>
            <translation>; ambos métodos lo compensan</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>PAN lies {down} pixels down and {right} right of MS</source>
            <translation>PAN está {down} píxeles por debajo y {right} a la derecha de MS</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>overlap {percent} %</source>
            <translation>superposición {percent} %</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>{bits} bits</source>
            <translation>{bits} bits</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>[Temporary file]</source>
            <translation>[Archivo temporal]</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Choose a PAN file</source>
            <translation>Seleccione un archivo PAN</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Choose an MS file</source>
            <translation>Seleccione un archivo MS</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Brings colours to where PAN shows things: for cars and crooked pairs.</source>
            <translation>Lleva los colores a donde PAN muestra los objetos: para vehículos y pares desalineados.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Choose a model file</source>
            <translation>Seleccione un archivo de modelo</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Models (*.onnx)</source>
            <translation>Modelos (*.onnx)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Sharpening the preview…</source>
            <translation>Realzando la vista previa…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Preview shows a small window of the result beside the MS.</source>
            <translation>La vista previa muestra una pequeña ventana del resultado junto al MS.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Run</source>
            <translation>&amp;Ejecutar</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>about {count} h</source>
            <translation>aprox. {count} h</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Choose a PAN and an MS layer of the same place.</source>
            <translation>Seleccione una capa PAN y una capa MS del mismo lugar.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Comes closest to the truth where PAN and MS fit.</source>
            <translation>Es el más fiel a la realidad donde PAN y MS concuerdan.</translation>
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
            <translation>Todavía no se ha elegido ningún área; elija una o desmarque la casilla para procesar toda la escena.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>about {count} s</source>
            <translation>aprox. {count} s</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>about {count} min</source>
            <translation>aprox. {count} min</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Model {model}; drag the handle, roll the wheel to zoom.</source>
            <translation>Modelo {model}; arrastre el tirador, gire la rueda para hacer zum.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>&amp;Run ({count} queued)</source>
            <translation>&amp;Ejecutar ({count} en cola)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Result: up to {size}</source>
            <translation>Resultado: hasta {size}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Choose the folder that 'pansharp engines bundle' has filled</source>
            <translation>Seleccione la carpeta que llenó «pansharp engines bundle»</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Not installed</source>
            <translation>No instalado</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>My own Python</source>
            <translation>Mi propio Python</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Installed</source>
            <translation>Instalado</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install</source>
            <translation>Instalar</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install from folder…</source>
            <translation>Instalar desde carpeta…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Use my own Python…</source>
            <translation>Usar mi propio Python…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Test</source>
            <translation>Probar</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Remove</source>
            <translation>Eliminar</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <location filename="../qgis_pansharp/runs.py" />
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Show log</source>
            <translation>Mostrar el registro</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install variant {variant} ({size} GB)</source>
            <translation>Instalar la variante {variant} ({size} GB)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Choose a Python interpreter</source>
            <translation>Seleccione un intérprete de Python</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Always there</source>
            <translation>Siempre presente</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>In QGIS's Python</source>
            <translation>En el Python de QGIS</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Runs on</source>
            <translation>Se ejecuta en</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Version</source>
            <translation>Versión</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Mpx/s</source>
            <translation>Mpx/s</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Size</source>
            <translation>Tamaño</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install again</source>
            <translation>Reinstalar</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Installing the engine {engine}</source>
            <translation>Instalando el motor {engine}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Removing the engine {engine}</source>
            <translation>Eliminando el motor {engine}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Checking {path}</source>
            <translation>Comprobando {path}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Testing the engine {engine}</source>
            <translation>Probando el motor {engine}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Cancelled; what was installed before still is.</source>
            <translation>Cancelado; lo que estaba instalado antes sigue estándolo.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Done.</source>
            <translation>Listo.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/task.py" />
            <source>This failed unexpectedly; please report it with the log.</source>
            <translation>La operación falló de forma inesperada; por favor, informe de ello adjuntando el registro.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/errors.py" />
            <source>Cancelled; no output was left behind.</source>
            <translation>Cancelado; no se ha dejado ninguna salida.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/errors.py" />
            <source>Memory does not suffice for this pair; close other programs and try again.</source>
            <translation>La memoria no es suficiente para este par; cierre otros programas e inténtelo de nuevo.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/errors.py" />
            <source>Sharpening failed unexpectedly ({reason}); please report this with the log.</source>
            <translation>El realce falló de forma inesperada ({reason}); por favor, informe de ello adjuntando el registro.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>{role} layer '{name}' is not a raster file (its source is '{provider}'); export it as GeoTIFF and use that file.</source>
            <translation>La capa {role} «{name}» no es un archivo ráster (su origen es «{provider}»); expórtela como GeoTIFF y utilice ese archivo.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>{role} layer '{name}' is opened with options of its own ({options}); add its file to the project again without them.</source>
            <translation>La capa {role} «{name}» se abre con opciones propias ({options}); añada de nuevo su archivo al proyecto sin ellas.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>{role} layer '{name}' lies on a server; save it as a file on this computer and use that.</source>
            <translation>La capa {role} «{name}» está en un servidor; guárdela como archivo en este equipo y utilice ese archivo.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>PAN layer '{name}' has no georeference of its own, so no area of it can be chosen on the map; leave the area empty, or warp both layers first.</source>
            <translation>La capa PAN «{name}» no tiene georreferencia propia, por lo que no se puede elegir un área de ella en el mapa; deje el área vacía o remuestree antes ambas capas con «Combar (reproyectar)».</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>The dialog begins with these; the Processing tool has its own choices.</source>
            <translation>El diálogo empieza con estos valores; la herramienta de Procesos tiene los suyos.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <location filename="../qgis_pansharp/plugin.py" />
            <source>User guide</source>
            <translation>Guía de usuario</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Engines</source>
            <translation>Motores</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Threads</source>
            <translation>Hilos</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Memory for a block</source>
            <translation>Memoria por bloque</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Block size in PAN pixels</source>
            <translation>Tamaño de bloque en píxeles PAN</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Folder of further models</source>
            <translation>Carpeta de más modelos</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Folder of results</source>
            <translation>Carpeta de resultados</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/plugin.py" />
            <source>Pansharpen…</source>
            <translation>Pansharpening…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>Pansharpened with Pansharp on {when}</source>
            <translation>Pansharpening realizado con Pansharp el {when}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>Model: {model}, method {method}</source>
            <translation>Modelo: {model}, método {method}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>Engine: {engine} on {device}</source>
            <translation>Motor: {engine} en {device}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>waiting</source>
            <translation>en espera</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>about {count} h left</source>
            <translation>quedan aprox. {count} h</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>Pansharpen {name}</source>
            <translation>Pansharpening de {name}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>Details</source>
            <translation>Detalles</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>stopping</source>
            <translation>deteniendo</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>about {count} s left</source>
            <translation>quedan aprox. {count} s</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>about {count} min left</source>
            <translation>quedan aprox. {count} min</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>Pansharpening was cancelled; no output was left behind.</source>
            <translation>Se canceló el pansharpening; no se ha dejado ninguna salida.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>{name} is ready: {columns} x {rows} pixels in {seconds} s.</source>
            <translation>{name} está listo: {columns} × {rows} píxeles en {seconds} s.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>{count} waiting</source>
            <translation>{count} en espera</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>The result {path} was written, but cannot be loaded.</source>
            <translation>El resultado {path} se ha escrito, pero no se puede cargar.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/task.py" />
            <source>Sharpening failed unexpectedly; please report this with the log.</source>
            <translation>El realce falló de forma inesperada; por favor, informe de ello adjuntando el registro.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Scene</source>
            <translation>Escena</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;PAN layer</source>
            <translation>Capa &amp;PAN</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;MS layer</source>
            <translation>Capa &amp;MS</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>The coarse raster with several bands, of the same scene.</source>
            <translation>El ráster grueso con varias bandas, de la misma escena.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Sharpening</source>
            <translation>Realce</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Me&amp;thod</source>
            <translation>Mé&amp;todo</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>M&amp;odel</source>
            <translation>M&amp;odelo</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Only this &amp;area</source>
            <translation>&amp;Solo esta área</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Result</source>
            <translation>Resultado</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Output &amp;file</source>
            <translation>&amp;Archivo de salida</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Add the result as a &amp;layer</source>
            <translation>Añadir el resu&amp;ltado como capa</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Advanced</source>
            <translation>Avanzado</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Engine</source>
            <translation>Moto&amp;r</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Device</source>
            <translation>&amp;Dispositivo</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>What the engine computes on; type the name of another one, such as cuda:1.</source>
            <translation>Dónde calcula el motor; escriba el nombre de otro dispositivo, por ejemplo cuda:1.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Creation options</source>
            <translation>Opc. de &amp;creación</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>GeoTIFF creation options as KEY=VALUE, separated by '|'; they replace the plugin's own choice.</source>
            <translation>Opciones de creación de GeoTIFF como KEY=VALUE, separadas por «|»; sustituyen a las que elige el complemento.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Open options…</source>
            <translation>Abrir opciones…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Pre&amp;view</source>
            <translation>&amp;Vista previa</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Sharpen a small window at the centre of the map canvas</source>
            <translation>Realzar una pequeña ventana en el centro de la vista del mapa</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Method that the preview shows</source>
            <translation>Método que muestra la vista previa</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Pick a place</source>
            <translation>Elegir lugar</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Click in the map where the preview shall be</source>
            <translation>Haga clic en el mapa donde deba estar la vista previa</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Zoom out</source>
            <translation>Alejar</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Zoom in</source>
            <translation>Acercar</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Help</source>
            <translation>Ayuda</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Reset</source>
            <translation>Restablecer</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <location filename="../backend/area.py" />
            <source>area {area} and the overlap of PAN file {pan!r} and MS file {ms!r} have no pixel in common; give an area inside {extent}.</source>
            <translation>El área {area} y la superposición del archivo PAN {pan!r} y el archivo MS {ms!r} no tienen ningún píxel en común; indique un área dentro de {extent}.</translation>
        </message>
        <message>
            <location filename="../backend/area.py" />
            <source>area {area} is no rectangle; give four finite numbers: xmin, ymin, xmax, ymax.</source>
            <translation>El área {area} no es un rectángulo; indique cuatro números finitos: xmin, ymin, xmax, ymax.</translation>
        </message>
        <message>
            <location filename="../backend/area.py" />
            <source>area {area} is empty; give xmin and ymin first, each less than its maximum.</source>
            <translation>El área {area} está vacía; indique primero xmin e ymin, cada uno menor que su máximo.</translation>
        </message>
        <message>
            <location filename="../backend/cli.py" />
            <source>memory does not suffice even for small blocks; close other programs.</source>
            <translation>La memoria no es suficiente ni siquiera para bloques pequeños; cierre otros programas.</translation>
        </message>
        <message>
            <location filename="../backend/cli.py" />
            <source>unexpected failure ({reason}); please report it with the input.</source>
            <translation>Fallo inesperado ({reason}); por favor, informe de ello adjuntando los datos de entrada.</translation>
        </message>
        <message>
            <location filename="../backend/cli_engines.py" />
            <source>This computer is none that engines can be fetched for; give --platform and --python.</source>
            <translation>No se pueden descargar motores para este equipo; indique --platform y --python.</translation>
        </message>
        <message>
            <location filename="../backend/engines/__init__.py" />
            <source>There is no engine named '{name}'; choose one of: {choices}.</source>
            <translation>No existe ningún motor llamado «{name}»; elija uno de estos: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/engines/__init__.py" />
            <source>The engine builtin has no device {device}, only cpu; choose that, or another engine.</source>
            <translation>El motor builtin no tiene ningún dispositivo {device}, solo cpu; elija ese u otro motor.</translation>
        </message>
        <message>
            <location filename="../backend/engines/__init__.py" />
            <location filename="../backend/engines/at_hand.py" />
            <location filename="../backend/environments/checking.py" />
            <source>the package {package} is not installed</source>
            <translation>el paquete {package} no está instalado</translation>
        </message>
        <message>
            <location filename="../backend/engines/at_hand.py" />
            <source>The engine {name} cannot be used here ({reason}); install it, or choose the engine builtin, which needs nothing.</source>
            <translation>El motor {name} no se puede usar aquí ({reason}); instálelo o elija el motor builtin, que no necesita nada.</translation>
        </message>
        <message>
            <location filename="../backend/engines/base.py" />
            <source>The engine {name} was closed; create it again to use it.</source>
            <translation>El motor {name} se cerró; créelo de nuevo para usarlo.</translation>
        </message>
        <message>
            <location filename="../backend/engines/base.py" />
            <source>A block of PAN with shape {pan} and MS with shape {ms} cannot be sharpened; (1, H, W) and (bands, h, w) are needed.</source>
            <translation>No se puede realzar un bloque de PAN con forma {pan} y MS con forma {ms}; se necesitan (1, H, W) y (bandas, h, w).</translation>
        </message>
        <message>
            <location filename="../backend/engines/builtin.py" />
            <source>The model file {path} cannot be used with the built-in engine ({reason}); choose another engine or another model.</source>
            <translation>El archivo de modelo {path} no se puede usar con el motor integrado ({reason}); elija otro motor u otro modelo.</translation>
        </message>
        <message>
            <location filename="../backend/engines/builtin.py" />
            <source>The model {path} cannot sharpen a block with PAN {pan} and MS {ms} ({reason}); check that the model is made for this number of bands and this ratio, or choose a larger block.</source>
            <translation>El modelo {path} no puede realzar un bloque con PAN {pan} y MS {ms} ({reason}); compruebe que el modelo esté hecho para este número de bandas y esta relación, o elija un bloque mayor.</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>No engine here has a device {device}; choose auto, or another one.</source>
            <translation>Ningún motor tiene aquí un dispositivo {device}; elija auto u otro.</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>Engines by megapixels per second here: {list}</source>
            <translation>Motores según los megapíxeles por segundo en este equipo: {list}</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>Measuring how fast the engine {engine} is here</source>
            <translation>Midiendo la velocidad del motor {engine} en este equipo</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>{engine} on {device}: {problem}</source>
            <translation>{engine} en {device}: {problem}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <source>it answered with garbage: {what}</source>
            <translation>respondió algo incomprensible: {what}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <source>its process ended with code {code}</source>
            <translation>su proceso terminó con el código {code}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <source>its process was ended by the signal {name}</source>
            <translation>su proceso fue terminado por la señal {name}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <source>it cannot open shared memory: {what}</source>
            <translation>no puede abrir la memoria compartida: {what}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <source>it closed its output</source>
            <translation>cerró su salida</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <location filename="../backend/environments/interpreters.py" />
            <source>it did not answer in time</source>
            <translation>no respondió a tiempo</translation>
        </message>
        <message>
            <location filename="../backend/engines/openvino_engine.py" />
            <location filename="../backend/engines/runtime.py" />
            <source>The engine {name} was stopped.</source>
            <translation>El motor {name} se detuvo.</translation>
        </message>
        <message>
            <location filename="../backend/engines/ort.py" />
            <source>ONNX Runtime found the device {device} but cannot use it; check its driver, or choose the device cpu.</source>
            <translation>ONNX Runtime encontró el dispositivo {device}, pero no puede usarlo; compruebe su controlador o elija el dispositivo cpu.</translation>
        </message>
        <message>
            <location filename="../backend/engines/protocol.py" />
            <source>The engine failed ({reason}); choose another engine.</source>
            <translation>El motor falló ({reason}); elija otro motor.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The engine {name} has no device {device} here; choose one of: {choices}.</source>
            <translation>El motor {name} no tiene aquí un dispositivo {device}; elija uno de estos: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The model file {path} cannot be read; check that it exists and that you may read it.</source>
            <translation>No se puede leer el archivo de modelo {path}; compruebe que existe y que tiene permiso para leerlo.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The engine {name} cannot be loaded ({reason}); install it with 'pip install {package}', or choose the engine builtin, which needs nothing.</source>
            <translation>El motor {name} no se puede cargar ({reason}); instálelo con «pip install {package}» o elija el motor builtin, que no necesita nada.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The model file {path} cannot be used with {title} ({reason}); copy or download the file again, or choose another model.</source>
            <translation>El archivo de modelo {path} no se puede usar con {title} ({reason}); copie o descargue el archivo de nuevo, o elija otro modelo.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>{title} cannot sharpen a block with PAN {pan} and MS {ms} using {path} ({reason}); check that the model is made for this number of bands and this ratio, or choose a larger block.</source>
            <translation>{title} no puede realzar un bloque con PAN {pan} y MS {ms} usando {path} ({reason}); compruebe que el modelo esté hecho para este número de bandas y esta relación, o elija un bloque mayor.</translation>
        </message>
        <message>
            <location filename="../backend/engines/steady.py" />
            <source>Going on with the engine {engine} ({device}) instead of {before}</source>
            <translation>Se continúa con el motor {engine} ({device}) en lugar de {before}</translation>
        </message>
        <message>
            <location filename="../backend/engines/steady.py" />
            <source>It had printed: {text}</source>
            <translation>Había escrito: {text}</translation>
        </message>
        <message>
            <location filename="../backend/engines/torch_runners.py" />
            <source>16 bits did not suffice for a block; choose the precision full, or another engine.</source>
            <translation>16 bits no bastaron para un bloque; elija la precisión full u otro motor.</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor</source>
            <translation>el procesador</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>graphics cards of NVIDIA</source>
            <translation>tarjetas gráficas NVIDIA</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>There is no engine named '{name}' to install; choose one of: {choices}.</source>
            <translation>No existe ningún motor llamado «{name}» que instalar; elija uno de estos: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>The engine {engine} has no variant {variant}; choose one of: {choices}.</source>
            <translation>El motor {engine} no tiene la variante {variant}; elija una de estas: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor and any graphics card</source>
            <translation>el procesador y cualquier tarjeta gráfica</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor and graphics of Intel</source>
            <translation>el procesador y gráficos Intel</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor, and graphics of Apple</source>
            <translation>el procesador y gráficos Apple</translation>
        </message>
        <message>
            <location filename="../backend/environments/checking.py" />
            <source>its {title} is {version}, but {oldest} to below {below} is needed</source>
            <translation>su {title} tiene la versión {version}, pero se necesita desde {oldest} hasta antes de {below}</translation>
        </message>
        <message>
            <location filename="../backend/environments/choosing.py" />
            <source>There is no platform '{name}'; choose one of: {choices}.</source>
            <translation>No existe la plataforma «{name}»; elija una de estas: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/choosing.py" />
            <source>Python '{name}' is not supported; choose one of: {choices}.</source>
            <translation>Python «{name}» no es compatible; elija uno de estos: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/choosing.py" />
            <source>The engine {engine} needs {needed} in the folder {folder}, which has {free} of free space; free some, or choose another folder.</source>
            <translation>El motor {engine} necesita {needed} en la carpeta {folder}, que tiene {free} de espacio libre; libere espacio o elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because a package is damaged or is not the one that was tested; try again, and ask whoever runs your proxy or package index if that does not help.</source>
            <translation>El motor {engine} no se instaló porque un paquete está dañado o no es el que se probó; inténtelo de nuevo y, si no sirve, pregunte a quien administre su proxy o su índice de paquetes.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because the disk is full; free some space, or choose another folder.</source>
            <translation>El motor {engine} no se instaló porque el disco está lleno; libere espacio o elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because file names get too long for Windows; choose a folder with a shorter path, such as C:\pansharp.</source>
            <translation>El motor {engine} no se instaló porque los nombres de archivo resultan demasiado largos para Windows; elija una carpeta con una ruta más corta, por ejemplo C:\pansharp.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because another program, often a virus scanner, keeps Windows from writing or starting its files; wait a minute and try again, or have the folder {folder} excepted from scanning.</source>
            <translation>El motor {engine} no se instaló porque otro programa, a menudo un antivirus, impide que Windows escriba o inicie sus archivos; espere un minuto e inténtelo de nuevo, o haga excluir la carpeta {folder} del análisis.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because the folder {folder} may not be written to; choose a folder of your own, or ask whoever manages this computer.</source>
            <translation>El motor {engine} no se instaló porque no se permite escribir en la carpeta {folder}; elija una carpeta propia o pregunte a quien administre este equipo.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} does not start because a library of Windows is missing; install Microsoft's Visual C++ Redistributable (x64) for Visual Studio 2015 to 2022, or choose another engine.</source>
            <translation>El motor {engine} no se inicia porque falta una biblioteca de Windows; instale Visual C++ Redistributable de Microsoft (x64) para Visual Studio 2015 a 2022 o elija otro motor.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} does not start because this system lacks a library or is too old ({reason}); choose another engine, or use a Python of your own.</source>
            <translation>El motor {engine} no se inicia porque a este sistema le falta una biblioteca o es demasiado antiguo ({reason}); elija otro motor o use un Python propio.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the proxy wants a user name and password (407); enter them in QGIS under Settings &gt; Options &gt; Network, or give --proxy on the command line.</source>
            <translation>El motor {engine} no se descargó porque el proxy pide usuario y contraseña (407); introdúzcalos en QGIS en Configuración &gt; Opciones &gt; Red o indique --proxy en la línea de órdenes.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the proxy {proxy} refuses or does not answer; check it in QGIS under Settings &gt; Options &gt; Network, or install from a folder that was filled on another computer.</source>
            <translation>El motor {engine} no se descargó porque el proxy {proxy} rechaza la conexión o no responde; compruébelo en QGIS en Configuración &gt; Opciones &gt; Red o instale desde una carpeta llenada en otro equipo.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index's certificate is not trusted; ask for your organisation's certificate and name its file in the environment variable PIP_CERT, or install from a folder that was filled on another computer.</source>
            <translation>El motor {engine} no se descargó porque el certificado del índice de paquetes no es de confianza; pida el certificado de su organización e indique su archivo en la variable de entorno PIP_CERT, o instale desde una carpeta llenada en otro equipo.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the Python {python} has no encryption (SSL); choose another Python, or install from a folder that was filled on another computer.</source>
            <translation>El motor {engine} no se descargó porque el Python {python} no tiene cifrado (SSL); elija otro Python o instale desde una carpeta llenada en otro equipo.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index cannot be reached; check the network and the proxy, or install from a folder that was filled on another computer.</source>
            <translation>El motor {engine} no se descargó porque no se puede acceder al índice de paquetes; compruebe la red y el proxy o instale desde una carpeta llenada en otro equipo.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index refuses access; check the index and its password in pip's settings, or install from a folder that was filled on another computer.</source>
            <translation>El motor {engine} no se descargó porque el índice de paquetes deniega el acceso; compruebe el índice y su contraseña en la configuración de pip o instale desde una carpeta llenada en otro equipo.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index is out of order or overloaded; try again later.</source>
            <translation>El motor {engine} no se descargó porque el índice de paquetes está fuera de servicio o sobrecargado; inténtelo más tarde.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because there is no package of it for {python} or for a system as old as this one; choose another engine, or use a Python of your own.</source>
            <translation>El motor {engine} no se instaló porque no hay ningún paquete suyo para {python} ni para un sistema tan antiguo como este; elija otro motor o use un Python propio.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index has no {build} for {python}; its makers keep builds without CUDA in an index of their own, so take the larger variant cuda, which works without a card too, give pip that index's address as extra-index-url (PyTorch's installation page shows it for Pip, Linux and CPU), or choose OpenVINO, which is faster on a processor.</source>
            <translation>El motor {engine} no se descargó porque el índice de paquetes no tiene {build} para {python}; sus autores publican las versiones sin CUDA en un índice propio: tome la variante cuda, más grande, que también funciona sin tarjeta, indique a pip la dirección de ese índice como extra-index-url (la página de instalación de PyTorch la muestra para Pip, Linux y CPU), o elija OpenVINO, que es más rápido en un procesador.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because the Python {python} has no pip; install it (on Debian and Ubuntu the package python3-venv), or choose another Python.</source>
            <translation>El motor {engine} no se instaló porque el Python {python} no tiene pip; instálelo (en Debian y Ubuntu, el paquete python3-venv) o elija otro Python.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because memory does not suffice; close other programs and try again.</source>
            <translation>El motor {engine} no se instaló porque no hay memoria suficiente; cierre otros programas e inténtelo de nuevo.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because no Python was found that can make room for it; choose one of Python 3.9 to 3.14 yourself.</source>
            <translation>El motor {engine} no se instaló porque no se encontró ningún Python que pueda crear un entorno para él; elija usted un Python de 3.9 a 3.14.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The Python {python} cannot be used for the engine {engine} ({reason}); choose another one.</source>
            <translation>El Python {python} no se puede usar para el motor {engine} ({reason}); elija otro.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} cannot be changed while another installation is under way in {folder}; wait until it has ended.</source>
            <translation>El motor {engine} no se puede cambiar mientras haya otra instalación en curso en {folder}; espere a que termine.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} is not installed in {folder}; install it first.</source>
            <translation>El motor {engine} no está instalado en {folder}; instálelo primero.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} does not work here ({reason}); choose another engine, or install it again.</source>
            <translation>El motor {engine} no funciona aquí ({reason}); elija otro motor o vuelva a instalarlo.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} cannot be used because its results differ from the built-in engine's by {reason} of 2047; choose another engine.</source>
            <translation>El motor {engine} no se puede usar porque sus resultados difieren de los del motor integrado en {reason} de 2047; elija otro motor.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed ({reason}); the log tells more.</source>
            <translation>El motor {engine} no se instaló ({reason}); el registro dice más.</translation>
        </message>
        <message>
            <location filename="../backend/environments/fetching.py" />
            <source>{count} of {total} packages were fetched before and are used again</source>
            <translation>{count} de {total} paquetes ya se habían descargado y se usan de nuevo</translation>
        </message>
        <message>
            <location filename="../backend/environments/fetching.py" />
            <source>Fetching {name} {version}, package {number} of {total} ({size} in all)</source>
            <translation>Descargando {name} {version}, paquete {number} de {total} ({size} en total)</translation>
        </message>
        <message>
            <location filename="../backend/environments/interpreters.py" />
            <source>it is no Python</source>
            <translation>no es un Python</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>the Python that it was installed with has gone or changed; install it again</source>
            <translation>el Python con el que se instaló ya no está o cambió; vuelva a instalarlo</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>{title} for {use}, with {python}</source>
            <translation>{title} para {use}, con {python}</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>Checking that it sharpens, and how fast</source>
            <translation>Comprobando si realza y a qué velocidad</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>it is {python}, but 3.9 to 3.14 is needed</source>
            <translation>es {python}, pero se necesita una versión de 3.9 a 3.14</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>Unpacking {count} packages</source>
            <translation>Desempaquetando {count} paquetes</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>Some old files are still in use and stay for now.</source>
            <translation>Algunos archivos antiguos aún están en uso y se quedan por ahora.</translation>
        </message>
        <message>
            <location filename="../backend/environments/pins.py" />
            <location filename="../backend/environments/wheels.py" />
            <source>Python {version} on {system}</source>
            <translation>Python {version} en {system}</translation>
        </message>
        <message>
            <location filename="../backend/environments/pins.py" />
            <source>The plugin's file {path} cannot be read ({reason}); install the plugin again.</source>
            <translation>No se puede leer el archivo {path} del complemento ({reason}); vuelva a instalar el complemento.</translation>
        </message>
        <message>
            <location filename="../backend/environments/processes.py" />
            <source>cancelled; what was installed before still is.</source>
            <translation>Cancelado; lo que estaba instalado antes sigue estándolo.</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The folder {folder} was filled for the engine {filled}, not for {engine}; choose another folder.</source>
            <translation>La carpeta {folder} se llenó para el motor {filled}, no para {engine}; elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The folder {folder} was filled for {filled}, but this is {here}; fill one for this computer with 'pansharp engines bundle {engine} --platform {platform} --python {python}'.</source>
            <translation>La carpeta {folder} se llenó para {filled}, pero aquí se trata de {here}; llene una para este equipo con «pansharp engines bundle {engine} --platform {platform} --python {python}».</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The file {path} is damaged, or is not the one that was tested; copy it again.</source>
            <translation>El archivo {path} está dañado o no es el que se probó; cópielo de nuevo.</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The folder {folder} lacks the package {package} {version} for {target}; fill it with this version of the plugin by 'pansharp engines bundle {engine}'.</source>
            <translation>A la carpeta {folder} le falta el paquete {package} {version} para {target}; llénela con esta versión del complemento mediante «pansharp engines bundle {engine}».</translation>
        </message>
        <message>
            <location filename="../backend/estimate.py" />
            <source>{size:.1f} MB</source>
            <translation>{size:.1f} MB</translation>
        </message>
        <message>
            <location filename="../backend/estimate.py" />
            <source>output folder {folder} has {free} of free space, but the result may take {needed}; free some space, choose another folder or a smaller area.</source>
            <translation>La carpeta de salida {folder} tiene {free} de espacio libre, pero el resultado puede ocupar {needed}; libere espacio o elija otra carpeta o un área menor.</translation>
        </message>
        <message>
            <location filename="../backend/estimate.py" />
            <source>{size:.1f} GB</source>
            <translation>{size:.1f} GB</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>coastal</source>
            <translation>costera</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>blue</source>
            <translation>azul</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>green</source>
            <translation>verde</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>yellow</source>
            <translation>amarillo</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>red</source>
            <translation>rojo</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>red edge</source>
            <translation>borde rojo</translation>
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
            <translation>El archivo de modelo {source!r} tiene una ficha dañada ({reason}); obtenga de nuevo el archivo de modelo o use un modelo incluido.</translation>
        </message>
        <message>
            <location filename="../backend/models/further.py" />
            <source>The model folder {folder!r} is passed over ({reason})</source>
            <translation>Se omite la carpeta de modelos {folder!r} ({reason})</translation>
        </message>
        <message>
            <location filename="../backend/models/further.py" />
            <source>A further model is passed over: {reason}</source>
            <translation>Se omite otro modelo: {reason}</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>The model file {path} cannot be used ({reason}); copy or download the file again, or choose another model.</source>
            <translation>No se puede usar el archivo de modelo {path} ({reason}); copie o descargue el archivo de nuevo, o elija otro modelo.</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged or not an ONNX model (a number runs past its end)</source>
            <translation>está dañado o no es un modelo ONNX (un número se extiende más allá de su final)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it holds no network</source>
            <translation>no contiene ninguna red</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>The model file {path} cannot be read ({reason}); check that it exists and that you may read it.</source>
            <translation>No se puede leer el archivo de modelo {path} ({reason}); compruebe que existe y que tiene permiso para leerlo.</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a field has the wrong kind)</source>
            <translation>está dañado (un campo es del tipo equivocado)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (numbers are cut off)</source>
            <translation>está dañado (hay números cortados)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it does not say which version of ONNX's operators it uses</source>
            <translation>no dice qué versión de los operadores de ONNX utiliza</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>its attribute '{name}' has a kind this plugin does not read</source>
            <translation>su atributo «{name}» es de un tipo que este complemento no lee</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (attribute '{name}' does not hold what it says)</source>
            <translation>está dañado (el atributo «{name}» no contiene lo que indica)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a number has the wrong size)</source>
            <translation>está dañado (un número tiene un tamaño equivocado)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>the weight '{name}' has a data type that this plugin does not read</source>
            <translation>el peso «{name}» tiene un tipo de datos que este complemento no lee</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>the weight '{name}' has another size than it says</source>
            <translation>el peso «{name}» tiene un tamaño distinto del que indica</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>the weight '{name}' has an impossible shape</source>
            <translation>el peso «{name}» tiene una forma imposible</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a weight is cut off)</source>
            <translation>está dañado (un peso está cortado)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a weight holds an impossible number)</source>
            <translation>está dañado (un peso contiene un número imposible)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is larger than {size} MiB</source>
            <translation>ocupa más de {size} MiB</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is truncated, damaged or not an ONNX model</source>
            <translation>está truncado o dañado, o no es un modelo ONNX</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a name is not text)</source>
            <translation>está dañado (un nombre no es texto)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged or not an ONNX model (unknown kind of field)</source>
            <translation>está dañado o no es un modelo ONNX (tipo de campo desconocido)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it uses functions of its own, which this plugin does not run</source>
            <translation>utiliza funciones propias, que este complemento no ejecuta</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it stores sparse weights, which this plugin does not read</source>
            <translation>guarda pesos dispersos, que este complemento no lee</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it keeps its weights in another file; ask for a model in one file</source>
            <translation>guarda sus pesos en otro archivo; solicite un modelo en un solo archivo</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it stores a weight in segments, which this plugin does not read</source>
            <translation>guarda un peso en segmentos, lo que este complemento no lee</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it is the smallest that has all of the named bands</source>
            <translation>es el más pequeño que tiene todas las bandas con nombre</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>model file {path!r} is a folder; choose a file in it.</source>
            <translation>El archivo de modelo {path!r} es una carpeta; elija un archivo de ella.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>model file {path!r} does not exist; check the path.</source>
            <translation>El archivo de modelo {path!r} no existe; compruebe la ruta.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>model file {path!r} carries no Pansharp card; export it with 'python -m training export'.</source>
            <translation>El archivo de modelo {path!r} no lleva ficha de Pansharp; expórtelo con «python -m training export».</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>unknown method {method!r}; choose auto, {first} or {second}.</source>
            <translation>Método desconocido {method!r}; elija auto, {first} o {second}.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>no model is installed for method {method!r}; reinstall the plugin.</source>
            <translation>No hay ningún modelo instalado para el método {method!r}; reinstale el complemento.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have ratio {ratio}, for which there is no model (available: {ratios}); resample one of them.</source>
            <translation>El archivo PAN {pan!r} y el archivo MS {ms!r} tienen la relación {ratio}, para la que no hay ningún modelo (disponibles: {ratios}); remuestree uno de ellos.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it is the one for ratio {ratio}</source>
            <translation>es el que corresponde a la relación {ratio}</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it has the usual bands of an MS with {count} bands</source>
            <translation>tiene las bandas habituales de un MS con {count} bandas</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>the bands have no names, and it sharpens them in the fewest passes</source>
            <translation>las bandas no tienen nombre y las realza en el menor número de pasadas</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it lacks the fewest of the bands, only {bands}</source>
            <translation>es al que le faltan menos bandas, solo {bands}</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it is the smallest that has all of the bands</source>
            <translation>es el más pequeño que tiene todas las bandas</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it has exactly the bands of this MS</source>
            <translation>tiene exactamente las bandas de este MS</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>{count} threads cannot be used; give a number above 0, or 0 for as many as there are cores.</source>
            <translation>No se pueden usar {count} hilos; indique un número mayor que 0, o 0 para tantos como núcleos haya.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>There is no precision {name!r}; choose one of: {choices}.</source>
            <translation>No existe la precisión {name!r}; elija una de estas: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>a block cannot have {size} pixels a side; give a number above 0, or 0 for as many as the memory suffices for.</source>
            <translation>Un bloque no puede tener {size} píxeles de lado; indique un número mayor que 0, o 0 para tantos como permita la memoria.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>model file {path!r} is of method {found}, not {wanted}; leave the method at auto.</source>
            <translation>El archivo de modelo {path!r} es del método {found}, no de {wanted}; deje el método en auto.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have ratio {ratio}, but model file {model!r} takes {other}; choose another model.</source>
            <translation>El archivo PAN {pan!r} y el archivo MS {ms!r} tienen la relación {ratio}, pero el archivo de modelo {model!r} requiere {other}; elija otro modelo.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} has an unreadable header; get an intact copy.</source>
            <translation>El archivo {role} {path!r} tiene una cabecera ilegible; obtenga una copia intacta.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} cannot be read as a raster ({reason}); choose an existing file that GDAL can open.</source>
            <translation>El archivo {role} {name} no se puede leer como ráster ({reason}); elija un archivo existente que GDAL pueda abrir.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} holds no raster band; name the raster inside it that you mean.</source>
            <translation>El archivo {role} {path!r} no contiene ninguna banda ráster; indique a qué ráster de su interior se refiere.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} holds indices of a palette, not brightness; choose the original image.</source>
            <translation>El archivo {role} {path!r} contiene índices de una paleta, no valores de brillo; elija la imagen original.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} has data type {dtype}; convert it to one of UInt8, UInt16, Int16 or Float32.</source>
            <translation>El archivo {role} {path!r} tiene el tipo de datos {dtype}; conviértalo a UInt8, UInt16, Int16 o Float32.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} does not exist; check the path.</source>
            <translation>El archivo {role} {name} no existe; compruebe la ruta.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} is a folder; choose a raster in it.</source>
            <translation>El archivo {role} {name} es una carpeta; elija un ráster de ella.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} may not be read; ask for the right to.</source>
            <translation>No tiene permiso para leer el archivo {role} {name}; solicítelo.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} does not suit data type {dtype}; {key} takes one of {choices} there.</source>
            <translation>La opción de creación {option!r} no es adecuada para el tipo de datos {dtype}; con él, {key} admite uno de estos valores: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} leaves too few bits for the nodata value {nodata:g}; give more bits or leave it out.</source>
            <translation>La opción de creación {option!r} deja muy pocos bits para el valor sin datos {nodata:g}; indique más bits o quítela.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} must be a GeoTIFF: give it a name ending in .tif.</source>
            <translation>La salida {path!r} debe ser un GeoTIFF: dele un nombre que termine en .tif.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} is a folder; give the name of a file in it.</source>
            <translation>La salida {path!r} es una carpeta; indique el nombre de un archivo en ella.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output folder {name} does not exist; create it first.</source>
            <translation>La carpeta de salida {name} no existe; créela primero.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output folder {folder!r} cannot be written to; choose another.</source>
            <translation>No se puede escribir en la carpeta de salida {folder!r}; elija otra.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} must have the form KEY=VALUE, such as COMPRESS=LZW.</source>
            <translation>La opción de creación {option!r} debe tener la forma KEY=VALUE, por ejemplo COMPRESS=LZW.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {key!r} is not known to GDAL's GeoTIFF driver; leave it out.</source>
            <translation>El controlador GeoTIFF de GDAL no conoce la opción de creación {key!r}; quítela.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} has no meaning to GDAL; {key} takes one of {choices}.</source>
            <translation>La opción de creación {option!r} no tiene sentido para GDAL; {key} admite uno de estos valores: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} would let programs read other pixels here than were written; leave it out.</source>
            <translation>Con la opción de creación {option!r} los programas leerían aquí otros píxeles que los escritos; quítela.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <location filename="../backend/raster/writer.py" />
            <source>output {path!r} cannot be created ({reason}); check the creation options, the folder and the free space.</source>
            <translation>No se puede crear la salida {path!r} ({reason}); compruebe las opciones de creación, la carpeta y el espacio libre.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} is the same file as an input; choose another name.</source>
            <translation>La salida {path!r} es el mismo archivo que una entrada; elija otro nombre.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} exists already; choose another name or allow overwriting (--overwrite).</source>
            <translation>La salida {path!r} ya existe; elija otro nombre o permita sobrescribirla (--overwrite).</translation>
        </message>
        <message>
            <location filename="../backend/raster/reader.py" />
            <source>{role} file {path!r} cannot be read at row {row}, column {column} ({reason}); get an intact copy with all files that belong to it.</source>
            <translation>El archivo {role} {path!r} no se puede leer en la fila {row}, columna {column} ({reason}); obtenga una copia intacta con todos los archivos que le pertenecen.</translation>
        </message>
        <message>
            <location filename="../backend/raster/reader.py" />
            <source>{role} file {path!r} is closed already.</source>
            <translation>El archivo {role} {path!r} ya está cerrado.</translation>
        </message>
        <message>
            <location filename="../backend/raster/writer.py" />
            <source>output {path!r} could not be written ({reason}); check the free space, the rights on its folder and the creation options.</source>
            <translation>No se pudo escribir la salida {path!r} ({reason}); compruebe el espacio libre, los permisos de su carpeta y las opciones de creación.</translation>
        </message>
        <message>
            <location filename="../backend/raster/writer.py" />
            <source>output {path!r} could not be put in place ({reason}); close other programs that use it.</source>
            <translation>No se pudo poner la salida {path!r} en su sitio ({reason}); cierre otros programas que la utilicen.</translation>
        </message>
        <message>
            <location filename="../backend/raster/writer.py" />
            <source>GDAL warns about output {path!r}: {warning}</source>
            <translation>GDAL advierte sobre la salida {path!r}: {warning}</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {path!r} has a band of transparency beside its own; extract the first band.</source>
            <translation>El archivo PAN {path!r} tiene una banda de transparencia además de la suya; extraiga la primera banda.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {path!r} has {count} bands; PAN must have exactly one: check that PAN and MS are not swapped.</source>
            <translation>El archivo PAN {path!r} tiene {count} bandas; PAN debe tener exactamente una: compruebe que PAN y MS no estén intercambiados.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>MS file {path!r} has a band of transparency as its last; extract the others, or name the band if it is near infrared.</source>
            <translation>El archivo MS {path!r} tiene como última una banda de transparencia; extraiga las demás, o dé nombre a la banda si es infrarrojo cercano.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not overlap; choose a pair of one place.</source>
            <translation>El archivo PAN {pan!r} y el archivo MS {ms!r} no se superponen; elija un par del mismo lugar.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: {without} has no geotransform (control points do not count) and the other one has; georeference both or neither.</source>
            <translation>El archivo PAN {pan!r} y el archivo MS {ms!r} no concuerdan: {without} no tiene geotransformación (los puntos de control no cuentan) y el otro sí; georreferencie ambos o ninguno.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: a geotransform is not finite; set it anew.</source>
            <translation>El archivo PAN {pan!r} y el archivo MS {ms!r} no concuerdan: una geotransformación no es finita; defínala de nuevo.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: {without} has no coordinate reference system and the other one has; assign the right one.</source>
            <translation>El archivo PAN {pan!r} y el archivo MS {ms!r} no concuerdan: {without} no tiene sistema de referencia de coordenadas y el otro sí; asigne el correcto.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have different coordinate reference systems ({pan_crs} and {ms_crs}); reproject MS to PAN's first.</source>
            <translation>El archivo PAN {pan!r} y el archivo MS {ms!r} tienen sistemas de referencia de coordenadas distintos ({pan_crs} y {ms_crs}); reproyecte primero MS al de PAN.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: a geotransform has pixels without an area; set it anew.</source>
            <translation>El archivo PAN {pan!r} y el archivo MS {ms!r} no concuerdan: una geotransformación tiene píxeles sin superficie; defínala de nuevo.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} are turned or sheared against each other (by up to {off:.2f} PAN pixels); warp both to one direction first, such as north up.</source>
            <translation>El archivo PAN {pan!r} y el archivo MS {ms!r} están girados o inclinados entre sí (hasta {off:.2f} píxeles PAN); remuestree primero ambos en una misma dirección, por ejemplo con el norte arriba.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} run in opposite directions: one of them is stored upside down or mirrored; warp it to the other's direction.</source>
            <translation>El archivo PAN {pan!r} y el archivo MS {ms!r} van en sentidos opuestos: uno de ellos está guardado al revés o reflejado; remuestréelo con «Combar (reproyectar)» al sentido del otro.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have pixel sizes of ratio {across:.4g} x {down:.4g}; PAN pixels must be a whole number of times smaller than MS pixels: resample MS first.</source>
            <translation>El archivo PAN {pan!r} y el archivo MS {ms!r} tienen tamaños de píxel en relación {across:.4g} × {down:.4g}; los píxeles de PAN deben ser más pequeños que los de MS en un factor entero: remuestree primero MS.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not lie on one grid: MS is off by up to {off:.2f} PAN pixels; warp MS to PAN's grid first.</source>
            <translation>El archivo PAN {pan!r} y el archivo MS {ms!r} no están en la misma cuadrícula: MS se desvía hasta {off:.2f} píxeles PAN; remuestree primero MS a la cuadrícula de PAN con «Combar (reproyectar)».</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have no georeference and sizes of ratio {across:.3f} x {down:.3f}; PAN must be a whole number of times as large as MS in both directions.</source>
            <translation>El archivo PAN {pan!r} y el archivo MS {ms!r} no tienen georreferencia y sus tamaños están en relación {across:.3f} × {down:.3f}; PAN debe ser mayor que MS en un factor entero en ambas direcciones.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not show the same ground: by their control points or RPC a corner of MS is off by {off:.0f} PAN pixels; choose a pair of one place, or warp both to one grid first.</source>
            <translation>El archivo PAN {pan!r} y el archivo MS {ms!r} no muestran el mismo terreno: según sus puntos de control o RPC, una esquina de MS se desvía {off:.0f} píxeles PAN; elija un par del mismo lugar o remuestree primero ambos a una misma cuadrícula.</translation>
        </message>
        <message>
            <location filename="../backend/sharpen.py" />
            <source>Memory does not suffice for {columns} x {rows} pixels; going on in smaller blocks</source>
            <translation>La memoria no es suficiente para {columns} × {rows} píxeles; se continúa con bloques más pequeños</translation>
        </message>
        <message>
            <location filename="../backend/sharpen.py" />
            <source>Lossy compression may leave values in pixels without data, and make others look as if they had none; choose a lossless one where that matters</source>
            <translation>La compresión con pérdidas puede dejar valores en píxeles sin datos y hacer que otros parezcan no tenerlos; elija una sin pérdidas si eso importa</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>cancelled; no output was left behind.</source>
            <translation>Cancelado; no se ha dejado ninguna salida.</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} below and {right:.1f} to the right of MS (in PAN pixels)</source>
            <translation>PAN está {down:.1f} por debajo y {right:.1f} a la derecha de MS (en píxeles PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{place}; its detail is moved onto MS, whose position the result keeps</source>
            <translation>{place}; su detalle se desplaza sobre MS, cuya posición conserva el resultado</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} below MS (in PAN pixels)</source>
            <translation>PAN está {down:.1f} por debajo de MS (en píxeles PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {right:.1f} to the right of MS (in PAN pixels)</source>
            <translation>PAN está {right:.1f} a la derecha de MS (en píxeles PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} above and {right:.1f} to the left of MS (in PAN pixels)</source>
            <translation>PAN está {down:.1f} por encima y {right:.1f} a la izquierda de MS (en píxeles PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} above and {right:.1f} to the right of MS (in PAN pixels)</source>
            <translation>PAN está {down:.1f} por encima y {right:.1f} a la derecha de MS (en píxeles PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} below and {right:.1f} to the left of MS (in PAN pixels)</source>
            <translation>PAN está {down:.1f} por debajo y {right:.1f} a la izquierda de MS (en píxeles PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>Model {model} {version} on engine {engine} ({device})</source>
            <translation>Modelo {model} {version} en el motor {engine} ({device})</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>model file {path!r} returns blocks of another size than its card promises; use a bundled model.</source>
            <translation>El archivo de modelo {path!r} devuelve bloques de un tamaño distinto del que promete su ficha; use un modelo incluido.</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS lies {off:.1f} PAN pixels lower and further right than PAN, as where single pixels of a finer image were kept; its colours are moved onto PAN</source>
            <translation>MS está {off:.1f} píxeles PAN más abajo y más a la derecha que PAN, como cuando solo se conservaron algunos píxeles de una imagen más fina; sus colores se desplazan sobre PAN</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{place} once that is undone; its detail is moved by as much</source>
            <translation>{place} una vez corregido eso; su detalle se desplaza otro tanto</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} above MS (in PAN pixels)</source>
            <translation>PAN está {down:.1f} por encima de MS (en píxeles PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {right:.1f} to the left of MS (in PAN pixels)</source>
            <translation>PAN está {right:.1f} a la izquierda de MS (en píxeles PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS file {path!r} has transparency as its band {number}; extract the other bands.</source>
            <translation>El archivo MS {path!r} tiene transparencia como banda {number}; extraiga las demás bandas.</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{bands} bands take {passes} passes of this model</source>
            <translation>{bands} bandas requieren {passes} pasadas de este modelo</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>No pixel holds data in both rasters; the output will be empty</source>
            <translation>Ningún píxel tiene datos en ambos rásteres; la salida estará vacía</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS lies {off:.1f} PAN pixels higher and further left than PAN, as where single pixels of a finer image were kept; its colours are moved onto PAN</source>
            <translation>MS está {off:.1f} píxeles PAN más arriba y más a la izquierda que PAN, como cuando solo se conservaron algunos píxeles de una imagen más fina; sus colores se desplazan sobre PAN</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS has bands without any data ({numbers}), and pixels count only where all bands hold some; leave these bands out</source>
            <translation>MS tiene bandas sin ningún dato ({numbers}), y los píxeles solo cuentan donde todas las bandas los tienen; quite esas bandas</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{role} has pixels of {value:g}, far from all others; if they hold no data, state this value as its nodata value and run again</source>
            <translation>{role} tiene píxeles con el valor {value:g}, lejos de todos los demás; si no contienen datos, indique ese valor como valor sin datos del archivo y ejecute de nuevo</translation>
        </message>
    </context>
</TS>
