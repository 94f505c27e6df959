package dev.aizuchi.voice;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.speech.SpeechSynthesizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Declare the voice that a robot speaks with unless it is told otherwise, under the name {@code auto}: the site's own
 * recordings where they hold the sentence, then what the site has chosen and installed, and else the voice in Java,
 * which is always there.
 */
public final class AutoProvider implements AdapterProvider<SpeechSynthesizer, AutoProvider.Settings> {

    /**
     * Say where voices may be; all may be absent.
     *
     * @param hmm settings of the voice in Java
     * @param kokoro Kokoro's directory, which need not be there; absent leaves it out
     * @param openJtalk settings of Open JTalk, which need not be installed; absent leaves it out
     * @param rendered a directory of the site's recorded sentences; absent leaves them out
     */
    public record Settings(
            HmmProvider.@Nullable Settings hmm,
            @Nullable Path kokoro,
            OpenJTalkProvider.@Nullable Settings openJtalk,
            @Nullable Path rendered) {}

    @Override
    public String name() {
        return "auto";
    }

    @Override
    public Class<SpeechSynthesizer> provides() {
        return SpeechSynthesizer.class;
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public SpeechSynthesizer open(Settings settings) {
        var hmm = Objects.requireNonNullElse(settings.hmm(), HmmProvider.Settings.defaults());
        Path rendered = settings.rendered();
        Path kokoro = settings.kokoro();
        var openJtalk = settings.openJtalk();
        List<SpeechSynthesizer> voices = new ArrayList<>();
        if (rendered != null) {
            voices.add(new RenderedProvider().open(new RenderedProvider.Settings(rendered)));
        }
        if (kokoro != null) {
            addIfThere(voices, () -> KokoroSynthesizer.open(KokoroProvider.Settings.of(kokoro)));
        }
        if (openJtalk != null) {
            addIfThere(voices, () -> OpenJTalkSynthesizer.open(openJtalk));
        }
        voices.add(HmmSynthesizer.open(hmm));
        return new CachedSynthesizer(new FallbackSynthesizer(voices));
    }

    private static void addIfThere(List<SpeechSynthesizer> voices, Supplier<SpeechSynthesizer> voice) {
        try {
            voices.add(voice.get());
        } catch (AdapterException notInstalled) {
            // Another speaks.
        }
    }
}
