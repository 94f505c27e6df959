package dev.aizuchi.mcap;

import dev.aizuchi.mcap.IndexRecord.AttachmentIndex;
import dev.aizuchi.mcap.IndexRecord.ChunkIndex;
import dev.aizuchi.mcap.IndexRecord.MessageIndex;
import dev.aizuchi.mcap.IndexRecord.MetadataIndex;
import dev.aizuchi.mcap.IndexRecord.Statistics;
import dev.aizuchi.mcap.IndexRecord.SummaryOffset;
import dev.aizuchi.mcap.McapRecord.Attachment;
import dev.aizuchi.mcap.McapRecord.Channel;
import dev.aizuchi.mcap.McapRecord.Chunk;
import dev.aizuchi.mcap.McapRecord.DataEnd;
import dev.aizuchi.mcap.McapRecord.Footer;
import dev.aizuchi.mcap.McapRecord.Header;
import dev.aizuchi.mcap.McapRecord.Message;
import dev.aizuchi.mcap.McapRecord.Metadata;
import dev.aizuchi.mcap.McapRecord.Schema;
import java.util.ArrayList;
import java.util.List;

/** Make records of bytes; fields behind those that are known are left out. */
final class Records {
    /** What stands before a record's content: its opcode and the length. */
    static final int PREFIX = 9;

    private Records() {}

    static McapRecord read(int opcode, Bytes content) throws McapException {
        FieldReader in = new FieldReader(content);
        return switch (opcode) {
            case 0x01 -> new Header(in.text(), in.text());
            case 0x02 -> new Footer(in.u64(), in.u64(), in.u32());
            case 0x03 -> new Schema(in.u16(), in.text(), in.text(), in.raw(in.u32()));
            case 0x04 -> new Channel(in.u16(), in.u16(), in.text(), in.text(), in.texts());
            case 0x05 -> new Message(in.u16(), in.u32(), in.u64(), in.u64(), in.rest());
            case 0x06 -> new Chunk(in.u64(), in.u64(), in.u64(), in.u32(), in.text(), in.raw(in.u64()));
            case 0x09 -> new Attachment(in.u64(), in.u64(), in.text(), in.text(), in.raw(in.u64()), in.u32());
            case 0x0C -> new Metadata(in.text(), in.texts());
            case 0x0F -> new DataEnd(in.u32());
            default -> index(opcode, in, content);
        };
    }

    private static McapRecord index(int opcode, FieldReader in, Bytes content) throws McapException {
        return switch (opcode) {
            case 0x07 -> new MessageIndex(in.u16(), entries(in.nested()));
            case 0x08 ->
                new ChunkIndex(
                        in.u64(), in.u64(), in.u64(), in.u64(), in.longs(), in.u64(), in.text(), in.u64(), in.u64());
            case 0x0A -> new AttachmentIndex(in.u64(), in.u64(), in.u64(), in.u64(), in.u64(), in.text(), in.text());
            case 0x0B ->
                new Statistics(
                        in.u64(), in.u16(), in.u32(), in.u32(), in.u32(), in.u32(), in.u64(), in.u64(), in.longs());
            case 0x0D -> new MetadataIndex(in.u64(), in.u64(), in.text());
            case 0x0E -> new SummaryOffset(in.u8(), in.u64(), in.u64());
            default -> new McapRecord.Unknown(opcode, content);
        };
    }

    private static List<MessageIndex.Entry> entries(FieldReader in) throws McapException {
        List<MessageIndex.Entry> entries = new ArrayList<>();
        while (in.hasMore()) {
            entries.add(new MessageIndex.Entry(in.u64(), in.u64()));
        }
        return entries;
    }

    /** Read all records of a part of a file or of an uncompressed chunk. */
    static List<McapRecord> all(Bytes bytes) throws McapException {
        List<McapRecord> records = new ArrayList<>();
        FieldReader in = new FieldReader(bytes);
        while (in.hasMore()) {
            records.add(read(in.u8(), in.raw(in.u64())));
        }
        return records;
    }
}
