package dev.aizuchi.mqtt.vda5050;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.mqtt.QuietCallback;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/**
 * A vehicle that obeys VDA 5050: takes an order when it is idle and the first node lies under it, keeps the same order
 * that comes again for known, takes updates that begin at the last node of its base unless the order was cancelled,
 * rejects the rest with an error, pauses, cancels, and keeps the states of all actions.
 *
 * <p>It drives only when a test says so. What breaks the rules of the document or does not fit its schemas, on either
 * side, is noted in {@link #breaches}.
 */
final class FakeVehicle extends QuietCallback implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MS = 20_000;

    final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    final List<String> breaches = new CopyOnWriteArrayList<>();
    private final VdaSettings settings;
    private final URI broker;
    private volatile MqttAsyncClient client;
    private final Map<String, Long> headers = new HashMap<>();
    private final Map<String, String> orderActions = new LinkedHashMap<>();
    private final Map<String, String> instantActions = new LinkedHashMap<>();
    private final List<JsonNode> nodes = new ArrayList<>();
    private final List<JsonNode> edges = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private String orderId = "";
    private String cancelled = "";
    /** The last node of its base, from which an update goes on; one without an id before the first order. */
    private JsonNode decision = JSON.createObjectNode();

    private boolean baseRequest;
    private long orderUpdateId;
    private String lastNodeId;
    private long lastSequence;
    private double x;
    private double y;
    private boolean paused;
    private String emergencyStop = "NONE";
    private String mode = "AUTOMATIC";
    private String error = "";
    private String errorOf = "";
    private String errorOfUpdate = "0";
    private String errorLevel = "WARNING";
    private long stateHeader;
    /** How many messages on a topic still get lost. */
    private final Map<String, Integer> losing = new HashMap<>();

    /** What its factsheet says; none where it is empty. */
    private byte[] factsheet = {};

    private int mostInstants = Integer.MAX_VALUE;
    private int mostNodes = Integer.MAX_VALUE;
    private boolean lingering;
    private boolean refusing;

    FakeVehicle(URI broker, VdaSettings settings, String startNode) throws MqttException {
        this.settings = settings;
        this.lastNodeId = startNode;
        this.broker = broker;
        this.client = client();
        connect();
    }

    private MqttAsyncClient client() throws MqttException {
        return new MqttAsyncClient(broker.toString(), "vehicle-" + settings.serialNumber(), new MemoryPersistence());
    }

    private void connect() throws MqttException {
        client.setCallback(this);
        MqttConnectionOptions options = new MqttConnectionOptions();
        String broken = settings.dialect() == Dialect.V2_1 ? "CONNECTIONBROKEN" : "CONNECTION_BROKEN";
        MqttMessage will = new MqttMessage(fitting("connection", connection(broken)));
        will.setRetained(true);
        will.setQos(1);
        options.setWill(settings.topic("connection"), will);
        client.connect(options).waitForCompletion(MS);
        client.subscribe(settings.topic("order"), 0).waitForCompletion(MS);
        client.subscribe(settings.topic("instantActions"), 0).waitForCompletion(MS);
        client.publish(settings.topic("connection"), fitting("connection", connection("ONLINE")), 1, true)
                .waitForCompletion(MS);
        publish();
    }

    /** Lose the next messages that come on a topic. */
    synchronized void lose(String topic, int number) {
        losing.put(topic, number);
    }

    /** Take cancels up, but do not stand yet. */
    synchronized void linger(boolean on) {
        lingering = on;
        if (!on) {
            finishCancels();
            publish();
        }
    }

    /** Drive to the next node, if that is released. */
    synchronized void drive() {
        if (!isDriving()) {
            return;
        }
        edges.remove(0);
        JsonNode node = nodes.remove(0);
        lastNodeId = node.path("nodeId").asText();
        lastSequence = node.path("sequenceId").asLong();
        x = node.at("/nodePosition/x").asDouble(x);
        y = node.at("/nodePosition/y").asDouble(y);
        publish();
    }

    /** Drive some way, but not as far as the next node. */
    synchronized void creepTo(double newX, double newY) {
        x = newX;
        y = newY;
        publish();
    }

    /** Hold whoever sends orders to a limit of nodes in a message. */
    synchronized void mostNodes(int number) {
        mostNodes = number;
    }

    /** Tell a factsheet when asked, and hold whoever asks to its limit of instant actions in a message. */
    synchronized void describe(byte[] json, int instantActions) {
        factsheet = json;
        mostInstants = instantActions;
    }

    /** Ask for more of the way, or no more. */
    synchronized void request(boolean more) {
        baseRequest = more;
        publish();
    }

    /** Give the last node to which it may drive. */
    synchronized String lastReleased() {
        return decision.path("nodeId").asText();
    }

    /** Reject all orders. */
    synchronized void refuse(boolean on) {
        refusing = on;
    }

    synchronized void press(boolean pressed) {
        emergencyStop = pressed ? "MANUAL" : "NONE";
        publish();
    }

    synchronized void mode(String name) {
        mode = name;
        if (name.equals("MANUAL")) {
            nodes.clear();
            edges.clear();
        }
        publish();
    }

    synchronized void breakDown(String why) {
        error = why;
        errorLevel = "FATAL";
        publish();
    }

    synchronized boolean isDriving() {
        return !nodes.isEmpty() && nodes.get(0).path("released").asBoolean() && !paused;
    }

    synchronized boolean isPaused() {
        return paused;
    }

    synchronized String orderId() {
        return orderId;
    }

    /** Die without a goodbye. */
    void die() throws MqttException {
        client.disconnectForcibly(0, 0, false);
    }

    /** Be back, with the order that it had. */
    void revive() throws MqttException {
        client = client();
        connect();
    }

    @Override
    public synchronized void messageArrived(String topic, MqttMessage message) throws IOException {
        String name = topic.substring(topic.lastIndexOf('/') + 1);
        int left = losing.getOrDefault(name, 0);
        if (left > 0) {
            losing.put(name, left - 1);
            return;
        }
        JsonNode json = JSON.readTree(fitting(name, message.getPayload()));
        header(name, json, message);
        if (name.equals("order")) {
            order(json);
        } else {
            check(json.path("actions").size() <= mostInstants, "instant actions in one message");
            json.path("actions").forEach(this::instant);
        }
        publish();
    }

    private void header(String name, JsonNode json, MqttMessage message) {
        check(json.path("version").asText().equals(settings.dialect().version), "version");
        check(json.path("manufacturer").asText().equals(settings.manufacturer()), "manufacturer");
        check(json.path("serialNumber").asText().equals(settings.serialNumber()), "serialNumber");
        check(
                json.path("timestamp").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"),
                "timestamp");
        long id = json.path("headerId").asLong(-1);
        check(id > headers.getOrDefault(name, -1L), "headerId grows");
        headers.put(name, id);
        check(message.getQos() == 0 && !message.isRetained(), "quality of service 0, not retained");
    }

    private void order(JsonNode json) {
        String id = json.path("orderId").asText();
        long update = json.path("orderUpdateId").asLong(-1);
        ArrayNode newNodes = (ArrayNode) json.path("nodes");
        ArrayNode newEdges = (ArrayNode) json.path("edges");
        checkGraph(newNodes, newEdges);
        if (id.equals(orderId)) {
            // The same again is discarded.
            if (update != orderUpdateId) {
                update(update, newNodes, newEdges);
            }
            return;
        }
        check(update == 0, "an order begins with update 0");
        if (refusing) {
            refused.add(id);
        }
        if (refused.contains(id) || !nodes.isEmpty() || !mode.equals("AUTOMATIC") || !liesUnder(newNodes.get(0))) {
            error = settings.dialect() == Dialect.V2_1 ? "orderError" : "VALIDATION_FAILURE";
            errorOf = id;
            errorOfUpdate = "0";
            return;
        }
        told.add("order " + id);
        error = "";
        orderId = id;
        orderUpdateId = update;
        orderActions.clear();
        lastNodeId = newNodes.get(0).path("nodeId").asText();
        lastSequence = 0;
        nodes.clear();
        edges.clear();
        append(newNodes, newEdges);
    }

    private void update(long update, ArrayNode newNodes, ArrayNode newEdges) {
        if (refusing || update < orderUpdateId || cancelled.equals(orderId) || !decision.equals(newNodes.get(0))) {
            error = settings.dialect() == Dialect.V2_1 ? "orderUpdateError" : "OUTDATED_ORDER_UPDATE";
            errorOf = orderId;
            errorOfUpdate = Long.toString(update);
            return;
        }
        told.add("update " + update);
        error = "";
        orderUpdateId = update;
        nodes.removeIf(node -> !node.path("released").asBoolean());
        edges.removeIf(edge -> !edge.path("released").asBoolean());
        append(newNodes, newEdges);
    }

    /** Take what comes behind the first node, under which the vehicle stands or which it has already. */
    private void append(ArrayNode newNodes, ArrayNode newEdges) {
        newNodes.forEach(nodes::add);
        nodes.remove(newNodes.get(0));
        newEdges.forEach(edges::add);
        newNodes.forEach(node -> decision = node.path("released").asBoolean() ? node : decision);
    }

    private void checkGraph(ArrayNode newNodes, ArrayNode newEdges) {
        check(newNodes.size() == newEdges.size() + 1, "one edge fewer than nodes");
        check(newNodes.size() <= mostNodes, "nodes in one message");
        int start = newNodes.get(0).path("sequenceId").asInt();
        for (int i = 0; i < newNodes.size(); i++) {
            JsonNode node = newNodes.get(i);
            boolean released = node.path("released").asBoolean();
            check(node.path("sequenceId").asInt() == start + 2 * i, "nodes");
            check(!released || i == 0 || newNodes.get(i - 1).path("released").asBoolean(), "the base comes first");
            check(released || i > 0, "the first node is released");
            check(!node.path("nodeId").asText().isEmpty(), "node");
        }
        for (int i = 0; i < newEdges.size(); i++) {
            JsonNode edge = newEdges.get(i);
            check(edge.path("sequenceId").asInt() == start + 2 * i + 1, "edges");
            check(
                    edge.path("released").equals(newNodes.get(i + 1).path("released")),
                    "an edge is released with its end");
            boolean ends = edge.path("startNodeId")
                            .asText()
                            .equals(newNodes.get(i).path("nodeId").asText())
                    && edge.path("endNodeId")
                            .asText()
                            .equals(newNodes.get(i + 1).path("nodeId").asText());
            check(settings.dialect() == Dialect.V3_0 || ends, "ends");
        }
    }

    /** Tell whether an order may begin at a node: the last one, or one whose position is here. */
    private boolean liesUnder(JsonNode node) {
        JsonNode position = node.path("nodePosition");
        boolean here = position.has("x")
                && Math.hypot(
                                position.path("x").asDouble() - x,
                                position.path("y").asDouble() - y)
                        <= 0.5;
        return node.path("nodeId").asText().equals(lastNodeId) || here;
    }

    private void instant(JsonNode action) {
        String id = action.path("actionId").asText();
        String type = action.path("actionType").asText();
        check(!id.isEmpty(), "action");
        if (instantActions.containsKey(id)) {
            return;
        }
        if (!type.endsWith("Request")) {
            told.add(type);
        }
        switch (type) {
            case "startPause" -> {
                paused = true;
                instantActions.put(id, "FINISHED");
            }
            case "stopPause" -> {
                paused = false;
                instantActions.put(id, "FINISHED");
            }
            case "cancelOrder" -> {
                cancelled = orderId;
                instantActions.put(id, nodes.isEmpty() ? "FAILED" : "RUNNING");
                if (!lingering) {
                    finishCancels();
                }
            }
            case "stateRequest" -> instantActions.put(id, "FINISHED");
            case "factsheetRequest" -> {
                instantActions.put(id, "FINISHED");
                tellFactsheet();
            }
            case "clearInstantActions" -> {
                check(settings.dialect() == Dialect.V3_0, "only 3.0 clears");
                instantActions.values().removeIf(status -> !status.equals("RUNNING"));
            }
            default -> breaches.add("unknown action " + type);
        }
    }

    private void finishCancels() {
        if (instantActions.containsValue("RUNNING")) {
            nodes.clear();
            edges.clear();
            instantActions.replaceAll((id, status) -> status.equals("RUNNING") ? "FINISHED" : status);
        }
    }

    private byte[] fitting(String topic, byte[] message) {
        breaches.addAll(MessageSchemas.faults(settings.dialect(), topic, message));
        return message;
    }

    private void check(boolean holds, String what) {
        if (!holds) {
            breaches.add(what);
        }
    }

    private void tellFactsheet() {
        try {
            if (factsheet.length > 0) {
                client.publish(settings.topic("factsheet"), fitting("factsheet", factsheet), 0, false);
            }
        } catch (MqttException e) {
            throw new IllegalStateException(e);
        }
    }

    private void publish() {
        try {
            client.publish(settings.topic("state"), fitting("state", state()), 0, false);
        } catch (MqttException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized byte[] state() {
        ObjectNode json = header(stateHeader++);
        json.put("orderId", orderId).put("orderUpdateId", orderUpdateId);
        json.put("lastNodeId", lastNodeId).put("lastNodeSequenceId", lastSequence);
        ArrayNode nodesLeft = json.putArray("nodeStates");
        nodes.forEach(node -> nodesLeft.add(told(node, "nodeId")));
        ArrayNode edgesLeft = json.putArray("edgeStates");
        edges.forEach(edge -> edgesLeft.add(told(edge, "edgeId")));
        boolean v2 = settings.dialect() == Dialect.V2_1;
        ArrayNode actions = json.putArray("actionStates");
        add(actions, orderActions);
        add(v2 ? actions : json.putArray("instantActionStates"), instantActions);
        json.put("newBaseRequest", baseRequest);
        json.put("driving", isDriving()).put("paused", paused).put("operatingMode", mode);
        ObjectNode position = json.putObject(v2 ? "agvPosition" : "mobileRobotPosition");
        position.put(v2 ? "positionInitialized" : "localized", true);
        position.put("x", x).put("y", y).put("theta", Math.PI / 2).put("mapId", "floor-1");
        if (v2) {
            json.putObject("batteryState").put("batteryCharge", 80.0).put("charging", false);
            json.putObject("safetyState").put("eStop", emergencyStop).put("fieldViolation", false);
        } else {
            json.putObject("powerSupply").put("stateOfCharge", 80.0).put("charging", false);
            json.putObject("safetyState")
                    .put("activeEmergencyStop", emergencyStop)
                    .put("fieldViolation", false);
        }
        ArrayNode errors = json.putArray("errors");
        if (!error.isEmpty()) {
            ObjectNode one = errors.addObject();
            one.put("errorType", error).put("errorLevel", errorLevel).put("errorDescription", "経路がありません");
            ArrayNode references = one.putArray("errorReferences");
            references.addObject().put("referenceKey", "orderId").put("referenceValue", errorOf);
            references.addObject().put("referenceKey", "orderUpdateId").put("referenceValue", errorOfUpdate);
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What of a node or edge its state tells. */
    private static ObjectNode told(JsonNode part, String id) {
        return ((ObjectNode) part.deepCopy()).retain(id, "sequenceId", "released");
    }

    private static void add(ArrayNode list, Map<String, String> states) {
        states.forEach((id, status) -> list.addObject().put("actionId", id).put("actionStatus", status));
    }

    private byte[] connection(String state) {
        return header(0).put("connectionState", state).toString().getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode header(long id) {
        ObjectNode json = JSON.createObjectNode();
        json.put("headerId", id).put("timestamp", "2026-04-01T09:00:00.000Z");
        json.put("version", settings.dialect().version).put("manufacturer", settings.manufacturer());
        return json.put("serialNumber", settings.serialNumber());
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect().waitForCompletion(MS);
        }
        client.close();
    }
}
