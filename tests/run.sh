#!/usr/bin/env bash
# Installs what the tests need, builds, checks, and runs them all.
#   tests/run.sh              everything
#   tests/run.sh --fast       without the browser and without PostgreSQL
#   tests/run.sh --no-skips   fails if any test was skipped
set -euo pipefail
cd "$(dirname "$0")/.."

fast=false no_skips=false
for option in "$@"; do
  case "$option" in
    --fast) fast=true ;;
    --no-skips) no_skips=true ;;
    *) echo "Unknown option: $option" >&2; exit 2 ;;
  esac
done

# What the runtime measures to compile its code better later costs more than it brings where processes live minutes.
export DOTNET_TieredPGO=0

results=$(mktemp -d)
postgres="" beside=()
finish() {
  kill "${beside[@]}" 2>/dev/null || true
  [ -z "$postgres" ] || tests/postgres.sh stop "$postgres"
  rm -rf "$results"
}
trap finish EXIT

need() { # need COMMAND-OR-FILE PACKAGE
  command -v "$1" >/dev/null 2>&1 || [ -e "$1" ] && return 0
  if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing $2"
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$2" >/dev/null
  else
    echo "The tests need $2. On Debian: sudo apt-get install $2; elsewhere, install it and put $1 on the PATH." >&2
    exit 1
  fi
}

need node nodejs
need npm npm
if ! $fast; then
  # The same browser without its windows takes half the time.
  (need chromium-headless-shell chromium-headless-shell) || need chromium chromium
  need /usr/lib/postgresql/15/bin/initdb postgresql-15
fi

echo "== Build, warnings as errors"
dotnet tool restore >/dev/null
dotnet build HealthSpace.sln --nologo -v quiet -clp:ErrorsOnly

echo "== Formatting"
dotnet csharpier check src tests bench

run() { # run NAME PROJECT [OPTION...]
  echo "== $1"
  dotnet test "tests/$2" --no-build --nologo --logger "trx;LogFileName=$1.trx" --results-directory "$results" \
    --blame-hang-timeout 10m -v quiet "${@:3}"
}

# Once is enough for the source, forms, rights, headers, proxies and the sign-in of others: no database has a part in them.
any_database="FullyQualifiedName!~.Architecture.&FullyQualifiedName!~.Platform.Ui.&FullyQualifiedName!~.EveryFormTests"
any_database+="&FullyQualifiedName!~.EveryRouteTests&FullyQualifiedName!~.SecondFactorTests&FullyQualifiedName!~.ProxiesTests&FullyQualifiedName!~.StaffIdentity."

front_end() {
  echo "== Front end"
  cd src/Deliberation.Web/Frontend && npm run --silent check &&
    npx vitest run --reporter=default --reporter=json --outputFile="$results/frontend.json"
}

failed=0
run domain Deliberation.Domain.Tests || failed=1
if $fast; then
  run web-sqlite Deliberation.Web.Tests || failed=1
  (front_end) || failed=1
else
  # The browser mostly waits for pages, and the others for the disk: they share the machine.
  run browser Deliberation.Browser.Tests >"$results/browser.out" 2>&1 &
  beside+=($!)
  run web-sqlite Deliberation.Web.Tests || failed=1
  front_end >"$results/frontend.out" 2>&1 &
  beside+=($!)
  postgres=$(mktemp -d)
  TEST_POSTGRES=$(tests/postgres.sh start "$postgres")
  TEST_POSTGRES=$TEST_POSTGRES run web-postgres Deliberation.Web.Tests --filter "$any_database" || failed=1
  for one in "${beside[@]}"; do
    wait "$one" || failed=1
  done
  beside=()
  cat "$results/browser.out" "$results/frontend.out"
fi

node tests/count.mjs "$results" | tee "$results/total"
total=$(tail -n 1 "$results/total")
if $no_skips && ! grep -q ' 0 skipped$' <<<"$total"; then
  failed=1
fi
grep -q ' 0 failed,' <<<"$total" || failed=1
exit $failed
