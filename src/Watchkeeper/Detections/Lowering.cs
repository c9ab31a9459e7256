using Watchkeeper.Detections.Actors;
using Watchkeeper.Signals;

namespace Watchkeeper.Detections;

/// <summary>Why an act is less severe than its detection says: a deployment did it, which does such things every day.</summary>
/// <param name="From">The severity for other callers.</param>
/// <param name="Cause">The deployment, in words.</param>
public sealed record Lowering(Severity From, string Cause)
{
    /// <summary>The severity for the deployment: one step lower.</summary>
    public Severity To => From - 1;

    /// <summary>
    /// The lowering of an act; null if its severity stays. Only a detection that says so is lowered, because a severity does not
    /// tell what deployments do daily from tampering that is as severe. Critical acts stay critical, and nothing falls below low.
    /// </summary>
    internal static Lowering? For(Detection detection, Severity severity, Actor actor) =>
        detection.IsLowerable && severity is (Severity.High or Severity.Medium) && actor.Deployment is { Length: > 0 } cause
            ? new Lowering(severity, cause)
            : null;
}
