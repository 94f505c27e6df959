package dev.aizuchi.webrtc;

import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.speech.EchoCanceller;
import org.jspecify.annotations.Nullable;

/** Declare the canceller under the name {@code webrtc}. */
public final class WebrtcProvider implements AdapterProvider<EchoCanceller, WebrtcProvider.Settings> {

    /**
     * Choose what is done besides.
     *
     * @param suppressNoise whether steady noise is weakened too; yes where it is left out
     * @param amplify whether who speaks softly is made louder; no where it is left out
     */
    public record Settings(
            @Nullable Boolean suppressNoise, @Nullable Boolean amplify) {}

    @Override
    public String name() {
        return "webrtc";
    }

    @Override
    public Class<EchoCanceller> provides() {
        return EchoCanceller.class;
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public EchoCanceller open(Settings settings) {
        Boolean suppress = settings.suppressNoise();
        Boolean amplify = settings.amplify();
        return WebrtcEchoCanceller.open(suppress == null || suppress, amplify != null && amplify);
    }
}
