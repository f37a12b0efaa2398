package org.pledgebook.cabinet;

/**
 * The store behind a cabinet could not be opened, read or written; the cause is the driver's own exception. After a
 * failed put or remove, read the paper to learn whether it took effect.
 */
public final class CabinetFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CabinetFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
