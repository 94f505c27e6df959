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
 * Declare the best voice that is there under the name {@code auto}: Open JTalk when it is installed, else Kokoro when
 * it is fetched, and behind either the recorded sentences.
 */
public final class AutoProvider implements AdapterProvider<SpeechSynthesizer, AutoProvider.Settings> {

    /**
     * Say where voices may be; all may be absent.
     *
     * @param openJtalk settings of Open JTalk
     * @param kokoro Kokoro's directory, which need not be there; absent leaves it out
     * @param rendered a directory of recorded sentences; absent takes those that come along
     */
    public record Settings(
            OpenJTalkProvider.@Nullable Settings openJtalk,
            @Nullable Path kokoro,
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
        var openJtalk = Objects.requireNonNullElse(settings.openJtalk(), OpenJTalkProvider.Settings.defaults());
        Path kokoro = settings.kokoro();
        List<SpeechSynthesizer> voices = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        add(voices, reasons, () -> OpenJTalkSynthesizer.open(openJtalk));
        if (voices.isEmpty() && kokoro != null) {
            add(voices, reasons, () -> KokoroSynthesizer.open(KokoroProvider.Settings.of(kokoro)));
        }
        add(voices, reasons, () -> new RenderedProvider().open(new RenderedProvider.Settings(settings.rendered())));
        if (voices.isEmpty()) {
            throw new AdapterException("no voice is there: " + String.join("; ", reasons));
        }
        return new CachedSynthesizer(new FallbackSynthesizer(voices));
    }

    private static void add(List<SpeechSynthesizer> voices, List<String> reasons, Supplier<SpeechSynthesizer> voice) {
        try {
            voices.add(voice.get());
        } catch (AdapterException e) {
            reasons.add(String.valueOf(e.getMessage()));
        }
    }
}
