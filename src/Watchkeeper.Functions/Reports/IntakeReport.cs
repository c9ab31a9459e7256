using System.Collections.Immutable;

namespace Watchkeeper.Functions.Reports;

/// <summary>The response of an intake function: the result of each part of the event.</summary>
/// <param name="Results">The results, in the order of the event.</param>
public sealed record IntakeReport(ImmutableArray<IntakeResult> Results);
