package dev.aizuchi.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private static final URI ADDRESS = URI.create("https://alphacephei.com/vosk/models/x.zip");

    @TempDir
    Path folder;

    @Test
    void takes_the_proxy_of_the_scheme() {
        Map<String, String> environment = Map.of("HTTPS_PROXY", "http://gate:3128", "http_proxy", "other");

        assertThat(chosen(environment, ADDRESS)).isEqualTo(proxy("gate", 3128));
        assertThat(chosen(environment, URI.create("http://example.org/"))).isEqualTo(proxy("other", 80));
    }

    @Test
    void takes_the_proxy_for_all_when_the_scheme_has_none() {
        assertThat(chosen(Map.of("ALL_PROXY", "gate:3128"), ADDRESS)).isEqualTo(proxy("gate", 3128));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "alphacephei.com", ".alphacephei.com", "x.org, alphacephei.com", "com", "*.com"})
    void goes_directly_to_hosts_that_are_excepted(String exceptions) {
        assertThat(chosen(Map.of("HTTPS_PROXY", "gate:1", "NO_PROXY", exceptions), ADDRESS))
                .isEqualTo(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cephei.com", "alphacephei.com.evil.org"})
    void goes_by_the_proxy_to_all_others(String exceptions) {
        assertThat(chosen(Map.of("HTTPS_PROXY", "gate:1", "NO_PROXY", exceptions), ADDRESS))
                .isEqualTo(proxy("gate", 1));
    }

    @Test
    void reaches_this_machine_directly() {
        assertThat(chosen(Map.of("HTTP_PROXY", "gate:1"), URI.create("http://127.0.0.1:8080/")))
                .isEqualTo(Proxy.NO_PROXY);
    }

    @Test
    void does_not_show_the_password_of_a_proxy_it_cannot_use() {
        assertThatThrownBy(() -> chosen(Map.of("HTTPS_PROXY", "socks5://me:secret@gate"), ADDRESS))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("HTTPS_PROXY")
                .hasMessageNotContaining("secret");
    }

    @Test
    void fetches_through_a_proxy_that_wants_a_password() {
        byte[] weights = Given.bytes(1_000);
        try (TestServer gate = new TestServer(
                TestServer.status("407 Who?", "Proxy-Authenticate: Basic realm=\"gate\""),
                TestServer.file(weights, "\"v1\""))) {
            Map<String, String> environment = Map.of(
                    "HTTP_PROXY", "http://me:p%40ss@127.0.0.1:" + gate.uri("/").getPort());
            FetchOptions options = new FetchOptions(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    1,
                    Duration.ofMillis(1),
                    Duration.ofSeconds(5),
                    Proxies.of(environment));
            URI uri = URI.create("http://models.invalid/weights.bin");

            Path path = Given.store(folder, Given.model(Given.plain(uri, weights)))
                    .fetch("ears", options, ProgressListener.NONE);

            assertThat(path.resolve("model.bin")).hasBinaryContent(weights);
            assertThat(gate.requests().get(1).line()).startsWith("GET http://models.invalid/weights.bin");
            // "me:p@ss" in Base64.
            assertThat(gate.requests().get(1).headers()).containsEntry("proxy-authorization", "Basic bWU6cEBzcw==");
        }
    }

    private static Proxy chosen(Map<String, String> environment, URI uri) {
        return Proxies.of(environment).select(uri).get(0);
    }

    private static Proxy proxy(String host, int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }
}
