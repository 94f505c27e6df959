package dev.aizuchi.ros2.hri;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Host;
import dev.aizuchi.ros2.node.Content;
import dev.aizuchi.skill.Floor;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Carry out {@code /skill/say}, {@code /skill/ask} and {@code /skill/chat} of communication_skills 1.5. From any
 * thread.
 *
 * <p>What is to be said is said in order. Of questions and chats there is one: another takes its place where its
 * priority is as high, and is not accepted where it is lower.
 */
final class CommunicationSkills implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CommunicationSkills.class.getName());
    private static final int LONGEST = 1_000;
    /** Markup for other parts of a robot: {@code <set expression(happy)>}. */
    private static final Pattern MARKUP = Pattern.compile("<[^<>]{0,200}>");

    private static final String CHAT_RESULTS = "role_results";
    private static final Pattern BLANK = Pattern.compile("[\\p{Cntrl}\\s]+");

    // chatbot_msgs/msg/DialogueRole.
    private static final String ASK_ROLE = "__ask__";
    private static final List<String> DEFAULT_ROLES = List.of("", "__default__");

    private final Floor floor;
    private final InstantSource clock;
    private final Duration quiet;
    private final List<Bus.Subscription> served;
    private final Arbitration arbitration = new Arbitration();
    private Instant lastSpoken = Instant.EPOCH;

    /**
     * Serve.
     *
     * @param quiet after so long without a word a chat is over
     */
    CommunicationSkills(Host host, Names names, Floor floor, InstantSource clock, Duration quiet) {
        this.floor = floor;
        this.clock = clock;
        this.quiet = quiet;
        this.served = List.of(
                host.carryOut(names.skill("say", "Say"), (goal, feedback) -> say(goal)),
                host.carryOut(
                        names.skill("ask", "Ask"),
                        (goal, feedback) -> ask(
                                goal, Content.text(goal, "question"), Content.text(goal, "answers_schema"), "answers")),
                host.carryOut(names.skill("chat", "Chat"), (goal, feedback) -> chat(goal)));
    }

    private Optional<Bus.Goal> say(Datum.Fields goal) {
        return spoken(Content.text(goal, "input")).map(text -> {
            Task task = new Task();
            Floor.Request<Boolean> request = floor.say(text);
            task.onGivingUp(request::cancel);
            request.ending().thenAccept(said -> {
                if (said) {
                    task.done(Content.message());
                } else {
                    task.interrupted(Content.message());
                }
            });
            return task;
        });
    }

    /** Give what of a text is spoken, unless that is nothing or more than anybody listens to. */
    static Optional<String> spoken(String input) {
        String text = BLANK.matcher(MARKUP.matcher(input).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return text.isEmpty() || text.length() > LONGEST ? Optional.empty() : Optional.of(text);
    }

    private Optional<Bus.Goal> ask(Datum.Fields goal, String question, String schema, String results) {
        try {
            List<Inquiry> inquiries = Inquiry.all(schema, spoken(question).orElse(""));
            if (inquiries.isEmpty()) {
                return Optional.empty();
            }
            return arbitration.begin(goal, results, false).map(task -> {
                askNext(task, inquiries.iterator(), Inquiry.read(""), results);
                return task;
            });
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "a question is not accepted: what is to be answered is {0}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Ask one after another, until one is not answered. */
    private void askNext(Task task, Iterator<Inquiry> inquiries, ObjectNode answers, String results) {
        if (task.isGivenUp() || !inquiries.hasNext()) {
            end(task, answers, results);
            return;
        }
        inquiries.next().ask(floor, answers, task).thenAccept(answered -> {
            if (answered) {
                askNext(task, inquiries, answers, results);
            } else {
                end(task, answers, results);
            }
        });
    }

    private void end(Task task, ObjectNode answers, String results) {
        arbitration.release(task);
        task.done(Content.message().text(results, answers.toString()));
    }

    private Optional<Bus.Goal> chat(Datum.Fields goal) {
        Datum.Fields role = Content.fields(goal, "role");
        String name = Content.text(role, "name");
        String first = spoken(Content.text(goal, "initial_input")).orElse("");
        if (name.equals(ASK_ROLE)) {
            ObjectNode configuration = configuration(Content.text(role, "configuration"));
            String question = configuration.path("question").asText(first);
            return ask(
                    goal,
                    question,
                    configuration.path("result_schema_properties").toString(),
                    CHAT_RESULTS);
        }
        if (!DEFAULT_ROLES.contains(name)) {
            LOG.log(Level.WARNING, "a chat is not accepted: there is no role {0}", name);
            return Optional.empty();
        }
        return arbitration.begin(goal, CHAT_RESULTS, true).map(task -> {
            task.onGivingUp(() -> end(task, Inquiry.read(""), CHAT_RESULTS));
            spoken();
            if (Content.flag(goal, "initiate") && !first.isEmpty()) {
                floor.say(first);
            }
            return task;
        });
    }

    private static ObjectNode configuration(String json) {
        try {
            return Inquiry.read(json);
        } catch (IllegalArgumentException e) {
            return Inquiry.read("");
        }
    }

    /** Learn that somebody speaks. */
    synchronized void spoken() {
        lastSpoken = clock.instant();
    }

    /** End a chat in which nobody has spoken for long. */
    void round() {
        boolean isQuiet;
        synchronized (this) {
            isQuiet = !clock.instant().isBefore(lastSpoken.plus(quiet));
        }
        if (isQuiet) {
            arbitration.chat().ifPresent(task -> end(task, Inquiry.read(""), CHAT_RESULTS));
        }
    }

    @Override
    public void close() {
        arbitration.close();
        served.forEach(Bus.Subscription::close);
    }
}
