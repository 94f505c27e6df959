package dev.aizuchi.robotprofile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.models.Suggestion;
import dev.aizuchi.plugin.AdapterProvider;
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

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static Bus open(String name, RobotFile.BusUse use, FileLines lines) {
        List<AdapterProvider> known = ServiceLoader.load(AdapterProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.provides() == Bus.class)
                .toList();
        AdapterProvider provider = known.stream()
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
        return (Bus) provider.open((Record) settings(name, use, provider.settings(), lines));
    }

    private static Object settings(String name, RobotFile.BusUse use, Class<?> record, FileLines lines) {
        String path = "/buses/" + name + "/with";
        JsonNode with = use.with() == null ? JsonNodeFactory.instance.objectNode() : use.with();
        new KnownKeys(lines).check(with, path, record);
        try {
            return RobotFileReader.MAPPER.treeToValue(with, record);
        } catch (JsonProcessingException e) {
            Throwable cause = e.getCause();
            String why = cause == null ? e.getOriginalMessage() : String.valueOf(cause.getMessage());
            throw new RobotFileException(lines.fault(path, why), e);
        }
    }
}
