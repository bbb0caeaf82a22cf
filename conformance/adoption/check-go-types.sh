#!/bin/sh
# Checks that the protocol's schemas make types in Go that compile, that the types in examples/other-language are
# those of the schemas as they are now, and that the reader there is formatted, vetted and passes its own tests.
# Prints what is wrong, then `N passed, N failed`. Needs Go (GO_BIN, or `go` on the PATH) and the Go module proxy, or
# a cache of it.
set -u
cd "$(dirname "$0")/../../examples/other-language" || exit 2
go=${GO_BIN:-go}
# The script below calls `go`; it has to be this one.
PATH="$(dirname "$(command -v "$go")"):$PATH"
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# check NAME COMMAND...: runs it, and shows what it printed if it fails.
check() {
  name=$1
  shift
  if "$@" >"$work/log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED $name"
    cat "$work/log"
  fi
}

# compiles SCHEMA: makes a package of it, and builds that.
compiles() {
  mkdir "$work/types"
  printf 'module types\n\ngo 1.24\n' >"$work/types/go.mod"
  "$go" run github.com/atombender/go-jsonschema@v0.24.1 --only-models --struct-name-from-title --tags json --package types \
    --output "$work/types/types.go" "$1" &&
    (cd "$work/types" && "$go" vet ./...)
  code=$?
  rm -rf "$work/types"
  return $code
}

is_formatted() {
  test -z "$(gofmt -l .)" || { gofmt -d . && return 1; }
}

is_current() {
  ./generate.sh "$work/protocol.gen.go" && diff protocol/protocol.gen.go "$work/protocol.gen.go"
}

for schema in ../../schemas/*.schema.json; do
  check "types of $(basename "$schema")" compiles "$schema"
done
check "protocol.gen.go is what the schemas make" is_current
check "gofmt" is_formatted
check "go vet" "$go" vet ./...
check "go test" "$go" test ./...
echo "$passed passed, $failed failed"
test "$failed" -eq 0
