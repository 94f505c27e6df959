package dev.aizuchi.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.aizuchi.core.Journal;
import dev.aizuchi.core.Site;
import dev.aizuchi.people.PeopleSettings;
import dev.aizuchi.robot.Place;
import dev.aizuchi.ros2.hri.DialogueNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hold an {@code agent.yaml}: what to hear with, what to speak with, which robot, which skills.
 *
 * @param site where the robot works
 * @param robot the robot's adapter
 * @param devices what else there is to command, such as a house's lights; adapters of robots too
 * @param hearing the ears; absent when the agent is only typed to
 * @param speaking the voice; absent when the robot is mute
 * @param encoder the meaning of sentences; absent when they are matched by their words alone
 * @param skills names of the skills to load; empty loads those of a care robot and what lies in skills.d
 * @param lexicon file with the site's own words and how they sound; absent for none
 * @param documents folder with what the site wants answered from: .md, .csv, .txt, .pdf; absent for none
 * @param sitePack folder or archive with what one site changes, of which this file's own keys win; absent for none
 * @param people where the people are kept whom the robot knows; absent when it knows nobody
 * @param reminders where is kept what people asked to be reminded of; absent when a restart forgets it
 * @param generator the language model that leads small talk, within the fence; absent when fixed sentences do
 * @param facts what it may tell of the site, one sentence each
 * @param journal the record of what happened
 * @param recording the same and the robot's way as MCAP; absent when nothing is recorded
 * @param metrics where metrics are served for Prometheus; absent when they are not
 * @param traces where OpenTelemetry's traces are sent to; absent when they are not
 * @param alerts where alerts come in as files; absent for none
 * @param ros4hri by which bus the runtime is the dialogue node of ROS4HRI; absent when it is not
 */
record AgentConfig(
        SiteConfig site,
        Use robot,
        List<Use> devices,
        @Nullable Hearing hearing,
        @Nullable Speaking speaking,
        @Nullable Use encoder,
        List<String> skills,
        @Nullable Path lexicon,
        @Nullable Path documents,
        @Nullable Path sitePack,
        @Nullable PeopleConfig people,
        @Nullable RemindersConfig reminders,
        @Nullable Use generator,
        List<String> facts,
        @Nullable JournalConfig journal,
        @Nullable RecordingConfig recording,
        @Nullable MetricsConfig metrics,
        @Nullable TracesConfig traces,
        @Nullable AlertsConfig alerts,
        @Nullable Ros4HriConfig ros4hri) {
    AgentConfig {
        Objects.requireNonNull(site, "site is missing");
        Objects.requireNonNull(robot, "robot is missing");
        devices = devices == null ? List.of() : List.copyOf(devices);
        skills = skills == null ? List.of() : List.copyOf(skills);
        facts = facts == null ? List.of() : List.copyOf(facts);
    }

    /**
     * Pick a provider by name and give it its own settings.
     *
     * @param use the provider's name
     * @param with its settings, bound to its record once the provider is known
     */
    record Use(String use, JsonNode with) {
        Use {
            Objects.requireNonNull(use, "use is missing");
            with = with == null ? MissingNode.getInstance() : with;
        }
    }

    /**
     * Describe the place of work; names as people there say them.
     *
     * @param bargeIn whether any word may cut the robot's speech short; needs a robot that does not hear itself
     */
    record SiteConfig(String speaker, String zone, String askWhom, List<String> robotNames, boolean bargeIn) {
        SiteConfig {
            Objects.requireNonNull(speaker, "speaker is missing: the place of the person who speaks");
            zone = zone == null ? "Asia/Tokyo" : zone;
            askWhom = askWhom == null ? "職員" : askWhom;
            robotNames = robotNames == null ? List.of("ロボット") : List.copyOf(robotNames);
            try {
                ZoneId.of(zone);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(zone + " is no time zone; write one such as Asia/Tokyo", e);
            }
        }

        Site site() {
            return new Site(
                    new Place(speaker),
                    ZoneId.of(zone),
                    askWhom,
                    robotNames,
                    bargeIn ? Site.BargeIn.ANY_WORD : Site.BargeIn.STOP_WORDS);
        }
    }

    /**
     * Name the parts of the ears.
     *
     * @param secondPass a recogniser that takes each utterance again of which the first is not sure; absent for none
     * @param echo what takes the robot's own voice out of the microphone's sound; absent where nothing has to
     * @param phrasesOnly whether the recogniser is limited to the skills' phrases: for a model whose own language model
     *     does not know the site's words
     */
    record Hearing(
            Use source,
            Use detector,
            Use recognizer,
            @Nullable Use secondPass,
            @Nullable Use echo,
            boolean phrasesOnly) {
        Hearing {
            Objects.requireNonNull(source, "source is missing");
            Objects.requireNonNull(detector, "detector is missing");
            Objects.requireNonNull(recognizer, "recognizer is missing");
        }
    }

    /**
     * Name the two parts of the voice, or leave speaking to the robot.
     *
     * @param synthesizer what makes the sound; absent when the robot does
     * @param sink what it goes to; absent when the robot speaks
     * @param aizuchi whether it says a soft はい now and then while a person speaks
     * @param robot whether the robot speaks by a voice of its own: the act {@code say} of its file
     */
    record Speaking(@Nullable Use synthesizer, @Nullable Use sink, boolean aizuchi, boolean robot) {
        Speaking {
            if (robot && (synthesizer != null || sink != null || aizuchi)) {
                throw new IllegalArgumentException(
                        "robot: true stands alone: a robot that speaks itself takes no synthesizer, sink or aizuchi");
            }
            if (!robot) {
                Objects.requireNonNull(synthesizer, "synthesizer is missing; or write robot: true");
                Objects.requireNonNull(sink, "sink is missing");
            }
        }
    }

    /**
     * Say by which bus the runtime is the dialogue node of ROS4HRI, and as what; absent values take the defaults of
     * {@link DialogueNode.Settings}.
     */
    record Ros4HriConfig(
            Use bus,
            @Nullable String node,
            @Nullable String prefix,
            @Nullable String voice,
            @Nullable String locale,
            @Nullable Duration quiet,
            @Nullable List<String> hears,
            boolean managed) {
        Ros4HriConfig {
            Objects.requireNonNull(bus, "bus is missing: use: rcl or rosbridge");
            settings(node, prefix, voice, locale, quiet, hears, managed);
        }

        DialogueNode.Settings settings() {
            return settings(node, prefix, voice, locale, quiet, hears, managed);
        }

        @SuppressWarnings("NullAway") // what is absent takes its default
        private static DialogueNode.Settings settings(
                @Nullable String node,
                @Nullable String prefix,
                @Nullable String voice,
                @Nullable String locale,
                @Nullable Duration quiet,
                @Nullable List<String> hears,
                boolean managed) {
            return new DialogueNode.Settings(node, prefix, voice, locale, quiet, hears, managed);
        }
    }

    /** Say where alerts come in as {@code .xml} files, and how often to look. */
    record AlertsConfig(Path directory, int everyS) {
        AlertsConfig {
            Objects.requireNonNull(directory, "directory is missing");
            everyS = everyS == 0 ? 5 : everyS;
            if (everyS < 1 || everyS > 3_600) {
                throw new IllegalArgumentException("every-s is " + everyS + "; write seconds from 1 to 3600");
            }
        }
    }

    /**
     * Say where people are kept, and for how long.
     *
     * @param key file that is made with the first person; without it, nobody reads what is kept
     * @param retentionDays who was not seen for so long is forgotten; 90 where it is left out
     */
    record PeopleConfig(Path directory, Path key, int retentionDays) {
        PeopleConfig {
            Objects.requireNonNull(directory, "directory is missing");
            Objects.requireNonNull(key, "key is missing: a file outside of the directory, made when it is not there");
            retentionDays = retentionDays == 0 ? 90 : retentionDays;
            if (retentionDays < 1 || retentionDays > 36_500) {
                throw new IllegalArgumentException("retention-days must be from 1 to 36500, but is " + retentionDays);
            }
            if (key.startsWith(directory)) {
                throw new IllegalArgumentException(
                        "the key lies in the directory that it locks; name a place outside, such as people.key");
            }
        }

        PeopleSettings settings() {
            return new PeopleSettings(directory, key);
        }
    }

    /**
     * Say where is kept what people asked to be reminded of.
     *
     * @param key file that is made when neither it nor {@code file} is there; without it, nobody reads what is kept
     * @param keepHours what fell due longer ago, while the robot was off, is forgotten; 24 where it is left out
     */
    record RemindersConfig(Path file, Path key, int keepHours) {
        RemindersConfig {
            Objects.requireNonNull(file, "file is missing");
            Objects.requireNonNull(key, "key is missing: a file that is made when it is not there");
            keepHours = keepHours == 0 ? 24 : keepHours;
            if (keepHours < 1 || keepHours > 8_760) {
                throw new IllegalArgumentException("keep-hours must be from 1 to 8760, but is " + keepHours);
            }
        }
    }

    /**
     * Say where the journal lies, how much is kept, and how much of people's words stands in it.
     *
     * @param maskKey file with the key that brings masked data back; without it they are gone
     */
    record JournalConfig(
            Path directory,
            long maxBytes,
            int keep,
            Journal.SpeechTexts speechTexts,
            @Nullable Path maskKey) {
        JournalConfig {
            Objects.requireNonNull(directory, "directory is missing");
            maxBytes = maxBytes == 0 ? 10_000_000 : maxBytes;
            keep = keep == 0 ? 9 : keep;
            speechTexts = Objects.requireNonNullElse(speechTexts, Journal.SpeechTexts.NONE);
            if (maskKey != null && speechTexts != Journal.SpeechTexts.MASKED) {
                throw new IllegalArgumentException("mask-key is for speech-texts: masked");
            }
        }
    }
}
