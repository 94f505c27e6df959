package dev.aizuchi.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.app.site.SitePack;
import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.models.Suggestion;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.testkit.evaluation.Circumstances;
import dev.aizuchi.testkit.evaluation.Conduct;
import dev.aizuchi.testkit.evaluation.Trial;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Understand sentences from standard input, each in a dialogue of its own, with the robot simulated. */
@Command(
        name = "understand",
        mixinStandardHelpOptions = true,
        description = {
            "Understand sentences: JSON lines in, JSON lines out.",
            "In:  {\"id\",\"utterance\",\"domain\"?,\"context\"?}, domain being a skill's name,",
            "     context what the robot had just said or, in （ ）, the scene.",
            "Out: {\"id\",\"behaviour\",\"action\"?,\"slots\",\"say\",\"skill\",\"confidence\",\"ms\"}.",
            "A bad line is told by its number on standard error and passed over."
        })
final class UnderstandCommand implements Callable<Integer> {
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,6})(?:\\.\\d+)?");

    @Option(names = "--no-encoder", description = "match by words alone, without the encoder model")
    private boolean noEncoder;

    @Option(
            names = "--skills",
            paramLabel = "NAME",
            split = ",",
            description = "load these skills alone; else those of a line's domain and conversation, or all")
    private List<String> skills = List.of();

    @Option(
            names = "--site",
            paramLabel = "NAME",
            description = "play on this floor of the simulator: care; else on the domain's own")
    private @Nullable String site;

    @Mixin
    private PackOption pack = new PackOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try (Closer closer = new Closer()) {
            TextEncoder encoder = noEncoder ? null : closer.keep(Home.here().encoder());
            SitePack opened = pack.open(closer);
            Domains domains =
                    new Domains(pack.skills(opened, chosen()), encoder, site, pack.wiring(opened, encoder, closer));
            Circumstances circumstances = new Circumstances();
            return new JsonLines(spec.commandLine().getOut(), spec.commandLine().getErr())
                            .answer(System.in, question -> answer(question, domains, circumstances))
                    ? 0
                    : 1;
        }
    }

    private List<Skill> chosen() {
        List<Skill> all = new Plugins().skills();
        List<String> names = all.stream().map(skill -> skill.spec().name()).toList();
        for (String name : skills) {
            if (!names.contains(name)) {
                throw new ConfigException("no skill " + name + Suggestion.hint(name, names));
            }
        }
        return all.stream()
                .filter(skill ->
                        skills.isEmpty() || skills.contains(skill.spec().name()))
                .toList();
    }

    static ObjectNode answer(JsonNode question, Domains domains, Circumstances circumstances) {
        String utterance = JsonLines.text(question, "utterance");
        Circumstances.Told context = circumstances.of(question.path("context").asText(""));
        Trial trial = domains.of(question.path("domain").asText("")).trial(context, utterance);
        return written(trial.conduct()).put("ms", Math.round(trial.millis() * 1_000) / 1_000.0);
    }

    /** Write how the agent conducted itself in a turn. */
    static ObjectNode written(Conduct conduct) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.put("behaviour", conduct.behaviour().wireName());
        conduct.action().ifPresent(action -> answer.put("action", action));
        ObjectNode slots = answer.putObject("slots");
        conduct.slots().forEach((name, value) -> {
            if (NUMBER.matcher(value).matches()) {
                slots.put(name, new BigDecimal(value));
            } else {
                slots.put(name, value);
            }
        });
        answer.put("say", conduct.said());
        conduct.skill().ifPresent(skill -> {
            answer.put("skill", skill);
            answer.put("confidence", Math.round(conduct.confidence() * 1_000) / 1_000.0);
        });
        return answer;
    }
}
