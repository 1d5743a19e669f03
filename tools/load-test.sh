#!/usr/bin/env bash
# Measures what docs/reference/performance.md says about use: 200 people who think five seconds after each page, on a
# factory with 10,000 engagements of 100 events each, generator and factory on the same machine. It prints the 95th
# percentile of each page's time, the median of five rounds. Nothing else should run meanwhile.
#
# load-test.sh [PORT [HOME]]: a home that is named is filled once and kept, so that the next run begins at once.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
port=${1:-8098}
results=$(mktemp -d)
home=${2:-$results/home}
chmod 711 "$results"
trap '"$root/aifactory" stop --home "$home" >/dev/null 2>&1 || true; rm -rf "$results"' EXIT

benchmark() {
  local program=$1
  shift
  # The JVM on which the factory runs.
  "$(readlink "/proc/$(<"$home/platform.pid")/exe")" -Xmx768m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow "-Dload.address=http://localhost:$port" "-Dload.people=$home/people.csv" \
    -cp "$root/benchmarks/target/classes:$(<"$root/benchmarks/target/class-path")" "$program" "$@"
}

"$root/aifactory" prepare >/dev/null
# The limits are by address, and all these people have the same one.
"$root/aifactory" start --demo --home "$home" --port "$port" \
  --aifactory.limits.everything.requests=1000000 --aifactory.limits.sign-in.requests=1000000 >/dev/null
if [[ ! -f $home/people.csv ]]; then
  echo "filling the database; rows and seconds:"
  benchmark lu.aifactory.benchmarks.Population "$home" 10000 100 "$home/people.csv"
fi

echo "load before: $(cut -d' ' -f1-3 /proc/loadavg), processors: $(nproc)"
benchmark io.gatling.app.Gatling -s lu.aifactory.benchmarks.FactoryLoad -nr -rf "$results" >"$results/gatling.log" 2>&1 || true
benchmark lu.aifactory.benchmarks.Report "$results/gatling.log"
# What went wrong, and how often; nothing when nothing did.
awk '/^---- Errors/ { errors = "" ; here = 1 } /^====/ { here = 0 } here { errors = errors $0 "\n" } END { printf "%s", errors }' \
  "$results/gatling.log"
echo "load after: $(cut -d' ' -f1-3 /proc/loadavg)"
