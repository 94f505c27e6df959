/**
 * Show a running robot to Prometheus and to OpenTelemetry. For the app, which turns it on where a site asks for it; no
 * personal data leave through it. Events are taken on the dialogue thread; serving and sending have their own threads.
 */
@NullMarked
package dev.aizuchi.telemetry;

import org.jspecify.annotations.NullMarked;
