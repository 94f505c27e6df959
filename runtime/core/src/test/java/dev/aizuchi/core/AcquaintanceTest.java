package dev.aizuchi.core;

import static dev.aizuchi.core.Told.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.event.Percept.PersonArrived;
import dev.aizuchi.event.Percept.PersonLeft;
import dev.aizuchi.event.Percept.Speaker;
import dev.aizuchi.language.Interpreter.Match;
import dev.aizuchi.person.Person;
import dev.aizuchi.person.Person.Consent;
import dev.aizuchi.person.Person.Hearing;
import dev.aizuchi.person.Person.Pace;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioSink;
import dev.aizuchi.speech.SpeechSynthesizer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AcquaintanceTest {
    private static final Duration KEEP = Duration.ofDays(90);
    private static final Person SUZUKI = person("p-1", "鈴木さん", Hearing.HARD, Pace.SLOW, "戦争");
    private static final Person TANAKA = person("p-2", "田中さん", Hearing.NORMAL, Pace.NORMAL, "病気");

    private final ManualLanes lanes = new ManualLanes();
    private final FakePeople people = new FakePeople();
    private final List<DialogueEvent> events = new ArrayList<>();

    @Test
    void greets_a_known_person_by_name_once_in_each_part_of_the_day() {
        Agent agent = knowing(SUZUKI).start(intents -> text -> List.of());
        perceive(agent, new PersonArrived("p-1"), new PersonLeft("p-1"), new PersonArrived("p-1"));
        assertThat(said(events)).containsExactly("鈴木さん、こんにちは。");
        lanes.advance(Duration.ofHours(4));
        perceive(agent, new PersonArrived("p-1"));
        lanes.advance(Duration.ofHours(12));
        perceive(agent, new PersonArrived("p-1"));
        assertThat(said(events)).containsExactly("鈴木さん、こんにちは。", "鈴木さん、こんばんは。", "鈴木さん、おはようございます。");
    }

    @Test
    void says_nothing_to_who_is_unknown_or_forgotten() {
        Agent agent = knowing(SUZUKI).start(intents -> text -> List.of());
        perceive(agent, new PersonArrived("p-9"), new PersonArrived(""));
        people.forget("p-1");
        perceive(agent, new PersonArrived("p-1"));
        assertThat(said(events)).isEmpty();
    }

    @Test
    void leaves_the_greeting_to_a_skill_that_answers() {
        Skill own = () -> SkillSpec.named("own").perceives("person_arrived", perceived -> Reply.say("いらっしゃいませ。"));
        Agent agent = knowing(SUZUKI).skills(List.of(own)).start(intents -> text -> List.of());
        perceive(agent, new PersonArrived("p-1"));
        assertThat(said(events)).containsExactly("いらっしゃいませ。");
    }

    @Test
    void does_not_greet_into_an_open_question() {
        Agent agent = chatting(SUZUKI, Reply.ask("お茶になさいますか。", Reply.say("はい。"), Reply.say("いいえ。")));
        hear(agent);
        perceive(agent, new PersonArrived("p-1"));
        assertThat(said(events)).isEmpty();
    }

    @Test
    void keeps_from_small_talk_what_the_speaker_does_not_want_to_hear_of() {
        Agent agent = chatting(SUZUKI, Reply.chat("せんそうは、大変でしたね。"));
        perceive(agent, new Speaker("p-1", "robot"));
        hear(agent);
        assertThat(said(events)).containsExactly("そのお話は、控えさせていただきます。");
    }

    @Test
    void says_it_to_others_and_where_it_is_no_small_talk() {
        Agent agent = chatting(SUZUKI, Reply.chat("戦争の本です。"));
        perceive(agent, new Speaker("p-1", "robot"), new Speaker("p-2", "robot"));
        hear(agent);
        assertThat(said(events)).containsExactly("戦争の本です。");
        events.clear();
        Agent informing = chatting(SUZUKI, Reply.say("戦争の本は、あちらです。"));
        perceive(informing, new Speaker("p-1", "robot"));
        hear(informing);
        assertThat(said(events)).containsExactly("戦争の本は、あちらです。");
    }

    @Test
    void remembers_that_somebody_wants_to_be_spoken_to_slowly() {
        people.people.put("p-2", TANAKA);
        Action slower = new Action.Own("voice", List.of(new Argument.Text("style", "slower")));
        Skill skill = () -> SkillSpec.named("voice")
                .needs(Action.Own.class)
                .on("slower", List.of("ゆっくり話して"), turn -> Reply.perform(slower));
        Agent agent = knowing(SUZUKI)
                .skills(List.of(skill))
                .start(intents -> text -> List.of(new Match("slower", "ゆっくり話して", Map.of(), 1)));
        perceive(agent, new Speaker("p-2", "robot"));
        hear(agent);
        hear(agent);
        lanes.run();
        assertThat(people.people.get("p-2")).isEqualTo(TANAKA.paced(Pace.SLOW));
        assertThat(people.writes).isEqualTo(1);
    }

    @Test
    void who_comes_by_does_not_take_the_place_of_who_speaks() {
        Agent agent = chatting(SUZUKI, Reply.chat("戦争の本です。"));
        people.people.put("p-2", TANAKA);
        perceive(agent, new Speaker("p-1", "robot"), new PersonArrived("p-2"), new PersonLeft("p-2"));
        events.clear();
        hear(agent);
        assertThat(said(events)).containsExactly("そのお話は、控えさせていただきます。");
        perceive(agent, new PersonLeft("p-1"));
        events.clear();
        hear(agent);
        assertThat(said(events)).containsExactly("戦争の本です。");
    }

    @Test
    void speaks_to_each_in_the_language_that_they_want() {
        people.people.put("p-2", TANAKA);
        Person smith = in(Locale.ENGLISH);
        Skill skill = () -> SkillSpec.named("test").on("say", List.of("話して"), turn -> Reply.say(turn.language()));
        Agent agent = knowing(smith)
                .skills(List.of(skill))
                .start(intents -> text -> List.of(new Match("say", "話して", Map.of(), 1)));
        perceive(agent, new PersonArrived(smith.id()));
        assertThat(said(events)).containsExactly("Hello, スミスさん.");
        perceive(agent, new Speaker(smith.id(), "robot"));
        hear(agent);
        perceive(agent, new Speaker("p-2", "robot"));
        hear(agent);
        perceive(agent, new Speaker(smith.id(), "robot"));
        hear(agent);
        perceive(agent, new Speaker("p-9", "robot"));
        hear(agent);
        assertThat(said(events).subList(1, 5)).containsExactly("en", "ja", "en", "ja");
    }

    @Test
    void who_is_not_known_goes_on_in_the_language_that_was_asked_for() {
        Skill skill = () -> SkillSpec.named("test")
                .on("say", List.of("話して"), turn -> Reply.say(turn.language()))
                .on("english", List.of("英語で"), turn -> Reply.speak("en"));
        Agent agent = knowing(SUZUKI)
                .skills(List.of(skill))
                .start(intents -> text -> List.of(new Match(text.equals("英語で") ? "english" : "say", "", Map.of(), 1)));
        perceive(agent, new Speaker("p-1", "robot"));
        agent.hear("英語で");
        perceive(agent, new Speaker("p-9", "robot"));
        hear(agent);
        assertThat(said(events)).containsExactly("en");
    }

    @Test
    void takes_a_word_as_it_is_meant_where_the_speaker_comes_from() {
        Person fromOsaka = speaking("kansai");
        Skill skill = () -> SkillSpec.named("test")
                .on("tidy", List.of("毛布を片付けて"), turn -> Reply.say("片付けます。"))
                .on("repair", List.of("毛布を直して"), turn -> Reply.say("直します。"));
        Agent agent = knowing(fromOsaka)
                .skills(List.of(skill))
                .start(intents ->
                        text -> List.of(new Match(text.contains("片付け") ? "tidy" : "repair", "", Map.of(), 1)));
        agent.hear("毛布をなおしといて");
        lanes.run();
        perceive(agent, new Speaker(fromOsaka.id(), "robot"));
        agent.hear("毛布をなおしといて");
        lanes.run();
        assertThat(said(events)).containsExactly("直します。", "片付けます。");
    }

    @Test
    void understands_who_speaks_a_dialect_also_where_they_do_not_use_it() {
        Person fromOsaka = speaking("kansai");
        Agent agent = knowing(fromOsaka)
                .skills(List.of(
                        () -> SkillSpec.named("test").on("polite", List.of("お願いします"), turn -> Reply.say("はい。"))))
                .start(intents ->
                        text -> text.endsWith("ください") ? List.of(new Match("polite", "", Map.of(), 1)) : List.of());
        perceive(agent, new Speaker(fromOsaka.id(), "robot"));
        agent.hear("毛布を持ってきてください");
        lanes.run();
        assertThat(said(events)).containsExactly("はい。");
    }

    @Test
    void notes_that_a_person_was_seen_at_most_once_an_hour() {
        Agent agent = knowing(SUZUKI).start(intents -> text -> List.of());
        perceive(agent, new Speaker("p-1", "robot"));
        assertThat(people.writes).as("seen just now").isZero();
        lanes.advance(Duration.ofHours(2));
        perceive(agent, new Speaker("p-1", "robot"), new Speaker("p-1", "robot"), new PersonArrived("p-1"));
        assertThat(people.writes).isEqualTo(1);
        assertThat(people.find("p-1").orElseThrow().lastSeen()).isEqualTo(FakeRobot.START.plus(Duration.ofHours(2)));
    }

    @Test
    void forgets_at_the_start_and_as_time_passes_who_was_not_seen_for_too_long() {
        people.people.put("p-2", TANAKA.seenAt(FakeRobot.START.minus(KEEP).minusSeconds(1)));
        var unused = knowing(SUZUKI).start(intents -> text -> List.of());
        lanes.run();
        assertThat(people.all()).containsExactly(SUZUKI);
        lanes.advance(KEEP);
        assertThat(people.all()).containsExactly(SUZUKI);
        lanes.advance(Duration.ofHours(6));
        assertThat(people.all()).isEmpty();
    }

    @Test
    void tells_of_a_store_that_fails_and_goes_on() {
        Agent agent = knowing(SUZUKI).start(intents -> text -> List.of());
        people.broken = true;
        perceive(agent, new PersonArrived("p-1"));
        assertThat(events)
                .anyMatch(event -> event instanceof DialogueEvent.Faulted fault
                        && fault.part().equals("people")
                        && fault.message().contains("mend it"));
    }

    @Test
    void speaks_slower_and_louder_to_who_wants_it() throws InterruptedException {
        List<AudioClip> played = new ArrayList<>();
        CountDownLatch greeted = new CountDownLatch(1);
        Agent agent = knowing(SUZUKI)
                .voice(new OneSecond(), new Sink(played, greeted))
                .start(intents -> text -> List.of());
        perceive(agent, new PersonArrived("p-1"));
        greeted.await();
        agent.close();
        AudioClip clip = played.get(0);
        assertThat(clip.duration()).isEqualTo(Duration.ofMillis(1_250));
        assertThat(clip.samples()[8_000]).isBetween((short) 1_990, (short) 2_010);
    }

    private Agent.Builder knowing(Person person) {
        people.people.put(person.id(), person);
        return Agent.builder(new FakeRobot(), Site.at(new Place("食堂")))
                .lanes(lanes)
                .reading(Runnable::run)
                .observer(events::add)
                .people(people, KEEP);
    }

    private Agent chatting(Person person, Reply reply) {
        Skill skill = () -> SkillSpec.named("chatting").on("chat", List.of("話して"), turn -> reply);
        return knowing(person)
                .skills(List.of(skill))
                .start(intents -> text -> List.of(new Match("chat", "話して", Map.of(), 1)));
    }

    private void perceive(Agent agent, Percept... percepts) {
        for (Percept percept : percepts) {
            agent.perceive(percept);
            lanes.run();
        }
    }

    private void hear(Agent agent) {
        agent.hear("話して");
        lanes.run();
    }

    private static Person person(String id, String call, Hearing hearing, Pace pace, String topic) {
        Consent consent = new Consent(LocalDate.of(2026, 3, 31), "本人", "名前で呼ぶため");
        return new Person(id, call, hearing, pace, "", Locale.JAPANESE, List.of(topic), consent, FakeRobot.START);
    }

    private static Person in(Locale language) {
        return stranger("p-4", "スミスさん", "", language);
    }

    private static Person speaking(String dialect) {
        return stranger("p-3", "西さん", dialect, Locale.JAPANESE);
    }

    private static Person stranger(String id, String call, String dialect, Locale language) {
        return new Person(
                id, call, Hearing.NORMAL, Pace.NORMAL, dialect, language, List.of(), SUZUKI.consent(), FakeRobot.START);
    }

    private record Sink(List<AudioClip> played, CountDownLatch heard) implements AudioSink {
        @Override
        public boolean play(AudioClip clip) {
            played.add(clip);
            heard.countDown();
            return true;
        }

        @Override
        public void cut() {}

        @Override
        public void close() {}
    }

    private static final class OneSecond implements SpeechSynthesizer {
        @Override
        public AudioClip synthesize(String text) {
            short[] samples = new short[16_000];
            Arrays.fill(samples, (short) 1_000);
            return new AudioClip(samples, 16_000);
        }

        @Override
        public void close() {}
    }
}
