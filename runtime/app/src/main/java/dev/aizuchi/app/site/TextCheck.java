package dev.aizuchi.app.site;

import dev.aizuchi.core.Agent;
import dev.aizuchi.japanese.Claims;
import dev.aizuchi.japanese.keigo.Issue;
import dev.aizuchi.japanese.keigo.IssueKind;
import dev.aizuchi.japanese.keigo.Listener;
import dev.aizuchi.japanese.keigo.Politeness;
import dev.aizuchi.japanese.keigo.PolitenessCheck;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Worded;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Hold a pack's sentences to what {@code skill check} holds a skill's to; none may be worse than what it replaces. */
final class TextCheck {
    /** What stands in a hole while a sentence is looked at: a noun that any sentence takes. */
    private static final String ANYTHING = "お茶";

    private final PolitenessCheck politeness = new PolitenessCheck();
    private final Claims claims = Claims.standard();
    private final Pack pack;
    private final Listener listener;
    private final Consumer<Fault> faults;

    TextCheck(Pack pack, Consumer<Fault> faults) {
        this.pack = pack;
        this.listener = pack.site().keigo().listener();
        this.faults = faults;
    }

    void check(List<? extends Skill> known) {
        check(SitePack.ENGINE, Agent.sentences());
        for (Skill skill : known) {
            if (skill instanceof Worded worded) {
                check(skill.spec().name(), worded.texts());
            }
        }
        for (int i = 0; i < pack.places().size(); i++) {
            String way = pack.places().get(i).way();
            if (way != null) {
                said("/places/" + i + "/way", way);
            }
        }
        List<String> facts = pack.site().persona().facts();
        for (int i = 0; i < facts.size(); i++) {
            said("/persona/facts/" + i, facts.get(i));
        }
    }

    private void said(String at, String sentence) {
        impolite(sentence, Set.of()).ifPresent(found -> faults.accept(pack.fault(at, found)));
    }

    private void check(String skill, Texts originals) {
        for (Item item : pack.texts().getOrDefault(skill, List.of())) {
            String original = originals.byKey().get(item.key());
            if (original != null) {
                check(item, original, originals);
            }
        }
    }

    private void check(Item item, String original, Texts originals) {
        Set<String> lost = new TreeSet<>(SiteFit.holes(original));
        lost.removeAll(SiteFit.holes(item.text()));
        lost.removeAll(SiteFit.roleHoles(originals));
        lost.forEach(hole -> faults.accept(item.fault(
                item.key() + " has lost {" + hole + "}, so that nobody hears it; put it into the sentence")));
        String before = filled(original, originals);
        String after = filled(item.text(), originals);
        impolite(after, issues(before)).ifPresent(found -> faults.accept(item.fault(found)));
        if (claims.claimsDone(after) && !claims.claimsDone(before)) {
            faults.accept(item.fault(
                    item.text() + " claims an act as done where the skill's own sentence does not; say what will be"));
        }
    }

    private Optional<String> impolite(String sentence, Set<IssueKind> allowed) {
        Politeness found = politeness.check(sentence, listener);
        return found.issues().stream()
                .filter(issue -> !allowed.contains(issue.kind()))
                .findFirst()
                .map(issue -> message(sentence, issue, found.suggestion()));
    }

    private static String message(String sentence, Issue issue, Optional<String> suggestion) {
        return sentence + " has " + issue.kind().wireName() + " in " + issue.surface()
                + suggestion.map(better -> "; rather " + better).orElse("; say it politely, or set keigo: plain");
    }

    private Set<IssueKind> issues(String sentence) {
        return politeness.check(sentence, listener).issues().stream()
                .map(Issue::kind)
                .collect(Collectors.toSet());
    }

    private static String filled(String text, Texts originals) {
        String filled = text;
        for (String hole : SiteFit.holes(text)) {
            filled = filled.replace("{" + hole + "}", originals.byKey().getOrDefault(Texts.ROLE + hole, ANYTHING));
        }
        return filled;
    }
}
