package dev.aizuchi.ros2.rosbridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.DefaultSSLWebSocketServerFactory;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/**
 * Speak the server's side of rosbridge as rosbridge_suite 2 does (its {@code capabilities}), with the peer of
 * {@code BusContract} behind it.
 */
final class FakeBridge extends WebSocketServer implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, String> ECHOES =
            Map.of("/contract/said", "/contract/heard", "/contract/shown", "/contract/seen");

    final Queue<JsonNode> received = new ConcurrentLinkedQueue<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final Set<String> advertised = ConcurrentHashMap.newKeySet();
    private final Set<String> subscribed = ConcurrentHashMap.newKeySet();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService acting = Executors.newScheduledThreadPool(1);
    private final @Nullable String authorization;
    private volatile boolean secure;
    private volatile boolean mute;

    private FakeBridge(int port, @Nullable String authorization) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        this.authorization = authorization;
        setReuseAddr(true);
        setDaemon(true);
    }

    static FakeBridge serving() {
        return serving(0, null, null);
    }

    static FakeBridge serving(int port, @Nullable String authorization, javax.net.ssl.@Nullable SSLContext tls) {
        FakeBridge bridge = new FakeBridge(port, authorization);
        if (tls != null) {
            bridge.secure = true;
            bridge.setWebSocketFactory(new DefaultSSLWebSocketServerFactory(tls));
        }
        bridge.start();
        try {
            bridge.started.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return bridge;
    }

    URI uri() {
        return URI.create((secure ? "wss" : "ws") + "://127.0.0.1:" + getPort());
    }

    /** Take everything and say nothing more, not even a pong. */
    void mute() {
        mute = true;
    }

    void sendAll(String text) {
        broadcast(text);
    }

    List<String> ops() {
        return received.stream().map(each -> each.path("op").asText()).toList();
    }

    @Override
    public void close() {
        acting.shutdownNow();
        try {
            stop(1_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket from, Draft draft, ClientHandshake request) throws InvalidDataException {
        if (authorization != null && !authorization.equals(request.getFieldValue("Authorization"))) {
            throw new InvalidDataException(1008, "who are you?");
        }
        return super.onWebsocketHandshakeReceivedAsServer(from, draft, request);
    }

    @Override
    public void onWebsocketPing(WebSocket from, org.java_websocket.framing.Framedata frame) {
        if (!mute) {
            super.onWebsocketPing(from, frame);
        }
    }

    @Override
    public void onMessage(WebSocket from, String text) {
        JsonNode message = read(text);
        received.add(message);
        if (mute) {
            return;
        }
        String topic = message.path("topic").asText();
        switch (message.path("op").asText()) {
            case "advertise" -> advertised.add(topic);
            case "subscribe" -> subscribe(from, topic);
            case "unsubscribe" -> subscribed.remove(topic);
            case "publish" -> publish(from, topic, message);
            case "call_service" -> serve(from, message);
            case "send_action_goal" -> act(from, message);
            case "advertise_service", "advertise_action" ->
                advertised.add(message.path("service").asText()
                        + message.path("action").asText());
            case "service_response" ->
                tell(from, message.path("values").path("message").asText());
            case "action_feedback" -> cancelOnFeedback(from, message);
            case "action_result" ->
                tell(
                        from,
                        message.path("status").asInt() + " "
                                + message.path("values").path("sequence"));
            case "cancel_action_goal" -> cancelled.add(message.path("id").asText());
            default -> from.send("{\"op\": \"status\", \"level\": \"error\", \"msg\": \"unknown\"}");
        }
    }

    private void subscribe(WebSocket from, String topic) {
        subscribed.add(topic);
        if (topic.equals("/contract/kept")) {
            ObjectNode kept = op("publish").put("topic", topic);
            kept.putObject("msg").put("data", "遅れて来た人へ");
            from.send(kept.toString());
        }
    }

    /** Ask what the other end serves, as {@code peer.py} does. */
    private void ask(WebSocket from, String what) {
        if (what.equals("service") && advertised.contains("/contract/hosted")) {
            ObjectNode call = op("call_service").put("id", "ask").put("service", "/contract/hosted");
            call.putObject("args").put("data", true);
            from.send(call.toString());
        } else if (advertised.contains("/contract/hosted_fibonacci")) {
            ObjectNode goal = op("send_action_goal")
                    .put("id", what)
                    .put("action", "/contract/hosted_fibonacci")
                    .put("feedback", true);
            goal.putObject("args").put("order", what.equals("cancel") ? 1000 : 3);
            from.send(goal.toString());
        }
    }

    private void cancelOnFeedback(WebSocket from, JsonNode message) {
        if (message.path("id").asText().equals("cancel")) {
            from.send(op("cancel_action_goal")
                    .put("id", "cancel")
                    .put("action", "/contract/hosted_fibonacci")
                    .toString());
        }
    }

    private void tell(WebSocket from, String text) {
        ObjectNode told = op("publish").put("topic", "/contract/told");
        told.putObject("msg").put("data", text);
        from.send(told.toString());
    }

    private void publish(WebSocket from, String topic, JsonNode message) {
        if (topic.equals("/contract/ask")) {
            String asking = message.path("msg").path("data").asText();
            if (asked.add(asking)) {
                ask(from, asking.substring(0, asking.indexOf(' ')));
            }
        }
        String echo = ECHOES.get(topic);
        if (advertised.contains(topic) && echo != null && subscribed.contains(echo)) {
            ObjectNode heard = op("publish").put("topic", echo);
            heard.set("msg", message.path("msg"));
            from.send(heard.toString());
        }
    }

    private void serve(WebSocket from, JsonNode message) {
        String service = message.path("service").asText();
        ObjectNode response =
                op("service_response").put("id", message.path("id").asText()).put("service", service);
        if (service.equals("/contract/set")) {
            boolean data = message.path("args").path("data").asBoolean();
            response.putObject("values").put("success", data).put("message", data ? "了解しました" : "できません");
            from.send(response.put("result", true).toString());
        } else if (!service.equals("/contract/silent")) {
            from.send(response.put("values", "Service " + service + " does not exist")
                    .put("result", false)
                    .toString());
        }
    }

    private void act(WebSocket from, JsonNode message) {
        int order = message.path("args").path("order").asInt();
        ObjectNode result = op("action_result")
                .put("id", message.path("id").asText())
                .put("action", message.path("action").asText());
        String action = message.path("action").asText();
        if (action.equals("/contract/mute")) {
            // As bridges up to 2024 treat a goal that is rejected.
            return;
        }
        if (action.equals("/contract/quiet")) {
            accept(from, action);
        } else if (!action.equals("/contract/fibonacci")) {
            from.send(result.put("values", "No action server available")
                    .put("status", 0)
                    .put("result", false)
                    .toString());
        } else if (order == 0) {
            from.send(result.put("values", "Action goal was rejected")
                    .put("status", 0)
                    .put("result", false)
                    .toString());
        } else if (order < 0) {
            result.putObject("values").putArray("sequence").add(-1);
            from.send(result.put("status", 6).put("result", true).toString());
        } else {
            accept(from, action);
            step(from, result, order, List.of(0, 1));
        }
    }

    private void accept(WebSocket from, String action) {
        ObjectNode status = op("publish").put("topic", action + "/_action/status");
        ObjectNode goal =
                status.putObject("msg").putArray("status_list").addObject().put("status", 2);
        goal.putObject("goal_info").putObject("goal_id").put("uuid", "AAAAAAAAAAAAAAAAAAAAAA==");
        if (subscribed.contains(action + "/_action/status")) {
            from.send(status.toString());
        }
    }

    private void step(WebSocket from, ObjectNode result, int order, List<Integer> sequence) {
        String id = result.path("id").asText();
        boolean stopped = cancelled.contains(id);
        if (stopped || sequence.size() == order) {
            sequence.forEach(result.putObject("values").putArray("sequence")::add);
            from.send(result.put("status", stopped ? 5 : 4).put("result", true).toString());
            return;
        }
        int size = sequence.size();
        List<Integer> longer = new java.util.ArrayList<>(sequence);
        longer.add(sequence.get(size - 1) + sequence.get(size - 2));
        ObjectNode feedback = op("action_feedback").put("id", id).put("action", "/contract/fibonacci");
        longer.forEach(feedback.putObject("values").putArray("sequence")::add);
        from.send(feedback.toString());
        var unused = acting.schedule(() -> step(from, result, order, longer), 5, TimeUnit.MILLISECONDS);
    }

    private static ObjectNode op(String op) {
        return MAPPER.createObjectNode().put("op", op);
    }

    private static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void onOpen(WebSocket from, ClientHandshake request) {}

    @Override
    public void onClose(WebSocket from, int code, String reason, boolean remote) {
        advertised.clear();
        subscribed.clear();
    }

    @Override
    public void onError(@Nullable WebSocket from, Exception e) {}
}
