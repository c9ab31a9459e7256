using System.Text.Json;
using Shouldly;
using Watchkeeper.Detections.Conditions;
using Xunit;

namespace Watchkeeper.Tests.Detections.Conditions;

public sealed class AdministratorPolicyTests
{
    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*"}""")]
    [InlineData("""[{"Effect":"Deny","Action":"s3:*","Resource":"*"},{"Effect":"Allow","Action":["*"],"Resource":["*"]}]""")]
    [InlineData("""{"Effect":"Allow","Action":"**","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*:*","Resource":"**"}""")]
    [InlineData("""{"Effect":"Allow","Action":"?*","Resource":"arn:aws:*"}""")]
    [InlineData("""{"effect":"allow","action":"*","resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"IAM:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":["iam:[*","iam:*"],"Resource":"arn:aws:iam::111122223333:*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"iam:*","Resource":"arn:aws-cn:iam::*:*"}""")]
    [InlineData("""{"Effect":"Allow","NotAction":"aws-portal:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","NotResource":"arn:aws:s3:::audit/*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}""")]
    [InlineData("""{"Effect":"Allow","Action":["iam:A*","iam:P*","iam:C*","iam:U*"],"Resource":"*"}""")]
    public void A_statement_that_gives_every_right_makes_an_administrator(string statement) => Is(statement).ShouldBeTrue();

    [Theory]
    [InlineData("""{"Effect":"Deny","Action":"*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"s3:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"iam:Get*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"iam:*","Resource":"arn:aws:iam::111122223333:user/${aws:username}"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::shop/*"}""")]
    // Power users: everything except the administration of users.
    [InlineData("""{"Effect":"Allow","NotAction":["iam:*","organizations:*","account:*"],"Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","NotResource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*"}""")]
    [InlineData("""{"Effect":"Allow","Resource":"*"}""")]
    [InlineData("""{"Action":"*","Resource":"*"}""")]
    [InlineData("""[[7,"*",null]]""")]
    [InlineData("""{"Effect":{"a":1},"Action":7,"Resource":[7]}""")]
    public void Anything_less_does_not(string statement) => Is(statement).ShouldBeFalse();

    [Fact]
    public void The_document_may_be_JSON_in_a_text_and_in_URL_encoding()
    {
        const string policy = """{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";

        AdministratorPolicy.IsMetBy(Text(policy)).ShouldBeTrue();
        AdministratorPolicy.IsMetBy(Text(Uri.EscapeDataString(policy))).ShouldBeTrue();
        AdministratorPolicy.IsMetBy(Text($"{policy[..^1]}")).ShouldBeFalse();
        AdministratorPolicy.IsMetBy(Text("")).ShouldBeFalse();
        AdministratorPolicy.IsMetBy(JsonElement.Parse("7")).ShouldBeFalse();
    }

    private static bool Is(string statement) =>
        AdministratorPolicy.IsMetBy(JsonElement.Parse($$"""{"Version":"2012-10-17","Statement":{{statement}}}"""));

    private static JsonElement Text(string text) => JsonElement.Parse(JsonSerializer.Serialize(text));
}
