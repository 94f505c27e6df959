package dev.aizuchi.voice.hmm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lead from a label to the number of a distribution by questions with yes or no. */
final class DecisionTree {
    private static final Pattern QUESTION = Pattern.compile("QS\\s+(\\S+)\\s*\\{([^}]*)}");
    private static final Pattern TREE =
            Pattern.compile("\\{[^}\\n]*}\\[(\\d+)]\\s*(?:\\{([^}]*)}|\"?([^\\s\"{}]+)\"?)");
    private static final Pattern NODE = Pattern.compile("^\\s*(-?\\d+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s*$");

    private final int[] questions;
    private final int[] no;
    private final int[] yes;
    private final int onlyLeaf;

    private DecisionTree(int[] questions, int[] no, int[] yes, int onlyLeaf) {
        this.questions = questions;
        this.no = no;
        this.yes = yes;
        this.onlyLeaf = onlyLeaf;
    }

    /** Read the trees of a section, one a state, in the order of the states. */
    static List<DecisionTree> parse(String section, Questions questions) {
        Map<String, Integer> named = new HashMap<>();
        Matcher question = QUESTION.matcher(section);
        while (question.find()) {
            named.put(question.group(1), questions.number(patterns(question.group(2))));
        }
        List<DecisionTree> trees = new ArrayList<>();
        Matcher tree = TREE.matcher(section);
        while (tree.find()) {
            trees.add(tree.group(2) == null ? leaf(tree.group(3)) : nodes(tree.group(2), named));
        }
        if (trees.isEmpty()) {
            throw new IllegalArgumentException("no decision tree in its section");
        }
        return trees;
    }

    private static List<String> patterns(String list) {
        List<String> patterns = new ArrayList<>();
        for (String pattern : list.split(",", -1)) {
            patterns.add(pattern.strip().replace("\"", ""));
        }
        return patterns;
    }

    private static DecisionTree leaf(String name) {
        return new DecisionTree(new int[0], new int[0], new int[0], distribution(name));
    }

    private static DecisionTree nodes(String body, Map<String, Integer> named) {
        List<String> lines = body.lines().filter(line -> !line.isBlank()).toList();
        int[] asks = new int[lines.size()];
        int[] no = new int[lines.size()];
        int[] yes = new int[lines.size()];
        Map<String, Integer> numbers = new HashMap<>();
        for (String line : lines) {
            numbers.put(line.strip().split("\\s+", 2)[0], numbers.size());
        }
        for (int i = 0; i < lines.size(); i++) {
            Matcher node = NODE.matcher(lines.get(i));
            Integer question = node.matches() ? named.get(node.group(2)) : null;
            if (question == null) {
                throw new IllegalArgumentException("no tree's node with a known question: " + lines.get(i));
            }
            asks[i] = question;
            no[i] = target(node.group(3), numbers);
            yes[i] = target(node.group(4), numbers);
        }
        return new DecisionTree(asks, no, yes, -1);
    }

    /** A further node by its place; a leaf by its distribution's number, as its complement. */
    private static int target(String name, Map<String, Integer> numbers) {
        Integer node = numbers.get(name);
        return node == null ? ~distribution(name) : node;
    }

    /** The number behind the last low line, counted from 1. */
    private static int distribution(String name) {
        String bare = name.replace("\"", "");
        return Integer.parseInt(bare.substring(bare.lastIndexOf('_') + 1)) - 1;
    }

    /** Give the number of the distribution for a label, from 0. */
    int find(Questions.Answers label) {
        if (questions.length == 0) {
            return onlyLeaf;
        }
        int node = 0;
        while (node >= 0) {
            node = label.to(questions[node]) ? yes[node] : no[node];
        }
        return ~node;
    }
}
