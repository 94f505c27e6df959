package dev.aizuchi.mcap;

import java.util.HexFormat;

/** Know what an MCAP file of format version 0 begins and ends with. */
final class Magic {
    static final Bytes BYTES = Bytes.wrap(new byte[] {(byte) 0x89, 'M', 'C', 'A', 'P', '0', '\r', '\n'});

    private Magic() {}

    static void require(byte[] begin) throws McapException {
        if (!Bytes.wrap(begin).equals(BYTES)) {
            throw new McapException("this is no MCAP file of version 0: it begins with "
                    + HexFormat.of().formatHex(begin) + ", not with "
                    + HexFormat.of().formatHex(BYTES.toArray()));
        }
    }
}
