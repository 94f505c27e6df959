package dev.aizuchi.mqtt.vda5050;

import dev.aizuchi.mqtt.MqttBusSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Say which vehicle is driven, and to where. Absent values take the defaults named here.
 *
 * @param broker {@code tcp://host:port}, or {@code ssl://host:port} for TLS
 * @param manufacturer the vehicle's maker, as in its topics
 * @param serialNumber its number, as in its topics
 * @param version {@code 2.1} or {@code 3.0}; 2.1
 * @param interfaceName first level of its topics; {@code uagv} for 2.1, {@code vda5050} for 3.0
 * @param places where it can be sent
 * @param roads which nodes of its layout are joined, for a vehicle that keeps to roads: an order leads over them; none
 *     when it finds its way itself
 * @param releaseAhead how many nodes of its way are released to the vehicle at once, so that it stops there by itself
 *     when it is told of no more; all when absent
 * @param stateTimeout how long without a state until the link counts as down; a vehicle tells one every 30 s at least;
 *     35 s
 * @param answerTimeout how long a vehicle may take to accept an order; 3 s
 * @param minimumBattery charge from 0 to 1 under which it moves no more; 0.1
 * @param username name for the broker; absent for a broker that asks for none
 * @param passwordFile file whose first line is the password; absent for none
 * @param caFile certificates in PEM that the broker's must be signed by; absent for those of the Java installation
 * @param certFile certificate in PEM by which the broker knows this client; absent for none
 * @param keyFile its private key in PEM (PKCS 8, not encrypted); present just when {@code certFile} is
 */
public record VdaSettings(
        URI broker,
        String manufacturer,
        String serialNumber,
        String version,
        String interfaceName,
        List<Spot> places,
        List<Road> roads,
        int releaseAhead,
        Duration stateTimeout,
        Duration answerTimeout,
        double minimumBattery,
        @Nullable String username,
        @Nullable Path passwordFile,
        @Nullable Path caFile,
        @Nullable Path certFile,
        @Nullable Path keyFile) {

    /**
     * Name a node of the vehicle's layout as people call the place.
     *
     * @param name as people say it
     * @param node its nodeId
     * @param x metres on its map; for a vehicle that drives freely
     * @param y metres on its map
     * @param thetaDeg which way the vehicle shall look there, counter-clockwise from the x axis
     * @param map its mapId; absent when the vehicle knows where the node is, and then x, y and theta-deg are not sent
     */
    public record Spot(
            String name,
            String node,
            double x,
            double y,
            double thetaDeg,
            @Nullable String map) {
        public Spot {
            Objects.requireNonNull(name, "a place needs a name, as people say it");
            Objects.requireNonNull(node, "place " + name + " needs a node: its nodeId in the vehicle's layout");
        }
    }

    /**
     * Join two nodes of the vehicle's layout.
     *
     * @param from a nodeId
     * @param to another
     * @param metres its length; 1 when absent, so that of several ways the one over the fewest nodes is taken
     * @param oneWay whether it may be driven from {@code from} to {@code to} alone
     */
    public record Road(String from, String to, double metres, boolean oneWay) {
        public Road {
            Objects.requireNonNull(from, "a road needs from and to: the nodeIds of its ends");
            Objects.requireNonNull(to, "the road from " + from + " needs to: the nodeId of its other end");
            metres = metres == 0 ? 1 : metres;
            if (!(metres > 0) || from.equals(to)) {
                throw new IllegalArgumentException("the road from " + from + " to " + to
                        + " must join two nodes and have a length above 0 m, but has " + metres);
            }
        }
    }

    public VdaSettings {
        Objects.requireNonNull(broker, "broker is missing; write one such as tcp://127.0.0.1:1883");
        requireLevel("manufacturer", manufacturer);
        requireLevel("serial-number", serialNumber);
        version = version == null ? "2.1" : version;
        Dialect dialect = dialect(version);
        interfaceName = interfaceName == null ? dialect.interfaceName : interfaceName;
        places = places == null ? List.of() : List.copyOf(places);
        roads = roads == null ? List.of() : List.copyOf(roads);
        stateTimeout = stateTimeout == null ? Duration.ofSeconds(35) : stateTimeout;
        answerTimeout = answerTimeout == null ? Duration.ofSeconds(3) : answerTimeout;
        minimumBattery = minimumBattery == 0 ? 0.1 : minimumBattery;
        if (places.isEmpty()) {
            throw new IllegalArgumentException("places are missing: name at least one, with name and node");
        }
        Set<String> names = new HashSet<>();
        for (Spot place : places) {
            if (!names.add(place.name())) {
                throw new IllegalArgumentException("two places are called " + place.name());
            }
            if (!roads.isEmpty()
                    && roads.stream()
                            .noneMatch(road -> Set.of(road.from(), road.to()).contains(place.node()))) {
                throw new IllegalArgumentException("no road leads to node " + place.node() + " of place " + place.name()
                        + "; add one, or leave roads out for a vehicle that finds its way itself");
            }
        }
        if (releaseAhead < 0 || (releaseAhead > 0 && roads.isEmpty())) {
            throw new IllegalArgumentException(
                    "release-ahead is " + releaseAhead
                            + "; write how many nodes of its roads a vehicle is let go ahead, or leave it out where it has none");
        }
        if (stateTimeout.toMillis() <= 0 || answerTimeout.toMillis() <= 0) {
            throw new IllegalArgumentException("state-timeout and answer-timeout must be positive");
        }
    }

    /** Take the defaults for all but the vehicle and its places. */
    public static VdaSettings of(
            URI broker, String manufacturer, String serialNumber, String version, List<Spot> places) {
        return new VdaSettings(
                broker,
                manufacturer,
                serialNumber,
                version,
                dialect(version).interfaceName,
                places,
                List.of(),
                0,
                Duration.ofSeconds(35),
                Duration.ofSeconds(3),
                0.1,
                null,
                null,
                null,
                null,
                null);
    }

    Dialect dialect() {
        return dialect(version);
    }

    private static Dialect dialect(String version) {
        return switch (version) {
            case "2.1" -> Dialect.V2_1;
            case "3.0" -> Dialect.V3_0;
            default ->
                throw new IllegalArgumentException("version is " + version + "; write \"2.1\" or \"3.0\", in quotes");
        };
    }

    /** Give one of the vehicle's topics. */
    String topic(String name) {
        return interfaceName + "/" + dialect().major + "/" + manufacturer + "/" + serialNumber + "/" + name;
    }

    MqttBusSettings link(String clientId) {
        return new MqttBusSettings(broker, clientId, username, passwordFile, caFile, certFile, keyFile);
    }

    private static void requireLevel(String key, @Nullable String value) {
        if (value == null || !value.matches("[^+#/$\\x00-\\x1f]+")) {
            throw new IllegalArgumentException(
                    key + " is missing or cannot stand in a topic: as in the vehicle's topics");
        }
    }
}
