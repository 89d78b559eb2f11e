#!/usr/bin/env bash
# Kills the built program so many times while people answer: scripts/kill.sh KILLS. DATABASE=postgresql runs on PostgreSQL.
# The last line says what was acknowledged, lost and doubled; fails when anything was.
set -euo pipefail
cd "$(dirname "$0")/.."
connection=()
if [ "${DATABASE:-}" = postgresql ]; then
  postgres=$(mktemp -d)
  chmod 755 "$postgres"
  trap 'scripts/postgres.sh stop "$postgres/server"; rm -rf "$postgres"' EXIT
  connection=("$(POSTGRES_OPTIONS="-c fsync=on" scripts/postgres.sh start "$postgres/server")")
fi
dotnet run --project bench/Cadran.Benchmarks -c "${CONFIGURATION:-Release}" --no-build -- kill "${1:-50}" "${connection[@]}"
