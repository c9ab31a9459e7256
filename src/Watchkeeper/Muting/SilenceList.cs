using System.Collections.Immutable;
using Watchkeeper.Text;

namespace Watchkeeper.Muting;

/// <summary>Silences as they were read.</summary>
/// <param name="Silences">The silences.</param>
/// <param name="Unreadable">What is wrong with rows that cannot be read: they keep nothing quiet, and hide no others.</param>
public sealed record SilenceList(ImmutableArray<Silence> Silences, ImmutableArray<Rejection> Unreadable);

/// <summary>The result of writing a silence.</summary>
public abstract record SilenceWriteResult
{
    private SilenceWriteResult()
    {
    }

    /// <summary>The silence is written, by this call or by an earlier attempt of it.</summary>
    /// <param name="Silence">The silence now.</param>
    public sealed record Written(Silence Silence) : SilenceWriteResult;

    /// <summary>Somebody else changed it in between. Nothing was written.</summary>
    /// <param name="Silence">The silence now; null if it is over or gone.</param>
    public sealed record Overtaken(Silence? Silence) : SilenceWriteResult;
}
