using System.Collections.Immutable;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Watchkeeper.Template.Tests;

public sealed class ResourcePolicyTests(ExpandedTemplate template)
{
    private const string Account = "aws:SourceAccount";
    private const string Source = "aws:SourceArn";

    /// <summary>The condition keys of a service, if they are not both the account and the ARN of the source.</summary>
    private static readonly ImmutableDictionary<string, string[]> Otherwise =
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            // SNS calls KMS on behalf of the alarm, and the encryption context names the topic.
            ["Key AlarmsPublish"] = [Account, Source, "kms:EncryptionContext:aws:sns:topicArn"],
            // CloudWatch Logs sends no source keys, but the log group's ARN, which contains the account.
            ["Key Logs"] = ["kms:EncryptionContext:aws:logs:arn"],
        }.ToImmutableDictionary(StringComparer.Ordinal);

    [Fact]
    public void Every_principal_that_may_invoke_a_function_is_bound_to_a_source_in_this_account()
    {
        var permissions = template.OfType("AWS::Lambda::Permission");

        permissions.Length.ShouldBe(12);
        foreach (var permission in permissions)
        {
            permission["Action"].GetString().ShouldBe("lambda:InvokeFunction");
            var source = Reference.From(permission["SourceArn"]);
            // A resource of this template is in this account; the condition must name the account of any other source.
            if (template.Resources.All(resource => resource.Id != source.Split('.')[0]))
                Reference.From(permission["SourceAccount"]).ShouldBe("AWS::AccountId", permission.Id);
        }
    }

    [Fact]
    public void Alarms_may_invoke_AlarmFunction_directly()
    {
        var permission = template["AlarmActionPermission"];

        Reference.From(permission["FunctionName"]).ShouldBe("AlarmFunction");
        permission["Principal"].GetString().ShouldBe("lambda.alarms.cloudwatch.amazonaws.com");
        Reference.From(permission["SourceAccount"]).ShouldBe("AWS::AccountId");
        Reference.From(permission["SourceArn"])
            .ShouldBe("arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:*");
    }

    [Fact]
    public void A_service_in_a_policy_is_bound_to_this_account_and_to_its_source()
    {
        foreach (var (owner, statement) in Policies().Where(each => each.Statement.Allows && IsService(each.Statement)))
        {
            string[] wanted = Otherwise.GetValueOrDefault($"{owner} {statement.Sid}") ?? [Account, Source];
            KeysBoundToThisAccount(statement).ShouldBe(wanted, ignoreOrder: true, $"{owner} {statement.Sid}");
        }
    }

    [Fact]
    public void No_other_principal_is_allowed_but_the_account_through_its_key()
    {
        var others = Policies().Where(each => each.Statement.Allows && !IsService(each.Statement)).ToList();

        others.Select(each => $"{each.Owner} {each.Statement.Sid}")
            .ShouldBe(["Key AccountAdministers", "Key AccountUses", "Key AccountLetsServicesUse"], ignoreOrder: true);
        foreach (var (_, statement) in others)
        {
            using var principal = JsonDocument.Parse(statement.Principal);
            Reference.From(principal.RootElement.GetProperty("AWS"))
                .ShouldBe("arn:${AWS::Partition}:iam::${AWS::AccountId}:root", statement.Sid);
        }
    }

    [Theory]
    [InlineData("AlarmTopicPolicy", "cloudwatch.amazonaws.com")]
    [InlineData("NotificationTopicPolicy", "cloudwatch.amazonaws.com")]
    [InlineData("DeliveryQueuePolicy", "events.amazonaws.com sns.amazonaws.com")]
    [InlineData("FunctionQueuePolicy", "")]
    [InlineData("FailureBucketPolicy", "")]
    [InlineData("TrailBucketPolicy", "cloudtrail.amazonaws.com")]
    public void A_policy_allows_these_services_and_no_others(string policy, string services) =>
        Policies().Where(each => each.Owner == policy && each.Statement.Allows).Select(each => each.Statement.Principal)
            .Distinct(StringComparer.Ordinal)
            .ShouldBe(
                services.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(service => $$"""{"Service": "{{service}}"}"""),
                ignoreOrder: true);

    [Fact]
    public void No_allowed_action_is_a_wildcard()
    {
        var actions = Policies().Where(each => each.Statement.Allows).SelectMany(each => each.Statement.Actions).ToList();

        actions.ShouldContain("sns:Publish");
        actions.ShouldAllBe(action => !action.Contains('*'));
    }

    [Theory]
    [InlineData("AlarmTopicPolicy", "sns:Publish", "AlarmTopic")]
    [InlineData("NotificationTopicPolicy", "sns:Publish", "NotificationTopic")]
    [InlineData("DeliveryQueuePolicy", "sqs:*", "DeliveryDeadLetterQueue.Arn")]
    [InlineData("FunctionQueuePolicy", "sqs:*", "*")]
    [InlineData("FailureBucketPolicy", "s3:*", "FailureBucket.Arn", "FailureBucket.Arn/*")]
    [InlineData("TrailBucketPolicy", "s3:*", "TrailBucket.Arn", "TrailBucket.Arn/*")]
    public void Access_without_TLS_is_denied(string policy, string action, params string[] resources)
    {
        var statement = Policies().Single(each => each.Owner == policy && !each.Statement.Allows).Statement;

        statement.Principal.ShouldBe("\"*\"");
        statement.Actions.ShouldBe([action]);
        statement.Resources.ShouldBe(resources);
        statement.Condition.ShouldContain("\"aws:SecureTransport\": \"false\"");
    }

    [Fact]
    public void Every_queue_and_every_topic_has_a_policy()
    {
        template.OfType("AWS::SQS::QueuePolicy").SelectMany(policy => Reference.AllOf(policy["Queues"]))
            .ShouldBe(template.OfType("AWS::SQS::Queue").Select(queue => queue.Id), ignoreOrder: true);
        template.OfType("AWS::SNS::TopicPolicy").SelectMany(policy => Reference.AllOf(policy["Topics"]))
            .ShouldBe(template.OfType("AWS::SNS::Topic").Select(topic => topic.Id), ignoreOrder: true);
    }

    // The operators with «IfExists» would also allow a request without the key.
    private IEnumerable<string> KeysBoundToThisAccount(Statement statement)
    {
        using var condition = JsonDocument.Parse(statement.Condition.Length > 0 ? statement.Condition : "{}");
        return
        [
            .. condition.RootElement.EnumerateObject()
                .Where(test => test.Name is "StringEquals" or "ArnEquals" or "ArnLike")
                .SelectMany(test => test.Value.EnumerateObject())
                .Where(key => Reference.AllOf(key.Value).All(IsOfThisAccount))
                .Select(key => key.Name),
        ];
    }

    private bool IsOfThisAccount(string value) =>
        value == "AWS::AccountId" || value.Contains("${AWS::AccountId}", StringComparison.Ordinal)
        || template.Resources.Any(resource => resource.Id == value.Split('.')[0]);

    private static bool IsService(Statement statement) => statement.Principal.Contains("\"Service\"", StringComparison.Ordinal);

    private IEnumerable<(string Owner, Statement Statement)> Policies() =>
        template.Resources
            .Select(resource => (
                resource.Id, Document: resource.Type == "AWS::KMS::Key" ? resource["KeyPolicy"] : resource["PolicyDocument"],
                resource.Type))
            .Where(each => each.Document.ValueKind != default && each.Type != "AWS::IAM::ManagedPolicy")
            .SelectMany(each => Statement.AllOf(each.Document).Select(statement => (each.Id, statement)));
}
