package dev.aizuchi.studio;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.SameSite;
import io.javalin.http.UnauthorizedResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Let in whom the settings allow, whatever page their browser has open besides.
 *
 * <p>A foreign page can neither read (no cross-origin answer), nor act (its Origin is told by the browser), nor come in
 * under a name of its own that leads to this machine (DNS rebinding: the Host is checked).
 */
final class Access {
    private static final String COOKIE = "aizuchi_studio";
    private static final String LOGIN = "/login.html";
    /** What the page for the token needs itself. */
    private static final Set<String> OPEN = Set.of(LOGIN, "/login", "/studio.css", "/login.js", "/favicon.svg");

    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
    private static final Pattern PORT = Pattern.compile(":\\d+$");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; frame-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";
    /** A report is a file that somebody wrote: it is shown, and nothing in it runs. */
    private static final String REPORT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

    private final StudioSettings settings;
    private final String session;

    Access(StudioSettings settings) {
        this.settings = settings;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        session = HexFormat.of().formatHex(random);
    }

    /** Check a request before anything else is done with it. */
    void check(Context request) {
        request.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cache-Control", "no-cache");
        String host = String.valueOf(request.host()).toLowerCase(Locale.ROOT);
        if (!isKnown(PORT.matcher(host).replaceFirst(""))) {
            throw new ForbiddenResponse("the studio is not called by this name; call it by its address, or name it"
                    + " at the start: --host NAME");
        }
        if (!request.method().name().equals("GET") && !isOwn(request.header("Origin"), host)) {
            throw new ForbiddenResponse("another page asked for this; use the studio's own");
        }
        if (!OPEN.contains(request.path()) && !isAllowed(request)) {
            demandToken(request);
        }
    }

    /** Loosen the policy as far as a report's page needs, which has its style in itself. */
    static void showReport(Context request, String page) {
        request.header("Content-Security-Policy", REPORT_POLICY).html(page);
    }

    /** Take a token from the form, and know the browser from then on. */
    void login(Context request) {
        String given = request.formParam("token");
        if (settings.token() == null || given == null || !same(given, settings.token())) {
            request.redirect(LOGIN + "?wrong");
            return;
        }
        Cookie cookie = new Cookie(COOKIE, session);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        cookie.setPath("/");
        request.cookie(cookie);
        request.redirect("/");
    }

    private boolean isKnown(String name) {
        if (LOCAL_NAMES.contains(name) || settings.hosts().contains(name)) {
            return true;
        }
        return !settings.bind().isLoopbackAddress() && ADDRESS.matcher(name).matches();
    }

    /** Browsers tell the origin with whatever a page sends; what is no browser has no cookie to be misused. */
    private static boolean isOwn(@Nullable String origin, String host) {
        return origin == null || origin.equals("http://" + host) || origin.equals("https://" + host);
    }

    private boolean isAllowed(Context request) {
        String token = settings.token();
        if (token == null) {
            return true;
        }
        String cookie = request.cookie(COOKIE);
        String header = request.header("Authorization");
        return (cookie != null && same(cookie, session)) || (header != null && same(header, "Bearer " + token));
    }

    private static void demandToken(Context request) {
        if (request.path().equals("/")) {
            request.redirect(LOGIN);
            request.skipRemainingHandlers();
        } else {
            throw new UnauthorizedResponse("a token is needed; open / in a browser, or send Authorization: Bearer");
        }
    }

    /** Compare in a time that tells nothing, not even the length. */
    private static boolean same(String given, String wanted) {
        return MessageDigest.isEqual(hash(given), hash(wanted));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
