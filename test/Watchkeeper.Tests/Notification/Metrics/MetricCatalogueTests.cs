using Shouldly;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Metrics;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Notification.Metrics;

public class MetricCatalogueTests
{
    private static readonly string[] Spaces =
    [
        "AWS/EC2", "AWS/AutoScaling", "AWS/EBS", "AWS/EFS", "AWS/FSx", "AWS/S3", "AWS/Backup", "AWS/DataLifecycleManager",
        "AWS/ElasticMapReduce", "AWS/RDS", "AWS/DocDB", "AWS/Neptune", "AWS/Redshift", "AWS/ElastiCache", "AWS/MemoryDB",
        "AWS/DynamoDB", "AWS/ES", "AWS/DMS", "AWS/ELB", "AWS/ApplicationELB", "AWS/NetworkELB", "AWS/GatewayELB",
        "AWS/NATGateway", "AWS/VPN", "AWS/DX", "AWS/TransitGateway", "AWS/CloudFront", "AWS/Route53", "AWS/SQS", "AWS/SNS",
        "AWS/Events", "AWS/Scheduler", "AWS/Kinesis", "AWS/Firehose", "AWS/Kafka", "AWS/Lambda", "AWS/States", "AWS/ApiGateway",
        "AWS/AppSync", "AWS/ECS", "ECS/ContainerInsights", "ContainerInsights", "AWS/DDoSProtection", "AWS/WAFV2", "AWS/Cognito",
        "AWS/CertificateManager", "AWS/ACM", "AWS/KMS", "AWS/Billing", "AWS/Usage", "AWS/TrustedAdvisor", "AWS/SES",
        "AWS/MediaLive", "AWS/AmazonMQ", "AWS/Bedrock", "CloudWatchSynthetics", "Glue", "CWAgent",
    ];

    public static TheoryData<string> AllSpaces => [.. Spaces, "log filters"];

    [Theory]
    [MemberData(nameof(AllSpaces))]
    public void Each_row_is_found_under_each_of_its_names(string space)
    {
        var rows = RowsOf(space);

        rows.ShouldNotBeEmpty();
        foreach (var row in rows)
        {
            foreach (var name in row.Names)
            {
                var metric = name.Replace("*", "x", StringComparison.Ordinal);
                MetricCatalogue.Find(space, metric, row.Statistic is "" ? "Sum" : row.Statistic)
                    .ShouldBe(row.Entry, $"{space} {name}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllSpaces))]
    public void Each_entry_has_short_words_in_both_languages(string space)
    {
        foreach (var (name, _, entry) in EntriesOf(space))
        {
            var (english, chinese) = (entry.English, entry.Chinese);
            foreach (var text in (string[])[
                english.Name, english.One, english.Firing, english.Resolved, english.Sentence, english.Kind])
            {
                text.All(char.IsAscii).ShouldBeTrue(name);
                text.Replace("{0}", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length
                    .ShouldBeLessThanOrEqualTo(6, $"{name}: {text}");
            }

            english.Name.ShouldNotBeEmpty(name);
            // «DNSSEC» is the only name that is the same word in both languages.
            if (chinese.Name != "DNSSEC")
                chinese.Name.Any(c => c is >= '\u4E00' and <= '\u9FFF').ShouldBeTrue($"{name}: {chinese.Name}");
            (english.Kind.Length > 0).ShouldBe(chinese.Kind.Length > 0, name);
            (english.Everything.Length > 0).ShouldBe(chinese.Everything.Length > 0, name);
            var isCount = entry.Form is MetricForm.Count;
            (english.One.Length > 0).ShouldBe(isCount, name);
            english.One.ShouldNotBe(isCount ? english.Name : null, name);
            if (isCount)
                chinese.Measure.ShouldNotBeEmpty(name);
            foreach (var words in (MetricWords[])[english, chinese])
            {
                foreach (var sentence in (string[])[words.Firing, words.Resolved])
                {
                    sentence.Contains("{0}", StringComparison.Ordinal)
                        .ShouldBe(entry.Form is MetricForm.Flag, $"{name}: {sentence}");
                    sentence.ShouldNotContain("{1}");
                }

                (words.Firing == words.Resolved).ShouldBe(entry.Form is not MetricForm.Flag, name);
                if (words.Sentence.Length > 0)
                    words.Sentence.ShouldMatch(@"^(?=.*\{0\})(?=.*\{1\})(?=.*\{2\})", name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllSpaces))]
    public void Each_headline_keeps_the_rules_of_its_language(string space)
    {
        foreach (var (name, statistic, entry) in EntriesOf(space))
        {
            foreach (var facts in FactsOf(space, name, statistic))
            {
                var english = MetricHeadline.Write(facts, Locale.English);
                english.All(char.IsAscii).ShouldBeTrue(english);
                english.ShouldMatch("^[A-Z0-9]", english);
                english.ShouldNotMatch(@"  |[{}]| $|\( | \)|, on$|:$", english);
                var chinese = MetricHeadline.Write(facts with { Thing = facts.Thing is "" ? "" : "队列 shop-db" }, Locale.Chinese);
                ChineseRules.Broken(chinese).ShouldBeNull(chinese);
                if (entry.Form is not MetricForm.Flag && facts.Value is 7 && !facts.IsMissingData)
                    english.ShouldContain("7", Case.Sensitive, english);
            }
        }
    }

    [Theory]
    [InlineData("AWS/EC2", "cpuutilization")]
    [InlineData("AWS/EC2", "")]
    [InlineData("AWS/Unheard", "CPUUtilization")]
    [InlineData("AWS/EC2", "RootAccountUsage")]
    [InlineData("Shop", "Orders")]
    [InlineData("", "")]
    public void An_unknown_metric_has_no_entry(string space, string metric) =>
        MetricCatalogue.Find(space, metric, "Average").ShouldBeNull();

    // These raise an alarm's severity: whoever is woken reads what it is.
    [Theory]
    [InlineData("AWS/Cognito", "AccountTakeoverRisk")]
    [InlineData("AWS/Backup", "NumberOfRecoveryPointsPartial")]
    [InlineData("AWS/DataLifecycleManager", "SnapshotsCreateFailed")]
    [InlineData("AWS/KMS", "SecondsUntilKeyMaterialExpiration")]
    [InlineData("AWS/Route53", "DNSSECKeySigningKeysNeedingAction")]
    [InlineData("AWS/Firehose", "KMSKeyNotFound")]
    [InlineData("AWS/S3", "OperationsFailedReplication")]
    [InlineData("AWS/MemoryDB", "PrimaryLinkHealthStatus")]
    [InlineData("AWS/ElasticMapReduce", "CorruptBlocks")]
    [InlineData("AWS/DocDB", "FreeLocalStorage")]
    [InlineData("AWS/FSx", "FreeDataStorageCapacity")]
    [InlineData("AWS/Lambda", "AsyncEventsDropped")]
    [InlineData("AWS/Scheduler", "InvocationDroppedCount")]
    [InlineData("AWS/SNS", "NumberOfNotificationsFailedToRedriveToDlq")]
    [InlineData("CloudTrailMetrics", "CIS-1.1-RootAccountUsage")]
    public void A_metric_of_lost_data_or_an_attack_has_words(string space, string metric) =>
        MetricCatalogue.Find(space, metric, "Sum").ShouldNotBeNull();

    // AWS's page of the metric decides the unit, even where the name seems to say another one.
    [Theory]
    [InlineData("AWS/ES", "FreeStorageSpace", "Minimum", nameof(MetricUnit.Megabytes))]
    [InlineData("AWS/RDS", "FreeStorageSpace", "Minimum", nameof(MetricUnit.Bytes))]
    [InlineData("AWS/RDS", "ReplicaLag", "Maximum", nameof(MetricUnit.Seconds))]
    [InlineData("AWS/RDS", "AuroraReplicaLag", "Maximum", nameof(MetricUnit.Milliseconds))]
    [InlineData("AWS/Kafka", "KafkaDataLogsDiskUsed", "Maximum", nameof(MetricUnit.Percent))]
    [InlineData("ECS/ContainerInsights", "CpuUtilized", "Average", nameof(MetricUnit.Count))]
    [InlineData("AWS/ECS", "CPUUtilization", "Average", nameof(MetricUnit.Percent))]
    [InlineData("ECS/ContainerInsights", "NetworkRxBytes", "Average", nameof(MetricUnit.BytesPerSecond))]
    [InlineData("AWS/TrustedAdvisor", "ServiceLimitUsage", "Maximum", nameof(MetricUnit.Fraction))]
    [InlineData("AWS/Firehose", "DeliveryToS3.Success", "Average", nameof(MetricUnit.Fraction))]
    [InlineData("AWS/ApplicationELB", "TargetResponseTime", "p99", nameof(MetricUnit.Seconds))]
    [InlineData("AWS/ApiGateway", "Latency", "p99", nameof(MetricUnit.Milliseconds))]
    [InlineData("AWS/ApiGateway", "5XXError", "Average", nameof(MetricUnit.Fraction))]
    [InlineData("AWS/ApiGateway", "5XXError", "Sum", nameof(MetricUnit.Count))]
    public void The_unit_is_the_one_of_AWS_s_page(string space, string metric, string statistic, string unit) =>
        MetricCatalogue.Find(space, metric, statistic)!.Unit.ToString().ShouldBe(unit);

    private static MetricRow[] RowsOf(string space) =>
        space is "log filters" ? LogFilterMetrics.All() : MetricCatalogue.RowsOf(space);

    private static IEnumerable<(string Name, string Statistic, MetricEntry Entry)> EntriesOf(string space) =>
        RowsOf(space).Select(row => (row.Names[0].Replace("*", "x", StringComparison.Ordinal), row.Statistic, row.Entry));

    private static IEnumerable<MetricFacts> FactsOf(string space, string metric, string statistic) =>
        from side in Enum.GetValues<BreachSide>()
        from value in (double?[])[null, 7, 12_300_000]
        from limit in (double?[])[null, 30]
        from edges in (double?[])[null, 3]
        from thing in (string[])["", "shop-db"]
        from state in ((bool IsMissing, bool IsResolved)[])[(false, false), (true, false), (false, true)]
        select new MetricFacts
        {
            Namespace = space,
            Metric = metric,
            Statistic = statistic,
            Value = value,
            Limit = limit,
            Lower = edges,
            Upper = edges * 2,
            Side = side,
            Thing = thing,
            Currency = "USD",
            IsMissingData = state.IsMissing,
            IsResolved = state.IsResolved,
        };
}
