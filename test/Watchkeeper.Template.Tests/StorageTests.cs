using System.Text.Json;
using Shouldly;
using Xunit;

namespace Watchkeeper.Template.Tests;

public sealed class StorageTests(ExpandedTemplate template)
{
    private static readonly string[] Stored =
    [
        "AWS::DynamoDB::Table", "AWS::SQS::Queue", "AWS::SNS::Topic", "AWS::Logs::LogGroup", "AWS::Lambda::Function",
        "AWS::CloudTrail::Trail", "AWS::S3::Bucket",
    ];

    [Fact]
    public void The_table_can_be_restored_and_is_not_deleted_by_accident()
    {
        var table = template["IncidentTable"];

        table["PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled"].GetBoolean().ShouldBeTrue();
        Reference.From(table["DeletionProtectionEnabled"]).ShouldBe("ProtectTable");
        table["StreamSpecification.StreamViewType"].GetString().ShouldBe("NEW_AND_OLD_IMAGES");
        table["TimeToLiveSpecification.AttributeName"].GetString().ShouldBe("ttl");
        table["TimeToLiveSpecification.Enabled"].GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void All_stored_data_is_encrypted_with_the_customer_key()
    {
        var stored = template.Resources.Where(resource => Stored.Contains(resource.Type)).ToList();

        stored.Select(resource => resource.Type).Distinct(StringComparer.Ordinal).ShouldBe(Stored, ignoreOrder: true);
        foreach (var resource in stored)
        {
            var key = resource.Type switch
            {
                "AWS::DynamoDB::Table" => resource["SSESpecification.KMSMasterKeyId"],
                "AWS::SQS::Queue" or "AWS::SNS::Topic" => resource["KmsMasterKeyId"],
                "AWS::Logs::LogGroup" => resource["KmsKeyId"],
                "AWS::Lambda::Function" => resource["KmsKeyArn"],
                "AWS::CloudTrail::Trail" => resource["KMSKeyId"],
                "AWS::S3::Bucket" => resource["BucketEncryption.ServerSideEncryptionConfiguration"][0]
                    .GetProperty("ServerSideEncryptionByDefault").GetProperty("KMSMasterKeyID"),
                _ => default,
            };
            Reference.From(key).ShouldBe("Key.Arn", resource.Id);
        }
        template["IncidentTable"]["SSESpecification.SSEEnabled"].GetBoolean().ShouldBeTrue();
        template.OfType("AWS::S3::Bucket").ShouldAllBe(bucket =>
            bucket["BucketEncryption.ServerSideEncryptionConfiguration"][0].GetProperty("ServerSideEncryptionByDefault")
                .GetProperty("SSEAlgorithm").GetString() == "aws:kms");
    }

    [Theory]
    [InlineData("AWS::DynamoDB::Table")]
    [InlineData("AWS::KMS::Key")]
    [InlineData("AWS::S3::Bucket")]
    [InlineData("AWS::SQS::Queue")]
    public void Data_outlives_the_stack_but_not_a_first_deployment_that_fails(string type)
    {
        foreach (var resource in template.OfType(type).Where(each => each.Id != Functions.TimerQueue))
        {
            resource.Whole.GetProperty("DeletionPolicy").GetString().ShouldBe("RetainExceptOnCreate", resource.Id);
            resource.Whole.GetProperty("UpdateReplacePolicy").GetString().ShouldBe("Retain", resource.Id);
        }
    }

    [Fact]
    public void The_key_is_rotated_each_year_and_deleted_slowly()
    {
        template["Key"]["EnableKeyRotation"].GetBoolean().ShouldBeTrue();
        template["Key"]["PendingWindowInDays"].GetInt32().ShouldBe(30);
    }

    [Fact]
    public void Logs_expire() =>
        template.OfType("AWS::Logs::LogGroup")
            .ShouldAllBe(group => Reference.From(group["RetentionInDays"]) == "LogRetentionDays");

    [Fact]
    public void Every_log_group_has_a_name_that_the_key_policy_knows() =>
        template.OfType("AWS::Logs::LogGroup").ShouldAllBe(group =>
            Reference.From(group["LogGroupName"]) == "/aws/cloudtrail/${AWS::StackName}"
            || Reference.From(group["LogGroupName"]).StartsWith("/aws/lambda/${AWS::StackName}-", StringComparison.Ordinal));

    [Fact]
    public void Log_groups_are_deleted_with_the_stack_since_they_would_block_the_next_one() =>
        template.OfType("AWS::Logs::LogGroup")
            .ShouldAllBe(group => group.Whole.EnumerateObject().All(each => each.Name != "DeletionPolicy"));

    [Fact]
    public void Buckets_are_private_and_their_objects_expire()
    {
        foreach (var bucket in template.OfType("AWS::S3::Bucket"))
        {
            bucket["PublicAccessBlockConfiguration"].EnumerateObject().Select(each => each.Value.GetBoolean())
                .ShouldBe([true, true, true, true], bucket.Id);
            bucket["OwnershipControls.Rules"][0].GetProperty("ObjectOwnership").GetString().ShouldBe("BucketOwnerEnforced");
            bucket["VersioningConfiguration.Status"].GetString().ShouldBe("Enabled");
            bucket["LifecycleConfiguration.Rules"][0].TryGetProperty("ExpirationInDays", out _).ShouldBeTrue(bucket.Id);
        }
    }

    [Fact]
    public void The_trail_is_complete_and_only_made_on_request()
    {
        var trail = template["Trail"];

        foreach (var flag in (string[])
        [
            "IsLogging", "IsMultiRegionTrail", "IncludeGlobalServiceEvents", "EnableLogFileValidation",
        ])
        {
            trail[flag].GetBoolean().ShouldBeTrue(flag);
        }
        foreach (var id in (string[])["Trail", "TrailBucket", "TrailBucketPolicy"])
            template[id].Whole.GetProperty("Condition").GetString().ShouldBe("HasTrail");
    }

    [Fact]
    public void Indexes_hold_only_keys()
    {
        var indexes = template["IncidentTable"]["GlobalSecondaryIndexes"].EnumerateArray().ToList();

        indexes.Select(index => index.GetProperty("IndexName").GetString()).ShouldBe(["open", "due"]);
        indexes.Select(ProjectionOf).ShouldAllBe(projection => projection == "KEYS_ONLY");
    }

    private static string ProjectionOf(JsonElement index) =>
        index.GetProperty("Projection").GetProperty("ProjectionType").GetString()!;
}
