#!/usr/bin/env bash
# The ten tests that took longest, from the result files (.trx) of a test run: seconds, suite, name.
set -euo pipefail
for results in "$@"; do
  [ -f "$results" ] || continue
  grep -oE '<UnitTestResult [^>]*>' "$results" | sed -nE 's/.* testName="([^"]*)".* duration="([0-9:.]+)".*/\2 \1/p' |
    sed -E 's/&quot;/"/g; s/&apos;/'"'"'/g; s/&lt;/</g; s/&gt;/>/g; s/&#x?[0-9A-Fa-f]+;/ /g; s/&amp;/\&/g' |
    awk -v suite="$(basename "$results" .trx)" '{ split($1, t, ":"); $1 = ""; printf "%8.1f s  %-14s %s\n", t[1] * 3600 + t[2] * 60 + t[3], suite, substr($0, 2, 120) }'
done | sort -rn | awk 'NR <= 10' # head would close the pipe on sort
