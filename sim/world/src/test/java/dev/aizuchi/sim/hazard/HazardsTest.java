package dev.aizuchi.sim.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HazardsTest {
    /** Two rooms of 5 m × 5 m with a wall between them at x = 5, in which a door may be. */
    private static Hazards floor(boolean door, long seed) {
        Hazards hazards = new Hazards(10, 5, (x, y) -> x < 3 && y < 3, new Random(seed));
        hazards.survey((x0, y0, x1, y1) -> (x0 < 5) != (x1 < 5) && !(door && Math.abs(y0 - 2.25) < 0.6));
        return hazards;
    }

    private static Hazards after(Hazards hazards, int seconds) {
        for (int second = 0; second < seconds; second++) {
            hazards.step();
        }
        return hazards;
    }

    @Test
    void it_is_calm_until_something_begins() {
        Hazards hazards = after(floor(true, 1), 60);
        assertThat(hazards.at(2, 2)).isEqualTo(Reading.CALM);
        assertThat(hazards.patches()).isEmpty();
    }

    @Test
    void gas_thins_out_with_the_way_and_goes_through_no_wall() {
        Hazards hazards = floor(false, 1);
        hazards.leak(1, 1, 20);
        after(hazards, 120);
        assertThat(hazards.at(1, 1).lelPercent())
                .isGreaterThan(hazards.at(2.5, 1).lelPercent());
        assertThat(hazards.at(2.5, 1).lelPercent())
                .isGreaterThan(hazards.at(4.5, 4.5).lelPercent());
        assertThat(hazards.at(7, 2).lelPercent()).isZero();
        Hazards open = floor(true, 1);
        open.leak(1, 1, 20);
        assertThat(after(open, 300).at(7, 2).lelPercent()).isPositive();
    }

    @Test
    void gas_is_neither_made_nor_lost_but_to_the_air_outside() {
        Hazards hazards = floor(true, 1);
        hazards.leak(1, 1, 100);
        after(hazards, 60);
        double inside = hazards.patches().stream()
                .filter(patch -> patch.kind().equals("gas"))
                .mapToDouble(Hazards.Patch::amount)
                .sum();
        // Two changes of air an hour, over a minute of leaking: a sixtieth on average.
        assertThat(inside).isCloseTo(6000 * (1 - 1 / 60.0), within(60.0));
    }

    @Test
    void a_closed_leak_airs_out() {
        Hazards hazards = floor(true, 1);
        hazards.leak(1, 1, 20);
        double before = after(hazards, 60).at(1, 1).lelPercent();
        hazards.leak(1, 1, 0);
        assertThat(after(hazards, 3600).at(1, 1).lelPercent()).isLessThan(before / 10);
    }

    @Test
    void fire_spreads_over_furniture_smokes_heats_and_burns_out() {
        Hazards hazards = floor(false, 1);
        hazards.ignite(1, 1);
        after(hazards, 120);
        long burning = hazards.patches().stream()
                .filter(patch -> patch.kind().equals("fire"))
                .count();
        assertThat(burning).isGreaterThan(3);
        assertThat(hazards.at(1.5, 1.5).celsius()).isGreaterThan(100);
        assertThat(hazards.at(4.5, 4.5).sightMetres()).isLessThan(Reading.CALM.sightMetres());
        assertThat(hazards.at(7, 2)).isEqualTo(Reading.CALM);
        assertThat(after(hazards, 3600).patches())
                .noneMatch(patch -> patch.kind().equals("fire"));
    }

    @Test
    void what_was_put_out_burns_no_more() {
        Hazards hazards = floor(true, 1);
        hazards.ignite(1, 1);
        after(hazards, 30).quench();
        assertThat(after(hazards, 1).patches()).noneMatch(patch -> patch.kind().equals("fire"));
        assertThat(after(hazards, 900).at(1, 1).celsius()).isCloseTo(22, within(1.0));
    }

    @Test
    void fire_takes_the_same_way_for_the_same_seed_and_another_for_another() {
        Hazards[] fires = {floor(true, 1), floor(true, 1), floor(true, 2)};
        for (Hazards each : fires) {
            each.ignite(1, 1);
            after(each, 60);
        }
        assertThat(fires[0].patches()).isEqualTo(fires[1].patches()).isNotEqualTo(fires[2].patches());
    }

    @Test
    void water_stands_level_in_all_rooms_it_reaches() {
        Hazards shut = floor(false, 1);
        shut.flood(1, 1, 25);
        after(shut, 100);
        assertThat(shut.at(1, 1).depthCm()).as("2.5 m³ on 25 m²").isCloseTo(10, within(0.01));
        assertThat(shut.at(7, 2).depthCm()).isZero();
        Hazards open = floor(true, 1);
        open.flood(1, 1, 25);
        assertThat(after(open, 100).at(7, 2).depthCm()).isCloseTo(5, within(0.01));
    }
}
