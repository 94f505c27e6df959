package dev.aizuchi.cluster;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.serialization.DataSerializableFactory;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.UUID;

/** Make the tasks that come over the wire; of what others send, no class is named. */
final class Tasks implements DataSerializableFactory {
    static final int FACTORY = 1;

    @Override
    public IdentifiedDataSerializable create(int typeId) {
        return switch (typeId) {
            case PlayTask.CLASS -> new PlayTask(new UUID(0, 0), "", "", 0, false);
            case SuiteTask.CLASS -> new SuiteTask();
            default -> throw new IllegalArgumentException("no task has the number " + typeId);
        };
    }

    static String text(ObjectDataInput in) throws IOException {
        String text = in.readString();
        if (text == null) {
            throw new IOException("a text is missing");
        }
        return text;
    }
}
