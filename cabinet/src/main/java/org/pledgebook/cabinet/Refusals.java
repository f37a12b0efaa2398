package org.pledgebook.cabinet;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What every cabinet refuses, so that no store keeps what another could not. */
final class Refusals {

    private Refusals() {}

    static void checkName(String kind, String id) {
        checkKind(kind);
        checkLength("id", id, 1);
    }

    static void checkList(String kind, String afterId, int limit) {
        checkKind(kind);
        checkLength("id to list after", afterId, 0);
        if (limit < 1 || limit > Cabinet.LONGEST_LIST) {
            throw new IllegalArgumentException(
                    "The limit of a list must be 1 to %d, but is %d.".formatted(Cabinet.LONGEST_LIST, limit));
        }
    }

    static void checkContent(String json, long versionSeen) {
        int bytes = bytes("content", json);
        if (bytes > Cabinet.LARGEST_PAPER) {
            throw new IllegalArgumentException("A paper's content can be at most %d bytes long, but this has %d."
                    .formatted(Cabinet.LARGEST_PAPER, bytes));
        }
        if (versionSeen < 0) {
            throw new IllegalArgumentException(
                    "The version seen must be one that was read, or 0 for a new paper, but is " + versionSeen + ".");
        }
    }

    private static void checkKind(String kind) {
        checkLength("kind", kind, 1);
    }

    private static void checkLength(String what, String name, int shortest) {
        if (name.length() < shortest || name.length() > Cabinet.LONGEST_NAME) {
            throw new IllegalArgumentException("A paper's %s must be %d to %d characters long, but has %d."
                    .formatted(what, shortest, Cabinet.LONGEST_NAME, name.length()));
        }
        bytes(what, name);
    }

    private static int bytes(String what, String text) {
        try {
            return StandardCharsets.UTF_8
                    .newEncoder()
                    .encode(CharBuffer.wrap(text))
                    .remaining();
        } catch (CharacterCodingException e) {
            // A driver would put a question mark in its place, and two ids could become one.
            throw new IllegalArgumentException(
                    "A paper's %s must be whole characters, but holds half a surrogate pair.".formatted(what), e);
        }
    }
}
