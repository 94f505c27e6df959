#!/bin/sh
# Once, where it is installed: parse the classes of a whole dialogue, which halves each start. Needs to write beside itself.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cache=$(mktemp -d)
trap 'rm -rf "$cache"' EXIT
rm -f "$home/aizuchi.jsa"
[ -f "$home/runtime/lib/server/classes.jsa" ] || "$home/runtime/bin/java" -Xshare:dump >/dev/null
XDG_CACHE_HOME=$cache AIZUCHI_JAVA_OPTIONS="-XX:ArchiveClassesAtExit=$home/aizuchi.jsa" \
    "$home/bin/aizuchi" run --config "$home/share/prepare.yaml" --quiet >/dev/null 2>&1 </dev/null || {
    rm -f "$home/aizuchi.jsa"
    echo "aizuchi-prepare: the trial run failed; see: $home/bin/aizuchi run --config $home/share/prepare.yaml" >&2
    exit 1
}
