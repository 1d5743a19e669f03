package lu.aifactory.platform.organisation;

/// A row: the profile with its version and what is copied from it.
record Stored(Organisation organisation, int version, Profile profile) {}
