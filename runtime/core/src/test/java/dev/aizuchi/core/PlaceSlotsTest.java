package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.Effect;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.RobotProfile;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PlaceSlotsTest {
    private final AtomicReference<RobotProfile> profile = new AtomicReference<>(lights("食堂"));
    private final PlaceSlots slots = new PlaceSlots(profile::get, new Place("101号室"), new Lexicon(List.of()));

    @Test
    void a_place_of_a_device_that_shows_itself_later_is_known_from_then_on_and_one_that_goes_no_more() {
        assertThat(slots.name("浴室")).isEmpty();
        assertThat(slots.in("浴室の電気をつけて")).isEmpty();
        profile.set(lights("食堂", "浴室"));
        assertThat(slots.name("浴室")).contains("浴室");
        assertThat(slots.in("浴室の電気をつけて")).contains("浴室");
        profile.set(lights("浴室"));
        assertThat(slots.names()).containsExactly("浴室");
        assertThat(slots.name("食堂")).isEmpty();
    }

    @Test
    void a_robot_that_names_no_place_takes_any() {
        profile.set(lights());
        assertThat(slots.name("浴室")).contains("浴室");
    }

    private static RobotProfile lights(String... places) {
        Capability light =
                new Capability("light", Effect.REVERSIBLE, false, List.of(new Limit.OneOf("place", List.of(places))));
        return new RobotProfile("robot", List.of(light), 0.1, Duration.ofSeconds(1));
    }
}
