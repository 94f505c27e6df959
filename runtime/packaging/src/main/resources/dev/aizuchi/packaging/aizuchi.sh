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
# The second compiler pays for those alone that compute for minutes; in a start it takes half the time.
compiler=-XX:TieredStopAtLevel=1
case ${1:-} in bench | eval | scenario) compiler= ;; esac
# What comes along reports nothing; another build of ONNX Runtime that is put in its place may, if not told.
export ORT_DISABLE_TELEMETRY=1
# Xshare:auto goes on without the archive when it does not fit.
exec "$home/runtime/bin/java" ${cds:+"$cds"} -Donnxruntime.native.path="$home/native" -Djna.library.path="$home/native" \
    ${compiler:+"$compiler"} -Xshare:auto -Xlog:disable -Xlog:all=error:stderr \
    -XX:+UseSerialGC -Xms256m -XX:NewSize=144m -Xmx512m -Dfile.encoding=UTF-8 \
    -Daizuchi.home="$home" ${AIZUCHI_JAVA_OPTIONS:-} -cp "$home/lib/*" dev.aizuchi.app.Main "$@"
