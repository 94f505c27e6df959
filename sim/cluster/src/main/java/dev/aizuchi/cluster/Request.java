package dev.aizuchi.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Ask a machine to play one run, or for the files of its suite; plain texts and numbers on the wire, as the answer. */
final class Request implements Callable<String>, IdentifiedDataSerializable, HazelcastInstanceAware {
    static final int CLASS = 1;

    /**
     * Name a run.
     *
     * @param brief whether what happened is left out where all went right
     */
    record Run(String source, String name, long seed, boolean brief) {}

    private UUID owner;
    private @Nullable Run run;
    private @Nullable HazelcastInstance machine;

    private Request(UUID owner, @Nullable Run run) {
        this.owner = owner;
        this.run = run;
    }

    /** Ask for a run of the suite that the owner plays. */
    static Request toPlay(UUID owner, Run run) {
        return new Request(owner, run);
    }

    /** Make one that is read from the wire, or asks for the files. */
    static Request forFiles(UUID owner) {
        return new Request(owner, null);
    }

    @Override
    public String call() {
        HazelcastInstance here = machine;
        if (here == null) {
            throw new IllegalStateException("runs on a machine alone");
        }
        Run asked = run;
        if (asked == null) {
            return here.getUserContext().get(Machine.FILES) instanceof String json ? json : "[]";
        }
        return here.getUserContext().get(Machine.BENCH) instanceof Workbench bench
                ? bench.play(owner, asked, () -> files(here))
                : PlayedJson.broken("this machine lends no threads");
    }

    private String files(HazelcastInstance here) {
        Member member = here.getCluster().getMembers().stream()
                .filter(each -> each.getUuid().equals(owner))
                .findFirst()
                .orElseThrow(() -> new ClusterException("who plays the suite has left"));
        try {
            return here.getExecutorService(Machine.BOOKS)
                    .submitToMember(forFiles(owner), member)
                    .get();
        } catch (ExecutionException e) {
            throw new ClusterException("who plays the suite did not give it: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("this machine is ending", e);
        }
    }

    @Override
    public void setHazelcastInstance(HazelcastInstance hazelcastInstance) {
        machine = hazelcastInstance;
    }

    @Override
    public int getFactoryId() {
        return Requests.FACTORY;
    }

    @Override
    public int getClassId() {
        return CLASS;
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeString(owner.toString());
        out.writeBoolean(run != null);
        if (run != null) {
            out.writeString(run.source());
            out.writeString(run.name());
            out.writeLong(run.seed());
            out.writeBoolean(run.brief());
        }
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        owner = UUID.fromString(Requests.text(in));
        run = in.readBoolean() ? new Run(Requests.text(in), Requests.text(in), in.readLong(), in.readBoolean()) : null;
    }
}
