package dev.aizuchi.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Ask a machine to play one run; plain texts and numbers on the wire, and so is the answer. */
final class PlayTask implements Callable<String>, IdentifiedDataSerializable, HazelcastInstanceAware {
    static final int CLASS = 1;

    private UUID owner;
    private String source;
    private String name;
    private long seed;
    private boolean brief;
    private @Nullable HazelcastInstance machine;

    /**
     * Name the run.
     *
     * @param brief whether what happened is left out where all went right
     */
    PlayTask(UUID owner, String source, String name, long seed, boolean brief) {
        this.owner = owner;
        this.source = source;
        this.name = name;
        this.seed = seed;
        this.brief = brief;
    }

    @Override
    public String call() {
        HazelcastInstance here = here();
        Workbench bench = (Workbench) here.getUserContext().get(Machine.BENCH);
        return bench == null
                ? PlayedJson.broken("this machine lends no threads")
                : bench.play(owner, source, name, seed, brief, () -> SuiteTask.ask(here, owner));
    }

    private HazelcastInstance here() {
        if (machine == null) {
            throw new IllegalStateException("runs on a machine alone");
        }
        return machine;
    }

    @Override
    public void setHazelcastInstance(HazelcastInstance hazelcastInstance) {
        machine = hazelcastInstance;
    }

    @Override
    public int getFactoryId() {
        return Tasks.FACTORY;
    }

    @Override
    public int getClassId() {
        return CLASS;
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeString(owner.toString());
        out.writeString(source);
        out.writeString(name);
        out.writeLong(seed);
        out.writeBoolean(brief);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        owner = UUID.fromString(Tasks.text(in));
        source = Tasks.text(in);
        name = Tasks.text(in);
        seed = in.readLong();
        brief = in.readBoolean();
    }
}
