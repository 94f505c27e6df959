package dev.aizuchi.care;

import dev.aizuchi.robot.Action.Grasp;
import dev.aizuchi.robot.Action.HandOver;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Action.Release;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Turn;
import dev.aizuchi.skill.Vocabulary;
import java.util.Map;

/** Fetch things and take them away; only what the vocabulary lists, so neither medicine nor alcohol. */
final class Errands {
    private final Texts texts;
    private final Texts names = Texts.beside(Errands.class, "names.properties");
    private final Vocabulary things;
    private final Slot<String> item;

    Errands(Texts texts, Vocabulary things) {
        this.texts = texts;
        this.things = things;
        item = Slot.choice("item", things);
    }

    Slot<String> item() {
        return item;
    }

    Reply drink(Turn turn, String drink) {
        return fetch(turn, names.say("item." + drink), names.say("place." + drink), drink);
    }

    Reply blanket(Turn turn) {
        return fetch(turn, names.say("item.blanket"), names.say("place.things"), "thing");
    }

    Reply bring(Turn turn) {
        return turn.find(item)
                .map(thing -> things.wordsByValue().containsKey(thing)
                        ? fetch(turn, thing, names.say("place.things"), "thing")
                        : Reply.refuse(texts.say("thing.refused")))
                .orElseGet(() -> Reply.await(texts.say("thing.which"), item));
    }

    Reply putAway(Turn turn) {
        String thing = turn.find(item).orElse("");
        if (thing.isEmpty()) {
            return Reply.await(texts.say("away.which"), item);
        }
        if (!things.wordsByValue().containsKey(thing)) {
            return Reply.refuse(texts.say("away.refused"));
        }
        return Reply.say(texts.say("away.going", Map.of("item", thing)))
                .then(new Navigate(turn.speaker()))
                .then(new Grasp(thing))
                .then(new Navigate(new Place(names.say("place.things"))))
                .then(new Release())
                .thenSay(texts.say("away.done", Map.of("item", thing)));
    }

    private Reply fetch(Turn turn, String thing, String from, String key) {
        Map<String, String> what = Map.of("item", thing);
        return Reply.say(texts.say(key + ".going", what))
                .then(new Navigate(new Place(from)))
                .then(new Grasp(thing))
                .then(new Navigate(turn.speaker()))
                .thenSay(texts.say("thing.offering"))
                .then(new HandOver(thing))
                .thenSay(texts.say(key + ".brought", what));
    }
}
