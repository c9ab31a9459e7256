using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Intake;

/// <summary>So many others wrote one slot in between that the signal is left to AWS's retry.</summary>
public sealed class ContentionException(Fingerprint fingerprint, int refusals)
    : Exception($"the slot of {fingerprint} was changed by others {refusals} times in between; the retry will bring the signal back");
