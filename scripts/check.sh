#!/usr/bin/env bash
# Conventions: what a reviewer should not have to look for. Analyzers run in the build itself (warnings are errors).
set -euo pipefail
cd "$(dirname "$0")/.."
configuration=${CONFIGURATION:-Release}

echo "== format"
dotnet format whitespace --folder --verify-no-changes --exclude '**/obj' '**/bin' '**/node_modules' .

echo "== types of the scripts"
npm --prefix src/Cadran.Web/Assets run --silent check

echo "== module order, schema drift, translations, source conventions"
dotnet test tests/Cadran.Tests -c "$configuration" --no-build --nologo -v quiet \
  --filter "FullyQualifiedName~Cadran.Tests.Architecture|FullyQualifiedName~Cadran.Tests.Storage.SchemaTests" | grep -vE '^\s*$|Test run for|A total of'
dotnet test tests/Cadran.Domain.Tests -c "$configuration" --no-build --nologo -v quiet \
  --filter "FullyQualifiedName~Cadran.Domain.Tests.Architecture" | grep -vE '^\s*$|Test run for|A total of'

echo "== ./cadran: the caller's folder, exit codes, results apart from errors"
root=$PWD
(
  folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
  cp "$root/tests/Cadran.Statistics.Tests/Golden/cmt_synth.csv" ratings.csv
  CONFIGURATION=$configuration "$root/cadran" analyse ratings.csv --overall overall --drivers timeliness,knowledge > found 2> said || { cat said; exit 1; }
  grep -q '^Analysis of ratings.csv' found || { cat found; exit 1; }
  CONFIGURATION=$configuration "$root/cadran" analyse absent.csv --overall overall --drivers timeliness > found 2> said && code=0 || code=$?
  [ "$code" -eq 2 ] && [ ! -s found ] && grep -q 'absent.csv' said || { echo "exit code $code"; cat found said; exit 1; }
  version=$(sed -n 's/.*<Version>\(.*\)<.*/\1/p' "$root/Directory.Build.props")
  [ "$(CONFIGURATION=$configuration "$root/cadran" --version)" = "$version" ] || { echo "cadran --version does not say $version"; exit 1; }
)

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
