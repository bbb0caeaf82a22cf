#!/bin/sh
# Writes protocol/protocol.gen.go anew from the protocol's schemas. Needs Go and the Go module proxy, or a cache of it.
# generate.sh [file]: writes there instead, to compare.
set -eu
cd "$(dirname "$0")"
generator=github.com/atombender/go-jsonschema@v0.24.1
schemas=../../schemas
go run "$generator" --only-models --struct-name-from-title --tags json --package protocol \
  --output "${1:-protocol/protocol.gen.go}" \
  "$schemas/payload.v1.schema.json" "$schemas/scrap-metadata.schema.json" "$schemas/notebook.schema.json"
