package dev.aizuchi.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.mcap.McapFile;
import dev.aizuchi.mcap.McapRecord;
import dev.aizuchi.mcap.Selection;
import dev.aizuchi.models.Suggestion;
import dev.aizuchi.recording.Recording;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Look into recordings. */
@Command(
        name = "recording",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Look into what was recorded (recording: in agent.yaml, or --record), and into other MCAP files.",
            "Exit code 1 when a file is damaged; what is whole of it is read."
        })
final class RecordingCommand implements Runnable {
    private static final String LOG = "/log";
    /** A hundred years, which with the time since 1970 is within the nanoseconds that a file can tell. */
    private static final long MOST_SECONDS = 3_155_760_000L;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new MissingSubcommandException(spec, "name what to do");
    }

    @Command(
            name = "info",
            mixinStandardHelpOptions = true,
            description = "Tell what a file holds: times, channels, counts, damages.")
    int info(
            @Parameters(paramLabel = "FILE", description = "an .mcap file") Path path,
            @Option(names = "--json", description = "write JSON") boolean json) {
        return read(path, file -> {
            RecordingInfo info = RecordingInfo.of(path, file);
            if (json) {
                out().println(info.json().toPrettyString());
            } else {
                info.lines().forEach(out()::println);
            }
        });
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = {
                "Show the messages in the order of time, a line each, with the seconds since the beginning.",
                "Without --topic, the log of what happened where there is one."
            })
    int show(
            @Parameters(paramLabel = "FILE", description = "an .mcap file") Path path,
            @Option(names = "--topic", paramLabel = "T", description = "only this channel; more than once for several")
                    @Nullable
                    Set<String> topics,
            @Option(names = "--from", paramLabel = "S", description = "from so many seconds after the beginning")
                    @Nullable
                    BigDecimal from,
            @Option(names = "--to", paramLabel = "S", description = "until so many seconds after the beginning")
                    @Nullable
                    BigDecimal to,
            @Option(names = "--json", description = "a line of JSON each, with topic and times") boolean json) {
        if (isNegative(from) || isNegative(to) || (from != null && to != null && from.compareTo(to) > 0)) {
            throw new ConfigException("--from and --to are seconds after the beginning, and --from comes first");
        }
        return read(path, file -> {
            if (topics != null) {
                check(topics, file);
            }
            long begin = file.statistics().startTime();
            Selection selection = new Selection(
                    from == null ? 0 : begin + nanos(from),
                    to == null ? -1 : begin + nanos(to),
                    topics == null ? usual(file) : topics);
            file.forEach(
                    selection,
                    (channel, message) -> out().println(json ? json(channel, message) : line(channel, message, begin)));
        });
    }

    @Command(
            name = "events",
            mixinStandardHelpOptions = true,
            description = {
                "Write the events as a journal, a line of JSON each: for report, and for all that reads journals.",
                "Several files are taken one after the other."
            })
    int events(@Parameters(paramLabel = "FILE", arity = "1..*", description = ".mcap files") List<Path> paths) {
        int worst = 0;
        for (Path path : paths) {
            List<String> damages = new ArrayList<>();
            try {
                Recording.journal(path, out()::println, damages::add);
            } catch (IOException e) {
                damages.add(said(e));
            }
            damages.forEach(damage -> complain(path, damage));
            worst = damages.isEmpty() ? worst : 1;
        }
        out().flush();
        return worst;
    }

    @FunctionalInterface
    private interface Reading {
        void read(McapFile file) throws IOException;
    }

    private int read(Path path, Reading reading) {
        try (McapFile file = McapFile.open(path)) {
            reading.read(file);
            out().flush();
            file.damages().forEach(damage -> complain(path, damage));
            return file.damages().isEmpty() ? 0 : 1;
        } catch (IOException e) {
            complain(path, said(e));
            return 1;
        }
    }

    /** The log, which is for people; all channels where there is none. */
    private static Set<String> usual(McapFile file) {
        boolean logs =
                file.channels().stream().anyMatch(channel -> channel.topic().equals(LOG));
        return logs ? Set.of(LOG) : Set.of();
    }

    private static void check(Set<String> topics, McapFile file) {
        List<String> known = file.channels().stream()
                .map(McapRecord.Channel::topic)
                .distinct()
                .toList();
        for (String topic : topics) {
            if (!known.contains(topic)) {
                throw new ConfigException("--topic: the file has no " + topic + Suggestion.hint(topic, known));
            }
        }
    }

    private static boolean isNegative(@Nullable BigDecimal seconds) {
        return seconds != null && seconds.signum() < 0;
    }

    /** What no recording reaches is as good as its end. */
    private static long nanos(BigDecimal seconds) {
        return seconds.min(BigDecimal.valueOf(MOST_SECONDS)).movePointRight(9).longValue();
    }

    private static String line(McapRecord.Channel channel, McapRecord.Message message, long begin) {
        String seconds = String.format(Locale.ROOT, "%10.3f", (message.logTime() - begin) / 1e9);
        String data = text(channel, message);
        if (!channel.topic().equals(LOG)) {
            return seconds + "  " + channel.topic() + "  " + data;
        }
        try {
            return seconds + "  " + Json.MAPPER.readTree(data).path("message").asText();
        } catch (JsonProcessingException e) {
            return seconds + "  " + data;
        }
    }

    private static String json(McapRecord.Channel channel, McapRecord.Message message) {
        ObjectNode json = Json.MAPPER
                .createObjectNode()
                .put("topic", channel.topic())
                .put("log_time", McapRecord.instant(message.logTime()).toString())
                .put("publish_time", McapRecord.instant(message.publishTime()).toString())
                .put("sequence", message.sequence());
        try {
            json.set("data", Json.MAPPER.readTree(text(channel, message)));
        } catch (JsonProcessingException e) {
            json.put("data", text(channel, message));
        }
        return json.toString();
    }

    /** What is no JSON, such as CDR of ROS 2, is told by its size. */
    private static String text(McapRecord.Channel channel, McapRecord.Message message) {
        return channel.messageEncoding().equals("json")
                ? message.data().utf8()
                : message.data().size() + " bytes of " + channel.messageEncoding();
    }

    private static String said(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private void complain(Path path, String what) {
        spec.commandLine().getErr().println("aizuchi: " + path + ": " + what);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
