using System.Collections.Immutable;
using Watchkeeper.Functions.Notifying;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>What one sweep did.</summary>
/// <param name="Tried">The rows whose messages were tried again.</param>
/// <param name="Expired">How many incidents ended by being quiet.</param>
public sealed record SweepResult(ImmutableArray<NotifyResult.Tried> Tried, int Expired);
