<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
    <context>
        <name>Pansharp</name>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Pansharpen</source>
            <translation>Executar pansharpening</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Pansharpening</source>
            <translation>Pansharpening</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>pansharpening,sharpen,fusion,panchromatic,multispectral,resolution,satellite,deep learning,neural network</source>
            <translation>pansharpening,fusão de imagens,fusionar,nitidez,pancromático,multiespectral,resolução,satélite,sensoriamento remoto,aprendizado profundo,rede neural</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Gives a multispectral raster the detail of a panchromatic one.</source>
            <translation>Dá a um raster multiespectral os detalhes de um raster pancromático.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Gives a multispectral raster (MS) the detail of the panchromatic raster (PAN) of the same scene, with a trained neural network.</source>
            <translation>Dá a um raster multiespectral (MS) os detalhes do raster pancromático (PAN) da mesma cena, com uma rede neural treinada.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>PAN must have exactly one band. Both rasters must have the same coordinate reference system, and PAN's pixels must be smaller than those of MS by a whole number that a model was trained for.</source>
            <translation>PAN deve ter exatamente uma banda. Os dois rasters devem ter o mesmo sistema de referência de coordenadas, e os pixels de PAN devem ser menores que os de MS por um fator inteiro para o qual um modelo foi treinado.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>MS may have any bands in any order. Bands are known by their names, such as blue, red edge or NIR; those that the model was not trained for are sharpened like the one nearest in wavelength, which takes longer.</source>
            <translation>MS pode ter quaisquer bandas, em qualquer ordem. As bandas são reconhecidas pelo nome, como blue, red edge ou NIR; aquelas para as quais o modelo não foi treinado são fusionadas como a banda de comprimento de onda mais próximo, o que leva mais tempo.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The result covers what both rasters cover. It has PAN's grid, and the data type, bands and nodata of MS.</source>
            <translation>O resultado cobre o que os dois rasters cobrem. Ele tem a grade de PAN e o tipo de dados, as bandas e o valor sem dados de MS.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Method: 'auto' takes the best model for the scene; 'sipsanet' (SIPSA-Net) also copes with things that moved between the two images; 'cf2n' (CF2N) fuses coarse and fine features of both.</source>
            <translation>Método: “auto” usa o melhor modelo para a cena; “sipsanet” (SIPSA-Net) também lida com objetos que se moveram entre as duas imagens; “cf2n” (CF2N) combina características grosseiras e finas de ambas.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Engine: 'builtin' runs on the NumPy that QGIS has. The others are faster, and are installed in QGIS's options under Pansharp; 'auto' takes the fastest one here.</source>
            <translation>Motor: “builtin” usa o NumPy que acompanha o QGIS. Os outros são mais rápidos e são instalados nas opções do QGIS, em Pansharp; “auto” usa o mais rápido neste computador.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Scenes may have any size: rasters are read and written block by block. The result appears under its name only when it is complete.</source>
            <translation>As cenas podem ter qualquer tamanho: os rasters são lidos e gravados bloco a bloco. O resultado só aparece com seu nome quando está completo.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Panchromatic layer (PAN)</source>
            <translation>Camada pancromática (PAN)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>The fine raster with exactly one band.</source>
            <translation>O raster fino, com exatamente uma banda.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Multispectral layer (MS)</source>
            <translation>Camada multiespectral (MS)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The coarse raster with any bands, of the same scene and in the same system.</source>
            <translation>O raster grosseiro, com quaisquer bandas, da mesma cena e no mesmo sistema de coordenadas.</translation>
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
            <translation>A rede que faz a fusão; “auto” usa a melhor que serve para a cena.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Area to sharpen</source>
            <translation>Área a fusionar</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Only this part of the scene is sharpened, with the pixels that all of it would have there; without an area it is all of the scene.</source>
            <translation>Somente esta parte da cena é fusionada, com os mesmos pixels que a cena inteira teria ali; sem área, é a cena inteira.</translation>
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
            <translation>O que executa a rede: “builtin” precisa apenas do QGIS, os outros devem ser instalados; “auto” é o mais rápido neste computador.</translation>
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
            <translation>Onde o motor é executado: auto, cpu ou outro dispositivo que ele tenha, por exemplo cuda:0.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Additional creation options</source>
            <translation>Opções adicionais de criação</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>GeoTIFF creation options as KEY=VALUE, separated by '|', such as COMPRESS=ZSTD|NUM_THREADS=2; they replace the plugin's own choice.</source>
            <translation>Opções de criação GeoTIFF na forma KEY=VALUE, separadas por “|”, como COMPRESS=ZSTD|NUM_THREADS=2; elas substituem as escolhidas pelo complemento.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Pansharpened</source>
            <translation>Raster fusionado</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The sharpened raster, a GeoTIFF.</source>
            <translation>O raster fusionado, um GeoTIFF.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Model that was used</source>
            <translation>Modelo usado</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Engine that ran it</source>
            <translation>Motor usado</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Device that it ran on</source>
            <translation>Dispositivo usado</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Time taken in seconds</source>
            <translation>Tempo gasto em segundos</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Million PAN pixels per second</source>
            <translation>Milhões de pixels PAN por segundo</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>{bands} bands of {columns} x {rows} pixels in {seconds:.1f} s</source>
            <translation>{bands} bandas de {columns} × {rows} pixels em {seconds:.1f} s</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The area '{value}' is empty; choose another one, or none for all of the scene.</source>
            <translation>A área “{value}” está vazia; escolha outra, ou nenhuma para toda a cena.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>{role} raster '{value}' cannot be opened; check its path.</source>
            <translation>Não foi possível abrir o raster {role} “{value}”; verifique o caminho.</translation>
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
            <translation>Embutido (NumPy)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Processor</source>
            <translation>Processador</translation>
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
            <translation>razão {ratio}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>PAN and MS lie on each other</source>
            <translation>PAN e MS coincidem</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>; both methods make up for it</source>
            <translation>; os dois métodos compensam isso</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>PAN lies {down} pixels down and {right} right of MS</source>
            <translation>PAN está deslocado {down} pixels para baixo e {right} para a direita em relação a MS</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>overlap {percent} %</source>
            <translation>sobreposição {percent}%</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>{bits} bits</source>
            <translation>{bits} bits</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>[Temporary file]</source>
            <translation>[Arquivo temporário]</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Choose a PAN file</source>
            <translation>Escolher um arquivo PAN</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Choose an MS file</source>
            <translation>Escolher um arquivo MS</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Brings colours to where PAN shows things: for cars and crooked pairs.</source>
            <translation>Leva as cores para onde PAN mostra os objetos: para veículos e pares desalinhados.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Choose a model file</source>
            <translation>Escolher um arquivo de modelo</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Models (*.onnx)</source>
            <translation>Modelos (*.onnx)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Sharpening the preview…</source>
            <translation>Gerando a prévia…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Preview shows a small window of the result beside the MS.</source>
            <translation>A prévia mostra uma pequena janela do resultado ao lado de MS.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Run</source>
            <translation>&amp;Executar</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>about {count} h</source>
            <translation>cerca de {count} h</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Choose a PAN and an MS layer of the same place.</source>
            <translation>Escolha uma camada PAN e uma camada MS do mesmo lugar.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Comes closest to the truth where PAN and MS fit.</source>
            <translation>Chega mais perto da realidade onde PAN e MS se ajustam.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>{name} pansharpened</source>
            <translation>{name} fusionado</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>No area is chosen yet; choose one, or untick it for all of the scene.</source>
            <translation>Nenhuma área foi escolhida ainda; escolha uma ou desmarque a caixa para processar toda a cena.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>about {count} s</source>
            <translation>cerca de {count} s</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>about {count} min</source>
            <translation>cerca de {count} min</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Model {model}; drag the handle, roll the wheel to zoom.</source>
            <translation>Modelo {model}; arraste a alça, gire a roda do mouse para ampliar ou reduzir.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>&amp;Run ({count} queued)</source>
            <translation>&amp;Executar ({count} na fila)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Result: up to {size}</source>
            <translation>Resultado: até {size}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Choose the folder that 'pansharp engines bundle' has filled</source>
            <translation>Escolher a pasta preparada com “pansharp engines bundle”</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Not installed</source>
            <translation>Não instalado</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>My own Python</source>
            <translation>Meu Python</translation>
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
            <translation>Instalar de uma pasta…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Use my own Python…</source>
            <translation>Usar meu Python…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Test</source>
            <translation>Testar</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Remove</source>
            <translation>Remover</translation>
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
            <translation>Mostrar registro</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install variant {variant} ({size} GB)</source>
            <translation>Instalar a variante {variant} ({size} GB)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Choose a Python interpreter</source>
            <translation>Escolher um interpretador Python</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Always there</source>
            <translation>Sempre disponível</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>In QGIS's Python</source>
            <translation>No Python do QGIS</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Runs on</source>
            <translation>Executa em</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Version</source>
            <translation>Versão</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Mpx/s</source>
            <translation>Mpx/s</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Size</source>
            <translation>Tamanho</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install again</source>
            <translation>Reinstalar</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Installing the engine {engine}</source>
            <translation>Instalando o motor {engine}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Removing the engine {engine}</source>
            <translation>Removendo o motor {engine}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Checking {path}</source>
            <translation>Verificando {path}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Testing the engine {engine}</source>
            <translation>Testando o motor {engine}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Cancelled; what was installed before still is.</source>
            <translation>Cancelado; o que já estava instalado continua instalado.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Done.</source>
            <translation>Concluído.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/task.py" />
            <source>This failed unexpectedly; please report it with the log.</source>
            <translation>Ocorreu uma falha inesperada; relate isso junto com o registro de mensagens.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/errors.py" />
            <source>Cancelled; no output was left behind.</source>
            <translation>Cancelado; nenhum arquivo de saída foi deixado.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/errors.py" />
            <source>Memory does not suffice for this pair; close other programs and try again.</source>
            <translation>A memória não é suficiente para este par; feche outros programas e tente novamente.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/errors.py" />
            <source>Sharpening failed unexpectedly ({reason}); please report this with the log.</source>
            <translation>A fusão falhou inesperadamente ({reason}); relate isso junto com o registro de mensagens.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>{role} layer '{name}' is not a raster file (its source is '{provider}'); export it as GeoTIFF and use that file.</source>
            <translation>A camada {role} “{name}” não é um arquivo raster (sua fonte é “{provider}”); exporte-a como GeoTIFF e use esse arquivo.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>{role} layer '{name}' is opened with options of its own ({options}); add its file to the project again without them.</source>
            <translation>A camada {role} “{name}” é aberta com opções próprias ({options}); adicione o arquivo dela novamente ao projeto sem essas opções.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>{role} layer '{name}' lies on a server; save it as a file on this computer and use that.</source>
            <translation>A camada {role} “{name}” está em um servidor; salve-a como arquivo neste computador e use esse arquivo.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>PAN layer '{name}' has no georeference of its own, so no area of it can be chosen on the map; leave the area empty, or warp both layers first.</source>
            <translation>A camada PAN “{name}” não tem georreferência própria, por isso nenhuma área dela pode ser escolhida no mapa; deixe a área vazia ou retifique antes as duas camadas.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>The dialog begins with these; the Processing tool has its own choices.</source>
            <translation>A janela começa com estas opções; a ferramenta de processamento tem as suas próprias.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <location filename="../qgis_pansharp/plugin.py" />
            <source>User guide</source>
            <translation>Guia do usuário</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Engines</source>
            <translation>Motores</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Threads</source>
            <translation>Threads</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Memory for a block</source>
            <translation>Memória para um bloco</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Block size in PAN pixels</source>
            <translation>Tamanho do bloco em pixels PAN</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Folder of further models</source>
            <translation>Pasta de outros modelos</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Folder of results</source>
            <translation>Pasta de resultados</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/plugin.py" />
            <source>Pansharpen…</source>
            <translation>Pansharpening…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>Pansharpened with Pansharp on {when}</source>
            <translation>Pansharpening feito com o Pansharp em {when}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>Model: {model}, method {method}</source>
            <translation>Modelo: {model}, método {method}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>Engine: {engine} on {device}</source>
            <translation>Motor: {engine} em {device}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>waiting</source>
            <translation>aguardando</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>about {count} h left</source>
            <translation>ainda cerca de {count} h</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>Pansharpen {name}</source>
            <translation>Pansharpening: {name}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>Details</source>
            <translation>Detalhes</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>stopping</source>
            <translation>parando</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>about {count} s left</source>
            <translation>ainda cerca de {count} s</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>about {count} min left</source>
            <translation>ainda cerca de {count} min</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>Pansharpening was cancelled; no output was left behind.</source>
            <translation>O pansharpening foi cancelado; nenhum arquivo de saída foi deixado.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>{name} is ready: {columns} x {rows} pixels in {seconds} s.</source>
            <translation>{name} está pronto: {columns} × {rows} pixels em {seconds} s.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>{count} waiting</source>
            <translation>{count} aguardando</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>The result {path} was written, but cannot be loaded.</source>
            <translation>O resultado {path} foi gravado, mas não pode ser carregado.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/task.py" />
            <source>Sharpening failed unexpectedly; please report this with the log.</source>
            <translation>A fusão falhou inesperadamente; relate isso junto com o registro de mensagens.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Scene</source>
            <translation>Cena</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;PAN layer</source>
            <translation>Camada &amp;PAN</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;MS layer</source>
            <translation>Camada &amp;MS</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>The coarse raster with several bands, of the same scene.</source>
            <translation>O raster grosseiro com várias bandas, da mesma cena.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Sharpening</source>
            <translation>Fusão</translation>
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
            <translation>Apenas e&amp;sta área</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Result</source>
            <translation>Resultado</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Output &amp;file</source>
            <translation>&amp;Arquivo de saída</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Add the result as a &amp;layer</source>
            <translation>Adicionar o resultado como &amp;camada</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Advanced</source>
            <translation>Avançado</translation>
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
            <translation>Onde o motor calcula; digite o nome de outro dispositivo, por exemplo cuda:1.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Creation options</source>
            <translation>Opções de cr&amp;iação</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>GeoTIFF creation options as KEY=VALUE, separated by '|'; they replace the plugin's own choice.</source>
            <translation>Opções de criação GeoTIFF na forma KEY=VALUE, separadas por “|”; elas substituem as escolhidas pelo complemento.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Open options…</source>
            <translation>Abrir opções…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Pre&amp;view</source>
            <translation>Pré&amp;via</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Sharpen a small window at the centre of the map canvas</source>
            <translation>Fusionar uma pequena janela no centro da tela do mapa</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Method that the preview shows</source>
            <translation>Método mostrado na prévia</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Pick a place</source>
            <translation>Escolher local</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Click in the map where the preview shall be</source>
            <translation>Clique no mapa onde a prévia deve ficar</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Zoom out</source>
            <translation>Afastar</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Zoom in</source>
            <translation>Aproximar</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Help</source>
            <translation>Ajuda</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Reset</source>
            <translation>Redefinir</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Close</source>
            <translation>Fechar</translation>
        </message>
        <message>
            <location filename="../backend/area.py" />
            <source>area {area} and the overlap of PAN file {pan!r} and MS file {ms!r} have no pixel in common; give an area inside {extent}.</source>
            <translation>A área {area} não tem nenhum pixel em comum com a sobreposição do arquivo PAN {pan!r} e do arquivo MS {ms!r}; informe uma área dentro de {extent}.</translation>
        </message>
        <message>
            <location filename="../backend/area.py" />
            <source>area {area} is no rectangle; give four finite numbers: xmin, ymin, xmax, ymax.</source>
            <translation>A área {area} não é um retângulo; informe quatro números finitos: xmin, ymin, xmax, ymax.</translation>
        </message>
        <message>
            <location filename="../backend/area.py" />
            <source>area {area} is empty; give xmin and ymin first, each less than its maximum.</source>
            <translation>A área {area} está vazia; informe primeiro xmin e ymin, cada um menor que o respectivo máximo.</translation>
        </message>
        <message>
            <location filename="../backend/cli.py" />
            <source>memory does not suffice even for small blocks; close other programs.</source>
            <translation>A memória não é suficiente nem para blocos pequenos; feche outros programas.</translation>
        </message>
        <message>
            <location filename="../backend/cli.py" />
            <source>unexpected failure ({reason}); please report it with the input.</source>
            <translation>Falha inesperada ({reason}); relate-a junto com os dados de entrada.</translation>
        </message>
        <message>
            <location filename="../backend/cli_engines.py" />
            <source>This computer is none that engines can be fetched for; give --platform and --python.</source>
            <translation>Não é possível baixar motores para este tipo de computador; informe --platform e --python.</translation>
        </message>
        <message>
            <location filename="../backend/engines/__init__.py" />
            <source>There is no engine named '{name}'; choose one of: {choices}.</source>
            <translation>Não há nenhum motor chamado “{name}”; escolha um destes: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/engines/__init__.py" />
            <source>The engine builtin has no device {device}, only cpu; choose that, or another engine.</source>
            <translation>O motor builtin não tem o dispositivo {device}, apenas cpu; escolha esse ou outro motor.</translation>
        </message>
        <message>
            <location filename="../backend/engines/__init__.py" />
            <location filename="../backend/engines/at_hand.py" />
            <location filename="../backend/environments/checking.py" />
            <source>the package {package} is not installed</source>
            <translation>o pacote {package} não está instalado</translation>
        </message>
        <message>
            <location filename="../backend/engines/at_hand.py" />
            <source>The engine {name} cannot be used here ({reason}); install it, or choose the engine builtin, which needs nothing.</source>
            <translation>O motor {name} não pode ser usado aqui ({reason}); instale-o ou escolha o motor builtin, que não precisa de nada.</translation>
        </message>
        <message>
            <location filename="../backend/engines/base.py" />
            <source>The engine {name} was closed; create it again to use it.</source>
            <translation>O motor {name} foi fechado; crie-o novamente para usá-lo.</translation>
        </message>
        <message>
            <location filename="../backend/engines/base.py" />
            <source>A block of PAN with shape {pan} and MS with shape {ms} cannot be sharpened; (1, H, W) and (bands, h, w) are needed.</source>
            <translation>Um bloco de PAN de forma {pan} e de MS de forma {ms} não pode ser fusionado; são necessários (1, H, W) e (bandas, h, w).</translation>
        </message>
        <message>
            <location filename="../backend/engines/builtin.py" />
            <source>The model file {path} cannot be used with the built-in engine ({reason}); choose another engine or another model.</source>
            <translation>O arquivo de modelo {path} não pode ser usado com o motor embutido ({reason}); escolha outro motor ou outro modelo.</translation>
        </message>
        <message>
            <location filename="../backend/engines/builtin.py" />
            <source>The model {path} cannot sharpen a block with PAN {pan} and MS {ms} ({reason}); check that the model is made for this number of bands and this ratio, or choose a larger block.</source>
            <translation>O modelo {path} não consegue fusionar um bloco com PAN {pan} e MS {ms} ({reason}); verifique se o modelo foi feito para este número de bandas e esta razão, ou escolha um bloco maior.</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>No engine here has a device {device}; choose auto, or another one.</source>
            <translation>Nenhum motor tem aqui o dispositivo {device}; escolha auto ou outro.</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>Engines by megapixels per second here: {list}</source>
            <translation>Motores segundo os megapixels por segundo neste computador: {list}</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>Measuring how fast the engine {engine} is here</source>
            <translation>Medindo a velocidade do motor {engine} neste computador</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>{engine} on {device}: {problem}</source>
            <translation>{engine} em {device}: {problem}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <source>it answered with garbage: {what}</source>
            <translation>ele respondeu algo incompreensível: {what}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <source>its process ended with code {code}</source>
            <translation>o processo dele terminou com o código {code}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <source>its process was ended by the signal {name}</source>
            <translation>o processo dele foi encerrado pelo sinal {name}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <source>it cannot open shared memory: {what}</source>
            <translation>ele não consegue abrir a memória compartilhada: {what}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <source>it closed its output</source>
            <translation>ele fechou a própria saída</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <location filename="../backend/environments/interpreters.py" />
            <source>it did not answer in time</source>
            <translation>ele não respondeu a tempo</translation>
        </message>
        <message>
            <location filename="../backend/engines/openvino_engine.py" />
            <location filename="../backend/engines/runtime.py" />
            <source>The engine {name} was stopped.</source>
            <translation>O motor {name} foi interrompido.</translation>
        </message>
        <message>
            <location filename="../backend/engines/ort.py" />
            <source>ONNX Runtime found the device {device} but cannot use it; check its driver, or choose the device cpu.</source>
            <translation>O ONNX Runtime encontrou o dispositivo {device}, mas não consegue usá-lo; verifique o driver dele ou escolha o dispositivo cpu.</translation>
        </message>
        <message>
            <location filename="../backend/engines/protocol.py" />
            <source>The engine failed ({reason}); choose another engine.</source>
            <translation>O motor falhou ({reason}); escolha outro motor.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The engine {name} has no device {device} here; choose one of: {choices}.</source>
            <translation>O motor {name} não tem o dispositivo {device} neste computador; escolha um destes: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The model file {path} cannot be read; check that it exists and that you may read it.</source>
            <translation>O arquivo de modelo {path} não pode ser lido; verifique se ele existe e se você tem permissão para lê-lo.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The engine {name} cannot be loaded ({reason}); install it with 'pip install {package}', or choose the engine builtin, which needs nothing.</source>
            <translation>O motor {name} não pode ser carregado ({reason}); instale-o com “pip install {package}” ou escolha o motor builtin, que não precisa de nada.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The model file {path} cannot be used with {title} ({reason}); copy or download the file again, or choose another model.</source>
            <translation>O arquivo de modelo {path} não pode ser usado com {title} ({reason}); copie ou baixe o arquivo novamente, ou escolha outro modelo.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>{title} cannot sharpen a block with PAN {pan} and MS {ms} using {path} ({reason}); check that the model is made for this number of bands and this ratio, or choose a larger block.</source>
            <translation>{title} não consegue fusionar um bloco com PAN {pan} e MS {ms} usando {path} ({reason}); verifique se o modelo foi feito para este número de bandas e esta razão, ou escolha um bloco maior.</translation>
        </message>
        <message>
            <location filename="../backend/engines/steady.py" />
            <source>Going on with the engine {engine} ({device}) instead of {before}</source>
            <translation>Continuando com o motor {engine} ({device}) em vez de {before}</translation>
        </message>
        <message>
            <location filename="../backend/engines/steady.py" />
            <source>It had printed: {text}</source>
            <translation>Ele havia escrito: {text}</translation>
        </message>
        <message>
            <location filename="../backend/engines/torch_runners.py" />
            <source>16 bits did not suffice for a block; choose the precision full, or another engine.</source>
            <translation>16 bits não foram suficientes para um bloco; escolha a precisão full ou outro motor.</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor</source>
            <translation>o processador</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>graphics cards of NVIDIA</source>
            <translation>placas de vídeo NVIDIA</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>There is no engine named '{name}' to install; choose one of: {choices}.</source>
            <translation>Não há nenhum motor chamado “{name}” para instalar; escolha um destes: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>The engine {engine} has no variant {variant}; choose one of: {choices}.</source>
            <translation>O motor {engine} não tem a variante {variant}; escolha uma destas: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor and any graphics card</source>
            <translation>o processador e qualquer placa de vídeo</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor and graphics of Intel</source>
            <translation>o processador e GPUs da Intel</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor, and graphics of Apple</source>
            <translation>o processador e GPUs da Apple</translation>
        </message>
        <message>
            <location filename="../backend/environments/checking.py" />
            <source>its {title} is {version}, but {oldest} to below {below} is needed</source>
            <translation>seu {title} é {version}, mas é necessária uma versão a partir de {oldest} e anterior a {below}</translation>
        </message>
        <message>
            <location filename="../backend/environments/choosing.py" />
            <source>There is no platform '{name}'; choose one of: {choices}.</source>
            <translation>Não há a plataforma “{name}”; escolha uma destas: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/choosing.py" />
            <source>Python '{name}' is not supported; choose one of: {choices}.</source>
            <translation>Não há suporte para o Python “{name}”; escolha um destes: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/choosing.py" />
            <source>The engine {engine} needs {needed} in the folder {folder}, which has {free} of free space; free some, or choose another folder.</source>
            <translation>O motor {engine} precisa de {needed} na pasta {folder}, que tem {free} de espaço livre; libere espaço ou escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because a package is damaged or is not the one that was tested; try again, and ask whoever runs your proxy or package index if that does not help.</source>
            <translation>O motor {engine} não foi instalado porque um pacote está danificado ou não é o que foi testado; tente novamente e, se isso não resolver, consulte o responsável pelo seu proxy ou índice de pacotes.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because the disk is full; free some space, or choose another folder.</source>
            <translation>O motor {engine} não foi instalado porque o disco está cheio; libere espaço ou escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because file names get too long for Windows; choose a folder with a shorter path, such as C:\pansharp.</source>
            <translation>O motor {engine} não foi instalado porque os nomes de arquivo ficam longos demais para o Windows; escolha uma pasta com um caminho mais curto, como C:\pansharp.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because another program, often a virus scanner, keeps Windows from writing or starting its files; wait a minute and try again, or have the folder {folder} excepted from scanning.</source>
            <translation>O motor {engine} não foi instalado porque outro programa, muitas vezes um antivírus, impede o Windows de gravar ou executar os arquivos dele; aguarde um minuto e tente novamente, ou faça com que a pasta {folder} seja excluída da verificação.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because the folder {folder} may not be written to; choose a folder of your own, or ask whoever manages this computer.</source>
            <translation>O motor {engine} não foi instalado por falta de permissão de gravação na pasta {folder}; escolha uma pasta sua ou consulte o responsável por este computador.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} does not start because a library of Windows is missing; install Microsoft's Visual C++ Redistributable (x64) for Visual Studio 2015 to 2022, or choose another engine.</source>
            <translation>O motor {engine} não inicia porque falta uma biblioteca do Windows; instale o Visual C++ Redistributable (x64) da Microsoft para Visual Studio 2015 a 2022 ou escolha outro motor.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} does not start because this system lacks a library or is too old ({reason}); choose another engine, or use a Python of your own.</source>
            <translation>O motor {engine} não inicia porque falta uma biblioteca a este sistema ou ele é antigo demais ({reason}); escolha outro motor ou use seu próprio Python.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the proxy wants a user name and password (407); enter them in QGIS under Settings &gt; Options &gt; Network, or give --proxy on the command line.</source>
            <translation>O motor {engine} não foi baixado porque o proxy exige nome de usuário e senha (407); informe-os no QGIS em Configurações &gt; Opções &gt; Rede ou use --proxy na linha de comando.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the proxy {proxy} refuses or does not answer; check it in QGIS under Settings &gt; Options &gt; Network, or install from a folder that was filled on another computer.</source>
            <translation>O motor {engine} não foi baixado porque o proxy {proxy} recusa a conexão ou não responde; verifique-o no QGIS em Configurações &gt; Opções &gt; Rede ou instale de uma pasta preparada em outro computador.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index's certificate is not trusted; ask for your organisation's certificate and name its file in the environment variable PIP_CERT, or install from a folder that was filled on another computer.</source>
            <translation>O motor {engine} não foi baixado porque o certificado do índice de pacotes não é confiável; solicite o certificado da sua organização e informe o arquivo dele na variável de ambiente PIP_CERT, ou instale de uma pasta preparada em outro computador.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the Python {python} has no encryption (SSL); choose another Python, or install from a folder that was filled on another computer.</source>
            <translation>O motor {engine} não foi baixado porque o Python {python} não tem criptografia (SSL); escolha outro Python ou instale de uma pasta preparada em outro computador.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index cannot be reached; check the network and the proxy, or install from a folder that was filled on another computer.</source>
            <translation>O motor {engine} não foi baixado porque o índice de pacotes está inacessível; verifique a rede e o proxy ou instale de uma pasta preparada em outro computador.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index refuses access; check the index and its password in pip's settings, or install from a folder that was filled on another computer.</source>
            <translation>O motor {engine} não foi baixado porque o índice de pacotes recusa o acesso; verifique o índice e a senha dele nas configurações do pip ou instale de uma pasta preparada em outro computador.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index is out of order or overloaded; try again later.</source>
            <translation>O motor {engine} não foi baixado porque o índice de pacotes está fora do ar ou sobrecarregado; tente novamente mais tarde.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because there is no package of it for {python} or for a system as old as this one; choose another engine, or use a Python of your own.</source>
            <translation>O motor {engine} não foi instalado porque não há pacote dele para {python} ou para um sistema tão antigo quanto este; escolha outro motor ou use seu próprio Python.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index has no {build} for {python}; its makers keep builds without CUDA in an index of their own, so take the larger variant cuda, which works without a card too, give pip that index's address as extra-index-url (PyTorch's installation page shows it for Pip, Linux and CPU), or choose OpenVINO, which is faster on a processor.</source>
            <translation>O motor {engine} não foi baixado porque o índice de pacotes não tem {build} para {python}; seus autores publicam as versões sem CUDA em um índice próprio: use a variante cuda, maior, que também funciona sem placa, informe ao pip o endereço desse índice como extra-index-url (a página de instalação do PyTorch o mostra para Pip, Linux e CPU) ou escolha OpenVINO, que é mais rápido em um processador.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because the Python {python} has no pip; install it (on Debian and Ubuntu the package python3-venv), or choose another Python.</source>
            <translation>O motor {engine} não foi instalado porque o Python {python} não tem o pip; instale-o (no Debian e no Ubuntu, o pacote python3-venv) ou escolha outro Python.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because memory does not suffice; close other programs and try again.</source>
            <translation>O motor {engine} não foi instalado porque a memória não é suficiente; feche outros programas e tente novamente.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because no Python was found that can make room for it; choose one of Python 3.9 to 3.14 yourself.</source>
            <translation>O motor {engine} não foi instalado porque não foi encontrado nenhum Python capaz de criar um ambiente para ele; escolha você mesmo um Python de 3.9 a 3.14.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The Python {python} cannot be used for the engine {engine} ({reason}); choose another one.</source>
            <translation>O Python {python} não pode ser usado para o motor {engine} ({reason}); escolha outro.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} cannot be changed while another installation is under way in {folder}; wait until it has ended.</source>
            <translation>O motor {engine} não pode ser alterado enquanto outra instalação está em andamento em {folder}; aguarde até que ela termine.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} is not installed in {folder}; install it first.</source>
            <translation>O motor {engine} não está instalado em {folder}; instale-o primeiro.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} does not work here ({reason}); choose another engine, or install it again.</source>
            <translation>O motor {engine} não funciona neste computador ({reason}); escolha outro motor ou reinstale-o.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} cannot be used because its results differ from the built-in engine's by {reason} of 2047; choose another engine.</source>
            <translation>O motor {engine} não pode ser usado porque seus resultados diferem dos do motor embutido em {reason} de 2047; escolha outro motor.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed ({reason}); the log tells more.</source>
            <translation>O motor {engine} não foi instalado ({reason}); veja mais detalhes no registro.</translation>
        </message>
        <message>
            <location filename="../backend/environments/fetching.py" />
            <source>{count} of {total} packages were fetched before and are used again</source>
            <translation>Reutilizando {count} de {total} pacotes, já baixados antes</translation>
        </message>
        <message>
            <location filename="../backend/environments/fetching.py" />
            <source>Fetching {name} {version}, package {number} of {total} ({size} in all)</source>
            <translation>Baixando {name} {version}, pacote {number} de {total} ({size} no total)</translation>
        </message>
        <message>
            <location filename="../backend/environments/interpreters.py" />
            <source>it is no Python</source>
            <translation>não é um Python</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>the Python that it was installed with has gone or changed; install it again</source>
            <translation>o Python com o qual o motor foi instalado não existe mais ou mudou; reinstale o motor</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>{title} for {use}, with {python}</source>
            <translation>{title} para {use}, com {python}</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>Checking that it sharpens, and how fast</source>
            <translation>Verificando se o motor faz a fusão e com que velocidade</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>it is {python}, but 3.9 to 3.14 is needed</source>
            <translation>é {python}, mas é necessária uma versão de 3.9 a 3.14</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>Unpacking {count} packages</source>
            <translation>Descompactando {count} pacotes</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>Some old files are still in use and stay for now.</source>
            <translation>Alguns arquivos antigos ainda estão em uso e permanecem por enquanto.</translation>
        </message>
        <message>
            <location filename="../backend/environments/pins.py" />
            <location filename="../backend/environments/wheels.py" />
            <source>Python {version} on {system}</source>
            <translation>Python {version} no {system}</translation>
        </message>
        <message>
            <location filename="../backend/environments/pins.py" />
            <source>The plugin's file {path} cannot be read ({reason}); install the plugin again.</source>
            <translation>O arquivo {path} do complemento não pode ser lido ({reason}); reinstale o complemento.</translation>
        </message>
        <message>
            <location filename="../backend/environments/processes.py" />
            <source>cancelled; what was installed before still is.</source>
            <translation>Cancelado; o que já estava instalado continua instalado.</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The folder {folder} was filled for the engine {filled}, not for {engine}; choose another folder.</source>
            <translation>A pasta {folder} foi preparada para o motor {filled}, não para {engine}; escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The folder {folder} was filled for {filled}, but this is {here}; fill one for this computer with 'pansharp engines bundle {engine} --platform {platform} --python {python}'.</source>
            <translation>A pasta {folder} foi preparada para {filled}, mas o ambiente aqui é {here}; prepare uma para este computador com “pansharp engines bundle {engine} --platform {platform} --python {python}”.</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The file {path} is damaged, or is not the one that was tested; copy it again.</source>
            <translation>O arquivo {path} está danificado ou não é o que foi testado; copie-o novamente.</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The folder {folder} lacks the package {package} {version} for {target}; fill it with this version of the plugin by 'pansharp engines bundle {engine}'.</source>
            <translation>Falta na pasta {folder} o pacote {package} {version} para {target}; prepare-a com esta versão do complemento usando “pansharp engines bundle {engine}”.</translation>
        </message>
        <message>
            <location filename="../backend/estimate.py" />
            <source>{size:.1f} MB</source>
            <translation>{size:.1f} MB</translation>
        </message>
        <message>
            <location filename="../backend/estimate.py" />
            <source>output folder {folder} has {free} of free space, but the result may take {needed}; free some space, choose another folder or a smaller area.</source>
            <translation>A pasta de saída {folder} tem {free} de espaço livre, mas o resultado pode ocupar {needed}; libere espaço, escolha outra pasta ou uma área menor.</translation>
        </message>
        <message>
            <location filename="../backend/estimate.py" />
            <source>{size:.1f} GB</source>
            <translation>{size:.1f} GB</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>coastal</source>
            <translation>costeira</translation>
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
            <translation>amarelo</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>red</source>
            <translation>vermelho</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>red edge</source>
            <translation>borda do vermelho</translation>
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
            <translation>O arquivo de modelo {source!r} tem uma ficha danificada ({reason}); obtenha o arquivo novamente ou use um modelo incluído no complemento.</translation>
        </message>
        <message>
            <location filename="../backend/models/further.py" />
            <source>The model folder {folder!r} is passed over ({reason})</source>
            <translation>A pasta de modelos {folder!r} é ignorada ({reason})</translation>
        </message>
        <message>
            <location filename="../backend/models/further.py" />
            <source>A further model is passed over: {reason}</source>
            <translation>Um outro modelo é ignorado: {reason}</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>The model file {path} cannot be used ({reason}); copy or download the file again, or choose another model.</source>
            <translation>O arquivo de modelo {path} não pode ser usado ({reason}); copie ou baixe o arquivo novamente, ou escolha outro modelo.</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged or not an ONNX model (a number runs past its end)</source>
            <translation>está danificado ou não é um modelo ONNX (um número ultrapassa o fim do arquivo)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it holds no network</source>
            <translation>não contém nenhuma rede</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>The model file {path} cannot be read ({reason}); check that it exists and that you may read it.</source>
            <translation>O arquivo de modelo {path} não pode ser lido ({reason}); verifique se ele existe e se você tem permissão para lê-lo.</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a field has the wrong kind)</source>
            <translation>está danificado (um campo é do tipo errado)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (numbers are cut off)</source>
            <translation>está danificado (há números truncados)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it does not say which version of ONNX's operators it uses</source>
            <translation>não informa qual versão dos operadores ONNX ele usa</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>its attribute '{name}' has a kind this plugin does not read</source>
            <translation>seu atributo “{name}” é de um tipo que este complemento não lê</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (attribute '{name}' does not hold what it says)</source>
            <translation>está danificado (o atributo “{name}” não contém o que declara)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a number has the wrong size)</source>
            <translation>está danificado (um número tem o tamanho errado)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>the weight '{name}' has a data type that this plugin does not read</source>
            <translation>o peso “{name}” tem um tipo de dados que este complemento não lê</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>the weight '{name}' has another size than it says</source>
            <translation>o peso “{name}” não tem o tamanho que declara</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>the weight '{name}' has an impossible shape</source>
            <translation>o peso “{name}” tem uma forma impossível</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a weight is cut off)</source>
            <translation>está danificado (um peso está truncado)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a weight holds an impossible number)</source>
            <translation>está danificado (um peso contém um número impossível)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is larger than {size} MiB</source>
            <translation>é maior que {size} MiB</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is truncated, damaged or not an ONNX model</source>
            <translation>está truncado, danificado ou não é um modelo ONNX</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a name is not text)</source>
            <translation>está danificado (um nome não é texto)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged or not an ONNX model (unknown kind of field)</source>
            <translation>está danificado ou não é um modelo ONNX (tipo de campo desconhecido)</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it uses functions of its own, which this plugin does not run</source>
            <translation>usa funções próprias, que este complemento não executa</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it stores sparse weights, which this plugin does not read</source>
            <translation>contém pesos esparsos, que este complemento não lê</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it keeps its weights in another file; ask for a model in one file</source>
            <translation>guarda seus pesos em outro arquivo; solicite um modelo em um único arquivo</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it stores a weight in segments, which this plugin does not read</source>
            <translation>contém um peso em segmentos, o que este complemento não lê</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it is the smallest that has all of the named bands</source>
            <translation>é o menor que tem todas as bandas com nome</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>model file {path!r} is a folder; choose a file in it.</source>
            <translation>O arquivo de modelo {path!r} é uma pasta; escolha um arquivo dentro dela.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>model file {path!r} does not exist; check the path.</source>
            <translation>O arquivo de modelo {path!r} não existe; verifique o caminho.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>model file {path!r} carries no Pansharp card; export it with 'python -m training export'.</source>
            <translation>O arquivo de modelo {path!r} não contém uma ficha do Pansharp; exporte-o com “python -m training export”.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>unknown method {method!r}; choose auto, {first} or {second}.</source>
            <translation>Método {method!r} desconhecido; escolha auto, {first} ou {second}.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>no model is installed for method {method!r}; reinstall the plugin.</source>
            <translation>Nenhum modelo está instalado para o método {method!r}; reinstale o complemento.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have ratio {ratio}, for which there is no model (available: {ratios}); resample one of them.</source>
            <translation>O arquivo PAN {pan!r} e o arquivo MS {ms!r} têm razão {ratio}, para a qual não há modelo (disponíveis: {ratios}); reamostre um deles.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it is the one for ratio {ratio}</source>
            <translation>é o modelo para a razão {ratio}</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it has the usual bands of an MS with {count} bands</source>
            <translation>tem as bandas usuais de uma imagem MS com {count} bandas</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>the bands have no names, and it sharpens them in the fewest passes</source>
            <translation>as bandas não têm nome, e este modelo as fusiona com menos passagens</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it lacks the fewest of the bands, only {bands}</source>
            <translation>é aquele em que faltam menos bandas, apenas {bands}</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it is the smallest that has all of the bands</source>
            <translation>é o menor que tem todas as bandas</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it has exactly the bands of this MS</source>
            <translation>tem exatamente as bandas desta imagem MS</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>{count} threads cannot be used; give a number above 0, or 0 for as many as there are cores.</source>
            <translation>Não é possível usar {count} threads; informe um número maior que 0, ou 0 para usar uma por núcleo.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>There is no precision {name!r}; choose one of: {choices}.</source>
            <translation>Não há a precisão {name!r}; escolha uma destas: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>a block cannot have {size} pixels a side; give a number above 0, or 0 for as many as the memory suffices for.</source>
            <translation>Um bloco não pode ter {size} pixels de lado; informe um número maior que 0, ou 0 para o tamanho que a memória permitir.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>model file {path!r} is of method {found}, not {wanted}; leave the method at auto.</source>
            <translation>O arquivo de modelo {path!r} é do método {found}, não de {wanted}; deixe o método em auto.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have ratio {ratio}, but model file {model!r} takes {other}; choose another model.</source>
            <translation>O arquivo PAN {pan!r} e o arquivo MS {ms!r} têm razão {ratio}, mas o arquivo de modelo {model!r} é para {other}; escolha outro modelo.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} has an unreadable header; get an intact copy.</source>
            <translation>O arquivo {role} {path!r} tem um cabeçalho ilegível; obtenha uma cópia intacta.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} cannot be read as a raster ({reason}); choose an existing file that GDAL can open.</source>
            <translation>O arquivo {role} {name} não pode ser lido como raster ({reason}); escolha um arquivo existente que o GDAL possa abrir.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} holds no raster band; name the raster inside it that you mean.</source>
            <translation>O arquivo {role} {path!r} não contém nenhuma banda raster; indique qual dos rasters contidos nele deve ser usado.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} holds indices of a palette, not brightness; choose the original image.</source>
            <translation>O arquivo {role} {path!r} contém índices de uma paleta, não valores de brilho; escolha a imagem original.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} has data type {dtype}; convert it to one of UInt8, UInt16, Int16 or Float32.</source>
            <translation>O arquivo {role} {path!r} tem o tipo de dados {dtype}; converta-o para UInt8, UInt16, Int16 ou Float32.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} does not exist; check the path.</source>
            <translation>O arquivo {role} {name} não existe; verifique o caminho.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} is a folder; choose a raster in it.</source>
            <translation>O arquivo {role} {name} é uma pasta; escolha um raster dentro dela.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} may not be read; ask for the right to.</source>
            <translation>O arquivo {role} {name} não pode ser lido por falta de permissão; solicite a permissão de leitura.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} does not suit data type {dtype}; {key} takes one of {choices} there.</source>
            <translation>A opção de criação {option!r} não serve para o tipo de dados {dtype}; com ele, {key} aceita um destes valores: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} leaves too few bits for the nodata value {nodata:g}; give more bits or leave it out.</source>
            <translation>A opção de criação {option!r} deixa poucos bits para o valor sem dados {nodata:g}; informe mais bits ou remova-a.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} must be a GeoTIFF: give it a name ending in .tif.</source>
            <translation>A saída {path!r} deve ser um GeoTIFF: dê a ela um nome terminado em .tif.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} is a folder; give the name of a file in it.</source>
            <translation>A saída {path!r} é uma pasta; informe o nome de um arquivo dentro dela.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output folder {name} does not exist; create it first.</source>
            <translation>A pasta de saída {name} não existe; crie-a primeiro.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output folder {folder!r} cannot be written to; choose another.</source>
            <translation>Não é possível gravar na pasta de saída {folder!r}; escolha outra.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} must have the form KEY=VALUE, such as COMPRESS=LZW.</source>
            <translation>A opção de criação {option!r} deve ter a forma KEY=VALUE, como COMPRESS=LZW.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {key!r} is not known to GDAL's GeoTIFF driver; leave it out.</source>
            <translation>A opção de criação {key!r} não é conhecida pelo driver GeoTIFF do GDAL; remova-a.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} has no meaning to GDAL; {key} takes one of {choices}.</source>
            <translation>A opção de criação {option!r} não tem significado para o GDAL; {key} aceita um destes valores: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} would let programs read other pixels here than were written; leave it out.</source>
            <translation>Com a opção de criação {option!r}, os programas leriam aqui pixels diferentes dos gravados; remova-a.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <location filename="../backend/raster/writer.py" />
            <source>output {path!r} cannot be created ({reason}); check the creation options, the folder and the free space.</source>
            <translation>Não é possível criar a saída {path!r} ({reason}); verifique as opções de criação, a pasta e o espaço livre.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} is the same file as an input; choose another name.</source>
            <translation>A saída {path!r} é o mesmo arquivo que uma entrada; escolha outro nome.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} exists already; choose another name or allow overwriting (--overwrite).</source>
            <translation>A saída {path!r} já existe; escolha outro nome ou permita a substituição (--overwrite).</translation>
        </message>
        <message>
            <location filename="../backend/raster/reader.py" />
            <source>{role} file {path!r} cannot be read at row {row}, column {column} ({reason}); get an intact copy with all files that belong to it.</source>
            <translation>O arquivo {role} {path!r} não pode ser lido na linha {row}, coluna {column} ({reason}); obtenha uma cópia intacta com todos os arquivos que o acompanham.</translation>
        </message>
        <message>
            <location filename="../backend/raster/reader.py" />
            <source>{role} file {path!r} is closed already.</source>
            <translation>O arquivo {role} {path!r} já está fechado.</translation>
        </message>
        <message>
            <location filename="../backend/raster/writer.py" />
            <source>output {path!r} could not be written ({reason}); check the free space, the rights on its folder and the creation options.</source>
            <translation>Não foi possível gravar a saída {path!r} ({reason}); verifique o espaço livre, as permissões da pasta e as opções de criação.</translation>
        </message>
        <message>
            <location filename="../backend/raster/writer.py" />
            <source>output {path!r} could not be put in place ({reason}); close other programs that use it.</source>
            <translation>Não foi possível colocar a saída {path!r} em seu lugar ({reason}); feche outros programas que a estejam usando.</translation>
        </message>
        <message>
            <location filename="../backend/raster/writer.py" />
            <source>GDAL warns about output {path!r}: {warning}</source>
            <translation>Aviso do GDAL sobre a saída {path!r}: {warning}</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {path!r} has a band of transparency beside its own; extract the first band.</source>
            <translation>O arquivo PAN {path!r} tem uma banda de transparência além da sua própria; extraia a primeira banda.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {path!r} has {count} bands; PAN must have exactly one: check that PAN and MS are not swapped.</source>
            <translation>O arquivo PAN {path!r} tem {count} bandas; PAN deve ter exatamente uma: verifique se PAN e MS não estão trocados.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>MS file {path!r} has a band of transparency as its last; extract the others, or name the band if it is near infrared.</source>
            <translation>A última banda do arquivo MS {path!r} é uma banda de transparência; extraia as outras, ou dê um nome à banda se ela for o infravermelho próximo.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not overlap; choose a pair of one place.</source>
            <translation>O arquivo PAN {pan!r} e o arquivo MS {ms!r} não se sobrepõem; escolha um par do mesmo lugar.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: {without} has no geotransform (control points do not count) and the other one has; georeference both or neither.</source>
            <translation>O arquivo PAN {pan!r} e o arquivo MS {ms!r} não combinam: {without} não tem geotransformação (pontos de controle não contam) e o outro tem; georreferencie os dois ou nenhum.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: a geotransform is not finite; set it anew.</source>
            <translation>O arquivo PAN {pan!r} e o arquivo MS {ms!r} não combinam: uma geotransformação não é finita; defina-a novamente.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: {without} has no coordinate reference system and the other one has; assign the right one.</source>
            <translation>O arquivo PAN {pan!r} e o arquivo MS {ms!r} não combinam: {without} não tem sistema de referência de coordenadas e o outro tem; atribua o correto.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have different coordinate reference systems ({pan_crs} and {ms_crs}); reproject MS to PAN's first.</source>
            <translation>O arquivo PAN {pan!r} e o arquivo MS {ms!r} têm sistemas de referência de coordenadas diferentes ({pan_crs} e {ms_crs}); reprojete antes MS para o de PAN.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: a geotransform has pixels without an area; set it anew.</source>
            <translation>O arquivo PAN {pan!r} e o arquivo MS {ms!r} não combinam: uma geotransformação tem pixels de área nula; defina-a novamente.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} are turned or sheared against each other (by up to {off:.2f} PAN pixels); warp both to one direction first, such as north up.</source>
            <translation>O arquivo PAN {pan!r} e o arquivo MS {ms!r} estão girados ou inclinados um em relação ao outro (em até {off:.2f} pixels PAN); reprojete antes os dois para uma mesma direção, por exemplo com o norte para cima.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} run in opposite directions: one of them is stored upside down or mirrored; warp it to the other's direction.</source>
            <translation>O arquivo PAN {pan!r} e o arquivo MS {ms!r} têm direções opostas: um deles está gravado de cabeça para baixo ou espelhado; retifique-o para a direção do outro.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have pixel sizes of ratio {across:.4g} x {down:.4g}; PAN pixels must be a whole number of times smaller than MS pixels: resample MS first.</source>
            <translation>Os tamanhos de pixel do arquivo PAN {pan!r} e do arquivo MS {ms!r} têm razão {across:.4g} × {down:.4g}; os pixels de PAN devem ser menores que os de MS por um fator inteiro: reamostre antes MS.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not lie on one grid: MS is off by up to {off:.2f} PAN pixels; warp MS to PAN's grid first.</source>
            <translation>O arquivo PAN {pan!r} e o arquivo MS {ms!r} não estão na mesma grade: MS está deslocado em até {off:.2f} pixels PAN; alinhe antes MS à grade de PAN.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have no georeference and sizes of ratio {across:.3f} x {down:.3f}; PAN must be a whole number of times as large as MS in both directions.</source>
            <translation>O arquivo PAN {pan!r} e o arquivo MS {ms!r} não têm georreferência e seus tamanhos têm razão {across:.3f} × {down:.3f}; PAN deve ser maior que MS por um fator inteiro nas duas direções.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not show the same ground: by their control points or RPC a corner of MS is off by {off:.0f} PAN pixels; choose a pair of one place, or warp both to one grid first.</source>
            <translation>O arquivo PAN {pan!r} e o arquivo MS {ms!r} não mostram o mesmo terreno: segundo seus pontos de controle ou RPC, um canto de MS está deslocado em {off:.0f} pixels PAN; escolha um par do mesmo lugar ou alinhe antes os dois a uma mesma grade.</translation>
        </message>
        <message>
            <location filename="../backend/sharpen.py" />
            <source>Memory does not suffice for {columns} x {rows} pixels; going on in smaller blocks</source>
            <translation>A memória não é suficiente para {columns} × {rows} pixels; continuando em blocos menores</translation>
        </message>
        <message>
            <location filename="../backend/sharpen.py" />
            <source>Lossy compression may leave values in pixels without data, and make others look as if they had none; choose a lossless one where that matters</source>
            <translation>A compressão com perdas pode deixar valores em pixels sem dados e fazer outros parecerem vazios; escolha uma sem perdas onde isso importar</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>cancelled; no output was left behind.</source>
            <translation>Cancelado; nenhum arquivo de saída foi deixado.</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} below and {right:.1f} to the right of MS (in PAN pixels)</source>
            <translation>PAN está {down:.1f} abaixo e {right:.1f} à direita de MS (em pixels PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{place}; its detail is moved onto MS, whose position the result keeps</source>
            <translation>{place}; seus detalhes são movidos para MS, cuja posição o resultado mantém</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} below MS (in PAN pixels)</source>
            <translation>PAN está {down:.1f} abaixo de MS (em pixels PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {right:.1f} to the right of MS (in PAN pixels)</source>
            <translation>PAN está {right:.1f} à direita de MS (em pixels PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} above and {right:.1f} to the left of MS (in PAN pixels)</source>
            <translation>PAN está {down:.1f} acima e {right:.1f} à esquerda de MS (em pixels PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} above and {right:.1f} to the right of MS (in PAN pixels)</source>
            <translation>PAN está {down:.1f} acima e {right:.1f} à direita de MS (em pixels PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} below and {right:.1f} to the left of MS (in PAN pixels)</source>
            <translation>PAN está {down:.1f} abaixo e {right:.1f} à esquerda de MS (em pixels PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>Model {model} {version} on engine {engine} ({device})</source>
            <translation>Modelo {model} {version} no motor {engine} ({device})</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>model file {path!r} returns blocks of another size than its card promises; use a bundled model.</source>
            <translation>O arquivo de modelo {path!r} devolve blocos de tamanho diferente do que sua ficha declara; use um modelo incluído no complemento.</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS lies {off:.1f} PAN pixels lower and further right than PAN, as where single pixels of a finer image were kept; its colours are moved onto PAN</source>
            <translation>MS está {off:.1f} pixels PAN mais abaixo e mais à direita que PAN, como quando só alguns pixels de uma imagem mais fina foram mantidos; suas cores são movidas para PAN</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{place} once that is undone; its detail is moved by as much</source>
            <translation>{place} depois de corrigido isso; seus detalhes são movidos na mesma medida</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} above MS (in PAN pixels)</source>
            <translation>PAN está {down:.1f} acima de MS (em pixels PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {right:.1f} to the left of MS (in PAN pixels)</source>
            <translation>PAN está {right:.1f} à esquerda de MS (em pixels PAN)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS file {path!r} has transparency as its band {number}; extract the other bands.</source>
            <translation>A banda {number} do arquivo MS {path!r} é uma banda de transparência; extraia as outras bandas.</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{bands} bands take {passes} passes of this model</source>
            <translation>{bands} bandas precisam de {passes} passagens deste modelo</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>No pixel holds data in both rasters; the output will be empty</source>
            <translation>Nenhum pixel contém dados nos dois rasters; a saída ficará vazia</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS lies {off:.1f} PAN pixels higher and further left than PAN, as where single pixels of a finer image were kept; its colours are moved onto PAN</source>
            <translation>MS está {off:.1f} pixels PAN mais acima e mais à esquerda que PAN, como quando só alguns pixels de uma imagem mais fina foram mantidos; suas cores são movidas para PAN</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS has bands without any data ({numbers}), and pixels count only where all bands hold some; leave these bands out</source>
            <translation>MS tem bandas sem nenhum dado ({numbers}), e os pixels só contam onde todas as bandas têm dados; retire essas bandas</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{role} has pixels of {value:g}, far from all others; if they hold no data, state this value as its nodata value and run again</source>
            <translation>{role} tem pixels com o valor {value:g}, longe de todos os outros; se não contiverem dados, informe esse valor como valor sem dados do arquivo e execute de novo</translation>
        </message>
    </context>
</TS>
