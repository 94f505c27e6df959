package dev.aizuchi.mqtt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Passwords, certificates and rights of a real Mosquitto; the rights are those that {@code mosquitto.acl} advises. */
@Tag("mosquitto")
class MosquittoSecurityTest extends SecureLinkContract {
    private static final String OTHER_USERS = """

            user watcher
            topic read aizuchi/kaigo-1/#

            user mute
            topic read aizuchi/kaigo-1/#
            topic write aizuchi/kaigo-1/command
            topic write aizuchi/kaigo-1/heartbeat
            """;

    private static SecureDoors doors;
    private static Mosquitto broker;

    @BeforeAll
    static void startBroker(@TempDir Path directory) throws Exception {
        doors = new SecureDoors(directory);
        Path rights = directory.resolve("acl");
        Files.writeString(rights, Files.readString(Path.of("mosquitto.acl")) + OTHER_USERS);
        StringBuilder configuration = new StringBuilder("allow_anonymous false\npassword_file " + passwords(directory)
                + "\nacl_file " + rights + "\nlistener " + doors.port(Door.PLAIN) + " 127.0.0.1\n");
        for (Door door : Door.values()) {
            if (door != Door.PLAIN) {
                configuration.append(listener(door, directory));
            }
        }
        broker = Mosquitto.start(directory, configuration.toString(), doors.port(Door.PLAIN));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Override
    SecureDoors doors() {
        return doors;
    }

    private static String listener(Door door, Path directory) throws Exception {
        Path certificate = doors.certificate(door).writeCertificate(directory.resolve(door + ".pem"));
        Path key = doors.certificate(door).writeKey(directory.resolve(door + "-key.pem"));
        return "listener %d 127.0.0.1\ncafile %s\ncertfile %s\nkeyfile %s\nrequire_certificate %s\n"
                .formatted(doors.port(door), doors.ca(), certificate, key, door == Door.CLIENT_CERTIFICATE);
    }

    private static Path passwords(Path directory) throws IOException, InterruptedException {
        StringBuilder lines = new StringBuilder();
        for (User user : User.values()) {
            lines.append(user.login()).append(':').append(user.password()).append('\n');
        }
        Path file = Files.writeString(directory.resolve("passwords"), lines);
        Process process = new ProcessBuilder(Mosquitto.tool("mosquitto_passwd").toString(), "-U", file.toString())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new AssertionError("mosquitto_passwd fails");
        }
        return file;
    }
}
