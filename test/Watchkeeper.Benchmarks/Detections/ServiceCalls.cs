namespace Watchkeeper.Benchmarks.Detections;

/// <summary>A service with some of its calls, and the form of what CloudTrail records of them.</summary>
/// <param name="Name">The service, as in <c>eventSource</c> before the first dot.</param>
/// <param name="Calls">Names of its calls.</param>
/// <param name="Request">The <c>requestParameters</c>, with placeholders.</param>
/// <param name="Response">The <c>responseElements</c> of writing calls, with placeholders.</param>
internal sealed record ServiceCalls(string Name, string[] Calls, string Request, string Response = "null")
{
    /// <summary>Thirty services, ordered roughly by how often they are called.</summary>
    public static IReadOnlyList<ServiceCalls> All { get; } =
    [
        new("s3", Names("GetObject PutObject ListObjects HeadObject GetBucketLocation GetBucketAcl PutBucketTagging CopyObject"),
            """{"bucketName":"{name}-artifacts","Host":"{name}-artifacts.s3.amazonaws.com","key":"{name}/{hex}.gz"}"""),
        new("kms", Names("Decrypt GenerateDataKey Encrypt DescribeKey ListAliases ReEncrypt CreateGrant RetireGrant"),
            """
            {"keyId":"arn:aws:kms:eu-central-1:{account}:key/{hex}","encryptionAlgorithm":"SYMMETRIC_DEFAULT",
            "encryptionContext":{"aws:s3:arn":"arn:aws:s3:::{name}-artifacts","service":"{name}"}}
            """),
        new("sts", Names("AssumeRole AssumeRoleWithWebIdentity GetCallerIdentity AssumeRoleWithSAML GetSessionToken"),
            """{"roleArn":"arn:aws:iam::{account}:role/{name}","roleSessionName":"{name}-{number}","durationSeconds":3600}""",
            """
            {"credentials":{"accessKeyId":"ASIA{hex}","expiration":"Nov 17, 2026, 9:14:58 AM",
            "sessionToken":"{hex}{hex}{hex}{hex}"},
            "assumedRoleUser":{"assumedRoleId":"AROA{hex}:{name}","arn":"arn:aws:sts::{account}:assumed-role/{name}/{number}"}}
            """),
        new("ec2",
            Names("DescribeInstances DescribeVolumes DescribeSecurityGroups DescribeSubnets RunInstances CreateTags "
            + "StopInstances AuthorizeSecurityGroupIngress DescribeNetworkInterfaces CreateSnapshot CreateNetworkInterface"),
            """
            {"instancesSet":{"items":[{"instanceId":"i-{hex}"},{"instanceId":"i-{hex}"}]},"filterSet":{"items":[{"name":"vpc-id",
            "valueSet":{"items":[{"value":"vpc-{hex}"}]}}]},"groupId":"sg-{hex}","maxResults":100}
            """,
            """{"requestId":"{hex}","_return":true,"instancesSet":{"items":[{"instanceId":"i-{hex}","code":16}]}}"""),
        new("dynamodb", Names("GetItem PutItem Query DescribeTable UpdateItem BatchGetItem ListTables DescribeTimeToLive"),
            """{"tableName":"{name}","key":{"pk":"{hex}"},"consistentRead":false,"returnConsumedCapacity":"TOTAL"}"""),
        new("logs",
            Names("CreateLogStream DescribeLogGroups PutLogEvents DescribeLogStreams FilterLogEvents CreateLogGroup StartQuery"),
            """{"logGroupName":"/aws/lambda/{name}","logStreamName":"2026/11/17/[$LATEST]{hex}","limit":{number}}"""),
        new("lambda",
            Names("Invoke GetFunction20150331v2 ListFunctions20150331 UpdateFunctionCode20150331v2 ListTags20170331 GetPolicy"),
            """{"functionName":"arn:aws:lambda:eu-central-1:{account}:function:{name}","invocationType":"RequestResponse"}""",
            """{"functionName":"{name}","runtime":"dotnet10","codeSize":{number},"handler":"bootstrap","revisionId":"{hex}"}"""),
        new("iam",
            Names("GetRole ListRoles GetPolicy ListAttachedRolePolicies GetUser CreateRole PassRole TagRole ListAccessKeys "
            + "GetRolePolicy ListUsers SimulatePrincipalPolicy"),
            """{"roleName":"{name}","path":"/service/","maxSessionDuration":3600,"description":"For {name}"}""",
            """{"role":{"path":"/service/","roleName":"{name}","arn":"arn:aws:iam::{account}:role/{name}"}}"""),
        new("monitoring", Names("DescribeAlarms GetMetricData ListMetrics PutMetricAlarm GetMetricStatistics GetDashboard"),
            """{"alarmNames":["{name}-high","{name}-low"],"maxRecords":100,"stateValue":"ALARM"}"""),
        new("autoscaling", Names("DescribeAutoScalingGroups DescribeScalingActivities SetDesiredCapacity DescribePolicies"),
            """{"autoScalingGroupNames":["{name}"],"maxRecords":50,"includeInstances":true}"""),
        new("elasticloadbalancing",
            Names("DescribeTargetHealth DescribeLoadBalancers RegisterTargets DescribeListeners DescribeRules"),
            """
            {"targetGroupArn":"arn:aws:elasticloadbalancing:eu-central-1:{account}:targetgroup/{name}/{hex}",
            "targets":[{"id":"i-{hex}","port":8080},{"id":"i-{hex}","port":8080}]}
            """),
        new("secretsmanager", Names("GetSecretValue DescribeSecret ListSecrets PutSecretValue UpdateSecretVersionStage"),
            """{"secretId":"arn:aws:secretsmanager:eu-central-1:{account}:secret:{name}-AbCdEf","versionStage":"AWSCURRENT"}"""),
        new("ssm",
            Names("GetParameters DescribeInstanceInformation UpdateInstanceInformation GetParameter SendCommand"),
            """{"names":["/{name}/database/host","/{name}/database/port","/{name}/feature/{number}"],"withDecryption":false}"""),
        new("ecr",
            Names("BatchGetImage GetAuthorizationToken GetDownloadUrlForLayer DescribeRepositories PutImage InitiateLayerUpload"),
            """
            {"registryId":"{account}","repositoryName":"{name}","imageIds":[{"imageTag":"{number}"}],"acceptedMediaTypes":[
            "application/vnd.docker.distribution.manifest.v2+json"]}
            """),
        new("ecs",
            Names("DescribeTasks DescribeServices RunTask UpdateService ListTasks RegisterTaskDefinition SubmitTaskStateChange"),
            """{"cluster":"{name}","tasks":["arn:aws:ecs:eu-central-1:{account}:task/{name}/{hex}"],"include":["TAGS"]}""",
            """{"service":{"serviceName":"{name}","desiredCount":3,"runningCount":2,"pendingCount":1,"launchType":"FARGATE"}}"""),
        new("eks",
            Names("DescribeCluster ListNodegroups AccessKubernetesApi DescribeNodegroup ListClusters AssumeRoleForPodIdentity"),
            """{"name":"{name}","nodegroupName":"{name}-workers"}"""),
        new("rds", Names("DescribeDBInstances DescribeDBClusters CreateDBSnapshot ModifyDBInstance ListTagsForResource"),
            """{"dBInstanceIdentifier":"{name}-{number}","maxRecords":100,"applyImmediately":true}""",
            """{"dBInstanceIdentifier":"{name}","engine":"postgres","multiAZ":true,"publiclyAccessible":false}"""),
        new("cloudformation",
            Names("DescribeStacks DescribeStackEvents CreateChangeSet ExecuteChangeSet GetTemplate ListStackResources"),
            """
            {"stackName":"{name}","changeSetName":"change-{hex}","capabilities":["CAPABILITY_IAM"],"parameters":[{
            "parameterKey":"Environment","parameterValue":"HIDDEN_DUE_TO_SECURITY_REASONS"}]}
            """),
        new("sqs", Names("GetQueueAttributes GetQueueUrl ListQueues CreateQueue SetQueueAttributes"),
            """{"queueUrl":"https://sqs.eu-central-1.amazonaws.com/{account}/{name}","attributeNames":["All"]}"""),
        new("sns", Names("GetTopicAttributes ListTopics Subscribe ListSubscriptionsByTopic CreateTopic"),
            """{"topicArn":"arn:aws:sns:eu-central-1:{account}:{name}","protocol":"sqs"}"""),
        new("events", Names("PutRule ListRules DescribeRule PutTargets ListTargetsByRule"),
            """{"name":"{name}","eventBusName":"default","scheduleExpression":"rate(5 minutes)","state":"ENABLED"}"""),
        new("config",
            Names("PutEvaluations DescribeConfigRules SelectResourceConfig BatchGetResourceConfig"),
            """{"configRuleName":"{name}","evaluations":[{"complianceType":"COMPLIANT","complianceResourceId":"{hex}"}]}"""),
        new("guardduty",
            Names("ListDetectors GetDetector ListFindings GetFindings"), """{"detectorId":"{hex}","maxResults":50}"""),
        new("securityhub", Names("BatchImportFindings GetFindings DescribeHub GetEnabledStandards"),
            """{"filters":{"recordState":[{"value":"ACTIVE","comparison":"EQUALS"}]},"maxResults":100}"""),
        new("cloudtrail", Names("DescribeTrails GetTrailStatus LookupEvents GetEventSelectors ListTrails"),
            """{"trailNameList":[],"includeShadowTrails":true,"maxResults":50}"""),
        new("organizations",
            Names("DescribeOrganization ListAccounts DescribeAccount ListPolicies"), """{"accountId":"{account}"}"""),
        new("route53", Names("ListHostedZones ChangeResourceRecordSets GetHostedZone ListResourceRecordSets GetChange"),
            """
            {"hostedZoneId":"Z{hex}","changeBatch":{"changes":[{"action":"UPSERT",
            "resourceRecordSet":{"name":"{name}.example.com","type":"A","tTL":60,
            "resourceRecords":[{"value":"198.51.100.{number}"}]}}]}}
            """,
            """{"changeInfo":{"id":"/change/C{hex}","status":"PENDING","submittedAt":"Nov 17, 2026, 8:14:58 AM"}}"""),
        new("acm", Names("DescribeCertificate ListCertificates RequestCertificate"),
            """{"certificateArn":"arn:aws:acm:eu-central-1:{account}:certificate/{hex}"}"""),
        new("backup", Names("StartBackupJob ListRecoveryPointsByBackupVault DescribeBackupVault ListBackupJobs"),
            """{"backupVaultName":"{name}","resourceArn":"arn:aws:ec2:eu-central-1:{account}:volume/vol-{hex}"}"""),
        new("glue", Names("GetTable GetPartitions GetDatabases StartJobRun GetJobRun BatchCreatePartition"),
            """{"databaseName":"{name}","tableName":"{name}_{number}","expression":"(day='2026-11-17')"}"""),
        new("bedrock", Names("InvokeModel Converse ListFoundationModels GetFoundationModelAvailability"),
            """{"modelId":"anthropic.claude-{number}","inferenceConfig":{"maxTokens":{number}}}"""),
    ];

    private static string[] Names(string names) => names.Split(' ');
}
