package dev.aizuchi.mqtt.vda5050;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanningTest {
    private static final List<VdaSettings.Road> ROADS =
            List.of(new VdaSettings.Road("n-1", "n-5", 0, false), new VdaSettings.Road("n-5", "n-2", 0, false));

    @Test
    void a_vehicle_that_finds_its_way_itself_is_given_none() {
        assertThat(planning(List.of()).plan("", "食堂").route().way).isEmpty();
        assertThat(planning(List.of()).plan("", "食堂").target()).isPresent();
        assertThat(planning(List.of()).plan("", "月").obstacle()).contains("no such place");
    }

    @Test
    void by_roads_the_way_begins_where_the_vehicle_stands() {
        assertThat(planning(ROADS).plan("n-1", "食堂").route().way).containsExactly("n-1", "n-5", "n-2");
        assertThat(planning(ROADS).plan("", "食堂").obstacle()).contains("at which node it stands");
        assertThat(planning(ROADS).plan("n-9", "食堂").obstacle()).isEqualTo("no road leads from node n-9 to n-2");
    }

    @Test
    void a_message_has_no_more_nodes_than_the_factsheet_allows() {
        Planning planning = planning(ROADS);
        planning.factsheet(new Factsheet(Set.of(), 1, 2, 0, true));
        assertThat(planning.plan("n-1", "食堂").route().stretch()).isEqualTo(new Stretch(0, 0, 1, 1));
        planning.factsheet(new Factsheet(Set.of(), 1, 1, 0, true));
        assertThat(planning.plan("n-5", "食堂").obstacle()).contains("no order with more than one node");
        assertThat(planning.plan("n-2", "食堂").obstacle()).as("it is there").isEmpty();
    }

    private static Planning planning(List<VdaSettings.Road> roads) {
        return new Planning(new VdaSettings(
                URI.create("tcp://127.0.0.1:1883"),
                "Aizuchi",
                "1",
                "3.0",
                "vda5050",
                List.of(new VdaSettings.Spot("食堂", "n-2", 0, 0, 0, null)),
                roads,
                0,
                Duration.ofSeconds(35),
                Duration.ofSeconds(3),
                0.1,
                null,
                null,
                null,
                null,
                null));
    }
}
