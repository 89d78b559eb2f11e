#!/usr/bin/env bash
# Runs the tests whose full name holds NAME, in the suites whose sources do: scripts/test-one.sh NAME. DATABASE=postgresql runs on PostgreSQL.
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:-}
[ -n "$name" ] || { echo "Which test? make test-one NAME=PublicationTests" >&2; exit 2; }
configuration=${CONFIGURATION:-Release}
last=${name##*.}
suites=$(grep -rlE --include='*.cs' --exclude-dir=bin --exclude-dir=obj "\b$last" tests | cut -d/ -f2 | sort -u)
[ -n "$suites" ] || { echo "No test has “$name” in its name." >&2; exit 2; }

if [ "${DATABASE:-}" = postgresql ]; then
  postgres=$(mktemp -d)
  chmod 755 "$postgres"
  trap 'scripts/postgres.sh stop "$postgres/server"; rm -rf "$postgres"' EXIT
  CADRAN_TEST_POSTGRES=$(scripts/postgres.sh start "$postgres/server")
  export CADRAN_TEST_POSTGRES
fi
failed=0
for suite in $suites; do
  dotnet test "tests/$suite" -c "$configuration" --nologo -v quiet --filter "FullyQualifiedName~$name" || failed=1
done
exit "$failed"
