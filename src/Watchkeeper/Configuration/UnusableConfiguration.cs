using Watchkeeper.Text;

namespace Watchkeeper.Configuration;

/// <summary>Why the version in force cannot be used.</summary>
/// <param name="Version">The version, without its content; null if its row does not say.</param>
/// <param name="Rejection">What is wrong, with a path in the file's checked form or in the row.</param>
public sealed record UnusableConfiguration(AppliedConfiguration? Version, Rejection Rejection);
