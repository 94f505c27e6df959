package dev.aizuchi.mqtt.vda5050;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Know in what the versions of VDA 5050 differ, as far as it matters here. */
enum Dialect {
    V2_1(
            "2.1.0",
            "v2",
            "uagv",
            "agvPosition",
            "/batteryState/batteryCharge",
            "eStop",
            "agvActions",
            "maxArrayLens",
            "maxStringLens",
            "idLen",
            "minOrderInterval"),
    V3_0(
            "3.0.0",
            "v3",
            "vda5050",
            "mobileRobotPosition",
            "/powerSupply/stateOfCharge",
            "activeEmergencyStop",
            "mobileRobotActions",
            "maximumArrayLengths",
            "maximumStringLengths",
            "maximumIdLength",
            "minimumOrderInterval");

    final String version;
    /** What stands in topics for the major version. */
    final String major;
    /** The first level of topics that the document suggests. */
    final String interfaceName;

    final String position;
    /** Where the charge stands, in percent. */
    final String charge;

    final String emergencyStop;
    /**
     * How the factsheet calls the list of actions, the limits of lists, texts and ids, and the pause between orders.
     */
    final String actions;

    final String arrayLengths;
    final String stringLengths;
    final String idLength;
    final String orderInterval;

    Dialect(
            String version,
            String major,
            String interfaceName,
            String position,
            String charge,
            String emergencyStop,
            String actions,
            String arrayLengths,
            String stringLengths,
            String idLength,
            String orderInterval) {
        this.version = version;
        this.major = major;
        this.interfaceName = interfaceName;
        this.position = position;
        this.charge = charge;
        this.emergencyStop = emergencyStop;
        this.actions = actions;
        this.arrayLengths = arrayLengths;
        this.stringLengths = stringLengths;
        this.idLength = idLength;
        this.orderInterval = orderInterval;
    }

    /** Write how far from a node's position it counts as reached: a circle in 2.1, an ellipse in 3.0. */
    void putDeviation(ObjectNode nodePosition, double metres) {
        if (this == V2_1) {
            nodePosition.put("allowedDeviationXY", metres);
        } else {
            nodePosition
                    .putObject("allowedDeviationXY")
                    .put("a", metres)
                    .put("b", metres)
                    .put("theta", 0);
        }
        nodePosition.put("allowedDeviationTheta", Math.PI);
    }

    /** Write which nodes an edge joins; 3.0 knows it by the sequence. */
    void putEnds(ObjectNode edge, String from, String to) {
        if (this == V2_1) {
            edge.put("startNodeId", from).put("endNodeId", to);
        }
    }
}
