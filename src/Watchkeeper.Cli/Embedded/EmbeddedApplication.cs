using Watchkeeper.Alarms;
using Watchkeeper.Aws.Alarms;
using Watchkeeper.Cli.Advisor;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Secrets;

namespace Watchkeeper.Cli.Embedded;

/// <summary>The watched application's state for the functions' AWS calls, from files in the format of the AWS CLI.</summary>
/// <param name="Folder">
/// A folder with <c>alarms.json</c>, <c>auto-scaling-groups.json</c>, <c>trusted-advisor-checks.json</c>, a folder
/// <c>trusted-advisor-results</c>, and <c>example.secrets</c>. A missing file means no resources.
/// </param>
internal sealed record EmbeddedApplication(string Folder)
{
    private const string Groups = "auto-scaling-groups.json";
    private const string ExampleSecrets = "example.secrets";

    private const string NoSecretsAdvice =
        "this run has no secrets: give --secrets FILE with a line REFERENCE=VALUE for each";

    /// <summary>
    /// Whether the folder describes the application of the events, so that a group that it lacks does not exist. Who feeds a
    /// first alarm has described nothing yet.
    /// </summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Whether it is the application of the template's own events, whatever else is fed to a run.</summary>
    public bool IsOfStory { get; init; } = true;

    /// <summary>The file in which to describe the groups of the events.</summary>
    public string GroupsToDescribe { get; init; } = Path.Combine(Folder, Groups);

    /// <summary>The secrets that the configuration refers to.</summary>
    public ISecretStore Secrets { get; init; } = new NoSecrets(NoSecretsAdvice);

    /// <summary>
    /// The application of events: the folder «application» beside them, else the one of the template's own events.
    /// </summary>
    /// <param name="events">The file or folder of events.</param>
    /// <param name="story">The folder of the template's own events.</param>
    public static EmbeddedApplication For(string events, string story)
    {
        var folder = Directory.Exists(events) ? events : Path.GetDirectoryName(Path.GetFullPath(events))!;
        var beside = Path.Combine(folder, EventFiles.ApplicationFolder);
        var below = Path.GetRelativePath(story, folder);
        if (below.Split(Path.DirectorySeparatorChar)[0] != "..")
            return new EmbeddedApplication(Path.Combine(story, EventFiles.ApplicationFolder));
        return Directory.Exists(beside)
            ? new EmbeddedApplication(beside) { IsOfStory = false }
            : new EmbeddedApplication(Path.Combine(story, EventFiles.ApplicationFolder))
            {
                IsWhole = false,
                GroupsToDescribe = Path.Combine(beside, Groups),
            };
    }

    /// <summary>
    /// The same application with the secrets of a file; without a file, with the invented ones of the application's own
    /// configuration, if it has them.
    /// </summary>
    /// <exception cref="RunException">The file cannot be read, or has wrong lines.</exception>
    public EmbeddedApplication WithSecrets(string? file)
    {
        if (file is not null)
            return this with { Secrets = SecretsFile.Load(file) };
        var example = Path.Combine(Folder, ExampleSecrets);
        return File.Exists(example)
            ? this with { Secrets = SecretsFile.Load(example, NoSecretsAdvice) }
            : this;
    }

    /// <summary>The Auto Scaling groups.</summary>
    public EmbeddedScaling Scaling() => EmbeddedScaling.Load(Path.Combine(Folder, Groups));

    /// <summary>Creates CloudWatch's state, initially with the alarms of the file.</summary>
    /// <exception cref="RunException">The file is invalid, or contains an alarm that CloudWatch could not have.</exception>
    public async Task<EmbeddedAlarms> AlarmsAsync(
        string account, string region, TimeProvider time, CancellationToken cancellationToken)
    {
        var alarms = new EmbeddedAlarms(account, region);
        var file = Path.Combine(Folder, "alarms.json");
        using var client = new AlarmsFileClient(AlarmsFile.Load(file));
        var answer = await new CloudWatchAlarms(client, time, _ => { }).FindAsync(client.Names, cancellationToken);
        if (answer is not AlarmLookup.Found { Unreadable.IsEmpty: true } found)
        {
            throw new RunException(
                $"«{file}» holds an alarm that CloudWatch could not return: each alarm needs an ARN, a state and a time.");
        }

        foreach (var alarm in found.Alarms)
            alarms.Add(alarm);
        return alarms;
    }

    /// <summary>Trusted Advisor, with the results that exist at the time of the call.</summary>
    public SupportApi Support(TimeProvider time) => new(AdvisorFiles.Load(Folder), time);
}
