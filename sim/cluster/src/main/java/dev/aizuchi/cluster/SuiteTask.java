package dev.aizuchi.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Ask the machine that plays a suite for its files. */
final class SuiteTask implements Callable<String>, IdentifiedDataSerializable, HazelcastInstanceAware {
    static final int CLASS = 2;

    private @Nullable HazelcastInstance machine;

    static String ask(HazelcastInstance here, UUID owner) {
        Member member = here.getCluster().getMembers().stream()
                .filter(each -> each.getUuid().equals(owner))
                .findFirst()
                .orElseThrow(() -> new ClusterException("who plays the suite has left"));
        try {
            return here.getExecutorService(Machine.BOOKS)
                    .submitToMember(new SuiteTask(), member)
                    .get();
        } catch (ExecutionException e) {
            throw new ClusterException("who plays the suite did not give it: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("this machine is ending", e);
        }
    }

    @Override
    public String call() {
        Object files = machine == null ? null : machine.getUserContext().get(Machine.FILES);
        return files instanceof String json ? json : "[]";
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
    public void writeData(ObjectDataOutput out) {}

    @Override
    public void readData(ObjectDataInput in) {}
}
