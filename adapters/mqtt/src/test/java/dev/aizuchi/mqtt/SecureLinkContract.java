package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Place;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the adapter makes of passwords, certificates and rights: holds on every broker that has them.
 *
 * <p>Each broker has one port for each {@link Door}, knows the {@link User}s, and gives them their rights.
 */
abstract class SecureLinkContract {
    enum Door {
        PLAIN,
        TLS,
        EXPIRED,
        OTHER_HOST,
        CLIENT_CERTIFICATE
    }

    enum User {
        RUNTIME,
        ROBOT,
        /** May not give commands. */
        WATCHER,
        /** May give commands, but no stop. */
        MUTE;

        String login() {
            return name().toLowerCase(Locale.ROOT);
        }

        String password() {
            return "合言葉 " + login();
        }
    }

    static final String ROBOT_ID = "kaigo-1";
    private static final Action DRIVE = new Action.Navigate(new Place("食堂"));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeRobot real = new FakeRobot();

    @TempDir
    private Path directory;

    abstract SecureDoors doors();

    @Test
    void both_ends_find_each_other_with_passwords() throws Exception {
        assertDrives(settings(Door.PLAIN, User.ROBOT), settings(Door.PLAIN, User.RUNTIME));
    }

    @Test
    void both_ends_find_each_other_with_passwords_over_tls() throws Exception {
        assertDrives(settings(Door.TLS, User.ROBOT), settings(Door.TLS, User.RUNTIME));
    }

    @Test
    void both_ends_find_each_other_with_certificates_of_their_own() throws Exception {
        assertDrives(
                withOwnCertificate(settings(Door.CLIENT_CERTIFICATE, User.ROBOT)),
                withOwnCertificate(settings(Door.CLIENT_CERTIFICATE, User.RUNTIME)));
    }

    @Test
    void a_wrong_password_is_named_with_the_cure() throws IOException {
        Path wrong = Files.writeString(directory.resolve("wrong"), "ちがいます");
        MqttSettings settings = settings(Door.TLS, User.RUNTIME.login(), wrong, doors().ca());
        assertRefused(settings, "refuses user runtime", "correct username and password-file");
    }

    @Test
    void a_missing_password_is_named_with_the_cure() {
        assertRefused(
                settings(Door.PLAIN, null, null, null), "refuses a client without a name", "set username and password");
    }

    @Test
    void an_unknown_authority_is_named_with_the_cure() throws Exception {
        Path other = new Authority("another").write(directory.resolve("other-ca.pem"));
        MqttSettings settings = settings(Door.TLS, User.RUNTIME.login(), password(User.RUNTIME), other);
        assertRefused(settings, "not signed by", other.toString(), "set ca-file");
        assertRefused(settings(Door.TLS, null, null, null), "not signed by", "this Java", "set ca-file");
    }

    @Test
    void an_expired_certificate_is_named_with_the_cure() throws IOException {
        assertRefused(settings(Door.EXPIRED, User.RUNTIME), "not valid today", "renew it");
    }

    @Test
    void a_certificate_for_another_host_is_named_with_the_cure() throws IOException {
        assertRefused(settings(Door.OTHER_HOST, User.RUNTIME), "another host", "have one issued");
    }

    @Test
    void a_missing_client_certificate_is_named_with_the_cure() throws IOException {
        assertRefused(settings(Door.CLIENT_CERTIFICATE, User.RUNTIME), "client certificate", "set cert-file");
    }

    @Test
    void a_port_with_and_one_without_tls_are_told_apart() throws IOException {
        URI plain = doors().uri(Door.PLAIN);
        URI tls = doors().uri(Door.TLS);
        // What the broker may mend by itself is told when the time is up: side by side, for it is ample.
        CompletableFuture<Void> plainByTls = CompletableFuture.runAsync(() -> assertRefused(
                settings(URI.create("ssl://127.0.0.1:" + plain.getPort()), 10_000, null, null, null),
                "no TLS",
                "tcp://"));
        assertRefused(
                settings(URI.create("tcp://127.0.0.1:" + tls.getPort()), 10_000, null, null, null), "write ssl://");
        plainByTls.join();
    }

    @Test
    void an_order_that_the_broker_forbids_fails_and_names_the_right() throws Exception {
        try (MqttRobotServer server = MqttRobotServer.start(settings(Door.PLAIN, User.ROBOT), real);
                MqttRobot robot = MqttRobot.open(settings(Door.PLAIN, User.WATCHER))) {
            assertThat(Patience.outcome(robot.perform(new Command("forbidden", DRIVE, MINUTE), done -> {})))
                    .isInstanceOfSatisfying(Failed.class, failed -> {
                        assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE);
                        assertThat(failed.detail()).contains("aizuchi/kaigo-1/command", "access rights");
                    });
            assertThat(real.performed).isEmpty();
            assertThat(server.rejected()).isZero();
        }
    }

    @Test
    void a_stop_that_the_broker_forbids_stops_the_robot_by_its_dead_man() throws Exception {
        MqttSettings wary = with(
                Timing.of(doors().uri(Door.PLAIN), ROBOT_ID, 1_000, 10_000, 30_000),
                User.ROBOT.login(),
                password(User.ROBOT),
                null,
                null,
                null);
        try (MqttRobotServer server = MqttRobotServer.start(wary, real);
                MqttRobot robot = MqttRobot.open(settings(Door.PLAIN, User.MUTE))) {
            CompletionStage<Outcome> drive = robot.perform(new Command("drive", DRIVE, MINUTE), done -> {});
            Patience.next(real.performed);
            // Its rejection comes behind the acknowledgement of the drive, without which a stop would cancel the drive.
            Action unknown = new Action.Own("no_such_act", List.of());
            Patience.outcome(robot.perform(new Command("mark", unknown, MINUTE), done -> {}));
            robot.stop();
            assertThat(Patience.next(real.told)).isEqualTo("stop");
            assertThat(Patience.outcome(drive)).isInstanceOf(Failed.class);
            assertThat(robot.state().stopped()).isTrue();
            assertThat(server.rejected()).as("the mark alone").isEqualTo(1);
        }
    }

    private void assertDrives(MqttSettings robotSide, MqttSettings runtimeSide) throws Exception {
        try (MqttRobotServer server = MqttRobotServer.start(robotSide, real);
                MqttRobot robot = MqttRobot.open(runtimeSide)) {
            CompletionStage<Outcome> drive = robot.perform(new Command("drive", DRIVE, MINUTE), done -> {});
            real.end(Patience.next(real.performed).id(), new Completed());
            assertThat(Patience.outcome(drive)).isEqualTo(new Completed());
            robot.stop();
            assertThat(Patience.next(real.told)).isEqualTo("stop");
            robot.resume();
            assertThat(Patience.next(real.told)).isEqualTo("resume");
            assertThat(server.rejected()).isZero();
        }
    }

    private void assertRefused(MqttSettings settings, String... texts) {
        for (ThrowingCallable open : List.<ThrowingCallable>of(
                () -> MqttRobot.open(settings), () -> MqttRobotServer.start(settings, real))) {
            assertThatThrownBy(open)
                    .isInstanceOf(AdapterException.class)
                    .message()
                    .contains(settings.broker().toString())
                    .contains(texts);
        }
    }

    final MqttSettings settings(Door door, User user) throws IOException {
        return settings(door, user.login(), password(user), door == Door.PLAIN ? null : doors().ca());
    }

    private MqttSettings settings(Door door, @Nullable String user, @Nullable Path password, @Nullable Path ca) {
        return settings(doors().uri(door), 30_000, user, password, ca);
    }

    private static MqttSettings settings(
            URI broker, long openMs, @Nullable String user, @Nullable Path password, @Nullable Path ca) {
        MqttSettings times = Timing.of(broker, ROBOT_ID, 10_000, 10_000, openMs);
        return with(times, user, password, ca, null, null);
    }

    private MqttSettings withOwnCertificate(MqttSettings settings) {
        return with(
                settings,
                settings.username(),
                settings.passwordFile(),
                settings.caFile(),
                doors().clientCertificate(),
                doors().clientKey());
    }

    private static MqttSettings with(
            MqttSettings times,
            @Nullable String user,
            @Nullable Path password,
            @Nullable Path ca,
            @Nullable Path certificate,
            @Nullable Path key) {
        return new MqttSettings(
                times.broker(),
                times.topicRoot(),
                times.robot(),
                user,
                password,
                ca,
                certificate,
                key,
                times.heartbeat(),
                times.deadman(),
                times.linkTimeout(),
                times.ackTimeout(),
                times.openTimeout(),
                times.queue(),
                times.ledgerFile(),
                times.sessionExpiry(),
                times.cloudEvents());
    }

    private Path password(User user) throws IOException {
        return Files.writeString(directory.resolve(user.login()), user.password() + "\n");
    }
}
