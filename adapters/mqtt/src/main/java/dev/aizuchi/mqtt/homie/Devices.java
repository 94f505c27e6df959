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

    Devices(Map<String, String> places) {
        this.places = places;
    }

    /** Give what can be set of the devices that have shown themselves. */
    List<Property> settable() {
        return descriptions.values().stream()
                .flatMap(device -> device.settable().stream())
                .toList();
    }

    /** Tell whether a device has a property that can be set, whatever that is called now. */
    boolean has(Property property) {
        return settable().stream().anyMatch(each -> each.path().equals(property.path()));
    }

    /** Take a device's state; returns whether it has become ready by it. */
    boolean state(String device, String state) {
        String before = states.put(device, state);
        return state.equals("ready") && !state.equals(before);
    }

    /** Take a description, empty when the device is taken away; returns whether what can be set changes by it. */
    boolean describe(String device, byte[] payload) {
        Description before = descriptions.get(device);
        if (payload.length == 0) {
            descriptions.remove(device);
            return before != null;
        }
        try {
            Description now = Description.read(device, payload, places);
            descriptions.put(device, now);
            return before == null || !before.settable().equals(now.settable());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Homie device {0} is left out: {1}", device, e.getMessage());
            return descriptions.remove(device) != null;
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
