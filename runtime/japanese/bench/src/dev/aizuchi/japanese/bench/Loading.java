package dev.aizuchi.japanese.bench;

import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.reading.SpeechReader;
import dev.aizuchi.japanese.value.Values;
import java.lang.management.ManagementFactory;

/** Tell how long the layer takes to load, by the clock and by the processor, and what heap it keeps. */
public final class Loading {
    private Loading() {}

    public static void main(String[] arguments) {
        long clock = System.nanoTime();
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Morphology morphology = new Morphology();
        Values values = new Values(morphology);
        SpeechReader reader = new SpeechReader(morphology);
        values.find("三時");
        reader.read("三時");
        System.out.printf(
                "loading: %d ms, of which %d ms on the processor%n",
                (System.nanoTime() - clock) / 1_000_000,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1_000_000);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf("heap after a collection: %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
}
