/**
 * Let language models write: llama.cpp in this process, or a server on this machine that speaks the OpenAI protocol.
 * For the app, which opens them as a configuration says. Each model writes on a thread of its own; the texts may be
 * read and cancelled from any thread.
 */
@NullMarked
package dev.aizuchi.llama;

import org.jspecify.annotations.NullMarked;
