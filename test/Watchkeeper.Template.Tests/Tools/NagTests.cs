using System.Collections.Immutable;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Template.Tests.Tools;

/// <summary>cdk-nag's rule packs: AWS Solutions, Serverless, NIST 800-53, HIPAA and PCI DSS.</summary>
public sealed class NagTests
{
    private static readonly Tool Node = new("node", "Node.js 20 or later with npm (Debian: apt-get install npm)");
    private static readonly Tool Npm = Node with { Program = "npm" };
    private static readonly string Folder = Repository.PathOf("test", "Watchkeeper.Template.Tests", "Tools", "nag");

    /// <summary>The rules that the template violates, by the reason why.</summary>
    private static readonly ImmutableArray<(string Reason, string[] Rules)> Accepted =
    [
        ("X-Ray, AWS Support and what describes groups and alarms take no resource narrower than *; AWS names what it creates",
            ["AwsSolutions-IAM5", "Serverless-LambdaStarPermissions"]),
        ("access logs need a bucket that exists already: parameter AccessLogBucket",
            ["AwsSolutions-S1", .. Under("S3BucketLoggingEnabled", "HIPAA.Security", "NIST.800.53.R5", "PCI.DSS.321")]),
        ("the queues are the dead-letter queues, and timers hold nothing", ["AwsSolutions-SQS3", "Serverless-SQSRedrivePolicy"]),
        ("Lambda takes no destination for what comes from a queue", ["Serverless-LambdaEventSourceMappingDestination"]),
        ("CloudWatch charges for these logs: parameter TrailLogGroup",
            Under("CloudTrailCloudWatchLogsEnabled", "HIPAA.Security", "NIST.800.53.R5", "PCI.DSS.321")),
        ("point-in-time recovery is on; a plan of AWS Backup can take the table by its tags",
            Under("DynamoDBInBackupPlan", "HIPAA.Security", "NIST.800.53.R5")),
        ("an inline policy belongs to one role and goes with it",
            Under("IAMNoInlinePolicy", "HIPAA.Security", "NIST.800.53.R5", "PCI.DSS.321")),
        ("a new account has nothing to reserve: parameter ReserveConcurrency",
            Under("LambdaConcurrency", "HIPAA.Security", "NIST.800.53.R5")),
        ("an on-failure destination says more than a dead-letter queue of Lambda",
            ["Serverless-LambdaDLQ", .. Under("LambdaDLQ", "HIPAA.Security", "NIST.800.53.R5")]),
        ("a VPC needs a way to AWS that exists already: parameters SubnetIds and SecurityGroupIds",
            Under("LambdaInsideVPC", "HIPAA.Security", "NIST.800.53.R5", "PCI.DSS.321")),
        ("the trail validates its files, and failures are kept for 90 days only",
            Under("S3BucketReplicationEnabled", "HIPAA.Security", "NIST.800.53.R5", "PCI.DSS.321")),
    ];

    [Fact]
    public async Task Every_finding_has_a_reason_and_every_reason_has_a_finding()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            TestContext.Current.SendDiagnosticMessage(
                "Fetching cdk-nag and the CDK (npm ci, 190 MB on the disk, only this once)");
            var fetched = await Npm.RunAsync(Folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            fetched.ExitCode.ShouldBe(0, fetched.Errors);
        }

        using var template = await DecidedTemplate.OfAsync();
        var result = await Node.RunAsync(Folder, "nag.js", template.Path);
        result.ExitCode.ShouldBe(0, result.Errors);

        var findings = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Finding.Read).ToList();
        findings.Where(finding => finding.Outcome != "found").ShouldBeEmpty();
        findings.Select(finding => finding.Rule).Distinct(StringComparer.Ordinal)
            .ShouldBe(Accepted.SelectMany(each => each.Rules), ignoreOrder: true);
    }

    private static string[] Under(string rule, params string[] packs) => [.. packs.Select(pack => $"{pack}-{rule}")];

    private sealed record Finding(string Outcome, string Rule, string Resource)
    {
        public static Finding Read(string line)
        {
            using var json = JsonDocument.Parse(line);
            string Text(string name) => json.RootElement.GetProperty(name).GetString()!;
            return new Finding(Text("outcome"), Text("rule"), Text("resource"));
        }
    }
}
