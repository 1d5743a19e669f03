package lu.aifactory.platform.organisation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the size is computed from.
///
/// @param year the last closed year, or the year of the estimate
/// @param estimate whether the figures are an estimate in good faith, because no year is closed yet
/// @param before null when only one year is closed
/// @param statusBefore the status that held before these two years, as the organisation says; null when unknown
/// @param publicShare per cent that public bodies hold or control
record SizeInput(
    int year,
    boolean estimate,
    Figures last,
    @Nullable Figures before,
    @Nullable SizeClass statusBefore,
    List<Enterprise> group,
    BigDecimal publicShare) {}
