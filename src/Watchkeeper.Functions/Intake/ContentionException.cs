using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Intake;

/// <summary>Other writers changed the slot too often. AWS's retry brings the signal back.</summary>
internal sealed class ContentionException(Fingerprint fingerprint, int refusals)
    : Exception($"other processes changed the slot of {fingerprint} {refusals} times meanwhile; Lambda retries the signal");
