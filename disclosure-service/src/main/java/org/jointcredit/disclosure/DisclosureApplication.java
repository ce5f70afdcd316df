package org.jointcredit.disclosure;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** 披露: everybody reads what is public, a subject all of its own, an organ what it needs. */
@EnableScheduling
@SpringBootApplication
public class DisclosureApplication {
    public static void main(String[] args) {
        SpringApplication.run(DisclosureApplication.class, args);
    }
}
