package dev.aizuchi.mqtt;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The broker's process is killed, as by a power cut, and started again. */
@Tag("mosquitto")
class MosquittoOutageTest extends OutageContract {
    @TempDir
    private Path directory;

    @Override
    TestBroker start(int port) throws IOException {
        return Mosquitto.open(directory, port);
    }
}
