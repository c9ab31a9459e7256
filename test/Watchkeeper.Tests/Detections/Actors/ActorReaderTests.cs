using System.Text.Json;
using Shouldly;
using Watchkeeper.Detections.Actors;
using Xunit;

namespace Watchkeeper.Tests.Detections.Actors;

public sealed class ActorReaderTests
{
    private const string Terraform =
        "APN/1.0 HashiCorp/1.0 Terraform/1.9.5 (+https://www.terraform.io) terraform-provider-aws/5.66.0";

    private const string Role = """
        "type":"AssumedRole","accountId":"111122223333",
        "sessionContext":{"sessionIssuer":{"arn":"arn:aws:iam::111122223333:role/deploy"}}
        """;

    private const string Own = "arn:aws:iam::111122223333:role/watchkeeper-ReactFunctionRole-1A2B";
    private const string Other = "arn:aws:iam::111122223333:role/watchkeeper-SweepFunctionRole-3C4D";

    [Theory]
    [InlineData("anonymous", """ "type":"AWSAccount","accountId":"ANONYMOUS_PRINCIPAL" """)]
    [InlineData("root", """ "type":"Root","accountId":"111122223333" """)]
    [InlineData("root", """ "type":"Root","accountId":"111122223333","invokedBy":"signin.amazonaws.com" """)]
    [InlineData("aws-service", """ "type":"Root","accountId":"111122223333","invokedBy":"trustedadvisor.amazonaws.com" """)]
    [InlineData("aws-service", """ "type":"AWSService","invokedBy":"autoscaling.amazonaws.com" """)]
    [InlineData("aws-service", """ "type":"IAMUser","accountId":"111122223333","invokedBy":"athena.amazonaws.com" """)]
    [InlineData("key", """ "type":"IAMUser","accountId":"111122223333","invokedBy":"AWS Internal" """)]
    [InlineData("key", """ "type":"IAMUser","accountId":"111122223333","invokedBy":"amazonaws.com.example" """)]
    [InlineData("key", """ "type":"FederatedUser","accountId":"111122223333" """)]
    [InlineData("cloudformation", """ "type":"IAMUser","accountId":"111122223333","invokedBy":"cloudformation.amazonaws.com" """)]
    [InlineData("cloudformation", """ "type":"AssumedRole","invokedBy":"cloudformation.amazonaws.com.cn" """)]
    [InlineData("console", """ "type":"IAMUser","accountId":"111122223333","invokedBy":"signin.amazonaws.com" """)]
    [InlineData("other-account", """ "type":"AWSAccount","accountId":"444455556666" """)]
    [InlineData("other-account", """ "type":"AssumedRole","accountId":"444455556666" """)]
    [InlineData("other-account", """
        "type":"AssumedRole","accountId":"444455556666","sessionContext":
        {"sessionIssuer":{"arn":"arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_A"}}
        """)]
    [InlineData("identity-center", """ "type":"IdentityCenterUser","accountId":"111122223333" """)]
    [InlineData("federated", """ "type":"SAMLUser","identityProvider":"GVpkTVFExample=" """)]
    [InlineData("pipeline", """
        "type":"WebIdentityUser","identityProvider":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"
        """)]
    [InlineData("federated", """ "type":"WebIdentityUser","identityProvider":"cognito-identity.amazonaws.com" """)]
    [InlineData("", """ "type":"Directory" """)]
    [InlineData("", "")]
    public void The_identity_alone_classifies_the_caller(string label, string identity) => Read(identity).Label.ShouldBe(label);

    [Theory]
    [InlineData("aws-service", "aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS", true)]
    [InlineData("role", "AWSServiceRoleForECS", false)]
    [InlineData("role", "x/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS", false)]
    [InlineData("identity-center", "aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Admin_1", false)]
    [InlineData("role", "AWSReservedSSO_Admin_1", false)]
    public void A_role_is_known_by_a_path_that_AWS_reserves_and_never_by_its_name(string label, string role, bool isService)
    {
        var actor = Read(Role.Replace("deploy", role, StringComparison.Ordinal));

        actor.Label.ShouldBe(label);
        actor.IsServiceItself.ShouldBe(isService);
    }

    [Theory]
    [InlineData("workload", """ "sessionContext":{"ec2RoleDelivery":"2.0"} """)]
    [InlineData("workload", """ "inScopeOf":{"issuerType":"AWS::Lambda::Function"} """)]
    [InlineData("pipeline", """
        "sessionContext":{"webIdFederationData":{"federatedProvider":
        "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com/acme"}}
        """)]
    [InlineData("workload", """
        "sessionContext":{"webIdFederationData":{"federatedProvider":
        "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/ABC"}}
        """)]
    [InlineData("role", """
        "sessionContext":{"webIdFederationData":{"federatedProvider":
        "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com.example.org"}}
        """)]
    public void A_session_is_known_by_how_its_credentials_were_obtained(string label, string identity) =>
        Read($"\"type\":\"AssumedRole\",\"accountId\":\"111122223333\",{identity}").Label.ShouldBe(label);

    [Theory]
    [InlineData("true")]
    [InlineData("\"true\"")]
    public void A_session_of_the_console_is_a_persons(string value) =>
        Read(Role, $"\"sessionCredentialFromConsole\":{value},\"userAgent\":\"{Terraform}\"").Label.ShouldBe("console");

    [Fact]
    public void A_sign_in_is_a_persons() =>
        Read(""" "type":"IAMUser","accountId":"111122223333" """, "\"eventType\":\"AwsConsoleSignIn\"").Label.ShouldBe("console");

    [Theory]
    [InlineData(Terraform, "Terraform")]
    [InlineData("APN/1.0 OpenTofu/1.8.0", "OpenTofu")]
    [InlineData("APN/1.0 Pulumi/1.0 PulumiAws/6.0", "Pulumi")]
    [InlineData("aws-sdk-js/3.600.0 lib/aws-cdk/2.150", "AWS CDK")]
    public void A_role_whose_user_agent_names_a_tool_claims_to_be_the_tool(string userAgent, string tool)
    {
        var actor = Read(Role, $"\"userAgent\":\"{userAgent}\"");

        actor.Label.ShouldBe("infrastructure-tool");
        actor.Deployment.ShouldBe($"by a role's session that claims to be {tool}");
    }

    [Fact]
    public void CloudFormation_deploys_whatever_the_user_agent_says() =>
        Read(""" "type":"IAMUser","invokedBy":"cloudformation.amazonaws.com" """).Deployment.ShouldBe("by CloudFormation");

    [Theory]
    [InlineData("key", """ "type":"IAMUser","accountId":"111122223333" """)]
    [InlineData("root", """ "type":"Root","accountId":"111122223333" """)]
    [InlineData("other-account", """ "type":"AssumedRole","accountId":"444455556666" """)]
    [InlineData("anonymous", """ "type":"AWSAccount","accountId":"ANONYMOUS_PRINCIPAL" """)]
    [InlineData("identity-center", """
        "type":"AssumedRole","accountId":"111122223333","sessionContext":
        {"sessionIssuer":{"arn":"arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_A"}}
        """)]
    public void What_CloudTrail_knows_of_a_caller_is_never_outweighed_by_a_user_agent(string label, string identity)
    {
        var actor = Read(identity, $"\"userAgent\":\"{Terraform}\"");

        actor.Label.ShouldBe(label);
        actor.Deployment.ShouldBeEmpty();
    }

    [Fact]
    public void A_session_of_one_of_Watchkeepers_roles_is_its_own_and_deploys_nothing()
    {
        var actor = Read(
            Session(Own, """ "inScopeOf":{"issuerType":"AWS::Lambda::Function"} """), $"\"userAgent\":\"{Terraform}\"");

        actor.Label.ShouldBe("watchkeeper");
        actor.Deployment.ShouldBeEmpty();
        Read(Session(Other)).Label.ShouldBe("watchkeeper");
    }

    [Theory]
    [InlineData(Own + "2")]
    [InlineData("arn:aws:iam::111122223333:role/watchkeeper-ReactFunctionRole")]
    [InlineData("arn:aws:iam::111122223333:role/WATCHKEEPER-REACTFUNCTIONROLE-1A2B")]
    [InlineData("arn:aws:iam::111122223333:role/deploy/watchkeeper-ReactFunctionRole-1A2B")]
    [InlineData("arn:aws:iam::444455556666:role/watchkeeper-ReactFunctionRole-1A2B")]
    [InlineData("arn:aws:iam::444455556666:role/x:iam::111122223333:role/watchkeeper-ReactFunctionRole-1A2B")]
    [InlineData("arn:aws-cn:iam::111122223333:role/watchkeeper-ReactFunctionRole-1A2B")]
    [InlineData("")]
    public void A_role_with_a_name_like_it_is_not_Watchkeepers(string issuer) => Read(Session(issuer)).Label.ShouldBe("role");

    [Theory]
    [InlineData("console", "", "\"sessionCredentialFromConsole\":\"true\"")]
    [InlineData("cloudformation", "\"invokedBy\":\"cloudformation.amazonaws.com\"", "\"a\":1")]
    [InlineData("aws-service", "\"invokedBy\":\"dynamodb.amazonaws.com\"", "\"a\":1")]
    public void Whoever_else_uses_Watchkeepers_role_is_not_Watchkeeper(string label, string identity, string members) =>
        Read(Session(Own, identity), members).Label.ShouldBe(label);

    [Fact]
    public void From_another_account_nobody_is_Watchkeeper() =>
        Read(Session(Own).Replace("\"accountId\":\"111122223333\"", "\"accountId\":\"444455556666\"", StringComparison.Ordinal))
            .Label.ShouldBe("other-account");

    [Theory]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("""{"detail":[]}""")]
    [InlineData("""{"detail":{"userIdentity":"root","userAgent":{"a":1}}}""")]
    [InlineData("""{"detail":{"userIdentity":{"type":["Root","AWSService"],"sessionContext":7}}}""")]
    [InlineData("""{"detail":{"userIdentity":{"type":"\ud800"}}}""")]
    public void A_record_of_another_shape_says_nothing(string json) =>
        ActorReader.Read(JsonElement.Parse(json), []).Label.ShouldBeEmpty();

    [Fact]
    public void The_account_of_the_envelope_stands_in_for_the_records()
    {
        const string identity = """ "userIdentity":{"type":"IAMUser","accountId":"444455556666"} """;

        ActorReader.Read(JsonElement.Parse($"{{\"account\":\"111122223333\",\"detail\":{{{identity}}}}}"), []).Label
            .ShouldBe("other-account");
        ActorReader.Read(JsonElement.Parse($"{{\"account\":\"444455556666\",\"detail\":{{{identity}}}}}"), []).Label
            .ShouldBe("key");
    }

    private static string Session(string issuer, string members = "")
    {
        var rest = members.Length > 0 ? $",{members}" : "";
        return $$"""
            "type":"AssumedRole","accountId":"111122223333","sessionContext":{"sessionIssuer":{"arn":"{{issuer}}"} }{{rest}}
            """;
    }

    private static Actor Read(string identity, string members = "")
    {
        var rest = members.Length > 0 ? $",{members}" : "";
        return ActorReader.Read(
            JsonElement.Parse(
                $"{{\"detail\":{{\"recipientAccountId\":\"111122223333\",\"userIdentity\":{{{identity}}}{rest}}}}}"),
            [Other, Own]);
    }
}
