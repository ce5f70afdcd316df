package org.jointcredit.platform.eventing;

import java.time.Clock;
import java.util.List;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.cipher.FieldCipher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.LoggingProducerListener;
import org.springframework.kafka.support.ProducerListener;

/** The moving parts of eventing; a service declares its relays and consumptions beside its stores. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
class EventingConfiguration {

    @Bean
    Journal journal(Clock clock) {
        return new Journal(clock);
    }

    @Bean
    Relays relays(
            MongoDatabaseFactory mongo,
            KafkaTemplate<String, String> kafka,
            Clock clock,
            @Value("${spring.application.name}") String service) {
        return new Relays(mongo, kafka, "/" + service, clock);
    }

    /** A message that could not be sent is named in the log, never shown. */
    @Bean
    ProducerListener<Object, Object> failedSends() {
        var listener = new LoggingProducerListener<>();
        listener.setIncludeContents(false);
        return listener;
    }

    @Bean
    DeadLetters deadLetters(
            KafkaTemplate<String, String> kafka,
            FieldCipher cipher,
            @Value("${spring.application.name}") String service) {
        return new DeadLetters(kafka, cipher, Topics.deadLetter(service));
    }

    @Bean
    EventConsumers eventConsumers(
            ConsumerFactory<String, byte[]> factory,
            @Value("${spring.application.name}") String service,
            List<Consumption> consumptions,
            DeadLetters deadLetters,
            Parked parked,
            Places places,
            KafkaAdmin admin) {
        return new EventConsumers(factory, "svc-" + service, consumptions, deadLetters, parked, places, admin);
    }

    @Bean
    Places places(MongoTemplate mongo) {
        return new Places(mongo);
    }

    @Bean
    Snapshots snapshots(MongoDatabaseFactory mongo) {
        return new Snapshots(mongo);
    }

    @Bean
    Recovery recovery(
            ConsumerFactory<String, byte[]> factory,
            @Value("${spring.application.name}") String service,
            EventConsumers consumers,
            ObjectProvider<OwnersSnapshot> snapshots) {
        return new Recovery(
                factory,
                "svc-" + service + "-recovery",
                consumers,
                snapshots.orderedStream().toList());
    }

    @Bean
    PlacesEndpoint placesEndpoint(EventConsumers consumers, Recovery recovery) {
        return new PlacesEndpoint(consumers, recovery);
    }

    @Bean
    Backlogs backlogs(
            ConsumerFactory<String, byte[]> factory, @Value("${spring.application.name}") String service, Clock clock) {
        return new Backlogs(factory, "svc-" + service, clock);
    }

    @Bean
    Parked parked(MongoTemplate mongo, Clock clock) {
        return new Parked(mongo, clock);
    }

    @Bean
    DeadLetterReplay deadLetterReplay(
            ConsumerFactory<String, byte[]> factory,
            @Value("${spring.application.name}") String service,
            EventConsumers consumers,
            DeadLetters deadLetters,
            Parked parked,
            FieldCipher cipher) {
        return new DeadLetterReplay(factory, "svc-" + service + "-replay", consumers, deadLetters, parked, cipher);
    }
}
