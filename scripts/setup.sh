#!/usr/bin/env bash
# Says what is missing, and installs Debian packages when run as root. Argument: run | test (default) | r.
set -euo pipefail
purpose=${1:-test}

need() { command -v "$1" >/dev/null 2>&1 || { echo "Missing: $2" >&2; exit 1; }; }
need dotnet "the .NET SDK 10 (https://dotnet.microsoft.com/download)"
need npm "Node.js 20 with npm (Debian package: npm)"

# The library that reads the SurveyJS files we write.
if [ "$purpose" = test ] && [ ! -d "$(dirname "$0")/../tests/SurveyJs/node_modules/survey-core" ]; then
  npm ci --prefix "$(dirname "$0")/../tests/SurveyJs" --no-audit --no-fund --silent ||
    echo "survey-core was not installed: the tests that need it will be skipped." >&2
fi

packages=()
if [ "$purpose" = test ]; then
  command -v chromium >/dev/null 2>&1 || packages+=(chromium)
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || packages+=(postgresql)
  # An independent reader of the SPSS files that the program writes.
  command -v pspp-convert >/dev/null 2>&1 || packages+=(pspp)
  # The browser tests look at real letters.
  [ -d /usr/share/fonts/truetype/noto ] || packages+=(fonts-noto-core)
fi
if [ "$purpose" = r ]; then
  command -v Rscript >/dev/null 2>&1 || packages+=(r-base-core)
  [ -d /usr/lib/R/site-library/survey ] || packages+=(r-cran-survey)
fi
[ ${#packages[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing ${packages[*]} ..."
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq >/dev/null && apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null ||
    echo "Could not install ${packages[*]}: the tests that need them will be skipped." >&2
else
  echo "Not installed: ${packages[*]}. The tests that need them will be skipped (install them, or run as root)." >&2
fi
