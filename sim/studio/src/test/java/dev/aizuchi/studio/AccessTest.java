package dev.aizuchi.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class AccessTest {
    private static final String TOKEN = "correct-horse-battery";

    @TempDir
    private Path reports = Path.of("");

    private TestStudio running;
    private Browsing browser;

    @BeforeEach
    void start() {
        running = new TestStudio(
                new StudioSettings(InetAddress.getLoopbackAddress(), 0, TOKEN, Set.of("robot.example")), reports, 1);
        browser = new Browsing(running.studio.address());
    }

    @AfterEach
    void end() {
        running.close();
    }

    @Test
    void beyond_this_machine_a_token_is_a_must_and_not_a_short_one() throws IOException {
        InetAddress everywhere = InetAddress.getByName("0.0.0.0");

        assertThatThrownBy(() -> new StudioSettings(everywhere, 0, null, Set.of()))
                .hasMessageContaining("needs a token");
        assertThatThrownBy(() -> new StudioSettings(everywhere, 0, "secret", Set.of()))
                .hasMessageContaining("shorter than 16");
        assertThat(new StudioSettings(everywhere, 0, TOKEN, Set.of()).port()).isZero();
    }

    @Test
    void nothing_is_told_and_nothing_is_done_without_the_token() {
        assertThat(browser.get("/api/live").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/live/events").statusCode()).isEqualTo(401);
        assertThat(browser.get("/js/main.js").statusCode()).isEqualTo(401);
        assertThat(browser.post("/api/live/stop", "").statusCode()).isEqualTo(401);
        assertThat(running.world.robot().state().stopped()).isFalse();
        var page = browser.get("/");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/login.html");
        assertThat(page.body()).doesNotContain("<main");
        assertThat(browser.get("/login.html").body()).contains("token");
    }

    @Test
    void who_shows_the_token_is_known_from_then_on() {
        var wrong = browser.form("/login", "token=wrong-wrong-wrong-wrong");
        assertThat(wrong.headers().firstValue("Location").orElseThrow()).contains("wrong");
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();

        String cookie = browser.form("/login", "token=" + TOKEN)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();

        assertThat(cookie)
                .contains("SameSite=Strict")
                .containsIgnoringCase("HttpOnly")
                .doesNotContain(TOKEN);
        String shown = cookie.substring(0, cookie.indexOf(';'));
        assertThat(browser.get("/api/live", "Cookie", shown).statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/live", "Cookie", shown + "0").statusCode()).isEqualTo(401);
    }

    @Test
    void a_program_shows_it_in_a_header() {
        assertThat(browser.get("/api/live", "Authorization", "Bearer " + TOKEN).statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/api/live", "Authorization", "Bearer " + TOKEN + "x")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_name_that_was_given_at_the_start_is_answered_to() throws IOException {
        assertThat(browser.statusAsHost("robot.example")).contains("401");
        assertThat(browser.statusAsHost("other.example")).contains("403");
    }

    @Test
    void a_port_that_is_taken_is_named() {
        int taken = running.studio.address().getPort();

        assertThatThrownBy(() -> new TestStudio(StudioSettings.local(taken), reports, 1))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("port " + taken)
                .hasMessageContaining("choose another");
    }
}
