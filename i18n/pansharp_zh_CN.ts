<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Pansharp</name>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Pansharpen</source>
            <translation>全色锐化</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Pansharpening</source>
            <translation>全色锐化</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>pansharpening,sharpen,fusion,panchromatic,multispectral,resolution,satellite,deep learning,neural network</source>
            <translation>全色锐化,锐化,影像融合,全色,多光谱,分辨率,遥感,卫星影像,深度学习,神经网络,pansharpening</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Gives a multispectral raster the detail of a panchromatic one.</source>
            <translation>用全色栅格的细节锐化多光谱栅格。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Gives a multispectral raster (MS) the detail of the panchromatic raster (PAN) of the same scene, with a trained neural network.</source>
            <translation>使用训练好的神经网络，将同一景影像中全色栅格（PAN）的细节赋予多光谱栅格（MS）。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>PAN must have exactly one band. Both rasters must have the same coordinate reference system, and PAN's pixels must be smaller than those of MS by a whole number that a model was trained for.</source>
            <translation>PAN 必须恰好有一个波段。两个栅格必须使用相同的坐标参照系，并且 MS 的像素大小必须是 PAN 的整数倍，且有针对该倍数训练的模型。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>MS may have any bands in any order. Bands are known by their names, such as blue, red edge or NIR; those that the model was not trained for are sharpened like the one nearest in wavelength, which takes longer.</source>
            <translation>MS 可以包含任意波段，顺序不限。波段按名称识别，例如 blue、red edge 或 NIR；模型未针对其训练的波段，将按波长最接近的波段进行锐化，因而耗时更长。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The result covers what both rasters cover. It has PAN's grid, and the data type, bands and nodata of MS.</source>
            <translation>结果覆盖两个栅格共同覆盖的区域，采用 PAN 的格网以及 MS 的数据类型、波段和无数据值。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Method: 'auto' takes the best model for the scene; 'sipsanet' (SIPSA-Net) also copes with things that moved between the two images; 'cf2n' (CF2N) fuses coarse and fine features of both.</source>
            <translation>方法：“auto”为影像选用最佳模型；“sipsanet”（SIPSA-Net）还能处理在两幅影像之间发生移动的物体；“cf2n”（CF2N）融合两幅影像的粗、细特征。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Engine: 'builtin' runs on the NumPy that QGIS has. The others are faster, and are installed in QGIS's options under Pansharp; 'auto' takes the fastest one here.</source>
            <translation>引擎：“builtin”使用 QGIS 自带的 NumPy 运行。其他引擎速度更快，可在 QGIS 选项的 Pansharp 页中安装；“auto”使用本机上最快的引擎。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Scenes may have any size: rasters are read and written block by block. The result appears under its name only when it is complete.</source>
            <translation>影像大小不限：栅格按分块读取和写入。结果全部完成后才会以其文件名出现。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Panchromatic layer (PAN)</source>
            <translation>全色图层（PAN）</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>The fine raster with exactly one band.</source>
            <translation>恰好有一个波段的高分辨率栅格。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Multispectral layer (MS)</source>
            <translation>多光谱图层（MS）</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The coarse raster with any bands, of the same scene and in the same system.</source>
            <translation>波段不限的低分辨率栅格，须为同一景影像且使用相同的坐标参照系。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Method</source>
            <translation>方法</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The network that sharpens; 'auto' takes the best one that fits the scene.</source>
            <translation>用于锐化的网络；“auto”选用最适合该影像的网络。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Area to sharpen</source>
            <translation>要锐化的范围</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Only this part of the scene is sharpened, with the pixels that all of it would have there; without an area it is all of the scene.</source>
            <translation>仅锐化影像的这一部分，其像素值与锐化整景影像时在该处的结果相同；不指定范围则锐化整景影像。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/engines/page.py" />
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Engine</source>
            <translation>引擎</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>What runs the network: 'builtin' needs nothing but QGIS, the others must be installed; 'auto' is the fastest one here.</source>
            <translation>运行网络的引擎：“builtin”只需 QGIS，其他引擎需要安装；“auto”为本机上最快的引擎。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>What the engine runs on: auto, cpu, or another one that it has, such as cuda:0.</source>
            <translation>引擎运行所用的设备：auto、cpu，或引擎支持的其他设备，例如 cuda:0。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Additional creation options</source>
            <translation>附加创建选项</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>GeoTIFF creation options as KEY=VALUE, separated by '|', such as COMPRESS=ZSTD|NUM_THREADS=2; they replace the plugin's own choice.</source>
            <translation>GeoTIFF 创建选项，格式为 KEY=VALUE，以“|”分隔，例如 COMPRESS=ZSTD|NUM_THREADS=2；它们将取代插件自身的设置。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Pansharpened</source>
            <translation>全色锐化结果</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The sharpened raster, a GeoTIFF.</source>
            <translation>锐化后的栅格，GeoTIFF 格式。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Model that was used</source>
            <translation>所用模型</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Engine that ran it</source>
            <translation>所用引擎</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Device that it ran on</source>
            <translation>所用设备</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Time taken in seconds</source>
            <translation>耗时（秒）</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Million PAN pixels per second</source>
            <translation>每秒处理的 PAN 像素数（百万）</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>{bands} bands of {columns} x {rows} pixels in {seconds:.1f} s</source>
            <translation>{bands} 个波段，{columns} × {rows} 像素，用时 {seconds:.1f} 秒</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The area '{value}' is empty; choose another one, or none for all of the scene.</source>
            <translation>范围“{value}”为空；请选择其他范围，若要处理整景影像则不要选择范围。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>{role} raster '{value}' cannot be opened; check its path.</source>
            <translation>无法打开 {role} 栅格“{value}”；请检查其路径。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <source>Built-in (NumPy)</source>
            <translation>内置 (NumPy)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Processor</source>
            <translation>处理器</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>{count} bands</source>
            <translation>{count} 个波段</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>ratio {ratio}</source>
            <translation>分辨率比 {ratio}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>PAN and MS lie on each other</source>
            <translation>PAN 与 MS 位置重合</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>; both methods make up for it</source>
            <translation>；两种方法均会对此进行补偿</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>PAN lies {down} pixels down and {right} right of MS</source>
            <translation>PAN 相对 MS 下移 {down}、右移 {right} 像素</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>overlap {percent} %</source>
            <translation>重叠 {percent} %</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>{bits} bits</source>
            <translation>{bits} 位</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>[Temporary file]</source>
            <translation>[临时文件]</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Choose a PAN file</source>
            <translation>选择 PAN 文件</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Choose an MS file</source>
            <translation>选择 MS 文件</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Brings colours to where PAN shows things: for cars and crooked pairs.</source>
            <translation>将颜色移到 PAN 中物体所在的位置：适合车辆和有错位的影像对。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Choose a model file</source>
            <translation>选择模型文件</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Models (*.onnx)</source>
            <translation>模型 (*.onnx)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Sharpening the preview…</source>
            <translation>正在锐化预览…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Preview shows a small window of the result beside the MS.</source>
            <translation>“预览”将结果的一小块窗口与 MS 并排显示。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Run</source>
            <translation>运行(&amp;R)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>about {count} h</source>
            <translation>约 {count} 小时</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Choose a PAN and an MS layer of the same place.</source>
            <translation>请选择同一地点的 PAN 图层和 MS 图层。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Comes closest to the truth where PAN and MS fit.</source>
            <translation>在 PAN 与 MS 吻合处最接近真实情况。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>{name} pansharpened</source>
            <translation>{name} 全色锐化</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>No area is chosen yet; choose one, or untick it for all of the scene.</source>
            <translation>尚未选择范围；请选择一个范围，或取消勾选以锐化整景影像。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>about {count} s</source>
            <translation>约 {count} 秒</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>about {count} min</source>
            <translation>约 {count} 分钟</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Model {model}; drag the handle, roll the wheel to zoom.</source>
            <translation>模型 {model}；拖动滑块进行对比，滚动滚轮进行缩放。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>&amp;Run ({count} queued)</source>
            <translation>运行（{count} 个排队中）(&amp;R)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Result: up to {size}</source>
            <translation>结果：最大 {size}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Choose the folder that 'pansharp engines bundle' has filled</source>
            <translation>选择由“pansharp engines bundle”准备好的文件夹</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Not installed</source>
            <translation>未安装</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>My own Python</source>
            <translation>自己的 Python</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Installed</source>
            <translation>已安装</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install</source>
            <translation>安装</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install from folder…</source>
            <translation>从文件夹安装…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Use my own Python…</source>
            <translation>使用自己的 Python…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Test</source>
            <translation>测试</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <location filename="../qgis_pansharp/runs.py" />
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Show log</source>
            <translation>显示日志</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install variant {variant} ({size} GB)</source>
            <translation>安装变体 {variant}（{size} GB）</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Choose a Python interpreter</source>
            <translation>选择 Python 解释器</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Always there</source>
            <translation>始终可用</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>In QGIS's Python</source>
            <translation>在 QGIS 的 Python 中</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Runs on</source>
            <translation>运行设备</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Mpx/s</source>
            <translation>百万像素/秒</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install again</source>
            <translation>重新安装</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Installing the engine {engine}</source>
            <translation>正在安装引擎 {engine}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Removing the engine {engine}</source>
            <translation>正在移除引擎 {engine}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Checking {path}</source>
            <translation>正在检查 {path}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Testing the engine {engine}</source>
            <translation>正在测试引擎 {engine}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Cancelled; what was installed before still is.</source>
            <translation>已取消；此前已安装的内容保持不变。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Done.</source>
            <translation>已完成。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/task.py" />
            <source>This failed unexpectedly; please report it with the log.</source>
            <translation>操作意外失败；请连同日志一起报告此问题。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/errors.py" />
            <source>Cancelled; no output was left behind.</source>
            <translation>已取消；未留下任何输出。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/errors.py" />
            <source>Memory does not suffice for this pair; close other programs and try again.</source>
            <translation>内存不足，无法处理此影像对；请关闭其他程序后重试。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/errors.py" />
            <source>Sharpening failed unexpectedly ({reason}); please report this with the log.</source>
            <translation>锐化意外失败（{reason}）；请连同日志一起报告此问题。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>{role} layer '{name}' is not a raster file (its source is '{provider}'); export it as GeoTIFF and use that file.</source>
            <translation>{role} 图层“{name}”不是栅格文件（其数据源为“{provider}”）；请将其导出为 GeoTIFF，然后使用该文件。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>{role} layer '{name}' is opened with options of its own ({options}); add its file to the project again without them.</source>
            <translation>{role} 图层“{name}”是使用自身的选项（{options}）打开的；请不带这些选项，将其文件重新添加到工程中。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>{role} layer '{name}' lies on a server; save it as a file on this computer and use that.</source>
            <translation>{role} 图层“{name}”位于服务器上；请将其另存为本机上的文件，然后使用该文件。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>PAN layer '{name}' has no georeference of its own, so no area of it can be chosen on the map; leave the area empty, or warp both layers first.</source>
            <translation>PAN 图层“{name}”自身没有地理参考，因此无法在地图上选择其范围；请将范围留空，或先对两个图层执行“变形 (重投影)”。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>The dialog begins with these; the Processing tool has its own choices.</source>
            <translation>对话框以这些设置为初始值；数据处理工具另有自己的设置。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <location filename="../qgis_pansharp/plugin.py" />
            <source>User guide</source>
            <translation>用户指南</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Engines</source>
            <translation>引擎</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Threads</source>
            <translation>线程数</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Memory for a block</source>
            <translation>每个分块的内存</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Block size in PAN pixels</source>
            <translation>分块大小（PAN 像素）</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Folder of further models</source>
            <translation>其他模型的文件夹</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Folder of results</source>
            <translation>结果文件夹</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/plugin.py" />
            <source>Pansharpen…</source>
            <translation>全色锐化…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>Pansharpened with Pansharp on {when}</source>
            <translation>使用 Pansharp 于 {when} 进行全色锐化</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>Model: {model}, method {method}</source>
            <translation>模型：{model}，方法：{method}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>Engine: {engine} on {device}</source>
            <translation>引擎：{engine}，设备：{device}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>waiting</source>
            <translation>等待中</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>about {count} h left</source>
            <translation>剩余约 {count} 小时</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>Pansharpen {name}</source>
            <translation>全色锐化 {name}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>stopping</source>
            <translation>正在停止</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>about {count} s left</source>
            <translation>剩余约 {count} 秒</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>about {count} min left</source>
            <translation>剩余约 {count} 分钟</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>Pansharpening was cancelled; no output was left behind.</source>
            <translation>全色锐化已取消；未留下任何输出。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>{name} is ready: {columns} x {rows} pixels in {seconds} s.</source>
            <translation>{name} 已完成：{columns} × {rows} 像素，用时 {seconds} 秒。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>{count} waiting</source>
            <translation>{count} 个等待中</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>The result {path} was written, but cannot be loaded.</source>
            <translation>结果 {path} 已写入，但无法加载。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/task.py" />
            <source>Sharpening failed unexpectedly; please report this with the log.</source>
            <translation>锐化意外失败；请连同日志一起报告此问题。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Scene</source>
            <translation>影像</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;PAN layer</source>
            <translation>PAN 图层(&amp;P)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;MS layer</source>
            <translation>MS 图层(&amp;M)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>The coarse raster with several bands, of the same scene.</source>
            <translation>同一景影像的低分辨率多波段栅格。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Sharpening</source>
            <translation>锐化</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Me&amp;thod</source>
            <translation>方法(&amp;T)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>M&amp;odel</source>
            <translation>模型(&amp;O)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Only this &amp;area</source>
            <translation>仅此范围(&amp;A)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Output &amp;file</source>
            <translation>输出文件(&amp;F)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Add the result as a &amp;layer</source>
            <translation>将结果添加为图层(&amp;L)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Advanced</source>
            <translation>高级</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Engine</source>
            <translation>引擎(&amp;E)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Device</source>
            <translation>设备(&amp;D)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>What the engine computes on; type the name of another one, such as cuda:1.</source>
            <translation>引擎用于计算的设备；也可输入其他设备的名称，例如 cuda:1。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Creation options</source>
            <translation>创建选项(&amp;C)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>GeoTIFF creation options as KEY=VALUE, separated by '|'; they replace the plugin's own choice.</source>
            <translation>GeoTIFF 创建选项，格式为 KEY=VALUE，以“|”分隔；它们将取代插件自身的设置。</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Open options…</source>
            <translation>打开选项…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Pre&amp;view</source>
            <translation>预览(&amp;V)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Sharpen a small window at the centre of the map canvas</source>
            <translation>锐化地图画布中心的一小块窗口</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Method that the preview shows</source>
            <translation>预览所用的方法</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Pick a place</source>
            <translation>选取位置</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Click in the map where the preview shall be</source>
            <translation>在地图上点击要预览的位置</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Zoom out</source>
            <translation>缩小</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Zoom in</source>
            <translation>放大</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Reset</source>
            <translation>重置</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <location filename="../backend/area.py" />
            <source>area {area} and the overlap of PAN file {pan!r} and MS file {ms!r} have no pixel in common; give an area inside {extent}.</source>
            <translation>范围 {area} 与 PAN 文件 {pan!r} 和 MS 文件 {ms!r} 的重叠区没有任何共同像素；请指定位于 {extent} 内的范围。</translation>
        </message>
        <message>
            <location filename="../backend/area.py" />
            <source>area {area} is no rectangle; give four finite numbers: xmin, ymin, xmax, ymax.</source>
            <translation>范围 {area} 不是矩形；请给出四个有限数值：xmin, ymin, xmax, ymax。</translation>
        </message>
        <message>
            <location filename="../backend/area.py" />
            <source>area {area} is empty; give xmin and ymin first, each less than its maximum.</source>
            <translation>范围 {area} 为空；请先给出 xmin 和 ymin，且二者均须小于对应的最大值。</translation>
        </message>
        <message>
            <location filename="../backend/cli.py" />
            <source>memory does not suffice even for small blocks; close other programs.</source>
            <translation>即使使用小分块，内存仍然不足；请关闭其他程序。</translation>
        </message>
        <message>
            <location filename="../backend/cli.py" />
            <source>unexpected failure ({reason}); please report it with the input.</source>
            <translation>意外失败（{reason}）；请连同输入数据一起报告此问题。</translation>
        </message>
        <message>
            <location filename="../backend/cli_engines.py" />
            <source>This computer is none that engines can be fetched for; give --platform and --python.</source>
            <translation>无法下载适用于本机的引擎；请指定 --platform 和 --python。</translation>
        </message>
        <message>
            <location filename="../backend/engines/__init__.py" />
            <source>There is no engine named '{name}'; choose one of: {choices}.</source>
            <translation>没有名为“{name}”的引擎；请从以下选项中选择：{choices}。</translation>
        </message>
        <message>
            <location filename="../backend/engines/__init__.py" />
            <source>The engine builtin has no device {device}, only cpu; choose that, or another engine.</source>
            <translation>引擎 builtin 没有设备 {device}，只有 cpu；请选择 cpu，或选择其他引擎。</translation>
        </message>
        <message>
            <location filename="../backend/engines/__init__.py" />
            <location filename="../backend/engines/at_hand.py" />
            <location filename="../backend/environments/checking.py" />
            <source>the package {package} is not installed</source>
            <translation>未安装 {package} 软件包</translation>
        </message>
        <message>
            <location filename="../backend/engines/at_hand.py" />
            <source>The engine {name} cannot be used here ({reason}); install it, or choose the engine builtin, which needs nothing.</source>
            <translation>此处无法使用引擎 {name}（{reason}）；请安装它，或选择无需任何依赖的引擎 builtin。</translation>
        </message>
        <message>
            <location filename="../backend/engines/base.py" />
            <source>The engine {name} was closed; create it again to use it.</source>
            <translation>引擎 {name} 已关闭；如需使用，请重新创建。</translation>
        </message>
        <message>
            <location filename="../backend/engines/base.py" />
            <source>A block of PAN with shape {pan} and MS with shape {ms} cannot be sharpened; (1, H, W) and (bands, h, w) are needed.</source>
            <translation>无法锐化 PAN 形状为 {pan}、MS 形状为 {ms} 的分块；所需形状为 (1, H, W) 和 (波段数, h, w)。</translation>
        </message>
        <message>
            <location filename="../backend/engines/builtin.py" />
            <source>The model file {path} cannot be used with the built-in engine ({reason}); choose another engine or another model.</source>
            <translation>内置引擎无法使用模型文件 {path}（{reason}）；请选择其他引擎或其他模型。</translation>
        </message>
        <message>
            <location filename="../backend/engines/builtin.py" />
            <source>The model {path} cannot sharpen a block with PAN {pan} and MS {ms} ({reason}); check that the model is made for this number of bands and this ratio, or choose a larger block.</source>
            <translation>模型 {path} 无法锐化 PAN 为 {pan}、MS 为 {ms} 的分块（{reason}）；请检查该模型是否适用于此波段数和此分辨率比，或选择更大的分块。</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>No engine here has a device {device}; choose auto, or another one.</source>
            <translation>此处没有引擎具有设备 {device}；请选择 auto 或其他设备。</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>Engines by megapixels per second here: {list}</source>
            <translation>本机上各引擎的速度（每秒百万像素）：{list}</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>Measuring how fast the engine {engine} is here</source>
            <translation>正在测量引擎 {engine} 在本机上的速度</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>{engine} on {device}: {problem}</source>
            <translation>{engine}（{device}）：{problem}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <source>it answered with garbage: {what}</source>
            <translation>其应答无法理解：{what}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <source>its process ended with code {code}</source>
            <translation>其进程以代码 {code} 结束</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <source>its process was ended by the signal {name}</source>
            <translation>其进程被信号 {name} 终止</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <source>it cannot open shared memory: {what}</source>
            <translation>其无法打开共享内存：{what}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <source>it closed its output</source>
            <translation>其关闭了输出</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <location filename="../backend/environments/interpreters.py" />
            <source>it did not answer in time</source>
            <translation>其未及时应答</translation>
        </message>
        <message>
            <location filename="../backend/engines/openvino_engine.py" />
            <location filename="../backend/engines/runtime.py" />
            <source>The engine {name} was stopped.</source>
            <translation>引擎 {name} 已停止。</translation>
        </message>
        <message>
            <location filename="../backend/engines/ort.py" />
            <source>ONNX Runtime found the device {device} but cannot use it; check its driver, or choose the device cpu.</source>
            <translation>ONNX Runtime 找到了设备 {device}，但无法使用；请检查其驱动程序，或选择设备 cpu。</translation>
        </message>
        <message>
            <location filename="../backend/engines/protocol.py" />
            <source>The engine failed ({reason}); choose another engine.</source>
            <translation>引擎失败（{reason}）；请选择其他引擎。</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The engine {name} has no device {device} here; choose one of: {choices}.</source>
            <translation>引擎 {name} 在此处没有设备 {device}；请从以下选项中选择：{choices}。</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The model file {path} cannot be read; check that it exists and that you may read it.</source>
            <translation>无法读取模型文件 {path}；请检查该文件是否存在以及您是否有读取权限。</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The engine {name} cannot be loaded ({reason}); install it with 'pip install {package}', or choose the engine builtin, which needs nothing.</source>
            <translation>无法加载引擎 {name}（{reason}）；请使用“pip install {package}”安装，或选择无需任何依赖的引擎 builtin。</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The model file {path} cannot be used with {title} ({reason}); copy or download the file again, or choose another model.</source>
            <translation>{title} 无法使用模型文件 {path}（{reason}）；请重新复制或下载该文件，或选择其他模型。</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>{title} cannot sharpen a block with PAN {pan} and MS {ms} using {path} ({reason}); check that the model is made for this number of bands and this ratio, or choose a larger block.</source>
            <translation>{title} 无法使用 {path} 锐化 PAN 为 {pan}、MS 为 {ms} 的分块（{reason}）；请检查该模型是否适用于此波段数和此分辨率比，或选择更大的分块。</translation>
        </message>
        <message>
            <location filename="../backend/engines/steady.py" />
            <source>Going on with the engine {engine} ({device}) instead of {before}</source>
            <translation>改用引擎 {engine}（{device}）继续，代替 {before}</translation>
        </message>
        <message>
            <location filename="../backend/engines/steady.py" />
            <source>It had printed: {text}</source>
            <translation>其此前输出：{text}</translation>
        </message>
        <message>
            <location filename="../backend/engines/torch_runners.py" />
            <source>16 bits did not suffice for a block; choose the precision full, or another engine.</source>
            <translation>有一个分块用 16 位精度不足以处理；请选择精度 full，或选择其他引擎。</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor</source>
            <translation>处理器</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>graphics cards of NVIDIA</source>
            <translation>NVIDIA 显卡</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>There is no engine named '{name}' to install; choose one of: {choices}.</source>
            <translation>没有名为“{name}”的可安装引擎；请从以下选项中选择：{choices}。</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>The engine {engine} has no variant {variant}; choose one of: {choices}.</source>
            <translation>引擎 {engine} 没有变体 {variant}；请从以下选项中选择：{choices}。</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor and any graphics card</source>
            <translation>处理器和任意显卡</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor and graphics of Intel</source>
            <translation>处理器和 Intel GPU</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor, and graphics of Apple</source>
            <translation>处理器和 Apple GPU</translation>
        </message>
        <message>
            <location filename="../backend/environments/checking.py" />
            <source>its {title} is {version}, but {oldest} to below {below} is needed</source>
            <translation>其 {title} 的版本为 {version}，但所需版本为 {oldest} 及以上且低于 {below}</translation>
        </message>
        <message>
            <location filename="../backend/environments/choosing.py" />
            <source>There is no platform '{name}'; choose one of: {choices}.</source>
            <translation>没有名为“{name}”的平台；请从以下选项中选择：{choices}。</translation>
        </message>
        <message>
            <location filename="../backend/environments/choosing.py" />
            <source>Python '{name}' is not supported; choose one of: {choices}.</source>
            <translation>不支持 Python“{name}”；请从以下选项中选择：{choices}。</translation>
        </message>
        <message>
            <location filename="../backend/environments/choosing.py" />
            <source>The engine {engine} needs {needed} in the folder {folder}, which has {free} of free space; free some, or choose another folder.</source>
            <translation>引擎 {engine} 在文件夹 {folder} 中需要 {needed}，但其可用空间为 {free}；请释放一些空间，或选择其他文件夹。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because a package is damaged or is not the one that was tested; try again, and ask whoever runs your proxy or package index if that does not help.</source>
            <translation>由于某个软件包已损坏或不是经过测试的软件包，引擎 {engine} 未能安装；请重试，如果仍无法解决，请联系代理或软件包索引的管理员。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because the disk is full; free some space, or choose another folder.</source>
            <translation>由于磁盘已满，引擎 {engine} 未能安装；请释放一些空间，或选择其他文件夹。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because file names get too long for Windows; choose a folder with a shorter path, such as C:\pansharp.</source>
            <translation>由于文件名超出 Windows 允许的长度，引擎 {engine} 未能安装；请选择路径更短的文件夹，例如 C:\pansharp。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because another program, often a virus scanner, keeps Windows from writing or starting its files; wait a minute and try again, or have the folder {folder} excepted from scanning.</source>
            <translation>由于其他程序（通常是杀毒软件）阻止 Windows 写入或运行其文件，引擎 {engine} 未能安装；请等待一分钟后重试，或将文件夹 {folder} 排除在扫描范围之外。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because the folder {folder} may not be written to; choose a folder of your own, or ask whoever manages this computer.</source>
            <translation>由于没有写入文件夹 {folder} 的权限，引擎 {engine} 未能安装；请选择您自己的文件夹，或联系本机的管理员。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} does not start because a library of Windows is missing; install Microsoft's Visual C++ Redistributable (x64) for Visual Studio 2015 to 2022, or choose another engine.</source>
            <translation>由于缺少 Windows 的某个库，引擎 {engine} 无法启动；请安装适用于 Visual Studio 2015 至 2022 的 Microsoft Visual C++ Redistributable (x64)，或选择其他引擎。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} does not start because this system lacks a library or is too old ({reason}); choose another engine, or use a Python of your own.</source>
            <translation>由于此系统缺少某个库或版本过旧，引擎 {engine} 无法启动（{reason}）；请选择其他引擎，或使用自己的 Python。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the proxy wants a user name and password (407); enter them in QGIS under Settings &gt; Options &gt; Network, or give --proxy on the command line.</source>
            <translation>由于代理要求用户名和密码（407），引擎 {engine} 未能下载；请在 QGIS 的“设置 &gt; 选项 &gt; 网络”中输入，或在命令行中指定 --proxy。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the proxy {proxy} refuses or does not answer; check it in QGIS under Settings &gt; Options &gt; Network, or install from a folder that was filled on another computer.</source>
            <translation>由于代理 {proxy} 拒绝连接或没有响应，引擎 {engine} 未能下载；请在 QGIS 的“设置 &gt; 选项 &gt; 网络”中检查，或从在其他计算机上准备好的文件夹安装。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index's certificate is not trusted; ask for your organisation's certificate and name its file in the environment variable PIP_CERT, or install from a folder that was filled on another computer.</source>
            <translation>由于软件包索引的证书不受信任，引擎 {engine} 未能下载；请向所在单位索取证书，并在环境变量 PIP_CERT 中指定其文件，或从在其他计算机上准备好的文件夹安装。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the Python {python} has no encryption (SSL); choose another Python, or install from a folder that was filled on another computer.</source>
            <translation>由于 Python {python} 没有加密功能（SSL），引擎 {engine} 未能下载；请选择其他 Python，或从在其他计算机上准备好的文件夹安装。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index cannot be reached; check the network and the proxy, or install from a folder that was filled on another computer.</source>
            <translation>由于无法连接软件包索引，引擎 {engine} 未能下载；请检查网络和代理，或从在其他计算机上准备好的文件夹安装。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index refuses access; check the index and its password in pip's settings, or install from a folder that was filled on another computer.</source>
            <translation>由于软件包索引拒绝访问，引擎 {engine} 未能下载；请在 pip 的设置中检查索引及其密码，或从在其他计算机上准备好的文件夹安装。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index is out of order or overloaded; try again later.</source>
            <translation>由于软件包索引出现故障或过载，引擎 {engine} 未能下载；请稍后重试。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because there is no package of it for {python} or for a system as old as this one; choose another engine, or use a Python of your own.</source>
            <translation>由于没有适用于 {python} 或此类旧系统的软件包，引擎 {engine} 未能安装；请选择其他引擎，或使用自己的 Python。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index has no {build} for {python}; its makers keep builds without CUDA in an index of their own, so take the larger variant cuda, which works without a card too, give pip that index's address as extra-index-url (PyTorch's installation page shows it for Pip, Linux and CPU), or choose OpenVINO, which is faster on a processor.</source>
            <translation>未能获取引擎 {engine}，因为软件包索引中没有适用于 {python} 的 {build}；其开发者将不含 CUDA 的版本放在自己的索引中：请选用更大的变体 cuda（没有显卡也能运行）、把该索引的地址设为 pip 的 extra-index-url（PyTorch 安装页面选择 Pip、Linux 和 CPU 时会显示），或选择在处理器上更快的 OpenVINO。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because the Python {python} has no pip; install it (on Debian and Ubuntu the package python3-venv), or choose another Python.</source>
            <translation>由于 Python {python} 没有 pip，引擎 {engine} 未能安装；请安装 pip（在 Debian 和 Ubuntu 上为软件包 python3-venv），或选择其他 Python。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because memory does not suffice; close other programs and try again.</source>
            <translation>由于内存不足，引擎 {engine} 未能安装；请关闭其他程序后重试。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because no Python was found that can make room for it; choose one of Python 3.9 to 3.14 yourself.</source>
            <translation>由于未找到可为其创建环境的 Python，引擎 {engine} 未能安装；请自行选择一个 3.9 至 3.14 版本的 Python。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The Python {python} cannot be used for the engine {engine} ({reason}); choose another one.</source>
            <translation>Python {python} 不能用于引擎 {engine}（{reason}）；请选择其他 Python。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} cannot be changed while another installation is under way in {folder}; wait until it has ended.</source>
            <translation>{folder} 中正在进行另一项安装，无法更改引擎 {engine}；请等待其结束。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} is not installed in {folder}; install it first.</source>
            <translation>引擎 {engine} 未安装在 {folder} 中；请先安装。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} does not work here ({reason}); choose another engine, or install it again.</source>
            <translation>引擎 {engine} 在此处无法工作（{reason}）；请选择其他引擎，或重新安装。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} cannot be used because its results differ from the built-in engine's by {reason} of 2047; choose another engine.</source>
            <translation>引擎 {engine} 的结果与内置引擎的结果相差 {reason}（最大值为 2047），因此无法使用；请选择其他引擎。</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed ({reason}); the log tells more.</source>
            <translation>引擎 {engine} 未能安装（{reason}）；详情请参阅日志。</translation>
        </message>
        <message>
            <location filename="../backend/environments/fetching.py" />
            <source>{count} of {total} packages were fetched before and are used again</source>
            <translation>{total} 个软件包中有 {count} 个此前已下载，将重复使用</translation>
        </message>
        <message>
            <location filename="../backend/environments/fetching.py" />
            <source>Fetching {name} {version}, package {number} of {total} ({size} in all)</source>
            <translation>正在下载 {name} {version}，第 {number} 个软件包，共 {total} 个（总计 {size}）</translation>
        </message>
        <message>
            <location filename="../backend/environments/interpreters.py" />
            <source>it is no Python</source>
            <translation>该文件不是 Python</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>the Python that it was installed with has gone or changed; install it again</source>
            <translation>安装时所用的 Python 已不存在或已更改；请重新安装引擎</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>{title} for {use}, with {python}</source>
            <translation>{title}（{use}），使用 {python}</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>Checking that it sharpens, and how fast</source>
            <translation>正在检查引擎能否锐化以及速度如何</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>it is {python}, but 3.9 to 3.14 is needed</source>
            <translation>其为 {python}，但所需版本为 3.9 至 3.14</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>Unpacking {count} packages</source>
            <translation>正在解压 {count} 个软件包</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>Some old files are still in use and stay for now.</source>
            <translation>部分旧文件仍在使用中，暂时保留。</translation>
        </message>
        <message>
            <location filename="../backend/environments/pins.py" />
            <location filename="../backend/environments/wheels.py" />
            <source>Python {version} on {system}</source>
            <translation>{system} 上的 Python {version}</translation>
        </message>
        <message>
            <location filename="../backend/environments/pins.py" />
            <source>The plugin's file {path} cannot be read ({reason}); install the plugin again.</source>
            <translation>无法读取插件文件 {path}（{reason}）；请重新安装插件。</translation>
        </message>
        <message>
            <location filename="../backend/environments/processes.py" />
            <source>cancelled; what was installed before still is.</source>
            <translation>已取消；此前已安装的内容保持不变。</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The folder {folder} was filled for the engine {filled}, not for {engine}; choose another folder.</source>
            <translation>文件夹 {folder} 是为引擎 {filled} 准备的，而不是为 {engine}；请选择其他文件夹。</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The folder {folder} was filled for {filled}, but this is {here}; fill one for this computer with 'pansharp engines bundle {engine} --platform {platform} --python {python}'.</source>
            <translation>文件夹 {folder} 是为 {filled} 准备的，但此处的环境为 {here}；请使用“pansharp engines bundle {engine} --platform {platform} --python {python}”准备适用于本机的文件夹。</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The file {path} is damaged, or is not the one that was tested; copy it again.</source>
            <translation>文件 {path} 已损坏或不是经过测试的文件；请重新复制。</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The folder {folder} lacks the package {package} {version} for {target}; fill it with this version of the plugin by 'pansharp engines bundle {engine}'.</source>
            <translation>文件夹 {folder} 中缺少适用于 {target} 的软件包 {package} {version}；请用此版本插件的“pansharp engines bundle {engine}”准备该文件夹。</translation>
        </message>
        <message>
            <location filename="../backend/estimate.py" />
            <source>{size:.1f} MB</source>
            <translation>{size:.1f} MB</translation>
        </message>
        <message>
            <location filename="../backend/estimate.py" />
            <source>output folder {folder} has {free} of free space, but the result may take {needed}; free some space, choose another folder or a smaller area.</source>
            <translation>输出文件夹 {folder} 的可用空间为 {free}，但结果可能需要 {needed}；请释放一些空间，或选择其他文件夹或更小的范围。</translation>
        </message>
        <message>
            <location filename="../backend/estimate.py" />
            <source>{size:.1f} GB</source>
            <translation>{size:.1f} GB</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>coastal</source>
            <translation>海岸</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>blue</source>
            <translation>蓝</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>green</source>
            <translation>绿</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>yellow</source>
            <translation>黄</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>red</source>
            <translation>红</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>red edge</source>
            <translation>红边</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>NIR</source>
            <translation>近红外</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>NIR 2</source>
            <translation>近红外2</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>SWIR 1</source>
            <translation>短波红外1</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>SWIR 2</source>
            <translation>短波红外2</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>{first}, {last}</source>
            <translation>{first}、{last}</translation>
        </message>
        <message>
            <location filename="../backend/models/card.py" />
            <source>model file {source!r} has a damaged card ({reason}); get the model file again, or use a bundled model.</source>
            <translation>模型文件 {source!r} 的模型卡已损坏（{reason}）；请重新获取该模型文件，或使用随附的模型。</translation>
        </message>
        <message>
            <location filename="../backend/models/further.py" />
            <source>The model folder {folder!r} is passed over ({reason})</source>
            <translation>已跳过模型文件夹 {folder!r}（{reason}）</translation>
        </message>
        <message>
            <location filename="../backend/models/further.py" />
            <source>A further model is passed over: {reason}</source>
            <translation>已跳过一个其他模型：{reason}</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>The model file {path} cannot be used ({reason}); copy or download the file again, or choose another model.</source>
            <translation>无法使用模型文件 {path}（{reason}）；请重新复制或下载该文件，或选择其他模型。</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged or not an ONNX model (a number runs past its end)</source>
            <translation>文件已损坏或不是 ONNX 模型（某个数值超出文件末尾）</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it holds no network</source>
            <translation>文件中没有网络</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>The model file {path} cannot be read ({reason}); check that it exists and that you may read it.</source>
            <translation>无法读取模型文件 {path}（{reason}）；请检查该文件是否存在以及您是否有读取权限。</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a field has the wrong kind)</source>
            <translation>文件已损坏（某个字段的类型错误）</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (numbers are cut off)</source>
            <translation>文件已损坏（数值被截断）</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it does not say which version of ONNX's operators it uses</source>
            <translation>文件未说明所用 ONNX 算子的版本</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>its attribute '{name}' has a kind this plugin does not read</source>
            <translation>其属性“{name}”的类型不受此插件支持</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (attribute '{name}' does not hold what it says)</source>
            <translation>文件已损坏（属性“{name}”的内容与其声明不符）</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a number has the wrong size)</source>
            <translation>文件已损坏（某个数值的长度错误）</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>the weight '{name}' has a data type that this plugin does not read</source>
            <translation>权重“{name}”的数据类型不受此插件支持</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>the weight '{name}' has another size than it says</source>
            <translation>权重“{name}”的大小与其声明不符</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>the weight '{name}' has an impossible shape</source>
            <translation>权重“{name}”的形状无效</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a weight is cut off)</source>
            <translation>文件已损坏（某个权重被截断）</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a weight holds an impossible number)</source>
            <translation>文件已损坏（某个权重含有无效数值）</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is larger than {size} MiB</source>
            <translation>文件大于 {size} MiB</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is truncated, damaged or not an ONNX model</source>
            <translation>文件不完整、已损坏或不是 ONNX 模型</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a name is not text)</source>
            <translation>文件已损坏（某个名称不是文本）</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged or not an ONNX model (unknown kind of field)</source>
            <translation>文件已损坏或不是 ONNX 模型（未知的字段类型）</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it uses functions of its own, which this plugin does not run</source>
            <translation>文件使用了自定义函数，此插件不支持运行</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it stores sparse weights, which this plugin does not read</source>
            <translation>文件存储了稀疏权重，此插件不支持读取</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it keeps its weights in another file; ask for a model in one file</source>
            <translation>文件的权重保存在另一个文件中；请索取单文件模型</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it stores a weight in segments, which this plugin does not read</source>
            <translation>文件分段存储了某个权重，此插件不支持读取</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it is the smallest that has all of the named bands</source>
            <translation>该模型是包含所有已命名波段的最小模型</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>model file {path!r} is a folder; choose a file in it.</source>
            <translation>模型文件 {path!r} 是文件夹；请选择其中的文件。</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>model file {path!r} does not exist; check the path.</source>
            <translation>模型文件 {path!r} 不存在；请检查路径。</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>model file {path!r} carries no Pansharp card; export it with 'python -m training export'.</source>
            <translation>模型文件 {path!r} 不含 Pansharp 模型卡；请使用“python -m training export”导出。</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>unknown method {method!r}; choose auto, {first} or {second}.</source>
            <translation>未知方法 {method!r}；请选择 auto、{first} 或 {second}。</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>no model is installed for method {method!r}; reinstall the plugin.</source>
            <translation>没有为方法 {method!r} 安装模型；请重新安装插件。</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have ratio {ratio}, for which there is no model (available: {ratios}); resample one of them.</source>
            <translation>PAN 文件 {pan!r} 与 MS 文件 {ms!r} 的分辨率比为 {ratio}，没有与之对应的模型（可用：{ratios}）；请对其中之一重采样。</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it is the one for ratio {ratio}</source>
            <translation>该模型适用于分辨率比 {ratio}</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it has the usual bands of an MS with {count} bands</source>
            <translation>该模型具有 {count} 波段 MS 的常用波段</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>the bands have no names, and it sharpens them in the fewest passes</source>
            <translation>波段没有名称，而该模型锐化它们所需的次数最少</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it lacks the fewest of the bands, only {bands}</source>
            <translation>该模型缺少的波段最少，仅缺 {bands}</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it is the smallest that has all of the bands</source>
            <translation>该模型是包含所有波段的最小模型</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it has exactly the bands of this MS</source>
            <translation>该模型的波段与此 MS 完全一致</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>{count} threads cannot be used; give a number above 0, or 0 for as many as there are cores.</source>
            <translation>无法使用 {count} 个线程；请给出大于 0 的数值，或用 0 表示与处理器核心数相同。</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>There is no precision {name!r}; choose one of: {choices}.</source>
            <translation>没有精度 {name!r}；请从以下选项中选择：{choices}。</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>a block cannot have {size} pixels a side; give a number above 0, or 0 for as many as the memory suffices for.</source>
            <translation>分块边长不能为 {size} 像素；请给出大于 0 的数值，或用 0 表示内存所允许的最大值。</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>model file {path!r} is of method {found}, not {wanted}; leave the method at auto.</source>
            <translation>模型文件 {path!r} 属于方法 {found}，而不是 {wanted}；请将方法保留为 auto。</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have ratio {ratio}, but model file {model!r} takes {other}; choose another model.</source>
            <translation>PAN 文件 {pan!r} 与 MS 文件 {ms!r} 的分辨率比为 {ratio}，但模型文件 {model!r} 要求 {other}；请选择其他模型。</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} has an unreadable header; get an intact copy.</source>
            <translation>{role} 文件 {path!r} 的文件头无法读取；请获取完好的副本。</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} cannot be read as a raster ({reason}); choose an existing file that GDAL can open.</source>
            <translation>{role} 文件 {name} 无法作为栅格读取（{reason}）；请选择 GDAL 能够打开的现有文件。</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} holds no raster band; name the raster inside it that you mean.</source>
            <translation>{role} 文件 {path!r} 不含栅格波段；请指明要使用其中的哪个栅格。</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} holds indices of a palette, not brightness; choose the original image.</source>
            <translation>{role} 文件 {path!r} 存储的是调色板索引，而不是亮度；请选择原始影像。</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} has data type {dtype}; convert it to one of UInt8, UInt16, Int16 or Float32.</source>
            <translation>{role} 文件 {path!r} 的数据类型为 {dtype}；请将其转换为 UInt8、UInt16、Int16 或 Float32 之一。</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} does not exist; check the path.</source>
            <translation>{role} 文件 {name} 不存在；请检查路径。</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} is a folder; choose a raster in it.</source>
            <translation>{role} 文件 {name} 是文件夹；请选择其中的栅格。</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} may not be read; ask for the right to.</source>
            <translation>没有权限读取 {role} 文件 {name}；请获取读取权限。</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} does not suit data type {dtype}; {key} takes one of {choices} there.</source>
            <translation>创建选项 {option!r} 不适用于数据类型 {dtype}；对于该类型，{key} 可取以下值之一：{choices}。</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} leaves too few bits for the nodata value {nodata:g}; give more bits or leave it out.</source>
            <translation>创建选项 {option!r} 的位数不足以表示无数据值 {nodata:g}；请增加位数，或将其删除。</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} must be a GeoTIFF: give it a name ending in .tif.</source>
            <translation>输出 {path!r} 必须是 GeoTIFF：请指定以 .tif 结尾的名称。</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} is a folder; give the name of a file in it.</source>
            <translation>输出 {path!r} 是文件夹；请给出其中的文件名。</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output folder {name} does not exist; create it first.</source>
            <translation>输出文件夹 {name} 不存在；请先创建。</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output folder {folder!r} cannot be written to; choose another.</source>
            <translation>无法写入输出文件夹 {folder!r}；请选择其他文件夹。</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} must have the form KEY=VALUE, such as COMPRESS=LZW.</source>
            <translation>创建选项 {option!r} 的格式必须为 KEY=VALUE，例如 COMPRESS=LZW。</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {key!r} is not known to GDAL's GeoTIFF driver; leave it out.</source>
            <translation>GDAL 的 GeoTIFF 驱动不支持创建选项 {key!r}；请将其删除。</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} has no meaning to GDAL; {key} takes one of {choices}.</source>
            <translation>创建选项 {option!r} 对 GDAL 无效；{key} 可取以下值之一：{choices}。</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} would let programs read other pixels here than were written; leave it out.</source>
            <translation>使用创建选项 {option!r} 时，程序读到的像素会与写入的不同；请将其删除。</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <location filename="../backend/raster/writer.py" />
            <source>output {path!r} cannot be created ({reason}); check the creation options, the folder and the free space.</source>
            <translation>无法创建输出 {path!r}（{reason}）；请检查创建选项、文件夹和可用空间。</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} is the same file as an input; choose another name.</source>
            <translation>输出 {path!r} 与某个输入是同一文件；请选择其他名称。</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} exists already; choose another name or allow overwriting (--overwrite).</source>
            <translation>输出 {path!r} 已存在；请选择其他名称，或允许覆盖（--overwrite）。</translation>
        </message>
        <message>
            <location filename="../backend/raster/reader.py" />
            <source>{role} file {path!r} cannot be read at row {row}, column {column} ({reason}); get an intact copy with all files that belong to it.</source>
            <translation>无法读取 {role} 文件 {path!r} 的第 {row} 行、第 {column} 列（{reason}）；请获取完好的副本及其所有附属文件。</translation>
        </message>
        <message>
            <location filename="../backend/raster/reader.py" />
            <source>{role} file {path!r} is closed already.</source>
            <translation>{role} 文件 {path!r} 已关闭。</translation>
        </message>
        <message>
            <location filename="../backend/raster/writer.py" />
            <source>output {path!r} could not be written ({reason}); check the free space, the rights on its folder and the creation options.</source>
            <translation>无法写入输出 {path!r}（{reason}）；请检查可用空间、其所在文件夹的权限和创建选项。</translation>
        </message>
        <message>
            <location filename="../backend/raster/writer.py" />
            <source>output {path!r} could not be put in place ({reason}); close other programs that use it.</source>
            <translation>无法将输出 {path!r} 放到目标位置（{reason}）；请关闭正在使用它的其他程序。</translation>
        </message>
        <message>
            <location filename="../backend/raster/writer.py" />
            <source>GDAL warns about output {path!r}: {warning}</source>
            <translation>GDAL 对输出 {path!r} 的警告：{warning}</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {path!r} has a band of transparency beside its own; extract the first band.</source>
            <translation>PAN 文件 {path!r} 除自身波段外还有一个透明波段；请提取第一个波段。</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {path!r} has {count} bands; PAN must have exactly one: check that PAN and MS are not swapped.</source>
            <translation>PAN 文件 {path!r} 有 {count} 个波段；PAN 必须恰好有一个波段：请检查 PAN 与 MS 是否颠倒。</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>MS file {path!r} has a band of transparency as its last; extract the others, or name the band if it is near infrared.</source>
            <translation>MS 文件 {path!r} 的最后一个波段是透明波段；请提取其他波段，如果该波段实为近红外，请为其命名。</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not overlap; choose a pair of one place.</source>
            <translation>PAN 文件 {pan!r} 与 MS 文件 {ms!r} 不重叠；请选择同一地点的影像对。</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: {without} has no geotransform (control points do not count) and the other one has; georeference both or neither.</source>
            <translation>PAN 文件 {pan!r} 与 MS 文件 {ms!r} 不匹配：{without} 没有地理变换参数（控制点不算），而另一个有；请对两者都进行配准，或都不配准。</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: a geotransform is not finite; set it anew.</source>
            <translation>PAN 文件 {pan!r} 与 MS 文件 {ms!r} 不匹配：某个地理变换参数不是有限值；请重新设置。</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: {without} has no coordinate reference system and the other one has; assign the right one.</source>
            <translation>PAN 文件 {pan!r} 与 MS 文件 {ms!r} 不匹配：{without} 没有坐标参照系，而另一个有；请指定正确的坐标参照系。</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have different coordinate reference systems ({pan_crs} and {ms_crs}); reproject MS to PAN's first.</source>
            <translation>PAN 文件 {pan!r} 与 MS 文件 {ms!r} 的坐标参照系不同（{pan_crs} 和 {ms_crs}）；请先将 MS 重投影到 PAN 的坐标参照系。</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: a geotransform has pixels without an area; set it anew.</source>
            <translation>PAN 文件 {pan!r} 与 MS 文件 {ms!r} 不匹配：某个地理变换参数所对应的像素面积为零；请重新设置。</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} are turned or sheared against each other (by up to {off:.2f} PAN pixels); warp both to one direction first, such as north up.</source>
            <translation>PAN 文件 {pan!r} 与 MS 文件 {ms!r} 相互旋转或错切（最大达 {off:.2f} 个 PAN 像素）；请先将两者变形到同一方向，例如北向上。</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} run in opposite directions: one of them is stored upside down or mirrored; warp it to the other's direction.</source>
            <translation>PAN 文件 {pan!r} 与 MS 文件 {ms!r} 的方向相反：其中之一以上下颠倒或镜像的方式存储；请用“变形 (重投影)”将其调整为与另一个相同的方向。</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have pixel sizes of ratio {across:.4g} x {down:.4g}; PAN pixels must be a whole number of times smaller than MS pixels: resample MS first.</source>
            <translation>PAN 文件 {pan!r} 与 MS 文件 {ms!r} 的像素大小之比为 {across:.4g} × {down:.4g}；MS 的像素大小必须是 PAN 的整数倍：请先对 MS 重采样。</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not lie on one grid: MS is off by up to {off:.2f} PAN pixels; warp MS to PAN's grid first.</source>
            <translation>PAN 文件 {pan!r} 与 MS 文件 {ms!r} 不在同一格网上：MS 的偏差最大达 {off:.2f} 个 PAN 像素；请先用“变形 (重投影)”将 MS 对齐到 PAN 的格网。</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have no georeference and sizes of ratio {across:.3f} x {down:.3f}; PAN must be a whole number of times as large as MS in both directions.</source>
            <translation>PAN 文件 {pan!r} 与 MS 文件 {ms!r} 没有地理参考，且其尺寸之比为 {across:.3f} × {down:.3f}；PAN 在两个方向上的尺寸都必须是 MS 的整数倍。</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not show the same ground: by their control points or RPC a corner of MS is off by {off:.0f} PAN pixels; choose a pair of one place, or warp both to one grid first.</source>
            <translation>PAN 文件 {pan!r} 与 MS 文件 {ms!r} 显示的不是同一地面：根据其控制点或 RPC，MS 的一个角偏差 {off:.0f} 个 PAN 像素；请选择同一地点的影像对，或先将两者对齐到同一格网。</translation>
        </message>
        <message>
            <location filename="../backend/sharpen.py" />
            <source>Memory does not suffice for {columns} x {rows} pixels; going on in smaller blocks</source>
            <translation>内存不足以处理 {columns} × {rows} 像素；将以更小的分块继续</translation>
        </message>
        <message>
            <location filename="../backend/sharpen.py" />
            <source>Lossy compression may leave values in pixels without data, and make others look as if they had none; choose a lossless one where that matters</source>
            <translation>有损压缩可能在无数据的像素中留下数值，并使其他像素看似无数据；如果这很重要，请选择无损压缩</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>cancelled; no output was left behind.</source>
            <translation>已取消；未留下任何输出。</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} below and {right:.1f} to the right of MS (in PAN pixels)</source>
            <translation>PAN 相对 MS 下移 {down:.1f}、右移 {right:.1f} 个 PAN 像素</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{place}; its detail is moved onto MS, whose position the result keeps</source>
            <translation>{place}；其细节将移到 MS 上，结果保持 MS 的位置</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} below MS (in PAN pixels)</source>
            <translation>PAN 相对 MS 下移 {down:.1f} 个 PAN 像素</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {right:.1f} to the right of MS (in PAN pixels)</source>
            <translation>PAN 相对 MS 右移 {right:.1f} 个 PAN 像素</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} above and {right:.1f} to the left of MS (in PAN pixels)</source>
            <translation>PAN 相对 MS 上移 {down:.1f}、左移 {right:.1f} 个 PAN 像素</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} above and {right:.1f} to the right of MS (in PAN pixels)</source>
            <translation>PAN 相对 MS 上移 {down:.1f}、右移 {right:.1f} 个 PAN 像素</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} below and {right:.1f} to the left of MS (in PAN pixels)</source>
            <translation>PAN 相对 MS 下移 {down:.1f}、左移 {right:.1f} 个 PAN 像素</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>Model {model} {version} on engine {engine} ({device})</source>
            <translation>模型 {model} {version}，引擎 {engine}（{device}）</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>model file {path!r} returns blocks of another size than its card promises; use a bundled model.</source>
            <translation>模型文件 {path!r} 返回的分块大小与其模型卡的声明不符；请使用随附的模型。</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS lies {off:.1f} PAN pixels lower and further right than PAN, as where single pixels of a finer image were kept; its colours are moved onto PAN</source>
            <translation>MS 比 PAN 偏下、偏右各 {off:.1f} 个 PAN 像素，如同只保留更精细影像中个别像素的情形；其颜色将移到 PAN 上</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{place} once that is undone; its detail is moved by as much</source>
            <translation>修正之后，{place}；其细节将移动相同的距离</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} above MS (in PAN pixels)</source>
            <translation>PAN 相对 MS 上移 {down:.1f} 个 PAN 像素</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {right:.1f} to the left of MS (in PAN pixels)</source>
            <translation>PAN 相对 MS 左移 {right:.1f} 个 PAN 像素</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS file {path!r} has transparency as its band {number}; extract the other bands.</source>
            <translation>MS 文件 {path!r} 的第 {number} 波段是透明波段；请提取其他波段。</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{bands} bands take {passes} passes of this model</source>
            <translation>{bands} 个波段需用此模型处理 {passes} 次</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>No pixel holds data in both rasters; the output will be empty</source>
            <translation>没有像素在两个栅格中都有数据；输出将为空</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS lies {off:.1f} PAN pixels higher and further left than PAN, as where single pixels of a finer image were kept; its colours are moved onto PAN</source>
            <translation>MS 比 PAN 偏上、偏左各 {off:.1f} 个 PAN 像素，如同只保留更精细影像中个别像素的情形；其颜色将移到 PAN 上</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS has bands without any data ({numbers}), and pixels count only where all bands hold some; leave these bands out</source>
            <translation>MS 含有完全没有数据的波段（{numbers}），而只有所有波段都有数据的像素才有效；请去掉这些波段</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{role} has pixels of {value:g}, far from all others; if they hold no data, state this value as its nodata value and run again</source>
            <translation>{role} 含有值为 {value:g} 的像素，与其他所有值相差很大；如果它们不含数据，请将该值设为文件的无数据值，然后重新运行</translation>
        </message>
    </context>
</TS>
