package dev.aizuchi.models;

import java.net.http.HttpClient;
import java.time.Duration;

/**
 * Say how patient a fetch is.
 *
 * @param connectTimeout until a connection stands
 * @param stallTimeout without a single byte, until the connection counts as dead
 * @param attempts in a row that bring nothing new, until the fetch gives up
 * @param backOff before the second attempt; doubles with each one that brings nothing, up to a minute
 * @param lockTimeout until a wait for another process is given up
 */
public record FetchOptions(
        Duration connectTimeout,
        Duration stallTimeout,
        int attempts,
        Duration backOff,
        Duration lockTimeout,
        Proxies proxies) {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    public FetchOptions {
        if (attempts < 1 || stallTimeout.isNegative() || stallTimeout.isZero()) {
            throw new IllegalArgumentException("attempts and stallTimeout must be positive");
        }
    }

    /** Give the options that suit a weak link, with the proxies of this process's environment. */
    public static FetchOptions standard() {
        return new FetchOptions(
                Duration.ofSeconds(15),
                Duration.ofSeconds(30),
                5,
                Duration.ofSeconds(1),
                Duration.ofMinutes(30),
                Proxies.of(System.getenv()));
    }

    Duration waitAfter(int fruitless) {
        Duration wait = backOff.multipliedBy(1L << Math.min(fruitless - 1, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    HttpClient client() {
        // HTTP/1.1: one connection for one large file; a stalled one can be dropped alone.
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(connectTimeout)
                .proxy(proxies);
        proxies.authenticator().ifPresent(builder::authenticator);
        return builder.build();
    }
}
