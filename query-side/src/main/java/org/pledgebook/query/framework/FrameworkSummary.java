package org.pledgebook.query.framework;

import java.time.Instant;

/**
 * One version of a framework, without its questions.
 *
 * @param items how many questions it has
 */
public record FrameworkSummary(String id, int version, String title, String source, int items, Instant publishedAt) {}
