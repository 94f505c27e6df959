package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.MqttActivity;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.PermissionType;
import com.hivemq.extension.sdk.api.packets.auth.DefaultAuthorizationBehaviour;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.packets.connect.ConnectPacket;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import dev.aizuchi.broker.EmbeddedBroker;
import dev.aizuchi.plugin.AdapterException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords, certificates and rights of an embedded HiveMQ, which has them by its configuration and an extension. */
class MqttSecurityTest extends SecureLinkContract {
    private static SecureDoors doors;
    private static EmbeddedHiveMQ broker;

    @BeforeAll
    static void startBroker(@TempDir Path directory) throws Exception {
        // Its logs go where those of the embedded broker go.
        EmbeddedBroker.start(0).close();
        doors = new SecureDoors(directory);
        Path configuration = Files.createDirectories(directory.resolve("conf"));
        Files.writeString(configuration.resolve("config.xml"), configuration(directory));
        broker = EmbeddedHiveMQ.builder()
                .withConfigurationFolder(configuration)
                .withDataFolder(Files.createDirectories(directory.resolve("data")))
                .withExtensionsFolder(Files.createDirectories(directory.resolve("extensions")))
                .withEmbeddedExtension(EmbeddedExtension.builder()
                        .withId("users")
                        .withName("users")
                        .withVersion("1")
                        .withAuthor("test")
                        .withPriority(0)
                        .withStartPriority(0)
                        .withExtensionMain(new Users())
                        .build())
                .withoutLoggingBootstrap()
                .build();
        broker.start().get();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    @Override
    SecureDoors doors() {
        return doors;
    }

    @Test
    void a_topic_that_may_not_be_read_is_named_with_the_cure() throws Exception {
        // The runtime of the watcher may read all, its robot's end may not read the commands.
        MqttSettings settings = settings(Door.PLAIN, User.WATCHER);
        assertThatThrownBy(() -> MqttRobotServer.start(settings, new FakeRobot()))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("does not let this client read aizuchi/kaigo-1/command")
                .hasMessageContaining("access rights");
    }

    private static String configuration(Path directory) throws Exception {
        Path trust = directory.resolve("trust.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", doors.authority().certificate());
        try (var out = Files.newOutputStream(trust)) {
            store.store(out, "changeit".toCharArray());
        }
        StringBuilder listeners = new StringBuilder("""
                <tcp-listener><port>%d</port><bind-address>127.0.0.1</bind-address></tcp-listener>
                """.formatted(doors.port(Door.PLAIN)));
        for (Door door : Door.values()) {
            if (door != Door.PLAIN) {
                Path keys = doors.certificate(door).writeKeyStore(directory.resolve(door + ".p12"));
                listeners.append("""
                        <tls-tcp-listener><port>%d</port><bind-address>127.0.0.1</bind-address><tls>
                        <keystore><path>%s</path><password>changeit</password>
                        <private-key-password>changeit</private-key-password></keystore>
                        <truststore><path>%s</path><password>changeit</password></truststore>
                        <client-authentication-mode>%s</client-authentication-mode>
                        </tls></tls-tcp-listener>
                        """.formatted(
                                doors.port(door), keys, trust, door == Door.CLIENT_CERTIFICATE ? "REQUIRED" : "NONE"));
            }
        }
        return "<?xml version=\"1.0\"?><hivemq><listeners>" + listeners + "</listeners>"
                + "<persistence><mode>in-memory</mode></persistence>"
                + "<anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics></hivemq>";
    }

    private static final class Users implements ExtensionMain {
        @Override
        public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
            SimpleAuthenticator authenticator = (in, out) -> authenticate(in.getConnectPacket(), out);
            Services.securityRegistry().setAuthenticatorProvider(provided -> authenticator);
        }

        @Override
        public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {}

        private static void authenticate(ConnectPacket packet, SimpleAuthOutput out) {
            String login = packet.getUserName().orElse("");
            String password = packet.getPassword()
                    .map(bytes -> StandardCharsets.UTF_8.decode(bytes).toString())
                    .orElse("");
            boolean known = Arrays.stream(User.values())
                    .anyMatch(user ->
                            user.login().equals(login) && user.password().equals(password));
            if (!known) {
                out.failAuthentication(ConnackReasonCode.BAD_USER_NAME_OR_PASSWORD);
                return;
            }
            if (login.equals(User.WATCHER.login())) {
                deny(out, "command", MqttActivity.ALL);
            }
            if (login.equals(User.MUTE.login())) {
                deny(out, "stop", MqttActivity.PUBLISH);
            }
            out.getDefaultPermissions().setDefaultBehaviour(DefaultAuthorizationBehaviour.ALLOW);
            out.authenticateSuccessfully();
        }

        private static void deny(SimpleAuthOutput out, String level, MqttActivity activity) {
            out.getDefaultPermissions()
                    .add(Builders.topicPermission()
                            .topicFilter("aizuchi/+/" + level)
                            .activity(activity)
                            .type(PermissionType.DENY)
                            .build());
        }
    }
}
