package dev.aizuchi.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * Describe uncompressed samples and turn them into mono numbers from −1 to 1.
 *
 * @param channels how many there are, and which is heard
 * @param rate samples a second and channel
 */
record PcmFormat(Encoding encoding, Channels channels, int rate) {

    /** How one sample is written, little-endian. */
    enum Encoding {
        UNSIGNED_8(1, 8),
        SIGNED_16(1, 16),
        SIGNED_24(1, 24),
        SIGNED_32(1, 32),
        FLOAT_32(3, 32),
        FLOAT_64(3, 64);

        private final int tag;
        private final int bits;

        Encoding(int tag, int bits) {
            this.tag = tag;
            this.bits = bits;
        }

        /** Find the encoding by what a WAV header says of it. */
        static Optional<Encoding> of(int tag, int bits) {
            return Arrays.stream(values())
                    .filter(encoding -> encoding.tag == tag && encoding.bits == bits)
                    .findFirst();
        }
    }

    /** Give the bytes of one sample of all channels. */
    int frameBytes() {
        return encoding.bits / 8 * channels.count();
    }

    /** Turn whole frames into samples. */
    int decode(byte[] bytes, int length, float[] into) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length).order(ByteOrder.LITTLE_ENDIAN);
        int frames = length / frameBytes();
        for (int i = 0; i < frames; i++) {
            float sum = 0;
            float chosen = 0;
            for (int channel = 1; channel <= channels.count(); channel++) {
                float sample = sample(buffer);
                sum += sample;
                chosen = channel == channels.chosen() ? sample : chosen;
            }
            into[i] = channels.chosen() == 0 ? sum / channels.count() : chosen;
        }
        return frames;
    }

    private float sample(ByteBuffer buffer) {
        return switch (encoding) {
            case UNSIGNED_8 -> ((buffer.get() & 0xFF) - 128) / 128f;
            case SIGNED_16 -> buffer.getShort() / 32_768f;
            case SIGNED_24 -> ((buffer.get() & 0xFF) | (buffer.get() & 0xFF) << 8 | buffer.get() << 16) / 8_388_608f;
            case SIGNED_32 -> buffer.getInt() / 0x1p31f;
            case FLOAT_32 -> finite(buffer.getFloat());
            case FLOAT_64 -> finite((float) buffer.getDouble());
        };
    }

    /** A broken sample is silent, or the filter would carry it on. */
    private static float finite(float sample) {
        return Float.isFinite(sample) ? Math.max(-1, Math.min(1, sample)) : 0;
    }
}
