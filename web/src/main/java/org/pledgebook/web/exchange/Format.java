package org.pledgebook.web.exchange;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pledgebook.web.Refused;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a table is written. */
enum Format {
    XLSX,
    CSV;

    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String ZIP = "application/zip";
    static final String TEXT = "text/csv";

    static final String WORDS =
            "xlsx for a workbook, which is what you get where nothing is said, or csv for a zip of" + " CSV files.";

    /** XLSX where nothing is said. */
    static Format of(@Nullable String parameter) {
        if (parameter == null) {
            return XLSX;
        }
        for (var format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(parameter)) {
                return format;
            }
        }
        throw Refused.parameter("format", "Give xlsx or csv.");
    }

    /** Answers with several sheets: a workbook, or a zip of CSV files. */
    ResponseEntity<byte[]> answer(String name, List<Sheet> sheets) {
        return this == XLSX
                ? answer(name + ".xlsx", WORKBOOK, Xlsx.write(sheets))
                : answer(name + ".zip", ZIP, Zipped.csv(sheets));
    }

    /** Answers with one sheet: a workbook, or a CSV file. */
    ResponseEntity<byte[]> answer(String name, Sheet sheet) {
        return this == XLSX ? answer(name, List.of(sheet)) : answer(name + ".csv", TEXT, Csv.write(sheet));
    }

    private static ResponseEntity<byte[]> answer(String name, String type, byte[] file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file);
    }
}
