package org.pledgebook.web.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.Framework.Evidence;
import org.pledgebook.shared.framework.Framework.Item;
import org.pledgebook.shared.framework.FrameworkPublished;

/** What stands beside an answer for whoever reads or writes it. */
final class Hints {

    /** None at all. */
    static final Hints NONE = new Hints(framework -> List.of());

    private final Function<String, List<Framework>> versions;
    private final Map<String, List<Framework>> read = new HashMap<>();

    private Hints(Function<String, List<Framework>> versions) {
        this.versions = versions;
    }

    /** As they were published. */
    Hints(Streams streams) {
        this(framework -> streams.read(StreamId.framework(framework)).stream()
                .map(kept -> ((FrameworkPublished) kept.event()).framework())
                .toList());
    }

    @Nullable String question(String framework, int version, String item) {
        return item(framework, version, item).map(Item::text).orElse(null);
    }

    @Nullable String howToAnswer(String framework, int version, String item) {
        return item(framework, version, item).map(Hints::howToAnswer).orElse(null);
    }

    private Optional<Item> item(String framework, int version, String item) {
        return read.computeIfAbsent(framework, versions).stream()
                .filter(one -> one.version() == version)
                .flatMap(Framework::items)
                .filter(one -> one.id().equals(item))
                .findFirst();
    }

    static String howToAnswer(Item item) {
        var how = switch (item.type()) {
            case ORDINAL -> "rating: " + marks(item);
            case CHOICES -> "choices, any of: " + marks(item);
            case NUMBER -> "value: a number";
            case PERCENTAGE -> "value: a number from 0 to 100";
            case RATIO -> "value: a number from 0";
            case NARRATIVE -> "text";
        };
        return how
                + (item.required() ? "; required, or say why it is not applicable" : "")
                + (item.evidence() == Evidence.REQUIRED ? "; with evidence" : "");
    }

    private static String marks(Item item) {
        return item.scale().stream()
                .map(mark -> mark.value().toPlainString() + " " + mark.label())
                .collect(Collectors.joining(", "));
    }
}
