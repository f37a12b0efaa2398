package org.pledgebook.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HexFormat;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * An event exactly as it is stored, under the revision it was stored with: what a leaf of the log is the hash of.
 *
 * <p>The leaf covers the hash of the content beside the rest, so that what an event is, and where it stands, can still be
 * proved when its content has been removed.
 *
 * @param type its stored name, {@code pledge-made}
 * @param revision the revision it was stored with
 * @param stream the stream it stands in
 * @param sequence its place in that stream, from 0
 * @param recordedAt when the book learnt it, UTC, to the millisecond
 * @param id the event's own id
 * @param payload what it says
 * @param metaData who, for whom, in which request, and the salt
 */
public record StoredEvent(
        String type,
        String revision,
        String stream,
        long sequence,
        Instant recordedAt,
        String id,
        JsonNode payload,
        JsonNode metaData) {

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    /** As long as most of them are when they are spelled. */
    private static final int USUAL = 2_048;

    /** SHA-256 of payload and metadata. */
    private byte[] contentHash() {
        var text = new StringBuilder(USUAL).append("{\"metaData\":");
        CanonicalJson.write(metaData, text);
        text.append(",\"payload\":");
        CanonicalJson.write(payload, text);
        return MerkleTree.sha256().digest(text.append('}').toString().getBytes(UTF_8));
    }

    /** Its hash in the log. */
    public byte[] leafHash() {
        return leafHash(hex(contentHash()));
    }

    private byte[] leafHash(String content) {
        var text = new StringBuilder(USUAL);
        open(content, text);
        close(text);
        return MerkleTree.leaf(text.toString().getBytes(UTF_8));
    }

    /**
     * Its line in an evidence pack, without a line break: everything that is needed to make its hash again.
     *
     * @param index its place in the log
     */
    public String line(long index) {
        var content = hex(contentHash());
        var text = new StringBuilder(USUAL);
        open(content, text);
        text.append(",\"index\":").append(index).append(",\"leaf\":\"").append(hex(leafHash(content)));
        text.append("\",\"metaData\":");
        CanonicalJson.write(metaData, text);
        text.append(",\"payload\":");
        CanonicalJson.write(payload, text);
        close(text);
        return text.toString();
    }

    private void open(String content, StringBuilder text) {
        text.append("{\"content\":\"").append(content).append("\",\"event\":");
        CanonicalJson.write(id, text);
    }

    private void close(StringBuilder text) {
        text.append(",\"recordedAt\":\"");
        MILLIS.formatTo(recordedAt, text);
        text.append("\",\"revision\":");
        CanonicalJson.write(revision, text);
        text.append(",\"sequence\":").append(sequence).append(",\"stream\":");
        CanonicalJson.write(stream, text);
        text.append(",\"type\":");
        CanonicalJson.write(type, text);
        text.append('}');
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
