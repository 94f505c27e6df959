package dev.aizuchi.mqtt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.event.Percept;

/** Write what a sensor says as its kind and an object of arguments, and read it again. */
final class PerceptCodec {
    private PerceptCodec() {}

    static ObjectNode write(Percept percept) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", percept.kind());
        if (percept instanceof Percept.Own own) {
            json.set("arguments", ActionCodec.write(own.arguments()));
            return json;
        }
        ObjectNode arguments = json.putObject("arguments");
        if (percept instanceof Percept.PersonArrived arrived) {
            arguments.put("person", arrived.person());
        } else if (percept instanceof Percept.PersonLeft left) {
            arguments.put("person", left.person());
        } else if (percept instanceof Percept.Speaker speaker) {
            arguments.put("speaker", speaker.speaker()).put("addressee", speaker.addressee());
        } else if (percept instanceof Percept.Fall fall) {
            arguments.put("person", fall.person());
        } else if (percept instanceof Percept.Battery battery) {
            arguments.put("charge", battery.charge());
        } else if (percept instanceof Percept.Link link) {
            arguments.put("up", link.up());
        } else if (percept instanceof Percept.EmergencyStop stop) {
            arguments.put("pressed", stop.pressed());
        }
        return json;
    }

    static Percept read(Fields json) throws MalformedException {
        String kind = json.word("kind");
        Fields arguments = json.object("arguments");
        return switch (kind) {
            case "person_arrived" -> new Percept.PersonArrived(arguments.text("person"));
            case "person_left" -> new Percept.PersonLeft(arguments.text("person"));
            case "speaker" -> new Percept.Speaker(arguments.text("speaker"), arguments.text("addressee"));
            case "fall" -> new Percept.Fall(arguments.text("person"));
            case "battery" -> new Percept.Battery(arguments.part("charge"));
            case "link" -> new Percept.Link(arguments.flag("up"));
            case "bumper" -> new Percept.Bumper();
            case "estop" -> new Percept.EmergencyStop(arguments.flag("pressed"));
            default -> new Percept.Own(kind, ActionCodec.read(arguments));
        };
    }
}
