package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import java.util.regex.Pattern;

/** Tell by its words how an utterance is tied to what was said before. Lives on the dialogue thread. */
final class Cohesion {
    private final Content content;
    private final StandardJapanese standard;
    private final Weighed weighed;
    private final Pattern correction;
    private final Pattern objection;
    private final Pattern permission;
    private final Pattern waiting;
    private final Pattern instead;
    private final Pattern still;
    private final Pattern more;

    Cohesion(DataFile data, Content content, StandardJapanese standard, Weighed weighed) {
        this.content = content;
        this.standard = standard;
        this.weighed = weighed;
        correction = data.pattern("correction");
        objection = data.pattern("objection");
        permission = data.pattern("permission");
        waiting = data.pattern("waiting");
        instead = data.pattern("instead");
        still = data.pattern("still");
        more = data.pattern("more");
    }

    /** Tell whether an utterance says that something before it was wrong. */
    boolean corrects(String text) {
        return standard.says(correction, text);
    }

    /** Tell whether an utterance takes back a yes that stood before it: 「でも、後で」. */
    boolean objects(String text) {
        return standard.says(objection, text);
    }

    /** Tell whether an utterance allows what the robot is about to do: 「起こしていいよ」. */
    boolean permits(String text) {
        // 「飲んでよか」 and 「呼ばんでよか」 differ in the standard language alone.
        return permission.matcher(standard.of(text)).find();
    }

    /** Tell whether an utterance asks where that or who stays which was wished for, and names nothing else. */
    boolean asksWhereItStays(String text, Wish last) {
        return standard.says(still, text)
                && content.things(text).stream()
                        .allMatch(thing -> last.text().contains(thing) || weighed.speaksOf(last, thing));
    }

    /** Tell whether an utterance puts what it names in the place of something else. */
    boolean replaces(String text) {
        return standard.says(instead, text);
    }

    /** Tell whether an utterance says that what it names is still waited for. */
    boolean waits(String text) {
        return standard.says(waiting, text);
    }

    /** Tell whether an utterance asks for another one of what is under way. */
    boolean asksForMore(String text) {
        return standard.says(more, text);
    }
}
