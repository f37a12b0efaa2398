package org.pledgebook.query;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the past is read, {@code pledgebook.past.*}.
 *
 * @param settling by how much events can be stamped in another order than they are recorded in, and so how old an
 *     instant has to be before it is known what had been recorded by then; nothing where the store orders them alike
 * @param states how many states of owners are remembered, one for every 32 of an owner's events
 */
@ConfigurationProperties("pledgebook.past")
record PastSettings(
        @DefaultValue("2s") Duration settling,
        @DefaultValue("10000") int states) {}
