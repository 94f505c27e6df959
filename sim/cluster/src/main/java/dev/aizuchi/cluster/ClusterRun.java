package dev.aizuchi.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.ExecutionCallback;
import com.hazelcast.core.HazelcastInstance;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.testkit.scenario.Course;
import dev.aizuchi.testkit.scenario.Played;
import dev.aizuchi.testkit.scenario.Scenario;
import dev.aizuchi.testkit.scenario.ScenarioSuite;
import dev.aizuchi.testkit.scenario.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Give the runs of one suite out to machines, and count what comes back; all of it on the caller's thread. */
final class ClusterRun implements MembershipListener {
    /** A machine that lends threads has to be there by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Of so many runs all is kept that happened; of more, a machine's memory would not hold it. */
    private static final int ALL_TOLD = 10_000;

    private final HazelcastInstance hazelcast;
    private final ScenarioSuite suite;
    private final boolean failFast;
    private final Consumer<? super Played> listener;
    private final Consumer<String> tell;
    private final Leases leases;
    private final @Nullable Played[] played;
    private final Map<UUID, MachineState> machines = new LinkedHashMap<>();
    /** What other threads leave for this one. */
    private final BlockingQueue<Runnable> news = new LinkedBlockingQueue<>();

    private Optional<String> lastFault = Optional.empty();
    private boolean enough;

    ClusterRun(
            HazelcastInstance hazelcast,
            ScenarioSuite suite,
            boolean failFast,
            Consumer<? super Played> listener,
            Consumer<String> tell) {
        this.hazelcast = hazelcast;
        this.suite = suite;
        this.failFast = failFast;
        this.listener = listener;
        this.tell = tell;
        this.leases = new Leases(suite.size());
        this.played = new Played[suite.size()];
    }

    List<Played> play() {
        UUID registration = hazelcast.getCluster().addMembershipListener(this);
        try {
            hazelcast.getCluster().getMembers().forEach(this::came);
            while (!leases.isFinished() && !(enough && leases.out() == 0)) {
                giveOut();
                follow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hazelcast.getCluster().removeMembershipListener(registration);
        }
        List<Played> inOrder = new ArrayList<>();
        for (Played one : played) {
            if (one != null) {
                inOrder.add(one);
            }
        }
        return ScenarioSuite.judged(inOrder);
    }

    private void follow() throws InterruptedException {
        boolean alone = machines.values().stream().noneMatch(MachineState::isUsable) && leases.out() == 0;
        if (alone && lastFault.isPresent()) {
            throw new ClusterException(lastFault.get());
        }
        Runnable first = alone ? news.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS) : news.take();
        if (first == null) {
            throw new ClusterException("no machine lends threads; start one by: ./aizuchi scenario worker --cluster "
                    + MachineState.name(hazelcast.getCluster().getLocalMember()));
        }
        first.run();
    }

    private void giveOut() {
        boolean more = !enough;
        while (more) {
            more = false;
            for (MachineState machine : machines.values()) {
                OptionalInt run = machine.takesMore() ? leases.take() : OptionalInt.empty();
                if (run.isPresent()) {
                    more = true;
                    give(run.getAsInt(), machine);
                }
            }
        }
    }

    private void give(int run, MachineState machine) {
        machine.gave();
        Scenario scenario = suite.scenario(run);
        UUID owner = hazelcast.getCluster().getLocalMember().getUuid();
        Request request = Request.toPlay(
                owner, new Request.Run(scenario.source(), scenario.name(), suite.seed(run), suite.size() > ALL_TOLD));
        hazelcast
                .getExecutorService(Machine.PLAY)
                .submitToMember(request, machine.member(), new ExecutionCallback<String>() {
                    @Override
                    public void onResponse(String json) {
                        news.add(() -> answered(run, machine, json));
                    }

                    @Override
                    public void onFailure(Throwable why) {
                        news.add(() -> lost(run, machine));
                    }
                });
    }

    private void answered(int run, MachineState machine, String json) {
        machine.answered();
        try {
            count(run, PlayedJson.read(json, suite.scenario(run)));
        } catch (ClusterException e) {
            leases.putBack(run);
            leaveOut(machine, String.valueOf(e.getMessage()));
        }
    }

    private void lost(int run, MachineState machine) {
        machine.answered();
        if (machine.fail()) {
            tell.accept(machine.name() + " is lost; what it had is played again");
        }
        if (!leases.lost(run)) {
            count(run, notPlayed(run));
        }
    }

    private Played notPlayed(int run) {
        return new Played(
                suite.scenario(run),
                suite.seed(run),
                Optional.of(suite.scenario(run).source() + ": not played: " + Leases.CHANCES
                        + " machines were lost that had it; play it alone to see why"),
                false,
                Duration.ZERO,
                Duration.ZERO,
                new Course(
                        List.of(),
                        List.of(),
                        List.of(),
                        new Track(FloorPlan.named(suite.scenario(run).floor()), List.of())));
    }

    private void count(int run, Played one) {
        if (leases.count(run)) {
            played[run] = one;
            enough |= failFast && ScenarioSuite.isWrong(one);
            listener.accept(one);
        }
    }

    private void leaveOut(MachineState machine, String why) {
        lastFault = Optional.of(machine.name() + " cannot play: " + why);
        if (machine.fail()) {
            tell.accept(lastFault.get() + "; it is left out");
        }
    }

    private void came(Member member) {
        MachineState machine = new MachineState(member);
        if (machines.putIfAbsent(member.getUuid(), machine) != null) {
            return;
        }
        String own = hazelcast.getCluster().getLocalMember().getAttribute(MachineState.VERSION);
        String version = member.getAttribute(MachineState.VERSION);
        if (!Objects.equals(own, version)) {
            leaveOut(machine, "it has version " + version + ", this machine " + own);
        } else if (!member.localMember() && machine.jobs() > 0) {
            tell.accept(machine.name() + " takes part with " + machine.jobs() + " threads");
        }
    }

    @Override
    public void memberAdded(MembershipEvent event) {
        news.add(() -> came(event.getMember()));
    }

    @Override
    public void memberRemoved(MembershipEvent event) {
        // What it had comes back as lost; a machine that joins again is another member.
        news.add(() -> machines.remove(event.getMember().getUuid()));
    }
}
