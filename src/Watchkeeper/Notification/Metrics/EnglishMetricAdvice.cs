namespace Watchkeeper.Notification.Metrics;

/// <summary>What to do first about a metric alarm, in English.</summary>
internal static class EnglishMetricAdvice
{
    public static IReadOnlyDictionary<MetricTheme, string> ByTheme { get; } = new Dictionary<MetricTheme, string>
    {
        [MetricTheme.BackupFailed] =
            "Open the failed job in AWS Backup and read its message: mostly missing rights, a window that is too short, or a "
            + "resource in use. Run it again today, so that no day is without a backup.",
        [MetricTheme.BillingHigh] =
            "In Cost Explorer, group by service and by account for the last days and find what rose. Stop what nobody knows; "
            + "unknown machines in unused regions mean stolen keys.",
        [MetricTheme.BurstCreditsLow] =
            "At zero the resource falls to its baseline and becomes slow. Lower the load, or change to a type or volume without "
            + "credits (gp3, unlimited mode) before that.",
        [MetricTheme.CacheEvictions] =
            "The cache is full and drops entries, so the database behind it gets more load. Check what has grown, add memory or "
            + "nodes, or give entries a shorter life.",
        [MetricTheme.CanaryFailed] =
            "Open the failed run: its screenshot and log show the step. Try the step yourself; if it works, look at the canary, "
            + "else treat it as what customers see now.",
        [MetricTheme.CertificateExpires] =
            "Renew it before its date: for a certificate of ACM check that its DNS records are still there; import others again. "
            + "After the date browsers refuse the site.",
        [MetricTheme.ClientErrors] =
            "See which path and which status: 401 and 403 after a change of rights or keys, 404 after a deployment, 429 from "
            + "limits. One client address alone is a scanner; many are your release.",
        [MetricTheme.ClusterUnhealthy] =
            "Find the node or shard that is missing. Do not restart the others: they hold the copies. Check disk space and the "
            + "last update, and replace the node if it does not come back.",
        [MetricTheme.ConnectionsHigh] =
            "Find who holds the connections (per host and user). A new release or a pool without a limit is the usual cause; at "
            + "the maximum nobody else gets in. Restart the worst client, then limit its pool.",
        [MetricTheme.ConsumerBehind] =
            "The consumer reads slower than data arrives. Check whether it fails and retries one batch, then its speed; add "
            + "shards or parallel batches. Data is lost where the age reaches the retention.",
        [MetricTheme.ContainerRestarts] =
            "Read the end of the log before the restart and the exit code: 137 is memory, 1 mostly configuration or a missing "
            + "dependency. Roll back if it began with a release.",
        [MetricTheme.DatabaseLoad] =
            "Look at the top SQL in Performance Insights. One new statement: fix or stop it, or add its index. Many of the usual "
            + "ones: more load, so raise the class or move reads to a replica.",
        [MetricTheme.DdosDetected] =
            "Open the event in AWS Shield: which resource and vector. Put rate rules into AWS WAF, scale what is behind, and call "
            + "the Shield response team if you have Shield Advanced.",
        [MetricTheme.DeadLetters] =
            "Read one message: its attributes and the consumer's log name the error. Mend the cause first, then redrive the queue; "
            + "until the retention ends nothing is lost.",
        [MetricTheme.Deadlocks] =
            "Find the two statements in the database's log. They take the same rows in different order, mostly since a release "
            + "or a new job: pause the job, then order the access.",
        [MetricTheme.DeliveryFailed] =
            "See which destination refuses: its rights, its address, or its own errors. Messages that are out of retries are gone "
            + "unless there is a dead-letter queue.",
        [MetricTheme.FunctionConcurrency] =
            "Calls are refused because the limit of concurrent executions is reached. Find the function that takes them; give "
            + "the important one reserved concurrency, slow the source, or ask for a higher limit.",
        [MetricTheme.FunctionErrors] =
            "Read the newest error in the function's log. All calls fail since a release: roll the alias back. Some fail: look at "
            + "what they have in common, and whether they are retried or lost.",
        [MetricTheme.FunctionSlow] =
            "Compare with the function's time limit: at the limit calls fail. Traces show whether it waits for a dependency; if "
            + "it computes, give it more memory.",
        [MetricTheme.FileSystemBusy] =
            "The file system is at its limit of operations and gets slow. Find the client with the most; for a lasting load use "
            + "elastic throughput, or spread the files over several file systems.",
        [MetricTheme.HealthCheckFailed] =
            "Route 53 cannot reach the address from outside. Open it yourself. If it fails for you too, customers are cut off now; "
            + "if not, check firewall rules for the checkers.",
        [MetricTheme.JobFailed] =
            "Open the failed run and read its first error, not its last. Check input and rights that changed since the last good "
            + "run, then start it again; ask who waits for its result.",
        [MetricTheme.Latency] =
            "Find where the time goes: compare the parts of one slow trace. A dependency or the database: look there. All of "
            + "it slower with more requests: add capacity. Since a release: roll back.",
        [MetricTheme.LinkDown] =
            "Check whether the second tunnel or connection carries the traffic. If not, the site is cut off: call its network "
            + "people and the provider, and look for AWS maintenance in the Health dashboard.",
        [MetricTheme.LogFilter] =
            "Find the log lines behind the count: who called, from where. If nobody can explain them, disable the credentials and "
            + "look for what else they did.",
        [MetricTheme.MailReputation] =
            "Stop the newest campaign or list: AWS pauses sending at 10 % bounces or 0.5 % complaints. Remove bad addresses, and "
            + "check that nobody else sends with your keys.",
        [MetricTheme.MemoryHigh] =
            "See which process or query took it and whether it keeps growing. A leak since a release: restart now, roll back "
            + "next. More load: a larger size. At the limit the system kills processes.",
        [MetricTheme.NatGateway] =
            "Instances cannot open new connections outwards. Find the one with the most (flow logs), close idle connections, and "
            + "spread over more gateways or addresses, or use VPC endpoints for AWS services.",
        [MetricTheme.NoData] =
            "Nothing is measured any more. See whether the resource still exists and runs, then whether its agent or job still "
            + "reports. Until then nobody would notice a fault of it.",
        [MetricTheme.QueueWaits] =
            "The consumers do not keep up. See whether they run and fail (their errors, the dead-letter queue) or are too few; "
            + "restart or add consumers. Orders wait meanwhile, but none is lost before the retention ends.",
        [MetricTheme.ReplicaBehind] =
            "Readers see old data, and a failover would lose time. Look for a long transaction or heavy writes on the primary, and "
            + "send reads that must be fresh to the primary for now.",
        [MetricTheme.RuleFailed] =
            "The target of a rule or schedule refuses or is gone. Check its rights and name; add or read the dead-letter queue "
            + "of the target. Events out of retries are lost.",
        [MetricTheme.RequestsBlocked] =
            "See the sampled requests of the web ACL: which rule, which addresses, which paths. An attack: add a rate rule and "
            + "watch what is behind. Customers: let the rule only count until it is mended.",
        [MetricTheme.ServerErrors] =
            "Customers see errors now. Find the path and the target with the most, and read its log. Since a release: roll back. "
            + "All at once: look at the database or service behind.",
        [MetricTheme.StorageLow] =
            "At the limit writes stop. See what grows (logs, temporary files, old snapshots, one table), delete what is safe, and "
            + "enlarge the storage today; for RDS turn on storage autoscaling.",
        [MetricTheme.Throttled] =
            "Requests are refused because a limit is reached. Find the hot key, table or caller; raise the capacity or limit, and "
            + "check that callers retry with growing waits.",
        [MetricTheme.TooFewRunning] =
            "Fewer run than wanted. Read why they stop or do not start: the service's events, the reason of a stopped task, the "
            + "group's activity (image, memory, health check, no capacity). Roll back if it began with a release.",
        [MetricTheme.TooLittle] =
            "Less than usual: look for what stopped sending. Check the step before (DNS, load balancer, publisher, schedule) and "
            + "the last deployment; silence is often an outage.",
        [MetricTheme.UnhealthyTargets] =
            "See why the health check fails: its reason stands at the target group. One target: take it out and read its log. "
            + "All: the last release, the check's path, or a dependency that all need.",
        [MetricTheme.WorkflowFailed] =
            "Open the failed execution: the graph shows the step and its error. Mend the cause, then redrive the execution from "
            + "that step.",
    };
}
