package org.pledgebook.query.access;

import java.util.List;
import org.pledgebook.shared.access.Grant;

/**
 * A person the book knows by id alone.
 *
 * @param grants what the person may do now; empty once access has ended
 * @param forgotten whether nothing but the id is kept of them
 * @param version how many events the person has
 */
public record PersonView(String id, List<Grant> grants, boolean forgotten, long version) {}
