# The commands of the project. Each is a script, so that it can be read and run by itself.

.PHONY: help run test check bench bless

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 16

run: ## builds what is not built and serves the demonstration, with PLACE=PACK that of another place
	@bash scripts/run.sh

test: ## everything: formatting, lints, tests on both databases, browser tests
	@bash scripts/test.sh

check: ## the quick one for every commit: what changed, on SQLite, nothing installed
	@bash scripts/check.sh $(SINCE)

bench: ## the benchmarks; the machine should have nothing else to do
	@bash scripts/bench.sh

bless: ## writes the generated files again: schemas, the client's types, lists in docs
	@bash scripts/bless.sh
