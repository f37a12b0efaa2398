package org.pledgebook.web.pledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.pledgebook.web.Refused;

/** What one page of the guided form of a pledge asks, in the order of the pages. */
enum QuestionGroup {
    /** Which weak items of the self-assessment it answers. */
    ANSWERS("items"),
    /** What it is called, which inequality it addresses and what will be done. */
    WHAT("title", "inequality", "action"),
    /** What is to come of it, and how that will be known. */
    IMPACT("outcome", "howWeWillKnow"),
    /** Whom it concerns. */
    WHO("characteristics"),
    /** What it rests on. */
    BASIS("basis"),
    /** Where it comes from, where it is done and who leads it. */
    WHERE("origin", "teams", "lead"),
    /** What is counted. */
    MEASURES("measures");

    private final List<String> fields;

    QuestionGroup(String... fields) {
        this.fields = List.of(fields);
    }

    /** The group whose page has this name at the end of its address; any other address leads nowhere. */
    static QuestionGroup at(String name) {
        return Arrays.stream(values())
                .filter(group -> group.path().equals(name))
                .findFirst()
                .orElseThrow(Refused::nowhere);
    }

    /** The end of its page's address, and of the keys of its words. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its page asks for this field of the form. */
    boolean asks(String field) {
        return fields.stream().anyMatch(own -> field.equals(own) || field.startsWith(own + "."));
    }

    /** Its fields, in the order of its page. */
    List<String> fields() {
        return fields;
    }
}
