package dev.aizuchi.mqtt.vda5050;

import java.util.List;

/**
 * Follow a vehicle along its way, and release that to it bit by bit: it stops at the last node that was released, also
 * when nobody reaches it any more. Confined to one thread.
 */
final class Route {
    /** The nodes that it leads over, where the vehicle stands included; none where the vehicle finds its way itself. */
    final List<String> way;

    private final int ahead;
    private final int most;
    private Stretch stretch;

    /**
     * Make one whose first stretch is to be sent.
     *
     * @param ahead how many nodes may be released that the vehicle has not reached
     * @param most how many nodes a message may tell
     */
    Route(List<String> way, int ahead, int most) {
        this.way = way;
        this.ahead = ahead;
        this.most = most;
        this.stretch = Stretch.begin(way.size(), ahead, most);
    }

    /** Leave the way to a vehicle that finds it itself. */
    static Route ofItsOwn() {
        return new Route(List.of(), 1, 2);
    }

    /** Give what the newest message of the order tells. */
    Stretch stretch() {
        return stretch;
    }

    /** Tell whether a vehicle that holds this order has taken its newest message. */
    boolean isTaken(VehicleState state) {
        return stretch.update() == 0 || state.orderUpdateId() == stretch.update();
    }

    /** Release more where the vehicle has taken what was sent and has come near its end; returns whether that is so. */
    boolean extend(VehicleState state) {
        if (way.isEmpty() || !isTaken(state) || stretch.isWhole(way.size())) {
            return false;
        }
        long until = (long) passed(state) + ahead + (state.newBaseRequest() ? 1 : 0);
        if (until <= stretch.released()) {
            return false;
        }
        stretch = stretch.next((int) Math.min(until, way.size() - 1L), way.size(), most);
        return true;
    }

    /** Tell whether a vehicle that has nothing left to drive waits for more of the way, where the last bit ended. */
    boolean isAwaited(VehicleState state) {
        if (way.isEmpty() || (isTaken(state) && stretch.isWhole(way.size()))) {
            return false;
        }
        return state.lastNodeId().equals(way.get(isTaken(state) ? stretch.released() : stretch.first()));
    }

    /** Give the place on the way of the last node; 0 for a vehicle that still tells the number of an earlier order. */
    private int passed(VehicleState state) {
        long place = state.lastSequence() / 2;
        boolean its = place <= stretch.released() && way.get((int) place).equals(state.lastNodeId());
        return its ? (int) place : 0;
    }
}
