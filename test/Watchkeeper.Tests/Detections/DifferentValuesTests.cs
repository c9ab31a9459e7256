using System.Text.Json;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Detections.Paths;
using Xunit;

namespace Watchkeeper.Tests.Detections;

public sealed class DifferentValuesTests
{
    private static readonly DifferentValues ForAnother =
        new(EventPath.Parse("detail.userIdentity.userName")!, EventPath.Parse("detail.requestParameters.userName")!);

    [Theory]
    [InlineData("""{"userName":"alice"}""", false)]
    [InlineData("""{"userName":"bob"}""", true)]
    // A role has no user name of its own.
    [InlineData("""{"type":"AssumedRole","principalId":"AROA:alice"}""", true)]
    [InlineData("""{}""", true)]
    public void A_value_differs_unless_both_are_there_and_equal(string identity, bool isMet) =>
        ForAnother.IsMetBy(Event(identity, "")).ShouldBe(isMet);

    [Theory]
    [InlineData("alice", "true", "true", false)]
    [InlineData("bob", "true", "true", true)]
    // Outside the console callers name their sessions as they like.
    [InlineData("alice", "false", "true", true)]
    [InlineData("alice", "true", "false", true)]
    public void A_person_who_took_a_role_in_the_console_is_known_by_the_session(
        string session, string fromConsole, string secondFactor, bool isMet)
    {
        var identity = $$$"""
            {"type":"AssumedRole","principalId":"AROA:{{{session}}}",
             "sessionContext":{"attributes":{"mfaAuthenticated":"{{{secondFactor}}}"} } }
            """;

        ForAnother.IsMetBy(Event(identity, $",\"sessionCredentialFromConsole\":\"{fromConsole}\"")).ShouldBe(isMet);
    }

    [Fact]
    public void Another_path_that_is_missing_is_not_made_up() =>
        new DifferentValues(EventPath.Parse("detail.none")!, EventPath.Parse("detail.requestParameters.userName")!)
            .IsMetBy(Event("""{"userName":"alice"}""", "")).ShouldBeTrue();

    private static JsonElement Event(string identity, string more) => JsonElement.Parse(
        $$$"""{"detail":{"userIdentity":{{{identity}}},"requestParameters":{"userName":"alice"}{{{more}}}}}""");
}
