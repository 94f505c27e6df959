/**
 * Adapt the agent to a site by a pack: a folder or archive with names, words, phrases, sentences and documents, without
 * code. Read once at start; immutable, callable from any thread.
 */
@NullMarked
package dev.aizuchi.app.site;

import org.jspecify.annotations.NullMarked;
