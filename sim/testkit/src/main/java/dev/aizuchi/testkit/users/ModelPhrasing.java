package dev.aizuchi.testkit.users;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.language.Generation;
import dev.aizuchi.language.LanguageModel;
import dev.aizuchi.language.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Have a language model say a person's sentences otherwise.
 *
 * <p>A model may write what means something else. Its words are taken only where they are one short Japanese sentence
 * that still names all that the person knows; else the written sentence is said. The same seed says the same only as
 * far as the model does.
 */
public final class ModelPhrasing implements Phrasing {
    private static final Generation.Limits LIMITS = new Generation.Limits(60, Duration.ofSeconds(20));
    private static final int LONGEST = 60;
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー、。？！…0-9０-９]+");

    private final LanguageModel model;
    private final String system =
            String.join("\n", DataFile.read(ModelPhrasing.class, "phrasing.txt").lines("system"));

    /** Take a model, which stays the caller's to close. */
    public ModelPhrasing(LanguageModel model) {
        this.model = model;
    }

    @Override
    public String phrase(Person person, String sentence) {
        List<String> facts = List.of(person.name(), person.wants());
        Prompt prompt = Prompt.of(system, facts, List.of(new Prompt.Message(Prompt.Speaker.PERSON, sentence)));
        StringBuilder written = new StringBuilder();
        try (Generation generation = model.generate(prompt, LIMITS)) {
            for (Optional<String> piece = generation.next(); piece.isPresent(); piece = generation.next()) {
                written.append(piece.get());
            }
        }
        String said = written.toString().strip().replaceAll("^「|」$", "");
        return isFit(person, sentence, said) ? said : sentence;
    }

    private static boolean isFit(Person person, String sentence, String said) {
        boolean names = person.knows().values().stream()
                .flatMap(List::stream)
                .filter(sentence::contains)
                .allMatch(said::contains);
        return names && said.length() <= LONGEST && JAPANESE.matcher(said).matches();
    }
}
