package org.pledgebook.shared.audit;

import org.pledgebook.shared.Stored;

/**
 * The log is signed with this key from now on.
 *
 * @param log the log's origin
 * @param key the public key as it is handed on
 */
@Stored(name = "signing-key-introduced")
public record SigningKeyIntroduced(String log, String key, String reason) implements AuditEvent {}
