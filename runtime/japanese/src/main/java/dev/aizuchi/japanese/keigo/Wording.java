package dev.aizuchi.japanese.keigo;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.grammar.Form;
import dev.aizuchi.japanese.grammar.Verb;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Put a meaning into words that are fit for the listener: 常体 to friends, です・ます to colleagues and children, and to
 * guests 尊敬語 for their acts, 謙譲語 for one's own and 美化語 for things.
 *
 * <p>「来る」 of the listener, asked of a guest: いらっしゃいますか; of a colleague: 来ますか; of a friend: 来る？ Callable from any
 * thread.
 */
public final class Wording {
    private final HonorificVerbs verbs = new HonorificVerbs();
    private final Set<String> adorned;
    private final Map<Listener, String> titles;

    public Wording() {
        DataFile data = DataFile.read(Wording.class, "wording.tsv");
        this.adorned = Set.copyOf(data.lines("adorned"));
        this.titles = data.rows("titles", 2).stream()
                .collect(Collectors.toMap(row -> Listener.valueOf(row.get(0)), row -> row.get(1)));
    }

    /** Give one sentence, without the mark at its end except for a plain question's. */
    public String say(Meaning meaning, Listener listener) {
        StringBuilder said = new StringBuilder();
        for (Meaning.Argument argument : meaning.arguments()) {
            said.append(thing(argument.noun(), listener)).append(argument.particle());
        }
        return said.append(predicate(meaning, listener)).toString();
    }

    /** Give a name as it is called: 田中様, 田中さん. */
    public String call(String name, Listener listener) {
        return name + titles.getOrDefault(listener, "さん");
    }

    private String thing(String noun, Listener listener) {
        return listener.isHonored() && adorned.contains(noun) ? "お" + noun : noun;
    }

    private String predicate(Meaning meaning, Listener listener) {
        if (meaning.predicate() instanceof Meaning.Doing doing) {
            return listener.expectsPolite()
                    ? polite(meaning, verb(doing.verb(), meaning, listener), doing.verb(), listener)
                    : plain(meaning, doing.verb());
        }
        if (meaning.predicate() instanceof Meaning.Having having) {
            return having(having.adjective(), meaning, listener);
        }
        return being(((Meaning.Being) meaning.predicate()).noun(), meaning, listener);
    }

    /** Choose the verb by whose act it is. */
    private Verb verb(Verb plain, Meaning meaning, Listener listener) {
        if (!listener.isHonored()) {
            return plain;
        }
        return switch (meaning.actor()) {
            case LISTENER, RESPECTED -> verbs.honorific(plain);
            case SPEAKER, OWN_SIDE ->
                meaning.towardsListener() || meaning.act() == Meaning.Act.OFFER
                        ? verbs.humble(plain)
                        : verbs.courteous(plain);
            case OTHER -> plain;
        };
    }

    private String polite(Meaning meaning, Verb verb, Verb plain, Listener listener) {
        return switch (meaning.act()) {
            case STATE -> masu(verb, meaning);
            case ASK -> masu(verb, meaning) + "か";
            case OFFER -> verb.in(Form.STEM) + "ましょうか";
            case INVITE -> (listener.isHonored() ? verbs.honorific(plain) : plain).in(Form.STEM) + "ませんか";
            case REQUEST -> request(meaning, plain, listener);
            case PERMISSION -> plain.in(Form.TE) + (listener.isHonored() ? "もよろしいでしょうか" : "もいいですか");
        };
    }

    private String request(Meaning meaning, Verb plain, Listener listener) {
        if (meaning.negative()) {
            return (listener.isHonored() ? verbs.honorific(plain) : plain).negated() + "でください";
        }
        return listener.isHonored() ? verbs.request(plain) : plain.in(Form.TE) + "ください";
    }

    private static String masu(Verb verb, Meaning meaning) {
        String end = meaning.negative() ? (meaning.past() ? "ませんでした" : "ません") : meaning.past() ? "ました" : "ます";
        return verb.in(Form.STEM) + end;
    }

    private static String plain(Meaning meaning, Verb verb) {
        return switch (meaning.act()) {
            case STATE -> stated(verb, meaning);
            case ASK -> stated(verb, meaning) + "？";
            case OFFER -> verb.in(Form.VOLITIONAL) + "か";
            case INVITE -> verb.negated() + "？";
            case REQUEST -> meaning.negative() ? verb.negated() + "で" : verb.in(Form.TE);
            case PERMISSION -> verb.in(Form.TE) + "もいい？";
        };
    }

    private static String stated(Verb verb, Meaning meaning) {
        if (meaning.negative()) {
            String negative = verb.negated();
            return meaning.past() ? negative.substring(0, negative.length() - 1) + "かった" : negative;
        }
        return verb.in(meaning.past() ? Form.TA : Form.DICTIONARY);
    }

    private static String having(String adjective, Meaning meaning, Listener listener) {
        String stem = (adjective.equals("いい") ? "よい" : adjective).substring(0, adjective.length() - 1);
        String said = meaning.negative()
                ? stem + (meaning.past() ? "くなかった" : "くない")
                : meaning.past() ? stem + "かった" : adjective;
        boolean asks = meaning.act() == Meaning.Act.ASK;
        if (listener.expectsPolite()) {
            return said + "です" + (asks ? "か" : "");
        }
        return said + (asks ? "？" : "");
    }

    private static String being(String noun, Meaning meaning, Listener listener) {
        boolean asks = meaning.act() == Meaning.Act.ASK;
        if (!listener.expectsPolite()) {
            String plain = meaning.negative()
                    ? (meaning.past() ? "じゃなかった" : "じゃない")
                    : meaning.past() ? "だった" : asks ? "" : "だ";
            return noun + plain + (asks ? "？" : "");
        }
        boolean person = meaning.actor() == Meaning.Actor.LISTENER || meaning.actor() == Meaning.Actor.RESPECTED;
        String end;
        if (listener.isHonored() && person) {
            end = meaning.negative() ? "ではいらっしゃいません" : "でいらっしゃいます";
        } else {
            end = meaning.negative() ? "ではありません" : "です";
        }
        if (meaning.past()) {
            end = meaning.negative() ? end + "でした" : end.equals("です") ? "でした" : "でいらっしゃいました";
        }
        return noun + end + (asks ? "か" : "");
    }
}
