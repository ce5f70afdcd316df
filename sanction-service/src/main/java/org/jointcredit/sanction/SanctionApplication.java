package org.jointcredit.sanction;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** 奖惩: a listing sets off its measures at every agency, and each agency's answer is kept. */
@EnableScheduling
@SpringBootApplication
public class SanctionApplication {
    public static void main(String[] args) {
        SpringApplication.run(SanctionApplication.class, args);
    }
}
