package dev.aizuchi.mqtt.vda5050;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Write what fleet control sends to a vehicle; each topic counts its messages. On any thread. */
final class Messages {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    /** A vehicle that stands is on the node that is put under it. */
    private static final double HERE_METRES = 0.5;

    private final VdaSettings settings;
    private final InstantSource clock;
    private final AtomicLong orders = new AtomicLong();
    private final AtomicLong instants = new AtomicLong();

    Messages(VdaSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Write one or more instant actions; the first is done first. */
    byte[] instantActions(Iterable<InstantAction> actions) {
        ObjectNode json = header(instants);
        ArrayNode list = json.putArray("actions");
        for (InstantAction action : actions) {
            ObjectNode each = list.addObject();
            each.put("actionType", action.kind().type);
            each.put("actionId", action.id());
            each.put("blockingType", "NONE");
            each.putArray("actionParameters");
        }
        return bytes(json);
    }

    /**
     * Write an order that leads to a place: over the nodes of its way, or, where the vehicle finds that itself, from
     * the last node when the vehicle stands on it, else from a node that is put under the vehicle.
     *
     * <p>Of nodes it tells what the drive's newest stretch holds: the first message of an order, or an update.
     */
    byte[] order(Drive drive, VehicleState from) {
        String orderId = drive.command.id();
        VdaSettings.Spot target = drive.target;
        ObjectNode json = header(orders);
        json.put("orderId", orderId);
        json.put("orderUpdateId", drive.route.stretch().update());
        ArrayNode nodes = json.putArray("nodes");
        ArrayNode edges = json.putArray("edges");
        if (drive.route.stretch().update() == 0 && from.lastNodeId().equals(target.node()) && !from.driving()) {
            node(nodes, target.node(), 0, true).setAll(position(target));
            return bytes(json);
        }
        if (drive.route.way.isEmpty()) {
            String start = start(nodes, orderId, from);
            edge(edges, start, target.node(), 1, true);
            node(nodes, target.node(), 2, true).setAll(positionOf(target.node()));
        } else {
            leadOn(drive.route, nodes, edges);
        }
        return bytes(json);
    }

    private void leadOn(Route route, ArrayNode nodes, ArrayNode edges) {
        Stretch stretch = route.stretch();
        for (int i = stretch.first(); i <= stretch.last(); i++) {
            boolean released = i <= stretch.released();
            if (i > stretch.first()) {
                edge(edges, route.way.get(i - 1), route.way.get(i), 2 * i - 1, released);
            }
            node(nodes, route.way.get(i), 2 * i, released).setAll(positionOf(route.way.get(i)));
        }
    }

    private void edge(ArrayNode edges, String from, String to, int sequence, boolean released) {
        ObjectNode edge = edges.addObject();
        edge.put("edgeId", from + "-" + to).put("sequenceId", sequence).put("released", released);
        settings.dialect().putEnds(edge, from, to);
        edge.putArray("actions");
    }

    private ObjectNode positionOf(String node) {
        return settings.places().stream()
                .filter(place -> place.node().equals(node))
                .findFirst()
                .map(this::position)
                .orElse(empty());
    }

    private String start(ArrayNode nodes, String orderId, VehicleState from) {
        Optional<VehicleState.Position> here = from.position();
        Optional<VdaSettings.Spot> last = settings.places().stream()
                .filter(place -> place.node().equals(from.lastNodeId()))
                .findFirst();
        boolean onLast =
                here.isEmpty() || last.filter(spot -> isNear(spot, here.get())).isPresent();
        if (onLast && !from.lastNodeId().isEmpty()) {
            node(nodes, from.lastNodeId(), 0, true)
                    .setAll(last.map(this::position).orElse(empty()));
            return from.lastNodeId();
        }
        String id = "here-" + orderId;
        ObjectNode node = node(nodes, id, 0, true);
        here.ifPresent(position -> {
            ObjectNode json = node.putObject("nodePosition");
            json.put("x", position.x()).put("y", position.y()).put("mapId", position.map());
            settings.dialect().putDeviation(json, HERE_METRES);
        });
        return id;
    }

    private static boolean isNear(VdaSettings.Spot spot, VehicleState.Position here) {
        return here.map().equals(spot.map()) && Math.hypot(here.x() - spot.x(), here.y() - spot.y()) < HERE_METRES;
    }

    private static ObjectNode node(ArrayNode nodes, String id, int sequence, boolean released) {
        ObjectNode node = nodes.addObject();
        node.put("nodeId", id).put("sequenceId", sequence).put("released", released);
        node.putArray("actions");
        return node;
    }

    private ObjectNode position(VdaSettings.Spot spot) {
        ObjectNode json = empty();
        if (spot.map() != null) {
            ObjectNode position = json.putObject("nodePosition");
            double theta = Math.toRadians(spot.thetaDeg());
            position.put("x", spot.x()).put("y", spot.y()).put("mapId", spot.map());
            position.put("theta", Math.atan2(Math.sin(theta), Math.cos(theta)));
        }
        return json;
    }

    private ObjectNode header(AtomicLong count) {
        ObjectNode json = empty();
        json.put("headerId", count.getAndIncrement());
        json.put("timestamp", TIME.format(clock.instant()));
        json.put("version", settings.dialect().version);
        json.put("manufacturer", settings.manufacturer());
        json.put("serialNumber", settings.serialNumber());
        return json;
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
