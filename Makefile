# Chiso: `make demo` shows the product, `make test` runs every check that CI runs.
# Paths may hold spaces and Vietnamese letters: every one is quoted, and none is a make target.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.SILENT:

RELEASE := swift build -c release --static-swift-stdlib --product chiso
CHISO := .build/release/chiso

.PHONY: help setup build demo demo-data demo-nhanes test lint scripts check format clean

help:
	echo 'make demo         install what is missing, build, fill the store with demo data, print the six-monthly report'
	echo 'make demo-nhanes  the same for a real survey: NHANES 2009-2010'
	echo 'make test         every check that CI runs'
	echo 'make build        the release binary'

setup:
	.ci/setup build

build: setup
	mkdir -p .build
	[ -x $(CHISO) ] || echo 'make: building; the first time takes some minutes …' >&2
	if ! $(RELEASE) >.build/make.log 2>&1; then
	    cat .build/make.log >&2
	    echo 'make: the build failed (above). Without a network the packages of Package.swift cannot be fetched.' >&2
	    exit 1
	fi

demo: build
	Examples/demo/fill $(CHISO)
	$(CHISO) report six_month --period 2026-H1 --as-of 2026-12-31

demo-nhanes: build
	$(CHISO) data import participant Examples/nhanes/nhanes.csv --workspace Examples/nhanes --date 2010-12-31
	$(CHISO) eval --workspace Examples/nhanes --by race
	$(CHISO) eval --workspace Examples/nhanes --by sex
	$(CHISO) eval --workspace Examples/nhanes --by age_group

test: lint scripts check

lint:
	.ci/setup test
	swift format lint --strict --recursive --parallel Sources Tests Benchmarks/Sources Package.swift

scripts:
	luacheck --quiet --no-color Surveys Rules Examples Benchmarks/population Benchmarks/unlifted
	find Surveys Rules Examples Benchmarks/population Benchmarks/unlifted -name '*.lua' -print0 | xargs -0 -n 1 luac5.4 -p

check:
	swift build --build-tests --explicit-target-dependency-import-check error
	# What failed is said once more at the end: it would be lost among a thousand lines.
	if ! swift test --skip-build 2>&1 | tee .build/test.log; then
	    echo 'make: failed:' >&2
	    grep -A 12 -E 'recorded an issue' .build/test.log | grep -vE '^. Test case passing' | head -n 60 >&2 || true
	    exit 1
	fi
	.build/debug/chiso check
	.build/debug/chiso test --coverage --coverage-min 95 | tail -n 2
	$(MAKE) --no-print-directory demo >.build/demo-output
	tail -n 5 .build/demo-output
	$(MAKE) --no-print-directory demo-nhanes >/dev/null

format:
	swift format --in-place --recursive --parallel Sources Tests Benchmarks/Sources Package.swift

clean:
	rm -rf .build .chiso Examples/nhanes/.chiso
