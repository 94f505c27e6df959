package dev.aizuchi.ros2.definition;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.ros2.definition.Shape.Field;
import dev.aizuchi.ros2.definition.Shape.Message;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Find definitions in folders, and give the messages that they define. */
public final class Definitions {
    private static final int LONGEST = 1 << 20;

    private final List<Path> folders;
    private final Map<String, Message> read = new HashMap<>();
    private final Set<String> reading = new LinkedHashSet<>();

    /**
     * Look in folders; those first given come first.
     *
     * @param folders each holds packages, as a source tree does, or has them in {@code share}, as an installation does
     */
    public Definitions(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Give the folders that a sourced ROS 2 names in {@code AMENT_PREFIX_PATH}. */
    public static List<Path> installed(@Nullable String amentPrefixPath) {
        return Stream.of((amentPrefixPath == null ? "" : amentPrefixPath).split(File.pathSeparator))
                .filter(prefix -> !prefix.isBlank())
                .map(Path::of)
                .toList();
    }

    /** Tell whether there is any folder to look in. */
    public boolean isEmpty() {
        return folders.isEmpty();
    }

    /**
     * Give one of the messages of an endpoint's type.
     *
     * @param type such as {@code geometry_msgs/msg/Twist}
     * @throws IllegalArgumentException where it has no such part, is nowhere or cannot be read; the message says where
     *     it was looked for
     */
    public Message part(String type, Bus.Part part) {
        TypeName name = TypeName.of(type);
        return message(name.part(part));
    }

    /**
     * Give a message by its full name, such as {@code std_srvs/srv/SetBool_Request} or
     * {@code nav2_msgs/action/Spin_FeedbackMessage}.
     *
     * @throws IllegalArgumentException as {@link #part} does
     */
    public synchronized Message message(String fullName) {
        Message known = read.get(fullName);
        if (known != null) {
            return known;
        }
        if (!reading.add(fullName)) {
            throw new IllegalArgumentException(fullName + " holds itself: " + reading);
        }
        try {
            Message message = read(TypeName.of(fullName));
            read.put(fullName, message);
            return message;
        } finally {
            reading.remove(fullName);
        }
    }

    private Message read(TypeName name) {
        Optional<List<Field>> derived = ActionParts.of(name, this);
        if (derived.isPresent()) {
            return new Message(name.full(), derived.get(), Map.of());
        }
        Path file = find(name);
        String[] sections = text(file).split("(?m)^---[ \\t]*$", -1);
        if (sections.length != name.sections()) {
            throw new IllegalArgumentException(
                    file + " has " + sections.length + " parts, but should have " + name.sections());
        }
        return section(name, file, sections[name.section()]);
    }

    private Message section(TypeName name, Path file, String text) {
        List<Field> fields = new ArrayList<>();
        Map<String, Datum> constants = new LinkedHashMap<>();
        for (String written : text.lines().toList()) {
            try {
                Optional<Line> line = Line.of(written);
                if (line.isPresent()) {
                    add(name, line.get(), fields, constants);
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
            }
        }
        return new Message(name.full(), fields, constants);
    }

    private void add(TypeName name, Line line, List<Field> fields, Map<String, Datum> constants) {
        Shape shape = TypeText.shape(line.type(), name.pkg(), this);
        if (line.constant()) {
            constants.put(line.name(), Literal.read(shape, line.value()));
            return;
        }
        if (fields.stream().anyMatch(other -> other.name().equals(line.name()))) {
            throw new IllegalArgumentException("two fields are called " + line.name());
        }
        Datum preset = line.value().isEmpty() ? shape.preset() : Literal.read(shape, line.value());
        fields.add(new Field(line.name(), shape, preset));
    }

    private Path find(TypeName name) {
        for (Path folder : folders) {
            for (Path root : List.of(folder.resolve("share"), folder)) {
                Path file = root.resolve(name.file());
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        throw new IllegalArgumentException("no definition of " + name.full() + ": there is no " + name.file() + " in "
                + (folders.isEmpty() ? "any folder, as none is given" : folders)
                + "; source the ROS 2 workspace that has the package " + name.pkg()
                + ", or name its folder under definitions");
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new IllegalArgumentException(file + " is longer than " + LONGEST + " bytes");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
