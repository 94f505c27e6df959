package dev.aizuchi.llama;

import com.fasterxml.jackson.databind.json.JsonMapper;

/** Hold the one reader and writer of JSON. */
final class Json {
    static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}
}
