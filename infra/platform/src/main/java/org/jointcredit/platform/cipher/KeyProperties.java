package org.jointcredit.platform.cipher;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code jointcredit.keys}: key rings as {@code kid:base64[,kid:base64]}, the first key of each is the current one. */
@ConfigurationProperties("jointcredit.keys")
record KeyProperties(@Nullable String field, @Nullable String index) {
    @Override
    public String toString() {
        return "KeyProperties[hidden]";
    }
}
