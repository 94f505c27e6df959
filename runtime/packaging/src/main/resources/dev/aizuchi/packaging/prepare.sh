#!/bin/sh
# Once, where it is installed: parse the classes of a whole dialogue, which halves each start. Needs to write beside itself.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -f "$home/aizuchi.jsa"
XDG_CACHE_HOME=${XDG_CACHE_HOME:-$work} AIZUCHI_JAVA_OPTIONS="-XX:DumpLoadedClassList=$work/classes.lst" \
    "$home/bin/aizuchi" run --config "$home/share/prepare.yaml" --quiet >/dev/null 2>&1 </dev/null || {
    echo "aizuchi-prepare: the trial run failed; see: $home/bin/aizuchi run --config $home/share/prepare.yaml" >&2
    exit 1
}
"$home/runtime/bin/java" -Xshare:dump -XX:SharedClassListFile="$work/classes.lst" \
    -XX:SharedArchiveFile="$home/aizuchi.jsa" -XX:+UseSerialGC -Xmx512m -cp "$home/lib/*" >/dev/null 2>&1 ||
    rm -f "$home/aizuchi.jsa"
