package dev.aizuchi.cluster;

import com.hazelcast.cluster.Member;

/** Count what one machine has been given. For one thread. */
final class MachineState {
    /** The attribute of a member that tells how many threads it lends. */
    static final String JOBS = "jobs";
    /** The attribute that tells the version of its program. */
    static final String VERSION = "version";
    /** So many runs wait there for each thread, so that none is idle while an answer is under way. */
    private static final int AHEAD = 2;

    private final Member member;
    private final int jobs;
    private int held;
    private boolean failed;

    MachineState(Member member) {
        this.member = member;
        this.jobs = jobs(member);
    }

    private static int jobs(Member member) {
        String jobs = member.getAttribute(JOBS);
        try {
            return jobs == null ? 0 : Integer.parseInt(jobs);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    static String name(Member member) {
        return member.getAddress().getHost() + ":" + member.getAddress().getPort();
    }

    String name() {
        return name(member);
    }

    Member member() {
        return member;
    }

    int jobs() {
        return jobs;
    }

    int held() {
        return held;
    }

    boolean takesMore() {
        return !failed && held < jobs * AHEAD;
    }

    boolean isUsable() {
        return !failed && jobs > 0;
    }

    void gave() {
        held++;
    }

    void answered() {
        held--;
    }

    /** Give it no more; false where that was so before. */
    boolean fail() {
        boolean first = !failed;
        failed = true;
        return first;
    }
}
