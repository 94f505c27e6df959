package dev.aizuchi.llama;

import dev.aizuchi.language.LanguageModel;
import dev.aizuchi.plugin.AdapterProvider;

/** Declare a model behind a server on this machine under the name {@code openai}. */
public final class ServerProvider implements AdapterProvider<LanguageModel, ServerSettings> {

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public Class<LanguageModel> provides() {
        return LanguageModel.class;
    }

    @Override
    public Class<ServerSettings> settings() {
        return ServerSettings.class;
    }

    @Override
    public LanguageModel open(ServerSettings settings) {
        return ServerModel.open(settings);
    }
}
