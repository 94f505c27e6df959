#!/bin/sh
# Time the layer with JMH, its loading and heap, and three Python peers on the same sentences. Not part of the build:
# it downloads JMH by Maven and, with --peers, the peers by pip into target/. Give Maven's options in MAVEN_ARGS.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
module=$here/..
jmh=1.37
out=$module/target/bench
mkdir -p "$out/lib" "$out/classes"
if [ ! -f "$out/lib/jmh-core-$jmh.jar" ]; then
    for part in jmh-core jmh-generator-annprocess; do
        mvn -q -B -ntp ${MAVEN_ARGS:-} dependency:copy -Dartifact=org.openjdk.jmh:$part:$jmh -DoutputDirectory="$out/lib"
    done
    mvn -q -B -ntp ${MAVEN_ARGS:-} dependency:copy -Dartifact=net.sf.jopt-simple:jopt-simple:5.0.4 -DoutputDirectory="$out/lib"
    mvn -q -B -ntp ${MAVEN_ARGS:-} dependency:copy -Dartifact=org.apache.commons:commons-math3:3.6.1 -DoutputDirectory="$out/lib"
fi
if [ ! -f "$out/classpath" ]; then
    (cd "$module/../.." && mvn -q -B -ntp ${MAVEN_ARGS:-} -pl runtime/japanese dependency:build-classpath -Dmdep.includeScope=runtime -Dmdep.outputFile="$out/classpath")
fi
CLASSPATH="$module/target/classes:$(cat "$out/classpath"):$out/lib/*:$out/classes"
export CLASSPATH
javac -nowarn -d "$out/classes" "$here"/src/dev/aizuchi/japanese/bench/*.java
java dev.aizuchi.japanese.bench.Loading
java -Dsentences="$here/sentences.txt" org.openjdk.jmh.Main -jvmArgs "-Dsentences=$here/sentences.txt" "${ONLY:-LayerBenchmark}"
if [ "${1:-}" = --peers ]; then
    [ -d "$out/venv" ] || { python3 -m venv "$out/venv" && "$out/venv/bin/pip" -q install -r "$here/requirements.txt"; }
    "$out/venv/bin/python" "$here/peers.py" "$here/sentences.txt"
fi
