package dev.aizuchi.ros2.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.ros2.Json;
import dev.aizuchi.ros2.LocalBus;
import dev.aizuchi.ros2.Patience;
import dev.aizuchi.ros2.node.Lifecycle.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a node shows of itself, against the definitions of ROS 2. */
class NodeTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-04-01T03:00:00.25Z"));

    private final LocalBus bus = new LocalBus();
    private final NodeClock clock = new NodeClock(bus, NOON);
    private final List<Object> changes = new ArrayList<>();

    private Datum.Fields call(String service, String type, String request) {
        Answer answer =
                Patience.end(bus.call(Endpoint.of("/agent/" + service, type), Json.fields(request), Duration.ZERO));
        assertThat(answer).isInstanceOf(Answer.Given.class);
        return ((Answer.Given) answer).content();
    }

    private Datum.Fields parameters(String service, String type, String request) {
        return call(service, "rcl_interfaces/srv/" + type, request);
    }

    private Datum.Fields lifecycle(String service, String type, String request) {
        return call(service, "lifecycle_msgs/srv/" + type, request);
    }

    private void declare() {
        List<Parameter> declared = List.of(
                new Parameter("greets", new Datum.Flag(true), "挨拶をする", false),
                new Parameter("volume.level", new Datum.Real(0.5), "", false),
                new Parameter("name", new Datum.Text("ひまり"), "", true));
        assertThat(new Parameters(bus, "/agent", clock::stamp, declared, changes::add))
                .isNotNull();
    }

    @Test
    void tells_its_parameters_and_what_they_are() {
        declare();
        Datum.Fields got = parameters("get_parameters", "GetParameters", "{'names': ['name', 'greets', 'none']}");
        assertThat(Content.messages(got, "values"))
                .extracting(value -> Content.whole(value, "type"))
                .containsExactly(4L, 1L, 0L);
        assertThat(Content.text(Content.messages(got, "values").get(0), "string_value"))
                .isEqualTo("ひまり");
        assertThat(parameters("get_parameter_types", "GetParameterTypes", "{'names': ['volume.level']}"))
                .isEqualTo(types(3));
        Datum.Fields described =
                parameters("describe_parameters", "DescribeParameters", "{'names': ['greets', 'name']}");
        assertThat(Content.messages(described, "descriptors"))
                .extracting(each -> Content.text(each, "description") + Content.flag(each, "read_only"))
                .containsExactly("挨拶をするfalse", "true");
        assertThat(Content.texts(list("{}"), "names")).containsExactly("greets", "volume.level", "name");
        assertThat(Content.texts(list("{'prefixes': ['volume']}"), "names")).containsExactly("volume.level");
    }

    /** Octets, as sequences of uint8 are. */
    private static Datum.Fields types(int type) {
        return new Datum.Fields(Map.of("types", new Datum.Octets(java.nio.ByteBuffer.wrap(new byte[] {(byte) type}))));
    }

    private Datum.Fields list(String request) {
        return Content.fields(parameters("list_parameters", "ListParameters", request), "result");
    }

    @Test
    void sets_a_parameter_and_says_so() {
        declare();
        Datum.Fields results = parameters(
                "set_parameters",
                "SetParameters",
                "{'parameters': [{'name': 'greets', 'value': {'type': 1, 'bool_value': false}},"
                        + " {'name': 'greets', 'value': {'type': 4, 'string_value': 'no'}},"
                        + " {'name': 'name', 'value': {'type': 4, 'string_value': 'たろう'}},"
                        + " {'name': 'other', 'value': {'type': 1, 'bool_value': true}}]}");
        assertThat(Content.messages(results, "results"))
                .extracting(each -> Content.flag(each, "successful") + Content.text(each, "reason"))
                .containsExactly(
                        "true",
                        "falsegreets takes another type",
                        "falsename cannot be set while the node runs",
                        "falsethere is no parameter other");
        assertThat(changes).containsExactly(new Parameter("greets", new Datum.Flag(false), "挨拶をする", false));
        Datum.Fields event = bus.published("/parameter_events").get(0);
        assertThat(Content.text(event, "node")).isEqualTo("/agent");
        assertThat(Content.whole(Content.fields(event, "stamp"), "nanosec")).isEqualTo(250_000_000);
    }

    @Test
    void sets_all_or_none() {
        declare();
        Datum.Fields result = Content.fields(
                parameters(
                        "set_parameters_atomically",
                        "SetParametersAtomically",
                        "{'parameters': [{'name': 'greets', 'value': {'type': 1}}, {'name': 'other'}]}"),
                "result");
        assertThat(Content.flag(result, "successful")).isFalse();
        assertThat(changes).isEmpty();
        assertThat(bus.published("/parameter_events")).isEmpty();
    }

    @Test
    void is_led_through_its_states_and_refuses_a_way_that_begins_elsewhere() {
        Lifecycle node = new Lifecycle(bus, "/agent", NOON, changes::add);
        assertThat(change("{'transition': {'id': 3}}")).isFalse();
        assertThat(change("{'transition': {'id': 1}}")).isTrue();
        assertThat(change("{'transition': {'label': 'activate'}}")).isTrue();
        assertThat(node.state()).isEqualTo(State.ACTIVE);
        assertThat(change("{'transition': {'id': 4, 'label': 'deactivate'}}")).isTrue();
        assertThat(change("{'transition': {'label': 'shutdown'}}")).isTrue();
        assertThat(changes).containsExactly(State.INACTIVE, State.ACTIVE, State.INACTIVE, State.FINALIZED);
        Datum.Fields state = Content.fields(lifecycle("get_state", "GetState", "{}"), "current_state");
        assertThat(Content.whole(state, "id") + Content.text(state, "label")).isEqualTo("4finalized");
        assertThat(bus.published("/agent/transition_event"))
                .extracting(event -> label(event, "start_state") + ">" + label(event, "goal_state"))
                .startsWith(
                        "unconfigured>configuring", "configuring>inactive", "inactive>activating", "activating>active");
    }

    private boolean change(String request) {
        return Content.flag(lifecycle("change_state", "ChangeState", request), "success");
    }

    private static String label(Datum.Fields event, String state) {
        return Content.text(Content.fields(event, state), "label");
    }

    @Test
    void tells_which_ways_and_states_there_are() {
        Lifecycle node = new Lifecycle(bus, "/agent", NOON, changes::add);
        node.take(Transition.CONFIGURE);
        assertThat(ways("get_available_transitions")).containsExactly("cleanup", "activate", "shutdown");
        assertThat(ways("get_transition_graph")).hasSize(7);
        assertThat(Content.messages(lifecycle("get_available_states", "GetAvailableStates", "{}"), "available_states"))
                .hasSize(10);
    }

    private List<String> ways(String service) {
        return Content.messages(lifecycle(service, "GetAvailableTransitions", "{}"), "available_transitions").stream()
                .map(way -> label(way, "transition"))
                .toList();
    }

    @Test
    void tells_the_time_of_the_clock_topic_while_it_is_asked_to() {
        assertThat(clock.instant()).isEqualTo(NOON.instant());
        clock.simulate(true);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
        bus.publish(
                Endpoint.of("/clock", "rosgraph_msgs/msg/Clock"), Json.fields("{'clock': {'sec': 12, 'nanosec': 5}}"));
        assertThat(clock.stamp()).isEqualTo(Json.fields("{'sec': 12, 'nanosec': 5}"));
        clock.simulate(false);
        assertThat(clock.instant()).isEqualTo(NOON.instant());
        assertThat(bus.isHeard("/clock")).isFalse();
    }

    @Test
    void tells_how_its_parts_are() {
        Diagnostics.Part part =
                new Diagnostics.Part("battery", Diagnostics.Level.WARN, "low", Map.of("charge", "0.20"));
        new Diagnostics(bus, "agent", clock::header, List.of(() -> part)).tell();
        Datum.Fields status =
                Content.messages(bus.published("/diagnostics").get(0), "status").get(0);
        assertThat(Content.text(status, "name")).isEqualTo("agent: battery");
        assertThat(Content.whole(status, "level")).isEqualTo(1);
        assertThat(Content.messages(status, "values"))
                .containsExactly(Json.fields("{'key': 'charge', 'value': '0.20'}"));
    }
}
