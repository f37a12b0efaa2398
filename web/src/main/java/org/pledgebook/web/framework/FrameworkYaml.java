package org.pledgebook.web.framework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.yaml.JacksonYamlHttpMessageConverter;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a framework from YAML, as strictly as from JSON. Nothing else is read from it, and nothing is written. */
final class FrameworkYaml extends JacksonYamlHttpMessageConverter {

    private static final MediaType IN_THE_WILD = new MediaType("application", "x-yaml");
    private static final MediaType AS_TEXT = new MediaType("text", "yaml");

    FrameworkYaml(YAMLMapper mapper) {
        super(mapper);
        setSupportedMediaTypes(List.of(MediaType.APPLICATION_YAML, IN_THE_WILD, AS_TEXT));
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return type.resolve() == PublishFrameworkForm.class && super.canRead(type, mediaType);
    }

    @Override
    public boolean canWrite(ResolvableType type, Class<?> valueType, @Nullable MediaType mediaType) {
        return false;
    }
}
