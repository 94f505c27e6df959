/**
 * Find in a site's documents what answers a question: Markdown, CSV, plain text and PDF, indexed in memory by Lucene.
 * For integrators, who name a folder. Safe on any thread.
 */
@NullMarked
package dev.aizuchi.documents;

import org.jspecify.annotations.NullMarked;
