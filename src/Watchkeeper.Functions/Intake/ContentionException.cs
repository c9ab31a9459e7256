namespace Watchkeeper.Functions.Intake;

/// <summary>Other writers changed a row too often. AWS's retry brings the signal back.</summary>
internal sealed class ContentionException(string what, int refusals)
    : Exception($"other processes changed {what} {refusals} times meanwhile; Lambda retries the signal");
