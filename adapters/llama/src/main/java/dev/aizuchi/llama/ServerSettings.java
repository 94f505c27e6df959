package dev.aizuchi.llama;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Set up a server that speaks the OpenAI protocol: llama-server, vLLM, Ollama.
 *
 * @param address up to and with {@code /v1}, such as {@code http://127.0.0.1:8080/v1}
 * @param model the name under which the server knows the model; absent where it has only one
 * @param server which one it is, for what the protocol leaves open: {@code llama-server}, {@code vllm}, {@code ollama}
 *     or {@code other}
 * @param allowRemote whether what people say may be sent to another machine
 * @param connectTimeout the most to wait for the server to take a connection; absent is two seconds
 * @param stallTimeout the most to wait for its next word; absent is ten seconds
 * @param temperature 0 takes the likeliest word each time
 * @param seed of the sampling
 * @param grammar a GBNF file, or a JSON schema in a file whose name ends in {@code .json}, for prompts that bring none
 * @param apiKeyFile a file with the key that the server asks for
 */
public record ServerSettings(
        URI address,
        @Nullable String model,
        String server,
        boolean allowRemote,
        Duration connectTimeout,
        Duration stallTimeout,
        double temperature,
        int seed,
        @Nullable Path grammar,
        @Nullable Path apiKeyFile) {
    private static final Set<String> KNOWN = Set.of("llama-server", "vllm", "ollama", "other");

    public ServerSettings {
        Objects.requireNonNull(address, "address is missing, such as http://127.0.0.1:8080/v1");
        server = server == null ? "other" : server;
        connectTimeout = connectTimeout == null ? Duration.ofSeconds(2) : connectTimeout;
        stallTimeout = stallTimeout == null ? Duration.ofSeconds(10) : stallTimeout;
        if (!Set.of("http", "https").contains(String.valueOf(address.getScheme())) || address.getHost() == null) {
            throw new IllegalArgumentException(address + " is no address; write one such as http://127.0.0.1:8080/v1");
        }
        if (!KNOWN.contains(server)) {
            throw new IllegalArgumentException(
                    "no server is called " + server + "; known are llama-server, vllm, ollama, other");
        }
        if (!allowRemote && !isThisMachine(address.getHost())) {
            throw new IllegalArgumentException(
                    address.getHost() + " is not this machine (127.0.0.1, ::1 or localhost), and what"
                            + " people say is personal data; run the server here, or set allow-remote: true if it may leave the"
                            + " device");
        }
        if (!(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException("temperature must be from 0 to 2, not " + temperature);
        }
    }

    /** Take a server on this machine as it is. */
    public static ServerSettings at(URI address) {
        return new ServerSettings(
                address, null, "other", false, Duration.ofSeconds(2), Duration.ofSeconds(10), 0, 0, null, null);
    }

    /** Judge by what is written: another name may mean this machine today and another one tomorrow. */
    private static boolean isThisMachine(String host) {
        return host.equals("localhost")
                || host.equals("[::1]")
                || host.matches("127(?:\\.(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}");
    }
}
