package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.core.Agent;
import dev.aizuchi.core.Site;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.World;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.testkit.evaluation.DialogueEvaluation;
import dev.aizuchi.testkit.evaluation.DialogueReport;
import dev.aizuchi.testkit.evaluation.ExpectedDialogue;
import dev.aizuchi.testkit.evaluation.Percentiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measure turns of whole dialogues, with few skills and with many, and a stop while a skill hangs. */
@Command(
        name = "turn",
        mixinStandardHelpOptions = true,
        description = {
            "Measure turns of dialogues (the lines of converse), from heard to answered.",
            "turn_ms: with the skills that are shipped. turn_more_ms: with more skills of three phrases each, held by",
            "turns with the first. stop_ms, told_ms: from a stop while a skill hangs until the robot has it, and until",
            "it is told as an event."
        })
final class BenchTurnCommand implements Callable<Integer> {
    /** Each takes a thread that is never given back. */
    private static final int STOPS = 50;

    private static final String HANG = "固まって";

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "dialogues")
    private List<Path> files = List.of();

    @Option(names = "--skills", paramLabel = "N", description = "so many more (default: ${DEFAULT-VALUE})")
    private int more = 1_000;

    @Option(names = "--rounds", paramLabel = "N", description = "each dialogue so often (default: ${DEFAULT-VALUE})")
    private int rounds = 3;

    @Option(names = "--no-encoder", description = "match by words alone, without the encoder model")
    private boolean noEncoder;

    @Option(names = "--json", description = "write one JSON object")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        List<ExpectedDialogue> dialogues = files.stream()
                .flatMap(file -> ExpectedDialogue.in(file).stream())
                .toList();
        ObjectNode report = Json.MAPPER.createObjectNode();
        report.put("java", Runtime.version().toString());
        report.put("cores", Runtime.getRuntime().availableProcessors());
        turns(report, dialogues);
        stops(report);
        if (json) {
            spec.commandLine().getOut().println(report);
        } else {
            report.properties()
                    .forEach(field -> spec.commandLine()
                            .getOut()
                            .println(String.format(Locale.ROOT, "%-16s %s", field.getKey(), field.getValue())));
        }
        return 0;
    }

    /** One after the other in short turns, so that what else the machine does weighs on both alike. */
    private void turns(ObjectNode report, List<ExpectedDialogue> dialogues) {
        List<Double> few = new ArrayList<>();
        List<Double> many = new ArrayList<>();
        try (Closer closer = new Closer()) {
            Domains domains = new Domains(
                    new Plugins().skills(),
                    noEncoder ? null : closer.keep(Home.here().encoder()),
                    null);
            DialogueEvaluation withFew = EvalDialoguesCommand.evaluation(domains);
            DialogueEvaluation withMany = EvalDialoguesCommand.evaluation(domains.with(skills()));
            // The first round warms up.
            for (int round = 0; round <= rounds; round++) {
                for (ExpectedDialogue dialogue : dialogues) {
                    DialogueReport one = withFew.run(List.of(dialogue), 1);
                    DialogueReport other = withMany.run(List.of(dialogue), 1);
                    if (round > 0) {
                        one.rows().forEach(row -> few.addAll(row.millis()));
                        other.rows().forEach(row -> many.addAll(row.millis()));
                    }
                }
            }
        }
        put(report, "turn_ms", few);
        put(report, "turn_more_ms", many);
    }

    /** Give skills that do what no other does, each of a thing of its own. */
    private List<Skill> skills() {
        List<String> kinds = lines("kinds");
        List<String> things = lines("things");
        if (more > kinds.size() * things.size()) {
            throw new ConfigException("--skills is at most " + kinds.size() * things.size());
        }
        List<Skill> skills = new ArrayList<>();
        for (int i = 0; i < more; i++) {
            String thing = kinds.get(i / things.size()) + things.get(i % things.size());
            String name = "bench_" + i;
            List<String> phrases =
                    lines("deeds").stream().map(deed -> thing + deed).toList();
            SkillSpec one = SkillSpec.named(name).on(name, phrases, turn -> Reply.say(thing));
            skills.add(() -> one);
        }
        return skills;
    }

    private static List<String> lines(String section) {
        return SpokenLoop.resource("bench/" + section + ".txt").lines().toList();
    }

    private static void stops(ObjectNode report) throws InterruptedException {
        List<Double> reached = new ArrayList<>();
        List<Double> told = new ArrayList<>();
        BlockingQueue<DialogueEvent> events = new LinkedBlockingQueue<>();
        Semaphore entered = new Semaphore(0);
        Skill hanging = () -> SkillSpec.named("hanging").on("hang", List.of(HANG), turn -> hang(entered));
        Robot robot = new World(FloorPlan.named("care"), Instant.now(), 1).robot();
        try (robot;
                Agent agent = Agent.builder(robot, Site.at(new Place("食堂")))
                        .skills(List.of(hanging))
                        .observer(events::add)
                        .start(PhraseInterpreter::of)) {
            for (int i = 0; i < STOPS; i++) {
                agent.hear(HANG);
                entered.acquire();
                long begun = System.nanoTime();
                agent.stop("bench");
                reached.add((System.nanoTime() - begun) / 1e6);
                DialogueEvent event = events.take();
                while (!(event instanceof DialogueEvent.Stopped)) {
                    event = events.take();
                }
                told.add((System.nanoTime() - begun) / 1e6);
            }
        }
        put(report, "stop_ms", reached);
        put(report, "told_ms", told);
    }

    /** Hangs for good: no interrupt ends it. */
    @SuppressWarnings("InfiniteLoopBody")
    private static Reply hang(Semaphore entered) {
        entered.release();
        while (true) {
            new Semaphore(0).acquireUninterruptibly();
        }
    }

    private static void put(ObjectNode report, String name, List<Double> millis) {
        Percentiles percentiles = Percentiles.of(millis.stream().mapToDouble(Double::doubleValue));
        ObjectNode node = report.putObject(name).put("n", percentiles.n());
        Json.put(node, percentiles);
    }
}
