# The one command file. `make run` and `make test` do all the set-up they need.
CONFIGURATION ?= Release
DOTNET_FLAGS = -c $(CONFIGURATION) --nologo -v quiet
export DOTNET_CLI_TELEMETRY_OPTOUT = 1
export DOTNET_NOLOGO = 1

.PHONY: help setup build run demo test check bench bench-r clean

help:
	@echo "make run     build and start Cadran; prints the address to open"
	@echo "make test    every test: statistics, web on SQLite and PostgreSQL, browser"
	@echo "make check   format, analyzers, module order, schema drift, translations, links in docs"
	@echo "make bench   speed and memory against the budgets of docs/budgets.md"

setup:
	@scripts/setup.sh

build:
	@dotnet build Cadran.slnx $(DOTNET_FLAGS)

run:
	@scripts/setup.sh run
	@CONFIGURATION=$(CONFIGURATION) ./cadran serve

test: setup build
	@CONFIGURATION=$(CONFIGURATION) scripts/test.sh

check: build
	@CONFIGURATION=$(CONFIGURATION) scripts/check.sh

bench: build
	@dotnet run --project bench/Cadran.Benchmarks -c $(CONFIGURATION) --no-build -- all

bench-r: build
	@scripts/setup.sh r
	@dotnet run --project bench/Cadran.Benchmarks -c $(CONFIGURATION) --no-build -- r

clean:
	@dotnet clean Cadran.slnx $(DOTNET_FLAGS)
