package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.mask.Seal;
import dev.aizuchi.language.Interpreter.Match;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.SkillSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Take down reminders without end in a process of its own, saying each before it is asked for and once it is promised.
 *
 * <p>Arguments: file, number of this run.
 */
final class RemindingAgent {
    private RemindingAgent() {}

    static ReminderFile file(Path file) throws IOException {
        return ReminderFile.open(file, new Seal(new byte[Seal.KEY_BYTES], new SecureRandom()), Duration.ofHours(24));
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Semaphore answered = new Semaphore(0);
        Agent agent = Agent.builder(new FakeRobot(), Site.at(new Place("食堂")))
                .skills(List.of(() -> SkillSpec.named("test")
                        .on(
                                "remind",
                                List.of("知らせて"),
                                turn -> Reply.nothing()
                                        .thenLater(turn.now().plusDays(1), Reply.say("お時間です。"))
                                        .thenSay(turn.text()))))
                .reminders(file(Path.of(arguments[0])))
                .observer(event -> {
                    if (event instanceof DialogueEvent.Said said) {
                        say("promised " + said.text());
                        answered.release();
                    }
                })
                .start(intents -> text -> List.of(new Match("remind", "知らせて", Map.of(), 1)));
        for (int count = 0; true; count++) {
            String words = "その" + arguments[1] + "の" + count + "を知らせて";
            say("begun " + words);
            agent.hear(words);
            answered.acquire();
        }
    }

    /** In one write, so that a line is there as a whole or not at all. */
    private static void say(String line) {
        System.out.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
