using System.Text.Json;
using Shouldly;
using Watchkeeper.Detections.Conditions;
using Watchkeeper.Detections.Paths;
using Watchkeeper.Patterns;
using Xunit;

namespace Watchkeeper.Tests.Detections.Conditions;

public sealed class ConditionTests
{
    private static readonly Condition Ssh = new()
    {
        Each = EventPath.Parse("detail.permissions"),
        Matching = EventPattern.Parse("""{"port":[22]}"""u8).Pattern,
        At = [EventPath.Parse("ranges.cidr")!],
        Is = Meaning.EverybodyNetwork,
    };

    [Theory]
    [InlineData("""{"port":22,"ranges":[{"cidr":"0.0.0.0/1"},{"cidr":"128.0.0.0/1"}]}""", true)]
    [InlineData("""{"port":443,"ranges":[{"cidr":"0.0.0.0/0"}]}""", false)]
    // One object opens the port to few, another something else to everybody.
    [InlineData("""{"port":22,"ranges":[{"cidr":"203.0.113.0/24"}]},{"port":443,"ranges":[{"cidr":"0.0.0.0/0"}]}""", false)]
    [InlineData("""{"port":443},{"port":22,"ranges":[{"cidr":"0.0.0.0/0"}]}""", true)]
    [InlineData("""{"port":22}""", false)]
    [InlineData("""7,null,"22" """, false)]
    public void Objects_are_looked_at_one_by_one(string permissions, bool isMet)
    {
        var json = JsonElement.Parse($$"""{"detail":{"permissions":[{{permissions}}]} }""");

        Ssh.IsMetBy(json).ShouldBe(isMet);
        (Ssh with { IsNegated = true }).IsMetBy(json).ShouldBe(!isMet);
        new Condition { Any = [Ssh with { At = [EventPath.Parse("nothing")!] }, Ssh] }.IsMetBy(json).ShouldBe(isMet);
    }

    [Fact]
    public void Without_a_path_it_suffices_that_an_object_matches()
    {
        var condition = Ssh with { At = [] };

        condition.IsMetBy(JsonElement.Parse("""{"detail":{"permissions":[{"port":443},{"port":22}]}}""")).ShouldBeTrue();
        condition.IsMetBy(JsonElement.Parse("""{"detail":{"permissions":[{"port":443}]}}""")).ShouldBeFalse();
        condition.IsMetBy(JsonElement.Parse("""{"detail":{}}""")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("444455556666", true)]
    [InlineData("arn:aws:iam::444455556666:root", true)]
    [InlineData("111122223333", false)]
    [InlineData("arn:aws:iam::111122223333:role/shop", false)]
    [InlineData("arn:aws:s3:::bucket", false)]
    [InlineData("arn:aws:iam::aws:policy/AdministratorAccess", false)]
    [InlineData("all", false)]
    [InlineData("1111222233334", false)]
    public void Another_account_than_the_event_s_own_is_foreign(string value, bool isForeign)
    {
        var condition = new Condition { At = [EventPath.Parse("detail.who")!], Is = Meaning.ForeignAccount };

        condition.IsMetBy(Event($$""" "recipientAccountId":"111122223333","who":["{{value}}"] """)).ShouldBe(isForeign);
        condition.IsMetBy(Event($$""" "userIdentity":{"accountId":"111122223333"},"who":"{{value}}" """)).ShouldBe(isForeign);
        condition.IsMetBy(Event($$""" "who":"{{value}}" """)).ShouldBeFalse();
    }

    [Fact]
    public void An_account_written_as_a_number_has_twelve_digits() =>
        new Condition { At = [EventPath.Parse("detail.who")!], Is = Meaning.ForeignAccount }
            .IsMetBy(Event(""" "recipientAccountId":"001122223333","who":1122223333 """)).ShouldBeFalse();

    [Theory]
    [InlineData(Meaning.AdministratorPolicy, """{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""")]
    [InlineData(Meaning.PublicPolicy, """{"Statement":{"Effect":"Allow","Principal":"*"}}""")]
    [InlineData(
        Meaning.NetworkPolicy,
        """{"Statement":{"Effect":"Allow","Principal":"*","Condition":{"StringEquals":{"aws:SourceVpc":"vpc-1"}}}}""")]
    [InlineData(Meaning.ForeignAccountPolicy, """{"Statement":{"Effect":"Allow","Principal":{"AWS":"444455556666"}}}""")]
    [InlineData(Meaning.NeverTrueRule, "\"FALSE\"")]
    [InlineData(Meaning.EverybodyNetwork, "\"0.0.0.0/0\"")]
    [InlineData(Meaning.ForeignAccount, "\"444455556666\"")]
    [InlineData(Meaning.AllManagementEvents, """{"readWriteType":"All","includeManagementEvents":true}""")]
    public void Each_meaning_is_decided_by_its_own_predicate(Meaning meaning, string value)
    {
        var json = Event($$""" "recipientAccountId":"111122223333","value":{{value}} """);

        Enum.GetValues<Meaning>().Where(one => new Condition { At = [EventPath.Parse("detail.value")!], Is = one }.IsMetBy(json))
            .ShouldBe([meaning]);
    }

    private static JsonElement Event(string members) => JsonElement.Parse($$"""{"detail":{ {{members}} } }""");
}
