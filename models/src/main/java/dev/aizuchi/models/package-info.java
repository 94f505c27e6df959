/**
 * The catalogue of models and the store that turns a model's id into a verified path.
 *
 * <p>For the command line and for integrators who embed the runtime; adapters receive plain paths and never see the
 * store. A store may be shared by threads; two processes that fetch into one folder wait for each other.
 */
@NullMarked
package dev.aizuchi.models;

import org.jspecify.annotations.NullMarked;
