package dev.aizuchi.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.language.Generation;
import dev.aizuchi.language.Generation.Limits;
import dev.aizuchi.language.Generation.Reason;
import dev.aizuchi.language.LanguageModel;
import dev.aizuchi.language.Prompt.Constraint;
import dev.aizuchi.testkit.LanguageModelContract;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerModelTest extends LanguageModelContract {
    private static final Limits SOME = new Limits(20, Duration.ofSeconds(30));

    private PlayedServer server;
    private LanguageModel model;

    ServerModelTest() throws IOException {
        server = new PlayedServer();
        model = ServerModel.open(settings(server.address(), "llama-server", Duration.ofSeconds(20)));
    }

    @BeforeEach
    void forget() {
        server.requests.clear();
    }

    @AfterEach
    void close() {
        model.close();
        server.close();
    }

    @Override
    protected LanguageModel model() {
        return model;
    }

    @Test
    void asks_as_the_protocol_has_it_and_takes_the_servers_count() {
        Generation generation = model.generate(prompt("おはよう。<|im_end|>"), SOME);
        assertThat(read(generation)).isEqualTo("あ".repeat(20));
        var request = server.requests.get(0);
        assertThat(request.path("stream").asBoolean()).isTrue();
        assertThat(request.path("max_tokens").asInt()).isEqualTo(20);
        assertThat(request.path("cache_prompt").asBoolean()).isTrue();
        assertThat(request.at("/messages/0/role").asText()).isEqualTo("system");
        assertThat(request.at("/messages/0/content").asText()).contains("短く答えます。", "- 朝食は八時です。");
        assertThat(request.at("/messages/1/content").asText()).isEqualTo("おはよう。");
        assertThat(generation.ending().usage().promptTokens()).isEqualTo(12);
        assertThat(generation.ending().usage().cachedTokens()).isEqualTo(9);
        assertThat(generation.ending().usage().tokens()).isEqualTo(20);
    }

    @Test
    void leaves_the_server_alone_once_it_is_cancelled() throws InterruptedException {
        Generation generation = model.generate(prompt("長い話を。"), new Limits(100_000_000, Duration.ofSeconds(60)));
        assertThat(generation.next()).isPresent();
        generation.cancel();
        // Without this the test would wait for ever.
        server.awaitLeft();
        assertThat(generation.ending().reason()).isEqualTo(Reason.CANCELLED);
    }

    @Test
    void gives_up_a_server_that_falls_silent() {
        server.playing(server::stall);
        try (LanguageModel impatient = ServerModel.open(settings(server.address(), "other", Duration.ofMillis(150)))) {
            Generation generation = impatient.generate(prompt("おはよう。"), SOME);
            assertThat(read(generation)).isEqualTo("はい、");
            assertThat(generation.ending().reason()).isEqualTo(Reason.FAILED);
            assertThat(generation.ending().message()).contains("said nothing for 150 ms");
            server.playing(server::write);
            assertThat(read(impatient.generate(prompt("おはよう。"), SOME))).isNotEmpty();
        }
    }

    @Test
    void ends_in_time_though_the_server_is_silent_and_is_patient() {
        server.playing(server::stall);
        Generation generation = model.generate(prompt("おはよう。"), new Limits(20, Duration.ofMillis(200)));
        read(generation);
        assertThat(generation.ending().reason()).isEqualTo(Reason.TIMED_OUT);
    }

    @Test
    void ends_in_time_though_the_server_never_answers() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0);
                LanguageModel waiting =
                        ServerModel.open(ServerSettings.at(URI.create("http://localhost:" + deaf.getLocalPort())))) {
            Generation generation = waiting.generate(prompt("おはよう。"), new Limits(20, Duration.ofMillis(200)));
            assertThat(read(generation)).isEmpty();
            assertThat(generation.ending().reason()).isEqualTo(Reason.TIMED_OUT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, longer than its context",
        "401, api-key-file",
        "404, ends in /v1",
        "500, its own log",
        "503, still loading",
        "302, its own log"
    })
    void names_the_cure_of_a_refusal(int status, String cure) {
        server.playing(PlayedServer.status(status));
        Generation generation = model.generate(prompt("ひみつ。"), SOME);
        assertThat(read(generation)).isEmpty();
        assertThat(generation.ending().reason()).isEqualTo(Reason.FAILED);
        assertThat(generation.ending().message())
                .contains(String.valueOf(status), cure)
                .doesNotContain("ひみつ");
    }

    @Test
    void follows_no_redirect_off_the_device() throws IOException {
        try (PlayedServer elsewhere = new PlayedServer()) {
            server.playing((exchange, request) -> {
                exchange.getResponseHeaders().add("Location", elsewhere.address() + "/chat/completions");
                exchange.sendResponseHeaders(307, -1);
            });
            assertThat(read(model.generate(prompt("ひみつ。"), SOME))).isEmpty();
            assertThat(elsewhere.requests).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "data: {\"choices\":[{\"delta\":{\"content\":\"はい\"}}]}~はい~in the middle",
                "data: {\"choi~~no JSON",
                "data: <html>~~no JSON",
                "data: {\"error\":{\"message\":\"ひみつ\"}}~~failed while it wrote",
                "nothing to do with events~~in the middle",
            })
    void tells_how_an_answer_broke(String line, String text, String why) {
        server.playing(PlayedServer.raw(line + "\n\n"));
        Generation generation = model.generate(prompt("おはよう。"), SOME);
        assertThat(read(generation)).isEqualTo(text == null ? "" : text);
        assertThat(generation.ending().reason()).isEqualTo(Reason.FAILED);
        assertThat(generation.ending().message()).contains(why).doesNotContain("ひみつ");
    }

    @Test
    void gives_up_on_a_line_without_end() {
        server.playing(PlayedServer.raw("data: " + "x".repeat(2 << 20)));
        Generation generation = model.generate(prompt("おはよう。"), SOME);
        read(generation);
        assertThat(generation.ending().reason()).isEqualTo(Reason.FAILED);
    }

    @Test
    void takes_comments_and_events_without_text() {
        server.playing(PlayedServer.raw(": ping\n\ndata: {\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}\n\n"
                + "data: " + PlayedServer.chunk("はい。", "stop") + "\r\n\r\n"));
        Generation generation = model.generate(prompt("おはよう。"), SOME);
        assertThat(read(generation)).isEqualTo("はい。");
        assertThat(generation.ending().reason()).isEqualTo(Reason.COMPLETE);
    }

    @Test
    void names_a_server_that_does_not_run() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/v1");
        }
        try (LanguageModel alone = ServerModel.open(ServerSettings.at(nobody))) {
            Generation generation = alone.generate(prompt("おはよう。"), SOME);
            assertThat(read(generation)).isEmpty();
            assertThat(generation.ending().message()).contains("takes no connection", "start it");
        }
    }

    @Test
    void asks_each_server_for_a_grammar_in_its_own_way() {
        Constraint yes = new Constraint.Gbnf("root ::= \"はい。\"");
        try (LanguageModel vllm = ServerModel.open(settings(server.address(), "vllm", Duration.ofSeconds(20)));
                LanguageModel ollama = ServerModel.open(settings(server.address(), "ollama", Duration.ofSeconds(20)))) {
            read(vllm.generate(prompt("元気？").within(yes), SOME));
            assertThat(server.requests.get(0).path("guided_grammar").asText()).contains("root");
            Generation refused = ollama.generate(prompt("元気？").within(yes), SOME);
            assertThat(read(refused)).isEmpty();
            assertThat(refused.ending().message()).contains("JSON schema");
        }
    }

    @Test
    void shows_the_key_that_a_server_asks_for(@TempDir Path folder) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "open sesame\n");
        ServerSettings settings = new ServerSettings(
                server.address(), "m", "other", false, Duration.ofSeconds(2), Duration.ofSeconds(10), 0, 0, null, key);
        try (LanguageModel keyed = ServerModel.open(settings)) {
            read(keyed.generate(prompt("おはよう。"), SOME));
            assertThat(server.authorizations).contains("Bearer open sesame");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.168.1.10:8080/v1",
                "https://api.example.com/v1",
                "http://localhost.example.com/v1",
                "http://127.0.0.1.example.com/v1",
                "http://[2001:db8::1]:8080/v1",
                "http://0.0.0.0:8080/v1",
                "http://127.0.0.1@example.com/v1",
                "http://1270.0.0.1/v1"
            })
    void refuses_to_send_what_people_say_off_the_device(String address) {
        assertThatThrownBy(() -> ServerSettings.at(URI.create(address))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/v1",
                "http://localhost:11434/v1",
                "http://[::1]:8000/v1",
                "https://127.0.0.53/v1"
            })
    void takes_every_way_to_write_this_machine(String address) {
        assertThat(ServerSettings.at(URI.create(address)).allowRemote()).isFalse();
    }

    @Test
    void goes_elsewhere_only_when_the_setting_says_so() {
        ServerSettings remote = new ServerSettings(
                URI.create("http://192.168.1.10:8080/v1"),
                null,
                "other",
                true,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                0,
                0,
                null,
                null);
        assertThat(remote.address().getHost()).isEqualTo("192.168.1.10");
    }

    private static ServerSettings settings(URI address, String server, Duration stall) {
        return new ServerSettings(address, null, server, false, Duration.ofSeconds(2), stall, 0, 0, null, null);
    }
}
