package dev.aizuchi.japanese.fence;

import dev.aizuchi.japanese.fence.Breach.Kind;
import dev.aizuchi.japanese.reading.SentenceStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judge an answer sentence by sentence while it is being written; lives on one thread.
 *
 * <p>The first sentence that may not be spoken ends it: what follows is not looked at, and what went before stands.
 */
public final class FencedReply {
    /** A text without an end to its sentence is none. */
    private static final int LONGEST = 200;
    /** Shorter than this, the same words come by chance: はい。 */
    private static final int ECHO = 6;

    private final Fence fence;
    private final Grounds grounds;
    private final String said;
    private final int most;
    private final SentenceStream stream = new SentenceStream();
    private final StringBuilder sentence = new StringBuilder();
    private final Set<String> carried = new HashSet<>();
    private final Set<String> spoken = new HashSet<>();
    private Optional<Breach> breach = Optional.empty();

    FencedReply(Fence fence, Grounds grounds, String said, int most) {
        this.fence = fence;
        this.grounds = grounds;
        this.said = Forbidden.bare(said);
        this.most = most;
    }

    /** Take the next piece; give the sentences that may be spoken now. */
    public List<String> push(String piece) {
        return take(stream.push(piece), false);
    }

    /** Take the end of the text; what has no end of its own is spoken only when the writer meant it so. */
    public List<String> end() {
        return take(List.of(stream.end()), true);
    }

    /** Tell whether nothing more will be let through, so that the writer can be stopped. */
    public boolean isOver() {
        return breach.isPresent() || spoken.size() >= most;
    }

    /** Give why the rest was stopped. */
    public Optional<Breach> breach() {
        return breach;
    }

    private List<String> take(List<String> units, boolean last) {
        List<String> passed = new ArrayList<>();
        for (String unit : units) {
            sentence.append(unit);
            if (last || isWhole(sentence) || sentence.length() > LONGEST) {
                judge(passed);
            }
        }
        return passed;
    }

    private void judge(List<String> passed) {
        String whole = sentence.toString().strip();
        sentence.setLength(0);
        if (isOver() || whole.isEmpty()) {
            return;
        }
        String bare = Forbidden.bare(whole);
        boolean echo = bare.length() >= ECHO && said.contains(bare);
        breach = echo || spoken.contains(bare)
                ? Optional.of(new Breach(Kind.ECHO, whole))
                : fence.judge(whole, grounds, carried);
        if (breach.isEmpty()) {
            spoken.add(bare);
            passed.add(whole);
        }
    }

    private static boolean isWhole(CharSequence text) {
        return text.toString().strip().matches("(?s).*[。！？!?][」』）)]*|(?s).*\\n");
    }
}
