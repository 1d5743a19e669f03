package lu.aifactory.platform.schedule;

import java.util.UUID;

/// A piece of work in a workplace. It belongs to the thing of the room that asked for it, and that room says who may
/// see it.
public record WorkId(UUID value) {}
