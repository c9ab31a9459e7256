using System.Collections.Immutable;

namespace Watchkeeper.Functions.Reports;

/// <summary>What an intake function answers: how each part of its event was accounted for.</summary>
/// <param name="Results">In the order of the event.</param>
public sealed record IntakeReport(ImmutableArray<IntakeResult> Results);
