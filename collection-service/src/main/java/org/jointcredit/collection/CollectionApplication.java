package org.jointcredit.collection;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** 归集: what departments decide and report is checked, kept with its journal, and published as facts. */
@SpringBootApplication
public class CollectionApplication {
    public static void main(String[] args) {
        SpringApplication.run(CollectionApplication.class, args);
    }
}
