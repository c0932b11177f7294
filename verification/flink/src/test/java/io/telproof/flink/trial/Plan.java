package io.telproof.flink.trial;

/**
 * What one run of the trial is.
 *
 * @param name of the run, and of its tables in the ledger
 * @param capacity how many questions of a subtask are under way at the same time
 * @param replyMillis what the vendor takes for a reply
 * @param kills how often a task manager is killed
 */
record Plan(
    String name,
    int rows,
    int taskManagers,
    int capacity,
    long replyMillis,
    int kills,
    boolean unaligned) {}
