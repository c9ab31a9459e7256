using Watchkeeper.Cli.Advisor;

namespace Watchkeeper.Cli.Embedded;

/// <summary>The application that is watched, as far as functions ask AWS about it: files in the forms that the AWS CLI prints.</summary>
/// <param name="Folder">
/// A folder with <c>auto-scaling-groups.json</c>, <c>trusted-advisor-checks.json</c> and a folder <c>trusted-advisor-results</c>; what is
/// not there is empty.
/// </param>
internal sealed record EmbeddedApplication(string Folder)
{
    /// <summary>The Auto Scaling groups.</summary>
    public EmbeddedScaling Scaling() => EmbeddedScaling.Load(Path.Combine(Folder, "auto-scaling-groups.json"));

    /// <summary>Trusted Advisor, which knows what it had found by the time that it is asked.</summary>
    public SupportApi Support(TimeProvider time) => new(AdvisorFiles.Load(Folder), time);
}
