package org.pledgebook.cabinet;

/** Someone else wrote, removed or created the paper first; nothing was changed. Read it again, then decide anew. */
public final class StalePaper extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String id;
    private final long versionSeen;

    StalePaper(String kind, String id, long versionSeen) {
        super(
                versionSeen == 0
                        ? "There is a paper %s/%s already. Read it, then put the new content in with its version."
                                .formatted(kind, id)
                        : "The paper %s/%s was replaced or removed since version %d was read. Read it again first."
                                .formatted(kind, id, versionSeen));
        this.kind = kind;
        this.id = id;
        this.versionSeen = versionSeen;
    }

    /** The kind of the paper that was to be put in. */
    public String kind() {
        return kind;
    }

    /** The id of the paper that was to be put in. */
    public String id() {
        return id;
    }

    /** The version the writer had seen; 0 where there was to be no such paper yet. */
    public long versionSeen() {
        return versionSeen;
    }
}
