using Watchkeeper.Alarms;
using Watchkeeper.Aws.Alarms;
using Watchkeeper.Cli.Advisor;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Embedded;

/// <summary>The watched application's state for the functions' AWS calls, from files in the format of the AWS CLI.</summary>
/// <param name="Folder">
/// A folder with <c>alarms.json</c>, <c>auto-scaling-groups.json</c>, <c>trusted-advisor-checks.json</c> and a folder
/// <c>trusted-advisor-results</c>. A missing file means no resources.
/// </param>
internal sealed record EmbeddedApplication(string Folder)
{
    /// <summary>The Auto Scaling groups.</summary>
    public EmbeddedScaling Scaling() => EmbeddedScaling.Load(Path.Combine(Folder, "auto-scaling-groups.json"));

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
