namespace Watchkeeper.Detections;

/// <summary>What a detection tells people, in one language. A translation may leave texts out: then English is shown.</summary>
/// <param name="Title">One line that says what happened, for successful calls.</param>
/// <param name="Description">Why the act matters.</param>
/// <param name="Response">What to do first; empty without advice.</param>
/// <param name="FalsePositives">Legitimate causes of the act; empty if none is known.</param>
public sealed record DetectionTexts(string Title, string Description, string Response = "", string FalsePositives = "");
