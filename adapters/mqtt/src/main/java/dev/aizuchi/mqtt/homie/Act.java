package dev.aizuchi.mqtt.homie;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Be an act that the devices of a house allow: what it may be asked for, what is set by it, what halts it. */
record Act(Capability capability, Setter setter, Optional<Setting> halt) {
    private static final double LARGEST_CHANGE = 5;

    /** Say what is set by an act; nothing when it cannot be as asked. */
    interface Setter {
        List<Setting> settings(Action action, Function<Property, Optional<String>> values);
    }

    /** Set a property to a payload. */
    record Setting(Property property, String payload) {
        /** Tell whether a payload means the same. */
        boolean isSame(String other) {
            return property.format().isSame(payload, other);
        }
    }

    /** Offer all that can be set: each property by an act of its own, and what people ask for by the usual acts. */
    static Map<String, Act> of(List<Property> properties) {
        Map<String, Act> acts = new LinkedHashMap<>();
        switched("light", "on", Kind.LIGHT, properties).ifPresent(act -> acts.put("light", act));
        switched("television", "on", Kind.TELEVISION, properties).ifPresent(act -> acts.put("television", act));
        switched("curtain", "open", Kind.CURTAIN, properties).ifPresent(act -> acts.put("curtain", act));
        switched("door", "open", Kind.DOOR, properties).ifPresent(act -> acts.put("door", act));
        climate(properties).ifPresent(act -> acts.put("climate", act));
        properties.forEach(property -> acts.putIfAbsent(property.act(), one(property)));
        return acts;
    }

    private static Act one(Property property) {
        Limit limit = property.format().limit(property.argument());
        Capability capability = new Capability(
                property.act(), Effect.REVERSIBLE, property.kind().moves(), List.of(limit));
        return new Act(
                capability,
                (action, values) -> action.arguments().stream()
                        .flatMap(argument -> property.format().payload(argument).stream())
                        .map(payload -> new Setting(property, payload))
                        .toList(),
                halt(property));
    }

    /** Find the value that brings it to a stand, if it has one. */
    static Optional<Setting> halt(Property property) {
        return property.format() instanceof Format.Choice choice
                ? choice.find("stop").map(stop -> new Setting(property, stop))
                : Optional.empty();
    }

    /** Offer an act by place and a yes or no, for each place that has something which can be switched so. */
    private static Optional<Act> switched(String name, String flag, Kind kind, List<Property> properties) {
        Map<String, List<Property>> places = new LinkedHashMap<>();
        properties.stream()
                .filter(property ->
                        property.kind() == kind && payload(property, true).isPresent())
                .forEach(property -> property.names()
                        .forEach(place -> places.computeIfAbsent(place, key -> new ArrayList<>())
                                .add(property)));
        if (places.isEmpty()) {
            return Optional.empty();
        }
        List<Limit> limits = List.of(new Limit.OneOf("place", List.copyOf(places.keySet())), new Limit.YesNo(flag));
        return Optional.of(new Act(
                new Capability(name, Effect.REVERSIBLE, kind.moves(), limits),
                (action, values) -> places.getOrDefault(text(action), List.of()).stream()
                        .flatMap(property ->
                                payload(property, flag(action)).stream().map(payload -> new Setting(property, payload)))
                        .toList(),
                Optional.empty()));
    }

    /** Write yes or no for a property that can be switched; a level or a position is none. */
    private static Optional<String> payload(Property property, boolean yes) {
        if (property.format() instanceof Format.Flag) {
            return Optional.of(Boolean.toString(yes));
        }
        if (property.format() instanceof Format.Choice choice) {
            Optional<String> on = choice.find("on", "open", "opened");
            Optional<String> off = choice.find("off", "close", "closed");
            return on.isPresent() && off.isPresent() ? (yes ? on : off) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Offer to change the temperature where one thermostat can be set: the act names no place. */
    private static Optional<Act> climate(List<Property> properties) {
        List<Property> set = properties.stream()
                .filter(each -> each.kind() == Kind.CLIMATE && each.unit().equals("°C"))
                .filter(each -> each.format() instanceof Format.Amount)
                .toList();
        if (set.size() != 1) {
            return Optional.empty();
        }
        Property property = set.get(0);
        Format.Amount amount = (Format.Amount) property.format();
        double most = Math.min(LARGEST_CHANGE, amount.max() - amount.min());
        return Optional.of(new Act(
                new Capability("climate", Effect.REVERSIBLE, false, List.of(new Limit.Range("delta_c", -most, most))),
                (action, values) -> values.apply(property).map(Double::valueOf).stream()
                        .map(now -> new Setting(property, amount.payload(now + delta(action))))
                        .toList(),
                Optional.empty()));
    }

    private static String text(Action action) {
        return action.arguments().stream()
                .filter(Argument.Text.class::isInstance)
                .map(argument -> ((Argument.Text) argument).value())
                .findFirst()
                .orElse("");
    }

    private static boolean flag(Action action) {
        return action.arguments().stream().anyMatch(argument -> argument instanceof Argument.Flag flag && flag.value());
    }

    private static double delta(Action action) {
        return action.arguments().stream()
                .filter(Argument.Measure.class::isInstance)
                .mapToDouble(argument -> ((Argument.Measure) argument).value())
                .sum();
    }
}
