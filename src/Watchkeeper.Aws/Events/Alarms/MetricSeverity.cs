using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// The AWS metrics with a raised severity: data is lost or soon will be, something irreplaceable expires, or an attack is in
/// progress. Slowness, throttling and errors that a caller can retry do not count.
/// </summary>
internal static class MetricSeverity
{
    /// <summary>High for such a metric, critical if data is unreachable now; null for any other metric.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="attributes">The attributes of a query's time series.</param>
    public static Severity? For(AlarmMetric metric, ImmutableArray<KeyValuePair<string, string>> attributes) =>
        metric.Namespace switch
        {
            "AWS/SQS" => OfQueue(
                metric.Dimensions.Concat(attributes).FirstOrDefault(pair => pair.Key == "QueueName").Value ?? ""),
            _ when metric.Namespace.StartsWith("AWS/", StringComparison.Ordinal) => For(metric.Namespace, metric.Name),
            _ => OfLogFilter(Letters(metric.Name)),
        };

    private static Severity? For(string space, string metric) => (space, metric) switch
    {
        // An attack.
        ("AWS/DDoSProtection", "DDoSDetected" or "DDoSAttackBitsPerSecond" or "DDoSAttackPacketsPerSecond"
            or "DDoSAttackRequestsPerSecond") => Severity.High,
        ("AWS/Cognito", "AccountTakeoverRisk" or "CompromisedCredentialsRisk") => Severity.High,

        // The backup for a restore is missing.
        ("AWS/Backup", "NumberOfBackupJobsFailed" or "NumberOfBackupJobsAborted" or "NumberOfBackupJobsExpired"
            or "NumberOfCopyJobsFailed" or "NumberOfRestoreJobsFailed" or "NumberOfRecoveryPointsPartial") => Severity.High,
        ("AWS/DataLifecycleManager", "SnapshotsCreateFailed" or "SnapshotsCopiedRegionFailed" or "SnapshotsShareFailed"
            or "ImagesCreateFailed" or "ImagesCopiedRegionFailed") => Severity.High,
        ("AWS/ES", "AutomatedSnapshotFailure") => Severity.High,

        // The resource expires at a known time and takes every connection or all data with it.
        ("AWS/CertificateManager" or "AWS/ACM", "DaysToExpiry") => Severity.High,
        ("AWS/KMS", "SecondsUntilKeyMaterialExpiration") => Severity.High,
        ("AWS/Route53", "DNSSECInternalFailure" or "DNSSECKeySigningKeysNeedingAction") => Severity.High,
        ("AWS/ES", "KMSKeyError" or "KMSKeyInaccessible") => Severity.High,
        ("AWS/Firehose", "KMSKeyAccessDenied" or "KMSKeyDisabled" or "KMSKeyInvalidState" or "KMSKeyNotFound") => Severity.High,

        // Replication is broken, or the last copy but one is lost.
        ("AWS/S3", "OperationsFailedReplication") => Severity.High,
        ("AWS/ElastiCache" or "AWS/MemoryDB", "MasterLinkHealthStatus" or "PrimaryLinkHealthStatus") => Severity.High,
        ("AWS/Kafka", "UnderReplicatedPartitions" or "UnderMinIsrPartitionCount") => Severity.High,
        ("AWS/Kafka", "OfflinePartitionsCount") => Severity.Critical,
        ("AWS/ElasticMapReduce", "MissingBlocks" or "CorruptBlocks") => Severity.High,
        ("AWS/ES", "ClusterStatus.red") => Severity.Critical,

        // A full disk stops a database, and writes are lost.
        ("AWS/RDS" or "AWS/DocDB" or "AWS/Neptune", "FreeStorageSpace" or "FreeLocalStorage" or "AuroraVolumeBytesLeftTotal"
            or "MaximumUsedTransactionIDs") => Severity.High,
        ("AWS/ES", "FreeStorageSpace" or "ClusterIndexWritesBlocked") => Severity.High,
        ("AWS/FSx", "FreeStorageCapacity" or "FreeDataStorageCapacity") => Severity.High,

        // Events are dropped for good.
        ("AWS/Lambda", "DeadLetterErrors" or "DestinationDeliveryFailures" or "AsyncEventsDropped") => Severity.High,
        ("AWS/Events", "InvocationsFailedToBeSentToDlq" or "FailedInvocations") => Severity.High,
        ("AWS/Scheduler", "InvocationDroppedCount" or "InvocationsFailedToBeSentToDeadLetterCount") => Severity.High,
        ("AWS/SNS", "NumberOfNotificationsFailedToRedriveToDlq") => Severity.High,
        _ => null,
    };

    // Metric filters on CloudTrail's log, common because of the CIS benchmark: access is open, or monitoring is off.
    private static Severity? OfLogFilter(string letters) => letters.Contains("rootaccountusage", StringComparison.Ordinal)
        || letters is "rootusage" or "rootlogin" or "rootlogincount" or "rootaccountlogin" or "nomfaconsolesignin"
            or "consolesigninwithoutmfa" or "consolesigninwithoutmfacount" or "disableordeletecmk" or "cloudtrailcfgchanges"
            or "cloudtrailconfigchanges" or "cloudtrailchanges"
            ? Severity.High
            : null;

    // A message reaches a dead-letter queue only after all retries ended.
    private static Severity? OfQueue(string name) =>
        Letters(name) is var letters && (letters.Contains("dlq", StringComparison.Ordinal)
            || letters.Contains("deadletter", StringComparison.Ordinal))
            ? Severity.High
            : null;

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant();
}
