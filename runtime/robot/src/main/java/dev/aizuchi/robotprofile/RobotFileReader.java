package dev.aizuchi.robotprofile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.aizuchi.yaml.YamlMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Read a robot file; errors name file, line, key and the nearest known key. */
final class RobotFileReader {
    static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .addModule(new JavaTimeModule())
            .addModule(WrittenValue.module())
            .build();

    private RobotFileReader() {}

    /** Hold what was read, and where each key stands. */
    record Read(RobotFile file, FileLines lines) {}

    static Read read(Path path) {
        try {
            return of(path.toString(), Files.readString(path));
        } catch (NoSuchFileException e) {
            throw new RobotFileException(
                    new Fault(path.toString(), "no such file; begin with a copy of a ready one: ./aizuchi robot list"),
                    e);
        } catch (IOException e) {
            throw new RobotFileException(new Fault(path.toString(), "cannot be read: " + e.getMessage()), e);
        }
    }

    static Read of(String name, String text) {
        try {
            FileLines lines = FileLines.of(name, MAPPER, text);
            JsonNode root = MAPPER.readTree(text);
            if (!root.isObject()) {
                throw new IllegalArgumentException("a robot file is a map of name, buses, actions, …");
            }
            KnownKeys.require(lines, root, "", RobotFile.class);
            return new Read(bind(root, lines), lines);
        } catch (JsonProcessingException e) {
            YamlMistake mistake = YamlMistake.in(text, e);
            throw new RobotFileException(new Fault(name + ":" + mistake.line(), "not YAML: " + mistake.message()), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new RobotFileException(new Fault(name + ":1", String.valueOf(e.getMessage())), e);
        }
    }

    private static RobotFile bind(JsonNode root, FileLines lines) throws IOException {
        List<WrittenValue.Wrong> wrong = new ArrayList<>();
        try {
            RobotFile file = MAPPER.readerFor(RobotFile.class)
                    .withAttribute(WrittenValue.Wrong.class, wrong)
                    .readValue(root);
            if (wrong.isEmpty()) {
                return file;
            }
        } catch (JsonMappingException e) {
            wrong.add(new WrittenValue.Wrong(path(e), YamlMistake.of(e)));
        }
        throw new RobotFileException(wrong.stream()
                .map(one -> lines.fault(one.path(), one.message()))
                .toList());
    }

    /** Give where a value does not fit, such as {@code /places/0/x}. */
    static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
