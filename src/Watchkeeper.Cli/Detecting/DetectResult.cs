using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Detecting;

/// <summary>The result of a scan.</summary>
/// <param name="Worst">The worst severity that was found; null if nothing was.</param>
/// <param name="IsWhole">Whether everything was read.</param>
internal sealed record DetectResult(Severity? Worst, bool IsWhole);
