# Pansharp: two commands on a fresh Debian 12 machine are `make demo` and `make test`.

SHELL := /bin/bash
PYTHON := /usr/bin/python3
VENV := .venv
BUILD := build
PROFILE := $(BUILD)/profile
METHOD ?= auto
ENGINE ?= auto

# what QGIS and its Python need of the system
QGIS := /usr/bin/qgis_process.bin
QGIS_PACKAGES := qgis python3-qgis python3-gdal python3-numpy libopenblas0
# a screen without a monitor, for windows that tests and pictures need
XVFB := /usr/bin/xvfb-run /usr/bin/xauth
SCREEN := $(firstword $(XVFB)) -a -s "-screen 0 1440x960x24"

PLUGIN_SOURCES := $(shell find qgis_pansharp backend i18n scripts -type f \
	-not -name '*.pyc' -not -name '*.qm') docs/user-guide.md $(wildcard docs/images/*.png) \
	metadata.txt LICENSE

.PHONY: help demo test setup plugin lint weights figures screenshots clean

help:
	@echo "make demo [PAN=a.tif MS=b.tif METHOD=auto|sipsanet|cf2n]  sharpen through QGIS"
	@echo "make test    set up and run the whole test suite"
	@echo "make setup   make .venv with everything for development and training"
	@echo "make plugin  stage build/qgis_pansharp/ and zip build/qgis_pansharp.zip"
	@echo "make lint    ruff, mypy, Bandit, detect-secrets"
	@echo "make weights rebuild every bundled model from training/scenes.yaml; takes many hours"
	@echo "make screenshots photograph the plugin for the user guide, into docs/images/"
	@echo "make figures draw crops of real scenes, where they are, into docs/figures/"
	@echo "make clean   remove what was built"

$(QGIS):
	apt-get update
	DEBIAN_FRONTEND=noninteractive apt-get install -y $(QGIS_PACKAGES)

plugin: $(BUILD)/qgis_pansharp.zip

$(BUILD)/qgis_pansharp.zip: $(PLUGIN_SOURCES) | $(QGIS)
	$(PYTHON) scripts/package.py $(BUILD)

demo: $(BUILD)/qgis_pansharp.zip | $(QGIS)
	@$(PYTHON) -m demo --build $(BUILD) --method $(METHOD) --engine $(ENGINE) \
		$(if $(PAN),--pan "$(PAN)") $(if $(MS),--ms "$(MS)")

setup: $(VENV)/.done

$(VENV)/.done: requirements-dev.txt constraints-dev.txt pyproject.toml | $(QGIS)
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
		(apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y python3-venv)
	$(PYTHON) -m venv --system-site-packages $(VENV)
	$(VENV)/bin/pip install -q numpy==1.24.2 torch==2.13.0
	$(VENV)/bin/pip install -q -r requirements-dev.txt -c constraints-dev.txt
	$(VENV)/bin/pip install -q --no-deps --no-build-isolation -e .
	touch $@

$(XVFB):
	apt-get update
	DEBIAN_FRONTEND=noninteractive apt-get install -y xvfb xauth

test: $(VENV)/.done $(BUILD)/qgis_pansharp.zip | $(XVFB)
	QT_QPA_PLATFORM=xcb $(SCREEN) $(VENV)/bin/python -m pytest

weights: $(VENV)/.done
	$(VENV)/bin/python -m training weights
	$(VENV)/bin/python -m training evaluate --suite 4band 3band 8band landsat --parts scores \
		--write-cards

lint: $(VENV)/.done $(BUILD)/qgis_pansharp.zip
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/python scripts/lint.py $(BUILD)

figures: $(VENV)/.done
	$(VENV)/bin/python -m training figures --output docs/figures

screenshots: $(BUILD)/qgis_pansharp.zip | $(QGIS) $(XVFB)
	@fc-list :lang=ja | grep -q . || \
		(apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y fonts-ipafont-gothic)
	$(PYTHON) scripts/screenshots.py $(BUILD) docs/images

clean:
	rm -rf $(BUILD) $(VENV) *.egg-info .mypy_cache .ruff_cache .pytest_cache
