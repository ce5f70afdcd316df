package org.jointcredit.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Subjects that do not exist: organisations with codes of the district, people with numbers of the region 999999.
public final class Invention {
    private static final String CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final List<String> PLACES = List.of("元宝山", "平庄", "建昌营", "美丽河", "风水沟", "五家", "小五家");
    private static final List<String> NAMES =
            List.of("隆兴", "顺顺", "恒通", "鑫源", "蒙东", "百川", "金穗", "华盛", "德润", "东昇", "瑞丰", "草原红");
    private static final List<String> TRADES =
            List.of("商贸", "物流", "建筑工程", "矿业", "食品", "餐饮服务", "装饰", "农业科技", "煤炭运销", "医药");
    private static final List<String> FORMS = List.of("有限公司", "有限公司", "有限公司", "股份有限公司", "商行", "专业合作社");
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧";
    private static final List<String> GIVEN = List.of(
            "伟", "芳", "娜", "敏", "静", "强", "磊", "军", "洋", "勇", "艳", "杰", "涛", "明", "超", "秀英", "志刚", "建国", "海燕", "晓东");

    private final Random random;

    Invention(Random random) {
        this.random = random;
    }

    void subject(ObjectNode subject) {
        if (subject.has("code")) {
            subject.put("code", code(random)).put("name", organisation());
        } else {
            subject.put("idNumber", idNumber(random)).put("name", person());
        }
    }

    void persons(ArrayNode persons) {
        persons.forEach(each -> ((ObjectNode) each).put("name", person()).put("idNumber", idNumber(random)));
    }

    ObjectNode personBehind(ArrayNode persons) {
        return persons.addObject()
                .put("role", "PRINCIPAL")
                .put("name", person())
                .put("idNumber", idNumber(random))
                .put("directlyResponsible", true);
    }

    private String organisation() {
        return any(PLACES) + any(NAMES) + any(TRADES) + any(FORMS);
    }

    private String person() {
        return SURNAMES.charAt(random.nextInt(SURNAMES.length())) + any(GIVEN);
    }

    String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    /// GB 32100-2015; its letter keeps it from being a citizen's number.
    public static String code(Random random) {
        var code = new StringBuilder("91150403T");
        while (code.length() < 17) {
            code.append(CODE.charAt(random.nextInt(CODE.length())));
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CODE.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code.append(CODE.charAt((31 - sum % 31) % 31)).toString();
    }

    /// GB 11643-1999.
    public static String idNumber(Random random) {
        var birth = LocalDate.of(1955, 1, 1).plusDays(random.nextInt(15_000));
        var digits = "999999" + birth.toString().replace("-", "") + "%03d".formatted(random.nextInt(1000));
        int sum = 0;
        for (int i = 0; i < ID_WEIGHTS.length; i++) {
            sum += Character.digit(digits.charAt(i), 10) * ID_WEIGHTS[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
