package dev.aizuchi.mqtt.vda5050;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** Know the roads between the nodes of a vehicle's layout, and the shortest way (Dijkstra, 1959); immutable. */
final class Roads {
    private record Leg(String to, double metres) {}

    private record Reached(String node, double metres) {}

    private final Map<String, List<Leg>> legs = new HashMap<>();

    Roads(List<VdaSettings.Road> roads) {
        for (VdaSettings.Road road : roads) {
            legs.computeIfAbsent(road.from(), from -> new ArrayList<>()).add(new Leg(road.to(), road.metres()));
            if (!road.oneWay()) {
                legs.computeIfAbsent(road.to(), to -> new ArrayList<>()).add(new Leg(road.from(), road.metres()));
            }
        }
    }

    /** Tell whether there are none: then the vehicle finds its way itself. */
    boolean isEmpty() {
        return legs.isEmpty();
    }

    /** Give the nodes of the shortest way, both ends included; empty when no road leads there. */
    Optional<List<String>> way(String from, String to) {
        Map<String, String> before = new HashMap<>();
        Map<String, Double> best = new HashMap<>(Map.of(from, 0.0));
        Set<String> settled = new HashSet<>();
        PriorityQueue<Reached> next = new PriorityQueue<>(Comparator.comparingDouble(Reached::metres));
        next.add(new Reached(from, 0));
        for (Reached here = next.poll(); here != null; here = next.poll()) {
            if (here.node.equals(to)) {
                return Optional.of(back(before, to));
            }
            if (settled.add(here.node)) {
                for (Leg leg : legs.getOrDefault(here.node, List.of())) {
                    double metres = here.metres + leg.metres;
                    if (metres < best.getOrDefault(leg.to, Double.MAX_VALUE)) {
                        best.put(leg.to, metres);
                        before.put(leg.to, here.node);
                        next.add(new Reached(leg.to, metres));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> back(Map<String, String> before, String to) {
        Deque<String> way = new ArrayDeque<>();
        for (String node = to; node != null; node = before.get(node)) {
            way.addFirst(node);
        }
        return List.copyOf(way);
    }
}
