#!/usr/bin/env bash
# Runs every test and ends with one line: N passed, N failed. With CADRAN_REQUIRE=all a skipped test is a failed one.
set -uo pipefail
cd "$(dirname "$0")/.."
configuration=${CONFIGURATION:-Release}
log=$(mktemp -d)
postgres=$(mktemp -d)
trap 'scripts/postgres.sh stop "$postgres/server" 2>/dev/null; rm -rf "$log" "$postgres"' EXIT
chmod 755 "$postgres"
broken=0

run() { # name project [filter]
  echo "== $1"
  dotnet test "tests/$2" ${3:+--filter "$3"} -c "$configuration" --no-build --nologo -v quiet --logger "console;verbosity=minimal" \
    --logger "trx;LogFileName=$1.trx" --results-directory "$log/trx" 2>&1 | tee "$log/$1" | grep -vE '^\s*$|Test run for|A total of|VSTest version|Results File:'
  grep -qE '(Passed|Failed|Skipped)! +- ' "$log/$1" || { echo "$1 did not finish"; broken=$((broken + 1)); }
}

export CADRAN_UNREAD=$log/unread
run statistics Cadran.Statistics.Tests
unset CADRAN_UNREAD
if [ "${CADRAN_REQUIRE:-}" = all ] && { [ ! -f "$log/unread" ] || [ -s "$log/unread" ]; }; then
  echo "reference values that no test read:"
  cat "$log/unread"
  broken=$((broken + 1))
fi
run domain Cadran.Domain.Tests
run web-sqlite Cadran.Tests
if CADRAN_TEST_POSTGRES=$(scripts/postgres.sh start "$postgres/server"); then
  export CADRAN_TEST_POSTGRES
  # What says Database=any asks for minutes and for nothing of the database that the rest does not ask for.
  run web-postgresql Cadran.Tests 'Database!=any'
  unset CADRAN_TEST_POSTGRES
else
  echo "== web-postgresql: skipped, PostgreSQL is not installed"
  [ "${CADRAN_REQUIRE:-}" = all ] && broken=$((broken + 1))
fi
run browser Cadran.EndToEnd

echo "== the ten slowest"
scripts/slowest.sh "$log"/trx/*.trx

count() { grep -hsoE "$1: +[0-9]+" "$log"/* 2>/dev/null | awk '{n += $2} END {print n + 0}'; }
# Last, so that whoever reads only the end knows what to look at.
if grep -qs '^ *Failed Cadran' "$log"/*; then
  echo "== failed"
  grep -hs -A3 '^ *Failed Cadran' "$log"/* | cut -c1-300
fi
passed=$(count Passed) failed=$(($(count Failed) + broken)) skipped=$(count Skipped)
if [ "${CADRAN_REQUIRE:-}" = all ]; then failed=$((failed + skipped)); elif [ "$skipped" -gt 0 ]; then echo "$skipped skipped: the reasons are above"; fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
