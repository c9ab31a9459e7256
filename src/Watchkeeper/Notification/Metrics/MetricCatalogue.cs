namespace Watchkeeper.Notification.Metrics;

/// <summary>
/// The metrics that have words of their own, from AWS's metric pages of each service. A family's rows are built when one of its
/// metrics is asked for: a message without a metric costs nothing.
/// </summary>
internal static class MetricCatalogue
{
    /// <summary>Finds a metric's entry; null for a metric that the catalogue does not know.</summary>
    /// <param name="namespace">The namespace, such as <c>AWS/EC2</c>.</param>
    /// <param name="metric">The name, such as <c>CPUUtilization</c>.</param>
    /// <param name="statistic">The statistic, such as <c>Average</c>: a few metrics are a rate in one, a count in others.</param>
    public static MetricEntry? Find(string @namespace, string metric, string statistic)
    {
        foreach (var row in RowsOf(@namespace))
        {
            if (row.Matches(metric, statistic))
                return row.Entry;
        }

        // The agent's namespace and that of a log filter are configurable, so their metrics are recognised by name.
        return @namespace.StartsWith("AWS/", StringComparison.Ordinal) ? null : LogFilterMetrics.Find(metric);
    }

    /// <summary>The rows of a namespace; those of the CloudWatch agent for a namespace that is not AWS's.</summary>
    internal static MetricRow[] RowsOf(string @namespace) => @namespace switch
    {
        "AWS/EC2" => ComputeMetrics.Instances(),
        "AWS/AutoScaling" => ComputeMetrics.Groups(),
        "AWS/EBS" => StorageMetrics.Volumes(),
        "AWS/EFS" or "AWS/FSx" => StorageMetrics.Files(),
        "AWS/S3" => StorageMetrics.Buckets(),
        "AWS/Backup" => StorageMetrics.Backups(),
        "AWS/DataLifecycleManager" => StorageMetrics.Snapshots(),
        "AWS/ElasticMapReduce" => StorageMetrics.Clusters(),
        "AWS/RDS" or "AWS/DocDB" or "AWS/Neptune" or "AWS/Redshift" => DatabaseMetrics.Relational(),
        "AWS/ElastiCache" or "AWS/MemoryDB" => DatabaseMetrics.Caches(),
        "AWS/DynamoDB" => DatabaseMetrics.Tables(),
        "AWS/ES" => DatabaseMetrics.Search(),
        "AWS/DMS" => DatabaseMetrics.Migrations(),
        "AWS/ELB" or "AWS/ApplicationELB" or "AWS/NetworkELB" or "AWS/GatewayELB" => NetworkMetrics.Balancers(),
        "AWS/NATGateway" or "AWS/VPN" or "AWS/DX" or "AWS/TransitGateway" => NetworkMetrics.Links(),
        "AWS/CloudFront" => NetworkMetrics.Distributions(),
        "AWS/Route53" => NetworkMetrics.Names(),
        "AWS/SQS" => QueueMetrics.Queues(),
        "AWS/SNS" => QueueMetrics.Topics(),
        "AWS/Events" or "AWS/Scheduler" => QueueMetrics.Buses(),
        "AWS/Kinesis" or "AWS/Firehose" => StreamMetrics.Streams(),
        "AWS/Kafka" => StreamMetrics.Kafka(),
        "AWS/Lambda" => ServerlessMetrics.Functions(),
        "AWS/States" => ServerlessMetrics.StateMachines(),
        "AWS/ApiGateway" or "AWS/AppSync" => ServerlessMetrics.Interfaces(),
        "AWS/ECS" or "ECS/ContainerInsights" or "ContainerInsights" => ContainerMetrics.All(),
        "AWS/DDoSProtection" => SecurityMetrics.Attacks(),
        "AWS/WAFV2" or "WAF" => SecurityMetrics.Firewalls(),
        "AWS/Cognito" => SecurityMetrics.SignIns(),
        "AWS/CertificateManager" or "AWS/ACM" => SecurityMetrics.Certificates(),
        "AWS/KMS" => SecurityMetrics.Keys(),
        "AWS/Billing" => AccountMetrics.Charges(),
        "AWS/Usage" or "AWS/TrustedAdvisor" => AccountMetrics.Quotas(),
        "AWS/SES" => AccountMetrics.Mail(),
        "AWS/AmazonMQ" => QueueMetrics.Brokers(),
        "AWS/Bedrock" => ServerlessMetrics.Models(),
        "CloudWatchSynthetics" => ServerlessMetrics.Canaries(),
        "Glue" => ServerlessMetrics.Jobs(),
        "AWS/MediaLive" => AccountMetrics.Channels(),
        _ => @namespace.StartsWith("AWS/", StringComparison.Ordinal) ? [] : AgentMetrics.All(),
    };
}
