package dev.aizuchi.care;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.robot.Action.Notify;
import dev.aizuchi.robot.Action.Own;
import dev.aizuchi.robot.Argument.Text;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Turn;
import dev.aizuchi.skill.Vocabulary;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keep in mind and pass on: reminders, medicine taken, telephone numbers, whom to tell and whom not. */
final class Notes {
    static final Slot<String> TIME = Slot.moment("time");
    static final Slot<LocalTime> TAKEN = Slot.time("time");
    static final Slot<String> DATE = Slot.date("date");
    static final Slot<String> PHONE = Slot.phone("phone");

    private final Texts texts;
    private final Slot<String> topic;
    private final Slot<String> person;
    private final Vocabulary taken;
    private final Vocabulary untaken;

    /**
     * Make them.
     *
     * @param taken words without one of which nobody speaks of a medicine as taken
     * @param untaken words by which a medicine is not surely taken
     */
    Notes(Texts texts, Vocabulary topics, Vocabulary people, Vocabulary taken, Vocabulary untaken) {
        this.texts = texts;
        this.taken = taken;
        this.untaken = untaken;
        topic = Slot.choice("topic", topics);
        person = Slot.choice("person", people);
    }

    Slot<String> topic() {
        return topic;
    }

    Slot<String> person() {
        return person;
    }

    /** Write into the care record; the entry holds values, never the person's own words. */
    static Action record(String kind, String entry) {
        return new Own("record", List.of(new Text("kind", kind), new Text("entry", entry)));
    }

    Reply remind(Turn turn) {
        return turn.moment(TIME, DATE)
                .map(at -> remind(turn, at))
                .orElseGet(() -> Reply.await(texts.say("reminder.when"), TIME));
    }

    private Reply remind(Turn turn, ZonedDateTime at) {
        // As the person calls it: whoever says お風呂 is not told of 入浴.
        String about = turn.said(topic).orElse("");
        Map<String, String> said = Map.of(
                "hour", Integer.toString(at.getHour()),
                "minute", Integer.toString(at.getMinute()),
                "topic", about);
        String due = Stream.of(
                        Optional.of(at.toLocalDateTime().toString()), turn.find(topic), turn.find(Calls.RESIDENT))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return Reply.perform(record("reminder", due))
                .thenLater(at, Reply.say(texts.say(about.isEmpty() ? "reminder.due" : "reminder.due.topic", said)))
                .thenSay(texts.say(at.getMinute() == 0 ? "reminder.set" : "reminder.set.minutes", said));
    }

    /** What is not surely taken is not written down as taken: a person looks. */
    Reply medication(Turn turn) {
        if (!taken.isIn(turn.text()) || untaken.isIn(turn.text())) {
            return Reply.perform(new CallHuman("caregiver", turn.speaker(), texts.say("reason.medication"), false))
                    .thenSay(texts.say("medication.told"));
        }
        String time =
                turn.find(TAKEN).orElse(turn.now().toLocalTime().withNano(0)).toString();
        return Reply.perform(record(
                        "medication",
                        turn.find(Calls.RESIDENT)
                                .map(person -> time + " " + person)
                                .orElse(time)))
                .thenSay(texts.say("medication.recorded"));
    }

    /** A meal is staff's to bring: they know who may eat what. */
    Reply meal(Turn turn) {
        return Reply.perform(new CallHuman("caregiver", turn.speaker(), texts.say("reason.meal"), false))
                .thenSay(texts.say("meal.told"));
    }

    Reply contact(Turn turn) {
        String whom = turn.find(person).orElse(texts.say("family"));
        return Reply.perform(new Notify(whom, texts.say("reason.contact")))
                .thenSay(texts.say("contact.told", Map.of("person", whom)));
    }

    Reply doNotContact(Turn turn) {
        String whom = turn.find(person).orElse(texts.say("family"));
        return Reply.perform(record("do_not_contact", whom)).thenSay(texts.say("contact.not", Map.of("person", whom)));
    }

    Reply phone(Turn turn) {
        return turn.find(PHONE)
                .map(number -> Reply.perform(record(
                                "phone",
                                turn.find(person).map(whose -> whose + " ").orElse("") + number))
                        .thenSay(texts.say("phone.recorded")))
                .orElseGet(() -> Reply.await(texts.say("phone.which"), PHONE));
    }
}
