package org.pledgebook.web.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.pledgebook.web.Refused;

/** Files in a zip: written so that the same files give the same bytes, and never unpacked beyond a limit. */
final class Zipped {

    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_FILES = 100;

    /** The first moment a zip can name. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Zipped() {}

    static byte[] write(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Every file in it by name, in the zip's order. */
    static Map<String, byte[]> read(byte[] bytes) {
        var files = new LinkedHashMap<String, byte[]>();
        long room = MOST_BYTES;
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                try (var content = zip.getInputStream(entry)) {
                    var file = read(content, room);
                    room -= file.length;
                    if (!entry.isDirectory() && files.put(entry.getName(), file) != null) {
                        throw Unread.because("The file '" + entry.getName() + "' is in it twice.");
                    }
                }
                if (files.size() > MOST_FILES) {
                    throw Unread.tooLarge();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw broken();
        }
        if (files.isEmpty()) {
            throw broken();
        }
        return files;
    }

    private static byte[] read(InputStream file, long room) throws IOException {
        var bytes = file.readNBytes(Math.toIntExact(room) + 1);
        if (bytes.length > room) {
            throw Unread.tooLarge();
        }
        return bytes;
    }

    private static Refused broken() {
        return Unread.because("This is no whole zip or workbook. Save it again, and send it as it is.");
    }

    /** One CSV file for each sheet. */
    static byte[] csv(List<Sheet> sheets) {
        var files = new LinkedHashMap<String, byte[]>();
        sheets.forEach(sheet -> files.put(sheet.name() + ".csv", Csv.write(sheet)));
        return write(files);
    }

    /** The CSV files in it, at whatever depth; what systems add by themselves is passed over. */
    static List<Grid> grids(byte[] bytes) {
        var grids = new ArrayList<Grid>();
        read(bytes).forEach((path, file) -> {
            var name = path.substring(path.lastIndexOf('/') + 1);
            if (path.startsWith("__MACOSX/") || name.startsWith(".")) {
                return;
            }
            if (!name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
                throw Unread.because("'" + name + "' is no CSV file. Put CSV files alone into the zip.");
            }
            grids.add(Csv.read(name.substring(0, name.length() - ".csv".length()), file));
        });
        return grids;
    }
}
