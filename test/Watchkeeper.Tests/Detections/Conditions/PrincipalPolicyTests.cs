using System.Text.Json;
using Shouldly;
using Watchkeeper.Detections.Conditions;
using Xunit;

namespace Watchkeeper.Tests.Detections.Conditions;

public sealed class PrincipalPolicyTests
{
    private const string Everybody = "\"Principal\":\"*\"";

    [Theory]
    [InlineData(Everybody)]
    [InlineData("""  "Principal":{"AWS":"*"}  """)]
    [InlineData("""  "Principal":{"AWS":["arn:aws:iam::111122223333:root","*"]}  """)]
    [InlineData("""  "principal":{"aws":"*"}  """)]
    [InlineData("""  "NotPrincipal":{"AWS":"arn:aws:iam::111122223333:root"}  """)]
    [InlineData(Everybody + ""","Condition":{}""")]
    [InlineData(Everybody + ""","Condition":{"Bool":{"aws:SecureTransport":"true"}}""")]
    [InlineData(Everybody + ""","Condition":{"StringNotEquals":{"aws:SourceVpce":"vpce-1"}}""")]
    [InlineData(Everybody + ""","Condition":{"StringEqualsIfExists":{"aws:SourceVpce":"vpce-1"}}""")]
    [InlineData(Everybody + ""","Condition":{"Null":{"aws:PrincipalOrgID":"false"}}""")]
    [InlineData(Everybody + ""","Condition":{"ForAllValues:StringEquals":{"aws:PrincipalOrgID":"o-1"}}""")]
    [InlineData(Everybody + ""","Condition":{"StringLike":{"aws:PrincipalArn":"*"}}""")]
    [InlineData(Everybody + ""","Condition":{"StringLike":{"aws:PrincipalArn":["arn:aws:iam::111122223333:root","arn:aws:iam::*:role/x"]}}""")]
    [InlineData(Everybody + ""","Condition":{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","0.0.0.0/0"]}}""")]
    [InlineData(Everybody + ""","Condition":{"StringEquals":{"s3:prefix":"shop/"}}""")]
    [InlineData(Everybody + ""","Condition":{"StringEquals":"aws:SourceVpce"}""")]
    public void Everybody_without_a_condition_that_narrows_is_public(string members)
    {
        PrincipalPolicy.IsPublic(Policy(members)).ShouldBeTrue();
        PrincipalPolicy.IsNarrowedToNetwork(Policy(members)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"StringEquals":{"aws:SourceVpce":"vpce-1"}}""")]
    [InlineData("""{"StringEquals":{"AWS:SOURCEVPC":["vpc-1","vpc-2"]}}""")]
    [InlineData("""{"ForAnyValue:StringLike":{"aws:SourceVpce":"vpce-*"}}""")]
    [InlineData("""{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"},"Bool":{"aws:SecureTransport":"true"}}""")]
    public void Everybody_from_a_network_is_narrowed_to_it(string condition)
    {
        var policy = Policy($"{Everybody},\"Condition\":{condition}");

        PrincipalPolicy.IsPublic(policy).ShouldBeFalse();
        PrincipalPolicy.IsNarrowedToNetwork(policy).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"StringEquals":{"aws:PrincipalOrgID":"o-abc"}}""")]
    [InlineData("""{"StringEquals":{"aws:SourceAccount":"111122223333"}}""")]
    [InlineData("""{"ArnLike":{"aws:SourceArn":"arn:aws:s3:::shop-*"}}""")]
    [InlineData("""{"ArnEquals":{"aws:SourceArn":"arn:aws:sns:eu-central-1:111122223333:orders"}}""")]
    [InlineData("""{"StringEquals":{"aws:PrincipalTag/team":"shop"},"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}""")]
    public void Everybody_whom_a_condition_names_is_neither(string condition)
    {
        var policy = Policy($"{Everybody},\"Condition\":{condition}");

        PrincipalPolicy.IsPublic(policy).ShouldBeFalse();
        PrincipalPolicy.IsNarrowedToNetwork(policy).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:*"}""")]
    [InlineData("""{"Effect":"Deny","NotPrincipal":{"AWS":"111122223333"},"Action":"s3:*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"Service":"*"},"Action":"s3:*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:root"},"Action":"s3:*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"s3:*"}""")]
    public void Denials_services_and_named_accounts_are_not_everybody(string statement) =>
        PrincipalPolicy.IsPublic(JsonElement.Parse($$"""{"Statement":[{{statement}}]}""")).ShouldBeFalse();

    [Theory]
    [InlineData("""{"AWS":"arn:aws:iam::444455556666:root"}""", true)]
    [InlineData("""{"AWS":["111122223333","444455556666"]}""", true)]
    [InlineData("""{"AWS":"arn:aws:sts::444455556666:assumed-role/a/b"}""", true)]
    [InlineData("""{"AWS":"arn:aws:iam::111122223333:user/alice"}""", false)]
    [InlineData("""{"AWS":"AROAEXAMPLEID"}""", false)]
    [InlineData("""{"Service":"444455556666.amazonaws.com"}""", false)]
    [InlineData("\"*\"", false)]
    public void Another_account_is_let_in_by_name(string principal, bool isLetIn)
    {
        var policy = Policy($"\"Principal\":{principal}");

        PrincipalPolicy.LetsIn(policy, "111122223333").ShouldBe(isLetIn);
        PrincipalPolicy.LetsIn(policy, "").ShouldBeFalse();
    }

    private static JsonElement Policy(string members) =>
        JsonElement.Parse($$"""{"Statement":[{"Effect":"Allow",{{members}},"Action":"s3:GetObject","Resource":"*"}]}""");
}
