package lu.aifactory.platform.readiness.norms;

/// What a company was when it finished its assessment; empty where it is not known.
///
/// @param sector section of NACE
/// @param group the group of sectors to which that belongs
/// @param size how many people work there, as a range
public record Place(String sector, String group, String size) {}
