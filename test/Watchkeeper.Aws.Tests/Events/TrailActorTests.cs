using System.Text.Json;
using Shouldly;
using Watchkeeper.Aws.Events.Trails;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

public sealed class TrailActorTests
{
    private const string User = """{"type":"IAMUser","arn":"arn:aws:iam::1:user/mira","userName":"mira","accessKeyId":"AKIA1"}""";

    [Theory]
    [InlineData(User, """{"type":"IAMUser","arn":"arn:aws:iam::1:user/mira","userName":"mira","accessKeyId":"ASIA2"}""")]
    [InlineData("""{"type":"IAMUser","userName":"mira"}""", """{"type":"IAMUser","userName":"mira","principalId":"AIDA"}""")]
    [InlineData("botocore-session-1", "botocore-session-2")]
    [InlineData("i-0abc1234", "i-0def5678")]
    [InlineData("GitHubActions", "run-4711")]
    [InlineData("mira", "mira")]
    [InlineData(
        """{"type":"AWSAccount","accountId":"210987654321","principalId":"AROAX:botocore-session-1"}""",
        """{"type":"AWSAccount","accountId":"210987654321","principalId":"AROAX:botocore-session-2"}""")]
    [InlineData(
        """{"type":"IdentityCenterUser","onBehalfOf":{"userId":"0c2e"},"credentialId":"a"}""",
        """{"type":"IdentityCenterUser","onBehalfOf":{"userId":"0c2e"},"credentialId":"b"}""")]
    public void An_actor_is_the_same_in_every_form_of_event(string one, string other) => Key(one).ShouldBe(Key(other));

    [Theory]
    [InlineData(User, """{"type":"IAMUser","arn":"arn:aws:iam::1:user/jonas","userName":"jonas","accessKeyId":"AKIA1"}""")]
    [InlineData(User, """{"type":"IAMUser","arn":"arn:aws:iam::2:user/mira","userName":"mira"}""")]
    [InlineData("mira", "jonas")]
    [InlineData("mira@example.com", "botocore-session-1")]
    [InlineData(User, """{"type":"Root","arn":"arn:aws:iam::1:root","accountId":"1"}""")]
    [InlineData(
        """{"type":"IdentityCenterUser","onBehalfOf":{"userId":"0c2e"}}""",
        """{"type":"IdentityCenterUser","onBehalfOf":{"userId":"1d3f"}}""")]
    [InlineData(
        """{"type":"AWSAccount","accountId":"210987654321","principalId":"AROAX:mira"}""",
        """{"type":"AWSAccount","accountId":"210987654321","principalId":"AROAX:jonas"}""")]
    [InlineData(
        """{"type":"AWSAccount","accountId":"210987654321"}""", """{"type":"AWSAccount","accountId":"333344445555"}""")]
    [InlineData(
        """{"type":"AWSService","invokedBy":"autoscaling.amazonaws.com"}""",
        """{"type":"AWSService","invokedBy":"ec2.amazonaws.com"}""")]
    [InlineData(
        """{"type":"WebIdentityUser","identityProvider":"a.example","userName":"42"}""",
        """{"type":"WebIdentityUser","identityProvider":"b.example","userName":"42"}""")]
    public void Two_actors_differ_if_a_person_would_call_them_different(string one, string other) =>
        Key(one).ShouldNotBe(Key(other));

    [Fact]
    public void The_source_identity_distinguishes_actors_through_chains_of_roles()
    {
        Key(Session("botocore-session-1", "mira")).ShouldBe(Key(Session("botocore-session-2", "mira")));
        Key(Session("botocore-session-1", "mira")).ShouldNotBe(Key(Session("botocore-session-1", "jonas")));
    }

    [Theory]
    [InlineData("""{"type":"Root","arn":"arn:aws:iam::1:root","accountId":"1"}""", true)]
    [InlineData("""{"type":"AWSAccount","accountId":"ANONYMOUS_PRINCIPAL","principalId":""}""", true)]
    [InlineData(User, false)]
    [InlineData("mira", false)]
    public void An_actor_that_anybody_may_be_is_known_by_the_address_alone(string identity, bool isKnownBySource) =>
        ActorFrom(identity).IsKnownBySource.ShouldBe(isKnownBySource);

    [Theory]
    [InlineData("mira", "arn:aws:sts::1:assumed-role/deploy/mira")]
    [InlineData("""{"type":"IdentityCenterUser","accountId":"1","onBehalfOf":{"userId":"0c2e"}}""", "Identity Center user 0c2e")]
    [InlineData(
        """{"type":"IdentityCenterUser","userName":"mira","onBehalfOf":{"userId":"0c2e"}}""", "Identity Center user mira")]
    [InlineData("""{"type":"AWSAccount","accountId":"210987654321","principalId":"AROAX:s"}""", "account 210987654321 (AROAX:s)")]
    [InlineData("""{"type":"AWSAccount","accountId":"210987654321"}""", "account 210987654321")]
    [InlineData("""{"type":"AWSAccount","accountId":"ANONYMOUS_PRINCIPAL"}""", "anonymous")]
    [InlineData("""{"type":"WebIdentityUser","identityProvider":"a.example","userName":"42"}""", "a.example:42")]
    [InlineData(
        """{"type":"WebIdentityUser","principalId":"a.example:app:42","identityProvider":"a.example"}""", "a.example:app:42")]
    [InlineData("""{"type":"AWSService","invokedBy":"s3.amazonaws.com"}""", "s3.amazonaws.com")]
    [InlineData("""{"type":"Root","accountId":"1"}""", "root of 1")]
    [InlineData("""{"type":"AssumedRole","principalId":"AROAX:mira"}""", "AROAX:mira")]
    [InlineData("""{"type":"AssumedRole"}""", "")]
    [InlineData("""{"type":7,"arn":["a"]}""", "")]
    [InlineData("[]", "")]
    public void Actors_are_named_so_that_people_know_them(string identity, string name) =>
        ActorFrom(identity).Name.ShouldBe(name);

    private static string Key(string identity) => ActorFrom(identity).Key;

    // A bare name stands for a session of one role.
    private static TrailActor ActorFrom(string identity) =>
        TrailActor.From(JsonElement.Parse(identity[0] is '{' or '[' ? identity : Session(identity)));

    private static string Session(string name, string sourceIdentity = "") =>
        $$$"""
        {"type":"AssumedRole","principalId":"AROAX:{{{name}}}","arn":"arn:aws:sts::1:assumed-role/deploy/{{{name}}}",
         "sessionContext":{"sessionIssuer":{"arn":"arn:aws:iam::1:role/ops/deploy"},"sourceIdentity":"{{{sourceIdentity}}}"} }
        """;
}
