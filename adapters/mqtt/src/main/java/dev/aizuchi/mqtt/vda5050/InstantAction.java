package dev.aizuchi.mqtt.vda5050;

import java.util.UUID;

/** Ask a vehicle for something at once; it may come more than once, always under its id. */
record InstantAction(Kind kind, String id) {
    /** Signs in an id: it is a UUID, as the document suggests. */
    static final int ID_LENGTH = 36;

    enum Kind {
        /** No driving any more, until {@link #STOP_PAUSE}. */
        START_PAUSE("startPause"),
        STOP_PAUSE("stopPause"),
        CANCEL_ORDER("cancelOrder"),
        STATE_REQUEST("stateRequest"),
        FACTSHEET_REQUEST("factsheetRequest"),
        /** Forget the instant actions that are over; of 3.0, where a vehicle keeps them until then. */
        CLEAR("clearInstantActions");

        final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    static InstantAction of(Kind kind) {
        return new InstantAction(kind, UUID.randomUUID().toString());
    }

    /** Tell whether a vehicle that says this has done it, or has nothing to do. */
    boolean isConfirmed(VehicleState state) {
        return switch (kind) {
            case START_PAUSE -> state.paused() || state.isDone(id) || (state.isOver(id) && !state.driving());
            // Not by an idle vehicle: what it says may be older than the order that is to be cancelled.
            case CANCEL_ORDER -> state.isOver(id);
            case STOP_PAUSE -> state.isOver(id);
            case STATE_REQUEST, FACTSHEET_REQUEST, CLEAR -> true;
        };
    }
}
