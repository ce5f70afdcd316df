package org.jointcredit.benchmark;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The floor under a query: Spring MVC, one `findById`, the document as JSON; nobody is asked who he is and nothing is
/// judged or masked.
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
@RestController
public class RawEndpoint {
    private final MongoCollection<Document> documents = MongoClients.create(
                    Objects.requireNonNull(System.getenv("MONGODB_URI")))
            .getDatabase("disclosure")
            .getCollection("subjects");

    public static void main(String[] arguments) {
        SpringApplication.run(RawEndpoint.class, arguments);
    }

    @GetMapping("/raw/{id}")
    Map<String, Object> one(@PathVariable String id) {
        return Objects.requireNonNull(documents.find(Filters.eq("_id", id)).first());
    }

    /// In a process of its own, with the settings that the services have.
    static Process start(Bench bench, int port) throws IOException {
        var java = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx224m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RawEndpoint.class.getName(),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--spring.threads.virtual.enabled=true",
                "--spring.main.banner-mode=off");
        java.environment().put("MONGODB_URI", bench.system().mongoUri());
        java.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return java.start();
    }

    static void stop(Process process) throws InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }
}
