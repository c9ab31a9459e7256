using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Audits;

/// <summary>What the comparison of two runs of one check gives.</summary>
/// <param name="Signals">
/// Trouble for what is newly flagged or flagged otherwise than before, Clear for what no longer is; nothing for the rest.
/// </param>
/// <param name="Announced">
/// What to compare with should this run be cut short, to be written before the first signal is recorded: every finding that a signal is
/// about stands in it as announced, so that whatever it is by then, it is told again.
/// </param>
/// <param name="Snapshot">
/// What to compare the next run with, ordered; suppressed findings are in it, and for a day those that are gone.
/// </param>
public sealed record AuditChanges(
    ImmutableArray<Signal> Signals, ImmutableArray<KnownFinding> Announced, ImmutableArray<KnownFinding> Snapshot);
