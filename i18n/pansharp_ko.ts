<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
    <context>
        <name>Pansharp</name>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Pansharpen</source>
            <translation>팬샤프닝</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Pansharpening</source>
            <translation>팬샤프닝</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>pansharpening,sharpen,fusion,panchromatic,multispectral,resolution,satellite,deep learning,neural network</source>
            <translation>팬샤프닝,선명화,영상 융합,전정색,다중분광,해상도,위성영상,딥러닝,신경망,pansharpening,sharpen,fusion</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Gives a multispectral raster the detail of a panchromatic one.</source>
            <translation>전정색 래스터의 세부를 다중분광 래스터에 입힙니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Gives a multispectral raster (MS) the detail of the panchromatic raster (PAN) of the same scene, with a trained neural network.</source>
            <translation>학습된 신경망을 사용하여 같은 지역을 촬영한 전정색 래스터(PAN)의 세부를 다중분광 래스터(MS)에 입힙니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>PAN must have exactly one band. Both rasters must have the same coordinate reference system, and PAN's pixels must be smaller than those of MS by a whole number that a model was trained for.</source>
            <translation>PAN은 밴드가 정확히 하나여야 합니다. 두 래스터의 좌표계가 같아야 하며, MS의 픽셀 크기는 PAN의 정수배이고 그 배율로 학습된 모델이 있어야 합니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>MS may have any bands in any order. Bands are known by their names, such as blue, red edge or NIR; those that the model was not trained for are sharpened like the one nearest in wavelength, which takes longer.</source>
            <translation>MS의 밴드 종류와 순서는 자유입니다. 밴드는 blue, red edge, NIR 같은 이름으로 식별됩니다. 모델이 학습하지 않은 밴드는 파장이 가장 가까운 밴드처럼 선명화되며, 그만큼 시간이 더 걸립니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The result covers what both rasters cover. It has PAN's grid, and the data type, bands and nodata of MS.</source>
            <translation>결과는 두 래스터가 모두 덮는 범위입니다. 그리드는 PAN을, 데이터 유형과 밴드와 NoData는 MS를 따릅니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Method: 'auto' takes the best model for the scene; 'sipsanet' (SIPSA-Net) also copes with things that moved between the two images; 'cf2n' (CF2N) fuses coarse and fine features of both.</source>
            <translation>기법: 'auto'는 영상에 가장 알맞은 모델을 고릅니다. 'sipsanet'(SIPSA-Net)은 두 영상 사이에 움직인 물체도 처리합니다. 'cf2n'(CF2N)은 두 영상의 거친 특징과 세밀한 특징을 융합합니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Engine: 'builtin' runs on the NumPy that QGIS has. The others are faster, and are installed in QGIS's options under Pansharp; 'auto' takes the fastest one here.</source>
            <translation>엔진: 'builtin'은 QGIS에 포함된 NumPy로 실행됩니다. 다른 엔진은 더 빠르며 QGIS 옵션의 Pansharp에서 설치합니다. 'auto'는 이 컴퓨터에서 가장 빠른 엔진을 사용합니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Scenes may have any size: rasters are read and written block by block. The result appears under its name only when it is complete.</source>
            <translation>영상의 크기에는 제한이 없습니다. 래스터를 블록 단위로 읽고 씁니다. 결과는 완성된 뒤에야 지정한 이름으로 나타납니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Panchromatic layer (PAN)</source>
            <translation>전정색 레이어(PAN)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>The fine raster with exactly one band.</source>
            <translation>밴드가 정확히 하나인 고해상도 래스터입니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Multispectral layer (MS)</source>
            <translation>다중분광 레이어(MS)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The coarse raster with any bands, of the same scene and in the same system.</source>
            <translation>같은 지역을 촬영한, 좌표계가 같은 저해상도 래스터입니다. 밴드는 자유입니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Method</source>
            <translation>기법</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The network that sharpens; 'auto' takes the best one that fits the scene.</source>
            <translation>선명화하는 네트워크입니다. 'auto'는 영상에 맞는 가장 좋은 것을 고릅니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Area to sharpen</source>
            <translation>선명화할 범위</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Only this part of the scene is sharpened, with the pixels that all of it would have there; without an area it is all of the scene.</source>
            <translation>영상의 이 부분만 선명화합니다. 픽셀 값은 영상 전체를 처리할 때와 같습니다. 범위를 지정하지 않으면 영상 전체를 처리합니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/engines/page.py" />
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Engine</source>
            <translation>엔진</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>What runs the network: 'builtin' needs nothing but QGIS, the others must be installed; 'auto' is the fastest one here.</source>
            <translation>네트워크를 실행하는 엔진: 'builtin'은 QGIS만 있으면 되고 다른 엔진은 설치해야 합니다. 'auto'는 이 컴퓨터에서 가장 빠른 엔진입니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Device</source>
            <translation>장치</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>What the engine runs on: auto, cpu, or another one that it has, such as cuda:0.</source>
            <translation>엔진이 실행될 장치: auto, cpu 또는 cuda:0과 같이 엔진이 사용할 수 있는 다른 장치.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Additional creation options</source>
            <translation>추가 생성 옵션</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>GeoTIFF creation options as KEY=VALUE, separated by '|', such as COMPRESS=ZSTD|NUM_THREADS=2; they replace the plugin's own choice.</source>
            <translation>GeoTIFF 생성 옵션을 KEY=VALUE 형식으로 '|'로 구분하여 지정합니다(예: COMPRESS=ZSTD|NUM_THREADS=2). 플러그인의 기본 선택을 대체합니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Pansharpened</source>
            <translation>팬샤프닝 영상</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The sharpened raster, a GeoTIFF.</source>
            <translation>선명화된 래스터(GeoTIFF)입니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Model that was used</source>
            <translation>사용한 모델</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Engine that ran it</source>
            <translation>사용한 엔진</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Device that it ran on</source>
            <translation>사용한 장치</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Time taken in seconds</source>
            <translation>소요 시간(초)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>Million PAN pixels per second</source>
            <translation>처리 속도(백만 PAN 픽셀/초)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>{bands} bands of {columns} x {rows} pixels in {seconds:.1f} s</source>
            <translation>밴드 {bands}개, {columns} × {rows}픽셀, {seconds:.1f}초</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>The area '{value}' is empty; choose another one, or none for all of the scene.</source>
            <translation>지정한 범위('{value}')가 비어 있습니다. 다른 범위를 선택하거나, 영상 전체를 처리하려면 범위를 비워 두십시오.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/algorithms/sharpen.py" />
            <source>{role} raster '{value}' cannot be opened; check its path.</source>
            <translation>{role} 래스터('{value}')를 열 수 없습니다. 경로를 확인하십시오.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Automatic</source>
            <translation>자동</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <source>Built-in (NumPy)</source>
            <translation>내장 (NumPy)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Processor</source>
            <translation>CPU</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>{count} bands</source>
            <translation>밴드 {count}개</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/choices.py" />
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>ratio {ratio}</source>
            <translation>해상도 비 {ratio}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>PAN and MS lie on each other</source>
            <translation>PAN과 MS의 위치가 일치</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>; both methods make up for it</source>
            <translation>(두 기법 모두 보정합니다)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>PAN lies {down} pixels down and {right} right of MS</source>
            <translation>PAN이 MS보다 아래로 {down}, 오른쪽으로 {right}픽셀 어긋남</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>overlap {percent} %</source>
            <translation>중첩 {percent}%</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/pair_summary.py" />
            <source>{bits} bits</source>
            <translation>{bits}비트</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>[Temporary file]</source>
            <translation>[임시 파일]</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Choose a PAN file</source>
            <translation>PAN 파일 선택</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Choose an MS file</source>
            <translation>MS 파일 선택</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Brings colours to where PAN shows things: for cars and crooked pairs.</source>
            <translation>PAN에 보이는 물체의 위치에 색을 맞춥니다. 움직이는 차량이나 위치가 어긋난 영상 쌍에 알맞습니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Choose a model file</source>
            <translation>모델 파일 선택</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Models (*.onnx)</source>
            <translation>모델 (*.onnx)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Sharpening the preview…</source>
            <translation>미리보기를 선명화하는 중…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Preview shows a small window of the result beside the MS.</source>
            <translation>미리보기는 결과의 작은 일부를 MS와 나란히 보여 줍니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Run</source>
            <translation>실행(&amp;R)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>about {count} h</source>
            <translation>약 {count}시간</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Choose a PAN and an MS layer of the same place.</source>
            <translation>같은 곳의 PAN 레이어와 MS 레이어를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Comes closest to the truth where PAN and MS fit.</source>
            <translation>PAN과 MS의 위치가 맞으면 실제에 가장 가까운 결과를 냅니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>{name} pansharpened</source>
            <translation>{name} 팬샤프닝</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>No area is chosen yet; choose one, or untick it for all of the scene.</source>
            <translation>아직 범위를 선택하지 않았습니다. 범위를 선택하거나, 영상 전체를 처리하려면 선택을 해제하세요.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>about {count} s</source>
            <translation>약 {count}초</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>about {count} min</source>
            <translation>약 {count}분</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Model {model}; drag the handle, roll the wheel to zoom.</source>
            <translation>모델 {model}. 손잡이를 끌어 비교하고 휠을 굴려 확대·축소하십시오.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>&amp;Run ({count} queued)</source>
            <translation>실행({count}건 대기)(&amp;R)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen_dialog.py" />
            <source>Result: up to {size}</source>
            <translation>결과: 최대 {size}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Choose the folder that 'pansharp engines bundle' has filled</source>
            <translation>'pansharp engines bundle'로 준비한 폴더 선택</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Not installed</source>
            <translation>설치되지 않음</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>My own Python</source>
            <translation>내 Python</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Installed</source>
            <translation>설치됨</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install</source>
            <translation>설치</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install from folder…</source>
            <translation>폴더에서 설치…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Use my own Python…</source>
            <translation>내 Python 사용…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Test</source>
            <translation>테스트</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Remove</source>
            <translation>제거</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <location filename="../qgis_pansharp/runs.py" />
            <source>Cancel</source>
            <translation>취소</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Show log</source>
            <translation>로그 보기</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install variant {variant} ({size} GB)</source>
            <translation>변형 {variant} 설치({size} GB)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Choose a Python interpreter</source>
            <translation>Python 인터프리터 선택</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Always there</source>
            <translation>항상 사용 가능</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>In QGIS's Python</source>
            <translation>QGIS의 Python에 있음</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Runs on</source>
            <translation>실행 장치</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>State</source>
            <translation>상태</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Version</source>
            <translation>버전</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Mpx/s</source>
            <translation>Mpx/초</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Size</source>
            <translation>크기</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Install again</source>
            <translation>다시 설치</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Installing the engine {engine}</source>
            <translation>{engine} 엔진을 설치하는 중</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Removing the engine {engine}</source>
            <translation>{engine} 엔진을 제거하는 중</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Checking {path}</source>
            <translation>{path} 확인하는 중</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Testing the engine {engine}</source>
            <translation>{engine} 엔진을 테스트하는 중</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Cancelled; what was installed before still is.</source>
            <translation>취소되었습니다. 이전에 설치한 것은 그대로 남아 있습니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/page.py" />
            <source>Done.</source>
            <translation>완료되었습니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/engines/task.py" />
            <source>This failed unexpectedly; please report it with the log.</source>
            <translation>예기치 않게 실패했습니다. 로그와 함께 보고하십시오.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/errors.py" />
            <source>Cancelled; no output was left behind.</source>
            <translation>취소되었습니다. 산출물은 남아 있지 않습니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/errors.py" />
            <source>Memory does not suffice for this pair; close other programs and try again.</source>
            <translation>이 영상 쌍을 처리하기에 메모리가 부족합니다. 다른 프로그램을 닫고 다시 시도하십시오.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/errors.py" />
            <source>Sharpening failed unexpectedly ({reason}); please report this with the log.</source>
            <translation>선명화가 예기치 않게 실패했습니다({reason}). 로그와 함께 보고하십시오.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>{role} layer '{name}' is not a raster file (its source is '{provider}'); export it as GeoTIFF and use that file.</source>
            <translation>{role} 레이어 '{name}'의 원본은 래스터 파일이 아닙니다('{provider}'). GeoTIFF로 내보낸 뒤 그 파일을 사용하십시오.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>{role} layer '{name}' is opened with options of its own ({options}); add its file to the project again without them.</source>
            <translation>{role} 레이어 '{name}'에는 자체 옵션({options})이 적용되어 있습니다. 옵션 없이 파일을 프로젝트에 다시 추가하십시오.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>{role} layer '{name}' lies on a server; save it as a file on this computer and use that.</source>
            <translation>{role} 레이어 '{name}'의 원본이 서버에 있습니다. 이 컴퓨터에 파일로 저장한 뒤 그 파일을 사용하십시오.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/layer_files.py" />
            <source>PAN layer '{name}' has no georeference of its own, so no area of it can be chosen on the map; leave the area empty, or warp both layers first.</source>
            <translation>PAN 레이어 '{name}'에는 자체 지리참조가 없어 맵에서 범위를 선택할 수 없습니다. 범위를 비워 두거나 먼저 두 레이어를 워프하십시오.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>The dialog begins with these; the Processing tool has its own choices.</source>
            <translation>대화창의 초기 설정입니다. 공간 처리 도구의 설정은 따로 있습니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <location filename="../qgis_pansharp/plugin.py" />
            <source>User guide</source>
            <translation>사용자 안내서</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Engines</source>
            <translation>엔진</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Threads</source>
            <translation>스레드 수</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Memory for a block</source>
            <translation>블록당 메모리</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Block size in PAN pixels</source>
            <translation>블록 크기(PAN 픽셀)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Folder of further models</source>
            <translation>추가 모델 폴더</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/options_page.py" />
            <source>Folder of results</source>
            <translation>결과 폴더</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/plugin.py" />
            <source>Pansharpen…</source>
            <translation>팬샤프닝…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>Pansharpened with Pansharp on {when}</source>
            <translation>{when}에 Pansharp로 팬샤프닝함</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>Model: {model}, method {method}</source>
            <translation>모델: {model}, 기법: {method}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/result_layer.py" />
            <source>Engine: {engine} on {device}</source>
            <translation>엔진: {engine}, 장치: {device}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>waiting</source>
            <translation>대기 중</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>about {count} h left</source>
            <translation>약 {count}시간 남음</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>Pansharpen {name}</source>
            <translation>팬샤프닝: {name}</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>Details</source>
            <translation>상세</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>stopping</source>
            <translation>중지 중</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>about {count} s left</source>
            <translation>약 {count}초 남음</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>about {count} min left</source>
            <translation>약 {count}분 남음</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>Pansharpening was cancelled; no output was left behind.</source>
            <translation>팬샤프닝이 취소되었습니다. 산출물은 남아 있지 않습니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>{name} is ready: {columns} x {rows} pixels in {seconds} s.</source>
            <translation>{name} 완료: {columns} × {rows}픽셀, {seconds}초.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>{count} waiting</source>
            <translation>{count}건 대기 중</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/runs.py" />
            <source>The result {path} was written, but cannot be loaded.</source>
            <translation>결과 파일({path})을 저장했지만 불러올 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/task.py" />
            <source>Sharpening failed unexpectedly; please report this with the log.</source>
            <translation>선명화가 예기치 않게 실패했습니다. 로그와 함께 보고하십시오.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Scene</source>
            <translation>영상</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;PAN layer</source>
            <translation>PAN 레이어(&amp;P)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;MS layer</source>
            <translation>MS 레이어(&amp;M)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>The coarse raster with several bands, of the same scene.</source>
            <translation>같은 지역을 촬영한, 밴드가 여러 개인 저해상도 래스터입니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Sharpening</source>
            <translation>선명화</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Me&amp;thod</source>
            <translation>기법(&amp;T)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>M&amp;odel</source>
            <translation>모델(&amp;O)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Only this &amp;area</source>
            <translation>이 범위만(&amp;A)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Result</source>
            <translation>결과</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Output &amp;file</source>
            <translation>산출 파일(&amp;F)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Add the result as a &amp;layer</source>
            <translation>결과를 레이어로 추가(&amp;L)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Advanced</source>
            <translation>고급</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Engine</source>
            <translation>엔진(&amp;E)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Device</source>
            <translation>장치(&amp;D)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>What the engine computes on; type the name of another one, such as cuda:1.</source>
            <translation>엔진이 계산에 사용하는 장치입니다. cuda:1과 같이 다른 이름을 입력할 수도 있습니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>&amp;Creation options</source>
            <translation>생성 옵션(&amp;C)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>GeoTIFF creation options as KEY=VALUE, separated by '|'; they replace the plugin's own choice.</source>
            <translation>GeoTIFF 생성 옵션을 KEY=VALUE 형식으로 '|'로 구분하여 지정합니다. 플러그인의 기본 선택을 대체합니다.</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Open options…</source>
            <translation>옵션 열기…</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Pre&amp;view</source>
            <translation>미리보기(&amp;V)</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Sharpen a small window at the centre of the map canvas</source>
            <translation>맵 캔버스 중앙의 작은 부분을 선명화합니다</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Method that the preview shows</source>
            <translation>미리보기에 표시할 기법</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Pick a place</source>
            <translation>위치 지정</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Click in the map where the preview shall be</source>
            <translation>미리보기할 위치를 맵에서 클릭합니다</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Zoom out</source>
            <translation>축소</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Zoom in</source>
            <translation>확대</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Help</source>
            <translation>도움말</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Reset</source>
            <translation>리셋</translation>
        </message>
        <message>
            <location filename="../qgis_pansharp/dialog/sharpen.ui" />
            <source>Close</source>
            <translation>닫기</translation>
        </message>
        <message>
            <location filename="../backend/area.py" />
            <source>area {area} and the overlap of PAN file {pan!r} and MS file {ms!r} have no pixel in common; give an area inside {extent}.</source>
            <translation>지정한 범위 {area} 안에는 PAN 파일({pan!r})과 MS 파일({ms!r})이 중첩하는 픽셀이 없습니다. {extent} 안쪽의 범위를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/area.py" />
            <source>area {area} is no rectangle; give four finite numbers: xmin, ymin, xmax, ymax.</source>
            <translation>지정한 범위 {area} 값은 사각형이 아닙니다. 유한한 숫자 4개를 xmin, ymin, xmax, ymax 순서로 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/area.py" />
            <source>area {area} is empty; give xmin and ymin first, each less than its maximum.</source>
            <translation>지정한 범위 {area} 값은 비어 있습니다. xmin과 ymin을 먼저, 각각 최댓값보다 작게 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/cli.py" />
            <source>memory does not suffice even for small blocks; close other programs.</source>
            <translation>작은 블록을 처리하기에도 메모리가 부족합니다. 다른 프로그램을 닫으십시오.</translation>
        </message>
        <message>
            <location filename="../backend/cli.py" />
            <source>unexpected failure ({reason}); please report it with the input.</source>
            <translation>예기치 않은 오류가 발생했습니다({reason}). 입력 자료와 함께 보고하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/cli_engines.py" />
            <source>This computer is none that engines can be fetched for; give --platform and --python.</source>
            <translation>이 컴퓨터용 엔진은 내려받을 수 없습니다. --platform과 --python을 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/engines/__init__.py" />
            <source>There is no engine named '{name}'; choose one of: {choices}.</source>
            <translation>'{name}' 엔진은 없습니다. 다음 중에서 선택하십시오: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/engines/__init__.py" />
            <source>The engine builtin has no device {device}, only cpu; choose that, or another engine.</source>
            <translation>builtin 엔진에는 {device} 장치가 없고 cpu만 있습니다. cpu를 선택하거나 다른 엔진을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/engines/__init__.py" />
            <location filename="../backend/engines/at_hand.py" />
            <location filename="../backend/environments/checking.py" />
            <source>the package {package} is not installed</source>
            <translation>{package} 패키지가 설치되어 있지 않음</translation>
        </message>
        <message>
            <location filename="../backend/engines/at_hand.py" />
            <source>The engine {name} cannot be used here ({reason}); install it, or choose the engine builtin, which needs nothing.</source>
            <translation>여기서는 {name} 엔진을 사용할 수 없습니다({reason}). 엔진을 설치하거나, 다른 것이 필요 없는 builtin 엔진을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/engines/base.py" />
            <source>The engine {name} was closed; create it again to use it.</source>
            <translation>{name} 엔진이 닫혔습니다. 사용하려면 다시 생성하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/engines/base.py" />
            <source>A block of PAN with shape {pan} and MS with shape {ms} cannot be sharpened; (1, H, W) and (bands, h, w) are needed.</source>
            <translation>PAN의 형상이 {pan}, MS의 형상이 {ms}인 블록은 선명화할 수 없습니다. (1, H, W) 및 (밴드 수, h, w) 형상이 필요합니다.</translation>
        </message>
        <message>
            <location filename="../backend/engines/builtin.py" />
            <source>The model file {path} cannot be used with the built-in engine ({reason}); choose another engine or another model.</source>
            <translation>모델 파일({path})은 내장 엔진에서 사용할 수 없습니다({reason}). 다른 엔진이나 다른 모델을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/engines/builtin.py" />
            <source>The model {path} cannot sharpen a block with PAN {pan} and MS {ms} ({reason}); check that the model is made for this number of bands and this ratio, or choose a larger block.</source>
            <translation>모델({path})로는 PAN이 {pan}, MS가 {ms}인 블록을 선명화할 수 없습니다({reason}). 모델이 이 밴드 수와 해상도 비에 맞는지 확인하거나 더 큰 블록을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>No engine here has a device {device}; choose auto, or another one.</source>
            <translation>여기에는 {device} 장치를 가진 엔진이 없습니다. auto 또는 다른 장치를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>Engines by megapixels per second here: {list}</source>
            <translation>이 컴퓨터에서의 엔진 속도(초당 메가픽셀): {list}</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>Measuring how fast the engine {engine} is here</source>
            <translation>이 컴퓨터에서 {engine} 엔진의 속도를 측정하는 중</translation>
        </message>
        <message>
            <location filename="../backend/engines/choosing.py" />
            <source>{engine} on {device}: {problem}</source>
            <translation>{engine}({device}): {problem}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <source>it answered with garbage: {what}</source>
            <translation>이해할 수 없는 응답을 했음: {what}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <source>its process ended with code {code}</source>
            <translation>프로세스가 코드 {code}(으)로 종료됨</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <source>its process was ended by the signal {name}</source>
            <translation>프로세스가 {name} 신호로 종료됨</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <source>it cannot open shared memory: {what}</source>
            <translation>공유 메모리를 열 수 없음: {what}</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <source>it closed its output</source>
            <translation>출력을 닫았음</translation>
        </message>
        <message>
            <location filename="../backend/engines/isolated.py" />
            <location filename="../backend/environments/checking.py" />
            <location filename="../backend/environments/interpreters.py" />
            <source>it did not answer in time</source>
            <translation>제때 응답하지 않음</translation>
        </message>
        <message>
            <location filename="../backend/engines/openvino_engine.py" />
            <location filename="../backend/engines/runtime.py" />
            <source>The engine {name} was stopped.</source>
            <translation>{name} 엔진이 중지되었습니다.</translation>
        </message>
        <message>
            <location filename="../backend/engines/ort.py" />
            <source>ONNX Runtime found the device {device} but cannot use it; check its driver, or choose the device cpu.</source>
            <translation>ONNX Runtime이 {device} 장치를 찾았지만 사용할 수 없습니다. 드라이버를 확인하거나 cpu 장치를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/engines/protocol.py" />
            <source>The engine failed ({reason}); choose another engine.</source>
            <translation>엔진이 실패했습니다({reason}). 다른 엔진을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The engine {name} has no device {device} here; choose one of: {choices}.</source>
            <translation>여기에는 {name} 엔진이 사용할 수 있는 {device} 장치가 없습니다. 다음 중에서 선택하십시오: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The model file {path} cannot be read; check that it exists and that you may read it.</source>
            <translation>모델 파일({path})을 읽을 수 없습니다. 파일이 있는지, 읽기 권한이 있는지 확인하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The engine {name} cannot be loaded ({reason}); install it with 'pip install {package}', or choose the engine builtin, which needs nothing.</source>
            <translation>{name} 엔진을 불러올 수 없습니다({reason}). 'pip install {package}' 명령으로 설치하거나, 다른 것이 필요 없는 builtin 엔진을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>The model file {path} cannot be used with {title} ({reason}); copy or download the file again, or choose another model.</source>
            <translation>모델 파일({path})은 {title}에서 사용할 수 없습니다({reason}). 파일을 다시 복사하거나 내려받으십시오. 또는 다른 모델을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/engines/runtime.py" />
            <source>{title} cannot sharpen a block with PAN {pan} and MS {ms} using {path} ({reason}); check that the model is made for this number of bands and this ratio, or choose a larger block.</source>
            <translation>{title}에서 모델({path})로 PAN이 {pan}, MS가 {ms}인 블록을 선명화할 수 없습니다({reason}). 모델이 이 밴드 수와 해상도 비에 맞는지 확인하거나 더 큰 블록을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/engines/steady.py" />
            <source>Going on with the engine {engine} ({device}) instead of {before}</source>
            <translation>{before} 대신 {engine} 엔진({device})으로 계속합니다</translation>
        </message>
        <message>
            <location filename="../backend/engines/steady.py" />
            <source>It had printed: {text}</source>
            <translation>출력 내용: {text}</translation>
        </message>
        <message>
            <location filename="../backend/engines/torch_runners.py" />
            <source>16 bits did not suffice for a block; choose the precision full, or another engine.</source>
            <translation>16비트로는 처리할 수 없는 블록이 있었습니다. 정밀도 full을 선택하거나 다른 엔진을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor</source>
            <translation>CPU</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>graphics cards of NVIDIA</source>
            <translation>NVIDIA 그래픽 카드</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>There is no engine named '{name}' to install; choose one of: {choices}.</source>
            <translation>설치할 수 있는 '{name}' 엔진은 없습니다. 다음 중에서 선택하십시오: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>The engine {engine} has no variant {variant}; choose one of: {choices}.</source>
            <translation>{engine} 엔진에는 {variant} 변형이 없습니다. 다음 중에서 선택하십시오: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor and any graphics card</source>
            <translation>CPU와 모든 그래픽 카드</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor and graphics of Intel</source>
            <translation>CPU와 Intel GPU</translation>
        </message>
        <message>
            <location filename="../backend/environments/catalog.py" />
            <source>the processor, and graphics of Apple</source>
            <translation>CPU와 Apple GPU</translation>
        </message>
        <message>
            <location filename="../backend/environments/checking.py" />
            <source>its {title} is {version}, but {oldest} to below {below} is needed</source>
            <translation>설치된 {title} 버전: {version}, 필요한 버전: {oldest} 이상 {below} 미만</translation>
        </message>
        <message>
            <location filename="../backend/environments/choosing.py" />
            <source>There is no platform '{name}'; choose one of: {choices}.</source>
            <translation>'{name}' 플랫폼은 없습니다. 다음 중에서 선택하십시오: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/choosing.py" />
            <source>Python '{name}' is not supported; choose one of: {choices}.</source>
            <translation>Python '{name}' 버전은 지원되지 않습니다. 다음 중에서 선택하십시오: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/environments/choosing.py" />
            <source>The engine {engine} needs {needed} in the folder {folder}, which has {free} of free space; free some, or choose another folder.</source>
            <translation>{engine} 엔진을 설치하려면 폴더({folder})에 {needed}의 공간이 필요하지만, 여유 공간은 {free}입니다. 공간을 확보하거나 다른 폴더를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because a package is damaged or is not the one that was tested; try again, and ask whoever runs your proxy or package index if that does not help.</source>
            <translation>패키지가 손상되었거나 테스트를 거친 것이 아니어서 {engine} 엔진을 설치하지 못했습니다. 다시 시도하고, 그래도 해결되지 않으면 프록시 또는 패키지 인덱스의 관리자에게 문의하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because the disk is full; free some space, or choose another folder.</source>
            <translation>디스크가 가득 차서 {engine} 엔진을 설치하지 못했습니다. 공간을 확보하거나 다른 폴더를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because file names get too long for Windows; choose a folder with a shorter path, such as C:\pansharp.</source>
            <translation>파일 이름이 Windows에서 허용하는 길이를 넘어 {engine} 엔진을 설치하지 못했습니다. C:\pansharp와 같이 경로가 더 짧은 폴더를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because another program, often a virus scanner, keeps Windows from writing or starting its files; wait a minute and try again, or have the folder {folder} excepted from scanning.</source>
            <translation>다른 프로그램(주로 백신)이 Windows에서 파일을 쓰거나 실행하지 못하게 막아 {engine} 엔진을 설치하지 못했습니다. 1분쯤 기다렸다가 다시 시도하거나, 폴더({folder})를 검사 대상에서 제외하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because the folder {folder} may not be written to; choose a folder of your own, or ask whoever manages this computer.</source>
            <translation>폴더({folder})의 쓰기 권한이 없어 {engine} 엔진을 설치하지 못했습니다. 자신의 폴더를 선택하거나 이 컴퓨터의 관리자에게 문의하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} does not start because a library of Windows is missing; install Microsoft's Visual C++ Redistributable (x64) for Visual Studio 2015 to 2022, or choose another engine.</source>
            <translation>Windows 라이브러리가 없어 {engine} 엔진이 시작되지 않습니다. Visual Studio 2015~2022용 Microsoft Visual C++ Redistributable(x64)을 설치하거나 다른 엔진을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} does not start because this system lacks a library or is too old ({reason}); choose another engine, or use a Python of your own.</source>
            <translation>이 시스템에 라이브러리가 없거나 시스템이 너무 오래되어 {engine} 엔진이 시작되지 않습니다({reason}). 다른 엔진을 선택하거나 자신의 Python을 사용하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the proxy wants a user name and password (407); enter them in QGIS under Settings &gt; Options &gt; Network, or give --proxy on the command line.</source>
            <translation>프록시가 사용자 이름과 비밀번호를 요구하여(407) {engine} 엔진을 내려받지 못했습니다. QGIS의 '설정 &gt; 옵션 &gt; 네트워크'에서 입력하거나 명령줄에서 --proxy를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the proxy {proxy} refuses or does not answer; check it in QGIS under Settings &gt; Options &gt; Network, or install from a folder that was filled on another computer.</source>
            <translation>프록시({proxy})가 연결을 거부하거나 응답하지 않아 {engine} 엔진을 내려받지 못했습니다. QGIS의 '설정 &gt; 옵션 &gt; 네트워크'에서 확인하거나, 다른 컴퓨터에서 준비한 폴더에서 설치하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index's certificate is not trusted; ask for your organisation's certificate and name its file in the environment variable PIP_CERT, or install from a folder that was filled on another computer.</source>
            <translation>패키지 인덱스의 인증서를 신뢰할 수 없어 {engine} 엔진을 내려받지 못했습니다. 소속 기관의 인증서를 요청하여 그 파일을 환경 변수 PIP_CERT에 지정하거나, 다른 컴퓨터에서 준비한 폴더에서 설치하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the Python {python} has no encryption (SSL); choose another Python, or install from a folder that was filled on another computer.</source>
            <translation>Python({python})에 암호화 기능(SSL)이 없어 {engine} 엔진을 내려받지 못했습니다. 다른 Python을 선택하거나, 다른 컴퓨터에서 준비한 폴더에서 설치하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index cannot be reached; check the network and the proxy, or install from a folder that was filled on another computer.</source>
            <translation>패키지 인덱스에 연결할 수 없어 {engine} 엔진을 내려받지 못했습니다. 네트워크와 프록시를 확인하거나, 다른 컴퓨터에서 준비한 폴더에서 설치하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index refuses access; check the index and its password in pip's settings, or install from a folder that was filled on another computer.</source>
            <translation>패키지 인덱스가 접근을 거부하여 {engine} 엔진을 내려받지 못했습니다. pip 설정에서 인덱스와 비밀번호를 확인하거나, 다른 컴퓨터에서 준비한 폴더에서 설치하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index is out of order or overloaded; try again later.</source>
            <translation>패키지 인덱스에 장애가 있거나 과부하가 걸려 {engine} 엔진을 내려받지 못했습니다. 나중에 다시 시도하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because there is no package of it for {python} or for a system as old as this one; choose another engine, or use a Python of your own.</source>
            <translation>{python} 또는 이처럼 오래된 시스템에 맞는 패키지가 없어 {engine} 엔진을 설치하지 못했습니다. 다른 엔진을 선택하거나 자신의 Python을 사용하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not fetched because the package index has no {build} for {python}; its makers keep builds without CUDA in an index of their own, so take the larger variant cuda, which works without a card too, give pip that index's address as extra-index-url (PyTorch's installation page shows it for Pip, Linux and CPU), or choose OpenVINO, which is faster on a processor.</source>
            <translation>패키지 인덱스에 {python}용 {build}이(가) 없어 엔진 {engine}을(를) 가져오지 못했습니다. CUDA 없는 빌드는 개발자의 자체 인덱스에 있습니다. 그래픽 카드 없이도 작동하는 더 큰 변형 cuda를 쓰거나, 그 주소를 pip의 extra-index-url로 지정하거나(PyTorch 설치 페이지에서 Pip, Linux, CPU를 고르면 나옵니다) 프로세서에서 더 빠른 OpenVINO를 선택하세요.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because the Python {python} has no pip; install it (on Debian and Ubuntu the package python3-venv), or choose another Python.</source>
            <translation>Python({python})에 pip가 없어 {engine} 엔진을 설치하지 못했습니다. pip를 설치하거나(Debian과 Ubuntu에서는 python3-venv 패키지) 다른 Python을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because memory does not suffice; close other programs and try again.</source>
            <translation>메모리가 부족하여 {engine} 엔진을 설치하지 못했습니다. 다른 프로그램을 닫고 다시 시도하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed because no Python was found that can make room for it; choose one of Python 3.9 to 3.14 yourself.</source>
            <translation>환경을 만들 수 있는 Python을 찾지 못해 {engine} 엔진을 설치하지 못했습니다. Python 3.9~3.14 중 하나를 직접 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The Python {python} cannot be used for the engine {engine} ({reason}); choose another one.</source>
            <translation>Python({python})은 {engine} 엔진에 사용할 수 없습니다({reason}). 다른 Python을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} cannot be changed while another installation is under way in {folder}; wait until it has ended.</source>
            <translation>폴더({folder})에서 다른 설치가 진행되는 동안에는 {engine} 엔진을 변경할 수 없습니다. 끝날 때까지 기다리십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} is not installed in {folder}; install it first.</source>
            <translation>{engine} 엔진이 폴더({folder})에 설치되어 있지 않습니다. 먼저 설치하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} does not work here ({reason}); choose another engine, or install it again.</source>
            <translation>여기서는 {engine} 엔진이 작동하지 않습니다({reason}). 다른 엔진을 선택하거나 다시 설치하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} cannot be used because its results differ from the built-in engine's by {reason} of 2047; choose another engine.</source>
            <translation>{engine} 엔진은 결과가 내장 엔진과 최댓값 2047 기준으로 {reason}만큼 달라 사용할 수 없습니다. 다른 엔진을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/failures.py" />
            <source>The engine {engine} was not installed ({reason}); the log tells more.</source>
            <translation>{engine} 엔진을 설치하지 못했습니다({reason}). 자세한 내용은 로그를 참조하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/fetching.py" />
            <source>{count} of {total} packages were fetched before and are used again</source>
            <translation>패키지 {total}개 중 {count}개는 이전에 내려받았으므로 다시 사용합니다</translation>
        </message>
        <message>
            <location filename="../backend/environments/fetching.py" />
            <source>Fetching {name} {version}, package {number} of {total} ({size} in all)</source>
            <translation>{name} {version} 내려받는 중(패키지 {number}/{total}, 총 {size})</translation>
        </message>
        <message>
            <location filename="../backend/environments/interpreters.py" />
            <source>it is no Python</source>
            <translation>Python이 아님</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>the Python that it was installed with has gone or changed; install it again</source>
            <translation>설치에 사용한 Python이 없어졌거나 변경되었으므로 엔진을 다시 설치해야 함</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>{title} for {use}, with {python}</source>
            <translation>{use}용 {title}, {python} 사용</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>Checking that it sharpens, and how fast</source>
            <translation>선명화 동작과 속도를 확인하는 중</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>it is {python}, but 3.9 to 3.14 is needed</source>
            <translation>확인된 버전: {python}, 필요한 버전: 3.9~3.14</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>Unpacking {count} packages</source>
            <translation>패키지 {count}개를 푸는 중</translation>
        </message>
        <message>
            <location filename="../backend/environments/manager.py" />
            <source>Some old files are still in use and stay for now.</source>
            <translation>일부 이전 파일은 아직 사용 중이어서 당분간 그대로 둡니다.</translation>
        </message>
        <message>
            <location filename="../backend/environments/pins.py" />
            <location filename="../backend/environments/wheels.py" />
            <source>Python {version} on {system}</source>
            <translation>{system}의 Python {version}</translation>
        </message>
        <message>
            <location filename="../backend/environments/pins.py" />
            <source>The plugin's file {path} cannot be read ({reason}); install the plugin again.</source>
            <translation>플러그인 파일({path})을 읽을 수 없습니다({reason}). 플러그인을 다시 설치하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/processes.py" />
            <source>cancelled; what was installed before still is.</source>
            <translation>취소되었습니다. 이전에 설치한 것은 그대로 남아 있습니다.</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The folder {folder} was filled for the engine {filled}, not for {engine}; choose another folder.</source>
            <translation>폴더({folder})는 {engine} 엔진이 아니라 {filled} 엔진용으로 준비되었습니다. 다른 폴더를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The folder {folder} was filled for {filled}, but this is {here}; fill one for this computer with 'pansharp engines bundle {engine} --platform {platform} --python {python}'.</source>
            <translation>폴더({folder})는 {filled}용으로 준비되었지만 여기의 환경은 {here}입니다. 'pansharp engines bundle {engine} --platform {platform} --python {python}' 명령으로 이 컴퓨터용 폴더를 준비하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The file {path} is damaged, or is not the one that was tested; copy it again.</source>
            <translation>파일({path})이 손상되었거나 테스트를 거친 것이 아닙니다. 다시 복사하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/environments/wheels.py" />
            <source>The folder {folder} lacks the package {package} {version} for {target}; fill it with this version of the plugin by 'pansharp engines bundle {engine}'.</source>
            <translation>폴더({folder})에 {target}용 패키지 {package} {version}이(가) 없습니다. 이 버전의 플러그인에서 'pansharp engines bundle {engine}' 명령으로 준비하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/estimate.py" />
            <source>{size:.1f} MB</source>
            <translation>{size:.1f} MB</translation>
        </message>
        <message>
            <location filename="../backend/estimate.py" />
            <source>output folder {folder} has {free} of free space, but the result may take {needed}; free some space, choose another folder or a smaller area.</source>
            <translation>산출 폴더({folder})의 여유 공간은 {free}이지만, 결과에 최대 {needed}의 공간이 필요합니다. 공간을 확보하거나 다른 폴더 또는 더 작은 범위를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/estimate.py" />
            <source>{size:.1f} GB</source>
            <translation>{size:.1f} GB</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>coastal</source>
            <translation>코스탈</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>blue</source>
            <translation>청색</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>green</source>
            <translation>녹색</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>yellow</source>
            <translation>황색</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>red</source>
            <translation>적색</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>red edge</source>
            <translation>레드엣지</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>NIR</source>
            <translation>근적외</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>NIR 2</source>
            <translation>근적외 2</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>SWIR 1</source>
            <translation>단파적외 1</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>SWIR 2</source>
            <translation>단파적외 2</translation>
        </message>
        <message>
            <location filename="../backend/models/bands.py" />
            <source>{first}, {last}</source>
            <translation>{first}, {last}</translation>
        </message>
        <message>
            <location filename="../backend/models/card.py" />
            <source>model file {source!r} has a damaged card ({reason}); get the model file again, or use a bundled model.</source>
            <translation>모델 파일({source!r})의 모델 카드가 손상되었습니다({reason}). 모델 파일을 다시 구하거나 기본 제공 모델을 사용하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/models/further.py" />
            <source>The model folder {folder!r} is passed over ({reason})</source>
            <translation>모델 폴더({folder!r})를 건너뜁니다({reason})</translation>
        </message>
        <message>
            <location filename="../backend/models/further.py" />
            <source>A further model is passed over: {reason}</source>
            <translation>추가 모델을 건너뜁니다: {reason}</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>The model file {path} cannot be used ({reason}); copy or download the file again, or choose another model.</source>
            <translation>모델 파일({path})을 사용할 수 없습니다({reason}). 파일을 다시 복사하거나 내려받으십시오. 또는 다른 모델을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged or not an ONNX model (a number runs past its end)</source>
            <translation>손상되었거나 ONNX 모델이 아님: 숫자가 끝을 넘어감</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it holds no network</source>
            <translation>네트워크가 들어 있지 않음</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>The model file {path} cannot be read ({reason}); check that it exists and that you may read it.</source>
            <translation>모델 파일({path})을 읽을 수 없습니다({reason}). 파일이 있는지, 읽기 권한이 있는지 확인하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a field has the wrong kind)</source>
            <translation>손상됨: 필드의 종류가 잘못됨</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (numbers are cut off)</source>
            <translation>손상됨: 숫자가 잘려 있음</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it does not say which version of ONNX's operators it uses</source>
            <translation>사용하는 ONNX 연산자의 버전이 적혀 있지 않음</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>its attribute '{name}' has a kind this plugin does not read</source>
            <translation>속성 '{name}': 이 플러그인이 읽지 못하는 종류임</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (attribute '{name}' does not hold what it says)</source>
            <translation>손상됨: 속성 '{name}'의 내용이 선언과 다름</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a number has the wrong size)</source>
            <translation>손상됨: 숫자의 크기가 잘못됨</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>the weight '{name}' has a data type that this plugin does not read</source>
            <translation>가중치 '{name}': 이 플러그인이 읽지 못하는 데이터 유형임</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>the weight '{name}' has another size than it says</source>
            <translation>가중치 '{name}'의 크기가 선언과 다름</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>the weight '{name}' has an impossible shape</source>
            <translation>가중치 '{name}'의 형상이 있을 수 없는 값임</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a weight is cut off)</source>
            <translation>손상됨: 가중치가 잘려 있음</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a weight holds an impossible number)</source>
            <translation>손상됨: 가중치에 있을 수 없는 숫자가 들어 있음</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is larger than {size} MiB</source>
            <translation>{size} MiB보다 큼</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is truncated, damaged or not an ONNX model</source>
            <translation>잘렸거나 손상되었거나 ONNX 모델이 아님</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged (a name is not text)</source>
            <translation>손상됨: 이름이 텍스트가 아님</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it is damaged or not an ONNX model (unknown kind of field)</source>
            <translation>손상되었거나 ONNX 모델이 아님: 알 수 없는 종류의 필드</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it uses functions of its own, which this plugin does not run</source>
            <translation>이 플러그인이 실행하지 못하는 자체 함수를 사용함</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it stores sparse weights, which this plugin does not read</source>
            <translation>이 플러그인이 읽지 못하는 희소 가중치를 저장함</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it keeps its weights in another file; ask for a model in one file</source>
            <translation>가중치가 다른 파일에 있으므로 파일 하나로 된 모델이 필요함</translation>
        </message>
        <message>
            <location filename="../backend/models/onnx_file.py" />
            <source>it stores a weight in segments, which this plugin does not read</source>
            <translation>이 플러그인이 읽지 못하는, 나누어진 가중치를 저장함</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it is the smallest that has all of the named bands</source>
            <translation>이름이 있는 밴드를 모두 갖춘 가장 작은 모델입니다</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>model file {path!r} is a folder; choose a file in it.</source>
            <translation>모델 파일({path!r})이 폴더입니다. 그 안의 파일을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>model file {path!r} does not exist; check the path.</source>
            <translation>모델 파일({path!r})이 없습니다. 경로를 확인하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>model file {path!r} carries no Pansharp card; export it with 'python -m training export'.</source>
            <translation>모델 파일({path!r})에 Pansharp 모델 카드가 없습니다. 'python -m training export'로 내보내십시오.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>unknown method {method!r}; choose auto, {first} or {second}.</source>
            <translation>알 수 없는 기법입니다({method!r}). auto, {first}, {second} 중 하나를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>no model is installed for method {method!r}; reinstall the plugin.</source>
            <translation>기법({method!r})의 모델이 설치되어 있지 않습니다. 플러그인을 다시 설치하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have ratio {ratio}, for which there is no model (available: {ratios}); resample one of them.</source>
            <translation>PAN 파일({pan!r})과 MS 파일({ms!r})의 해상도 비 {ratio}에 맞는 모델이 없습니다(사용 가능: {ratios}). 둘 중 하나를 리샘플링하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it is the one for ratio {ratio}</source>
            <translation>해상도 비 {ratio}용 모델입니다</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it has the usual bands of an MS with {count} bands</source>
            <translation>밴드 {count}개인 MS의 일반적인 밴드를 갖추고 있습니다</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>the bands have no names, and it sharpens them in the fewest passes</source>
            <translation>밴드에 이름이 없으며, 가장 적은 횟수로 선명화하는 모델입니다</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it lacks the fewest of the bands, only {bands}</source>
            <translation>부족한 밴드가 가장 적은 모델입니다(부족: {bands})</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it is the smallest that has all of the bands</source>
            <translation>모든 밴드를 갖춘 가장 작은 모델입니다</translation>
        </message>
        <message>
            <location filename="../backend/models/registry.py" />
            <source>it has exactly the bands of this MS</source>
            <translation>이 MS와 똑같은 밴드를 갖추고 있습니다</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>{count} threads cannot be used; give a number above 0, or 0 for as many as there are cores.</source>
            <translation>스레드 수 {count} 값은 사용할 수 없습니다. 1 이상의 수를 지정하십시오. 0은 코어 수만큼 사용합니다.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>There is no precision {name!r}; choose one of: {choices}.</source>
            <translation>{name!r} 정밀도는 없습니다. 다음 중에서 선택하십시오: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>a block cannot have {size} pixels a side; give a number above 0, or 0 for as many as the memory suffices for.</source>
            <translation>블록 한 변의 크기를 {size}픽셀로 할 수 없습니다. 1 이상의 수를 지정하십시오. 0은 메모리가 허용하는 크기로 합니다.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>model file {path!r} is of method {found}, not {wanted}; leave the method at auto.</source>
            <translation>모델 파일({path!r})의 기법은 {found}입니다({wanted} 아님). 기법을 auto로 두십시오.</translation>
        </message>
        <message>
            <location filename="../backend/plan.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have ratio {ratio}, but model file {model!r} takes {other}; choose another model.</source>
            <translation>PAN 파일({pan!r})과 MS 파일({ms!r})의 해상도 비는 {ratio}이지만, 모델 파일({model!r})은 {other}용입니다. 다른 모델을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} has an unreadable header; get an intact copy.</source>
            <translation>{role} 파일({path!r})의 헤더를 읽을 수 없습니다. 손상되지 않은 사본을 구하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} cannot be read as a raster ({reason}); choose an existing file that GDAL can open.</source>
            <translation>{role} 파일({name})을 래스터로 읽을 수 없습니다({reason}). GDAL로 열 수 있는 기존 파일을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} holds no raster band; name the raster inside it that you mean.</source>
            <translation>{role} 파일({path!r})에 래스터 밴드가 없습니다. 그 안에서 사용할 래스터를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} holds indices of a palette, not brightness; choose the original image.</source>
            <translation>{role} 파일({path!r})의 값은 밝기가 아니라 팔레트 색인입니다. 원본 영상을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {path!r} has data type {dtype}; convert it to one of UInt8, UInt16, Int16 or Float32.</source>
            <translation>{role} 파일({path!r})의 데이터 유형이 {dtype}입니다. UInt8, UInt16, Int16, Float32 중 하나로 변환하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} does not exist; check the path.</source>
            <translation>{role} 파일({name})이 없습니다. 경로를 확인하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} is a folder; choose a raster in it.</source>
            <translation>{role} 파일({name})이 폴더입니다. 그 안의 래스터를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/info.py" />
            <source>{role} file {name} may not be read; ask for the right to.</source>
            <translation>{role} 파일({name})의 읽기 권한이 없습니다. 권한을 요청하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} does not suit data type {dtype}; {key} takes one of {choices} there.</source>
            <translation>생성 옵션({option!r})은 데이터 유형 {dtype}에 맞지 않습니다. 이 유형에서 {key}에 지정할 수 있는 값은 다음과 같습니다: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} leaves too few bits for the nodata value {nodata:g}; give more bits or leave it out.</source>
            <translation>생성 옵션({option!r})의 비트 수로는 NoData 값 {nodata:g}을(를) 나타낼 수 없습니다. 비트 수를 늘리거나 빼고 실행하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} must be a GeoTIFF: give it a name ending in .tif.</source>
            <translation>산출 파일({path!r})은 GeoTIFF여야 합니다. .tif로 끝나는 이름을 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} is a folder; give the name of a file in it.</source>
            <translation>산출 파일({path!r})이 폴더입니다. 그 안의 파일 이름을 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output folder {name} does not exist; create it first.</source>
            <translation>산출 폴더({name})가 없습니다. 먼저 만드십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output folder {folder!r} cannot be written to; choose another.</source>
            <translation>산출 폴더({folder!r})에 쓸 수 없습니다. 다른 폴더를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} must have the form KEY=VALUE, such as COMPRESS=LZW.</source>
            <translation>생성 옵션({option!r})은 KEY=VALUE 형식이어야 합니다(예: COMPRESS=LZW).</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {key!r} is not known to GDAL's GeoTIFF driver; leave it out.</source>
            <translation>생성 옵션({key!r})은 GDAL의 GeoTIFF 드라이버에 없습니다. 빼고 실행하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} has no meaning to GDAL; {key} takes one of {choices}.</source>
            <translation>생성 옵션({option!r})은 GDAL에서 유효하지 않습니다. {key}에 지정할 수 있는 값은 다음과 같습니다: {choices}.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>creation option {option!r} would let programs read other pixels here than were written; leave it out.</source>
            <translation>생성 옵션({option!r})을 쓰면 프로그램이 기록된 것과 다른 픽셀을 읽게 됩니다. 빼고 실행하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <location filename="../backend/raster/writer.py" />
            <source>output {path!r} cannot be created ({reason}); check the creation options, the folder and the free space.</source>
            <translation>산출 파일({path!r})을 만들 수 없습니다({reason}). 생성 옵션, 폴더, 여유 공간을 확인하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} is the same file as an input; choose another name.</source>
            <translation>산출 파일({path!r})이 입력과 같은 파일입니다. 다른 이름을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/options.py" />
            <source>output {path!r} exists already; choose another name or allow overwriting (--overwrite).</source>
            <translation>산출 파일({path!r})이 이미 있습니다. 다른 이름을 선택하거나 덮어쓰기를 허용하십시오(--overwrite).</translation>
        </message>
        <message>
            <location filename="../backend/raster/reader.py" />
            <source>{role} file {path!r} cannot be read at row {row}, column {column} ({reason}); get an intact copy with all files that belong to it.</source>
            <translation>{role} 파일({path!r})을 {row}행 {column}열에서 읽을 수 없습니다({reason}). 딸린 파일이 모두 갖추어진, 손상되지 않은 사본을 구하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/reader.py" />
            <source>{role} file {path!r} is closed already.</source>
            <translation>{role} 파일({path!r})이 이미 닫혔습니다.</translation>
        </message>
        <message>
            <location filename="../backend/raster/writer.py" />
            <source>output {path!r} could not be written ({reason}); check the free space, the rights on its folder and the creation options.</source>
            <translation>산출 파일({path!r})을 쓸 수 없었습니다({reason}). 여유 공간, 폴더의 권한, 생성 옵션을 확인하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/writer.py" />
            <source>output {path!r} could not be put in place ({reason}); close other programs that use it.</source>
            <translation>산출 파일({path!r})을 제자리에 놓을 수 없었습니다({reason}). 이 파일을 사용하는 다른 프로그램을 닫으십시오.</translation>
        </message>
        <message>
            <location filename="../backend/raster/writer.py" />
            <source>GDAL warns about output {path!r}: {warning}</source>
            <translation>산출 파일({path!r})에 대한 GDAL 경고: {warning}</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {path!r} has a band of transparency beside its own; extract the first band.</source>
            <translation>PAN 파일({path!r})에 본래 밴드 외에 투명 밴드가 있습니다. 첫 번째 밴드를 추출하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {path!r} has {count} bands; PAN must have exactly one: check that PAN and MS are not swapped.</source>
            <translation>PAN 파일({path!r})에 밴드가 {count}개 있습니다. PAN은 밴드가 정확히 하나여야 합니다. PAN과 MS가 뒤바뀌지 않았는지 확인하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>MS file {path!r} has a band of transparency as its last; extract the others, or name the band if it is near infrared.</source>
            <translation>MS 파일({path!r})의 마지막 밴드가 투명 밴드입니다. 다른 밴드들을 추출하거나, 근적외선이면 밴드에 이름을 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not overlap; choose a pair of one place.</source>
            <translation>PAN 파일({pan!r})과 MS 파일({ms!r})이 중첩하지 않습니다. 같은 곳의 영상 쌍을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: {without} has no geotransform (control points do not count) and the other one has; georeference both or neither.</source>
            <translation>PAN 파일({pan!r})과 MS 파일({ms!r})이 서로 맞지 않습니다. {without}에는 지리변형(geotransform)이 없고(기준점은 해당하지 않음) 다른 쪽에는 있습니다. 둘 다 지리참조하거나 둘 다 하지 마십시오.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: a geotransform is not finite; set it anew.</source>
            <translation>PAN 파일({pan!r})과 MS 파일({ms!r})이 서로 맞지 않습니다. 지리변형(geotransform)에 유한하지 않은 값이 있습니다. 다시 설정하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: {without} has no coordinate reference system and the other one has; assign the right one.</source>
            <translation>PAN 파일({pan!r})과 MS 파일({ms!r})이 서로 맞지 않습니다. {without}에는 좌표계가 없고 다른 쪽에는 있습니다. 올바른 좌표계를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have different coordinate reference systems ({pan_crs} and {ms_crs}); reproject MS to PAN's first.</source>
            <translation>PAN 파일({pan!r})과 MS 파일({ms!r})의 좌표계가 다릅니다({pan_crs}, {ms_crs}). 먼저 MS를 PAN의 좌표계로 재투영하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not fit: a geotransform has pixels without an area; set it anew.</source>
            <translation>PAN 파일({pan!r})과 MS 파일({ms!r})이 서로 맞지 않습니다. 지리변형(geotransform)의 픽셀에 면적이 없습니다. 다시 설정하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} are turned or sheared against each other (by up to {off:.2f} PAN pixels); warp both to one direction first, such as north up.</source>
            <translation>PAN 파일({pan!r})과 MS 파일({ms!r})이 서로 회전되거나 기울어져 있습니다(최대 {off:.2f} PAN 픽셀). 먼저 둘 다 북쪽이 위로 가는 것처럼 같은 방향으로 워프하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} run in opposite directions: one of them is stored upside down or mirrored; warp it to the other's direction.</source>
            <translation>PAN 파일({pan!r})과 MS 파일({ms!r})의 방향이 반대입니다. 둘 중 하나가 상하 또는 좌우로 뒤집혀 저장되었습니다. 다른 쪽의 방향으로 워프하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have pixel sizes of ratio {across:.4g} x {down:.4g}; PAN pixels must be a whole number of times smaller than MS pixels: resample MS first.</source>
            <translation>PAN 파일({pan!r})과 MS 파일({ms!r})의 픽셀 크기 비가 {across:.4g} × {down:.4g}입니다. MS의 픽셀 크기는 PAN의 정수배여야 합니다. 먼저 MS를 리샘플링하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not lie on one grid: MS is off by up to {off:.2f} PAN pixels; warp MS to PAN's grid first.</source>
            <translation>PAN 파일({pan!r})과 MS 파일({ms!r})의 그리드가 일치하지 않습니다. MS가 최대 {off:.2f} PAN 픽셀 어긋나 있습니다. 먼저 MS를 PAN의 그리드로 워프하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} have no georeference and sizes of ratio {across:.3f} x {down:.3f}; PAN must be a whole number of times as large as MS in both directions.</source>
            <translation>PAN 파일({pan!r})과 MS 파일({ms!r})에 지리참조가 없고 크기 비가 {across:.3f} × {down:.3f}입니다. PAN의 크기는 가로세로 모두 MS의 정수배여야 합니다.</translation>
        </message>
        <message>
            <location filename="../backend/scene.py" />
            <source>PAN file {pan!r} and MS file {ms!r} do not show the same ground: by their control points or RPC a corner of MS is off by {off:.0f} PAN pixels; choose a pair of one place, or warp both to one grid first.</source>
            <translation>PAN 파일({pan!r})과 MS 파일({ms!r})이 같은 지면을 나타내지 않습니다. 기준점 또는 RPC에 따르면 MS의 한 모서리가 {off:.0f} PAN 픽셀 어긋나 있습니다. 같은 곳의 영상 쌍을 선택하거나, 먼저 둘 다 같은 그리드로 워프하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/sharpen.py" />
            <source>Memory does not suffice for {columns} x {rows} pixels; going on in smaller blocks</source>
            <translation>{columns} × {rows}픽셀을 처리하기에 메모리가 부족합니다. 더 작은 블록으로 계속합니다</translation>
        </message>
        <message>
            <location filename="../backend/sharpen.py" />
            <source>Lossy compression may leave values in pixels without data, and make others look as if they had none; choose a lossless one where that matters</source>
            <translation>손실 압축은 데이터가 없는 픽셀에 값을 남기거나 다른 픽셀을 데이터가 없는 것처럼 보이게 할 수 있습니다. 이것이 중요하다면 무손실 압축을 선택하십시오</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>cancelled; no output was left behind.</source>
            <translation>취소되었습니다. 산출물은 남아 있지 않습니다.</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} below and {right:.1f} to the right of MS (in PAN pixels)</source>
            <translation>PAN이 MS보다 아래로 {down:.1f}, 오른쪽으로 {right:.1f} 어긋나 있습니다(PAN 픽셀 단위)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{place}; its detail is moved onto MS, whose position the result keeps</source>
            <translation>{place}. PAN의 세부를 MS에 맞추어 옮기며, 결과의 위치는 MS를 따릅니다</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} below MS (in PAN pixels)</source>
            <translation>PAN이 MS보다 아래로 {down:.1f} 어긋나 있습니다(PAN 픽셀 단위)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {right:.1f} to the right of MS (in PAN pixels)</source>
            <translation>PAN이 MS보다 오른쪽으로 {right:.1f} 어긋나 있습니다(PAN 픽셀 단위)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} above and {right:.1f} to the left of MS (in PAN pixels)</source>
            <translation>PAN이 MS보다 위로 {down:.1f}, 왼쪽으로 {right:.1f} 어긋나 있습니다(PAN 픽셀 단위)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} above and {right:.1f} to the right of MS (in PAN pixels)</source>
            <translation>PAN이 MS보다 위로 {down:.1f}, 오른쪽으로 {right:.1f} 어긋나 있습니다(PAN 픽셀 단위)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} below and {right:.1f} to the left of MS (in PAN pixels)</source>
            <translation>PAN이 MS보다 아래로 {down:.1f}, 왼쪽으로 {right:.1f} 어긋나 있습니다(PAN 픽셀 단위)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>Model {model} {version} on engine {engine} ({device})</source>
            <translation>모델 {model} {version}, 엔진 {engine}({device})</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>model file {path!r} returns blocks of another size than its card promises; use a bundled model.</source>
            <translation>모델 파일({path!r})이 반환하는 블록의 크기가 모델 카드와 다릅니다. 기본 제공 모델을 사용하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS lies {off:.1f} PAN pixels lower and further right than PAN, as where single pixels of a finer image were kept; its colours are moved onto PAN</source>
            <translation>MS가 PAN보다 아래쪽과 오른쪽으로 {off:.1f} PAN 픽셀씩 벗어나 있습니다(더 세밀한 영상에서 일부 픽셀만 남긴 경우와 같음). MS의 색을 PAN에 맞추어 옮깁니다</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{place} once that is undone; its detail is moved by as much</source>
            <translation>이를 바로잡은 뒤 {place}. PAN의 세부를 그만큼 옮깁니다</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {down:.1f} above MS (in PAN pixels)</source>
            <translation>PAN이 MS보다 위로 {down:.1f} 어긋나 있습니다(PAN 픽셀 단위)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>PAN lies {right:.1f} to the left of MS (in PAN pixels)</source>
            <translation>PAN이 MS보다 왼쪽으로 {right:.1f} 어긋나 있습니다(PAN 픽셀 단위)</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS file {path!r} has transparency as its band {number}; extract the other bands.</source>
            <translation>MS 파일({path!r})의 밴드 {number}이(가) 투명 밴드입니다. 다른 밴드들을 추출하십시오.</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{bands} bands take {passes} passes of this model</source>
            <translation>밴드 {bands}개를 처리하려면 이 모델을 {passes}회 실행해야 합니다</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>No pixel holds data in both rasters; the output will be empty</source>
            <translation>두 래스터 모두에 데이터가 있는 픽셀이 없습니다. 산출물은 비게 됩니다</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS lies {off:.1f} PAN pixels higher and further left than PAN, as where single pixels of a finer image were kept; its colours are moved onto PAN</source>
            <translation>MS가 PAN보다 위쪽과 왼쪽으로 {off:.1f} PAN 픽셀씩 벗어나 있습니다(더 세밀한 영상에서 일부 픽셀만 남긴 경우와 같음). MS의 색을 PAN에 맞추어 옮깁니다</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>MS has bands without any data ({numbers}), and pixels count only where all bands hold some; leave these bands out</source>
            <translation>MS에 데이터가 전혀 없는 밴드({numbers})가 있습니다. 모든 밴드에 데이터가 있는 픽셀만 쓰이므로 이 밴드들을 빼십시오</translation>
        </message>
        <message>
            <location filename="../backend/sharpener.py" />
            <source>{role} has pixels of {value:g}, far from all others; if they hold no data, state this value as its nodata value and run again</source>
            <translation>{role}에 다른 모든 값과 멀리 떨어진 {value:g} 값의 픽셀이 있습니다. 데이터가 없는 픽셀이라면 이 값을 파일의 NoData 값으로 지정하고 다시 실행하십시오</translation>
        </message>
    </context>
</TS>
