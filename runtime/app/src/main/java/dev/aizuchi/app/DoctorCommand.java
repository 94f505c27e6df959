package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.app.Terminal.Tone;
import dev.aizuchi.broker.EmbeddedBroker;
import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.models.ModelException;
import dev.aizuchi.models.ModelStatus;
import dev.aizuchi.onnx.OnnxTextEncoder;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.SpeechRecognizer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Check what this machine has, and say how to get what is missing. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Check Java, models, recogniser, second pass, encoder and what computes it, broker and audio devices.",
            "Listens to the microphone for three seconds, measures it, and keeps nothing.",
            "What is missing but not needed is a note; exit code 1 only when something needed is broken."
        })
final class DoctorCommand implements Callable<Integer> {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int JAVA = 17;
    private static final String TRIAL = "02-water.wav";

    @Option(names = "--broker", paramLabel = "tcp://HOST:PORT", description = "also check this broker")
    private @Nullable URI broker;

    @Option(
            names = "--config",
            paramLabel = "agent.yaml",
            description = "listen to this configuration's microphone and try its generator")
    private @Nullable Path config;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** How a check ended. */
    enum State {
        GOOD(Tone.ROBOT, "✓"),
        NOTE(Tone.WARNING, "·"),
        BROKEN(Tone.ERROR, "✗");

        private final Tone tone;
        private final String sign;

        State(Tone tone, String sign) {
            this.tone = tone;
            this.sign = sign;
        }
    }

    record Finding(String what, State state, String detail) {}

    private final List<Finding> findings = new ArrayList<>();

    @Override
    public Integer call() {
        Home home = Home.here();
        java();
        models(home);
        opens("recogniser", () -> home.recognizer("starter-ja"), SpeechRecognizer.class);
        secondPass(home);
        opens("encoder", home::encoder, TextEncoder.class);
        accelerator(home);
        opens("embedded broker", () -> EmbeddedBroker.start(0), EmbeddedBroker.class);
        if (broker != null) {
            broker(broker);
        }
        DoctorAudio.devices().forEach(this::tell);
        DoctorAudio.microphone(config).ifPresent(this::tell);
        voice();
        tell(DoctorGenerator.check(config));
        DoctorRobot.check(config).ifPresent(this::tell);
        return findings.stream().anyMatch(finding -> finding.state == State.BROKEN) ? 1 : 0;
    }

    private void java() {
        int version = Runtime.version().feature();
        tell(new Finding(
                "java",
                version >= JAVA ? State.GOOD : State.BROKEN,
                Runtime.version() + (version >= JAVA ? "" : "; install a JDK 17 or newer")));
    }

    private void models(Home home) {
        for (ModelStatus status : home.models().list()) {
            String id = status.entry().id();
            boolean damaged = status.state() == ModelStatus.State.CORRUPT;
            tell(new Finding(
                    "model " + id,
                    status.usable() ? State.GOOD : damaged ? State.BROKEN : State.NOTE,
                    status.usable()
                            ? status.state().name().toLowerCase(Locale.ROOT)
                            : (damaged ? "damaged" : "not here") + "; ./aizuchi models fetch " + id));
        }
    }

    /** Try the real thing: a native library that does not load shows only then. */
    private void opens(String what, Supplier<? extends AutoCloseable> opening, Class<?> port) {
        long begun = System.nanoTime();
        try (AutoCloseable opened = opening.get()) {
            long millis = (System.nanoTime() - begun) / 1_000_000;
            tell(new Finding(what, State.GOOD, opened.getClass().getSimpleName() + " opens in " + millis + " ms"));
        } catch (Exception | LinkageError e) {
            tell(new Finding(what, State.BROKEN, port.getSimpleName() + ": " + e.getMessage()));
        }
    }

    /** Say what computes the encoder; an accelerator that is passed over is worth a look, but nothing is broken. */
    private void accelerator(Home home) {
        try (OnnxTextEncoder encoder = home.encoder()) {
            tell(new Finding("accelerator", State.GOOD, "the encoder is computed by " + encoder.placement()));
        } catch (AdapterException | ModelException | LinkageError e) {
            tell(new Finding("accelerator", State.NOTE, String.valueOf(e.getMessage())));
        }
    }

    /** Hear a recording as the second pass does, to tell whether this machine is quick enough for it. */
    private void secondPass(Home home) {
        AudioClip clip = Home.wavResource("demo/" + TRIAL);
        short[] samples = clip.samples();
        try (SpeechRecognizer recognizer = home.secondPass()) {
            // Only the second time tells: the first one waits for the disk.
            timeOf(recognizer, samples);
            Duration took = timeOf(recognizer, samples);
            boolean quick = took.compareTo(EarsAhead.SECOND_PASS_WAIT) < 0;
            tell(new Finding(
                    "second pass",
                    quick ? State.GOOD : State.NOTE,
                    recognizer.getClass().getSimpleName() + " takes " + took.toMillis() + " ms for "
                            + clip.duration().toMillis() + " ms of speech"
                            + (quick ? "" : ": too slow here, so it will be left out as long as that is so")));
        } catch (AdapterException | ModelException | LinkageError e) {
            tell(new Finding("second pass", State.NOTE, String.valueOf(e.getMessage())));
        }
    }

    private static Duration timeOf(SpeechRecognizer recognizer, short[] samples) {
        try (SpeechRecognizer.Session session = recognizer.open(List.of())) {
            for (int at = 0; at < samples.length; at += AudioFrame.SAMPLES) {
                session.accept(AudioFrame.copyOf(samples, at));
            }
            long begun = System.nanoTime();
            session.finish();
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    private void broker(URI address) {
        if (address.getHost() == null || address.getPort() < 0) {
            tell(new Finding("broker", State.BROKEN, address + " is no address; write tcp://HOST:PORT"));
            return;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MILLIS);
            tell(new Finding("broker", State.GOOD, address + " accepts connections"));
        } catch (IOException e) {
            tell(new Finding(
                    "broker", State.BROKEN, address + ": " + e.getMessage() + "; start it or mend the address"));
        }
    }

    private void voice() {
        ConfigFile file = ConfigFile.of(
                "doctor", SpokenLoop.resource("demo/agent.yaml"), Home.here().paths(Path.of("")));
        AgentConfig.Speaking speaking = file.agent().speaking();
        AgentConfig.Use synthesizer = speaking == null ? null : speaking.synthesizer();
        if (synthesizer == null) {
            return;
        }
        try (var voice = new Plugins()
                .open(file, synthesizer, "/speaking/synthesizer", dev.aizuchi.speech.SpeechSynthesizer.class)) {
            tell(new Finding(
                    "voice",
                    State.GOOD,
                    synthesizer.use() + ": " + voice.getClass().getSimpleName()));
        } catch (AdapterException e) {
            tell(new Finding("voice", State.NOTE, String.valueOf(e.getMessage())));
        }
    }

    private void tell(Finding finding) {
        findings.add(finding);
        if (json) {
            ObjectNode line = Json.MAPPER.createObjectNode();
            line.put("check", finding.what);
            line.put("state", finding.state.name().toLowerCase(Locale.ROOT));
            line.put("detail", finding.detail);
            spec.commandLine().getOut().println(line);
            spec.commandLine().getOut().flush();
            return;
        }
        Terminal terminal = new Terminal(spec.commandLine().getOut(), Terminal.wantsColour());
        terminal.line(terminal.paint(finding.state.tone, finding.state.sign)
                + String.format(Locale.ROOT, " %-20s %s", finding.what, finding.detail));
    }
}
