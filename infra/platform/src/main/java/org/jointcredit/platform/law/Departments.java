package org.jointcredit.platform.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The departments of this deployment, in the order of {@code law/departments.yaml}. */
public final class Departments {
    private final Map<String, Department> byCode = new LinkedHashMap<>();

    public Departments(List<Department> departments) {
        for (Department department : departments) {
            if (byCode.put(department.code(), department) != null) {
                throw new IllegalStateException("law/departments.yaml names " + department.code() + " twice");
            }
        }
    }

    /** The departments of {@code classpath:law/departments.yaml}. */
    public static Departments load() {
        return new Departments(LawFile.whole("departments", File.class).departments());
    }

    private record File(List<Department> departments) {}

    public List<Department> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<Department> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public boolean contains(String code) {
        return byCode.containsKey(code);
    }
}
