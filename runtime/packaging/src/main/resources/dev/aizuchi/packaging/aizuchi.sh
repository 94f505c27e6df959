#!/bin/sh
# Start Aizuchi by the Java that lies beside it.
set -eu
self=$0
while [ -L "$self" ]; do
    link=$(readlink "$self")
    case $link in
        /*) self=$link ;;
        *) self=$(dirname -- "$self")/$link ;;
    esac
done
home=$(CDPATH='' cd -- "$(dirname -- "$self")/.." && pwd -P)
archive=$home/aizuchi.jsa
cds=
if [ -f "$archive" ]; then cds=-XX:SharedArchiveFile=$archive; fi
# Xshare:auto goes on without the archive when it does not fit.
exec "$home/runtime/bin/java" ${cds:+"$cds"} -Donnxruntime.native.path="$home/native" -Djna.library.path="$home/native" \
    -Xshare:auto -Xlog:disable -Xlog:all=error:stderr -XX:+UseSerialGC -Xms32m -Xmx512m -Dfile.encoding=UTF-8 \
    -Daizuchi.home="$home" ${AIZUCHI_JAVA_OPTIONS:-} -cp "$home/lib/*" dev.aizuchi.app.Main "$@"
