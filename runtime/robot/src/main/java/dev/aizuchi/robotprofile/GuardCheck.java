package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Bus.Part;
import dev.aizuchi.bus.Datum;
import java.util.Map;

/** Look whether the guard can do what it is for: nothing goes past it, and what passes is not ended for nothing. */
final class GuardCheck {
    /** What the expressions of a heartbeat may name. */
    static final Datum.Fields BEAT = new Datum.Fields(Map.of("count", new Datum.Whole(1)));

    private final RobotFile file;
    private final MessageCheck messages;
    private final Faults faults;

    GuardCheck(RobotFile file, MessageCheck messages, Faults faults) {
        this.file = file;
        this.messages = messages;
        this.faults = faults;
    }

    void look() {
        Step heartbeat = file.heartbeat();
        GuardUse guard = file.guard();
        if (heartbeat != null) {
            messages.brief(heartbeat, "/heartbeat", BEAT);
            faults.at("/heartbeat", () -> heartbeat.endpoint(Datum.Fields.NONE));
            if (heartbeat.publish() == null) {
                faults.add("/heartbeat", "is published; write publish");
            }
        }
        if (guard == null) {
            return;
        }
        if (heartbeat == null) {
            faults.add("/guard", "nothing passes without a heartbeat; write heartbeat: { on: …, publish: … }");
        }
        guard.over(file.buses()).forEach(this::client);
        for (int i = 0; i < guard.velocities().size(); i++) {
            passage(guard, guard.velocities().get(i), "/guard/velocities/" + i);
        }
    }

    /** Two with one client id throw each other off the broker. */
    private void client(String name, RobotFile.BusUse use) {
        RobotFile.BusUse runtimes = file.buses().get(name);
        boolean shared = runtimes != null
                && runtimes.with() != null
                && use.with() != null
                && use.with().has("client-id")
                && use.with().path("client-id").equals(runtimes.with().path("client-id"));
        if (shared) {
            faults.add(
                    "/guard",
                    "needs a client-id of its own; write buses: { " + name + ": { use: " + use.use()
                            + ", with: { …, client-id: "
                            + use.with().path("client-id").asText() + "-guard } } }");
        }
    }

    private void passage(GuardUse guard, GuardUse.Passage passage, String path) {
        var known = guard.over(file.buses()).keySet();
        faults.bus(passage.on(), known, path);
        faults.bus(passage.toOn(), known, path);
        if (passage.on().equals(passage.toOn()) && passage.from().equals(passage.to())) {
            faults.add(path, "from and to are one; what moves the robot must go to a topic of its own: from");
        }
        if (passage.type().isEmpty() && passage.zero().equals(Template.NONE)) {
            faults.add(path + "/zero", "says nothing on a bus without types; write every value that must be zero");
        }
        faults.at(path + "/zero", () -> passage.zero().in(Datum.Fields.NONE))
                .ifPresent(zero -> messages.pattern(passage.on(), passage.type(), Part.MESSAGE, path)
                        .ifPresent(pattern -> messages.fits((Datum.Fields) zero, pattern, path + "/zero")));
        file.actions().forEach((name, act) -> {
            for (int i = 0; i < act.steps().size(); i++) {
                repeated(guard, passage, act.steps().get(i), "/actions/" + name + "/steps/" + i);
            }
        });
    }

    private void repeated(GuardUse guard, GuardUse.Passage passage, Step step, String path) {
        if (step.forS() == null) {
            return;
        }
        if (step.on().equals(passage.toOn()) && isTopic(step, passage.to())) {
            faults.add(path, "goes past the guard; publish to " + passage.from());
        }
        double least = Math.ceil(1.5 / guard.patienceS() - 1e-6);
        if (step.on().equals(passage.on()) && isTopic(step, passage.from()) && step.rateHz() < least) {
            faults.add(path, "is ended by the guard between two messages; write rate-hz: " + (int) least + " or more");
        }
    }

    private static boolean isTopic(Step step, String topic) {
        return step.publish() != null && step.publish().equals(Template.Text.of(topic));
    }
}
