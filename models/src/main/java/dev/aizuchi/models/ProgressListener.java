package dev.aizuchi.models;

/** Hear how a fetch goes on, on the thread that fetches; must return soon. */
@FunctionalInterface
public interface ProgressListener {
    /** Hear nothing. */
    ProgressListener NONE = progress -> {};

    void onProgress(Progress progress);
}
