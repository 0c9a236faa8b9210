"""The algorithm `pansharp:sharpen`: a PAN and an MS layer go in, a sharpened GeoTIFF comes out.

Layers are turned into file names on the main thread; the work itself sees plain data. The backend
is imported when it is needed, as QGIS builds every algorithm when it starts.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsMessageLog,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProperty,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QVariant
from qgis.PyQt.QtGui import QIcon

from qgis_pansharp.choices import AUTO, ENGINES, METHODS
from qgis_pansharp.errors import one_sentence
from qgis_pansharp.feedback import ProcessingFeedback
from qgis_pansharp.guide import guide_address
from qgis_pansharp.icon import ICON, plugin_icon
from qgis_pansharp.layer_files import Area, area_of, raster_file
from qgis_pansharp.result_layer import RGB, arrange_look, natural_bands
from qgis_pansharp.settings import engines_folder
from qgis_pansharp.toolbox import running
from qgis_pansharp.translation import tr

if TYPE_CHECKING:
    from qgis_pansharp.backend.request import SharpenRequest


class SharpenAlgorithm(QgsProcessingAlgorithm):
    """Sharpens a multispectral raster with a panchromatic one."""

    PAN = "PAN"
    MS = "MS"
    METHOD = "METHOD"
    AREA = "AREA"
    ENGINE = "ENGINE"  # a parameter says which one is wanted, an output which one it was
    CREATION_OPTIONS = "CREATION_OPTIONS"
    OUTPUT = "OUTPUT"
    MODEL = "MODEL"
    DEVICE = "DEVICE"  # likewise
    SECONDS = "SECONDS"
    MEGAPIXELS_PER_SECOND = "MEGAPIXELS_PER_SECOND"

    def __init__(self) -> None:
        """Start empty; what a run needs is filled in step by step."""
        super().__init__()
        self._request: SharpenRequest | None = None
        self._ms_name = ""
        self._crs = QgsCoordinateReferenceSystem()
        self._destination = ""
        self._rgb: RGB | None = None

    # What the toolbox shows ----------------------------------------------------------------------

    def createInstance(self) -> SharpenAlgorithm:
        """Return a new one of the same kind; Processing runs each on its own."""
        return SharpenAlgorithm()

    def name(self) -> str:
        """Return the published name."""
        return "sharpen"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Pansharpen")

    def group(self) -> str:
        """Return the group in the toolbox."""
        return tr("Pansharpening")

    def groupId(self) -> str:
        """Return the published id of the group."""
        return "pansharpening"

    def tags(self) -> list[str]:
        """Return the words that the toolbox finds the algorithm by."""
        words = tr(
            "pansharpening,sharpen,fusion,panchromatic,multispectral,resolution,satellite,"
            "deep learning,neural network"
        )
        return [*words.split(","), "sipsanet", "sipsa-net", "cf2n", "pan", "ms"]

    def icon(self) -> QIcon:
        """Return the plugin's icon."""
        return plugin_icon()

    def svgIconPath(self) -> str:
        """Return the icon's file."""
        return str(ICON)

    def shortDescription(self) -> str:
        """Return what the toolbox shows as a tip."""
        return tr("Gives a multispectral raster the detail of a panchromatic one.")

    def helpUrl(self) -> str:
        """Return where the user guide is."""
        return guide_address()

    def shortHelpString(self) -> str:
        """Return the text beside the parameters."""
        paragraphs = (
            tr(
                "Gives a multispectral raster (MS) the detail of the panchromatic raster (PAN) of "
                "the same scene, with a trained neural network."
            ),
            tr(
                "PAN must have exactly one band. Both rasters must have the same coordinate "
                "reference system, and PAN's pixels must be smaller than those of MS by a whole "
                "number that a model was trained for."
            ),
            tr(
                "MS may have any bands in any order. Bands are known by their names, such as blue, "
                "red edge or NIR; those that the model was not trained for are sharpened like the "
                "one nearest in wavelength, which takes longer."
            ),
            tr(
                "The result covers what both rasters cover. It has PAN's grid, and the data type, "
                "bands and nodata of MS."
            ),
            tr(
                "Method: 'auto' takes the best model for the scene; 'sipsanet' (SIPSA-Net) also "
                "copes with things that moved between the two images; 'cf2n' (CF2N) fuses coarse "
                "and fine features of both."
            ),
            tr(
                "Engine: 'builtin' runs on the NumPy that QGIS has. The others are faster, and are "
                "installed in QGIS's options under Pansharp; 'auto' takes the fastest one here."
            ),
            tr(
                "Scenes may have any size: rasters are read and written block by block. The result "
                "appears under its name only when it is complete."
            ),
        )
        return "\n".join(paragraphs)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        self._add_inputs()
        self._add_choices()
        self._add_outputs()

    def _add_inputs(self) -> None:
        pan = QgsProcessingParameterRasterLayer(self.PAN, tr("Panchromatic layer (PAN)"))
        pan.setHelp(tr("The fine raster with exactly one band."))
        self.addParameter(pan)
        ms = QgsProcessingParameterRasterLayer(self.MS, tr("Multispectral layer (MS)"))
        ms.setHelp(
            tr("The coarse raster with any bands, of the same scene and in the same system.")
        )
        self.addParameter(ms)

    def _add_choices(self) -> None:
        method = QgsProcessingParameterEnum(
            self.METHOD,
            tr("Method"),
            options=list(METHODS),
            defaultValue=AUTO,
            usesStaticStrings=True,
        )
        method.setHelp(
            tr("The network that sharpens; 'auto' takes the best one that fits the scene.")
        )
        self.addParameter(method)
        area = QgsProcessingParameterExtent(self.AREA, tr("Area to sharpen"), optional=True)
        area.setHelp(
            tr(
                "Only this part of the scene is sharpened, with the pixels that all of it would "
                "have there; without an area it is all of the scene."
            )
        )
        engine = QgsProcessingParameterEnum(
            self.ENGINE,
            tr("Engine"),
            options=list(ENGINES),
            defaultValue=AUTO,
            usesStaticStrings=True,
        )
        engine.setHelp(
            tr(
                "What runs the network: 'builtin' needs nothing but QGIS, the others must be "
                "installed; 'auto' is the fastest one here."
            )
        )
        device = QgsProcessingParameterString(
            self.DEVICE, tr("Device"), defaultValue=AUTO, optional=True
        )
        device.setHelp(
            tr("What the engine runs on: auto, cpu, or another one that it has, such as cuda:0.")
        )
        options = QgsProcessingParameterString(
            self.CREATION_OPTIONS,
            tr("Additional creation options"),
            defaultValue="",
            optional=True,
        )
        options.setHelp(
            tr(
                "GeoTIFF creation options as KEY=VALUE, separated by '|', such as "
                "COMPRESS=ZSTD|NUM_THREADS=2; they replace the plugin's own choice."
            )
        )
        options.setMetadata({"widget_wrapper": _raster_options_widget()})
        for parameter in (area, engine, device, options):
            advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
            parameter.setFlags(parameter.flags() | advanced)
            self.addParameter(parameter)

    def _add_outputs(self) -> None:
        output = QgsProcessingParameterRasterDestination(self.OUTPUT, tr("Pansharpened"))
        output.setHelp(tr("The sharpened raster, a GeoTIFF."))
        self.addParameter(output)
        self.addOutput(QgsProcessingOutputString(self.MODEL, tr("Model that was used")))
        self.addOutput(QgsProcessingOutputString(self.ENGINE, tr("Engine that ran it")))
        self.addOutput(QgsProcessingOutputString(self.DEVICE, tr("Device that it ran on")))
        self.addOutput(QgsProcessingOutputNumber(self.SECONDS, tr("Time taken in seconds")))
        self.addOutput(
            QgsProcessingOutputNumber(
                self.MEGAPIXELS_PER_SECOND, tr("Million PAN pixels per second")
            )
        )

    # A run -------------------------------------------------------------------------------------

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Refuse what cannot work, by the files' headers alone."""
        fine, message = super().checkParameterValues(parameters, context)
        if not fine:
            return fine, message
        try:
            with one_sentence(_log):
                from qgis_pansharp.backend.sharpen import check

                output = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
                check(self._make_request(parameters, context, output))
        except QgsProcessingException as error:
            return False, str(error)
        return True, ""

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        """Turn layers into plain data; on the main thread."""
        with one_sentence(feedback.pushDebugInfo):
            # the output follows in processAlgorithm: what a context learns here of layers to load,
            # it forgets when the run comes back from its thread
            self._request = self._make_request(parameters, context, "")
            self._ms_name = self._layer(parameters, self.MS, context).name()
            self._crs = self._layer(parameters, self.PAN, context).crs()
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Sharpen; on a worker thread in the desktop."""
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        with running(feedback), one_sentence(feedback.pushDebugInfo):
            from qgis_pansharp.backend.sharpen import check, sharpen

            if self._request is None:
                raise RuntimeError("the algorithm was not prepared")
            request = replace(self._request, output=Path(output))
            plan = check(request)
            self._destination = output
            self._rgb = natural_bands(plan.roles, plan.model.card.bands)
            result = sharpen(request, ProcessingFeedback(feedback))
        feedback.pushInfo(
            tr("{bands} bands of {columns} x {rows} pixels in {seconds:.1f} s").format(
                bands=result.bands,
                columns=result.columns,
                rows=result.rows,
                seconds=result.seconds,
            )
        )
        return {
            self.OUTPUT: str(result.output),
            self.MODEL: result.model,
            self.ENGINE: result.engine,
            self.DEVICE: result.device,
            self.SECONDS: round(result.seconds, 3),
            self.MEGAPIXELS_PER_SECOND: round(result.megapixels_per_second, 4),
        }

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Arrange how the result will look when it is loaded; on the main thread."""
        arrange_look(
            context,
            self._destination,
            self.parameterDefinition(self.OUTPUT).description(),
            self._ms_name,
            self._rgb,
            self._crs,
        )
        return {}  # the results stay as they are

    def _make_request(
        self, parameters: dict[str, Any], context: QgsProcessingContext, output: str
    ) -> SharpenRequest:
        from qgis_pansharp.backend.request import SharpenRequest

        options = self.parameterAsString(parameters, self.CREATION_OPTIONS, context)
        pan = self._layer(parameters, self.PAN, context)
        return SharpenRequest(
            pan=raster_file(pan, self.PAN),
            ms=raster_file(self._layer(parameters, self.MS, context), self.MS),
            output=Path(output),
            method=self.parameterAsEnumString(parameters, self.METHOD, context),
            engine=self.parameterAsEnumString(parameters, self.ENGINE, context),
            creation_options=tuple(o.strip() for o in options.split("|") if o.strip()),
            overwrite=True,  # the file dialog has asked, and scripts expect it of Processing
            area=self._area(parameters, context, pan),
            device=self.parameterAsString(parameters, self.DEVICE, context).strip() or AUTO,
            isolate=True,
            engines_folder=engines_folder(),
        )

    def _area(
        self, parameters: dict[str, Any], context: QgsProcessingContext, pan: QgsRasterLayer
    ) -> Area | None:
        """Return the area in PAN's coordinate system; None for all of the scene.

        Raises:
            QgsProcessingException: what was given has no extent, as a layer without features.
        """
        extent = self.parameterAsExtent(parameters, self.AREA, context, pan.crs())
        if not extent.isNull():
            return area_of(extent, pan)
        given = parameters.get(self.AREA)
        if isinstance(given, QgsProperty):
            given = self.parameterAsString(parameters, self.AREA, context)
        if given in (None, "") or isinstance(given, (QgsRectangle, QVariant)):  # null ones
            return None
        raise QgsProcessingException(
            tr(
                "The area '{value}' is empty; choose another one, or none for all of the scene."
            ).format(value=_name_of(given))
        )

    def _layer(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> QgsRasterLayer:
        layer = self.parameterAsRasterLayer(parameters, name, context)
        if layer is None or not layer.isValid():
            raise QgsProcessingException(
                tr("{role} raster '{value}' cannot be opened; check its path.").format(
                    role=name, value=_name_of(layer or parameters.get(name))
                )
            )
        return layer


def _name_of(value: object) -> str:
    """Return what a parameter was given, as a user knows it."""
    if isinstance(value, QgsMapLayer):
        return str(value.source() if isinstance(value, QgsRasterLayer) else value.name())
    return str(value)


def _raster_options_widget() -> dict[str, str]:
    """Return what names the widget for creation options: a class of GDAL's provider until 3.38."""
    if Qgis.QGIS_VERSION_INT >= 34000:
        return {"widget_type": "rasteroptions"}
    return {"class": "processing.algs.gdal.ui.RasterOptionsWidget.RasterOptionsWidgetWrapper"}


def _log(text: str) -> None:
    """Put details into QGIS's log where there is no feedback yet."""
    QgsMessageLog.logMessage(text, "Pansharp", Qgis.MessageLevel.Warning)
