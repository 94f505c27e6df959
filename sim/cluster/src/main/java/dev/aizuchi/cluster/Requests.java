package dev.aizuchi.cluster;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.serialization.DataSerializableFactory;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.UUID;

/** Make the requests that come over the wire; of what others send, no class is named. */
final class Requests implements DataSerializableFactory {
    static final int FACTORY = 1;

    @Override
    public IdentifiedDataSerializable create(int typeId) {
        if (typeId != Request.CLASS) {
            throw new IllegalArgumentException("no request has the number " + typeId);
        }
        return Request.forFiles(new UUID(0, 0));
    }

    static String text(ObjectDataInput in) throws IOException {
        String text = in.readString();
        if (text == null) {
            throw new IOException("a text is missing");
        }
        return text;
    }
}
