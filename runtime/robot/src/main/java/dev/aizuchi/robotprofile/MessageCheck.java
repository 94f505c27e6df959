package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Bus.Part;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import java.util.Optional;
import java.util.Set;

/** Look whether what is sent fits where it goes, and whether what is looked for in an answer can stand there. */
final class MessageCheck {
    private final Set<String> buses;
    private final Definitions definitions;
    private final Faults faults;

    MessageCheck(Set<String> buses, Definitions definitions, Faults faults) {
        this.buses = buses;
        this.definitions = definitions;
        this.faults = faults;
    }

    /** What ends a motion must not wait. */
    void brief(Step step, String path, Datum.Fields scope) {
        step(step, path, scope);
        if (step.goal() != null || step.await() != null || step.forS() != null) {
            faults.add(path, "only publish, once, and call may stand here");
        }
    }

    void step(Step step, String path, Datum.Fields scope) {
        faults.bus(step.on(), buses, path);
        Optional<Endpoint> endpoint = faults.at(path, () -> step.endpoint(scope));
        Optional<Datum.Fields> message = faults.at(path + "/fields", () -> step.message(scope));
        Optional<Datum.Fields> closing = faults.at(path + "/closing", () -> step.closing(scope));
        Expression seconds = step.forS();
        if (seconds != null) {
            faults.at(path + "/for-s", () -> Expression.number(seconds.in(scope)));
        }
        if (endpoint.isEmpty()) {
            return;
        }
        if (endpoint.get().name().matches(".*[+#].*") && step.await() == null) {
            faults.add(path, "+ and # stand for topics that are heard; write the one that is meant");
        }
        Part out = step.goal() != null ? Part.GOAL : step.call() != null ? Part.REQUEST : Part.MESSAGE;
        pattern(step.on(), step.type(), out, path).ifPresent(pattern -> {
            message.ifPresent(fields -> fits(fields, pattern, path + "/fields"));
            closing.ifPresent(fields -> fits(fields, pattern, path + "/closing"));
        });
        answers(step, path, scope);
    }

    private void answers(Step step, String path, Datum.Fields scope) {
        Part in = step.goal() != null ? Part.RESULT : step.call() != null ? Part.RESPONSE : Part.MESSAGE;
        Optional<Datum.Fields> answer = pattern(step.on(), step.type(), in, path);
        for (int i = 0; i < step.outcome().size(); i++) {
            condition(step.outcome().get(i).when(), answer, scope, path + "/outcome/" + i);
        }
        if (step.until() != null) {
            condition(step.until(), answer, scope, path + "/until");
        }
        Expression told = step.progress() == null ? step.remaining() : step.progress();
        if (told != null) {
            String key = path + (step.progress() == null ? "/remaining" : "/progress");
            pattern(step.on(), step.type(), Part.FEEDBACK, path)
                    .ifPresent(pattern -> faults.at(key, () -> Expression.number(told.in(pattern))));
        }
    }

    void condition(Condition condition, Optional<Datum.Fields> message, Datum.Fields order, String path) {
        Template is = condition.is();
        if (is != null) {
            faults.at(path, () -> is.in(order));
        }
        message.ifPresent(pattern -> faults.at(path, () -> {
            Datum found = condition.value().in(pattern);
            if (is != null) {
                Fit.require(is.in(order), found, condition.value().toString());
            } else {
                Expression.number(found);
            }
            return found;
        }));
    }

    void fits(Datum.Fields message, Datum.Fields pattern, String path) {
        faults.at(path, () -> {
            Fit.require(message, pattern, "");
            return message;
        });
    }

    /** Types are ROS's: a package, what kind it is of, and a name. */
    private void type(String type, Part part, String path) {
        String kind =
                switch (part) {
                    case MESSAGE -> "msg";
                    case REQUEST, RESPONSE -> "srv";
                    case GOAL, FEEDBACK, RESULT -> "action";
                };
        if (!type.isEmpty() && !type.matches("\\w+/" + kind + "/\\w+")) {
            faults.add(path + "/type", type + " is no type of what stands here; write it as package/" + kind + "/Name");
        }
    }

    Optional<Datum.Fields> pattern(String bus, String type, Part part, String path) {
        type(type, part, path);
        return faults.at(path + "/type", () -> definitions.pattern(bus, type, part))
                .flatMap(found -> found);
    }
}
