package io.telproof.classpath;

/** What another jar holds. */
interface Dependency {}
