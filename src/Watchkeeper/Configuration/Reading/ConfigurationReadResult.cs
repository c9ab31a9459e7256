using System.Diagnostics.CodeAnalysis;
using Watchkeeper.Text;

namespace Watchkeeper.Configuration.Reading;

/// <summary>The result of reading a version: the configuration, or why it cannot be read.</summary>
/// <param name="Configuration">The configuration; null if it cannot be read.</param>
/// <param name="Rejection">Where and why it cannot be read; null if it can.</param>
public sealed record ConfigurationReadResult(WatchkeeperConfiguration? Configuration, Rejection? Rejection)
{
    /// <summary>Whether the version can be read.</summary>
    [MemberNotNullWhen(true, nameof(Configuration))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsRead => Configuration is not null;
}
