package dev.aizuchi.mcap;

import dev.aizuchi.mcap.McapRecord.Chunk;
import java.util.List;

/** Unpack chunks, and trust them only when they are what was written. */
final class Chunks {
    private Chunks() {}

    static List<McapRecord> unpack(Chunk chunk) throws McapException {
        Bytes plain = Compression.named(chunk.compression()).decompress(chunk.records(), chunk.uncompressedSize());
        if (chunk.uncompressedCrc() != 0 && plain.crc() != chunk.uncompressedCrc()) {
            throw new McapException(String.format(
                    "its checksum is %08x where %08x was written with it", plain.crc(), chunk.uncompressedCrc()));
        }
        return Records.all(plain);
    }
}
