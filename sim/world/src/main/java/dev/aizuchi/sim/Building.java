package dev.aizuchi.sim;

import java.util.List;

/** What stands on a plan and does not move. */
record Building(
        List<FloorPlan.Room> rooms,
        List<FloorPlan.Door> doors,
        List<FloorPlan.Furniture> furniture,
        List<Lift> lifts,
        List<Stairs> stairs) {
    Building {
        rooms = List.copyOf(rooms);
        doors = List.copyOf(doors);
        furniture = List.copyOf(furniture);
        lifts = List.copyOf(lifts);
        stairs = List.copyOf(stairs);
    }
}
