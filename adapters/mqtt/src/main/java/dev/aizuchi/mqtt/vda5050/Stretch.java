package dev.aizuchi.mqtt.vda5050;

/**
 * Be the part of a way that one order message tells, by the places of its nodes on the way, from 0: those from
 * {@code first} to {@code released} may be driven (the base), those behind them to {@code last} are an outlook (the
 * horizon). The first of an update is the last released one of the message before, where both are stitched together.
 *
 * @param update counts the messages of an order, from 0
 */
record Stretch(int update, int first, int released, int last) {

    /**
     * Begin a way.
     *
     * @param nodes how many it has
     * @param ahead how many may be released at once; at least 1
     * @param most how many nodes a message may tell; at least 2
     */
    static Stretch begin(int nodes, int ahead, int most) {
        return of(0, 0, ahead, nodes, most);
    }

    /** Release the way as far as a node, for a vehicle that has this; one node at least. */
    Stretch next(int until, int nodes, int most) {
        return of(update + 1, released, Math.max(released + 1, until), nodes, most);
    }

    private static Stretch of(int update, int first, int until, int nodes, int most) {
        int last = (int) Math.min(nodes - 1L, (long) first + most - 1);
        return new Stretch(update, first, Math.min(last, until), last);
    }

    /** Tell whether a way of so many nodes is released to its end. */
    boolean isWhole(int nodes) {
        return released >= nodes - 1;
    }
}
