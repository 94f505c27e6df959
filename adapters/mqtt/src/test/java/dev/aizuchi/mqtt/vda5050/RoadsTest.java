package dev.aizuchi.mqtt.vda5050;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoadsTest {
    private final Roads roads = new Roads(List.of(
            new VdaSettings.Road("a", "b", 10, false),
            new VdaSettings.Road("b", "d", 10, false),
            new VdaSettings.Road("a", "c", 5, false),
            new VdaSettings.Road("c", "b", 4, true),
            new VdaSettings.Road("x", "y", 1, false)));

    @Test
    void the_way_is_the_shortest_by_metres_and_not_against_a_one_way_road() {
        assertThat(roads.way("a", "d")).contains(List.of("a", "c", "b", "d"));
        assertThat(roads.way("d", "a")).contains(List.of("d", "b", "a"));
        assertThat(roads.way("a", "a")).contains(List.of("a"));
    }

    @Test
    void where_no_road_leads_there_is_no_way() {
        assertThat(roads.way("a", "x")).isEmpty();
        assertThat(roads.way("unknown", "a")).isEmpty();
        assertThat(roads.way("", "a")).isEmpty();
    }

    @Test
    void a_road_joins_two_nodes() {
        assertThatThrownBy(() -> new VdaSettings.Road("a", "a", 1, false)).hasMessageContaining("must join two nodes");
        assertThatThrownBy(() -> new VdaSettings.Road("a", "b", -1, false)).hasMessageContaining("above 0 m");
    }
}
