package dev.aizuchi.japanese.keigo;

import dev.aizuchi.japanese.grammar.Sentence;
import java.util.List;

/** Find one family of faults in a sentence; spans count from the sentence's beginning. */
interface Rule {
    List<Issue> find(Sentence sentence);
}
