package org.jointcredit.objection;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** 异议: a subject asks that what is said of it be put right, or deleted. */
@EnableScheduling
@SpringBootApplication
public class ObjectionApplication {
    public static void main(String[] args) {
        SpringApplication.run(ObjectionApplication.class, args);
    }
}
