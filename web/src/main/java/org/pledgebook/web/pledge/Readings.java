package org.pledgebook.web.pledge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.pledge.PledgeView.ReportView;
import org.pledgebook.query.pledge.PledgeView.StatementView;
import org.pledgebook.shared.pledge.Reading;
import org.pledgebook.shared.pledge.Report;
import org.pledgebook.shared.pledge.Report.EvidenceLink;
import org.pledgebook.shared.pledge.Status;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;

/** Readings are an object by measure in a body, coming and going, and a list inside. */
@Configuration(proxyBeanMethods = false)
class Readings {

    @SuppressWarnings("NullAway") // what is missing is for validation to refuse
    static Report report(
            Status status,
            String narrative,
            @Nullable Map<String, @Nullable BigDecimal> readings,
            @Nullable List<EvidenceLink> evidence,
            @Nullable String nextSteps) {
        var list = Objects.requireNonNullElse(readings, Map.<String, BigDecimal>of()).entrySet().stream()
                .map(reading -> new Reading(reading.getKey(), reading.getValue()))
                .toList();
        return new Report(status, narrative, list, Objects.requireNonNullElse(evidence, List.of()), nextSteps);
    }

    @Bean
    JsonMapperBuilderCustomizer readingsByMeasure() {
        return json ->
                json.addMixIn(ReportView.class, WithReadings.class).addMixIn(StatementView.class, WithReadings.class);
    }

    /** What a read report and a posted one have in common. */
    interface WithReadings {

        @JsonSerialize(using = ByMeasure.class)
        List<Reading> readings();
    }

    private static final class ByMeasure extends ValueSerializer<List<Reading>> {

        @Override
        public void serialize(List<Reading> readings, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            readings.forEach(reading -> json.writeNumberProperty(reading.measure(), reading.value()));
            json.writeEndObject();
        }
    }
}
