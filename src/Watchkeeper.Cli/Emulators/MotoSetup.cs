using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Secrets;

namespace Watchkeeper.Cli.Emulators;

/// <summary>Creates the template's resources and the watched application in moto.</summary>
internal sealed class MotoSetup(QueryApi api)
{
    private static readonly string[] AddressVariables = ["WATCHKEEPER_MAIL_FROM", "WATCHKEEPER_MAIL_TO"];

    /// <summary>
    /// Creates the queues and topics by name, verifies the mail addresses, and creates the application's groups.
    /// </summary>
    public async Task RunAsync(TemplateWiring wiring, EmbeddedApplication application, CancellationToken cancellationToken)
    {
        foreach (var queue in wiring.Queues)
            await api.CallAsync("sqs", "2012-11-05", "CreateQueue", cancellationToken, ("QueueName", queue));
        foreach (var topic in wiring.Topics)
            await api.CallAsync("sns", "2010-03-31", "CreateTopic", cancellationToken, ("Name", topic));
        foreach (var address in Addresses(wiring))
            await api.CallAsync("email", "2010-12-01", "VerifyEmailIdentity", cancellationToken, ("EmailAddress", address));
        if (application.Secrets is SecretsFile secrets)
            await MotoSecrets.StoreAsync(secrets, api, cancellationToken);
        await api.CallAsync(
            "autoscaling", "2011-01-01", "CreateLaunchConfiguration", cancellationToken,
            ("LaunchConfigurationName", "shop"), ("ImageId", "ami-12c6146b"), ("InstanceType", "t3.micro"));
        foreach (var group in application.Scaling().Groups)
        {
            await api.CallAsync(
                "autoscaling", "2011-01-01", "CreateAutoScalingGroup", cancellationToken,
                ("AutoScalingGroupName", group.Name), ("LaunchConfigurationName", "shop"),
                ("AvailabilityZones.member.1", $"{wiring.Names.Region}a"),
                ("MinSize", $"{group.Min}"), ("MaxSize", $"{group.Max}"), ("DesiredCapacity", $"{group.Desired}"));
            foreach (var process in group.Suspended.Keys)
            {
                await api.CallAsync(
                    "autoscaling", "2011-01-01", "SuspendProcesses", cancellationToken,
                    ("AutoScalingGroupName", group.Name), ("ScalingProcesses.member.1", process));
            }
        }
    }

    private static IEnumerable<string> Addresses(TemplateWiring wiring) => wiring.Functions
        .SelectMany(each => AddressVariables.Select(name => each.Environment.GetValueOrDefault(name, "")))
        .SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Where(value => SecretReference.Parse(value) is SecretReferenceResult.PlainValue)
        .Distinct(StringComparer.Ordinal);
}
