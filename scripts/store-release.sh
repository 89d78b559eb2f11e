#!/usr/bin/env bash
# Keeps small databases, one for each provider, as the given release leaves them: `scripts/store-release.sh 0.2`. Once for each release.
set -euo pipefail
cd "$(dirname "$0")/.."
release=$1 configuration=${CONFIGURATION:-Release}
[ ! -e "tests/Cadran.Tests/Storage/Released/$release" ] || { echo "$release is kept already: a released database is never written again" >&2; exit 1; }
export CADRAN_RELEASE=$release
tests=(dotnet "tests/Cadran.Tests/bin/$configuration/net10.0/Cadran.Tests.dll" -explicit only -method "*ReleasedDatabase.Store")
"${tests[@]}"
folder=$(mktemp -d) && chmod 755 "$folder"
trap 'scripts/postgres.sh stop "$folder/server"; rm -rf "$folder"' EXIT
CADRAN_TEST_POSTGRES=$(scripts/postgres.sh start "$folder/server") "${tests[@]}"
ls -l "tests/Cadran.Tests/Storage/Released/$release"
