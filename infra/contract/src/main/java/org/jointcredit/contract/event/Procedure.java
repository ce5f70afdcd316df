package org.jointcredit.contract.event;

/// 一般程序或简易程序: how a penalty was decided. Only one of the general procedure is adverse information (A7(5)).
public enum Procedure {
    GENERAL,
    SUMMARY
}
