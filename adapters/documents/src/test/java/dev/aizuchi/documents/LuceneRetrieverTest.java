package dev.aizuchi.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.language.Passage;
import dev.aizuchi.onnx.Accelerator;
import dev.aizuchi.onnx.OnnxTextEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class LuceneRetrieverTest {
    private static final Path GUIDE = Path.of("src/test/resources/guide");

    private record Question(String text, String answer) {}

    @Test
    void gives_the_statement_with_its_source_section_and_date() {
        try (LuceneRetriever retriever = LuceneRetriever.open(GUIDE, null)) {
            assertThat(retriever.find("面会時間は何時までですか", 1)).singleElement().satisfies(passage -> {
                assertThat(passage.text()).contains("午後8時");
                assertThat(passage.source()).isEqualTo("入居のご案内");
                assertThat(passage.section()).isEqualTo("面会");
                assertThat(passage.date()).isEqualTo("2026年4月1日");
            });
        }
    }

    @Test
    void a_question_of_words_that_say_nothing_finds_nothing() {
        try (LuceneRetriever retriever = LuceneRetriever.open(GUIDE, null)) {
            assertThat(retriever.find("それはどこにありますか", 3)).isEmpty();
            assertThat(retriever.find("", 3)).isEmpty();
            assertThat(retriever.find("🙂\uD800".repeat(500), 3)).isEmpty();
        }
    }

    /** The floor of what README.md states; prints the figures. */
    @Test
    void answers_most_questions_and_few_that_the_documents_do_not() throws IOException {
        Path models = Path.of("../../models/encoder-ja");
        try (OnnxTextEncoder encoder = OnnxTextEncoder.open(models, Accelerator.CPU);
                LuceneRetriever both = LuceneRetriever.open(GUIDE, encoder);
                LuceneRetriever words = LuceneRetriever.open(GUIDE, null)) {
            measure("words", words);
            double[] figures = measure("both", both);
            assertThat(figures[0]).isGreaterThan(0.7);
            assertThat(figures[1]).isLessThan(0.15);
        }
    }

    private static double[] measure(String name, LuceneRetriever retriever) throws IOException {
        double[] chosen = new double[2];
        for (double bound : new double[] {0.2, 0.25, 0.3, 0.35, 0.4, 0.5}) {
            List<Question> missed = new ArrayList<>();
            List<Question> invented = new ArrayList<>();
            int right = 0;
            int answerable = 0;
            int others = 0;
            for (Question question : questions()) {
                List<Passage> found = retriever.find(question.text, 1);
                boolean answered = !found.isEmpty() && found.get(0).score() >= bound;
                if (question.answer.equals("-")) {
                    others++;
                    if (answered) {
                        invented.add(question);
                    }
                } else {
                    answerable++;
                    if (answered && found.get(0).text().contains(question.answer)) {
                        right++;
                    } else {
                        missed.add(question);
                    }
                }
            }
            System.out.println(String.format(
                    Locale.ROOT,
                    "%s ≥ %.2f: %d of %d answered rightly, %d of %d answered that should not be",
                    name,
                    bound,
                    right,
                    answerable,
                    invented.size(),
                    others));
            if (Boolean.getBoolean("show")) {
                System.out.println("  missed " + missed + "\n  invented " + invented);
            }
            if (bound == 0.3) {
                chosen = new double[] {(double) right / answerable, (double) invented.size() / others};
            }
        }
        return chosen;
    }

    private static List<Question> questions() throws IOException {
        return Files.readAllLines(GUIDE.resolve("questions.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(cells -> new Question(cells[0], cells[1]))
                .toList();
    }
}
