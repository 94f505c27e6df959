package dev.aizuchi.japanese.keigo;

import dev.aizuchi.japanese.grammar.Edits;
import dev.aizuchi.japanese.grammar.PoliteStyle;
import dev.aizuchi.japanese.grammar.Sentence;
import dev.aizuchi.japanese.grammar.Token;
import dev.aizuchi.japanese.grammar.Tokenizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Check whether a text is fit to be said to somebody, and repair it.
 *
 * <p>Rules and lists only. Any text is taken; callable from any thread, some 0.5 ms a sentence.
 */
public final class PolitenessCheck {
    /** One repair may lay open the next fault; more than a few rounds would mean two rules that undo each other. */
    private static final int ROUNDS = 4;

    private final Tokenizer tokenizer = new Tokenizer();
    private final HonorificVerbs verbs = new HonorificVerbs();
    private final EndStyle ends = new EndStyle(new PoliteStyle(tokenizer));
    private final List<Rule> rules =
            List.of(new PhraseRules(), new DoubleKeigo(), new Direction(verbs), new PotentialForms(tokenizer));

    /** Check a text that is said to a guest. */
    public Politeness check(String text) {
        return check(text, Listener.GUEST);
    }

    /** Check a text that is said to this listener. */
    public Politeness check(String text, Listener listener) {
        List<Sentence> sentences = Sentence.of(tokenizer, text);
        List<Issue> issues = issues(sentences, listener);
        Optional<String> suggestion =
                issues.isEmpty() ? Optional.empty() : Optional.of(repaired(text, issues, listener));
        return new Politeness(level(sentences), issues, suggestion.filter(repaired -> !repaired.equals(text)));
    }

    private String repaired(String text, List<Issue> issues, Listener listener) {
        String repaired = text;
        List<Issue> open = issues;
        for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
            Edits edits = new Edits();
            open.forEach(issue -> edits.replace(issue.start(), issue.end(), issue.repair()));
            repaired = edits.in(repaired);
            open = issues(Sentence.of(tokenizer, repaired), listener);
        }
        return repaired;
    }

    private List<Issue> issues(List<Sentence> sentences, Listener listener) {
        List<Issue> issues = new ArrayList<>();
        boolean anyPolite = sentences.stream().anyMatch(ends::isPolite);
        for (Sentence sentence : sentences) {
            List<Issue> found = new ArrayList<>();
            rules.forEach(rule -> rule.find(sentence).forEach(issue -> addIfFree(found, issue)));
            if (listener.expectsPolite() && ends.isPlain(sentence)) {
                ends.issue(sentence, anyPolite ? IssueKind.MIXED_LEVELS : IssueKind.TOO_CASUAL)
                        .ifPresent(issue -> addIfFree(found, issue));
            }
            found.forEach(issue -> issues.add(issue.moved(sentence.offset())));
        }
        issues.sort(Comparator.comparingInt(Issue::start));
        return issues;
    }

    private static void addIfFree(List<Issue> found, Issue issue) {
        boolean free = found.stream().noneMatch(other -> issue.start() < other.end() && other.start() < issue.end());
        if (free) {
            found.add(issue);
        }
    }

    private Level level(List<Sentence> sentences) {
        long polite = sentences.stream().filter(ends::isPolite).count();
        long plain = sentences.stream().filter(ends::isPlain).count();
        if (polite == 0 || plain > polite) {
            return Level.PLAIN;
        }
        return sentences.stream().anyMatch(this::isRespectful) ? Level.RESPECTFUL : Level.POLITE;
    }

    private boolean isRespectful(Sentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.at(i);
            String base = token.base();
            boolean verb = token.isVerb()
                    && (verbs.isHonorific(base) || verbs.isHumble(base))
                    && !sentence.at(i).says("ください");
            boolean formed = DoubleKeigo.isRespected(sentence, i)
                    && (base.equals("する")
                            || base.equals("できる")
                            || token.says("ください")
                            || (token.says("に") && sentence.at(i + 1).base().equals("なる")));
            if (verb
                    || formed
                    || base.equals("ござる")
                    || base.equals("かしこまる")
                    || token.surface().matches("ご存じ|ご覧|拝見|承知|お越し")) {
                return true;
            }
        }
        return false;
    }
}
