package dev.aizuchi.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.core.EventJson;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.mcap.Bytes;
import dev.aizuchi.mcap.Compression;
import dev.aizuchi.mcap.McapRecord;
import dev.aizuchi.mcap.McapWriter;
import dev.aizuchi.robot.RobotState;
import dev.aizuchi.speech.AudioFrame;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Write one file of a recording; for one thread. */
final class RunFile implements AutoCloseable {
    /** Name of the metadata that tell what the file is of. */
    static final String ABOUT = "aizuchi";

    private final McapWriter writer;
    private final EventJson events;
    private final MessageJson messages = new MessageJson();
    private final Map<String, Integer> schemas = new HashMap<>();
    private final Map<Topic, Integer> channels = new EnumMap<>(Topic.class);
    private long sequence;

    /**
     * Begin a file.
     *
     * @param out is closed with the file
     * @param about tells of the run, by name
     */
    RunFile(OutputStream out, Compression compression, EventJson events, Map<String, String> about) throws IOException {
        this.events = events;
        this.writer = new McapWriter(out, new McapRecord.Header("", "aizuchi"), McapWriter.Options.of(compression));
        writer.write(new McapRecord.Metadata(ABOUT, about));
    }

    void event(DialogueEvent event) throws IOException {
        ObjectNode json = events.of(event);
        write(Topic.of(event), event.at(), event.at(), json);
        Optional<ObjectNode> verdict = messages.verdict(json);
        if (verdict.isPresent()) {
            write(Topic.GATE, event.at(), event.at(), verdict.get());
        }
        write(Topic.LOG, event.at(), event.at(), messages.log(event, json));
    }

    /** Note where the robot is; one behind a link that was never up has told nothing. */
    void state(RobotState state, Instant at) throws IOException {
        if (state.at().isBefore(Instant.EPOCH)) {
            return;
        }
        write(Topic.STATE, at, state.at(), messages.state(state));
        write(Topic.POSE, at, state.at(), messages.pose(state, at));
        write(Topic.TRANSFORM, at, state.at(), messages.transform(state, at));
    }

    void audio(AudioFrame frame, Instant at) throws IOException {
        write(Topic.AUDIO, at, at, messages.audio(frame, at));
    }

    /** Note that so many events could not be written before. */
    void gap(long lost, Instant at) throws IOException {
        writer.write(new McapRecord.Metadata("gap", Map.of("lost", Long.toString(lost), "at", at.toString())));
    }

    /** Hand all to the stream, so that it outlives the process. */
    void flush() throws IOException {
        writer.endChunk();
    }

    long size() {
        return writer.size();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private void write(Topic topic, Instant logged, Instant published, ObjectNode json) throws IOException {
        writer.write(new McapRecord.Message(
                channel(topic),
                sequence++,
                McapRecord.nanos(logged),
                McapRecord.nanos(published),
                Bytes.of(json.toString())));
    }

    private int channel(Topic topic) throws IOException {
        Integer known = channels.get(topic);
        if (known != null) {
            return known;
        }
        Integer schema = schemas.get(topic.schema());
        if (schema == null) {
            schema = writer.schema(topic.schema(), "jsonschema", schemaOf(topic));
            schemas.put(topic.schema(), schema);
        }
        Map<String, String> metadata = topic.isJournal() ? Map.of(Topic.JOURNAL, "true") : Map.of();
        int channel = writer.channel(topic.wireName(), "json", schema, metadata);
        channels.put(topic, channel);
        return channel;
    }

    private static Bytes schemaOf(Topic topic) throws IOException {
        try (InputStream in = RunFile.class.getResourceAsStream(topic.schema() + ".json")) {
            if (in == null) {
                throw new IllegalStateException("the schema " + topic.schema() + " is not in the jar");
            }
            return Bytes.of(in.readAllBytes());
        }
    }
}
