package org.pledgebook.query;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are folded, {@code pledgebook.book.*}.
 *
 * @param batch the most events that are folded before their documents are written
 * @param segments into how many parts the owners are divided, each folded by one thread of one process at a time; read
 *     only when there is no token yet
 * @param claim how often a segment in which nothing happens says how far it is, and so the most by which the read
 *     models seem to lag when there are several
 * @param retry how long to wait between two attempts at the events whose folding failed
 */
@ConfigurationProperties("pledgebook.book")
record BookSettings(
        @DefaultValue("500") int batch,
        @DefaultValue("1") int segments,
        @DefaultValue("200ms") Duration claim,
        @DefaultValue("1m") Duration retry) {}
