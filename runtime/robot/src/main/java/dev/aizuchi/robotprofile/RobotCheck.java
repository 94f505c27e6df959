package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Bus.Part;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.models.Suggestion;
import dev.aizuchi.robot.Argument;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Look for what would only show when the robot is driven: names, fields and kinds that do not fit, no way to end. */
final class RobotCheck {
    private final RobotFile file;
    private final Faults faults;
    private final MessageCheck messages;

    private RobotCheck(RobotFileReader.Read read, Definitions definitions) {
        this.file = read.file();
        this.faults = new Faults(read.lines());
        this.messages = new MessageCheck(file.buses().keySet(), definitions, faults);
    }

    static List<Fault> faults(RobotFileReader.Read read, Definitions definitions) {
        RobotCheck check = new RobotCheck(read, definitions);
        check.places();
        check.sources();
        check.file.actions().forEach(check::act);
        for (int i = 0; i < check.file.stop().size(); i++) {
            check.messages.brief(check.file.stop().get(i), "/stop/" + i, Datum.Fields.NONE);
        }
        new GuardCheck(check.file, check.messages, check.faults).look();
        check.battery();
        check.percepts();
        if (check.faults.all().isEmpty()) {
            check.faults.at("", check.file::profile);
        }
        return check.faults.all();
    }

    private void places() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < file.places().size(); i++) {
            RobotFile.Spot place = file.places().get(i);
            String path = "/places/" + i;
            if (!names.add(place.name())) {
                faults.add(path + "/name", "two places are called " + place.name() + "; people mean one of them");
            }
            file.actions().forEach((name, act) -> {
                if (OrderScope.needsPose(act, place)) {
                    faults.add(
                            path,
                            name + " needs to know where " + place.name()
                                    + " is; write x and y, in metres on the robot's map");
                }
            });
        }
    }

    private void sources() {
        for (int i = 0; i < file.state().size(); i++) {
            Source source = file.state().get(i);
            String path = "/state/" + i;
            faults.bus(source.on(), file.buses().keySet(), path);
            source.values().keySet().forEach(name -> values(name, path + "/values/" + name));
            messages.pattern(source.on(), source.type(), Part.MESSAGE, path)
                    .ifPresent(pattern -> source.values()
                            .forEach((name, expression) ->
                                    faults.at(path + "/values/" + name, () -> expression.in(pattern))));
        }
    }

    /** A value of one's own that nothing looks at is a misspelt one. */
    private void values(String name, String path) {
        boolean used = StateView.VALUES.contains(name)
                || file.actions().values().stream()
                        .flatMap(act -> act.requires().stream())
                        .flatMap(required ->
                                Stream.of(required.that().value().toString().split("\\W+")))
                        // A slip in what is required is told of there.
                        .anyMatch(word -> word.equals(name) || StandardActs.isSlip(word, name));
        if (!used) {
            faults.add(
                    path,
                    name + " is no part of the state, and no act requires it"
                            + Suggestion.hint(name, StateView.VALUES));
        }
    }

    private void act(String name, Act act) {
        String path = "/actions/" + name;
        StandardActs.faults(name, act).forEach(fault -> faults.add(path, fault));
        Map<String, Datum> state = new LinkedHashMap<>();
        file.state().forEach(source -> source.values().keySet().forEach(value -> state.put(value, new Datum.Real(0))));
        for (int i = 0; i < act.requires().size(); i++) {
            Expression value = act.requires().get(i).that().value();
            faults.at(path + "/requires/" + i, () -> value.in(new Datum.Fields(state)));
        }
        List<RobotFile.Spot> placed =
                file.places().stream().map(RobotFile.Spot::placed).toList();
        faults.at(path + "/parameters", () -> OrderScope.example(act, placed)).ifPresent(scope -> {
            for (int i = 0; i < act.steps().size(); i++) {
                messages.step(act.steps().get(i), path + "/steps/" + i, scope);
            }
            for (int i = 0; i < act.cancel().size(); i++) {
                messages.brief(act.cancel().get(i), path + "/cancel/" + i, scope);
            }
        });
        if (act.moves()) {
            MotionCheck.look(act, file.stop(), path, faults);
        }
    }

    private void battery() {
        boolean told = file.state().stream().anyMatch(source -> source.values().containsKey("battery"));
        if (file.limits().minimumBattery() > 0 && !told) {
            faults.add("/limits/minimum-battery", "no state tells battery, so that nothing would move");
        }
    }

    private void percepts() {
        for (int i = 0; i < file.percepts().size(); i++) {
            Sensed sensed = file.percepts().get(i);
            String path = "/percepts/" + i;
            faults.bus(sensed.on(), file.buses().keySet(), path);
            Senses.KNOWN.stream()
                    .filter(known -> StandardActs.isSlip(sensed.tell(), known))
                    .forEach(known -> faults.add(
                            path + "/tell", "no percept " + sensed.tell() + "; did you mean " + known + "?"));
            sensed.with()
                    .keySet()
                    .forEach(name -> faults.at(path + "/with/" + name, () -> new Argument.Flag(name, true)));
            Optional<Datum.Fields> pattern = messages.pattern(sensed.on(), sensed.type(), Part.MESSAGE, path);
            if (sensed.when() != null) {
                messages.condition(sensed.when(), pattern, Datum.Fields.NONE, path + "/when");
            }
            pattern.ifPresent(message -> faults.at(path + "/with", () -> Senses.percept(sensed, message)));
        }
    }
}
