package dev.aizuchi.sim;

/**
 * One level of a building.
 *
 * @param name such as 2階; "" where the plan has only one
 * @param area where it lies on the plan's map, on which the levels lie side by side, the lowest in the south
 */
public record Storey(String name, Box area) {}
