# The one command file. `make run` and `make test` do all the set-up they need.
CONFIGURATION ?= Release
KILLS ?= 50
DOTNET_FLAGS = -c $(CONFIGURATION) --nologo -v quiet
export DOTNET_CLI_TELEMETRY_OPTOUT = 1
export DOTNET_NOLOGO = 1

.PHONY: help setup build run watch quick test test-one check kill bench bench-r clean

help:
	@echo "make run     build and start Cadran; prints the address to open"
	@echo "make watch   the same, started anew at every edit"
	@echo "make quick   after an edit: compiles what changed and runs the tests of the domain, in seconds"
	@echo "make test    every test: statistics, domain, web on SQLite and PostgreSQL, browser; its ten slowest"
	@echo "make test-one NAME=DraftsPublishTests   the tests with that in their name (DATABASE=postgresql: on PostgreSQL)"
	@echo "make check   format, analyzers, types of scripts, module order, schema drift, translations, links in docs"
	@echo "make kill KILLS=50   kills the program while people answer: nothing acknowledged is lost (DATABASE=postgresql: on PostgreSQL)"
	@echo "make bench   speed and memory against the budgets of docs/budgets.md"

setup:
	@scripts/setup.sh

build:
	@dotnet build Cadran.slnx $(DOTNET_FLAGS)

run:
	@scripts/setup.sh run
	@CONFIGURATION=$(CONFIGURATION) ./cadran serve

watch:
	@scripts/setup.sh run
	@dotnet watch --project src/Cadran.Web -- serve

quick:
	@CONFIGURATION=$(CONFIGURATION) scripts/quick.sh

test-one:
	@CONFIGURATION=$(CONFIGURATION) DATABASE=$(DATABASE) scripts/test-one.sh "$(NAME)"

test: setup build
	@CONFIGURATION=$(CONFIGURATION) scripts/test.sh

check: build
	@CONFIGURATION=$(CONFIGURATION) scripts/check.sh

kill: build
	@CONFIGURATION=$(CONFIGURATION) DATABASE=$(DATABASE) scripts/kill.sh $(KILLS)

bench: build
	@dotnet run --project bench/Cadran.Benchmarks -c $(CONFIGURATION) --no-build -- all

bench-r: build
	@scripts/setup.sh r
	@dotnet run --project bench/Cadran.Benchmarks -c $(CONFIGURATION) --no-build -- r

clean:
	@dotnet clean Cadran.slnx $(DOTNET_FLAGS)
