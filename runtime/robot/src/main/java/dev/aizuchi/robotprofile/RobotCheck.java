package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Bus.Part;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.robot.Argument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        check.faults.at("", check.file::profile);
        check.sources();
        check.file.actions().forEach(check::act);
        for (int i = 0; i < check.file.stop().size(); i++) {
            check.messages.brief(check.file.stop().get(i), "/stop/" + i, Datum.Fields.NONE);
        }
        new GuardCheck(check.file, check.messages, check.faults).look();
        check.battery();
        check.percepts();
        return check.faults.all();
    }

    private void sources() {
        for (int i = 0; i < file.state().size(); i++) {
            Source source = file.state().get(i);
            String path = "/state/" + i;
            faults.bus(source.on(), file.buses().keySet(), path);
            messages.pattern(source.on(), source.type(), Part.MESSAGE, path)
                    .ifPresent(pattern -> source.values()
                            .forEach((name, expression) ->
                                    faults.at(path + "/values/" + name, () -> expression.in(pattern))));
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
        faults.at(path + "/parameters", () -> OrderScope.example(act, file.places()))
                .ifPresent(scope -> {
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
