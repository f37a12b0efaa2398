package org.pledgebook.cabinet;

import java.util.concurrent.ThreadLocalRandom;

/**
 * One paper as it lay in the cabinet when it was read.
 *
 * @param kind what sort of paper it is; ids are unique within a kind
 * @param id its id
 * @param version a positive number below 2^53, to be handed back on the next {@link Cabinet#put put}. It says nothing
 *     else: a paper that is removed and written anew starts from another number, so that whoever still holds the
 *     removed one cannot write over the new one
 * @param json the content, character for character as it was put in
 */
public record Paper(String kind, String id, long version, String json) {

    private static final long FIRST_VERSIONS = 1L << 52;

    static long firstVersion() {
        return 1 + ThreadLocalRandom.current().nextLong(FIRST_VERSIONS);
    }

    /** Names the paper and leaves its content out, which may hold what no log should. */
    @Override
    public String toString() {
        return "Paper[kind=%s, id=%s, version=%d, %d characters]".formatted(kind, id, version, json.length());
    }
}
