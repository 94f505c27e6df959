package dev.aizuchi.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.models.ModelEntry;
import dev.aizuchi.models.ModelStatus;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * List what the robot is made of.
 *
 * @param skills those that are loaded
 * @param profile what the robot declares that it can do
 * @param models looks at the store anew each time
 * @param doctor checks this machine, which takes some seconds: an array of {@code check}, {@code state}, {@code detail}
 */
public record Catalogue(
        List<Skill> skills, RobotProfile profile, Supplier<List<ModelStatus>> models, Supplier<JsonNode> doctor) {
    public Catalogue {
        skills = List.copyOf(skills);
    }

    /** Give the skills with their intents and phrases, and the robot's acts. */
    ObjectNode skillList() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("skills");
        skills.forEach(skill -> put(list.addObject(), skill.spec()));
        ArrayNode acts = json.put("robot", profile.name()).putArray("acts");
        profile.capabilities().forEach(act -> put(acts.addObject(), act));
        return json;
    }

    private static void put(ObjectNode row, SkillSpec spec) {
        row.put("name", spec.name());
        ArrayNode needs = row.putArray("needs");
        spec.needs().stream().map(Class::getSimpleName).sorted().forEach(needs::add);
        ArrayNode senses = row.putArray("senses");
        spec.senses().stream().map(SkillSpec.Sense::percept).sorted().distinct().forEach(senses::add);
        ArrayNode intents = row.putArray("intents");
        for (SkillSpec.Intent intent : spec.intents()) {
            ObjectNode each = intents.addObject().put("name", intent.name());
            intent.phrases().forEach(each.putArray("phrases")::add);
            intent.slots().forEach(slot -> each.withArray("slots").add(slot.name()));
        }
    }

    private static void put(ObjectNode row, Capability act) {
        row.put("action", act.action()).put("effect", act.effect().name().toLowerCase(Locale.ROOT));
        row.put("moves", act.moves());
        ArrayNode limits = row.putArray("limits");
        for (Capability.Limit limit : act.limits()) {
            limits.addObject().put("argument", limit.argument()).put("allows", allows(limit));
        }
    }

    private static String allows(Capability.Limit limit) {
        if (limit instanceof Capability.Limit.Range range) {
            return range.min() + " … " + range.max();
        }
        if (limit instanceof Capability.Limit.OneOf oneOf) {
            return String.join(", ", oneOf.values());
        }
        return limit instanceof Capability.Limit.AnyText text ? "≤ " + text.maxLength() : "yes, no";
    }

    /** Give the models with licence, state and hashes. */
    ArrayNode modelList() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (ModelStatus status : models.get()) {
            ModelEntry entry = status.entry();
            ObjectNode row = list.addObject().put("id", entry.id()).put("title", entry.title());
            row.put("kind", entry.kind().key())
                    .put("state", status.state().name().toLowerCase(Locale.ROOT));
            row.put("usable", status.usable()).put("bytes", entry.bytes());
            row.put("licence", entry.licence())
                    .put("licence_url", entry.licenceUrl().toString());
            row.put("credit", entry.credit()).put("folder", status.folder().toString());
            ArrayNode hashes = row.putArray("sha256");
            entry.downloads().stream()
                    .map(ModelEntry.Download::sha256)
                    .filter(hash -> !hash.isEmpty())
                    .distinct()
                    .forEach(hashes::add);
        }
        return list;
    }
}
