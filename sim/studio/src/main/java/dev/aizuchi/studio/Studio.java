package dev.aizuchi.studio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.studio.live.Controls;
import dev.aizuchi.studio.live.Live;
import dev.aizuchi.studio.play.ReportShelf;
import dev.aizuchi.studio.play.ScenarioShelf;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Serve the studio's page, and what it asks for, on a few threads of its own. */
public final class Studio implements AutoCloseable {
    /** Half a minute of speech, and what is around it. */
    private static final long LARGEST_REQUEST = 32L * AudioFrame.SAMPLE_RATE * 2;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final StudioSettings settings;
    private final Parts parts;
    private final Access access;
    private final Javalin server;

    /**
     * What the pages show.
     *
     * @param ears hears a recording that was made in the browser; null where no recogniser is configured
     */
    public record Parts(
            Live live,
            ScenarioShelf scenarios,
            ReportShelf reports,
            Catalogue catalogue,
            @Nullable Function<AudioClip, Optional<Recognition>> ears) {}

    private Studio(StudioSettings settings, Parts parts) {
        this.settings = settings;
        this.parts = parts;
        this.access = new Access(settings);
        this.server = Javalin.create(this::configure);
    }

    /**
     * Start to listen.
     *
     * @throws AdapterException when the port is taken
     */
    public static Studio start(StudioSettings settings, Parts parts) {
        Studio studio = new Studio(settings, parts);
        try {
            studio.server.start();
        } catch (JavalinBindException e) {
            throw new AdapterException(
                    "port " + settings.port() + " of " + settings.bind().getHostAddress()
                            + " is taken; choose another, or 0 for a free one",
                    e);
        }
        return studio;
    }

    /** Give the address to open in a browser. */
    public URI address() {
        InetAddress bind = settings.bind();
        String host = bind.isLoopbackAddress() || bind.isAnyLocalAddress() ? "localhost" : bind.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port() + "/");
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.jetty.host = settings.bind().getHostAddress();
        config.jetty.port = settings.port();
        config.staticFiles.add(files -> {
            files.directory = "/dev/aizuchi/studio/web";
            files.location = Location.CLASSPATH;
        });
        config.routes.before(access::check);
        config.routes.exception(
                IllegalArgumentException.class, (e, request) -> fail(request, HttpStatus.BAD_REQUEST, e.getMessage()));
        config.routes.exception(
                IOException.class,
                (e, request) -> fail(request, HttpStatus.INTERNAL_SERVER_ERROR, "a file cannot be read: " + e));
        config.routes.post("/login", access::login);
        live(config);
        library(config);
    }

    private void live(JavalinConfig config) {
        Controls controls = parts.live().controls();
        config.routes.get("/api/live", request -> json(request, described()));
        config.routes.get("/api/live/events", this::events);
        // First of all and by itself: it reads no body and asks nobody.
        config.routes.post("/api/live/stop", request -> controls.stop());
        config.routes.post("/api/live/resume", request -> controls.resume());
        order(config, "halt", controls::halt);
        order(config, "release", controls::release);
        order(config, "say", controls::say);
        order(config, "pace", controls::pace);
        order(config, "disturb", controls::disturb);
        order(config, "perceive", controls::perceive);
        config.routes.post("/api/live/speech", this::speech);
    }

    private void library(JavalinConfig config) {
        ScenarioShelf scenarios = parts.scenarios();
        config.routes.get("/api/scenarios", request -> json(request, scenarios.list()));
        config.routes.get(
                "/api/scenarios/{id}/text",
                request -> request.contentType("text/plain; charset=utf-8").result(scenarios.text(id(request))));
        config.routes.post(
                "/api/scenarios/{id}/play",
                request ->
                        json(request, scenarios.play(id(request), seed(request), request.queryParam("film") != null)));
        config.routes.get(
                "/api/reports", request -> json(request, parts.reports().list()));
        config.routes.get(
                "/api/reports/page",
                request ->
                        Access.showReport(request, parts.reports().page(String.valueOf(request.queryParam("name")))));
        config.routes.get(
                "/api/skills", request -> json(request, parts.catalogue().skillList()));
        config.routes.get(
                "/api/models", request -> json(request, parts.catalogue().modelList()));
        config.routes.post(
                "/api/doctor",
                request -> json(request, parts.catalogue().doctor().get()));
    }

    private JsonNode described() {
        return parts.live().described().put("ears", parts.ears() != null).put("local", isLocal());
    }

    private boolean isLocal() {
        return settings.bind().isLoopbackAddress();
    }

    private static void order(JavalinConfig config, String name, Consumer<JsonNode> what) {
        config.routes.post("/api/live/" + name, request -> what.accept(body(request)));
    }

    /** Hold the server's thread for as long as the page is open. */
    private void events(Context request) throws IOException {
        HttpServletResponse response = request.res();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        String last = request.header("Last-Event-ID");
        try {
            if (!parts.live().broadcast().serve(response.getOutputStream(), last == null ? "" : last)) {
                fail(request, HttpStatus.SERVICE_UNAVAILABLE, "too many pages are open; close one");
            }
        } catch (IOException e) {
            // The page was closed: nobody is there to be told.
            request.skipRemainingHandlers();
        }
    }

    /** Take 16 kHz mono, signed 16 bit, little-endian; who speaks stands in the address. */
    private void speech(Context request) {
        Function<AudioClip, Optional<Recognition>> ears = parts.ears();
        if (ears == null) {
            throw new BadRequestResponse("no recogniser is configured; name one under hearing in agent.yaml");
        }
        byte[] bytes = request.bodyAsBytes();
        short[] samples = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        Optional<Recognition> heard = ears.apply(new AudioClip(samples, AudioFrame.SAMPLE_RATE));
        heard.ifPresent(recognition -> parts.live()
                .controls()
                .say(recognition, MAPPER.createObjectNode().put("person", request.queryParam("person"))));
        json(request, MAPPER.createObjectNode().put("heard", heard.isPresent()));
    }

    private static JsonNode body(Context request) {
        if (!String.valueOf(request.contentType()).startsWith("application/json")) {
            throw new BadRequestResponse("send application/json");
        }
        try {
            return MAPPER.readTree(request.bodyAsBytes());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the body is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the body cannot be read", e);
        }
    }

    private static int id(Context request) {
        return (int) number(request.pathParam("id"), "id");
    }

    private static long seed(Context request) {
        String seed = request.queryParam("seed");
        return seed == null ? 1 : number(seed, "seed");
    }

    private static long number(String text, String name) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number, but is " + text, e);
        }
    }

    private static void json(Context request, JsonNode value) {
        request.contentType("application/json").result(value.toString());
    }

    private static void fail(Context request, HttpStatus status, @Nullable String message) {
        request.status(status);
        json(request, MAPPER.createObjectNode().put("title", String.valueOf(message)));
    }

    /** Cut off the pages, and end. */
    @Override
    public void close() {
        parts.live().broadcast().close();
        server.stop();
    }
}
