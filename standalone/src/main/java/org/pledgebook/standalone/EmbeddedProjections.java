package org.pledgebook.standalone;

import com.mongodb.ConnectionString;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A MongoDB-protocol server in this JVM, in memory, on a free port of the loopback interface. It begins empty at each
 * start and is filled from the events. {@code pledgebook.projections=mongodb} uses the server of
 * {@code spring.mongodb.uri} instead.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "pledgebook.projections", havingValue = "memory", matchIfMissing = true)
class EmbeddedProjections {

    @Bean(destroyMethod = "shutdownNow")
    MongoServer mongoServer() {
        var server = new MongoServer(new MemoryBackend());
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return server;
    }

    @Bean
    MongoConnectionDetails mongoConnection(MongoServer server) {
        var uri = new ConnectionString("mongodb://127.0.0.1:%d/pledgebook"
                .formatted(server.getLocalAddress().getPort()));
        return () -> uri;
    }
}
