package dev.aizuchi.robotprofile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.bus.Bus.Part;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.models.Suggestion;
import dev.aizuchi.robot.Argument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Look for what would only show when the robot is driven: names, expressions, fields and kinds that do not fit. */
final class RobotCheck {
    private final RobotFile file;
    private final KeyLines lines;
    private final Definitions definitions;
    private final List<Fault> faults = new ArrayList<>();

    private RobotCheck(RobotFileReader.Read read, Definitions definitions) {
        this.file = read.file();
        this.lines = read.lines();
        this.definitions = definitions;
    }

    static List<Fault> faults(RobotFileReader.Read read, Definitions definitions) {
        RobotCheck check = new RobotCheck(read, definitions);
        check.at("", check.file::profile);
        check.sources();
        check.file.actions().forEach(check::act);
        for (int i = 0; i < check.file.stop().size(); i++) {
            check.brief(check.file.stop().get(i), "/stop/" + i, Datum.Fields.NONE);
        }
        check.stops();
        check.battery();
        check.percepts();
        return List.copyOf(check.faults);
    }

    private void sources() {
        for (int i = 0; i < file.state().size(); i++) {
            Source source = file.state().get(i);
            String path = "/state/" + i;
            bus(source.on(), path);
            heard(source.on(), source.type(), Part.MESSAGE, path)
                    .ifPresent(pattern -> source.values()
                            .forEach((name, expression) -> at(
                                    path + "/values/" + name,
                                    () -> Expression.parse(expression).in(pattern))));
            source.values()
                    .forEach((name, expression) -> at(path + "/values/" + name, () -> Expression.parse(expression)));
        }
    }

    private void act(String name, Act act) {
        String path = "/actions/" + name;
        StandardActs.faults(name, act).forEach(fault -> faults.add(lines.fault(path, fault)));
        List<String> known = file.state().stream()
                .flatMap(source -> source.values().keySet().stream())
                .toList();
        Map<String, Datum> state = new LinkedHashMap<>();
        known.forEach(value -> state.put(value, new Datum.Real(0)));
        for (int i = 0; i < act.requires().size(); i++) {
            String value = act.requires().get(i).that().value();
            at(path + "/requires/" + i, () -> Expression.parse(value).in(new Datum.Fields(state)));
        }
        at(path + "/parameters", () -> OrderScope.example(act, file.places())).ifPresent(scope -> {
            for (int i = 0; i < act.steps().size(); i++) {
                step(act.steps().get(i), path + "/steps/" + i, scope);
            }
            for (int i = 0; i < act.cancel().size(); i++) {
                brief(act.cancel().get(i), path + "/cancel/" + i, scope);
            }
        });
    }

    /** What ends a motion must not wait. */
    private void brief(Step step, String path, Datum.Fields scope) {
        step(step, path, scope);
        if (step.goal() != null || step.await() != null || step.forS() != null) {
            faults.add(lines.fault(path, "only publish, once, and call may stand here"));
        }
    }

    private void step(Step step, String path, Datum.Fields scope) {
        bus(step.on(), path);
        Optional<Endpoint> endpoint = at(path, () -> step.endpoint(scope));
        Optional<Datum.Fields> message = at(path + "/fields", () -> step.message(scope));
        Optional<Datum.Fields> closing = at(path + "/closing", () -> step.closing(scope));
        String seconds = step.forS();
        if (seconds != null) {
            at(
                    path + "/for-s",
                    () -> Expression.number(Expression.parse(seconds).in(scope)));
        }
        if (endpoint.isEmpty()) {
            return;
        }
        Part out = step.goal() != null ? Part.GOAL : step.call() != null ? Part.REQUEST : Part.MESSAGE;
        heard(step.on(), step.type(), out, path).ifPresent(pattern -> {
            message.ifPresent(fields -> fits(fields, pattern, path + "/fields"));
            closing.ifPresent(fields -> fits(fields, pattern, path + "/closing"));
        });
        answers(step, path, scope);
    }

    private void answers(Step step, String path, Datum.Fields scope) {
        Part in = step.goal() != null ? Part.RESULT : step.call() != null ? Part.RESPONSE : Part.MESSAGE;
        Optional<Datum.Fields> answer = heard(step.on(), step.type(), in, path);
        for (int i = 0; i < step.outcome().size(); i++) {
            condition(step.outcome().get(i).when(), answer, scope, path + "/outcome/" + i);
        }
        if (step.until() != null) {
            condition(step.until(), answer, scope, path + "/until");
        }
        if (step.progress() == null && step.remaining() == null) {
            return;
        }
        String expression = step.progress() == null ? step.remaining() : step.progress();
        String key = path + (step.progress() == null ? "/remaining" : "/progress");
        at(key, () -> Expression.parse(String.valueOf(expression)));
        heard(step.on(), step.type(), Part.FEEDBACK, path)
                .ifPresent(pattern -> at(
                        key,
                        () -> Expression.number(
                                Expression.parse(String.valueOf(expression)).in(pattern))));
    }

    private void battery() {
        boolean told = file.state().stream().anyMatch(source -> source.values().containsKey("battery"));
        if (file.limits().minimumBattery() > 0 && !told) {
            faults.add(lines.fault("/limits/minimum-battery", "no state tells battery, so that nothing would move"));
        }
    }

    private void stops() {
        boolean repeated = file.actions().values().stream()
                .flatMap(act -> act.steps().stream())
                .anyMatch(step -> step.goal() != null || step.forS() != null);
        boolean moves = file.actions().values().stream().anyMatch(Act::moves);
        if (moves && !repeated && file.stop().isEmpty()) {
            faults.add(lines.fault("", "acts move, but nothing would stop them; say under stop what does"));
        }
    }

    private void percepts() {
        for (int i = 0; i < file.percepts().size(); i++) {
            Sensed sensed = file.percepts().get(i);
            String path = "/percepts/" + i;
            bus(sensed.on(), path);
            sensed.with().forEach((name, expression) -> {
                at(path + "/with/" + name, () -> Expression.parse(expression));
                at(path + "/with/" + name, () -> new Argument.Flag(name, true));
            });
            Optional<Datum.Fields> pattern = heard(sensed.on(), sensed.type(), Part.MESSAGE, path);
            if (sensed.when() != null) {
                condition(sensed.when(), pattern, Datum.Fields.NONE, path + "/when");
            }
            pattern.ifPresent(message -> at(path + "/with", () -> Senses.percept(sensed, message)));
        }
    }

    private void condition(Condition condition, Optional<Datum.Fields> message, Datum.Fields order, String path) {
        at(path, () -> Expression.parse(condition.value()));
        JsonNode is = condition.is();
        if (is != null) {
            at(path, () -> Template.fill(is, order));
        }
        message.ifPresent(pattern -> at(path, () -> {
            Datum found = Expression.parse(condition.value()).in(pattern);
            if (is != null) {
                Fit.require(Template.fill(is, order), found, condition.value());
            } else {
                Expression.number(found);
            }
            return found;
        }));
    }

    private void bus(String name, String path) {
        if (!file.buses().containsKey(name)) {
            faults.add(lines.fault(
                    path + "/on",
                    "no bus " + name + Suggestion.hint(name, file.buses().keySet())));
        }
    }

    private void fits(Datum.Fields message, Datum.Fields pattern, String path) {
        at(path, () -> {
            Fit.require(message, pattern, "");
            return message;
        });
    }

    private Optional<Datum.Fields> heard(String bus, String type, Part part, String path) {
        return at(path + "/type", () -> definitions.pattern(bus, type, part)).flatMap(found -> found);
    }

    private <T> Optional<T> at(String path, Supplier<T> trying) {
        try {
            return Optional.of(trying.get());
        } catch (IllegalArgumentException e) {
            Fault fault = lines.fault(path, String.valueOf(e.getMessage()));
            if (!faults.contains(fault)) {
                faults.add(fault);
            }
            return Optional.empty();
        }
    }
}
