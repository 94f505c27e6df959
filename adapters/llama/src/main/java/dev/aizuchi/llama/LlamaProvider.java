package dev.aizuchi.llama;

import dev.aizuchi.language.LanguageModel;
import dev.aizuchi.plugin.AdapterProvider;

/** Declare the model in this process under the name {@code llama}; nothing native is loaded before it is opened. */
public final class LlamaProvider implements AdapterProvider<LanguageModel, LlamaSettings> {

    @Override
    public String name() {
        return "llama";
    }

    @Override
    public Class<LanguageModel> provides() {
        return LanguageModel.class;
    }

    @Override
    public Class<LlamaSettings> settings() {
        return LlamaSettings.class;
    }

    @Override
    public LanguageModel open(LlamaSettings settings) {
        return InProcessModel.open(settings);
    }
}
