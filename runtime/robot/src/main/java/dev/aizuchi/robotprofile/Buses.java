package dev.aizuchi.robotprofile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.models.Suggestion;
import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.yaml.YamlMistake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Open the buses that a robot file names. */
final class Buses {
    private Buses() {}

    static Map<String, Bus> open(Map<String, RobotFile.BusUse> uses, FileLines lines) {
        Map<String, Bus> opened = new LinkedHashMap<>();
        try {
            uses.forEach((name, use) -> opened.put(name, open(name, use, lines)));
        } catch (RuntimeException e) {
            opened.values().forEach(Bus::close);
            throw e;
        }
        return opened;
    }

    /** Look whether they could be opened, as far as that shows without opening them. */
    static List<Fault> faults(Map<String, RobotFile.BusUse> uses, FileLines lines) {
        List<Fault> faults = new ArrayList<>();
        uses.forEach((name, use) -> {
            try {
                settings(name, use, provider(name, use, lines).settings(), lines);
            } catch (RobotFileException e) {
                faults.addAll(e.faults());
            }
        });
        return faults;
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static Bus open(String name, RobotFile.BusUse use, FileLines lines) {
        AdapterProvider provider = provider(name, use, lines);
        return (Bus) provider.open((Record) settings(name, use, provider.settings(), lines));
    }

    @SuppressWarnings("rawtypes")
    private static AdapterProvider provider(String name, RobotFile.BusUse use, FileLines lines) {
        List<AdapterProvider> known = ServiceLoader.load(AdapterProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.provides() == Bus.class)
                .toList();
        return known.stream()
                .filter(one -> one.name().equals(use.use()))
                .findFirst()
                .orElseThrow(() -> new RobotFileException(List.of(lines.fault(
                        "/buses/" + name + "/use",
                        "no bus adapter " + use.use()
                                + Suggestion.hint(
                                        use.use(),
                                        known.stream()
                                                .map(AdapterProvider::name)
                                                .toList())))));
    }

    private static Object settings(String name, RobotFile.BusUse use, Class<?> record, FileLines lines) {
        String path = "/buses/" + name + "/with";
        JsonNode with = use.with() == null ? JsonNodeFactory.instance.objectNode() : use.with();
        KnownKeys.require(lines, with, path, record);
        try {
            return RobotFileReader.MAPPER.treeToValue(with, record);
        } catch (JsonMappingException e) {
            throw new RobotFileException(lines.fault(path + RobotFileReader.path(e), YamlMistake.of(e)), e);
        } catch (JsonProcessingException e) {
            throw new RobotFileException(lines.fault(path, e.getOriginalMessage()), e);
        }
    }
}
