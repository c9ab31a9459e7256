using Watchkeeper.Text;

namespace Watchkeeper.Configuration;

/// <summary>The version in force, as far as its row can be read.</summary>
/// <param name="Version">
/// The version; without its content if that is damaged; null if there is none, or if the row does not say.
/// </param>
/// <param name="Problem">What is wrong with the row; null if nothing is.</param>
public sealed record ConfigurationHead(AppliedConfiguration? Version, Rejection? Problem);
