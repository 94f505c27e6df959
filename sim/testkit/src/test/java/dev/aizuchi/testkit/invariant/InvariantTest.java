package dev.aizuchi.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.keigo.Level;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Place;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.World;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The engine keeps all of these, so that each is broken by hand here. */
class InvariantTest {
    private static final Instant NOW = Instant.parse("2026-04-01T01:00:00Z");
    private static final Action GO = new Action.Navigate(new Place("食堂"));

    @Test
    void an_order_that_was_never_approved_is_a_breach() {
        ActsApproved approved = approved();
        assertThat(approved.ordered(command("1")))
                .hasValueSatisfying(text -> assertThat(text).contains("was ordered and never approved"));
        approved.happened(new DialogueEvent.Commanded(1, NOW, "2", GO));
        assertThat(approved.ordered(command("2"))).isEmpty();
        assertThat(approved.ordered(command("2"))).isPresent();
    }

    @Test
    void a_motion_while_a_stop_is_latched_is_a_breach() {
        ActsApproved approved = approved();
        approved.happened(new DialogueEvent.Stopped(1, NOW, "button"));
        approved.happened(new DialogueEvent.Commanded(1, NOW, "1", GO));
        assertThat(approved.ordered(command("1")))
                .hasValueSatisfying(text -> assertThat(text).contains("while a stop was latched"));
        approved.happened(new DialogueEvent.Resumed(2, NOW));
        approved.happened(new DialogueEvent.Commanded(2, NOW, "2", GO));
        assertThat(approved.ordered(command("2"))).isEmpty();
    }

    @Test
    void a_claim_before_the_act_has_ended_is_a_breach() {
        HonestClaims claims = new HonestClaims();
        claims.happened(new DialogueEvent.Commanded(1, NOW, "1", GO));
        assertThat(claims.happened(said("お水をお持ちします。"))).isEmpty();
        assertThat(claims.happened(said("お水をお持ちしました。")))
                .hasValueSatisfying(text -> assertThat(text).contains("before navigate had ended"));
        claims.happened(new DialogueEvent.Failed(1, NOW, "1", Outcome.Reason.BLOCKED, ""));
        assertThat(claims.happened(said("途中で中止しました。"))).isEmpty();
        claims.happened(new DialogueEvent.Commanded(1, NOW, "2", GO));
        claims.happened(new DialogueEvent.Commanded(1, NOW, "3", GO));
        claims.happened(new DialogueEvent.Completed(1, NOW, "2"));
        assertThat(claims.happened(said("お水をお持ちしました。"))).isEmpty();
        assertThat(claims.happened(said("お茶をお持ちしました。"))).isPresent();
    }

    @Test
    void a_plain_sentence_is_a_breach_and_a_fragment_is_none() {
        PoliteSpeech polite = new PoliteSpeech(Level.POLITE);
        assertThat(polite.happened(said("水を持ってくる。"))).isPresent();
        assertThat(polite.happened(said("お水をお持ちします。"))).isEmpty();
        assertThat(polite.happened(said("はい、どうぞ。"))).isEmpty();
        assertThat(polite.happened(said("Please follow me."))).isEmpty();
    }

    @Test
    void a_fast_robot_beside_a_person_is_a_breach_and_a_slow_one_is_none() {
        World world = new World(FloorPlan.care(), NOW, 1);
        world.robot().perform(new Command("1", GO, Duration.ofMinutes(2)), done -> {});
        world.step(Duration.ofSeconds(6));
        double speed = world.snapshot().robot().speed();
        assertThat(speed).isGreaterThan(0.4);
        world.movePerson(
                "佐藤",
                world.snapshot().robot().x() + 0.6,
                world.snapshot().robot().y());
        assertThat(new KeepsDistance(0.3, 0.3).moved(world))
                .hasValueSatisfying(text -> assertThat(text).contains("0.10 m from 佐藤"));
        assertThat(new KeepsDistance(0.3, 0.9).moved(world)).isEmpty();
        assertThat(new KeepsDistance(0.05, 0.3).moved(world)).isEmpty();
    }

    private static ActsApproved approved() {
        return new ActsApproved(new World(FloorPlan.care(), NOW, 1).robot().profile());
    }

    private static Command command(String id) {
        return new Command(id, GO, Duration.ofMinutes(1));
    }

    private static DialogueEvent said(String text) {
        return new DialogueEvent.Said(1, NOW, text, false);
    }
}
