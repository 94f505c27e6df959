package dev.aizuchi.testkit.evaluation;

import static dev.aizuchi.testkit.evaluation.Html.escaped;

import dev.aizuchi.sim.Box;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.Storey;
import dev.aizuchi.testkit.scenario.Track;
import dev.aizuchi.testkit.scenario.Track.Frame;
import dev.aizuchi.testkit.scenario.Track.Spot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draw a floor with the ways of robot and people, and a slider that sets them to where they were. */
final class FloorMap {
    private static final double MARGIN = 0.3;

    private final Track track;
    private final FloorPlan plan;

    private FloorMap(Track track) {
        this.track = track;
        this.plan = track.plan();
    }

    /** Draw it; nothing where nobody was watched. */
    static String of(Track track) {
        return track.frames().isEmpty() ? "" : new FloorMap(track).figure();
    }

    private String figure() {
        return "<figure class=\"map\"><svg viewBox=\""
                + numbers(-MARGIN, -MARGIN, plan.width() + 2 * MARGIN, plan.height() + 2 * MARGIN) + "\">"
                + plan.rooms().stream()
                        .map(room -> box("room", room.area()) + label(room))
                        .collect(Collectors.joining())
                + plan.lifts().stream()
                        .flatMap(lift -> lift.landings().stream())
                        .map(landing -> box("lift", landing.car()))
                        .collect(Collectors.joining())
                + plan.storeys().stream().map(this::name).collect(Collectors.joining())
                + plan.furniture().stream()
                        .map(thing -> box("thing", thing.area()))
                        .collect(Collectors.joining())
                + plan.doors().stream().map(this::door).collect(Collectors.joining())
                + ways()
                + "</svg><input type=\"range\" min=\"0\" max=\""
                + (track.frames().size() - 1) + "\" value=\""
                + (track.frames().size() - 1) + "\" aria-label=\"time\"><output></output>"
                + "<script type=\"application/json\">"
                + track.frames().stream().map(FloorMap::json).collect(Collectors.joining(",", "[", "]"))
                + "</script></figure>";
    }

    private String ways() {
        Frame last = track.frames().get(track.frames().size() - 1);
        return IntStream.range(0, last.people().size())
                        .mapToObj(i -> way("person", frame -> frame.people().get(i))
                                + dot(
                                        "person",
                                        last.people().get(i),
                                        last.people().get(i).name()))
                        .collect(Collectors.joining())
                + way("robot", Frame::robot)
                + dot("robot", last.robot(), "");
    }

    private String way(String kind, Function<Frame, Spot> who) {
        String points = track.frames().stream()
                .map(who)
                .map(spot -> numbers(spot.x(), plan.height() - spot.y()))
                .distinct()
                .collect(Collectors.joining(" "));
        return "<polyline class=\"way " + kind + "\" points=\"" + points + "\"/>";
    }

    private String dot(String kind, Spot spot, String name) {
        return "<g class=\"dot " + kind + "\" transform=\"translate("
                + numbers(spot.x(), plan.height() - spot.y()) + ")\"><circle r=\"0.25\"/>"
                + (name.isEmpty() ? "" : "<text y=\"-0.3\">" + escaped(name) + "</text>") + "</g>";
    }

    private String box(String kind, Box area) {
        return String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/>",
                kind,
                area.x0(),
                plan.height() - area.y1(),
                area.x1() - area.x0(),
                area.y1() - area.y0());
    }

    private String door(FloorPlan.Door door) {
        return String.format(
                Locale.ROOT,
                "<line class=\"door\" x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\"/>",
                door.x0(),
                plan.height() - door.y0(),
                door.x1(),
                plan.height() - door.y1());
    }

    /** Name a storey, where there are several, at its north-east corner. */
    private String name(Storey storey) {
        return storey.name().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "<text class=\"storey\" x=\"%.2f\" y=\"%.2f\">%s</text>",
                        storey.area().x1() - MARGIN,
                        plan.height() - storey.area().y1() - MARGIN / 2,
                        escaped(storey.name()));
    }

    private String label(FloorPlan.Room room) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.2f\" y=\"%.2f\">%s</text>",
                room.area().x0() + MARGIN / 2,
                plan.height() - room.area().y1() + 1.3 * MARGIN,
                escaped(room.name()));
    }

    /** Seconds, then x and y of the robot and of each person, in the order of the dots: people first. */
    private static String json(Frame frame) {
        List<Spot> all =
                Stream.concat(frame.people().stream(), Stream.of(frame.robot())).toList();
        return "[" + String.format(Locale.ROOT, "%.1f", frame.at().toMillis() / 1e3)
                + all.stream()
                        .map(spot -> String.format(Locale.ROOT, ",%.2f,%.2f", spot.x(), spot.y()))
                        .collect(Collectors.joining())
                + "]";
    }

    private static String numbers(double... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> String.format(Locale.ROOT, "%.2f", number))
                .collect(Collectors.joining(" "));
    }
}
