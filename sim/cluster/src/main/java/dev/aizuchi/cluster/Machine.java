package dev.aizuchi.cluster;

import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import dev.aizuchi.testkit.scenario.Played;
import dev.aizuchi.testkit.scenario.ScenarioSuite;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Take part with this machine: lend its threads to all others, and play a suite on all of them. */
public final class Machine implements AutoCloseable {
    /** The executor that plays. */
    static final String PLAY = "play";
    /** The executor that gives out the files of a suite, so that busy players do not keep them waiting. */
    static final String BOOKS = "books";
    /** Where tasks find the workbench. */
    static final String BENCH = "bench";
    /** Where tasks find the files of the suite that this machine plays. */
    static final String FILES = "files";

    private final HazelcastInstance hazelcast;
    private final Workbench bench;

    private Machine(HazelcastInstance hazelcast, Workbench bench) {
        this.hazelcast = hazelcast;
        this.bench = bench;
    }

    /**
     * Join the others, or be the first.
     *
     * @param players makes a player for a thread
     * @throws ClusterException when the address cannot be bound
     */
    public static Machine join(ClusterSettings settings, Supplier<? extends ScenarioSuite.Player> players) {
        Workbench bench = new Workbench(players);
        try {
            HazelcastInstance hazelcast = Hazelcast.newHazelcastInstance(MemberConfig.of(settings));
            if (settings.jobs() > 0) {
                hazelcast.getUserContext().put(BENCH, bench);
            }
            hazelcast.getCluster().addMembershipListener(new MembershipAdapter() {
                @Override
                public void memberRemoved(MembershipEvent event) {
                    bench.forget(event.getMember().getUuid());
                }
            });
            return new Machine(hazelcast, bench);
        } catch (RuntimeException e) {
            throw new ClusterException(
                    "cannot take part at " + settings.bind().getHostAddress() + ":" + settings.port() + ": "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                            + " Name another --port, or an address of this machine by --bind",
                    e);
        }
    }

    /** Give the address and port by which others name this machine. */
    public String address() {
        return MachineState.name(hazelcast.getCluster().getLocalMember());
    }

    /** Count the machines, this one among them. */
    public int machines() {
        return hazelcast.getCluster().getMembers().size();
    }

    /**
     * Play a suite on all machines that are there or come; each run counts once, whatever machine is lost meanwhile.
     *
     * @param files of all scenarios of the suite
     * @param failFast whether to begin none after one went wrong
     * @param listener is told of each as it ends, on the caller's thread
     * @param tell is told of machines that come, go and fail, on the caller's thread
     * @return what came of each, by scenario and seed
     * @throws ClusterException when no machine is left that can play
     */
    public List<Played> play(
            ScenarioSuite suite,
            SuiteFiles files,
            boolean failFast,
            Consumer<? super Played> listener,
            Consumer<String> tell) {
        hazelcast.getUserContext().put(FILES, files.toJson());
        return new ClusterRun(hazelcast, suite, failFast, listener, tell).play();
    }

    /** Leave; what was being played here is played again by others. */
    @Override
    public void close() {
        hazelcast.shutdown();
        bench.close();
    }
}
