using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Intake;

/// <summary>Other writers changed the slot too often. AWS's retry brings the signal back.</summary>
internal sealed class ContentionException(Fingerprint fingerprint, int refusals)
    : Exception($"the slot of {fingerprint} was changed by others {refusals} times in between; the retry will bring the signal back");
