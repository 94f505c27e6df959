package dev.aizuchi.disaster;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Phrases;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Turn;
import dev.aizuchi.skill.Vocabulary;
import dev.aizuchi.skill.Worded;
import java.util.List;

/** Takes a rescue team's orders and reports, guides who seeks shelter, and retreats from what the sensors tell of. */
public final class DisasterSkill implements Worded {
    private final Texts texts;
    private final Sayings sayings = Sayings.standard();
    private final Orders orders;
    private final Reports reports;
    private final Requests requests;
    private final Announcements announcements = Announcements.standard();
    private final Slot<String> lang = choice("lang");
    private final Rules rules;

    /** Say what stands beside this class. */
    public DisasterSkill() {
        this(Texts.beside(DisasterSkill.class, "texts.properties"));
    }

    private DisasterSkill(Texts texts) {
        this.texts = texts;
        orders = new Orders(
                texts,
                sayings,
                choice("direction"),
                Slot.place("place", words("need")),
                Slot.place("place", words("base")));
        Logbook logbook = new Logbook(texts, sayings, words("at_once"));
        Slot<Place> place = Slot.anyPlace("place", sayings.of("where"));
        reports = new Reports(texts, sayings, logbook, choice("hazard"), choice("event"), place, words("near"));
        Slot<String> message = Slot.text("message", sayings.of("message"));
        Slot<String> team = choice("team");
        requests = new Requests(
                texts,
                sayings,
                logbook,
                choice("item"),
                team,
                team.implied(texts.say("team.everybody"), sayings.of("everybody")),
                message);
        rules = Rules.standard(texts);
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public Skill worded(Texts other) {
        return new DisasterSkill(other);
    }

    @Override
    public SkillSpec spec() {
        Phrases phrases = Phrases.beside(DisasterSkill.class, "phrases.txt");
        return sensed(told(ordered(named(), phrases), phrases)).offered(texts);
    }

    private static SkillSpec named() {
        return SkillSpec.named("disaster")
                .needs(
                        Action.Navigate.class,
                        Action.Rotate.class,
                        Action.Look.class,
                        Action.Light.class,
                        Action.CallHuman.class,
                        Action.Notify.class,
                        Action.Own.class);
    }

    private SkillSpec ordered(SkillSpec spec, Phrases phrases) {
        return spec.on("move_forward", phrases, turn -> orders.move(turn, 1), Orders.DISTANCE)
                .on("move_back", phrases, turn -> orders.move(turn, -1), Orders.DISTANCE)
                .on("turn", phrases, orders::turn, orders.direction(), Orders.ANGLE)
                .on("look", phrases, orders::look, orders.direction())
                .on("light", phrases, orders::light)
                .on("retreat", phrases, orders::retreat)
                .on("return", phrases, orders::goBack, orders.base())
                .on("hold_position", phrases, turn -> orders.hold())
                .on("slow_down", phrases, turn -> orders.slow())
                .on("silence", phrases, orders::silence)
                .on("start_recording", phrases, orders::record)
                // Reception has an intent of this name too; a slash keeps the two apart where both are loaded.
                .on("disaster/guide_to_place", phrases, orders::guide, orders.goal())
                .on("unsafe_order", phrases, turn -> Reply.refuse(texts.say("unsafe")))
                .on("first_aid", phrases, reports::firstAid)
                .on("earthquake_guidance", phrases, orders::earthquake)
                .on("disaster/switch_language", phrases, this::inLanguage, lang)
                .on("inform_evacuee", phrases, reports::inform);
    }

    private SkillSpec told(SkillSpec spec, Phrases phrases) {
        return spec.on(
                        "record_location",
                        phrases,
                        reports::location,
                        reports.place(),
                        Reports.FLOOR,
                        Slot.choice("event", words("marked")))
                .on(
                        "record_casualty",
                        phrases,
                        reports::casualty,
                        reports.people("injured"),
                        reports.people("trapped"),
                        reports.people("red"),
                        reports.people("yellow"),
                        reports.people("green"),
                        Reports.FLOOR,
                        reports.place())
                .on(
                        "record_triage",
                        phrases,
                        reports::triage,
                        reports.sorted("red"),
                        reports.sorted("yellow"),
                        reports.sorted("green"),
                        reports.sorted("black"))
                .on("request_supplies", phrases, requests::supplies, requests.item(), Requests.COUNT)
                .on("request_ambulance", phrases, requests::ambulance, Requests.COUNT, Reports.FLOOR, reports.place())
                .on("roll_call", phrases, requests::rollCall, requests.team(), Requests.COUNT)
                .on("report_status", phrases, turn -> requests.status())
                .on("send_message", phrases, requests::message, requests.to(), requests.message())
                .on("set_priority", phrases, reports::priority, reports.place())
                .on(
                        "log_event",
                        phrases,
                        reports::event,
                        reports.hazard(),
                        reports.event(),
                        reports.place(),
                        reports.people("injured"),
                        reports.people("trapped"),
                        Reports.DEPTH,
                        Reports.TEMPERATURE,
                        Reports.FLOOR,
                        Reports.TIME);
    }

    private SkillSpec sensed(SkillSpec spec) {
        SkillSpec all = spec;
        all = all.perceives("alert", announcements::to).perceives("fall", reports::fall);
        for (String percept : List.of("gas", "temperature", "water_depth", "structure", "battery", "link")) {
            all = all.perceives(percept, rules::to);
        }
        return all;
    }

    /** Say where to turn to in the language that was named; all others are offered. */
    private Reply inLanguage(Turn turn) {
        return turn.find(lang)
                .map(named -> requests.speaker(named).thenSay(announcements.text("shelter", named)))
                .orElseGet(() -> Reply.await(texts.say("lang.which"), lang));
    }

    private static Slot<String> choice(String name) {
        return Slot.choice(name, words(name));
    }

    private static Vocabulary words(String name) {
        return Vocabulary.beside(DisasterSkill.class, "vocabulary.txt", name);
    }
}
