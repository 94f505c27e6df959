package dev.aizuchi.mqtt.homie;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Know what the devices of a house say of themselves; confined to one thread. */
final class Devices {
    private static final System.Logger LOG = System.getLogger(Devices.class.getName());

    private final Map<String, String> places;
    private final Map<String, String> states = new HashMap<>();
    private final Map<String, Description> descriptions = new TreeMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private boolean settled;

    Devices(Map<String, String> places) {
        this.places = places;
    }

    /** Give what can be set of the devices that have shown themselves; later ones are left for the next start. */
    List<Property> settle() {
        settled = true;
        return descriptions.values().stream()
                .flatMap(device -> device.settable().stream())
                .toList();
    }

    void state(String device, String state) {
        states.put(device, state);
    }

    void describe(String device, byte[] payload) {
        boolean late = settled && !descriptions.containsKey(device);
        try {
            descriptions.put(device, Description.read(device, payload, places));
            if (late) {
                LOG.log(Level.INFO, "Homie device {0} is new; it can be used after a restart", device);
            }
        } catch (IOException e) {
            descriptions.remove(device);
            LOG.log(Level.WARNING, "Homie device {0} is left out: {1}", device, e.getMessage());
        }
    }

    void value(String path, String value) {
        values.put(path, value);
    }

    void target(String path, String value) {
        targets.put(path, value);
    }

    Optional<String> value(Property property) {
        return Optional.ofNullable(values.get(property.path()));
    }

    /** Tell whether a property is as it shall be, and not on its way to something else. */
    boolean isSo(Act.Setting setting) {
        Property property = setting.property();
        String target = targets.get(property.path());
        return property.retained()
                && value(property).filter(setting::isSame).isPresent()
                && (target == null || setting.isSame(target));
    }

    boolean isReady(String device) {
        return stateOf(device).equals("ready");
    }

    /** Give a device's state; that of a lost root is that of all its children. */
    String stateOf(String device) {
        Description description = descriptions.get(device);
        String root = description == null ? device : description.root();
        return "lost".equals(states.get(root)) ? "lost" : states.getOrDefault(device, "unknown");
    }
}
