#!/usr/bin/env bash
# Conventions: what a reviewer should not have to look for. Analyzers run in the build itself (warnings are errors).
set -euo pipefail
cd "$(dirname "$0")/.."
configuration=${CONFIGURATION:-Release}

echo "== format"
dotnet format whitespace --folder --verify-no-changes --exclude '**/obj' '**/bin' '**/node_modules' .

echo "== module order, schema drift, translations, source conventions"
dotnet test tests/Cadran.Tests -c "$configuration" --no-build --nologo -v quiet \
  --filter "FullyQualifiedName~Cadran.Tests.Architecture|FullyQualifiedName~Cadran.Tests.Data.SchemaTests" | grep -vE '^\s*$|Test run for|A total of'

echo "== links in docs"
missing=0
while IFS= read -r file; do
  folder=$(dirname "$file")
  while IFS= read -r link; do
    target=${link%%#*}
    [ -z "$target" ] || [ -e "$folder/$target" ] || { echo "$file: $link does not exist"; missing=1; }
  done < <(grep -oE '\]\([^)[:space:]]+\)' "$file" | sed -E 's/^\]\(//; s/\)$//' | grep -vE '^(https?:|mailto:)' || true)
done < <(git ls-files '*.md')
[ "$missing" -eq 0 ]
echo "checks passed"
