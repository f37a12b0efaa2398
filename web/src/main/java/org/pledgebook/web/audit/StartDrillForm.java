package org.pledgebook.web.audit;

/** The body of {@code POST /api/audit/drills}: there is nothing to say. */
record StartDrillForm() {}
