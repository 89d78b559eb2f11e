#!/usr/bin/env bash
# The fast lane after an edit: compiles what changed, without analyzers, and runs the tests that need no host and no database.
# The web project is compiled when one of its own files changed. `make test` and `make check` stay the judges.
set -euo pipefail
cd "$(dirname "$0")/.."
configuration=${CONFIGURATION:-Release}
fast=(-c "$configuration" --nologo -v quiet -clp:NoSummary -p:RunAnalyzers=false)
web=src/Cadran.Web/obj/$configuration/net10.0/Cadran.Web.dll
log=$(mktemp)
trap 'rm -f "$log"' EXIT

newer() { # assembly folder: is a source in the folder newer than what was compiled of it?
  [ ! -f "$1" ] || [ -n "$(find "$2" \( -name bin -o -name obj -o -name node_modules -o -path '*/wwwroot/assets' \) -prune -o -type f -newer "$1" -print -quit)" ]
}

dotnet build tests/Cadran.Domain.Tests "${fast[@]}"
compiling=
if newer "$web" src/Cadran.Web; then
  dotnet build src/Cadran.Web "${fast[@]}" --no-dependencies > "$log" 2>&1 &
  compiling=$!
fi
failed=0
dotnet "tests/Cadran.Domain.Tests/bin/$configuration/net10.0/Cadran.Domain.Tests.dll" -noLogo -noColor | grep -vE '^ +(Discover|Start|Finish)|^$' || failed=1
if [ -n "$compiling" ]; then wait "$compiling" || failed=1; cat "$log"; fi
exit "$failed"
