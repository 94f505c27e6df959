package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.mcap.IndexRecord.ChunkIndex;
import dev.aizuchi.mcap.IndexRecord.Statistics;
import dev.aizuchi.mcap.McapFile;
import dev.aizuchi.mcap.McapRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sum up what a recording holds, for a person or a program. */
final class RecordingInfo {
    private final ObjectNode json = Json.MAPPER.createObjectNode();

    private RecordingInfo() {}

    static RecordingInfo of(Path path, McapFile file) throws IOException {
        RecordingInfo info = new RecordingInfo();
        Statistics statistics = file.statistics();
        info.json
                .put("file", path.toString())
                .put("bytes", Files.size(path))
                .put("begin", McapRecord.instant(statistics.startTime()).toString())
                .put("end", McapRecord.instant(statistics.endTime()).toString())
                .put("seconds", (statistics.endTime() - statistics.startTime()) / 1e9)
                .put("messages", statistics.messages())
                .put("chunks", file.chunks().size());
        info.putChunks(file.chunks());
        info.putChannels(file, statistics);
        for (McapRecord.Metadata metadata : file.metadata()) {
            ObjectNode values = info.json.withArray("metadata").addObject().put("name", metadata.name());
            metadata.values().forEach(values.putObject("values")::put);
        }
        file.attachments()
                .forEach(each -> info.json
                        .withArray("attachments")
                        .addObject()
                        .put("name", each.name())
                        .put("media_type", each.mediaType())
                        .put("bytes", each.dataSize()));
        file.damages().forEach(info.json.withArray("damages")::add);
        return info;
    }

    ObjectNode json() {
        return json;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %,d bytes, %d chunks (%s, to %.0f %%)",
                json.path("file").asText(),
                json.path("bytes").asLong(),
                json.path("chunks").asInt(),
                json.path("compression").asText("none"),
                100 * json.path("compressed_to").asDouble(1)));
        lines.add(String.format(
                Locale.ROOT,
                "%s to %s, %.1f s, %d messages",
                json.path("begin").asText(),
                json.path("end").asText(),
                json.path("seconds").asDouble(),
                json.path("messages").asLong()));
        json.path("channels")
                .forEach(channel -> lines.add(String.format(
                        Locale.ROOT,
                        "  %-14s %7d  %s  %s",
                        channel.path("topic").asText(),
                        channel.path("messages").asLong(),
                        channel.path("encoding").asText(),
                        channel.path("schema").asText())));
        json.path("metadata")
                .forEach(each -> lines.add("  metadata " + each.path("name").asText() + " " + each.path("values")));
        json.path("attachments")
                .forEach(each -> lines.add("  attachment " + each.path("name").asText() + " "
                        + each.path("media_type").asText() + " "
                        + each.path("bytes").asLong() + " bytes"));
        return lines;
    }

    private void putChunks(List<ChunkIndex> chunks) {
        long plain = chunks.stream().mapToLong(ChunkIndex::uncompressedSize).sum();
        long stored = chunks.stream().mapToLong(ChunkIndex::compressedSize).sum();
        if (plain > 0) {
            String compression = chunks.get(0).compression();
            json.put("compression", compression.isEmpty() ? "none" : compression);
            json.put("compressed_to", Json.rounded((double) stored / plain));
        }
    }

    private void putChannels(McapFile file, Statistics statistics) {
        for (McapRecord.Channel channel : file.channels()) {
            json.withArray("channels")
                    .addObject()
                    .put("topic", channel.topic())
                    .put("encoding", channel.messageEncoding())
                    .put(
                            "schema",
                            file.schema(channel).map(McapRecord.Schema::name).orElse(""))
                    .put("messages", statistics.messagesByChannel().getOrDefault(channel.id(), 0L));
        }
    }
}
