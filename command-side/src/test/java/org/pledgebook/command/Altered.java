package org.pledgebook.command;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes one thing wrong with a record that nothing is wrong with. */
public final class Altered {

    private Altered() {}

    /** A copy of the record with another value in one component. */
    public static <R extends Record> R with(R record, String component, @Nullable Object value) {
        var components = record.getClass().getRecordComponents();
        if (Arrays.stream(components).noneMatch(known -> known.getName().equals(component))) {
            throw new IllegalArgumentException(record.getClass().getSimpleName() + " has no " + component);
        }
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components)
                .map(known -> known.getName().equals(component) ? value : read(known, record))
                .toArray();
        try {
            @SuppressWarnings("unchecked")
            var type = (Class<R>) record.getClass();
            var constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static @Nullable Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
