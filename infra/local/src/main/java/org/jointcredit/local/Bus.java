package org.jointcredit.local;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;

/// Brings topics and rights of a running broker to a plan. Topics nobody planned stay; rights nobody planned go.
final class Bus {
    private final Map<String, Object> adminConfig;

    Bus(Map<String, Object> adminConfig) {
        this.adminConfig = adminConfig;
    }

    void apply(BusPlan plan) {
        try (var admin = Admin.create(adminConfig)) {
            createMissing(admin, plan.topics());
            correctSettings(admin, plan.topics());
            correctRights(admin, plan);
        }
    }

    /// Removes every record of these topics; positions go on from where they were.
    void empty(Collection<String> topics) {
        try (var admin = Admin.create(adminConfig)) {
            var ends = await(admin.describeTopics(topics).allTopicNames()).values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
            var deletions = new HashMap<TopicPartition, RecordsToDelete>();
            await(admin.listOffsets(ends).all())
                    .forEach((partition, end) -> deletions.put(partition, RecordsToDelete.beforeOffset(end.offset())));
            await(admin.deleteRecords(deletions).all());
        }
    }

    private static void createMissing(Admin admin, List<TopicPlan> topics) {
        var known = await(admin.listTopics().names());
        var missing = topics.stream()
                .filter(topic -> !known.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                .toList();
        await(admin.createTopics(missing).all());
    }

    private static void correctSettings(Admin admin, List<TopicPlan> topics) {
        var byResource = topics.stream()
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), topic -> topic));
        var changes = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
        await(admin.describeConfigs(byResource.keySet()).all()).forEach((resource, config) -> {
            var operations = new ArrayList<AlterConfigOp>();
            var plan = byResource.get(resource);
            if (plan != null) {
                plan.settings().forEach((name, value) -> {
                    var current = config.get(name);
                    if (current == null || !value.equals(current.value())) {
                        operations.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET));
                    }
                });
            }
            if (!operations.isEmpty()) {
                changes.put(resource, operations);
            }
        });
        if (!changes.isEmpty()) {
            await(admin.incrementalAlterConfigs(changes).all());
        }
    }

    private static void correctRights(Admin admin, BusPlan plan) {
        var current = await(admin.describeAcls(AclBindingFilter.ANY).values());
        var missing = new HashSet<>(plan.rights());
        missing.removeAll(current);
        await(admin.createAcls(missing).all());
        var unplanned = current.stream()
                .filter(right -> !plan.rights().contains(right))
                .map(right -> right.toFilter())
                .toList();
        await(admin.deleteAcls(unplanned).all());
        awaitInForce(admin, plan);
    }

    /// The controller takes rights in at once, the broker that judges by them a moment later.
    private static void awaitInForce(Admin admin, BusPlan plan) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Set.copyOf(await(admin.describeAcls(AclBindingFilter.ANY).values()))
                .equals(Set.copyOf(plan.rights()))) {
            if (System.nanoTime() > deadline) {
                throw new Failure("Kafka has not put its rights in force within 60 s; see infra/local/logs kafka.");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Failure(
                    "Kafka refused its topics or rights (" + e.getMessage() + "); see infra/local/logs kafka.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }
}
