package dev.aizuchi.sim;

/**
 * Mark the cells of a grid in one search after the other. What an earlier search wrote counts as nothing, so that
 * nothing is cleared; and a cell that no search looks at costs no more than its number.
 */
final class Marks {
    static final int REACHED = 1;
    static final int DONE = 2;
    /** Others are near. */
    static final int CROWDED = 4;
    /** From here the way downhill leads back among others. */
    static final int BACK = 8;

    private static final int BITS = 4;

    /** The search that wrote it, and below that its marks. */
    private final int[] cells;

    private int search;

    Marks(int size) {
        cells = new int[size];
    }

    /** Begin another search. */
    void begin() {
        search++;
    }

    /** Tell whether this search has set one of these marks on a cell. */
    boolean has(int marks, int cell) {
        int all = cells[cell];
        return all >>> BITS == search && (all & marks) != 0;
    }

    void set(int mark, int cell) {
        int all = cells[cell];
        cells[cell] = (all >>> BITS == search ? all : search << BITS) | mark;
    }
}
