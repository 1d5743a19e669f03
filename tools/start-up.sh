#!/usr/bin/env bash
# Measures what docs/reference/performance.md says about starting: five first starts, each on an empty home, five
# restarts, and the memory of an idle factory with demonstration data. Nothing else should run meanwhile.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
port=${1:-8099}
trial=$(mktemp -d)
chmod 711 "$trial"
trap '"$root/aifactory" stop --home "$trial/home" >/dev/null 2>&1 || true; rm -rf "$trial"' EXIT

now() { date +%s%3N; }

# Milliseconds from the command until the first page was there in full.
first_page() {
  local began
  began=$(now)
  "$root/aifactory" start --home "$trial/home" --port "$port" "$@" >/dev/null || return
  curl -fsL -o /dev/null --noproxy '*' "http://localhost:$port/" || return
  echo $(($(now) - began))
}

stop() { "$root/aifactory" stop --home "$trial/home" >/dev/null; }

resident() { awk '/VmRSS/ {printf "%d", $2 / 1024}' "/proc/$(<"$trial/home/platform.pid")/status"; }

median() { tr ' ' '\n' <<<"$*" | sort -n | sed -n "$((($# + 1) / 2))p"; }

"$root/aifactory" prepare >/dev/null
echo "load before: $(cut -d' ' -f1-3 /proc/loadavg), processors: $(nproc)"
# The first run warms the file cache.
first_page >/dev/null
stop
rm -rf "$trial/home"

first=() again=()
for ((turn = 0; turn < 5; turn++)); do
  took=$(first_page)
  first+=("$took")
  stop
  took=$(first_page)
  again+=("$took")
  stop
  rm -rf "$trial/home"
done
echo "first start, ms: ${first[*]}; median $(median "${first[@]}")"
echo "restart, ms: ${again[*]}; median $(median "${again[@]}")"

demo=$(first_page --demo)
sleep 60
echo "with demonstration data: first page after $demo ms; JVM resident after a minute: $(resident) MB"
stop
demo=$(first_page --demo)
sleep 60
echo "restarted with it: first page after $demo ms; JVM resident after a minute: $(resident) MB"
stop
