using Watchkeeper.Text;

namespace Watchkeeper.Configuration.Reading;

/// <summary>A version's content is not what this version of Watchkeeper reads.</summary>
internal sealed class UnreadableVersionException(Rejection rejection) : Exception(rejection.ToString())
{
    /// <summary>Where and why.</summary>
    public Rejection Rejection { get; } = rejection;
}
