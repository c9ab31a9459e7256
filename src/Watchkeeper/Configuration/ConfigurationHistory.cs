using System.Collections.Immutable;
using Watchkeeper.Text;

namespace Watchkeeper.Configuration;

/// <summary>A page of the versions, without their contents.</summary>
/// <param name="Versions">The versions, the newest first.</param>
/// <param name="Unreadable">What is wrong with rows that cannot be read; they hide no others.</param>
/// <param name="Before">The number to go on before; null at the end.</param>
public sealed record ConfigurationHistory(
    ImmutableArray<AppliedConfiguration> Versions, ImmutableArray<Rejection> Unreadable, long? Before);
