package dev.aizuchi.app;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Hold the one mapper of the command line; made only when first used, since every command is instantiated for help. */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}
}
