package dev.aizuchi.documents;

import dev.aizuchi.language.Passage;
import dev.aizuchi.language.Retriever;
import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Find statements by their words (Lucene's BM25 over Kuromoji's words) and, with an encoder, by their meaning.
 *
 * <p>The score is the share of the question's words that the statement or its headings have, the rare ones weighing
 * more; with an encoder, the mean of that and of the likeness of the vectors, from which what all statements share was
 * taken. Callable from any thread. The index lies in memory; the encoder stays the caller's to close.
 */
public final class LuceneRetriever implements Retriever {
    private static final String FIELD = "searched";
    private static final int CANDIDATES = 20;
    /** What is left of the score of a statement that does not hold the kind of thing that is asked for. */
    private static final double OTHER_THING = 0.7;

    private final Analyzer analyzer = new JapaneseAnalyzer();
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final List<Statement> statements;
    private final List<Set<String>> words;
    private final Set<String> saidOfAnything;
    private final AnswerTypes types = new AnswerTypes();
    private final @Nullable Nearness nearness;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private record Scored(int number, double score) {}

    private LuceneRetriever(List<Statement> statements, @Nullable TextEncoder encoder) throws IOException {
        this.statements = statements;
        this.saidOfAnything = words(Resource.text("question-words.txt"));
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (Statement statement : statements) {
                Document document = new Document();
                document.add(new TextField(FIELD, statement.searched(), Field.Store.NO));
                writer.addDocument(document);
            }
            // In one piece, so that the documents keep their numbers.
            writer.forceMerge(1);
        }
        this.words = statements.stream()
                .map(statement -> words(statement.searched()))
                .toList();
        this.nearness = encoder == null
                ? null
                : new Nearness(
                        encoder, statements.stream().map(Statement::searched).toList());
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
    }

    /**
     * Read and index a folder; takes some milliseconds a statement with an encoder.
     *
     * @throws AdapterException when the folder or a document cannot be read; names it and the cure
     */
    public static LuceneRetriever open(Path folder, @Nullable TextEncoder encoder) {
        try {
            return new LuceneRetriever(Documents.read(folder), encoder);
        } catch (IOException e) {
            throw new AdapterException("the documents of " + folder + " cannot be indexed: " + e.getMessage(), e);
        }
    }

    /** Tell of each file below a folder from which nothing could be answered, why; none is opened for good. */
    public static Map<Path, String> faults(Path folder) {
        return Documents.faults(folder);
    }

    @Override
    public List<Passage> find(String question, int most) {
        Set<String> asked = words(question);
        asked.removeAll(saidOfAnything);
        if (asked.isEmpty()) {
            return List.of();
        }
        try {
            double[] near = nearness == null ? null : nearness.to(question);
            List<Scored> scored = new ArrayList<>();
            for (int number : candidates(asked, near)) {
                double byWords = coverage(asked, words.get(number));
                double score = near == null ? byWords : (byWords + near[number]) / 2;
                boolean fits = types.fits(question, statements.get(number).text());
                scored.add(new Scored(number, fits ? score : score * OTHER_THING));
            }
            return scored.stream()
                    .filter(one -> one.score > 0)
                    .sorted(Comparator.comparingDouble(Scored::score).reversed())
                    .limit(most)
                    .map(one -> passage(statements.get(one.number), one.score))
                    .toList();
        } catch (IOException e) {
            // The index lies in memory: there is no device that could fail.
            throw new UncheckedIOException(e);
        }
    }

    private static Passage passage(Statement statement, double score) {
        return new Passage(statement.text(), statement.source(), statement.section(), statement.date(), score);
    }

    private Set<Integer> candidates(Set<String> asked, double @Nullable [] near) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        asked.forEach(word -> query.add(new TermQuery(new Term(FIELD, word)), BooleanClause.Occur.SHOULD));
        Set<Integer> numbers = new LinkedHashSet<>();
        for (ScoreDoc hit : searcher.search(query.build(), CANDIDATES).scoreDocs) {
            numbers.add(hit.doc);
        }
        if (near != null && nearness != null) {
            numbers.addAll(nearness.best(near, CANDIDATES));
        }
        return numbers;
    }

    /** Give the share of the asked words that are there, weighed by how rare they are. */
    private double coverage(Set<String> asked, Set<String> there) throws IOException {
        double all = 0;
        double had = 0;
        for (String word : asked) {
            double weight = Math.log(1 + reader.numDocs() / (reader.docFreq(new Term(FIELD, word)) + 0.5));
            all += weight;
            had += there.contains(word) ? weight : 0;
        }
        return had / all;
    }

    private Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        try (TokenStream stream = analyzer.tokenStream(FIELD, text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        } catch (IOException e) {
            // A string is read: there is no device that could fail.
            throw new UncheckedIOException(e);
        }
        return words;
    }

    @Override
    public void close() {
        try (analyzer;
                directory) {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
