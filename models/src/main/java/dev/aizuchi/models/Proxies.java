package dev.aizuchi.models;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Choose the proxy: the JVM's {@code https.proxyHost} properties first, then HTTPS_PROXY, HTTP_PROXY and NO_PROXY.
 *
 * <p>The variables may be lower case; ALL_PROXY stands in for a missing one. NO_PROXY is a list of hosts, each also
 * meaning its subdomains; {@code *} means all. This machine itself is never reached by a proxy.
 */
public final class Proxies extends ProxySelector {
    private final Map<String, String> environment;

    private Proxies(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Read the variables of the given environment when they are needed. */
    public static Proxies of(Map<String, String> environment) {
        return new Proxies(environment);
    }

    @Override
    public List<Proxy> select(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        Optional<URI> proxy = System.getProperty(scheme + ".proxyHost") == null ? variable(scheme) : Optional.empty();
        if (proxy.isEmpty()) {
            ProxySelector ofJvm = ProxySelector.getDefault();
            return ofJvm == null ? List.of(Proxy.NO_PROXY) : ofJvm.select(uri);
        }
        if (isDirect(uri.getHost().toLowerCase(Locale.ROOT), uri.getPort())) {
            return List.of(Proxy.NO_PROXY);
        }
        return List.of(new Proxy(
                Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.get().getHost(), port(proxy.get()))));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The transfer itself reports and retries.
    }

    /** Answer a proxy that asks for the name and password written in its variable. */
    Optional<Authenticator> authenticator() {
        Optional<String> login = Stream.of("https", "http")
                .flatMap(scheme -> variable(scheme).stream())
                .flatMap(proxy -> Optional.ofNullable(proxy.getRawUserInfo()).stream())
                .filter(info -> info.contains(":"))
                .findFirst();
        return login.map(info -> new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                if (getRequestorType() != RequestorType.PROXY) {
                    return null;
                }
                String[] parts = info.split(":", 2);
                return new PasswordAuthentication(
                        decoded(parts[0]), decoded(parts[1]).toCharArray());
            }
        });
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private Optional<URI> variable(String scheme) {
        return Stream.of(scheme + "_proxy", "all_proxy")
                .map(this::value)
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(Proxies::parsed);
    }

    private static URI parsed(String value) {
        String address = value.contains("://") ? value.strip() : "http://" + value.strip();
        try {
            URI uri = new URI(address);
            if ("http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
            throw refused();
        } catch (URISyntaxException e) {
            throw refused();
        }
    }

    /** Name the variables only, without a cause: their value may hold a password. */
    private static ModelException refused() {
        return new ModelException(
                "the proxy in HTTPS_PROXY, HTTP_PROXY or ALL_PROXY is not of the form http://host:port"
                        + " (SOCKS and https:// are not supported); correct the variable or unset it");
    }

    private static int port(URI proxy) {
        return proxy.getPort() == -1 ? 80 : proxy.getPort();
    }

    private boolean isDirect(String host, int port) {
        if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
            return true;
        }
        return Stream.of(value("no_proxy").toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .map(name ->
                        name.startsWith("*.") ? name.substring(2) : name.startsWith(".") ? name.substring(1) : name)
                .anyMatch(name -> name.equals("*")
                        || host.equals(name)
                        || host.endsWith("." + name)
                        || (host + ":" + port).equals(name));
    }

    private String value(String lowerCase) {
        String upper = environment.getOrDefault(lowerCase.toUpperCase(Locale.ROOT), "");
        return environment.getOrDefault(lowerCase, upper);
    }
}
