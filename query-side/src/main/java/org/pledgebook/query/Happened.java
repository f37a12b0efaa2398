package org.pledgebook.query;

import java.util.List;
import org.pledgebook.query.Folds.Key;
import org.pledgebook.query.audit.AuditEntry;

/**
 * What one event did to its owner's documents.
 *
 * @param told the event in words
 * @param changed the documents it changed
 * @param at the queries as of just after it; to be asked while the event is looked at, not later
 */
public record Happened(AuditEntry told, List<Key> changed, Queries at) {}
