# Two commands matter: `make run` serves four cities with a made-up catalogue, `make test` tests everything.

.PHONY: run test check web schema fmt

run: web/dist/.vite/manifest.json
	cargo run -- demo

test:
	scripts/test.sh

# What reviewers look at first: form, lints, and generated files that are up to date.
check:
	scripts/check.sh

schema:
	scripts/schema.sh

fmt:
	cargo fmt --all

web: web/dist/.vite/manifest.json

web/dist/.vite/manifest.json: web/package-lock.json web/vite.config.ts $(wildcard web/assets/*)
	cd web && npm ci --no-audit --no-fund && npm run build
	@touch $@
