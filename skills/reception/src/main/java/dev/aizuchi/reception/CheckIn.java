package dev.aizuchi.reception;

import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.robot.Action.Notify;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Turn;
import dev.aizuchi.skill.Vocabulary;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ask who has come and whom they visit, and announce them; who comes for the clinic itself is brought a person. */
final class CheckIn {
    static final Slot<String> COMPANY = Slot.company("company");
    static final Slot<String> DATE = Slot.date("date");
    static final Slot<LocalTime> TIME = Slot.time("time");
    static final Slot<Double> PEOPLE = Slot.amount("count", "人");

    private final Texts texts;
    private final Directory directory;
    private final Slot<String> visitor;
    private final Slot<String> host;
    private final Slot<String> dept;
    private final Slot<String> purpose;
    /** By the key of what is said and told: the purposes for which nobody is looked for in the directory. */
    private final Map<String, List<String>> atTheDesk;

    CheckIn(Texts texts, Directory directory) {
        this.texts = texts;
        this.directory = directory;
        Map<String, List<String>> near = words("near").wordsByValue();
        visitor = Slot.person("visitor", Slot.Title.NONE).near(near.getOrDefault("visitor", List.of()));
        host = Slot.person("host", Slot.Title.LEFT_OUT).near(near.getOrDefault("host", List.of()));
        dept = Slot.choice("dept", words("dept"));
        purpose = Slot.choice("purpose", words("purpose"));
        atTheDesk = words("at_the_desk").wordsByValue();
    }

    Slot<?>[] slots() {
        return new Slot<?>[] {visitor, host, COMPANY, dept, DATE, TIME, PEOPLE, purpose};
    }

    /** Give the slot of the name of who has come. */
    Slot<String> visitor() {
        return visitor;
    }

    /** Give the slot of the name of who is visited, or for whom something is. */
    Slot<String> host() {
        return host;
    }

    Reply to(Turn turn) {
        Optional<Reply> desk = turn.find(purpose).flatMap(named -> atTheDesk(named, turn));
        if (desk.isPresent()) {
            return desk.get();
        }
        if (turn.find(visitor).isEmpty()) {
            return Reply.await(texts.in(turn.language()).say("checkin.name"), visitor);
        }
        Optional<String> wanted = turn.find(host);
        if (wanted.isEmpty()) {
            return Reply.await(texts.in(turn.language()).say("checkin.host"), host);
        }
        List<Directory.Entry> meant =
                directory.find(wanted.get(), turn.text() + turn.find(dept).orElse(""));
        if (meant.isEmpty()) {
            return call(turn, "checkin.unknown");
        }
        return meant.size() > 1 ? Reply.await(which(meant, turn.language()), host) : announce(turn, meant.get(0));
    }

    private Optional<Reply> atTheDesk(String named, Turn turn) {
        return atTheDesk.entrySet().stream()
                .filter(each -> each.getValue().contains(named))
                .map(each -> call(turn, each.getKey()))
                .findFirst();
    }

    private Reply call(Turn turn, String what) {
        return Reply.perform(new CallHuman(ReceptionSkill.STAFF, turn.speaker(), texts.say("reason." + what), false))
                .thenSay(texts.in(turn.language()).say(what + ".called"));
    }

    private String which(List<Directory.Entry> meant, String language) {
        Texts spoken = texts.in(language);
        String choices = meant.stream()
                .map(entry ->
                        spoken.say("checkin.choice", Map.of("dept", entry.department(), "name", entry.whole(language))))
                .collect(Collectors.joining(spoken.say("checkin.and")));
        return spoken.say(
                "checkin.which",
                Map.of(
                        "name",
                        meant.get(0).family(language),
                        "count",
                        Integer.toString(meant.size()),
                        "choices",
                        choices));
    }

    /** A company speaks of its own people without a title. */
    private Reply announce(Turn turn, Directory.Entry found) {
        Texts spoken = texts.in(turn.language());
        return Reply.say(spoken.say("checkin.calling", Map.of("host", found.family(turn.language()))))
                .then(new Notify(ReceptionSkill.STAFF, message(turn, found)))
                .thenSay(spoken.say("checkin.done"));
    }

    private String message(Turn turn, Directory.Entry found) {
        String from = turn.find(COMPANY)
                .map(company -> texts.say("reason.visitor.from", Map.of("company", company)))
                .orElse("");
        String about = Stream.concat(turn.find(TIME).map(LocalTime::toString).stream(), turn.find(purpose).stream())
                .map(each -> texts.say("reason.about", Map.of("about", each)))
                .collect(Collectors.joining());
        return from
                + texts.say(
                        "reason.visitor",
                        Map.of(
                                "visitor",
                                turn.get(visitor),
                                "host",
                                found.joinedName(),
                                "extension",
                                found.extension()))
                + about;
    }

    private static Vocabulary words(String section) {
        return Vocabulary.beside(CheckIn.class, "vocabulary.txt", section);
    }
}
