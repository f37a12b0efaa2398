package org.pledgebook.web.framework;

import org.pledgebook.web.StrictJson;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Lets a framework be published as YAML. */
@Configuration(proxyBeanMethods = false)
class FrameworkBodies {

    @Bean
    ServerHttpMessageConvertersCustomizer frameworksInYaml() {
        var yaml = YAMLMapper.builder();
        StrictJson.configure(yaml);
        var converter = new FrameworkYaml(yaml.build());
        // In the place of the one that reads and writes everything.
        return converters -> converters.withYamlConverter(converter);
    }
}
