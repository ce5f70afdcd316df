package org.jointcredit.local;

import java.util.Map;

/// A topic as it should be.
record TopicPlan(String name, int partitions, Map<String, String> settings) {}
