package org.pledgebook.cabinet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps small JSON papers by kind and id. JSON is text to a cabinet: it is neither parsed nor checked, and comes back
 * as it was put in. What was put in or removed is on disk (or on a majority of the replica set) when the call returns.
 *
 * <p>Safe for any number of threads. Every method throws {@link IllegalArgumentException} for a kind or id that is not
 * 1 to {@value #LONGEST_NAME} characters long, and {@link CabinetFailed} when the store behind it cannot answer.
 * Half a surrogate pair, which no store can keep, is refused in kinds, ids and content alike.
 */
public interface Cabinet {

    /** The most characters ({@code char}s) a kind or an id can have. */
    int LONGEST_NAME = 200;

    /** The most bytes of UTF-8 a paper's content can have: 8 MiB. */
    int LARGEST_PAPER = 8 * 1024 * 1024;

    /** The most papers one {@link #list} can give. */
    int LONGEST_LIST = 1_000;

    /** The paper as it lies there now, or nothing. */
    Optional<Paper> get(String kind, String id);

    /**
     * Puts a paper in, unless someone else wrote first.
     *
     * @param json the content, at most {@link #LARGEST_PAPER} bytes; longer content is refused with
     *     {@link IllegalArgumentException}
     * @param versionSeen the version this content was made from; 0 where there must be no such paper yet
     * @return the new version
     * @throws StalePaper when the paper is no longer at {@code versionSeen}: it was replaced, removed, or (for 0) is
     *     there already. Nothing was changed
     */
    long put(String kind, String id, String json, long versionSeen);

    /**
     * Removes a paper at whatever version it is.
     *
     * @return whether there was one
     */
    boolean remove(String kind, String id);

    /**
     * The next papers of a kind, in the order of their ids (by code point; capitals before small letters).
     *
     * @param afterId only papers whose id comes after this one, which need not exist; empty for the beginning
     * @param limit how many at most, 1 to {@link #LONGEST_LIST}; others are refused with
     *     {@link IllegalArgumentException}
     */
    List<Paper> list(String kind, String afterId, int limit);

    /**
     * All papers of a kind in the order of their ids, fetched a hundred at a time as the stream is read. A paper put in
     * or removed meanwhile may be among them or not; no other is missed or given twice. Holds nothing open.
     */
    default Stream<Paper> stream(String kind) {
        return Stream.iterate(
                        list(kind, "", 100),
                        page -> !page.isEmpty(),
                        page -> list(kind, page.get(page.size() - 1).id(), 100))
                .flatMap(List::stream);
    }
}
