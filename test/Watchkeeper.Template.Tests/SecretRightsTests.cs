using System.Text.Json;
using Shouldly;
using Xunit;

namespace Watchkeeper.Template.Tests;

/// <summary>The rights of the two functions that send to read the secrets that hold addresses.</summary>
public sealed class SecretRightsTests(ExpandedTemplate template)
{
    [Theory]
    [InlineData("/watchkeeper/", "arn:aws:ssm:r:1:parameter/watchkeeper/*", "arn:aws:secretsmanager:r:1:secret:watchkeeper/*")]
    [InlineData("/team/shop-1/", "arn:aws:ssm:r:1:parameter/team/shop-1/*", "arn:aws:secretsmanager:r:1:secret:team/shop-1/*")]
    public void Secrets_can_be_read_below_the_prefix_alone(string prefix, string parameters, string secrets)
    {
        var resources = SendStatements().Where(statement =>
                statement.GetRawText().Contains("ssm:Get", StringComparison.Ordinal)
                || statement.GetRawText().Contains("secretsmanager:Get", StringComparison.Ordinal))
            .Select(statement => statement.GetProperty("Resource")).ToArray();
        var join = resources[1].GetProperty("Fn::Join");
        var split = join[1].GetProperty("Fn::Split");

        Fill(resources[0]).ShouldBe(parameters);
        string.Join(join[0].GetString(), Fill(split[1]).Split(split[0].GetString())).ShouldBe(secrets);

        string Fill(JsonElement sub) => sub.GetProperty("Fn::Sub").GetString()!
            .Replace("${AWS::Partition}:", "aws:", StringComparison.Ordinal)
            .Replace("${AWS::Region}:${AWS::AccountId}", "r:1", StringComparison.Ordinal)
            .Replace("${SecretsPrefix}", prefix, StringComparison.Ordinal);
    }

    [Fact]
    public void Phones_may_be_written_to_only_if_a_parameter_says_so_and_nothing_of_SNS_with_that_right()
    {
        var choice = SendStatements().Single(statement => statement.GetRawText().Contains("NotResource", StringComparison.Ordinal))
            .GetProperty("Fn::If");

        choice[0].GetString().ShouldBe("HasPhones");
        Reference.From(choice[2]).ShouldBe("AWS::NoValue");
        choice[1].GetProperty("Action").GetString().ShouldBe("sns:Publish");
        Reference.From(choice[1].GetProperty("NotResource")).ShouldBe("arn:${AWS::Partition}:sns:*:*:*");
    }

    [Fact]
    public void Pace_and_groups_are_all_that_sending_adds_to_the_table()
    {
        var statement = Statement.AllOf(template["SendPolicy"]["PolicyDocument"])
            .Where(each => each.Actions.Any(action => action.StartsWith("dynamodb:", StringComparison.Ordinal)))
            .ShouldHaveSingleItem();

        statement.Actions.ShouldBe(["dynamodb:GetItem", "dynamodb:UpdateItem"]);
        statement.Condition.ShouldContain("P#*");
        statement.Condition.ShouldContain("M#*");
    }

    [Fact]
    public void A_customer_key_decrypts_for_the_stores_of_secrets_alone()
    {
        var choice = SendStatements().Single(statement => statement.GetRawText().Contains("kms:", StringComparison.Ordinal))
            .GetProperty("Fn::If");

        choice[0].GetString().ShouldBe("HasSecretsKeys");
        Reference.From(choice[2]).ShouldBe("AWS::NoValue");
        Reference.AllOf(choice[1].GetProperty("Condition").GetProperty("StringLike").GetProperty("kms:ViaService"))
            .ShouldBe(["ssm.${AWS::Region}.amazonaws.com*", "secretsmanager.${AWS::Region}.amazonaws.com*"]);
    }

    private JsonElement.ArrayEnumerator SendStatements() =>
        template["SendPolicy"]["PolicyDocument"].GetProperty("Statement").EnumerateArray();
}
