package dev.aizuchi.mqtt.vda5050;

import java.util.List;
import java.util.Optional;

/**
 * Decide how a vehicle gets to a place, by the roads and by what its factsheet says; confined to one thread, but for
 * {@link #factsheet()}.
 */
final class Planning {
    private final List<VdaSettings.Spot> places;
    private final Roads roads;
    private final int ahead;
    private volatile Factsheet factsheet = Factsheet.NONE;

    /**
     * Be a way, or the reason why there is none.
     *
     * @param target where it leads to
     * @param route over which nodes it leads
     * @param obstacle why it cannot be; "" when it can
     */
    record Plan(Optional<VdaSettings.Spot> target, Route route, String obstacle) {
        static Plan none(String why) {
            return new Plan(Optional.empty(), Route.ofItsOwn(), why);
        }
    }

    Planning(VdaSettings settings) {
        this.places = settings.places();
        this.roads = new Roads(settings.roads());
        this.ahead = settings.releaseAhead() == 0 ? Integer.MAX_VALUE : settings.releaseAhead();
    }

    void factsheet(Factsheet told) {
        factsheet = told;
    }

    Factsheet factsheet() {
        return factsheet;
    }

    /** Plan a way from a node to a place, as people call it. */
    Plan plan(String from, String place) {
        Optional<VdaSettings.Spot> target =
                places.stream().filter(spot -> spot.name().equals(place)).findFirst();
        if (target.isEmpty()) {
            return Plan.none("the vehicle's settings name no such place");
        }
        if (factsheet.unstoppable().isPresent()) {
            return Plan.none(factsheet.unstoppable().get());
        }
        if (roads.isEmpty()) {
            return new Plan(target, Route.ofItsOwn(), "");
        }
        if (from.isEmpty()) {
            return Plan.none("the vehicle does not say at which node it stands: drive it onto one by hand");
        }
        String to = target.get().node();
        Optional<List<String>> way = roads.way(from, to);
        if (way.isEmpty()) {
            return Plan.none("no road leads from node " + from + " to " + to);
        }
        return way.get().size() == 1 || factsheet.mostNodes() > 1
                ? new Plan(target, new Route(way.get(), ahead, factsheet.mostNodes()), "")
                : Plan.none("by its factsheet the vehicle takes no order with more than one node");
    }
}
