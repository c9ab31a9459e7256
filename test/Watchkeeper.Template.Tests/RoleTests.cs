using System.Text.Json;
using Shouldly;
using Xunit;
using static Watchkeeper.Template.Tests.RoleRights;

namespace Watchkeeper.Template.Tests;

public sealed class RoleTests(ExpandedTemplate template)
{
    public static TheoryData<string> All => Functions.All;

    [Theory, MemberData(nameof(All))]
    public void A_role_allows_what_its_function_does_and_nothing_else(string function)
    {
        string[] everyone =
        [
            $"sqs:SendMessage {Functions.QueueOf(function)}.Arn",
            "kms:Decrypt Key.Arn", "kms:GenerateDataKey Key.Arn",
            $"logs:CreateLogStream {function}Logs.Arn", $"logs:PutLogEvents {function}Logs.Arn",
            "xray:PutTelemetryRecords *", "xray:PutTraceSegments *",
            .. Interfaces,
        ];

        GrantsOf(template[$"{function}Role"]).Distinct(StringComparer.Ordinal)
            .ShouldBe([.. Calls[function], .. everyone], ignoreOrder: true);
    }

    [Fact]
    public void TrailFunction_knows_the_roles_that_change_or_send_something()
    {
        string[] own = ["dynamodb", "ec2", "kms", "logs", "s3", "secretsmanager", "sqs", "ssm", "xray"];
        var acting = Functions.Names.Where(function => GrantsOf(template[$"{function}Role"]).Any(
            grant => !own.Contains(grant.Split(':')[0]) && !grant.Contains(":Describe", StringComparison.Ordinal)));

        Reference.From(template["TrailFunction"]["Environment.Variables.WATCHKEEPER_OWN_ROLES"]).Split(' ').ShouldBe(
            acting.Select(function => $"arn:${{AWS::Partition}}:iam::${{AWS::AccountId}}:role/${{{function}Role}}"),
            ignoreOrder: true);
    }

    [Theory, MemberData(nameof(All))]
    public void Only_Lambda_may_assume_a_role(string function) =>
        Statement.AllOf(template[$"{function}Role"]["AssumeRolePolicyDocument"]).ShouldHaveSingleItem()
            .Principal.ShouldBe("""{"Service": "lambda.amazonaws.com"}""", StringCompareShould.IgnoreLineEndings);

    [Fact]
    public void Each_function_has_one_role_and_none_is_managed_by_AWS()
    {
        template.OfType("AWS::IAM::Role").Select(role => role.Id)
            .ShouldBe([.. Functions.Names.Select(name => $"{name}Role"), "TrailLogsRole"], ignoreOrder: true);
        template.OfType("AWS::IAM::Role")
            .ShouldAllBe(role => !role.Properties.GetRawText().Contains(":policy/", StringComparison.Ordinal));
        foreach (var function in Functions.Names)
            Reference.From(template[function]["Role"]).ShouldBe($"{function}Role.Arn");
    }

    [Fact]
    public void No_action_is_a_wildcard()
    {
        var actions = IdentityPolicies().SelectMany(policy => policy.Actions).ToList();

        actions.ShouldContain("dynamodb:UpdateItem");
        actions.ShouldAllBe(action => !action.Contains('*'));
    }

    [Fact]
    public void A_resource_is_a_wildcard_only_if_nothing_narrower_works() =>
        IdentityPolicies().SelectMany(Grants).Where(grant => grant.Contains('*')).ShouldBeSubsetOf(Wildcards.Keys);

    [Fact]
    public void A_group_can_be_changed_only_if_it_is_tagged_for_it()
    {
        using var condition = JsonDocument.Parse(
            IdentityPolicies().Single(statement => statement.Sid == "Reactions").Condition);

        condition.RootElement.GetProperty("StringEquals").GetProperty("aws:ResourceTag/watchkeeper:reactions").GetString()
            .ShouldBe("allowed");
    }

    [Theory]
    [InlineData("AlarmFunction", "ActiveIncidents: F#*", "Configuration: V#", "Events: L#E#*", "Incidents: F#*")]
    [InlineData("TrailFunction", "Configuration: V#", "Counts: W#*", "Detections: D#*", "Events: L#E#*", "Incidents: F#*")]
    [InlineData("HealthFunction", "Configuration: V#", "Events: L#E#*", "Incidents: F#*")]
    [InlineData("FeedbackFunction", "Events: L#E#*", "SendLog: I#*")]
    [InlineData("AdvisorFunction", "ActiveIncidents: F#*", "Configuration: V#", "FormerAudits: A#*", "Incidents: F#*")]
    [InlineData(
        "NotifyFunction", "ActiveIncidents: F#*", "Configuration: V#", "Detections: D#*", "Incidents: I#* L#*", "Silences: Z#*")]
    [InlineData("ReactFunction", "Configuration: V#", "Incidents: B#* C#* G#* I#*")]
    [InlineData(
        "SweepFunction", "Configuration: V#", "Detections: D#*", "Incidents: F#* I#*", "Lists: L#*", "Silences: Z#*",
        "Timelines: I#*")]
    public void A_function_can_access_the_rows_of_its_work_and_no_others(string function, params string[] expected)
    {
        Functions.Names.ShouldContain(function);
        OnTheTable(template[$"{function}Role"]).Select(statement => $"{statement.Sid}: {KeysOf(statement)}")
            .ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void Every_function_with_access_to_the_table_is_bound_to_rows()
    {
        var statements = template.OfType("AWS::IAM::Role").SelectMany(OnTheTable).ToList();

        statements.Count.ShouldBeGreaterThanOrEqualTo(Functions.Names.Length);
        statements.ShouldAllBe(statement => KeysOf(statement).Length > 0);
    }

    [Fact]
    public void An_operator_can_read_the_whole_table_and_change_the_incidents_and_silences_alone()
    {
        var statements = Statement.AllOf(template["OperatorPolicy"]["PolicyDocument"]).ToList();

        statements.SelectMany(Grants).ShouldBe(
            [
                $"dynamodb:BatchGetItem {Table}", $"dynamodb:GetItem {Table}", $"dynamodb:Query {Table}",
                "dynamodb:Query ${IncidentTable.Arn}/index/open",
                $"dynamodb:PutItem {Table}", $"dynamodb:UpdateItem {Table}",
                $"dynamodb:DeleteItem {Table}", $"dynamodb:PutItem {Table}",
                "kms:Decrypt Key.Arn",
            ],
            ignoreOrder: true);
        KeysOf(statements.Single(statement => statement.Actions.Contains("dynamodb:UpdateItem"))).ShouldBe("F#*");
        KeysOf(statements.Single(statement => statement.Actions.Contains("dynamodb:DeleteItem"))).ShouldBe("Z#*");
        statements.Single(statement => statement.Actions.Contains("kms:Decrypt")).Condition
            .ShouldContain("\"kms:ViaService\"");
    }

    [Fact]
    public void Applying_detections_takes_a_policy_of_its_own()
    {
        var statement = Statement.AllOf(template["DetectionPolicy"]["PolicyDocument"]).ToList().ShouldHaveSingleItem();

        Grants(statement).ShouldBe([$"dynamodb:PutItem {Table}"]);
        KeysOf(statement).ShouldBe("D#*");
    }

    [Fact]
    public void Applying_a_configuration_takes_a_policy_of_its_own()
    {
        var statement = Statement.AllOf(template["ConfigurationPolicy"]["PolicyDocument"]).ToList().ShouldHaveSingleItem();

        Grants(statement).ShouldBe([$"dynamodb:PutItem {Table}"]);
        KeysOf(statement).ShouldBe("V#*");
    }

    // «ForAllValues» also holds for a request without keys, hence the guard.
    private static string KeysOf(Statement statement)
    {
        using var condition = JsonDocument.Parse(statement.Condition);
        condition.RootElement.GetProperty("Null").GetProperty("dynamodb:LeadingKeys").GetString().ShouldBe("false");
        return string.Join(' ', Reference.AllOf(condition.RootElement.GetProperty("ForAllValues:StringLike")
            .GetProperty("dynamodb:LeadingKeys")));
    }

    private static IEnumerable<Statement> OnTheTable(Resource role) =>
        role["Policies"].EnumerateArray().SelectMany(policy => Statement.AllOf(policy.GetProperty("PolicyDocument")))
            .Where(statement => statement.Resources.Contains(Table));

    [Fact]
    public void Every_role_may_have_a_permissions_boundary() =>
        template.OfType("AWS::IAM::Role").ShouldAllBe(role => role["PermissionsBoundary"].GetRawText()
            .Contains("\"Ref\": \"PermissionsBoundary\"", StringComparison.Ordinal));

    [Fact]
    public void Network_interfaces_are_allowed_only_in_a_VPC()
    {
        var statements = template.Resources.SelectMany(PolicyDocuments)
            .SelectMany(document => document.GetProperty("Statement").EnumerateArray())
            .Where(statement => statement.GetRawText().Contains("\"ec2:", StringComparison.Ordinal));

        var choice = statements.ShouldHaveSingleItem().GetProperty("Fn::If");
        choice[0].GetString().ShouldBe("HasVpc");
        Reference.From(choice[2]).ShouldBe("AWS::NoValue");
        foreach (var function in Functions.Names)
            template[function]["VpcConfig"].GetProperty("Fn::If")[0].GetString().ShouldBe("HasVpc");
    }

    [Theory, MemberData(nameof(All))]
    public void A_role_has_the_common_rights_and_the_two_senders_have_the_rights_to_send(string function)
    {
        string[] send = function is "NotifyFunction" or "SweepFunction" ? ["SendPolicy"] : [];

        Reference.AllOf(template[$"{function}Role"]["ManagedPolicyArns"]).ShouldBe(["FunctionPolicy", .. send]);
    }

    private IEnumerable<Statement> IdentityPolicies() =>
        template.Resources.SelectMany(PolicyDocuments).SelectMany(Statement.AllOf);

    private static IEnumerable<JsonElement> PolicyDocuments(Resource resource) => resource.Type switch
    {
        "AWS::IAM::Role" => resource["Policies"].EnumerateArray().Select(policy => policy.GetProperty("PolicyDocument")),
        "AWS::IAM::ManagedPolicy" => [resource["PolicyDocument"]],
        _ => [],
    };

    private IEnumerable<string> GrantsOf(Resource role) =>
        Reference.AllOf(role["ManagedPolicyArns"]).Select(policy => template[policy]).Prepend(role)
            .SelectMany(PolicyDocuments).SelectMany(Statement.AllOf).SelectMany(Grants);

    private static IEnumerable<string> Grants(Statement statement) =>
        from action in statement.Actions from resource in statement.Resources select $"{action} {resource}";
}
