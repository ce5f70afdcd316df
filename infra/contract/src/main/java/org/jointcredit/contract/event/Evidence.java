package org.jointcredit.contract.event;

/// A piece of evidence that its owner keeps.
///
/// @param name file name
/// @param sha256 hash of its bytes, 64 lower-case hexadecimal digits
public record Evidence(String name, String sha256) {}
