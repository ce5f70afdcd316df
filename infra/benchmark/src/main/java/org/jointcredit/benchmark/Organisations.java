package org.jointcredit.benchmark;

import java.util.List;
import java.util.Random;
import org.jointcredit.local.demo.Invention;

/// Companies that do not exist, with names as a district has them: hardly two alike.
final class Organisations {
    private static final List<String> PLACES = List.of("元宝山", "平庄", "建昌营", "美丽河", "风水沟", "五家", "小五家");
    private static final String SYLLABLES = "隆兴恒通鑫源蒙东百川金穗华盛德润昇瑞丰草原红宏达顺泰安康福和嘉旭阳卓越信诚";
    private static final List<String> TRADES =
            List.of("商贸", "物流", "建筑工程", "矿业", "食品", "餐饮服务", "装饰", "农业科技", "煤炭运销", "医药");

    private final Random random;

    Organisations(long seed) {
        this.random = new Random(seed);
    }

    record Organisation(String code, String name) {}

    Organisation next() {
        return new Organisation(Invention.code(random), name());
    }

    private String name() {
        var name = new StringBuilder(PLACES.get(random.nextInt(PLACES.size())));
        for (int i = 0; i < 3; i++) {
            name.append(SYLLABLES.charAt(random.nextInt(SYLLABLES.length())));
        }
        return name.append(TRADES.get(random.nextInt(TRADES.size())))
                .append("有限公司")
                .toString();
    }
}
