package dev.aizuchi.app.top;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Lay out the vital signs, a line each, the most urgent first. */
public final class TopPage {
    private static final String[] STAGES = {"hearing", "understanding", "answer"};

    private TopPage() {}

    /** Say how urgent a line is. */
    public enum Urgency {
        /** All is as it should be. */
        CALM,
        /** Somebody should look. */
        LOOK,
        /** The robot stands, or does not answer. */
        ALARM
    }

    /** One line of the page. */
    public record Line(Urgency urgency, String name, String text) {}

    /** Lay out what was measured; what was not is left out. */
    public static List<Line> lines(Samples samples) {
        List<Line> lines = new ArrayList<>();
        lines.add(state(samples));
        robot(samples, lines);
        stages(samples, lines);
        sums(lines, "stops", Urgency.LOOK, samples.sums("aizuchi_stops_total", "cause"));
        sums(lines, "acts", Urgency.CALM, samples.sums("aizuchi_act_seconds_count", "action", "outcome"));
        sums(lines, "refused", Urgency.CALM, samples.sums("aizuchi_refusals_total", "action", "rule"));
        sums(lines, "faults", Urgency.LOOK, samples.sums("aizuchi_faults_total", "part"));
        sums(lines, "events", Urgency.CALM, samples.sums("aizuchi_events_total", "event"));
        process(samples, lines);
        return lines;
    }

    private static Line state(Samples samples) {
        if (is(samples, "aizuchi_emergency_stop")) {
            return new Line(Urgency.ALARM, "state", "EMERGENCY STOP pressed");
        }
        if (is(samples, "aizuchi_stopped")) {
            return new Line(Urgency.ALARM, "state", "STOPPED, latched: a person must say 再開");
        }
        if (samples.value("aizuchi_link_up").orElse(1) == 0) {
            return new Line(Urgency.ALARM, "state", "the link to the robot is down");
        }
        if (samples.value("aizuchi_state_age_seconds").orElse(0) > 3) {
            return new Line(Urgency.ALARM, "state", "the robot has told nothing of itself for seconds");
        }
        boolean moves = samples.value("aizuchi_speed_meters_per_second").orElse(0) > 0;
        return new Line(Urgency.CALM, "state", moves ? "moving" : "ready");
    }

    private static void robot(Samples samples, List<Line> lines) {
        List<String> parts = new ArrayList<>();
        OptionalDouble battery = samples.value("aizuchi_battery_ratio");
        battery.ifPresent(charge -> parts.add(format("battery %.0f %%", 100 * charge)));
        samples.value("aizuchi_speed_meters_per_second").ifPresent(speed -> parts.add(format("%.2f m/s", speed)));
        samples.value("aizuchi_state_age_seconds").ifPresent(age -> parts.add(format("state %.1f s old", age)));
        samples.value("aizuchi_turn").ifPresent(turn -> parts.add(format("%.0f utterances", turn)));
        if (!parts.isEmpty()) {
            Urgency urgency = battery.orElse(1) < 0.2 ? Urgency.LOOK : Urgency.CALM;
            lines.add(new Line(urgency, "robot", String.join(" · ", parts)));
        }
    }

    private static void stages(Samples samples, List<Line> lines) {
        Map<String, Double> last = samples.sums("aizuchi_last_turn_seconds", "stage");
        List<String> parts = new ArrayList<>();
        for (String stage : STAGES) {
            if (last.containsKey(stage)) {
                parts.add(format("%s %.0f ms", stage, 1e3 * last.get(stage)));
            }
        }
        if (!parts.isEmpty()) {
            lines.add(new Line(Urgency.CALM, "last turn", String.join(" · ", parts)));
        }
        List<String> all = new ArrayList<>();
        for (String stage : STAGES) {
            String histogram = "aizuchi_" + stage + "_seconds";
            samples.quantile(histogram, 0.5)
                    .ifPresent(p50 -> all.add(format(
                            "%s %.0f / %.0f ms",
                            stage,
                            1e3 * p50,
                            1e3 * samples.quantile(histogram, 0.95).orElse(p50))));
        }
        if (!all.isEmpty()) {
            lines.add(new Line(Urgency.CALM, "p50 / p95", String.join(" · ", all)));
        }
    }

    private static void process(Samples samples, List<Line> lines) {
        List<String> parts = new ArrayList<>();
        samples.value("process_uptime_seconds").ifPresent(up -> parts.add(format("up %.0f min", up / 60)));
        samples.value("process_cpu_usage").ifPresent(cpu -> parts.add(format("processor %.0f %%", 100 * cpu)));
        double heap = samples.sums("jvm_memory_used_bytes", "area").getOrDefault("heap", 0.0);
        if (heap > 0) {
            parts.add(format("heap %.0f MB", heap / 1e6));
        }
        if (!parts.isEmpty()) {
            lines.add(new Line(Urgency.CALM, "runtime", String.join(" · ", parts)));
        }
    }

    private static void sums(List<Line> lines, String name, Urgency whenAny, Map<String, Double> sums) {
        String text = sums.entrySet().stream()
                .filter(sum -> sum.getValue() > 0)
                .map(sum -> format("%s %.0f", sum.getKey(), sum.getValue()))
                .collect(Collectors.joining(" · "));
        if (!text.isEmpty()) {
            lines.add(new Line(whenAny, name, text));
        }
    }

    private static boolean is(Samples samples, String name) {
        return samples.value(name).orElse(0) > 0;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
